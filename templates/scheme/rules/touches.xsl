<?xml version="1.0" encoding="UTF-8"?>
<!-- Which kinds of document an error refuses, by the part of the year that it stands in; of these, complaints.h says, those of its case or
     department and those that rest on them. A part that is not listed (register, parameters, …) touches every kind, a case all of its own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:variable name="touches-results"> score-sheet circular award veto </xsl:variable>
  <!-- what shows the targets of all; a proposal shows the department's own -->
  <xsl:variable name="touches-targets" select="concat('issue agreement brief half-year', $touches-results)"/>

  <xsl:template match="*" mode="touches"/>
  <xsl:template match="leading-group" mode="touches">division</xsl:template>
  <xsl:template match="division-of-work" mode="touches">division proposal</xsl:template>
  <xsl:template match="common-targets" mode="touches"><xsl:value-of select="$touches-targets"/></xsl:template>
  <xsl:template match="specific-targets" mode="touches"><xsl:value-of select="concat('proposal ', $touches-targets)"/></xsl:template>
  <xsl:template match="adjustment" mode="touches"><xsl:value-of select="concat('half-year', $touches-results)"/></xsl:template>
  <xsl:template match="agreement" mode="touches">agreement</xsl:template>
  <xsl:template match="half-year-report" mode="touches">half-year</xsl:template>
  <xsl:template match="assessment" mode="touches"><xsl:value-of select="$touches-results"/></xsl:template>
  <xsl:template match="circular" mode="touches">circular</xsl:template>
  <xsl:template match="distribution" mode="touches">brief circular award</xsl:template>

  <!-- one document alone, by kind/key; an inspection that no brief reports touches none -->
  <xsl:template match="award" mode="touches">award/<xsl:value-of select="count(preceding-sibling::award) + 1"/></xsl:template>
  <xsl:template match="meeting" mode="touches">meeting/<xsl:value-of select="count(preceding-sibling::meeting) + 1"/></xsl:template>
  <xsl:template match="bulletin" mode="touches">brief/<xsl:value-of select="number(@number)"/></xsl:template>
  <xsl:template match="inspection" mode="touches">
    <xsl:text>brief/</xsl:text>
    <xsl:for-each select="../bulletin[@inspection = current()/@id]"><xsl:value-of select="concat(' brief/', number(@number))"/></xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
