<?xml version="1.0" encoding="UTF-8"?>
<!-- Every number of GB/T 9704—2012, named, with its clause; the only file with mm and pt in it.
     G-nn, B-nn, Z-nn are the marks of docs/typesetting.md.

     Two forms of one number: $mm.x and $pt.x are numbers for arithmetic, $x is the length with its unit.
     A length that follows from others is computed, so no number of the standard stands twice. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- What the standard leaves open or allows, as attributes of the document's <settings>; this is their default.
         pitch    A | B              reading of 22 lines: their boxes fill 225 mm (G-14), or first and last character do (G-16)
         size     16 | 15.75         三号 in points (G-17)
         spacing  auto | -10 … 10    percent by which the line pitch changes; auto: as little as brings a signature that would begin a new
                                     page to its text, 0 when nothing does (7.3.5.5; G-49)
         margins  same | mirrored    mirrored: 26 mm left and 28 mm right on even pages (G-01)
         sides    2 | 1              2: the 版记 stands on an even page (G-56)
         head     red | printed      printed: paper with the red head on it already; all that is red there is left out
         draft    no | yes           yes: where a seal's picture is missing, a dashed ring of its true size (G-43) -->
  <xsl:variable name="settings" select="/document/settings"/>
  <xsl:variable name="reading-b" select="$settings/@pitch = 'B'"/>
  <xsl:variable name="mirrored" select="$settings/@margins = 'mirrored'"/>
  <xsl:variable name="printed-head" select="$settings/@head = 'printed'"/>
  <xsl:variable name="draft" select="$settings/@draft = 'yes'"/>
  <xsl:variable name="spacing-given" select="$settings/@spacing[not(. = 'auto')]"/>
  <!-- the document's variants (page.variants) are named by their percents: -5 of its lines, rows-5 of its tables' -->
  <xsl:variable name="variant-rows" select="/document/@variant[starts-with(., 'rows')]"/>
  <xsl:variable name="spacing" select="sum($spacing-given | /document/@variant[not($spacing-given or $variant-rows)])"/>
  <xsl:variable name="row-spacing"><xsl:choose>
    <xsl:when test="$variant-rows"><xsl:value-of select="$spacing + substring-after($variant-rows, 'rows')"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="$spacing"/></xsl:otherwise>
  </xsl:choose></xsl:variable>
  <xsl:variable name="spacing-most" select="10"/>

  <!-- a number of millimetres as a length: format-number($x, $mm) -->
  <xsl:variable name="mm" select="'0.#########mm'"/>

  <!-- Sheet and type area (5.1, 5.2.1; G-01) -->
  <xsl:variable name="mm.page-width" select="210"/>
  <xsl:variable name="mm.page-height" select="297"/>
  <xsl:variable name="mm.top" select="37"/>
  <xsl:variable name="mm.left" select="28"/>
  <xsl:variable name="mm.measure" select="156"/>
  <xsl:variable name="mm.depth" select="225"/>
  <xsl:variable name="mm.right" select="$mm.page-width - $mm.left - $mm.measure"/>
  <xsl:variable name="mm.bottom" select="$mm.page-height - $mm.top - $mm.depth"/>

  <xsl:variable name="page-width" select="concat($mm.page-width, 'mm')"/>
  <xsl:variable name="page-height" select="concat($mm.page-height, 'mm')"/>
  <xsl:variable name="top" select="concat($mm.top, 'mm')"/>
  <xsl:variable name="left" select="concat($mm.left, 'mm')"/>
  <xsl:variable name="right" select="concat($mm.right, 'mm')"/>
  <xsl:variable name="left-verso" select="concat($mm.left * not($mirrored) + $mm.right * $mirrored, 'mm')"/>
  <xsl:variable name="right-verso" select="concat($mm.right * not($mirrored) + $mm.left * $mirrored, 'mm')"/>
  <xsl:variable name="bottom" select="concat($mm.bottom, 'mm')"/>
  <xsl:variable name="measure" select="concat($mm.measure, 'mm')"/>

  <!-- Sizes of type in 号 (Z-67); 三号 is the body's (5.2.2; G-03, G-17) -->
  <xsl:variable name="mm.pt" select="25.4 div 72"/>
  <xsl:variable name="pt.2" select="22"/>
  <xsl:variable name="pt.3" select="16 - 0.25 * ($settings/@size = '15.75')"/>
  <xsl:variable name="pt.4" select="14"/>
  <xsl:variable name="size-2" select="concat($pt.2, 'pt')"/>
  <xsl:variable name="size-3" select="concat($pt.3, 'pt')"/>
  <xsl:variable name="size-4" select="concat($pt.4, 'pt')"/>
  <xsl:variable name="size-small-4" select="'12pt'"/>
  <xsl:variable name="size-5" select="'10.5pt'"/>

  <!-- The grid: 22 lines of 28 characters fill the type area (5.2.3; G-10 … G-14). Lengths are cut, never rounded up, so that
       the 28th character and the 22nd line always fit. -->
  <xsl:variable name="characters" select="28"/>
  <xsl:variable name="lines" select="22"/>
  <xsl:variable name="mm.character" select="floor($mm.measure div $characters * 1000000000) div 1000000000"/>
  <!-- the pitch as it is without @spacing: empty lines are counted in it (G-18) -->
  <xsl:variable name="mm.grid-line" select="($mm.depth div $lines) * not($reading-b) + 15 div 8 * $mm.character * $reading-b"/>
  <xsl:variable name="mm.line" select="floor($mm.grid-line * (100 + $spacing) div 100 * 1000000000) div 1000000000"/>
  <!-- Reading B: the boxes of the first and the last line reach beyond the type area by half of what is between lines -->
  <xsl:variable name="mm.overhang" select="(15 div 8 - 1) div 2 * $mm.character * $reading-b"/>
  <xsl:variable name="mm.body-top" select="$mm.top - $mm.overhang"/>
  <xsl:variable name="body-top" select="format-number($mm.body-top, $mm)"/>
  <xsl:variable name="body-bottom" select="format-number($mm.bottom - $mm.overhang, $mm)"/>
  <xsl:variable name="overhang" select="format-number($mm.overhang, $mm)"/>
  <xsl:variable name="mm.em" select="$pt.3 * $mm.pt"/>
  <xsl:variable name="mm.half-leading" select="($mm.line - $mm.em) div 2"/>
  <!-- 28 characters have 27 gaps: type wider than its place on the grid is set that much tighter (G-12) -->
  <xsl:variable name="tracking" select="format-number(
      floor(($mm.measure div $mm.pt - $characters * $pt.3) div ($characters - 1) * 1000000) div 1000000, '0.000000pt')"/>

  <xsl:variable name="line" select="format-number($mm.line, $mm)"/>
  <xsl:variable name="line-2" select="format-number(2 * $mm.line, $mm)"/>
  <xsl:variable name="character" select="format-number($mm.character, $mm)"/>
  <xsl:variable name="character-2" select="format-number(2 * $mm.character, $mm)"/>

  <!-- 版头 (7.2) -->
  <xsl:variable name="mm.mark-top" select="35"/>                    <!-- from the type area's upper edge (7.2.4; G-21) -->
  <xsl:variable name="mm.mark-height" select="22"/>                 <!-- characters at the most 22 mm high and … -->
  <xsl:variable name="mm.mark-width" select="15"/>                  <!-- … 15 wide: the 1999 edition; 2012 leaves it open (G-23) -->
  <xsl:variable name="mm.mark-height-least" select="10"/>           <!-- long names: first smaller, from here on narrower -->
  <xsl:variable name="mark-ink" select="0.03"/>                     <!-- 小标宋: from the em box's upper edge to the ink, in em -->
  <!-- joint issue: the names one below the other, 文件 at their right (7.2.4; G-21a); no figures in the standard -->
  <xsl:variable name="mm.joint-height" select="70"/>                <!-- of all names … -->
  <xsl:variable name="mm.joint-name-least" select="8"/>             <!-- … or more, so that a name is not smaller, … -->
  <xsl:variable name="mm.joint-height-most" select="90"/>           <!-- … but not more than this: page 1 shows text -->
  <xsl:variable name="mm.joint-name" select="16"/>                  <!-- size of a name at the most -->
  <xsl:variable name="joint-line" select="1.25"/>                   <!-- from name to name, in sizes -->
  <xsl:variable name="joint-suffix" select="0.55"/>                 <!-- size of 文件, of the height of all names -->
  <xsl:variable name="mm.joint-gap" select="6"/>
  <xsl:variable name="signers-a-line" select="2"/>                  <!-- 7.2.6; G-20a -->
  <xsl:variable name="mark-lines-below" select="2"/>                <!-- 发文字号 two empty lines below (7.2.5; G-25) -->
  <xsl:variable name="mm.head-rule-gap" select="4"/>                <!-- red rule 4 mm below the 发文字号 (7.2.7; G-27) -->
  <xsl:variable name="mm.head-rule" select="0.5"/>                  <!-- no figure in the standard (G-29) -->
  <xsl:variable name="head-rule-space" select="format-number($mm.head-rule-gap - $mm.half-leading, $mm)"/>
  <xsl:variable name="head-rule" select="concat($mm.head-rule, 'mm')"/>
  <xsl:variable name="red" select="'#FF0000'"/>                     <!-- G-23 -->

  <!-- 主体 (7.3) -->
  <xsl:variable name="text-lines-on-page-1" select="2"/>            <!-- page 1 shows text (7.3.3; G-34): at least so many lines -->
  <xsl:variable name="title-lines-above" select="2"/>               <!-- title two empty lines below the red rule (7.3.1; G-30) -->
  <xsl:variable name="mm.title-half-leading" select="($mm.line - $pt.2 * $mm.pt) div 2"/>
  <xsl:variable name="signature-lines" select="2"/>                 <!-- lines of text on the page of the signature (7.3.5.5; G-49) -->
  <xsl:variable name="date-characters-right" select="4"/>           <!-- 成文日期 with seal (7.3.5.1; G-40) -->
  <xsl:variable name="plain-characters-right" select="2"/>          <!-- without seal (7.3.5.2; G-48) -->
  <!-- Diameters of seals: State Council, provinces and ministries, prefectures and counties, townships (国发〔1999〕25号; G-43) -->
  <xsl:variable name="mm.seal-state" select="60"/>
  <xsl:variable name="mm.seal-province" select="50"/>
  <xsl:variable name="mm.seal-city" select="45"/>
  <xsl:variable name="mm.seal-town" select="42"/>
  <xsl:variable name="seal" select="concat($mm.seal-city, 'mm')"/>
  <!-- How close to the limit the names may come that lie below a seal's centre, in lines (G-46a) -->
  <xsl:variable name="seal-margin" select="0.05"/>
  <xsl:variable name="mm.seal-gap" select="1"/>                     <!-- seals do not touch (7.3.5.1; G-47) -->
  <xsl:variable name="mm.seal-side-gap" select="2"/>                <!-- beside one another -->
  <xsl:variable name="mm.seal-inside" select="1.5"/>                <!-- a condensed name ends so far inside its seal … -->
  <xsl:variable name="name-narrowest" select="0.7"/>                <!-- … and is condensed to so much of its width to save a row -->
  <xsl:variable name="seals-a-row" select="3"/>                     <!-- G-47 -->
  <!-- 签名章 (7.3.5.3; G-48a): two empty lines below the text, four characters from the right, the title two characters to its left,
       the date one empty line below. The stamp's size has no figure in the standard. -->
  <xsl:variable name="stamp-lines-above" select="2"/>
  <xsl:variable name="stamp-characters-right" select="4"/>
  <xsl:variable name="stamp-title-gap" select="2"/>
  <xsl:variable name="mm.stamp-width" select="36"/>
  <xsl:variable name="mm.stamp-height" select="18"/>
  <xsl:variable name="pt.draft-ring" select="0.5"/>

  <!-- 版记 (7.4): on the last page, an even one when printed on both sides (7.5; G-56) -->
  <xsl:variable name="record-side"><xsl:choose>
    <xsl:when test="$settings/@sides = '1'">any</xsl:when>
    <xsl:otherwise>even</xsl:otherwise>
  </xsl:choose></xsl:variable>
  <xsl:variable name="record-rule-thick" select="'0.35mm'"/>        <!-- first and last separator (7.4.1; G-51) -->
  <xsl:variable name="record-rule-thin" select="'0.25mm'"/>         <!-- between -->
  <xsl:variable name="record-line" select="'22pt'"/>                <!-- pitch of its 四号 lines: none in the standard -->

  <!-- Page number (7.5): the dashes 7 mm below the type area, one character from the outer edge (G-61 … G-63).
       The dash is in the middle of the line, so the line begins half its height higher. -->
  <xsl:variable name="mm.number-below" select="7"/>
  <xsl:variable name="number-space" select="format-number($mm.number-below - $pt.4 * $mm.pt div 2, $mm)"/>

  <!-- 信函 (10.1; G-80 … G-87): marks are measured from the page's edges, the rules are wider than the type area -->
  <xsl:variable name="mm.letter-mark-top" select="30"/>             <!-- G-80 -->
  <xsl:variable name="mm.letter-rule-gap" select="4"/>              <!-- G-81 -->
  <xsl:variable name="mm.letter-rule-bottom" select="20"/>          <!-- G-81, from the page's lower edge -->
  <xsl:variable name="mm.letter-rule-width" select="170"/>          <!-- G-81 -->
  <xsl:variable name="letter-rule-width" select="concat($mm.letter-rule-width, 'mm')"/>
  <xsl:variable name="mm.letter-rule-left" select="($mm.page-width - $mm.letter-rule-width) div 2"/>
  <xsl:variable name="letter-rule-left" select="concat($mm.letter-rule-left, 'mm')"/>
  <xsl:variable name="pt.letter-rule-thick" select="2"/>            <!-- no figures in the standard (G-87) -->
  <xsl:variable name="pt.letter-rule-thin" select="0.75"/>
  <xsl:variable name="letter-rule-thick" select="concat($pt.letter-rule-thick, 'pt')"/>
  <xsl:variable name="letter-rule-thin" select="concat($pt.letter-rule-thin, 'pt')"/>
  <xsl:variable name="mm.letter-rule-height" select="($pt.letter-rule-thick + 2 * $pt.letter-rule-thin) * $mm.pt"/>
  <xsl:variable name="mm.letter-text-gap" select="7 div 8 * $mm.em"/> <!-- 7/8 of a 三号 height between rule and text (G-82, G-84) -->
  <!-- a short mark fits the wide rules; 信函 sets it smaller than a red head's -->
  <xsl:variable name="mm.letter-mark-height" select="16"/>

  <!-- 命令（令） (10.2; G-90) -->
  <xsl:variable name="mm.order-mark-top" select="20"/>              <!-- from the type area's upper edge -->
  <xsl:variable name="order-lines" select="2"/>                     <!-- above the 令号, and above the text -->

  <!-- 简报 (no standard; B-01 … B-03) -->
  <xsl:variable name="mm.brief-mark-top" select="25"/>
  <xsl:variable name="mm.brief-rule" select="0.75"/>                <!-- B-01: 0.5 … 1 mm -->
  <xsl:variable name="brief-rule" select="concat($mm.brief-rule, 'mm')"/>

  <!-- Tables: 五号 type; the standard says nothing of lines in tables. With the document's lines its tables' become closer (@spacing), or
       they alone (the variants of page.xsl), and what is only room in them, twice as much. -->
  <xsl:variable name="closer" select="(100 + $row-spacing) div 100"/>
  <xsl:variable name="closer-room" select="(100 + 2 * $row-spacing) div 100"/>
  <xsl:variable name="table-line" select="concat(15 * $closer, 'pt')"/>
  <xsl:variable name="table-line-wide" select="concat(21 * $closer, 'pt')"/>
  <!-- The last of several pages: of a form, filled by less than this, it is saved by closer rows where they do; of a table so many rows
       stand on it at the least -->
  <xsl:variable name="last-page-least" select="'60%'"/>
  <xsl:variable name="last-rows" select="3"/>
  <!-- two rows of one group (of a target, a department) go to the next page together: a strength, not "always". Larger groups may
       break, or pages would end half empty. -->
  <xsl:variable name="keep-group" select="3"/>
  <xsl:variable name="table-rule" select="'0.5pt'"/>
  <xsl:variable name="table-frame" select="'1pt'"/>
  <xsl:variable name="table-padding" select="concat(1 * $closer-room, 'mm')"/>
  <xsl:variable name="table-padding-wide" select="'2mm'"/>

  <!-- Room for a hand-written signature, and a seal beside it -->
  <xsl:variable name="hand-room" select="'14mm'"/>
  <xsl:variable name="form-columns" select="'38 118'"/>             <!-- head and value, of the measure -->
  <xsl:variable name="form-row" select="concat(14 * $closer-room, 'mm')"/>
  <xsl:variable name="form-row-high" select="concat(26 * $closer-room, 'mm')"/>

</xsl:stylesheet>
