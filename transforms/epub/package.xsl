<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, which files it has, in which order they are read.
     page:maker    label, kind (creator, contributor), role (relator of MARC), filed (the form for a shelf)
     page:subject  label
     page:item     id, href, type, properties, spine (yes, no: read when a link leads to it; none: no page) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns="http://www.idpf.org/2007/opf"
  exclude-result-prefixes="page">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/page:page">
    <package version="3.0" unique-identifier="id" xml:lang="en">
      <metadata>
        <dc:identifier id="id"><xsl:value-of select="@identifier"/></dc:identifier>
        <dc:title id="main-title"><xsl:value-of select="@title"/></dc:title>
        <meta refines="#main-title" property="title-type">main</meta>
        <meta refines="#main-title" property="file-as"><xsl:value-of select="@filed"/></meta>
        <xsl:if test="@subtitle">
          <dc:title id="sub-title"><xsl:value-of select="@subtitle"/></dc:title>
          <meta refines="#sub-title" property="title-type">subtitle</meta>
        </xsl:if>
        <dc:language>en</dc:language>
        <xsl:if test="@issued"><dc:date><xsl:value-of select="@issued"/></dc:date></xsl:if>
        <meta property="dcterms:modified"><xsl:value-of select="@modified"/></meta>
        <xsl:for-each select="page:maker">
          <xsl:element name="dc:{@kind}"><xsl:attribute name="id">maker-<xsl:value-of select="position()"/></xsl:attribute><xsl:value-of select="@label"/></xsl:element>
          <meta refines="#maker-{position()}" property="role" scheme="marc:relators"><xsl:value-of select="@role"/></meta>
          <meta refines="#maker-{position()}" property="file-as"><xsl:value-of select="@filed"/></meta>
        </xsl:for-each>
        <xsl:if test="@publisher"><dc:publisher><xsl:value-of select="@publisher"/></dc:publisher></xsl:if>
        <xsl:for-each select="page:subject"><dc:subject><xsl:value-of select="@label"/></dc:subject></xsl:for-each>
        <xsl:if test="@description"><dc:description><xsl:value-of select="@description"/></dc:description></xsl:if>
        <dc:rights>
          <xsl:if test="@licence"><xsl:value-of select="@licence"/><xsl:text> </xsl:text></xsl:if>
          <xsl:text>The rights of each text stand on its first page.</xsl:text>
        </dc:rights>
        <xsl:if test="@pages-of">
          <dc:source id="printed"><xsl:value-of select="@pages-of"/></dc:source>
          <meta property="pageBreakSource"><xsl:value-of select="@pages-of"/></meta>
        </xsl:if>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <meta property="schema:accessibilityFeature">ARIA</meta>
        <meta property="schema:accessibilityFeature">alternativeText</meta>
        <meta property="schema:accessibilityFeature">displayTransformability</meta>
        <meta property="schema:accessibilityFeature">index</meta>
        <meta property="schema:accessibilityFeature">readingOrder</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <xsl:if test="@pages-of">
          <meta property="schema:accessibilityFeature">pageBreakMarkers</meta>
          <meta property="schema:accessibilityFeature">pageNavigation</meta>
        </xsl:if>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilitySummary">
          <xsl:text>All content is text that can be enlarged and read aloud; headings, turns, notes and page breaks are marked as what they are; words in other languages are marked with their language. The only picture is the cover, which has its words as alternative text.</xsl:text>
          <xsl:if test="@pages-of"> Printed page numbers of one text can be navigated.</xsl:if>
        </meta>
      </metadata>
      <manifest>
        <xsl:for-each select="page:item">
          <item id="{@id}" href="{@href}" media-type="{@type}">
            <xsl:if test="@properties"><xsl:attribute name="properties"><xsl:value-of select="@properties"/></xsl:attribute></xsl:if>
          </item>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:for-each select="page:item[@spine]">
          <itemref idref="{@id}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

</xsl:stylesheet>
