<?xml version="1.0" encoding="UTF-8"?>
<!-- What this edition reads otherwise than the sources print, text by text.
     page:text in it  id, label, withheld; page:correction in that  href, where, printed, read, before and after (words around) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <xsl:template name="main">
    <section epub:type="errata" role="doc-errata" aria-labelledby="corrections">
      <h1 id="corrections">Corrections</h1>
      <p>What the source prints is struck out; what this edition reads instead, or adds, is underlined.</p>
      <xsl:for-each select="$page/page:text">
        <h2 id="{@id}"><xsl:value-of select="@label"/></h2>
        <xsl:choose>
          <xsl:when test="@withheld"><p>The corrections are listed with the text, which is not shown here.</p></xsl:when>
          <xsl:when test="not(page:correction)"><p>This edition reads the text as the source prints it.</p></xsl:when>
          <xsl:otherwise>
            <ul class="index"><xsl:apply-templates select="page:correction"/></ul>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="page:correction">
    <li>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="translate(@where, ' ', '&#xA0;')"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="@where"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>: </xsl:text>
      <xsl:value-of select="@before"/>
      <xsl:if test="@printed != ''"><del><xsl:value-of select="@printed"/></del></xsl:if>
      <xsl:if test="@printed != '' and @read != ''"> → </xsl:if>
      <xsl:if test="@read != ''"><ins><xsl:value-of select="@read"/></ins></xsl:if>
      <xsl:value-of select="@after"/>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
