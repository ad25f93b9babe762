/* Inputs of the benchmark, made here so that nothing need be kept: the same on every machine. Text is drawn from the 3,755
 * characters of GB/T 2312's first level, common ones more often, and is nonsense; or, as offices write, from phrases that come again and again. */
#ifndef GONGWEN_TESTS_BENCH_INPUTS_H
#define GONGWEN_TESTS_BENCH_INPUTS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- chance, the same everywhere ---- */

static uint64_t chance_state = 20050217;

/* 0 … limit − 1 */
static unsigned chance(unsigned limit)
{
	chance_state ^= chance_state << 13;
	chance_state ^= chance_state >> 7;
	chance_state ^= chance_state << 17;
	return (unsigned)(chance_state >> 33) % limit;
}

/* ---- nonsense ---- */

/* The first level of GB/T 2312 in a fixed disorder, so that frequency does not follow the alphabet. */
static const char *const *han_characters(unsigned *count)
{
	static char characters[3755][8];
	static const char *order[3755];
	static unsigned found;

	for (int row = 0xB0; row <= 0xD7 && found < 3755; row++)
		for (int cell = 0xA1; cell <= 0xFE && found < 3755; cell++) {
			char gb[2] = {(char)row, (char)cell};
			char *utf8 = g_convert(gb, 2, "UTF-8", "GB2312", NULL, NULL, NULL);

			if (utf8) {
				g_strlcpy(characters[found], utf8, sizeof *characters);
				order[found] = characters[found];
				found++;
			}
			g_free(utf8);
		}
	for (unsigned i = found; i > 1; i--) {
		unsigned other = chance(i);
		const char *kept = order[i - 1];

		order[i - 1] = order[other];
		order[other] = kept;
	}
	*count = found;
	return order;
}

/* What targets, indicators and measures are made of: some 200 different characters. */
static const char *const phrases[] = {
	"规范行政执法行为",     "完善执法责任制度", "健全案件评查办法",   "开展专项执法检查",   "落实持证上岗要求",
	"组织法律知识培训",     "清理规范性文件",   "公开办事依据和程序", "受理群众来信来访",   "按期办结行政许可",
	"加强重点领域监督管理", "建立执法过错追究", "报送工作总结和报表", "改进窗口服务质量",   "推行政务公开制度",
	"分解任务到科室和人员", "每季度通报一次",   "提高应诉工作水平",   "严格收费和罚没管理", "完成年度立法调研",
};
static bool says_phrases;       /* put_han() takes from them */
static const char *phrase_left; /* of the phrase begun */

static const char *phrase_character(void)
{
	static char character[8];

	if (!*phrase_left)
		phrase_left = phrases[chance(G_N_ELEMENTS(phrases))];
	g_strlcpy(character, phrase_left, (gsize)(g_utf8_next_char(phrase_left) - phrase_left) + 1);
	phrase_left = g_utf8_next_char(phrase_left);
	return character;
}

/* One character; of n, the i-th is drawn about as often as in Chinese prose: half of all text is made of some 200. */
static const char *han(void)
{
	static const char *const *characters;
	static unsigned count;
	uint64_t at;

	if (says_phrases)
		return phrase_character();
	if (!characters) {
		uint64_t kept = chance_state; /* an input does not depend on those made before */

		chance_state = 20050217;
		characters = han_characters(&count);
		chance_state = kept;
	}
	at = chance(1 << 20);
	at = at * at >> 20; /* of 2^20: the fourth power gives few characters most of the text */
	at = at * at >> 20;
	return characters[at * count >> 20];
}

static void put_han(FILE *out, unsigned count)
{
	while (count--)
		fputs(han(), out);
}

/* Clauses of 4 to 14 characters, numbers and titles among them; ends with a full stop. */
static void put_prose(FILE *out, unsigned characters)
{
	for (unsigned done = 0; done < characters;) {
		unsigned clause = 4 + chance(11);

		put_han(out, clause);
		done += clause + 1;
		if (chance(8) == 0)
			fprintf(out, "%u%%", 60 + chance(40));
		if (chance(12) == 0) {
			fputs("《", out);
			put_han(out, 6);
			fputs("》", out);
			done += 8;
		}
		fputs(done >= characters ? "。" : chance(4) ? "，" : chance(2) ? "；" : "。", out);
	}
}

/* ---- XSL-FO ---- */

