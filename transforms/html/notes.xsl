<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: a numbered mark in the text, the note in a list below, each with a link to the other. Without scripts that
     is all; the script shows the same notes in the margin or in a box at their mark. Notes that stand inline (glosses)
     are part of the paragraph. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="../common/marks.xsl"/>

  <xsl:template match="tei:note[@place = 'inline']">
    <span class="gloss"><xsl:call-template name="id"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:div/tei:note[@place = 'inline']" priority="1">
    <p class="gloss"><xsl:call-template name="id"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template name="mark" match="tei:note">
    <xsl:variable name="number"><xsl:call-template name="note-number"/></xsl:variable>
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <sup class="mark">
      <a href="#{$id}" id="{$id}-mark" role="doc-noteref" aria-label="Note {$number}">
        <xsl:if test="@resp = '#rift'"><xsl:attribute name="class">ours</xsl:attribute></xsl:if>
        <xsl:value-of select="$number"/>
      </a>
    </sup>
  </xsl:template>

  <xsl:template match="tei:div/tei:note[not(@place = 'inline')] | tei:sp/tei:note[not(@place = 'inline')]">
    <p class="mark-line"><xsl:call-template name="mark"/></p>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="$marked">
      <section class="notes" aria-labelledby="notes">
        <h2 id="notes">Notes</h2>
        <ol>
          <xsl:for-each select="$marked">
            <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
            <li id="{$id}">
              <xsl:call-template name="locator"/>
              <xsl:if test="@resp = '#rift'">
                <xsl:attribute name="class">ours</xsl:attribute>
                <span class="generated">Note of this edition. </span>
              </xsl:if>
              <xsl:call-template name="permalink"/>
              <xsl:call-template name="retold"/>
              <div class="note-words"><xsl:apply-templates/></div>
              <xsl:text> </xsl:text>
              <a class="back generated" href="#{$id}-mark" role="doc-backlink" aria-label="Back to mark {position()}">↩</a>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- notes of foreign TEI may have no address -->
  <xsl:template name="note-id">
    <xsl:value-of select="@xml:id"/>
    <xsl:if test="not(@xml:id)">note-<xsl:call-template name="note-number"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
