<?xml version="1.0" encoding="UTF-8"?>
<!-- All contradictions by kind.

     page:kind   id, label, count, with page:event: a link to the event (synopsis.xsl) with its page:contradiction -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="synopsis.xsl"/>
  <xsl:import href="events.xsl"/>

  <xsl:template name="main">
    <header class="page-header">
      <xsl:call-template name="about-events"><xsl:with-param name="here">contradictions</xsl:with-param></xsl:call-template>
      <h1><xsl:value-of select="$page/@title"/></h1>
      <p class="lead">
        <xsl:value-of select="count($page//page:contradiction)"/>
        <xsl:text> places where tellings of an event do not agree, those of different texts or of one text in different chapters, by what they disagree about.</xsl:text>
      </p>
    </header>
    <nav class="years" aria-label="Kinds">
      <ul>
        <xsl:for-each select="$page/page:kind[page:event]">
          <li><a href="#{@id}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></li>
        </xsl:for-each>
      </ul>
    </nav>
    <xsl:apply-templates select="$page/page:kind[page:event]"/>
    <xsl:call-template name="event-downloads"/>
  </xsl:template>

  <xsl:template match="page:kind">
    <section class="differences" aria-labelledby="{@id}">
      <h2 id="{@id}"><xsl:value-of select="@label"/><xsl:text> </xsl:text><span class="count"><xsl:value-of select="@count"/></span></h2>
      <ul>
        <xsl:for-each select="page:event">
          <li class="difference">
            <p class="of-event"><a href="{@href}"><xsl:value-of select="@label"/></a><xsl:text> </xsl:text><span class="when"><xsl:value-of select="@when"/></span></p>
            <xsl:for-each select="page:contradiction">
              <p><xsl:value-of select="@words"/></p>
              <xsl:call-template name="passages"/>
            </xsl:for-each>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

</xsl:stylesheet>
