<?xml version="1.0" encoding="UTF-8"?>
<!-- 情况通报: one for each circular, with the year's ranking. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="circular">
    <xsl:apply-templates select="circular" mode="circular"/>
    <xsl:if test="not(circular)">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">circular</xsl:with-param>
        <xsl:with-param name="zh">
          <xsl:choose>
            <xsl:when test="not(ranking/row)">没有考评得分（assessment），不能排名通报</xsl:when>
            <xsl:otherwise>已有名次，没有情况通报（circular）</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="en">
          <xsl:choose>
            <xsl:when test="not(ranking/row)">no scores yet (assessment), so there is nothing to rank and report</xsl:when>
            <xsl:otherwise>there is a ranking but no circular (circular)</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="circular" mode="circular">
    <xsl:variable name="model" select="/model"/>
    <xsl:variable name="office" select="$leading-group/office/@name"/>
    <document kind="circular" kind-name="情况通报" key="{@number}" date="{@date}" year="{$model/@year}" title="{@title}"
              rests-on="departments" subject="{$subject}" stylesheet="kinds/circular/circular.xsl" place="{@place}">
      <issuer-mark organ="{$office}"><xsl:value-of select="$office"/>文件</issuer-mark>
      <xsl:if test="string(@number-words)"><document-number><xsl:value-of select="@number-words"/></document-number></xsl:if>
      <main-recipients>各责任部门</main-recipients>
      <xsl:copy-of select="p | section | $ranking[row]"/>
      <xsl:if test="$ranking/row">
        <attachment-note>
          <item><xsl:value-of select="$model/@year"/>年度行政执法目标责任制考核得分排名表</item>
        </attachment-note>
      </xsl:if>
      <signature><xsl:value-of select="$office"/></signature>
      <record>
        <xsl:call-template name="plan.report-line"/>
        <xsl:if test="$distribution/send-to">
          <line label="发">
            <xsl:call-template name="plan.names"><xsl:with-param name="names" select="$distribution/send-to"/></xsl:call-template>
          </line>
        </xsl:if>
        <xsl:call-template name="plan.copy-line"/>
        <printed-by date="{@date}"><xsl:call-template name="plan.office-beside-date"/></printed-by>
      </record>
    </document>
  </xsl:template>

</xsl:stylesheet>
