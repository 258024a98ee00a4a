<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, turns of the book. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  xmlns:epub="http://www.idpf.org/2007/ops"
  exclude-result-prefixes="tei page">

  <xsl:template match="tei:text | tei:front | tei:body | tei:back">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:div">
    <section>
      <xsl:if test="@type"><xsl:attribute name="class"><xsl:value-of select="@type"/></xsl:attribute></xsl:if>
      <xsl:call-template name="id"/>
      <xsl:call-template name="meaning"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- what a division is, in the vocabularies of e-books and of ARIA -->
  <xsl:template name="meaning">
    <xsl:variable name="type">
      <xsl:choose>
        <xsl:when test="@type = 'preface' or @type = 'introduction' or @type = 'chapter'"><xsl:value-of select="@type"/></xsl:when>
        <xsl:when test="not(ancestor::tei:div) and $page/@kind = 'text'">chapter</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$type != ''">
      <xsl:attribute name="epub:type"><xsl:value-of select="$type"/></xsl:attribute>
      <xsl:attribute name="role">doc-<xsl:value-of select="$type"/></xsl:attribute>
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="tei:head"><xsl:value-of select="normalize-space(tei:head[1])"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$page/@title"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- ============ headings ============ -->

  <xsl:template match="tei:head">
    <xsl:variable name="depth" select="count(ancestor::tei:div) + 1"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$depth &lt; 2">2</xsl:when>
        <xsl:when test="$depth &gt; 5">6</xsl:when>
        <xsl:otherwise><xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="capitals"><xsl:call-template name="is-capitals"/></xsl:variable>
    <xsl:variable name="class">
      <xsl:if test="$capitals = 'yes'">capitals </xsl:if>
      <xsl:if test="string-length(.) &gt; 70">long</xsl:if>
    </xsl:variable>
    <xsl:element name="h{$level}">
      <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="normalize-space($class)"/></xsl:attribute></xsl:if>
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- a second heading of the same division is its subtitle -->
  <xsl:template match="tei:head[preceding-sibling::tei:head]">
    <p class="subtitle"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:argument">
    <div class="argument"><xsl:call-template name="id"/><xsl:apply-templates/></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ paragraphs ============ -->

  <!-- empty only where a public edition withholds the words: the address stays -->
  <xsl:template match="tei:p">
    <p>
      <xsl:call-template name="id"/>
      <xsl:if test="normalize-space(.) = ''"><xsl:attribute name="class">withheld</xsl:attribute></xsl:if>
      <xsl:apply-templates/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- a paragraph that holds blocks cannot be one in HTML -->
  <xsl:template match="tei:p[tei:list or tei:table or tei:quote/tei:p]">
    <div class="p"><xsl:call-template name="id"/><xsl:apply-templates/></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:div/tei:stage | tei:body/tei:stage | tei:sp/tei:stage
      | tei:div/tei:kinesic | tei:div/tei:vocal | tei:div/tei:incident">
    <p class="stage"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:opener | tei:closer">
    <div class="{local-name()}"><xsl:call-template name="id"/><xsl:apply-templates/></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- one with words of its own is a paragraph, and what it holds is part of the line -->
  <xsl:template match="tei:opener[text()[normalize-space()]] | tei:closer[text()[normalize-space()]]">
    <p class="{local-name()}-words"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:byline | tei:trailer | tei:opener[not(text()[normalize-space()])]/tei:*[not(self::tei:pb)]
      | tei:closer[not(text()[normalize-space()])]/tei:*[not(self::tei:pb)]">
    <p class="{local-name()}"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:quote[tei:p]">
    <blockquote><xsl:call-template name="id"/><xsl:apply-templates/></blockquote>
  </xsl:template>

  <xsl:template match="tei:list">
    <ul><xsl:call-template name="id"/><xsl:apply-templates/></ul>
  </xsl:template>

  <xsl:template match="tei:list[@type = 'ordered' or @rend = 'numbered']">
    <ol><xsl:call-template name="id"/><xsl:apply-templates/></ol>
  </xsl:template>

  <xsl:template match="tei:item">
    <li><xsl:call-template name="id"/><xsl:apply-templates/></li>
  </xsl:template>

  <!-- ============ turns ============ -->

  <!-- a labelled turn begins with its label, in the line -->
  <xsl:template match="tei:sp">
    <div class="turn"><xsl:call-template name="id"/><xsl:apply-templates/></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <p class="speaker"><xsl:call-template name="label"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:sp/tei:speaker[following-sibling::*[1][self::tei:p]]"/>

  <xsl:template match="tei:sp/tei:p[preceding-sibling::*[1][self::tei:speaker]]">
    <p>
      <xsl:call-template name="id"/>
      <xsl:for-each select="preceding-sibling::*[1]"><xsl:call-template name="label"/></xsl:for-each>
      <xsl:text> </xsl:text>
      <xsl:apply-templates/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="label">
    <b class="speaker"><xsl:call-template name="id"/><xsl:apply-templates/></b>
  </xsl:template>

</xsl:stylesheet>
