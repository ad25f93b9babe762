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

  <!-- The documents that are asked for (scheme/plan.xsl), and a <kind> for each kind that was looked at. A kind is made of the year, the <model>,
       once; or of each department, or of each case, which come in portions. -->
  <xsl:template name="kinds.documents">
    <xsl:param name="year" select="/.."/>
    <xsl:param name="departments" select="/.."/>
    <xsl:param name="cases" select="/.."/>
    <xsl:if test="$every or contains($asked-kinds, ' directory ')"><kind name="directory"/><xsl:apply-templates select="$year" mode="directory"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' division ')"><kind name="division"/><xsl:apply-templates select="$year" mode="division"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' proposal ')"><kind name="proposal"/><xsl:apply-templates select="$year | $departments" mode="proposal"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' issue ')"><kind name="issue"/><xsl:apply-templates select="$departments" mode="issue"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' agreement ')"><kind name="agreement"/><xsl:apply-templates select="$departments" mode="agreement"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' brief ')"><kind name="brief"/><xsl:apply-templates select="$year" mode="brief"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' half-year ')"><kind name="half-year"/><xsl:apply-templates select="$departments" mode="half-year"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' meeting ')"><kind name="meeting"/><xsl:apply-templates select="$year" mode="meeting"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' notice ')"><kind name="notice"/><xsl:apply-templates select="$cases" mode="notice"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' transfer ')"><kind name="transfer"/><xsl:apply-templates select="$cases" mode="transfer"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' receipt ')"><kind name="receipt"/><xsl:apply-templates select="$cases" mode="receipt"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' feedback ')"><kind name="feedback"/><xsl:apply-templates select="$cases" mode="feedback"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' recovery ')"><kind name="recovery"/><xsl:apply-templates select="$cases" mode="recovery"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' score-sheet ')"><kind name="score-sheet"/><xsl:apply-templates select="$departments" mode="score-sheet"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' circular ')"><kind name="circular"/><xsl:apply-templates select="$year" mode="circular"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' award ')"><kind name="award"/><xsl:apply-templates select="$year" mode="award"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' veto ')"><kind name="veto"/><xsl:apply-templates select="$year" mode="veto"/></xsl:if>
    <xsl:if test="$every or contains($asked-kinds, ' case-register ')"><kind name="case-register"/><xsl:apply-templates select="$year" mode="case-register"/></xsl:if>
  </xsl:template>

</xsl:stylesheet>
