<?xml version="1.0" encoding="UTF-8"?>
<!-- All events in the order of time, each with what its tellings do not agree about, and the passages that tell it.
     page:event  id, when, label, words; page:contradiction in it  label (of its kind), words; page:account in it  href, where,
                 text (short name); page:event in it: a part of it -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>

  <xsl:template name="main">
    <section epub:type="appendix" role="doc-appendix" aria-labelledby="chronology">
      <h1 id="chronology">Chronology</h1>
      <p>Under each event stand the points on which its tellings do not agree, and the passages that tell it.</p>
      <xsl:apply-templates select="$page/page:event"/>
    </section>
  </xsl:template>

  <xsl:template match="page:event">
    <div class="event" id="{@id}">
      <p class="when"><xsl:value-of select="@when"/></p>
      <p class="label"><b><xsl:value-of select="@label"/></b></p>
      <xsl:if test="@words"><p><xsl:value-of select="@words"/></p></xsl:if>
      <xsl:if test="page:contradiction">
        <ul class="contradictions">
          <xsl:for-each select="page:contradiction"><li><i><xsl:value-of select="@label"/>.</i><xsl:text> </xsl:text><xsl:value-of select="@words"/></li></xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="page:account">
        <p class="told">
          <xsl:text>Told in: </xsl:text>
          <xsl:for-each select="page:account">
            <xsl:choose>
              <xsl:when test="position() = 1"><xsl:value-of select="@text"/><xsl:text> </xsl:text></xsl:when>
              <xsl:when test="@text != preceding-sibling::page:account[1]/@text">; <xsl:value-of select="@text"/><xsl:text> </xsl:text></xsl:when>
              <xsl:otherwise>, </xsl:otherwise>
            </xsl:choose>
            <a href="{@href}"><xsl:value-of select="translate(@where, ' ', '&#xA0;')"/></a>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </p>
      </xsl:if>
      <xsl:apply-templates select="page:event"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
