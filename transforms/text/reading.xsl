<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading text: misprints corrected, what this edition supplies is there. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="lines.xsl"/>

  <!-- notes stand in sic only, and belong to both readings -->
  <xsl:template match="tei:choice[tei:sic and tei:corr]">
    <xsl:apply-templates select="tei:corr"/>
    <xsl:apply-templates select="tei:sic//tei:note[not(ancestor::tei:note/ancestor::tei:sic)]"/>
  </xsl:template>

</xsl:stylesheet>
