<?xml version="1.0" encoding="UTF-8"?>
<!-- 追偿决定: one for each case with compensation paid and recovery decided (R29). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="case" mode="recovery"/>
  <xsl:template match="case[compensation]" mode="recovery">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">recovery</xsl:with-param>
      <xsl:with-param name="key" select="@key"/>
      <xsl:with-param name="zh">
        <xsl:if test="not(compensation/recovery)">没有追偿（recovery）；</xsl:if>
        <xsl:if test="not(compensation/@decided)">没有追偿决定日期（compensation的decided）</xsl:if>
      </xsl:with-param>
      <xsl:with-param name="en">
        <xsl:if test="not(compensation/recovery)">nothing is recovered (recovery); </xsl:if>
        <xsl:if test="not(compensation/@decided)">no day of the decision (decided of compensation)</xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="case[compensation[@decided]/recovery]" mode="recovery">
    <document kind="recovery" kind-name="决定" key="{@key}" department="{@department}" case="{@id}" date="{compensation/@decided}" year="{/model/@year}"
              title="行政赔偿追偿决定书" subject="{$subject}" about="{compensation/@name}" stylesheet="kinds/recovery/recovery.xsl" place="{compensation/@place}">
      <issuer-mark organ="{$government/@name}"><xsl:value-of select="$government/@name"/></issuer-mark>
      <xsl:if test="string(compensation/@document-number)"><document-number><xsl:value-of select="compensation/@document-number"/></document-number></xsl:if>
      <main-recipients><xsl:value-of select="compensation/@name"/></main-recipients>
      <government name="{$government/@name}" short-name="{$government/@short-name}"/>
      <parameters objection-days="{$parameters/@objection-days}" payment-days="{$parameters/@payment-days}"/>
      <xsl:copy-of select="."/>
      <signature><xsl:value-of select="$government/@name"/></signature>
      <record>
        <line label="抄送"><xsl:value-of select="transfer/@addressee-name"/><xsl:if test="not(transfer)"><xsl:value-of select="$government/@short-name"/>法制机构</xsl:if></line>
        <printed-by date="{compensation/@decided}"><xsl:call-template name="plan.government-office"/></printed-by>
      </record>
    </document>
  </xsl:template>

</xsl:stylesheet>
