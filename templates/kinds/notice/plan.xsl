<?xml version="1.0" encoding="UTF-8"?>
<!-- 行政执法错案改进通知书: one for each confirmed case with a notice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="case" mode="notice">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">notice</xsl:with-param>
      <xsl:with-param name="key" select="@key"/>
      <xsl:with-param name="zh">错案尚未认定或者没有改进通知书（notice）</xsl:with-param>
      <xsl:with-param name="en">the case is not confirmed yet or has no notice (notice)</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="case[notice]" mode="notice">
    <document kind="notice" kind-name="行政执法错案改进通知书" key="{@key}" department="{@department}" case="{@id}" date="{notice/@date}" year="{/model/@year}"
              title="行政执法错案改进通知书" subject="{$subject}" about="{@name}" stylesheet="kinds/notice/notice.xsl" place="{notice/@place}">
      <issuer-mark organ="{notice/@issuer-name}"><xsl:value-of select="notice/@issuer-name"/></issuer-mark>
      <document-number><xsl:value-of select="notice/@number-words"/></document-number>
      <main-recipients><xsl:value-of select="@name"/></main-recipients>
      <parameters objection-days="{$parameters/@objection-days}"/>
      <xsl:copy-of select="."/>
      <signature><xsl:value-of select="notice/@issuer-name"/></signature>
      <record>
        <line label="抄送"><xsl:value-of select="transfer/@addressee-name"/></line>
        <printed-by date="{notice/@date}"><xsl:value-of select="notice/@issuer-name"/></printed-by>
      </record>
    </document>
  </xsl:template>

</xsl:stylesheet>
