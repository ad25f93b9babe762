<?xml version="1.0" encoding="UTF-8"?>
<!-- Cases: notice number, parties, time limits, sums. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <!-- A case without a notice yet speaks of the day of its confirmation. -->
  <xsl:template match="case">
    <xsl:param name="position"/>
    <xsl:variable name="date">
      <xsl:choose>
        <xsl:when test="notice"><xsl:value-of select="notice[1]/@date"/></xsl:when>
        <xsl:when test="@confirmed"><xsl:value-of select="@confirmed"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat($year, '-12-31')"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <!-- what files are named by: the number, where it can be; else the id, else the place among the cases -->
    <xsl:variable name="letters">abcdefghijklmnopqrstuvwxyz0123456789-</xsl:variable>
    <xsl:variable name="names" select="@number[not(translate(., $letters, '')) and not(starts-with(., '-'))] | @id[not(translate(., $letters, '')) and not(starts-with(., '-'))]"/>
    <xsl:variable name="key">
      <xsl:choose>
        <xsl:when test="$names[name() = 'number']"><xsl:value-of select="@number"/></xsl:when>
        <xsl:when test="$names"><xsl:value-of select="@id"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="concat('case-', $position)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <case place="{f:place(.)}" id="{@id}" position="{$position}" number="{@number}" key="{$key}" department="{@department}" provisional="{boolean(objection[@state = 'open'])}">
      <xsl:copy-of select="@confirmed"/>
      <xsl:attribute name="last-date">
        <xsl:for-each select="@confirmed | notice/@date | service/@date | feedback/@date | compensation/@decided | objection/@date">
          <xsl:sort select="."/>
          <xsl:if test="position() = last()"><xsl:value-of select="."/></xsl:if>
        </xsl:for-each>
      </xsl:attribute>
      <xsl:call-template name="names"><xsl:with-param name="date" select="$date"/></xsl:call-template>
      <xsl:apply-templates select="source | act"/>
      <xsl:apply-templates select="facts | finding" mode="copy"/>
      <xsl:apply-templates select="fault | responsible-person"/>
      <xsl:apply-templates select="." mode="basis"/>
      <xsl:apply-templates select="correction | notice[1]"/>
      <xsl:apply-templates select="notice[1]" mode="transfer"/>
      <xsl:apply-templates select="service | compensation | feedback"/>
      <xsl:apply-templates select="objection"/>
    </case>
  </xsl:template>

  <xsl:template match="case/source">
    <source place="{f:place(.)}">
      <xsl:copy-of select="@kind | @reference | @date"/>
      <xsl:attribute name="words">
        <xsl:choose>
          <xsl:when test="@kind = 'reconsideration'">行政复议</xsl:when>
          <xsl:when test="@kind = 'litigation'">行政诉讼</xsl:when>
          <xsl:when test="@kind = 'inspection'">执法检查</xsl:when>
          <xsl:when test="@kind = 'report'">群众举报</xsl:when>
          <xsl:when test="@kind = 'petition'">来信来访</xsl:when>
          <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </source>
  </xsl:template>

  <xsl:template match="act">
    <act place="{f:place(.)}" title="{normalize-space(title)}">
      <xsl:copy-of select="@number | @date"/>
      <xsl:apply-templates select="party" mode="copy"/>
    </act>
  </xsl:template>

  <xsl:template match="fault">
    <fault place="{f:place(.)}" kind="{@kind}">
      <xsl:attribute name="words">
        <xsl:choose>
          <xsl:when test="@kind = 'evidence'">主要事实不清、证据不足</xsl:when>
          <xsl:when test="@kind = 'law'">适用法律错误</xsl:when>
          <xsl:when test="@kind = 'procedure'">违反法定程序</xsl:when>
          <xsl:when test="@kind = 'power'">超越或者滥用职权</xsl:when>
          <xsl:when test="@kind = 'inaction'">不履行法定职责</xsl:when>
          <xsl:otherwise>显失公正</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </fault>
  </xsl:template>

  <xsl:template match="responsible-person">
    <responsible-person place="{f:place(.)}" role="{@role}" degree="{@degree}">
      <xsl:attribute name="role-words">
        <xsl:choose>
          <xsl:when test="@role = 'handler'">承办人</xsl:when>
          <xsl:when test="@role = 'reviewer'">审核人</xsl:when>
          <xsl:otherwise>批准人</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:attribute name="degree-words">
        <xsl:call-template name="degree-words"><xsl:with-param name="degree" select="@degree"/></xsl:call-template>
      </xsl:attribute>
      <xsl:apply-templates select="person | post" mode="copy"/>
    </responsible-person>
  </xsl:template>

  <xsl:template name="degree-words">
    <xsl:param name="degree"/>
    <xsl:choose>
      <xsl:when test="$degree = 'intent'">故意</xsl:when>
      <xsl:when test="$degree = 'gross'">重大过失</xsl:when>
      <xsl:when test="$degree = 'ordinary'">一般过失</xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="objection">
    <objection place="{f:place(.)}" date="{@date}" state="{@state}">
      <xsl:attribute name="state-words">
        <xsl:choose>
          <xsl:when test="@state = 'open'">尚未答复</xsl:when>
          <xsl:when test="@state = 'upheld'">异议成立</xsl:when>
          <xsl:when test="@state = 'rejected'">异议不成立</xsl:when>
          <xsl:otherwise>已撤回</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="p" mode="copy"/>
    </objection>
  </xsl:template>

  <!-- R30: the city's regulation always comes first; an author who wrote it too does not get it twice. -->
  <xsl:template match="case" mode="basis">
    <xsl:variable name="regulation" select="normalize-space($parameters/fault-regulation)"/>
    <basis place="{f:place((basis | self::*[not(basis)])[1])}">
      <xsl:if test="$regulation and not(basis/law[contains(., $regulation)])">
        <law place="{f:place($parameters/fault-regulation)}"><xsl:value-of select="concat('《', $regulation, '》')"/></law>
      </xsl:if>
      <xsl:if test="$regulation"><xsl:apply-templates select="basis/law[contains(., $regulation)]" mode="copy"/></xsl:if>
      <xsl:apply-templates select="basis/law[not($regulation and contains(., $regulation))]" mode="copy"/>
    </basis>
  </xsl:template>

  <xsl:template match="correction">
    <correction place="{f:place(.)}">
      <xsl:copy-of select="@due"/>
      <xsl:for-each select="demand">
        <demand place="{f:place(.)}" number="{position()}"><xsl:apply-templates select="p" mode="copy"/></demand>
      </xsl:for-each>
    </correction>
  </xsl:template>

  <xsl:template match="case/notice">
    <xsl:variable name="issuer" select="$parameters/legal-affairs"/>
    <notice place="{f:place(.)}" number="{number(@number)}" date="{@date}" issuer="{$issuer/@department}"
            number-words="{$issuer/@number-prefix}〔{substring(@date, 1, 4)}〕{number(@number)}号">
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="$issuer/@department"/>
        <xsl:with-param name="date" select="@date"/>
        <xsl:with-param name="prefix">issuer-</xsl:with-param>
      </xsl:call-template>
      <xsl:if test="$parameters/objection-days">
        <xsl:attribute name="objection-deadline"><xsl:value-of select="f:add-days(@date, $parameters/objection-days)"/></xsl:attribute>
      </xsl:if>
      <xsl:attribute name="feedback-deadline"><xsl:apply-templates select=".." mode="feedback-deadline"/></xsl:attribute>
    </notice>
  </xsl:template>

  <!-- R31: the day demanded; without one, the year's number of days after the notice. -->
  <xsl:template match="case" mode="feedback-deadline">
    <xsl:choose>
      <xsl:when test="correction/@due"><xsl:value-of select="correction/@due"/></xsl:when>
      <xsl:when test="notice and $parameters/feedback-days"><xsl:value-of select="f:add-days(notice[1]/@date, $parameters/feedback-days)"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- R28: on the day of the notice, unless the author says otherwise. -->
  <xsl:template match="notice" mode="transfer">
    <xsl:variable name="transfer" select="../transfer"/>
    <xsl:variable name="date" select="($transfer/@date | @date[not($transfer/@date)])[1]"/>
    <transfer place="{f:place(($transfer | self::*[not($transfer)])[1])}" date="{$date}" addressee="{$parameters/supervision/@department}">
      <xsl:copy-of select="$transfer/@document-number"/>
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="$parameters/supervision/@department"/>
        <xsl:with-param name="date" select="$date"/>
        <xsl:with-param name="prefix">addressee-</xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="../@department"/>
        <xsl:with-param name="date" select="$date"/>
      </xsl:call-template>
    </transfer>
  </xsl:template>

  <!-- The author's place of service is "where" here: place is the place in the file. -->
  <xsl:template match="service">
    <service place="{f:place(.)}" where="{@place}">
      <xsl:copy-of select="@date | @way"/>
      <xsl:attribute name="way-words">
        <xsl:choose>
          <xsl:when test="@way = 'direct'">直接送达</xsl:when>
          <xsl:when test="@way = 'left'">留置送达</xsl:when>
          <xsl:when test="@way = 'post'">邮寄送达</xsl:when>
          <xsl:when test="@way = 'notice'">公告送达</xsl:when>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="*" mode="copy"/>
    </service>
  </xsl:template>

  <!-- A sum in capitals; empty for one that R29 refuses: its year has a model too. -->
  <xsl:template name="capitals">
    <xsl:param name="sum"/>
    <xsl:if test="f:compare($sum, 0) &gt;= 0 and string-length(substring-after($sum, '.')) &lt;= 2"><xsl:value-of select="f:han-money($sum)"/></xsl:if>
  </xsl:template>

  <!-- R29 -->
  <xsl:template match="compensation">
    <xsl:variable name="recovered" select="f:sum(recovery/@amount)"/>
    <xsl:variable name="outstanding" select="f:subtract(@paid, $recovered)"/>
    <compensation place="{f:place(.)}" paid="{@paid}" recovered="{$recovered}" outstanding="{$outstanding}">
      <xsl:attribute name="paid-capitals"><xsl:call-template name="capitals"><xsl:with-param name="sum" select="@paid"/></xsl:call-template></xsl:attribute>
      <xsl:attribute name="recovered-capitals"><xsl:call-template name="capitals"><xsl:with-param name="sum" select="$recovered"/></xsl:call-template></xsl:attribute>
      <xsl:attribute name="outstanding-capitals"><xsl:call-template name="capitals"><xsl:with-param name="sum" select="$outstanding"/></xsl:call-template></xsl:attribute>
      <xsl:copy-of select="@date | @decided | @document-number"/>
      <!-- the decision speaks of its own day -->
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="../@department"/>
        <xsl:with-param name="date" select="(@decided | ../notice[1][not(current()/@decided)]/@date)[1]"/>
      </xsl:call-template>
      <xsl:apply-templates select="recovery"/>
    </compensation>
  </xsl:template>

  <xsl:template match="recovery">
    <xsl:variable name="person" select="ancestor::case/responsible-person[normalize-space(person) = normalize-space(current()/@person)][current()/@person][1]"/>
    <recovery place="{f:place(.)}" amount="{@amount}">
      <xsl:attribute name="capitals"><xsl:call-template name="capitals"><xsl:with-param name="sum" select="@amount"/></xsl:call-template></xsl:attribute>
      <xsl:choose>
        <xsl:when test="@person">
          <xsl:attribute name="from">person</xsl:attribute>
          <xsl:attribute name="name"><xsl:value-of select="normalize-space(@person)"/></xsl:attribute>
          <xsl:attribute name="post"><xsl:value-of select="normalize-space($person/post)"/></xsl:attribute>
          <xsl:attribute name="degree"><xsl:value-of select="$person/@degree"/></xsl:attribute>
          <xsl:attribute name="degree-words">
            <xsl:call-template name="degree-words"><xsl:with-param name="degree" select="$person/@degree"/></xsl:call-template>
          </xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="from">department</xsl:attribute>
          <xsl:call-template name="names">
            <xsl:with-param name="department" select="ancestor::case/@department"/>
            <xsl:with-param name="date" select="(../@decided | ancestor::case/notice[1][not(current()/../@decided)]/@date)[1]"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </recovery>
  </xsl:template>

  <xsl:template match="feedback">
    <xsl:variable name="deadline"><xsl:apply-templates select=".." mode="feedback-deadline"/></xsl:variable>
    <feedback place="{f:place(.)}" date="{@date}">
      <xsl:call-template name="names">
        <xsl:with-param name="department" select="../@department"/>
        <xsl:with-param name="date" select="@date"/>
      </xsl:call-template>
      <xsl:attribute name="overdue">
        <xsl:choose>
          <xsl:when test="$deadline != '' and translate(@date, '-', '') &gt; translate($deadline, '-', '')"><xsl:value-of select="f:days-between($deadline, @date)"/></xsl:when>
          <xsl:otherwise>0</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="p" mode="copy"/>
    </feedback>
  </xsl:template>

</xsl:stylesheet>
