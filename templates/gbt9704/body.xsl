<?xml version="1.0" encoding="UTF-8"?>
<!-- 主体 (7.3): title, addressee, text, attachment note, signature and date, note, heads of attachments.
     Paragraphs and headings need no templates: they are blocks with the attribute sets of styles.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- 标题 (7.3.1; G-31) -->
  <xsl:template name="body.title">
    <xsl:param name="title" select="@title"/>
    <fo:block xsl:use-attribute-sets="title" id="title" gw:place="{@place}"><xsl:value-of select="$title"/></fo:block>
  </xsl:template>

  <!-- 主送机关 ends with ： (7.3.2; G-32) -->
  <xsl:template name="body.main-recipients">
    <xsl:for-each select="main-recipients">
      <fo:block xsl:use-attribute-sets="addressee" gw:place="{../@place}"><xsl:value-of select="."/>：</fo:block>
    </xsl:for-each>
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

  <!-- the author's sections: 一、 … after as many as the kind has written itself -->
  <xsl:template match="section">
    <xsl:param name="before" select="0"/>
    <xsl:variable name="n" select="$before + 1 + count(preceding-sibling::section)"/>
    <fo:block xsl:use-attribute-sets="heading-1" id="section-{$n}" gw:place="{@place}">
      <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="$n"/></xsl:call-template>
      <xsl:value-of select="heading"/>
    </fo:block>
    <xsl:apply-templates select="p"/>
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
       above it, as it may have the signature below it (G-49). -->
  <xsl:template name="body.attachment-note">
    <xsl:variable name="several" select="count(attachment-note/item) &gt; 1"/>
    <xsl:if test="attachment-note/item">
      <fo:block xsl:use-attribute-sets="attachment-notes">
        <xsl:for-each select="attachment-note/item">
          <!-- the word takes three characters, a numeral with its point one -->
          <fo:list-block xsl:use-attribute-sets="attachment-note"
                         provisional-distance-between-starts="{format-number((3 + $several) * $mm.character, $mm)}">
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
                <fo:block gw:place="{../../@place}"><xsl:value-of select="."/></fo:block>
              </fo:list-item-body>
            </fo:list-item>
          </fo:list-block>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- 署名 and 成文日期 with the room of a seal (7.3.5.1; G-40 … G-46a): the date ends four characters from the right, the 署名 is
       centred on it. A 署名 that is too long for this moves both to the left. The room goes to a new page with some text only (G-49).
       Context: an element with a child signature; @date. -->
  <xsl:template name="body.signature">
    <xsl:variable name="date">
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="date-width">
      <xsl:call-template name="text.date-width"><xsl:with-param name="date" select="$date"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name-width" select="string-length(signature) * $mm.character"/>
    <!-- where the date ends: four characters from the right; further in when the 署名 is longer, which then keeps one character -->
    <xsl:variable name="usual" select="$date-characters-right * $mm.character"/>
    <xsl:variable name="needed" select="($name-width - $date-width) div 2 + $mm.character"/>
    <xsl:variable name="most" select="($mm.measure - $date-width) div 2"/>
    <xsl:variable name="right">
      <xsl:choose>
        <xsl:when test="$needed &lt;= $usual"><xsl:value-of select="$usual"/></xsl:when>
        <xsl:when test="$needed &lt;= $most"><xsl:value-of select="$needed"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$most"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="left" select="$mm.measure - 2 * $right - $date-width"/>
    <fo:block-container xsl:use-attribute-sets="with-text" height="{$seal-room}">
      <fo:block text-align="center" role="P" start-indent="{format-number($left, $mm)}"
                space-before="{format-number($seal-lines-above * $mm.line, $mm)}"
                space-before.conditionality="retain" gw:place="{@place}">
        <xsl:value-of select="signature"/>
      </fo:block>
      <fo:block text-align="end" role="P" end-indent="{format-number($right, $mm)}"><xsl:value-of select="$date"/></fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- 附注 (7.3.6; G-71) -->
  <xsl:template name="body.note">
    <xsl:for-each select="note">
      <fo:block xsl:use-attribute-sets="note" gw:place="{../@place}">（<xsl:value-of select="."/>）</fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- 附件 and its number on line 1, its title on line 3 of a new page (7.3.7; G-70). Context: an attachment-note/item. -->
  <xsl:template name="body.attachment-head">
    <fo:block xsl:use-attribute-sets="attachment">
      <xsl:text>附件</xsl:text>
      <xsl:if test="count(../item) &gt; 1"><xsl:value-of select="1 + count(preceding-sibling::item)"/></xsl:if>
    </fo:block>
    <fo:block xsl:use-attribute-sets="attachment-title" id="attachment-{1 + count(preceding-sibling::item)}">
      <xsl:value-of select="."/>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
