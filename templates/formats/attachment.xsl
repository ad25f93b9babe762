<?xml version="1.0" encoding="UTF-8"?>
<!-- 附件 that is not bound with its document (7.3.7; G-70): 发文字号, 附件 and its number on line 1; pages of its own numbering, no
     版记. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="document.xsl"/>

  <xsl:template name="page.sequence">
    <xsl:choose>
      <xsl:when test="attachment/@turned = 'yes'">turned</xsl:when>
      <xsl:otherwise>pages</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="document" mode="title"/>
  <xsl:template match="document" mode="main-recipients"/>
  <xsl:template match="document" mode="attachments"><xsl:apply-templates select="attachment"/></xsl:template>
  <xsl:template match="attachment" mode="pages"/>

</xsl:stylesheet>
