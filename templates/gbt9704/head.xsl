<?xml version="1.0" encoding="UTF-8"?>
<!-- 版头 (7.2): from the upper edge of the type area to the red separator.

     The head is measured in millimetres, the body stands on the grid; so the head is one container, a whole number of lines high,
     chosen so that the title comes nearest to its two empty lines below the rule (G-18, G-19, G-30). On paper with a printed head
     ($printed-head) what is red is left out and keeps its room. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- Context: an element with the envelope's children copy-number?, secrecy?, urgency?, issuer-mark, document-number?, signer*. -->
  <xsl:template name="head">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="head.above"/></xsl:variable>
    <xsl:variable name="rows"><xsl:call-template name="head.number-rows"/></xsl:variable>
    <xsl:variable name="lines"><xsl:call-template name="head.all-lines"/></xsl:variable>
    <fo:block-container height="{format-number($lines * $mm.line, $mm)}">
      <fo:block-container height="{format-number($above, $mm)}">
        <xsl:call-template name="head.classification"/>
      </fo:block-container>
      <fo:block xsl:use-attribute-sets="mark-space">
        <xsl:call-template name="head.mark">
          <xsl:with-param name="height" select="$height"/>
          <xsl:with-param name="width" select="$height * $mm.mark-width div $mm.mark-height"/>
        </xsl:call-template>
      </fo:block>
      <xsl:choose>
        <xsl:when test="signer"><xsl:call-template name="head.signers"><xsl:with-param name="rows" select="$rows"/></xsl:call-template></xsl:when>
        <xsl:when test="document-number">
          <fo:block xsl:use-attribute-sets="number" gw:place="{@place}"><xsl:value-of select="document-number"/></fo:block>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="not($printed-head)"><fo:block xsl:use-attribute-sets="head-rule"/></xsl:if>
    </fo:block-container>
  </xsl:template>

  <!-- from the upper edge of the body to that of the mark -->
  <xsl:template name="head.above">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="ink">
      <xsl:call-template name="head.mark-ink"><xsl:with-param name="height" select="$height"/></xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="$mm.overhang + $mm.mark-top - $ink"/>
  </xsl:template>

  <!-- how many lines of the grid the head takes -->
  <xsl:template name="head.all-lines">
    <xsl:variable name="height"><xsl:call-template name="head.mark-height"/></xsl:variable>
    <xsl:variable name="above"><xsl:call-template name="head.above"/></xsl:variable>
    <xsl:variable name="rows"><xsl:call-template name="head.number-rows"/></xsl:variable>
    <xsl:variable name="number-height" select="boolean(number($rows)) * ($rows * $mm.line - $mm.half-leading + $mm.head-rule-gap)"/>
    <xsl:call-template name="head.lines">
      <xsl:with-param name="bottom" select="$above + $height + $mark-lines-below * $mm.line + $number-height + $mm.head-rule"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How many lines of the grid the head takes when its last ink is at `bottom`, in mm from the upper edge of the body -->
  <xsl:template name="head.lines">
    <xsl:param name="bottom"/>
    <xsl:value-of select="round(($bottom + $title-lines-above * $mm.grid-line - $mm.title-half-leading) div $mm.line)"/>
  </xsl:template>

  <!-- lines of 发文字号 and 签发人 -->
  <xsl:template name="head.number-rows">
    <xsl:choose>
      <xsl:when test="signer"><xsl:value-of select="ceiling(count(signer) div $signers-a-line)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="count(document-number)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== 发文机关标志 (7.2.4) ==== -->

  <!-- The mark in its height, which is that of its characters, so that it can be placed by their ink (G-21). `width`: of a
       character at the most; a narrower one leaves air beside the mark. -->
  <xsl:template name="head.mark">
    <xsl:param name="height"/>
    <xsl:param name="width" select="$height"/>
    <xsl:variable name="free" select="($mm.measure - string-length(normalize-space(issuer-mark)) * $width) div 2"/>
    <xsl:variable name="indent" select="format-number($free * ($free &gt; 0), $mm)"/>
    <xsl:choose>
      <xsl:when test="$printed-head">
        <fo:block-container height="{format-number($height, $mm)}"><fo:block/></fo:block-container>
      </xsl:when>
      <xsl:when test="issuer-mark/organ">
        <xsl:call-template name="head.joint-mark"><xsl:with-param name="height" select="$height"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <fo:block xsl:use-attribute-sets="mark" gw:place="{@place}" start-indent="{$indent}" end-indent="{$indent}"
                  font-size="{format-number($height, $mm)}" line-height="{format-number($height, $mm)}">
          <xsl:value-of select="issuer-mark"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The mark's height in mm. Of one body: as high as allowed when its characters, 15 wide to 22 high, fill no more than the
       measure; a longer one gets smaller, then is condensed by the formatter (G-23). Of several: their lines. -->
  <xsl:template name="head.mark-height">
    <xsl:param name="highest" select="$mm.mark-height"/>
    <xsl:variable name="length" select="string-length(normalize-space(issuer-mark))"/>
    <xsl:variable name="fitting" select="$mm.measure div $length * $mm.mark-height div $mm.mark-width"/>
    <xsl:choose>
      <xsl:when test="issuer-mark/organ">
        <xsl:variable name="size"><xsl:call-template name="head.joint-size"/></xsl:variable>
        <xsl:value-of select="format-number(count(issuer-mark/organ) * $joint-line * $size, '0.000')"/>
      </xsl:when>
      <xsl:when test="$length = 0 or $fitting &gt; $highest"><xsl:value-of select="$highest"/></xsl:when>
      <xsl:when test="$fitting &lt; $mm.mark-height-least"><xsl:value-of select="$mm.mark-height-least"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="format-number($fitting, '0.000')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- from the mark's upper edge to its first ink -->
  <xsl:template name="head.mark-ink">
    <xsl:param name="height"/>
    <xsl:variable name="size"><xsl:if test="issuer-mark/organ"><xsl:call-template name="head.joint-size"/></xsl:if></xsl:variable>
    <xsl:choose>
      <xsl:when test="issuer-mark/organ"><xsl:value-of select="($joint-line - 1) div 2 * $size + $mark-ink * $size"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$mark-ink * $height"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== joint issue (G-21a): names spread to one width, 文件 at the right, in the middle of their height ==== -->

  <!-- the names' size: so that all of them fit their height, and the longest its width when it is condensed as far as a mark may be -->
  <xsl:template name="head.joint-size">
    <xsl:variable name="names-height"><xsl:call-template name="head.joint-height"/></xsl:variable>
    <xsl:variable name="by-height" select="$names-height div count(issuer-mark/organ) div $joint-line"/>
    <xsl:variable name="longest"><xsl:call-template name="head.longest-organ"/></xsl:variable>
    <xsl:variable name="room"><xsl:call-template name="head.joint-room"/></xsl:variable>
    <xsl:variable name="by-width" select="$room div $longest * $mm.mark-height div $mm.mark-width"/>
    <xsl:choose>
      <xsl:when test="$by-width &lt; $by-height and $by-width &lt; $mm.joint-name"><xsl:value-of select="$by-width"/></xsl:when>
      <xsl:when test="$by-height &lt; $mm.joint-name"><xsl:value-of select="$by-height"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$mm.joint-name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- what the names' height is at the most -->
  <xsl:template name="head.joint-height">
    <xsl:variable name="needed" select="count(issuer-mark/organ) * $mm.joint-name-least * $joint-line"/>
    <xsl:choose>
      <xsl:when test="$needed &lt;= $mm.joint-height"><xsl:value-of select="$mm.joint-height"/></xsl:when>
      <xsl:when test="$needed &lt;= $mm.joint-height-most"><xsl:value-of select="$needed"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$mm.joint-height-most"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="head.longest-organ">
    <xsl:for-each select="issuer-mark/organ">
      <xsl:sort select="string-length(normalize-space())" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space())"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- the size of 文件, at first sight of the names' height -->
  <xsl:template name="head.suffix-size">
    <xsl:variable name="names" select="count(issuer-mark/organ) * $mm.joint-name * $joint-line"/>
    <xsl:variable name="most"><xsl:call-template name="head.joint-height"/></xsl:variable>
    <xsl:variable name="lower" select="$names * ($names &lt; $most) + $most * ($names &gt;= $most)"/>
    <xsl:variable name="size" select="$lower * $joint-suffix"/>
    <xsl:value-of select="$size * ($size &lt; $mm.mark-height) + $mm.mark-height * ($size &gt;= $mm.mark-height)"/>
  </xsl:template>

  <!-- what 文件 takes, and what it leaves to the names -->
  <xsl:template name="head.suffix-width">
    <xsl:variable name="size"><xsl:call-template name="head.suffix-size"/></xsl:variable>
    <xsl:value-of select="boolean(issuer-mark/suffix) * (string-length(normalize-space(issuer-mark/suffix)) * $size + $mm.joint-gap)"/>
  </xsl:template>
  <xsl:template name="head.joint-room">
    <xsl:variable name="suffix"><xsl:call-template name="head.suffix-width"/></xsl:variable>
    <xsl:value-of select="$mm.measure - $suffix"/>
  </xsl:template>

  <xsl:template name="head.joint-mark">
    <xsl:param name="height"/>
    <xsl:variable name="size"><xsl:call-template name="head.joint-size"/></xsl:variable>
    <xsl:variable name="room"><xsl:call-template name="head.joint-room"/></xsl:variable>
    <xsl:variable name="longest"><xsl:call-template name="head.longest-organ"/></xsl:variable>
    <xsl:variable name="suffix"><xsl:call-template name="head.suffix-width"/></xsl:variable>
    <xsl:variable name="suffix-size"><xsl:call-template name="head.suffix-size"/></xsl:variable>
    <xsl:variable name="natural" select="$longest * $size"/>
    <xsl:variable name="width" select="$natural * ($natural &lt; $room) + $room * ($natural &gt;= $room)"/>
    <xsl:variable name="left" select="($mm.measure - $width - $suffix) div 2"/>
    <fo:block-container height="{format-number($height, $mm)}">
      <fo:block-container absolute-position="absolute" left="{format-number($left, $mm)}" top="0mm"
                          width="{format-number($width, $mm)}" height="{format-number($height, $mm)}">
        <xsl:for-each select="issuer-mark/organ">
          <fo:block xsl:use-attribute-sets="mark spread" gw:place="{../../@place}" font-size="{format-number($size, $mm)}"
                    line-height="{format-number($joint-line * $size, $mm)}"><xsl:value-of select="normalize-space()"/></fo:block>
        </xsl:for-each>
      </fo:block-container>
      <xsl:if test="issuer-mark/suffix">
        <fo:block-container absolute-position="absolute" left="{format-number($left + $width + $mm.joint-gap, $mm)}"
                            top="{format-number(($height - $suffix-size) div 2, $mm)}"
                            width="{format-number($suffix - $mm.joint-gap, $mm)}" height="{format-number($suffix-size, $mm)}">
          <fo:block xsl:use-attribute-sets="mark" gw:place="{@place}" font-size="{format-number($suffix-size, $mm)}"
                    line-height="{format-number($suffix-size, $mm)}"><xsl:value-of select="normalize-space(issuer-mark/suffix)"/></fo:block>
        </fo:block-container>
      </xsl:if>
      <fo:block/>
    </fo:block-container>
  </xsl:template>

  <!-- ==== 上行文: 发文字号 and 签发人 on one line (7.2.5, 7.2.6; G-20a) ==== -->

  <!-- Two names a line, the next ones below the first; the number beside the last. One character in on both sides. -->
  <xsl:template name="head.signers">
    <xsl:param name="rows"/>
    <xsl:variable name="longest">
      <xsl:for-each select="signer">
        <xsl:sort select="string-length(normalize-space())" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space())"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="columns" select="1 + (count(signer) &gt; 1) * ($signers-a-line - 1)"/>
    <xsl:variable name="names" select="($columns * ($longest + 1) - 1) * $mm.character"/>
    <xsl:variable name="label" select="string-length('签发人：') * $mm.character"/>
    <xsl:variable name="left" select="$mm.measure - $mm.character - $names"/>
    <fo:block-container height="{format-number($rows * $mm.line, $mm)}" xsl:use-attribute-sets="number-space">
      <fo:block-container absolute-position="absolute" left="{format-number($left - $label, $mm)}" top="0mm"
                          width="{format-number($label, $mm)}" height="{$line}">
        <fo:block xsl:use-attribute-sets="label">签发人：</fo:block>
      </fo:block-container>
      <xsl:for-each select="signer">
        <xsl:variable name="row" select="floor((position() - 1) div $columns)"/>
        <xsl:variable name="column" select="(position() - 1) mod $columns"/>
        <fo:block-container absolute-position="absolute" height="{$line}" width="{format-number(($longest + 1) * $mm.character, $mm)}"
                            left="{format-number($left + $column * ($longest + 1) * $mm.character, $mm)}"
                            top="{format-number($row * $mm.line, $mm)}">
          <fo:block xsl:use-attribute-sets="label kai" gw:place="{../@place}"><xsl:value-of select="normalize-space()"/></fo:block>
        </fo:block-container>
      </xsl:for-each>
      <fo:block-container absolute-position="absolute" left="{$character}" top="{format-number(($rows - 1) * $mm.line, $mm)}"
                          width="{format-number($left - $label - $mm.character, $mm)}" height="{$line}">
        <fo:block xsl:use-attribute-sets="label" gw:place="{@place}"><xsl:value-of select="document-number"/></fo:block>
      </fo:block-container>
      <fo:block/>
    </fo:block-container>
  </xsl:template>

  <!-- ==== 份号, 密级和保密期限, 紧急程度 ==== -->

  <!-- one below the other; 密级 keeps line 2 when there is no 份号 (7.2.1 … 7.2.3; G-20) -->
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

  <xsl:template match="copy-number" mode="label"><xsl:value-of select="normalize-space()"/></xsl:template>
  <xsl:template match="secrecy | urgency" mode="label">
    <fo:inline xsl:use-attribute-sets="hei">
      <xsl:value-of select="normalize-space()"/>
      <xsl:if test="@term">★<xsl:value-of select="@term"/></xsl:if>
    </fo:inline>
  </xsl:template>

</xsl:stylesheet>
