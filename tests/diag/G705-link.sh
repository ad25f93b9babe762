# expect: G705 warning 1
# the words of a link, which are said once, however many lines it has
{
printf '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="zh-CN"><fo:layout-master-set><fo:simple-page-master master-name="m" page-width="210mm" page-height="297mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="m"><fo:flow flow-name="xsl-region-body"><fo:block font-size="1pt"><fo:basic-link external-destination="url(https://example.org/)">'
printf '字%.0s' $(seq 16383)
printf '</fo:basic-link></fo:block></fo:flow></fo:page-sequence></fo:root>'
} > "$T"/a.fo
$GONGWEN fo "$T"/a.fo
