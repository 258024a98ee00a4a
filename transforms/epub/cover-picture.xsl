<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover: two fields with a crack between them; the title on one side, what it is about on the other.
     page:line  words, kind (title, sub, foot), y -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns="http://www.w3.org/2000/svg"
  exclude-result-prefixes="page">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/page:page">
    <svg width="1600" height="2400" viewBox="0 0 1600 2400" role="img" aria-label="{@alt}">
      <title><xsl:value-of select="@alt"/></title>
      <path fill="#221f1a" d="M0 0H1600V2400H0Z"/>
      <path fill="#8c2f21" d="M0 0L1003 -10 883 330 1029 620 806 960 945 1240 670 1560 803 1830 563 2120 642 2410 0 2400Z"/>
      <path fill="#f6f0e2" d="M1003 -10 883 330 1029 620 806 960 945 1240 670 1560 803 1830 563 2120 642 2410 738 2410 637 2120 837 1830 730 1560 975 1240 854 960 1051 620 917 330 1017 -10Z"/>
      <g font-family="Palatino, 'Palatino Linotype', 'TeX Gyre Pagella', P052, 'Book Antiqua', Georgia, serif">
        <xsl:for-each select="page:line">
          <text y="{@y}" fill="#f6f0e2">
            <xsl:choose>
              <xsl:when test="@kind = 'title'">
                <xsl:attribute name="x">130</xsl:attribute>
                <xsl:attribute name="font-size">330</xsl:attribute>
              </xsl:when>
              <xsl:otherwise>
                <xsl:attribute name="x">1470</xsl:attribute>
                <xsl:attribute name="text-anchor">end</xsl:attribute>
                <xsl:attribute name="font-size"><xsl:choose><xsl:when test="@kind = 'sub'">88</xsl:when><xsl:otherwise>50</xsl:otherwise></xsl:choose></xsl:attribute>
                <xsl:if test="@kind = 'foot'"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:if>
              </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="@words"/>
          </text>
        </xsl:for-each>
      </g>
    </svg>
  </xsl:template>

</xsl:stylesheet>
