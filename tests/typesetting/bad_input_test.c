/* Bad input to composition: a message with its place or a defined result; never a crash, a hang, lost text or half a file. */
#include "run.h"
#include "support/pdf_reader.h"

#define FOLDER "build/tests/bad-out"
#define HEAD                                                                                                                     \
	"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:gw='urn:gongwen:fo' xml:lang='zh-CN' font-size='20pt'"          \
	" line-height='30pt' font-family='%s'><fo:layout-master-set><fo:simple-page-master master-name='m' page-width='210mm'"       \
	" page-height='297mm'><fo:region-body margin='20mm'/></fo:simple-page-master></fo:layout-master-set>"                        \
	"<fo:page-sequence master-reference='m'><fo:flow flow-name='xsl-region-body'>\n"
#define TAIL "</fo:flow></fo:page-sequence></fo:root>"

/* Formats blocks; `options` stand before the input. The first block is on line 2. */
static struct run format(const char *options, const char *family, const char *blocks, gsize size)
{
	GString *fo = g_string_new("");
	char *command = g_strdup_printf("\"$GONGWEN\" fo --lang en %s " FOLDER "/in.fo -o " FOLDER "/out.pdf", options);
	struct run run;

	g_string_printf(fo, HEAD, family);
	g_string_append_len(fo, blocks, (gssize)size);
	g_string_append(fo, TAIL);
	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.fo", fo->str, (gssize)fo->len, NULL));
	g_unlink(FOLDER "/out.pdf");
	run = run_shell(command);
	g_string_free(fo, TRUE);
	g_free(command);
	return run;
}

/* Refused with this message at line 2, and nothing is written. */
static void check_refused(const char *block, gsize size, const char *message)
{
	struct run run = format("", "仿宋", block, size);

	if (run.status != 1 || !strstr(run.err, message) || !strstr(run.err, "in.fo:2:"))
		fail_msg("%s: exit status %d, said: %s", message, run.status, run.err);
	assert_false(g_file_test(FOLDER "/out.pdf", G_FILE_TEST_EXISTS));
	run_free(&run);
}

/* Formatted, saying `message` (or nothing, NULL); gives the text of the pages. */
static char *text_of(const char *options, const char *family, const char *block, const char *message)
{
	struct run run = format(options, family, block, strlen(block));
	PopplerDocument *document;
	char *text;

	if (run.status != 0 || (message ? !strstr(run.err, message) : *run.err != '\0'))
		fail_msg("exit status %d, said: %s", run.status, run.err);
	run_free(&run);
	document = reader_open_file(FOLDER "/out.pdf");
	text = reader_text(document);
	g_object_unref(document);
	return text;
}

static void check_text(const char *family, const char *block, const char *message, const char *expected)
{
	char *text = text_of("", family, block, message);

	assert_string_equal(text, expected);
	g_free(text);
}

#define REFUSED(block, message)                                                                                                  \
	check_refused("<fo:block>" block "</fo:block>", sizeof "<fo:block>" block "</fo:block>" - 1, message)

/* ---- characters ---- */

static void test_invalid_utf8(void **state)
{
	(void)state;
	REFUSED("甲\xFF乙", "error G102");
	REFUSED("甲\xE4\xB8", "error G102");
	REFUSED("甲\xC0\x80", "error G102"); /* an overlong NUL */
	REFUSED("甲\0乙", "error G10");
}

static void test_lone_surrogates(void **state)
{
	(void)state;
	REFUSED("甲\xED\xA0\x80乙", "error G102");
	REFUSED("甲&#xD800;乙", "error G101");
	REFUSED("甲&#xDC00;&#xD800;乙", "error G101");
}

static void test_control_characters(void **state)
{
	(void)state;
	REFUSED("甲&#x1;乙", "error G101");
	REFUSED("甲&#x85;乙", "error G505");
	REFUSED("甲&#x9F;乙", "U+009F");
	REFUSED("甲&#xFDD0;乙", "U+FDD0");
	REFUSED("甲&#xFFFE;乙", "error G101");
	REFUSED("甲&#x1FFFE;乙", "U+1FFFE");
}

/* They could make a document say other than it seems to. */
static void test_bidirectional_controls(void **state)
{
	(void)state;
	REFUSED("甲&#x202E;乙", "U+202E");
	REFUSED("甲&#x2066;乙", "U+2066");
	REFUSED("甲&#x200F;乙", "U+200F");
	REFUSED("甲&#x61C;乙", "U+061C");
}

