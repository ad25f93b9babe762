/* break: atoms → where lines end. Whole-paragraph optimum (Z-58): dynamic programming over the break opportunities. From each start
 * the longest line that fits is found by one pointer that only moves on; from there shorter lines are tried until they are too loose. */
#include "line/break_int.h"

#define LOOSE_EM 3 /* no line is made shorter than the longest by more than this and 1/16 */

/* ---- the best way ---- */

static struct way *ways_to(const struct breaker *breaker, uint32_t end)
{
	return &breaker->ways[(size_t)(end - breaker->first) * FITNESS_CLASSES];
}

static bool is_reached(const struct breaker *breaker, uint32_t end)
{
	const struct way *ways = ways_to(breaker, end);
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

/* A line [first, end) of the class, after each way to its beginning. False: none may go on so. */
static bool offer(struct breaker *breaker, uint32_t first, uint32_t end, int64_t cost, uint8_t class)
{
	const struct way *before = ways_to(breaker, first);
	struct way *way = &ways_to(breaker, end)[class];
	bool hyphen = line_ends_hyphened(breaker, end), any = false;
	for (uint8_t i = 0; i < FITNESS_CLASSES; i++) {
		uint8_t ladder = hyphen ? (uint8_t)MIN(before[i].ladder + 1, UINT8_MAX) : 0;
		if (before[i].cost == NEVER || !line_may_climb(breaker, ladder))
			continue;
		int64_t total = before[i].cost + cost + line_demerits_between(breaker, i, class, before[i].ladder && hyphen);
		if (total < way->cost)
			*way = (struct way){total, first, i, before[i].overruns || cost >= COST_OVERRUN, ladder};
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
static void offer_shortest(struct breaker *breaker, uint32_t first)
{
	for (uint32_t end = first + 1; end <= breaker->end; end++) {
		int64_t at_end = line_break_cost(breaker, end);
		if (at_end != NEVER && offer(breaker, first, end, COST_OVERRUN + at_end, FITNESS_DECENT))
			return;
	}
}

/* Whether Latin text takes no line as loose as this in the present attempt. */
static bool is_too_loose(const struct breaker *breaker, const struct trial *trial, bool last)
{
	return breaker->model->latin && line_ratio(breaker, trial, last) > breaker->attempt.ratio;
}

/* All lines from atom `first` that are worth a thought: from the longest on, until one is too loose. */
static void lines_from(struct breaker *breaker, uint32_t first)
{
	const struct line_rule *rule = breaker->rule;
	int64_t limit = rule->balance ? INT64_MAX : LOOSE_EM * (int64_t)breaker->model->em + rule->measure / 16;
	bool any = false, good = false, latin = breaker->model->latin;
	for (uint32_t end = farthest(breaker, first); end > first; end--) {
		int64_t at_end = line_break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		struct trial trial;
		line_try(breaker, first, end, &trial);
		bool last = end == breaker->end;
		if (!trial.fits)
			continue;
		if (good && trial.slack > limit && (!latin || is_too_loose(breaker, &trial, false)))
			break;
		any |= is_too_loose(breaker, &trial, last) ||
			   offer(breaker, first, end, line_cost(breaker, first, end, &trial) + at_end, line_fitness(breaker, &trial, last));
		good |= at_end == 0;
	}
	if (!any && !latin)
		offer_shortest(breaker, first);
}

void line_reverse(uint32_t *numbers, guint count)
{
	for (guint i = 0; i < count / 2; i++) {
		uint32_t other = numbers[count - 1 - i];
		numbers[count - 1 - i] = numbers[i];
		numbers[i] = other;
	}
}

/* The cheapest way's ends, in order. */
static void read_back(const struct breaker *breaker, uint8_t class, GArray *ends)
{
	guint before = ends->len;
	for (uint32_t end = breaker->end; end > breaker->first;) {
		const struct way *way = &ways_to(breaker, end)[class];
		g_array_append_val(ends, end);
		end = way->from;
		class = way->class;
	}
	line_reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
}

/* The ends of one stretch's lines, appended to `ends`; none when there is no way. False then, and when a line overruns. */
static bool break_stretch(struct breaker *breaker, GArray *ends)
{
	size_t count = (size_t)(breaker->end - breaker->first + 1) * FITNESS_CLASSES;
	for (size_t i = 0; i < count; i++)
		breaker->ways[i].cost = NEVER;
	breaker->ways[FITNESS_DECENT] = (struct way){0}; /* a stretch begins as if after a decent line */
	breaker->far = breaker->first;
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (is_reached(breaker, i))
			lines_from(breaker, i);
	const struct way *ways = ways_to(breaker, breaker->end);
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
	breaker->attempt = (struct attempt){1000, false};
	if (break_stretch(breaker, ends))
		return true;
	g_array_set_size(ends, before);
	bool hyphens = has_hyphens(breaker);
	breaker->attempt = (struct attempt){hyphens ? 1000 : RATIO_LOOSE, hyphens};
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
	struct breaker breaker = {.model = model, .rule = rule, .first = rule->from};
	breaker.contrast = line_contrast_cost(&breaker);
	breaker.ways = g_new(struct way, ((size_t)(rule->until - rule->from) + 1) * FITNESS_CLASSES);
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
	g_free(breaker.ways);
	return ends;
}
