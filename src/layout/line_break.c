/* line_break: atoms → where lines end. Whole-paragraph optimum (Z-58): dynamic programming over the break opportunities. From each start
 * the longest line that fits is found by one pointer that only moves on; from there shorter lines are tried until they are too loose. */
#include "layout/line_int.h"

/* Costs: squares of 1/64 em, plus what rules say. */
#define NEVER         INT64_MAX
#define COST_LINE     ((int64_t)64 * 64 / 4)  /* fewer lines, when all else is equal: half an em of slack */
#define COST_RAGGED   ((int64_t)64 * 64 * 64) /* a justified line that nothing can make flush */
#define COST_OVERRUN  ((int64_t)1 << 40)
#define COST_AGAINST  ((int64_t)1 << 34) /* a break where rules allow none (narrow measures, Z-12) */
#define COST_IN_WORD  ((int64_t)1 << 32) /* a break within a word that is wider than the line */
#define COST_LAST_WAY ((int64_t)1 << 30) /* a break of last resort in ragged text */
#define COST_REACH    (1 << 14)          /* shortfalls beyond 256 em count as 256 em: sums stay in range */
#define WORD_GAPS     3                  /* a space of Latin text counts as so many gaps between Han */
#define LOOSE_EM      3                  /* no line is made shorter than the longest by more than this and 1/16 */

/* How much looser gaps a rule is worth, in 1/64 em a gap of a line: what a line of a thus stretched would cost. */
#define WORTH_HYPHEN   8        /* Z-08: a word parted by a hyphen */
#define EM_RAGGED      (2 * 64) /* in ragged text: two ems of white */
#define WORTH_LAST_WAY 32       /* Z-08: before gaps of half an em */
#define WORTH_LONE     26       /* Z-63 */

struct breaker {
	const struct model *model;
	const struct line_rule *rule;
	bool free;           /* rules are let go: the paragraph overran */
	uint32_t first, end; /* of the stretch between line feeds */
	uint32_t far;        /* no line from here on fits that ends before */
	int64_t *cost;       /* by end − first */
	uint32_t *from;
};

static int64_t square(int64_t part)
{
	part = CLAMP(part, -COST_REACH, COST_REACH);
	return part * part;
}

static int64_t squared_em(int64_t length, len em)
{
	return square(length * 64 / MAX(em, 1));
}

/* The cost of a full line whose gaps are stretched by `part` 1/64 em each. */
static int64_t worth(const struct breaker *breaker, int64_t part)
{
	int64_t gaps = MAX(breaker->rule->measure / MAX(breaker->model->em, 1), 2);
	return square(gaps * part);
}

/* ---- breaks ---- */

/* The cost of breaking after an atom by itself, or NEVER. */
static int64_t break_cost(const struct breaker *breaker, uint32_t end)
{
	if (end == breaker->end)
		return 0;
	const struct atom *last = &breaker->model->atoms[end - 1], *next = last + 1;
	if (!last->wraps || !next->wraps)
		return NEVER;
	if (last->unit && last->unit == next->unit)
		return breaker->free ? COST_IN_WORD : NEVER;
	switch (last->cluster->break_after) {
	case TEXT_MAY_BREAK:
	case TEXT_MUST_BREAK:
		return 0;
	case TEXT_LAST_RESORT:
		return breaker->rule->justify ? worth(breaker, WORTH_LAST_WAY) : COST_LAST_WAY;
	case TEXT_HYPHEN:
		return breaker->rule->justify ? worth(breaker, WORTH_HYPHEN) : square(EM_RAGGED);
	case TEXT_IN_WORD:
		return breaker->free ? COST_IN_WORD : NEVER;
	default:
		return breaker->free && next->cluster->cls != TEXT_ANCHOR ? COST_AGAINST : NEVER;
	}
}

/* ---- lines ---- */

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

struct trial {
	struct measure measure;
	int64_t slack;
	bool fits;
};

static struct trial try_line(const struct breaker *breaker, uint32_t first, uint32_t end)
{
	const struct line_rule *rule = breaker->rule;
	int64_t width = first == 0 ? rule->first_measure : rule->measure;
	struct trial trial = {.measure = line_measure(breaker->model, first, end, first == 0 && rule->keep_first_blank, width)};
	trial.slack = width - trial.measure.natural + trial.measure.hang;
	trial.fits = trial.slack + (rule->justify ? trial.measure.shrink : trial.measure.object_shrink) >= -LINE_TOLERANCE;
	return trial;
}

/* What it costs that gaps grow by `length` together, weighed as if the line were full of gaps between Han. */
static int64_t spread_cost(const struct breaker *breaker, int64_t length, int64_t gaps)
{
	len em = MAX(breaker->model->em, 1);
	return squared_em(length * breaker->rule->measure / em / gaps, em);
}

