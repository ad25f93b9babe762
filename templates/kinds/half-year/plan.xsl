<?xml version="1.0" encoding="UTF-8"?>
<!-- 半年小结: one for each department’s report. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="department" mode="half-year"/>
  <xsl:template match="department[agreement or specific-targets/target][@half-year = 'true']" mode="half-year">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">half-year</xsl:with-param>
      <xsl:with-param name="key" select="@id"/>
      <xsl:with-param name="zh">没有半年小结（half-year-report）</xsl:with-param>
      <xsl:with-param name="en">no half-year report (half-year-report)</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="department[half-year-report]" mode="half-year">
    <document kind="half-year" kind-name="半年小结" key="{@id}" department="{@id}" date="{half-year-report/@date}" year="{/model/@year}"
              title="{/model/@year}年行政执法目标半年小结表" subject="{$subject}" about="{half-year-report/@name}" stylesheet="kinds/half-year/half-year.xsl" place="{half-year-report/@place}">
      <issuer><xsl:value-of select="half-year-report/@name"/></issuer>
      <office><xsl:value-of select="$leading-group/office/@short-name"/></office>
      <xsl:copy-of select="half-year-report"/>
    </document>
  </xsl:template>

</xsl:stylesheet>
