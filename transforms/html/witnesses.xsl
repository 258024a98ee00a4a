<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of the editorial page: witnesses with their sigla, bibliographies, tables. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:template match="tei:listWit | tei:listBibl">
    <ul class="{local-name()}"><xsl:call-template name="id"/><xsl:apply-templates/></ul>
  </xsl:template>

  <xsl:template match="tei:listWit/tei:head | tei:listBibl/tei:head">
    <li class="list-head"><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="tei:witness | tei:listBibl/tei:bibl">
    <li>
      <xsl:call-template name="id"/>
      <xsl:if test="@n"><b class="siglum"><xsl:value-of select="@n"/></b><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <xsl:template match="tei:bibl">
    <span class="bibl"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:table">
    <table><xsl:call-template name="id"/><tbody><xsl:apply-templates/></tbody></table>
  </xsl:template>

  <xsl:template match="tei:row"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="tei:cell"><td><xsl:apply-templates/></td></xsl:template>
  <xsl:template match="tei:cell[@role = 'label'] | tei:row[@role = 'label']/tei:cell">
    <th scope="col"><xsl:apply-templates/></th>
  </xsl:template>

</xsl:stylesheet>
