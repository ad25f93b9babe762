<?xml version="1.0" encoding="UTF-8"?>
<!-- plan: model → <plan>, every document that the year calls for with all its data, and what is still missing for others
     (docs/architecture.md). A kind's rows are its own: kinds/<kind>/plan.xsl. A <document> says what it stands on, so that an error
     in the year refuses no other: department, case, and rests-on, a list of departments or "departments", "cases", "all". <kind> and
     <department> name what there is to ask for, so that a name that is in neither is known to be wrong.
     The plan of a long year would fill the memory, so it leaves in portions (f:portion): the year's own documents, then those of so many
     departments at a time, then those of so many cases. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                xmlns:f="urn:gongwen:xslt" extension-element-prefixes="f" exclude-result-prefixes="exsl">

  <xsl:include href="../kinds/kinds.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- What is asked for, as ' name name ', each with a space before and after; none: all there is. Documents that nobody asked for
       may be in the plan or not. -->
  <xsl:param name="asked-kinds"/>
  <xsl:param name="asked-departments"/>
  <!-- the register of documents lists all others, and is no department's -->
  <xsl:variable name="register" select="not(string($asked-departments)) and (not(string($asked-kinds)) or contains($asked-kinds, ' document-register '))"/>
  <xsl:variable name="every" select="$register or not(string($asked-kinds))"/>

  <!-- Eight departments, or cases, by their places in the model: to count them out of all for each portion would be quadratic. -->
  <xsl:key name="portion" match="/model/department|/model/case" use="concat(name(), ' ', ceiling(@position div 8))"/>

  <xsl:template match="/model">
    <plan year="{@year}">
      <xsl:for-each select="department"><department id="{@id}"/></xsl:for-each>
      <!-- of all portions' documents -->
      <xsl:variable name="entries">
        <xsl:call-template name="plan.portion"><xsl:with-param name="outline" select="."/></xsl:call-template>
        <xsl:if test="string($of-whole-year)">
          <f:unfold select="."><xsl:call-template name="plan.portion"><xsl:with-param name="year" select="."/></xsl:call-template></f:unfold>
        </xsl:if>
        <xsl:for-each select="*[self::department or self::case][@position mod 8 = 1]">
          <xsl:variable name="some" select="key('portion', concat(name(), ' ', ceiling(@position div 8)))
            [self::case or not(string($asked-departments)) or contains($asked-departments, concat(' ', @id, ' '))]"/>
          <xsl:if test="$some">
            <f:unfold select="$some">
              <xsl:call-template name="plan.portion">
                <xsl:with-param name="departments" select="$some[self::department]"/>
                <xsl:with-param name="cases" select="$some[self::case]"/>
              </xsl:call-template>
            </f:unfold>
          </xsl:if>
        </xsl:for-each>
      </xsl:variable>
      <kind name="document-register"/>
      <xsl:if test="$register">
        <xsl:variable name="of-all">
          <xsl:apply-templates select="." mode="document-register"><xsl:with-param name="entries" select="exsl:node-set($entries)/entry"/></xsl:apply-templates>
        </xsl:variable>
        <xsl:apply-templates select="exsl:node-set($of-all)/*" mode="set"/>
      </xsl:if>
    </plan>
  </xsl:template>

  <!-- Some text when a kind that is asked for is made of $year: XSLT's own rules give it, as no kind answers this element. -->
  <xsl:variable name="no-year"><no-year>?</no-year></xsl:variable>
  <xsl:variable name="of-whole-year">
    <xsl:call-template name="kinds.documents"><xsl:with-param name="year" select="exsl:node-set($no-year)/no-year"/></xsl:call-template>
  </xsl:variable>

  <!-- Gives the documents of these away, and says what the register will say of them. -->
  <xsl:template name="plan.portion">
    <xsl:param name="year" select="/.."/>
    <xsl:param name="outline" select="/.."/>
    <xsl:param name="departments" select="/.."/>
    <xsl:param name="cases" select="/.."/>
    <xsl:choose>
      <xsl:when test="$register or $settings">
        <xsl:variable name="documents">
          <xsl:call-template name="kinds.documents">
            <xsl:with-param name="year" select="$year"/>
            <xsl:with-param name="outline" select="$outline"/>
            <xsl:with-param name="departments" select="$departments"/>
            <xsl:with-param name="cases" select="$cases"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:for-each select="exsl:node-set($documents)/node()">
          <f:portion><xsl:apply-templates select="." mode="set"/></f:portion>
        </xsl:for-each>
        <xsl:if test="$register"><xsl:apply-templates select="exsl:node-set($documents)/document" mode="entry"/></xsl:if>
      </xsl:when>
      <!-- nothing looks at the documents: they need not be made twice -->
      <xsl:otherwise>
        <f:portion>
          <xsl:call-template name="kinds.documents">
            <xsl:with-param name="year" select="$year"/>
            <xsl:with-param name="outline" select="$outline"/>
            <xsl:with-param name="departments" select="$departments"/>
            <xsl:with-param name="cases" select="$cases"/>
          </xsl:call-template>
        </f:portion>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The year's settings go to each document (gbt9704/metrics.xsl), a seal's picture to where its organ signs. -->
  <xsl:template match="*" mode="set"><xsl:copy-of select="."/></xsl:template>
  <xsl:template match="document" mode="set">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each select="$settings"><settings><xsl:copy-of select="@*"/></settings></xsl:for-each>
      <xsl:apply-templates select="*" mode="set"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="signature[not(organ)] | signature/organ" mode="set">
    <xsl:variable name="seal" select="$settings/seal[@organ = normalize-space(current())]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="$seal">
        <xsl:attribute name="seal"><xsl:value-of select="$seal/@picture"/></xsl:attribute>
        <xsl:attribute name="place"><xsl:value-of select="$seal/@place"/></xsl:attribute>
        <xsl:copy-of select="$seal/@rank"/>
      </xsl:if>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template match="signature[organ]" mode="set">
    <xsl:copy><xsl:copy-of select="@*"/><xsl:apply-templates select="organ" mode="set"/></xsl:copy>
  </xsl:template>

  <!-- What many documents say, found once: a path through the model's children costs as much as the year is long. -->
  <xsl:variable name="subject" select="concat(/model/@year, '年度行政执法目标责任制')"/> <!-- of every PDF, with the department -->
  <xsl:variable name="settings" select="/model/settings"/>
  <xsl:variable name="government" select="/model/government"/>
  <xsl:variable name="leading-group" select="/model/leading-group"/>
  <xsl:variable name="instrument" select="/model/instrument"/>
  <xsl:variable name="parameters" select="/model/parameters"/>
  <xsl:variable name="distribution" select="/model/distribution"/>
  <xsl:variable name="common-targets" select="/model/common-targets"/>
  <xsl:variable name="circular" select="/model/circular"/>
  <xsl:variable name="award" select="/model/award"/>
  <xsl:variable name="ranking" select="/model/ranking"/>

  <!-- A document that the year will need and cannot have yet, and why; key: of the document, when it is known. -->
  <xsl:template name="plan.missing">
    <xsl:param name="kind"/>
    <xsl:param name="key"/>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <missing kind="{$kind}" key="{$key}">
      <zh><xsl:value-of select="$zh"/></zh>
      <en><xsl:value-of select="$en"/></en>
    </missing>
  </xsl:template>

  <!-- ==== what several kinds say ==== -->

  <!-- 市委、市人大常委会……领导成员 -->
  <xsl:template name="plan.report-line">
    <xsl:if test="$distribution/report-to">
      <line label="报">
        <xsl:call-template name="plan.names"><xsl:with-param name="names" select="$distribution/report-to"/></xsl:call-template>
        <xsl:text>领导成员</xsl:text>
      </line>
    </xsl:if>
  </xsl:template>

  <xsl:template name="plan.copy-line">
    <xsl:if test="$distribution/copy-to">
      <line label="抄送">
        <xsl:call-template name="plan.names"><xsl:with-param name="names" select="$distribution/copy-to"/></xsl:call-template>
      </line>
    </xsl:if>
  </xsl:template>

  <!-- the office's name where it shares a line with a date: the full one as long as there is room -->
  <xsl:template name="plan.office-beside-date">
    <xsl:variable name="office" select="$leading-group/office"/>
    <xsl:choose>
      <xsl:when test="string-length($office/@name) &lt;= 18"><xsl:value-of select="$office/@name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$office/@short-name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- the body that prints the government's documents -->
  <xsl:template name="plan.government-office">
    <xsl:value-of select="$government/@office"/>
    <xsl:if test="not(string($government/@office))"><xsl:value-of select="$government/@name"/>办公室</xsl:if>
  </xsl:template>

  <xsl:template name="plan.names">
    <xsl:param name="names"/>
    <xsl:for-each select="$names">
      <xsl:if test="position() &gt; 1">、</xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
