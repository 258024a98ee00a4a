<?xml version="1.0" encoding="UTF-8"?>
<!-- Contents page of a text: what it is, its chapters or documents with their abstracts, its printed pages, downloads.

     page:entry     a page of the text: label, href, pages (printed), with tei:argument and page:part (headings inside)
     page:printed   a printed page: n, href
     page:download  a file of the text: label, href, note -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="about.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>
  <xsl:import href="cite.xsl"/>

  <xsl:template name="title"><xsl:value-of select="$page/@text-title"/></xsl:template>

  <xsl:template name="main">
    <header class="page-header">
      <p class="kicker"><a href="{$root}index.html#texts">Texts</a></p>
      <div class="tools"><xsl:call-template name="cite"/></div>
      <xsl:variable name="full-title" select="normalize-space($header/tei:fileDesc/tei:titleStmt/tei:title[1])"/>
      <h1>
        <xsl:if test="string-length($full-title) &gt; 70"><xsl:attribute name="class">long</xsl:attribute></xsl:if>
        <xsl:value-of select="$full-title"/>
      </h1>
    </header>
    <xsl:for-each select="$header">
      <xsl:if test="tei:profileDesc/tei:abstract">
        <div class="lead"><xsl:apply-templates select="tei:profileDesc/tei:abstract/node()"/></div>
      </xsl:if>
      <xsl:call-template name="facts"/>
    </xsl:for-each>
    <p class="begin"><a class="button" href="{$page/page:entry[1]/@href}">Read</a></p>
    <xsl:call-template name="entries"/>
    <xsl:call-template name="source"/>
    <xsl:call-template name="printed-pages"/>
    <xsl:call-template name="downloads"/>
  </xsl:template>

  <xsl:template name="entries">
    <xsl:if test="$page/page:entry[2] or $page/page:entry/page:part">
      <section class="entries" aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <ol>
          <xsl:for-each select="$page/page:entry">
            <li>
              <p class="entry">
                <a href="{@href}"><xsl:call-template name="label"/></a>
                <xsl:if test="@pages"><xsl:text> </xsl:text><span class="pages"><xsl:value-of select="@pages"/></span></xsl:if>
              </p>
              <xsl:if test="tei:argument"><div class="argument"><xsl:apply-templates select="tei:argument/node()"/></div></xsl:if>
              <xsl:if test="page:part">
                <ul>
                  <xsl:for-each select="page:part"><li><a href="{@href}"><xsl:call-template name="label"/></a></li></xsl:for-each>
                </ul>
              </xsl:if>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- what the edition's editors found out about the source -->
  <xsl:template name="source">
    <xsl:variable name="notes" select="$header/tei:fileDesc/tei:sourceDesc//tei:note[@resp = '#rift']"/>
    <xsl:if test="$notes">
      <section class="source" aria-labelledby="source">
        <h2 id="source">The source</h2>
        <xsl:apply-templates select="$notes/node()"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="printed-pages">
    <xsl:if test="$page/page:printed">
      <section class="printed-pages" aria-labelledby="pages">
        <h2 id="pages">Printed pages</h2>
        <ul>
          <xsl:for-each select="$page/page:printed">
            <li><a href="{@href}"><xsl:value-of select="@n"/></a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="downloads">
    <xsl:if test="$page/page:download or $page/page:corrections">
      <section aria-labelledby="downloads">
        <h2 id="downloads">Other forms</h2>
        <ul class="downloads">
          <xsl:for-each select="$page/page:corrections">
            <li><a href="{@href}">Corrections</a>: what this edition reads otherwise than the source</li>
          </xsl:for-each>
          <xsl:for-each select="$page/page:download">
            <li><a href="{@href}"><xsl:value-of select="@label"/></a>: <xsl:value-of select="@note"/></li>
          </xsl:for-each>
        </ul>
        <xsl:if test="$page/page:speaker">
          <details class="one-speaker">
            <summary>One speaker only, as plain text (<xsl:value-of select="count($page/page:speaker)"/>)</summary>
            <ul>
              <xsl:for-each select="$page/page:speaker">
                <li><a href="{@href}"><xsl:value-of select="@label"/></a></li>
              </xsl:for-each>
            </ul>
          </details>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:for-each select="$header"><xsl:call-template name="rights"/></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
