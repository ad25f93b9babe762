/* lines: the upright, drawn characters of each page → lines, from top to bottom. */
#include <stdlib.h>
#include <string.h>

#include "audit/audit_int.h"

#define GAP       2.1  /* characters: what stands farther apart is another line */
#define PIECE_GAP 0.35 /* of the size: names beside one another are that far apart at the least */
#define SAME_LINE 0.3  /* of the size: baselines that near are one */

static int by_baseline(gconstpointer a, gconstpointer b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *other = *(const struct reader_char *const *)b;
	if (one->y != other->y)
		return one->y < other->y ? -1 : 1;
	return one->x < other->x ? -1 : one->x > other->x;
}

static int by_x(const void *a, const void *b)
{
	const struct reader_char *one = *(const struct reader_char *const *)a, *other = *(const struct reader_char *const *)b;
	return one->x < other->x ? -1 : one->x > other->x;
}

/* What most of the characters have: Boyer and Moore's vote, over Han first. */
struct vote {
	len value;
	unsigned weight;
};

static void vote_add(struct vote *vote, len value)
{
	if (!vote->weight)
		vote->value = value;
	if (vote->value == value)
		vote->weight++;
	else
		vote->weight--;
}

static void measure_line(const struct audit *audit, struct line *line)
{
	struct vote size = {0}, face = {0};
	unsigned red = 0, bold = 0;
	double rise = 0;
	line->ink = reader_nothing;
	for (unsigned i = 0; i < line->count; i++) {
		const struct reader_char *letter = line->chars[i];
		vote_add(&size, letter->size);
		if (code_is_han(letter->code))
			vote_add(&face, (len)audit->faces[letter->font]);
		red += reader_is_red(letter->color);
		bold += audit->bolds[letter->font];
		rise += audit->rises[letter->font];
		line->ink = reader_union(line->ink, letter->ink);
	}
	const struct reader_char *first = line->chars[0], *last = line->chars[line->count - 1];
	line->text = text_of(line->chars, line->count, audit->arena);
	line->left = first->x;
	line->right = last->box.right;
	line->baseline = first->y;
	line->size = size.value;
	line->face = (enum face)face.value;
	line->red = 2 * red > line->count;
	line->bold = 2 * bold > line->count;
	line->opens = code_is_opening(first->code);
	line->middle = line->baseline - (len)(rise / line->count * line->size);
	line->top = line->middle - line->size / 2;
	line->bottom = line->middle + line->size / 2;
}

static void add_line(struct audit *audit, GArray *lines, unsigned page, const struct reader_char **chars, unsigned count)
{
	struct line line = {.page = page, .count = count};
	line.chars = ARENA_ARRAY(audit->arena, const struct reader_char *, count);
	memcpy(line.chars, chars, count * sizeof *chars);
	line.role = line_in_table(&audit->sheets[page], chars[0]) ? ROLE_TABLE : ROLE_NONE;
	measure_line(audit, &line);
	g_array_append_val(lines, line);
}

/* Characters of one baseline, parted at wide gaps. */
static void add_row(struct audit *audit, GArray *lines, unsigned page, const struct reader_char **chars, unsigned count)
{
	unsigned from = 0;
	qsort(chars, count, sizeof *chars, by_x);
	for (unsigned i = 1; i <= count; i++)
		if (i == count || chars[i]->x - chars[i - 1]->box.right > GAP * chars[i - 1]->size) {
			add_line(audit, lines, page, chars + from, i - from);
			from = i;
		}
}

