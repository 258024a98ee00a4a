<?xml version="1.0" encoding="UTF-8"?>
<!-- Last page: version and date of the edition, and whose rights each text is under.
     page:text  label, with the text's header in it -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="../html/about.xsl"/>

  <xsl:template name="main">
    <section epub:type="copyright-page" aria-labelledby="rights">
      <h1 id="rights">Rights</h1>
      <p>
        <xsl:value-of select="$page/@edition"/>
        <xsl:if test="$page/@version">, version <xsl:value-of select="$page/@version"/></xsl:if>
        <xsl:if test="$page/@date">, <xsl:value-of select="$page/@date"/></xsl:if>
        <xsl:text>.</xsl:text>
        <xsl:for-each select="$header//tei:publicationStmt//tei:licence">
          <xsl:text> </xsl:text>
          <a href="{@target}"><xsl:value-of select="normalize-space(.)"/></a>
        </xsl:for-each>
      </p>
      <xsl:for-each select="$page/page:text">
        <h2><xsl:value-of select="@label"/></h2>
        <xsl:for-each select="tei:teiHeader"><xsl:call-template name="rights"/></xsl:for-each>
      </xsl:for-each>
    </section>
  </xsl:template>

</xsl:stylesheet>
