<?xml version="1.0" encoding="UTF-8"?>
<!-- The notice over pages of a text that a public edition may not show: why, and where the text can be read. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:template name="withheld">
    <xsl:for-each select="$page/page:withheld">
      <aside class="withheld" aria-label="Rights">
        <p>
          <strong>The words of this text are not shown here.</strong>
          <xsl:text> </xsl:text>
          <xsl:call-template name="withheld-reason"/>
          <xsl:text> What is shown: headings, pages and speakers, and the first words of passages that an event refers to.</xsl:text>
        </p>
        <xsl:call-template name="withheld-source"/>
      </aside>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- context: page:withheld -->
  <xsl:template name="withheld-reason">
    <xsl:variable name="reason" select="string(@reason)"/>
    <xsl:variable name="lang" select="$header//tei:availability//*[@xml:lang][contains(., $reason)][1]/@xml:lang"/>
    <xsl:choose>
      <xsl:when test="@quoted">
        <xsl:text>The source says: </xsl:text>
        <q><xsl:if test="$lang"><xsl:attribute name="lang"><xsl:value-of select="$lang"/></xsl:attribute></xsl:if><xsl:value-of select="$reason"/></q>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(translate(substring($reason, 1, 1), $small, $large), substring($reason, 2), '.')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="withheld-source">
    <xsl:variable name="published" select="$header/tei:fileDesc/tei:sourceDesc//tei:bibl[@type = 'published'][1]"/>
    <xsl:variable name="url" select="normalize-space($published//tei:idno[@type = 'URL'][1])"/>
    <xsl:if test="$published/tei:title">
      <p>
        <xsl:text>It can be read in the published source: </xsl:text>
        <cite><xsl:value-of select="normalize-space($published/tei:title[1])"/></cite>
        <xsl:if test="$url != ''">, <a href="{$url}"><xsl:value-of select="$url"/></a></xsl:if>
        <xsl:text>.</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
