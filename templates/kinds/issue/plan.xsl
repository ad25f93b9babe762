<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标任务下达: one for each department whose targets are issued, common and specific together (R11). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="department" mode="issue"/>
  <xsl:template match="department[specific-targets/target]" mode="issue">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">issue</xsl:with-param>
      <xsl:with-param name="key" select="@id"/>
      <xsl:with-param name="zh">目标尚未下达（specific-targets的issued）</xsl:with-param>
      <xsl:with-param name="en">the targets are not issued yet (issued of specific-targets)</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="department[specific-targets[target]/@issued]" mode="issue">
    <xsl:variable name="model" select="/model"/>
    <xsl:variable name="office" select="$leading-group/office/@name"/>
    <document kind="issue" kind-name="通知" key="{@id}" department="{@id}" date="{specific-targets/@issued}" year="{$model/@year}"
              title="关于下达{$model/@year}年度行政执法目标任务的通知" subject="{$subject}" about="{specific-targets/@issue-name}" stylesheet="kinds/issue/issue.xsl" place="{specific-targets/@place}">
      <issuer-mark organ="{$office}"><xsl:value-of select="$office"/></issuer-mark>
      <xsl:if test="string($common-targets/@document-number)"><document-number><xsl:value-of select="$common-targets/@document-number"/></document-number></xsl:if>
      <main-recipients><xsl:value-of select="specific-targets/@issue-name"/></main-recipients>
      <leading-group name="{$leading-group/@name}" short-name="{$leading-group/@short-name}" office="{$leading-group/office/@short-name}"/>
      <xsl:copy-of select="$instrument | section"/>
      <xsl:copy-of select="specific-targets/issue/contact"/>
      <xsl:for-each select="$common-targets[target]">
        <targets part="common" name="共性目标" place="{@place}" weight="{@weight}"><xsl:copy-of select="target"/></targets>
      </xsl:for-each>
      <targets part="specific" name="部门专业目标" place="{specific-targets/@place}" weight="{specific-targets/@weight}">
        <xsl:copy-of select="specific-targets/@proposed | specific-targets/@reviewed | specific-targets/target"/>
      </targets>
      <attachment-note>
        <item><xsl:value-of select="$model/@year"/>年度行政执法目标任务表</item>
      </attachment-note>
      <signature><xsl:value-of select="$office"/></signature>
    </document>
  </xsl:template>

</xsl:stylesheet>
