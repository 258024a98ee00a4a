<?xml version="1.0" encoding="UTF-8"?>
<!-- A chapter for print: as in the e-book, but each note stands at its mark, from where the style sheet sends it to the
     foot of the page, and printed page numbers are words that it sets in the margin. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="../epub/text.xsl"/>

  <xsl:template match="tei:pb">
    <span class="pb" data-n="{@n}"><xsl:call-template name="id"/></span>
  </xsl:template>

  <xsl:template name="mark" match="tei:note[not(@place = 'inline')]">
    <span class="footnote"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- a note stands in the line here, so its paragraphs cannot be paragraphs -->
  <xsl:template match="tei:note[not(@place = 'inline')]//tei:p" priority="1">
    <span class="p"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template name="notes"/>

</xsl:stylesheet>
