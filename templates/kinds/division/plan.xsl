<?xml version="1.0" encoding="UTF-8"?>
<!-- 任务分工: one for the year, when it has a division of work. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="division">
    <xsl:if test="division-of-work/task">
      <document kind="division" kind-name="任务分工" key="{@year}" date="{common-targets/@issued}" year="{@year}" rests-on="departments"
                title="{@year}年度行政执法目标任务分工" subject="{$subject}" stylesheet="kinds/division/division.xsl" place="{division-of-work/@place}">
        <issuer><xsl:call-template name="plan.office-beside-date"/></issuer>
        <xsl:copy-of select="instrument | leading-group | division-of-work/node()"/>
      </document>
    </xsl:if>
    <xsl:if test="not(division-of-work/task)">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">division</xsl:with-param>
        <xsl:with-param name="key" select="@year"/>
        <xsl:with-param name="zh">没有任务分工（division-of-work）</xsl:with-param>
        <xsl:with-param name="en">no division of work (division-of-work)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
