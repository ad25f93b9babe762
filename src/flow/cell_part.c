/* cell_part: as much of a cell's content as stands in a room. The same is asked many times of a page: for each break of the rows around it that is weighed, and
 * of the rows around those; when what is left is made, when floats are sought, when it is placed. Each answer is kept until the page is done: tables within
 * tables cost no more with every level, and what was asked later, when more is known of what no region holds (held.c), still is what was placed. */
#include "flow/flow_int.h"

struct flow_ending flow_ending_in(const struct flow_cell *cell, const struct flow_ending *row)
{
	struct flow_ending ending = *row;
	ending.next = MAX(row->next - cell->before - cell->kept_after, 0);
	ending.each = MAX(row->each - cell->before - cell->kept_after, 0);
	ending.whole = MAX(row->whole - cell->before - cell->kept_after, 0);
	ending.started &= cell->begun;
	ending.limit = MAX(ending.limit - cell->before - cell->kept_after, 0);
	ending.vain.above = MAX(ending.vain.above - cell->before, 0);
	return ending;
}

/* ---- what was answered ---- */

struct answer {
	const struct flow *content;
	struct flow_at at;
	struct flow_room room;
	struct flow_fit fit;
};

static guint hash(gconstpointer key)
{
	const struct answer *answer = key;
	return (g_direct_hash(answer->content) * 31 + answer->at.index) * 31 + (guint)answer->room.height;
}

static bool ends_alike(const struct flow_ending *a, const struct flow_ending *b)
{
	return a->column == b->column && a->started == b->started && a->next == b->next && a->each == b->each &&
		   a->whole == b->whole && a->depth == b->depth && a->waits == b->waits && a->divides == b->divides &&
		   a->limit == b->limit && a->hangs == b->hangs && a->vain.above == b->vain.above && a->vain.keep == b->vain.keep &&
		   a->vain.as == b->vain.as;
}

static bool is_alike(const struct flow_room *a, const struct flow_room *b)
{
	return a->height == b->height && a->separator == b->separator && a->paid == b->paid && a->capped == b->capped &&
		   a->apart == b->apart && a->nested == b->nested && a->breaks == b->breaks && a->odd == b->odd &&
		   a->may_be_none == b->may_be_none && a->elastic == b->elastic && a->page == b->page &&
		   ends_alike(&a->ending, &b->ending);
}

static gboolean is_same(gconstpointer one, gconstpointer other)
{
	const struct answer *a = one, *b = other;
	return a->content == b->content && a->at.index == b->at.index && a->at.cut == b->at.cut && is_alike(&a->room, &b->room);
}

GHashTable *flow_answers_new(void)
{
	return g_hash_table_new_full(hash, is_same, g_free, NULL);
}

/* ---- what stands in a room ---- */

/* Above the limit of its row, if it can be divided there. */
static struct flow_fit find_fit(struct flow *content, struct flow_at at, const struct flow_room *room)
{
	struct flow_room limited = *room;
	limited.height = room->ending.limit;
	if (limited.height > 0 && limited.height < room->height) {
		struct flow_fit fit = flow_fit(content, at, &limited);
		if (!fit.overfull)
			return fit;
	}
	return flow_fit(content, at, room);
}

struct flow_fit flow_fit_content(const struct flow_cell *cell, const struct flow_room *room)
{
	struct answer sought = {.content = cell->content, .at = flow_cell_at(cell), .room = *room};
	GHashTable *answers = cell->content->answers;
	const struct answer *known = g_hash_table_lookup(answers, &sought);
	if (known)
		return known->fit;
	sought.fit = find_fit(cell->content, sought.at, room);
	g_hash_table_add(answers, g_memdup2(&sought, sizeof(sought)));
	return sought.fit;
}

struct flow_fit flow_cell_part(const struct flow_cell *cell, len height, bool whole, const struct flow_ending *ending)
{
	while (whole && flow_more(cell->content))
		;
	if (whole)
		return (struct flow_fit){.end = cell->content->count, .height = cell->content_height, .all = true};
	struct flow_room room = {.height = height - cell->before - cell->kept_after,
							 .apart = true,
							 .nested = true,
							 .breaks = true,
							 .ending = flow_ending_in(cell, ending),
							 .page = cell->page};
	struct flow_fit none = {.end = cell->from};
	if (room.height < 0)
		return none;
	struct flow_fit fit = flow_fit_content(cell, &room);
	return fit.overfull ? none : fit;
}
