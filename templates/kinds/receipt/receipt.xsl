<?xml version="1.0" encoding="UTF-8"?>
<!-- 送达回证 (B-04): what was served on whom, where, how; what is not known yet is left to be filled in by hand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <xsl:import href="../../formats/form.xsl"/>

  <xsl:template match="document" mode="body">
    <fo:table xsl:use-attribute-sets="table-wide">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'38 118'"/></xsl:call-template>
      <fo:table-body>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'案由'"/>
          <xsl:with-param name="value">
            <xsl:value-of select="act/@title"/>
            <xsl:if test="string(act/@number)">（<xsl:value-of select="act/@number"/>）</xsl:if>
            <xsl:text>行政执法错案</xsl:text>
          </xsl:with-param>
          <xsl:with-param name="place" select="act/@place"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'案号'"/>
          <xsl:with-param name="value" select="document-number"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'送达文书|名称和件数'"/>
          <xsl:with-param name="value" select="'行政执法错案改进通知书　1份'"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'受送达人'"/>
          <xsl:with-param name="value" select="main-recipients"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'送达地点'"/>
          <xsl:with-param name="value" select="service/@where"/>
          <xsl:with-param name="place" select="service/@place"/>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'送达方式'"/>
          <xsl:with-param name="value" select="service/@way-words"/>
          <xsl:with-param name="place" select="service/@place"/>
        </xsl:call-template>
        <xsl:call-template name="form.row-to-sign">
          <xsl:with-param name="head" select="'受送达人|签名或盖章'"/>
          <xsl:with-param name="value" select="service/receiver"/>
          <xsl:with-param name="date" select="service/@date"/>
        </xsl:call-template>
        <xsl:call-template name="form.row-to-sign">
          <xsl:with-param name="head" select="'代收人及|代收理由'"/>
        </xsl:call-template>
        <xsl:call-template name="form.row-to-sign">
          <xsl:with-param name="head" select="'见证人'"/>
          <xsl:with-param name="value">
            <xsl:call-template name="text.list"><xsl:with-param name="items" select="service/witness"/></xsl:call-template>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="'备注'"/>
          <xsl:with-param name="value" select="service/remarks"/>
        </xsl:call-template>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="form-foot">
      <fo:inline xsl:use-attribute-sets="side">填发人：</fo:inline>
      <fo:leader/>
      <fo:inline xsl:use-attribute-sets="side">
        <xsl:text>送达人：</xsl:text>
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="service/server"/></xsl:call-template>
        <xsl:if test="not(service/server[string()])">　　　　　　　　</xsl:if>
      </fo:inline>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