/* A line and a page stay readable: marks beyond what any script needs are refused, said once a paragraph. */
static void test_a_thousand_combining_marks(void **state)
{
	GString *block = g_string_new("<fo:block>e");
	struct run run;
	unsigned said = 0;

	(void)state;
	for (int i = 0; i < 1000; i++)
		g_string_append(block, "\xCC\x81");
	g_string_append(block, "</fo:block>");
	run = format("", "仿宋", block->str, block->len);
	assert_int_equal(run.status, 1);
	for (const char *at = run.err; (at = strstr(at, "G505")) != NULL; at++)
		said++;
	assert_int_equal(said, 1);
	run_free(&run);
	g_string_free(block, TRUE);
}

static void test_a_few_combining_marks(void **state)
{
	char *text = text_of("", "仿宋", "<fo:block>é与e\xCC\x81</fo:block>", NULL);

	(void)state;
	assert_non_null(strstr(text, "é与"));
	g_free(text);
}

/* ---- paragraphs ---- */

static void test_empty_paragraphs(void **state)
{
	(void)state;
	check_text(
		"仿宋",
		"<fo:block/><fo:block> </fo:block><fo:block>\n\t</fo:block><fo:block><fo:inline/></fo:block><fo:block>甲</fo:block>",
		NULL, "甲");
	check_text("仿宋",
			   "<fo:block gw:text-shape='auto' text-decoration='underline' gw:text-emphasis-style='dot'> </fo:block>"
			   "<fo:block><fo:inline gw:ruby='yi'/>甲<fo:inline gw:ruby='' text-decoration='underline'></fo:inline></fo:block>",
			   NULL, "甲");
}

/* A word wider than the line is broken as a last resort, none of it lost. */
static void test_a_word_wider_than_the_line(void **state)
{
	static const char word[] = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
	char *block = g_strdup_printf("<fo:block-container width='60pt'><fo:block>甲%s乙</fo:block></fo:block-container>", word);
	char *expected = g_strdup_printf("甲%s乙", word);

	(void)state;
	check_text("仿宋", block, NULL, expected);
	g_free(expected);
	g_free(block);
}

/* What cannot be broken overruns, which is said with its place; a measure of nothing terminates. */
static void test_narrow_measures(void **state)
{
	(void)state;
	check_text("仿宋", "<fo:block-container width='10pt'><fo:block>甲乙。』」</fo:block></fo:block-container>",
			   "in.fo:2:", "甲乙。』」");
	check_text(
		"仿宋",
		"<fo:block-container width='0.5pt'><fo:block gw:text-shape='auto'>行政执法——《法》</fo:block></fo:block-container>",
		"in.fo:2:", "行政执法——《法》");
}

static void test_a_long_title(void **state)
{
	GString *block = g_string_new("<fo:block gw:text-shape='auto' text-align='center'>");
	char *text;

	(void)state;
	for (int i = 0; i < 3000; i++)
		g_string_append(block, "行政执法责任制");
	g_string_append(block, "</fo:block>");
	text = text_of("", "仿宋", block->str, NULL);
	assert_int_equal(g_utf8_strlen(text, -1), 21000);
	g_free(text);
	g_string_free(block, TRUE);
}

/* ---- fonts ---- */

static void test_a_font_without_han(void **state)
{
	(void)state;
	check_text("GwtLatin", "<fo:block>甲AB，“乙”</fo:block>", "G501", "甲AB，“乙”");
	char *text = text_of("--font-dir tests/fonts", "GwtLatin", "<fo:block>甲AB，“乙”</fo:block>", NULL);
	assert_string_equal(text, "甲AB，“乙”");
	g_free(text);
}

/* Fonts that are cut off, empty, or no fonts: left out; the others set the text. */
static void test_broken_font_files(void **state)
{
	char *data = NULL;
	gsize size = 0;

	(void)state;
	assert_int_equal(g_mkdir_with_parents(FOLDER "/fonts", 0777), 0);
	assert_true(g_file_get_contents("tests/fonts/GwtRare.ttf", &data, &size, NULL));
	for (gsize cut = 0; cut <= size; cut += 97) {
		assert_true(g_file_set_contents(FOLDER "/fonts/cut.ttf", data, (gssize)cut, NULL));
		char *text = text_of("--font-dir " FOLDER "/fonts -q", "GwtRare, 仿宋", "<fo:block>甲AB</fo:block>", NULL);
		assert_string_equal(text, "甲AB");
		g_free(text);
	}
	for (gsize at = 0; at < size; at += 41) { /* a byte turned over */
		data[at] = (char)~data[at];
		assert_true(g_file_set_contents(FOLDER "/fonts/cut.ttf", data, (gssize)size, NULL));
		data[at] = (char)~data[at];
		struct run run = format("--font-dir " FOLDER "/fonts", "GwtRare, 仿宋", "<fo:block>甲葛AB</fo:block>",
								strlen("<fo:block>甲葛AB</fo:block>"));
		if (run.status != 0 && run.status != 1)
			fail_msg("byte %zu: exit status %d, said: %s", at, run.status, run.err);
		run_free(&run);
	}
	g_free(data);
	g_unlink(FOLDER "/fonts/cut.ttf");
}

