<?xml version="1.0" encoding="UTF-8"?>
<!-- Markup inside a paragraph of the book: the reading text. Names are not links here; references are. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <!-- page breaks and notes stand in sic only, and belong to both readings -->
  <xsl:template match="tei:choice[tei:sic and tei:corr]">
    <xsl:apply-templates select="tei:corr"/>
    <xsl:apply-templates select="tei:sic//tei:pb[not(ancestor::tei:note/ancestor::tei:sic)]
                               | tei:sic//tei:note[not(ancestor::tei:note/ancestor::tei:sic)]"/>
  </xsl:template>

  <xsl:template match="tei:pb">
    <span epub:type="pagebreak" role="doc-pagebreak" aria-label="{translate(@n, '[]', '')}"><xsl:call-template name="id"/></span>
  </xsl:template>

  <xsl:template match="tei:lb"><br/></xsl:template>

  <xsl:template match="tei:desc | tei:corr">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:said | tei:quote | tei:soCalled | tei:term | tei:mentioned | tei:gloss | tei:seg | tei:name
      | tei:num | tei:measure | tei:label | tei:idno | tei:lang | tei:address | tei:addrLine | tei:salute | tei:dateline
      | tei:signed | tei:persName | tei:placeName | tei:orgName | tei:title | tei:date | tei:time | tei:unclear
      | tei:supplied | tei:bibl">
    <xsl:call-template name="span"/>
  </xsl:template>

  <xsl:template match="tei:stage | tei:kinesic | tei:vocal | tei:incident | tei:seg[@type = 'delivery']">
    <xsl:call-template name="span"><xsl:with-param name="class">stage</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:gap">
    <span class="generated">[lost in the source]</span>
  </xsl:template>

  <!-- the first page of the text says it -->
  <xsl:template match="tei:gap[@reason = 'withheld']"/>

  <xsl:template match="tei:foreign">
    <i>
      <xsl:call-template name="id"/>
      <xsl:if test="@xml:lang">
        <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
        <xsl:attribute name="xml:lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </i>
  </xsl:template>

  <xsl:template match="tei:emph | tei:hi">
    <em><xsl:call-template name="id"/><xsl:apply-templates/></em>
  </xsl:template>

  <xsl:template match="tei:ref">
    <xsl:variable name="href"><xsl:call-template name="address"><xsl:with-param name="target" select="@target"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$href != '' and normalize-space(.) != '' and not(ancestor::tei:ref or .//tei:note[not(@place = 'inline')])">
        <a href="{$href}"><xsl:call-template name="id"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="span"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
