<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of targets as issued, shared by the kinds that show it: a row an indicator, the target's own cells span its rows. And the
     people who answer for them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <!-- Context: targets, among its siblings; the last one has the total of all. -->
  <xsl:template name="targets.table">
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'7 21 36 15 13 43 21'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'序号|目标|指标（基数→目标值）|完成时限|分值|评分标准|责任科室及责任人'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:apply-templates select="target/indicator"/>
        <xsl:call-template name="sum-row">
          <xsl:with-param name="name" select="'小计'"/>
          <xsl:with-param name="sum" select="@weight"/>
        </xsl:call-template>
        <xsl:if test="not(following-sibling::targets)">
          <xsl:call-template name="sum-row">
            <xsl:with-param name="name" select="'合计'"/>
            <xsl:with-param name="sum" select="f:sum(../targets/@weight)"/>
          </xsl:call-template>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- A row an indicator. Number, target and responsible persons stand once for all rows of the target. -->
  <xsl:template match="indicator">
    <xsl:variable name="first" select="not(preceding-sibling::indicator)"/>
    <xsl:variable name="rows" select="count(../indicator)"/>
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:if test="$first and $rows = 2"><xsl:attribute name="keep-with-next.within-page"><xsl:value-of select="$keep-group"/></xsl:attribute></xsl:if>
      <xsl:if test="$first">
        <fo:table-cell xsl:use-attribute-sets="cell-again" number-rows-spanned="{$rows}">
          <fo:block><xsl:value-of select="../@number"/></fo:block>
        </fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="cell-again" number-rows-spanned="{$rows}">
          <fo:block xsl:use-attribute-sets="cell-text" gw:place="{../@place}"><xsl:value-of select="../@title"/><xsl:call-template name="table.goes-on"/></fo:block>
          <xsl:if test="$rows &gt; 1"><fo:block xsl:use-attribute-sets="cell-text">（<xsl:value-of select="../@weight"/>分）</fo:block></xsl:if>
        </fo:table-cell>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{@place}">
          <xsl:value-of select="@name"/>
        </fo:block>
        <xsl:if test="string(@value)">
          <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{@place}"><xsl:apply-templates select="." mode="value"/></fo:block>
        </xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-name">
        <fo:block>
          <xsl:call-template name="text.day">
            <xsl:with-param name="date" select="@date | ../@deadline[not(string(current()/@date))]"/>
          </xsl:call-template>
          <xsl:text>前</xsl:text>
        </fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred"><fo:block><xsl:value-of select="@weight"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
          <xsl:value-of select="scoring"/>
          <xsl:if test="string(evidence)">（依据：<xsl:value-of select="evidence"/>）</xsl:if>
        </fo:block>
      </fo:table-cell>
      <xsl:if test="$first">
        <fo:table-cell xsl:use-attribute-sets="cell-again" number-rows-spanned="{$rows}">
          <xsl:apply-templates select=".." mode="responsible"/>
        </fo:table-cell>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

  <!-- （2次→不少于4次）; a milestone has no value but its date, in the next column -->
  <xsl:template match="indicator" mode="value">
    <xsl:if test="string(@value)">
      <xsl:text>（</xsl:text>
      <xsl:if test="string(@baseline)"><xsl:value-of select="concat(@baseline, @unit)"/>→</xsl:if>
      <xsl:value-of select="@words"/>
      <xsl:text>）</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- section and persons; a target without them falls to the department's own section and contact -->
  <xsl:template match="target" mode="responsible">
    <xsl:choose>
      <xsl:when test="responsible"><xsl:apply-templates select="responsible"/></xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="/document/section"><fo:block xsl:use-attribute-sets="cell-text"><xsl:value-of select="."/></fo:block></xsl:for-each>
        <fo:block xsl:use-attribute-sets="cell-text">
          <xsl:call-template name="text.list">
            <xsl:with-param name="items" select="/document/agreement/contact/person | /document/contact/person"/>
          </xsl:call-template>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="responsible">
    <xsl:if test="string(@section)">
      <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="@section"/></fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="person"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <xsl:template name="sum-row">
    <xsl:param name="name"/>
    <xsl:param name="sum"/>
    <fo:table-row xsl:use-attribute-sets="row with-previous">
      <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="4">
        <fo:block><xsl:value-of select="$name"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:value-of select="$sum"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="2"><fo:block/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- all of a role: 甲某某（副局长）、乙某某（副局长） -->
  <xsl:template name="people">
    <xsl:param name="people"/>
    <xsl:for-each select="$people">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- 甲某某（局长，电话…） -->
  <xsl:template match="head | deputy | contact">
    <xsl:value-of select="person"/>
    <xsl:if test="string(@post-words) or string(phone)">
      <xsl:text>（</xsl:text><xsl:value-of select="@post-words"/>
      <xsl:if test="string(@post-words) and string(phone)">，</xsl:if>
      <xsl:if test="string(phone)">电话<xsl:value-of select="phone"/></xsl:if>
      <xsl:text>）</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
