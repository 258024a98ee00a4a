<?xml version="1.0" encoding="UTF-8"?>
<!-- Through whose hands words came, from the mouth to the page: page:chain with page:hand (role), each with page:name
     (label, href if the register's entry has a page); page:by with the same names: whose words they are, then who quotes
     him. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:template match="page:chain">
    <p class="chain generated">
      <span class="chain-label">Told by way of </span>
      <xsl:for-each select="page:hand">
        <xsl:if test="position() &gt; 1"><span class="then"> → </span></xsl:if>
        <span class="hand">
          <xsl:apply-templates select="page:name"/>
          <xsl:if test="@role"><xsl:text> </xsl:text><span class="role"><xsl:value-of select="@role"/></span></xsl:if>
        </span>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- who says it; after him those in whose words he is quoted -->
  <xsl:template match="page:by">
    <xsl:if test="preceding-sibling::page:by">, quoted by </xsl:if>
    <xsl:choose>
      <xsl:when test="page:name/@label = preceding-sibling::page:by/page:name/@label">the same speaker</xsl:when>
      <xsl:otherwise><xsl:apply-templates select="page:name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page:name">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@label"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
