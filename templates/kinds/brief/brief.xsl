<?xml version="1.0" encoding="UTF-8"?>
<!-- 简报: what an inspection found, by department and target, and what is demanded by when; legal without any finding. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/brief.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="p | section"/>
  </xsl:template>

  <!-- ==== 附: findings, one row each ==== -->

  <xsl:template match="document" mode="attachments">
    <xsl:apply-templates select="inspection"/>
  </xsl:template>

  <xsl:template name="findings-title"><xsl:value-of select="@kind-words"/>情况一览表</xsl:template>

  <!-- one without findings is told in a sentence -->
  <xsl:template match="inspection">
    <xsl:if test="visited"><xsl:call-template name="inspected"/></xsl:if>
  </xsl:template>

  <xsl:template match="inspection[finding]">
    <fo:block xsl:use-attribute-sets="table-title line-above" id="findings" gw:place="{@place}">
      <xsl:text>附：</xsl:text><xsl:call-template name="findings-title"/>
    </fo:block>
    <xsl:call-template name="inspected"/>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'19 25 14 52 46'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'责任部门|目标|进展|抽查情况|整改要求及时限'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <!-- the findings of a department together, in the order of the first -->
        <xsl:for-each select="finding[not(@department = preceding-sibling::finding/@department)]">
          <xsl:apply-templates select="../finding[@department = current()/@department]">
            <xsl:with-param name="last" select="position() = last()"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- when, whom, how many findings of which status -->
  <xsl:template name="inspected">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="@kind = 'spot'">共抽查责任部门</xsl:when>
        <xsl:when test="@kind = 'half-year'">共检查责任部门</xsl:when>
        <xsl:otherwise>共考评责任部门</xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="count(visited)"/>
      <xsl:text>个（</xsl:text>
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="visited/@short-name"/></xsl:call-template>
      <xsl:text>）</xsl:text>
      <xsl:if test="finding">
        <xsl:text>，反映目标进展情况</xsl:text><xsl:value-of select="count(finding)"/>
        <xsl:text>项，其中</xsl:text>
        <!-- each status once, in the order of its first finding -->
        <xsl:for-each select="finding[not(@status = preceding-sibling::finding/@status)]">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:value-of select="@status-words"/><xsl:value-of select="count(../finding[@status = current()/@status])"/>
          <xsl:text>项</xsl:text>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="finding/demand">；提出整改要求<xsl:value-of select="count(finding/demand)"/>条</xsl:if>
      <xsl:text>。</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- the department's name stands once for its findings -->
  <xsl:template match="finding">
    <xsl:param name="last" select="false()"/>
    <fo:table-row xsl:use-attribute-sets="row">
      <!-- the 版记 never stands alone on a page, nor with one row of several -->
      <xsl:if test="$last and position() = last() and ../finding[2]"><xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="$last and position() = last()"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:when>
        <xsl:when test="position() = 1 and last() = 2">
          <xsl:attribute name="keep-with-next.within-page"><xsl:value-of select="$keep-group"/></xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="position() = 1">
        <fo:table-cell xsl:use-attribute-sets="cell-again" number-rows-spanned="{last()}">
          <fo:block><xsl:value-of select="@short-name"/><xsl:call-template name="table.goes-on"/></fo:block>
        </fo:table-cell>
      </xsl:if>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <fo:block xsl:use-attribute-sets="cell-text"><xsl:value-of select="@title"/></fo:block>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell-centred"><fo:block><xsl:value-of select="@status-words"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="observation/p">
          <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="."/></fo:block>
        </xsl:for-each>
        <xsl:if test="not(observation/p)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:apply-templates select="demand"/>
        <xsl:if test="not(demand)"><fo:block/></xsl:if>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- 1.（6月15日前）…; one alone has no number -->
  <xsl:template match="demand">
    <xsl:variable name="n" select="1 + count(preceding-sibling::demand)"/>
    <xsl:for-each select="p">
      <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
        <xsl:if test="position() = 1">
          <xsl:if test="count(../../demand) &gt; 1"><xsl:value-of select="$n"/>.</xsl:if>
          <xsl:if test="string(../@due)">
            <xsl:text>（</xsl:text>
            <xsl:call-template name="text.day"><xsl:with-param name="date" select="../@due"/></xsl:call-template>
            <xsl:text>前）</xsl:text>
          </xsl:if>
        </xsl:if>
        <xsl:value-of select="."/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="document" mode="outline">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="title">
        <fo:bookmark-title><xsl:value-of select="@title"/></fo:bookmark-title>
        <xsl:apply-templates select="section" mode="outline"/>
        <xsl:if test="inspection/finding">
          <fo:bookmark internal-destination="findings">
            <fo:bookmark-title>
              <xsl:text>附：</xsl:text>
              <xsl:for-each select="inspection"><xsl:call-template name="findings-title"/></xsl:for-each>
            </fo:bookmark-title>
          </fo:bookmark>
        </xsl:if>
      </fo:bookmark>
    </fo:bookmark-tree>
  </xsl:template>

</xsl:stylesheet>
