/* shapes: the rules of a page → its tables (rules that meet at right angles) and its long horizontal rules. */
#include <stdlib.h>

#include "audit/audit_int.h"

#define TOUCH      MM(0.6) /* rules that near meet */
#define TABLE_SIDE MM(4)   /* an upright rule that long makes a table */
#define RULES_MAX  5000    /* upright rules of a page: with more it is a drawing */

static bool is_upright(const struct reader_shape *shape)
{
	return shape->box.bottom - shape->box.top > shape->box.right - shape->box.left;
}

static bool is_seen_rule(const struct reader_shape *shape)
{
	return shape->kind == READER_RULE && !reader_is_white(shape->color);
}

static bool meet(struct reader_box a, struct reader_box b)
{
	return a.left <= b.right + TOUCH && b.left <= a.right + TOUCH && a.top <= b.bottom + TOUCH && b.top <= a.bottom + TOUCH;
}

/* ---- tables ---- */

static int by_top(const void *a, const void *b)
{
	const struct reader_box *one = a, *other = b;
	return one->top < other->top ? -1 : one->top > other->top;
}

/* Boxes that meet become one, until none do. */
static void join_boxes(GArray *boxes)
{
	for (bool joined = true; joined;) {
		joined = false;
		g_array_sort(boxes, by_top);
		guint kept = 0;
		for (guint i = 0; i < boxes->len; i++) {
			struct reader_box box = g_array_index(boxes, struct reader_box, i);
			guint k = 0;
			while (k < kept && !meet(g_array_index(boxes, struct reader_box, k), box))
				k++;
			if (k < kept) {
				struct reader_box *into = &g_array_index(boxes, struct reader_box, k);
				*into = reader_union(*into, box);
				joined = true;
			} else {
				g_array_index(boxes, struct reader_box, kept++) = box;
			}
		}
		g_array_set_size(boxes, kept);
	}
}

static void find_tables(struct sheet *sheet, struct arena *arena)
{
	const struct reader_page *page = sheet->page;
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct reader_box));
	for (unsigned i = 0; i < page->shape_count; i++)
		if (is_seen_rule(&page->shapes[i]) && is_upright(&page->shapes[i]) &&
			page->shapes[i].box.bottom - page->shapes[i].box.top >= TABLE_SIDE && boxes->len < RULES_MAX)
			g_array_append_val(boxes, page->shapes[i].box);
	join_boxes(boxes);
	for (unsigned i = 0; boxes->len && i < page->shape_count; i++) {
		if (!is_seen_rule(&page->shapes[i]) || is_upright(&page->shapes[i]))
			continue;
		for (guint k = 0; k < boxes->len; k++)
			if (meet(g_array_index(boxes, struct reader_box, k), page->shapes[i].box)) {
				struct reader_box *into = &g_array_index(boxes, struct reader_box, k);
				*into = reader_union(*into, page->shapes[i].box);
				break;
			}
	}
	join_boxes(boxes);
	struct reader_box *tables = ARENA_ARRAY(arena, struct reader_box, boxes->len + 1);
	for (guint i = 0; i < boxes->len; i++)
		tables[i] = g_array_index(boxes, struct reader_box, i);
	sheet->tables = tables;
	sheet->table_count = boxes->len;
	g_array_free(boxes, TRUE);
}

static bool in_tables(const struct sheet *sheet, struct reader_box box)
{
	for (unsigned i = 0; i < sheet->table_count; i++)
		if (meet(sheet->tables[i], box))
			return true;
	return false;
}

bool line_in_table(const struct sheet *sheet, const struct reader_char *letter)
{
	for (unsigned i = 0; i < sheet->table_count; i++) {
		struct reader_box table = sheet->tables[i];
		if (letter->x >= table.left && letter->x <= table.right && letter->y >= table.top && letter->y <= table.bottom + TOUCH)
			return true;
	}
	return false;
}

/* ---- long rules ---- */

static int by_place(const void *a, const void *b)
{
	const struct reader_shape *one = a, *other = b;
	if (one->box.top != other->box.top)
		return one->box.top < other->box.top ? -1 : 1;
	return one->box.left < other->box.left ? -1 : one->box.left > other->box.left;
}

/* A rule drawn in pieces is one. */
static bool continues(const struct reader_shape *rule, const struct reader_shape *piece)
{
	return abs(rule->box.top - piece->box.top) < MM(0.05) && abs(rule->box.bottom - piece->box.bottom) < MM(0.05) &&
		   rule->color == piece->color && piece->box.left <= rule->box.right + TOUCH;
}

static void find_rules(struct sheet *sheet, struct arena *arena)
{
	const struct reader_page *page = sheet->page;
	struct reader_shape *rules = ARENA_ARRAY(arena, struct reader_shape, page->shape_count + 1);
	unsigned count = 0, kept = 0;
	for (unsigned i = 0; i < page->shape_count; i++)
		if (is_seen_rule(&page->shapes[i]) && !is_upright(&page->shapes[i]) && !in_tables(sheet, page->shapes[i].box))
			rules[count++] = page->shapes[i];
	qsort(rules, count, sizeof *rules, by_place);
	for (unsigned i = 0; i < count; i++)
		if (kept && continues(&rules[kept - 1], &rules[i]))
			rules[kept - 1].box = reader_union(rules[kept - 1].box, rules[i].box);
		else
			rules[kept++] = rules[i];
	sheet->rule_count = 0;
	for (unsigned i = 0; i < kept; i++)
		if (rules[i].box.right - rules[i].box.left >= LONG_RULE)
			rules[sheet->rule_count++] = rules[i];
	sheet->rules = rules;
}

void audit_sort_shapes(struct audit *audit)
{
	audit->sheets = ARENA_ARRAY(audit->arena, struct sheet, audit->document->page_count);
	for (unsigned i = 0; i < audit->document->page_count; i++) {
		audit->sheets[i].page = &audit->document->pages[i];
		find_tables(&audit->sheets[i], audit->arena);
		find_rules(&audit->sheets[i], audit->arena);
	}
}
