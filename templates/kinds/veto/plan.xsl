<?xml version="1.0" encoding="UTF-8"?>
<!-- 一票否决通知: one for each department whose total is below the pass mark (R23, R24). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="veto">
    <xsl:apply-templates select="ranking/row[@veto = 'true']" mode="veto"/>
  </xsl:template>

  <xsl:template match="row" mode="veto">
    <xsl:variable name="model" select="/model"/>
    <xsl:variable name="office" select="$leading-group/office/@name"/>
    <document kind="veto" kind-name="通知" key="{@department}" department="{@department}" date="{../@result-date}" year="{$model/@year}"
              title="关于对{@short-name}实行“一票否决”的通知" subject="{$subject}" about="{@name}" stylesheet="kinds/veto/veto.xsl" place="{../@place}">
      <issuer-mark organ="{$office}"><xsl:value-of select="$office"/></issuer-mark>
      <main-recipients><xsl:value-of select="@name"/></main-recipients>
      <leading-group name="{$leading-group/@name}" short-name="{$leading-group/@short-name}"/>
      <parameters pass-mark="{$parameters/@pass-mark}" feedback-days="{$parameters/@feedback-days}"/>
      <circular date="{$circular/@date}" title="{$circular/@title}" number="{$circular/@number-words}"/>
      <xsl:copy-of select="."/>
      <signature><xsl:value-of select="$office"/></signature>
    </document>
  </xsl:template>

</xsl:stylesheet>
