<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标申报表: one for each department with specific targets, as it proposed them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="proposal">
    <xsl:if test="not(department/specific-targets[@weight != 0])">
      <xsl:variable name="day" select="$parameters/@proposal-deadline"/>
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">proposal</xsl:with-param>
        <xsl:with-param name="zh" select="concat('尚无部门申报目标（specific-targets），申报截止日为', $day)"/>
        <xsl:with-param name="en" select="concat('no department has proposed targets (specific-targets); they are due by ', $day)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="department" mode="proposal"/>
  <xsl:template match="department[specific-targets/target]" mode="proposal">
    <document kind="proposal" kind-name="目标申报表" key="{@id}" department="{@id}" year="{/model/@year}"
              title="{/model/@year}年度行政执法目标申报表" subject="{$subject}" about="{specific-targets/@name}" stylesheet="kinds/proposal/proposal.xsl" place="{specific-targets/@place}">
      <xsl:attribute name="date"><xsl:value-of select="specific-targets/@date"/></xsl:attribute>
      <issuer><xsl:value-of select="specific-targets/@name"/></issuer>
      <leading-group name="{$leading-group/@name}"/>
      <deadline date="{$parameters/@proposal-deadline}"/>
      <xsl:copy-of select="section | specific-targets"/>
    </document>
  </xsl:template>

</xsl:stylesheet>
