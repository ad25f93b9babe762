/* line_break: atoms → where lines end. Whole-paragraph optimum (Z-58): dynamic programming over the break opportunities; each line looks
 * ahead only as far as a line can reach. */
#include "layout/line_int.h"

/* Costs: squared shortfall in 1/64 em, plus what rules say. */
#define NEVER          INT64_MAX
#define COST_LINE      ((int64_t)64 * 64 / 4) /* fewer lines, when all else is equal: half an em of slack */
#define COST_OVERRUN   ((int64_t)1 << 40)
#define COST_AGAINST   ((int64_t)1 << 34)      /* a break where rules allow none (narrow measures) */
#define COST_LAST_WAY  ((int64_t)1 << 30)      /* a break of last resort */
#define COST_REACH     4096                    /* shortfalls beyond 64 em count as 64 em: sums stay in range */
#define COST_LONE_CHAR ((int64_t)64 * 64 * 16) /* Z-63 */
#define SHRINK_WEIGHT  2                       /* of 4: squeeze before push (Z-51) */

/* How far rules are let go when a paragraph overruns. */
enum freedom { FREEDOM_NONE, FREEDOM_LAST_RESORT, FREEDOM_ANY };

struct breaker {
	const struct model *model;
	const struct line_rule *rule;
	enum freedom freedom;
	uint32_t first, end; /* of the stretch between line feeds */
	int64_t *cost;       /* by end − first */
	uint32_t *from;
};

/* The cost of breaking after an atom by itself, or NEVER. */
static int64_t break_cost(const struct breaker *breaker, uint32_t end)
{
	if (end == breaker->end)
		return 0;
	const struct atom *last = &breaker->model->atoms[end - 1], *next = last + 1;
	if (!last->wraps || !next->wraps)
		return NEVER;
	switch (last->cluster->break_after) {
	case TEXT_MAY_BREAK:
	case TEXT_MUST_BREAK:
		return 0;
	case TEXT_LAST_RESORT:
		return breaker->freedom >= FREEDOM_LAST_RESORT ? COST_LAST_WAY : NEVER;
	default:
		return breaker->freedom == FREEDOM_ANY && next->cluster->cls != TEXT_ANCHOR ? COST_AGAINST : NEVER;
	}
}

static int64_t squared_em(int64_t length, len em)
{
	int64_t part = CLAMP(length * 64 / MAX(em, 1), -COST_REACH, COST_REACH);
	return part * part;
}

static bool is_mark(const struct atom *atom)
{
	return atom->cluster->blank_after || atom->cluster->blank_before || atom->cluster->cls == TEXT_ANCHOR;
}

/* Z-63: the last line is one character with its marks. */
static bool is_lone(const struct model *model, const struct measure *measure)
{
	uint32_t characters = 0;
	for (uint32_t i = measure->first; i < measure->end && characters < 2; i++)
		characters += !is_mark(&model->atoms[i]);
	return characters < 2;
}

/* The cost of atoms [first, end) as a line; *fits: it does not overrun. */
static int64_t line_cost(const struct breaker *breaker, uint32_t first, uint32_t end, bool *fits)
{
	const struct line_rule *rule = breaker->rule;
	struct measure measure = line_measure(breaker->model, first, end, first == 0 && rule->keep_first_blank);
	int64_t slack = (int64_t)(first == 0 ? rule->first_measure : rule->measure) - measure.natural;
	int64_t can_shrink = rule->justify ? line_shrink_total(&measure) : measure.shrink[SHRINK_OBJECT];
	bool last = end == breaker->end;
	int64_t cost = COST_LINE;
	*fits = slack + can_shrink >= -LINE_TOLERANCE;
	if (!*fits)
		return COST_OVERRUN;
	if (slack < 0)
		cost += squared_em(slack, breaker->model->em) * SHRINK_WEIGHT / 4;
	else if (!last || rule->balance)
		cost += squared_em(MAX(slack - measure.stretch[STRETCH_OBJECT], 0), breaker->model->em);
	if (last && first > breaker->first && is_lone(breaker->model, &measure))
		cost += COST_LONE_CHAR;
	return cost;
}

static void offer(struct breaker *breaker, uint32_t first, uint32_t end, int64_t cost)
{
	int64_t total = breaker->cost[first - breaker->first] + cost;
	if (total >= breaker->cost[end - breaker->first])
		return;
	breaker->cost[end - breaker->first] = total;
	breaker->from[end - breaker->first] = first;
}

/* All lines that may begin with atom `first`: longer and longer until one overruns. When none fits, the shortest is taken. */
static void lines_from(struct breaker *breaker, uint32_t first)
{
	bool any = false, fits = true;
	for (uint32_t end = first + 1; end <= breaker->end && fits; end++) {
		int64_t at_end = break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		int64_t cost = line_cost(breaker, first, end, &fits);
		if (fits || !any)
			offer(breaker, first, end, cost + at_end);
		any = true;
	}
}

static void reverse(uint32_t *numbers, guint count)
{
	for (guint i = 0; i < count / 2; i++) {
		uint32_t other = numbers[count - 1 - i];
		numbers[count - 1 - i] = numbers[i];
		numbers[i] = other;
	}
}

/* The ends of one stretch's lines, appended to `ends`. False when a line overruns. */
static bool break_stretch(struct breaker *breaker, GArray *ends)
{
	uint32_t size = breaker->end - breaker->first + 1;
	for (uint32_t i = 0; i < size; i++)
		breaker->cost[i] = NEVER;
	breaker->cost[0] = 0;
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (breaker->cost[i - breaker->first] != NEVER)
			lines_from(breaker, i);
	guint before = ends->len;
	bool all_fit = true;
	for (uint32_t end = breaker->end; end > breaker->first; end = breaker->from[end - breaker->first]) {
		bool fits;
		line_cost(breaker, breaker->from[end - breaker->first], end, &fits);
		all_fit &= fits;
		g_array_append_val(ends, end);
	}
	reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
	return all_fit;
}

/* Rules hold as long as lines fit; then breaks of last resort are allowed, then any. */
static void break_freely(struct breaker *breaker, GArray *ends)
{
	guint before = ends->len;
	for (int freedom = FREEDOM_NONE; freedom <= FREEDOM_ANY; freedom++) {
		breaker->freedom = (enum freedom)freedom;
		g_array_set_size(ends, before);
		if (break_stretch(breaker, ends))
			return;
	}
}

GArray *line_break(const struct model *model, const struct line_rule *rule)
{
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct breaker breaker = {.model = model, .rule = rule, .first = rule->from};
	breaker.cost = g_new(int64_t, model->count + 1);
	breaker.from = g_new(uint32_t, model->count + 1);
	for (uint32_t i = rule->from; i < model->count; i++) {
		if (model->atoms[i].cluster->break_after != TEXT_MUST_BREAK && i + 1 < model->count)
			continue;
		breaker.end = i + 1;
		break_freely(&breaker, ends);
		breaker.first = breaker.end;
	}
	g_free(breaker.cost);
	g_free(breaker.from);
	return ends;
}