/* A line of Latin words: only its spaces change. */
static int64_t latin_spaces(const struct trial *trial)
{
	return trial->measure.gaps ? 0 : WORD_GAPS * (int64_t)trial->measure.words;
}

/* What a line costs that is shorter than the measure. */
static int64_t stretch_cost(const struct breaker *breaker, const struct trial *trial)
{
	len em = breaker->model->em;
	int64_t slack = MAX(trial->slack - trial->measure.object_stretch, 0), latin = latin_spaces(trial);
	if (!breaker->rule->justify)
		return squared_em(slack, em);
	if (latin)
		return spread_cost(breaker, slack, latin);
	int64_t soft = MIN(slack, trial->measure.stretch - trial->measure.object_stretch), hard = slack - soft;
	int64_t cost = squared_em(soft, em) / 4;
	if (hard <= LINE_TOLERANCE)
		return cost;
	if (trial->measure.gaps == 0)
		return cost + squared_em(hard, em) + COST_RAGGED;
	return cost + spread_cost(breaker, hard, trial->measure.gaps);
}

/* What a line costs that is longer: marks are squeezed rather than pushed out (Z-11); spaces lose less readily than they gain. */
static int64_t shrink_cost(const struct breaker *breaker, const struct trial *trial)
{
	int64_t latin = latin_spaces(trial);
	return latin ? spread_cost(breaker, trial->slack * 3 / 2, latin) : squared_em(trial->slack, breaker->model->em) / 2;
}

static int64_t line_cost(const struct breaker *breaker, uint32_t first, uint32_t end, const struct trial *trial)
{
	bool last = end == breaker->end;
	if (!trial->fits)
		return COST_OVERRUN;
	int64_t cost = COST_LINE;
	if (trial->slack < 0)
		cost += shrink_cost(breaker, trial);
	else if (!last || breaker->rule->balance)
		cost += stretch_cost(breaker, trial);
	if (last && first > breaker->first && is_lone(breaker->model, &trial->measure))
		cost += MAX(worth(breaker, WORTH_LONE), square(4 * 64));
	return cost;
}

/* ---- the best way ---- */

static void offer(struct breaker *breaker, uint32_t first, uint32_t end, int64_t cost)
{
	int64_t total = breaker->cost[first - breaker->first] + cost;
	if (total >= breaker->cost[end - breaker->first])
		return;
	breaker->cost[end - breaker->first] = total;
	breaker->from[end - breaker->first] = first;
}

/* The longest end of a line from `first`, whether a break is there or not; `first` itself when not one atom fits. */
static uint32_t farthest(struct breaker *breaker, uint32_t first)
{
	uint32_t far = MAX(first == 0 ? 0 : breaker->far, first);
	while (far < breaker->end && try_line(breaker, first, far + 1).fits)
		far++;
	if (first != 0) /* the first line has a measure of its own */
		breaker->far = far;
	return far;
}

/* No line fits: the shortest is taken. */
static void offer_shortest(struct breaker *breaker, uint32_t first, uint32_t far)
{
	for (uint32_t end = far + 1; end <= breaker->end; end++) {
		int64_t at_end = break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		offer(breaker, first, end, COST_OVERRUN + at_end);
		return;
	}
}

/* All lines from atom `first` that are worth a thought: from the longest on, until one is too loose. */
static void lines_from(struct breaker *breaker, uint32_t first)
{
	const struct line_rule *rule = breaker->rule;
	int64_t limit = rule->balance ? INT64_MAX : LOOSE_EM * (int64_t)breaker->model->em + rule->measure / 16;
	uint32_t far = farthest(breaker, first);
	bool any = false, good = false;
	for (uint32_t end = far; end > first; end--) {
		int64_t at_end = break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		struct trial trial = try_line(breaker, first, end);
		if (good && trial.slack > limit)
			break;
		offer(breaker, first, end, line_cost(breaker, first, end, &trial) + at_end);
		any = true;
		good |= at_end == 0;
	}
	if (!any)
		offer_shortest(breaker, first, far);
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
	breaker->far = breaker->first;
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (breaker->cost[i - breaker->first] != NEVER)
			lines_from(breaker, i);
	guint before = ends->len;
	for (uint32_t end = breaker->end; end > breaker->first; end = breaker->from[end - breaker->first])
		g_array_append_val(ends, end);
	reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
	return breaker->cost[size - 1] < COST_OVERRUN;
}

/* Rules hold as long as lines fit; then any break is allowed, at its cost. */
static void break_freely(struct breaker *breaker, GArray *ends)
{
	guint before = ends->len;
	breaker->free = false;
	if (break_stretch(breaker, ends))
		return;
	g_array_set_size(ends, before);
	breaker->free = true;
	break_stretch(breaker, ends);
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
		if (rule->whole)
			g_array_append_val(ends, breaker.end);
		else
			break_freely(&breaker, ends);
		breaker.first = breaker.end;
	}
	g_free(breaker.cost);
	g_free(breaker.from);
	return ends;
}
