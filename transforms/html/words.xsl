<?xml version="1.0" encoding="UTF-8"?>
<!-- Markup inside a paragraph. The page shows the reading text; what the source prints instead stands in data-sic. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <!-- ============ corrections and insertions ============ -->

  <!-- page breaks and notes stand in sic only, and belong to both readings -->
  <xsl:template match="tei:choice[tei:sic and tei:corr]">
    <xsl:variable name="printed">
      <xsl:for-each select="tei:sic//text()[not(ancestor::tei:note/ancestor::tei:sic)]"><xsl:value-of select="."/></xsl:for-each>
    </xsl:variable>
    <span class="corr" data-sic="{$printed}">
      <xsl:attribute name="title">
        <xsl:choose>
          <xsl:when test="$printed = ''">not in the source</xsl:when>
          <xsl:otherwise>in the source: <xsl:value-of select="$printed"/></xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="tei:corr/@type = 'ocr'"> (recognition error)</xsl:when>
          <xsl:when test="tei:corr/@type = 'print'"> (misprint)</xsl:when>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:apply-templates select="tei:corr"/>
    </span>
    <xsl:apply-templates select="tei:sic//tei:pb[not(ancestor::tei:note/ancestor::tei:sic)]
                               | tei:sic//tei:note[not(ancestor::tei:note/ancestor::tei:sic)]"/>
  </xsl:template>

  <xsl:template match="tei:choice/tei:corr">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:supplied">
    <span class="supplied"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:supplied[@resp = '#rift']">
    <span class="corr ours" data-sic="" title="not in the source; supplied by this edition">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:unclear">
    <span class="unclear" title="uncertain in the source"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- ============ page breaks ============ -->

  <!-- the number is shown in the margin by the style sheet, so that copied text stays whole -->
  <xsl:template name="page-break" match="tei:pb">
    <a class="pb">
      <xsl:call-template name="id"/>
      <xsl:if test="@xml:id"><xsl:attribute name="href">#<xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
      <xsl:attribute name="aria-label">Page <xsl:value-of select="@n"/></xsl:attribute>
      <xsl:attribute name="data-n"><xsl:value-of select="@n"/></xsl:attribute>
    </a>
  </xsl:template>

  <!-- inside a link there can be no other -->
  <xsl:template match="tei:persName//tei:pb | tei:placeName//tei:pb | tei:orgName//tei:pb | tei:title//tei:pb | tei:ref//tei:pb">
    <span class="pb" data-n="{@n}"><xsl:call-template name="id"/></span>
  </xsl:template>

  <xsl:template match="tei:lb"><br/></xsl:template>

  <!-- ============ speech, quotation, reactions ============ -->

  <xsl:template match="tei:said">
    <span class="said">
      <xsl:call-template name="id"/>
      <xsl:if test="@who"><xsl:attribute name="data-who"><xsl:value-of select="@who"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
      <xsl:call-template name="cited"/>
    </span>
  </xsl:template>

  <xsl:template match="tei:quote">
    <span class="{normalize-space(concat('quote ', @type))}">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
      <xsl:call-template name="cited"/>
    </span>
  </xsl:template>

  <!-- after a quotation: a link to the passage or work that it is taken from -->
  <xsl:template name="cited">
    <xsl:variable name="href" select="key('address', @source)[1]"/>
    <xsl:if test="$href != '' and not(ancestor::tei:title[@ref] or ancestor::tei:ref or ancestor::tei:persName[@ref])">
      <a class="cited generated" href="{$href}">
        <xsl:attribute name="aria-label">
          <xsl:choose>
            <xsl:when test="contains(@source, 'register/')">The work quoted</xsl:when>
            <xsl:otherwise>The passage quoted</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:soCalled | tei:term | tei:mentioned | tei:gloss | tei:seg | tei:name
      | tei:stage | tei:kinesic | tei:vocal | tei:incident | tei:num | tei:measure | tei:label | tei:idno | tei:lang
      | tei:address | tei:addrLine | tei:salute | tei:dateline | tei:signed">
    <span class="{normalize-space(concat(local-name(), ' ', @type))}">
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="tei:desc">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:gap">
    <span class="gap generated">lost in the source</span>
  </xsl:template>

  <!-- the notice over the page says it -->
  <xsl:template match="tei:gap[@reason = 'withheld']"/>

  <!-- ============ dates, languages, emphasis ============ -->

  <xsl:template match="tei:date | tei:time">
    <span class="date"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:date[@when]">
    <time datetime="{@when}"><xsl:call-template name="id"/><xsl:apply-templates/></time>
  </xsl:template>

  <!-- page:term: a foreign word of the page, with its place in the glossary: words, lang, means, href -->
  <xsl:key name="term" match="/*/page:term" use="concat(@lang, ' ', @words)"/>

  <xsl:template match="tei:foreign">
    <xsl:variable name="term" select="key('term', concat(@xml:lang, ' ', normalize-space()))"/>
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="$term and not(ancestor::*[@ref or @target] or .//*[@ref or @target or self::tei:pb or self::tei:note])">a</xsl:when>
        <xsl:otherwise>i</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:attribute name="class">foreign</xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:if test="@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute></xsl:if>
      <xsl:if test="$element = 'a'"><xsl:attribute name="href"><xsl:value-of select="$term/@href"/></xsl:attribute></xsl:if>
      <xsl:if test="$term"><xsl:attribute name="title"><xsl:value-of select="$term/@means"/></xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:emph | tei:hi">
    <em><xsl:call-template name="id"/><xsl:apply-templates/></em>
  </xsl:template>

  <!-- ============ links ============ -->

  <xsl:template match="tei:persName">
    <xsl:call-template name="pointing"><xsl:with-param name="class" select="'name person'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:placeName">
    <xsl:call-template name="pointing"><xsl:with-param name="class" select="'name place'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:orgName">
    <xsl:call-template name="pointing"><xsl:with-param name="class" select="'name organization'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:title">
    <xsl:call-template name="pointing"><xsl:with-param name="class" select="'title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:ref">
    <xsl:call-template name="pointing">
      <xsl:with-param name="class" select="normalize-space(concat('ref ', @type))"/>
      <xsl:with-param name="target" select="@target"/>
    </xsl:call-template>
  </xsl:template>

  <!-- a link, if the target has a page and no other link is around or inside; @title says who or what is meant -->
  <xsl:template name="pointing">
    <xsl:param name="class"/>
    <xsl:param name="target" select="@ref"/>
    <xsl:variable name="href" select="key('address', $target)[1]"/>
    <xsl:choose>
      <xsl:when test="$href != '' and normalize-space(.) != '' and not(ancestor::tei:ref
                      or ancestor::*/@ref[parent::tei:persName or parent::tei:placeName or parent::tei:orgName or parent::tei:title]
                      or .//tei:note[not(@place = 'inline')])">
        <a class="{$class}" href="{$href}">
          <xsl:call-template name="id"/>
          <xsl:variable name="label" select="$href/parent::page:link/@label"/>
          <xsl:if test="$label != normalize-space()"><xsl:attribute name="title"><xsl:value-of select="$label"/></xsl:attribute></xsl:if>
          <xsl:apply-templates/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="{$class}"><xsl:call-template name="id"/><xsl:apply-templates/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
