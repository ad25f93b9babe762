/* The command line as other programs call it: names, options, exit statuses, output paths, same bytes, nothing half-written. */
#include "support/command.h"

#define YEAR "samples/weifang-2005/year.xml"

static void usage_errors_exit_2(void **state)
{
	(void)state;
	expect("$GONGWEN", 2, NULL, "command is missing");
	expect("$GONGWEN make", 2, NULL, "no such command: make");
	expect("$GONGWEN build", 2, NULL, "input file is missing");
	expect("$GONGWEN list a b", 2, NULL, "one argument too many: b");
	expect("$GONGWEN build --nonsense " YEAR, 2, NULL, "no such option");
	expect("$GONGWEN biuld " YEAR, 2, NULL,
		   "no such command: biuld\ngongwen: did you mean build?\ngongwen: see 'gongwen help'\n");
	expect("$GONGWEN build --keepgoing " YEAR, 2, NULL, "no such option: --keepgoing\ngongwen: did you mean --keep-going?\n");
	expect("$GONGWEN build --kidn=x " YEAR, 2, NULL, "did you mean --kind?\n");
	expect("$GONGWEN build " YEAR " -j 0", 2, NULL, "does not take this value: 0\n  -j, --jobs N ");
	expect("$GONGWEN build " YEAR " -j two", 2, NULL, "does not take this value: two");
	expect("$GONGWEN fo x.fo --dump=model", 2, NULL, "does not take this value: model\n      --dump STAGE");
	expect("$GONGWEN check x.xml -j 2", 2, NULL, "does not go with this command: --jobs");
	expect("$GONGWEN check x.xml --lang fr", 2, NULL, "does not take this value: fr\n      --lang zh|en");
	expect("$GONGWEN build " YEAR " -o", 2, NULL, "needs a value: --output\n  -o, --output DIR");
	expect("$GONGWEN build " YEAR " -o ''", 2, NULL, "needs a value: --output");
	expect("$GONGWEN audit x.pdf --format=json", 2, NULL, "--format KIND");
	expect("$GONGWEN check x.xml --format=letter", 2, NULL, "--format text|json");
}

/* Wherever --lang stands, else as the locale says. */
static void usage_errors_are_in_the_users_language(void **state)
{
	(void)state;
	expect("$GONGWEN make --lang zh", 2, NULL, "没有这个命令：make\n");
	expect("$GONGWEN fo x.fo -j2 --lang=zh", 2, NULL, "该命令没有这个选项：--jobs\ngongwen: 用法见“gongwen help fo”");
	expect("LC_ALL=zh_CN.UTF-8 $GONGWEN", 2, NULL, "缺少命令");
	expect("LC_ALL=zh_CN.UTF-8 $GONGWEN fo --lang en", 2, NULL, "an input file is missing");
}

static void help_and_version(void **state)
{
	(void)state;
	expect("$GONGWEN --version", 0, "gongwen 0.1", NULL);
	expect("$GONGWEN help", 0, "gongwen build", NULL);
	expect("$GONGWEN help check --lang zh", 0, "只检查，不生成", NULL);
	expect("$GONGWEN help nothing", 2, NULL, "no such command: nothing\ngongwen: see 'gongwen help'\n");
	expect("$GONGWEN help fo > \"$T\"/help; $GONGWEN fo --help | cmp - \"$T\"/help; $GONGWEN fo x.fo -h | cmp - \"$T\"/help", 0,
		   "", NULL);
}

/* What cannot be printed is a failure of every command, and said once. */
static void lost_output_is_a_system_failure(void **state)
{
	static const char *const commands[] = {"--version",
										   "help",
										   "help support",
										   "list " YEAR,
										   "why " YEAR,
										   "check --format=json " YEAR,
										   "build --dump=plan " YEAR,
										   "fo tests/cli/hello.fo -o -",
										   "fo tests/cli/hello.fo --dump=areas"};
	(void)state;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		char *line = g_strdup_printf(
			"$GONGWEN %s -q --lang en 2>\"$T\"/said >/dev/full; echo $?; grep -c 'G002: cannot write' \"$T\"/said", commands[i]);
		expect(line, 0, "3\n1\n", NULL);
		g_free(line);
	}
}

