<?xml version="1.0" encoding="UTF-8"?>
<!-- What pages about events have in common: a link to an event, a contradiction with links to its passages.

     a link to an event   href, label, when, contradictions (how many), with page:in (label, text) for each text
     page:contradiction   n, kind, label, words, with page:passage
     page:passage         href, label (text and place), opening (first words) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <!-- context: a link to an event -->
  <xsl:template name="event-link">
    <a class="event-link" href="{@href}"><xsl:value-of select="@label"/></a>
    <span class="event-signs">
      <xsl:if test="@when and not(@when = ../@when or self::page:exchange and @when = ../page:date/@when)"><span class="when"><xsl:value-of select="@when"/></span></xsl:if>
      <span class="told-by">
        <xsl:for-each select="page:in">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="@label"/>
        </xsl:for-each>
      </span>
      <xsl:if test="@contradictions">
        <span class="differs">
          <xsl:value-of select="@contradictions"/>
          <xsl:choose>
            <xsl:when test="@contradictions = 1"> difference</xsl:when>
            <xsl:otherwise> differences</xsl:otherwise>
          </xsl:choose>
        </span>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- context: page:contradiction -->
  <xsl:template name="contradiction">
    <li class="difference" id="d{@n}">
      <p><b class="kind"><xsl:value-of select="@label"/></b><xsl:text> </xsl:text><xsl:value-of select="@words"/></p>
      <xsl:call-template name="passages"/>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- context: what holds page:passage -->
  <xsl:template name="passages">
    <ul class="passages">
      <xsl:for-each select="page:passage">
        <li>
          <a href="{@href}"><xsl:value-of select="@label"/></a>
          <xsl:if test="@opening"><xsl:text> </xsl:text><span class="opening"><xsl:value-of select="@opening"/></span></xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

</xsl:stylesheet>
