<?xml version="1.0" encoding="UTF-8"?>
<!-- 简报 (no standard; B-01 … B-03): a large red name, 第n期 below it, issuing office and date on one line, a red rule; at the end
     报, 送, 发 and the number of copies between two black rules. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <!-- the foot stands on the last page, whichever side (B-03) -->
  <xsl:variable name="record-side" select="'any'"/>

  <!-- Context: <document> with issuer-mark, issue (第n期), issuer, @date. A whole number of lines high, as in 公文. -->
  <xsl:template match="document" mode="head">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above" select="$mm.brief-mark-top - $mark-ink * $height"/>
    <xsl:variable name="rule" select="$above + $height + 3 * $mm.line + $mm.brief-rule"/>
    <xsl:variable name="lines">
      <xsl:call-template name="head.lines"><xsl:with-param name="bottom" select="$rule"/></xsl:call-template>
    </xsl:variable>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}">
      <fo:block-container height="{format-number($above, $mm)}">
        <xsl:call-template name="head.classification"/>
      </fo:block-container>
      <xsl:call-template name="head.mark"><xsl:with-param name="height" select="$height"/></xsl:call-template>
      <fo:block xsl:use-attribute-sets="issue-number line-above" gw:place="{@place}">
        <xsl:value-of select="issue"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="issue-line" gw:place="{@place}">
        <xsl:value-of select="issuer"/>
        <fo:leader/>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      </fo:block>
      <fo:block xsl:use-attribute-sets="brief-rule"/>
    </fo:block-container>
  </xsl:template>

</xsl:stylesheet>
