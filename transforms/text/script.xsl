<?xml version="1.0" encoding="UTF-8"?>
<!-- Speaker script of a record: one line a paragraph, the first of a turn SPEAKER: words; stage directions between the
     turns on lines of their own. The speaker is the end of the turn's pointer (register/persons.xml#hoxha is HOXHA), so
     that one person has one label, however the record calls him. Notes are left out. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="reading.xsl"/>

  <xsl:template match="tei:text">
    <xsl:for-each select=".//tei:sp/tei:*[not(self::tei:speaker or self::tei:pb or self::tei:note[not(@place = 'inline')])]
        | .//tei:stage[not(ancestor::tei:sp) and not(ancestor::tei:p)]">
      <xsl:variable name="turn" select="parent::tei:sp[not(current()/preceding-sibling::*[not(self::tei:speaker or self::tei:pb)])]"/>
      <xsl:call-template name="line">
        <xsl:with-param name="words">
          <xsl:for-each select="$turn">
            <xsl:call-template name="names"><xsl:with-param name="who" select="normalize-space(@who)"/></xsl:call-template>
            <xsl:text>: </xsl:text>
          </xsl:for-each>
          <xsl:apply-templates/>
        </xsl:with-param>
        <xsl:with-param name="id" select="($turn[tei:speaker] | .)[1]/ancestor-or-self::*[@xml:id][1]/@xml:id"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- who: pointers separated by one space -->
  <xsl:template name="names">
    <xsl:param name="who"/>
    <xsl:variable name="first" select="substring-before(concat($who, ' '), ' ')"/>
    <xsl:variable name="rest" select="substring-after($who, ' ')"/>
    <xsl:value-of select="translate(substring-after($first, '#'), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
    <xsl:if test="$first = ''">UNKNOWN</xsl:if>
    <xsl:if test="$rest != ''">
      <xsl:text>, </xsl:text>
      <xsl:call-template name="names"><xsl:with-param name="who" select="$rest"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- what stands on lines of its own elsewhere are words of the turn -->
  <xsl:template match="tei:sp//tei:p | tei:sp//tei:item" priority="1">
    <xsl:text> </xsl:text>
    <xsl:apply-templates/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="tei:note[not(@place = 'inline')]" priority="2"/>

</xsl:stylesheet>
