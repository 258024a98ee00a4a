<?xml version="1.0" encoding="UTF-8"?>
<!-- Home page: what this edition is, its texts, the ways in.

     page:page  notice (that words are withheld)
     tei:TEI    the edition's own text (tei/edition.xml)
     page:way   a way in: href, label, note
     page:text  a text: href, label, summary, kind, evidence (classes), withheld, with its teiHeader -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="about.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>

  <xsl:template name="title"><xsl:value-of select="$edition"/></xsl:template>

  <xsl:template name="main">
    <header class="page-header home-header">
      <h1><xsl:value-of select="$edition"/></h1>
      <xsl:for-each select="$header/tei:fileDesc/tei:titleStmt/tei:title[@type = 'sub']">
        <p class="subtitle"><xsl:value-of select="normalize-space(.)"/></p>
      </xsl:for-each>
    </header>
    <xsl:if test="$header/tei:profileDesc/tei:abstract">
      <div class="lead">
        <xsl:apply-templates select="$header/tei:profileDesc/tei:abstract/node()"/>
        <xsl:if test="$page/@notice"><p><xsl:value-of select="$page/@notice"/></p></xsl:if>
      </div>
    </xsl:if>
    <nav class="ways-in" aria-label="Ways in">
      <ul>
        <xsl:for-each select="$page/page:way">
          <li><a href="{@href}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><span><xsl:value-of select="@note"/></span></li>
        </xsl:for-each>
      </ul>
    </nav>
    <section aria-labelledby="texts">
      <h2 id="texts">The texts</h2>
      <ol class="texts"><xsl:apply-templates select="$page/page:text"/></ol>
    </section>
  </xsl:template>

  <xsl:template match="page:text">
    <li>
      <xsl:variable name="href" select="@href"/>
      <xsl:variable name="label" select="@label"/>
      <xsl:variable name="summary" select="@summary"/>
      <xsl:variable name="text" select="."/>
      <xsl:for-each select="tei:teiHeader">
        <xsl:variable name="date"><xsl:call-template name="date-written"/></xsl:variable>
        <xsl:variable name="authors"><xsl:call-template name="authors"/></xsl:variable>
        <xsl:variable name="title" select="normalize-space(tei:fileDesc/tei:titleStmt/tei:title[1])"/>
        <p class="when"><xsl:value-of select="$date"/><xsl:if test="$date = ''">date of writing not stated</xsl:if></p>
        <h3><a href="{$href}"><xsl:value-of select="$label"/></a></h3>
        <xsl:if test="$title != $label"><p class="full-title"><xsl:value-of select="$title"/></p></xsl:if>
        <xsl:if test="$authors != ''"><p class="by"><xsl:value-of select="$authors"/></p></xsl:if>
        <xsl:if test="$text/@kind or $text/@evidence">
          <dl class="class">
            <xsl:if test="$text/@kind"><dt>Kind</dt><dd><xsl:value-of select="$text/@kind"/></dd></xsl:if>
            <xsl:if test="$text/@evidence"><dt>Evidence</dt><dd><xsl:value-of select="$text/@evidence"/></dd></xsl:if>
          </dl>
        </xsl:if>
        <xsl:if test="$summary != ''"><p class="summary"><xsl:value-of select="$summary"/></p></xsl:if>
        <xsl:variable name="availability" select="tei:fileDesc/tei:sourceDesc//tei:bibl[@type = 'published'][1]/tei:availability"/>
        <xsl:if test="$availability">
          <p class="rights">
            <xsl:text>Rights </xsl:text><xsl:value-of select="$availability/@status"/>
            <xsl:for-each select="$availability/tei:p[1]">
              <xsl:text>: </xsl:text>
              <xsl:choose>
                <xsl:when test="../@status = 'unknown'"><xsl:value-of select="normalize-space(.)"/></xsl:when>
                <xsl:otherwise>
                  <q><xsl:if test="tei:foreign/@xml:lang"><xsl:attribute name="lang"><xsl:value-of select="tei:foreign/@xml:lang"/></xsl:attribute></xsl:if><xsl:value-of select="normalize-space(.)"/></q>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
            <xsl:if test="$text/@withheld"> Its words are withheld here.</xsl:if>
          </p>
        </xsl:if>
      </xsl:for-each>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
