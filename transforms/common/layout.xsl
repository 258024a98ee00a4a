<?xml version="1.0" encoding="UTF-8"?>
<!-- White space that only lays out the file: between the children of elements that hold no text of their own. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page">

  <xsl:strip-space elements="page:*"/>
  <xsl:strip-space elements="tei:TEI tei:text tei:front tei:body tei:back tei:div tei:sp tei:argument"/>
  <xsl:strip-space elements="tei:choice tei:kinesic tei:vocal tei:incident"/>
  <xsl:strip-space elements="tei:list tei:table tei:row tei:listWit tei:listBibl tei:lg"/>

</xsl:stylesheet>
