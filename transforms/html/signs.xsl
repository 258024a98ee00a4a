<?xml version="1.0" encoding="UTF-8"?>
<!-- How the reading pages are read: every sign that text.xsl and the style sheet make, once, with its meaning. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="signs">
    <section class="div signs show-names show-foreign show-dates" id="signs">
      <h2>How to read the pages</h2>
      <dl class="text">
        <dt><div class="turn side-soviet"><div class="words">Soviet side</div></div></dt>
        <dd>Beside a speech, a double line: somebody of the Soviet side speaks.</dd>
        <dt><div class="turn side-albanian"><div class="words">Albanian side</div></div></dt>
        <dd>A red line: somebody of the Albanian side.</dd>
        <dt><div class="turn"><div class="words">others</div></div></dt>
        <dd>A thin line: anybody else.</dd>
        <dt><span class="kinesic">(laughter)</span></dt>
        <dd>What those present do while somebody speaks, as the record notes it.</dd>
        <dt><span class="corr" data-sic="tbe" title="in the source: tbe (recognition error)">the</span></dt>
        <dd>Read otherwise by this edition. A box at the word says what the source prints.</dd>
        <dt><span class="supplied">[word]</span></dt>
        <dd>Put in by the publisher of the text.</dd>
        <dt><span class="unclear">word</span></dt>
        <dd>Uncertain in the source.</dd>
        <dt><sup class="mark">3</sup></dt>
        <dd>A note: in the margin, in a box at its mark, or in the list below the text.</dd>
        <dt><span class="sign">told also in <b>…</b> · 2</span></dt>
        <dd>Other texts, chapters or documents tell an event of this passage, too, or quote it; the number says how many events and quotations there are. The sign leads to them.</dd>
        <dt><span class="sign">↗</span></dt>
        <dd>After a quotation: the way to what is quoted.</dd>
        <dt><span class="sign">¶, 12</span></dt>
        <dd>The address of a paragraph, the number of a turn. Chosen, it can be copied from the address line, and Cite gives a citation of it.</dd>
        <dt><span class="pb"></span><span class="sign">15</span></dt>
        <dd>Here a page of the printed book begins; in brackets where its number is inferred.</dd>
        <dt><span class="name person">person</span>, <span class="name place">place</span>, <span class="name organization">body</span>, <span class="title">work</span></dt>
        <dd>Names, if View shows them. Each is a way to its entry in the registers.</dd>
        <dt><span class="foreign">word</span>, <span class="sign"><time datetime="1960-11-12">that day</time></span></dt>
        <dd>Words of another language and dates, if View shows them.</dd>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>
