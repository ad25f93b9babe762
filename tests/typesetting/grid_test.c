/* The sheet of 28 × 22 as it is in the finished PDF (G-10 … G-18): 16 pt and 15.75 pt, readings A and B, of Han alone and of text full of
 * marks. Places are read from the file by the reader of foreign PDFs, which knows nothing of layout. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "reader/reader.h"
#include "run.h"

#define FOLDER     "build/tests/grid-out"
#define MM(length) ((double)(length) / LEN_PT * 25.4 / 72)
#define LEFT       28.0
#define RIGHT      184.0
#define TOP        37.0
#define DEPTH      225.0
#define LINES      22
#define CHARACTERS 28
#define PAGE       1    /* the second page: nothing but text */
#define ASCENT     0.88 /* of an em: the em box of the faces over the baseline */

/* 28 × 22 × 3 characters: at least one full page after the first. */
static char *running_han(void)
{
	static const char *const han[] = {"依", "法", "行", "政", "国", "务", "院", "全", "面", "推", "进", "纲", "要"};
	GString *text = g_string_new("");

	for (unsigned i = 0; i < 3 * LINES * CHARACTERS; i++)
		g_string_append(text, han[(i * 7 + i / 5) % G_N_ELEMENTS(han)]);
	return g_string_free(text, FALSE);
}

static char *running_marks(void)
{
	GString *text = g_string_new("");

	for (unsigned i = 0; i < 16; i++)
		g_string_append(
			text,
			"《纲要》（国发〔2004〕10号）指出：“全面推进依法行政，经过十年左右坚持不懈的努力，基本实现建设‘法治政府’的目标。”"
			"为此，各部门要做到：——有计划、有步骤；——有检查、有考核……为什么？！因为“三分靠制定，七分靠落实”，GDP增长12.5%，"
			"A组、B组；马克思·列宁；（甲）、（乙）、（丙）。");
	return g_string_free(text, FALSE);
}

/* Builds a document of one paragraph and reads its PDF. */
static const struct reader_page *read_page(const char *settings, const char *words, struct arena *arena)
{
	char *document = g_strdup_printf(
		"<official-document format='document'><settings %s/><issuer-mark organ='某某市人民政府'>某某市人民政府文件</issuer-mark>"
		"<document-number>某政发〔2026〕3号</document-number><title>关于依法行政的意见</title><body><p>%s</p></body>"
		"<signature><organ>某某市人民政府</organ></signature><date>2026-11-26</date></official-document>",
		settings, words);

	assert_int_equal(g_mkdir_with_parents(FOLDER, 0777), 0);
	assert_true(g_file_set_contents(FOLDER "/in.xml", document, -1, NULL));
	g_free(document);
	struct run run = run_shell("\"$GONGWEN\" build -q -o " FOLDER " " FOLDER "/in.xml && find " FOLDER " -name in.pdf");
	if (run.status != 0)
		fail_msg("%s: exit status %d: %s", settings, run.status, run.err);
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	const struct reader_document *pdf = reader_open(g_strstrip(run.out), arena, sink);
	assert_non_null(pdf);
	assert_true(pdf->page_count > 2);
	diag_close(sink);
	run_free(&run);
	return &pdf->pages[PAGE];
}

/* ---- lines ---- */

struct line {
	double baseline, left, right;
	unsigned count;
	const struct reader_char *chars[64];
};

static int by_place(const void *a, const void *b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *two = *(const struct reader_char *const *)b;
	return one->x < two->x ? -1 : one->x > two->x;
}

static bool is_one_of(const struct reader_char *character, const char *marks)
{
	char shown[8] = "";
	shown[g_unichar_to_utf8(character->code, shown)] = '\0';
	return strstr(marks, shown) != NULL;
}

/* The edges of a line as one sees them: a mark's blank half stands outside (Z-24, Z-25). */
static void find_edges(struct line *line)
{
	const struct reader_char *first = line->chars[0], *last = line->chars[line->count - 1];
	bool opens = is_one_of(first, "“‘（《〔"), closes = is_one_of(last, "”’）》〕，。、；：？！");

	line->left = MM(first->x + (opens ? first->size / 2 : 0));
	line->right = closes ? MM(last->x + last->size / 2) : MM(last->box.right);
}

