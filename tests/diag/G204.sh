# expect: G204 error 2
cp -r templates "$T"/t
cat > "$T"/t/kinds/brief/brief.xsl <<'XSL'
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:gongwen:xslt">
<xsl:template match="/" name="self"><xsl:call-template name="self"/></xsl:template>
</xsl:stylesheet>
XSL
"$GONGWEN" build --lang en --templates "$T"/t samples/weifang-2005/year.xml -o "$T"/out --kind brief --quiet
