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

  <!-- Context: model. What is asked for (scheme/plan.xsl), and a <kind> for each kind that was looked at. -->
  <xsl:template name="kinds.documents">
    <xsl:if test="$every or contains($kinds, ' directory ')"><kind name="directory"/><xsl:apply-templates select="." mode="directory"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' division ')"><kind name="division"/><xsl:apply-templates select="." mode="division"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' proposal ')"><kind name="proposal"/><xsl:apply-templates select="." mode="proposal"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' issue ')"><kind name="issue"/><xsl:apply-templates select="." mode="issue"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' agreement ')"><kind name="agreement"/><xsl:apply-templates select="." mode="agreement"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' brief ')"><kind name="brief"/><xsl:apply-templates select="." mode="brief"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' half-year ')"><kind name="half-year"/><xsl:apply-templates select="." mode="half-year"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' meeting ')"><kind name="meeting"/><xsl:apply-templates select="." mode="meeting"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' notice ')"><kind name="notice"/><xsl:apply-templates select="." mode="notice"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' transfer ')"><kind name="transfer"/><xsl:apply-templates select="." mode="transfer"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' receipt ')"><kind name="receipt"/><xsl:apply-templates select="." mode="receipt"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' feedback ')"><kind name="feedback"/><xsl:apply-templates select="." mode="feedback"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' recovery ')"><kind name="recovery"/><xsl:apply-templates select="." mode="recovery"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' score-sheet ')"><kind name="score-sheet"/><xsl:apply-templates select="." mode="score-sheet"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' circular ')"><kind name="circular"/><xsl:apply-templates select="." mode="circular"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' award ')"><kind name="award"/><xsl:apply-templates select="." mode="award"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' veto ')"><kind name="veto"/><xsl:apply-templates select="." mode="veto"/></xsl:if>
    <xsl:if test="$every or contains($kinds, ' case-register ')"><kind name="case-register"/><xsl:apply-templates select="." mode="case-register"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
