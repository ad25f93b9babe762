/* lines: what is not matched, line by line → rows. */
#include <stdlib.h>
#include <string.h>

#include "compare/compare_int.h"

/* A mark of the copy and its holder, at the end of a line. */
#define COPY_FORM "(第[一二三四五六七八九十]{1,3}份|正本|副本)([（(][^（）()]{1,40}[）)])?$"

/* Characters of one baseline: [first, end) of a side's. */
struct piece {
	guint first, end;
	len y;
	bool whole; /* all matched */
};

static const struct reader_char *at(const struct side *side, guint i)
{
	return side->chars->pdata[i];
}

static GArray *pieces_of(const struct side *side)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
	for (guint i = 0, first = 0; i < side->chars->len; i++) {
		bool last = i + 1 == side->chars->len || at(side, i + 1)->y - at(side, i)->y > SAME_LINE;
		if (!last)
			continue;
		struct piece piece = {first, i + 1, at(side, first)->y, true};
		for (guint k = first; k <= i; k++)
			piece.whole = piece.whole && side->matched[k];
		g_array_append_val(pieces, piece);
		first = i + 1;
	}
	return pieces;
}

static int by_x(gconstpointer a, gconstpointer b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *other = *(const struct reader_char *const *)b;
	return one->x < other->x ? -1 : one->x > other->x;
}

/* The piece's characters from left to right: all, or those without a match. */
static GPtrArray *sorted(const struct side *side, const struct piece *piece, bool all)
{
	GPtrArray *chars = g_ptr_array_new();
	for (guint i = piece ? piece->first : 0; piece && i < piece->end; i++)
		if (all || !side->matched[i])
			g_ptr_array_add(chars, side->chars->pdata[i]);
	g_ptr_array_sort(chars, by_x);
	return chars;
}

static char *text_of(const GPtrArray *chars, struct arena *arena)
{
	char *text = arena_alloc(arena, 6 * (size_t)chars->len + 1), *to = text;
	for (guint i = 0; i < chars->len; i++) {
		uint32_t code = ((const struct reader_char *)chars->pdata[i])->code;
		to += g_unichar_to_utf8(code ? code : 0xFFFD, to);
	}
	return text;
}

/* ---- copy marks ---- */

/* Where the copy mark begins in a line's text, in characters; -1: it has none. */
static int copy_mark_at(const char *text)
{
	GRegex *form = g_regex_new(COPY_FORM, 0, 0, NULL);
	GMatchInfo *match;
	int at = -1;
	if (g_regex_match(form, text, 0, &match)) {
		g_match_info_fetch_pos(match, 0, &at, NULL);
		at = (int)g_utf8_pointer_to_offset(text, text + at);
	}
	g_match_info_free(match);
	g_regex_unref(form);
	return at;
}

/* Before the mark the lines are the same in every way; the marks look alike. Then the row says the marks. */
static bool only_copy_mark(const struct side *a, const struct piece *one, const struct side *b, const struct piece *other,
						   struct compare_row *row, struct arena *arena)
{
	GPtrArray *chars_a = sorted(a, one, true), *chars_b = sorted(b, other, true);
	const char *text_a = text_of(chars_a, arena), *text_b = text_of(chars_b, arena);
	int mark_a = copy_mark_at(text_a), mark_b = copy_mark_at(text_b);
	bool only = mark_a >= 0 && mark_a == mark_b && abs(one->y - other->y) <= NEAR;
	for (guint i = 0; only && i < (guint)mark_a; i++) {
		const struct reader_char *first = chars_a->pdata[i], *second = chars_b->pdata[i];
		only = first->code == second->code && abs(first->x - second->x) <= NEAR && same_look(a, first, b, second);
	}
	for (guint i = (guint)MAX(mark_a, 0); only && i < chars_a->len; i++)
		only = ((const struct reader_char *)chars_a->pdata[i])->color ==
				   ((const struct reader_char *)chars_b->pdata[mark_b])->color &&
			   abs(((const struct reader_char *)chars_a->pdata[i])->size -
				   ((const struct reader_char *)chars_b->pdata[mark_b])->size) <= NEAR;
	for (guint i = (guint)MAX(mark_b, 0); only && i < chars_b->len; i++)
		only = ((const struct reader_char *)chars_b->pdata[i])->color ==
			   ((const struct reader_char *)chars_a->pdata[mark_a])->color;
	if (only) {
		row->a = g_utf8_offset_to_pointer(text_a, mark_a);
		row->b = g_utf8_offset_to_pointer(text_b, mark_b);
	}
	g_ptr_array_free(chars_a, TRUE);
	g_ptr_array_free(chars_b, TRUE);
	return only;
}

/* ---- rows ---- */

