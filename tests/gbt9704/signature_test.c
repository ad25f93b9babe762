/* 署名, 成文日期, 印章, 签名章, 附注 measured on the samples of single documents (G-40 … G-49, G-71). */
#include "gbt9704/official.h"

/* The last line whose words end in 日 and begin with 2026年: the date of issue. */
static guint date_of(const struct sheets *sheets)
{
	for (guint i = sheets->lines->len; i-- > 0;)
		if (g_regex_match_simple("^2026年[1-9][0-9]*月[1-9][0-9]*日$", line_at(sheets, i)->words, 0, 0))
			return i;
	fail_msg("%s has no date", sheets->name);
	return 0;
}

/* The lowest line above the place on the page. */
static double text_above(const struct sheets *sheets, int page, double top)
{
	double lowest = TOP;

	for (guint i = 0; i < sheets->lines->len; i++) {
		const struct line *line = line_at(sheets, i);

		if (line->page == page && line->bottom <= top + PITCH / 4)
			lowest = MAX(lowest, line->bottom);
	}
	return lowest;
}

/* ---- one seal ---- */

static void check_seal(const char *key, double diameter, bool four)
{
	struct sheets sheets = official_sheets("document", key);
	GArray *pictures = pictures_of(&sheets);
	const struct picture *seal = picture_at(pictures, 0);
	guint at = date_of(&sheets);
	const struct line *date = line_at(&sheets, at), *name = line_at(&sheets, at - 1);
	double middle = seal->left + seal->width / 2, centre = seal->top + seal->height / 2;
	double gap = seal->top - text_above(&sheets, seal->page, seal->top);
	struct reader_box ink = ink_of(
		sheets.name, seal->page, INK_RED,
		(struct reader_box){seal->left - 5, seal->top - 5, seal->left + seal->width + 5, seal->top + seal->height + 5});

	assert_int_equal(pictures->len, 1);
	assert_int_equal(seal->page, date->page);
	assert_mm(&sheets, date->page, "G-43 seal, width", seal->width, diameter, 0.05);
	assert_mm(&sheets, date->page, "G-43 ink of the seal, width", ink.right - ink.left, diameter, 0.3);
	assert_mm(&sheets, date->page, "G-43 ink of the seal, height", ink.bottom - ink.top, diameter, 0.3);
	if (four)
		assert_mm(&sheets, date->page, "G-40 date, right", date->right, RIGHT - 4 * CHARACTER, 0.3);
	assert_mm(&sheets, date->page, "G-41 date below the 署名", date->baseline - name->baseline, PITCH, 0.02);
	assert_mm(&sheets, date->page, "G-42 署名 centred on the date", line_middle(name), line_middle(date), 1);
	assert_mm(&sheets, date->page, "G-44 seal centred on the date", middle, line_middle(date), 0.5);
	assert_true((name->em_top + name->em_bottom) / 2 > centre); /* G-45: both below its centre … */
	assert_true(date->em_bottom < seal->top + seal->height);    /* … and inside it */
	assert_true(date->left > seal->left - 3 && date->right < seal->left + seal->width + 3);
	assert_true(gap >= -0.01 && gap <= PITCH); /* G-46 */
	g_array_free(pictures, TRUE);
	sheets_close(&sheets);
}

static void test_seals(void **state)
{
	(void)state;
	check_seal("document", 45, true);
	check_seal("recipients", 45, true);
	check_seal("blank-page", 45, true);
	check_seal("seal-state", 60, true);
	check_seal("seal-province", 50, true);
	check_seal("seal-town", 42, true);
}

/* ---- several seals (G-47) ---- */

