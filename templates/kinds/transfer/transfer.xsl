<?xml version="1.0" encoding="UTF-8"?>
<!-- 移送函: the case goes to the supervision organ on the day of the notice (R28). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo">

  <xsl:import href="../../formats/letter.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="case"/>
  </xsl:template>

  <xsl:template match="case">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{@place}">
      <xsl:value-of select="transfer/@short-name"/>
      <xsl:if test="act">“<xsl:value-of select="act/@title"/>”</xsl:if>
      <xsl:if test="string(act/@number) or string(act/@date)">
        <xsl:text>（</xsl:text><xsl:value-of select="act/@number"/>
        <xsl:if test="string(act/@number) and string(act/@date)">，</xsl:if>
        <xsl:call-template name="text.date"><xsl:with-param name="date" select="act/@date"/></xsl:call-template>
        <xsl:text>）</xsl:text>
      </xsl:if>
      <xsl:text>一案，经我局审查，</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="@confirmed"/></xsl:call-template>
      <xsl:text>认定为行政执法错案。</xsl:text>
      <xsl:call-template name="text.date"><xsl:with-param name="date" select="notice/@date"/></xsl:call-template>
      <xsl:text>，我局已向该单位下达《行政执法错案改进通知书》（</xsl:text><xsl:value-of select="notice/@number-words"/>
      <xsl:text>）。</xsl:text>
      <xsl:if test="finding/p">认定结论如下：</xsl:if>
    </fo:block>
    <xsl:apply-templates select="finding/p"/>
    <xsl:if test="responsible-person">
      <fo:block xsl:use-attribute-sets="paragraph" gw:place="{responsible-person/@place}">
        <xsl:text>本案责任人：</xsl:text>
        <xsl:for-each select="responsible-person">
          <xsl:if test="position() &gt; 1">；</xsl:if>
          <xsl:value-of select="@role-words"/><xsl:value-of select="person"/>
          <xsl:if test="string(post)">（<xsl:value-of select="post"/>）</xsl:if>
          <xsl:if test="string(@degree-words)">，<xsl:value-of select="@degree-words"/></xsl:if>
        </xsl:for-each>
        <xsl:text>。</xsl:text>
      </fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:if test="basis/law">
        <xsl:text>根据</xsl:text>
        <xsl:call-template name="text.list"><xsl:with-param name="items" select="basis/law"/></xsl:call-template>
        <xsl:text>的规定，</xsl:text>
      </xsl:if>
      <xsl:text>现将该案移送你局，请依法进行行政处理，并将处理结果函告我局。</xsl:text>
    </fo:block>
  </xsl:template>

</xsl:stylesheet>
