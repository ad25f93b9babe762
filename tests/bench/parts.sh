#!/bin/sh
# A year of N departments (default 1000) with targets and signed agreements only, in as many files (XInclude): its main file is FOLDER/year.xml.
# 33,334 of them are 100,002 agreements.
#   tests/bench/parts.sh 1000 FOLDER
set -eu
n=${1:-1000} dir=${2:?folder}
mkdir -p "$dir/t"
awk -v n="$n" -v dir="$dir" '
function target(id, weight) {
 return sprintf("<target id=\"%s\" weight=\"%s\" deadline=\"2006-11-30\"><title>目标%s</title><basis kind=\"outline\" ref=\"outline\"/><indicator unit=\"次\" baseline=\"2\" value=\"4\" relation=\"at-least\" weight=\"%s\"><name>全年开展专项检查次数</name><evidence>检查记录</evidence><scoring>每少1次扣1分，扣完为止。</scoring></indicator><measures><p>分两批组织交叉检查，结果在本系统内通报。</p></measures><responsible section=\"法规科\"><person>甲某</person></responsible></target>\n", id, weight, id, weight) }
BEGIN {
 y=dir "/year.xml"
 print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scheme year=\"2006\" city=\"某某市\" xmlns:i=\"http://www.w3.org/2001/XInclude\"><government name=\"某某市人民政府\" short-name=\"市政府\"/>" > y
 print "<leading-group name=\"依法行政工作领导小组\" short-name=\"领导小组\"><leader><person>甲某某</person><post>市长</post></leader><office name=\"依法行政工作领导小组办公室\" short-name=\"领导小组办公室\"><director department=\"d1\"/></office></leading-group>" > y
 print "<instrument id=\"outline\" number=\"国发〔2004〕10号\" date=\"2004-03-22\"><title>全面推进依法行政实施纲要</title></instrument><parameters><pass-mark>80</pass-mark><legal-affairs department=\"d1\" number-prefix=\"某政法错改\"/><supervision department=\"d2\"/></parameters>" > y
 print "<i:include href=\"register.xml\"/><common-targets issued=\"2006-01-25\">" > y
 for (k = 1; k <= 3; k++) print target("c" k, 10) > y
 print "</common-targets>" > y
 r=dir "/register.xml"; print "<register>" > r
 for (i = 1; i <= n; i++) {
  printf "<department id=\"d%d\" kind=\"organ\"><name>某某市第%d局</name><short-name>市%d局</short-name><section>法规科</section><official role=\"head\"><person>乙某%d</person><post>局长</post></official><official role=\"deputy\"><person>丙某%d</person><post>副局长</post></official><official role=\"city-leader\"><person>丁某某</person><post>副市长</post></official><official role=\"contact\"><person>戊某%d</person><post>科长</post><phone>%d</phone></official></department>\n", i, i, i, i, i, i, 8000000+i > r
  f=dir "/t/d" i ".xml"
  printf "<specific-targets department=\"d%d\" proposed=\"2006-01-10\" reviewed=\"2006-01-20\" issued=\"2006-01-25\">\n", i > f
  for (k = 1; k <= 5; k++) print target("d" i "-" k, 14) > f
  print "</specific-targets>" > f; close(f)
  printf "<i:include href=\"t/d%d.xml\"/><agreement number=\"%05d\" department=\"d%d\" signed=\"2006-01-28\"><signatory side=\"government\"><person>丁某某</person><post>副市长</post></signatory><signatory side=\"department\"><person>乙某%d</person><post>局长</post></signatory></agreement>\n", i, i, i, i > y
 }
 print "</register>" > r; print "</scheme>" > y }'
