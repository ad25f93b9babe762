/* Room by closer lines: for seal and date (7.3.5.5; G-49), documents of different length around the place where the seal leaves the page;
 * for a form's last rows; as they are set by themselves and with a given pitch. A form's row that goes on. */
#include "gbt9704/official.h"

/* A document of one paragraph of `lines` full lines, with a seal. spacing: as written in settings; NULL: left out. */
static const char *document_of(int lines, const char *spacing)
{
	GString *xml = g_string_new("<official-document format='document'>");
	char *path = year_print("%s/lines-%d.xml", year.scratch, lines);

	if (spacing)
		g_string_append_printf(xml, "<settings spacing='%s'/>", spacing);
	g_string_append(xml, "<issuer-mark>某某市人民政府文件</issuer-mark><document-number>某政发〔2026〕13号</document-number>"
						 "<title>关于做好有关工作的通知</title><main-recipients>各县、区人民政府</main-recipients><body><p>");
	for (int i = 0; i < 28 * lines - 2; i++)
		g_string_append(xml, "文");
	g_string_append(xml, "</p></body><signature><organ>某某市人民政府</organ></signature><date>2026-03-10</date>"
						 "<record><printed-by date='2026-03-12'>某某市人民政府办公室</printed-by></record></official-document>");
	assert_true(g_file_set_contents(path, xml->str, -1, NULL));
	g_string_free(xml, TRUE);
	return path;
}

struct outcome {
	int text_page, date_page; /* of the last line of text, of the date */
	int text;                 /* lines of text on the date's page */
	double pitch, percent;    /* mm, and by how much that is more than 225/22 */
};

static bool is_body(const struct line *line)
{
	return is_text(line) && g_str_has_prefix(line->words, "文");
}

/* The pitch, which must be the same from line to line of the paragraph, and between 署名 and date. */
static double even_pitch(const struct sheets *sheets)
{
	double pitch = 0;

	for (guint i = 1; i < sheets->lines->len; i++) {
		const struct line *above = line_at(sheets, i - 1), *line = line_at(sheets, i);
		bool dated = g_str_has_suffix(line->words, "月10日") && is(above->words, "某某市人民政府");

		if (above->page != line->page || !(dated || (is_body(above) && is_body(line))))
			continue;
		pitch = pitch > 0 ? pitch : line->baseline - above->baseline;
		assert_mm(sheets, line->page, "G-49 even pitch", line->baseline - above->baseline, pitch, 0.02);
	}
	return pitch;
}

static struct outcome outcome_of(int lines, const char *spacing)
{
	char *dump = year_run(year_print("$GONGWEN build %s --dump=areas", document_of(lines, spacing)));
	struct sheets sheets = sheets_parse(year_print("%d lines, spacing %s", lines, spacing ? spacing : "auto"), "document", dump);
	struct outcome outcome = {.pitch = even_pitch(&sheets)};

	for (guint i = 0; i < sheets.lines->len; i++) {
		const struct line *line = line_at(&sheets, i);

		if (is_body(line))
			outcome.text_page = line->page;
		if (is(line->words, "2026年3月10日"))
			outcome.date_page = line->page;
	}
	for (guint i = 0; i < sheets.lines->len; i++)
		outcome.text += is_body(line_at(&sheets, i)) && line_at(&sheets, i)->page == outcome.date_page;
	outcome.percent = round((outcome.pitch / PITCH - 1) * 100);
	sheets_close(&sheets);
	return outcome;
}

/* As far as the page would not end early, nothing changes; else the pitch does, within a tenth; the date is never without text. */
static void test_the_date_has_text(void **state)
{
	int changed = 0, fallen_back = 0;

	(void)state;
	for (int lines = 2; lines <= 14; lines++) {
		struct outcome as_is = outcome_of(lines, "0"), set = outcome_of(lines, NULL);

		if (set.text < 2 || as_is.text < 2)
			fail_msg("G-49: %d lines: %d lines of text with the date", lines, set.text);
		assert_true(fabs(set.percent) <= 10);
		assert_true(fabs(set.pitch - PITCH * (1 + set.percent / 100)) < 0.01); /* whole percents */
		assert_true(set.date_page <= as_is.date_page);
		changed += set.percent != 0;
		fallen_back += set.percent == 0 && set.text == 2 && as_is.date_page == 1;
	}
	assert_true(changed > 0);
	assert_true(fallen_back > 0);
}

/* The smallest change: a percent less would not have brought the date to its text. */
static void test_the_smallest_tightening_is_taken(void **state)
{
	int tightened = 0;

	(void)state;
	for (int lines = 2; lines <= 14; lines++) {
		struct outcome set = outcome_of(lines, NULL);

		assert_true(set.percent <= 0);
		if (set.percent == 0)
			continue;
		struct outcome given = outcome_of(lines, year_print("%.0f", set.percent));
		struct outcome less = outcome_of(lines, year_print("%.0f", set.percent + 1));

		assert_true(fabs(given.pitch - set.pitch) < 0.001);
		assert_int_equal(set.date_page, 0);
		assert_int_equal(less.date_page, 1);
		tightened++;
	}
	assert_true(tightened > 0);
}

