# expect: G803 error 0
cat > "$T"/empty.fo <<'FO'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format">
  <fo:layout-master-set><fo:simple-page-master master-name="p" page-width="210mm" page-height="297mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
  <fo:page-sequence master-reference="p"><fo:flow flow-name="xsl-region-body"><fo:block border-top="1pt solid #000000"/></fo:flow></fo:page-sequence>
</fo:root>
FO
"$GONGWEN" fo "$T"/empty.fo -o - > "$T"/empty.data
"$GONGWEN" audit --lang en --format document "$T"/empty.data
