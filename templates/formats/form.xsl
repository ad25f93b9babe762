<?xml version="1.0" encoding="UTF-8"?>
<!-- Ruled forms of one page (送达回证 and the like; B-04): name of the office, title, number, one table; no red head, no page number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="document.xsl"/>

  <xsl:template name="page.furniture"/>
  <xsl:template name="page.variants"><xsl:call-template name="page.variants-of-form"/></xsl:template>

  <xsl:template match="document" mode="head">
    <fo:block xsl:use-attribute-sets="form-office" gw:place="{@place}"><xsl:value-of select="issuer"/></fo:block>
  </xsl:template>

  <xsl:template match="document" mode="main-recipients">
    <fo:block xsl:use-attribute-sets="form-number" gw:place="{@place}"><xsl:value-of select="document-number"/></fo:block>
  </xsl:template>

  <!-- an author's form: <form> of <row head="" [sign="yes" [date=""]]>value</row>, then <left> and <right> below the table -->
  <xsl:template match="form">
    <fo:table xsl:use-attribute-sets="table-wide" gw:place="{@place}">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="$form-columns"/></xsl:call-template>
      <fo:table-body><xsl:apply-templates select="row"/></fo:table-body>
    </fo:table>
    <xsl:if test="left | right">
      <fo:block xsl:use-attribute-sets="form-foot">
        <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="normalize-space(left)"/></fo:inline>
        <fo:leader/>
        <fo:inline xsl:use-attribute-sets="side"><xsl:value-of select="normalize-space(right)"/>　　　　　　　　</fo:inline>
      </fo:block>
    </xsl:if>
  </xsl:template>
  <xsl:template match="form/row">
    <xsl:choose>
      <xsl:when test="@sign = 'yes'">
        <xsl:call-template name="form.row-to-sign">
          <xsl:with-param name="head" select="@head"/>
          <xsl:with-param name="value" select="normalize-space()"/>
          <xsl:with-param name="date" select="@date"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="form.row">
          <xsl:with-param name="head" select="@head"/>
          <xsl:with-param name="value" select="normalize-space()"/>
          <xsl:with-param name="place" select="@place"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- a head of one line or, parted by |, several: the characters of each are spread over the column (Z-56) -->
  <xsl:template name="form.head">
    <xsl:param name="words"/>
    <fo:block xsl:use-attribute-sets="spread" role="P"><xsl:value-of select="substring-before(concat($words, '|'), '|')"/></fo:block>
    <xsl:if test="contains($words, '|')">
      <xsl:call-template name="form.head"><xsl:with-param name="words" select="substring-after($words, '|')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- a row of the form: head and value -->
  <xsl:template name="form.row">
    <xsl:param name="head"/>
    <xsl:param name="value"/>
    <xsl:param name="place"/>
    <fo:table-row xsl:use-attribute-sets="form-row">
      <fo:table-cell xsl:use-attribute-sets="form-head" role="TH">
        <xsl:call-template name="form.head"><xsl:with-param name="words" select="$head"/></xsl:call-template>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="form-cell">
        <fo:block xsl:use-attribute-sets="cell-text">
          <xsl:if test="string($place)"><xsl:attribute name="gw:place"><xsl:value-of select="$place"/></xsl:attribute></xsl:if>
          <xsl:value-of select="$value"/>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- a row of paragraphs, numbered when they are demands of several; without any, a high row for the hand. It may run on. -->
  <xsl:template name="form.row-of-paragraphs">
    <xsl:param name="head"/>
    <xsl:param name="paragraphs"/>
    <fo:table-row xsl:use-attribute-sets="form-row-high" keep-together.within-page="auto">
      <fo:table-cell xsl:use-attribute-sets="form-head" role="TH" gw:repeat-at-break="true">
        <xsl:call-template name="form.head"><xsl:with-param name="words" select="$head"/></xsl:call-template>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="form-cell" orphans="2" widows="2">
        <xsl:for-each select="$paragraphs">
          <xsl:variable name="numbered" select="self::demand and last() &gt; 1"/>
          <xsl:variable name="n" select="position()"/>
          <xsl:for-each select="self::p | p">
            <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}">
              <xsl:if test="$numbered and position() = 1"><xsl:value-of select="$n"/>.</xsl:if>
              <xsl:value-of select="."/>
            </fo:block>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:if test="not($paragraphs)"><fo:block/></xsl:if>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

  <!-- a row to be filled in by hand: words, and a line for the date at the right -->
  <xsl:template name="form.row-to-sign">
    <xsl:param name="head"/>
    <xsl:param name="value"/>
    <xsl:param name="date"/>
    <fo:table-row xsl:use-attribute-sets="form-row-high with-previous">
      <fo:table-cell xsl:use-attribute-sets="form-head" role="TH">
        <xsl:call-template name="form.head"><xsl:with-param name="words" select="$head"/></xsl:call-template>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="form-cell form-cell-to-sign">
        <fo:block xsl:use-attribute-sets="cell-text"><xsl:value-of select="$value"/></fo:block>
        <fo:block xsl:use-attribute-sets="form-line">
          <xsl:choose>
            <xsl:when test="string($date)">
              <xsl:call-template name="text.date"><xsl:with-param name="date" select="$date"/></xsl:call-template>
            </xsl:when>
            <xsl:otherwise>年　　月　　日</xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:table-cell>
    </fo:table-row>
  </xsl:template>

</xsl:stylesheet>
