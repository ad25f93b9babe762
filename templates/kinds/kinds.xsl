<?xml version="1.0" encoding="UTF-8"?>
<!-- The kinds of document, in the order of the year: the one list of them (a test holds it against the folders here).
     kinds/<kind>/plan.xsl answers <model> in the mode of its name with <document> and <missing> elements. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="directory/plan.xsl"/>
  <xsl:include href="division/plan.xsl"/>
  <xsl:include href="proposal/plan.xsl"/>
  <xsl:include href="issue/plan.xsl"/>
  <xsl:include href="agreement/plan.xsl"/>
  <xsl:include href="brief/plan.xsl"/>
  <xsl:include href="half-year/plan.xsl"/>
  <xsl:include href="meeting/plan.xsl"/>
  <xsl:include href="notice/plan.xsl"/>
  <xsl:include href="transfer/plan.xsl"/>
  <xsl:include href="receipt/plan.xsl"/>
  <xsl:include href="feedback/plan.xsl"/>
  <xsl:include href="recovery/plan.xsl"/>
  <xsl:include href="score-sheet/plan.xsl"/>
  <xsl:include href="circular/plan.xsl"/>
  <xsl:include href="award/plan.xsl"/>
  <xsl:include href="veto/plan.xsl"/>
  <xsl:include href="case-register/plan.xsl"/>
  <xsl:include href="document-register/plan.xsl"/>

  <!-- Context: model. -->
  <xsl:template name="kinds.documents">
    <xsl:apply-templates select="." mode="directory"/>
    <xsl:apply-templates select="." mode="division"/>
    <xsl:apply-templates select="." mode="proposal"/>
    <xsl:apply-templates select="." mode="issue"/>
    <xsl:apply-templates select="." mode="agreement"/>
    <xsl:apply-templates select="." mode="brief"/>
    <xsl:apply-templates select="." mode="half-year"/>
    <xsl:apply-templates select="." mode="meeting"/>
    <xsl:apply-templates select="." mode="notice"/>
    <xsl:apply-templates select="." mode="transfer"/>
    <xsl:apply-templates select="." mode="receipt"/>
    <xsl:apply-templates select="." mode="feedback"/>
    <xsl:apply-templates select="." mode="recovery"/>
    <xsl:apply-templates select="." mode="score-sheet"/>
    <xsl:apply-templates select="." mode="circular"/>
    <xsl:apply-templates select="." mode="award"/>
    <xsl:apply-templates select="." mode="veto"/>
    <xsl:apply-templates select="." mode="case-register"/>
  </xsl:template>

</xsl:stylesheet>