static void put_fo_begin(FILE *out)
{
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		  "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xml:lang=\"zh-CN\" font-family=\"仿宋\" font-size=\"16pt\">\n"
		  "<fo:layout-master-set><fo:simple-page-master master-name=\"a4\" page-width=\"210mm\" page-height=\"297mm\""
		  " margin=\"37mm 26mm 15mm 28mm\"><fo:region-body margin-bottom=\"20mm\"/><fo:region-after extent=\"15mm\"/>"
		  "</fo:simple-page-master></fo:layout-master-set>\n"
		  "<fo:page-sequence master-reference=\"a4\">\n"
		  "<fo:static-content flow-name=\"xsl-region-after\"><fo:block text-align=\"center\" font-size=\"14pt\">— "
		  "<fo:page-number/> —"
		  "</fo:block></fo:static-content>\n<fo:flow flow-name=\"xsl-region-body\">\n",
		  out);
}

static void put_fo_end(FILE *out)
{
	fputs("</fo:flow></fo:page-sequence></fo:root>\n", out);
}

/* A long document: paragraphs of 60 to 260 characters, a heading before every sixth. */
static void put_book(FILE *out, unsigned pages)
{
	unsigned lines = pages * 22;

	put_fo_begin(out);
	for (unsigned done = 0, n = 0; done < lines; n++) {
		unsigned characters = 60 + chance(200);

		if (n % 6 == 0) {
			fprintf(out,
					"<fo:block font-family=\"黑体\" text-indent=\"2em\" line-height=\"28.99pt\" letter-spacing=\"-0.215pt\""
					" keep-with-next.within-page=\"always\" id=\"s%u\">",
					n);
			put_han(out, 12);
			fputs("</fo:block>\n", out);
			done++;
		}
		fputs("<fo:block text-indent=\"2em\" text-align=\"justify\" line-height=\"28.99pt\" letter-spacing=\"-0.215pt\">", out);
		put_prose(out, characters);
		fputs("</fo:block>\n", out);
		done += (characters + 2 + 27) / 28;
	}
	put_fo_end(out);
}

/* A ranking: a table with a repeated head, six columns, ruled cells. */
static void put_ranking(FILE *out, unsigned rows)
{
	static const char *const heads[] = {"名次", "部门", "共性目标得分", "专业目标得分", "总分", "备注"};
	static const char cell[] = "<fo:table-cell border=\"0.5pt solid black\" padding=\"1mm\"><fo:block";

	put_fo_begin(out);
	fputs(
		"<fo:table table-layout=\"fixed\" width=\"156mm\" border-collapse=\"collapse\" font-size=\"12pt\" line-height=\"16pt\">"
		"<fo:table-column column-width=\"14mm\"/><fo:table-column column-width=\"52mm\"/><fo:table-column column-width=\"24mm\"/>"
		"<fo:table-column column-width=\"24mm\"/><fo:table-column column-width=\"20mm\"/><fo:table-column "
		"column-width=\"22mm\"/>\n"
		"<fo:table-header><fo:table-row>",
		out);
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		fprintf(out, "%s text-align=\"center\">%s</fo:block></fo:table-cell>", cell, heads[i]);
	fputs("</fo:table-row></fo:table-header>\n<fo:table-body>\n", out);
	for (unsigned row = 0; row < rows; row++) {
		unsigned common = 2000 + chance(1000), specific = 5000 + chance(2000), total = common + specific;

		fprintf(out,
				"<fo:table-row keep-together.within-page=\"always\">%s text-align=\"center\">%u</fo:block></fo:table-cell>%s>",
				cell, row + 1, cell);
		put_han(out, 6 + chance(10));
		fprintf(out, "</fo:block></fo:table-cell>%s text-align=\"end\">%u.%02u</fo:block></fo:table-cell>", cell, common / 100,
				common % 100);
		fprintf(out, "%s text-align=\"end\">%u.%02u</fo:block></fo:table-cell>", cell, specific / 100, specific % 100);
		fprintf(out, "%s text-align=\"end\">%u.%02u</fo:block></fo:table-cell>", cell, total / 100, total % 100);
		fprintf(out, "%s>%s</fo:block></fo:table-cell></fo:table-row>\n", cell, total < 8000 ? "一票否决" : "");
	}
	fputs("</fo:table-body></fo:table>\n", out);
	put_fo_end(out);
}

/* ---- a year: departments, targets, agreements (docs/vocabulary-example.xml) ---- */

