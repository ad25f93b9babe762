#!/bin/sh
# A year of N departments (default 1000) with all that a year has: targets, agreements, inspections, reports, scores with ties and
# vetoes, awards, cases, briefs, circular. The same on every machine; it checks without complaint.
#   tests/bench/year.sh 1000 > year.xml
exec awk -v n="${1:-1000}" '
function target(id, weight, basis,   half) {
	half = weight / 2
	printf "<target id=\"%s\" weight=\"%s\" deadline=\"2006-11-30\"><title>目标%s</title>%s", id, weight, id, basis
	printf "<indicator unit=\"次\" baseline=\"2\" value=\"4\" relation=\"at-least\" weight=\"%s\"><name>全年开展专项检查次数</name>", half
	printf "<evidence>检查记录</evidence><scoring>每少1次扣1分，扣完为止。</scoring></indicator>"
	printf "<indicator relation=\"by\" date=\"2006-06-30\" weight=\"%s\"><name>出台实施办法</name>", half
	printf "<evidence>正式文件</evidence><scoring>按期出台得满分，每逾期10日扣1分。</scoring></indicator>"
	printf "<measures><p>分两批组织交叉检查，结果在本系统内通报。</p></measures>"
	printf "<responsible section=\"法规科\"><person>甲某%s</person></responsible></target>\n", id
}
function scores(d, i,   lost, k) {
	lost = (i * 7) % 60 / 8 # ties are frequent; all are well above the pass mark but each 97th
	for (k = 1; k <= 3; k++) printf "<score department=\"%s\" target=\"c%d\" points=\"%s\"/>", d, k, k == 1 ? 10 - lost / 4 : 10
	for (k = 1; k <= 5; k++)
		if (i % 97 == 0 && k == 1) printf "<score department=\"%s\" target=\"%s-1\" points=\"0\"><reason>未完成。</reason></score>", d, d
		else if (i % 97 == 0 && k == 2) printf "<score department=\"%s\" target=\"%s-2\" points=\"1.125\"><reason>完成很少。</reason></score>", d, d
		else printf "<score department=\"%s\" target=\"%s-%d\" points=\"14\"/>", d, d, k
	print ""
}
BEGIN {
	print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
	print "<scheme year=\"2006\" city=\"某某市\"><government name=\"某某市人民政府\" short-name=\"市政府\"/>"
	print "<leading-group name=\"依法行政工作领导小组\" short-name=\"领导小组\"><leader><person>甲某某</person><post>市长</post></leader>"
	print "<office name=\"依法行政工作领导小组办公室\" short-name=\"领导小组办公室\"><director department=\"d1\"/></office></leading-group>"
	print "<instrument id=\"outline\" number=\"国发〔2004〕10号\" date=\"2004-03-22\"><title>全面推进依法行政实施纲要</title></instrument>"
	print "<parameters><pass-mark>80</pass-mark><fault-regulation>行政机关执法过错责任追究办法</fault-regulation>"
	print "<objection-days>15</objection-days><feedback-days>30</feedback-days><legal-affairs department=\"d1\" number-prefix=\"某政法错改\"/><supervision department=\"d2\"/></parameters>"
	print "<distribution><report-to>市委</report-to><report-to>市人大常委会</report-to><report-to>市政府</report-to><report-to>市政协</report-to><report-to>市纪委</report-to></distribution>"
	print "<register>"
	for (i = 1; i <= n; i++) {
		printf "<department id=\"d%d\" kind=\"organ\"><name>某某市第%d局</name><short-name>市%d局</short-name><section>法规科</section>", i, i, i
		printf "<official role=\"head\"><person>乙某%d</person><post>局长</post></official><official role=\"deputy\"><person>丙某%d</person><post>副局长</post></official>", i, i
		printf "<official role=\"city-leader\"><person>丁某某</person><post>副市长</post></official><official role=\"contact\"><person>戊某%d</person><post>科长</post><phone>%d</phone></official></department>\n", i, 8000000 + i
	}
	print "</register><division-of-work>"
	for (i = 2; i <= n; i++)
		printf "<task id=\"t%d\" section=\"一\" no=\"%d\"><lead department=\"d%d\"/><assisting department=\"d1\"/><summary>第%d项任务</summary><text>由主办部门组织实施，协办部门配合。</text></task>\n", i, i - 1, i, i - 1
	print "</division-of-work><common-targets issued=\"2006-01-25\">"
	for (k = 1; k <= 3; k++) target("c" k, 10, "")
	print "</common-targets>"
	for (i = 1; i <= n; i++) {
		printf "<specific-targets department=\"d%d\" proposed=\"2006-01-10\" reviewed=\"2006-01-20\" issued=\"2006-01-25\">\n", i
		for (k = 1; k <= 5; k++) target("d" i "-" k, 14, "<basis kind=\"division\" ref=\"t" (i < 2 ? 2 : i) "\"/>")
		print "</specific-targets>"
		printf "<agreement number=\"%04d\" department=\"d%d\" signed=\"2006-01-28\"><signatory side=\"government\"><person>丁某某</person><post>副市长</post></signatory>", i, i
		printf "<signatory side=\"department\"><person>乙某%d</person><post>局长</post></signatory></agreement>\n", i
		printf "<half-year-report department=\"d%d\" date=\"2006-07-%02d\">", i, 1 + i % 28
		for (k = 1; k <= 3; k++) printf "<done target=\"c%d\"/>", k
		for (k = 1; k <= 5; k++) printf k < 5 ? "<done target=\"d%d-%d\"/>" : "<pending target=\"d%d-%d\"><measures><p>下半年完成。</p></measures></pending>", i, k
		print "</half-year-report>"
	}
	print "<inspection id=\"spot\" kind=\"spot\" date=\"2006-05-10\">"
	for (i = 1; i <= n; i++) printf "<visited department=\"d%d\"/>", i
	for (i = 1; i <= n; i++) printf "<finding department=\"d%d\" target=\"d%d-1\" status=\"%s\"><observation><p>进度符合要求。</p></observation></finding>\n", i, i, i % 3 ? "on-track" : "behind"
	print "</inspection><bulletin number=\"1\" date=\"2006-05-15\" inspection=\"spot\"><title>抽查情况</title><p>现将抽查情况通报如下。</p></bulletin>"
	print "<assessment date=\"2006-12-28\">"
	for (i = 1; i <= n; i++) scores("d" i, i)
	print "</assessment>"
	for (i = 3; i <= n; i += 10) {
		printf "<case id=\"case-%d\" number=\"%d\" department=\"d%d\" confirmed=\"2006-03-01\"><source kind=\"report\"/><act><title>行政处罚决定</title><party>己某</party></act>", ++cases, cases, i
		printf "<finding><p>程序违法。</p></finding><correction due=\"2006-04-10\"><demand><p>改正。</p></demand></correction><notice number=\"%d\" date=\"2006-03-02\"/></case>\n", cases
	}
	print "<circular number=\"1\" date=\"2007-01-10\"><title>关于2006年度行政执法目标责任制考核情况的通报</title><p>现将考核情况通报如下。</p></circular></scheme>"
}'
