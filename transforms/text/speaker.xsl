<?xml version="1.0" encoding="UTF-8"?>
<!-- Heading of the files that hold the speech of one person; the program adds who it is, and the lines. -->
<xsl:stylesheet version="1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:tei="http://www.tei-c.org/ns/1.0">

  <xsl:import href="reading.xsl"/>

  <xsl:template name="what-this-is">One speaker only: turns of the record and speech that the text reports, reading text without notes.</xsl:template>

  <xsl:template match="tei:text"/>

</xsl:stylesheet>
