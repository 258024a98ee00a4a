<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes of the book: a mark in the line, the note at the end of its file. Readers that can show it at its mark, as
     epub:type and the roles ask; elsewhere mark and note are links to each other. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:import href="../common/marks.xsl"/>

  <xsl:template match="tei:note[@place = 'inline']">
    <xsl:call-template name="span"><xsl:with-param name="class">gloss</xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:div/tei:note[@place = 'inline']" priority="1">
    <p class="gloss"><xsl:call-template name="id"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template name="mark" match="tei:note">
    <xsl:variable name="number"><xsl:call-template name="note-number"/></xsl:variable>
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <a class="noteref" href="#{$id}" id="{$id}-mark" epub:type="noteref" role="doc-noteref"><xsl:value-of select="$number"/></a>
  </xsl:template>

  <xsl:template match="tei:div/tei:note[not(@place = 'inline')] | tei:sp/tei:note[not(@place = 'inline')]">
    <p class="mark-line"><xsl:call-template name="mark"/></p>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="$marked">
      <section class="footnotes" aria-label="Notes">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="$marked"><xsl:call-template name="note-body"/></xsl:for-each>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="note-body">
    <xsl:variable name="number"><xsl:call-template name="note-number"/></xsl:variable>
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <aside id="{$id}" epub:type="footnote" role="doc-footnote">
      <p class="back"><a href="#{$id}-mark" role="doc-backlink" aria-label="Back to mark {$number}"><xsl:value-of select="$number"/>.</a></p>
      <div class="note-words">
        <xsl:choose>
          <xsl:when test="tei:p"><xsl:apply-templates/></xsl:when>
          <xsl:otherwise><p><xsl:apply-templates/></p></xsl:otherwise>
        </xsl:choose>
      </div>
    </aside>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- notes of foreign TEI may have no address -->
  <xsl:template name="note-id">
    <xsl:value-of select="@xml:id"/>
    <xsl:if test="not(@xml:id)">note-<xsl:call-template name="note-number"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
