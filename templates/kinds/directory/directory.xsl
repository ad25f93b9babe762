<?xml version="1.0" encoding="UTF-8"?>
<!-- 责任部门名录: a row a department: what it was called, what it is, who answers for it; changes of the year with their dates. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/turned.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:call-template name="turned.line">
      <xsl:with-param name="left">编制单位：<xsl:value-of select="issuer"/></xsl:with-param>
      <xsl:with-param name="right">共<xsl:value-of select="count(department)"/>个部门</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'10 40 26 26 31 32 29 31'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'序号|责任部门|性质|责任科室|主要负责人|分管领导|联系人|市政府分管领导'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="department"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="department">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.last-rows"/>
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="position()"/></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="name"/></xsl:call-template>
      <xsl:call-template name="table.cell"><xsl:with-param name="text"><xsl:apply-templates select="@kind"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="section"/></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="official[@role = 'head']"/></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="official[@role = 'deputy']"/></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="official[@role = 'contact']"/></xsl:call-template>
      <xsl:call-template name="lines"><xsl:with-param name="lines" select="official[@role = 'city-leader']"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="@kind">
    <xsl:choose>
      <xsl:when test=". = 'authorised'">法律、法规授权的组织</xsl:when>
      <xsl:when test=". = 'entrusted'">委托的组织<xsl:value-of select="concat('（', ../@entrusted-by-name, '委托）')"/></xsl:when>
      <xsl:otherwise>行政执法机关</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a cell with a line for each of several -->
  <xsl:template name="lines">
    <xsl:param name="lines"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:for-each select="$lines">
        <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{@place}">
          <xsl:apply-templates select="." mode="line"/>
          <xsl:call-template name="period"/>
        </fo:block>
      </xsl:for-each>
      <xsl:if test="not($lines)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="name | section" mode="line"><xsl:value-of select="."/></xsl:template>

  <!-- 甲某某（代理局长），电话… -->
  <xsl:template match="official" mode="line">
    <xsl:value-of select="person"/>
    <xsl:if test="string(@post-words)"><xsl:value-of select="concat('（', @post-words, '）')"/></xsl:if>
    <xsl:if test="string(phone)"><xsl:value-of select="concat(' ', phone)"/></xsl:if>
  </xsl:template>

  <!-- ，2006年7月1日起 ，至2006年6月30日 -->
  <xsl:template name="period">
    <xsl:if test="@from">
      <xsl:text>，</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@from"/></xsl:call-template>
      <xsl:text>起</xsl:text>
    </xsl:if>
    <xsl:if test="@to">
      <xsl:text>，至</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@to"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
