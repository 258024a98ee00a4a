<?xml version="1.0" encoding="UTF-8"?>
<!-- First page of a text: title, by whom and when, where it was found, whose rights. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="../html/about.xsl"/>
  <xsl:import href="../html/withheld.xsl"/>

  <xsl:template name="main">
    <section epub:type="part" role="doc-part" aria-label="{$page/@title}">
      <xsl:for-each select="$header">
        <header>
          <h1><xsl:value-of select="normalize-space(tei:fileDesc/tei:titleStmt/tei:title[1])"/></h1>
        </header>
        <xsl:call-template name="facts"/>
        <xsl:for-each select="tei:profileDesc/tei:abstract/tei:p"><p><xsl:apply-templates/></p></xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$page/page:corrections">
        <p>What is read otherwise than the source prints is listed in the <a href="{@href}">corrections</a>.</p>
      </xsl:for-each>
      <xsl:call-template name="withheld"/>
      <xsl:for-each select="$header">
        <h2>Rights</h2>
        <xsl:call-template name="rights"/>
      </xsl:for-each>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
