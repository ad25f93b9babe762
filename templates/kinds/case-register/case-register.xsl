<?xml version="1.0" encoding="UTF-8"?>
<!-- 错案台账: a row a case, from its source to its closing; the words of an objection included. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/turned.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:call-template name="turned.line">
      <xsl:with-param name="left">登记单位：<xsl:value-of select="issuer"/></xsl:with-param>
      <xsl:with-param name="right">共<xsl:value-of select="count(case)"/>件</xsl:with-param>
    </xsl:call-template>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'10 25 28 29 20 28 27 27 31'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads">
            <xsl:with-param name="names" select="'案号|责任部门|来源|行政行为及当事人|过错类型|责任人|通知、移送、送达|期限和反馈|赔偿和追偿'"/>
          </xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body><xsl:apply-templates select="case"/></fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="case">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@number"/></xsl:call-template>
      <xsl:call-template name="table.cell-name"><xsl:with-param name="text" select="@short-name"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="line"><xsl:with-param name="text" select="source/@words"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="text" select="source/@reference"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="source/@date"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="@confirmed"/><xsl:with-param name="after" select="'认定'"/></xsl:call-template>
        <xsl:if test="not(source) and not(@confirmed)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="line"><xsl:with-param name="text" select="act/@title"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="text" select="act/@number"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="act/@date"/></xsl:call-template>
        <xsl:for-each select="act/party"><xsl:call-template name="line"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
        <xsl:if test="not(act)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="fault"><xsl:call-template name="line"><xsl:with-param name="text" select="@words"/></xsl:call-template></xsl:for-each>
        <xsl:if test="not(fault)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="responsible-person">
          <xsl:call-template name="line">
            <xsl:with-param name="text" select="concat(@role-words, person, '，', post, substring('，', 1, boolean(string(post)) * 1), @degree-words)"/>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not(responsible-person)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="line"><xsl:with-param name="text" select="notice/@number-words"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="notice/@date"/><xsl:with-param name="after" select="'通知'"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="transfer/@date"/><xsl:with-param name="after" select="'移送'"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="service/@date"/><xsl:with-param name="after" select="service/@way-words"/></xsl:call-template>
        <xsl:if test="not(notice)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:call-template name="line"><xsl:with-param name="date" select="notice/@feedback-deadline"/><xsl:with-param name="after" select="'前'"/></xsl:call-template>
        <xsl:call-template name="line"><xsl:with-param name="date" select="feedback/@date"/><xsl:with-param name="after" select="'反馈'"/></xsl:call-template>
        <xsl:if test="feedback/@overdue &gt; 0"><xsl:call-template name="line"><xsl:with-param name="text" select="concat('逾期', feedback/@overdue, '日')"/></xsl:call-template></xsl:if>
        <xsl:if test="not(notice)"><fo:block/></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:for-each select="compensation">
          <xsl:call-template name="line"><xsl:with-param name="text" select="concat('赔偿', f:fixed(@paid, 2), '元')"/></xsl:call-template>
          <xsl:call-template name="line"><xsl:with-param name="text" select="concat('追偿', f:fixed(@recovered, 2), '元')"/></xsl:call-template>
        </xsl:for-each>
        <xsl:if test="not(compensation)"><fo:block/></xsl:if>
      </fo:table-cell>
    </fo:table-row>
    <!-- an objection has its words in a row of its own, below the case -->
    <xsl:for-each select="objection">
      <fo:table-row xsl:use-attribute-sets="row with-previous">
        <fo:table-cell xsl:use-attribute-sets="cell-centred"><fo:block>异议</fo:block></fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="cell" number-columns-spanned="8">
          <xsl:call-template name="line"><xsl:with-param name="date" select="@date"/><xsl:with-param name="after" select="concat('提出异议，', @state-words, '。')"/></xsl:call-template>
          <xsl:for-each select="p"><xsl:call-template name="line"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
        </fo:table-cell>
      </fo:table-row>
    </xsl:for-each>
  </xsl:template>

  <!-- a line of a cell; nothing from nothing -->
  <xsl:template name="line">
    <xsl:param name="text"/>
    <xsl:param name="date"/>
    <xsl:param name="after"/>
    <xsl:if test="string($text) or string($date)">
      <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{ancestor-or-self::case/@place}">
        <xsl:value-of select="$text"/>
        <!-- the register's own year goes without saying -->
        <xsl:choose>
          <xsl:when test="substring($date, 1, 4) = /document/@year"><xsl:call-template name="text.day"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="text.date"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="string($after)"><fo:inline xsl:use-attribute-sets="unit"><xsl:value-of select="$after"/></fo:inline></xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
