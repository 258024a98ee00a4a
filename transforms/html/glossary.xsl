<?xml version="1.0" encoding="UTF-8"?>
<!-- Glossary of foreign words.

     page:group  a language: id, label, with page:term
     page:term   id, words, lang, means (the translations that the texts give), kind (what it names), with page:evidence
     page:tab, page:witness, page:download, page:evidence: evidence.xsl -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="evidence.xsl"/>

  <xsl:template name="main">
    <header class="page-header">
      <xsl:call-template name="tabs"/>
      <h1><xsl:value-of select="$page/@title"/><xsl:text> </xsl:text><span class="count"><xsl:value-of select="count($page/page:group/page:term)"/></span></h1>
    </header>
    <p class="lead">Words that the texts leave in another language, as they spell them, with the translations that their notes give.</p>
    <xsl:call-template name="sigla"/>
    <xsl:for-each select="$page/page:group">
      <section aria-labelledby="{@id}">
        <h2 id="{@id}"><xsl:value-of select="@label"/></h2>
        <dl class="glossary"><xsl:apply-templates select="page:term"/></dl>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
    <xsl:call-template name="downloads"/>
  </xsl:template>

  <xsl:template match="page:term">
    <dt id="{@id}"><i><xsl:if test="@lang"><xsl:attribute name="lang"><xsl:value-of select="@lang"/></xsl:attribute></xsl:if><xsl:value-of select="@words"/></i></dt>
    <dd>
      <xsl:if test="@means"><span class="means"><xsl:value-of select="@means"/></span></xsl:if>
      <xsl:if test="@kind"><span class="read"><xsl:value-of select="@kind"/></span></xsl:if>
      <xsl:call-template name="evidence"/>
    </dd>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
