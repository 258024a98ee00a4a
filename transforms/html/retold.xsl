<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the same event is told too, and who quotes a passage: beside the block a sign, which leads to the block's entry
     in a list at the foot of the page. The script shows the entry in a box at the sign.

     page:retold   beside (xml:id of the block), where (the block's place), elsewhere (names of all texts that tell one of
                   its events or, if none does, quote it), with
     page:event    href (page of the event), label, with
     page:telling  where another page tells it: href, label (text and place)
     page:quoted   href, label (text and place) -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:key name="retold" match="/*/page:retold" use="@beside"/>

  <!-- context: the block -->
  <xsl:template name="retold">
    <xsl:for-each select="key('retold', @xml:id)">
      <a class="retold generated" href="#{@beside}.told">
        <xsl:choose>
          <xsl:when test="page:event">told also in </xsl:when>
          <xsl:otherwise>quoted in </xsl:otherwise>
        </xsl:choose>
        <b><xsl:value-of select="@elsewhere"/></b>
        <xsl:if test="*[2]">&#160;·&#160;<xsl:value-of select="count(*)"/></xsl:if>
      </a>
      <xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- open, so that an entry is seen without scripts; the script closes the list until an entry is asked for -->
  <xsl:template name="told">
    <xsl:if test="$page/page:retold">
      <details class="beside told generated" open="open">
        <summary>Told also elsewhere <span class="count"><xsl:value-of select="count($page/page:retold)"/></span></summary>
        <ol><xsl:apply-templates select="$page/page:retold"/></ol>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:retold">
    <li id="{@beside}.told">
      <a href="#{@beside}"><xsl:value-of select="@where"/></a>
      <xsl:text> </xsl:text>
      <ul class="boxed">
        <xsl:apply-templates select="page:event"/>
        <xsl:if test="page:quoted"><li>quoted in <xsl:apply-templates select="page:quoted"/></li></xsl:if>
      </ul>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:retold/page:event">
    <li>
      <a class="event-link" href="{@href}"><xsl:value-of select="@label"/></a>
      <xsl:if test="page:telling">: <xsl:apply-templates select="page:telling"/></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="page:telling | page:retold/page:quoted">
    <xsl:if test="position() &gt; 1">, </xsl:if>
    <a href="{@href}"><xsl:value-of select="@label"/></a>
  </xsl:template>

</xsl:stylesheet>
