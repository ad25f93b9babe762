<?xml version="1.0" encoding="UTF-8"?>
<!-- derive: an author's <official-document> → <model>: the same parts, each with its place in the author's file; the date as an
     attribute, the title in one line, attachments numbered, the 附件说明 taken from them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/official-document">
    <model key="{f:file-name()}" date="{normalize-space(date)}" place="{f:place(.)}">
      <xsl:attribute name="title">
        <xsl:for-each select="title//text()"><xsl:value-of select="normalize-space()"/></xsl:for-each>
        <xsl:if test="not(title)"><xsl:value-of select="normalize-space(issuer-mark)"/></xsl:if>
      </xsl:attribute>
      <xsl:if test="f:file-name() = ''"><xsl:attribute name="key">document</xsl:attribute></xsl:if>   <!-- through standard input -->
      <xsl:copy-of select="@format | @key | @names"/>
      <xsl:apply-templates select="*[not(self::date or self::attachment-note)]"/>
      <xsl:call-template name="attachment-note"/>
    </model>
  </xsl:template>

  <!-- the author's own, or the attachments' titles in order (7.3.4, 7.3.7: the same names) -->
  <xsl:template name="attachment-note">
    <xsl:choose>
      <xsl:when test="attachment-note"><xsl:apply-templates select="attachment-note"/></xsl:when>
      <xsl:when test="attachment">
        <attachment-note place="{f:place(attachment[1])}">
          <xsl:for-each select="attachment"><item><xsl:value-of select="normalize-space(title)"/></item></xsl:for-each>
        </attachment-note>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="attachment">
    <attachment n="{count(preceding-sibling::attachment) + 1}" of="{count(../attachment)}" place="{f:place(.)}">
      <xsl:copy-of select="@*"/>
      <xsl:if test="@bound = 'apart'">
        <xsl:attribute name="number"><xsl:value-of select="normalize-space(../document-number)"/></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="*"/>
    </attachment>
  </xsl:template>

  <xsl:template match="*">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="place"><xsl:value-of select="f:place(.)"/></xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="comment() | processing-instruction()"/>

</xsl:stylesheet>
