<?xml version="1.0" encoding="UTF-8"?>
<!-- 任务分工: every task of the annex with the bodies that lead and assist; then the same by body. The words of the annex, uncut. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:key name="section" match="task" use="@section"/>
  <xsl:key name="body" match="lead | assisting" use="@department"/>

  <xsl:template match="document" mode="body">
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:if test="instrument">
        <xsl:text>根据</xsl:text>
        <xsl:for-each select="instrument">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:call-template name="text.book"><xsl:with-param name="title" select="@title"/></xsl:call-template>
          <xsl:text>（</xsl:text><xsl:value-of select="@number"/><xsl:text>）</xsl:text>
        </xsl:for-each>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:value-of select="@year"/>
      <xsl:text>年度行政执法目标任务共</xsl:text><xsl:value-of select="count(task)"/>
      <xsl:text>项，分工如下。排在前面的为主办部门，协办部门应当积极配合；一项任务有几个主办部门的，由排在首位的部门牵头。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="heading-1" id="tasks">一、任务及主办、协办部门</fo:block>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'10 76 39 31'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads"><xsl:with-param name="names" select="'序号|任务|主办部门|协办部门'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="task[generate-id() = generate-id(key('section', @section)[1])]">
          <fo:table-row xsl:use-attribute-sets="row with-next">
            <fo:table-cell xsl:use-attribute-sets="cell-total" number-columns-spanned="4">
              <fo:block>第<xsl:value-of select="@section"/>部分</fo:block>
            </fo:table-cell>
          </fo:table-row>
          <xsl:apply-templates select="key('section', @section)"/>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="heading-1 line-above" id="bodies">二、各部门承担的任务</fo:block>
    <fo:table xsl:use-attribute-sets="table">
      <xsl:call-template name="table.columns"><xsl:with-param name="widths" select="'40 58 58'"/></xsl:call-template>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="row">
          <xsl:call-template name="table.heads"><xsl:with-param name="names" select="'部门|主办的任务|协办的任务'"/></xsl:call-template>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="(task/lead | task/assisting)[generate-id() = generate-id(key('body', @department)[1])]">
          <fo:table-row xsl:use-attribute-sets="row">
            <xsl:call-template name="table.cell"><xsl:with-param name="text" select="@short-name"/></xsl:call-template>
            <xsl:call-template name="task-numbers"><xsl:with-param name="of" select="key('body', @department)[self::lead]"/></xsl:call-template>
            <xsl:call-template name="task-numbers"><xsl:with-param name="of" select="key('body', @department)[self::assisting]"/></xsl:call-template>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="line-above"/>
    <xsl:apply-templates select="leading-group"/>
  </xsl:template>

  <!-- who leads: the group, its members, its office -->
  <xsl:template match="leading-group">
    <fo:block xsl:use-attribute-sets="heading-1" id="leading-group">三、组织领导</fo:block>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:value-of select="@name"/>
      <xsl:text>负责审查目标、组织考评。</xsl:text>
      <xsl:for-each select="leader">组长：<xsl:value-of select="concat(person, '（', post, '）。')"/></xsl:for-each>
      <xsl:if test="deputy-leader">
        <xsl:text>副组长：</xsl:text>
        <xsl:for-each select="deputy-leader">
          <xsl:if test="position() &gt; 1">、</xsl:if>
          <xsl:value-of select="concat(person, '（', post, '）')"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </xsl:if>
      <xsl:if test="member">
        <xsl:text>成员：</xsl:text>
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="member/@short-name"/></xsl:call-template>
        <xsl:text>主要负责人。</xsl:text>
      </xsl:if>
    </fo:block>
    <xsl:for-each select="office">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
        <xsl:value-of select="@name"/><xsl:text>承担日常工作</xsl:text>
        <xsl:if test="string(director/person)">，主任：<xsl:value-of select="director/person"/></xsl:if>
        <xsl:if test="string(director/person) and string(director/post)">（<xsl:value-of select="director/post"/>）</xsl:if>
        <xsl:text>。</xsl:text>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="task">
    <fo:table-row xsl:use-attribute-sets="row">
      <xsl:call-template name="table.cell-centred"><xsl:with-param name="text" select="@no"/></xsl:call-template>
      <fo:table-cell xsl:use-attribute-sets="cell">
        <xsl:if test="string(@summary)">
          <fo:block xsl:use-attribute-sets="cell-text hei" gw:place="{@place}"><xsl:value-of select="@summary"/></fo:block>
        </xsl:if>
        <xsl:for-each select="text">
          <fo:block xsl:use-attribute-sets="cell-text" gw:place="{@place}"><xsl:value-of select="."/></fo:block>
        </xsl:for-each>
        <xsl:if test="not(text) and not(string(@summary))"><fo:block/></xsl:if>
      </fo:table-cell>
      <xsl:call-template name="table.cell-names"><xsl:with-param name="names" select="lead/@short-name"/></xsl:call-template>
      <xsl:call-template name="table.cell-names">
        <xsl:with-param name="names" select="assisting/@short-name"/>
        <xsl:with-param name="after"><xsl:if test="@open = 'true' or @open = '1'"><xsl:if test="assisting">等</xsl:if>有关部门</xsl:if></xsl:with-param>
      </xsl:call-template>
    </fo:table-row>
  </xsl:template>

  <!-- 一1、二7; an unnumbered task is named by its section alone -->
  <xsl:template name="task-numbers">
    <xsl:param name="of"/>
    <fo:table-cell xsl:use-attribute-sets="cell">
      <fo:block xsl:use-attribute-sets="cell-text cell-ragged">
        <xsl:for-each select="$of">
          <fo:inline xsl:use-attribute-sets="unit">
            <xsl:value-of select="../@section"/>
            <xsl:if test="string(../@no)"><xsl:value-of select="concat('（', ../@no, '）')"/></xsl:if>
            <xsl:if test="position() != last()">、</xsl:if>
          </fo:inline>
        </xsl:for-each>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <xsl:template match="document" mode="outline">
    <fo:bookmark-tree>
      <xsl:call-template name="bookmark"><xsl:with-param name="id" select="'tasks'"/><xsl:with-param name="title" select="'一、任务及主办、协办部门'"/></xsl:call-template>
      <xsl:call-template name="bookmark"><xsl:with-param name="id" select="'bodies'"/><xsl:with-param name="title" select="'二、各部门承担的任务'"/></xsl:call-template>
      <xsl:call-template name="bookmark"><xsl:with-param name="id" select="'leading-group'"/><xsl:with-param name="title" select="'三、组织领导'"/></xsl:call-template>
    </fo:bookmark-tree>
  </xsl:template>

</xsl:stylesheet>
