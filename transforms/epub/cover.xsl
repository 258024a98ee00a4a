<?xml version="1.0" encoding="UTF-8"?>
<!-- The cover as a page: the picture, with its words for those who cannot see it. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <xsl:variable name="body-type" select="'cover'"/>

  <xsl:template name="main">
    <figure><img role="doc-cover" src="cover.svg" alt="{$page/@alt}"/></figure>
  </xsl:template>

</xsl:stylesheet>