static void put_person(FILE *out, const char *post)
{
	fputs("<person>", out);
	put_han(out, 2);
	fputs("某</person>", out);
	if (post)
		fprintf(out, "<post>%s</post>", post);
}

/* The ids of the departments: the first two are the ones that the scheme itself names. */
static const char *department_id(unsigned n)
{
	static char id[16];

	if (n == 0)
		return "legal-affairs";
	if (n == 1)
		return "supervision";
	snprintf(id, sizeof id, "d%u", n);
	return id;
}

static void put_department(FILE *out, unsigned n)
{
	static const struct {
		const char *role, *post;
	} officials[] = {{"head", "局长"}, {"deputy", "副局长"}, {"city-leader", "副市长"}, {"contact", "科长"}};

	fprintf(out, "<department id=\"%s\" kind=\"organ\"><name>潍坊市", department_id(n));
	put_han(out, 4 + chance(4));
	fprintf(out, "局%u</name><short-name>市%u局</short-name><section>政策法规科</section>", n + 1, n + 1);
	for (size_t i = 0; i < G_N_ELEMENTS(officials); i++) {
		fprintf(out, "<official role=\"%s\">", officials[i].role);
		put_person(out, officials[i].post);
		fprintf(out, "%s</official>\n", i == 3 ? "<phone>8090000</phone>" : "");
	}
	fputs("</department>\n", out);
}

/* A target of two indicators, half its weight each. */
static void put_target(FILE *out, const char *id, const char *weight, const char *half, bool common)
{
	fprintf(out, "<target id=\"%s\" weight=\"%s\" deadline=\"2005-%02u-28\"%s><title>", id, weight, 6 + chance(7),
			common ? " drafted-by=\"legal-affairs\"" : "");
	put_han(out, 8 + chance(8));
	fputs("</title>", out);
	fputs(chance(2) || common ? "<basis kind=\"outline\" ref=\"outline\"/>" : "<basis kind=\"division\" ref=\"A1-1-1\"/>", out);
	fprintf(out, "<indicator unit=\"次\" baseline=\"%u\" value=\"%u\" relation=\"at-least\" weight=\"%s\"><name>", chance(3),
			4 + chance(9), half);
	put_han(out, 10 + chance(12));
	fputs("</name><evidence>", out);
	put_han(out, 8);
	fprintf(out,
			"</evidence><scoring>每少1次扣0.5分，扣完为止。</scoring></indicator>\n<indicator relation=\"by\" "
			"date=\"2005-%02u-15\" weight=\"%s\"><name>",
			4 + chance(8), half);
	put_han(out, 10 + chance(12));
	fputs("</name><evidence>正式文件</evidence><scoring>按期完成得满分，每逾期10日扣0.4分。</scoring></indicator>\n<measures><p>",
		  out);
	put_prose(out, 60 + chance(60));
	fputs("</p></measures>", out);
	if (!common) {
		fputs("<responsible section=\"政策法规科\">", out);
		put_person(out, NULL);
		fputs("</responsible>", out);
	}
	fputs("</target>\n", out);
}

/* How many targets a year has, and what each weighs: 30 points together, and 70. */
struct bench_targets {
	unsigned common, specific;
	const char *common_weight, *common_half, *specific_weight, *specific_half;
};
static const struct bench_targets long_agreement = {4, 7, "7.5", "3.75", "10", "5"};
static const struct bench_targets short_agreement = {2, 2, "15", "7.5", "35", "17.5"};

static void put_common_targets(FILE *out, const struct bench_targets *targets)
{
	fputs("<common-targets issued=\"2005-03-28\">\n", out);
	for (unsigned i = 1; i <= targets->common; i++) {
		char id[16];

		snprintf(id, sizeof id, "C%u", i);
		put_target(out, id, targets->common_weight, targets->common_half, true);
	}
	fputs("</common-targets>\n", out);
}

static void put_specific_targets(FILE *out, const struct bench_targets *targets, unsigned n)
{
	fprintf(out, "<specific-targets department=\"%s\" proposed=\"2005-03-10\" reviewed=\"2005-03-22\" issued=\"2005-03-28\">\n",
			department_id(n));
	for (unsigned i = 1; i <= targets->specific; i++) {
		char id[32];

		snprintf(id, sizeof id, "%s-%u", department_id(n), i);
		put_target(out, id, targets->specific_weight, targets->specific_half, false);
	}
	fputs("</specific-targets>\n", out);
}

