<?xml version="1.0" encoding="UTF-8"?>
<!-- The kinds of document, in the order of the year: the one list of them (a test holds it against the folders here).
     kinds/<kind>/plan.xsl answers <model>, <department> or <case> in the mode of its name with <document> and <missing> elements. -->
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

  <!-- A <kind> for each there is, and the documents of those that are asked for (scheme/plan.xsl). A kind is made of the year, the <model>,
       once; or of each department, or of each case, which come in portions. $year is the model with all that is in it; $outline is the
       same without what departments' targets, agreements, reports and results hold, which takes a third of the memory. -->
  <xsl:template name="kinds.documents">
    <xsl:param name="year" select="/.."/>
    <xsl:param name="outline" select="/.."/>
    <xsl:param name="departments" select="/.."/>
    <xsl:param name="cases" select="/.."/>
    <kind name="directory"/><xsl:if test="$every or contains($asked-kinds, ' directory ')"><xsl:apply-templates select="$outline" mode="directory"/></xsl:if>
    <kind name="division"/><xsl:if test="$every or contains($asked-kinds, ' division ')"><xsl:apply-templates select="$outline" mode="division"/></xsl:if>
    <kind name="proposal"/><xsl:if test="$every or contains($asked-kinds, ' proposal ')"><xsl:apply-templates select="$outline | $departments" mode="proposal"/></xsl:if>
    <kind name="issue"/><xsl:if test="$every or contains($asked-kinds, ' issue ')"><xsl:apply-templates select="$departments" mode="issue"/></xsl:if>
    <kind name="agreement"/><xsl:if test="$every or contains($asked-kinds, ' agreement ')"><xsl:apply-templates select="$departments" mode="agreement"/></xsl:if>
    <kind name="brief"/><xsl:if test="$every or contains($asked-kinds, ' brief ')"><xsl:apply-templates select="$outline" mode="brief"/></xsl:if>
    <kind name="half-year"/><xsl:if test="$every or contains($asked-kinds, ' half-year ')"><xsl:apply-templates select="$departments" mode="half-year"/></xsl:if>
    <kind name="meeting"/><xsl:if test="$every or contains($asked-kinds, ' meeting ')"><xsl:apply-templates select="$outline" mode="meeting"/></xsl:if>
    <kind name="notice"/><xsl:if test="$every or contains($asked-kinds, ' notice ')"><xsl:apply-templates select="$cases" mode="notice"/></xsl:if>
    <kind name="transfer"/><xsl:if test="$every or contains($asked-kinds, ' transfer ')"><xsl:apply-templates select="$cases" mode="transfer"/></xsl:if>
    <kind name="receipt"/><xsl:if test="$every or contains($asked-kinds, ' receipt ')"><xsl:apply-templates select="$cases" mode="receipt"/></xsl:if>
    <kind name="feedback"/><xsl:if test="$every or contains($asked-kinds, ' feedback ')"><xsl:apply-templates select="$cases" mode="feedback"/></xsl:if>
    <kind name="recovery"/><xsl:if test="$every or contains($asked-kinds, ' recovery ')"><xsl:apply-templates select="$cases" mode="recovery"/></xsl:if>
    <kind name="score-sheet"/><xsl:if test="$every or contains($asked-kinds, ' score-sheet ')"><xsl:apply-templates select="$departments" mode="score-sheet"/></xsl:if>
    <kind name="circular"/><xsl:if test="$every or contains($asked-kinds, ' circular ')"><xsl:apply-templates select="$outline" mode="circular"/></xsl:if>
    <kind name="award"/><xsl:if test="$every or contains($asked-kinds, ' award ')"><xsl:apply-templates select="$outline" mode="award"/></xsl:if>
    <kind name="veto"/><xsl:if test="$every or contains($asked-kinds, ' veto ')"><xsl:apply-templates select="$outline" mode="veto"/></xsl:if>
    <kind name="case-register"/><xsl:if test="$every or contains($asked-kinds, ' case-register ')"><xsl:apply-templates select="$outline" mode="case-register"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
