<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标责任书: one for each agreement, with the targets of its department as issued. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="department" mode="agreement">
    <xsl:apply-templates select="agreement" mode="agreement"/>
    <xsl:if test="specific-targets/target and not(agreement)">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">agreement</xsl:with-param>
        <xsl:with-param name="key" select="@id"/>
        <xsl:with-param name="zh">有目标，没有目标责任书（agreement）</xsl:with-param>
        <xsl:with-param name="en">there are targets but no agreement (agreement)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="agreement" mode="agreement">
    <xsl:variable name="model" select="/model"/>
    <xsl:variable name="department" select=".."/>
    <document kind="agreement" kind-name="目标责任书" key="{../@id}" department="{../@id}" date="{@signed}" year="{$model/@year}"
              title="{$model/@year}年度行政执法目标责任书" subject="{$subject}" about="{@name}" stylesheet="kinds/agreement/agreement.xsl" place="{@place}">
      <xsl:if test="not(@signed)"><xsl:attribute name="date"><xsl:value-of select="../specific-targets/@issued"/></xsl:attribute></xsl:if>
      <xsl:copy-of select="copy"/>
      <document-number><xsl:value-of select="@number"/></document-number>
      <xsl:copy-of select="$government"/>
      <leading-group name="{$leading-group/@name}" short-name="{$leading-group/@short-name}"
                     office="{$leading-group/office/@short-name}"/>
      <xsl:copy-of select="$instrument"/>
      <xsl:copy-of select="$parameters"/>
      <xsl:copy-of select="."/>
      <xsl:copy-of select="$department/section"/>
      <xsl:for-each select="$common-targets[target]">
        <targets part="common" name="共性目标" place="{@place}" weight="{@weight}"><xsl:copy-of select="target"/></targets>
      </xsl:for-each>
      <xsl:for-each select="$department/specific-targets[target]">
        <targets part="specific" name="部门专业目标" place="{@place}" weight="{@weight}"><xsl:copy-of select="target"/></targets>
      </xsl:for-each>
    </document>
  </xsl:template>

</xsl:stylesheet>
