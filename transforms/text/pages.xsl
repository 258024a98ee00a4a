<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading text for printed pages. This stylesheet marks where a page ends; the lines are folded into pages, and the
     notes put to the foot of theirs, by the program. A mark is U+E000, the break's address, a space, the printed number,
     U+E000: characters that no text has. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="reading.xsl"/>

  <xsl:template match="tei:pb">
    <xsl:value-of select="concat('&#xE000;', @xml:id, ' ', @n, '&#xE000;')"/>
  </xsl:template>

  <!-- between paragraphs -->
  <xsl:template match="tei:div/tei:pb | tei:body/tei:pb | tei:front/tei:pb | tei:back/tei:pb | tei:sp/tei:pb | tei:text/tei:pb
      | tei:list/tei:pb | tei:argument/tei:pb | tei:opener[not(text()[normalize-space()])]/tei:pb
      | tei:closer[not(text()[normalize-space()])]/tei:pb" priority="1">
    <xsl:call-template name="line">
      <xsl:with-param name="words" select="concat('&#xE000;', @xml:id, ' ', @n, '&#xE000;')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- pages turn in the running text, not in notes -->
  <xsl:template match="tei:note[not(@place = 'inline')]//tei:pb" priority="2"/>

  <xsl:template match="tei:choice[tei:sic and tei:corr]">
    <xsl:apply-templates select="tei:corr"/>
    <xsl:apply-templates select="tei:sic//tei:pb | tei:sic//tei:note[not(ancestor::tei:note/ancestor::tei:sic)]"/>
  </xsl:template>

</xsl:stylesheet>