/* As many inputs, kinds and folders as the command line holds. */
static void lists_have_no_end(void **state)
{
	(void)state;
	expect("$GONGWEN check --lang en $(seq -f \"$T/none-%g\" 600) 2>&1 | grep -c G001", 0, "600\n", NULL);
}

static void missing_input_is_a_system_failure(void **state)
{
	(void)state;
	expect("$GONGWEN check \"$T\"/none.xml", 3, NULL, "none.xml: error G001");
	expect("$GONGWEN fo \"$T\"/none.fo", 3, NULL, "none.fo: error G001");
	expect("$GONGWEN check --lang zh \"$T\"/none.xml", 3, NULL, "无法读取：没有这个文件或目录");
	expect("$GONGWEN check --lang en " YEAR " --resource-dir \"$T\"/none", 3, NULL, "/none: error G001: cannot read: No such");
	expect("$GONGWEN fo --lang en tests/cli/hello.fo -o \"$T\"/no.pdf --resource-dir README.md", 3, NULL, "Not a directory");
	expect("test ! -e \"$T\"/no.pdf", 0, NULL, NULL);
}

static void unknown_names_are_refused(void **state)
{
	(void)state;
	expect("$GONGWEN build " YEAR " -o \"$T\"/no --kind agrement", 1, NULL, "error G006");
	expect("$GONGWEN build " YEAR " -o \"$T\"/no --department nobody", 1, NULL, "error G007");
	expect("test ! -e \"$T\"/no", 0, NULL, NULL);
}

/* No scores yet: no circular, and why; the lines have the same five fields always. */
static void list_names_what_is_missing(void **state)
{
	(void)state;
	expect("sed '/<assessment/,/<.assessment>/d; /<award/d; /<circular/d' tests/rules/base.xml > \"$T\"/early.xml", 0, NULL,
		   NULL);
	expect("$GONGWEN list --lang en \"$T\"/early.xml | grep '^circular'", 0,
		   "circular\t\t\t\tno scores yet (assessment), so there is nothing to rank and report\n", NULL);
	expect("$GONGWEN list --lang zh \"$T\"/early.xml --kind score-sheet --department transport", 0,
		   "score-sheet\ttransport\t\t\t没有考评得分（assessment/score）\n", NULL);
}

/* The plan is made of what is asked for: it names the same documents, in the same order, as the whole year's plan has of them. */
static void what_is_asked_for_is_as_in_the_whole_year(void **state)
{
	(void)state;
	expect("$GONGWEN list " YEAR " > \"$T\"/all; for kind in $(cut -f1 \"$T\"/all | sort -u); do "
		   "$GONGWEN list " YEAR
		   " --kind $kind > \"$T\"/asked; awk -F'\t' -v k=$kind '$1 == k' \"$T\"/all | diff - \"$T\"/asked; done",
		   0, "", NULL);
	expect("$GONGWEN list " YEAR " --kind agreement --kind score-sheet --department finance | cut -f1,3 | tr '\t\n' ' ;'", 0,
		   "agreement 1;agreement 2;agreement 3;score-sheet ;", NULL);
	expect("$GONGWEN build " YEAR
		   " --kind agreement --department finance --department petitions --dump=plan > \"$T\"/asked.plan; "
		   "grep -c '<document ' \"$T\"/asked.plan; grep -o 'document kind=\"[^\"]*\"' \"$T\"/asked.plan | sort -u",
		   0, "2\ndocument kind=\"agreement\"\n", NULL);
	/* sixty departments are planned in two portions: each kind stands together all the same, the register last and with all */
	expect("$GONGWEN list samples/sixty/year.xml --lang en > \"$T\"/sixty; awk -F'\t' '$4' \"$T\"/sixty | cut -f1 | uniq | tee "
		   "\"$T\"/kinds | "
		   "sort | uniq -d; tail -n 1 \"$T\"/kinds; grep -c ^agreement \"$T\"/sixty",
		   0, "document-register\n180\n", NULL);
	expect("$GONGWEN build samples/sixty/year.xml --kind document-register --dump=plan > \"$T\"/register; "
		   "test $(grep -c '<entry' \"$T\"/register) = $(grep '<document ' \"$T\"/register | grep -vc document-register) && "
		   "grep -o '<entry.* date=\"[^\"]*\"' \"$T\"/register | sed 's/.* date=//' | sort -c",
		   0, "", NULL);
	/* a kind that a department has nothing of is no mistake in its name */
	expect("$GONGWEN build " YEAR " -o \"$T\"/none --kind veto --department petitions", 0, NULL, "G008");
}

