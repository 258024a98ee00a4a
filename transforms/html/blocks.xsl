<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, turns and lists. Every element keeps its xml:id as its id: an address in the raw
     text is the address on the page. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:import href="retold.xsl"/>

  <!-- the heading that names the page -->
  <xsl:variable name="first-head" select="($tei/tei:text//tei:head)[1]"/>

  <xsl:template match="tei:text | tei:front | tei:body | tei:back">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- a section is what has a heading of its own; that of the page is not a section's -->
  <xsl:template match="tei:div">
    <xsl:variable name="element">
      <xsl:choose>
        <xsl:when test="tei:head[not($first-head) or count(. | $first-head) = 2]">section</xsl:when>
        <xsl:otherwise>div</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$element}">
      <xsl:attribute name="class">div<xsl:if test="@type"> div-<xsl:value-of select="@type"/></xsl:if></xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ headings ============ -->

  <xsl:template match="tei:head">
    <xsl:variable name="depth" select="count(ancestor::tei:div)"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$first-head and count(. | $first-head) = 1">1</xsl:when>
        <xsl:when test="$depth &lt; 2">2</xsl:when>
        <xsl:when test="$depth &gt; 5">6</xsl:when>
        <xsl:otherwise><xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$level}">
      <xsl:variable name="capitals"><xsl:call-template name="is-capitals"/></xsl:variable>
      <xsl:variable name="class">
        <xsl:if test="@resp = '#rift'">ours </xsl:if>
        <xsl:if test="$capitals = 'yes'">capitals </xsl:if>
        <xsl:if test="string-length(.) &gt; 70">long</xsl:if>
      </xsl:variable>
      <xsl:if test="$class != ''"><xsl:attribute name="class"><xsl:value-of select="normalize-space($class)"/></xsl:attribute></xsl:if>
      <xsl:call-template name="id"/>
      <xsl:apply-templates/>
      <xsl:call-template name="permalink"/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- a second heading of the same division is its subtitle -->
  <xsl:template match="tei:head[preceding-sibling::tei:head]">
    <p class="subtitle"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:argument">
    <div class="argument"><xsl:call-template name="paragraph"/></div>
  </xsl:template>

  <!-- ============ paragraphs ============ -->

  <!-- Asked for here and not in three patterns, which would be tried on every paragraph. The turn's own permalink stands
       beside its first paragraph; a paragraph that holds blocks cannot be one in HTML. -->
  <xsl:template match="tei:p">
    <xsl:choose>
      <xsl:when test="parent::tei:sp/tei:speaker and not(preceding-sibling::tei:p)">
        <p><xsl:call-template name="id"/><xsl:apply-templates/></p>
      </xsl:when>
      <xsl:when test="tei:list or tei:table or tei:quote/tei:p"><div class="p"><xsl:call-template name="paragraph"/></div></xsl:when>
      <xsl:otherwise><p><xsl:call-template name="paragraph"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:call-template name="id"/>
    <xsl:call-template name="retold"/>
    <xsl:call-template name="permalink"/>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="tei:note//tei:p | tei:argument/tei:p">
    <p><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:div/tei:stage | tei:body/tei:stage | tei:sp/tei:stage
      | tei:div/tei:kinesic | tei:div/tei:vocal | tei:div/tei:incident">
    <p class="{local-name()}"><xsl:call-template name="paragraph"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:opener | tei:closer">
    <div class="{local-name()}"><xsl:call-template name="id"/><xsl:call-template name="retold"/><xsl:apply-templates/></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- one with words of its own is a paragraph, and what it holds is part of the line -->
  <xsl:template match="tei:opener[text()[normalize-space()]] | tei:closer[text()[normalize-space()]]">
    <p class="{local-name()}-words"><xsl:call-template name="paragraph"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:byline | tei:trailer">
    <p class="{local-name()}"><xsl:call-template name="id"/><xsl:apply-templates/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- what an opener or closer without words of its own holds; a condition on the name of the child, too, would be
       tried on every element of the page -->
  <xsl:template match="tei:opener[not(text()[normalize-space()])]/tei:* | tei:closer[not(text()[normalize-space()])]/tei:*">
    <xsl:choose>
      <xsl:when test="self::tei:pb"><xsl:call-template name="page-break"/></xsl:when>
      <xsl:otherwise>
        <p class="{local-name()}"><xsl:call-template name="id"/><xsl:apply-templates/></p>
        <xsl:text>&#10;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
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

  <!-- its items bring their numbers with them -->
  <xsl:template match="tei:list[@type = 'enumeration']">
    <ul class="numbered"><xsl:call-template name="id"/><xsl:apply-templates/></ul>
  </xsl:template>

  <xsl:template match="tei:item">
    <li><xsl:call-template name="id"/><xsl:apply-templates/></li>
  </xsl:template>

  <!-- ============ turns ============ -->

  <!-- page:voice: who is pointed to, with the side that the register puts him on -->
  <xsl:template match="tei:sp">
    <xsl:variable name="voice" select="key('voice', @who)"/>
    <div>
      <xsl:attribute name="class">
        <xsl:text>turn</xsl:text>
        <xsl:if test="not(tei:speaker)"> unlabelled</xsl:if>
        <xsl:if test="$voice/@side"> side-<xsl:value-of select="$voice/@side"/></xsl:if>
      </xsl:attribute>
      <xsl:call-template name="id"/>
      <xsl:if test="@who"><xsl:attribute name="data-who"><xsl:value-of select="@who"/></xsl:attribute></xsl:if>
      <xsl:if test="tei:speaker"><xsl:call-template name="retold"/></xsl:if>
      <xsl:apply-templates select="tei:speaker"/>
      <div class="words">
        <xsl:if test="tei:speaker"><xsl:call-template name="permalink"/></xsl:if>
        <xsl:apply-templates select="*[not(self::tei:speaker)]"/>
      </div>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <p class="speaker"><xsl:call-template name="id"/><xsl:apply-templates/></p>
  </xsl:template>

  <!-- ============ addresses ============ -->

  <xsl:template name="id">
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:call-template name="locator"/>
  </xsl:template>

  <!-- where a citation finds it, and all that is in it and says nothing else: for the script of the page -->
  <xsl:template name="locator">
    <xsl:if test="@page:locator"><xsl:attribute name="data-locator"><xsl:value-of select="@page:locator"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- a link to the element itself; what it shows (¶, or the number of a turn) comes from the style sheet; nothing for
       a passage whose words are withheld -->
  <xsl:template name="permalink">
    <xsl:if test="@xml:id and normalize-space(.) != ''">
      <xsl:choose>
        <xsl:when test="self::tei:sp and @n">
          <a class="permalink" href="#{@xml:id}" aria-label="Link to turn {@n}" data-n="{@n}"></a>
        </xsl:when>
        <xsl:otherwise><a class="permalink" href="#{@xml:id}" aria-label="Link to passage {@xml:id}"></a></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
