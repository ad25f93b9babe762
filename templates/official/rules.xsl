<?xml version="1.0" encoding="UTF-8"?>
<!-- What the parts of an official document demand of each other. Document → <complaints>, with a <picture> for each
     file that it names.

     O01  E  附件说明 and attachments: the same names in the same order (7.3.4, 7.3.7; G-38, G-70)
     O02  W  joint issue: as many signing bodies as the mark has (7.2.4, 7.3.5; G-21a, G-47)
     O03  W  签发人: one for each body at the most (7.2.6; G-20a)
     O04  E  parts that the format must have: an order and a brief their number, a brief its office
     O05  W  signature of the format: an order has a 签名章, minutes have no seal (10.2, 10.3; G-90, G-95)
     O06  W  the year of the 发文字号 is that of the date
     O07  W  the day of printing is not before the date
     O08  E  sections go down to four levels (7.3.3; G-37)
     O09  E  articles belong to a brief, a form to a form -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt" extension-element-prefixes="f">

  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <xsl:template match="/official-document">
    <complaints>
      <xsl:apply-templates select="attachment-note[../attachment]/item | attachment[../attachment-note]" mode="O01"/>
      <xsl:apply-templates select="signature[not(@form = 'stamp')][../issuer-mark/organ]" mode="O02"/>
      <xsl:apply-templates select="signer[1]" mode="O03"/>
      <xsl:apply-templates select="." mode="O04"/>
      <xsl:apply-templates select="signature" mode="O05"/>
      <xsl:apply-templates select="document-number[contains(., '〔')]" mode="O06"/>
      <xsl:apply-templates select="record/printed-by" mode="O07"/>
      <xsl:apply-templates select="//section[count(ancestor::section) = 4]" mode="O08"/>
      <xsl:apply-templates select="body/article | body/form" mode="O09"/>
      <xsl:for-each select="signature/organ[@seal]"><picture href="{@seal}" place="{f:place(.)}"/></xsl:for-each>
    </complaints>
  </xsl:template>

  <xsl:template name="complain">
    <xsl:param name="rule"/>
    <xsl:param name="severity">error</xsl:param>
    <xsl:param name="zh"/>
    <xsl:param name="en"/>
    <f:portion>
      <complaint rule="{$rule}" severity="{$severity}" place="{f:place(.)}" department="" target="" case="">
        <zh><xsl:value-of select="$zh"/></zh>
        <en><xsl:value-of select="$en"/></en>
      </complaint>
    </f:portion>
  </xsl:template>

  <!-- an item against the attachment of its number, and an attachment that no item names -->
  <xsl:template match="item" mode="O01">
    <xsl:variable name="n" select="count(preceding-sibling::item) + 1"/>
    <xsl:variable name="title" select="normalize-space(/official-document/attachment[$n]/title)"/>
    <xsl:if test="normalize-space() != $title">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('附件说明第', $n, '项“', normalize-space(), '”与附件标题“', $title, '”不一致')"/>
        <xsl:with-param name="en" select="concat('item ', $n, ' of the attachment note, “', normalize-space(), '”, is not the attachment’s title “', $title, '”')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="attachment" mode="O01">
    <xsl:variable name="n" select="count(preceding-sibling::attachment) + 1"/>
    <xsl:if test="$n &gt; count(../attachment-note/item)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O01</xsl:with-param>
        <xsl:with-param name="zh" select="concat('附件', $n, '“', normalize-space(title), '”不在附件说明中')"/>
        <xsl:with-param name="en" select="concat('attachment ', $n, ', “', normalize-space(title), '”, is not in the attachment note')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="signature" mode="O02">
    <xsl:if test="count(organ) != count(../issuer-mark/organ)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O02</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh" select="concat('联合行文的发文机关标志有', count(../issuer-mark/organ), '个机关，署名有', count(organ), '个')"/>
        <xsl:with-param name="en" select="concat('the mark has ', count(../issuer-mark/organ), ' bodies, the signature ', count(organ))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="signer" mode="O03">
    <xsl:variable name="bodies" select="count(../issuer-mark/organ) + not(../issuer-mark/organ)"/>
    <xsl:if test="count(../signer) &gt; $bodies">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O03</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh" select="concat('签发人', count(../signer), '名，发文机关只有', $bodies, '个')"/>
        <xsl:with-param name="en" select="concat(count(../signer), ' signers for ', $bodies, ' issuing bodies')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="official-document" mode="O04">
    <xsl:if test="@format = 'order' and not(document-number)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O04</xsl:with-param>
        <xsl:with-param name="zh">命令（令）缺少令号（document-number）</xsl:with-param>
        <xsl:with-param name="en">an order has its number (document-number)</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@format = 'brief' and not(issue and issuer)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O04</xsl:with-param>
        <xsl:with-param name="zh">简报缺少期数（issue）或编发机关（issuer）</xsl:with-param>
        <xsl:with-param name="en">a brief has an issue and an issuer</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@format = 'form') and not(normalize-space(issuer-mark))">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O04</xsl:with-param>
        <xsl:with-param name="zh">缺少发文机关标志（issuer-mark）</xsl:with-param>
        <xsl:with-param name="en">the issuer mark (issuer-mark) is missing</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="not(@format = 'order' or title or body/article)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O04</xsl:with-param>
        <xsl:with-param name="zh">缺少标题（title）</xsl:with-param>
        <xsl:with-param name="en">the title is missing</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="signature" mode="O05">
    <xsl:if test="../@format = 'order' and not(@form = 'stamp')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O05</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh">命令（令）应当加盖签名章（form="stamp"）</xsl:with-param>
        <xsl:with-param name="en">an order carries a signature stamp (form="stamp")</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="../@format = 'minutes' and not(@form = 'plain')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O05</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh">纪要不加盖印章</xsl:with-param>
        <xsl:with-param name="en">minutes have no seal</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="document-number" mode="O06">
    <xsl:variable name="year" select="substring-before(substring-after(., '〔'), '〕')"/>
    <xsl:if test="$year != substring(normalize-space(../date), 1, 4)">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O06</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh" select="concat('发文字号的年份', $year, '与成文日期', normalize-space(../date), '不同年')"/>
        <xsl:with-param name="en" select="concat('the document number is of ', $year, ', the date is ', normalize-space(../date))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="printed-by" mode="O07">
    <xsl:if test="f:days-between(normalize-space(../../date), normalize-space(@date)) &lt; 0">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O07</xsl:with-param>
        <xsl:with-param name="severity">warning</xsl:with-param>
        <xsl:with-param name="zh" select="concat('印发日期', @date, '早于成文日期')"/>
        <xsl:with-param name="en" select="concat('printed on ', @date, ', before the document’s date')"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="section" mode="O08">
    <xsl:call-template name="complain">
      <xsl:with-param name="rule">O08</xsl:with-param>
      <xsl:with-param name="zh">结构层次最多四级</xsl:with-param>
      <xsl:with-param name="en">sections have four levels at the most</xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="article" mode="O09">
    <xsl:if test="not(/official-document/@format = 'brief')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O09</xsl:with-param>
        <xsl:with-param name="zh">只有简报可以含有文章（article）</xsl:with-param>
        <xsl:with-param name="en">only a brief has articles</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="form" mode="O09">
    <xsl:if test="not(/official-document/@format = 'form')">
      <xsl:call-template name="complain">
        <xsl:with-param name="rule">O09</xsl:with-param>
        <xsl:with-param name="zh">只有文书表格（format="form"）可以含有form</xsl:with-param>
        <xsl:with-param name="en">only a document of format="form" has a form</xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
