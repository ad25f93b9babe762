<?xml version="1.0" encoding="UTF-8"?>
<!-- What the scheme demands of a year: the rules R01–R36. Document → <complaints>, with a <picture> for each file
     that it names.

     rule  severity  judged in             on
     R01   E         rules/register.xsl    kind of department, entrusting organ
     R02   E W       rules/register.xsl    main responsible person (E), in office on a document's day (W); deputy, deputy mayor, contact, section (W)
     R03   E         rules/register.xsl    ids unique, references resolve, one element each of what is one in a year
     R04   E         rules/register.xsl    periods of names; a name on the date of each document
     R05   E W       rules/targets.xsl     3–5 common targets; none is E
     R06   E W       rules/targets.xsl     5–8 specific targets a department; none is E (W for one that takes no part in the year)
     R07   E         rules/targets.xsl     every target measured; every measure with value, unit or date and evidence, scoring rule
     R08   E         rules/targets.xsl     points: > 0, indicators = target, common = 30, specific = 70
     R09   E W       rules/targets.xsl     basis of specific targets: dangling (E), none (W)
     R10   W         rules/targets.xsl     proposal in time
     R11   E         rules/targets.xsl     proposal ≤ review ≤ issue ≤ signing; common and specific issued together
     R12   E W       rules/targets.xsl     times inside the year (E); measures, section, person (W)
     R13   E W       rules/agreements.xsl  one agreement a department, number unique; none yet, while others have signed (W)
     R14   E         rules/agreements.xsl  holders of the three copies, when written
     R15   E W       rules/agreements.xsl  signed by both sides, by the head in office (W when authorised)
     R16   E W       rules/inspections.xsl briefs 1..n: twice (E), gap (W); findings about departments visited (E)
     R17   E W       rules/inspections.xsl half-year report: July or August (W); every target once, measures for what is pending, notice before the meeting (E)
     R18   E         rules/assessment.xsl  every target scored once, when there is an assessment
     R19   E         rules/assessment.xsl  points ≤ weight, the department’s own too
     R20   E         rules/assessment.xsl  stored totals and ranks agree
     R21   –         lookup.xsl            ranking is computed
     R22   E W       rules/assessment.xsl  circular: to the five bodies; none is E, another number W
     R23   E         rules/assessment.xsl  pass mark given and possible; veto is computed in lookup.xsl
     R24   E         rules/assessment.xsl  no award for a vetoed department
     R25   E W       rules/assessment.xsl  advanced units follow the score (E); tie at the cut-off, places left (W)
     R26   E         rules/cases.xsl       source of a case
     R27   E W       rules/cases.xsl       the notice of a confirmed case; the issuer's own case (W)
     R28   E W       rules/cases.xsl       transfer to the supervision organ: impossible (E), other day, its own case (W)
     R29   E W       rules/cases.xsl       compensation and recovery
     R30   W         rules/cases.xsl       fault regulation known
     R31   E         rules/cases.xsl       time limit and feedback not before the notice
     R32   E         rules/cases.xsl       numbers of cases and notices unique
     R33   W         rules/register.xsl    office director is the head of the legal affairs bureau
     R34   E         rules/register.xsl    no body both leads and assists a task
     R35   E         rules/targets.xsl     adjustments approved, with a reason; points add up again
     R36   W         rules/cases.xsl       open objection

     A rule judges what is there: what is missing is said once, by the rule that demands it. An unknown id is said once, by R03
     (the basis of a target: R09), where it stands; every other rule passes over it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" extension-element-prefixes="f">

  <xsl:include href="lookup.xsl"/>
  <xsl:include href="rules/touches.xsl"/>
  <xsl:include href="rules/register.xsl"/>
  <xsl:include href="rules/targets.xsl"/>
  <xsl:include href="rules/agreements.xsl"/>
  <xsl:include href="rules/inspections.xsl"/>
  <xsl:include href="rules/assessment.xsl"/>
  <xsl:include href="rules/cases.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/">
    <complaints>
      <xsl:for-each select="scheme">
        <xsl:call-template name="register.rules"/>
        <xsl:call-template name="targets.rules"/>
        <xsl:call-template name="agreements.rules"/>
        <xsl:call-template name="inspections.rules"/>
        <xsl:call-template name="assessment.rules"/>
        <xsl:call-template name="cases.rules"/>
        <xsl:for-each select="settings/seal"><picture href="{@picture}" place="{f:place(.)}"/></xsl:for-each>
      </xsl:for-each>
    </complaints>
  </xsl:template>

  <!-- One complaint, at the context node unless told otherwise. Whom it concerns is read from the place, and which kinds of document
       an error refuses (touches.xsl). -->
  <xsl:template name="complain">
    <xsl:param name="rule"/>
    <xsl:param name="severity">error</xsl:param>
    <xsl:param name="at" select="."/>
    <xsl:param name="department" select="$at/ancestor-or-self::*[@department][1]/@department | $at/ancestor-or-self::department/@id"/>
    <xsl:param name="touches"><xsl:apply-templates select="$at/ancestor-or-self::*[parent::scheme]" mode="touches"/></xsl:param>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <f:portion>
      <complaint rule="{$rule}" severity="{$severity}" place="{f:place($at)}" department="{$department}"
                 target="{$at/ancestor-or-self::target/@id | $at/ancestor-or-self::*[@target][1]/@target}" case="{$at/ancestor-or-self::case/@id}">
        <xsl:if test="string($touches)"><xsl:attribute name="touches"><xsl:value-of select="normalize-space($touches)"/></xsl:attribute></xsl:if>
        <zh><xsl:value-of select="$zh"/></zh>
        <en><xsl:value-of select="$en"/></en>
      </complaint>
    </f:portion>
  </xsl:template>

  <xsl:template name="warn">
    <xsl:param name="rule"/>
    <xsl:param name="at" select="."/>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <xsl:call-template name="complain">
      <xsl:with-param name="rule" select="$rule"/>
      <xsl:with-param name="severity">warning</xsl:with-param>
      <xsl:with-param name="at" select="$at"/>
      <xsl:with-param name="zh" select="$zh"/>
      <xsl:with-param name="en" select="$en"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