static void put_scheme_begin(FILE *out)
{
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scheme year=\"2005\" city=\"潍坊市\">\n"
		  "<government name=\"潍坊市人民政府\" short-name=\"市政府\"/>\n"
		  "<leading-group name=\"潍坊市贯彻《全面推进依法行政实施纲要》工作领导小组\" short-name=\"领导小组\">"
		  "<leader><person>甲某某</person><post>市长</post></leader>"
		  "<deputy-leader><person>乙某某</person><post>副市长</post></deputy-leader><member department=\"legal-affairs\"/>"
		  "<office name=\"潍坊市贯彻《纲要》领导小组办公室\" short-name=\"领导小组办公室\"><director "
		  "department=\"legal-affairs\"/></office>"
		  "</leading-group>\n"
		  "<instrument id=\"outline\" number=\"国发〔2004〕10号\" "
		  "date=\"2004-03-22\"><title>全面推进依法行政实施纲要</title></instrument>\n"
		  "<instrument id=\"scheme\" number=\"潍政发〔2005〕11号\" "
		  "date=\"2005-02-17\"><title>潍坊市人民政府关于贯彻国务院全面推进依法行政实施纲要的意见"
		  "</title></instrument>\n"
		  "<parameters><pass-mark>80</pass-mark><proposal-deadline>2005-03-15</proposal-deadline><advanced count=\"5\"/>"
		  "<fault-regulation>潍坊市行政机关执法过错责任追究办法</fault-regulation><objection-days>15</objection-days>"
		  "<feedback-days>30</feedback-days><legal-affairs department=\"legal-affairs\" number-prefix=\"潍政法错改\"/>"
		  "<supervision department=\"supervision\"/></parameters>\n"
		  "<distribution><report-to>市委</report-to><report-to>市人大常委会</report-to><report-to>市政府</report-to>"
		  "<report-to>市政协</report-to><report-to>市纪委</report-to></distribution>\n",
		  out);
}

static void put_agreement(FILE *out, unsigned n, const char *head, const char *leader)
{
	fprintf(
		out,
		"<agreement number=\"%03u\" department=\"%s\" signed=\"2005-03-31\"><signatory side=\"government\"><person>%s</person>"
		"<post>副市长</post></signatory><signatory "
		"side=\"department\"><person>%s</person><post>局长</post></signatory></agreement>\n",
		n + 1, department_id(n), leader, head);
}

/* The year's departments, each with its targets and agreement. The signatories are who the register says: read from what was put. */
static void put_year_of(FILE *out, const struct bench_targets *targets, unsigned departments)
{
	char **heads = g_new0(char *, departments), **leaders = g_new0(char *, departments);

	put_scheme_begin(out);
	fputs("<register>\n", out);
	for (unsigned n = 0; n < departments; n++) {
		char *text = NULL;
		size_t size = 0;
		FILE *memory = open_memstream(&text, &size);
		char *head, *leader;

		put_department(memory, n);
		fclose(memory);
		fputs(text, out);
		head = strstr(text, "<person>") + strlen("<person>");
		leader = strstr(strstr(text, "city-leader"), "<person>") + strlen("<person>");
		heads[n] = g_strndup(head, strcspn(head, "<"));
		leaders[n] = g_strndup(leader, strcspn(leader, "<"));
		free(text);
	}
	fputs("</register>\n<division-of-work><task id=\"A1-1-1\" section=\"一\" no=\"1\"><lead "
		  "department=\"legal-affairs\"/><summary>",
		  out);
	put_han(out, 12);
	fputs("</summary><text>", out);
	put_prose(out, 80);
	fputs("</text></task></division-of-work>\n", out);
	put_common_targets(out, targets);
	for (unsigned n = 0; n < departments; n++)
		put_specific_targets(out, targets, n);
	for (unsigned n = 0; n < departments; n++) {
		put_agreement(out, n, heads[n], leaders[n]);
		g_free(heads[n]);
		g_free(leaders[n]);
	}
	g_free(heads);
	g_free(leaders);
	fputs("</scheme>\n", out);
}

/* Agreements of eight pages in which every character comes up. */
static void put_year(FILE *out, unsigned departments)
{
	put_year_of(out, &long_agreement, departments);
}

/* Agreements of five pages, as offices write them. */
static void put_plain_year(FILE *out, unsigned departments)
{
	says_phrases = true;
	phrase_left = "";
	put_year_of(out, &short_agreement, departments);
	says_phrases = false;
}

#endif
