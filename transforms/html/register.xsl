<?xml version="1.0" encoding="UTF-8"?>
<!-- Index of a register: a table with a body for each letter (works: for each kind), which the script can sort.

     page:page   title, of (folder of the entries' pages)
     page:group  id, label, with page:row
     page:row    label, href, side, type, life, date, start (to sort dates by), country, mentions, said, held, with
                 page:author (label, href) and page:in (evidence.xsl)
     page:tab, page:witness, page:download: evidence.xsl -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="evidence.xsl"/>

  <xsl:variable name="of" select="$page/@of"/>

  <xsl:template name="main">
    <header class="page-header">
      <xsl:call-template name="tabs"/>
      <h1><xsl:value-of select="$page/@title"/><xsl:text> </xsl:text><span class="count"><xsl:value-of select="count($page/page:group/page:row)"/></span></h1>
    </header>
    <nav class="letters" aria-label="Groups">
      <ul>
        <xsl:for-each select="$page/page:group"><li><a href="#{@id}"><xsl:value-of select="@label"/></a></li></xsl:for-each>
      </ul>
    </nav>
    <xsl:call-template name="sigla"/>
    <div class="wide" role="region" aria-label="{$page/@title}" tabindex="0">
      <table class="register" data-sortable="yes">
        <thead>
          <tr>
            <th scope="col"><xsl:choose><xsl:when test="$of = 'works'">Title</xsl:when><xsl:otherwise>Name</xsl:otherwise></xsl:choose></th>
            <xsl:choose>
              <xsl:when test="$of = 'people'">
                <th scope="col">Side</th><th scope="col">Life</th><th scope="col" data-sort="number">Utterances</th>
              </xsl:when>
              <xsl:when test="$of = 'places'"><th scope="col">Kind</th><th scope="col">Country</th></xsl:when>
              <xsl:when test="$of = 'organizations'"><th scope="col">Kind</th><th scope="col">Side</th></xsl:when>
              <xsl:otherwise><th scope="col">Author</th><th scope="col">Date</th></xsl:otherwise>
            </xsl:choose>
            <th scope="col" data-sort="number">Mentions</th>
            <th scope="col" data-sort="no">Texts</th>
          </tr>
        </thead>
        <xsl:apply-templates select="$page/page:group"/>
      </table>
    </div>
    <xsl:call-template name="downloads"/>
  </xsl:template>

  <xsl:template match="page:group">
    <tbody>
      <tr class="group"><th scope="rowgroup" id="{@id}" colspan="{5 + ($of = 'people')}"><xsl:value-of select="@label"/></th></tr>
      <xsl:text>&#10;</xsl:text>
      <xsl:apply-templates select="page:row"/>
    </tbody>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:row">
    <tr>
      <th scope="row">
        <a href="{@href}"><xsl:value-of select="@label"/></a>
        <xsl:if test="@held"><span class="held"> in this edition</span></xsl:if>
      </th>
      <xsl:choose>
        <xsl:when test="$of = 'people'">
          <td><xsl:call-template name="side"/></td>
          <td class="life" data-key="{@start}"><xsl:value-of select="@life"/></td>
          <td class="number said"><xsl:if test="@said != '0'"><xsl:value-of select="@said"/></xsl:if></td>
        </xsl:when>
        <xsl:when test="$of = 'places'"><td><xsl:value-of select="@type"/></td><td><xsl:value-of select="@country"/></td></xsl:when>
        <xsl:when test="$of = 'organizations'"><td><xsl:value-of select="@type"/></td><td><xsl:call-template name="side"/></td></xsl:when>
        <xsl:otherwise>
          <td><xsl:call-template name="linked"><xsl:with-param name="entries" select="page:author"/></xsl:call-template></td>
          <td data-key="{@start}"><xsl:value-of select="@date"/></td>
        </xsl:otherwise>
      </xsl:choose>
      <td class="number mentioned"><xsl:if test="@mentions != '0'"><xsl:value-of select="@mentions"/></xsl:if></td>
      <td class="texts-in"><xsl:call-template name="counts"/></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="side">
    <xsl:choose>
      <xsl:when test="@side = 'voice'">A voice</xsl:when>
      <xsl:when test="@side = 'modern'">Publication</xsl:when>
      <xsl:when test="@side"><xsl:call-template name="capital"><xsl:with-param name="words" select="@side"/></xsl:call-template></xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
