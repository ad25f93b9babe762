<?xml version="1.0" encoding="UTF-8"?>
<!-- The looks of tables, signature blocks and forms: attribute sets only, built on those of styles.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- ==== tables ==== -->

  <!-- a whole number of grid lines high, so that the text goes on on the grid (G-19) -->
  <xsl:attribute-set name="table" use-attribute-sets="own-width">
    <xsl:attribute name="gw:block-step-size" namespace="urn:gongwen:fo"><xsl:value-of select="$line"/></xsl:attribute>
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="border-collapse">collapse</xsl:attribute>
    <xsl:attribute name="border-style">solid</xsl:attribute>
    <xsl:attribute name="border-width"><xsl:value-of select="$table-frame"/></xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-5"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$table-line"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="table-wide" use-attribute-sets="table">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$table-line-wide"/></xsl:attribute>
  </xsl:attribute-set>
  <!-- title above a table inside the text -->
  <xsl:attribute-set name="table-title" use-attribute-sets="hei with-next">
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- above a table that is a document: whose it is at the left, its date or number at the right -->
  <xsl:attribute-set name="table-line-sides" use-attribute-sets="own-width with-next">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- a line below a table, in its type -->
  <xsl:attribute-set name="table-note" use-attribute-sets="own-width">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-5"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- a row breaks over a page only when it must: a strength, not "always" -->
  <xsl:attribute-set name="row">
    <xsl:attribute name="keep-together.within-page">5</xsl:attribute>
  </xsl:attribute-set>
  <!-- closed on both pages where one ends in it -->
  <xsl:attribute-set name="cell">
    <xsl:attribute name="border-style">solid</xsl:attribute>
    <xsl:attribute name="border-width"><xsl:value-of select="$table-rule"/></xsl:attribute>
    <xsl:attribute name="border-before-width.conditionality">retain</xsl:attribute>
    <xsl:attribute name="border-after-width.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding"><xsl:value-of select="$table-padding"/></xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
    <xsl:attribute name="display-align">center</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="cell-centred" use-attribute-sets="cell">
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>
  <!-- names and titles in narrow columns: broken between words -->
  <xsl:attribute-set name="cell-name" use-attribute-sets="cell-centred">
    <xsl:attribute name="gw:text-shape" namespace="urn:gongwen:fo">auto</xsl:attribute>
  </xsl:attribute-set>
  <!-- a cell over several rows says again on the next page what it is; （续） after it: table.goes-on -->
  <xsl:attribute-set name="cell-again" use-attribute-sets="cell-name">
    <xsl:attribute name="gw:repeat-at-break" namespace="urn:gongwen:fo">true</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="cell-head" use-attribute-sets="cell-name hei"/>
  <xsl:attribute-set name="cell-total" use-attribute-sets="cell-centred hei"/>
  <!-- names, numbers, dates one below the other: never stretched -->
  <xsl:attribute-set name="cell-ragged">
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>
  <!-- a word that is not to be parted -->
  <xsl:attribute-set name="unit">
    <xsl:attribute name="keep-together.within-line">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="cell-text"><xsl:attribute name="role">P</xsl:attribute></xsl:attribute-set>

  <!-- ==== signature blocks of agreements, forms ==== -->

  <xsl:attribute-set name="sign-table" use-attribute-sets="together line-above with-text">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="sign-cell">
    <xsl:attribute name="display-align">center</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="padding-start"><xsl:value-of select="$table-padding-wide"/></xsl:attribute>
    <xsl:attribute name="padding-end"><xsl:value-of select="$table-padding-wide"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="seal-room">
    <xsl:attribute name="height"><xsl:value-of select="$seal"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="sign-line">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="end-indent">1em</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- names below a table, each with room for the hand -->
  <xsl:attribute-set name="sign-line-table" use-attribute-sets="own-width together line-above with-previous">
    <xsl:attribute name="table-layout">fixed</xsl:attribute>
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="role">Div</xsl:attribute> <!-- no data in rows and columns -->
  </xsl:attribute-set>
  <!-- serial number and copy mark on one line -->
  <xsl:attribute-set name="copy-line" use-attribute-sets="own-width">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="space-after"><xsl:value-of select="$line"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- room for the hand above the signer's line -->
  <xsl:attribute-set name="hand-room">
    <xsl:attribute name="height"><xsl:value-of select="$hand-room"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- ruled forms (B-04): narrow heads, wide rows -->
  <xsl:attribute-set name="form-row" use-attribute-sets="row">
    <xsl:attribute name="height"><xsl:value-of select="$form-row"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-row-high" use-attribute-sets="row">
    <xsl:attribute name="height"><xsl:value-of select="$form-row-high"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-office" use-attribute-sets="title">
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-number" use-attribute-sets="own-width">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-cell-to-sign">
    <xsl:attribute name="display-align">after</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-cell" use-attribute-sets="cell">
    <xsl:attribute name="padding-start"><xsl:value-of select="$table-padding-wide"/></xsl:attribute>
    <xsl:attribute name="padding-end"><xsl:value-of select="$table-padding-wide"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-head" use-attribute-sets="form-cell">
    <xsl:attribute name="text-align">center</xsl:attribute>
  </xsl:attribute-set>
  <!-- 均排: a head's characters spread over the column (Z-56) -->
  <xsl:attribute-set name="spread">
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="gw:text-shape" namespace="urn:gongwen:fo">auto</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-foot" use-attribute-sets="own-width">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-small-4"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="form-line">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