/* A line of kinds.xsl that selects what the kind's plan has no template for is said: it must not look like a year without such documents. */
static void a_kind_that_answers_nothing_is_said(void **state)
{
	(void)state;
	expect("samples/new-kind/install.sh \"$T\"/deaf && sed -i '/mode=.reminder/s/[$]year/$departments/' "
		   "\"$T\"/deaf/kinds/kinds.xsl && "
		   "$GONGWEN list " YEAR " --lang en --templates \"$T\"/deaf --kind reminder -q 2>&1 | cut -d'(' -f1",
		   0, "gongwen: error G202: a template failed: plan: text outside of documents \n", NULL);
	expect("$GONGWEN list " YEAR " --lang en --templates \"$T\"/deaf -q 2>&1 >/dev/null | grep -c 'does a template answer'", 0,
		   "1\n", NULL);
}

/* A kind that is made of the year sees all of every department, without a word of folds; one that says $outline sees less. */
static void a_kind_of_the_year_sees_it_whole(void **state)
{
	(void)state;
	expect("samples/new-kind/install.sh \"$T\"/whole && echo \""
		   "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='model' "
		   "mode='reminder'>"
		   "<xsl:for-each select='department/agreement/signatory[1] | department/specific-targets/target[1]/measures'><document "
		   "kind='reminder' key='{generate-id()}' "
		   "stylesheet='kinds/reminder/reminder.xsl'/></xsl:for-each></xsl:template></xsl:stylesheet>"
		   "\" > \"$T\"/whole/kinds/reminder/plan.xsl && "
		   "$GONGWEN list samples/sixty/year.xml --templates \"$T\"/whole --kind reminder -q 2>/dev/null | grep -c ^reminder",
		   0, "120\n", NULL);
	expect("sed -i '/mode=.reminder/s/[$]year/$outline/' \"$T\"/whole/kinds/kinds.xsl; "
		   "$GONGWEN list samples/sixty/year.xml --templates \"$T\"/whole --kind reminder -q 2>/dev/null | grep -c ^reminder",
		   1, "0\n", NULL);
}

/* templates/kinds/kinds.xsl is the one list of kinds: each folder is included and asked, and has its plan, stylesheet and line. */
static void kinds_are_their_folders(void **state)
{
	(void)state;
	expect("cd templates/kinds && ls -d */ | tr -d / > \"$T\"/folders && "
		   "sed -n 's/.*href=.\\([a-z-]*\\)\\/plan.xsl.*/\\1/p' kinds.xsl | sort | diff - \"$T\"/folders",
		   0, "", NULL);
	expect("cd templates/kinds && sed -n 's/.*mode=.\\([a-z-]*\\).*/\\1/p' kinds.xsl ../scheme/plan.xsl | sort -u | "
		   "grep -xFf \"$T\"/folders | diff - \"$T\"/folders",
		   0, "", NULL);
	expect("cd templates/kinds && for kind in */; do kind=${kind%/}; test -s $kind/$kind.xsl && test -s $kind/README.md || echo "
		   "$kind; done",
		   0, "", NULL);
}

