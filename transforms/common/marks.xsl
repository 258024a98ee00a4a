<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes that are marked in the line and printed elsewhere, and their numbers: 1, 2, 3 … through the file or page.
     The numbers are written down once (generate-id:number|…), because counting back from each note takes long. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="marked" select="(/tei:TEI | /*/tei:TEI)/tei:text//tei:note[not(@place = 'inline')]"/>

  <xsl:variable name="numbers">
    <xsl:for-each select="$marked"><xsl:value-of select="concat('|', generate-id(), ':', position())"/></xsl:for-each>
    <xsl:text>|</xsl:text>
  </xsl:variable>

  <!-- context: the note -->
  <xsl:template name="note-number">
    <xsl:value-of select="substring-before(substring-after($numbers, concat('|', generate-id(), ':')), '|')"/>
  </xsl:template>

</xsl:stylesheet>
