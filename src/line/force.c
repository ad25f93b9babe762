/* force: lines of Latin text that no decent ones can be made of, words in narrow columns say. The search goes on from break to break with all
 * starts from which a line is still possible. When none is left it begins anew behind the line that came nearest, and what was before counts
 * no more: so a place without a good line spoils no others. FOP's way, so that its users keep their lines. */
#include "line/break_int.h"

#define MOST_ACTIVE 1024 /* starts looked at for one line: more only where breaks take no room */
#define NONE        UINT_MAX

/* A line's end, and the best way to it. */
struct stop {
	int64_t demerits; /* NEVER: no such line */
	guint before;     /* the stop at which the line begins */
	uint32_t end;
	int32_t ratio;
	uint8_t class, ladder;
	bool overruns;
};

struct search {
	struct breaker *breaker;
	GArray *stops;  /* struct stop, [0] is the beginning */
	GArray *active; /* guint: the stops from which a line may begin, in order */
	guint begun;    /* the stop from which the search began (anew) */
	guint left;     /* of the stops left behind at the present break the last, or NONE */
	struct stop best[FITNESS_CLASSES];
	struct stop too_short, too_long;
};

static struct stop *stop_at(const struct search *search, guint i)
{
	return &g_array_index(search->stops, struct stop, i);
}

static guint add_stop(struct search *search, const struct stop *stop)
{
	g_array_append_val(search->stops, *stop);
	return search->stops->len - 1;
}

static void begin_at(struct search *search, guint stop)
{
	stop_at(search, stop)->demerits = 0;
	g_array_set_size(search->active, 0);
	g_array_append_val(search->active, stop);
	search->begun = stop;
	search->too_short.demerits = search->too_long.demerits = NEVER;
}

/* ---- one break ---- */

/* The line from a stop to the break, with the way before it. */
static struct stop line_from(const struct search *search, guint before, uint32_t end, int64_t at_end, const struct trial *trial)
{
	const struct stop *start = stop_at(search, before);
	bool last = end == search->breaker->end, hyphen = line_ends_hyphened(search->breaker, end);
	struct stop line = {.end = end, .before = before, .overruns = !trial->fits};
	line.ratio = line_ratio(search->breaker, trial, last);
	line.class = line_fitness(search->breaker, trial, last);
	line.ladder = hyphen ? (uint8_t)MIN(start->ladder + 1, UINT8_MAX) : 0;
	line.demerits = line_demerits_after(search->breaker, end, line.ratio, start->demerits) + at_end +
					line_demerits_between(search->breaker, start->class, line.class, start->ladder && hyphen);
	return line;
}

static void take_line(struct search *search, const struct stop *line)
{
	if (line->overruns) {
		if (line->demerits < search->too_long.demerits)
			search->too_long = *line;
	} else if (line->ratio > RATIO_FORCED) {
		if (line->demerits <= search->too_short.demerits)
			search->too_short = *line;
	} else if (line_may_climb(search->breaker, line->ladder) && line->demerits < search->best[line->class].demerits) {
		search->best[line->class] = *line;
		search->too_short.demerits = NEVER;
	}
}

static void leave(struct search *search, guint stop)
{
	const struct stop *left = search->left == NONE ? NULL : stop_at(search, search->left), *now = stop_at(search, stop);
	if (!left || now->end > left->end || (now->end == left->end && now->demerits < left->demerits))
		search->left = stop;
}

/* The lines that end here become starts, one for each class that may prove the best. */
static void add_starts(struct search *search)
{
	int64_t least = NEVER;
	for (int i = 0; i < FITNESS_CLASSES; i++)
		least = MIN(least, search->best[i].demerits);
	for (int i = 0; i < FITNESS_CLASSES && least != NEVER; i++) {
		if (search->best[i].demerits > least + search->breaker->contrast)
			continue;
		guint stop = add_stop(search, &search->best[i]);
		g_array_append_val(search->active, stop);
	}
	if (search->active->len > MOST_ACTIVE)
		g_array_remove_range(search->active, 0, search->active->len - MOST_ACTIVE);
}

static void meet_break(struct search *search, uint32_t end, int64_t at_end)
{
	guint kept = 0;
	bool last = end == search->breaker->end;
	search->left = NONE;
	search->too_long.demerits = NEVER;
	for (int i = 0; i < FITNESS_CLASSES; i++)
		search->best[i].demerits = NEVER;
	for (guint i = 0; i < search->active->len; i++) {
		guint stop = g_array_index(search->active, guint, i);
		struct trial trial;
		line_try(search->breaker, stop_at(search, stop)->end, end, &trial);
		struct stop line = line_from(search, stop, end, at_end, &trial);
		if (line.overruns || last)
			leave(search, stop);
		else
			g_array_index(search->active, guint, kept++) = stop;
		take_line(search, &line);
	}
	g_array_set_size(search->active, kept);
	add_starts(search);
}

/* No start is left: behind the last line that was good, else the one that is too short, else the one that runs over. */
static void begin_anew(struct search *search)
{
	bool good = search->left != NONE && search->left != search->begun, has_short = search->too_short.demerits != NEVER;
	if (good && (stop_at(search, search->left)->ratio > 0 || !has_short))
		begin_at(search, search->left);
	else
		begin_at(search, add_stop(search, has_short ? &search->too_short : &search->too_long));
}

/* ---- the whole ---- */

static bool read_back(const struct search *search, GArray *ends)
{
	bool overruns = false;
	guint before = ends->len, best = g_array_index(search->active, guint, 0);
	for (guint i = 1; i < search->active->len; i++) {
		guint other = g_array_index(search->active, guint, i);
		best = stop_at(search, other)->demerits < stop_at(search, best)->demerits ? other : best;
	}
	for (guint i = best; i; i = stop_at(search, i)->before) {
		g_array_append_val(ends, stop_at(search, i)->end);
		overruns |= stop_at(search, i)->overruns;
	}
	line_reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
	return overruns;
}

bool line_force(struct breaker *breaker, GArray *ends)
{
	struct search search = {.breaker = breaker,
							.stops = g_array_new(FALSE, FALSE, sizeof(struct stop)),
							.active = g_array_new(FALSE, FALSE, sizeof(guint))};
	begin_at(&search, add_stop(&search, &(struct stop){.end = breaker->first, .class = FITNESS_DECENT}));
	for (uint32_t end = breaker->first + 1; end <= breaker->end; end++) {
		int64_t at_end = line_break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		meet_break(&search, end, at_end);
		if (search.active->len)
			continue;
		begin_anew(&search);
		end = stop_at(&search, search.begun)->end;
	}
	bool overruns = read_back(&search, ends);
	g_array_free(search.stops, TRUE);
	g_array_free(search.active, TRUE);
	return !overruns;
}