/* spacing="0" and any other number are the author's word. */
static void test_a_given_pitch_stays(void **state)
{
	(void)state;
	for (int lines = 2; lines <= 8; lines += 3) {
		assert_int_equal((int)outcome_of(lines, "0").percent, 0);
		assert_int_equal((int)outcome_of(lines, "3").percent, 3);
	}
}

/* A form of n rows, in the areas that it is set to. */
static char *form_of(int rows, const char *spacing)
{
	GString *xml = g_string_new("<official-document format='form'>\n");
	char *path = year_print("%s/form.xml", year.scratch);

	g_string_append_printf(xml, "<settings spacing='%s'/>\n<issuer>某某市水利局</issuer>\n<title>登记表</title>\n<body><form>\n",
						   spacing);
	for (int i = 0; i < rows; i++)
		g_string_append(xml, "<row head='事项'>无</row>\n");
	g_string_append(xml, "<row head='签收' sign='yes'/>\n</form></body>\n<date>2026-05-08</date>\n</official-document>\n");
	assert_true(g_file_set_contents(path, xml->str, -1, NULL));
	g_string_free(xml, TRUE);
	return year_run(year_print("$GONGWEN build %s --dump=areas", path));
}

static int pages_of(const char *areas)
{
	int pages = 0;

	for (const char *at = areas; (at = strstr(at, "<page ")); at++)
		pages++;
	return pages;
}

static int last_page_filled(const char *areas)
{
	const char *said = strstr(areas, "last-page-filled=\"");

	assert_non_null(said);
	return atoi(strchr(said, '"') + 1);
}

/* By what the rows are closer: none, 5 or 10 percent of their lines and twice that of their height; 0, 1, 2. */
static int closeness_of(const char *areas)
{
	static const char *const heights[] = {"height=\"39.685\"", "height=\"35.717\"", "height=\"31.748\""}; /* 14, 12.6, 11.2 mm */
	const char *row = strstr(areas, "<row ");

	assert_non_null(row);
	for (int i = 0; i < 3; i++) {
		const char *height = strstr(row, heights[i]);

		if (height && height < strchr(row, '>'))
			return i;
	}
	fail_msg("the first row: %.120s", row);
	return -1;
}

/* A last page with little on it is saved by closer rows, as little closer as does it; where none save it, and where it holds enough, all
 * stays as it is. */
static void test_a_form_saves_its_last_page(void **state)
{
	int saved[3] = {0}, kept = 0, last = 0;

	(void)state;
	for (int rows = 8; rows <= 34; rows++) {
		const char *as_is = form_of(rows, "0"), *set = form_of(rows, "auto");
		bool little = pages_of(as_is) > 1 && last_page_filled(as_is) < 60;
		int by = closeness_of(set);

		assert_int_equal(pages_of(as_is) - pages_of(set), by ? 1 : 0);
		assert_true(by == 0 || little);
		if (by == 0) /* the place of what follows <settings> is the same in both */
			assert_string_equal(set, as_is);
		assert_true(by == 0 || by >= last);
		last = by;
		saved[by]++;
		kept += little && by == 0;
	}
	assert_true(saved[0] > 0 && saved[1] > 0 && saved[2] > 0 && kept > 0);
}

/* How often `what` stands between two places of a text. */
static int count_between(const char *from, const char *to, const char *what)
{
	int count = 0;

	for (const char *at = from; (at = strstr(at, what)) && at < to; at++)
		count++;
	return count;
}

/* Z-64: of a form's row that goes on, no page has one line alone. */
static void test_a_row_goes_on_with_two_lines(void **state)
{
	const char *areas = year_run("$GONGWEN build samples/weifang-2005/year.xml --kind feedback --dump=areas -q");
	int gone_on = 0;

	(void)state;
	for (const char *page = areas; (page = strstr(page, "<page ")); page++) {
		const char *row = strstr(page, "<row "), *head_end = strstr(row, "</cell>"), *end = strstr(row, "</row>");

		if (count_between(row, head_end, "tag=\"artifact\"")) { /* the head says its words again */
			assert_true(count_between(head_end, end, "<line ") >= 2);
			gone_on++;
		}
	}
	assert_true(gone_on > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_date_has_text),
		cmocka_unit_test(test_the_smallest_tightening_is_taken),
		cmocka_unit_test(test_a_given_pitch_stays),
		cmocka_unit_test(test_a_form_saves_its_last_page),
		cmocka_unit_test(test_a_row_goes_on_with_two_lines),
	};

	return cmocka_run_group_tests(tests, official_open_scratch, year_close);
}
