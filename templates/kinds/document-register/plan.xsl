<?xml version="1.0" encoding="UTF-8"?>
<!-- 发文登记: one for the year; every other document of the plan by date, with its number, addressee and copies. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:exsl="http://exslt.org/common"
                exclude-result-prefixes="exsl">

  <!-- What the register says of a document of the plan; plan.xsl gives it to the register when all others have been planned. -->
  <xsl:template match="document" mode="entry">
    <entry kind="{@kind}" kind-name="{@kind-name}" title="{@title}" date="{@date}" number="{document-number}" place="{@place}">
      <xsl:attribute name="from"><xsl:value-of select="issuer-mark/@organ | issuer[not(../issuer-mark)] | government[../agreement]/@name"/></xsl:attribute>
      <xsl:attribute name="to"><xsl:value-of select="main-recipients | agreement/@name | assessment/@name"/></xsl:attribute>
      <xsl:attribute name="copies"><xsl:if test="copy"><xsl:value-of select="count(copy)"/></xsl:if><xsl:value-of select="record/copies"/></xsl:attribute>
    </entry>
  </xsl:template>

  <xsl:template match="model" mode="document-register">
    <xsl:param name="entries"/>
    <xsl:variable name="kinds"><xsl:call-template name="kinds.documents"/></xsl:variable>
    <xsl:variable name="order" select="exsl:node-set($kinds)/kind"/>
    <xsl:if test="$entries">
      <document kind="document-register" kind-name="发文登记" key="{@year}" year="{@year}" rests-on="all"
                title="{@year}年度行政执法目标责任制发文登记" subject="{$subject}" stylesheet="kinds/document-register/document-register.xsl" place="{@place}">
        <xsl:attribute name="date">
          <xsl:for-each select="$entries[string(@date)]"><xsl:sort select="@date"/><xsl:if test="position() = last()"><xsl:value-of select="@date"/></xsl:if></xsl:for-each>
        </xsl:attribute>
        <issuer><xsl:call-template name="plan.office-beside-date"/></issuer>
        <xsl:for-each select="$entries">
          <xsl:sort select="@date"/>
          <xsl:sort select="count($order[@name = current()/@kind]/preceding-sibling::kind)" data-type="number"/>
          <entry><xsl:copy-of select="@*[name() != 'kind']"/></entry>
        </xsl:for-each>
      </document>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