/* Type 1 cannot be embedded: such a file is as if it were not there, the others set the text, and the family is missed. */
static void test_a_type_1_font(void **state)
{
	(void)state;
	char *text = text_of("--font-dir tests/fonts", "GwtTypeOne, 仿宋", "<fo:block>AB</fo:block>", "G501");
	assert_string_equal(text, "AB");
	g_free(text);
}

/* A file of 300 MB that begins like a font: refused or left out in no more memory than a font takes. */
static void test_a_huge_font_file(void **state)
{
	struct run run = run_shell("mkdir -p " FOLDER "/fonts && cp tests/fonts/GwtRare.ttf " FOLDER "/fonts/huge.ttf && "
							   "chmod u+w " FOLDER "/fonts/huge.ttf && truncate -s 300M " FOLDER "/fonts/huge.ttf");

	(void)state;
	assert_int_equal(run.status, 0);
	run_free(&run);
	char *text = text_of("--font-dir " FOLDER "/fonts -q", "仿宋", "<fo:block>甲AB</fo:block>", NULL);
	assert_string_equal(text, "甲AB");
	g_free(text);
	g_unlink(FOLDER "/fonts/huge.ttf");
}

/* fonts.xml with errors: the place in it, and exit status 1. */
static void check_config(const char *config, const char *message)
{
	struct run run;

	assert_int_equal(g_mkdir_with_parents(FOLDER "/tree/build", 0777), 0);
	run = run_shell("cp \"$GONGWEN\" " FOLDER "/tree/build/gongwen && ln -sfn \"$PWD/templates\" " FOLDER "/tree/templates && "
					"mkdir -p " FOLDER "/tree/fonts");
	assert_int_equal(run.status, 0);
	run_free(&run);
	assert_true(g_file_set_contents(FOLDER "/tree/fonts/fonts.xml", config, -1, NULL));
	run = run_shell(FOLDER "/tree/build/gongwen fo --lang en tests/cli/hello.fo -o " FOLDER "/out.pdf");
	if (run.status == 0 || run.status == -1 || !strstr(run.err, message))
		fail_msg("exit status %d, said: %s", run.status, run.err);
	run_free(&run);
}

static void test_configurations_with_errors(void **state)
{
	(void)state;
	check_config("", "fonts.xml:1");
	check_config("<fonts>\n<role name='仿宋'>\n</fonts>", "error G503");
	check_config("<fonts>\n\n<alias name='甲' role='没有'/>\n</fonts>", "fonts.xml:3:1: error G503");
	check_config("<fonts>\n<face family='甲'/>\n</fonts>", "fonts.xml:2:1: error G503");
	check_config("<fonts>\n<role><face family='甲'/></role>\n</fonts>", "fonts.xml:2:1: error G503");
	check_config("<fonts>\n<role name='仿宋'><face/></role>\n</fonts>", "fonts.xml:2:1: error G503");
	check_config("<fonts>\n<role name='甲' text='all'><face family='甲'/></role>\n</fonts>", "fonts.xml:2:1: error G503");
	check_config("<roles/>", "fonts.xml:1:1: error G503");
	check_config("<!DOCTYPE fonts [<!ENTITY a 'aaaaaaaaaa'>]><fonts>&a;</fonts>", "error G503");
	check_config("<fonts>\n<role name='仿宋'><face family='没有'/></role>\n</fonts>", "G004");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_invalid_utf8),
		cmocka_unit_test(test_lone_surrogates),
		cmocka_unit_test(test_control_characters),
		cmocka_unit_test(test_bidirectional_controls),
		cmocka_unit_test(test_a_thousand_combining_marks),
		cmocka_unit_test(test_a_few_combining_marks),
		cmocka_unit_test(test_empty_paragraphs),
		cmocka_unit_test(test_a_word_wider_than_the_line),
		cmocka_unit_test(test_narrow_measures),
		cmocka_unit_test(test_a_long_title),
		cmocka_unit_test(test_a_font_without_han),
		cmocka_unit_test(test_broken_font_files),
		cmocka_unit_test(test_a_huge_font_file),
		cmocka_unit_test(test_a_type_1_font),
		cmocka_unit_test(test_configurations_with_errors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
