<?xml version="1.0" encoding="UTF-8"?>
<!-- Page masters and page numbers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- A4, type area 156 × 225 mm at 28, 37 mm (5.1, 5.2.1; G-01). Rectos and versos differ in the page number, and in their margins
       when these are mirrored. The masters' side margins hold the regions to the type area; what lies outside it is placed from the
       page. -->
  <xsl:attribute-set name="page">
    <xsl:attribute name="page-width"><xsl:value-of select="$page-width"/></xsl:attribute>
    <xsl:attribute name="page-height"><xsl:value-of select="$page-height"/></xsl:attribute>
    <xsl:attribute name="margin-left"><xsl:value-of select="$left"/></xsl:attribute>
    <xsl:attribute name="margin-right"><xsl:value-of select="$right"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="page-verso" use-attribute-sets="page">
    <xsl:attribute name="margin-left"><xsl:value-of select="$left-verso"/></xsl:attribute>
    <xsl:attribute name="margin-right"><xsl:value-of select="$right-verso"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="region-body">
    <xsl:attribute name="margin-top"><xsl:value-of select="$body-top"/></xsl:attribute>
    <xsl:attribute name="margin-bottom"><xsl:value-of select="$body-bottom"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:template name="page.masters">
    <fo:layout-master-set>
      <fo:simple-page-master master-name="recto" xsl:use-attribute-sets="page">
        <fo:region-body xsl:use-attribute-sets="region-body"/>
        <fo:region-after region-name="recto-after" extent="{$bottom}"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="verso" xsl:use-attribute-sets="page-verso">
        <fo:region-body xsl:use-attribute-sets="region-body"/>
        <fo:region-after region-name="verso-after" extent="{$bottom}"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="unnumbered" xsl:use-attribute-sets="page-verso">
        <fo:region-body xsl:use-attribute-sets="region-body"/>
      </fo:simple-page-master>
      <fo:page-sequence-master master-name="pages">
        <fo:repeatable-page-master-alternatives><xsl:call-template name="page.alternatives"/></fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
      <xsl:if test="attachment[@turned = 'yes']"><xsl:call-template name="page.turned-masters"/></xsl:if>
      <xsl:call-template name="page.more-masters"/>
    </fo:layout-master-set>
  </xsl:template>

  <!-- an empty page before the 版记, and the 版记's own page then, have no number (7.5; G-56) -->
  <xsl:template name="page.alternatives">
    <fo:conditional-page-master-reference blank-or-not-blank="blank" master-reference="unnumbered"/>
    <fo:conditional-page-master-reference gw:previous-page="blank" master-reference="unnumbered"/>
    <fo:conditional-page-master-reference odd-or-even="odd" master-reference="recto"/>
    <fo:conditional-page-master-reference odd-or-even="even" master-reference="verso"/>
  </xsl:template>

  <!-- Other line pitches for the case that a signature would come to a new page and take lines of the text along: tightened by 1 % and
       more, the first that brings it to its text is taken (7.3.5.5; G-49). None is wider: a wider pitch loses the 22nd line of every
       page, lines that are brought over cost two of one page. Single documents ask for it (document/@spacing); a year's documents, made
       by the hundred, keep 22 lines a page and bring lines over. -->
  <xsl:template name="page.variants">
    <xsl:if test="/document/@spacing = 'auto' and not($spacing-given)">
      <gw:variants><xsl:attribute name="names"><xsl:call-template name="page.pitches"/></xsl:attribute></gw:variants>
    </xsl:if>
  </xsl:template>
  <xsl:template name="page.pitches">
    <xsl:param name="percent" select="1"/>
    <xsl:if test="$percent &lt;= $spacing-most">
      <xsl:value-of select="concat(-$percent, ' ')"/>
      <xsl:call-template name="page.pitches"><xsl:with-param name="percent" select="$percent + 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Forms: closer rows where they save a last page of a few rows. Their page.variants. -->
  <xsl:template name="page.variants-of-form">
    <xsl:if test="not($spacing-given)">
      <gw:variants names="rows{-$spacing-most div 2} rows{-$spacing-most}" least-last-page="{$last-page-least}"/>
    </xsl:if>
  </xsl:template>

  <!-- 横排表格 (clause 8; G-65): the type area turned anticlockwise, the number where the other pages have it -->
  <xsl:template name="page.turned-masters">
    <fo:simple-page-master master-name="turned-recto" xsl:use-attribute-sets="page">
      <fo:region-body xsl:use-attribute-sets="region-body" reference-orientation="90"/>
      <fo:region-after region-name="recto-after" extent="{$bottom}"/>
    </fo:simple-page-master>
    <fo:simple-page-master master-name="turned-verso" xsl:use-attribute-sets="page-verso">
      <fo:region-body xsl:use-attribute-sets="region-body" reference-orientation="90"/>
      <fo:region-after region-name="verso-after" extent="{$bottom}"/>
    </fo:simple-page-master>
    <fo:page-sequence-master master-name="turned">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference odd-or-even="odd" master-reference="turned-recto"/>
        <fo:conditional-page-master-reference odd-or-even="even" master-reference="turned-verso"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>

  <!-- what a format with pages of its own replaces: further masters, the sequence in use, what stands outside the type area -->
  <xsl:template name="page.more-masters"/>
  <xsl:template name="page.sequence">pages</xsl:template>
  <xsl:template name="page.furniture"><xsl:call-template name="page.numbers"/></xsl:template>

  <!-- — 1 —: odd pages at the right, even pages at the left (7.5; G-60 … G-64) -->
  <xsl:template name="page.numbers">
    <fo:static-content flow-name="recto-after">
      <fo:block xsl:use-attribute-sets="page-number-recto">— <fo:page-number/> —</fo:block>
    </fo:static-content>
    <fo:static-content flow-name="verso-after">
      <fo:block xsl:use-attribute-sets="page-number-verso">— <fo:page-number/> —</fo:block>
    </fo:static-content>
  </xsl:template>

</xsl:stylesheet>
