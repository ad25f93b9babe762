<?xml version="1.0" encoding="UTF-8"?>
<!-- The looks: attribute sets only (those of tables, signature blocks and forms: styles-table.xsl). A kind of document writes
       <fo:block xsl:use-attribute-sets="paragraph">…</fo:block>
     and no property of its own.

     Every text line is one line of the grid high whatever its type (line-stacking-strategy="font-height"), and spaces are whole
     lines, so body lines stay on the 22-line grid (G-14, G-19). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- 3号 仿宋, black, 22 × 28 (5.2.2 … 5.2.4; G-03, G-10, G-11). Full pages come before widows (Z-64). -->
  <xsl:attribute-set name="root">
    <xsl:attribute name="xml:lang">zh-CN</xsl:attribute>
    <xsl:attribute name="font-family">仿宋</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-3"/></xsl:attribute>
    <xsl:attribute name="letter-spacing"><xsl:value-of select="$tracking"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$line"/></xsl:attribute>
    <xsl:attribute name="line-stacking-strategy">font-height</xsl:attribute>
    <xsl:attribute name="text-align">justify</xsl:attribute>
    <!-- a line that is short of half a character shows it less between all its characters than around its numbers (Z-53) -->
    <xsl:attribute name="gw:text-autospace-width.maximum" namespace="urn:gongwen:fo">37.5%</xsl:attribute>
    <xsl:attribute name="orphans">1</xsl:attribute>
    <xsl:attribute name="widows">1</xsl:attribute>
  </xsl:attribute-set>

  <!-- ==== faces and sizes, to build on ==== -->

  <xsl:attribute-set name="hei"><xsl:attribute name="font-family">黑体</xsl:attribute></xsl:attribute-set>
  <xsl:attribute-set name="kai"><xsl:attribute name="font-family">楷体</xsl:attribute></xsl:attribute-set>

  <!-- type of another size than the grid's keeps its own widths -->
  <xsl:attribute-set name="own-width"><xsl:attribute name="letter-spacing">0pt</xsl:attribute></xsl:attribute-set>

  <!-- a rule, an anchor: a block that takes no room of its own -->
  <xsl:attribute-set name="no-height">
    <xsl:attribute name="font-size">0pt</xsl:attribute>
    <xsl:attribute name="line-height">0pt</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="red">
    <xsl:attribute name="color"><xsl:value-of select="$red"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="line-above">
    <xsl:attribute name="space-before"><xsl:value-of select="$line"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="with-next">
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- never alone on its page: two lines of the text come along (7.3.5.5; G-49) -->
  <xsl:attribute-set name="with-text">
    <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
    <xsl:attribute name="gw:lines-before" namespace="urn:gongwen:fo"><xsl:value-of select="$signature-lines"/></xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="with-previous">
    <xsl:attribute name="keep-with-previous.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="together">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- one of two things at the ends of a line: each is read by itself -->
  <xsl:attribute-set name="side"><xsl:attribute name="role">P</xsl:attribute></xsl:attribute-set>
  <!-- what stands on one line -->
  <xsl:attribute-set name="one-line"><xsl:attribute name="keep-together.within-line">always</xsl:attribute></xsl:attribute-set>

  <!-- ==== 版头 (7.2) ==== -->

  <!-- 份号, 密级, 紧急程度: one below the other, flush left (7.2.1 … 7.2.3; G-20) -->
  <xsl:attribute-set name="label">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- 发文机关标志: red 小标宋, centred, one line condensed to the measure (7.2.4; G-22, G-23) -->
  <xsl:attribute-set name="mark" use-attribute-sets="red own-width">
    <xsl:attribute name="font-family">小标宋</xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="gw:text-fit" namespace="urn:gongwen:fo">condense</xsl:attribute>
  </xsl:attribute-set>

  <!-- two empty lines below it (7.2.5; G-25) -->
  <xsl:attribute-set name="mark-space">
    <xsl:attribute name="space-after"><xsl:value-of select="$line-2"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- 发文字号: centred (7.2.5; G-24); the red rule 4 mm below its characters (G-27) -->
  <xsl:attribute-set name="number-space">
    <xsl:attribute name="space-after"><xsl:value-of select="$head-rule-space"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="number" use-attribute-sets="number-space">
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- red separator (7.2.7; G-26 … G-29) -->
  <xsl:attribute-set name="head-rule" use-attribute-sets="no-height">
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-color"><xsl:value-of select="$red"/></xsl:attribute>
    <xsl:attribute name="border-before-width"><xsl:value-of select="$head-rule"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- ==== 主体 (7.3) ==== -->

  <!-- 2号 小标宋, centred (7.3.1; G-31). One grid line a line: 22 pt on 29. Several lines end at words and form a
       trapezium or rhomb. -->
  <xsl:attribute-set name="title" use-attribute-sets="own-width with-next">
    <xsl:attribute name="font-family">小标宋</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-2"/></xsl:attribute>
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="gw:text-shape" namespace="urn:gongwen:fo">auto</xsl:attribute>
    <xsl:attribute name="role">H1</xsl:attribute>
  </xsl:attribute-set>

  <!-- 主送机关: flush left with its turn-overs, one empty line below the title (7.3.2; G-32, G-33) -->
  <xsl:attribute-set name="addressee" use-attribute-sets="line-above">
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- two characters in, turn-overs flush left (7.3.3; G-35, G-36) -->
  <xsl:attribute-set name="paragraph">
    <xsl:attribute name="text-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- 一、 黑体; （一） 楷体; 1. （1） 仿宋 (7.3.3; G-37); never the last line of a page (Z-65) -->
  <xsl:attribute-set name="heading" use-attribute-sets="with-next">
    <xsl:attribute name="text-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="heading-1" use-attribute-sets="heading hei">
    <xsl:attribute name="role">H2</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="heading-2" use-attribute-sets="heading kai">
    <xsl:attribute name="role">H3</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="heading-3" use-attribute-sets="heading">
    <xsl:attribute name="role">H4</xsl:attribute>
  </xsl:attribute-set>

  <!-- 附件说明: one empty line below the body, two characters in; its list aligns names with names (7.3.4; G-38) -->
  <xsl:attribute-set name="attachment-notes" use-attribute-sets="with-text line-above"/>
  <xsl:attribute-set name="attachment-note">
    <xsl:attribute name="provisional-label-separation">0%</xsl:attribute>
    <xsl:attribute name="start-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>

  <!-- a seal's picture, alone in its container -->
  <xsl:attribute-set name="picture" use-attribute-sets="no-height">
    <xsl:attribute name="line-stacking-strategy">max-height</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="draft-words" use-attribute-sets="red">
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="role">artifact</xsl:attribute>
  </xsl:attribute-set>

  <!-- 出席, 请假, 列席 of 纪要: two characters in, names aligned (10.3; G-95) -->
  <xsl:attribute-set name="attendance">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- 按语: 楷体, two characters in on both sides (B-02) -->
  <xsl:attribute-set name="editor-note" use-attribute-sets="kai">
    <xsl:attribute name="start-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="text-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- 本期目录 (B-02) -->
  <xsl:attribute-set name="contents-title" use-attribute-sets="hei with-next">
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="contents-entry" use-attribute-sets="kai">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="start-indent"><xsl:value-of select="$character-2"/></xsl:attribute>
    <xsl:attribute name="role">TOCI</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="article-title" use-attribute-sets="title line-above">
    <xsl:attribute name="space-after"><xsl:value-of select="$line"/></xsl:attribute>
    <xsl:attribute name="role">H2</xsl:attribute>
  </xsl:attribute-set>

  <!-- 附注: two characters in, in （ ） (7.3.6; G-71) -->
  <xsl:attribute-set name="note" use-attribute-sets="paragraph"/>

  <!-- 附件: a new page; word and number in 黑体 on line 1, title on line 3 (7.3.7; G-70) -->
  <xsl:attribute-set name="attachment" use-attribute-sets="hei with-next">
    <xsl:attribute name="break-before">page</xsl:attribute>
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="attachment-title" use-attribute-sets="title line-above">
    <xsl:attribute name="space-after"><xsl:value-of select="$line"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- ==== 版记 and page number (7.4, 7.5) ==== -->

  <xsl:attribute-set name="record" use-attribute-sets="own-width">
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$record-line"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- the last separator on the edge of the type area, also when the body reaches beyond it (7.4.1; G-16, G-52) -->
  <xsl:attribute-set name="record-foot">
    <xsl:attribute name="padding-after"><xsl:value-of select="$overhang"/></xsl:attribute>
    <xsl:attribute name="padding-after.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>

  <!-- separators as wide as the type area: thick first and last, thin between (7.4.1; G-50 … G-52) -->
  <xsl:attribute-set name="record-frame" use-attribute-sets="record together">
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-width"><xsl:value-of select="$record-rule-thick"/></xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width"><xsl:value-of select="$record-rule-thick"/></xsl:attribute>
    <xsl:attribute name="role">Div</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="record-separator">
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-width"><xsl:value-of select="$record-rule-thin"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- 抄送 and the like: one character in on both sides (7.4.2; G-53) -->
  <xsl:attribute-set name="record-list">
    <xsl:attribute name="end-indent"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <xsl:attribute-set name="record-right">
    <xsl:attribute name="text-align">end</xsl:attribute>
  </xsl:attribute-set>

  <!-- 印发机关 left, date right on one line, each one character in (7.4.3; G-54) -->
  <xsl:attribute-set name="record-sides">
    <xsl:attribute name="start-indent"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- — 1 — in 4号 half-width 宋体 (7.5; G-60 … G-64) -->
  <xsl:attribute-set name="page-number" use-attribute-sets="own-width">
    <xsl:attribute name="font-family">宋体</xsl:attribute>
    <xsl:attribute name="font-size"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="line-height"><xsl:value-of select="$size-4"/></xsl:attribute>
    <xsl:attribute name="space-before"><xsl:value-of select="$number-space"/></xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="gw:text-autospace" namespace="urn:gongwen:fo">no-autospace</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="page-number-recto" use-attribute-sets="page-number">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$size-4"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="page-number-verso" use-attribute-sets="page-number">
    <xsl:attribute name="text-align">start</xsl:attribute>
    <xsl:attribute name="start-indent"><xsl:value-of select="$size-4"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- ==== 信函 (10.1) ==== -->

  <!-- thick above thin (upper pair), thin above thick (lower pair); border-…-width of one block each (G-81, G-87) -->
  <xsl:attribute-set name="letter-rule" use-attribute-sets="no-height">
    <xsl:attribute name="border-before-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-before-color"><xsl:value-of select="$red"/></xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$red"/></xsl:attribute>
    <xsl:attribute name="padding-before"><xsl:value-of select="$letter-rule-thin"/></xsl:attribute>
    <xsl:attribute name="padding-before.conditionality">retain</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="letter-rule-upper" use-attribute-sets="letter-rule">
    <xsl:attribute name="border-before-width"><xsl:value-of select="$letter-rule-thick"/></xsl:attribute>
    <xsl:attribute name="border-after-width"><xsl:value-of select="$letter-rule-thin"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="letter-rule-lower" use-attribute-sets="letter-rule">
    <xsl:attribute name="border-before-width"><xsl:value-of select="$letter-rule-thin"/></xsl:attribute>
    <xsl:attribute name="border-after-width"><xsl:value-of select="$letter-rule-thick"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- 发文字号 flush right (G-82) -->
  <xsl:attribute-set name="letter-number">
    <xsl:attribute name="text-align">end</xsl:attribute>
    <xsl:attribute name="space-before.conditionality">retain</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>

  <!-- ==== 简报 (B-01 … B-03) ==== -->

  <xsl:attribute-set name="issue-number">
    <xsl:attribute name="text-align">center</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- 密级 left, 编号 right on line 1 -->
  <xsl:attribute-set name="issue-sides">
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
    <xsl:attribute name="role">P</xsl:attribute>
  </xsl:attribute-set>
  <!-- 编发机关 left, date right, each one character in -->
  <xsl:attribute-set name="issue-line" use-attribute-sets="issue-number">
    <xsl:attribute name="start-indent"><xsl:value-of select="$character"/></xsl:attribute>
    <xsl:attribute name="end-indent"><xsl:value-of select="$character"/></xsl:attribute>
    <xsl:attribute name="text-align-last">justify</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="brief-rule" use-attribute-sets="head-rule">
    <xsl:attribute name="border-before-width"><xsl:value-of select="$brief-rule"/></xsl:attribute>
  </xsl:attribute-set>

</xsl:stylesheet>
