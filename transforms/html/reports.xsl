<?xml version="1.0" encoding="UTF-8"?>
<!-- Who reports whom: a drawing of all chains, and the same as lists.

     page:diagram  width, height, with page:heading (x, label), page:band (d, label) and page:node (x, y, width, height,
                   text-x, text-y, label): everything is laid out, only to be drawn
     page:text     href, label, count, with page:way: the page:chain by which statements came (chain.xsl), and page:row (count,
                   share: in hundredths of the most) for each of those whose statements they are, page:by -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="chain.xsl"/>
  <xsl:import href="events.xsl"/>

  <xsl:template name="main">
    <header class="page-header">
      <xsl:call-template name="about-events"><xsl:with-param name="here">reports</xsl:with-param></xsl:call-template>
      <h1><xsl:value-of select="$page/@title"/></h1>
      <p class="lead">
        <xsl:text>No spoken word in these texts comes straight from a speaker’s mouth. This is through whose hands each of </xsl:text>
        <xsl:value-of select="sum($page/page:text/@count)"/>
        <xsl:text> turns, reported speeches and documents came, as the markup and the headers of the texts say.</xsl:text>
      </p>
    </header>
    <xsl:apply-templates select="$page/page:diagram"/>
    <xsl:apply-templates select="$page/page:text"/>
  </xsl:template>

  <xsl:template match="page:diagram">
    <figure class="chains">
      <div class="wide" role="region" aria-label="Diagram" tabindex="0">
        <svg viewBox="0 0 {@width} {@height}" role="img" aria-label="Statements by speaker, reporter, translator and publisher; the lists below hold the same">
          <xsl:for-each select="page:heading"><text class="heading" x="{@x}" y="14"><xsl:value-of select="@label"/></text></xsl:for-each>
          <xsl:for-each select="page:band"><path class="band" d="{@d}"><title><xsl:value-of select="@label"/></title></path></xsl:for-each>
          <xsl:for-each select="page:node">
            <rect x="{@x}" y="{@y}" width="{@width}" height="{@height}"/>
            <text x="{@text-x}" y="{@text-y}"><xsl:value-of select="@label"/></text>
          </xsl:for-each>
        </svg>
      </div>
      <figcaption>Height by number of statements. Those with fewer than five are drawn together.</figcaption>
    </figure>
  </xsl:template>

  <xsl:template match="page:text">
    <section class="chains-of" aria-labelledby="of-{position()}">
      <h2 id="of-{position()}"><a href="{@href}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></h2>
      <xsl:apply-templates select="page:way"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- of many those who have one statement each are out of sight at first -->
  <xsl:template match="page:way">
    <xsl:variable name="once" select="page:row[@count = 1][count(../page:row[@count = 1]) &gt; 5]"/>
    <xsl:apply-templates select="page:chain"/>
    <xsl:if test="count(page:row) &gt; count($once)">
      <ol><xsl:apply-templates select="page:row[not($once) or @count &gt; 1]"/></ol>
    </xsl:if>
    <xsl:if test="$once">
      <details>
        <summary><xsl:value-of select="count($once)"/> with one each</summary>
        <ol><xsl:apply-templates select="$once"/></ol>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page:row">
    <li>
      <span class="who"><xsl:apply-templates select="page:by"/></span>
      <span class="count"><xsl:value-of select="@count"/></span>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="{@share}" height="4"/></svg>
    </li>
  </xsl:template>

</xsl:stylesheet>
