/* bidi: a line set → its atoms in the order in which they are seen (UAX 9, rule L2; XSL 1.1, 5.8): what runs from right to left changes
 * places within the line, whose length stays. */
#include <unicode/ubidi.h>

#include "line/line_int.h"

bool line_runs_left(const struct atom *atom)
{
	return atom->cluster->level % 2 != 0;
}

/* Puts an atom where its cell, `width` with the gap after it, begins at x. What runs to the left has its gap, and its inline's start edge, at
 * the other side. */
static void move(const struct atom *atom, struct spot *spot, len x, len width)
{
	len inner = spot->x - spot->start, gap = width - spot->advance;
	bool left = line_runs_left(atom);
	spot->start = x + (left ? gap : 0);
	spot->x = spot->start + inner + (left ? (atom->trail - spot->after) - (atom->lead - spot->before) : 0);
}

void line_reorder(const struct line_content *content, struct spot *spots)
{
	uint32_t first = content->measure.first, count = content->measure.end - first;
	const struct atom *atoms = &content->model->atoms[first];
	if (!count)
		return;
	UBiDiLevel *levels = g_new(UBiDiLevel, count);
	int32_t *order = g_new(int32_t, count);
	len *widths = g_new(len, count), x = spots[first].start;
	for (uint32_t i = 0; i < count; i++) {
		levels[i] = atoms[i].cluster->level;
		widths[i] = i + 1 < count ? spots[first + i + 1].start - spots[first + i].start : spots[first + i].advance;
	}
	ubidi_reorderVisual(levels, (int32_t)count, order);
	for (uint32_t i = 0; i < count; i++) {
		int32_t at = order[i];
		move(&atoms[at], &spots[first + (uint32_t)at], x, widths[at]);
		x += widths[at];
	}
	g_free(widths);
	g_free(order);
	g_free(levels);
}

uint32_t line_level_end(const struct line_content *content, uint32_t from, uint32_t end)
{
	const struct atom *atoms = content->model->atoms;
	uint32_t to = from + 1;
	while (to < end && atoms[to].cluster->level == atoms[from].cluster->level)
		to++;
	return to;
}

struct stretch line_stretch(const struct line_content *content, uint32_t from, uint32_t to)
{
	bool left = line_runs_left(&content->model->atoms[from]);
	const struct spot *first = &content->spots[left ? to - 1 : from], *last = &content->spots[left ? from : to - 1];
	return (struct stretch){first->start, last->start + last->advance};
}
