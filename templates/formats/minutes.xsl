<?xml version="1.0" encoding="UTF-8"?>
<!-- 纪要 (10.3; G-95): the head of 公文 with a mark that ends in 纪要; 出席, 请假, 列席 below an empty line after the text or the
     附件说明; no seal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <xsl:template match="document" mode="closing">
    <xsl:call-template name="body.attachment-note"/>
    <xsl:if test="attendance/*">
      <fo:block xsl:use-attribute-sets="line-above"><xsl:apply-templates select="attendance/*" mode="attendance"/></fo:block>
    </xsl:if>
    <xsl:call-template name="body.signature"/>
  </xsl:template>

  <xsl:template match="present" mode="attendance">
    <xsl:call-template name="minutes.attendance"><xsl:with-param name="label" select="'出席'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="excused" mode="attendance">
    <xsl:call-template name="minutes.attendance"><xsl:with-param name="label" select="'请假'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="observers" mode="attendance">
    <xsl:call-template name="minutes.attendance"><xsl:with-param name="label" select="'列席'"/></xsl:call-template>
  </xsl:template>

  <!-- 黑体, two characters in; names 仿宋, turn-overs under the first one -->
  <xsl:template name="minutes.attendance">
    <xsl:param name="label"/>
    <xsl:variable name="hanging" select="(string-length($label) + 1) * $mm.character"/>
    <fo:block xsl:use-attribute-sets="attendance" gw:place="{@place}" text-indent="-{format-number($hanging, $mm)}"
              start-indent="{format-number(2 * $mm.character + $hanging, $mm)}">
      <fo:inline xsl:use-attribute-sets="hei"><xsl:value-of select="$label"/>：</fo:inline>
      <xsl:value-of select="normalize-space()"/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
