<?xml version="1.0" encoding="UTF-8"?>
<!-- Briefs, inspections, half-year reports (R16, R17). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:key name="bulletin-number" match="/scheme/bulletin" use="number(@number)"/>
  <xsl:key name="visited" match="/scheme/inspection/visited" use="concat(generate-id(..), ' ', @department)"/>
  <xsl:key name="reported" match="/scheme/half-year-report/done|/scheme/half-year-report/pending" use="concat(generate-id(..), ' ', @target)"/>

  <xsl:template name="inspections.rules">
    <xsl:apply-templates select="bulletin" mode="R16"/>
    <xsl:apply-templates select="inspection/finding" mode="R16"/>
    <xsl:apply-templates select="half-year-report" mode="R17"/>
    <xsl:apply-templates select="meeting" mode="R17"/>
  </xsl:template>

  <xsl:template match="bulletin" mode="R16">
    <xsl:if test="count(. | key('bulletin-number', number(@number))[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R16</xsl:with-param>
        <xsl:with-param name="zh" select="concat('简报期号“', @number, '”重复，请另编一个')"/>
        <xsl:with-param name="en" select="concat('the brief’s number ', @number, ' is used twice; give each its own')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@number &lt; 1">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R16</xsl:with-param>
          <xsl:with-param name="zh" select="concat('简报期号为', @number, '，应从1开始，请改正')"/>
          <xsl:with-param name="en" select="concat('the brief’s number is ', @number, '; numbers begin at 1; correct it')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@number &gt; 1 and not(key('bulletin-number', @number - 1))">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R16</xsl:with-param>
          <xsl:with-param name="zh" select="concat('有第', number(@number), '期简报，没有第', @number - 1, '期，期号应连续，请补上或者改正期号')"/>
          <xsl:with-param name="en" select="concat('there is a brief no. ', number(@number), ' but no. ', @number - 1, ' is missing; number them on, or add it')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="finding" mode="R16">
    <xsl:if test="key('department', @department) and not(key('visited', concat(generate-id(..), ' ', @department)))">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R16</xsl:with-param>
        <xsl:with-param name="zh" select="concat('检查“', ../@id, '”没有检查部门“', @department, '”，却有对它的所见；请加visited或者改正')"/>
        <xsl:with-param name="en" select="concat('inspection ', ../@id, ' has a finding about ', @department, ', which it did not visit; add visited or correct it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R17: July or August; done + pending = all targets of the department. -->

  <xsl:template match="half-year-report" mode="R17">
    <xsl:variable name="report" select="."/>
    <xsl:variable name="month" select="substring(@date, 6, 2)"/>
    <xsl:if test="substring(@date, 1, 4) != $year or not($month = '07' or $month = '08')">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R17</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”的半年小结日期为', @date, '，应在', $year, '年7、8月，请核对')"/>
        <xsl:with-param name="en" select="concat('the half-year report of ', @department, ' is of ', @date, ', not of July or August ', $year, '; correct date')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="$common-targets | key('specific', @department)/target">
      <xsl:if test="not(key('reported', concat(generate-id($report), ' ', @id)))">
        <xsl:variable name="weight"><xsl:call-template name="weight-now"><xsl:with-param name="department" select="$report/@department"/><xsl:with-param name="date" select="$report/@date"/></xsl:call-template></xsl:variable>
        <xsl:if test="f:compare($weight, 0) &gt; 0">
          <xsl:call-template name="complain">
            <xsl:with-param name="rule">R17</xsl:with-param>
            <xsl:with-param name="at" select="$report"/>
            <xsl:with-param name="zh" select="concat('部门“', $report/@department, '”的半年小结没有说明目标“', @id, '”是否完成，请补上')"/>
            <xsl:with-param name="en" select="concat('the half-year report of ', $report/@department, ' says nothing of target ', @id, '; add it to done or pending')"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:if>
    </xsl:for-each>
    <xsl:apply-templates select="done | pending" mode="R17"/>
  </xsl:template>

  <xsl:template match="meeting" mode="R17">
    <xsl:if test="translate(@notified, '-', '') &gt; translate(@date, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R17</xsl:with-param>
        <xsl:with-param name="zh" select="concat('调度会于', @date, '召开，通知日期', @notified, '在其后，请改正其一')"/>
        <xsl:with-param name="en" select="concat('the meeting is on ', @date, ', its notice of ', @notified, ' comes after it; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="done | pending" mode="R17">
    <xsl:if test="count(. | key('reported', concat(generate-id(..), ' ', @target))[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R17</xsl:with-param>
        <xsl:with-param name="zh" select="concat('半年小结中目标“', @target, '”出现两次，应为已完成或者未完成之一，请删去一处')"/>
        <xsl:with-param name="en" select="concat('target ', @target, ' stands twice in the half-year report; it is either done or pending: drop one')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="self::pending and not(measures)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R17</xsl:with-param>
        <xsl:with-param name="zh" select="concat('尚未完成的目标“', @target, '”没有写明将采取的措施（measures），请补上')"/>
        <xsl:with-param name="en" select="concat('the pending target ', @target, ' has no measures; add them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
