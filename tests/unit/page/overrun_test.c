/* What is said of areas that stand outside of what they are to keep to (page/overrun.c): areas made by hand, so that it does not matter what the
 * layout does right. Lengths in pt; the page's part is 100 wide and 200 high. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/page_int.h"

static struct {
	struct layout layout;
	struct arena *arena;
	struct area *body;
} given;

static int set_up(void **state)
{
	(void)state;
	given.arena = arena_open();
	given.layout = (struct layout){.sink = diag_open(DIAG_ENGLISH),
								   .overruns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
	given.body = area_new(given.arena, AREA_REGION, 0, 0, 100 * LEN_PT, 200 * LEN_PT);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	g_hash_table_destroy(given.layout.overruns);
	diag_close(given.layout.sink);
	arena_close(given.arena);
	return 0;
}

/* Its place is line `line` of the file. */
static struct area *add(struct area *around, enum area_kind kind, int line, struct rectangle at)
{
	struct area *area = area_new(given.arena, kind, at.x * LEN_PT, at.y * LEN_PT, at.width * LEN_PT, at.height * LEN_PT);
	area->place = (struct place){.file = "x.fo", .line = line, .col = 1};
	area_append(around, area);
	return area;
}

static struct area *add_holder(struct area *around, enum area_kind kind, int line, struct rectangle at, enum area_holds holds)
{
	struct area *area = add(around, kind, line, at);
	area->hold = (struct area_hold){.holds = holds, .width = area->width, .name = "fo:x"};
	return area;
}

/* "G603 2, G602 5": each message's code and line, in their order. */
static void assert_said(const char *expected)
{
	page_say_overruns(&given.layout, given.body, NULL, (struct page_bounds){.right = 100 * LEN_PT, .bottom = 200 * LEN_PT});
	GString *said = g_string_new(NULL);
	for (unsigned i = 0; i < diag_size(given.layout.sink); i++) {
		const struct diag_message *message = diag_get(given.layout.sink, i);
		g_string_append_printf(said, "%s%s %d", i ? ", " : "", message->code, message->place.line);
	}
	assert_string_equal(said->str, expected);
	g_string_free(said, TRUE);
}

static void test_within(void **state)
{
	(void)state;
	struct area *block = add(given.body, AREA_BLOCK, 1, (struct rectangle){-5, 0, 110, 200}); /* borders hang out beside */
	add(block, AREA_LINE, 2, (struct rectangle){5, 0, 100, 20});
	struct area *last = add(block, AREA_LINE, 3, (struct rectangle){5, 180, 100, 20});
	last->height += LEN_PT / 25; /* rounding */
	struct area *white = add(block, AREA_LINE, 4, (struct rectangle){5, 190, 100, 20});
	white->hold.white = 10 * LEN_PT;
	assert_said("");
}

static void test_below(void **state)
{
	(void)state;
	struct area *block = add(given.body, AREA_BLOCK, 1, (struct rectangle){0, 0, 100, 230});
	add(block, AREA_LINE, 2, (struct rectangle){0, 170, 100, 20});
	add(block, AREA_LINE, 3, (struct rectangle){0, 190, 100, 20});
	add(block, AREA_LINE, 4, (struct rectangle){0, 210, 100, 20}); /* pushed by that */
	struct area *side = add_holder(given.body, AREA_BLOCK, 5, (struct rectangle){60, 100, 40, 120}, AREA_HOLDS_ALL);
	add(side, AREA_LINE, 6, (struct rectangle){0, 110, 40, 10}); /* said of the float */
	assert_said("G603 3, G603 5");
}

static void test_row(void **state)
{
	(void)state;
	struct area *table = add_holder(given.body, AREA_TABLE, 1, (struct rectangle){0, 150, 100, 80}, AREA_HOLDS_ACROSS);
	struct area *row = add(table, AREA_ROW, 2, (struct rectangle){0, 0, 100, 80});
	row->hold.row = true;
	struct area *cell = add_holder(row, AREA_CELL, 3, (struct rectangle){0, 0, 100, 80}, AREA_HOLDS_ALL);
	add(cell, AREA_LINE, 4, (struct rectangle){0, 60, 100, 20});
	assert_said("G603 2");
}