/* Each centred on its name, in order; apart; rows of three at most within the type area. */
static void check_joint(const char *key, guint bodies)
{
	struct sheets sheets = official_sheets("document", key);
	GArray *seals = pictures_of(&sheets);
	guint at = date_of(&sheets), in_row = 1;
	const struct line *date = line_at(&sheets, at);

	assert_int_equal(seals->len, bodies);
	for (guint i = 0; i < bodies; i++) {
		const struct picture *seal = picture_at(seals, i);
		const struct line *name = line_at(&sheets, at - bodies + i);

		assert_int_equal(seal->page, name->page);
		assert_mm(&sheets, seal->page, "G-43 seal, width", seal->width, 45, 0.05);
		assert_mm(&sheets, seal->page, "G-47 seal centred on its name", seal->left + 22.5, line_middle(name), 0.5);
		assert_true((name->em_top + name->em_bottom) / 2 > seal->top + 22.5 && name->em_bottom < seal->top + 45);
		assert_true(seal->left >= LEFT - 0.05 && seal->left + 45 <= RIGHT + 0.05);
		in_row = i && fabs(seal->top - picture_at(seals, i - 1)->top) < 0.1 ? in_row + 1 : 1;
		assert_true(in_row <= 3);
		for (guint k = 0; k < i; k++) {
			const struct picture *other = picture_at(seals, k);

			assert_true(hypot(seal->left - other->left, seal->top - other->top) > 45.5); /* G-47: not touching */
		}
	}
	assert_mm(&sheets, date->page, "G-47 last seal on the date", picture_at(seals, bodies - 1)->left + 22.5, line_middle(date),
			  0.5);
	assert_true(date->em_bottom < picture_at(seals, bodies - 1)->top + 45);
	double gap = picture_at(seals, 0)->top - text_above(&sheets, date->page, picture_at(seals, 0)->top);
	assert_true(gap >= -0.01 && gap <= PITCH);
	g_array_free(seals, TRUE);
	sheets_close(&sheets);
}

static void test_joint_seals(void **state)
{
	(void)state;
	check_joint("joint-two", 2);
	check_joint("upward-joint", 3);
	check_joint("joint-five", 5);
	check_joint("joint-nine", 9);
}

/* G-43: a dashed ring of true size only in draft; without a picture nothing else stands in a seal's place. */
static void test_rings_only_in_draft(void **state)
{
	struct sheets draft = official_sheets("document", "draft"), final = official_sheets("document", "printed-head");
	GArray *rings = pictures_of(&draft);

	(void)state;
	assert_int_equal(rings->len, 3);
	for (guint i = 0; i < rings->len; i++)
		assert_mm(&draft, 1, "ring, width", picture_at(rings, i)->width, 45, 0.05);
	line_find(&draft, 0, "（印章）");
	assert_int_equal(year_number(xmlDocGetRootElement(final.doc), "count(//image)"), 0);
	g_array_free(rings, TRUE);
	sheets_close(&draft);
	sheets_close(&final);
}

/* ---- without seal (G-48) ---- */

static void test_plain_signatures(void **state)
{
	struct sheets one = official_sheets("document", "plain"), joint = official_sheets("document", "plain-joint");
	guint at = date_of(&one);
	const struct line *date = line_at(&one, at), *name = line_at(&one, at - 1), *text = line_at(&one, at - 2);
	const double right = 182; /* of the mirrored verso: 26 mm + 156 */

	(void)state;
	/* 某某市财政局: six characters, the date is longer: it ends two characters from the right, the 署名 begins two before it */
	assert_mm(&one, date->page, "G-48 longer date, right", date->right, right - 2 * CHARACTER, 0.3);
	assert_mm(&one, date->page, "G-48 署名 two characters to the left", date->left - name->left, 2 * CHARACTER, 0.01);
	assert_mm(&one, date->page, "G-48 one empty line above", name->baseline - text->baseline, 2 * 10.4464, 0.02);
	at = date_of(&joint);
	date = line_at(&joint, at);
	assert_mm(&joint, date->page, "G-48 joint: longer date, right", date->right, RIGHT - 2 * CHARACTER, 0.3);
	assert_string_equal(line_at(&joint, at - 2)->words, "某某市水利局"); /* the main body first */
	assert_string_equal(line_at(&joint, at - 1)->words, "某某市交通局");
	assert_mm(&joint, date->page, "G-48 joint: names below one another", line_at(&joint, at - 1)->left,
			  line_at(&joint, at - 2)->left, 0.01);
	sheets_close(&one);
	sheets_close(&joint);
}

/* ---- 签名章 (G-48a) ---- */

