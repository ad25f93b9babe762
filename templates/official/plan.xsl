<?xml version="1.0" encoding="UTF-8"?>
<!-- plan: model → <plan>: the document itself, and each attachment that is bound apart. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/model">
    <xsl:variable name="key"><xsl:value-of select="@key"/></xsl:variable>
    <plan>
      <document kind="{@format}" key="{$key}" date="{@date}" title="{@title}" stylesheet="formats/{@format}.xsl" place="{@place}" spacing="auto">
        <xsl:copy-of select="@names"/>
        <xsl:attribute name="subject"><xsl:call-template name="series"/></xsl:attribute>
        <xsl:attribute name="kind-name">
          <xsl:choose>
            <xsl:when test="@format = 'letter'">信函</xsl:when>
            <xsl:when test="@format = 'order'">命令</xsl:when>
            <xsl:when test="@format = 'minutes'">纪要</xsl:when>
            <xsl:when test="@format = 'brief'">简报</xsl:when>
            <xsl:when test="@format = 'form'"><xsl:value-of select="@title"/></xsl:when>
            <xsl:otherwise>公文</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:copy-of select="*[not(self::attachment[@bound = 'apart'])]"/>
      </document>
      <xsl:for-each select="attachment[@bound = 'apart']">
        <document kind="attachment" key="{$key}-{@n}" date="{../@date}" title="{normalize-space(title)}" kind-name="附件"
                  stylesheet="formats/attachment.xsl" place="{@place}">
          <xsl:copy-of select="../@names"/>
          <xsl:attribute name="subject">
            <xsl:for-each select=".."><xsl:value-of select="@title"/>（<xsl:call-template name="series"/>）</xsl:for-each>
            <xsl:text>附件</xsl:text><xsl:if test="@of &gt; 1"><xsl:value-of select="@n"/></xsl:if>
          </xsl:attribute>
          <xsl:copy-of select="../settings | ../document-number | ../issuer"/>
          <xsl:for-each select="../issuer-mark[not(organ)]/@organ | ../issuer-mark/organ"><issuer><xsl:value-of select="."/></issuer></xsl:for-each>
          <xsl:copy-of select="."/>
        </document>
      </xsl:for-each>
    </plan>
  </xsl:template>

  <!-- the subject that the PDF names: the series that the document is of, and its number in it: 某某市人民政府文件 某政发〔2026〕10号 -->
  <xsl:template name="series">
    <xsl:variable name="organs" select="issuer-mark/organ | issuer-mark[not(organ)] | issuer[not(../issuer-mark)]"/>
    <xsl:variable name="words">
      <xsl:for-each select="$organs"><xsl:if test="position() &gt; 1">、</xsl:if><xsl:value-of select="normalize-space()"/></xsl:for-each>
      <xsl:value-of select="concat(normalize-space(issuer-mark/suffix), ' ', document-number | issue)"/>
    </xsl:variable>
    <xsl:value-of select="normalize-space($words)"/>
  </xsl:template>

</xsl:stylesheet>
