<?xml version="1.0" encoding="UTF-8"?>
<!-- 版记 (7.4): at the very bottom of the last page, its last separator on the lower edge of the type area (G-52).
     XSL-FO has one thing that stands at the bottom of the page where its anchor falls: a footnote. The anchor is an empty line
     without height after the last text, and has no mark. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- Context: an element with record/(line[@label]*, copy-to?, report-to?, send-to?, printed-by?, copies?). recipients: 'yes' when
       主送机关 stands here (G-55). -->
  <xsl:template name="record">
    <xsl:param name="side" select="'any'"/>
    <xsl:param name="recipients"/>
    <xsl:if test="record/* or $recipients = 'yes'">
      <xsl:call-template name="record.at-foot">
        <xsl:with-param name="side" select="$side"/>
        <xsl:with-param name="content">
          <fo:block xsl:use-attribute-sets="record-frame">
            <xsl:call-template name="record.lists"><xsl:with-param name="recipients" select="$recipients"/></xsl:call-template>
            <xsl:apply-templates select="record/printed-by | record/copies" mode="record">
              <xsl:with-param name="first" select="not($recipients = 'yes' or record/*[not(self::printed-by or self::copies)])"/>
            </xsl:apply-templates>
          </fo:block>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- the lists alone, without separators (信函: G-86) -->
  <xsl:template name="record.plain">
    <xsl:param name="recipients"/>
    <xsl:if test="record/*[not(self::printed-by or self::copies)] or $recipients = 'yes'">
      <xsl:call-template name="record.at-foot">
        <xsl:with-param name="content">
          <fo:block xsl:use-attribute-sets="record together">
            <xsl:call-template name="record.lists"><xsl:with-param name="recipients" select="$recipients"/></xsl:call-template>
          </fo:block>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- 主送 above the others, no line between -->
  <xsl:template name="record.lists">
    <xsl:param name="recipients"/>
    <xsl:if test="$recipients = 'yes'"><xsl:apply-templates select="main-recipients" mode="record"/></xsl:if>
    <xsl:apply-templates select="record/*[not(self::printed-by or self::copies)]" mode="record"/>
  </xsl:template>

  <xsl:template name="record.at-foot">
    <xsl:param name="content"/>
    <xsl:param name="side" select="'any'"/>
    <fo:block xsl:use-attribute-sets="no-height" gw:page-side="{$side}">
      <fo:footnote>
        <fo:inline/>
        <fo:footnote-body role="Div"> <!-- no note to any text -->
          <fo:block xsl:use-attribute-sets="record-foot"><xsl:copy-of select="$content"/></fo:block>
        </fo:footnote-body>
      </fo:footnote>
    </fo:block>
  </xsl:template>

  <!-- 抄送：, 报：, 发： …: turn-overs under the first character after ：; 。 at the end (7.4.2; G-53). A thin separator stands
       between 抄送 and 印发, none between 主送 and 抄送 or between 报 and 发 (7.4.1; G-51, G-55). -->
  <xsl:template match="line" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="@label"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="main-recipients" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="'主送'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="copy-to" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="'抄送'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="report-to" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="'报'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="send-to" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="'送'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="issue-to" mode="record">
    <xsl:call-template name="record.list"><xsl:with-param name="label" select="'发'"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="record.list">
    <xsl:param name="label"/>
    <xsl:variable name="width" select="(1 + string-length($label)) * $pt.4 * $mm.pt"/>
    <fo:block xsl:use-attribute-sets="record-list" gw:place="{@place}"
              start-indent="{format-number($pt.4 * $mm.pt + $width, $mm)}" text-indent="-{format-number($width, $mm)}">
      <xsl:value-of select="$label"/>：<xsl:value-of select="normalize-space()"/>。</fo:block>
  </xsl:template>

  <!-- 印发机关 left, 印发日期 right; a thin separator from what stands above (7.4.1, 7.4.3; G-51, G-54) -->
  <xsl:template match="printed-by" mode="record">
    <xsl:param name="first"/>
    <xsl:choose>
      <xsl:when test="$first"><xsl:call-template name="record.printed-by"/></xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="record-separator"><xsl:call-template name="record.printed-by"/></fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="record.printed-by">
    <fo:block xsl:use-attribute-sets="record-sides" gw:place="{@place}">
      <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="normalize-space()"/></fo:inline>
      <fo:leader/>
      <fo:inline xsl:use-attribute-sets="side">
        <xsl:call-template name="text.needed-date">
          <xsl:with-param name="date" select="@date"/>
          <xsl:with-param name="of" select="'printed-by'"/>
        </xsl:call-template>
        <xsl:text>印发</xsl:text>
      </fo:inline>
    </fo:block>
  </xsl:template>

  <!-- the brief's （共印n份） (B-03) -->
  <xsl:template match="copies" mode="record">
    <fo:block xsl:use-attribute-sets="record-list record-right">
      <xsl:text>（共印</xsl:text><xsl:value-of select="."/><xsl:text>份）</xsl:text>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
