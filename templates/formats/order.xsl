<?xml version="1.0" encoding="UTF-8"?>
<!-- 命令（令） (10.2; G-90): the mark 20 mm below the upper edge of the type area, 令号 two empty lines below it, the text two empty
     lines below that; no title, no red rule. The signature is a 签名章 as a rule (G-48a). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <xsl:template name="order.above">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="ink">
      <xsl:call-template name="head.mark-ink"><xsl:with-param name="height" select="$height"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="$mm.overhang + $mm.order-mark-top - $ink"/>
  </xsl:template>

  <!-- a whole number of lines, so that the text comes nearest to its two empty lines below the 令号 -->
  <xsl:template match="document" mode="head-lines">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="order.above"/></xsl:variable>
    <xsl:value-of select="round(($above + $height) div $mm.line + 2 * $order-lines + 1)"/>
  </xsl:template>

  <xsl:template match="document" mode="head">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="order.above"/></xsl:variable>
    <xsl:variable name="lines"><xsl:apply-templates select="." mode="head-lines"/></xsl:variable>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}" id="title">
      <fo:block-container height="{format-number($above, $mm)}"><xsl:call-template name="head.classification"/></fo:block-container>
      <fo:block xsl:use-attribute-sets="mark-space" role="H1"> <!-- an order has no title -->
        <xsl:call-template name="head.mark">
          <xsl:with-param name="height" select="$height"/>
          <xsl:with-param name="width" select="$height * $mm.mark-width div $mm.mark-height"/>
        </xsl:call-template>
      </fo:block>
      <fo:block xsl:use-attribute-sets="number" gw:place="{@place}"><xsl:value-of select="document-number"/></fo:block>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="document" mode="title"/>
  <xsl:template match="document" mode="main-recipients"/>

</xsl:stylesheet>
