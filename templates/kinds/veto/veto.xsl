<?xml version="1.0" encoding="UTF-8"?>
<!-- 一票否决通知: the result, the pass mark, what follows from it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:gw="urn:gongwen:fo" xmlns:f="urn:gongwen:xslt" exclude-result-prefixes="f">

  <xsl:import href="../../formats/letter.xsl"/>

  <xsl:template match="document" mode="body">
    <xsl:apply-templates select="row"/>
  </xsl:template>

  <xsl:template match="row">
    <fo:block xsl:use-attribute-sets="paragraph" gw:place="{../@place}">
      <xsl:text>经</xsl:text><xsl:value-of select="../leading-group/@short-name"/><xsl:text>年终考评，你单位</xsl:text>
      <xsl:value-of select="../@year"/>
      <xsl:text>年度行政执法目标责任制考核共性目标得</xsl:text><xsl:value-of select="@common"/>
      <xsl:text>分，专业目标得</xsl:text><xsl:value-of select="@specific"/>
      <xsl:text>分，总分</xsl:text><xsl:value-of select="@total"/>
      <xsl:text>分，低于规定分数</xsl:text><xsl:value-of select="../parameters/@pass-mark"/>
      <xsl:text>分，差</xsl:text><xsl:value-of select="f:subtract(../parameters/@pass-mark, @total)"/>
      <xsl:text>分，名次为第</xsl:text><xsl:value-of select="@rank"/><xsl:text>名。</xsl:text>
      <xsl:if test="string(../circular/@date)">
        <xsl:text>考核结果见</xsl:text>
        <xsl:call-template name="text.book"><xsl:with-param name="title" select="../circular/@title"/></xsl:call-template>
        <xsl:if test="string(../circular/@number)">（<xsl:value-of select="../circular/@number"/>）</xsl:if>
        <xsl:text>。</xsl:text>
      </xsl:if>
    </fo:block>
    <fo:block xsl:use-attribute-sets="paragraph">
      <xsl:text>按照行政执法目标责任制的规定，对你单位实行“一票否决”，取消</xsl:text><xsl:value-of select="../@year"/>
      <xsl:text>年度各类评先创优资格。请认真查找原因，制定改进措施，</xsl:text>
      <xsl:if test="number(../parameters/@feedback-days)">自收到本通知之日起<xsl:value-of select="../parameters/@feedback-days"/>日内</xsl:if>
      <xsl:text>将整改情况书面报告我办。</xsl:text>
    </fo:block>
    <xsl:if test="@provisional = 'true'">
      <fo:block xsl:use-attribute-sets="paragraph">有关异议尚未处理完毕，上述结果为暂定；异议处理完毕后另行通知。</fo:block>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
