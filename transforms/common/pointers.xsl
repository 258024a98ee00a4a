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

  <!-- keys name the whole path, here and elsewhere: else the whole page is looked through for each of them -->
  <xsl:key name="voice" match="/*/page:voice" use="@who"/>

  <!-- address that a pointer leads to; none if it leads to no page -->
  <xsl:key name="address" match="/*/page:link/@href" use="../@target"/>
  <xsl:key name="address" match="/tei:TEI//@ref[starts-with(., '#')] | /tei:TEI//@target[starts-with(., '#')] | /tei:TEI//@source[starts-with(., '#')]" use="."/>

  <xsl:template name="address">
    <xsl:param name="target"/>
    <xsl:value-of select="key('address', $target)[1]"/>
  </xsl:template>

</xsl:stylesheet>
