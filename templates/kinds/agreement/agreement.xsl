<?xml version="1.0" encoding="UTF-8"?>
<!-- 目标责任书: the city government and a responsible department agree on the year's targets; three copies that differ in mark and
     holder only. No statutory kind of document: no red head, no 发文字号, a serial number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/document.xsl"/>
  <xsl:include href="../targets.xsl"/>

  <xsl:variable name="government" select="/document/government/@short-name"/>
  <xsl:variable name="group" select="/document/leading-group/@short-name"/>
  <xsl:variable name="office" select="/document/leading-group/@office"/>
  <xsl:variable name="year" select="/document/@year"/>

  <!-- both sign -->
  <xsl:template match="document" mode="author">
    <xsl:value-of select="concat(government/@name, '、', agreement/@name)"/>
  </xsl:template>

  <!-- serial number at the left, copy mark and holder at the right of line 1; the title on line 3 -->
  <xsl:template match="document" mode="head">
    <fo:block xsl:use-attribute-sets="copy-line">
      <fo:inline xsl:use-attribute-sets="side">编号：<xsl:value-of select="document-number"/></fo:inline>
      <fo:leader/>
      <!-- the paragraph around, not in, what copies differ in: else each copy would be laid out by itself -->
      <fo:inline xsl:use-attribute-sets="side">
        <xsl:for-each select="copy">
          <fo:inline gw:copy="{@key}">
            <fo:inline xsl:use-attribute-sets="hei"><xsl:value-of select="@mark"/></fo:inline>
            <xsl:text>（</xsl:text><xsl:value-of select="@holder"/><xsl:text>执）</xsl:text>
          </fo:inline>
        </xsl:for-each>
      </fo:inline>
    </fo:block>
  </xsl:template>

  <xsl:template match="document" mode="body">
    <xsl:call-template name="preamble"/>

    <fo:block xsl:use-attribute-sets="heading-1" id="section-1">一、任务目标</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>责任部门</xsl:text><xsl:value-of select="$year"/>
      <xsl:text>年度行政执法目标分共性目标和部门专业目标两部分，共</xsl:text>
      <xsl:value-of select="count(targets/target)"/>
      <xsl:text>项，实行百分制，计</xsl:text><xsl:value-of select="f:sum(targets/@weight)"/>
      <xsl:text>分。其中，</xsl:text>
      <xsl:for-each select="targets">
        <xsl:if test="position() &gt; 1">，</xsl:if>
        <xsl:value-of select="@name"/><xsl:value-of select="count(target)"/>项、<xsl:value-of select="@weight"/>
        <xsl:text>分</xsl:text>
      </xsl:for-each>
      <xsl:text>。</xsl:text>
    </fo:block>
    <xsl:apply-templates select="targets"/>
    <xsl:call-template name="measures"/>

    <xsl:call-template name="assessment"/>
    <xsl:call-template name="reward"/>
    <xsl:call-template name="organisation"/>
    <xsl:call-template name="term"/>
    <xsl:call-template name="copies"/>
  </xsl:template>

  <!-- ==== preamble: purpose, basis, parties ==== -->

  <xsl:template name="preamble">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:text>为</xsl:text>
      <xsl:choose>
        <xsl:when test="instrument">认真贯彻落实<xsl:apply-templates select="instrument[1]"/></xsl:when>
        <xsl:otherwise>全面推进依法行政</xsl:otherwise>
      </xsl:choose>
      <xsl:text>，强化行政执法责任，确保依法行政各项任务落到实处，</xsl:text>
      <xsl:if test="instrument[2]">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="instrument[position() &gt; 1]">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:apply-templates select="."/>
        </xsl:for-each>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:value-of select="government/@name"/>
      <xsl:text>（以下简称</xsl:text><xsl:value-of select="$government"/><xsl:text>）与</xsl:text>
      <xsl:value-of select="agreement/@name"/>
      <xsl:text>（以下简称责任部门）签订</xsl:text><xsl:value-of select="$year"/>
      <xsl:text>年度行政执法目标责任书。</xsl:text>
      <xsl:for-each select="agreement/signatory">
        <xsl:if test="position() &gt; 1">，</xsl:if>
        <xsl:choose>
          <xsl:when test="@side = 'government'"><xsl:value-of select="$government"/></xsl:when>
          <xsl:otherwise>责任部门</xsl:otherwise>
        </xsl:choose><xsl:text>由</xsl:text>
        <xsl:value-of select="post"/><xsl:value-of select="person"/>
        <xsl:text>代表</xsl:text>
        <xsl:if test="@authorised = 'true'">（受权）</xsl:if>
        <xsl:if test="position() = last()">。</xsl:if>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <xsl:template match="instrument">
    <xsl:call-template name="text.book"><xsl:with-param name="title" select="@title"/></xsl:call-template>
    <xsl:if test="string(@number)">（<xsl:value-of select="@number"/>）</xsl:if>
  </xsl:template>

  <!-- ==== targets: a table for each part ==== -->

  <xsl:template match="targets">
    <xsl:variable name="n" select="count(preceding-sibling::targets) + 1"/>
    <fo:block xsl:use-attribute-sets="heading-2" id="targets-{$n}" gw:place="{@place}">
      <xsl:call-template name="text.level-2"><xsl:with-param name="n" select="$n"/></xsl:call-template>
      <xsl:value-of select="@name"/><xsl:text>（</xsl:text><xsl:value-of select="@weight"/><xsl:text>分）</xsl:text>
    </fo:block>
    <xsl:call-template name="targets.table"/>
    <!-- the text goes on one line below the table -->
    <fo:block xsl:use-attribute-sets="line-above"/>
  </xsl:template>

  <!-- （三）工作措施: 1.… of each target that has them -->
  <xsl:template name="measures">
    <xsl:variable name="with" select="targets/target[measures/p]"/>
    <xsl:if test="$with">
      <fo:block xsl:use-attribute-sets="heading-2" id="measures">
        <xsl:call-template name="text.level-2"><xsl:with-param name="n" select="count(targets) + 1"/></xsl:call-template>
        <xsl:text>工作措施</xsl:text>
      </fo:block>
      <xsl:for-each select="$with">
        <xsl:variable name="n" select="position()"/>
        <xsl:variable name="title" select="@title"/>
        <xsl:for-each select="measures/p">
          <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
            <xsl:if test="position() = 1"><xsl:value-of select="concat($n, '.', $title, '。')"/></xsl:if>
            <xsl:value-of select="."/>
          </fo:block>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- ==== the articles that follow the scheme's own words ==== -->

  <xsl:template name="assessment">
    <fo:block xsl:use-attribute-sets="heading-1" id="section-2">二、检查考核</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>对责任部门履行本责任书的情况，采取日常不定期抽查、半年检查和年终考评相结合的办法进行检查考核，实行百分制。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <fo:inline xsl:use-attribute-sets="kai">（一）不定期抽查。</fo:inline>
      <xsl:value-of select="$office"/>
      <xsl:text>不定期抽查目标完成进度，了解履行目标责任制中遇到的问题，以简报形式及时通报有关情况。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <fo:inline xsl:use-attribute-sets="kai">（二）半年检查。</fo:inline>
      <xsl:value-of select="$year"/>
      <xsl:text>年7月、8月，责任部门对照年度目标进行半年小结，检查哪些目标任务已经完成，对尚未完成的目标任务将采取哪些措施，形成工作报告后报</xsl:text>
      <xsl:value-of select="$office"/><xsl:text>，由</xsl:text><xsl:value-of select="$office"/>
      <xsl:text>组织调度会。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <fo:inline xsl:use-attribute-sets="kai">（三）年终考评。</fo:inline>
      <xsl:value-of select="$year"/>
      <xsl:text>年年底，责任部门对全年目标任务完成情况进行全面总结，逐项检查完成情况，总结经验，查找问题。</xsl:text>
      <xsl:value-of select="$group"/>
      <xsl:text>听取专题汇报，实地检查各类基础资料，按照本责任书所列分值和评分标准量化打分，考核结果按分数由高到低排列名次，形成情况通报。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="reward">
    <fo:block xsl:use-attribute-sets="heading-1" id="section-3">三、奖惩</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>（一）</xsl:text><xsl:value-of select="$government"/>
      <xsl:text>按照考核分数，择优确定行政执法年度先进单位。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>（二）考核分数达不到规定分数（</xsl:text><xsl:value-of select="parameters/@pass-mark"/>
      <xsl:text>分）的，实行“一票否决”，取消当年各类评先创优资格。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>（三）责任部门及其执法人员有执法过错的，</xsl:text>
      <xsl:if test="string(parameters/@fault-regulation)">
        <xsl:text>按照</xsl:text>
        <xsl:call-template name="text.book"><xsl:with-param name="title" select="parameters/@fault-regulation"/></xsl:call-template>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:text>由市政府法制机构下达《行政执法错案改进通知书》，同时移交监察机关进行行政处理；给公民、法人和其他组织造成损失的，按国家赔偿法规定向责任部门和相关责任人进行追偿。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="organisation">
    <fo:block xsl:use-attribute-sets="heading-1" id="section-4">四、组织领导</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>责任部门主要负责人</xsl:text>
      <xsl:call-template name="people"><xsl:with-param name="people" select="agreement/head"/></xsl:call-template>
      <xsl:text>为第一责任人</xsl:text>
      <xsl:if test="agreement/deputy">，<xsl:call-template name="people"><xsl:with-param name="people" select="agreement/deputy"/></xsl:call-template>分管</xsl:if>
      <xsl:if test="section">
        <xsl:text>，</xsl:text>
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="section"/></xsl:call-template>
        <xsl:text>具体负责</xsl:text>
      </xsl:if>
      <xsl:if test="agreement/contact">，联系人为<xsl:call-template name="people"><xsl:with-param name="people" select="agreement/contact"/></xsl:call-template></xsl:if>
      <xsl:text>。责任部门应当建立健全相应组织，把年度目标分解落实到科室和人员，切实搞好本部门行政执法目标责任制的组织实施。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="term">
    <fo:block xsl:use-attribute-sets="heading-1" id="section-5">五、期限和效力</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>本责任书期限自</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="agreement/@from"/></xsl:call-template>
      <xsl:text>至</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="agreement/@to"/></xsl:call-template>
      <xsl:text>，自双方签字盖章之日起生效。期限内签字人职务变动的，由继任者继续履行。年度目标确需调整的，报</xsl:text>
      <xsl:value-of select="$group"/><xsl:text>批准。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template name="copies">
    <fo:block xsl:use-attribute-sets="heading-1" id="section-6">六、份数</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>本责任书一式</xsl:text><xsl:value-of select="f:han-number(string(count(agreement/copy)))"/><xsl:text>份，</xsl:text>
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="agreement/copy/@holder"/></xsl:call-template>
      <xsl:text>各执一份，具有同等效力。</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- ==== signature block: two columns, room for seals and hands ==== -->

  <xsl:template match="document" mode="closing">
    <fo:table xsl:use-attribute-sets="sign-table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'1 1'"/></xsl:call-template>
      <fo:table-body>
        <fo:table-row xsl:use-attribute-sets="seal-room">
          <xsl:apply-templates select="government | agreement" mode="seal"/>
        </fo:table-row>
        <fo:table-row xsl:use-attribute-sets="hand-room">
          <xsl:apply-templates select="government | agreement" mode="hand"/>
        </fo:table-row>
        <fo:table-row><xsl:apply-templates select="government | agreement" mode="date"/></fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template match="government | agreement" mode="seal">
    <fo:table-cell xsl:use-attribute-sets="sign-cell" role="TH">
      <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="@name"/></fo:block>
      <fo:block xsl:use-attribute-sets="cell-text">（盖章）</fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="government" mode="hand">
    <xsl:call-template name="hand">
      <xsl:with-param name="post" select="../agreement/signatory[@side = 'government']/post"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="agreement" mode="hand">
    <xsl:call-template name="hand">
      <xsl:with-param name="post" select="signatory[@side = 'department']/post"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="hand">
    <xsl:param name="post"/>
    <fo:table-cell xsl:use-attribute-sets="sign-cell">
      <fo:block xsl:use-attribute-sets="sign-line">
        <xsl:value-of select="$post"/>
        <xsl:if test="not(string($post))">代表</xsl:if>
        <xsl:text>（签字）：</xsl:text>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- not yet signed: the date is left to the hand -->
  <xsl:template match="government | agreement" mode="date">
    <fo:table-cell xsl:use-attribute-sets="sign-cell">
      <fo:block xsl:use-attribute-sets="cell-text">
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="/document/agreement/@signed"/></xsl:call-template>
        <xsl:if test="not(string(/document/agreement/@signed))">年　　月　　日</xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- ==== outline ==== -->

  <xsl:template match="document" mode="outline">
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="title">
        <fo:bookmark-title><xsl:value-of select="@title"/></fo:bookmark-title>
        <fo:bookmark internal-destination="section-1">
          <fo:bookmark-title>一、任务目标</fo:bookmark-title>
          <xsl:for-each select="targets">
            <xsl:call-template name="bookmark">
              <xsl:with-param name="id" select="concat('targets-', position())"/>
              <xsl:with-param name="title" select="concat('（', f:han-number(string(position())), '）', @name)"/>
            </xsl:call-template>
          </xsl:for-each>
        </fo:bookmark>
        <fo:bookmark internal-destination="section-2"><fo:bookmark-title>二、检查考核</fo:bookmark-title></fo:bookmark>
        <fo:bookmark internal-destination="section-3"><fo:bookmark-title>三、奖惩</fo:bookmark-title></fo:bookmark>
        <fo:bookmark internal-destination="section-4"><fo:bookmark-title>四、组织领导</fo:bookmark-title></fo:bookmark>
        <fo:bookmark internal-destination="section-5"><fo:bookmark-title>五、期限和效力</fo:bookmark-title></fo:bookmark>
        <fo:bookmark internal-destination="section-6"><fo:bookmark-title>六、份数</fo:bookmark-title></fo:bookmark>
      </fo:bookmark>
    </fo:bookmark-tree>
  </xsl:template>

</xsl:stylesheet>
