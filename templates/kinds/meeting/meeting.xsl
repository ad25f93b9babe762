<?xml version="1.0" encoding="UTF-8"?>
<!-- 调度会通知: when, where, who, what about, what to bring. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/letter.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="meeting"/>
  </xsl:template>

  <xsl:template match="meeting">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:text>为督促完成</xsl:text><xsl:value-of select="../@year"/>
      <xsl:text>年度行政执法目标任务，研究解决半年检查中发现的问题，定于</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <xsl:text>召开行政执法目标责任制调度会。现将有关事项通知如下：</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="heading-1">一、时间和地点</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <xsl:if test="string(@time)"><xsl:value-of select="@time"/></xsl:if>
      <xsl:if test="string(@where)">，<xsl:value-of select="@where"/></xsl:if>
      <xsl:text>。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="heading-1">二、参加人员</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="attending"/></xsl:call-template>
      <xsl:if test="not(attending)">各责任部门主要负责人</xsl:if>
      <xsl:text>。</xsl:text>
    </fo:block>
    <xsl:if test="agenda/p">
      <fo:block xsl:use-attribute-sets="heading-1">三、会议内容</fo:block>
      <xsl:apply-templates select="agenda/p"/>
    </xsl:if>
    <xsl:if test="requirement/p">
      <fo:block xsl:use-attribute-sets="heading-1">
        <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="3 + boolean(agenda/p)"/></xsl:call-template>
        <xsl:text>有关要求</xsl:text>
      </fo:block>
      <xsl:apply-templates select="requirement/p"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
