<?xml version="1.0" encoding="UTF-8"?>
<!-- Search page. Without scripts, and opened from disk, where browsers refuse it, the page says so; the indexes below
     the form are for everybody.

     page:page    passages (how many there are), notice (that words are withheld)
     page:filter  of (its name), label, with page:option (value, label, count)
     page:text    label, href, with page:entry (label, href): the pages that results are on
     page:index   label, href -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <!-- the search compiles its program in the browser; nothing else may be compiled -->
  <xsl:variable name="security">
    <xsl:text>default-src 'none'; style-src 'self' file:; script-src 'self' file: 'wasm-unsafe-eval'; </xsl:text>
    <xsl:text>img-src 'self' file: data:; connect-src 'self'; base-uri 'none'; form-action 'self'</xsl:text>
  </xsl:variable>

  <xsl:template name="title">Search</xsl:template>

  <xsl:template name="scripts"><script src="{$root}assets/search.js" defer="defer"></script></xsl:template>

  <xsl:template name="main">
    <header class="page-header"><h1>Search</h1></header>
    <xsl:if test="$page/@notice">
      <p class="lead"><xsl:value-of select="$page/@notice"/> Of these, headings and the first words of some passages are found.</p>
    </xsl:if>
    <p class="refusal" id="needs-scripts">
      <xsl:text>The search needs scripts, and this browser runs none. The indexes below lead to every person, place, event </xsl:text>
      <xsl:text>and page without them.</xsl:text>
    </p>
    <p class="refusal" id="needs-server" hidden="hidden">
      <xsl:text>These pages are opened from disk, where browsers do not let a page read the index of the search. </xsl:text>
      <xsl:text>The indexes below lead to every person, place, event and page; on a web server the search works.</xsl:text>
    </p>
    <form id="search" role="search" action="search.html" method="get" hidden="hidden">
      <p class="query">
        <label for="q">Words</label>
        <input type="search" id="q" name="q" autocomplete="off" spellcheck="false" aria-describedby="query-help"/>
        <button type="submit">Search</button>
      </p>
      <p class="help" id="query-help">
        <xsl:text>Names are found in every form that the texts print; quotation marks keep words together: </xsl:text>
        <kbd>“naval base”</kbd><xsl:text>.</xsl:text>
      </p>
      <fieldset class="filters">
        <legend>Only passages with</legend>
        <xsl:apply-templates select="$page/page:filter"/>
      </fieldset>
      <p class="choices">
        <label><input type="checkbox" name="order" value="text"/> In the order of the texts</label>
        <button type="reset">Clear</button>
      </p>
    </form>
    <div id="found" hidden="hidden">
      <p id="count" role="status"></p>
      <p id="nothing" hidden="hidden">Names under all their forms stand in the <a href="#indexes">indexes</a> below.</p>
      <ol class="results" id="results"></ol>
      <p><button type="button" class="button" id="more" hidden="hidden">More passages</button></p>
    </div>
    <xsl:call-template name="indexes"/>
  </xsl:template>

  <xsl:template match="page:filter">
    <p>
      <label for="f-{@of}"><xsl:value-of select="@label"/></label>
      <select id="f-{@of}" name="{@of}">
        <option value="">any</option>
        <xsl:for-each select="page:option">
          <option value="{@value}" data-label="{@label}">
            <xsl:value-of select="concat(@label, ' (', @count, ')')"/>
          </option>
        </xsl:for-each>
      </select>
    </p>
  </xsl:template>

  <xsl:template name="indexes">
    <section class="indexes" aria-labelledby="indexes">
      <h2 id="indexes">Indexes</h2>
      <ul class="ways">
        <xsl:for-each select="$page/page:index | $page/page:menu[contains(@href, 'events/')]">
          <li><a href="{@href}"><xsl:value-of select="@label"/></a></li>
        </xsl:for-each>
      </ul>
      <xsl:for-each select="$page/page:text">
        <h3><a href="{@href}"><xsl:value-of select="@label"/></a></h3>
        <xsl:if test="page:entry[2]">
          <ul>
            <xsl:for-each select="page:entry">
              <li><a href="{@href}"><xsl:call-template name="label"/></a></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </xsl:for-each>
    </section>
  </xsl:template>

</xsl:stylesheet>
