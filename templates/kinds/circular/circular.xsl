<?xml version="1.0" encoding="UTF-8"?>
<!-- 情况通报: the year's results with their ranking table as attachment, reported to the five bodies, sent to all departments. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="f exsl">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="p"/>
    <xsl:apply-templates select="ranking"/>
    <xsl:apply-templates select="section"><xsl:with-param name="before" select="count(ranking)"/></xsl:apply-templates>
  </xsl:template>

  <!-- All scores have as many decimals as the longest, two at the least; nothing is rounded (R21). -->
  <xsl:variable name="places">
    <xsl:for-each select="/document/ranking/row/@*[name() = 'common' or name() = 'specific' or name() = 'total']">
      <xsl:sort select="string-length(substring-after(., '.'))" data-type="number" order="descending"/>
      <xsl:variable name="own" select="string-length(substring-after(., '.'))"/>
      <xsl:if test="position() = 1"><xsl:value-of select="$own * ($own &gt; 2) + 2 * ($own &lt;= 2)"/></xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <!-- ==== 一、考核结果: every figure is computed ==== -->

  <xsl:template match="ranking">
    <fo:block xsl:use-attribute-sets="heading-1" id="results">一、考核结果</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:value-of select="../@year"/>年度共考核责任部门<xsl:value-of select="@assessed"/>
      <xsl:text>个。考核总分最高</xsl:text><xsl:value-of select="f:fixed(@highest, $places)"/>
      <xsl:text>分，最低</xsl:text><xsl:value-of select="f:fixed(@lowest, $places)"/>
      <xsl:text>分，平均</xsl:text><xsl:value-of select="f:fixed(@mean, $places)"/>
      <xsl:text>分；规定分数为</xsl:text><xsl:value-of select="@pass-mark"/>
      <xsl:text>分。</xsl:text>
      <xsl:apply-templates select="band"/>
      <xsl:text>各责任部门名次由高到低依次为：</xsl:text>
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="row/@short-name"/></xsl:call-template>
      <xsl:text>。</xsl:text>
      <xsl:if test="row[@tied = 'true']">分数相同的，名次并列。</xsl:if>
      <xsl:text>具体得分见附件。</xsl:text>
    </fo:block>
    <xsl:if test="row[@veto = 'true']">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="row[@veto = 'true']/@short-name"/></xsl:call-template>
        <xsl:text>考核总分低于规定分数，实行“一票否决”，取消</xsl:text><xsl:value-of select="../@year"/>
        <xsl:text>年度各类评先创优资格。</xsl:text>
      </fo:block>
    </xsl:if>
    <xsl:if test="row[@provisional = 'true']">
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="row[@provisional = 'true']/@short-name"/></xsl:call-template>
        <xsl:text>的考核结果因有关异议尚未处理完毕，为暂定结果。</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="band">
    <xsl:value-of select="@name"/><xsl:value-of select="@count"/>
    <xsl:text>个</xsl:text>
    <xsl:choose>
      <xsl:when test="following-sibling::band">，</xsl:when>
      <xsl:otherwise>。</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== 附件: the ranking table ==== -->

  <xsl:template match="document" mode="attachments">
    <xsl:for-each select="attachment-note/item">
      <xsl:call-template name="body.attachment-head"/>
    </xsl:for-each>
    <xsl:apply-templates select="ranking" mode="table"/>
  </xsl:template>

  <xsl:template match="ranking" mode="table">
    <fo:table xsl:use-attribute-sets="table-wide">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'11 53 22 22 20 28'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'名次|责任部门|共性目标得分|专业目标得分|总分|备注'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="row"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="row">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.last-rows"/>
      <fo:table-cell xsl:use-attribute-sets="cell-centred"><fo:block><xsl:value-of select="@rank"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{@place}"><xsl:value-of select="@name"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred">
        <fo:block><xsl:value-of select="f:fixed(@common, $places)"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred">
        <fo:block><xsl:value-of select="f:fixed(@specific, $places)"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred">
        <fo:block><xsl:value-of select="f:fixed(@total, $places)"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred">
        <fo:block><xsl:apply-templates select="." mode="remark"/></fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- 备注: what the figures mean for the department, the veto comes first -->
  <xsl:template match="row" mode="remark">
    <xsl:variable name="remarks">
      <xsl:if test="@veto = 'true'"><remark>一票否决</remark></xsl:if>
      <xsl:if test="string(@grade)"><remark><xsl:value-of select="@grade"/></remark></xsl:if>
      <xsl:if test="@tied = 'true'"><remark>并列</remark></xsl:if>
      <xsl:if test="@provisional = 'true'"><remark>暂定</remark></xsl:if>
    </xsl:variable>
    <xsl:for-each select="exsl:node-set($remarks)/remark">
      <fo:inline xsl:use-attribute-sets="unit"><xsl:value-of select="."/><xsl:if test="position() != last()">、</xsl:if></fo:inline>
    </xsl:for-each>
  </xsl:template>

  <!-- ==== outline ==== -->

  <xsl:template match="document" mode="outline">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="title">
        <fo:bookmark-title><xsl:value-of select="@title"/></fo:bookmark-title>
        <xsl:if test="ranking">
          <xsl:call-template name="bookmark">
            <xsl:with-param name="id" select="'results'"/>
            <xsl:with-param name="title" select="'一、考核结果'"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:apply-templates select="section" mode="outline"><xsl:with-param name="before" select="count(ranking)"/></xsl:apply-templates>
      </fo:bookmark>
      <xsl:for-each select="attachment-note/item">
        <xsl:call-template name="bookmark">
          <xsl:with-param name="id" select="concat('attachment-', position())"/>
          <xsl:with-param name="title" select="concat('附件：', .)"/>
        </xsl:call-template>
      </xsl:for-each>
    </fo:bookmark-tree>
  </xsl:template>

</xsl:stylesheet>
