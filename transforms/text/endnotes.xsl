<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading text with the notes after it, in one list. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="reading.xsl"/>

  <xsl:template match="tei:TEI">
    <xsl:apply-templates select="tei:text"/>
    <xsl:call-template name="line">
      <xsl:with-param name="words">Notes</xsl:with-param>
      <xsl:with-param name="id" select="''"/>
      <xsl:with-param name="space" select="2"/>
    </xsl:call-template>
    <xsl:for-each select="$marked"><xsl:call-template name="note-line"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="notes-of"/>
  <xsl:template name="between"/>

</xsl:stylesheet>
