<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, site header, site footer. A page's stylesheet imports this and fills in the templates
     "main" (the page), and may fill "title" (if it is not that of the envelope), "aside" (navigation beside the page),
     "footer" and "scripts".

     Nothing is loaded from elsewhere, and the Content-Security-Policy says so. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="../common/layout.xsl"/>
  <xsl:import href="../common/pointers.xsl"/>
  <xsl:import href="withheld.xsl"/>
  <xsl:import href="metadata.xsl"/>

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:variable name="page" select="/page:page"/>
  <xsl:variable name="tei" select="/page:page/tei:TEI | /tei:TEI"/>
  <xsl:variable name="header" select="$tei/tei:teiHeader"/>
  <xsl:variable name="root" select="string($page/@root)"/>
  <xsl:variable name="edition">
    <xsl:value-of select="$page/@edition"/>
    <xsl:if test="not($page/@edition)">The edition</xsl:if>
  </xsl:variable>
  <xsl:variable name="small" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="large" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="security">
    <!-- file: because browsers differ in whether a page opened from disk is itself; a page from a server cannot load it -->
    <xsl:text>default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: data:; </xsl:text>
    <xsl:text>connect-src 'self'; base-uri 'none'; form-action 'self'</xsl:text>
  </xsl:variable>

  <xsl:template match="/">
    <xsl:variable name="words"><xsl:call-template name="title"/></xsl:variable>
    <xsl:variable name="title" select="normalize-space($words)"/>
    <html lang="en">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="{$security}"/>
        <title>
          <xsl:value-of select="$title"/>
          <xsl:if test="$title != $edition"> · <xsl:value-of select="$edition"/></xsl:if>
        </title>
        <meta name="color-scheme" content="light dark"/>
        <link rel="stylesheet" href="{$root}assets/rift.css"/>
        <link rel="icon" href="{$root}assets/rift.svg" type="image/svg+xml"/>
        <xsl:call-template name="metadata"><xsl:with-param name="title" select="$title"/></xsl:call-template>
        <xsl:for-each select="$page/page:previous"><link rel="prev" href="{@href}"/></xsl:for-each>
        <xsl:for-each select="$page/page:next"><link rel="next" href="{@href}"/></xsl:for-each>
        <script src="{$root}assets/rift.js" defer="defer"></script>
        <xsl:call-template name="scripts"/>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body class="page-{$page/@kind}">
        <a class="skip" href="#main">Skip to the text</a>
        <xsl:call-template name="site-header"/>
        <xsl:text>&#10;</xsl:text>
        <div class="spread">
          <main id="main">
            <xsl:if test="$page/page:withheld"><xsl:attribute name="class">outline</xsl:attribute></xsl:if>
            <xsl:call-template name="withheld"/>
            <xsl:call-template name="main"/>
          </main>
          <xsl:text>&#10;</xsl:text>
          <xsl:call-template name="aside"/>
        </div>
        <xsl:text>&#10;</xsl:text>
        <footer class="site-footer">
          <xsl:call-template name="footer"/>
          <p>
            <a href="{$root}index.html"><xsl:value-of select="$edition"/></a>
            <xsl:if test="$page/@version">, version <xsl:value-of select="$page/@version"/></xsl:if>
            <xsl:if test="$page/@date">, <xsl:value-of select="$page/@date"/></xsl:if>
          </p>
          <xsl:if test="contains($page/@address, '://')"><p class="address"><xsl:value-of select="$page/@address"/></p></xsl:if>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="site-header">
    <header class="site-header">
      <a class="brand" href="{$root}index.html"><xsl:value-of select="$edition"/></a>
      <xsl:if test="$page/page:menu">
        <nav aria-label="Site">
          <ul>
            <xsl:for-each select="$page/page:menu">
              <li>
                <a href="{@href}">
                  <xsl:if test="@here"><xsl:attribute name="aria-current"><xsl:value-of select="@here"/></xsl:attribute></xsl:if>
                  <xsl:value-of select="@label"/>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
    </header>
  </xsl:template>

  <!-- a label of a menu; words that the source prints in capitals are set in small ones -->
  <xsl:template name="label">
    <xsl:param name="words" select="@label"/>
    <xsl:variable name="capitals"><xsl:call-template name="is-capitals"><xsl:with-param name="words" select="$words"/></xsl:call-template></xsl:variable>
    <xsl:choose>
      <xsl:when test="$capitals = 'yes'"><span class="capitals"><xsl:value-of select="$words"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- to ask for the commonest letter takes no time, and most words have it -->
  <xsl:template name="is-capitals">
    <xsl:param name="words" select="."/>
    <xsl:if test="not(contains($words, 'e')) and translate($words, $small, '') = $words and translate($words, $large, '') != $words">yes</xsl:if>
  </xsl:template>

  <xsl:template name="title"><xsl:value-of select="$page/@title"/></xsl:template>
  <xsl:template name="scripts"/>
  <xsl:template name="aside"/>
  <xsl:template name="footer"/>

</xsl:stylesheet>
