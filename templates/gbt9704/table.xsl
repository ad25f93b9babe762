<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: looks are attribute sets in styles-table.xsl (table, row, cell …); here is what every table writes again and again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <!-- An author's table: widths="1 3 2", an optional title above, <head> and <row> of <cell align="" columns="" rows="">. The head
       repeats on every page. -->
  <xsl:template match="table">
    <xsl:if test="not(string(@widths))">
      <xsl:message terminate="yes">a table needs widths="…", a number for each column<xsl:if test="@place"> (<xsl:value-of select="@place"/>)</xsl:if></xsl:message>
    </xsl:if>
    <xsl:if test="string(title)">
      <fo:block xsl:use-attribute-sets="table-title" gw:place="{@place}"><xsl:value-of select="normalize-space(title)"/></fo:block>
    </xsl:if>
    <fo:table xsl:use-attribute-sets="table-wide" gw:place="{@place}">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="@widths"/></xsl:call-template>
      <xsl:if test="head"><fo:table-header><xsl:apply-templates select="head"/></fo:table-header></xsl:if>
      <fo:table-body><xsl:apply-templates select="row"/></fo:table-body>
    </fo:table>
  </xsl:template>
  <xsl:template match="table/head | table/row">
    <fo:table-row xsl:use-attribute-sets="row"><xsl:apply-templates select="cell"/></fo:table-row>
  </xsl:template>
  <xsl:template match="cell">
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:call-template name="table.span"/>
      <xsl:if test="@align"><xsl:attribute name="text-align"><xsl:value-of select="@align"/></xsl:attribute></xsl:if>
      <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
        <xsl:value-of select="normalize-space()"/>
        <!-- what is filled in by hand has a line's room -->
        <xsl:if test="not(normalize-space())"><fo:leader leader-length="0pt"/></xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>
  <xsl:template match="head/cell">
    <fo:table-cell xsl:use-attribute-sets="cell-head" role="TH">
      <xsl:call-template name="table.span"/>
      <fo:block gw:place="{@place}"><xsl:value-of select="normalize-space()"/></fo:block>
    </fo:table-cell>
  </xsl:template>
  <!-- At the ends of a line above or below a table. Where there is no room for both the right end has a line of its own: a leader stands
       on either side of the place where the line breaks. -->
  <xsl:template name="table.sides">
    <xsl:param name="left"/>
    <xsl:param name="right"/>
    <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="$left"/></fo:inline>
    <fo:leader/>
    <fo:inline xsl:use-attribute-sets="side one-line"><fo:leader/><xsl:value-of select="$right"/></fo:inline>
  </xsl:template>

  <xsl:template name="table.span">
    <xsl:if test="@columns"><xsl:attribute name="number-columns-spanned"><xsl:value-of select="@columns"/></xsl:attribute></xsl:if>
    <xsl:if test="@rows"><xsl:attribute name="number-rows-spanned"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
  </xsl:template>

  <!-- columns in proportion: widths="1 3 3" -->
  <xsl:template name="table.columns">
    <xsl:param name="widths"/>
    <xsl:variable name="rest" select="concat(normalize-space($widths), ' ')"/>
    <fo:table-column column-width="proportional-column-width({substring-before($rest, ' ')})"/>
    <xsl:if test="substring-after($rest, ' ')">
      <xsl:call-template name="table.columns">
        <xsl:with-param name="widths" select="substring-after($rest, ' ')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- head cells: names="序号|目标|指标" -->
  <xsl:template name="table.heads">
    <xsl:param name="names"/>
    <xsl:variable name="rest" select="concat($names, '|')"/>
    <fo:table-cell xsl:use-attribute-sets="cell-head" role="TH">
      <fo:block><xsl:value-of select="substring-before($rest, '|')"/></fo:block>
    </fo:table-cell>
    <xsl:if test="contains($names, '|')">
      <xsl:call-template name="table.heads">
        <xsl:with-param name="names" select="substring-after($names, '|')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- the head of what stands beside it -->
  <xsl:template name="table.row-head">
    <xsl:param name="text"/>
    <fo:table-cell xsl:use-attribute-sets="cell-centred" role="TH"><fo:block><xsl:value-of select="$text"/></fo:block></fo:table-cell>
  </xsl:template>

  <!-- of a list of rows, in each: the last ones go to the next page together -->
  <xsl:template name="table.last-rows">
    <xsl:if test="position() &gt; 1 and last() - position() &lt; $last-rows - 1">
      <xsl:attribute name="keep-with-previous.within-page"><xsl:value-of select="$keep-group"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- a cell of a few words; empty text leaves the cell empty -->
  <xsl:template name="table.cell">
    <xsl:param name="text"/>
    <xsl:param name="place" select="@place"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{$place}"><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- the same in the middle: numbers, dates, short words -->
  <xsl:template name="table.cell-centred">
    <xsl:param name="text"/>
    <xsl:param name="place" select="@place"/>
    <fo:table-cell xsl:use-attribute-sets="cell-centred">
      <fo:block gw:place="{$place}"><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- the same for a name or title in a narrow column -->
  <xsl:template name="table.cell-name">
    <xsl:param name="text"/>
    <xsl:param name="place" select="@place"/>
    <fo:table-cell xsl:use-attribute-sets="cell-name">
      <fo:block gw:place="{$place}"><xsl:value-of select="$text"/></fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- in a cell that is repeated (cell-again): only where it goes on -->
  <xsl:template name="table.goes-on"><fo:inline gw:shown-in="repeat">（续）</fo:inline></xsl:template>

  <!-- a list of names, none of them parted: nodes, and a word that may follow the last -->
  <xsl:template name="table.cell-names">
    <xsl:param name="names"/>
    <xsl:param name="after"/>
    <xsl:param name="place" select="@place"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block xsl:use-attribute-sets="cell-text cell-ragged" gw:place="{$place}">
        <xsl:for-each select="$names">
          <fo:inline xsl:use-attribute-sets="unit"><xsl:value-of select="."/><xsl:if test="position() != last()">、</xsl:if></fo:inline>
        </xsl:for-each>
        <xsl:value-of select="$after"/>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- a cell of paragraphs: nodes, a block each -->
  <xsl:template name="table.cell-paragraphs">
    <xsl:param name="paragraphs"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <xsl:for-each select="$paragraphs">
        <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="."/></fo:block>
      </xsl:for-each>
      <xsl:if test="not($paragraphs)"><fo:block/></xsl:if>
    </fo:table-cell>
  </xsl:template>

</xsl:stylesheet>
