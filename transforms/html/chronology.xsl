<?xml version="1.0" encoding="UTF-8"?>
<!-- All events by date, with a timeline.

     page:text, page:person   what the list can be narrowed to: id, label (and count); needs the script
     page:timeline  width, height, with page:month (x, label, full), page:row (n, y, height, baseline) and page:circle (of,
                    href, label, x, y, r, differs, open): everything is laid out, only to be drawn; in a row a page:cell
                    for what has no month and for each month: count, label, events and first (ids), step (1 to 4), differs
     page:year      n, with page:event: links to events (synopsis.xsl), with people (ids), nested as the events are -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:page="urn:rift:page"
  exclude-result-prefixes="page">

  <xsl:import href="frame.xsl"/>
  <xsl:import href="synopsis.xsl"/>
  <xsl:import href="events.xsl"/>

  <xsl:template name="main">
    <header class="page-header">
      <xsl:call-template name="about-events"><xsl:with-param name="here">chronology</xsl:with-param></xsl:call-template>
      <h1><xsl:value-of select="$page/@title"/></h1>
      <p class="lead">
        <xsl:value-of select="count($page//page:event)"/>
        <xsl:text> events and exchanges that the texts tell, by date. The page of an event sets its tellings beside each other and says where they differ.</xsl:text>
      </p>
    </header>
    <xsl:apply-templates select="$page/page:timeline"/>
    <xsl:call-template name="filter"/>
    <nav class="years" aria-label="Years">
      <ul>
        <xsl:for-each select="$page/page:year"><li><a href="#y{@n}"><xsl:value-of select="@n"/></a></li></xsl:for-each>
      </ul>
    </nav>
    <xsl:apply-templates select="$page/page:year"/>
    <xsl:call-template name="event-downloads"/>
  </xsl:template>

  <!-- the script takes "hidden" away -->
  <xsl:template name="filter">
    <form class="filter" hidden="hidden">
      <fieldset>
        <legend>Told by each of</legend>
        <xsl:for-each select="$page/page:text">
          <label><input type="checkbox" name="text" value="{@id}"/><xsl:text> </xsl:text><xsl:value-of select="@label"/></label>
        </xsl:for-each>
      </fieldset>
      <p>
        <label for="filter-person">Person or body</label>
        <xsl:text> </xsl:text>
        <select id="filter-person" name="person">
          <option value="">all</option>
          <xsl:for-each select="$page/page:person"><option value="{@id}"><xsl:value-of select="@label"/> (<xsl:value-of select="@count"/>)</option></xsl:for-each>
        </select>
      </p>
      <p><label><input type="checkbox" name="differs" value="yes"/> only where the tellings differ</label></p>
      <p><output aria-live="polite"></output><xsl:text> </xsl:text><button type="reset">Show all</button></p>
    </form>
  </xsl:template>

  <xsl:template match="page:year">
    <section class="events year" aria-labelledby="y{@n}">
      <h2 id="y{@n}"><xsl:value-of select="@n"/></h2>
      <ol><xsl:apply-templates select="page:event"/></ol>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="page:event">
    <li id="{@id}" data-people="{@people}">
      <xsl:attribute name="data-texts">
        <xsl:for-each select="page:in"><xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@text"/></xsl:for-each>
      </xsl:attribute>
      <xsl:if test="@contradictions"><xsl:attribute name="data-differs">yes</xsl:attribute></xsl:if>
      <xsl:call-template name="event-link"/>
      <xsl:if test="page:event"><ol><xsl:apply-templates select="page:event"/></ol></xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ============ timeline ============ -->

  <xsl:template match="page:timeline">
    <figure class="timeline">
      <div class="wide" role="region" aria-label="Timeline" tabindex="0">
        <svg viewBox="0 0 {@width} {@height}" role="group" aria-label="Timeline of the events; the list below holds the same">
          <xsl:for-each select="page:row">
            <rect class="band" x="0" y="{@y}" width="{../@width}" height="{@height}"/>
            <text class="year" x="4" y="{@baseline}"><xsl:value-of select="@n"/></text>
          </xsl:for-each>
          <xsl:for-each select="page:month">
            <line x1="{@x}" x2="{@x}" y1="8" y2="{../@height}"/>
            <text x="{@x + 4}" y="14"><xsl:value-of select="@label"/></text>
          </xsl:for-each>
          <xsl:for-each select="page:circle">
            <a href="{@href}" tabindex="-1" data-event="{@of}">
              <title><xsl:value-of select="@label"/></title>
              <circle cx="{@x}" cy="{@y}" r="{@r}">
                <xsl:if test="@differs or @open">
                  <xsl:attribute name="class">
                    <xsl:if test="@differs">differs</xsl:if>
                    <xsl:if test="@open"> open</xsl:if>
                  </xsl:attribute>
                </xsl:if>
              </circle>
            </a>
          </xsl:for-each>
        </svg>
      </div>
      <xsl:call-template name="months"/>
      <figcaption>
        <xsl:text>A circle for each event where it begins, before January if only the year is known: larger, the more texts tell it; </xsl:text>
        <span class="differs">coloured</span>
        <xsl:text> where the tellings differ; hollow where the date is open or a span.</xsl:text>
      </figcaption>
    </figure>
  </xsl:template>

  <!-- the same for a small screen -->
  <xsl:template name="months">
    <table class="months">
      <caption>
        <xsl:text>How many events begin in each month, in the first column if only the year is known; underlined in </xsl:text>
        <span class="differs">colour</span>
        <xsl:text> where tellings differ. A number leads to the first of them in the list.</xsl:text>
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col"><abbr title="only the year">·</abbr></th>
          <xsl:for-each select="page:month"><th scope="col"><abbr title="{@full}"><xsl:value-of select="substring(@label, 1, 1)"/></abbr></th></xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="page:row">
          <tr>
            <th scope="row"><xsl:value-of select="@n"/></th>
            <xsl:apply-templates select="page:cell"/>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="page:cell"><td></td></xsl:template>

  <xsl:template match="page:cell[@count]">
    <td>
      <a href="#{@first}" aria-label="{@label}" data-events="{@events}">
        <xsl:attribute name="class">n<xsl:value-of select="@step"/><xsl:if test="@differs"> differs</xsl:if></xsl:attribute>
        <xsl:value-of select="@count"/>
      </a>
    </td>
  </xsl:template>

</xsl:stylesheet>
