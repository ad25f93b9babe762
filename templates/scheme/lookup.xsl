<?xml version="1.0" encoding="UTF-8"?>
<!-- Looking things up in a year: keys, what was in force on a date, points after adjustments, the ranking.
     Shared by the rules and by the derivation, so that both judge by the same numbers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="f exsl">

  <!-- White space between elements says nothing, and is half of the nodes of a file that is indented. -->
  <xsl:strip-space elements="*"/>

  <!-- Patterns from the root: libxslt finds them without going through the whole document for each key (no blank before a "/"). -->
  <xsl:key name="department" match="/scheme/register/department" use="@id"/>
  <xsl:key name="task" match="/scheme/division-of-work/task" use="@id"/>
  <xsl:key name="instrument" match="/scheme/instrument" use="@id"/>
  <xsl:key name="inspection" match="/scheme/inspection" use="@id"/>
  <xsl:key name="case" match="/scheme/case" use="@id"/>
  <xsl:key name="target" match="/scheme/common-targets/target|/scheme/specific-targets/target" use="@id"/>
  <xsl:key name="specific" match="/scheme/specific-targets" use="@department"/>
  <xsl:key name="agreement" match="/scheme/agreement" use="@department"/>
  <xsl:key name="half-year-report" match="/scheme/half-year-report" use="@department"/>
  <xsl:key name="scores-of" match="/scheme/assessment/score" use="@department"/>
  <xsl:key name="score" match="/scheme/assessment/score" use="concat(@department, ' ', @target)"/>
  <xsl:key name="adjustments-of" match="/scheme/adjustment" use="@department"/>
  <xsl:key name="adjustment" match="/scheme/adjustment" use="concat(@department, ' ', @target)"/>

  <xsl:variable name="scheme" select="/scheme"/>
  <xsl:variable name="year" select="$scheme/@year"/>
  <!-- found once: a path through the year's children costs as much as the year is long -->
  <xsl:variable name="parameters" select="$scheme/parameters[1]"/>
  <xsl:variable name="common-targets" select="$scheme/common-targets/target"/>
  <xsl:variable name="common-issued" select="$scheme/common-targets[@issued][1]/@issued"/>
  <xsl:variable name="office" select="$scheme/leading-group[1]/office"/>
  <xsl:variable name="assessment" select="$scheme/assessment[1]"/>

  <!-- The hundred points (R08): 共性目标 30%, 部门专业目标 70% (scheme, part 3). -->
  <xsl:variable name="common-points">30</xsl:variable>
  <xsl:variable name="specific-points">70</xsl:variable>

  <!-- R10: by 10 January of the year, in 2005 by 15 March, unless the year says otherwise. -->
  <xsl:variable name="proposal-deadline">
    <xsl:choose>
      <xsl:when test="$parameters/proposal-deadline"><xsl:value-of select="normalize-space($parameters/proposal-deadline)"/></xsl:when>
      <xsl:when test="$year = 2005">2005-03-15</xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($year, '-01-10')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The day that scores are for, when the year does not yet give one: its last. -->
  <xsl:variable name="assessment-date">
    <xsl:choose>
      <xsl:when test="$scheme/assessment/@date"><xsl:value-of select="$scheme/assessment[@date][1]/@date"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($year, '-12-31')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- The day the targets were issued; before that, the last on which they are proposed. -->
  <xsl:variable name="issue-date">
    <xsl:value-of select="$common-issued"/>
    <xsl:if test="not($common-issued)"><xsl:value-of select="$proposal-deadline"/></xsl:if>
  </xsl:variable>

  <!-- The day a department came into being in the course of the year; empty for one that was there when it began. Context: department. -->
  <xsl:template name="joined">
    <xsl:if test="translate(name[1]/@from, '-', '') &gt; concat($year, '0101')"><xsl:value-of select="name[1]/@from"/></xsl:if>
  </xsl:template>

  <!-- Departments that are assessed: those that took on targets or signed, and still exist on the day.
       The register may name others, which only lead or assist a task. -->
  <xsl:variable name="assessed" select="$scheme/register/department
    [key('specific', @id) or key('agreement', @id) or key('scores-of', @id)]
    [not(name[last()]/@to) or translate(name[last()]/@to, '-', '') &gt;= translate($assessment-date, '-', '')]"/>
  <!-- Asked of a department by its id, as "is it among $assessed" goes through all of them. -->
  <xsl:key name="assessed-id" match="/assessed" use="@id"/>
  <xsl:variable name="assessed-ids"><xsl:for-each select="$assessed"><assessed id="{@id}"/></xsl:for-each></xsl:variable>

  <!-- R04. Context: department. The name in force on the date; outside all periods the latest. -->
  <xsl:template name="name-on">
    <xsl:param name="date"/>
    <xsl:variable name="day" select="translate($date, '-', '')"/>
    <xsl:variable name="in-force" select="name[not(@from) or translate(@from, '-', '') &lt;= $day][not(@to) or translate(@to, '-', '') &gt;= $day]"/>
    <xsl:choose>
      <xsl:when test="$in-force"><xsl:value-of select="normalize-space($in-force[1])"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="normalize-space(name[last()])"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- R04. Context: department. The short name in force on the date; without one, the name. -->
  <xsl:template name="short-name-on">
    <xsl:param name="date"/>
    <xsl:variable name="day" select="translate($date, '-', '')"/>
    <xsl:variable name="in-force" select="short-name[not(@from) or translate(@from, '-', '') &lt;= $day][not(@to) or translate(@to, '-', '') &gt;= $day]"/>
    <xsl:choose>
      <xsl:when test="$in-force"><xsl:value-of select="normalize-space($in-force[1])"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="name-on"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The points of a target for a department after the adjustments of the year, or until the date (R35): the latest approved one counts. -->
  <xsl:template name="weight-now">
    <xsl:param name="department"/>
    <xsl:param name="target" select="."/>
    <xsl:param name="date"/>
    <xsl:variable name="adjustments" select="key('adjustment', concat($department, ' ', $target/@id))
      [not($date) or translate(@approved, '-', '') &lt;= translate($date, '-', '')]"/>
    <xsl:choose>
      <xsl:when test="$adjustments">
        <xsl:for-each select="$adjustments">
          <xsl:sort select="@approved"/>
          <xsl:if test="position() = last()"><xsl:value-of select="@new-weight"/></xsl:if>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$target/@weight"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- R21, R23. One <row> a department that has every score, from high to low, register order inside a tie:
       department common specific total rank tied veto. Totals are computed once and nowhere else. -->
  <xsl:key name="row" match="/row" use="@department"/>
  <xsl:key name="row-by-total" match="/row" use="@total"/>

  <xsl:variable name="totals">
    <xsl:for-each select="$assessed[key('scores-of', @id)]">
      <xsl:variable name="scores" select="key('scores-of', @id)"/>
      <xsl:variable name="missing"><xsl:call-template name="missing-scores"/></xsl:variable>
      <xsl:if test="$missing = ''">
        <row department="{@id}" common="{f:sum($scores[key('target', @target)/parent::common-targets]/@points)}"
             specific="{f:sum($scores[key('target', @target)/parent::specific-targets]/@points)}" total="{f:sum($scores/@points)}"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="sorted">
    <xsl:for-each select="exsl:node-set($totals)/row">
      <xsl:sort select="f:sort-key(string(@total))" order="descending"/>
      <row position="{position()}"><xsl:copy-of select="@*"/></row>
    </xsl:for-each>
  </xsl:variable>

  <xsl:variable name="ranking-tree">
    <xsl:for-each select="exsl:node-set($sorted)/row">
      <xsl:variable name="equals" select="key('row-by-total', @total)"/>
      <row rank="{$equals[1]/@position}" tied="{count($equals) &gt; 1}"
           veto="{boolean($parameters/pass-mark) and f:compare(string(@total), $parameters/pass-mark) &lt; 0}">
        <xsl:copy-of select="@department | @common | @specific | @total"/>
      </row>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="ranking" select="exsl:node-set($ranking-tree)/row"/>

  <!-- Context: department. The ids of its targets that want a score (R18), each followed by a space; one withdrawn wants none. -->
  <xsl:template name="missing-scores">
    <xsl:variable name="department" select="@id"/>
    <xsl:for-each select="$common-targets | key('specific', @id)/target">
      <xsl:if test="not(key('score', concat($department, ' ', @id)))">
        <xsl:variable name="weight"><xsl:call-template name="weight-now"><xsl:with-param name="department" select="$department"/></xsl:call-template></xsl:variable>
        <xsl:if test="f:compare($weight, 0) &gt; 0"><xsl:value-of select="concat(@id, ' ')"/></xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
