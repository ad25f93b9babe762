<?xml version="1.0" encoding="UTF-8"?>
<!-- 半年小结: what is done, and for what is not yet done the measures to come (R17). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template name="page.variants"><xsl:call-template name="page.variants-of-form"/></xsl:template>

  <xsl:template match="document" mode="main-recipients"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="half-year-report"/>
  </xsl:template>

  <xsl:template match="half-year-report">
    <fo:block xsl:use-attribute-sets="table-line-sides">
      <xsl:call-template name="table.sides">
        <xsl:with-param name="left" select="concat('责任部门（盖章）：', @name)"/>
        <xsl:with-param name="right"><xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template></xsl:with-param>
      </xsl:call-template>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:text>全年目标共</xsl:text><xsl:value-of select="count(done | pending)"/>
      <xsl:text>项，至</xsl:text>
      <xsl:call-template name="text.day"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <xsl:text>已完成</xsl:text><xsl:value-of select="count(done)"/>
      <xsl:text>项，尚未完成</xsl:text><xsl:value-of select="count(pending)"/>
      <xsl:text>项。现报</xsl:text><xsl:value-of select="/document/office"/><xsl:text>。</xsl:text>
    </fo:block>
    <xsl:if test="done">
      <fo:block xsl:use-attribute-sets="heading-1" id="done">一、已完成的目标</fo:block>
      <xsl:call-template name="list">
        <xsl:with-param name="rows" select="done"/>
        <xsl:with-param name="heads" select="'序号|类别|目标|分值|完成情况'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="pending">
      <fo:block xsl:use-attribute-sets="heading-1" id="pending">
        <xsl:if test="done">二、</xsl:if>
        <xsl:if test="not(done)">一、</xsl:if>
        <xsl:text>尚未完成的目标和将采取的措施</xsl:text>
      </fo:block>
      <xsl:call-template name="list">
        <xsl:with-param name="rows" select="pending"/>
        <xsl:with-param name="heads" select="'序号|类别|目标|分值|将采取的措施'"/>
      </xsl:call-template>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="table-line-sides line-above with-previous">
      <xsl:call-template name="table.sides">
        <xsl:with-param name="left" select="concat('主要负责人（签字）：', head/person)"/>
        <xsl:with-param name="right">
          <xsl:text>填表人：</xsl:text><xsl:value-of select="contact[1]/person"/>
          <xsl:if test="string(contact[1]/phone)">　电话：<xsl:value-of select="contact[1]/phone"/></xsl:if>
          <xsl:if test="not(contact)">　　　　　　</xsl:if>
        </xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="list">
    <xsl:param name="rows"/>
    <xsl:param name="heads"/>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'10 18 44 12 72'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads"><xsl:with-param name="names" select="$heads"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$rows">
          <fo:table-row xsl:use-attribute-sets="row">
            <xsl:call-template name="table.last-rows"/>
            <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="position()"/></xsl:call-template>
            <xsl:call-template name="table.cell-centred">
              <xsl:with-param name="text">
                <xsl:choose><xsl:when test="@part = 'common'">共性目标</xsl:when><xsl:otherwise>专业目标</xsl:otherwise></xsl:choose>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@title"/></xsl:call-template>
            <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@weight"/></xsl:call-template>
            <xsl:call-template name="table.cell-paragraphs"><xsl:with-param name="paragraphs" select="measures/p | progress/p"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

</xsl:stylesheet>
