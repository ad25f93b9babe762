<?xml version="1.0" encoding="UTF-8"?>
<!-- Targets as issued, their basis and measures in words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" extension-element-prefixes="f">

  <xsl:template match="common-targets">
    <common-targets place="{f:place(.)}" weight="{f:sum(target/@weight)}" issued="{@issued}">
      <xsl:copy-of select="@document-number"/>
      <xsl:apply-templates select="target"/>
    </common-targets>
  </xsl:template>

  <xsl:template match="specific-targets">
    <specific-targets place="{f:place(.)}" weight="{f:sum(target/@weight)}">
      <xsl:copy-of select="@proposed | @reviewed | @issued"/>
      <xsl:variable name="joined"><xsl:for-each select="key('department', @department)[1]"><xsl:call-template name="joined"/></xsl:for-each></xsl:variable>
      <xsl:attribute name="late"><xsl:value-of select="boolean(@proposed) and translate(@proposed, '-', '') &gt; translate($proposal-deadline, '-', '')
        and not(translate($joined, '-', '') &gt; translate($proposal-deadline, '-', ''))"/></xsl:attribute>
      <!-- a proposal speaks of its own day, its issue of the day of issue -->
      <xsl:variable name="date">
        <xsl:value-of select="@proposed"/>
        <xsl:if test="not(@proposed)"><xsl:value-of select="$proposal-deadline"/></xsl:if>
      </xsl:variable>
      <xsl:attribute name="date"><xsl:value-of select="$date"/></xsl:attribute>
      <xsl:call-template name="names"><xsl:with-param name="date" select="$date"/></xsl:call-template>
      <xsl:if test="@issued">
        <xsl:call-template name="names">
          <xsl:with-param name="date" select="@issued"/>
          <xsl:with-param name="prefix">issue-</xsl:with-param>
        </xsl:call-template>
      </xsl:if>
      <f:fold>
        <xsl:call-template name="officials-on"><xsl:with-param name="date" select="$date"/></xsl:call-template>
        <xsl:if test="@issued">
          <issue><xsl:call-template name="officials-on"><xsl:with-param name="date" select="@issued"/></xsl:call-template></issue>
        </xsl:if>
        <xsl:apply-templates select="target"/>
      </f:fold>
    </specific-targets>
  </xsl:template>

  <xsl:template match="target">
    <target>
      <xsl:call-template name="target-head"/>
      <xsl:copy-of select="@deadline | @drafted-by"/>
      <xsl:attribute name="weight"><xsl:value-of select="@weight"/></xsl:attribute>
      <xsl:if test="@drafted-by">
        <xsl:attribute name="drafted-by-name"><xsl:call-template name="short-name"><xsl:with-param name="id" select="@drafted-by"/></xsl:call-template></xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="basis"/>
      <xsl:apply-templates select="indicator"/>
      <xsl:apply-templates select="measures | responsible" mode="copy"/>
    </target>
  </xsl:template>

  <!-- Context: target of the year. What names it wherever it is mentioned. -->
  <xsl:template name="target-head">
    <xsl:attribute name="place"><xsl:value-of select="f:place(.)"/></xsl:attribute>
    <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
    <xsl:attribute name="part"><xsl:value-of select="substring-before(name(..), '-')"/></xsl:attribute>
    <xsl:attribute name="number"><xsl:value-of select="count(preceding-sibling::target) + 1"/></xsl:attribute>
    <xsl:attribute name="title"><xsl:value-of select="normalize-space(title)"/></xsl:attribute>
  </xsl:template>

  <!-- Context: anything with @target. -->
  <xsl:template name="target-reference">
    <xsl:attribute name="target"><xsl:value-of select="@target"/></xsl:attribute>
    <xsl:for-each select="key('target', @target)[1]">
      <xsl:attribute name="part"><xsl:value-of select="substring-before(name(..), '-')"/></xsl:attribute>
      <xsl:attribute name="number"><xsl:value-of select="count(preceding-sibling::target) + 1"/></xsl:attribute>
      <xsl:attribute name="title"><xsl:value-of select="normalize-space(title)"/></xsl:attribute>
    </xsl:for-each>
  </xsl:template>

  <!-- A department's short name on a day, that of the issue unless told otherwise. -->
  <xsl:template name="short-name">
    <xsl:param name="id"/>
    <xsl:param name="date" select="$issue-date"/>
    <xsl:for-each select="key('department', $id)[1]">
      <xsl:call-template name="short-name-on">
        <xsl:with-param name="date" select="$date"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="not(key('department', $id))"><xsl:value-of select="$id"/></xsl:if>
  </xsl:template>


  <!-- A task with its bodies under the names of the day of issue. -->
  <xsl:template match="division-of-work/task">
    <task place="{f:place(.)}" summary="{normalize-space(summary)}">
      <xsl:copy-of select="@id | @section | @no | @open"/>
      <xsl:for-each select="lead | assisting">
        <xsl:copy>
          <xsl:attribute name="place"><xsl:value-of select="f:place(.)"/></xsl:attribute>
          <xsl:copy-of select="@department"/>
          <xsl:attribute name="short-name"><xsl:call-template name="short-name"><xsl:with-param name="id" select="@department"/></xsl:call-template></xsl:attribute>
        </xsl:copy>
      </xsl:for-each>
      <xsl:apply-templates select="text" mode="copy"/>
    </task>
  </xsl:template>

  <!-- R09: the basis in words; it stands in the proposal, with the names of its day. -->

  <xsl:template match="basis">
    <basis place="{f:place(.)}" kind="{@kind}">
      <xsl:copy-of select="@ref"/>
      <xsl:choose>
        <xsl:when test="@kind = 'division'"><xsl:apply-templates select="key('task', @ref)[1]" mode="words"><xsl:with-param name="for" select="."/></xsl:apply-templates></xsl:when>
        <xsl:when test="@ref"><xsl:apply-templates select="key('instrument', @ref)[1]" mode="words"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space()"/></xsl:otherwise>
      </xsl:choose>
    </basis>
  </xsl:template>

  <xsl:template match="instrument" mode="words">
    <xsl:value-of select="concat('《', translate(normalize-space(title), '《》', '〈〉'), '》（', @number, '）')"/>
  </xsl:template>

  <!-- the part that the target's own department has in the task; who else has one stands in the division of work -->
  <xsl:template match="task" mode="words">
    <xsl:param name="for"/>
    <xsl:value-of select="concat('任务分工第', @section, '部分')"/>
    <xsl:if test="@no"><xsl:value-of select="concat('第', @no, '项')"/></xsl:if>
    <xsl:if test="summary"><xsl:value-of select="concat('“', normalize-space(summary), '”')"/></xsl:if>
    <xsl:if test="lead">
      <xsl:variable name="own" select="$for/ancestor::specific-targets/@department"/>
      <xsl:text>（</xsl:text>
      <xsl:choose>
        <xsl:when test="lead/@department = $own">本部门</xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="short-name">
            <xsl:with-param name="id" select="lead/@department"/>
            <xsl:with-param name="date">
              <xsl:value-of select="$for/ancestor::specific-targets/@proposed"/>
              <xsl:if test="not($for/ancestor::specific-targets/@proposed)"><xsl:value-of select="$proposal-deadline"/></xsl:if>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="count(lead) &gt; 1">等<xsl:value-of select="count(lead)"/>个部门</xsl:if>
      <xsl:text>主办</xsl:text>
      <xsl:if test="assisting/@department = $own">，本部门协办</xsl:if>
      <xsl:text>）</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="indicator">
    <indicator place="{f:place(.)}" number="{position()}" name="{normalize-space(name)}">
      <xsl:copy-of select="@unit | @baseline | @value | @relation | @date | @weight"/>
      <xsl:attribute name="words">
        <xsl:choose>
          <xsl:when test="@relation = 'by'"><xsl:value-of select="concat(f:date(@date), '前完成')"/></xsl:when>
          <xsl:when test="@relation = 'at-least'"><xsl:value-of select="concat('不少于', @value, @unit)"/></xsl:when>
          <xsl:when test="@relation = 'at-most'"><xsl:value-of select="concat('不多于', @value, @unit)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="concat(@value, @unit)"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="evidence | scoring" mode="copy"/>
    </indicator>
  </xsl:template>

</xsl:stylesheet>
