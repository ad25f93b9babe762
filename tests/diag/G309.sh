# What a template makes nests deeper than objects other than blocks may.
# expect: G309 error 0
cp -r templates "$T"/t
cat > "$T"/t/kinds/circular/circular.xsl <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:fo="http://www.w3.org/1999/XSL/Format">
<xsl:template match="/"><fo:root><fo:layout-master-set>
<fo:simple-page-master master-name="a4"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a4"><fo:flow flow-name="xsl-region-body"><xsl:call-template name="nest"/></fo:flow></fo:page-sequence>
</fo:root></xsl:template>
<xsl:template name="nest"><xsl:param name="left" select="300"/>
<fo:wrapper><xsl:if test="$left"><xsl:call-template name="nest"><xsl:with-param name="left" select="$left - 1"/></xsl:call-template></xsl:if></fo:wrapper>
</xsl:template>
</xsl:stylesheet>
XSL
"$GONGWEN" build --lang en --templates "$T"/t samples/weifang-2005/year.xml -o "$T"/out --kind circular --quiet
