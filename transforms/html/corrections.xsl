<?xml version="1.0" encoding="UTF-8"?>
<!-- Corrections of a text: what the source prints, what this edition reads, where, how surely.

     page:kind        type, count
     page:correction  href, where (printed page, turn, paragraph), printed, read, type, cert, before and after (words around) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="about.xsl"/>

  <xsl:template name="main">
    <header class="page-header">
      <p class="kicker">
        <xsl:for-each select="$page/page:contents"><a href="{@href}"><xsl:value-of select="$page/@text-title"/></a></xsl:for-each>
      </p>
      <h1>Corrections</h1>
    </header>
    <xsl:choose>
      <xsl:when test="$page/page:withheld"><p class="lead">The corrections are listed with the text, which is not shown here.</p></xsl:when>
      <xsl:when test="not($page/page:correction)"><p class="lead">This edition reads the text as the source prints it.</p></xsl:when>
      <xsl:otherwise>
        <p class="lead">
          <xsl:text>This edition reads the source otherwise in </xsl:text>
          <xsl:value-of select="count($page/page:correction)"/>
          <xsl:choose>
            <xsl:when test="count($page/page:correction) = 1"> place</xsl:when>
            <xsl:otherwise> places</xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="$page/page:kind">
            <xsl:choose>
              <xsl:when test="position() = 1">: </xsl:when>
              <xsl:otherwise>, </xsl:otherwise>
            </xsl:choose>
            <xsl:value-of select="concat(@count, ' ')"/>
            <xsl:choose>
              <xsl:when test="@type = 'ocr'">error<xsl:if test="@count != 1">s</xsl:if> of recognition</xsl:when>
              <xsl:when test="@type = 'print'">misprint<xsl:if test="@count != 1">s</xsl:if></xsl:when>
              <xsl:when test="@type = 'supplied' and @count = 1">word or mark left out</xsl:when>
              <xsl:when test="@type = 'supplied'">words or marks left out</xsl:when>
              <xsl:otherwise><xsl:value-of select="@type"/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </p>
        <div class="wide" role="region" aria-label="Corrections" tabindex="0">
          <table class="corrections">
            <thead>
              <tr><th scope="col">Where</th><th scope="col">In the source</th><th scope="col">Read here</th><th scope="col">Kind</th></tr>
            </thead>
            <tbody><xsl:apply-templates select="$page/page:correction"/></tbody>
          </table>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page:correction">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@where"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="@where"/></xsl:otherwise>
        </xsl:choose>
      </th>
      <td><xsl:value-of select="@before"/><del><xsl:value-of select="@printed"/></del><xsl:value-of select="@after"/></td>
      <td><ins><xsl:value-of select="@read"/></ins></td>
      <td>
        <xsl:choose>
          <xsl:when test="@type = 'ocr'">recognition</xsl:when>
          <xsl:when test="@type = 'print'">misprint</xsl:when>
          <xsl:when test="@type = 'supplied'">left out</xsl:when>
          <xsl:otherwise><xsl:value-of select="@type"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@cert and @cert != 'high'">, <xsl:value-of select="@cert"/> certainty</xsl:if>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:for-each select="$header"><xsl:call-template name="rights"/></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
