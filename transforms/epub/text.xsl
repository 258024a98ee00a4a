<?xml version="1.0" encoding="UTF-8"?>
<!-- A chapter or document of a text. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>
  <xsl:import href="notes.xsl"/>

  <xsl:template name="main">
    <div class="text">
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="not($tei/tei:text//tei:head)">
        <h2 class="generated"><xsl:value-of select="$page/@title"/></h2>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="$tei/tei:text"/>
    </div>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="notes"/>
  </xsl:template>

</xsl:stylesheet>