/* The lines of the type area, from the top. */
static unsigned find_lines(const struct reader_page *page, struct line *lines)
{
	unsigned count = 0;

	for (unsigned i = 0; i < page->char_count; i++) {
		const struct reader_char *character = &page->chars[i];
		double y = MM(character->y);
		unsigned k = 0;

		if (y > TOP + DEPTH)
			continue; /* the page's number */
		while (k < count && fabs(lines[k].baseline - y) > 0.5)
			k++;
		assert_true(k < LINES + 1);
		if (k == count)
			lines[count++] = (struct line){.baseline = y};
		assert_true(lines[k].count < G_N_ELEMENTS(lines->chars));
		lines[k].chars[lines[k].count++] = character;
	}
	for (unsigned k = 0; k < count; k++) {
		qsort(lines[k].chars, lines[k].count, sizeof *lines[k].chars, by_place);
		find_edges(&lines[k]);
	}
	return count;
}

/* ---- checks ---- */

static const struct setting {
	const char *settings;
	double em, pitch, first_top; /* mm */
} sheets[] = {
	{"pitch='A' size='16'", 16 * 25.4 / 72, 225.0 / 22, 37 + (225.0 / 22 - 16 * 25.4 / 72) / 2},
	{"pitch='A' size='15.75'", 15.75 * 25.4 / 72, 225.0 / 22, 37 + (225.0 / 22 - 15.75 * 25.4 / 72) / 2},
	{"pitch='B' size='16'", 16 * 25.4 / 72, 156.0 / 28 * 15 / 8, 37},
	{"pitch='B' size='15.75'", 15.75 * 25.4 / 72, 156.0 / 28 * 15 / 8, 37},
};

static void check_close(const struct setting *sheet, unsigned line, const char *what, double found, double wanted)
{
	if (fabs(found - wanted) > 0.1)
		fail_msg("%s, line %u: %s at %.3f mm, not %.3f", sheet->settings, line + 1, what, found, wanted);
}

/* 22 lines at their places, both edges flush. */
static unsigned check_sheet(const struct setting *sheet, const char *words, struct line *lines, struct arena *arena)
{
	unsigned count = find_lines(read_page(sheet->settings, words, arena), lines);

	assert_int_equal(count, LINES);
	for (unsigned i = 0; i < count; i++) {
		check_close(sheet, i, "top of characters", lines[i].baseline - ASCENT * sheet->em, sheet->first_top + i * sheet->pitch);
		check_close(sheet, i, "left edge", lines[i].left, LEFT);
		check_close(sheet, i, "right edge", lines[i].right, RIGHT);
		assert_true(lines[i].baseline + (1 - ASCENT) * sheet->em <= TOP + DEPTH + 0.1); /* G-15 */
	}
	return count;
}

/* G-10, G-11, G-13: each of the 28 columns stands straight. */
static void test_running_han(void **state)
{
	char *words = running_han();

	(void)state;
	for (size_t s = 0; s < G_N_ELEMENTS(sheets); s++) {
		struct line lines[LINES + 1];
		struct arena *arena = arena_open();
		unsigned count = check_sheet(&sheets[s], words, lines, arena);

		for (unsigned i = 0; i < count; i++) {
			assert_int_equal(lines[i].count, CHARACTERS);
			for (unsigned k = 0; k < CHARACTERS; k++)
				check_close(&sheets[s], i, "a character", MM(lines[i].chars[k]->x),
							LEFT + k * (RIGHT - LEFT - sheets[s].em) / (CHARACTERS - 1));
		}
		arena_close(arena);
	}
	g_free(words);
}

/* Z-50 on the finished page: squeezed and stretched lines are as flush, and no character touches the next. */
static void test_text_full_of_marks(void **state)
{
	char *words = running_marks();

	(void)state;
	for (size_t s = 0; s < G_N_ELEMENTS(sheets); s++) {
		struct line lines[LINES + 1];
		struct arena *arena = arena_open();
		unsigned count = check_sheet(&sheets[s], words, lines, arena);

		for (unsigned i = 0; i < count; i++)
			for (unsigned k = 0; k + 1 < lines[i].count; k++)
				if (lines[i].chars[k]->ink.right > lines[i].chars[k + 1]->ink.left + LEN_PT / 4 &&
					lines[i].chars[k]->code != 0x2014)
					fail_msg("%s: U+%04X and U+%04X touch in line %u", sheets[s].settings, lines[i].chars[k]->code,
							 lines[i].chars[k + 1]->code, i + 1);
		arena_close(arena);
	}
	g_free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_running_han),
		cmocka_unit_test(test_text_full_of_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
