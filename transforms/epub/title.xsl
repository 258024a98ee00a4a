<?xml version="1.0" encoding="UTF-8"?>
<!-- Title page of the book. page:page  topic, subtitle, publisher, notice (that words are withheld); page:text  label -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>

  <xsl:template name="main">
    <section epub:type="titlepage" aria-label="Title page">
      <h1><xsl:value-of select="$page/@edition"/></h1>
      <xsl:if test="$page/@topic"><p class="topic"><xsl:value-of select="$page/@topic"/></p></xsl:if>
      <xsl:if test="$page/@subtitle"><p class="subtitle"><xsl:value-of select="$page/@subtitle"/></p></xsl:if>
      <ul class="texts">
        <xsl:for-each select="$page/page:text">
          <li><xsl:value-of select="@label"/></li>
        </xsl:for-each>
      </ul>
      <xsl:if test="$page/@notice"><p class="notice"><xsl:value-of select="$page/@notice"/></p></xsl:if>
      <p class="imprint">
        <xsl:value-of select="$page/@publisher"/>
        <xsl:if test="$page/@version"><br/>Version <xsl:value-of select="$page/@version"/></xsl:if>
        <xsl:if test="$page/@date"><br/><xsl:value-of select="$page/@date"/></xsl:if>
      </p>
    </section>
  </xsl:template>

</xsl:stylesheet>