static void the_vocabulary_page_is_up_to_date(void **state)
{
	(void)state;
	expect("xsltproc --nonet docs/vocabulary.xsl templates/scheme/year.xsd | diff - docs/vocabulary.md", 0, "", NULL);
}

/* No error in any, and no warning in the one that newcomers read. */
static void every_sample_year_is_sound(void **state)
{
	(void)state;
	expect("for year in samples/*/year.xml; do $GONGWEN check -q $year || exit; done", 0, "", "");
	expect("$GONGWEN check --strict samples/minimal/year.xml", 0, "", "");
	expect("tests/bench/year.sh 40 | $GONGWEN check --strict -", 0, "", "");
}

/* What is left when each of these years is built with --keep-going: kind=number of documents. Still exit 1, and nothing without it. */
static const struct {
	const char *year, *left;
} LEFT[] = {
	/* a score of one department: its sheet and the results of all */
	{"R19-above",
	 "agreement=9 brief=1 case-register=1 directory=1 division=1 feedback=1 half-year=1 issue=3 notice=1 proposal=3 receipt=1 "
	 "score-sheet=2 transfer=1 "},
	/* common targets: what shows them, in all departments; no case, no department's own proposal */
	{"R08-common", "case-register=1 directory=1 division=1 feedback=1 notice=1 proposal=3 receipt=1 transfer=1 "},
	{"R07-no-unit", "case-register=1 directory=1 division=1 feedback=1 notice=1 proposal=3 receipt=1 transfer=1 "},
	{"R05-none", "case-register=1 directory=1 division=1 feedback=1 notice=1 proposal=3 receipt=1 transfer=1 "},
	/* and in January, when nothing is issued yet */
	{"R05-january", "directory=1 division=1 proposal=3 "},
	/* the agreement of one department: that alone */
	{"R13-two",
	 "agreement=6 award=1 brief=1 case-register=1 circular=1 directory=1 division=1 feedback=1 half-year=1 issue=3 notice=1 "
	 "proposal=3 receipt=1 score-sheet=3 transfer=1 "},
	/* a brief, the circular, the half-year report, a task: those alone (and the proposal that names the task) */
	{"R16-zero",
	 "agreement=9 award=1 case-register=1 circular=1 directory=1 division=1 feedback=1 half-year=1 issue=3 notice=1 proposal=3 "
	 "receipt=1 score-sheet=3 transfer=1 "},
	{"R22-none",
	 "agreement=9 award=1 brief=1 case-register=1 directory=1 division=1 feedback=1 half-year=1 issue=3 notice=1 proposal=3 "
	 "receipt=1 score-sheet=3 transfer=1 "},
	{"R17-missing",
	 "agreement=9 award=1 brief=1 case-register=1 circular=1 directory=1 division=1 feedback=1 issue=3 notice=1 proposal=3 "
	 "receipt=1 score-sheet=3 transfer=1 "},
	{"R34-both",
	 "agreement=9 award=1 brief=1 case-register=1 circular=1 directory=1 feedback=1 half-year=1 issue=3 notice=1 proposal=2 "
	 "receipt=1 score-sheet=3 transfer=1 "},
	/* a case: its documents and the register of cases */
	{"R29-too-much",
	 "agreement=9 award=1 brief=1 circular=1 directory=1 division=1 half-year=1 issue=3 proposal=3 score-sheet=3 "},
	/* a department's entry in the register: all of its own, its cases too, and what names all departments */
	{"R02-head", "agreement=6 issue=2 proposal=2 score-sheet=2 "},
};

