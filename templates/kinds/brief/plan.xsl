<?xml version="1.0" encoding="UTF-8"?>
<!-- 简报: one for each bulletin, with the findings of the inspection it reports. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="reported-inspection" match="/model/bulletin/inspection" use="@id"/>
  <xsl:variable name="brief-recipients" select="$distribution/send-to[not(@department)]"/> <!-- found once, among all departments -->

  <xsl:template match="model" mode="brief">
    <xsl:apply-templates select="bulletin" mode="brief"/>
    <xsl:if test="not(bulletin or inspection)">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">brief</xsl:with-param>
        <xsl:with-param name="zh">没有检查（inspection），没有简报（bulletin）</xsl:with-param>
        <xsl:with-param name="en">no inspection (inspection) and no bulletin (bulletin)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="inspection[not(key('reported-inspection', @id))]">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">brief</xsl:with-param>
        <xsl:with-param name="zh" select="concat('检查“', @id, '”没有简报（bulletin）')"/>
        <xsl:with-param name="en" select="concat('no bulletin reports the inspection ', @id)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="bulletin" mode="brief">
    <xsl:variable name="office" select="$leading-group/office/@name"/>
    <document kind="brief" kind-name="简报" key="{@number}" date="{@date}" year="{/model/@year}" title="{@title}"
              rests-on="{@departments}" subject="{$subject}" stylesheet="kinds/brief/brief.xsl" place="{@place}">
      <xsl:if test="string(@secrecy)"><secrecy><xsl:value-of select="@secrecy"/></secrecy></xsl:if>
      <issuer-mark organ="{$office}">依法行政简报</issuer-mark>
      <issue><xsl:value-of select="@number-words"/></issue>
      <issuer><xsl:call-template name="plan.office-beside-date"/></issuer>
      <xsl:copy-of select="p | section | inspection"/>
      <record>
        <xsl:call-template name="plan.report-line"/>
        <line label="发">
          <xsl:text>各责任部门</xsl:text>
          <xsl:for-each select="$brief-recipients">、<xsl:value-of select="."/></xsl:for-each>
        </line>
        <xsl:if test="string(@copies)"><copies><xsl:value-of select="@copies"/></copies></xsl:if>
      </record>
    </document>
  </xsl:template>

</xsl:stylesheet>
