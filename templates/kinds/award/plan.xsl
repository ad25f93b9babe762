<?xml version="1.0" encoding="UTF-8"?>
<!-- 表彰决定: one for each award. It is to stand on one page: a line pitch a little tighter is better than a signature alone (G-49). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="award">
    <xsl:apply-templates select="award" mode="award"/>
    <xsl:if test="not(award)">
      <xsl:call-template name="plan.missing">
        <xsl:with-param name="kind">award</xsl:with-param>
        <xsl:with-param name="zh">
          <xsl:choose>
            <xsl:when test="ranking/row">已有名次，没有评先决定（award）</xsl:when>
            <xsl:otherwise>没有名次，不能评先</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="en">
          <xsl:choose>
            <xsl:when test="ranking/row">there is a ranking but no award (award)</xsl:when>
            <xsl:otherwise>no ranking yet, so nobody can be honoured</xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- nobody honoured: no decision -->
  <xsl:template match="award[not(department)]" mode="award">
    <xsl:call-template name="plan.missing">
      <xsl:with-param name="kind">award</xsl:with-param>
      <xsl:with-param name="key" select="position()"/>
      <xsl:with-param name="zh">没有获奖部门（department-ref）</xsl:with-param>
      <xsl:with-param name="en">nobody is honoured (department-ref)</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="award" mode="award">
    <xsl:variable name="model" select="/model"/>
    <document kind="award" kind-name="决定" key="{position()}" date="{@date}" year="{$model/@year}" rests-on="departments" spacing="auto"
              title="关于表彰{$model/@year}年度{@name}的决定" subject="{$subject}" stylesheet="kinds/award/award.xsl" place="{@place}">
      <issuer-mark organ="{$government/@name}"><xsl:value-of select="$government/@name"/>文件</issuer-mark>
      <xsl:if test="string(@document-number)"><document-number><xsl:value-of select="@document-number"/></document-number></xsl:if>
      <main-recipients>各责任部门</main-recipients>
      <government name="{$government/@name}" short-name="{$government/@short-name}"/>
      <xsl:copy-of select=". | $instrument"/>
      <signature><xsl:value-of select="$government/@name"/></signature>
      <record>
        <xsl:call-template name="plan.report-line"/>
        <xsl:call-template name="plan.copy-line"/>
        <printed-by date="{@date}"><xsl:call-template name="plan.government-office"/></printed-by>
      </record>
    </document>
  </xsl:template>

</xsl:stylesheet>