static void keep_going_makes_what_no_error_touches(void **state)
{
	(void)state;
	expect("$GONGWEN build tests/rules/R19-above.xml -o \"$T\"/none -q; test ! -e \"$T\"/none", 0, NULL, NULL);
	for (size_t i = 0; i < sizeof LEFT / sizeof *LEFT; i++) {
		char command[512];
		(void)snprintf(command, sizeof command,
					   "$GONGWEN build tests/rules/%s.xml -o \"$T\"/left -q --keep-going; test $? = 1 && cd \"$T\"/left && find "
					   ". -name '*.pdf' "
					   "| cut -d/ -f2 | sort | uniq -c | awk '{printf \"%%s=%%s \", $2, $1}'; rm -r \"$T\"/left",
					   LEFT[i].year);
		expect(command, 0, LEFT[i].left, NULL);
	}
	/* list says the same, and what else is missing */
	expect(
		"$GONGWEN list tests/rules/R05-january.xml | cut -f1 | sort | uniq -c | awk '{printf \"%s=%s \", $2, $1}'; $GONGWEN list "
		"tests/rules/R05-january.xml > \"$T\"/list; test $? = 1 && cut -f4 \"$T\"/list | grep -c .",
		0, "agreement=3 award=1 brief=1 circular=1 directory=1 division=1 half-year=3 issue=3 proposal=3 score-sheet=3 5\n",
		"R05");
	expect("$GONGWEN check tests/rules/R19-above.xml --format json | grep -o '\"department.*\"case\\|\"department.*\"zh'", 0,
		   "\"department\": \"transport\", \"target\": \"transport-5\", \"zh\n", NULL);
}

/* A department is split on 1 July: it has its agreement, but no half-year report, score or rank is missed; the new ones' terms begin with
 * them. One ends in October: it is neither scored nor ranked. And a 29 February is a day like others. */
static void departments_come_and_go(void **state)
{
	(void)state;
	expect("$GONGWEN list tests/rules/R04-split-ok.xml | grep 'transport\\|road' | cut -f1-3 | tr '\\t\\n' '- '", 0,
		   "proposal-transport- proposal-road- issue-transport- issue-road- agreement-transport-1 agreement-transport-2 "
		   "agreement-transport-3 agreement-road-1 agreement-road-2 agreement-road-3 score-sheet-road- half-year-road- ",
		   NULL);
	expect("$GONGWEN build tests/rules/R04-split-ok.xml --dump=model | grep -o '<agreement [^>]*number=\"00[34]\" "
		   "from=\"[-0-9]*\"\\|assessed=\"[0-9]*\"' "
		   "| sed 's/place=\"[^\"]*\" //' | tr '\\n' ' '",
		   0, "<agreement number=\"003\" from=\"2005-01-01\" <agreement number=\"004\" from=\"2005-07-01\" assessed=\"4\" ",
		   NULL);
	expect("$GONGWEN list tests/rules/R18-left-ok.xml | grep transport | cut -f1-3 | tr '\\t\\n' '- '", 0,
		   "proposal-transport- issue-transport- agreement-transport-1 agreement-transport-2 agreement-transport-3 "
		   "half-year-transport- ",
		   NULL);
	expect("$GONGWEN why tests/rules/R18-left.xml --department transport --lang en -q | tail -2", 0,
		   "the department no longer existed on 2005-12-28, the day of the assessment: no rank.\n", NULL);
	expect("$GONGWEN why docs/vocabulary-example.xml --department supervision --lang en", 0,
		   "supervision has neither targets nor an agreement this year, so it is not assessed.\n", NULL);
	expect(
		"$GONGWEN build tests/rules/R12-leap-ok.xml --kind agreement --department transport --dump=fo | grep -c '2004年2月29日'",
		0, "6\n", NULL);
}

/* Results at their edges, of a year that is sound otherwise: all 0.00, so all share the first rank, all are vetoed, none is advanced; and all
 * equal at 100.00, which is exactly the pass mark. */
