<?xml version="1.0" encoding="UTF-8"?>
<!-- Editorial page: the edition's own text (tei/edition.xml), introduction, principles, list of the witnesses. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>
  <xsl:import href="witnesses.xsl"/>
  <xsl:import href="notes.xsl"/>
  <xsl:import href="signs.xsl"/>

  <xsl:template name="main">
    <article class="editorial">
      <header class="page-header"><h1><xsl:value-of select="$page/@title"/></h1></header>
      <div class="text"><xsl:apply-templates select="$tei/tei:text"/></div>
      <xsl:call-template name="signs"/>
      <xsl:call-template name="notes"/>
    </article>
  </xsl:template>

  <!-- page:corrections  label, href: the list of each text -->
  <xsl:template match="tei:divGen[@type = 'corrections']">
    <section class="corrections">
      <xsl:call-template name="id"/>
      <h2>Corrections</h2>
      <ul>
        <xsl:for-each select="$page/page:corrections"><li><a href="{@href}"><xsl:value-of select="@label"/></a></li></xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- the page has its own h1 -->
  <xsl:variable name="first-head" select="/.."/>

  <xsl:template name="aside">
    <xsl:if test="$tei/tei:text/*/tei:div[tei:head]">
      <nav class="contents" id="contents" aria-label="Contents">
        <h2><xsl:value-of select="$page/@title"/></h2>
        <ol>
          <xsl:for-each select="$tei/tei:text/*/tei:div[tei:head and @xml:id]">
            <li><a href="#{@xml:id}"><xsl:value-of select="normalize-space(tei:head[1])"/></a></li>
          </xsl:for-each>
          <xsl:for-each select="$tei/tei:text/*/tei:divGen"><li><a href="#{@xml:id}">Corrections</a></li></xsl:for-each>
          <li><a href="#signs">How to read the pages</a></li>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
