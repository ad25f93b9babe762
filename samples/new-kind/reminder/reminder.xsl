<?xml version="1.0" encoding="UTF-8"?>
<!-- 整改催办函: what was found, what is demanded, by when. A letter: all but its text comes from the format. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/letter.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="inspection"/>
    <fo:block xsl:use-attribute-sets="paragraph">请抓紧落实，并将整改结果书面反馈我办。</fo:block>
  </xsl:template>

  <xsl:template match="inspection">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <xsl:value-of select="@words"/>
      <xsl:text>发现你单位以下</xsl:text><xsl:value-of select="count(finding)"/>
      <xsl:text>个问题，现提出整改要求如下：</xsl:text>
    </fo:block>
    <xsl:apply-templates select="finding"/>
  </xsl:template>

  <xsl:template match="finding">
    <fo:block xsl:use-attribute-sets="heading-1" gw:place="{@place}">
      <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="position()"/></xsl:call-template>
      <xsl:value-of select="@title"/>
    </fo:block>
    <xsl:apply-templates select="observation/p"/>
    <xsl:for-each select="demand">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
        <xsl:text>整改要求：</xsl:text><xsl:value-of select="p"/>
        <xsl:if test="string(@due)">
          <xsl:text>（</xsl:text>
          <xsl:call-template name="text.date"><xsl:with-param name="date" select="@due"/></xsl:call-template>
          <xsl:text>前完成）</xsl:text>
        </xsl:if>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