static void results_at_their_edges(void **state)
{
	(void)state;
	expect("sed 's/points=\"[0-9.]*\"/points=\"0\"/g; s,<award .*</award>,,' tests/rules/base.xml > \"$T\"/zero.xml && "
		   "$GONGWEN check \"$T\"/zero.xml",
		   0, "", "");
	expect("$GONGWEN list \"$T\"/zero.xml | cut -f1,2 | grep 'veto\\|award\\|circular' | tr '\\t\\n' '= '", 0,
		   "circular=3 veto=legal-affairs veto=supervision veto=transport award= ", NULL);
	expect("$GONGWEN why \"$T\"/zero.xml --department transport --lang zh | grep -o '与.*\\|列第.*'", 0,
		   "列第1名。\n与市政府法制局、市监察局总分相同，名次并列，下一名次为第4名；同分的以名录顺序排列。\n", NULL);
	expect("sed 's/\\(target=\"C.\" points=\"\\)[0-9.]*/\\110/g; s/\\(target=\"[a-z-]*-.\" points=\"\\)[0-9.]*/\\114/g; "
		   "s,<pass-mark>80,<pass-mark>100,; s,<award .*</award>,,' tests/rules/base.xml > \"$T\"/full.xml && $GONGWEN why "
		   "\"$T\"/full.xml --department supervision --lang en | grep -o '^.*: total:.*\\|rank: .*\\|veto: .*' | sed 's/.*: "
		   "total/total/'",
		   0, "total: 30 + 70 = 100.\nrank: of 3 departments 0 have more than 100, so it is number 1.\n", NULL);
}

static void why_spells_out_a_result(void **state)
{
	(void)state;
	expect("$GONGWEN why " YEAR " --department transport-inspection --lang en | grep -o 'total: .*\\|veto: .*'", 0,
		   "total: 26 + 50.35 = 76.35.\nveto: 76.35 is below the pass mark of 80 (by 3.65); no award of the year, it stays in "
		   "the ranking.\n",
		   NULL);
	expect("$GONGWEN why " YEAR " --department public-security --lang zh | grep -c 'assessment.xml:[0-9]*:[0-9]*: 目标'", 0,
		   "10\n", NULL);
	expect("$GONGWEN why " YEAR " --department nobody", 1, NULL, "G007");
}

static void list_names_what_build_makes(void **state)
{
	(void)state;
	expect("$GONGWEN build " YEAR " -o \"$T\"/listed --department finance --kind agreement -q", 0, NULL, NULL);
	expect("$GONGWEN list " YEAR " --department finance --kind agreement", 0, "agreement\tfinance\t1\tagreement/finance-1.pdf\n",
		   NULL);
	expect("cd \"$T\"/listed && find . -type f | sort | tr '\\n' ' '", 0,
		   "./agreement/finance-1.pdf ./agreement/finance-2.pdf ./agreement/finance-3.pdf ./manifest.csv ", NULL);
	expect("head -1 \"$T\"/listed/manifest.csv", 0, "file,kind,key,copy,pages,sha256", NULL);
	expect(
		"cd \"$T\"/listed && awk -F, 'NR > 1 { sub(/\\r$/, \"\", $6); print $6 \"  \" $1 }' manifest.csv | sha256sum -c --quiet",
		0, NULL, NULL);
}

/* One run, one folder, one manifest: it names what all inputs made, in their order; a refused input takes nothing from the others. */
static void several_inputs_share_a_manifest(void **state)
{
	(void)state;
	expect("$GONGWEN build samples/gbt9704/plain.xml samples/gbt9704/letter.xml tests/diag/G201.xml samples/gbt9704/order.xml -o "
		   "\"$T\"/several -q",
		   1, NULL, "G201");
	expect("cd \"$T\"/several && tr -d '\\r' < manifest.csv | cut -d, -f1 | tr '\\n' ' '", 0,
		   "file document/plain.pdf letter/letter.pdf order/order.pdf ", NULL);
	expect("cd \"$T\"/several && ls */*.pdf | wc -l", 0, "3\n", NULL);
	expect("$GONGWEN build samples/gbt9704/plain.xml samples/gbt9704/letter.xml --dump=plan -q | grep -c '<plan'", 0, "2\n",
		   NULL);
}

