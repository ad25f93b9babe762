<?xml version="1.0" encoding="UTF-8"?>
<!-- 考核评分表: points and reasons by target, subtotals of both parts, the total and what it means, adjustments of the year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template match="document" mode="main-recipients"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="assessment"/>
  </xsl:template>

  <!-- whether the department gave itself points: without any, no column waits for them -->
  <xsl:variable name="self" select="boolean(/document/assessment/score/@self)"/>

  <xsl:template match="assessment">
    <fo:block xsl:use-attribute-sets="table-line-sides" gw:place="{@place}">
      <xsl:call-template name="table.sides">
        <xsl:with-param name="left" select="concat('责任部门：', @name)"/>
        <xsl:with-param name="right">
          <xsl:text>考评日期：</xsl:text>
          <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
        </xsl:with-param>
      </xsl:call-template>
    </fo:block>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns">
        <xsl:with-param name="widths">10 40 12 <xsl:if test="$self">14 16 14 50</xsl:if><xsl:if test="not($self)">16 14 64</xsl:if></xsl:with-param>
      </xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names">序号|目标|分值|<xsl:if test="$self">自评分|</xsl:if>考评分|扣分|扣分理由</xsl:with-param>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:call-template name="part">
          <xsl:with-param name="name" select="'共性目标'"/>
          <xsl:with-param name="scores" select="score[@part = 'common']"/>
          <xsl:with-param name="weight" select="@common-weight"/>
          <xsl:with-param name="points" select="@common"/>
        </xsl:call-template>
        <xsl:call-template name="part">
          <xsl:with-param name="name" select="'部门专业目标'"/>
          <xsl:with-param name="scores" select="score[@part = 'specific']"/>
          <xsl:with-param name="weight" select="@specific-weight"/>
          <xsl:with-param name="points" select="@specific"/>
        </xsl:call-template>
        <xsl:call-template name="sums">
          <xsl:with-param name="name" select="'总分'"/>
          <xsl:with-param name="weight" select="f:add(@common-weight, @specific-weight)"/>
          <xsl:with-param name="points" select="@total"/>
          <xsl:with-param name="own" select="score/@self"/>
          <xsl:with-param name="all" select="not(score[not(@self)])"/>
        </xsl:call-template>
        <xsl:call-template name="verdict"/>
        <xsl:call-template name="adjustments"/>
      </fo:table-body>
    </fo:table>
    <fo:table xsl:use-attribute-sets="sign-line-table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'66 45 45'"/></xsl:call-template>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="to-sign">
            <xsl:with-param name="words">
              <xsl:text>第一责任人：</xsl:text>
              <xsl:for-each select="head[1]"><xsl:value-of select="concat(person, '（', @post-words, '）')"/></xsl:for-each>
            </xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="to-sign"><xsl:with-param name="words" select="'考评人（签字）：'"/></xsl:call-template>
          <xsl:call-template name="to-sign"><xsl:with-param name="words" select="'复核人（签字）：'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="to-sign">
    <xsl:param name="words"/>
    <fo:table-cell><fo:block xsl:use-attribute-sets="sign-line"><xsl:value-of select="$words"/></fo:block></fo:table-cell>
  </xsl:template>

  <xsl:template name="part">
    <xsl:param name="name"/>
    <xsl:param name="scores"/>
    <xsl:param name="weight"/>
    <xsl:param name="points"/>
    <xsl:if test="$scores">
      <fo:table-row xsl:use-attribute-sets="row with-next">
        <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="{6 + $self}"><fo:block><xsl:value-of select="$name"/></fo:block></fo:table-cell>
      </fo:table-row>
      <xsl:apply-templates select="$scores"/>
      <xsl:call-template name="sums">
        <xsl:with-param name="name" select="'小计'"/>
        <xsl:with-param name="weight" select="$weight"/>
        <xsl:with-param name="points" select="$points"/>
        <xsl:with-param name="own" select="$scores/@self"/>
        <xsl:with-param name="all" select="not($scores[not(@self)])"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="score">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@number"/></xsl:call-template>
      <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@title"/></xsl:call-template>
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@weight"/></xsl:call-template>
      <xsl:if test="$self"><xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@self"/></xsl:call-template></xsl:if>
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@points"/></xsl:call-template>
      <xsl:call-template name="table.cell-centred">
        <xsl:with-param name="text"><xsl:if test="@deducted != '0'"><xsl:value-of select="@deducted"/></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="table.cell-paragraphs"><xsl:with-param name="paragraphs" select="reason"/></xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- own: the department’s own points; their sum only when it gave all of them -->
  <xsl:template name="sums">
    <xsl:param name="name"/>
    <xsl:param name="weight"/>
    <xsl:param name="points"/>
    <xsl:param name="own"/>
    <xsl:param name="all"/>
    <fo:table-row xsl:use-attribute-sets="row with-previous">
      <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="2"><fo:block><xsl:value-of select="$name"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:value-of select="$weight"/></fo:block></fo:table-cell>
      <xsl:if test="$self">
        <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:if test="$own and $all"><xsl:value-of select="f:sum($own)"/></xsl:if></fo:block></fo:table-cell>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:value-of select="$points"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-total"><fo:block><xsl:value-of select="f:subtract($weight, $points)"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell"><fo:block/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- a row over the whole width: what it is about, and words -->
  <xsl:template name="words-row">
    <xsl:param name="name"/>
    <xsl:param name="words"/>
    <fo:table-row xsl:use-attribute-sets="row">
      <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="2"><fo:block><xsl:value-of select="$name"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="{4 + $self}"><xsl:copy-of select="$words"/></fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <xsl:template name="verdict">
    <xsl:call-template name="words-row">
      <xsl:with-param name="name" select="'考评结果'"/>
      <xsl:with-param name="words">
        <fo:block xsl:use-attribute-sets="cell-text">
          <xsl:text>经</xsl:text><xsl:value-of select="../leading-group/@name"/>
          <xsl:text>考评，总分</xsl:text><xsl:value-of select="@total"/><xsl:text>分</xsl:text>
          <xsl:if test="@rank">
            <xsl:text>，列第</xsl:text><xsl:value-of select="@rank"/><xsl:text>名</xsl:text>
            <xsl:if test="@tied = 'true'">（并列）</xsl:if>
          </xsl:if>
          <xsl:if test="@complete = 'false'">（尚有目标未评分，未排名次）</xsl:if>
          <xsl:if test="string(@grade)">，等次为<xsl:value-of select="@grade"/></xsl:if>
          <xsl:text>。</xsl:text>
          <xsl:if test="@veto = 'true'">低于规定分数<xsl:value-of select="../parameters/@pass-mark"/>分，一票否决。</xsl:if>
          <xsl:if test="@provisional = 'true'">有关异议尚未处理完毕，结果为暂定。</xsl:if>
        </fo:block>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="adjustments">
    <xsl:if test="../adjustment">
      <xsl:call-template name="words-row">
        <xsl:with-param name="name" select="'年度内目标调整'"/>
        <xsl:with-param name="words"><xsl:apply-templates select="../adjustment"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="adjustment">
    <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
      <xsl:if test="last() &gt; 1"><xsl:value-of select="position()"/>.</xsl:if>
      <xsl:text>“</xsl:text><xsl:value-of select="@title"/>”分值由<xsl:value-of select="@old-weight"/>
      <xsl:text>分调整为</xsl:text><xsl:value-of select="@new-weight"/><xsl:text>分</xsl:text>
      <xsl:if test="string(@approved)">（<xsl:value-of select="@approved-by"/><xsl:call-template name="text.date"><xsl:with-param name="date" select="@approved"/></xsl:call-template>批准）</xsl:if>
      <xsl:text>。</xsl:text>
      <xsl:value-of select="reason/p[1]"/>
    </fo:block>
    <xsl:for-each select="reason/p[position() &gt; 1]">
      <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="."/></fo:block>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
