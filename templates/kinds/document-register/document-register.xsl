<?xml version="1.0" encoding="UTF-8"?>
<!-- 发文登记: a row a document, in the order of dates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="../../formats/turned.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:call-template name="turned.line">
      <xsl:with-param name="left">登记单位：<xsl:value-of select="issuer"/></xsl:with-param>
      <xsl:with-param name="right">共<xsl:value-of select="count(entry)"/>件</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'10 33 24 53 31 38 25 11'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads"><xsl:with-param name="names" select="'序号|日期|文种|标题|文号或者编号|制发单位|主送或者对象|份数'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="entry">
          <fo:table-row xsl:use-attribute-sets="row">
            <xsl:call-template name="table.last-rows"/>
            <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="position()"/></xsl:call-template>
            <xsl:call-template name="table.cell-name">
              <xsl:with-param name="text"><xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template></xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="table.cell-name"><xsl:with-param name="text" select="@kind-name"/></xsl:call-template>
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@title"/></xsl:call-template>
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@number"/></xsl:call-template>
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@from"/></xsl:call-template>
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@to"/></xsl:call-template>
            <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@copies"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
