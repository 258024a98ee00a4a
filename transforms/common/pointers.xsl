<?xml version="1.0" encoding="UTF-8"?>
<!-- Where pointers lead.

     Before a page is made, its TEI is wrapped in page:page, which says what only the whole edition knows: file names,
     previous and next, and for each pointer that lands on a page that is built, its address:

       <page:link target="register/persons.xml#hoxha" href="../people/hoxha.html" label="Enver Hoxha"/>

     A pointer without page:link is not linked. A TEI file that is not wrapped (xsltproc on the file) becomes one page,
     so pointers into itself are links as they are. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page">

  <xsl:key name="link" match="page:link" use="@target"/>
  <xsl:key name="voice" match="page:voice" use="@who"/>
  <xsl:key name="responsible" match="tei:respStmt" use="concat('#', @xml:id)"/>

  <!-- address that a pointer leads to; empty if it leads to no page -->
  <xsl:template name="address">
    <xsl:param name="target"/>
    <xsl:choose>
      <xsl:when test="key('link', $target)"><xsl:value-of select="key('link', $target)[1]/@href"/></xsl:when>
      <xsl:when test="not(/page:page) and starts-with($target, '#')"><xsl:value-of select="$target"/></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
