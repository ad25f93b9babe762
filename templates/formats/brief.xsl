<?xml version="1.0" encoding="UTF-8"?>
<!-- 简报 (no standard; B-01 … B-03): a large red name, 第n期 below it, issuing office and date on one line, a red rule; at the end
     报, 送, 发 and the number of copies between two black rules. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <!-- the foot stands on the last page, whichever side (B-03) -->
  <xsl:variable name="record-side" select="'any'"/>

  <!-- Context: <document> with issuer-mark, issue (第n期), issuer, @date; copy-number (编号) at the right of secrecy. A whole number of
       lines high, as in 公文. -->
  <xsl:template name="brief.above">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:value-of select="$mm.overhang + $mm.brief-mark-top - $mark-ink * $height"/>
  </xsl:template>

  <xsl:template match="document" mode="head-lines">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="brief.above"/></xsl:variable>
    <xsl:call-template name="head.lines">
      <xsl:with-param name="bottom" select="$above + $height + 3 * $mm.line + $mm.brief-rule"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="document" mode="head">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="brief.above"/></xsl:variable>
    <xsl:variable name="lines"><xsl:apply-templates select="." mode="head-lines"/></xsl:variable>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}">
      <fo:block-container height="{format-number($above, $mm)}">
        <fo:block xsl:use-attribute-sets="issue-sides">
          <fo:inline xsl:use-attribute-sets="side"><xsl:apply-templates select="secrecy" mode="label"/></fo:inline>
          <fo:leader/>
          <fo:inline xsl:use-attribute-sets="side">
            <xsl:if test="copy-number">编号：<xsl:apply-templates select="copy-number" mode="label"/></xsl:if>
          </fo:inline>
        </fo:block>
        <xsl:if test="urgency"><fo:block xsl:use-attribute-sets="label"><xsl:apply-templates select="urgency" mode="label"/></fo:block></xsl:if>
      </fo:block-container>
      <xsl:call-template name="head.mark"><xsl:with-param name="height" select="$height"/></xsl:call-template>
      <fo:block xsl:use-attribute-sets="issue-number line-above" gw:place="{@place}">
        <xsl:value-of select="issue"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="issue-line" gw:place="{@place}">
        <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="issuer"/></fo:inline>
        <fo:leader/>
        <fo:inline xsl:use-attribute-sets="side"><xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template></fo:inline>
      </fo:block>
      <xsl:if test="not($printed-head)"><fo:block xsl:use-attribute-sets="brief-rule"/></xsl:if>
    </fo:block-container>
  </xsl:template>

  <!-- 本期目录, 按语, title (B-02) -->
  <xsl:template match="document" mode="title">
    <xsl:if test="body/@contents = 'yes'">
      <fo:block xsl:use-attribute-sets="contents-title">本期目录</fo:block>
      <fo:block role="TOC">
        <xsl:for-each select="body/article">
          <fo:block xsl:use-attribute-sets="contents-entry">
            <fo:basic-link internal-destination="article-{position()}"><xsl:value-of select="normalize-space(title)"/></fo:basic-link>
          </fo:block>
        </xsl:for-each>
      </fo:block>
      <fo:block xsl:use-attribute-sets="line-above"/>
    </xsl:if>
    <xsl:for-each select="editor-note/p">
      <fo:block xsl:use-attribute-sets="editor-note" gw:place="{@place}">
        <xsl:if test="position() = 1"><fo:inline xsl:use-attribute-sets="hei">按：</fo:inline></xsl:if>
        <xsl:value-of select="normalize-space()"/>
      </fo:block>
    </xsl:for-each>
    <xsl:if test="editor-note/p"><fo:block xsl:use-attribute-sets="line-above"/></xsl:if>
    <xsl:if test="title or not(body/article)"><xsl:call-template name="body.title"/></xsl:if>
  </xsl:template>

  <xsl:template match="article">
    <fo:block xsl:use-attribute-sets="article-title" id="article-{count(preceding-sibling::article) + 1}" gw:place="{title/@place}">
      <xsl:value-of select="normalize-space(title)"/>
    </fo:block>
    <xsl:apply-templates select="*[not(self::title)]"/>
  </xsl:template>

</xsl:stylesheet>
