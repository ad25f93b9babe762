<?xml version="1.0" encoding="UTF-8"?>
<!-- Scores, ranking, veto, circular, awards (R18–R25). Totals and ranks come from lookup.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="f exsl">

  <xsl:key name="honoured" match="/scheme/award[@kind = 'advanced']/department-ref" use="@department"/>

  <xsl:template name="assessment.rules">
    <xsl:if test="assessment">
      <xsl:apply-templates select="$assessed" mode="R18"/>
      <xsl:apply-templates select="$scheme/register/department[key('scores-of', @id)][not(not(name[last()]/@to) or translate(name[last()]/@to, '-', '') &gt;= translate($assessment-date, '-', ''))]" mode="R18-gone"/>
    </xsl:if>
    <xsl:apply-templates select="assessment/score" mode="R18"/>
    <xsl:apply-templates select="assessment/score" mode="R19"/>
    <xsl:apply-templates select="assessment/result" mode="R20"/>
    <xsl:apply-templates select="circular[1]" mode="R22"/>
    <xsl:apply-templates select="parameters[1]" mode="R23"/>
    <xsl:apply-templates select="award/department-ref" mode="R24"/>
    <xsl:apply-templates select="award[@kind = 'advanced']" mode="R25"/>
  </xsl:template>

  <!-- R18: a written 0 is a score, nothing is not. -->

  <xsl:template match="department" mode="R18">
    <xsl:variable name="missing"><xsl:call-template name="missing-scores"/></xsl:variable>
    <xsl:if test="$missing != ''">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R18</xsl:with-param>
        <xsl:with-param name="at" select="(key('scores-of', @id) | self::*[not(key('scores-of', @id))])[last()]"/>
        <xsl:with-param name="touches" select="$touches-results"/>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有目标', normalize-space($missing), '的得分；0分也要写明')"/>
        <xsl:with-param name="en" select="concat(@id, ' has no score for ', normalize-space($missing), '; a 0 is written too')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- It has a score sheet, but no place in the ranking of the others. -->
  <xsl:template match="department" mode="R18-gone">
    <xsl:call-template name="warn">
      <xsl:with-param name="rule">R18</xsl:with-param>
      <xsl:with-param name="at" select="key('scores-of', @id)[1]"/>
      <xsl:with-param name="zh" select="concat('部门“', @id, '”至', name[last()]/@to, '已撤销，考评日', $assessment-date, '不再存在，得分不列入排名，确已撤销的请删去')"/>
      <xsl:with-param name="en" select="concat('department ', @id, ' ended on ', name[last()]/@to, ', before the assessment of ', $assessment-date, ': its scores are not ranked; drop them if it was dissolved')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="score" mode="R18">
    <xsl:if test="count(. | key('score', concat(@department, ' ', @target))[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R18</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”目标“', @target, '”的得分重复，请删去一个')"/>
        <xsl:with-param name="en" select="concat(@department, ' has a second score for ', @target, '; drop one')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="score" mode="R19">
    <xsl:variable name="score" select="."/>
    <xsl:for-each select="key('target', @target)[1]">
      <xsl:variable name="weight"><xsl:call-template name="weight-now"><xsl:with-param name="department" select="$score/@department"/></xsl:call-template></xsl:variable>
      <xsl:if test="$score/@self and f:compare($score/@self, $weight) &gt; 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R19</xsl:with-param>
          <xsl:with-param name="at" select="$score"/>
          <xsl:with-param name="zh" select="concat('部门“', $score/@department, '”目标“', @id, '”自评', $score/@self, '分，超过分值', $weight, '分，请改正')"/>
          <xsl:with-param name="en" select="concat($score/@department, ' gave itself ', $score/@self, ' points for ', @id, ', which is worth ', $weight, '; correct self or the weight')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="f:compare($score/@points, $weight) &gt; 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R19</xsl:with-param>
          <xsl:with-param name="at" select="$score"/>
          <xsl:with-param name="zh" select="concat('部门“', $score/@department, '”目标“', @id, '”得', $score/@points, '分，超过分值', $weight, '分，请改正')"/>
          <xsl:with-param name="en" select="concat($score/@department, ' has ', $score/@points, ' points for ', @id, ', which is worth ', $weight, '; correct the points')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="result" mode="R20">
    <xsl:variable name="result" select="."/>
    <xsl:for-each select="exsl:node-set($ranking-tree)">
      <xsl:variable name="row" select="key('row', $result/@department)"/>
      <xsl:if test="$row and $result/@total and f:compare($result/@total, string($row/@total)) != 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R20</xsl:with-param>
          <xsl:with-param name="at" select="$result"/>
          <xsl:with-param name="zh" select="concat('部门“', $result/@department, '”所写总分', $result/@total, '，算得', $row/@total, '，请改正或者删去')"/>
          <xsl:with-param name="en" select="concat($result/@department, ': the total is written as ', $result/@total, ' but computed as ', $row/@total, '; correct it or leave it out')"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:if test="$row and $result/@rank and $result/@rank != $row/@rank">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R20</xsl:with-param>
          <xsl:with-param name="at" select="$result"/>
          <xsl:with-param name="zh" select="concat('部门“', $result/@department, '”所写名次', $result/@rank, '，算得', $row/@rank, '，请改正或者删去')"/>
          <xsl:with-param name="en" select="concat($result/@department, ': the rank is written as ', $result/@rank, ' but computed as ', $row/@rank, '; correct it or leave it out')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- R22: the five bodies are data, since usage differs; the departments are added by the program. -->
  <xsl:template match="circular" mode="R22">
    <xsl:variable name="bodies" select="../distribution/report-to"/>
    <xsl:choose>
      <xsl:when test="not($bodies)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R22</xsl:with-param>
          <xsl:with-param name="zh" select="'情况通报没有报送对象，请在distribution中写明五大班子（report-to）'"/>
          <xsl:with-param name="en" select="'the circular is reported to nobody; name the five bodies in distribution (report-to)'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="count($bodies) != 5">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R22</xsl:with-param>
          <xsl:with-param name="at" select="$bodies[1]/.."/>
          <xsl:with-param name="zh" select="concat('情况通报报送', count($bodies), '个单位，一般为五大班子，请核对')"/>
          <xsl:with-param name="en" select="concat('the circular is reported to ', count($bodies), ' bodies, not to the five; complete distribution')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="parameters" mode="R23">
    <xsl:choose>
      <xsl:when test="not(pass-mark)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R23</xsl:with-param>
          <xsl:with-param name="touches" select="concat('agreement', $touches-results)"/>
          <xsl:with-param name="zh" select="'没有规定分数（pass-mark），无法判定一票否决，请写明'"/>
          <xsl:with-param name="en" select="'there is no pass mark (pass-mark), so the veto cannot be judged; write pass-mark'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="f:compare(pass-mark, 100) &gt; 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R23</xsl:with-param>
          <xsl:with-param name="touches" select="concat('agreement', $touches-results)"/>
          <xsl:with-param name="at" select="pass-mark"/>
          <xsl:with-param name="zh" select="concat('规定分数为', pass-mark, '，超过满分100分，请改正')"/>
          <xsl:with-param name="en" select="concat('the pass mark is ', pass-mark, ', above the full 100 points; lower it')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- R24: every award of the year, not only that of advanced unit. -->
  <xsl:template match="department-ref" mode="R24">
    <xsl:variable name="ref" select="."/>
    <xsl:for-each select="exsl:node-set($ranking-tree)">
      <xsl:variable name="row" select="key('row', $ref/@department)"/>
      <xsl:if test="$row/@veto = 'true'">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R24</xsl:with-param>
          <xsl:with-param name="at" select="$ref"/>
          <xsl:with-param name="zh" select="concat('部门“', $ref/@department, '”总分', $row/@total, '，低于规定分数', $parameters/pass-mark, '，一票否决，不得评先，请从名单中删去')"/>
          <xsl:with-param name="en" select="concat($ref/@department, ' has ', $row/@total, ' points, below the pass mark of ', $parameters/pass-mark, ': vetoed, no award; take it off the list')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- R25: nobody is passed over for a lower score; a tie at the cut-off wants a decision. -->

  <xsl:template match="award" mode="R25">
    <xsl:variable name="award" select="."/>
    <xsl:variable name="chosen-tree">
      <xsl:for-each select="department-ref">
        <xsl:variable name="department" select="@department"/>
        <xsl:for-each select="exsl:node-set($ranking-tree)"><xsl:copy-of select="key('row', $department)"/></xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="chosen" select="exsl:node-set($chosen-tree)/row"/>
    <xsl:variable name="count" select="$parameters/advanced/@count"/>
    <xsl:apply-templates select="department-ref" mode="R25"/>
    <xsl:if test="$chosen">
      <xsl:variable name="least" select="f:min($chosen/@total)"/>
      <xsl:for-each select="$ranking[@veto = 'false'][f:compare(string(@total), $least) &gt; 0]">
        <xsl:variable name="row" select="."/>
        <xsl:for-each select="$award">
          <xsl:if test="not(key('honoured', $row/@department)[generate-id(..) = generate-id($award)])">
            <xsl:call-template name="complain">
              <xsl:with-param name="rule">R25</xsl:with-param>
              <xsl:with-param name="zh" select="concat('部门“', $row/@department, '”总分', $row/@total, '，高于入选的最低分', $least, '，却未列入先进单位，请列入或者改正名单')"/>
              <xsl:with-param name="en" select="concat($row/@department, ' has ', $row/@total, ' points, more than the least among the advanced units (', $least, '), but is not one; add it or correct the list')"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:variable name="tied-tree">
        <xsl:for-each select="$ranking[@veto = 'false'][f:compare(string(@total), $least) = 0]">
          <xsl:variable name="row" select="."/>
          <xsl:for-each select="$award[not(decision)]">
            <xsl:if test="not(key('honoured', $row/@department)[generate-id(..) = generate-id($award)])"><xsl:copy-of select="$row"/></xsl:if>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="award.tied">
        <xsl:with-param name="rows" select="exsl:node-set($tied-tree)/*"/>
        <xsl:with-param name="least" select="$least"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$count and count(department-ref) &gt; $count and not(decision)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R25</xsl:with-param>
        <xsl:with-param name="zh" select="concat('先进单位', count(department-ref), '个，超过名额', $count, '个，请减少或者改正名额')"/>
        <xsl:with-param name="en" select="concat('there are ', count(department-ref), ' advanced units, more than ', $count, '; drop some or correct count')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$count and count(department-ref) &lt; $count and count($ranking[@veto = 'false']) &gt; count(department-ref)">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R25</xsl:with-param>
        <xsl:with-param name="zh" select="concat('先进单位', count(department-ref), '个，名额为', $count, '个，请核对')"/>
        <xsl:with-param name="en" select="concat('there are ', count(department-ref), ' advanced units, with places for ', $count, '; see whether that is meant')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- one complaint for all that tie: the first few are named -->
  <xsl:template name="award.tied">
    <xsl:param name="rows"/>
    <xsl:param name="least"/>
    <xsl:variable name="named" select="5"/>
    <xsl:variable name="zh">
      <xsl:for-each select="$rows[position() &lt;= $named]"><xsl:if test="position() &gt; 1">、</xsl:if>“<xsl:value-of select="@department"/>”</xsl:for-each>
      <xsl:if test="count($rows) &gt; $named">等<xsl:value-of select="count($rows)"/>个部门</xsl:if>
    </xsl:variable>
    <xsl:variable name="en">
      <xsl:for-each select="$rows[position() &lt;= $named]"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@department"/></xsl:for-each>
      <xsl:if test="count($rows) &gt; $named"> and <xsl:value-of select="count($rows) - $named"/> more</xsl:if>
      <xsl:if test="count($rows) = 1"> ties</xsl:if><xsl:if test="count($rows) &gt; 1"> tie</xsl:if>
    </xsl:variable>
    <xsl:if test="$rows">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R25</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门', $zh, '与入选的最低分同为', $least, '分，取舍须有决定，请写明（decision）')"/>
        <xsl:with-param name="en" select="concat($en, ' with the last advanced unit at ', $least, ' points; say what was decided (decision)')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="department-ref" mode="R25">
    <xsl:variable name="ref" select="."/>
    <xsl:variable name="cut-off" select="$parameters/advanced/@cut-off"/>
    <xsl:if test="key('department', @department)">
      <xsl:for-each select="exsl:node-set($ranking-tree)">
        <xsl:variable name="row" select="key('row', $ref/@department)"/>
        <xsl:choose>
          <xsl:when test="not($row)">
            <xsl:call-template name="complain">
              <xsl:with-param name="rule">R25</xsl:with-param>
              <xsl:with-param name="at" select="$ref"/>
              <xsl:with-param name="zh" select="concat('部门“', $ref/@department, '”没有完整的考评得分，不能列为先进单位，请补全得分或者从名单中删去')"/>
              <xsl:with-param name="en" select="concat($ref/@department, ' has no complete scores and cannot be an advanced unit; complete its scores or take it off the list')"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:when test="$cut-off and f:compare(string($row/@total), $cut-off) &lt; 0">
            <xsl:call-template name="complain">
              <xsl:with-param name="rule">R25</xsl:with-param>
              <xsl:with-param name="at" select="$ref"/>
              <xsl:with-param name="zh" select="concat('部门“', $ref/@department, '”总分', $row/@total, '，低于先进单位分数线', $cut-off, '，请从名单中删去')"/>
              <xsl:with-param name="en" select="concat($ref/@department, ' has ', $row/@total, ' points, below the ', $cut-off, ' for advanced units; take it off the list')"/>
            </xsl:call-template>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
