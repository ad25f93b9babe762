<?xml version="1.0" encoding="UTF-8"?>
<!-- 行政执法错案改进通知书: from the legal affairs organ to the responsible department; the supervision organ gets a copy. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="case"/>
  </xsl:template>

  <xsl:template match="case">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{source/@place}">
      <!-- the paper first, if there is one: （2005）……号行政判决书 begins with a bracket itself -->
      <xsl:variable name="reference" select="boolean(string(source/@reference))"/>
      <xsl:text>根据</xsl:text><xsl:value-of select="source/@reference"/>
      <xsl:if test="not($reference)"><xsl:value-of select="source/@words"/></xsl:if>
      <xsl:if test="$reference or string(source/@date)">
        <xsl:text>（</xsl:text>
        <xsl:if test="$reference"><xsl:value-of select="source/@words"/></xsl:if>
        <xsl:if test="$reference and string(source/@date)">，</xsl:if>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="source/@date"/></xsl:call-template>
        <xsl:text>）</xsl:text>
      </xsl:if>
      <xsl:text>反映的情况，我局对你单位下列具体行政行为进行了审查，</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@confirmed"/></xsl:call-template>
      <xsl:text>认定为行政执法错案。现将有关事项通知如下：</xsl:text>
    </fo:block>
    <xsl:apply-templates select="act | facts | finding | responsible-person[1] | correction"/>
    <xsl:call-template name="remedy"/>
  </xsl:template>

  <!-- The parts number themselves: an absent one leaves no gap. Context: a part, or the case for the last. -->
  <xsl:template name="part">
    <xsl:param name="title"/>
    <xsl:param name="before" select="preceding-sibling::*[self::act or self::facts or self::finding or self::correction]
        | preceding-sibling::responsible-person[not(preceding-sibling::responsible-person)]"/>
    <fo:block xsl:use-attribute-sets="heading-1">
      <xsl:call-template name="text.level-1"><xsl:with-param name="n" select="1 + count($before)"/></xsl:call-template>
      <xsl:value-of select="$title"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="act">
    <xsl:call-template name="part"><xsl:with-param name="title" select="'具体行政行为'"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:value-of select="@title"/>
      <xsl:if test="string(@number) or string(@date)">
        <xsl:text>（</xsl:text>
        <xsl:value-of select="@number"/>
        <xsl:if test="string(@number) and string(@date)">，</xsl:if>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="@date"/></xsl:call-template>
        <xsl:text>）</xsl:text>
      </xsl:if>
      <xsl:if test="string(party)">，当事人：<xsl:call-template name="text.list"><xsl:with-param name="items" select="party"/></xsl:call-template></xsl:if>
      <xsl:text>。</xsl:text>
    </fo:block>
  </xsl:template>

  <xsl:template match="facts">
    <xsl:call-template name="part"><xsl:with-param name="title" select="'认定事实'"/></xsl:call-template>
    <xsl:apply-templates select="p"/>
  </xsl:template>

  <xsl:template match="finding">
    <xsl:call-template name="part"><xsl:with-param name="title" select="'认定结论'"/></xsl:call-template>
    <xsl:apply-templates select="p"/>
    <xsl:if test="../fault">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{../fault/@place}">
        <xsl:text>过错类型：</xsl:text>
        <xsl:for-each select="../fault">
          <xsl:if test="position() &gt; 1">；</xsl:if>
          <xsl:value-of select="@words"/>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="responsible-person">
    <xsl:call-template name="part"><xsl:with-param name="title" select="'责任人'"/></xsl:call-template>
    <xsl:for-each select="../responsible-person">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
        <xsl:value-of select="@role-words"/>：<xsl:value-of select="person"/>
        <xsl:if test="string(post)">（<xsl:value-of select="post"/>）</xsl:if>
        <xsl:if test="string(@degree-words)">，<xsl:value-of select="@degree-words"/></xsl:if>
        <xsl:text>。</xsl:text>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="correction">
    <xsl:call-template name="part"><xsl:with-param name="title" select="'改进要求和期限'"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:if test="../basis/law">
        <xsl:text>根据</xsl:text>
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="../basis/law"/></xsl:call-template>
        <xsl:text>的规定，</xsl:text>
      </xsl:if>
      <xsl:text>请你单位</xsl:text>
      <xsl:if test="string(../notice/@feedback-deadline)">
        <xsl:text>于</xsl:text>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="../notice/@feedback-deadline"/></xsl:call-template>
        <xsl:text>前</xsl:text>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="demand">做好以下改进工作，并将结果书面反馈我局：</xsl:when>
        <xsl:otherwise>认真改进，并将结果书面反馈我局。</xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:for-each select="demand">
      <xsl:variable name="n" select="position()"/>
      <xsl:for-each select="p">
        <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
          <xsl:if test="position() = 1">（<xsl:value-of select="f:han-number(string($n))"/>）</xsl:if>
          <xsl:value-of select="."/>
        </fo:block>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="remedy">
    <xsl:if test="number(../parameters/@objection-days)">
      <xsl:call-template name="part">
        <xsl:with-param name="title" select="'救济途径'"/>
        <xsl:with-param name="before" select="act | facts | finding | responsible-person[1] | correction"/>
      </xsl:call-template>
      <fo:block xsl:use-attribute-sets="paragraph">
        <xsl:text>对本通知书有异议的，可以自收到之日起</xsl:text><xsl:value-of select="../parameters/@objection-days"/>
        <xsl:text>日内向我局书面提出。异议处理期间，不停止本通知书的执行。</xsl:text>
      </fo:block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
