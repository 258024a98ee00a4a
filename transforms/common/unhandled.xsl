<?xml version="1.0" encoding="UTF-8"?>
<!-- The loud catch-all. Every page's stylesheet imports it first, so that any other template goes before it.

     In a build of the edition an element without a template stops the build. The message is for the program that
     runs the stylesheet: code, element's name, nearest xml:id ("-" if there is none). In a build of foreign TEI
     (foreign = 'yes') the element's text is rendered, so that no text is ever lost. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="foreign" select="'no'"/>

  <xsl:template match="*">
    <xsl:if test="$foreign != 'yes'">
      <xsl:variable name="id" select="ancestor-or-self::*[@xml:id][1]/@xml:id"/>
      <xsl:message terminate="yes">
        <xsl:text>PUB-001 </xsl:text>
        <xsl:value-of select="name()"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="$id"/>
        <xsl:if test="not($id)">-</xsl:if>
      </xsl:message>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

</xsl:stylesheet>