/* Where sanitizers watch, a part of the year. */
#ifdef __SANITIZE_ADDRESS__
#define ASKED YEAR " --department finance --department petitions"
#else
#define ASKED YEAR
#endif

static void the_same_bytes_with_any_number_of_workers(void **state)
{
	(void)state;
	expect("$GONGWEN build " ASKED " -o \"$T\"/one -j 1 -q", 0, NULL, NULL);
	expect("TZ=Asia/Shanghai LC_ALL=zh_CN.UTF-8 $GONGWEN build " ASKED " -o \"$T\"/two -j 2 -q", 0, NULL, NULL);
	expect("diff -r \"$T\"/one \"$T\"/two", 0, NULL, NULL);
}

static void a_refused_year_writes_nothing(void **state)
{
	(void)state;
	expect("mkdir -p \"$T\"/bad && cp -r samples/weifang-2005/. \"$T\"/bad && cd \"$T\"/bad && echo '<' >> year.xml", 0, NULL,
		   NULL);
	expect("$GONGWEN build \"$T\"/bad/year.xml -o \"$T\"/refused", 1, NULL, "year.xml:");
	expect("test ! -e \"$T\"/refused", 0, NULL, NULL);
}

static void output_that_cannot_be_written(void **state)
{
	(void)state;
	expect("touch \"$T\"/file && $GONGWEN build " YEAR " -o \"$T\"/file --kind circular", 3, NULL, "error G002");
	expect("$GONGWEN fo tests/cli/hello.fo -o /dev/full", 3, NULL, "error G002");
	expect("$GONGWEN fo tests/cli/hello.fo -o - > /dev/full", 3, NULL, "error G002");
	/* a reader that leaves after a byte: the file is larger than what a pipe holds */
	expect("mkfifo \"$T\"/pipe; head -c 1 < \"$T\"/pipe > \"$T\"/byte & "
		   "$GONGWEN fo samples/fo/chapter.fo -o \"$T\"/pipe --lang en",
		   3, NULL, "pipe: error G002: cannot write: Broken pipe");
	expect("mkdir \"$T\"/shut && ln -s /proc/none \"$T\"/shut/circular && $GONGWEN build " YEAR " -o \"$T\"/shut --kind circular",
		   3, NULL, "error G002");
}

static void fo_reads_and_writes_where_told(void **state)
{
	(void)state;
	expect("$GONGWEN fo - -o - < tests/cli/hello.fo | head -c 5", 0, "%PDF-", NULL);
	expect("cp tests/cli/hello.fo \"$T\"/ && $GONGWEN fo \"$T\"/hello.fo && head -c 5 \"$T\"/hello.pdf", 0, "%PDF-", NULL);
	expect("$GONGWEN fo \"$T\"/hello.fo -o \"$T\"/../\"$(basename \"$T\")\"/hello.fo --lang en", 1, NULL, "hello.fo: error G015");
	expect("cmp tests/cli/hello.fo \"$T\"/hello.fo", 0, "", NULL);
	expect("$GONGWEN fo tests/cli/hello.fo --dump=areas", 0, "公文", NULL);
	expect("$GONGWEN fo tests/cli/hello.fo --dump=tree", 0, "fo:block", NULL);
}

/* As check has them. */
static void fo_is_strict_and_prints_json(void **state)
{
	(void)state;
	expect("sed 's/<fo:block/& colour=\"red\"/' tests/cli/hello.fo > \"$T\"/odd.fo", 0, "", NULL);
	expect("$GONGWEN fo \"$T\"/odd.fo -o \"$T\"/odd.pdf --format json", 0, NULL, "\"severity\": \"warning\", \"code\": \"G401\"");
	expect("rm \"$T\"/odd.pdf; $GONGWEN fo \"$T\"/odd.fo -o \"$T\"/odd.pdf --strict", 1, NULL, "error G401");
	expect("test ! -e \"$T\"/odd.pdf", 0, NULL, NULL);
}

