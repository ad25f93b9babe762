<?xml version="1.0" encoding="UTF-8"?>
<!-- 表彰决定: the units in prose, in the order of the ranking, by their short names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="award"/>
  </xsl:template>

  <xsl:template match="award">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:value-of select="../@year"/>
      <xsl:text>年，各责任部门认真履行行政执法目标责任书，依法行政各项任务得到较好落实。</xsl:text>
      <xsl:if test="../instrument">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="../instrument[last()]">
          <xsl:call-template name="text.book"><xsl:with-param name="title" select="@title"/></xsl:call-template>
          <xsl:text>（</xsl:text><xsl:value-of select="@number"/><xsl:text>）</xsl:text>
        </xsl:for-each>
        <xsl:text>和</xsl:text>
      </xsl:if>
      <xsl:if test="not(../instrument)">根据</xsl:if>
      <xsl:text>年终考评结果，</xsl:text><xsl:value-of select="../government/@short-name"/>
      <xsl:text>决定，授予</xsl:text>
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="department/@short-name"/></xsl:call-template>
      <xsl:if test="count(department) &gt; 1">等<xsl:value-of select="count(department)"/>个部门</xsl:if>
      <xsl:text>“</xsl:text><xsl:value-of select="../@year"/>年度<xsl:value-of select="@name"/>
      <xsl:text>”称号</xsl:text>
      <xsl:if test="count(department[@rank]) &gt; 1">（以考评名次为序）</xsl:if>
      <xsl:text>，予以表彰。</xsl:text>
    </fo:block>
    <xsl:if test="string(@decision)">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}"><xsl:value-of select="@decision"/></fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>希望受表彰的部门珍惜荣誉，再接再厉。各责任部门要学习先进，认真履行职责。</xsl:text>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
