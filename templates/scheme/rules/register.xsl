<?xml version="1.0" encoding="UTF-8"?>
<!-- Who takes part: register, leading group, division of work (R01–R04, R33, R34). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:template name="register.rules">
    <xsl:apply-templates select="register/department" mode="R01"/>
    <xsl:apply-templates select="register/department" mode="R02"/>
    <xsl:apply-templates select="specific-targets/@proposed" mode="R02"/> <!-- each by itself: libxml2 joins large sets in quadratic time -->
    <xsl:apply-templates select="half-year-report/@date" mode="R02"/>
    <xsl:if test="assessment">
      <xsl:apply-templates select="$assessed[key('scores-of', @id)]" mode="R02-assessed"/>
    </xsl:if>
    <xsl:apply-templates select="." mode="R03"/>
    <xsl:apply-templates select="register/department" mode="R04"/>
    <xsl:apply-templates select="agreement/@signed" mode="R04"/>
    <xsl:apply-templates select="case/notice/@date" mode="R04"/>
    <xsl:apply-templates select="leading-group/office" mode="R33"/>
    <xsl:apply-templates select="division-of-work/task/assisting" mode="R34"/>
  </xsl:template>

  <xsl:template match="department" mode="R01">
    <xsl:if test="not(@kind = 'organ' or @kind = 'authorised' or @kind = 'entrusted')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”的种类是“', @kind, '”，应为organ（行政执法机关）、authorised（授权组织）或者entrusted（委托组织）')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ': kind is “', @kind, '”; use organ, authorised or entrusted')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@kind = 'entrusted' and not(@entrusted-by)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('委托组织“', @id, '”没有写明委托机关，请用entrusted-by写明')"/>
        <xsl:with-param name="en" select="concat('entrusted organisation ', @id, ' names no entrusting organ; give entrusted-by')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@entrusted-by and (@kind = 'organ' or @kind = 'authorised')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”写了委托机关“', @entrusted-by, '”，但种类是“', @kind, '”，请改为entrusted或者删去entrusted-by')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' has the entrusting organ “', @entrusted-by, '”, but its kind is ', @kind, '; make it entrusted or drop entrusted-by')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@entrusted-by = @id">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('委托组织“', @id, '”以自己为委托机关，请改为委托它的机关')"/>
        <xsl:with-param name="en" select="concat('entrusted organisation ', @id, ' names itself as the entrusting organ; name the organ that entrusted it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="department" mode="R02">
    <xsl:if test="not(official[@role = 'head'])">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有主要负责人（第一责任人），请加official role=&quot;head&quot;')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' has no main responsible person; add an official with role=&quot;head&quot;')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="official[@role = 'head']">
      <xsl:variable name="from" select="translate(@from, '-', '')"/>
      <xsl:variable name="to" select="translate(@to, '-', '')"/>
      <xsl:variable name="other" select="preceding-sibling::official[@role = 'head'][not($to &lt; translate(@from, '-', ''))][not(translate(@to, '-', '') &lt; $from)][1]"/>
      <xsl:if test="$other">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R02</xsl:with-param>
          <xsl:with-param name="zh" select="concat('部门“', ../@id, '”的主要负责人“', normalize-space($other/person), '”与“', normalize-space(person), '”任期重叠，请用from和to分开')"/>
          <xsl:with-param name="en" select="concat('department ', ../@id, ': the heads “', normalize-space($other/person), '” and “', normalize-space(person), '” are in office at the same time; part them with from and to')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="not(official[@role = 'deputy'])">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有写明分管领导（official role=&quot;deputy&quot;），请补上')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' names no deputy in charge (official role=&quot;deputy&quot;); add it')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(official[@role = 'city-leader'])">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有写明市政府分管领导（official role=&quot;city-leader&quot;），请补上')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' names no deputy mayor in charge (official role=&quot;city-leader&quot;); add it')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(section)">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有写明责任科室（section），请补上')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' names no section in charge; add section')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(official[@role = 'contact'])">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @id, '”没有写明具体负责的专人（official role=&quot;contact&quot;），请补上')"/>
        <xsl:with-param name="en" select="concat('department ', @id, ' names no contact (official role=&quot;contact&quot;); add it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Nobody is head on the day of a document that names the head: it has nobody to sign. (An agreement: R15.) -->
  <xsl:template match="specific-targets/@proposed" mode="R02">
    <xsl:call-template name="vacant">
      <xsl:with-param name="department" select="../@department"/>
      <xsl:with-param name="date" select="."/>
      <xsl:with-param name="at" select=".."/>
      <xsl:with-param name="zh">申报表</xsl:with-param>
      <xsl:with-param name="en">proposal form</xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="half-year-report/@date" mode="R02">
    <xsl:call-template name="vacant">
      <xsl:with-param name="department" select="../@department"/>
      <xsl:with-param name="date" select="."/>
      <xsl:with-param name="at" select=".."/>
      <xsl:with-param name="zh">半年小结</xsl:with-param>
      <xsl:with-param name="en">half-year report</xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="department" mode="R02-assessed">
    <xsl:call-template name="vacant">
      <xsl:with-param name="department" select="@id"/>
      <xsl:with-param name="date" select="$assessment-date"/>
      <xsl:with-param name="at" select="key('scores-of', @id)[1]"/>
      <xsl:with-param name="zh">考核评分表</xsl:with-param>
      <xsl:with-param name="en">score sheet</xsl:with-param>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="vacant">
    <xsl:param name="department"/>
    <xsl:param name="date"/>
    <xsl:param name="at"/>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <xsl:variable name="day" select="translate($date, '-', '')"/>
    <xsl:variable name="heads" select="key('department', $department)/official[@role = 'head']"/>
    <xsl:if test="$heads and not($heads[not(translate(@from, '-', '') &gt; $day)][not(translate(@to, '-', '') &lt; $day)])">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R02</xsl:with-param>
        <xsl:with-param name="at" select="$at"/>
        <xsl:with-param name="zh" select="concat('部门“', $department, '”在', $date, '没有在任的主要负责人，', $zh, '无人签字；请补上任期（official的from、to）')"/>
        <xsl:with-param name="en" select="concat('department ', $department, ' has no head in office on ', $date, ': nobody signs its ', $en, '; complete the terms (from and to of official)')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R03: what is one in a year, ids, references. -->

  <xsl:template match="scheme" mode="R03">
    <xsl:call-template name="needed"><xsl:with-param name="element">government</xsl:with-param><xsl:with-param name="found" select="government"/></xsl:call-template>
    <xsl:call-template name="needed"><xsl:with-param name="element">leading-group</xsl:with-param><xsl:with-param name="found" select="leading-group"/></xsl:call-template>
    <xsl:call-template name="needed"><xsl:with-param name="element">parameters</xsl:with-param><xsl:with-param name="found" select="parameters"/></xsl:call-template>
    <xsl:call-template name="needed"><xsl:with-param name="element">register</xsl:with-param><xsl:with-param name="found" select="register/department"/></xsl:call-template>
    <xsl:apply-templates select="government[position() &gt; 1] | leading-group[position() &gt; 1] | parameters[position() &gt; 1] | common-targets[position() &gt; 1]
      | distribution[position() &gt; 1] | circular[position() &gt; 1]" mode="once"/>
    <xsl:apply-templates select="specific-targets[count(. | key('specific', @department)[1]) != 1]" mode="once"/>
    <xsl:apply-templates select="half-year-report[count(. | key('half-year-report', @department)[1]) != 1]" mode="once"/>
    <xsl:apply-templates select="register/department[count(. | key('department', @id)[1]) != 1]
      | division-of-work/task[count(. | key('task', @id)[1]) != 1]
      | instrument[count(. | key('instrument', @id)[1]) != 1]
      | inspection[count(. | key('inspection', @id)[1]) != 1]
      | case[count(. | key('case', @id)[1]) != 1]
      | common-targets/target[count(. | key('target', @id)[1]) != 1]
      | specific-targets/target[count(. | key('target', @id)[1]) != 1]" mode="R03-id"/>
    <xsl:apply-templates select="//@department | register/department/@entrusted-by | //target/@drafted-by | case/notice/@issuer" mode="R03-reference"/>
    <xsl:apply-templates select="inspection/finding/@target" mode="R03-reference"/>
    <xsl:apply-templates select="half-year-report/*/@target" mode="R03-reference"/>
    <xsl:apply-templates select="assessment/score/@target" mode="R03-reference"/>
    <xsl:apply-templates select="adjustment/@target" mode="R03-reference"/>
    <xsl:apply-templates select="bulletin/@inspection | case/compensation/recovery/@person" mode="R03-reference"/>
  </xsl:template>

  <xsl:template name="needed">
    <xsl:param name="element"/>
    <xsl:param name="found"/>
    <xsl:if test="not($found)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R03</xsl:with-param>
        <xsl:with-param name="zh" select="concat('本年度没有', $element, '，请补充')"/>
        <xsl:with-param name="en" select="concat('the year has no ', $element, '; add it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="once">
    <xsl:call-template name="complain">
      <xsl:with-param name="rule">R03</xsl:with-param>
      <xsl:with-param name="zh" select="concat(name(), '重复，只能有一个，请合并或者删去')"/>
      <xsl:with-param name="en" select="concat('a second ', name(), '; there is one only: merge or drop it')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*" mode="R03-id">
    <xsl:call-template name="complain">
      <xsl:with-param name="rule">R03</xsl:with-param>
      <xsl:with-param name="zh" select="concat('标识“', @id, '”重复（', name(), '），请另取一个')"/>
      <xsl:with-param name="en" select="concat('the id “', @id, '” is used twice (', name(), '); choose another')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A task, a parameter, a member of the group is nobody's own: all that shows it is refused. -->
  <xsl:template match="@department | @entrusted-by | @drafted-by | @issuer" mode="R03-reference">
    <xsl:if test="not(key('department', .))">
      <xsl:variable name="nobody" select="ancestor::division-of-work | ancestor::parameters | ancestor::leading-group"/>
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R03</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="department" select="ancestor::*[@department][not($nobody)][1]/@department | ancestor::department/@id"/>
        <xsl:with-param name="zh" select="concat('名录中没有部门“', ., '”（', name(), '），请改正或者列入名录')"/>
        <xsl:with-param name="en" select="concat('no department “', ., '” in the register (', name(), '); correct it or register it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A target is common, or the department's own. -->
  <xsl:template match="@target" mode="R03-reference">
    <xsl:variable name="department" select="ancestor::*[@department][1]/@department"/>
    <xsl:variable name="targets" select="key('target', .)"/>
    <xsl:choose>
      <xsl:when test="not($targets)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R03</xsl:with-param>
          <xsl:with-param name="at" select=".."/>
          <xsl:with-param name="zh" select="concat('没有目标“', ., '”，请改正')"/>
          <xsl:with-param name="en" select="concat('no target “', ., '”; correct it')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="key('department', $department) and not($targets[parent::common-targets or ../@department = $department])">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R03</xsl:with-param>
          <xsl:with-param name="at" select=".."/>
          <xsl:with-param name="zh" select="concat('目标“', ., '”属于部门“', $targets/../@department, '”，不属于“', $department, '”，请改正')"/>
          <xsl:with-param name="en" select="concat('target “', ., '” belongs to ', $targets/../@department, ', not to ', $department, '; correct the target or the department')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@inspection" mode="R03-reference">
    <xsl:if test="not(key('inspection', .))">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R03</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('没有检查“', ., '”，请改正')"/>
        <xsl:with-param name="en" select="concat('no inspection “', ., '”; correct it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="recovery/@person" mode="R03-reference">
    <xsl:if test="not(ancestor::case/responsible-person[normalize-space(person) = normalize-space(current())])">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R03</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('“', ., '”不是本案的责任人，不能向其追偿，请改正或者补上责任人')"/>
        <xsl:with-param name="en" select="concat('“', ., '” is not a responsible person of this case; nothing can be recovered from them; correct from or add the person')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R04: the periods of a name follow one another day by day. -->

  <xsl:template match="department" mode="R04">
    <xsl:apply-templates select="name | short-name" mode="R04"/>
  </xsl:template>

  <xsl:template match="name | short-name" mode="R04">
    <xsl:variable name="next" select="following-sibling::*[name() = name(current())][1]"/>
    <xsl:if test="@from and @to and translate(@from, '-', '') &gt; translate(@to, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R04</xsl:with-param>
        <xsl:with-param name="zh" select="concat('名称“', normalize-space(), '”的使用期间始于', @from, '、止于', @to, '，先后颠倒，请改正')"/>
        <xsl:with-param name="en" select="concat('the name “', normalize-space(), '” runs from ', @from, ' to ', @to, ': backwards; correct from or to')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($next)"/>
      <xsl:when test="not(@to) or not($next/@from)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R04</xsl:with-param>
          <xsl:with-param name="at" select="$next"/>
          <xsl:with-param name="zh" select="concat('名称“', normalize-space($next), '”与前一名称“', normalize-space(), '”的使用期间重叠，请用to和from分开')"/>
          <xsl:with-param name="en" select="concat('the names “', normalize-space(), '” and “', normalize-space($next), '” overlap; part them with to and from')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="f:days-between(@to, $next/@from) &lt; 1">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R04</xsl:with-param>
          <xsl:with-param name="at" select="$next"/>
          <xsl:with-param name="zh" select="concat('名称“', normalize-space($next), '”自', $next/@from, '启用，前一名称用至', @to, '，期间重叠，请改正其一')"/>
          <xsl:with-param name="en" select="concat('the name “', normalize-space($next), '” begins on ', $next/@from, ', the one before runs to ', @to, ': they overlap; correct one of them')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="f:days-between(@to, $next/@from) &gt; 1">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R04</xsl:with-param>
          <xsl:with-param name="at" select="$next"/>
          <xsl:with-param name="zh" select="concat('名称“', normalize-space($next), '”自', $next/@from, '启用，前一名称用至', @to, '，中间没有名称，请使其相接')"/>
          <xsl:with-param name="en" select="concat('the name “', normalize-space($next), '” begins on ', $next/@from, ', the one before runs to ', @to, ': a gap; join them')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A document of a department needs a name in force on its date. -->
  <xsl:template match="agreement/@signed | notice/@date" mode="R04">
    <xsl:variable name="day" select="translate(., '-', '')"/>
    <xsl:variable name="department" select="key('department', ancestor::*[@department][last()]/@department)"/>
    <xsl:if test="$department and not($department/name[not(@from) or translate(@from, '-', '') &lt;= $day][not(@to) or translate(@to, '-', '') &gt;= $day])">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R04</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('部门“', $department/@id, '”在', ., '没有名称，文书无从称呼，请补上名称的起止日期')"/>
        <xsl:with-param name="en" select="concat('department ', $department/@id, ' has no name in force on ', ., ', the day of this document; complete the terms of its names')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="office" mode="R33">
    <xsl:variable name="legal-affairs" select="$parameters/legal-affairs/@department"/>
    <!-- whoever was head in the course of the year -->
    <xsl:variable name="head" select="key('department', $legal-affairs)/official[@role = 'head'][not(substring(@to, 1, 4) &lt; $year)]/person"/>
    <xsl:choose>
      <xsl:when test="not(director)">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R33</xsl:with-param>
          <xsl:with-param name="zh" select="'领导小组办公室没有写明主任，请补上'"/>
          <xsl:with-param name="en" select="'the office of the leading group has no director; add director'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$legal-affairs and director/@department != $legal-affairs">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R33</xsl:with-param>
          <xsl:with-param name="at" select="director"/>
          <xsl:with-param name="zh" select="concat('办公室主任应由法制局（', $legal-affairs, '）局长兼任，现为“', director/@department, '”，请核对')"/>
          <xsl:with-param name="en" select="concat('the director should be the head of the legal affairs bureau (', $legal-affairs, '), not of “', director/@department, '”; see that this is right')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="director/person and $head and not($head[normalize-space() = normalize-space(current()/director/person)])">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R33</xsl:with-param>
          <xsl:with-param name="at" select="director"/>
          <xsl:with-param name="zh" select="concat('办公室主任“', director/person, '”不是法制局主要负责人“', $head[last()], '”，请核对')"/>
          <xsl:with-param name="en" select="concat('the director “', director/person, '” is not the head of the legal affairs bureau, “', $head[last()], '”; see that this is right')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="assisting" mode="R34">
    <xsl:if test="@department = ../lead/@department">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R34</xsl:with-param>
        <xsl:with-param name="zh" select="concat('任务“', ../@id, '”中，部门“', @department, '”既主办又协办，请去掉一个')"/>
        <xsl:with-param name="en" select="concat('task ', ../@id, ': ', @department, ' both leads and assists; drop one')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
