<?xml version="1.0" encoding="UTF-8"?>
<!-- Document → <model> (docs/model.md): everything a document of the year could need, resolved and computed once.
     Points, ranks and names come from lookup.xsl; here they are only put where they are read.
     The model leaves in portions (f:portion), which wait until the document has gone: a long year's trees would fill the memory. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" extension-element-prefixes="f" exclude-result-prefixes="exsl">

  <xsl:include href="lookup.xsl"/>
  <xsl:include href="derive/targets.xsl"/>
  <xsl:include href="derive/departments.xsl"/>
  <xsl:include href="derive/reports.xsl"/>
  <xsl:include href="derive/cases.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/">
    <xsl:apply-templates select="scheme"/>
  </xsl:template>

  <xsl:template match="scheme">
    <model place="{f:place(.)}" year="{@year}" city="{@city}">
      <f:portion>
        <xsl:apply-templates select="settings[1]" mode="copy"/>
        <xsl:apply-templates select="government" mode="copy"/>
        <xsl:apply-templates select="leading-group[1]"/>
        <xsl:apply-templates select="instrument"/>
        <xsl:apply-templates select="parameters[1]"/>
      </f:portion>
      <f:portion><xsl:apply-templates select="." mode="distribution"/></f:portion>
      <f:portion>
        <xsl:if test="division-of-work/task">
          <division-of-work place="{f:place(division-of-work[1])}"><xsl:apply-templates select="division-of-work/task"/></division-of-work>
        </xsl:if>
        <xsl:apply-templates select="common-targets[1]"/>
      </f:portion>
      <xsl:for-each select="register/department">
        <f:portion><xsl:apply-templates select="."><xsl:with-param name="position" select="position()"/></xsl:apply-templates></f:portion>
      </xsl:for-each>
      <xsl:for-each select="inspection"><f:portion><xsl:apply-templates select="."/></f:portion></xsl:for-each>
      <xsl:for-each select="bulletin"><f:portion><xsl:apply-templates select="."/></f:portion></xsl:for-each>
      <xsl:for-each select="meeting">
        <f:portion><xsl:apply-templates select="."><xsl:with-param name="number" select="position()"/></xsl:apply-templates></f:portion>
      </xsl:for-each>
      <f:portion>
        <xsl:if test="assessment"><xsl:call-template name="ranking"/></xsl:if>
        <xsl:apply-templates select="circular[1]"/>
        <xsl:apply-templates select="award"/>
      </f:portion>
      <xsl:for-each select="case">
        <f:portion><xsl:apply-templates select="."><xsl:with-param name="position" select="position()"/></xsl:apply-templates></f:portion>
      </xsl:for-each>
    </model>
  </xsl:template>

  <!-- What goes over as the author wrote it, with its place; white space between elements stays behind. Who is named (in unplaced) has that
       of the element around. -->
  <xsl:template match="*" mode="copy"><f:copy unplaced="person post phone"/></xsl:template>

  <!-- name="" short-name="" of a department on a date (R04); the id itself when it is unknown (R03 has said so). -->
  <xsl:template name="names">
    <xsl:param name="department" select="@department"/>
    <xsl:param name="date"/>
    <xsl:param name="prefix"/>
    <xsl:variable name="known" select="key('department', $department)[1]"/>
    <xsl:attribute name="{$prefix}name">
      <xsl:for-each select="$known"><xsl:call-template name="name-on"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:for-each>
      <xsl:if test="not($known)"><xsl:value-of select="$department"/></xsl:if>
    </xsl:attribute>
    <xsl:attribute name="{$prefix}short-name">
      <xsl:for-each select="$known"><xsl:call-template name="short-name-on"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:for-each>
      <xsl:if test="not($known)"><xsl:value-of select="$department"/></xsl:if>
    </xsl:attribute>
  </xsl:template>

  <xsl:template match="leading-group">
    <leading-group place="{f:place(.)}" name="{@name}" short-name="{@short-name}">
      <xsl:apply-templates select="leader | deputy-leader" mode="copy"/>
      <xsl:for-each select="member">
        <member place="{f:place(.)}" department="{@department}">
          <xsl:call-template name="names"><xsl:with-param name="date" select="$issue-date"/></xsl:call-template>
        </member>
      </xsl:for-each>
      <xsl:apply-templates select="office"/>
    </leading-group>
  </xsl:template>

  <!-- Who is in the group is told with the division of work, on the day of the issue. The director is the head of the department named,
       unless a person is (R33). -->
  <xsl:template match="office">
    <office place="{f:place(.)}" name="{@name}" short-name="{@short-name}">
      <xsl:for-each select="director">
        <xsl:variable name="officials">
          <xsl:call-template name="officials-on"><xsl:with-param name="date" select="$issue-date"/></xsl:call-template>
        </xsl:variable>
        <xsl:variable name="head" select="exsl:node-set($officials)/head[1]"/>
        <director place="{f:place(.)}" department="{@department}">
          <xsl:choose>
            <xsl:when test="person"><xsl:apply-templates select="person | post" mode="copy"/></xsl:when>
            <xsl:otherwise><xsl:copy-of select="$head/person | $head/post"/></xsl:otherwise>
          </xsl:choose>
        </director>
      </xsl:for-each>
    </office>
  </xsl:template>

  <xsl:template match="instrument">
    <instrument place="{f:place(.)}" id="{@id}" number="{@number}" date="{@date}" title="{normalize-space(title)}"/>
  </xsl:template>

  <xsl:template match="parameters">
    <parameters place="{f:place(.)}" pass-mark="{normalize-space(pass-mark)}" proposal-deadline="{$proposal-deadline}"
                advanced-count="{advanced/@count}" advanced-cut-off="{advanced/@cut-off}" fault-regulation="{normalize-space(fault-regulation)}"
                objection-days="{normalize-space(objection-days)}" feedback-days="{normalize-space(feedback-days)}" payment-days="{normalize-space(payment-days)}"
                number-prefix="{legal-affairs/@number-prefix}" legal-affairs="{legal-affairs/@department}" supervision="{supervision/@department}">
      <xsl:if test="legal-affairs">
        <xsl:call-template name="names">
          <xsl:with-param name="department" select="legal-affairs/@department"/>
          <xsl:with-param name="date">
            <!-- it heads the register of cases: the name is that of its last entry's day -->
            <xsl:for-each select="$scheme/case/*/@date | $scheme/case/@confirmed">
              <xsl:sort select="."/>
              <xsl:if test="position() = last()"><xsl:value-of select="."/></xsl:if>
            </xsl:for-each>
          </xsl:with-param>
          <xsl:with-param name="prefix">legal-affairs-</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="bands/band" mode="copy"/>
    </parameters>
  </xsl:template>

  <!-- R22: reported to the five bodies, sent to every department. -->
  <xsl:template match="scheme" mode="distribution">
    <distribution>
      <xsl:apply-templates select="distribution/report-to" mode="copy"/>
      <xsl:for-each select="$assessed">
        <xsl:variable name="short-name"><xsl:call-template name="short-name-on"><xsl:with-param name="date" select="$result-date"/></xsl:call-template></xsl:variable>
        <send-to place="{f:place(.)}" department="{@id}">
          <xsl:attribute name="short-name"><xsl:value-of select="$short-name"/></xsl:attribute> <!-- libxslt gives a variable in {} 4 KB -->
          <xsl:value-of select="$short-name"/>
        </send-to>
      </xsl:for-each>
      <xsl:apply-templates select="distribution/send-to | distribution/copy-to" mode="copy"/>
    </distribution>
  </xsl:template>

  <!-- The names in the results are those of the circular's day. -->
  <xsl:variable name="result-date">
    <xsl:value-of select="$scheme/circular[1]/@date"/>
    <xsl:if test="not($scheme/circular)"><xsl:value-of select="$assessment-date"/></xsl:if>
  </xsl:variable>

</xsl:stylesheet>
