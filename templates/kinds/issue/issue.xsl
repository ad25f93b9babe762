<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标任务下达: a letter to one department, with the table of its common and specific targets as attachment. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/letter.xsl"/>

  <xsl:include href="../targets.xsl"/>

  <xsl:template match="document" mode="body">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:if test="instrument">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="instrument">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:call-template name="text.book"><xsl:with-param name="title" select="@title"/></xsl:call-template>
          <xsl:if test="string(@number)">（<xsl:value-of select="@number"/>）</xsl:if>
        </xsl:for-each>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:text>你单位</xsl:text>
      <xsl:if test="string(targets[@part = 'specific']/@proposed)">
        <xsl:call-template name="text.day"><xsl:with-param name="date" select="targets[@part = 'specific']/@proposed"/></xsl:call-template>
      </xsl:if>
      <xsl:text>申报的部门专业目标</xsl:text>
      <xsl:if test="string(targets[@part = 'specific']/@reviewed)">
        <xsl:text>，已于</xsl:text>
        <xsl:call-template name="text.day"><xsl:with-param name="date" select="targets[@part = 'specific']/@reviewed"/></xsl:call-template>
      </xsl:if>
      <xsl:text>经</xsl:text><xsl:value-of select="leading-group/@short-name"/>
      <xsl:text>审查确定。现将你单位</xsl:text><xsl:value-of select="@year"/>
      <xsl:text>年度行政执法目标任务（共性目标和部门专业目标）一并下达，请认真组织实施。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>目标任务共</xsl:text><xsl:value-of select="count(targets/target)"/>
      <xsl:text>项，计</xsl:text><xsl:value-of select="f:sum(targets/@weight)"/><xsl:text>分：</xsl:text>
      <xsl:for-each select="targets">
        <xsl:if test="position() &gt; 1">，</xsl:if>
        <xsl:value-of select="@name"/><xsl:value-of select="count(target)"/>项、<xsl:value-of select="@weight"/>分<xsl:text/>
      </xsl:for-each>
      <xsl:text>。各项指标、完成时限和评分标准见附件。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>你单位主要负责人为第一责任人，请将各项目标分解落实到科室和人员，按时限完成，并保存好证明材料。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>请按要求与市政府签订目标责任书。年度内确需调整目标的，须报</xsl:text>
      <xsl:value-of select="leading-group/@short-name"/><xsl:text>批准。执行中的问题，请及时报</xsl:text>
      <xsl:value-of select="leading-group/@office"/><xsl:text>。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="document" mode="attachments">
    <xsl:for-each select="attachment-note/item"><xsl:call-template name="body.attachment-head"/></xsl:for-each>
    <xsl:apply-templates select="targets"/>
  </xsl:template>

  <xsl:template match="targets">
    <fo:block xsl:use-attribute-sets="heading-1" id="targets-{count(preceding-sibling::targets) + 1}" gw:place="{@place}">
      <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="count(preceding-sibling::targets) + 1"/></xsl:call-template>
      <xsl:value-of select="@name"/>（<xsl:value-of select="@weight"/>分）<xsl:text/>
    </fo:block>
    <xsl:call-template name="targets.table"/>
  </xsl:template>

</xsl:stylesheet>
