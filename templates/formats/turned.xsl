<?xml version="1.0" encoding="UTF-8"?>
<!-- 横排表格 (8; G-65): registers and wide tables. The sheet stays upright and its page number where other pages have it; what stands in
     the type area is turned a quarter anticlockwise, so that heads of tables are at the binding edge of odd pages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="document.xsl"/>

  <xsl:template name="page.more-masters"><xsl:call-template name="page.turned-masters"/></xsl:template>
  <xsl:template name="page.sequence">turned</xsl:template>

  <!-- A table as a document: its title, one line about it (unit left, date or number right), the table. -->
  <xsl:template name="turned.line">
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:block xsl:use-attribute-sets="table-line-sides">
      <xsl:call-template name="table.sides">
        <xsl:with-param name="left" select="$left"/>
        <xsl:with-param name="right" select="$right"/>
      </xsl:call-template>
    </fo:block>
  </xsl:template>
  <xsl:template match="document" mode="main-recipients"/>

</xsl:stylesheet>
