/* break: atoms → where lines end. Whole-paragraph optimum (Z-58): dynamic programming over the break opportunities. From each start
 * the longest line that fits is found by one pointer that only moves on; from there shorter lines are tried until they are too loose. */
#include "line/break_int.h"

#define LOOSE_EM 3 /* no line is made shorter than the longest by more than this and 1/16 */

/* ---- the best way ---- */

/* The atom before which a stop lies. */
static uint32_t end_at(const struct breaker *breaker, guint stop)
{
	return g_array_index(breaker->stops, uint32_t, stop);
}

static struct way *ways_to(const struct breaker *breaker, guint stop)
{
	return &g_array_index(breaker->ways, struct way, stop * FITNESS_CLASSES);
}

static bool is_reached(const struct breaker *breaker, guint stop)
{
	const struct way *ways = ways_to(breaker, stop);
	for (unsigned i = 0; i < FITNESS_CLASSES; i++)
		if (ways[i].cost != NEVER)
			return true;
	return false;
}

bool line_ends_hyphened(const struct breaker *breaker, uint32_t end)
{
	return end < breaker->end && text_adds_hyphen(breaker->model->atoms[end - 1].break_after);
}

bool line_may_climb(const struct breaker *breaker, uint8_t ladder)
{
	uint8_t most = breaker->free ? 0 : breaker->rule->ladder;
	return !most || ladder <= most;
}

/* A line from stop to stop, of the class, after each way to its beginning. False: none may go on so. */
static bool offer(struct breaker *breaker, guint from, guint to, int64_t cost, uint8_t class)
{
	const struct way *before = ways_to(breaker, from);
	struct way *way = &ways_to(breaker, to)[class];
	bool hyphen = line_ends_hyphened(breaker, end_at(breaker, to)), any = false;
	for (uint8_t i = 0; i < FITNESS_CLASSES; i++) {
		uint8_t ladder = hyphen ? (uint8_t)MIN(before[i].ladder + 1, UINT8_MAX) : 0;
		if (before[i].cost == NEVER || !line_may_climb(breaker, ladder))
			continue;
		int64_t total = before[i].cost + cost + line_demerits_between(breaker, i, class, before[i].ladder && hyphen);
		if (total < way->cost)
			*way = (struct way){total, from, i, before[i].overruns || cost >= COST_OVERRUN, ladder};
		any = true;
	}
	return any;
}

/* The longest end of a line from `first`, whether a break is there or not; `first` itself when not one atom fits. */
static uint32_t farthest(struct breaker *breaker, uint32_t first)
{
	uint32_t far = MAX(first == 0 ? 0 : breaker->far, first);
	while (far < breaker->end && line_may_fit(breaker, first, far + 1))
		far++;
	if (breaker->model->last_juts && line_may_fit(breaker, first, breaker->end))
		far = breaker->end;
	if (first != 0) /* the first line has a measure of its own */
		breaker->far = far;
	return far;
}

/* No line fits: the shortest is taken. */
static void offer_shortest(struct breaker *breaker, guint from)
{
	for (guint to = from + 1; to < breaker->stops->len; to++)
		if (offer(breaker, from, to, COST_OVERRUN + line_break_cost(breaker, end_at(breaker, to)), FITNESS_DECENT))
			return;
}

/* Whether Latin text takes no line as loose as this in the present attempt. */
static bool is_too_loose(const struct breaker *breaker, const struct trial *trial, bool last)
{
	return breaker->model->latin && line_ratio(breaker, trial, last) > breaker->attempt.ratio;
}

/* The last stop of a line from that one that might fit; itself: there is none. */
static guint last_stop(struct breaker *breaker, guint from)
{
	uint32_t far = farthest(breaker, end_at(breaker, from));
	guint stop = MAX(breaker->reach, from);
	while (stop + 1 < breaker->stops->len && end_at(breaker, stop + 1) <= far)
		stop++;
	while (stop > from && end_at(breaker, stop) > far)
		stop--;
	return breaker->reach = stop;
}

/* All lines from a stop that are worth a thought: from the longest on, until one is too loose. */
static void lines_from(struct breaker *breaker, guint from)
{
	const struct line_rule *rule = breaker->rule;
	int64_t limit = rule->balance ? INT64_MAX : LOOSE_EM * (int64_t)breaker->model->em + rule->measure / 16;
	bool any = false, good = false, latin = breaker->model->latin;
	uint32_t first = end_at(breaker, from);
	for (guint to = last_stop(breaker, from); to > from; to--) {
		uint32_t end = end_at(breaker, to);
		int64_t at_end = line_break_cost(breaker, end);
		struct trial trial;
		line_try(breaker, first, end, &trial);
		bool last = end == breaker->end;
		if (!trial.fits)
			continue;
		if (good && trial.slack > limit && (!latin || is_too_loose(breaker, &trial, false)))
			break;
		any |= is_too_loose(breaker, &trial, last) ||
			   offer(breaker, from, to, line_cost(breaker, first, end, &trial) + at_end, line_fitness(breaker, &trial, last));
		good |= at_end == 0;
	}
	if (!any && !latin)
		offer_shortest(breaker, from);
}

