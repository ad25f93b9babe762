<?xml version="1.0" encoding="UTF-8"?>
<!-- 考核评分表: one for each department with scores. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="department" mode="score-sheet"/>
  <xsl:template match="department[@assessed = 'true']" mode="score-sheet">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">score-sheet</xsl:with-param>
      <xsl:with-param name="key" select="@id"/>
      <xsl:with-param name="zh">没有考评得分（assessment/score）</xsl:with-param>
      <xsl:with-param name="en">no scores (assessment/score)</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="department[assessment]" mode="score-sheet">
    <document kind="score-sheet" kind-name="考核评分表" key="{@id}" department="{@id}" date="{assessment/@date}" year="{/model/@year}"
              title="{/model/@year}年度行政执法目标考核评分表" subject="{$subject}" about="{assessment/@name}" stylesheet="kinds/score-sheet/score-sheet.xsl" place="{assessment/@place}">
      <issuer><xsl:value-of select="$leading-group/@name"/></issuer>
      <leading-group name="{$leading-group/@name}"/>
      <parameters pass-mark="{$parameters/@pass-mark}"/>
      <xsl:copy-of select="assessment | adjustment"/>
    </document>
  </xsl:template>

</xsl:stylesheet>