static enum compare_kind kind_of(const GPtrArray *a, const GPtrArray *b, const char *text_a, const char *text_b)
{
	if (strcmp(text_a, text_b) != 0)
		return COMPARE_TEXT;
	for (guint i = 0; i < a->len && i < b->len; i++) {
		const struct reader_char *one = a->pdata[i], *other = b->pdata[i];
		if (abs(one->x - other->x) > NEAR || abs(one->y - other->y) > NEAR)
			return COMPARE_MOVED;
	}
	return COMPARE_LOOK;
}

static const char *look(const struct side *side, const struct reader_char *letter, struct arena *arena)
{
	return arena_printf(arena, "%s %.2f pt #%06X", side->document->fonts[letter->font], len_to_pt(letter->size), letter->color);
}

/* Adds how it looks or how far it is moved to the words. */
static void say_more(struct compare_row *row, const struct side *a, const struct reader_char *one, const struct side *b,
					 const struct reader_char *other, struct arena *arena)
{
	if (row->kind == COMPARE_LOOK) {
		row->a = arena_printf(arena, "%s [%s]", row->a, look(a, one, arena));
		row->b = arena_printf(arena, "%s [%s]", row->b, look(b, other, arena));
	} else {
		row->b = arena_printf(arena, "%+.2f, %+.2f mm", len_to_mm(other->x - one->x), len_to_mm(other->y - one->y));
	}
}

/* one or other: NULL when the page has nothing there. */
static struct compare_row make_row(const struct side *a, const struct piece *one, const struct side *b, const struct piece *other,
								   unsigned page, struct arena *arena)
{
	GPtrArray *chars_a = sorted(a, one, false), *chars_b = sorted(b, other, false);
	struct compare_row row = {.page = page, .a = text_of(chars_a, arena), .b = text_of(chars_b, arena)};
	const struct reader_char *first = chars_a->len ? chars_a->pdata[0] : chars_b->len ? chars_b->pdata[0] : NULL;
	row.kind = kind_of(chars_a, chars_b, row.a, row.b);
	if (first) {
		row.x = first->x;
		row.y = first->y;
	}
	if (row.kind != COMPARE_TEXT && chars_a->len && chars_b->len)
		say_more(&row, a, chars_a->pdata[0], b, chars_b->pdata[0], arena);
	g_ptr_array_free(chars_a, TRUE);
	g_ptr_array_free(chars_b, TRUE);
	return row;
}

static bool same_words(const struct side *a, const struct piece *one, const struct side *b, const struct piece *other,
					   struct arena *arena)
{
	GPtrArray *chars_a = sorted(a, one, false), *chars_b = sorted(b, other, false);
	bool same = strcmp(text_of(chars_a, arena), text_of(chars_b, arena)) == 0;
	g_ptr_array_free(chars_a, TRUE);
	g_ptr_array_free(chars_b, TRUE);
	return same;
}

/* The lines that differ, of one page. */
static GArray *differing(const struct side *side)
{
	GArray *all = pieces_of(side), *some = g_array_new(FALSE, FALSE, sizeof(struct piece));
	for (guint i = 0; i < all->len; i++)
		if (!g_array_index(all, struct piece, i).whole)
			g_array_append_val(some, g_array_index(all, struct piece, i));
	g_array_free(all, TRUE);
	return some;
}

static const struct piece *piece_at(const GArray *pieces, guint i)
{
	return i < pieces->len ? &g_array_index(pieces, struct piece, i) : NULL;
}

/* Lines at the same height belong together; else the next two, when they say the same; else each stands alone. */
void compare_lines(const struct side *a, const struct side *b, unsigned page, bool copy_mark, GArray *rows, struct arena *arena)
{
	GArray *pieces_a = differing(a), *pieces_b = differing(b);
	bool allowed_one = false;
	for (guint i = 0, k = 0; i < pieces_a->len || k < pieces_b->len;) {
		const struct piece *one = piece_at(pieces_a, i), *other = piece_at(pieces_b, k);
		bool level = one && other && abs(one->y - other->y) <= SAME_LINE;
		bool pair = one && other && (level || same_words(a, one, b, other, arena));
		const struct piece *take_a = pair || !other || (one && one->y < other->y) ? one : NULL;
		const struct piece *take_b = pair || !take_a ? other : NULL;
		struct compare_row row = make_row(a, take_a, b, take_b, page, arena);
		row.allowed = copy_mark && level && !allowed_one && only_copy_mark(a, one, b, other, &row, arena);
		allowed_one = allowed_one || row.allowed;
		g_array_append_val(rows, row);
		i += take_a != NULL;
		k += take_b != NULL;
	}
	g_array_free(pieces_a, TRUE);
	g_array_free(pieces_b, TRUE);
}
