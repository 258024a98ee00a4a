<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages that list events have in common: the way from one to the other, and the downloads. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="about-events">
    <xsl:param name="here"/>
    <nav class="tabs" aria-label="About the events">
      <ul>
        <li><a href="index.html"><xsl:if test="$here = 'chronology'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>Chronology</a></li>
        <li><a href="contradictions.html"><xsl:if test="$here = 'contradictions'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>Contradictions</a></li>
        <li><a href="reports.html"><xsl:if test="$here = 'reports'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>Who reports whom</a></li>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template name="event-downloads">
    <section aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <ul class="downloads">
        <li><a href="synopsis.txt">Synopsis as plain text</a>: every event with its tellings and where they differ</li>
        <li><a href="synopsis.json">Synopsis as JSON</a>: the same as data</li>
        <li><a href="wording.json">Word alignment as JSON</a>: the phrases that are nearly alike, word by word</li>
      </ul>
    </section>
  </xsl:template>

</xsl:stylesheet>