bool box_holds(struct reader_box box, len x, len y)
{
	return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/* A seal's own words. */
static bool in_seal(const struct sheet *sheet, const struct reader_char *letter)
{
	for (unsigned i = 0; reader_is_red(letter->color) && i < sheet->seal_count; i++)
		if (box_holds(sheet->seals[i], letter->x, letter->y))
			return true;
	return false;
}

static void add_page(struct audit *audit, GArray *lines, unsigned number)
{
	const struct reader_page *page = &audit->document->pages[number];
	GPtrArray *chars = g_ptr_array_new();
	for (unsigned i = 0; i < page->char_count; i++)
		if (page->chars[i].drawn && page->chars[i].turn == READER_UPRIGHT && page->chars[i].size > 0 &&
			!in_seal(&audit->sheets[number], &page->chars[i]))
			g_ptr_array_add(chars, (gpointer)(uintptr_t)&page->chars[i]);
	g_ptr_array_sort(chars, by_baseline);
	const struct reader_char **all = (const struct reader_char **)chars->pdata;
	unsigned from = 0;
	for (unsigned i = 1; i <= chars->len; i++)
		if (i == chars->len || all[i]->y - all[i - 1]->y > SAME_LINE * all[i]->size) {
			add_row(audit, lines, number, all + from, i - from);
			from = i;
		}
	g_ptr_array_free(chars, TRUE);
}

void audit_make_lines(struct audit *audit)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	for (unsigned i = 0; i < audit->document->page_count; i++) {
		audit->sheets[i].first = lines->len;
		add_page(audit, lines, i);
		audit->sheets[i].end = lines->len;
	}
	audit->line_count = lines->len;
	audit->lines = ARENA_ARRAY(audit->arena, struct line, lines->len + 1);
	if (lines->len)
		memcpy(audit->lines, lines->data, lines->len * sizeof(struct line));
	g_array_free(lines, TRUE);
}

/* ---- look-up ---- */

len area_centre(const struct audit *audit)
{
	return (audit->grid.area.left + audit->grid.area.right) / 2;
}

const struct line *line_of(const struct audit *audit, enum role role)
{
	int i = line_first(audit, role);
	return i == NONE ? NULL : &audit->lines[i];
}

int line_next(const struct audit *audit, int after, enum role role)
{
	for (unsigned i = (unsigned)(after + 1); i < audit->line_count; i++)
		if (audit->lines[i].role == role)
			return (int)i;
	return NONE;
}

int line_first(const struct audit *audit, enum role role)
{
	return line_next(audit, -1, role);
}

int line_last(const struct audit *audit, enum role role)
{
	for (unsigned i = audit->line_count; i-- > 0;)
		if (audit->lines[i].role == role)
			return (int)i;
	return NONE;
}

bool line_is_body(const struct audit *audit, const struct line *line)
{
	return audit->grid.found && !line->red && line->role != ROLE_TABLE && line->role != ROLE_FOLIO &&
		   abs(line->size - audit->grid.size) <= PT(0.3);
}

bool line_same_row(const struct line *a, const struct line *b)
{
	return a->page == b->page && abs(a->baseline - b->baseline) <= MM(1);
}

len line_start(const struct line *line, len expected)
{
	len trimmed = MAX(line->left + line->size / 2, line->ink.left);
	return line->opens ? MAX(line->left, MIN(expected, trimmed)) : line->left;
}

len line_end(const struct line *line, len expected)
{
	uint32_t last = line->chars[line->count - 1]->code;
	bool half = code_is_wide(last) && !code_is_han(last) && !code_is_opening(last);
	len trimmed = line->right - line->size / 2;
	return half && abs(trimmed - expected) < abs(line->right - expected) ? trimmed : line->right;
}

len line_off_centre(const struct line *line, len centre)
{
	len lefts[] = {line->left, line->opens ? line->left + line->size / 2 : line->left};
	len rights[] = {line->right, line_end(line, line->right - line->size / 2)};
	len best = (line->left + line->right) / 2 - centre;
	for (unsigned i = 0; i < 4; i++) {
		len off = (lefts[i / 2] + rights[i % 2]) / 2 - centre;
		best = abs(off) < abs(best) ? off : best;
	}
	return best;
}

bool line_piece_at(const struct line *line, len x, len *left, len *right)
{
	for (unsigned i = 0, from = 0; i < line->count; i++) {
		bool ends = i + 1 == line->count || line->chars[i + 1]->x - line->chars[i]->box.right > PIECE_GAP * line->size;
		if (!ends)
			continue;
		*left = line->chars[from]->x;
		*right = line->chars[i]->box.right;
		if (x >= *left && x <= *right)
			return true;
		from = i + 1;
	}
	return false;
}

double line_on_grid(const struct audit *audit, const struct line *line)
{
	len pitch = audit->grid.pitch ? audit->grid.pitch : GRID_PITCH;
	len half = audit->grid.reading_b ? audit->grid.size / 2 : pitch / 2;
	return (double)(line->middle - audit->grid.area.top - half) / pitch + 1;
}
