<?xml version="1.0" encoding="UTF-8"?>
<!-- 附件 (7.3.7; G-70): 附件 and its number on line 1 of a new page, its title on line 3, then text like the main body's.
     Number and title are those of the 附件说明. Bound apart, the 发文字号 stands before the word. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">

  <!-- Context: an attachment-note/item of a kind that writes its attachment itself. -->
  <xsl:template name="body.attachment-head">
    <xsl:call-template name="attachment.head">
      <xsl:with-param name="n" select="1 + count(preceding-sibling::item)"/>
      <xsl:with-param name="several" select="count(../item) &gt; 1"/>
      <xsl:with-param name="title" select="."/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="attachment.head">
    <xsl:param name="n"/>
    <xsl:param name="several"/>
    <xsl:param name="title"/>
    <xsl:param name="number"/>
    <fo:block xsl:use-attribute-sets="attachment">
      <xsl:value-of select="$number"/>
      <xsl:text>附件</xsl:text>
      <xsl:if test="$several"><xsl:value-of select="$n"/></xsl:if>
    </fo:block>
    <fo:block xsl:use-attribute-sets="attachment-title" id="attachment-{$n}"><xsl:value-of select="$title"/></fo:block>
  </xsl:template>

  <!-- <attachment n="2" of="3" number="发文字号 when apart"> with title and content; without n and of its place among its like -->
  <xsl:template name="attachment.n">
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="count(preceding-sibling::attachment) + 1"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="attachment">
    <xsl:variable name="n"><xsl:call-template name="attachment.n"/></xsl:variable>
    <xsl:variable name="several" select="@of &gt; 1 or count(../attachment) &gt; 1"/>
    <xsl:call-template name="attachment.head">
      <xsl:with-param name="n" select="$n"/>
      <xsl:with-param name="several" select="$several"/>
      <xsl:with-param name="title" select="normalize-space(title)"/>
      <xsl:with-param name="number" select="@number"/>
    </xsl:call-template>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

  <xsl:template match="attachment" mode="outline">
    <xsl:variable name="n"><xsl:call-template name="attachment.n"/></xsl:variable>
    <xsl:variable name="several" select="@of &gt; 1 or count(../attachment) &gt; 1"/>
    <xsl:call-template name="bookmark">
      <xsl:with-param name="id" select="concat('attachment-', $n)"/>
      <xsl:with-param name="title"><xsl:text>附件</xsl:text><xsl:if test="$several"><xsl:value-of select="$n"/></xsl:if>：<xsl:value-of select="normalize-space(title)"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
