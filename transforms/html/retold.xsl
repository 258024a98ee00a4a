<?xml version="1.0" encoding="UTF-8"?>
<!-- Beside a block: where the same event is told too, and who quotes it.

     page:retold  beside (xml:id of the block), elsewhere (names of all texts that tell one of its events), with
     page:event   href (page of the event), label, elsewhere (names of the other texts)
     page:quoted  href, label (text and place) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:key name="retold" match="/*/page:retold" use="@beside"/>

  <!-- context: the block -->
  <xsl:template name="retold">
    <xsl:for-each select="key('retold', @xml:id)">
      <span class="retold generated">
        <xsl:if test="page:event[2]"><xsl:attribute name="class">retold several generated</xsl:attribute></xsl:if>
        <xsl:choose>
          <xsl:when test="page:event[2]">
            <span class="retold-lead">told also in <xsl:value-of select="@elsewhere"/>: </span>
            <xsl:for-each select="page:event">
              <a href="{@href}" title="{@label} ({@elsewhere})"><xsl:value-of select="@label"/></a>
              <xsl:text> </xsl:text>
            </xsl:for-each>
          </xsl:when>
          <xsl:when test="page:event">
            <span class="retold-lead">told also in </span>
            <a href="{page:event/@href}" title="{page:event/@label}"><xsl:value-of select="@elsewhere"/><span>: <xsl:value-of select="page:event/@label"/></span></a>
            <xsl:text> </xsl:text>
          </xsl:when>
        </xsl:choose>
        <xsl:if test="page:quoted">
          <span class="retold-lead">quoted in </span>
          <xsl:for-each select="page:quoted">
            <xsl:variable name="before" select="count(preceding-sibling::page:quoted[@label = current()/@label])"/>
            <xsl:if test="position() &gt; 1 and $before = 0"><span class="retold-lead">, </span></xsl:if>
            <a class="quoting" href="{@href}">
              <xsl:choose>
                <xsl:when test="$before">
                  <xsl:attribute name="aria-label"><xsl:value-of select="concat(@label, ' (', $before + 1, ')')"/></xsl:attribute>
                  <xsl:value-of select="concat('(', $before + 1, ')')"/>
                </xsl:when>
                <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise>
              </xsl:choose>
            </a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </xsl:if>
      </span>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
