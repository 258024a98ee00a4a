<?xml version="1.0" encoding="UTF-8"?>
<!-- Source text: what the source prints, with its errors and its marks of notes, without anything of this edition. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="lines.xsl"/>

  <xsl:template match="tei:choice[tei:sic and tei:corr]">
    <xsl:apply-templates select="tei:sic"/>
  </xsl:template>

  <xsl:template match="tei:head[@resp = '#rift'] | tei:note[@resp = '#rift'] | tei:supplied[@resp = '#rift']"
                priority="2"/>

  <!-- the mark that the source prints -->
  <xsl:template name="mark">
    <xsl:value-of select="@n"/>
  </xsl:template>

  <xsl:variable name="marked" select="/tei:TEI/tei:text//tei:note[not(@place = 'inline' or @resp = '#rift')]"/>

</xsl:stylesheet>
