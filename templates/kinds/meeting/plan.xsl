<?xml version="1.0" encoding="UTF-8"?>
<!-- 调度会通知: one for each meeting. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="meeting">
    <xsl:apply-templates select="meeting" mode="meeting"/>
    <xsl:if test="not(meeting) and department/half-year-report">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">meeting</xsl:with-param>
        <xsl:with-param name="zh">已有半年小结，没有调度会（meeting）</xsl:with-param>
        <xsl:with-param name="en">there are half-year reports but no meeting (meeting)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="meeting" mode="meeting">
    <xsl:variable name="office" select="$leading-group/office/@name"/>
    <document kind="meeting" kind-name="通知" key="{@number}" date="{@notified}" year="{/model/@year}" rests-on=""
              title="{@title}" subject="{$subject}" stylesheet="kinds/meeting/meeting.xsl" place="{@place}">
      <issuer-mark organ="{$office}"><xsl:value-of select="$office"/></issuer-mark>
      <xsl:if test="string(@document-number)"><document-number><xsl:value-of select="@document-number"/></document-number></xsl:if>
      <main-recipients>各责任部门</main-recipients>
      <office short-name="{$leading-group/office/@short-name}"/>
      <xsl:copy-of select="."/>
      <signature><xsl:value-of select="$office"/></signature>
      <xsl:if test="contact"><note>联系人：<xsl:value-of select="contact/person"/><xsl:if test="string(contact/post)">（<xsl:value-of select="contact/post"/>）</xsl:if><xsl:if test="string(contact/phone)">，电话：<xsl:value-of select="contact/phone"/></xsl:if></note></xsl:if>
    </document>
  </xsl:template>

</xsl:stylesheet>
