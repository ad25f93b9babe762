<?xml version="1.0" encoding="UTF-8"?>
<!-- 追偿决定: what was paid, what is recovered from whom, in figures and in capital characters; what stays with the treasury. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/document.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="case"/>
  </xsl:template>

  <xsl:template match="case">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{act/@place}">
      <xsl:value-of select="compensation/@name"/>
      <xsl:if test="act">“<xsl:value-of select="act/@title"/>”</xsl:if>
      <xsl:if test="string(act/@number)">（<xsl:value-of select="act/@number"/>）</xsl:if>
      <xsl:text>一案，</xsl:text>
      <xsl:if test="string(@confirmed)">
        <xsl:text>已于</xsl:text>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="@confirmed"/></xsl:call-template>
        <xsl:text>认定为行政执法错案</xsl:text>
        <xsl:if test="string(notice/@number-words)">（<xsl:value-of select="notice/@number-words"/>）</xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:if>
      <xsl:if test="string(compensation/@date)">
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="compensation/@date"/></xsl:call-template>
        <xsl:text>，</xsl:text>
      </xsl:if>
      <xsl:text>已向</xsl:text>
      <xsl:call-template name="text.list"><xsl:with-param name="items" select="act/party"/></xsl:call-template>
      <xsl:if test="not(act/party)">受害人</xsl:if>
      <xsl:text>支付赔偿金</xsl:text>
      <xsl:call-template name="sum"><xsl:with-param name="amount" select="compensation/@paid"/><xsl:with-param name="capitals" select="compensation/@paid-capitals"/></xsl:call-template>
      <xsl:text>。</xsl:text>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <!-- the law of state compensation, unless the case names its articles -->
      <xsl:variable name="law">《中华人民共和国国家赔偿法》</xsl:variable>
      <xsl:text>根据</xsl:text>
      <xsl:variable name="named" select="boolean(basis/law[starts-with(., $law)])"/>
      <xsl:if test="not($named)"><xsl:value-of select="$law"/></xsl:if>
      <xsl:call-template name="text.list">
        <xsl:with-param name="items" select="basis/law"/>
        <xsl:with-param name="before" select="substring('》', 1 + $named)"/>
      </xsl:call-template>
      <xsl:text>的规定，决定追偿如下：</xsl:text>
    </fo:block>
    <xsl:apply-templates select="compensation/recovery"/>
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{compensation/@place}">
      <xsl:text>以上合计追偿</xsl:text>
      <xsl:call-template name="sum"><xsl:with-param name="amount" select="compensation/@recovered"/><xsl:with-param name="capitals" select="compensation/@recovered-capitals"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="f:compare(compensation/@outstanding, '0') = 0">，赔偿金已全部追偿。</xsl:when>
        <xsl:otherwise>
          <xsl:text>，其余</xsl:text>
          <xsl:call-template name="sum"><xsl:with-param name="amount" select="compensation/@outstanding"/><xsl:with-param name="capitals" select="compensation/@outstanding-capitals"/></xsl:call-template>
          <xsl:text>不予追偿。</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>被追偿的单位和个人应当</xsl:text>
      <xsl:if test="number(../parameters/@payment-days)">自收到本决定书之日起<xsl:value-of select="../parameters/@payment-days"/>日内</xsl:if>
      <xsl:text>将款项缴入国库。</xsl:text>
      <xsl:if test="number(../parameters/@objection-days)">对本决定有异议的，可以自收到之日起<xsl:value-of select="../parameters/@objection-days"/>日内向<xsl:value-of select="../government/@short-name"/>书面提出。</xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="recovery">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:text>（</xsl:text><xsl:value-of select="f:han-number(string(position()))"/><xsl:text>）向</xsl:text>
      <xsl:choose>
        <xsl:when test="@from = 'person'">
          <xsl:text>责任人</xsl:text><xsl:value-of select="@name"/>
          <xsl:if test="string(@post) or string(@degree-words)">
            <xsl:text>（</xsl:text><xsl:value-of select="@post"/>
            <xsl:if test="string(@post) and string(@degree-words)">，</xsl:if>
            <xsl:value-of select="@degree-words"/><xsl:text>）</xsl:text>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>责任部门<xsl:value-of select="@name"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>追偿</xsl:text>
      <xsl:call-template name="sum"><xsl:with-param name="amount" select="@amount"/><xsl:with-param name="capitals" select="@capitals"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="following-sibling::recovery">；</xsl:when>
        <xsl:otherwise>。</xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- 12000.00元（人民币壹万贰仟元整） -->
  <xsl:template name="sum">
    <xsl:param name="amount"/>
    <xsl:param name="capitals"/>
    <xsl:value-of select="f:fixed($amount, 2)"/>
    <xsl:text>元（人民币</xsl:text><xsl:value-of select="$capitals"/><xsl:text>）</xsl:text>
  </xsl:template>

</xsl:stylesheet>
