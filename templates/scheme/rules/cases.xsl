<?xml version="1.0" encoding="UTF-8"?>
<!-- Cases of wrongful enforcement and their documents (R26–R32, R36). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:key name="case-number" match="/scheme/case" use="normalize-space(@number)"/>
  <!-- The notices' series begins anew with each year of issue. -->
  <xsl:key name="notice-number" match="/scheme/case/notice" use="concat(substring(@date, 1, 4), ' ', number(@number))"/>

  <xsl:template name="cases.rules">
    <xsl:apply-templates select="case" mode="R26"/>
    <xsl:apply-templates select="case" mode="R27"/>
    <xsl:apply-templates select="case" mode="R28"/>
    <xsl:apply-templates select="case/compensation" mode="R29"/>
    <xsl:apply-templates select="case/notice" mode="R30"/>
    <xsl:apply-templates select="case/correction/@due | case/feedback/@date" mode="R31"/>
    <xsl:apply-templates select="case" mode="R32"/>
    <xsl:apply-templates select="case/objection[@state = 'open']" mode="R36"/>
  </xsl:template>

  <xsl:template match="case" mode="R26">
    <xsl:choose>
      <xsl:when test="not(source)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R26</xsl:with-param>
          <xsl:with-param name="zh" select="concat('错案“', @id, '”没有写明来源（source），请补上')"/>
          <xsl:with-param name="en" select="concat('case ', @id, ' has no source; add source')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="source/@kind = 'other' and not(normalize-space(source))">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R26</xsl:with-param>
          <xsl:with-param name="at" select="source"/>
          <xsl:with-param name="zh" select="concat('错案“', @id, '”的来源为“其他”，应以文字写明')"/>
          <xsl:with-param name="en" select="concat('the source of case ', @id, ' is other; say in words what it is')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="not(contains(' reconsideration litigation inspection report petition other ', concat(' ', source/@kind, ' ')))">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R26</xsl:with-param>
          <xsl:with-param name="at" select="source"/>
          <xsl:with-param name="zh" select="concat('错案“', @id, '”的来源“', source/@kind, '”不在五种途径之内，其他来源请写other并以文字写明')"/>
          <xsl:with-param name="en" select="concat('the source “', source/@kind, '” of case ', @id, ' is none of the five; write other, with words')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="case" mode="R27">
    <xsl:if test="@confirmed and not(notice)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R27</xsl:with-param>
        <xsl:with-param name="zh" select="concat('错案“', @id, '”已于', @confirmed, '认定，没有改进通知书（notice），请补上')"/>
        <xsl:with-param name="en" select="concat('case ', @id, ' was confirmed on ', @confirmed, ' but has no notice; add the notice')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="count(notice) &gt; 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R27</xsl:with-param>
        <xsl:with-param name="at" select="notice[2]"/>
        <xsl:with-param name="zh" select="concat('错案“', @id, '”有', count(notice), '份改进通知书，只能有一份，请删去多余的')"/>
        <xsl:with-param name="en" select="concat('case ', @id, ' has ', count(notice), ' notices; there is one; drop the others')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="notice" mode="R27"/>
  </xsl:template>

  <xsl:template match="notice" mode="R27">
    <xsl:variable name="issuer" select="$parameters/legal-affairs/@department"/>
    <xsl:choose>
      <xsl:when test="not(../@confirmed)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R27</xsl:with-param>
          <xsl:with-param name="zh" select="concat('错案“', ../@id, '”尚未认定（confirmed），不能下达改进通知书，请写明认定日期或者删去通知书')"/>
          <xsl:with-param name="en" select="concat('case ', ../@id, ' is not confirmed, so there can be no notice; write confirmed or drop the notice')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="translate(@date, '-', '') &lt; translate(../@confirmed, '-', '')">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R27</xsl:with-param>
          <xsl:with-param name="zh" select="concat('改进通知书日期', @date, '早于认定日期', ../@confirmed, '，请改正其一')"/>
          <xsl:with-param name="en" select="concat('the notice of ', @date, ' is before the confirmation of ', ../@confirmed, '; correct one of them')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="not($issuer)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R27</xsl:with-param>
          <xsl:with-param name="zh" select="'没有写明政府法制机构（parameters/legal-affairs），改进通知书无制发机关，请写明'"/>
          <xsl:with-param name="en" select="'no legal affairs organ is named (parameters/legal-affairs), so the notice has no issuer; write it'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@issuer and @issuer != $issuer">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R27</xsl:with-param>
          <xsl:with-param name="zh" select="concat('改进通知书由“', @issuer, '”制发，应由政府法制机构“', $issuer, '”制发，请改正')"/>
          <xsl:with-param name="en" select="concat('the notice is issued by “', @issuer, '”, not by the legal affairs organ ', $issuer, '; correct issuer')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="../@department = $issuer">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R27</xsl:with-param>
          <xsl:with-param name="zh" select="concat('错案“', ../@id, '”的责任部门就是制发机关“', $issuer, '”，请考虑由市政府指定其他机关办理')"/>
          <xsl:with-param name="en" select="concat('the department responsible for case ', ../@id, ' is the issuer ', $issuer, ' itself; consider having another organ act')"/>
        </xsl:call-template>
      </xsl:when>
    </xsl:choose>
    <xsl:if test="@department and @department != ../@department">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R27</xsl:with-param>
        <xsl:with-param name="zh" select="concat('改进通知书发给“', @department, '”，应发给责任部门“', ../@department, '”，请改正')"/>
        <xsl:with-param name="en" select="concat('the notice goes to “', @department, '”, not to the responsible department ', ../@department, '; correct it')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- R28: without <transfer> the letter is of the notice's day. -->
  <xsl:template match="case" mode="R28">
    <xsl:variable name="supervision" select="$parameters/supervision/@department"/>
    <xsl:if test="notice and not($supervision)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R28</xsl:with-param>
        <xsl:with-param name="at" select="notice[1]"/>
        <xsl:with-param name="zh" select="'没有写明监察机关（parameters/supervision），错案无法移送，请写明'"/>
        <xsl:with-param name="en" select="'no supervision organ is named (parameters/supervision), so the case cannot be transferred; write it'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="notice and @department = $supervision">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R28</xsl:with-param>
        <xsl:with-param name="zh" select="concat('错案“', @id, '”的责任部门就是监察机关“', $supervision, '”，移送给自己，请考虑移送其他机关')"/>
        <xsl:with-param name="en" select="concat('the department responsible for case ', @id, ' is the supervision organ ', $supervision, ': it is transferred to itself; consider another organ')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="transfer and not(notice)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R28</xsl:with-param>
        <xsl:with-param name="at" select="transfer"/>
        <xsl:with-param name="zh" select="concat('错案“', @id, '”已移送监察机关，但没有改进通知书，请补上')"/>
        <xsl:with-param name="en" select="concat('case ', @id, ' is transferred but has no notice; add the notice')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="transfer and notice and translate(transfer/@date, '-', '') != translate(notice[1]/@date, '-', '')">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R28</xsl:with-param>
        <xsl:with-param name="at" select="transfer"/>
        <xsl:with-param name="zh" select="concat('移送日期', transfer/@date, '与改进通知书日期', notice[1]/@date, '不同，应同时移送，请改正其一')"/>
        <xsl:with-param name="en" select="concat('transferred on ', transfer/@date, ', but the notice is of ', notice[1]/@date, '; both go on the same day; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="compensation" mode="R29">
    <xsl:variable name="recovered" select="f:sum(recovery/@amount)"/>
    <xsl:if test="f:compare(@paid, 0) &lt;= 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('赔偿金额为', @paid, '元，应大于0，请改正或者删去')"/>
        <xsl:with-param name="en" select="concat('the compensation is ', @paid, ' yuan; it must be more than 0; correct it or drop compensation')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="f:compare($recovered, @paid) &gt; 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('追偿合计', $recovered, '元，超过赔偿金额', @paid, '元，请改正金额')"/>
        <xsl:with-param name="en" select="concat($recovered, ' yuan recovered is more than the ', @paid, ' paid; correct the sums')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="f:compare($recovered, 0) = 0">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('已赔偿', @paid, '元，没有向责任部门或者责任人追偿，请核对')"/>
        <xsl:with-param name="en" select="concat(@paid, ' yuan paid and nothing recovered; see whether that is meant')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@decided and ../notice and translate(@decided, '-', '') &lt; translate(../notice[1]/@date, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('追偿决定日期', @decided, '早于改进通知书日期', ../notice[1]/@date, '，请改正其一')"/>
        <xsl:with-param name="en" select="concat('recovery was decided on ', @decided, ', before the notice of ', ../notice[1]/@date, '; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="@paid | recovery/@amount" mode="R29-exact"/>
    <xsl:apply-templates select="recovery" mode="R29"/>
  </xsl:template>

  <!-- Money is exact to the fen: what is below it cannot be paid, nor written in capitals. -->
  <xsl:template match="@paid | @amount" mode="R29-exact">
    <xsl:if test="string-length(substring-after(., '.')) &gt; 2">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('金额', ., '元写到了分以下，请写到分为止')"/>
        <xsl:with-param name="en" select="concat('the sum of ', ., ' yuan goes below the fen; give two decimals at the most')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="recovery" mode="R29">
    <xsl:if test="f:compare(@amount, 0) &lt;= 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('追偿金额为', @amount, '元，应大于0，请改正或者删去')"/>
        <xsl:with-param name="en" select="concat(@amount, ' yuan are recovered; it must be more than 0; correct it or drop it')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@person) and not(@from = 'department')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('没有写明向谁追偿', @amount, '元：请写from=&quot;department&quot;或者person')"/>
        <xsl:with-param name="en" select="concat('it is not said from whom ', @amount, ' yuan are recovered: give from=&quot;department&quot; or person')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@person and ancestor::case/responsible-person[normalize-space(person) = normalize-space(current()/@person)][@degree = 'ordinary']">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R29</xsl:with-param>
        <xsl:with-param name="zh" select="concat('责任人“', @person, '”没有故意或者重大过失，依国家赔偿法不应向其追偿', @amount, '元，请核对')"/>
        <xsl:with-param name="en" select="concat('“', @person, '” acted without intent or gross negligence; the State Compensation Law gives no recovery of ', @amount, ' yuan; see whether it is to be dropped')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="notice" mode="R30">
    <xsl:if test="not($parameters/fault-regulation)">
      <xsl:call-template name="warn">
        <xsl:with-param name="rule">R30</xsl:with-param>
        <xsl:with-param name="zh" select="'没有写明执法过错责任追究办法（parameters/fault-regulation），改进通知书缺少依据，请写明'"/>
        <xsl:with-param name="en" select="'the regulation on faults is not named (parameters/fault-regulation), so the notice lacks its basis; write it'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="correction/@due" mode="R31">
    <xsl:variable name="notice" select="ancestor::case/notice[1]/@date"/>
    <xsl:if test="$notice and translate(., '-', '') &lt; translate($notice, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R31</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('改进期限', ., '早于通知书日期', $notice, '，请改正其一')"/>
        <xsl:with-param name="en" select="concat('the time limit ', ., ' is before the notice of ', $notice, '; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="feedback/@date" mode="R31">
    <xsl:variable name="notice" select="ancestor::case/notice[1]/@date"/>
    <xsl:if test="$notice and translate(., '-', '') &lt; translate($notice, '-', '')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R31</xsl:with-param>
        <xsl:with-param name="at" select=".."/>
        <xsl:with-param name="zh" select="concat('反馈日期', ., '早于通知书日期', $notice, '，请改正其一')"/>
        <xsl:with-param name="en" select="concat('the feedback of ', ., ' is before the notice of ', $notice, '; correct one of them')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="case" mode="R32">
    <xsl:if test="count(. | key('case-number', normalize-space(@number))[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R32</xsl:with-param>
        <xsl:with-param name="zh" select="concat('案件编号“', @number, '”重复，请另编一个')"/>
        <xsl:with-param name="en" select="concat('the case number “', @number, '” is used twice; give each its own')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="notice[@number &lt; 1]">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R32</xsl:with-param>
        <xsl:with-param name="zh" select="concat('改进通知书序号为', @number, '，应从1开始，请改正')"/>
        <xsl:with-param name="en" select="concat('the notice number is ', @number, '; numbers begin at 1; correct it')"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:for-each select="notice[count(. | key('notice-number', concat(substring(@date, 1, 4), ' ', number(@number)))[1]) != 1]">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R32</xsl:with-param>
        <xsl:with-param name="zh" select="concat(substring(@date, 1, 4), '年的改进通知书序号', @number, '重复，请另编一个')"/>
        <xsl:with-param name="en" select="concat('notice number ', @number, ' of ', substring(@date, 1, 4), ' is used twice; give each its own')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="objection" mode="R36">
    <xsl:call-template name="warn">
      <xsl:with-param name="rule">R36</xsl:with-param>
      <xsl:with-param name="zh" select="concat(@date, '提出的异议尚未答复，错案“', ../@id, '”的认定和部门“', ../@department, '”的结果为暂定，复核后请写明结果')"/>
      <xsl:with-param name="en" select="concat('the objection of ', @date, ' is open: case ', ../@id, ' and the result of ', ../@department, ' are provisional; say how it was decided once it is')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
