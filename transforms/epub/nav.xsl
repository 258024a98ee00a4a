<?xml version="1.0" encoding="UTF-8"?>
<!-- Navigation of the book.
     page:section  href, label; sections in it are below it
     page:landmark href, label, type
     page:printed  href, n -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <xsl:template name="main">
    <nav id="toc" epub:type="toc" role="doc-toc" aria-labelledby="contents">
      <h1 id="contents"><xsl:value-of select="$page/@title"/></h1>
      <ol><xsl:apply-templates select="$page/page:section"/></ol>
    </nav>
    <xsl:text>&#10;</xsl:text>
    <nav id="landmarks" epub:type="landmarks" hidden="hidden" aria-label="Landmarks">
      <ol>
        <xsl:for-each select="$page/page:landmark">
          <li><a href="{@href}" epub:type="{@type}"><xsl:value-of select="@label"/></a></li>
        </xsl:for-each>
      </ol>
    </nav>
    <xsl:text>&#10;</xsl:text>
    <xsl:if test="$page/page:printed">
      <nav id="page-list" epub:type="page-list" role="doc-pagelist" hidden="hidden" aria-label="Printed pages">
        <ol>
          <xsl:for-each select="$page/page:printed"><li><a href="{@href}"><xsl:value-of select="@n"/></a></li></xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:section">
    <li>
      <a href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:if test="page:section"><ol><xsl:apply-templates select="page:section"/></ol></xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
