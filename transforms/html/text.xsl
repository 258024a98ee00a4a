<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading page: a chapter or document. Run on a TEI file as it stands, it makes one page of the whole file. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="about.xsl"/>
  <xsl:import href="words.xsl"/>
  <xsl:import href="blocks.xsl"/>
  <xsl:import href="notes.xsl"/>
  <xsl:import href="cite.xsl"/>
  <xsl:import href="beside.xsl"/>

  <xsl:variable name="text-title">
    <xsl:value-of select="$page/@text-title"/>
    <xsl:if test="not($page)"><xsl:value-of select="normalize-space($header/tei:fileDesc/tei:titleStmt/tei:title[1])"/></xsl:if>
  </xsl:variable>

  <!-- the heading as menus give it, for it may be a sentence; none on the only page of a text -->
  <xsl:template name="title">
    <xsl:if test="$page/page:entry[2] and $page/@title != $text-title"><xsl:value-of select="$page/page:entry[@here]/@label"/> · </xsl:if>
    <xsl:value-of select="$text-title"/>
  </xsl:template>

  <xsl:template name="main">
    <article>
      <header class="page-header">
        <xsl:call-template name="kicker"/>
        <div class="tools">
          <xsl:if test="$page/page:entry[2] or $page/page:entry/page:part"><a class="to-contents" href="#contents">Contents</a></xsl:if>
          <xsl:call-template name="cite"/>
          <xsl:call-template name="view"/>
        </div>
        <xsl:for-each select="$tei/tei:text//tei:div"><xsl:call-template name="correspondence"/></xsl:for-each>
        <xsl:if test="not($first-head)"><h1 class="generated"><xsl:value-of select="$page/@title"/><xsl:if test="not($page)"><xsl:value-of select="$text-title"/></xsl:if></h1></xsl:if>
      </header>
      <xsl:text>&#10;</xsl:text>
      <div class="text">
        <xsl:if test="$page/@opening-page">
          <p class="opening-page generated">begins on page <xsl:value-of select="$page/@opening-page"/></p>
        </xsl:if>
        <xsl:apply-templates select="$tei/tei:text"/>
      </div>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="notes"/>
      <xsl:call-template name="people"/>
      <xsl:call-template name="forms"/>
      <xsl:call-template name="turning"/>
      <xsl:call-template name="in-time"/>
      <xsl:call-template name="told"/>
    </article>
  </xsl:template>

  <!-- which text this is part of -->
  <xsl:template name="kicker">
    <p class="kicker">
      <xsl:for-each select="$page/page:contents">
        <a href="{@href}">
          <xsl:choose>
            <xsl:when test="not($page/page:entry[2])">About this text</xsl:when>
            <xsl:otherwise><xsl:value-of select="$text-title"/></xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:for-each>
      <xsl:if test="not($page)"><span><xsl:value-of select="$text-title"/></span></xsl:if>
      <xsl:for-each select="$header">
        <xsl:variable name="authors"><xsl:call-template name="authors"/></xsl:variable>
        <xsl:variable name="date"><xsl:call-template name="date-written"/></xsl:variable>
        <xsl:if test="$authors != '' or $date != ''">
          <span class="by">
            <xsl:value-of select="$authors"/>
            <xsl:if test="$authors != '' and $date != ''">, </xsl:if>
            <xsl:value-of select="$date"/>
          </span>
        </xsl:if>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- what can be shown or hidden; needs the script, which takes "hidden" away -->
  <xsl:template name="view">
    <details class="view" hidden="hidden">
      <summary>View</summary>
      <div class="panel">
        <fieldset>
          <legend>Show in the text</legend>
          <label><input type="checkbox" data-show="names"/> Names</label>
          <label><input type="checkbox" data-show="foreign"/> Foreign words</label>
          <label><input type="checkbox" data-show="dates"/> Dates</label>
          <label><input type="checkbox" data-show="corrections" checked="checked"/> Corrections of this edition</label>
          <label><input type="checkbox" data-show="insertions" checked="checked"/> Insertions of the publisher</label>
          <label><input type="checkbox" data-show="retold" checked="checked"/> Where an event is told too</label>
          <label><input type="checkbox" data-show="source"/> Source reading, with its errors</label>
        </fieldset>
        <xsl:for-each select="$page/page:corrections"><p><a class="to-corrections" href="{@href}">List of corrections</a></p></xsl:for-each>
        <xsl:for-each select="$page/page:signs"><p><a href="{@href}">What the signs mean</a></p></xsl:for-each>
      </div>
    </details>
  </xsl:template>

  <xsl:template name="turning">
    <xsl:if test="$page/page:previous or $page/page:next">
      <nav class="turning" aria-label="Previous and next">
        <xsl:for-each select="$page/page:previous">
          <a class="previous" href="{@href}" rel="prev"><span>Previous</span><xsl:text> </xsl:text><xsl:call-template name="label"/></a>
        </xsl:for-each>
        <xsl:for-each select="$page/page:next">
          <a class="next" href="{@href}" rel="next"><span>Next</span><xsl:text> </xsl:text><xsl:call-template name="label"/></a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- ============ beside the text ============ -->

  <xsl:template name="aside">
    <xsl:if test="$page/page:entry[2] or $page/page:entry/page:part">
      <nav class="contents" id="contents" aria-label="Contents">
        <h2><a href="{$page/page:contents/@href}"><xsl:value-of select="$text-title"/></a></h2>
        <xsl:call-template name="goto"/>
        <ol>
          <xsl:for-each select="$page/page:entry">
            <li>
              <a href="{@href}">
                <xsl:if test="@here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
                <xsl:call-template name="label"/>
              </a>
              <xsl:if test="page:part">
                <ol>
                  <xsl:for-each select="page:part"><li><a href="{@href}"><xsl:call-template name="label"/></a></li></xsl:for-each>
                </ol>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template name="footer">
    <xsl:for-each select="$header"><xsl:call-template name="rights"/></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