static void test_cell(void **state)
{
	(void)state;
	struct area *row = add(given.body, AREA_ROW, 1, (struct rectangle){0, 0, 100, 40});
	struct area *cell = add_holder(row, AREA_CELL, 2, (struct rectangle){0, 0, 50, 40}, AREA_HOLDS_ALL);
	struct area_box box = {.border[AREA_AFTER].width = 2 * LEN_PT};
	cell->box = &box;
	add(cell, AREA_LINE, 3, (struct rectangle){0, 0, 50, 38});
	add_holder(cell, AREA_TABLE, 4, (struct rectangle){0, 0, 60, 20}, AREA_HOLDS_ACROSS);
	cell = add_holder(row, AREA_CELL, 5, (struct rectangle){50, 0, 50, 40}, AREA_HOLDS_ALL);
	add(cell, AREA_LINE, 6, (struct rectangle){0, 20, 60, 30});
	assert_said("G602 4, G601 6, G602 5");
}

static void test_beside(void **state)
{
	(void)state;
	struct area *wide = add_holder(given.body, AREA_BLOCK, 1, (struct rectangle){0, 0, 140, 20}, AREA_HOLDS_ACROSS);
	add(wide, AREA_LINE, 2, (struct rectangle){0, 0, 140, 20}); /* within that */
	add(given.body, AREA_LINE, 3, (struct rectangle){-10, 20, 50, 20});
	assert_said("G602 1, G601 3");
}

/* A block with a background around a line. */
static void add_box(int y)
{
	static const struct area_box box = {.background = 0xFF0000FF};
	struct area *block = add(given.body, AREA_BLOCK, 1, (struct rectangle){0, 100, 100, 110});
	block->box = &box;
	add(block, AREA_LINE, 2, (struct rectangle){0, y, 100, 20});
}

static void test_box(void **state)
{
	(void)state;
	add_box(60);
	assert_said("G603 1");
}

static void test_in_box(void **state)
{
	(void)state;
	add_box(95);
	assert_said("G603 2");
}

/* Indents below 0, negative spaces, relative and absolute positions; what was said before. */
static void test_set_free(void **state)
{
	(void)state;
	struct area *block = add(given.body, AREA_BLOCK, 1, (struct rectangle){-20, 190, 140, 20});
	block->hold.free_across = block->hold.free_down = true;
	add(block, AREA_LINE, 2, (struct rectangle){0, 0, 140, 20});
	struct area *cell = add_holder(block, AREA_CELL, 3, (struct rectangle){0, 0, 50, 20}, AREA_HOLDS_ALL);
	add(cell, AREA_LINE, 4, (struct rectangle){0, 10, 50, 20}); /* in bounds of its own */
	assert_said("G602 3");
	assert_said("G602 3");
}

/* What is clipped or turned keeps to its own rectangle, whatever stands around. */
static void test_turned(void **state)
{
	(void)state;
	struct area *container = add_holder(given.body, AREA_BLOCK, 1, (struct rectangle){0, 0, 20, 100}, AREA_HOLDS_ALL);
	struct area *turned = add(container, AREA_TURNED, 0, (struct rectangle){0, 100, 100, 20});
	turned->turn = 90;
	add(turned, AREA_LINE, 2, (struct rectangle){0, 0, 100, 20});
	assert_said("");
	add(turned, AREA_LINE, 3, (struct rectangle){0, 20, 100, 20});
	assert_said("G602 1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_within, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_below, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_row, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_cell, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_beside, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_box, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_in_box, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_set_free, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_turned, set_up, tear_down),
	};
	return cmocka_run_group_tests_name("what is said to overrun", tests, NULL, NULL);
}
