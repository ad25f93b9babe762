<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: looks are attribute sets in styles.xsl (table, row, cell …); here is what every table writes again and again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- columns in proportion: widths="1 3 3" -->
  <xsl:template name="table.columns">
    <xsl:param name="widths"/>
    <xsl:variable name="rest" select="concat(normalize-space($widths), ' ')"/>
    <fo:table-column column-width="proportional-column-width({substring-before($rest, ' ')})"/>
    <xsl:if test="substring-after($rest, ' ')">
      <xsl:call-template name="table.columns">
        <xsl:with-param name="widths" select="substring-after($rest, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- head cells: names="序号|目标|指标" -->
  <xsl:template name="table.heads">
    <xsl:param name="names"/>
    <xsl:variable name="rest" select="concat($names, '|')"/>
    <fo:table-cell xsl:use-attribute-sets="cell-head" role="TH">
      <fo:block><xsl:value-of select="substring-before($rest, '|')"/></fo:block>
    </fo:table-cell>
    <xsl:if test="contains($names, '|')">
      <xsl:call-template name="table.heads">
        <xsl:with-param name="names" select="substring-after($names, '|')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
