<?xml version="1.0" encoding="UTF-8"?>
<!-- 公文: the frame of every kind of document, and complete for a document that is given by its parts.

     A kind imports a format and says what is its own, in these modes of <document> (in the order of the page):
       head            版头                           here: head, when there is a mark
       title           标题                           here: title or @title
       main-recipients 主送机关                       here: main-recipients
       body            正文                           here: body/*; the kind's
       closing         附件说明, 署名与日期, 附注      here: attachment-note, signature, note
       attachments     附件                           here: attachment*; the kind's, if any
       record          版记                           here: record
       outline         bookmarks                      here: sections and attachments; the kind's
       author          the PDF's author               here: the organs of the mark, else issuer
       told-title      the PDF's title                here: @title, @about, the number or the issue
     The envelope's elements: settings? copy-number? secrecy[@term]? urgency? issuer-mark document-number? signer* title?
     main-recipients? body? attachment-note/item? signature? note? attachment* record?; docs/templates.md says what each takes.
     Absent parts leave no trace. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../gbt9704/metrics.xsl"/>
  <xsl:import href="../gbt9704/styles.xsl"/>
  <xsl:import href="../gbt9704/styles-table.xsl"/>
  <xsl:import href="../gbt9704/text.xsl"/>
  <xsl:import href="../gbt9704/page.xsl"/>
  <xsl:import href="../gbt9704/head.xsl"/>
  <xsl:import href="../gbt9704/body.xsl"/>
  <xsl:import href="../gbt9704/signature.xsl"/>
  <xsl:import href="../gbt9704/attachment.xsl"/>
  <xsl:import href="../gbt9704/record.xsl"/>
  <xsl:import href="../gbt9704/table.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/document">
    <xsl:variable name="pages"><xsl:call-template name="page.sequence"/></xsl:variable>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:attribute name="gw:terms"><xsl:call-template name="names"/></xsl:attribute>
      <xsl:call-template name="page.masters"/>
      <fo:declarations>
        <gw:info subject="{@subject}" date="{@date}" kind="{@kind-name}" number="{document-number}" duplex="long-edge">
          <xsl:attribute name="title"><xsl:apply-templates select="." mode="told-title"/></xsl:attribute>
          <xsl:if test="@about"><xsl:attribute name="subject"><xsl:value-of select="concat(@subject, '：', @about)"/></xsl:attribute></xsl:if>
          <xsl:attribute name="author"><xsl:apply-templates select="." mode="author"/></xsl:attribute>
        </gw:info>
        <xsl:call-template name="page.variants"/>
      </fo:declarations>
      <xsl:apply-templates select="." mode="outline"/>
      <fo:page-sequence master-reference="{$pages}">
        <xsl:call-template name="page.furniture"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="." mode="head"/>
          <xsl:apply-templates select="." mode="title"/>
          <xsl:apply-templates select="." mode="main-recipients"/>
          <xsl:apply-templates select="." mode="body"/>
          <xsl:apply-templates select="." mode="closing"/>
          <xsl:apply-templates select="." mode="attachments"/>
          <xsl:if test="not(attachment[@turned = 'yes'])"><xsl:apply-templates select="." mode="record"/></xsl:if>
        </fo:flow>
      </fo:page-sequence>
      <xsl:apply-templates select="attachment[@turned = 'yes']" mode="pages"/>
    </fo:root>
  </xsl:template>

  <!-- The PDF's title tells it from the others of its kind: whom it concerns, the document's number, a periodical's issue. -->
  <xsl:template match="document" mode="told-title">
    <xsl:value-of select="@title"/>
    <xsl:for-each select="(@about | document-number[../@about] | issue)[normalize-space()]">
      <xsl:if test="position() = 1">（</xsl:if>
      <xsl:if test="position() &gt; 1">，</xsl:if>
      <xsl:if test="self::issue and ../@title != ../issuer-mark"><xsl:value-of select="normalize-space(../issuer-mark)"/></xsl:if>
      <xsl:if test="self::document-number and not(contains(., '号'))">编号</xsl:if>
      <xsl:value-of select="normalize-space()"/>
      <xsl:if test="position() = last()">）</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The organs that the PDF names as its author: those of the mark; of a form and the like the one that fills it in. -->
  <xsl:template match="document" mode="author">
    <xsl:variable name="organs" select="issuer-mark[not(organ)]/@organ | issuer-mark/organ"/>
    <xsl:for-each select="$organs | issuer[not($organs)]">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Names that titles, table heads and cells keep whole (G-31): what the author names, and the organs and persons in the data. -->
  <xsl:template name="names">
    <xsl:value-of select="@names"/>
    <xsl:for-each select="issuer | issuer-mark/@organ | issuer-mark/organ | signature/organ | signer | //person | //party | //receiver |
                          //server | //leading-group/@name | //@short-name | //*[@short-name]/@name">
      <xsl:value-of select="concat(' ', normalize-space())"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A turned attachment has pages of its own; what follows it up to the next turned one, or the 版记, again upright ones. -->
  <xsl:template match="attachment" mode="pages">
    <xsl:variable name="next" select="following-sibling::attachment[@turned = 'yes'][1]"/>
    <xsl:variable name="after" select="following-sibling::attachment[not(@turned = 'yes')]
                                       [count(preceding-sibling::attachment[@turned = 'yes'][1] | current()) = 1]"/>
    <fo:page-sequence master-reference="turned">
      <xsl:call-template name="page.numbers"/>
      <fo:flow flow-name="xsl-region-body"><xsl:apply-templates select="."/></fo:flow>
    </fo:page-sequence>
    <xsl:if test="$after or (not($next) and ../record/*)">
      <fo:page-sequence master-reference="pages">
        <xsl:call-template name="page.numbers"/>
        <fo:flow flow-name="xsl-region-body">
          <xsl:apply-templates select="$after"/>
          <xsl:if test="not($next)"><xsl:apply-templates select=".." mode="record"/></xsl:if>
        </fo:flow>
      </fo:page-sequence>
    </xsl:if>
  </xsl:template>

  <xsl:template match="document" mode="head">
    <xsl:if test="issuer-mark"><xsl:call-template name="head"/></xsl:if>
  </xsl:template>
  <xsl:template match="document" mode="head-lines">
    <xsl:if test="issuer-mark"><xsl:call-template name="head.all-lines"/></xsl:if>
    <xsl:if test="not(issuer-mark)">0</xsl:if>
  </xsl:template>
  <xsl:template match="document" mode="title">
    <xsl:call-template name="body.title"/>
  </xsl:template>
  <xsl:template match="document" mode="main-recipients">
    <xsl:variable name="move"><xsl:call-template name="recipients-move"/></xsl:variable>
    <xsl:if test="not($move = 'yes')"><xsl:call-template name="body.main-recipients"/></xsl:if>
    <xsl:if test="not(main-recipients) or $move = 'yes'">
      <fo:block xsl:use-attribute-sets="line-above"/> <!-- the line below the title stays -->
    </xsl:if>
  </xsl:template>
  <xsl:template name="recipients-move">
    <xsl:call-template name="body.recipients-move">
      <xsl:with-param name="head-lines"><xsl:apply-templates select="." mode="head-lines"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="body/*"/>
  </xsl:template>
  <xsl:template match="document" mode="closing">
    <xsl:call-template name="body.attachment-note"/>
    <xsl:call-template name="body.signature"/>
  </xsl:template>
  <!-- up to the first one that is turned -->
  <xsl:template match="document" mode="attachments">
    <xsl:apply-templates select="attachment[not(@turned = 'yes') and not(preceding-sibling::attachment[@turned = 'yes'])]"/>
  </xsl:template>
  <!-- printed on both sides, the 版记 stands on the last, even page (G-56) -->
  <xsl:template match="document" mode="record">
    <xsl:call-template name="record">
      <xsl:with-param name="side" select="$record-side"/>
      <xsl:with-param name="recipients"><xsl:call-template name="recipients-move"/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="document" mode="outline">
    <xsl:if test="body/section | attachment">
      <fo:bookmark-tree>
        <xsl:if test="title">
          <fo:bookmark internal-destination="title">
            <fo:bookmark-title><xsl:value-of select="@title"/></fo:bookmark-title>
            <xsl:apply-templates select="body/section" mode="outline"/>
          </fo:bookmark>
        </xsl:if>
        <xsl:if test="not(title)"><xsl:apply-templates select="body/section" mode="outline"/></xsl:if>
        <xsl:apply-templates select="attachment" mode="outline"/>
      </fo:bookmark-tree>
    </xsl:if>
  </xsl:template>

  <!-- one entry of the outline -->
  <xsl:template name="bookmark">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <fo:bookmark internal-destination="{$id}"><fo:bookmark-title><xsl:value-of select="$title"/></fo:bookmark-title></fo:bookmark>
  </xsl:template>

</xsl:stylesheet>
