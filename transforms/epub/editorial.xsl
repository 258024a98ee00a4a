<?xml version="1.0" encoding="UTF-8"?>
<!-- The edition's own text (tei/edition.xml): introduction, principles, witnesses. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="text.xsl"/>
  <xsl:import href="../html/witnesses.xsl"/>

  <xsl:template name="main">
    <h1><xsl:value-of select="$page/@title"/></h1>
    <xsl:apply-templates select="$tei/tei:text"/>
    <xsl:call-template name="notes"/>
  </xsl:template>

  <!-- a section of its own at the end of the book -->
  <xsl:template match="tei:divGen[@type = 'corrections']"/>

</xsl:stylesheet>
