<?xml version="1.0" encoding="UTF-8"?>
<!-- 反馈表: what was demanded, by when, and what was done; empty rooms are for the hand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="../../formats/form.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="case"/>
  </xsl:template>

  <xsl:template match="case">
    <fo:table xsl:use-attribute-sets="table-wide">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'38 118'"/></xsl:call-template>
      <fo:table-body>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'反馈单位'"/>
          <xsl:with-param name="value" select="../issuer"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'主送'"/>
          <xsl:with-param name="value" select="notice/@issuer-name"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'案由'"/>
          <xsl:with-param name="value">
            <xsl:value-of select="act/@title"/>
            <xsl:if test="string(act/@number)">（<xsl:value-of select="act/@number"/>）</xsl:if>
          </xsl:with-param>
          <xsl:with-param name="place" select="act/@place"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'反馈期限'"/>
          <xsl:with-param name="value"><xsl:call-template name="text.date"><xsl:with-param name="date" select="notice/@feedback-deadline"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="form.row-of-paragraphs">
          <xsl:with-param name="head" select="'改进要求'"/>
          <xsl:with-param name="paragraphs" select="correction/demand"/>
        </xsl:call-template>
        <xsl:call-template name="form.row-of-paragraphs">
          <xsl:with-param name="head" select="'办理情况'"/>
          <xsl:with-param name="paragraphs" select="feedback/p"/>
        </xsl:call-template>
        <xsl:call-template name="form.row-to-sign">
          <xsl:with-param name="head" select="'主要负责人签字'"/>
          <xsl:with-param name="date" select="feedback/@date"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'备注'"/>
          <xsl:with-param name="value"><xsl:if test="feedback/@overdue &gt; 0">逾期<xsl:value-of select="feedback/@overdue"/>日反馈。</xsl:if></xsl:with-param>
          <xsl:with-param name="place" select="feedback/@place"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
