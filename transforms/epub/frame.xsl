<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page of the book. A page's stylesheet imports this and fills in the template "main"; it may give
     the body a meaning ("body-type") and a class. Elements stand in no namespace here; xhtml.xsl puts them into theirs, so
     that templates can be shared with the site. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="../common/layout.xsl"/>
  <xsl:import href="../common/pointers.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:variable name="page" select="/page:page"/>
  <xsl:variable name="tei" select="/page:page/tei:TEI"/>
  <xsl:variable name="header" select="$tei/tei:teiHeader"/>
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="body-type" select="string($page/@matter)"/>

  <xsl:template match="/">
    <html lang="en" xml:lang="en">
      <head>
        <title><xsl:value-of select="$page/@title"/></title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body class="{$page/@kind}">
        <xsl:if test="$body-type != ''"><xsl:attribute name="epub:type"><xsl:value-of select="$body-type"/></xsl:attribute></xsl:if>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="main"/>
      </body>
    </html>
  </xsl:template>

  <!-- words that the source prints in capitals are set in small ones -->
  <xsl:template name="is-capitals">
    <xsl:param name="words" select="."/>
    <xsl:if test="translate($words, $small, '') = $words and translate($words, $large, '') != $words">yes</xsl:if>
  </xsl:template>

  <xsl:template name="id">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- an element that only an address asks for -->
  <xsl:template name="span">
    <xsl:param name="class"/>
    <xsl:choose>
      <xsl:when test="@xml:id or $class != ''">
        <span>
          <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="$class"/></xsl:attribute></xsl:if>
          <xsl:call-template name="id"/>
          <xsl:apply-templates/>
        </span>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