static void test_stamps(void **state)
{
	struct sheets sheets = official_sheets("order", "order");
	GArray *pictures = pictures_of(&sheets);
	const struct picture *stamp = picture_at(pictures, 0);
	guint at = line_find(&sheets, 0, "市长");
	const struct line *title = line_at(&sheets, at), *date = line_at(&sheets, at + 1);
	double above = stamp->top - text_above(&sheets, 0, stamp->top - PITCH);

	(void)state;
	assert_int_equal(pictures->len, 1);
	assert_mm(&sheets, 0, "G-48a stamp, right", stamp->left + stamp->width, RIGHT - 4 * CHARACTER, 0.05);
	assert_mm(&sheets, 0, "G-48a title two characters to the left", stamp->left - title->right, 2 * CHARACTER, 0.05);
	assert_mm(&sheets, 0, "G-48a title on the stamp's middle", (title->em_top + title->em_bottom) / 2,
			  stamp->top + stamp->height / 2, 0.1);
	assert_mm(&sheets, 0, "G-48a two empty lines above", above, 2 * PITCH, 2);
	assert_string_equal(date->words, "2026年3月1日");
	assert_mm(&sheets, 0, "G-48a date, right", date->right, RIGHT - 4 * CHARACTER, 0.3);
	assert_mm(&sheets, 0, "G-48a one empty line between", date->top - (stamp->top + stamp->height), PITCH, 2);
	assert_true(ink_of(sheets.name, 0, INK_RED,
					   (struct reader_box){stamp->left, stamp->top, stamp->left + stamp->width, stamp->top + stamp->height})
					.right > 0);
	g_array_free(pictures, TRUE);
	sheets_close(&sheets);
}

/* One below the other, stamps and titles aligned, the main body's first. */
static void test_joint_stamps(void **state)
{
	struct sheets sheets = official_sheets("order", "order-joint");
	GArray *pictures = pictures_of(&sheets);
	static const char *const titles[] = {"某某市财政局局长", "某某市审计局局长"};

	(void)state;
	assert_int_equal(pictures->len, 2);
	for (guint i = 0; i < 2; i++) {
		const struct picture *stamp = picture_at(pictures, i);
		const struct line *title = line_at(&sheets, line_find(&sheets, 0, titles[i]));

		assert_mm(&sheets, 0, "G-48a joint: stamps, right", stamp->left + stamp->width, RIGHT - 4 * CHARACTER, 0.05);
		assert_mm(&sheets, 0, "G-48a joint: title two characters to the left", stamp->left - title->right, 2 * CHARACTER, 0.05);
		assert_mm(&sheets, 0, "G-48a joint: title on the stamp's middle", (title->em_top + title->em_bottom) / 2,
				  stamp->top + stamp->height / 2, 0.1);
	}
	assert_true(picture_at(pictures, 1)->top >= picture_at(pictures, 0)->top + picture_at(pictures, 0)->height);
	g_array_free(pictures, TRUE);
	sheets_close(&sheets);
}

/* ---- never alone (G-49), 附注 (G-71) ---- */

static void test_signatures_have_text(void **state)
{
	static const char *const keys[] = {"document",     "joint-two",   "joint-five", "joint-nine",    "upward",
									   "upward-joint", "plain-joint", "recipients", "attachments",   "draft",
									   "printed-head", "blank-page",  "seal-state", "seal-province", "seal-town"};

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		struct sheets sheets = official_sheets("document", keys[i]);
		int page = line_at(&sheets, date_of(&sheets))->page;

		if (content(&sheets, page).body < 2)
			fail_msg("G-49: %s, page %d: %d lines of text with the signature", keys[i], page + 1, content(&sheets, page).body);
		sheets_close(&sheets);
	}
}

static void check_note(const char *key, const char *words)
{
	struct sheets sheets = official_sheets("document", key);
	guint at = date_of(&sheets);
	const struct line *note = line_at(&sheets, at + 1);

	assert_true(g_str_has_prefix(note->words, words));
	assert_mm(&sheets, note->page, "G-71 附注, left", note->left, LEFT + 2 * CHARACTER, 0.01);
	assert_mm(&sheets, note->page, "G-71 附注 below the date", note->baseline - line_at(&sheets, at)->baseline, PITCH, 0.02);
	sheets_close(&sheets);
}

static void test_notes(void **state)
{
	(void)state;
	check_note("document", "（此件公开发布）");
	check_note("upward", "（联系人：");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seals),
		cmocka_unit_test(test_joint_seals),
		cmocka_unit_test(test_rings_only_in_draft),
		cmocka_unit_test(test_plain_signatures),
		cmocka_unit_test(test_stamps),
		cmocka_unit_test(test_joint_stamps),
		cmocka_unit_test(test_signatures_have_text),
		cmocka_unit_test(test_notes),
	};

	return cmocka_run_group_tests(tests, official_open, year_close);
}
