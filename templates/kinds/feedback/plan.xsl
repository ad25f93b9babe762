<?xml version="1.0" encoding="UTF-8"?>
<!-- 行政执法错案改进情况反馈表: goes out with each notice, and shows the feedback once it is on file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="case" mode="feedback"/>
  <xsl:template match="case[notice]" mode="feedback">
    <document kind="feedback" kind-name="反馈表" key="{@key}" department="{@department}" case="{@id}" date="{notice/@date}" year="{/model/@year}"
              title="行政执法错案改进情况反馈表" subject="{$subject}" about="{(feedback/@name | @name[not(../feedback)])[1]}" stylesheet="kinds/feedback/feedback.xsl" place="{notice/@place}">
      <xsl:if test="feedback"><xsl:attribute name="date"><xsl:value-of select="feedback/@date"/></xsl:attribute></xsl:if>
      <issuer><xsl:value-of select="(feedback/@name | @name[not(../feedback)])[1]"/></issuer>
      <document-number><xsl:value-of select="notice/@number-words"/></document-number>
      <xsl:copy-of select="."/>
    </document>
  </xsl:template>

</xsl:stylesheet>
