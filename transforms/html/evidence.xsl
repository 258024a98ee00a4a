<?xml version="1.0" encoding="UTF-8"?>
<!-- Small parts that the pages of the registers share.

     page:evidence    a passage: href, siglum of its text, where in it, text (title)
     page:identified  an identifier on which a statement rests: by (wikidata:Q1)
     page:in          a text in which something stands so often: siglum, count
     page:tab         another index: label, href, here
     page:witness     a text: siglum, label, href
     page:download    a file: label, href, note -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:template match="page:evidence">
    <a class="proof" href="{@href}" title="{@text}, {@where}">
      <i><xsl:value-of select="@siglum"/></i>
      <xsl:text> </xsl:text>
      <xsl:value-of select="@where"/>
    </a>
  </xsl:template>

  <xsl:template match="page:identified">
    <span class="proof"><xsl:value-of select="@by"/></span>
  </xsl:template>

  <!-- the evidence of a statement, after its words -->
  <xsl:template name="evidence">
    <xsl:for-each select="page:evidence | page:identified">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="counts">
    <xsl:for-each select="page:in">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
      <span class="in"><i><xsl:value-of select="@siglum"/></i>&#160;<xsl:value-of select="@count"/></span>
    </xsl:for-each>
  </xsl:template>

  <!-- names of entries, each a link, with commas between -->
  <xsl:template name="linked">
    <xsl:param name="entries"/>
    <xsl:for-each select="$entries">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <a href="{@href}"><xsl:value-of select="@label"/></a>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="tabs">
    <nav class="tabs" aria-label="Names and words">
      <ul>
        <xsl:for-each select="/page:page/page:tab">
          <li>
            <a href="{@href}">
              <xsl:if test="@here"><xsl:attribute name="aria-current"><xsl:value-of select="@here"/></xsl:attribute></xsl:if>
              <xsl:value-of select="@label"/>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <!-- which letter stands for which text -->
  <xsl:template name="sigla">
    <p class="sigla">
      <xsl:for-each select="/page:page/page:witness">
        <xsl:if test="position() &gt; 1"><xsl:text>&#160;· </xsl:text></xsl:if>
        <i><xsl:value-of select="@siglum"/></i>
        <xsl:text>&#160;</xsl:text>
        <a href="{@href}"><xsl:value-of select="@label"/></a>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template name="downloads">
    <xsl:if test="/page:page/page:download">
      <section aria-labelledby="downloads">
        <h2 id="downloads">As files</h2>
        <ul class="downloads">
          <xsl:for-each select="/page:page/page:download">
            <li><a href="{@href}"><xsl:value-of select="@label"/></a>: <xsl:value-of select="@note"/></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- a kind or side with a capital letter -->
  <xsl:template name="capital">
    <xsl:param name="words"/>
    <xsl:value-of select="translate(substring($words, 1, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    <xsl:value-of select="substring($words, 2)"/>
  </xsl:template>

</xsl:stylesheet>
