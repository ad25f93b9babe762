<?xml version="1.0" encoding="UTF-8"?>
<!-- 移送函: one for each case that goes to the supervision organ, with its attachments. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="case" mode="transfer"/>
  <xsl:template match="case[notice][transfer]" mode="transfer">
    <document kind="transfer" kind-name="函" key="{@key}" department="{@department}" case="{@id}" date="{transfer/@date}" year="{/model/@year}"
              title="关于移送{transfer/@short-name}行政执法错案的函" subject="{$subject}" about="{@name}" stylesheet="kinds/transfer/transfer.xsl" place="{transfer/@place}">
      <issuer-mark organ="{notice/@issuer-name}"><xsl:value-of select="notice/@issuer-name"/></issuer-mark>
      <xsl:if test="string(transfer/@document-number)"><document-number><xsl:value-of select="transfer/@document-number"/></document-number></xsl:if>
      <main-recipients><xsl:value-of select="transfer/@addressee-name"/></main-recipients>
      <xsl:copy-of select="."/>
      <attachment-note>
        <item>行政执法错案改进通知书（<xsl:value-of select="notice/@number-words"/>）</item>
        <xsl:if test="string(act/@number)">
          <item><xsl:value-of select="act/@title"/>（<xsl:value-of select="act/@number"/>）</item>
        </xsl:if>
        <xsl:if test="string(source/@reference)">
          <item><xsl:value-of select="source/@words"/>材料：<xsl:value-of select="source/@reference"/></item>
        </xsl:if>
      </attachment-note>
      <signature><xsl:value-of select="notice/@issuer-name"/></signature>
    </document>
  </xsl:template>

</xsl:stylesheet>
