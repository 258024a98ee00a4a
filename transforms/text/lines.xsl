<?xml version="1.0" encoding="UTF-8"?>
<!-- What the plain-text editions share: one line for each heading, paragraph, stage direction and note, an empty line
     between them, two before a heading. Lines are never wrapped: programs that show text do that, and whole paragraphs
     are easier to search and to compare. White space runs are one space. The program writes the head of the file.

     A note that does not stand inline is marked with a raised number and printed on the line after its paragraph, after the same number.
     With ids = 'yes' each row is a line as the program reads it: address of its element (none: the line is not of the
     text), number of empty lines before it, words, with tabs between. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="../common/unhandled.xsl"/>
  <xsl:import href="../common/layout.xsl"/>
  <xsl:import href="../common/marks.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:param name="ids" select="'no'"/>

  <xsl:template match="/">
    <xsl:apply-templates select="tei:TEI"/>
  </xsl:template>

  <xsl:template match="tei:TEI">
    <xsl:apply-templates select="tei:text"/>
  </xsl:template>

  <!-- ============ lines ============ -->

  <!-- words: text of a line; id: its address; space: empty lines before it. Prints nothing if there are no words. -->
  <xsl:template name="line">
    <xsl:param name="words"/>
    <xsl:param name="id" select="ancestor-or-self::*[@xml:id][1]/@xml:id"/>
    <xsl:param name="space" select="1"/>
    <xsl:variable name="flat" select="normalize-space($words)"/>
    <xsl:if test="$flat != ''">
      <xsl:choose>
        <xsl:when test="$ids = 'yes'"><xsl:value-of select="concat($id, '&#9;', $space, '&#9;')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="substring('&#10;&#10;', 1, $space)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat($flat, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tei:text | tei:front | tei:body | tei:back | tei:div | tei:sp | tei:argument | tei:list">
    <xsl:apply-templates/>
  </xsl:template>

  <!-- openers and closers hold lines, unless they have words of their own -->
  <xsl:template match="tei:opener | tei:closer">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]"><xsl:call-template name="block"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="*"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="block" match="tei:head | tei:p | tei:item | tei:byline | tei:trailer
      | tei:div/tei:stage | tei:body/tei:stage | tei:sp/tei:stage
      | tei:opener[not(text()[normalize-space()])]/* | tei:closer[not(text()[normalize-space()])]/*
      | tei:div/tei:kinesic | tei:div/tei:vocal | tei:div/tei:incident | tei:div/tei:note[@place = 'inline']">
    <xsl:call-template name="line">
      <xsl:with-param name="words"><xsl:apply-templates/></xsl:with-param>
      <xsl:with-param name="space" select="1 + boolean(self::tei:head[not(preceding-sibling::*[1][self::tei:head])])"/>
    </xsl:call-template>
    <xsl:call-template name="notes-of"><xsl:with-param name="block" select="."/></xsl:call-template>
  </xsl:template>

  <!-- a speaker's label begins the line of the turn's first paragraph -->
  <xsl:template match="tei:sp/tei:speaker[following-sibling::*[1][self::tei:p]]"/>

  <xsl:template match="tei:sp/tei:p">
    <xsl:variable name="label" select="preceding-sibling::*[1][self::tei:speaker]"/>
    <xsl:call-template name="line">
      <xsl:with-param name="words">
        <xsl:apply-templates select="$label/node()"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates/>
      </xsl:with-param>
      <xsl:with-param name="id" select="($label/.. | .)[1]/ancestor-or-self::*[@xml:id][1]/@xml:id"/>
    </xsl:call-template>
    <xsl:call-template name="notes-of"><xsl:with-param name="block" select="$label"/></xsl:call-template>
    <xsl:call-template name="notes-of"><xsl:with-param name="block" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:speaker">
    <xsl:call-template name="block"/>
  </xsl:template>

  <!-- paragraphs and items inside a line are words of it -->
  <xsl:template match="tei:note//tei:p | tei:item//tei:p | tei:p//tei:p | tei:p//tei:item | tei:note//tei:item">
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- ============ notes ============ -->

  <xsl:template match="tei:note[not(@place = 'inline')]">
    <xsl:call-template name="mark"/>
  </xsl:template>

  <!-- a note that stands between paragraphs has no line to be marked in -->
  <xsl:template priority="1" match="tei:note[not(@place = 'inline')][parent::tei:div or parent::tei:sp or parent::tei:list
      or parent::tei:argument or (parent::tei:opener or parent::tei:closer) and not(../text()[normalize-space()])]">
    <xsl:call-template name="between"/>
  </xsl:template>

  <xsl:template name="between">
    <xsl:call-template name="note-line"/>
  </xsl:template>

  <xsl:template name="notes-of">
    <xsl:param name="block"/>
    <xsl:for-each select="$block//tei:note[count(. | $marked) = count($marked)]">
      <xsl:call-template name="note-line"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="note-line">
    <xsl:call-template name="line">
      <xsl:with-param name="words">
        <xsl:call-template name="mark"/>
        <xsl:text> </xsl:text>
        <xsl:apply-templates/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:variable name="number"><xsl:call-template name="note-number"/></xsl:variable>
    <xsl:value-of select="translate($number, '0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')"/>
  </xsl:template>

  <!-- words that the source has lost -->
  <xsl:template match="tei:gap">[…]</xsl:template>

  <!-- ============ words ============ -->

  <xsl:template match="tei:pb | tei:lb"/>

  <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:title | tei:name | tei:date | tei:time
      | tei:said | tei:quote | tei:soCalled | tei:term | tei:mentioned | tei:gloss | tei:foreign | tei:emph | tei:hi
      | tei:stage | tei:kinesic | tei:vocal | tei:incident | tei:desc | tei:note | tei:supplied | tei:unclear
      | tei:seg | tei:ref | tei:salute | tei:dateline | tei:signed | tei:num | tei:measure
      | tei:address | tei:addrLine | tei:bibl | tei:idno | tei:lang | tei:label
      | tei:choice | tei:sic | tei:corr">
    <xsl:apply-templates/>
  </xsl:template>

</xsl:stylesheet>
