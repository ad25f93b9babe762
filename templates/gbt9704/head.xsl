<?xml version="1.0" encoding="UTF-8"?>
<!-- 版头 (7.2): from the upper edge of the type area to the red separator.

     The head is measured in millimetres, the body stands on the grid; so the head is one container, a whole number of lines high,
     chosen so that the title comes nearest to its two empty lines below the rule (G-18, G-19, G-30). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- Context: an element with the envelope's children copy-number?, secrecy?, urgency?, mark, number?. -->
  <xsl:template name="head">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above" select="$mm.mark-top - $mark-ink * $height"/>
    <xsl:variable name="number-height" select="boolean(document-number) * ($mm.half-leading + $mm.em + $mm.head-rule-gap)"/>
    <xsl:variable name="rule" select="$above + $height + $mark-lines-below * $mm.line + $number-height + $mm.head-rule"/>
    <xsl:variable name="lines">
      <xsl:call-template name="head.lines"><xsl:with-param name="bottom" select="$rule"/></xsl:call-template>
    </xsl:variable>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}">
      <fo:block-container height="{format-number($above, $mm)}">
        <xsl:call-template name="head.classification"/>
      </fo:block-container>
      <fo:block xsl:use-attribute-sets="mark-space">
        <xsl:call-template name="head.mark"><xsl:with-param name="height" select="$height"/></xsl:call-template>
      </fo:block>
      <xsl:for-each select="document-number">
        <fo:block xsl:use-attribute-sets="number" gw:place="{../@place}"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
      <fo:block xsl:use-attribute-sets="head-rule"/>
    </fo:block-container>
  </xsl:template>

  <!-- How many lines of the grid the head takes when its last ink is at `bottom`, in mm from the upper edge of the type area -->
  <xsl:template name="head.lines">
    <xsl:param name="bottom"/>
    <xsl:value-of select="round(($bottom + $title-lines-above * $mm.line - $mm.title-half-leading) div $mm.line)"/>
  </xsl:template>

  <!-- 发文机关标志: as high as its characters, so that it can be placed by their ink (7.2.4; G-21) -->
  <xsl:template name="head.mark">
    <xsl:param name="height"/>
    <fo:block xsl:use-attribute-sets="mark" gw:place="{@place}"
              font-size="{format-number($height, $mm)}" line-height="{format-number($height, $mm)}">
      <xsl:value-of select="issuer-mark"/>
    </fo:block>
  </xsl:template>

  <!-- The mark's size in mm: as high as allowed when its characters, 15 wide to 22 high, fill no more than the measure; a longer
       one gets smaller, then is condensed by the formatter (7.2.4; G-23). -->
  <xsl:template name="head.mark-height">
    <xsl:param name="highest" select="$mm.mark-height"/>
    <xsl:variable name="fitting" select="$mm.measure div string-length(issuer-mark) * $mm.mark-height div $mm.mark-width"/>
    <xsl:choose>
      <xsl:when test="string-length(issuer-mark) = 0 or $fitting &gt; $highest"><xsl:value-of select="$highest"/></xsl:when>
      <xsl:when test="$fitting &lt; $mm.mark-height-least"><xsl:value-of select="$mm.mark-height-least"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($fitting, '0.000')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 份号, 密级和保密期限, 紧急程度, one below the other; 密级 keeps line 2 when there is no 份号 (7.2.1 … 7.2.3; G-20) -->
  <xsl:template name="head.classification">
    <xsl:if test="not(copy-number | secrecy | urgency)"><fo:block/></xsl:if>
    <xsl:for-each select="copy-number | secrecy | urgency">
      <fo:block xsl:use-attribute-sets="label">
        <xsl:if test="self::secrecy and not(../copy-number)">
          <xsl:attribute name="space-before"><xsl:value-of select="$line"/></xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="." mode="label"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="copy-number" mode="label"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="secrecy | urgency" mode="label">
    <fo:inline xsl:use-attribute-sets="hei">
      <xsl:value-of select="."/>
      <xsl:if test="@term">★<xsl:value-of select="@term"/></xsl:if>
    </fo:inline>
  </xsl:template>

</xsl:stylesheet>