void line_reverse(uint32_t *numbers, guint count)
{
	for (guint i = 0; i < count / 2; i++) {
		uint32_t other = numbers[count - 1 - i];
		numbers[count - 1 - i] = numbers[i];
		numbers[i] = other;
	}
}

/* Where a line of the stretch may end in the present attempt, from its beginning on: few of many atoms, so that ways are few. */
static void list_stops(struct breaker *breaker)
{
	g_array_set_size(breaker->stops, 0);
	g_array_append_val(breaker->stops, breaker->first);
	for (uint32_t end = breaker->first + 1; end <= breaker->end; end++)
		if (line_break_cost(breaker, end) != NEVER)
			g_array_append_val(breaker->stops, end);
	g_array_set_size(breaker->ways, breaker->stops->len * FITNESS_CLASSES);
	for (guint i = 0; i < breaker->ways->len; i++)
		g_array_index(breaker->ways, struct way, i).cost = NEVER;
}

/* The cheapest way's ends, in order. */
static void read_back(const struct breaker *breaker, uint8_t class, GArray *ends)
{
	guint before = ends->len;
	for (guint stop = breaker->stops->len - 1; stop > 0;) {
		const struct way *way = &ways_to(breaker, stop)[class];
		uint32_t end = end_at(breaker, stop);
		g_array_append_val(ends, end);
		stop = way->from;
		class = way->class;
	}
	line_reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
}

/* The ends of one stretch's lines, appended to `ends`; none when there is no way. False then, and when a line overruns. */
static bool break_stretch(struct breaker *breaker, GArray *ends)
{
	list_stops(breaker);
	ways_to(breaker, 0)[FITNESS_DECENT] = (struct way){0}; /* a stretch begins as if after a decent line */
	breaker->far = breaker->first;
	breaker->reach = 0;
	for (guint i = 0; i + 1 < breaker->stops->len; i++)
		if (is_reached(breaker, i))
			lines_from(breaker, i);
	const struct way *ways = ways_to(breaker, breaker->stops->len - 1);
	uint8_t best = 0;
	for (uint8_t i = 1; i < FITNESS_CLASSES; i++)
		best = ways[i].cost < ways[best].cost ? i : best;
	if (ways[best].cost == NEVER)
		return false;
	read_back(breaker, best, ends);
	return !ways[best].overruns;
}

/* Whether words of the stretch may be hyphenated. */
static bool has_hyphens(const struct breaker *breaker)
{
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (breaker->model->atoms[i].break_after == TEXT_HYPHEN)
			return true;
	return false;
}

/* Latin text: decent lines, then with hyphens or looser ones. */
static bool break_decently(struct breaker *breaker, GArray *ends)
{
	guint before = ends->len;
	breaker->attempt = (struct attempt){RATIO_ONE, false};
	if (break_stretch(breaker, ends))
		return true;
	g_array_set_size(ends, before);
	bool hyphens = has_hyphens(breaker);
	breaker->attempt = (struct attempt){hyphens ? RATIO_ONE : RATIO_LOOSE, hyphens};
	if (break_stretch(breaker, ends))
		return true;
	g_array_set_size(ends, before);
	return false;
}

/* Rules hold as long as lines fit; then any break is allowed, at its cost. Chinese text has one way to weigh all lines. */
static void break_lines(struct breaker *breaker, GArray *ends)
{
	guint before = ends->len;
	bool latin = breaker->model->latin;
	breaker->free = false;
	if (latin && break_decently(breaker, ends))
		return;
	for (int i = 0; i < 2; i++) {
		g_array_set_size(ends, before);
		breaker->free = i;
		if (latin ? line_force(breaker, ends) : break_stretch(breaker, ends))
			return;
	}
}

GArray *line_break(const struct model *model, const struct line_rule *rule)
{
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct breaker breaker = {.model = model,
							  .rule = rule,
							  .first = rule->from,
							  .stops = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
							  .ways = g_array_new(FALSE, FALSE, sizeof(struct way))};
	breaker.contrast = line_contrast_cost(&breaker);
	for (uint32_t i = rule->from; i < rule->until; i++) {
		if (model->atoms[i].break_after != TEXT_MUST_BREAK && i + 1 < rule->until)
			continue;
		breaker.end = i + 1;
		if (rule->whole)
			g_array_append_val(ends, breaker.end);
		else
			break_lines(&breaker, ends);
		breaker.first = breaker.end;
	}
	g_array_free(breaker.stops, TRUE);
	g_array_free(breaker.ways, TRUE);
	return ends;
}
