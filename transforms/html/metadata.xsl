<?xml version="1.0" encoding="UTF-8"?>
<!-- What the head of every page tells programs.

     page:page       address (canonical; relative if nobody knows where the site stands), og-type if it is not a website
     page:meta       of (name of the tag), content
     page:alternate  href, type, label: the page's citation in a file
     page:data       JSON-LD, which is no script that runs, so that the policy does not ask about it -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:template name="metadata">
    <xsl:param name="title"/>
    <xsl:if test="$page">
      <link rel="canonical" href="{$page/@address}"/>
      <meta property="og:title" content="{$title}"/>
      <meta property="og:site_name" content="{$edition}"/>
      <xsl:if test="contains($page/@address, '://')"><meta property="og:url" content="{$page/@address}"/></xsl:if>
      <meta property="og:type">
        <xsl:attribute name="content">
          <xsl:value-of select="$page/@og-type"/>
          <xsl:if test="not($page/@og-type)">website</xsl:if>
        </xsl:attribute>
      </meta>
      <meta property="og:locale" content="en"/>
      <xsl:for-each select="$page/page:meta[@of = 'description'][1]">
        <meta property="og:description" content="{@content}"/>
      </xsl:for-each>
      <xsl:if test="$page/page:meta[starts-with(@of, 'DC')]">
        <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
        <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
      </xsl:if>
      <xsl:for-each select="$page/page:meta"><meta name="{@of}" content="{@content}"/></xsl:for-each>
      <xsl:for-each select="$page/page:alternate">
        <link rel="alternate" type="{@type}" href="{@href}" title="{@label}"/>
      </xsl:for-each>
      <xsl:for-each select="$page/page:data">
        <script type="application/ld+json"><xsl:value-of select="."/></script>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
