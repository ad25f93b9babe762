<?xml version="1.0" encoding="UTF-8"?>
<!-- Targets: number, measures, points, basis, dates, adjustments (R05–R12, R35). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="f exsl">

  <xsl:key name="body" match="/scheme/division-of-work/task/lead|/scheme/division-of-work/task/assisting" use="@department"/>

  <xsl:template name="targets.rules">
    <xsl:apply-templates select="." mode="R05"/>
    <xsl:apply-templates select="register/department" mode="R06"/>
    <xsl:apply-templates select="common-targets/target | specific-targets/target" mode="R07"/>
    <xsl:apply-templates select="common-targets | specific-targets" mode="R08"/>
    <xsl:apply-templates select="specific-targets/target | common-targets/target/basis" mode="R09"/>
    <xsl:apply-templates select="specific-targets[@proposed]" mode="R10"/>
    <xsl:apply-templates select="specific-targets" mode="R11"/>
    <xsl:apply-templates select="common-targets/target | specific-targets/target" mode="R12"/>
    <xsl:apply-templates select="adjustment" mode="R35"/>
    <xsl:apply-templates select="register/department[key('adjustments-of', @id)]" mode="R35"/>
  </xsl:template>

  <xsl:template match="scheme" mode="R05">
    <xsl:variable name="count" select="count(common-targets/target)"/>
    <xsl:choose>
      <xsl:when test="$count = 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R05</xsl:with-param>
          <xsl:with-param name="at" select="(common-targets | .)[last()]"/>
          <xsl:with-param name="touches" select="$touches-targets"/>
          <xsl:with-param name="zh" select="'没有共性目标（common-targets），一般应有3至5项，请补上'"/>
          <xsl:with-param name="en" select="'there are no common targets (common-targets); add them, as a rule 3 to 5'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$count &lt; 3 or $count &gt; 5">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R05</xsl:with-param>
          <xsl:with-param name="at" select="common-targets[1]"/>
          <xsl:with-param name="zh" select="concat('共性目标有', $count, '项，一般应为3至5项，请核对')"/>
          <xsl:with-param name="en" select="concat('there are ', $count, ' common targets; as a rule there are 3 to 5; add or join some')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="department" mode="R06">
    <xsl:variable name="specific" select="key('specific', @id)"/>
    <xsl:variable name="count" select="count($specific/target)"/>
    <xsl:choose>
      <xsl:when test="$count = 0 and ($specific or key('agreement', @id) or key('scores-of', @id))">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R06</xsl:with-param>
          <xsl:with-param name="at" select="($specific | self::*[not($specific)])[last()]"/>
          <xsl:with-param name="touches" select="$touches-targets"/>
          <xsl:with-param name="zh" select="concat('部门“', @id, '”没有专业目标，原则上应有5至8项，请补上')"/>
          <xsl:with-param name="en" select="concat('department ', @id, ' has no specific targets; in principle there are 5 to 8; add them')"/>
        </xsl:call-template>
      </xsl:when>
      <!-- a body that only has tasks, or a part in cases, needs no targets -->
      <xsl:when test="$count = 0 and (key('body', @id) or @id = $parameters/supervision/@department)"/>
      <xsl:when test="$count = 0">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R06</xsl:with-param>
          <xsl:with-param name="zh" select="concat('部门“', @id, '”列入名录，但本年度没有目标，请补上或者核对名录')"/>
          <xsl:with-param name="en" select="concat('department ', @id, ' is registered, but has no targets this year; add them or say why it is registered')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$count &lt; 5 or $count &gt; 8">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R06</xsl:with-param>
          <xsl:with-param name="at" select="$specific[1]"/>
          <xsl:with-param name="zh" select="concat('部门“', @id, '”有', $count, '项专业目标，原则上应为5至8项，请核对')"/>
          <xsl:with-param name="en" select="concat('department ', @id, ' has ', $count, ' specific targets; in principle there are 5 to 8; add or join some')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- R07: what cannot be measured is no target of the system (scheme, part 3). -->

  <xsl:template match="target" mode="R07">
    <xsl:if test="not(indicator)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R07</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标“', @id, '”没有指标，不能量化的目标不得纳入，请补上指标')"/>
        <xsl:with-param name="en" select="concat('target ', @id, ' has no indicator; what cannot be measured cannot be a target; add one')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="indicator" mode="R07"/>
  </xsl:template>

  <xsl:template match="indicator" mode="R07">
    <xsl:choose>
      <xsl:when test="@relation = 'by' and not(@date)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R07</xsl:with-param>
          <xsl:with-param name="zh" select="concat('里程碑“', normalize-space(name), '”没有完成日期（date），请补上')"/>
          <xsl:with-param name="en" select="concat('the milestone “', normalize-space(name), '” has no date; add it')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@relation = 'by' and not(evidence)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R07</xsl:with-param>
          <xsl:with-param name="zh" select="concat('里程碑“', normalize-space(name), '”没有证明材料（evidence），请补上')"/>
          <xsl:with-param name="en" select="concat('the milestone “', normalize-space(name), '” has no evidence; add it')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@relation != 'by' and not(@value and @unit)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R07</xsl:with-param>
          <xsl:with-param name="zh" select="concat('指标“', normalize-space(name), '”缺少目标值（value）或者单位（unit），请补上')"/>
          <xsl:with-param name="en" select="concat('the indicator “', normalize-space(name), '” lacks a value or a unit; add it')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="not(scoring)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R07</xsl:with-param>
        <xsl:with-param name="zh" select="concat('指标“', normalize-space(name), '”没有评分标准（scoring），请补上')"/>
        <xsl:with-param name="en" select="concat('the indicator “', normalize-space(name), '” has no scoring rule; add scoring')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R08: exact sums. -->

  <xsl:template match="common-targets" mode="R08">
    <xsl:variable name="sum" select="f:sum($common-targets/@weight)"/>
    <xsl:apply-templates select="target" mode="R08"/>
    <xsl:if test="target and not(preceding-sibling::common-targets) and f:compare($sum, $common-points) != 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R08</xsl:with-param>
        <xsl:with-param name="zh" select="concat('共性目标的分值合计', $sum, '分，应为', $common-points, '分，请改正分值')"/>
        <xsl:with-param name="en" select="concat('the common targets add up to ', $sum, ' points, not ', $common-points, '; correct the weights')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="specific-targets" mode="R08">
    <xsl:variable name="sum" select="f:sum(target/@weight)"/>
    <xsl:apply-templates select="target" mode="R08"/>
    <xsl:if test="target and f:compare($sum, $specific-points) != 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R08</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”专业目标的分值合计', $sum, '分，应为', $specific-points, '分，请改正分值')"/>
        <xsl:with-param name="en" select="concat('the specific targets of ', @department, ' add up to ', $sum, ' points, not ', $specific-points, '; correct the weights')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="target" mode="R08">
    <xsl:variable name="sum" select="f:sum(indicator/@weight)"/>
    <xsl:apply-templates select=". | indicator" mode="R08-positive"/>
    <xsl:if test="indicator and f:compare($sum, @weight) != 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R08</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标“', @id, '”各项指标的分值合计', $sum, '分，与目标分值', @weight, '分不符，请改正其一')"/>
        <xsl:with-param name="en" select="concat('the indicators of target ', @id, ' add up to ', $sum, ' points, the target has ', @weight, '; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="target | indicator" mode="R08-positive">
    <xsl:if test="f:compare(@weight, 0) &lt;= 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R08</xsl:with-param>
        <xsl:with-param name="zh" select="concat('分值为', @weight, '，应大于0，请改正')"/>
        <xsl:with-param name="en" select="concat('the weight is ', @weight, '; it must be more than 0; correct it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="target" mode="R09">
    <xsl:if test="not(basis)">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R09</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标“', @id, '”没有写明制定依据（basis），请补上')"/>
        <xsl:with-param name="en" select="concat('target ', @id, ' has no basis; add one')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="basis" mode="R09"/>
  </xsl:template>

  <xsl:template match="basis" mode="R09">
    <xsl:choose>
      <xsl:when test="@kind = 'outline' and not(key('instrument', @ref))">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R09</xsl:with-param>
          <xsl:with-param name="zh" select="concat('没有依据文件“', @ref, '”，请改正ref或者加instrument')"/>
          <xsl:with-param name="en" select="concat('no instrument “', @ref, '”; correct ref or add the instrument')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@kind = 'division' and not(key('task', @ref))">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R09</xsl:with-param>
          <xsl:with-param name="zh" select="concat('任务分工中没有任务“', @ref, '”，请改正ref')"/>
          <xsl:with-param name="en" select="concat('no task “', @ref, '” in the division of work; correct ref')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@kind = 'own' and not(normalize-space())">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R09</xsl:with-param>
          <xsl:with-param name="zh" select="'以本部门突出问题为依据的，应写明是什么问题，请补上'"/>
          <xsl:with-param name="en" select="'a basis of kind own should say which problem it is; write it in the basis'"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- R10: the last day itself is in time; a department that came into being later cannot be late. -->
  <xsl:template match="specific-targets" mode="R10">
    <xsl:variable name="late" select="f:days-between($proposal-deadline, @proposed)"/>
    <xsl:variable name="joined"><xsl:for-each select="key('department', @department)"><xsl:call-template name="joined"/></xsl:for-each></xsl:variable>
    <xsl:if test="$late &gt; 0 and not(translate($joined, '-', '') &gt; translate($proposal-deadline, '-', ''))">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R10</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”于', @proposed, '申报目标，期限为', $proposal-deadline, '，逾期', $late, '日，请核对日期')"/>
        <xsl:with-param name="en" select="concat(@department, ' proposed its targets on ', @proposed, ', ', $late, ' day(s) after the deadline of ', $proposal-deadline, '; see that the dates are right')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R11: each step not before the last one that has a date. To a department that came into being after the issue its common targets
       are issued with its own. -->

  <xsl:template match="specific-targets" mode="R11">
    <xsl:variable name="signed" select="key('agreement', @department)/@signed"/>
    <xsl:variable name="joined"><xsl:for-each select="key('department', @department)"><xsl:call-template name="joined"/></xsl:for-each></xsl:variable>
    <xsl:variable name="common" select="$common-issued[not(translate($joined, '-', '') &gt; translate(., '-', ''))]"/>
    <xsl:call-template name="R11-order">
      <xsl:with-param name="earlier" select="@proposed"/><xsl:with-param name="later" select="@reviewed"/>
    </xsl:call-template>
    <xsl:call-template name="R11-order">
      <xsl:with-param name="earlier" select="@reviewed | @proposed[not(../@reviewed)]"/><xsl:with-param name="later" select="@issued"/>
    </xsl:call-template>
    <xsl:call-template name="R11-order">
      <xsl:with-param name="earlier" select="@issued | @reviewed[not(../@issued)] | @proposed[not(../@issued or ../@reviewed)]"/>
      <xsl:with-param name="later" select="$signed[1]"/>
    </xsl:call-template>
    <xsl:if test="@issued and $common and translate(@issued, '-', '') != translate($common, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R11</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”的专业目标于', @issued, '下达，共性目标于', $common, '下达，应一并下达，请改正日期')"/>
        <xsl:with-param name="en" select="concat('the specific targets of ', @department, ' were issued on ', @issued, ', the common ones on ', $common, '; they are issued together; correct one of the days')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="R11-order">
    <xsl:param name="earlier"/>
    <xsl:param name="later"/>
    <xsl:if test="$earlier and $later and translate($earlier, '-', '') &gt; translate($later, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R11</xsl:with-param>
        <xsl:with-param name="at" select="$later/.."/>
        <xsl:with-param name="zh" select="concat('日期先后颠倒：', name($later), '为', $later, '，早于', name($earlier), '的', $earlier, '；应依次申报、审查、下达、签订，请改正日期')"/>
        <xsl:with-param name="en" select="concat(name($later), ' on ', $later, ' comes before ', name($earlier), ' on ', $earlier, '; the order is proposed, reviewed, issued, signed; correct the dates')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="target" mode="R12">
    <xsl:apply-templates select="@deadline | indicator/@date" mode="R12"/>
    <xsl:if test="parent::specific-targets and not(measures)">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R12</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标“', @id, '”没有工作措施（measures），请补上')"/>
        <xsl:with-param name="en" select="concat('target ', @id, ' has no measures; add them')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="parent::specific-targets and not(responsible[@section][person])">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R12</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标“', @id, '”没有落实到科室和人员（responsible），请补上')"/>
        <xsl:with-param name="en" select="concat('target ', @id, ' names no responsible section and person; add responsible')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@deadline | @date" mode="R12">
    <xsl:if test="substring(., 1, 4) != $year">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R12</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('完成时限', ., '不在', $year, '年内，请改正')"/>
        <xsl:with-param name="en" select="concat('the completion time ', ., ' is not inside ', $year, '; correct deadline')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R35: who, when, why; and the points of the department add up again. -->

  <xsl:template match="adjustment" mode="R35">
    <xsl:if test="not(@approved)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R35</xsl:with-param>
        <xsl:with-param name="zh" select="concat('对目标“', @target, '”的调整没有批准日期（approved），请补上')"/>
        <xsl:with-param name="en" select="concat('the adjustment of ', @target, ' has no day of approval (approved); add it')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@approved-by)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R35</xsl:with-param>
        <xsl:with-param name="zh" select="concat('对目标“', @target, '”的调整没有写明批准机关（approved-by），请补上')"/>
        <xsl:with-param name="en" select="concat('the adjustment of ', @target, ' does not say who approved it (approved-by); add it')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(reason)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R35</xsl:with-param>
        <xsl:with-param name="zh" select="concat('对目标“', @target, '”的调整没有写明理由（reason），请补上')"/>
        <xsl:with-param name="en" select="concat('the adjustment of ', @target, ' has no reason; add it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="department" mode="R35">
    <xsl:call-template name="R35-sum">
      <xsl:with-param name="targets" select="$common-targets"/>
      <xsl:with-param name="points" select="$common-points"/>
    </xsl:call-template>
    <xsl:call-template name="R35-sum">
      <xsl:with-param name="targets" select="key('specific', @id)/target"/>
      <xsl:with-param name="points" select="$specific-points"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Only for targets that were adjusted: what did not add up before is R08's. -->
  <xsl:template name="R35-sum">
    <xsl:param name="targets"/>
    <xsl:param name="points"/>
    <xsl:variable name="department" select="@id"/>
    <xsl:variable name="adjusted" select="key('adjustments-of', @id)[@target = $targets/@id]"/>
    <xsl:if test="$adjusted">
      <xsl:variable name="weights">
        <xsl:for-each select="$targets">
          <weight><xsl:call-template name="weight-now"><xsl:with-param name="department" select="$department"/></xsl:call-template></weight>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="sum" select="f:sum(exsl:node-set($weights)/weight)"/>
      <xsl:if test="f:compare($sum, $points) != 0">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R35</xsl:with-param>
          <xsl:with-param name="at" select="$adjusted[last()]"/>
          <xsl:with-param name="zh" select="concat('调整后部门“', $department, '”的这部分目标合计', $sum, '分，应仍为', $points, '分，请一并调整其他目标')"/>
          <xsl:with-param name="en" select="concat('after the adjustment these targets of ', $department, ' add up to ', $sum, ' points, not ', $points, '; adjust others as well')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
