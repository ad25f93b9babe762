/* Any face that a user brings: TrueType, CFF with and without CIDs, collections; bold and oblique type drawn from the regular face.
 * Every file keeps the rules of PDF/A-2a and PDF/UA-1, and its text is the text given. */
#include "run.h"
#include "support/conformance.h"

#define FOLDER "build/tests/faces-out"
#define DEJAVU "/usr/share/fonts/truetype/dejavu"
#define GOUDY  "/usr/share/fonts/opentype/sortsmill"

/* Runs that Cairo joins: two elements and furniture in one line, brackets and backslashes, ligatures, code page 1252 and beyond it. */
static const char words[] = "Plain (one) \\ two) naïve “café” — 100 €, office; Ω ≤ ";

static char *make_fo(const char *family, const char *style)
{
	return g_strdup_printf(
		"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='en' font-size='11pt' font-family='%s'>"
		"<fo:layout-master-set><fo:simple-page-master master-name='m' page-width='150mm' page-height='80mm' margin='10mm'>"
		"<fo:region-body margin-bottom='10mm'/><fo:region-after extent='8mm'/></fo:simple-page-master></fo:layout-master-set>"
		"<fo:page-sequence master-reference='m'><fo:static-content flow-name='xsl-region-after'><fo:block>"
		"<fo:page-number/> (of some)</fo:block></fo:static-content><fo:flow flow-name='xsl-region-body'>"
		"<fo:block>%s<fo:inline role='Quote' %s>%s</fo:inline>%s</fo:block>"
		"<fo:block break-before='page' text-decoration='underline' %s>%s</fo:block></fo:flow></fo:page-sequence></fo:root>",
		family, words, style, words, words, style, words);
}

static char *without_blanks(const char *text)
{
	GString *out = g_string_new(NULL);

	for (; *text; text++)
		if (!g_ascii_isspace(*text))
			g_string_append_c(out, *text);
	return g_string_free(out, FALSE);
}

static void check_face(const char *folder, const char *family, const char *style, const char *font)
{
	char *fo = make_fo(family, style), *bytes = NULL,
		 *given = g_strconcat(words, words, words, "1 (of some)", words, "2 (of some)", NULL);
	char *command = g_strdup_printf(
		"mkdir -p " FOLDER " && \"$GONGWEN\" fo - -o " FOLDER "/out.pdf --font-dir %s <" FOLDER "/in.fo", folder);
	char *expected = without_blanks(given), *text;
	PopplerDocument *document;
	struct run run;
	gsize size;

	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.fo", fo, -1, NULL));
	run = run_shell(command);
	if (run.status != 0 || *run.err)
		fail_msg("%s: exit status %d: %s", family, run.status, run.err);
	assert_true(g_file_get_contents(FOLDER "/out.pdf", &bytes, &size, NULL));
	conformance_check(bytes, size);
	document = reader_open(bytes, size);
	assert_true(reader_check_fonts(document) >= 1);
	text = reader_text(document);
	assert_string_equal(text, expected);
	assert_true(reader_has_font(document, font));
	g_free(text);
	g_object_unref(document);
	run_free(&run);
	g_free(bytes);
	g_free(expected);
	g_free(given);
	g_free(command);
	g_free(fo);
}

static void test_truetype(void **state)
{
	(void)state;
	check_face(DEJAVU, "DejaVu Serif", "font-weight='bold'", "DejaVuSerif-Bold");
	check_face(DEJAVU, "DejaVu Sans Mono", "color='red'", "DejaVuSansMono");
}

static void test_cff_without_cids(void **state)
{
	(void)state;
	check_face(GOUDY, "Goudy Bookletter 1911", "color='red'", "GoudyBookletter1911");
}

static void test_cff_with_cids(void **state)
{
	(void)state;
	check_face("fonts", "GwSong", "color='red'", "GwSong");
}

/* Z-76: no face of its own arises for them. */
static void test_drawn_styles(void **state)
{
	static const char *const styles[] = {"font-weight='bold'", "font-style='italic'", "font-weight='bold' font-style='italic'"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
		check_face(GOUDY, "Goudy Bookletter 1911", styles[i], "GoudyBookletter1911");
		check_face("fonts", "GwSong", styles[i], "GwSong");
	}
}

/* A collection of one face: the header, then the file with its tables so much further on (OpenType, "Font Collections"). */
static void write_collection(const char *from, const char *to)
{
	static const guint8 header[16] = {'t', 't', 'c', 'f', 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16};
	GString *file = g_string_new_len((const char *)header, sizeof header);
	char *data = NULL;
	gsize size;

	assert_true(g_file_get_contents(from, &data, &size, NULL));
	g_string_append_len(file, data, (gssize)size);
	for (int table = 0; table < data[5]; table++) {
		char *offset = file->str + 16 + 12 + 16 * table + 8;
		guint32 value;

		memcpy(&value, offset, sizeof value);
		value = GUINT32_FROM_BE(value) + 16;
		value = GUINT32_TO_BE(value);
		memcpy(offset, &value, sizeof value);
	}
	assert_true(g_file_set_contents(to, file->str, (gssize)file->len, NULL));
	g_string_free(file, TRUE);
	g_free(data);
}

static void test_collections(void **state)
{
	(void)state;
	assert_int_equal(g_mkdir_with_parents(FOLDER "/fonts", 0777), 0);
	write_collection(DEJAVU "/DejaVuSerif.ttf", FOLDER "/fonts/serif.ttc");
	check_face(FOLDER "/fonts", "DejaVu Serif", "font-weight='bold'", "DejaVuSerif");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_truetype),     cmocka_unit_test(test_cff_without_cids), cmocka_unit_test(test_cff_with_cids),
		cmocka_unit_test(test_drawn_styles), cmocka_unit_test(test_collections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
