<?xml version="1.0" encoding="UTF-8"?>
<!-- Inspections and briefs, circular, awards. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="f exsl">

  <!-- date: of the document that tells of it -->
  <xsl:template match="inspection">
    <xsl:param name="date" select="@date"/>
    <inspection place="{f:place(.)}" id="{@id}" kind="{@kind}" date="{@date}" problems="{count(finding[@status = 'behind' or @status = 'problem'])}">
      <xsl:attribute name="kind-words">
        <xsl:choose>
          <xsl:when test="@kind = 'spot'">不定期抽查</xsl:when>
          <xsl:when test="@kind = 'half-year'">半年检查</xsl:when>
          <xsl:otherwise>年终考评</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="visited">
        <visited place="{f:place(.)}" department="{@department}">
          <xsl:call-template name="names"><xsl:with-param name="date" select="$date"/></xsl:call-template>
        </visited>
      </xsl:for-each>
      <xsl:for-each select="finding">
        <finding place="{f:place(.)}" department="{@department}" status="{@status}">
          <xsl:attribute name="status-words">
            <xsl:choose>
              <xsl:when test="@status = 'on-track'">进展正常</xsl:when>
              <xsl:when test="@status = 'behind'">进度滞后</xsl:when>
              <xsl:when test="@status = 'problem'">存在问题</xsl:when>
              <xsl:otherwise>已完成</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
          <xsl:call-template name="names"><xsl:with-param name="date" select="$date"/></xsl:call-template>
          <xsl:if test="@target"><xsl:call-template name="target-reference"/></xsl:if>
          <xsl:apply-templates select="observation | demand" mode="copy"/>
        </finding>
      </xsl:for-each>
    </inspection>
  </xsl:template>

  <xsl:template match="bulletin">
    <bulletin place="{f:place(.)}" number="{number(@number)}" number-words="第{number(@number)}期" date="{@date}" title="{normalize-space(title)}"
              copies="{normalize-space(copies)}" secrecy="{@secrecy}" issuer="{$office/@short-name}">
      <xsl:attribute name="departments">
        <xsl:for-each select="key('inspection', @inspection)[1]/*[self::visited or self::finding]"><xsl:value-of select="concat(@department, ' ')"/></xsl:for-each>
      </xsl:attribute>
      <xsl:apply-templates select="p | section" mode="copy"/>
      <xsl:apply-templates select="key('inspection', @inspection)[1]"><xsl:with-param name="date" select="@date"/></xsl:apply-templates>
    </bulletin>
  </xsl:template>

  <!-- The author's place of the meeting is "where" here: place is the place in the file. -->
  <xsl:template match="meeting">
    <xsl:param name="number"/>
    <meeting place="{f:place(.)}" number="{$number}" where="{@place}">
      <xsl:copy-of select="@date | @time | @notified | @document-number"/>
      <xsl:attribute name="title">
        <xsl:value-of select="normalize-space(title)"/>
        <xsl:if test="not(title)"><xsl:value-of select="concat('关于召开', $year, '年度行政执法目标责任制调度会的通知')"/></xsl:if>
      </xsl:attribute>
      <xsl:apply-templates select="attending | agenda | requirement | contact" mode="copy"/>
    </meeting>
  </xsl:template>

  <xsl:template match="circular">
    <circular place="{f:place(.)}" number="{number(@number)}" date="{@date}" title="{normalize-space(title)}" issuer="{$office/@short-name}">
      <xsl:attribute name="number-words">
        <xsl:if test="@number-prefix"><xsl:value-of select="concat(@number-prefix, '〔', substring(@date, 1, 4), '〕', number(@number), '号')"/></xsl:if>
      </xsl:attribute>
      <xsl:apply-templates select="p | section" mode="copy"/>
    </circular>
  </xsl:template>

  <!-- Ranking order, whatever the author's; a department without a rank comes last. -->
  <xsl:template match="award">
    <xsl:variable name="award" select="."/>
    <xsl:variable name="departments">
      <xsl:for-each select="department-ref">
        <xsl:variable name="department" select="@department"/>
        <department place="{f:place(.)}" id="{@department}">
          <xsl:call-template name="names"><xsl:with-param name="date" select="$award/@date"/></xsl:call-template>
          <xsl:for-each select="exsl:node-set($results)"><xsl:copy-of select="key('row', $department)/@rank | key('row', $department)/@total"/></xsl:for-each>
        </department>
      </xsl:for-each>
    </xsl:variable>
    <award place="{f:place(.)}" kind="{@kind}" date="{@date}" decision="{normalize-space(decision)}">
      <xsl:copy-of select="@document-number"/>
      <xsl:attribute name="name">
        <xsl:choose>
          <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
          <xsl:when test="@kind = 'advanced'">行政执法先进单位</xsl:when>
          <xsl:otherwise>依法行政评先创优单位</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:for-each select="exsl:node-set($departments)/department">
        <xsl:sort select="not(@rank)"/>
        <xsl:sort select="@rank" data-type="number"/>
        <xsl:copy-of select="."/>
      </xsl:for-each>
    </award>
  </xsl:template>

</xsl:stylesheet>
