<?xml version="1.0" encoding="UTF-8"?>
<!-- 整改催办函: for each inspection, one to each department to which it made demands. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="reminder">
    <!-- the first finding with a demand of each department in each inspection -->
    <xsl:apply-templates mode="reminder"
        select="inspection/finding[demand][not(@department = preceding-sibling::finding[demand]/@department)]"/>
  </xsl:template>

  <xsl:template match="finding" mode="reminder">
    <xsl:variable name="office" select="/model/leading-group/office"/>
    <document kind="reminder" kind-name="催办函" key="{../@id}-{@department}" department="{@department}" date="{../@date}"
              year="{/model/@year}" title="关于做好{../@kind-words}问题整改工作的函" subject="{$subject}" about="{@name}"
              stylesheet="kinds/reminder/reminder.xsl" place="{@place}">
      <issuer-mark organ="{$office/@name}"><xsl:value-of select="$office/@name"/></issuer-mark>
      <main-recipients><xsl:value-of select="@name"/></main-recipients>
      <inspection words="{../@kind-words}" date="{../@date}">
        <xsl:copy-of select="../finding[demand][@department = current()/@department]"/>
      </inspection>
      <signature><xsl:value-of select="$office/@name"/></signature>
    </document>
  </xsl:template>

</xsl:stylesheet>
