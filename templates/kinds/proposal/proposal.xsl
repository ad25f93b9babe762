<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标申报表: what a department proposes for its specific targets, with their basis and measures; room for its head and for the review. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/turned.xsl"/>

  <xsl:include href="../targets.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="specific-targets"/>
  </xsl:template>

  <xsl:template match="specific-targets">
    <xsl:call-template name="turned.line">
      <xsl:with-param name="left">申报部门（盖章）：<xsl:value-of select="@name"/></xsl:with-param>
      <xsl:with-param name="right">
        <xsl:text>申报日期：</xsl:text>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="@proposed"/></xsl:call-template>
        <xsl:if test="not(@proposed)">　　年　　月　　日</xsl:if>
      </xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'9 21 71 15 12 33 43 21'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'序号|目标|指标（基数→目标值）|完成时限|分值|制定依据|工作措施|责任科室及责任人'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="target" mode="proposal"/>
        <fo:table-row xsl:use-attribute-sets="row with-previous">
          <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="4"><fo:block>合计</fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:value-of select="@weight"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="3"><fo:block/></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="foot"/>
  </xsl:template>

  <xsl:template match="target" mode="proposal">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@number"/></xsl:call-template>
      <xsl:call-template name="table.cell-name"><xsl:with-param name="text" select="@title"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="indicator">
          <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{@place}">
            <xsl:if test="last() &gt; 1"><xsl:value-of select="position()"/>.</xsl:if>
            <xsl:value-of select="@name"/>
            <xsl:apply-templates select="." mode="value"/>
            <xsl:if test="string(@date)"><xsl:value-of select="concat('（', @words, '）')"/></xsl:if>
            <xsl:if test="last() &gt; 1"><xsl:value-of select="concat('，', @weight, '分')"/></xsl:if>
            <xsl:text>。评分：</xsl:text><xsl:value-of select="scoring"/>
            <xsl:if test="string(evidence)">（依据：<xsl:value-of select="evidence"/>）</xsl:if>
          </fo:block>
        </xsl:for-each>
        <xsl:if test="not(indicator)"><fo:block/></xsl:if>
      </fo:table-cell>
      <xsl:call-template name="table.cell-name">
        <xsl:with-param name="text"><xsl:call-template name="text.day"><xsl:with-param name="date" select="@deadline"/></xsl:call-template>前</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@weight"/></xsl:call-template>
      <xsl:call-template name="table.cell-paragraphs"><xsl:with-param name="paragraphs" select="basis"/></xsl:call-template>
      <xsl:call-template name="table.cell-paragraphs"><xsl:with-param name="paragraphs" select="measures/p"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="cell-name"><xsl:apply-templates select="." mode="responsible"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- who answers for the proposal; what the leading group made of it -->
  <xsl:template name="foot">
    <fo:table xsl:use-attribute-sets="table together line-above" keep-with-previous.within-page="{$keep-group}">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'34 78 34 79'"/></xsl:call-template>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="form-row">
          <xsl:call-template name="table.row-head"><xsl:with-param name="text" select="'主要负责人（签字）'"/></xsl:call-template>
          <xsl:call-template name="table.cell"><xsl:with-param name="text"><xsl:call-template name="people"><xsl:with-param name="people" select="head"/></xsl:call-template></xsl:with-param></xsl:call-template>
          <xsl:call-template name="table.row-head"><xsl:with-param name="text" select="'分管领导'"/></xsl:call-template>
          <xsl:call-template name="table.cell"><xsl:with-param name="text"><xsl:call-template name="people"><xsl:with-param name="people" select="deputy"/></xsl:call-template></xsl:with-param></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="form-row">
          <xsl:call-template name="table.row-head"><xsl:with-param name="text" select="'责任科室'"/></xsl:call-template>
          <xsl:call-template name="table.cell">
            <xsl:with-param name="text"><xsl:call-template name="text.list"><xsl:with-param name="items" select="/document/section"/></xsl:call-template></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="table.row-head"><xsl:with-param name="text" select="'联系人'"/></xsl:call-template>
          <xsl:call-template name="table.cell"><xsl:with-param name="text"><xsl:call-template name="people"><xsl:with-param name="people" select="contact"/></xsl:call-template></xsl:with-param></xsl:call-template>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="form-row-high">
          <xsl:call-template name="table.row-head"><xsl:with-param name="text" select="'审查意见'"/></xsl:call-template>
          <fo:table-cell xsl:use-attribute-sets="cell form-cell-to-sign" number-columns-spanned="3">
            <fo:block xsl:use-attribute-sets="form-line"><xsl:value-of select="/document/leading-group/@name"/></fo:block>
            <fo:block xsl:use-attribute-sets="form-line">
              <xsl:call-template name="text.date"><xsl:with-param name="date" select="@reviewed"/></xsl:call-template>
              <xsl:if test="not(@reviewed)">年　　月　　日</xsl:if>
            </fo:block>
          </fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="table-note with-previous">
      <xsl:text>申报期限：</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="/document/deadline/@date"/></xsl:call-template>
      <xsl:if test="@late = 'true'">（逾期申报）</xsl:if>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
