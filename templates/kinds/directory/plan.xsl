<?xml version="1.0" encoding="UTF-8"?>
<!-- 责任部门名录: one for the year. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="model" mode="directory">
    <xsl:if test="department">
      <document kind="directory" kind-name="部门名录" key="{@year}" date="{common-targets/@issued}" year="{@year}" rests-on="departments"
                title="{@year}年度行政执法目标责任部门名录" subject="{$subject}" stylesheet="kinds/directory/directory.xsl" place="{department/@place}">
        <issuer><xsl:call-template name="plan.office-beside-date"/></issuer>
        <xsl:for-each select="department">
          <department>
            <xsl:copy-of select="@place | @kind | @entrusted-by-name | name | section | official"/>
          </department>
        </xsl:for-each>
      </document>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
