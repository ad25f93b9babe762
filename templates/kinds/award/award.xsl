<?xml version="1.0" encoding="UTF-8"?>
<!-- 表彰决定: the units in prose, in the order of the ranking, by their short names. A short decision stands on one page: its wording is
     brief then; a long one fills its sheet: what was achieved, and what is asked of all, are said in full. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/document.xsl"/>

  <!-- lines of text that a page with red head, number, title and signature has room for (metrics.xsl, G-49) -->
  <xsl:variable name="page-lines" select="5"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="award"/>
  </xsl:template>

  <xsl:template match="award">
    <xsl:variable name="honours"><xsl:call-template name="honours"/></xsl:variable>
    <xsl:variable name="lines" select="1 + ceiling((string-length($honours) + 2) div $characters)
      + ceiling((string-length(@decision) + 2 * boolean(string(@decision))) div $characters)"/>
    <xsl:variable name="full" select="$lines &gt; $page-lines"/>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:if test="$full">
        <xsl:value-of select="../@year"/>
        <xsl:text>年，各责任部门认真履行行政执法目标责任书，依法行政各项任务得到较好落实，涌现出一批成绩突出的部门。</xsl:text>
      </xsl:if>
      <xsl:value-of select="$honours"/>
    </fo:block>
    <xsl:if test="string(@decision)">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}"><xsl:value-of select="@decision"/></fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:choose>
        <xsl:when test="$full">
          <xsl:text>希望受表彰的部门珍惜荣誉，谦虚谨慎，再接再厉，在推进依法行政、规范行政执法中继续发挥示范带头作用。各责任部门要以受表彰的部门为榜样，对照年度目标责任书，认真总结经验，查找薄弱环节，进一步健全行政执法责任制，改进执法方式，提高执法水平，切实维护公民、法人和其他组织的合法权益，确保依法行政各项目标任务全面完成。</xsl:text>
        </xsl:when>
        <xsl:otherwise>希望受表彰的部门再接再厉，各责任部门认真学习先进。</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- 根据……和年终考评结果，市政府决定，授予……“……”称号，予以表彰。 -->
  <xsl:template name="honours">
    <xsl:text>根据</xsl:text>
    <xsl:for-each select="../instrument[last()]">
      <xsl:call-template name="text.book"><xsl:with-param name="title" select="@title"/></xsl:call-template>
      <xsl:if test="string(@number)">（<xsl:value-of select="@number"/>）</xsl:if>
      <xsl:text>和</xsl:text>
    </xsl:for-each>
    <xsl:text>年终考评结果，</xsl:text><xsl:value-of select="../government/@short-name"/>
    <xsl:text>决定，授予</xsl:text>
    <xsl:call-template name="text.list"><xsl:with-param name="items" select="department/@short-name"/></xsl:call-template>
    <xsl:if test="count(department) &gt; 1">等<xsl:value-of select="count(department)"/>个部门</xsl:if>
    <xsl:text>“</xsl:text><xsl:value-of select="../@year"/>年度<xsl:value-of select="@name"/>
    <xsl:text>”称号</xsl:text>
    <xsl:if test="count(department[@rank]) &gt; 1">（以考评名次为序）</xsl:if>
    <xsl:text>，予以表彰。</xsl:text>
  </xsl:template>

</xsl:stylesheet>
