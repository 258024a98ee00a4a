<?xml version="1.0" encoding="UTF-8"?>
<!-- Index of people, places, organizations or works: what the register states, and where the texts name them.
     page:entry  id, label, dated, words; page:text in it  label; page:place in that  href, where -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <xsl:template name="main">
    <section epub:type="index" role="doc-index" aria-labelledby="index">
      <h1 id="index"><xsl:value-of select="$page/@title"/></h1>
      <ul class="index">
        <xsl:for-each select="$page/page:entry">
          <li id="{@id}">
            <b><xsl:value-of select="@label"/></b>
            <xsl:if test="@dated"><xsl:value-of select="concat(' (', @dated, ')')"/></xsl:if>
            <xsl:if test="@words">, <xsl:value-of select="@words"/></xsl:if>
            <xsl:for-each select="page:text">
              <xsl:text>. </xsl:text>
              <i><xsl:value-of select="@label"/></i>
              <xsl:for-each select="page:place">
                <xsl:choose><xsl:when test="position() = 1">: </xsl:when><xsl:otherwise>, </xsl:otherwise></xsl:choose>
                <a href="{@href}"><xsl:value-of select="translate(@where, ' ', '&#xA0;')"/></a>
              </xsl:for-each>
            </xsl:for-each>
            <xsl:text>.</xsl:text>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

</xsl:stylesheet>
