/* Files are named as people name them: in any script, with the usual marks and blanks, in any locale; and never out of their folder. */
#include "support/command.h"

#define DOCUMENT    "samples/gbt9704/attachments.xml"
#define PUT(name)   "rm -rf \"$T\"/in \"$T\"/out; mkdir -p \"$T\"/in && cp " DOCUMENT " \"$T\"/in/" name " && "
#define BUILD(name) "LC_ALL=C $GONGWEN build --lang en -q \"$T\"/in/" name " -o \"$T\"/out"
#define MADE        "cd \"$T\"/out && find . -type f | sort"

static void names_of_any_script(void **state)
{
	static const char *const names[] = {
		"函", "关于××工作的通知（稿）", "公告：“甲、乙”，丙", "letter of May 1.2", "a:b", "Ünïcode", "𠮷林"};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		char *line = g_strdup_printf(PUT("'%s.xml'") BUILD("'%s.xml'") " && " MADE, names[i], names[i]);
		char *files = g_strdup_printf("./attachment/%s-3.pdf\n./document/%s.pdf\n./manifest.csv\n", names[i], names[i]);
		expect(line, 0, files, "");
		g_free(line);
		g_free(files);
	}
	expect("grep -c '^document/𠮷林.pdf,document,𠮷林,,6,' \"$T\"/out/manifest.csv", 0, "1\n", NULL);
}

static void ends_of_names(void **state)
{
	(void)state;
	expect(PUT("函.XML") BUILD("函.XML") " && " MADE " | head -2", 0, "./attachment/函-3.pdf\n./document/函.pdf\n", "");
	expect(PUT("x.xml") "LC_ALL=C $GONGWEN build - -o \"$T\"/out < \"$T\"/in/x.xml && " MADE " | head -2", 0,
		   "./attachment/document-3.pdf\n./document/document.pdf\n", "");
}

static void names_that_name_no_file(void **state)
{
	static const char *const names[] = {".hidden", "-q", "a\nb", "a\tb", "\xba\xaf", "a\xc2\x85z", "a\xe2\x80\xa8z"};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		char *line = g_strdup_printf(PUT("'%s.xml'") BUILD("'%s.xml'"), names[i], names[i]);
		expect(line, 1, NULL, "error G202: a template failed: plan: kind 'document', key '");
		expect("test ! -e \"$T\"/out", 0, NULL, NULL);
		g_free(line);
	}
}

static void keys_are_names(void **state)
{
	static const struct {
		const char *key;
		int status;
	} keys[] = {{"关于××的函（稿）", 0}, {"第1.2版", 0}, {"../x", 1}, {"a/b", 1}, {".x", 1}, {"-x", 1}, {"", 1}};
	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		char *line = g_strdup_printf(
			PUT("x.xml") "sed -i 's|<official-document |&key=\"%s\" |' \"$T\"/in/x.xml && " BUILD("x.xml"), keys[i].key);
		char *made = g_strdup_printf("test -e \"$T\"/out/document/'%s'.pdf", keys[i].key);
		expect(line, keys[i].status, "", keys[i].status ? "x.xml:3:20: error G201" : "");
		expect(made, keys[i].status, NULL, NULL);
		g_free(line);
		g_free(made);
	}
}

/* 83 ideographs and .xml are 253 bytes, as long as a name can be; an attachment's -3 is too much: the number stays, some of the middle goes. */
static void long_names(void **state)
{
	(void)state;
	expect("printf '函%.0s' $(seq 83) > \"$T\"/long; rm -rf \"$T\"/in \"$T\"/out; mkdir \"$T\"/in && cp " DOCUMENT
		   " \"$T\"/in/$(cat \"$T\"/long).xml && $GONGWEN build --lang en \"$T\"/in/*.xml -o \"$T\"/out",
		   0, "", "");
	expect("cd \"$T\"/out && ls document attachment | sed 's/函函*/函/g'; test -e document/$(cat \"$T\"/long).pdf", 0,
		   "attachment:\n函-3.pdf\n\ndocument:\n函.pdf\n", NULL);
	expect("sed -i \"s|<official-document |&key='$(cat \"$T\"/long)（修改稿）' |\" \"$T\"/in/*.xml && $GONGWEN build --lang en "
		   "\"$T\"/in/*.xml -o \"$T\"/out2",
		   0, "", "xml: warning G013: file name longer than 255 bytes; its middle is left out: attachment/函函");
	expect("cd \"$T\"/out2 && ls document attachment | sed 's/函函*/函/g'", 0,
		   "attachment:\n函…函（修改稿）-3.pdf\n\ndocument:\n函…函（修改稿）.pdf\n", NULL);
	expect("ls \"$T\"/out2/document \"$T\"/out2/attachment | grep pdf | while read f; do printf '%s' \"$f\" | wc -c; done | "
		   "awk '$1 < 250 || $1 > 255'; ls -a \"$T\"/out2/*/ | grep -c '^[.]..'",
		   1, "0\n", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_of_any_script), cmocka_unit_test(ends_of_names), cmocka_unit_test(names_that_name_no_file),
		cmocka_unit_test(keys_are_names),      cmocka_unit_test(long_names),
	};
	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
