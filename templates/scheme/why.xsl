<?xml version="1.0" encoding="UTF-8"?>
<!-- why: model → <why>, how each assessed department's result comes about: a <department> of <fact>s, one sentence each in both languages,
     with the place it stands on, the rule, and the value it gives. Nothing is decided here: the model's own numbers are spelled out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:key name="row" match="/model/ranking/row" use="@department"/>
  <xsl:key name="row-by-rank" match="/model/ranking/row" use="@rank"/>
  <xsl:key name="honour" match="/model/award/department" use="@id"/>
  <xsl:key name="open-case" match="/model/case[@provisional = 'true']" use="@department"/>

  <!-- found once: a path through the model's children costs as much as the year is long -->
  <xsl:variable name="parameters" select="/model/parameters"/>
  <xsl:variable name="ranking" select="/model/ranking"/>
  <xsl:variable name="award" select="/model/award"/>

  <xsl:template match="/model">
    <why year="{@year}">
      <xsl:for-each select="department">
        <department id="{@id}">
          <xsl:choose>
            <xsl:when test="assessment"><xsl:apply-templates select="assessment"/></xsl:when>
            <xsl:when test="not(specific-targets or agreement)">
              <xsl:call-template name="fact">
                <xsl:with-param name="about">total</xsl:with-param>
                <xsl:with-param name="rule">R06</xsl:with-param>
                <xsl:with-param name="zh" select="concat(@short-name, '本年度没有目标，没有签订目标责任书，不参加考评。')"/>
                <xsl:with-param name="en" select="concat(@id, ' has neither targets nor an agreement this year, so it is not assessed.')"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="fact">
                <xsl:with-param name="about">total</xsl:with-param>
                <xsl:with-param name="rule">R18</xsl:with-param>
                <xsl:with-param name="zh" select="concat(@short-name, '没有考评得分，没有总分和名次。')"/>
                <xsl:with-param name="en" select="concat(@id, ' has no scores, so it has neither total nor rank.')"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </department>
      </xsl:for-each>
    </why>
  </xsl:template>

  <xsl:template name="fact">
    <xsl:param name="about"/>
    <xsl:param name="rule"/>
    <xsl:param name="place" select="@place"/>
    <xsl:param name="value"/>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <fact about="{$about}" rule="{$rule}" place="{$place}" value="{$value}">
      <zh><xsl:value-of select="$zh"/></zh>
      <en><xsl:value-of select="$en"/></en>
    </fact>
  </xsl:template>

  <xsl:template match="assessment">
    <xsl:apply-templates select="../adjustment"/>
    <xsl:apply-templates select="score"/>
    <xsl:call-template name="part"><xsl:with-param name="part">common</xsl:with-param><xsl:with-param name="zh">共性目标</xsl:with-param></xsl:call-template>
    <xsl:call-template name="part"><xsl:with-param name="part">specific</xsl:with-param><xsl:with-param name="zh">专业目标</xsl:with-param></xsl:call-template>
    <xsl:call-template name="fact">
      <xsl:with-param name="about">total</xsl:with-param>
      <xsl:with-param name="rule">R20</xsl:with-param>
      <xsl:with-param name="value" select="@total"/>
      <xsl:with-param name="zh" select="concat('总分：', @common, ' + ', @specific, ' = ', @total, '。')"/>
      <xsl:with-param name="en" select="concat('total: ', @common, ' + ', @specific, ' = ', @total, '.')"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="not(@rank) and @complete = 'true'">
        <xsl:call-template name="fact">
          <xsl:with-param name="about">rank</xsl:with-param>
          <xsl:with-param name="rule">R18</xsl:with-param>
          <xsl:with-param name="zh" select="concat('考评日', @date, '部门已不存在，不列入排名。')"/>
          <xsl:with-param name="en" select="concat('the department no longer existed on ', @date, ', the day of the assessment: no rank.')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@complete = 'true'">
        <xsl:call-template name="rank"/>
        <xsl:call-template name="veto"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fact">
          <xsl:with-param name="about">rank</xsl:with-param>
          <xsl:with-param name="rule">R18</xsl:with-param>
          <xsl:with-param name="zh">尚有目标未评分，不排名次。</xsl:with-param>
          <xsl:with-param name="en">some target has no score yet: no rank.</xsl:with-param>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="award"/>
    <xsl:for-each select="key('open-case', ../@id)">
      <xsl:call-template name="fact">
        <xsl:with-param name="about">provisional</xsl:with-param>
        <xsl:with-param name="rule">R36</xsl:with-param>
        <xsl:with-param name="value" select="@id"/>
        <xsl:with-param name="zh" select="concat('错案“', @id, '”的异议尚未答复，结果为暂定。')"/>
        <xsl:with-param name="en" select="concat('an objection in case ', @id, ' is open: the result is provisional.')"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="adjustment">
    <xsl:call-template name="fact">
      <xsl:with-param name="about">adjustment</xsl:with-param>
      <xsl:with-param name="rule">R35</xsl:with-param>
      <xsl:with-param name="value" select="@new-weight"/>
      <xsl:with-param name="zh" select="concat('目标“', @target, '”的分值由', @old-weight, '调整为', @new-weight, '（', @approved-by, '，', @approved, '）。')"/>
      <xsl:with-param name="en" select="concat('the weight of ', @target, ' went from ', @old-weight, ' to ', @new-weight, ' (', @approved-by, ', ', @approved, ').')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="score">
    <xsl:call-template name="fact">
      <xsl:with-param name="about">score</xsl:with-param>
      <xsl:with-param name="rule">R19</xsl:with-param>
      <xsl:with-param name="value" select="@points"/>
      <xsl:with-param name="zh">
        <xsl:value-of select="concat('目标“', @target, '”（', @title, '）：分值', @weight)"/>
        <xsl:if test="@points = ''">，未评分。</xsl:if>
        <xsl:if test="@points != ''">
          <xsl:value-of select="concat('，得', @points, '分')"/>
          <xsl:if test="@deducted != '0'"><xsl:value-of select="concat('，扣', @deducted, '分')"/></xsl:if>
          <xsl:if test="reason"><xsl:value-of select="concat('：', reason)"/></xsl:if>
          <xsl:if test="not(reason)">。</xsl:if>
        </xsl:if>
      </xsl:with-param>
      <xsl:with-param name="en">
        <xsl:value-of select="concat('target ', @target, ': weight ', @weight)"/>
        <xsl:if test="@points = ''">, not scored.</xsl:if>
        <xsl:if test="@points != ''">
          <xsl:value-of select="concat(', ', @points, ' points')"/>
          <xsl:if test="@deducted != '0'"><xsl:value-of select="concat(', ', @deducted, ' deducted')"/></xsl:if>
          <xsl:if test="reason"><xsl:value-of select="concat(': ', reason)"/></xsl:if>
          <xsl:if test="not(reason)">.</xsl:if>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- the sum spelled out: 7.5 + 6 = 13.5 -->
  <xsl:template name="part">
    <xsl:param name="part"/>
    <xsl:param name="zh"/>
    <xsl:variable name="sum">
      <xsl:for-each select="score[@part = $part][@points != '']">
        <xsl:if test="position() &gt; 1"> + </xsl:if>
        <xsl:value-of select="@points"/>
      </xsl:for-each>
      <xsl:value-of select="concat(' = ', @*[name() = $part])"/>
    </xsl:variable>
    <xsl:call-template name="fact">
      <xsl:with-param name="about" select="$part"/>
      <xsl:with-param name="rule">R20</xsl:with-param>
      <xsl:with-param name="value" select="@*[name() = $part]"/>
      <xsl:with-param name="zh" select="concat($zh, '：', $sum, '。')"/>
      <xsl:with-param name="en" select="concat($part, ' targets: ', $sum, '.')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="rank">
    <xsl:variable name="rank" select="@rank"/>
    <xsl:variable name="own" select="../@id"/>
    <xsl:call-template name="fact">
      <xsl:with-param name="about">rank</xsl:with-param>
      <xsl:with-param name="rule">R21</xsl:with-param>
      <xsl:with-param name="value" select="@rank"/>
      <xsl:with-param name="zh" select="concat('名次：', $ranking/@assessed, '个部门中有', @rank - 1, '个总分高于', @total, '，列第', @rank, '名。')"/>
      <xsl:with-param name="en" select="concat('rank: of ', $ranking/@assessed, ' departments ', @rank - 1, ' have more than ', @total, ', so it is number ', @rank, '.')"/>
    </xsl:call-template>
    <xsl:if test="@tied = 'true'">
      <xsl:variable name="others">
        <xsl:for-each select="key('row-by-rank', $rank)[@department != $own]">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="@department"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="names">
        <xsl:for-each select="key('row-by-rank', $rank)[@department != $own]">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:value-of select="@short-name"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:call-template name="fact">
        <xsl:with-param name="about">tie</xsl:with-param>
        <xsl:with-param name="rule">R21</xsl:with-param>
        <xsl:with-param name="value" select="$others"/>
        <xsl:with-param name="zh" select="concat('与', $names, '总分相同，名次并列，下一名次为第', @rank + count(key('row-by-rank', $rank)), '名；同分的以名录顺序排列。')"/>
        <xsl:with-param name="en" select="concat('the same total as ', $others, ': the rank is shared, the next is ', @rank + count(key('row-by-rank', $rank)), '; register order inside the tie.')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="veto">
    <xsl:variable name="mark" select="$parameters/@pass-mark"/>
    <xsl:choose>
      <xsl:when test="@veto = 'true'">
        <xsl:call-template name="fact">
          <xsl:with-param name="about">veto</xsl:with-param>
          <xsl:with-param name="rule">R23</xsl:with-param>
          <xsl:with-param name="place" select="$parameters/@place"/>
          <xsl:with-param name="value">true</xsl:with-param>
          <xsl:with-param name="zh" select="concat('一票否决：', @total, ' 低于规定分数', $mark, '（差', f:subtract($mark, @total), '）；取消当年评先资格，仍列入排名。')"/>
          <xsl:with-param name="en" select="concat('veto: ', @total, ' is below the pass mark of ', $mark, ' (by ', f:subtract($mark, @total), '); no award of the year, it stays in the ranking.')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="fact">
          <xsl:with-param name="about">veto</xsl:with-param>
          <xsl:with-param name="rule">R23</xsl:with-param>
          <xsl:with-param name="place" select="$parameters/@place"/>
          <xsl:with-param name="value">false</xsl:with-param>
          <xsl:with-param name="zh" select="concat('不否决：', @total, ' 不低于规定分数', $mark, '。')"/>
          <xsl:with-param name="en" select="concat('no veto: ', @total, ' is not below the pass mark of ', $mark, '.')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="award">
    <xsl:variable name="honours" select="key('honour', ../@id)"/>
    <xsl:variable name="count" select="string($parameters/@advanced-count)"/>
    <xsl:variable name="cut-off" select="string($parameters/@advanced-cut-off)"/>
    <xsl:variable name="places">
      <xsl:if test="$count != ''"><xsl:value-of select="concat('，名额', $count, '个')"/></xsl:if>
      <xsl:if test="$cut-off != ''"><xsl:value-of select="concat('，评先分数线', $cut-off, '分')"/></xsl:if>
    </xsl:variable>
    <xsl:variable name="places-en">
      <xsl:if test="$count != ''"><xsl:value-of select="concat(', places for ', $count)"/></xsl:if>
      <xsl:if test="$cut-off != ''"><xsl:value-of select="concat(', from ', $cut-off, ' points on')"/></xsl:if>
    </xsl:variable>
    <xsl:for-each select="$honours">
      <xsl:call-template name="fact">
        <xsl:with-param name="about">award</xsl:with-param>
        <xsl:with-param name="rule">R25</xsl:with-param>
        <xsl:with-param name="value" select="../@kind"/>
        <xsl:with-param name="zh" select="concat('评为', ../@name, '：', ../@date, '决定，名次第', @rank, '名', $places, '。', ../@decision)"/>
        <xsl:with-param name="en" select="concat('award (', ../@kind, ') of ', ../@date, ': rank ', @rank, $places-en, '. ', ../@decision)"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="not($honours) and $award">
      <xsl:variable name="reason-zh">
        <xsl:choose>
          <xsl:when test="@veto = 'true'">被一票否决</xsl:when>
          <xsl:when test="not(@rank)">未列入排名</xsl:when>
          <xsl:when test="$cut-off != '' and f:compare(@total, $cut-off) &lt; 0"><xsl:value-of select="concat('总分', @total, '低于评先分数线', $cut-off)"/></xsl:when>
          <xsl:when test="$count != '' and @rank &gt; $count"><xsl:value-of select="concat('名次第', @rank, '名，在名额', $count, '个之外')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('名次第', @rank, '名', $places, '，决定未列入')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="reason-en">
        <xsl:choose>
          <xsl:when test="@veto = 'true'">vetoed</xsl:when>
          <xsl:when test="not(@rank)">not ranked</xsl:when>
          <xsl:when test="$cut-off != '' and f:compare(@total, $cut-off) &lt; 0"><xsl:value-of select="concat('a total of ', @total, ' is below the cut-off of ', $cut-off)"/></xsl:when>
          <xsl:when test="$count != '' and @rank &gt; $count"><xsl:value-of select="concat('rank ', @rank, ', outside the ', $count, ' place(s)')"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat('rank ', @rank, $places-en, ', left out by the decision')"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:call-template name="fact">
        <xsl:with-param name="about">award</xsl:with-param>
        <xsl:with-param name="rule">R25</xsl:with-param>
        <xsl:with-param name="place" select="$award/@place"/>
        <xsl:with-param name="value">none</xsl:with-param>
        <xsl:with-param name="zh" select="concat('未评先：', $reason-zh, '。', $award/@decision)"/>
        <xsl:with-param name="en" select="concat('no award: ', $reason-en, '. ', $award/@decision)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
