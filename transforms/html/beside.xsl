<?xml version="1.0" encoding="UTF-8"?>
<!-- Round the text of a reading page.

     page:person   a person named in it: label, href, count
     page:earlier  the page before it in time, page:later the one after: label, href, text (its title), when
     page:goto     href (list of the printed pages), with page:range (href, first, last) for each page of the text
     page:form     another form of the text: label, href, note -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:template name="people">
    <xsl:if test="$page/page:person">
      <details class="beside people">
        <summary>People named here <span class="count"><xsl:value-of select="count($page/page:person)"/></span></summary>
        <ul>
          <xsl:for-each select="$page/page:person">
            <li>
              <a href="{@href}"><xsl:value-of select="@label"/></a>
              <xsl:text>&#160;</xsl:text>
              <span class="count"><xsl:value-of select="@count"/><span class="unseen"> time<xsl:if test="@count &gt; 1">s</xsl:if></span></span>
            </li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="forms">
    <xsl:if test="$page/page:form">
      <details class="beside forms">
        <summary>Other forms of this text</summary>
        <ul>
          <xsl:for-each select="$page/page:form">
            <li><a href="{@href}"><xsl:value-of select="@label"/></a>: <xsl:value-of select="@note"/></li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="in-time">
    <xsl:if test="$page/page:earlier or $page/page:later">
      <nav class="turning in-time" aria-label="Earlier and later">
        <xsl:for-each select="$page/page:earlier">
          <a class="previous" href="{@href}"><span>Earlier in time</span><xsl:text> </xsl:text><xsl:call-template name="neighbour"/></a>
        </xsl:for-each>
        <xsl:for-each select="$page/page:later">
          <a class="next" href="{@href}"><span>Later in time</span><xsl:text> </xsl:text><xsl:call-template name="neighbour"/></a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="neighbour">
    <xsl:call-template name="label"/>
    <xsl:variable name="when" select="@when[not(contains(../@label, .))]"/>
    <xsl:if test="@text or $when">
      <small>
        <xsl:value-of select="@text"/>
        <xsl:if test="@text and $when">, </xsl:if>
        <xsl:value-of select="$when"/>
      </small>
    </xsl:if>
  </xsl:template>

  <!-- without scripts the form leads to the list of pages -->
  <xsl:template name="goto">
    <xsl:for-each select="$page/page:goto">
      <form class="goto" action="{substring-before(@href, '#')}#{substring-after(@href, '#')}" method="get">
        <label for="page-number">Go to page</label>
        <input id="page-number" name="page" inputmode="numeric" size="4" autocomplete="off"/>
        <button type="submit">Go</button>
        <xsl:for-each select="page:range"><data value="{@first}–{@last}" data-href="{@href}"></data></xsl:for-each>
        <p role="status"></p>
      </form>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
