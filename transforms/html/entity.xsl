<?xml version="1.0" encoding="UTF-8"?>
<!-- Page of a register entry: a person or group, place, organization or work.

     page:page        title, type, side
     page:index       the register's index: label, href
     page:fact        a statement: label, words, dates, cert, with page:entity (label, href) and evidence (evidence.xsl)
     page:relation    the same, to other entries
     page:note        the same, of this edition
     page:work        a work of the author: label, href, date
     page:identifier  scheme, value, href, cert
     page:edition     where this edition holds the work: href, text
     page:form        a printed form: printed, read (if otherwise), count, with page:in
     page:event       label, date, href, around (only there because of what is in it), with page:event for its exchanges
     page:witness     a text whose siglum stands on the page (evidence.xsl)
     page:mode        of speech: kind, label, count, with page:text (label), in it page:chain (chain.xsl: by way of whom) and
                      page:utterance (href, where, words, own, thought, with page:to, page:by, page:of)
     page:text        mentions: id, label, href, count, with page:group (label) and in it page:mention (href, where, before,
                      words, after, header) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="evidence.xsl"/>
  <xsl:import href="chain.xsl"/>

  <xsl:variable name="mentioned" select="sum($page/page:text/@count)"/>
  <xsl:variable name="events" select="count($page/page:event[not(@around)] | $page/page:event/page:event)"/>
  <xsl:variable name="has-parts" select="$page/page:form | $page/page:event | $page/page:mode | $page/page:text"/>

  <xsl:template name="main">
    <article class="entry">
      <header class="page-header">
        <p class="kicker">
          <a href="{$page/page:index/@href}"><xsl:value-of select="$page/page:index/@label"/></a>
          <span class="by">
            <xsl:value-of select="$page/@type"/>
            <xsl:if test="$page/@type and $page/@side">, </xsl:if>
            <xsl:if test="$page/@side"><xsl:call-template name="side"><xsl:with-param name="side" select="$page/@side"/></xsl:call-template></xsl:if>
          </span>
        </p>
        <h1>
          <xsl:if test="string-length($page/@title) &gt; 40"><xsl:attribute name="class">long</xsl:attribute></xsl:if>
          <xsl:value-of select="$page/@title"/>
        </h1>
      </header>
      <xsl:if test="$has-parts">
        <nav class="on-page" aria-label="On this page">
          <details><summary>On this page</summary><xsl:call-template name="parts"/></details>
        </nav>
      </xsl:if>
      <xsl:call-template name="facts"/>
      <xsl:call-template name="forms"/>
      <xsl:if test="$page/page:witness"><xsl:call-template name="sigla"/></xsl:if>
      <xsl:call-template name="events"/>
      <xsl:apply-templates select="$page/page:mode"/>
      <xsl:call-template name="mentions"/>
    </article>
  </xsl:template>

  <xsl:template name="side">
    <xsl:param name="side"/>
    <xsl:choose>
      <xsl:when test="$side = 'other'">another side</xsl:when>
      <xsl:when test="$side = 'voice'">a voice</xsl:when>
      <xsl:when test="$side = 'modern'">of the publications</xsl:when>
      <xsl:otherwise><xsl:call-template name="capital"><xsl:with-param name="words" select="$side"/></xsl:call-template> side</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ============ what the register states ============ -->

  <xsl:template name="facts">
    <xsl:if test="$page/page:fact | $page/page:relation | $page/page:work | $page/page:identifier | $page/page:edition">
      <dl class="facts" id="entry">
        <xsl:for-each select="$page/page:edition">
          <dt>In this edition</dt>
          <dd><a href="{@href}"><xsl:value-of select="@text"/></a></dd>
        </xsl:for-each>
        <xsl:apply-templates select="$page/page:fact | $page/page:relation"/>
        <xsl:if test="$page/page:work">
          <dt>Author of</dt>
          <xsl:for-each select="$page/page:work">
            <dd>
              <a href="{@href}"><xsl:value-of select="@label"/></a>
              <xsl:if test="@date"><span class="dates">, <xsl:value-of select="@date"/></span></xsl:if>
            </dd>
          </xsl:for-each>
        </xsl:if>
        <xsl:if test="$page/page:identifier">
          <dt>Identifiers</dt>
          <dd><ul class="identifiers"><xsl:apply-templates select="$page/page:identifier"/></ul></dd>
        </xsl:if>
      </dl>
    </xsl:if>
    <xsl:apply-templates select="$page/page:note"/>
  </xsl:template>

  <!-- statements of one label stand under it together -->
  <xsl:template match="page:fact | page:relation">
    <xsl:if test="not(preceding-sibling::page:*[1][name() = name(current())]/@label = @label)">
      <dt><xsl:value-of select="@label"/></dt>
    </xsl:if>
    <dd>
      <xsl:choose>
        <xsl:when test="self::page:relation or @words = '' or not(@words)">
          <xsl:call-template name="linked"><xsl:with-param name="entries" select="page:entity"/></xsl:call-template>
          <xsl:if test="@words">: <xsl:value-of select="@words"/></xsl:if>
        </xsl:when>
        <xsl:when test="page:entity[2] or not(page:entity)"><xsl:value-of select="@words"/></xsl:when>
        <xsl:otherwise><a href="{page:entity/@href}"><xsl:value-of select="@words"/></a></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@dates">
        <span class="dates">
          <xsl:if test="@words or page:entity">, </xsl:if>
          <xsl:value-of select="@dates"/>
        </span>
      </xsl:if>
      <xsl:call-template name="certainty"/>
      <xsl:call-template name="evidence"/>
    </dd>
  </xsl:template>

  <xsl:template match="page:identifier">
    <li>
      <xsl:value-of select="@scheme"/>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@value"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="@value"/></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="certainty"/>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="certainty">
    <xsl:if test="@cert and @cert != 'high'"><span class="cert"> (<xsl:value-of select="@cert"/> certainty)</span></xsl:if>
  </xsl:template>

  <xsl:template match="page:note">
    <p class="entry-note">
      <b><xsl:value-of select="@label"/>.</b>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@words"/>
      <xsl:call-template name="evidence"/>
    </p>
  </xsl:template>

  <!-- ============ printed forms ============ -->

  <xsl:template name="forms">
    <xsl:if test="$page/page:form">
      <section aria-labelledby="forms">
        <h2 id="forms">Printed forms</h2>
        <ul class="forms">
          <xsl:for-each select="$page/page:form">
            <li>
              <span class="form"><xsl:value-of select="@printed"/></span>
              <xsl:if test="@read"><span class="read"> (read: <xsl:value-of select="@read"/>)</span></xsl:if>
              <xsl:text> </xsl:text>
              <xsl:call-template name="counts"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============ events ============ -->

  <xsl:template name="events">
    <xsl:if test="$page/page:event">
      <section aria-labelledby="events">
        <h2 id="events">Events <span class="count"><xsl:value-of select="$events"/></span></h2>
        <ul class="entry-events"><xsl:apply-templates select="$page/page:event"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- a date stands where it changes -->
  <xsl:template match="page:event">
    <li>
      <span class="when"><xsl:if test="not(@date = preceding-sibling::page:event[1]/@date)"><xsl:value-of select="@date"/></xsl:if></span>
      <xsl:text> </xsl:text>
      <div>
        <a href="{@href}"><xsl:value-of select="@label"/></a>
        <xsl:if test="page:event">
          <details>
            <summary>
              <xsl:value-of select="count(page:event)"/>
              <xsl:choose>
                <xsl:when test="page:event[2]"> exchanges</xsl:when>
                <xsl:otherwise> exchange</xsl:otherwise>
              </xsl:choose>
            </summary>
            <ul><xsl:apply-templates select="page:event"/></ul>
          </details>
        </xsl:if>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="page:event/page:event">
    <li>
      <a href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:if test="@date and not(@date = ../@date)"><xsl:text> </xsl:text><span class="when"><xsl:value-of select="@date"/></span></xsl:if>
    </li>
  </xsl:template>

  <!-- ============ speech ============ -->

  <xsl:template match="page:mode">
    <section class="speech speech-{@kind}" aria-labelledby="said-{@kind}">
      <h2 id="said-{@kind}"><xsl:value-of select="@label"/><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></h2>
      <xsl:for-each select="page:text">
        <h3><xsl:value-of select="@label"/></h3>
        <xsl:apply-templates select="page:chain"/>
        <ol class="citations">
          <xsl:apply-templates select="page:utterance"/>
        </ol>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="page:utterance">
    <li>
      <a class="where" href="{@href}"><xsl:value-of select="@where"/></a>
      <div class="around">
        <xsl:if test="@thought or @own or page:to or page:by or page:of">
          <p class="to">
            <xsl:for-each select="@thought | @own | page:by | page:of | page:to[1]">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:choose>
                <xsl:when test="name() = 'thought'">in thought</xsl:when>
                <xsl:when test="name() = 'own'">in words of the same speaker</xsl:when>
                <xsl:when test="self::page:by">by <a href="{@href}"><xsl:value-of select="@label"/></a></xsl:when>
                <xsl:when test="self::page:of">from <a href="{@href}"><xsl:value-of select="@label"/></a></xsl:when>
                <xsl:otherwise>
                  <xsl:text>to </xsl:text>
                  <xsl:call-template name="linked"><xsl:with-param name="entries" select="../page:to"/></xsl:call-template>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:if test="@words"><p class="words-said"><xsl:value-of select="@words"/></p></xsl:if>
      </div>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ mentions ============ -->

  <xsl:template name="mentions">
    <xsl:if test="$page/page:text">
      <section class="mentions" aria-labelledby="mentions">
        <h2 id="mentions">In the texts <span class="count"><xsl:value-of select="$mentioned"/></span></h2>
        <xsl:for-each select="$page/page:text">
          <section aria-labelledby="{@id}">
            <h3 id="{@id}"><a href="{@href}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></h3>
            <xsl:apply-templates select="page:group"/>
          </section>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:group">
    <xsl:if test="@label"><h4><xsl:call-template name="label"/></h4></xsl:if>
    <ol class="citations">
      <xsl:apply-templates select="page:mention"/>
    </ol>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:mention">
    <li>
      <a class="where" href="{@href}"><xsl:value-of select="@where"/></a>
      <xsl:if test="@words or @before or @after">
        <p class="around"><xsl:value-of select="@before"/><mark><xsl:value-of select="@words"/></mark><xsl:value-of select="@after"/></p>
      </xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ beside the page, where it is wide; else under its heading ============ -->

  <xsl:template name="aside">
    <xsl:if test="$has-parts">
      <nav class="contents" id="contents" aria-label="On this page">
        <h2><a href="{$page/page:index/@href}"><xsl:value-of select="$page/page:index/@label"/></a></h2>
        <xsl:call-template name="parts"/>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="parts">
    <ol>
      <xsl:if test="$page/page:form"><li><a href="#forms">Printed forms</a></li></xsl:if>
      <xsl:if test="$page/page:event"><li><a href="#events">Events (<xsl:value-of select="$events"/>)</a></li></xsl:if>
      <xsl:for-each select="$page/page:mode">
        <li><a href="#said-{@kind}"><xsl:value-of select="@label"/> (<xsl:value-of select="@count"/>)</a></li>
      </xsl:for-each>
      <xsl:if test="$page/page:text">
        <li>
          <a href="#mentions">In the texts</a>
          <ol>
            <xsl:for-each select="$page/page:text">
              <li><a href="#{@id}"><xsl:value-of select="@label"/> (<xsl:value-of select="@count"/>)</a></li>
            </xsl:for-each>
          </ol>
        </li>
      </xsl:if>
    </ol>
  </xsl:template>

</xsl:stylesheet>
