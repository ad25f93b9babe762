<?xml version="1.0" encoding="UTF-8"?>
<!-- 署名, 成文日期, 印章 (7.3.5; G-40 … G-49). Context of body.signature: an element with a child signature; @date.
       <signature>name</signature>                      one body, room for its seal
       <signature form="seal|plain|stamp"><organ rank="" seal="" title="">name</organ>+</signature>
     rank: state province city (default; prefectures and counties) town; seal: the picture of its seal or, of form stamp, of the
     signature. The signature comes to a new page with two lines of the text (G-49). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:template name="body.signature">
    <xsl:choose>
      <xsl:when test="not(signature)"><xsl:call-template name="signature.note"/></xsl:when>
      <xsl:when test="signature/@form = 'plain'"><xsl:call-template name="signature.plain"/></xsl:when>
      <xsl:when test="signature/@form = 'stamp'"><xsl:call-template name="signature.stamp"/></xsl:when>
      <xsl:when test="count(signature/organ) &gt; 1"><xsl:call-template name="signature.joint"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="signature.seal"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== measures ==== -->

  <xsl:template name="signature.date">
    <xsl:call-template name="text.needed-date">
      <xsl:with-param name="date" select="@date"/>
      <xsl:with-param name="of" select="'a signature'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="signature.date-width">
    <xsl:variable name="date"><xsl:call-template name="signature.date"/></xsl:variable>
    <xsl:call-template name="text.date-width"><xsl:with-param name="date" select="$date"/></xsl:call-template>
  </xsl:template>

  <xsl:variable name="narrow-characters" select="'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-./ '"/>

  <!-- 附注 (7.3.6; G-71): two characters in, in （ ）; `beside`: it ends there, in mm from the right -->
  <xsl:template name="signature.note">
    <xsl:param name="beside" select="0"/>
    <xsl:for-each select="note">
      <fo:block xsl:use-attribute-sets="note" text-align="start" gw:place="{@place}" end-indent="{format-number($beside, $mm)}">
        <xsl:text>（</xsl:text><xsl:value-of select="normalize-space()"/><xsl:text>）</xsl:text>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- the longest of the bodies' names, in mm -->
  <xsl:template name="signature.name-width">
    <xsl:for-each select="signature/organ | signature[not(organ)]">
      <xsl:sort select="string-length(normalize-space())" data-type="number" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="string-length(normalize-space()) * $mm.character"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- the seal's true size by the body's rank (G-43) -->
  <xsl:template name="seal.diameter">
    <xsl:choose>
      <xsl:when test="@rank = 'state'"><xsl:value-of select="$mm.seal-state"/></xsl:when>
      <xsl:when test="@rank = 'province'"><xsl:value-of select="$mm.seal-province"/></xsl:when>
      <xsl:when test="@rank = 'town'"><xsl:value-of select="$mm.seal-town"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$mm.seal-city"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Empty lines above the 署名: as few as let 署名 and date both lie below the centre of a seal whose top is within a line of the
       text (G-46a) -->
  <xsl:template name="seal.lines-above">
    <xsl:param name="diameter"/>
    <xsl:value-of select="ceiling($diameter div 2 div $mm.line - 0.5 + $seal-margin)"/>
  </xsl:template>

  <!-- From the text to the seal's top: in the middle of what is allowed, 0 ≤ g ≤ p, g + d/2 < (k + ½)p, (k + 2)p ≤ g + d (G-46a) -->
  <xsl:template name="seal.gap">
    <xsl:param name="diameter"/>
    <xsl:param name="above"/>
    <xsl:variable name="least" select="($above + 2) * $mm.line - $diameter"/>
    <xsl:variable name="most" select="($above + 0.5) * $mm.line - $diameter div 2"/>
    <xsl:value-of select="($least * ($least &gt; 0) + $most * ($most &lt; $mm.line) + $mm.line * ($most &gt;= $mm.line)) div 2"/>
  </xsl:template>

  <!-- ==== the picture ==== -->

  <!-- A seal around a centre; without a picture nothing, in draft a dashed ring. Context: the body. -->
  <xsl:template name="seal.picture">
    <xsl:param name="centre"/>
    <xsl:param name="top"/>
    <xsl:param name="diameter"/>
    <xsl:if test="string(@seal) or $draft">
      <fo:block-container absolute-position="absolute" left="{format-number($centre - $diameter div 2, $mm)}"
                          top="{format-number($top, $mm)}" width="{format-number($diameter, $mm)}" height="{format-number($diameter, $mm)}">
        <xsl:call-template name="picture">
          <xsl:with-param name="width" select="$diameter"/>
          <xsl:with-param name="height" select="$diameter"/>
          <xsl:with-param name="words" select="'（印章）'"/>
          <xsl:with-param name="alt" select="concat('（', normalize-space(), '印章）')"/>
        </xsl:call-template>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- the picture, or its place: a dashed outline with words in it; alt: who sealed, to those who cannot see the picture -->
  <xsl:template name="picture">
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:param name="words"/>
    <xsl:param name="alt" select="$words"/>
    <fo:block xsl:use-attribute-sets="picture">
      <xsl:choose>
        <xsl:when test="string(@seal)">
          <fo:external-graphic src="url('{@seal}')" content-width="{format-number($width, $mm)}" gw:place="{@place}"
                               content-height="{format-number($height, $mm)}" scaling="non-uniform" gw:alt="{$alt}"/>
        </xsl:when>
        <xsl:otherwise>
          <fo:instream-foreign-object content-width="{format-number($width, $mm)}" content-height="{format-number($height, $mm)}" role="artifact">
            <xsl:call-template name="picture.outline">
              <xsl:with-param name="width" select="$width"/>
              <xsl:with-param name="height" select="$height"/>
            </xsl:call-template>
          </fo:instream-foreign-object>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:if test="not(string(@seal))">
      <fo:block-container absolute-position="absolute" left="0mm" width="{format-number($width, $mm)}" height="{$line}"
                          top="{format-number($height div 4 - $mm.line div 2, $mm)}">
        <fo:block xsl:use-attribute-sets="draft-words"><xsl:value-of select="$words"/></fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <xsl:template name="picture.outline">
    <xsl:param name="width"/>
    <xsl:param name="height"/>
    <xsl:variable name="edge" select="$pt.draft-ring * $mm.pt"/>
    <svg xmlns="http://www.w3.org/2000/svg" width="{format-number($width, $mm)}" height="{format-number($height, $mm)}"
         viewBox="0 0 {$width} {$height}">
      <ellipse cx="{$width div 2}" cy="{$height div 2}" rx="{($width - $edge) div 2}" ry="{($height - $edge) div 2}" fill="none"
               stroke="{$red}" stroke-width="{$edge}" stroke-dasharray="{4 * $edge} {4 * $edge}"/>
    </svg>
  </xsl:template>

  <!-- ==== one body with its seal (7.3.5.1; G-40 … G-46a) ==== -->

  <!-- The date ends four characters from the right, the 署名 is centred on it. A 署名 that is too long for this moves both to the left. -->
  <xsl:template name="signature.seal">
    <xsl:variable name="date-width"><xsl:call-template name="signature.date-width"/></xsl:variable>
    <xsl:variable name="name-width"><xsl:call-template name="signature.name-width"/></xsl:variable>
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
    <xsl:variable name="organ" select="signature/organ | signature[not(organ)]"/>
    <xsl:variable name="diameter"><xsl:for-each select="$organ"><xsl:call-template name="seal.diameter"/></xsl:for-each></xsl:variable>
    <xsl:variable name="above">
      <xsl:call-template name="seal.lines-above"><xsl:with-param name="diameter" select="$diameter"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="gap">
      <xsl:call-template name="seal.gap">
        <xsl:with-param name="diameter" select="$diameter"/>
        <xsl:with-param name="above" select="$above"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="centre" select="$mm.measure - $right - $date-width div 2"/>
    <!-- 附注 stands on the line below the date, at the left of what of the seal reaches below it; one that would turn over there has the
         whole measure where no seal is drawn (digits and letters are half as wide) -->
    <xsl:variable name="beside-seal" select="$mm.measure - $centre + $diameter div 2 + $mm.character"/>
    <xsl:variable name="note-text" select="normalize-space(note)"/>
    <xsl:variable name="narrow" select="string-length($note-text) - string-length(translate($note-text, $narrow-characters, ''))"/>
    <xsl:variable name="note-width" select="(string-length($note-text) - $narrow div 2 + 2 + 2) * $mm.character"/>
    <xsl:variable name="has-seal" select="string($organ/@seal) or $draft"/>
    <xsl:variable name="beside" select="$beside-seal * ($has-seal or $note-width &lt;= $mm.measure - $beside-seal)"/>
    <xsl:variable name="note" select="boolean(note) * ceiling($note-width div ($mm.measure - $beside))"/>
    <xsl:variable name="seal-lines" select="ceiling(($gap + $diameter) div $mm.line)"/>
    <xsl:variable name="lines" select="$seal-lines * ($seal-lines &gt;= $above + 2 + $note) + ($above + 2 + $note) * ($seal-lines &lt; $above + 2 + $note)"/>
    <fo:block-container xsl:use-attribute-sets="with-text" height="{format-number($lines * $mm.line, $mm)}">
      <xsl:for-each select="$organ">
        <xsl:call-template name="seal.picture">
          <xsl:with-param name="centre" select="$centre"/>
          <xsl:with-param name="top" select="$gap"/>
          <xsl:with-param name="diameter" select="$diameter"/>
        </xsl:call-template>
      </xsl:for-each>
      <fo:block text-align="center" role="P" start-indent="{format-number($left, $mm)}" gw:place="{@place}"
                space-before="{format-number($above * $mm.line, $mm)}" space-before.conditionality="retain">
        <xsl:value-of select="normalize-space($organ)"/>
      </fo:block>
      <fo:block text-align="end" role="P" end-indent="{format-number($right, $mm)}"><xsl:call-template name="signature.date"/></fo:block>
      <xsl:call-template name="signature.note"><xsl:with-param name="beside" select="$beside"/></xsl:call-template>
    </fo:block-container>
  </xsl:template>

  <!-- ==== several bodies with their seals (7.3.5.1; G-47) ==== -->

  <!-- Columns as wide as the largest seal or the longest name asks for, as many as the type area holds, three at the most; rows as
       equal as can be, the last at the right, so that the last seal lies on name and date. -->
  <xsl:template name="signature.joint">
    <xsl:variable name="date-width"><xsl:call-template name="signature.date-width"/></xsl:variable>
    <xsl:variable name="name-width"><xsl:call-template name="signature.name-width"/></xsl:variable>
    <xsl:variable name="diameter">
      <xsl:for-each select="signature/organ">
        <xsl:sort select="(@rank = 'state') * 4 + (@rank = 'province') * 3 + not(@rank = 'town')" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:call-template name="seal.diameter"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="row-lines" select="ceiling(($diameter + $mm.seal-gap) div $mm.line)"/>
    <!-- as wide as the names ask for, unless names that are condensed within reason, to lie inside their seals, save a row, or the rows
         would else not fit the page -->
    <xsl:variable name="by-name" select="floor(($mm.measure + $mm.character) div ($name-width + $mm.character))"/>
    <xsl:variable name="by-seal" select="floor(($mm.measure + $mm.seal-side-gap) div ($diameter + $mm.seal-side-gap))"/>
    <xsl:variable name="names-fit" select="ceiling(count(signature/organ) div $by-name) * $row-lines + $signature-lines &lt; $lines"/>
    <xsl:variable name="in-seal" select="$diameter - 2 * $mm.seal-inside"/>
    <xsl:variable name="rows-saved" select="$in-seal &gt;= $name-narrowest * $name-width
                                            and ceiling(count(signature/organ) div $by-seal) &lt; ceiling(count(signature/organ) div $by-name)"/>
    <xsl:variable name="wide" select="$names-fit and not($rows-saved) and $name-width + $mm.character &gt; $diameter + $mm.seal-side-gap"/>
    <xsl:variable name="apart" select="($name-width + $mm.character) * $wide + ($diameter + $mm.seal-side-gap) * not($wide)"/>
    <xsl:variable name="widest" select="$name-width * ($wide and $name-width &gt; $diameter) + $diameter * not($wide and $name-width &gt; $diameter)"/>
    <xsl:variable name="fitting" select="$by-name * $wide + $by-seal * not($wide)"/>
    <xsl:variable name="most" select="$fitting * ($fitting &lt; $seals-a-row) + $seals-a-row * ($fitting &gt;= $seals-a-row)"/>
    <xsl:variable name="rows" select="ceiling(count(signature/organ) div $most)"/>
    <xsl:variable name="columns" select="ceiling(count(signature/organ) div $rows)"/>
    <!-- the last column's centre: on a date four characters from the right, further right when the row asks for it -->
    <xsl:variable name="usual" select="$mm.measure - $date-characters-right * $mm.character - $date-width div 2"/>
    <xsl:variable name="needed" select="($columns - 1) * $apart + $widest div 2"/>
    <xsl:variable name="rightmost" select="$mm.measure - $widest div 2"/>
    <xsl:variable name="last">
      <xsl:choose>
        <xsl:when test="$needed &gt; $usual"><xsl:value-of select="$needed"/></xsl:when>
        <xsl:when test="$usual &gt; $rightmost"><xsl:value-of select="$rightmost"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$usual"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <!-- the same distance between them and to the left edge -->
    <xsl:variable name="even" select="($last + $widest div 2) div $columns"/>
    <xsl:variable name="step" select="$even * ($even &gt; $apart) + $apart * ($even &lt;= $apart)"/>
    <xsl:variable name="above">
      <xsl:call-template name="seal.lines-above"><xsl:with-param name="diameter" select="$diameter"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="gap">
      <xsl:call-template name="seal.gap">
        <xsl:with-param name="diameter" select="$diameter"/>
        <xsl:with-param name="above" select="$above"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="all-lines" select="($rows - 1) * $row-lines + ceiling(($gap + $diameter) div $mm.line)"/>
    <xsl:variable name="empty" select="$rows * $columns - count(signature/organ)"/>
    <fo:block-container xsl:use-attribute-sets="with-text" height="{format-number($all-lines * $mm.line, $mm)}">
      <xsl:for-each select="signature/organ">
        <xsl:variable name="row" select="floor((position() - 1) div $columns)"/>
        <xsl:variable name="column" select="(position() - 1) mod $columns + ($row = $rows - 1) * $empty"/>
        <xsl:variable name="centre" select="$last - ($columns - 1 - $column) * $step"/>
        <xsl:variable name="own"><xsl:call-template name="seal.diameter"/></xsl:variable>
        <xsl:call-template name="seal.picture">
          <xsl:with-param name="centre" select="$centre"/>
          <xsl:with-param name="top" select="$row * $row-lines * $mm.line + $gap + ($diameter - $own) div 2"/>
          <xsl:with-param name="diameter" select="$own"/>
        </xsl:call-template>
        <xsl:call-template name="signature.centred">
          <xsl:with-param name="centre" select="$centre"/>
          <xsl:with-param name="top" select="($row * $row-lines + $above) * $mm.line"/>
          <xsl:with-param name="width" select="($apart - $mm.seal-gap) * $wide + $in-seal * not($wide)"/>
          <xsl:with-param name="words" select="normalize-space()"/>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:call-template name="signature.centred">
        <xsl:with-param name="centre" select="$last"/>
        <xsl:with-param name="top" select="(($rows - 1) * $row-lines + $above + 1) * $mm.line"/>
        <xsl:with-param name="width" select="$apart - $mm.seal-gap"/>
        <xsl:with-param name="words"><xsl:call-template name="signature.date"/></xsl:with-param>
      </xsl:call-template>
      <fo:block/>
    </fo:block-container>
    <xsl:call-template name="signature.note"/>
  </xsl:template>

  <xsl:template name="signature.centred">
    <xsl:param name="centre"/>
    <xsl:param name="top"/>
    <xsl:param name="width"/>
    <xsl:param name="words"/>
    <fo:block-container absolute-position="absolute" top="{format-number($top, $mm)}" height="{$line}"
                        left="{format-number($centre - $width div 2, $mm)}" width="{format-number($width, $mm)}">
      <fo:block text-align="center" role="P" gw:text-fit="condense" gw:place="{@place}"><xsl:value-of select="$words"/></fo:block>
    </fo:block-container>
  </xsl:template>

  <!-- ==== without seal (7.3.5.2; G-48) ==== -->

  <!-- One empty line below the text; the 署名 ends two characters from the right, the date begins two characters to the right of the
       署名; a date that is the longer ends two characters from the right, the 署名 moves to the left. Several bodies: the others below
       the first. -->
  <xsl:template name="signature.plain">
    <xsl:variable name="date-width"><xsl:call-template name="signature.date-width"/></xsl:variable>
    <xsl:variable name="name-width"><xsl:call-template name="signature.name-width"/></xsl:variable>
    <xsl:variable name="edge" select="$mm.measure - $plain-characters-right * $mm.character"/>
    <xsl:variable name="in" select="$plain-characters-right * $mm.character"/>
    <xsl:variable name="left" select="($edge - $name-width) * ($date-width &lt;= $name-width)
                                      + ($edge - $date-width - $in) * ($date-width &gt; $name-width)"/>
    <fo:block xsl:use-attribute-sets="with-text line-above together">
      <xsl:for-each select="signature/organ | signature[not(organ)]">
        <fo:block text-align="start" role="P" start-indent="{format-number($left, $mm)}" gw:place="{@place}">
          <xsl:value-of select="normalize-space()"/>
        </fo:block>
      </xsl:for-each>
      <fo:block text-align="start" role="P" start-indent="{format-number($left + $in, $mm)}"><xsl:call-template name="signature.date"/></fo:block>
      <xsl:call-template name="signature.note"/>
    </fo:block>
  </xsl:template>

  <!-- ==== 签名章 (7.3.5.3; G-48a) ==== -->

  <!-- Two empty lines below the text the stamps, one body a row, each with the title of its office two characters to the left and
       centred on its height; one empty line; the date. All end four characters from the right. -->
  <xsl:template name="signature.stamp">
    <xsl:variable name="right" select="$stamp-characters-right * $mm.character"/>
    <xsl:variable name="left" select="$mm.measure - $right - $mm.stamp-width"/>
    <xsl:variable name="stamp-lines" select="ceiling($mm.stamp-height div $mm.line)"/>
    <xsl:variable name="count" select="count(signature/organ)"/>
    <xsl:variable name="middle" select="$stamp-lines * $mm.line div 2"/>
    <fo:block-container xsl:use-attribute-sets="with-text"
                        height="{format-number(($stamp-lines-above + $count * $stamp-lines + 2) * $mm.line, $mm)}">
      <xsl:for-each select="signature/organ">
        <xsl:variable name="top" select="($stamp-lines-above + (position() - 1) * $stamp-lines) * $mm.line"/>
        <fo:block-container absolute-position="absolute" left="0mm" top="{format-number($top + $middle - $mm.line div 2, $mm)}"
                            width="{format-number($left - $stamp-title-gap * $mm.character, $mm)}" height="{$line}">
          <fo:block text-align="end" role="P" gw:place="{@place}"><xsl:value-of select="@title"/></fo:block>
        </fo:block-container>
        <xsl:if test="string(@seal) or $draft">
          <fo:block-container absolute-position="absolute" left="{format-number($left, $mm)}" width="{format-number($mm.stamp-width, $mm)}"
                              top="{format-number($top + $middle - $mm.stamp-height div 2, $mm)}" height="{format-number($mm.stamp-height, $mm)}">
            <xsl:call-template name="picture">
              <xsl:with-param name="width" select="$mm.stamp-width"/>
              <xsl:with-param name="height" select="$mm.stamp-height"/>
              <xsl:with-param name="words" select="concat('（', normalize-space(), '签名章）')"/>
            </xsl:call-template>
          </fo:block-container>
        </xsl:if>
      </xsl:for-each>
      <fo:block text-align="end" role="P" end-indent="{format-number($right, $mm)}" space-before.conditionality="retain"
                space-before="{format-number(($stamp-lines-above + $count * $stamp-lines + 1) * $mm.line, $mm)}">
        <xsl:call-template name="signature.date"/>
      </fo:block>
    </fo:block-container>
    <xsl:call-template name="signature.note"/>
  </xsl:template>

</xsl:stylesheet>
