<?xml version="1.0" encoding="UTF-8"?>
<!-- 公文: the frame of every kind of document.

     A kind imports a format and says what is its own, in these modes of <document> (in the order of the page):
       head        版头                              here: head, when there is a mark
       title       标题                              here: @title
       addressee   主送机关                          here: addressee
       body        正文                              the kind's
       closing     附件说明, 署名与日期, 附注         here: attachment-note, signature, note
       attachments 附件                              the kind's, if any
       record      版记                              here: record
       outline     bookmarks                         the kind's, if any
     The envelope's elements: copy-number secrecy[@term] urgency mark number addressee attachment-note/item signature note
     record/(line[@label]*, printed-by[@date]?, copies?); absent parts leave no trace. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../gbt9704/metrics.xsl"/>
  <xsl:import href="../gbt9704/styles.xsl"/>
  <xsl:import href="../gbt9704/text.xsl"/>
  <xsl:import href="../gbt9704/page.xsl"/>
  <xsl:import href="../gbt9704/head.xsl"/>
  <xsl:import href="../gbt9704/body.xsl"/>
  <xsl:import href="../gbt9704/record.xsl"/>
  <xsl:import href="../gbt9704/table.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="/document">
    <xsl:variable name="pages"><xsl:call-template name="page.sequence"/></xsl:variable>
    <fo:root xsl:use-attribute-sets="root">
      <xsl:call-template name="page.masters"/>
      <fo:declarations>
        <gw:info title="{@title}" author="{issuer-mark/@organ}" subject="{@subject}" date="{@date}" kind="{@kind-name}" number="{document-number}"/>
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
          <xsl:apply-templates select="." mode="record"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template match="document" mode="head">
    <xsl:if test="issuer-mark"><xsl:call-template name="head"/></xsl:if>
  </xsl:template>
  <xsl:template match="document" mode="title">
    <xsl:call-template name="body.title"/>
  </xsl:template>
  <xsl:template match="document" mode="main-recipients">
    <xsl:call-template name="body.main-recipients"/>
    <xsl:if test="not(main-recipients)"><fo:block xsl:use-attribute-sets="line-above"/></xsl:if> <!-- the line below the title stays -->
  </xsl:template>
  <xsl:template match="document" mode="closing">
    <xsl:call-template name="body.attachment-note"/>
    <xsl:if test="signature"><xsl:call-template name="body.signature"/></xsl:if>
    <xsl:call-template name="body.note"/>
  </xsl:template>
  <!-- printed on both sides, the 版记 stands on the last, even page (G-56) -->
  <xsl:template match="document" mode="record">
    <xsl:call-template name="record"><xsl:with-param name="side" select="$record-side"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="document" mode="attachments"/>
  <xsl:template match="document" mode="outline"/>

  <!-- one entry of the outline -->
  <xsl:template name="bookmark">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <fo:bookmark internal-destination="{$id}"><fo:bookmark-title><xsl:value-of select="$title"/></fo:bookmark-title></fo:bookmark>
  </xsl:template>

</xsl:stylesheet>