static void every_stage_can_be_dumped(void **state)
{
	(void)state;
	expect("$GONGWEN build " YEAR " --dump=model", 0, "<model", NULL);
	expect("$GONGWEN build " YEAR " --dump=plan", 0, "<plan", NULL);
	expect("$GONGWEN build " YEAR " --dump=fo --kind circular", 0, "fo:root", NULL);
	expect("$GONGWEN build " YEAR " --dump=tree --kind circular", 0, "fo:page-sequence", NULL);
	expect("$GONGWEN build " YEAR " --dump=areas --kind circular", 0, "<area-tree", NULL);
}

/* PREFIX may be any folder, also one that the program was not built for. */
static void it_works_where_it_is_installed(void **state)
{
	(void)state;
	expect("mkdir -p \"$T\"/usr/bin \"$T\"/usr/share/gongwen && cp \"$GONGWEN\" \"$T\"/usr/bin && "
		   "cp -R templates fonts \"$T\"/usr/share/gongwen && "
		   "\"$T\"/usr/bin/gongwen build samples/minimal/year.xml -q --kind notice -o \"$T\"/from-there && ls \"$T\"/from-there",
		   0, "notice", NULL);
}

/* A seal's picture that is not there is said by check, where the author names it: of a year and of a single document. */
static void check_looks_at_pictures(void **state)
{
	(void)state;
	expect("cp samples/minimal/year.xml \"$T\"/seals.xml; $GONGWEN check --lang en \"$T\"/seals.xml", 0, NULL,
		   "seals.xml:17:5: warning G108: picture cannot be read; its place stays empty: ");
	expect("cp samples/gbt9704/joint-two.xml \"$T\"/two.xml; $GONGWEN check --strict \"$T\"/two.xml 2>&1 | grep -c G108", 0,
		   "2\n", NULL);
}

static void check_speaks_json(void **state)
{
	(void)state;
	expect("printf '<scheme>\\n <' > \"$T\"/x.xml; $GONGWEN check --format=json \"$T\"/x.xml", 1, "\"line\": 2", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usage_errors_exit_2),
		cmocka_unit_test(usage_errors_are_in_the_users_language),
		cmocka_unit_test(help_and_version),
		cmocka_unit_test(lost_output_is_a_system_failure),
		cmocka_unit_test(lists_have_no_end),
		cmocka_unit_test(missing_input_is_a_system_failure),
		cmocka_unit_test(unknown_names_are_refused),
		cmocka_unit_test(list_names_what_build_makes),
		cmocka_unit_test(list_names_what_is_missing),
		cmocka_unit_test(what_is_asked_for_is_as_in_the_whole_year),
		cmocka_unit_test(a_kind_that_answers_nothing_is_said),
		cmocka_unit_test(a_kind_of_the_year_sees_it_whole),
		cmocka_unit_test(kinds_are_their_folders),
		cmocka_unit_test(the_vocabulary_page_is_up_to_date),
		cmocka_unit_test(every_sample_year_is_sound),
		cmocka_unit_test(keep_going_makes_what_no_error_touches),
		cmocka_unit_test(departments_come_and_go),
		cmocka_unit_test(results_at_their_edges),
		cmocka_unit_test(why_spells_out_a_result),
		cmocka_unit_test(several_inputs_share_a_manifest),
		cmocka_unit_test(the_same_bytes_with_any_number_of_workers),
		cmocka_unit_test(a_refused_year_writes_nothing),
		cmocka_unit_test(output_that_cannot_be_written),
		cmocka_unit_test(fo_reads_and_writes_where_told),
		cmocka_unit_test(fo_is_strict_and_prints_json),
		cmocka_unit_test(fo_is_strict_and_prints_json),
		cmocka_unit_test(every_stage_can_be_dumped),
		cmocka_unit_test(it_works_where_it_is_installed),
		cmocka_unit_test(check_looks_at_pictures),
		cmocka_unit_test(check_speaks_json),
	};
	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
