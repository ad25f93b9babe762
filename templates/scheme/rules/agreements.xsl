<?xml version="1.0" encoding="UTF-8"?>
<!-- Agreements: one a department, three copies, two signatures (R13–R15). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:key name="agreement-number" match="/scheme/agreement" use="normalize-space(@number)"/>

  <xsl:template name="agreements.rules">
    <xsl:apply-templates select="agreement" mode="R13"/>
    <xsl:if test="agreement">
      <xsl:apply-templates select="specific-targets[not(key('agreement', @department))]" mode="R13"/>
    </xsl:if>
    <xsl:apply-templates select="agreement[copy]" mode="R14"/>
    <xsl:apply-templates select="agreement[@signed]" mode="R15"/>
  </xsl:template>

  <xsl:template match="agreement" mode="R13">
    <xsl:if test="count(. | key('agreement', @department)[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R13</xsl:with-param>
        <xsl:with-param name="zh" select="concat('部门“', @department, '”有两份以上目标责任书，每年只能签订一份，请删去多余的')"/>
        <xsl:with-param name="en" select="concat(@department, ' has more than one agreement; there is one a year; drop the others')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="count(. | key('agreement-number', normalize-space(@number))[1]) != 1">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R13</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标责任书编号“', @number, '”重复，请另编一个')"/>
        <xsl:with-param name="en" select="concat('the agreement number “', @number, '” is used twice; give each its own')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="specific-targets" mode="R13">
    <xsl:call-template name="warn">
      <xsl:with-param name="rule">R13</xsl:with-param>
      <xsl:with-param name="zh" select="concat('部门“', @department, '”有目标，但没有目标责任书，请补上')"/>
      <xsl:with-param name="en" select="concat(@department, ' has targets but no agreement; add it')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- R14: the holders are computed; written ones must be the same three. -->
  <xsl:template match="agreement" mode="R14">
    <xsl:variable name="department" select="key('department', @department)"/>
    <xsl:if test="count(copy) != 3">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R14</xsl:with-param>
        <xsl:with-param name="zh" select="concat('目标责任书写了', count(copy), '份，应为一式三份，请按三方各写一份')"/>
        <xsl:with-param name="en" select="concat('the agreement has ', count(copy), ' copies; there are three; write one copy for each holder')"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:for-each select="copy">
      <xsl:if test="not(@holder = '市政府分管领导' or @holder = $department/name or @holder = $department/short-name
                        or @holder = $office/@name or @holder = $office/@short-name or not($department) or not($office))
                    or @holder = preceding-sibling::copy/@holder">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R14</xsl:with-param>
          <xsl:with-param name="zh" select="concat('持有人“', @holder, '”不符：三份由市政府分管领导、责任部门、领导小组办公室各执一份，请改正')"/>
          <xsl:with-param name="en" select="concat('“', @holder, '” is not the holder of a copy: deputy mayor in charge, department and office of the leading group keep one each; correct holder')"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="agreement" mode="R15">
    <xsl:variable name="day" select="translate(@signed, '-', '')"/>
    <xsl:variable name="department" select="key('department', @department)"/>
    <xsl:variable name="head" select="$department/official[@role = 'head']
      [not(@from) or translate(@from, '-', '') &lt;= $day][not(@to) or translate(@to, '-', '') &gt;= $day]"/>
    <xsl:variable name="signatory" select="signatory[@side = 'department'][1]"/>
    <xsl:variable name="in-office">
      <xsl:choose>
        <xsl:when test="$head">是“<xsl:value-of select="normalize-space($head/person)"/>”</xsl:when>
        <xsl:otherwise>空缺</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="in-office-en">
      <xsl:choose>
        <xsl:when test="$head">“<xsl:value-of select="normalize-space($head/person)"/>”</xsl:when>
        <xsl:otherwise>nobody</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="not(signatory[@side = 'government'])">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">R15</xsl:with-param>
        <xsl:with-param name="zh" select="'已签订的目标责任书没有市政府一方的签订人，请补上'"/>
        <xsl:with-param name="en" select="'the signed agreement has no signatory of the city government; add the signatory'"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="not($signatory)">
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R15</xsl:with-param>
          <xsl:with-param name="zh" select="'已签订的目标责任书没有责任部门一方的签订人，请补上'"/>
          <xsl:with-param name="en" select="'the signed agreement has no signatory of the department; add the signatory'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="not($department/official[@role = 'head'])"/>
      <xsl:when test="$head[normalize-space(person) = normalize-space($signatory/person)]"/>
      <xsl:when test="$signatory/@authorised = 'true' or $signatory/@authorised = '1'">
        <xsl:call-template name="warn">
          <xsl:with-param name="rule">R15</xsl:with-param>
          <xsl:with-param name="at" select="$signatory"/>
          <xsl:with-param name="zh" select="concat('由“', normalize-space($signatory/person), '”授权代签，', @signed, '在任的主要负责人', $in-office, '，请核对')"/>
          <xsl:with-param name="en" select="concat('signed by “', normalize-space($signatory/person), '” on authority; the head in office on ', @signed, ' is ', $in-office-en, '; see that this is right')"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="complain">
          <xsl:with-param name="rule">R15</xsl:with-param>
          <xsl:with-param name="at" select="$signatory"/>
          <xsl:with-param name="zh" select="concat('签订人“', normalize-space($signatory/person), '”不是', @signed, '在任的主要负责人（当日', $in-office, '）；授权代签的请写authorised=&quot;true&quot;')"/>
          <xsl:with-param name="en" select="concat('“', normalize-space($signatory/person), '” is not the head in office on ', @signed, ' (', $in-office-en, ' is); write authorised=&quot;true&quot; if authorised')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
