<?xml version="1.0" encoding="UTF-8"?>
<!-- plan: model → <plan>, every document that the year calls for with all its data (docs/architecture.md).
     A kind's rows are its own: kinds/<kind>/plan.xsl answers <model> in the mode of its name. A new kind adds two lines here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../kinds/agreement/plan.xsl"/>
  <xsl:include href="../kinds/brief/plan.xsl"/>
  <xsl:include href="../kinds/circular/plan.xsl"/>
  <xsl:include href="../kinds/notice/plan.xsl"/>
  <xsl:include href="../kinds/transfer/plan.xsl"/>
  <xsl:include href="../kinds/receipt/plan.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <!-- in the order of the year -->
  <xsl:template match="/model">
    <plan year="{@year}">
      <xsl:apply-templates select="." mode="agreement"/>
      <xsl:apply-templates select="." mode="brief"/>
      <xsl:apply-templates select="." mode="notice"/>
      <xsl:apply-templates select="." mode="transfer"/>
      <xsl:apply-templates select="." mode="receipt"/>
      <xsl:apply-templates select="." mode="circular"/>
    </plan>
  </xsl:template>

  <!-- ==== what several kinds say ==== -->

  <!-- 市委、市人大常委会……领导成员 -->
  <xsl:template name="plan.report-line">
    <xsl:if test="/model/distribution/report-to">
      <line label="报">
        <xsl:call-template name="plan.names"><xsl:with-param name="names" select="/model/distribution/report-to"/></xsl:call-template>
        <xsl:text>领导成员</xsl:text>
      </line>
    </xsl:if>
  </xsl:template>

  <xsl:template name="plan.copy-line">
    <xsl:if test="/model/distribution/copy-to">
      <line label="抄送">
        <xsl:call-template name="plan.names"><xsl:with-param name="names" select="/model/distribution/copy-to"/></xsl:call-template>
      </line>
    </xsl:if>
  </xsl:template>

  <!-- the office's name where it shares a line with a date: the full one as long as there is room -->
  <xsl:template name="plan.office-beside-date">
    <xsl:variable name="office" select="/model/leading-group/office"/>
    <xsl:choose>
      <xsl:when test="string-length($office/@name) &lt;= 18"><xsl:value-of select="$office/@name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$office/@short-name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="plan.names">
    <xsl:param name="names"/>
    <xsl:for-each select="$names">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
