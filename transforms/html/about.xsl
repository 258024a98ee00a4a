<?xml version="1.0" encoding="UTF-8"?>
<!-- What a text is, from its TEI header: by whom, when, where it was found, whose rights. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="tei page">

  <xsl:key name="correspondence" match="/tei:TEI/tei:teiHeader//tei:correspDesc | /*/tei:TEI/tei:teiHeader//tei:correspDesc" use="@corresp"/>

  <!-- context of the templates here, but the last: teiHeader -->

  <xsl:template name="authors">
    <xsl:for-each select="tei:fileDesc/tei:titleStmt/tei:author">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="normalize-space(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- the header's words; where they only repeat the value, the value as a reader writes it; nothing if the date is
       not known -->
  <xsl:template name="date-written">
    <xsl:variable name="date" select="tei:profileDesc/tei:creation/tei:date[1]"/>
    <xsl:choose>
      <xsl:when test="not($date/@*)"/>
      <xsl:when test="normalize-space($date) = '' or normalize-space($date) = $date/@when">
        <xsl:call-template name="day"><xsl:with-param name="when" select="$date/@when"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space($date)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 1956-12-26 as 26 December 1956, 1956-12 as December 1956, 1956 as it is -->
  <xsl:template name="day">
    <xsl:param name="when"/>
    <xsl:variable name="month" select="number(substring($when, 6, 2))"/>
    <xsl:variable name="day" select="number(substring($when, 9, 2))"/>
    <xsl:variable name="months" select="'January  February March    April    May      June     July     August   SeptemberOctober  November December '"/>
    <xsl:if test="$day = $day"><xsl:value-of select="concat($day, ' ')"/></xsl:if>
    <xsl:if test="$month = $month">
      <xsl:value-of select="concat(normalize-space(substring($months, ($month - 1) * 9 + 1, 9)), ' ')"/>
    </xsl:if>
    <xsl:value-of select="substring($when, 1, 4)"/>
  </xsl:template>

  <!-- Rights: the published text keeps its own; the markup has another owner and licence. -->
  <xsl:template name="rights">
    <xsl:variable name="published" select="tei:fileDesc/tei:sourceDesc//tei:bibl[@type = 'published'][1]"/>
    <xsl:variable name="url" select="normalize-space($published//tei:idno[@type = 'URL'][1])"/>
    <p class="rights">
      <xsl:if test="$published">
        <xsl:text>Text: </xsl:text>
        <xsl:value-of select="normalize-space($published/tei:title[1])"/>
        <xsl:if test="$url != ''">, <a href="{$url}"><xsl:value-of select="$url"/></a></xsl:if>
        <xsl:text>. </xsl:text>
        <xsl:for-each select="$published/tei:availability">
          <xsl:text>Rights </xsl:text>
          <xsl:value-of select="@status"/>
          <xsl:for-each select="tei:p">
            <xsl:choose><xsl:when test="position() = 1">: </xsl:when><xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise></xsl:choose>
            <xsl:choose>
              <xsl:when test="tei:foreign/@xml:lang"><span lang="{tei:foreign/@xml:lang}"><xsl:value-of select="normalize-space(.)"/></span></xsl:when>
              <xsl:otherwise><xsl:value-of select="normalize-space(.)"/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:if>
      <xsl:for-each select="tei:fileDesc/tei:publicationStmt/tei:availability//tei:licence">
        <xsl:text> </xsl:text>
        <a href="{@target}" rel="license"><xsl:value-of select="normalize-space(.)"/></a>
      </xsl:for-each>
    </p>
  </xsl:template>

  <!-- the published form with its address: as its archive cites it, if the header says how, else in the header's words -->
  <xsl:template name="published">
    <xsl:for-each select="tei:fileDesc/tei:sourceDesc//tei:bibl[@type = 'published'][1]">
      <xsl:variable name="words">
        <xsl:choose>
          <xsl:when test="tei:bibl"><xsl:value-of select="tei:bibl"/></xsl:when>
          <xsl:otherwise>
            <xsl:for-each select="node()[not(self::tei:availability or self::tei:idno or self::tei:note)]"><xsl:value-of select="."/></xsl:for-each>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="url" select="normalize-space(.//tei:idno[@type = 'URL'][1])"/>
      <xsl:call-template name="without-comma"><xsl:with-param name="words" select="normalize-space($words)"/></xsl:call-template>
      <xsl:text>.</xsl:text>
      <xsl:if test="$url != ''"><xsl:text> </xsl:text><a href="{$url}"><xsl:value-of select="$url"/></a></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="without-comma">
    <xsl:param name="words"/>
    <xsl:variable name="last" select="substring($words, string-length($words))"/>
    <xsl:choose>
      <xsl:when test="$last != '' and contains(' ,.', $last)">
        <xsl:call-template name="without-comma">
          <xsl:with-param name="words" select="substring($words, 1, string-length($words) - 1)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the facts of a text as a list of terms -->
  <xsl:template name="facts">
    <xsl:variable name="authors"><xsl:call-template name="authors"/></xsl:variable>
    <xsl:variable name="date"><xsl:call-template name="date-written"/></xsl:variable>
    <xsl:variable name="manuscript" select="tei:fileDesc/tei:sourceDesc//tei:msIdentifier[1]"/>
    <dl class="facts">
      <xsl:if test="$authors != ''"><dt>Author</dt><dd><xsl:value-of select="$authors"/></dd></xsl:if>
      <xsl:if test="$date != ''">
        <dt>Date</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="normalize-space(tei:profileDesc/tei:creation) = tei:profileDesc/tei:creation/tei:date/@when">
              <xsl:value-of select="$date"/>
            </xsl:when>
            <xsl:otherwise><xsl:value-of select="normalize-space(tei:profileDesc/tei:creation)"/></xsl:otherwise>
          </xsl:choose>
        </dd>
      </xsl:if>
      <xsl:if test="tei:profileDesc/tei:particDesc//tei:persName">
        <dt>Participants</dt>
        <dd>
          <xsl:for-each select="tei:profileDesc/tei:particDesc//tei:persName">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="normalize-space(.)"/>
          </xsl:for-each>
        </dd>
      </xsl:if>
      <xsl:for-each select="tei:fileDesc/tei:titleStmt/tei:respStmt[not(@xml:id = 'rift' or @xml:id = 'author')]">
        <dt>
          <xsl:for-each select="tei:*[not(self::tei:resp)]">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="normalize-space(.)"/>
          </xsl:for-each>
        </dt>
        <dd><xsl:value-of select="normalize-space(tei:resp)"/></dd>
      </xsl:for-each>
      <xsl:if test="$manuscript">
        <dt>Archive</dt>
        <dd>
          <xsl:for-each select="$manuscript/*">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="normalize-space(.)"/>
          </xsl:for-each>
        </dd>
      </xsl:if>
      <xsl:if test="tei:fileDesc/tei:sourceDesc//tei:bibl[@type = 'published']">
        <dt>Published</dt>
        <dd><xsl:call-template name="published"/></dd>
      </xsl:if>
    </dl>
  </xsl:template>

  <!-- who sent a letter or note to whom; context: the division that holds it -->
  <xsl:template name="correspondence">
    <xsl:for-each select="key('correspondence', concat('#', @xml:id))">
      <dl class="facts letter generated">
        <xsl:for-each select="tei:correspAction">
          <dt><xsl:value-of select="@type"/></dt>
          <dd>
            <xsl:for-each select="tei:*">
              <xsl:if test="position() &gt; 1">, </xsl:if>
              <xsl:value-of select="normalize-space(.)"/>
              <xsl:if test="self::tei:date and normalize-space(.) = ''">
                <xsl:call-template name="day"><xsl:with-param name="when" select="@when"/></xsl:call-template>
              </xsl:if>
            </xsl:for-each>
          </dd>
        </xsl:for-each>
      </dl>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
