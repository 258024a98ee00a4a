<?xml version="1.0" encoding="UTF-8"?>
<!-- Page of an event: what is known of it, where its tellings differ, and the tellings beside each other.

     page:parent, page:exchange, page:related, page:previous, page:next   links to events (synopsis.xsl)
     page:date           when, words (on what it rests), with page:passage
     page:place, page:participant   label, href if the register's entry has a page
     page:contradiction  n, kind, label, words, with page:passage (synopsis.xsl)
     page:telling        a text: href, label, written, with page:author, page:chain (chain.xsl) and page:run
     page:run            evidence, with page:meaning (href: what that is), page:by (whose document), page:document (its
                         chapter or document: href, label, sent), page:chain if there are several, and page:told
     page:told           a passage: id, gap if words are left out before it, with page:where (href, label, page:by for who
                         says it, page:differs: n, label) unless it goes on from the one before, and with its TEI;
                         seg type="same|differs" are the words of phrases that are nearly alike, n at the end of each
     page:by             role, with page:name (label, href): who speaks or sends, then who quotes him
     page:alike          n, of (passage), other (passage that has the phrase too) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>
  <xsl:import href="notes.xsl"/>
  <xsl:import href="chain.xsl"/>
  <xsl:import href="synopsis.xsl"/>

  <xsl:key name="alike" match="/*/page:alike" use="concat(@n, ' ', @of)"/>

  <xsl:template name="main">
    <article class="event">
      <header class="page-header">
        <p class="kicker">
          <a href="{$root}events/index.html">Events</a>
          <xsl:for-each select="$page/page:parent"><span aria-hidden="true">›</span><a href="{@href}"><xsl:value-of select="@label"/></a></xsl:for-each>
        </p>
        <h1><xsl:value-of select="$page/@title"/></h1>
        <p class="lead"><xsl:value-of select="$page/@words"/></p>
        <xsl:call-template name="event-facts"/>
      </header>
      <xsl:call-template name="differences"/>
      <xsl:call-template name="tellings"/>
      <xsl:call-template name="links">
        <xsl:with-param name="links" select="$page/page:exchange"/>
        <xsl:with-param name="id" select="'exchanges'"/>
        <xsl:with-param name="title" select="'In this event, in order'"/>
      </xsl:call-template>
      <xsl:call-template name="links">
        <xsl:with-param name="links" select="$page/page:related"/>
        <xsl:with-param name="id" select="'related'"/>
        <xsl:with-param name="title" select="'Related'"/>
      </xsl:call-template>
      <xsl:call-template name="event-turning"/>
    </article>
  </xsl:template>

  <xsl:template name="event-facts">
    <dl class="facts">
      <xsl:for-each select="$page/page:date">
        <dt>Date</dt>
        <dd>
          <xsl:value-of select="@when"/>
          <xsl:if test="not(@when)">open</xsl:if>
          <span class="evidence">
            <xsl:if test="@words"><xsl:text>: </xsl:text><xsl:value-of select="@words"/></xsl:if>
            <xsl:for-each select="page:passage"><xsl:text> (</xsl:text><a href="{@href}"><xsl:value-of select="@label"/></a><xsl:text>)</xsl:text></xsl:for-each>
          </span>
        </dd>
      </xsl:for-each>
      <xsl:if test="$page/page:place"><dt>Place</dt><dd><xsl:apply-templates select="$page/page:place"/></dd></xsl:if>
      <xsl:if test="$page/page:participant">
        <dt>Participants</dt>
        <dd>
          <xsl:for-each select="$page/page:participant">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:apply-templates select="."/>
          </xsl:for-each>
        </dd>
      </xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="page:place | page:participant | page:author"><xsl:value-of select="@label"/></xsl:template>
  <xsl:template match="page:place[@href] | page:participant[@href]"><a href="{@href}"><xsl:value-of select="@label"/></a></xsl:template>

  <xsl:template name="differences">
    <xsl:if test="$page/page:contradiction">
      <section class="differences" aria-labelledby="differences">
        <h2 id="differences">Where the tellings differ</h2>
        <ul><xsl:for-each select="$page/page:contradiction"><xsl:call-template name="contradiction"/></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============ the tellings ============ -->

  <xsl:template name="tellings">
    <section class="synopsis" aria-labelledby="tellings">
      <h2 id="tellings">
        <xsl:choose>
          <xsl:when test="count($page/page:telling) = 1">The telling</xsl:when>
          <xsl:otherwise>The tellings</xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:if test="$page/@comparison != ''"><p class="comparison"><xsl:value-of select="$page/@comparison"/></p></xsl:if>
      <xsl:call-template name="key"/>
      <div class="tellings tellings-{count($page/page:telling)}"><xsl:apply-templates select="$page/page:telling"/></div>
    </section>
  </xsl:template>

  <xsl:template name="key">
    <xsl:variable name="gaps" select="$page/page:telling/page:run/page:told/@gap"/>
    <xsl:if test="$page/page:alike or $gaps">
      <p class="key generated">
        <xsl:if test="$page/page:alike">
          <xsl:text>Nearly the same words are </xsl:text><span class="same">underlined</span>
          <xsl:text>, with a number that leads to the other telling; words that are not in all of them are </xsl:text>
          <mark>set off</mark><xsl:text>. </xsl:text>
        </xsl:if>
        <xsl:if test="$gaps"><span class="left-out">[…]</span> stands for words of the text that are left out here.</xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:telling">
    <section class="telling" aria-labelledby="telling-{@text}">
      <header>
        <h3 id="telling-{@text}"><a href="{@href}"><xsl:value-of select="@label"/></a></h3>
        <p class="source">
          <xsl:for-each select="page:author"><xsl:apply-templates select="."/>, </xsl:for-each>
          <xsl:choose>
            <xsl:when test="@written != ''">written <xsl:value-of select="@written"/></xsl:when>
            <xsl:otherwise>date of writing not stated</xsl:otherwise>
          </xsl:choose>
        </p>
        <xsl:apply-templates select="page:chain"/>
      </header>
      <xsl:apply-templates select="page:run"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:run">
    <div class="run">
      <xsl:if test="@evidence or page:document">
        <p class="run-head">
          <xsl:if test="@evidence"><b><xsl:call-template name="evidence-class"/></b></xsl:if>
          <xsl:if test="page:by">
            <xsl:if test="@evidence"> · </xsl:if>
            <xsl:apply-templates select="page:by"/>
            <xsl:if test="page:document/@sent">, <xsl:value-of select="page:document/@sent"/></xsl:if>
          </xsl:if>
          <xsl:for-each select="page:document"><xsl:text> </xsl:text><a class="document" href="{@href}"><xsl:call-template name="label"/></a></xsl:for-each>
        </p>
      </xsl:if>
      <xsl:apply-templates select="page:chain"/>
      <xsl:apply-templates select="page:told"/>
    </div>
  </xsl:template>

  <xsl:template name="evidence-class">
    <xsl:choose>
      <xsl:when test="page:meaning"><a href="{page:meaning/@href}"><xsl:value-of select="@evidence"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="@evidence"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page:where">
    <p class="where">
      <a href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:if test="page:by"> · <xsl:apply-templates select="page:by"/></xsl:if>
      <xsl:if test="page:differs">
        <span class="differs">
          <xsl:text> differs: </xsl:text>
          <xsl:for-each select="page:differs">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <a href="#d{@n}"><xsl:value-of select="@label"/></a>
          </xsl:for-each>
        </span>
      </xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="page:told">
    <xsl:if test="@gap"><p class="left-out generated" title="words of the text are left out here">[…]</p></xsl:if>
    <div class="told-passage" id="{@id}">
      <xsl:apply-templates select="page:where"/>
      <div class="passage"><xsl:apply-templates select="tei:*"/></div>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:told/tei:said | page:told/tei:quote | page:told/tei:head | page:told/tei:stage | page:told/tei:note[not(tei:p)]" priority="2">
    <p class="{local-name()}"><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="page:told/tei:note[tei:p]" priority="2"><xsl:apply-templates/></xsl:template>

  <!-- the number of a printed page stands over the passage; here only where one begins -->
  <xsl:template match="page:told//tei:pb" priority="2"><span class="pb" title="page {@n}"/></xsl:template>

  <!-- ============ phrases that are nearly alike ============ -->

  <xsl:template match="tei:seg[@type = 'same']" priority="2">
    <span class="same"><xsl:apply-templates/></span>
    <xsl:if test="not(ancestor::tei:persName or ancestor::tei:placeName or ancestor::tei:orgName or ancestor::tei:title or ancestor::tei:ref)">
      <xsl:call-template name="counterpart"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:seg[@type = 'differs']" priority="2">
    <mark><xsl:apply-templates/></mark>
    <xsl:if test="not(ancestor::tei:persName or ancestor::tei:placeName or ancestor::tei:orgName or ancestor::tei:title or ancestor::tei:ref)">
      <xsl:call-template name="counterpart"/>
    </xsl:if>
  </xsl:template>

  <!-- a name may be a link, and the number is one: it stands behind the outermost name -->
  <xsl:template match="page:told//tei:persName | page:told//tei:placeName | page:told//tei:orgName | page:told//tei:title | page:told//tei:ref" priority="2">
    <xsl:variable name="ends" select=".//tei:seg[@n]"/>
    <xsl:apply-imports/>
    <xsl:if test="$ends and not(ancestor::tei:persName or ancestor::tei:placeName or ancestor::tei:orgName or ancestor::tei:title or ancestor::tei:ref)">
      <xsl:for-each select="$ends"><xsl:call-template name="counterpart"/></xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- context: the last seg of a phrase -->
  <xsl:template name="counterpart">
    <xsl:variable name="other" select="key('alike', concat(@n, ' ', ancestor::page:told/@id))"/>
    <xsl:if test="@n and $other">
      <sup class="counterpart generated"><a href="#{$other/@other}" aria-label="The same phrase, number {@n}, in another telling"><xsl:value-of select="@n"/></a></sup>
    </xsl:if>
  </xsl:template>

  <!-- ============ other events ============ -->

  <xsl:template name="links">
    <xsl:param name="links"/>
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:if test="$links">
      <section class="events" aria-labelledby="{$id}">
        <h2 id="{$id}"><xsl:value-of select="$title"/></h2>
        <ol><xsl:for-each select="$links"><li><xsl:call-template name="event-link"/></li></xsl:for-each></ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="event-turning">
    <xsl:if test="$page/page:previous or $page/page:next">
      <nav class="turning" aria-label="Previous and next in time">
        <xsl:for-each select="$page/page:previous">
          <a class="previous" href="{@href}" rel="prev"><span>Before</span><xsl:text> </xsl:text><xsl:value-of select="@label"/></a>
        </xsl:for-each>
        <xsl:for-each select="$page/page:next">
          <a class="next" href="{@href}" rel="next"><span>After</span><xsl:text> </xsl:text><xsl:value-of select="@label"/></a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
