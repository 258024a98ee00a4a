<?xml version="1.0" encoding="UTF-8"?>
<!-- How the page is cited. With scripts, the passage whose address was chosen: the script then fills in the places that
     are marked (data-piece) and shows the buttons.

     page:style  of, label, href (file with the citation), with
     page:piece  kind (title, key, url, locator), pattern (what stands round a locator, for %), words -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <!-- a space may be all that a piece is -->
  <xsl:preserve-space elements="page:piece"/>

  <xsl:template name="cite">
    <xsl:if test="$page/page:style">
      <details class="cite">
        <summary>Cite<xsl:text> </xsl:text><span class="what"></span></summary>
        <div class="panel">
          <p class="whole" hidden="hidden"><button type="button">Cite the whole page</button></p>
          <xsl:apply-templates select="$page/page:style"/>
        </div>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:style">
    <div class="style">
      <p class="label" id="cite-{@of}"><xsl:value-of select="@label"/></p>
      <p class="tools">
        <button type="button" class="copy" aria-describedby="cite-{@of}" hidden="hidden">Copy</button>
        <xsl:if test="@href"><a href="{@href}" download="">Download</a></xsl:if>
      </p>
      <xsl:choose>
        <xsl:when test="@href"><pre tabindex="0"><xsl:apply-templates select="page:piece"/></pre></xsl:when>
        <xsl:otherwise><p class="citation"><xsl:apply-templates select="page:piece"/></p></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <xsl:template match="page:piece"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="page:piece[@kind = 'title']"><cite><xsl:value-of select="."/></cite></xsl:template>
  <xsl:template match="page:piece[@kind = 'key' or @kind = 'url' or @kind = 'locator']">
    <span data-piece="{@kind}">
      <xsl:if test="@pattern"><xsl:attribute name="data-pattern"><xsl:value-of select="@pattern"/></xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
    </span>
  </xsl:template>

</xsl:stylesheet>
