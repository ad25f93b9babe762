<?xml version="1.0" encoding="UTF-8"?>
<!-- 错案台账: one for the year, when it has cases. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="case-register">
    <xsl:if test="case">
      <document kind="case-register" kind-name="错案台账" key="{@year}" date="{case[last()]/@last-date}" year="{@year}"
                title="{@year}年度行政执法错案台账" subject="{$subject}" stylesheet="kinds/case-register/case-register.xsl" place="{case/@place}">
        <xsl:attribute name="rests-on">cases<xsl:for-each select="case"><xsl:value-of select="concat(' ', @department)"/></xsl:for-each></xsl:attribute>
        <xsl:attribute name="date">
          <xsl:for-each select="case"><xsl:sort select="@last-date"/><xsl:if test="position() = last()"><xsl:value-of select="@last-date"/></xsl:if></xsl:for-each>
        </xsl:attribute>
        <issuer><xsl:value-of select="parameters/@legal-affairs-name"/></issuer>
        <xsl:copy-of select="case"/>
      </document>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
