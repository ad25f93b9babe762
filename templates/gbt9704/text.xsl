<?xml version="1.0" encoding="UTF-8"?>
<!-- Numerals, dates, lists. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <!-- 2005年2月7日 (7.3.5.4; N-07); nothing from nothing -->
  <xsl:template name="text.date">
    <xsl:param name="date"/>
    <xsl:if test="string($date)"><xsl:value-of select="f:date(string($date))"/></xsl:if>
  </xsl:template>

  <!-- a date that must be there; `of`: what asks for it -->
  <xsl:template name="text.needed-date">
    <xsl:param name="date"/>
    <xsl:param name="of"/>
    <xsl:if test="not(string($date))">
      <xsl:message terminate="yes"><xsl:value-of select="$of"/> needs a date<xsl:if test="@place"> (<xsl:value-of select="@place"/>)</xsl:if></xsl:message>
    </xsl:if>
    <xsl:call-template name="text.date"><xsl:with-param name="date" select="$date"/></xsl:call-template>
  </xsl:template>

  <!-- 2月7日: where the year is clear -->
  <xsl:template name="text.day">
    <xsl:param name="date"/>
    <xsl:if test="string($date)"><xsl:value-of select="substring-after(f:date(string($date)), '年')"/></xsl:if>
  </xsl:template>

  <!-- Width in mm of a date in the body's type: three characters, half-width digits, a quarter em at five places (Z-40) -->
  <xsl:template name="text.date-width">
    <xsl:param name="date"/>
    <xsl:value-of select="3 * $mm.character + (string-length($date) - 3) * ($mm.character - $mm.em div 2) + 1.25 * $mm.em"/>
  </xsl:template>

  <!-- 一、 … 九、, 十、 … of a heading; （一） -->
  <xsl:template name="text.level-1"><xsl:param name="n"/><xsl:value-of select="f:han-number(string($n))"/>、</xsl:template>
  <xsl:template name="text.level-2"><xsl:param name="n"/>（<xsl:value-of select="f:han-number(string($n))"/>）</xsl:template>

  <!-- the numeral of a heading of level 1 to 4 (G-37) -->
  <xsl:template name="text.level">
    <xsl:param name="n"/>
    <xsl:param name="level"/>
    <xsl:choose>
      <xsl:when test="$level = 1"><xsl:call-template name="text.level-1"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:when>
      <xsl:when test="$level = 2"><xsl:call-template name="text.level-2"><xsl:with-param name="n" select="$n"/></xsl:call-template></xsl:when>
      <xsl:when test="$level = 3"><xsl:value-of select="$n"/>.</xsl:when>
      <xsl:otherwise>（<xsl:value-of select="$n"/>）</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 甲、乙、丙; `before`: what stands in front of the first -->
  <xsl:template name="text.list">
    <xsl:param name="items"/>
    <xsl:param name="before"/>
    <xsl:for-each select="$items">
      <xsl:variable name="at" select="position()"/>
      <xsl:call-template name="text.pause">
        <xsl:with-param name="before"><xsl:choose><xsl:when test="$at = 1"><xsl:value-of select="$before"/></xsl:when><xsl:otherwise><xsl:value-of select="$items[$at - 1]"/></xsl:otherwise></xsl:choose></xsl:with-param>
        <xsl:with-param name="after" select="string(.)"/>
      </xsl:call-template>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- 、 between two things of a list, but not between 》 and 《, ” and “ (N-03) -->
  <xsl:template name="text.pause">
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:variable name="end" select="substring($before, string-length($before))"/>
    <xsl:variable name="start" select="substring($after, 1, 1)"/>
    <xsl:if test="$before != '' and not(contains('》”', $end) and contains('《“', $start))">、</xsl:if>
  </xsl:template>

  <!-- 《甲》; a title that has its marks already keeps them -->
  <xsl:template name="text.book">
    <xsl:param name="title"/>
    <xsl:choose>
      <xsl:when test="starts-with($title, '《')"><xsl:value-of select="$title"/></xsl:when>
      <xsl:otherwise>《<xsl:value-of select="translate($title, '《》', '〈〉')"/>》</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
