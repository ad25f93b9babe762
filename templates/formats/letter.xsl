<?xml version="1.0" encoding="UTF-8"?>
<!-- 信函 (10.1; G-80 … G-87): red mark 30 mm from the page's edge, red double rules of 170 mm below it and at the foot of page 1,
     no number on page 1, the record without separators and without 印发. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <!-- page 1 has the red rules in place of a number (G-81, G-85); its type area is 15 mm clear of the lower one (G-84) -->
  <xsl:template name="page.more-masters">
    <fo:simple-page-master master-name="letter-first" xsl:use-attribute-sets="page">
      <fo:region-body xsl:use-attribute-sets="region-body"/>
      <fo:region-before region-name="letter-before" extent="{$top}"/>
      <fo:region-after region-name="letter-after" extent="{$bottom}"/>
    </fo:simple-page-master>
    <fo:page-sequence-master master-name="letter">
      <fo:single-page-master-reference master-reference="letter-first"/>
      <fo:repeatable-page-master-alternatives><xsl:call-template name="page.alternatives"/></fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>
  <xsl:template name="page.sequence">letter</xsl:template>

  <!-- Both rules are furniture of the page; the mark is text and stands in the flow. -->
  <xsl:template name="page.furniture">
    <xsl:variable name="rule"><xsl:call-template name="letter.rule-top"/></xsl:variable>
    <xsl:if test="not($printed-head)">
    <fo:static-content flow-name="letter-before">
      <fo:block-container absolute-position="fixed" left="{$letter-rule-left}" width="{$letter-rule-width}"
                          top="{format-number($rule, $mm)}"
                          height="{format-number($mm.letter-rule-height, $mm)}">
        <fo:block xsl:use-attribute-sets="letter-rule-upper"/>
      </fo:block-container>
    </fo:static-content>
    <fo:static-content flow-name="letter-after">
      <fo:block-container absolute-position="fixed" left="{$letter-rule-left}" width="{$letter-rule-width}"
                          top="{format-number($mm.page-height - $mm.letter-rule-bottom - $mm.letter-rule-height, $mm)}"
                          height="{format-number($mm.letter-rule-height, $mm)}">
        <fo:block xsl:use-attribute-sets="letter-rule-lower"/>
      </fo:block-container>
    </fo:static-content>
    </xsl:if>
    <xsl:call-template name="page.numbers"/>
  </xsl:template>

  <xsl:template name="letter.mark-height">
    <xsl:call-template name="head.mark-height">
      <xsl:with-param name="highest" select="$mm.letter-mark-height"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The head: mark; below the rule 份号, 密级, 紧急程度 at the left and 发文字号 at the right, the first 7/8 of a character's height
       below it (G-82); the title two lines below (G-83). As in 公文 a whole number of lines. -->
  <!-- the upper edge of the mark, so that its ink is where G-80 wants it; the upper rule, 4 mm below its last ink, as much of which is
       missing below as above -->
  <xsl:template name="letter.mark-top">
    <xsl:variable name="height"><xsl:call-template name="letter.mark-height"/></xsl:variable>
    <xsl:variable name="ink">
      <xsl:call-template name="head.mark-ink"><xsl:with-param name="height" select="$height"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="$mm.letter-mark-top - $ink"/>
  </xsl:template>
  <xsl:template name="letter.rule-top">
    <xsl:variable name="height"><xsl:call-template name="letter.mark-height"/></xsl:variable>
    <xsl:variable name="top"><xsl:call-template name="letter.mark-top"/></xsl:variable>
    <xsl:value-of select="2 * $top + $height - $mm.letter-mark-top + $mm.letter-rule-gap"/>
  </xsl:template>
  <xsl:template name="letter.rule-end">
    <xsl:variable name="top"><xsl:call-template name="letter.rule-top"/></xsl:variable>
    <xsl:value-of select="$top + $mm.letter-rule-height"/>
  </xsl:template>

  <xsl:template match="document" mode="head-lines">
    <xsl:variable name="rule"><xsl:call-template name="letter.rule-end"/></xsl:variable>
    <xsl:variable name="labels" select="count(copy-number | secrecy | urgency)"/>
    <xsl:variable name="rows" select="$labels + (document-number and not($labels))"/>
    <xsl:call-template name="head.lines">
      <xsl:with-param name="bottom" select="$rule - $mm.body-top + ($rows &gt; 0) * ($mm.letter-text-gap + $rows * $mm.line - 2 * $mm.half-leading)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="document" mode="head">
    <xsl:variable name="height"><xsl:call-template name="letter.mark-height"/></xsl:variable>
    <xsl:variable name="top"><xsl:call-template name="letter.mark-top"/></xsl:variable>
    <xsl:variable name="rule"><xsl:call-template name="letter.rule-end"/></xsl:variable>
    <xsl:variable name="first" select="$rule + $mm.letter-text-gap - $mm.half-leading - $mm.body-top"/>
    <xsl:variable name="labels" select="copy-number | secrecy | urgency"/>
    <xsl:variable name="lines"><xsl:apply-templates select="." mode="head-lines"/></xsl:variable>
    <fo:block-container absolute-position="fixed" left="{$left}" width="{$measure}" height="{format-number($height, $mm)}"
                        top="{format-number($top, $mm)}">
      <xsl:call-template name="head.mark"><xsl:with-param name="height" select="$height"/></xsl:call-template>
    </fo:block-container>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}">
      <fo:block xsl:use-attribute-sets="letter-number" space-before="{format-number($first, $mm)}" gw:place="{@place}">
        <xsl:if test="$labels">
          <xsl:attribute name="text-align-last">justify</xsl:attribute>
          <fo:inline xsl:use-attribute-sets="side"><xsl:apply-templates select="$labels[1]" mode="label"/></fo:inline>
          <fo:leader/>
        </xsl:if>
        <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="document-number"/></fo:inline>
      </fo:block>
      <xsl:for-each select="$labels[position() &gt; 1]">
        <fo:block xsl:use-attribute-sets="label"><xsl:apply-templates select="." mode="label"/></fo:block>
      </xsl:for-each>
    </fo:block-container>
  </xsl:template>

  <!-- 抄送 at the very bottom, without separators and 印发 (G-86) -->
  <xsl:template match="document" mode="record">
    <xsl:call-template name="record.plain">
      <xsl:with-param name="recipients"><xsl:call-template name="recipients-move"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
