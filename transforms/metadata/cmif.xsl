<?xml version="1.0" encoding="UTF-8"?>
<!-- An index of letters in the Correspondence Metadata Interchange Format: TEI with one correspDesc for each letter.

     page:page    full-title, publisher, issued (date), home, address (of this file; identifies it if it is whole), uuid,
                  version
     page:letter  href, key (its address in the text), with its tei:correspDesc
     page:link    target (a pointer to a register), href (the address that identifies who or what is meant) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="tei page">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="../common/layout.xsl"/>
  <xsl:import href="../common/pointers.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:variable name="page" select="/page:page"/>

  <xsl:template match="/">
    <TEI>
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>Letters and diplomatic notes in <xsl:value-of select="$page/@full-title"/></title>
            <editor><xsl:value-of select="$page/@publisher"/></editor>
          </titleStmt>
          <publicationStmt>
            <publisher><ref target="{$page/@home}"><xsl:value-of select="$page/@publisher"/></ref></publisher>
            <xsl:if test="contains($page/@address, '://')"><idno type="url"><xsl:value-of select="$page/@address"/></idno></xsl:if>
            <xsl:if test="$page/@issued != ''"><date when="{$page/@issued}"/></xsl:if>
            <availability>
              <licence target="https://creativecommons.org/licenses/by/4.0/">This file is licensed under the terms of the Creative-Commons-License CC-BY 4.0</licence>
            </availability>
          </publicationStmt>
          <sourceDesc>
            <bibl type="online">
              <xsl:attribute name="xml:id"><xsl:value-of select="$page/@uuid"/></xsl:attribute>
              <xsl:value-of select="$page/@full-title"/>
              <xsl:if test="$page/@version">, version <xsl:value-of select="$page/@version"/></xsl:if>
              <xsl:text>, </xsl:text><ref target="{$page/@home}"><xsl:value-of select="$page/@home"/></ref>
            </bibl>
          </sourceDesc>
        </fileDesc>
        <profileDesc>
          <xsl:apply-templates select="$page/page:letter/tei:correspDesc"/>
        </profileDesc>
      </teiHeader>
      <text><body><p/></body></text>
    </TEI>
  </xsl:template>

  <!-- the format knows senders and addressees only; who carried a letter stands in the text's own header -->
  <xsl:template match="tei:correspDesc">
    <correspDesc key="{../@key}" ref="{../@href}" source="#{$page/@uuid}">
      <xsl:apply-templates select="tei:correspAction[@type = 'sent' or @type = 'received']"/>
    </correspDesc>
  </xsl:template>

  <xsl:template match="tei:correspAction">
    <correspAction type="{@type}">
      <xsl:if test="not(tei:persName or tei:orgName)"><persName>Unknown</persName></xsl:if>
      <xsl:apply-templates select="tei:persName | tei:orgName | tei:placeName | tei:date"/>
    </correspAction>
  </xsl:template>

  <xsl:template match="tei:persName | tei:orgName | tei:placeName">
    <xsl:variable name="address"><xsl:call-template name="address"><xsl:with-param name="target" select="@ref"/></xsl:call-template></xsl:variable>
    <xsl:element name="{local-name()}">
      <xsl:if test="$address != ''"><xsl:attribute name="ref"><xsl:value-of select="$address"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="@cert"/>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:date">
    <date><xsl:copy-of select="@when | @from | @to | @notBefore | @notAfter | @cert"/></date>
  </xsl:template>

</xsl:stylesheet>
