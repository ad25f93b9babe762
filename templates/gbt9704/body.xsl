<?xml version="1.0" encoding="UTF-8"?>
<!-- 主体 (7.3): title, addressee, text, attachment note, signature and date, note, heads of attachments.
     Paragraphs and headings need no templates: they are blocks with the attribute sets of styles.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- 标题 (7.3.1; G-31): <title> with the author's own line breaks, or @title -->
  <xsl:template name="body.title">
    <xsl:param name="title" select="@title"/>
    <fo:block xsl:use-attribute-sets="title" id="title" gw:place="{@place}">
      <xsl:choose>
        <xsl:when test="title/br">
          <xsl:attribute name="gw:text-shape">none</xsl:attribute>
          <xsl:attribute name="linefeed-treatment">preserve</xsl:attribute>
          <xsl:apply-templates select="title/node()" mode="broken"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="$title"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>
  <xsl:template match="br" mode="broken"><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="text()" mode="broken"><xsl:value-of select="normalize-space()"/></xsl:template>

  <!-- 主送机关 ends with ： (7.3.2; G-32) -->
  <xsl:template name="body.main-recipients">
    <xsl:for-each select="main-recipients">
      <fo:block xsl:use-attribute-sets="addressee" gw:place="{../@place}"><xsl:value-of select="normalize-space()"/>：</fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- Whether 主送机关 moves to the 版记, because page 1 would show no text with it (7.3.2, 7.4.2; G-33, G-55): 'yes' or nothing.
       The author's at="head|record" comes first; else lines are counted: the head's, the title's, 主送机关's, and two of text. -->
  <xsl:template name="body.recipients-move">
    <xsl:param name="head-lines"/>
    <xsl:variable name="broken" select="count(title/br) + 1"/>
    <xsl:variable name="counted" select="ceiling(string-length(@title) * $pt.2 * $mm.pt div $mm.measure)"/>
    <xsl:variable name="title" select="$broken * ($broken &gt; 1) + $counted * ($broken = 1)"/>
    <xsl:variable name="names" select="ceiling((string-length(normalize-space(main-recipients)) + 1) div $characters)"/>
    <xsl:choose>
      <xsl:when test="main-recipients/@at = 'record'">yes</xsl:when>
      <xsl:when test="main-recipients/@at = 'head' or not(main-recipients)"/>
      <xsl:when test="$head-lines + $title + 1 + $names + $text-lines-on-page-1 &gt; $lines">yes</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The author's text. A paragraph that opens with （一） and goes on after its first sentence has a run-in heading of the second
       level: 楷体 (7.3.3; G-37). -->
  <xsl:template match="p">
    <xsl:variable name="start" select="normalize-space(substring-before(., '）'))"/>
    <xsl:variable name="numbered" select="starts-with($start, '（') and string-length($start) &gt; 1
                                          and translate($start, '（一二三四五六七八九十', '') = ''"/>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:choose>
        <xsl:when test="$numbered and normalize-space(substring-after(., '。'))">
          <fo:inline xsl:use-attribute-sets="kai"><xsl:value-of select="substring-before(., '。')"/>。</fo:inline>
          <xsl:value-of select="substring-after(., '。')"/>
        </xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- The author's sections, up to four levels: 一、 （一） 1. （1）, the first after as many as the kind has written itself;
       numbered="no" leaves the numeral out (7.3.3; G-37). -->
  <xsl:template match="section">
    <xsl:param name="before" select="0"/>
    <xsl:variable name="n" select="$before + 1 + count(preceding-sibling::section)"/>
    <xsl:variable name="level" select="count(ancestor-or-self::section)"/>
    <xsl:variable name="words">
      <xsl:if test="not(@numbered = 'no')">
        <xsl:call-template name="text.level"><xsl:with-param name="n" select="$n"/><xsl:with-param name="level" select="$level"/></xsl:call-template>
      </xsl:if>
      <xsl:value-of select="normalize-space(heading)"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$level = 1">
        <fo:block xsl:use-attribute-sets="heading-1" gw:place="{@place}">
          <xsl:if test="not(ancestor::attachment)"><xsl:attribute name="id"><xsl:value-of select="concat('section-', $n)"/></xsl:attribute></xsl:if>
          <xsl:value-of select="$words"/>
        </fo:block>
      </xsl:when>
      <xsl:when test="$level = 2"><fo:block xsl:use-attribute-sets="heading-2" gw:place="{@place}"><xsl:value-of select="$words"/></fo:block></xsl:when>
      <xsl:otherwise><fo:block xsl:use-attribute-sets="heading-3" gw:place="{@place}"><xsl:value-of select="$words"/></fo:block></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="*[not(self::heading)]"/>
  </xsl:template>

  <!-- their entries in the outline -->
  <xsl:template match="section" mode="outline">
    <xsl:param name="before" select="0"/>
    <xsl:variable name="n" select="$before + 1 + count(preceding-sibling::section)"/>
    <xsl:call-template name="bookmark">
      <xsl:with-param name="id" select="concat('section-', $n)"/>
      <xsl:with-param name="title">
        <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="$n"/></xsl:call-template>
        <xsl:value-of select="heading"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- 附件说明: 附件：1. name (7.3.4; G-38): turn-overs under the name, the next numeral under the first. With two lines of the text
       above it, as it may have the signature below it (G-49). Where a plan neither writes it nor numbers its attachments,
       it has their titles. -->
  <xsl:template name="body.attachment-note">
    <xsl:variable name="items" select="attachment-note/item | self::*[not(attachment-note)]/attachment[not(@n)]/title"/>
    <xsl:variable name="several" select="count($items) &gt; 1"/>
    <xsl:if test="$items">
      <fo:block xsl:use-attribute-sets="attachment-notes">
        <!-- the word takes three characters, a numeral with its point one, of two digits two -->
        <fo:list-block xsl:use-attribute-sets="attachment-note"
                       provisional-distance-between-starts="{format-number((3 + $several + (count($items) &gt; 9)) * $mm.character, $mm)}">
          <xsl:for-each select="$items">
            <fo:list-item>
              <fo:list-item-label end-indent="label-end()">
                <fo:block wrap-option="no-wrap">
                  <xsl:if test="position() &gt; 1"><xsl:attribute name="start-indent">
                    <xsl:value-of select="format-number(5 * $mm.character, $mm)"/></xsl:attribute></xsl:if>
                  <xsl:if test="position() = 1">附件：</xsl:if>
                  <xsl:if test="$several"><xsl:value-of select="position()"/>.</xsl:if>
                </fo:block>
              </fo:list-item-label>
              <fo:list-item-body start-indent="body-start()">
                <fo:block gw:place="{ancestor::*[@place][1]/@place}"><xsl:value-of select="normalize-space()"/></fo:block>
              </fo:list-item-body>
            </fo:list-item>
          </xsl:for-each>
        </fo:list-block>
      </fo:block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
