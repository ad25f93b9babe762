<?xml version="1.0" encoding="UTF-8"?>
<!-- A department with its targets, agreement, reports and result; the ranking of all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" extension-element-prefixes="f" exclude-result-prefixes="exsl">

  <xsl:key name="open-objection" match="/scheme/case/objection[@state = 'open']" use="../@department"/>
  <xsl:key name="advanced" match="/scheme/award[@kind = 'advanced']/department-ref" use="@department"/>
  <xsl:key name="row-by-grade" match="/row" use="@grade"/>

  <xsl:template match="department">
    <xsl:param name="position"/>
    <xsl:variable name="joined"><xsl:call-template name="joined"/></xsl:variable>
    <xsl:variable name="left" select="translate(name[last()]/@to, '-', '')"/>
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="is-assessed"><xsl:for-each select="exsl:node-set($assessed-ids)"><xsl:value-of select="boolean(key('assessed-id', $id))"/></xsl:for-each></xsl:variable>
    <!-- half-year: it was there in July or August; assessed: it is there at the assessment -->
    <department place="{f:place(.)}" id="{@id}" kind="{@kind}" position="{$position}" assessed="{$is-assessed}"
                half-year="{not($left &lt; number(concat($year, '0701'))) and not(translate($joined, '-', '') &gt; number(concat($year, '0831')))}">
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="@id"/>
        <xsl:with-param name="date" select="concat($year, '-12-31')"/>
      </xsl:call-template>
      <xsl:if test="@entrusted-by">
        <xsl:copy-of select="@entrusted-by"/>
        <xsl:call-template name="names">
          <xsl:with-param name="department" select="@entrusted-by"/>
          <xsl:with-param name="date" select="concat($year, '-12-31')"/>
          <xsl:with-param name="prefix">entrusted-by-</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <xsl:apply-templates select="name | section" mode="copy"/>
      <xsl:for-each select="official">
        <official place="{f:place(.)}">
          <xsl:copy-of select="@*"/>
          <xsl:attribute name="post-words"><xsl:call-template name="post-words"/></xsl:attribute>
          <xsl:apply-templates select="*" mode="copy"/>
        </official>
      </xsl:for-each>
      <xsl:apply-templates select="key('specific', @id)[1]"/>
      <xsl:apply-templates select="key('agreement', @id)[1]"/>
      <xsl:apply-templates select="key('half-year-report', @id)[1]"/>
      <xsl:apply-templates select="key('adjustments-of', @id)"><xsl:sort select="@approved"/></xsl:apply-templates>
      <xsl:if test="key('scores-of', @id)"><xsl:call-template name="result"/></xsl:if>
    </department>
  </xsl:template>

  <!-- The agreement speaks of its day: names and officials in force when it was signed, before that when the targets were issued. -->
  <xsl:template match="agreement">
    <xsl:variable name="department" select="key('department', @department)[1]"/>
    <xsl:variable name="specific" select="key('specific', @department)[1]"/>
    <xsl:variable name="date">
      <xsl:choose>
        <xsl:when test="@signed"><xsl:value-of select="@signed"/></xsl:when>
        <xsl:when test="$specific/@issued"><xsl:value-of select="$specific/@issued"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$issue-date"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <!-- the term: the year, or what is left of it when the department came into being -->
    <xsl:variable name="joined"><xsl:for-each select="$department"><xsl:call-template name="joined"/></xsl:for-each></xsl:variable>
    <agreement place="{f:place(.)}" number="{@number}" from="{$joined}{substring(concat($year, '-01-01'), 1 + 10 * ($joined != ''))}" to="{$year}-12-31"
               total="{f:sum($common-targets/@weight | $specific/target/@weight)}">
      <xsl:copy-of select="@signed"/>
      <xsl:call-template name="names"><xsl:with-param name="date" select="$date"/></xsl:call-template>
      <f:fold>
        <xsl:call-template name="officials-on"><xsl:with-param name="date" select="$date"/></xsl:call-template>
        <xsl:for-each select="signatory">
          <signatory place="{f:place(.)}" side="{@side}" authorised="{@authorised = 'true' or @authorised = '1'}">
            <xsl:apply-templates select="*" mode="copy"/>
          </signatory>
        </xsl:for-each>
        <!-- R14: one copy each for the deputy mayor in charge, the department, the office of the leading group -->
        <copy key="1" mark="第一份" holder="市政府分管领导"/>
        <copy key="2" mark="第二份">
          <xsl:attribute name="holder">
            <xsl:for-each select="$department"><xsl:call-template name="short-name-on"><xsl:with-param name="date" select="$date"/></xsl:call-template></xsl:for-each>
          </xsl:attribute>
        </copy>
        <copy key="3" mark="第三份" holder="{$office/@short-name}"/>
      </f:fold>
    </agreement>
  </xsl:template>

  <!-- Context: anything with @department. An element named after the role of each official in office on the day. -->
  <xsl:template name="officials-on">
    <xsl:param name="department" select="@department"/>
    <xsl:param name="date"/>
    <xsl:variable name="day" select="translate($date, '-', '')"/>
    <xsl:for-each select="key('department', $department)[1]/official[not(@from) or translate(@from, '-', '') &lt;= $day][not(@to) or translate(@to, '-', '') &gt;= $day]">
      <xsl:element name="{@role}">
        <xsl:attribute name="place"><xsl:value-of select="f:place(.)"/></xsl:attribute>
        <xsl:copy-of select="@acting"/>
        <xsl:attribute name="post-words"><xsl:call-template name="post-words"/></xsl:attribute>
        <xsl:apply-templates select="*" mode="copy"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- Context: official. 代理局长; a post that says so itself (代局长, 主持工作) is left alone. -->
  <xsl:template name="post-words">
    <xsl:variable name="post" select="normalize-space(post)"/>
    <xsl:if test="(@acting = 'true' or @acting = '1') and not(contains($post, '代') or contains($post, '主持'))">代理</xsl:if>
    <xsl:value-of select="$post"/>
  </xsl:template>

  <xsl:template match="half-year-report">
    <xsl:variable name="department" select="@department"/>
    <xsl:variable name="date" select="@date"/>
    <half-year-report place="{f:place(.)}" date="{@date}">
      <xsl:call-template name="names"><xsl:with-param name="date" select="@date"/></xsl:call-template>
      <f:fold>
        <xsl:call-template name="officials-on"><xsl:with-param name="date" select="@date"/></xsl:call-template>
        <xsl:for-each select="done | pending">
          <xsl:copy>
            <xsl:attribute name="place"><xsl:value-of select="f:place(.)"/></xsl:attribute>
            <xsl:call-template name="target-reference"/>
            <xsl:attribute name="weight">
              <xsl:for-each select="key('target', @target)[1]">
                <xsl:call-template name="weight-now">
                  <xsl:with-param name="department" select="$department"/>
                  <xsl:with-param name="date" select="$date"/>
                </xsl:call-template>
              </xsl:for-each>
            </xsl:attribute>
            <xsl:apply-templates select="measures | progress" mode="copy"/>
          </xsl:copy>
        </xsl:for-each>
      </f:fold>
    </half-year-report>
  </xsl:template>

  <xsl:template match="adjustment">
    <adjustment place="{f:place(.)}" old-weight="{key('target', @target)[1]/@weight}">
      <xsl:copy-of select="@new-weight | @approved | @approved-by"/>
      <xsl:call-template name="target-reference"/>
      <xsl:apply-templates select="reason" mode="copy"/>
    </adjustment>
  </xsl:template>

  <!-- Context: department with scores. -->
  <xsl:template name="result">
    <xsl:variable name="department" select="@id"/>
    <xsl:variable name="scores">
      <xsl:for-each select="$common-targets | key('specific', @id)[1]/target">
        <xsl:variable name="score" select="key('score', concat($department, ' ', @id))[1]"/>
        <xsl:variable name="weight"><xsl:call-template name="weight-now"><xsl:with-param name="department" select="$department"/></xsl:call-template></xsl:variable>
        <xsl:if test="$score or f:compare($weight, 0) &gt; 0">
          <score place="{f:place($score)}" target="{@id}" part="{substring-before(name(..), '-')}" number="{count(preceding-sibling::target) + 1}"
                 title="{normalize-space(title)}" weight="{$weight}" points="{$score/@points}">
            <xsl:copy-of select="$score/@self"/>
            <xsl:if test="$score"><xsl:attribute name="deducted"><xsl:value-of select="f:subtract($weight, $score/@points)"/></xsl:attribute></xsl:if>
            <xsl:apply-templates select="$score/reason" mode="copy"/>
          </score>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="score" select="exsl:node-set($scores)/score"/>
    <xsl:variable name="total" select="f:sum($score[@points != '']/@points)"/>
    <assessment place="{f:place($assessment)}" date="{$assessment-date}" common="{f:sum($score[@part = 'common'][@points != '']/@points)}"
                specific="{f:sum($score[@part = 'specific'][@points != '']/@points)}" total="{$total}"
                common-weight="{f:sum($score[@part = 'common']/@weight)}" specific-weight="{f:sum($score[@part = 'specific']/@weight)}"
                deducted="{f:subtract(f:sum($score/@weight), $total)}" complete="{not($score[@points = ''])}"
                provisional="{boolean(key('open-objection', @id))}">
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="@id"/>
        <xsl:with-param name="date" select="$assessment-date"/>
      </xsl:call-template>
      <xsl:for-each select="exsl:node-set($results)">
        <xsl:copy-of select="key('row', $department)/@*[name() = 'rank' or name() = 'tied' or name() = 'veto' or name() = 'grade']"/>
      </xsl:for-each>
      <f:fold>
        <xsl:call-template name="officials-on">
          <xsl:with-param name="department" select="@id"/>
          <xsl:with-param name="date" select="$assessment-date"/>
        </xsl:call-template>
        <xsl:copy-of select="$scores"/>
      </f:fold>
    </assessment>
  </xsl:template>

  <!-- The ranking with names, grade and award, made once; R21. -->
  <xsl:variable name="results">
    <xsl:for-each select="$ranking">
      <xsl:variable name="row" select="."/>
      <row>
        <xsl:copy-of select="@*"/>
        <xsl:for-each select="$scheme">
          <xsl:call-template name="names">
            <xsl:with-param name="department" select="$row/@department"/>
            <xsl:with-param name="date" select="$result-date"/>
          </xsl:call-template>
          <xsl:attribute name="advanced"><xsl:value-of select="boolean(key('advanced', $row/@department))"/></xsl:attribute>
          <xsl:attribute name="provisional"><xsl:value-of select="boolean(key('open-objection', $row/@department))"/></xsl:attribute>
          <xsl:attribute name="grade"><xsl:call-template name="grade"><xsl:with-param name="total" select="string($row/@total)"/></xsl:call-template></xsl:attribute>
        </xsl:for-each>
      </row>
    </xsl:for-each>
  </xsl:variable>

  <!-- The highest band that the total reaches; none without bands. -->
  <xsl:template name="grade">
    <xsl:param name="total"/>
    <xsl:for-each select="$parameters/bands/band[f:compare($total, @from) &gt;= 0]">
      <xsl:sort select="f:sort-key(@from)" order="descending"/>
      <xsl:if test="position() = 1"><xsl:value-of select="@name"/></xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="ranking">
    <xsl:variable name="rows" select="exsl:node-set($results)/row"/>
    <ranking place="{f:place(assessment[1])}" date="{$assessment-date}" result-date="{$result-date}" assessed="{count($rows)}" vetoed="{count($rows[@veto = 'true'])}"
             complete="{count($rows) = count($assessed)}" pass-mark="{normalize-space($parameters/pass-mark)}">
      <xsl:if test="$rows">
        <xsl:attribute name="highest"><xsl:value-of select="$rows[1]/@total"/></xsl:attribute>
        <xsl:attribute name="lowest"><xsl:value-of select="$rows[last()]/@total"/></xsl:attribute>
        <xsl:attribute name="mean"><xsl:value-of select="f:mean($rows/@total, 2)"/></xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="$rows"/>
      <xsl:for-each select="$parameters/bands/band">
        <xsl:variable name="band" select="@name"/>
        <band place="{f:place(.)}" name="{@name}" from="{@from}">
          <xsl:attribute name="count">
            <xsl:for-each select="exsl:node-set($results)"><xsl:value-of select="count(key('row-by-grade', $band))"/></xsl:for-each>
          </xsl:attribute>
        </band>
      </xsl:for-each>
    </ranking>
  </xsl:template>

</xsl:stylesheet>
