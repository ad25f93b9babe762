<?xml version="1.0" encoding="UTF-8"?>
<!-- 横排表格 (8; G-65): registers and wide tables. The sheet stays upright and its page number where other pages have it; what stands in
     the type area is turned a quarter anticlockwise, so that heads of tables are at the binding edge of odd pages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="document.xsl"/>

  <xsl:template name="page.more-masters">
    <fo:simple-page-master master-name="turned-recto" xsl:use-attribute-sets="page">
      <fo:region-body margin-top="{$top}" margin-bottom="{$bottom}" reference-orientation="90"/>
      <fo:region-after region-name="recto-after" extent="{$bottom}"/>
    </fo:simple-page-master>
    <fo:simple-page-master master-name="turned-verso" xsl:use-attribute-sets="page">
      <fo:region-body margin-top="{$top}" margin-bottom="{$bottom}" reference-orientation="90"/>
      <fo:region-after region-name="verso-after" extent="{$bottom}"/>
    </fo:simple-page-master>
    <fo:page-sequence-master master-name="turned">
      <fo:repeatable-page-master-alternatives>
        <fo:conditional-page-master-reference odd-or-even="odd" master-reference="turned-recto"/>
        <fo:conditional-page-master-reference odd-or-even="even" master-reference="turned-verso"/>
      </fo:repeatable-page-master-alternatives>
    </fo:page-sequence-master>
  </xsl:template>
  <xsl:template name="page.sequence">turned</xsl:template>

  <!-- A table as a document: its title, one line about it (unit left, date or number right), the table. -->
  <xsl:template name="turned.line">
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:block xsl:use-attribute-sets="table-line-sides">
      <xsl:value-of select="$left"/><fo:leader/><xsl:value-of select="$right"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="document" mode="main-recipients"/>

</xsl:stylesheet>
