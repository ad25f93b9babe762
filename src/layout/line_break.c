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

/* ---- Latin text: Knuth and Plass's demerits, with FOP's measures, so that its users keep their lines ---- */

#define RAGGED_STRETCH  (LEN_PT * 10008 / 1000) /* white at a ragged line's end that is as good as a space of one and a half */
#define RATIO_MAX       20000                   /* of what a line gains to what it may gain, 1/1000 */
#define PENALTY_HYPHEN  50
#define DEMERIT_CLASSES 50 /* a tight line next to a loose one */
#define FITNESS_CLASSES 4

/* One attempt: lines looser than `ratio` are not considered. */
struct attempt {
	int32_t ratio;
	bool hyphens, last;
};

/* The best way to some end; by fitness class of the last line (Chinese text has one). */
struct way {
	int64_t cost;
	uint32_t from;
	uint8_t class;
};

struct breaker {
	const struct model *model;
	const struct line_rule *rule;
	bool free;              /* rules are let go: the paragraph overran */
	struct attempt attempt; /* of Latin text */
	uint32_t first, end;    /* of the stretch between line feeds */
	uint32_t far;           /* no line from here on fits that ends before */
	unsigned classes;
	struct way *ways; /* [end − first][class] */
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
		if (breaker->model->latin)
			return breaker->free ? COST_LAST_WAY : NEVER;
		return breaker->rule->justify ? worth(breaker, WORTH_LAST_WAY) : COST_LAST_WAY;
	case TEXT_HYPHEN:
		if (breaker->model->latin)
			return breaker->attempt.hyphens ? 0 : NEVER;
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

/* ---- demerits ---- */

/* What a Latin line gains or loses, as a part of what it may, in 1/1000. */
static int32_t ratio_of(const struct breaker *breaker, const struct trial *trial, bool last)
{
	const struct line_rule *rule = breaker->rule;
	int64_t room = trial->slack < 0         ? (rule->justify ? trial->measure.shrink : trial->measure.object_shrink)
				   : last && !rule->balance ? trial->measure.stretch + (int64_t)rule->measure
				   : rule->justify          ? trial->measure.stretch
											: trial->measure.object_stretch + (rule->balance ? 2 : 1) * RAGGED_STRETCH;
	if (trial->slack == 0)
		return 0;
	return room <= 0 ? (trial->slack < 0 ? 0 : RATIO_MAX) : (int32_t)CLAMP(trial->slack * 1000 / room, -1000, RATIO_MAX);
}

static uint8_t fitness_of(int32_t ratio)
{
	return ratio < -500 ? 0 : ratio <= 500 ? 1 : ratio <= 1000 ? 2 : 3;
}

/* (1 + 100 r³ + penalty)², in 1/16. */
static int64_t demerits_of(int32_t ratio, int64_t penalty)
{
	int64_t size = ABS(ratio), badness = 1000 + size * size * size / 10000 + penalty * 1000;
	badness = MIN(badness, (int64_t)500 * 1000 * 1000); /* ratio 17: no line is as bad as one that overruns */
	return badness * badness / 62500;
}

/* ---- the best way ---- */

static struct way *ways_to(const struct breaker *breaker, uint32_t end)
{
	return &breaker->ways[(size_t)(end - breaker->first) * breaker->classes];
}

static bool is_reached(const struct breaker *breaker, uint32_t end)
{
	const struct way *ways = ways_to(breaker, end);
	for (unsigned i = 0; i < breaker->classes; i++)
		if (ways[i].cost != NEVER)
			return true;
	return false;
}

/* A line [first, end) of the class, after each way to its beginning. */
static void offer(struct breaker *breaker, uint32_t first, uint32_t end, int64_t cost, uint8_t class)
{
	const struct way *before = ways_to(breaker, first);
	struct way *way = &ways_to(breaker, end)[class];
	for (uint8_t i = 0; i < breaker->classes; i++) {
		if (before[i].cost == NEVER)
			continue;
		int64_t total = before[i].cost + cost + (ABS(i - class) > 1 ? DEMERIT_CLASSES * 16 : 0);
		if (total < way->cost)
			*way = (struct way){total, first, i};
	}
}

static void offer_latin(struct breaker *breaker, uint32_t first, uint32_t end, const struct trial *trial, int64_t at_end)
{
	bool hyphen = end < breaker->end && breaker->model->atoms[end - 1].cluster->break_after == TEXT_HYPHEN;
	int32_t ratio = ratio_of(breaker, trial, end == breaker->end);
	if (ratio <= breaker->attempt.ratio || breaker->attempt.last)
		offer(breaker, first, end, demerits_of(ratio, hyphen ? PENALTY_HYPHEN : 0) + at_end, fitness_of(ratio));
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
		offer(breaker, first, end, COST_OVERRUN + at_end, 0);
		return;
	}
}

/* All lines from atom `first` that are worth a thought: from the longest on, until one is too loose. */
static void lines_from(struct breaker *breaker, uint32_t first)
{
	const struct line_rule *rule = breaker->rule;
	bool latin = breaker->model->latin;
	int64_t limit = rule->balance ? INT64_MAX : LOOSE_EM * (int64_t)breaker->model->em + rule->measure / 16;
	uint32_t far = farthest(breaker, first);
	bool any = false, good = false;
	for (uint32_t end = far; end > first; end--) {
		int64_t at_end = break_cost(breaker, end);
		if (at_end == NEVER)
			continue;
		struct trial trial = try_line(breaker, first, end);
		if (good && trial.slack > limit && (!latin || ratio_of(breaker, &trial, false) > breaker->attempt.ratio))
			break;
		if (latin && trial.fits)
			offer_latin(breaker, first, end, &trial, at_end);
		else
			offer(breaker, first, end, line_cost(breaker, first, end, &trial) + at_end, 0);
		any = true;
		good |= at_end == 0;
	}
	if (!any && breaker->attempt.last)
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
	reverse(&g_array_index(ends, uint32_t, before), ends->len - before);
}

/* The ends of one stretch's lines, appended to `ends`; none when there is no way. False then, and when a line overruns. */
static bool break_stretch(struct breaker *breaker, GArray *ends)
{
	size_t count = (size_t)(breaker->end - breaker->first + 1) * breaker->classes;
	for (size_t i = 0; i < count; i++)
		breaker->ways[i].cost = NEVER;
	breaker->ways[breaker->classes > 1].cost = 0; /* a stretch begins as if after a decent line */
	breaker->far = breaker->first;
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (is_reached(breaker, i))
			lines_from(breaker, i);
	const struct way *ways = ways_to(breaker, breaker->end);
	uint8_t best = 0;
	for (uint8_t i = 1; i < breaker->classes; i++)
		best = ways[i].cost < ways[best].cost ? i : best;
	if (ways[best].cost == NEVER)
		return false;
	read_back(breaker, best, ends);
	return ways[best].cost < COST_OVERRUN;
}

/* Whether words of the stretch may be hyphenated. */
static bool has_hyphens(const struct breaker *breaker)
{
	for (uint32_t i = breaker->first; i < breaker->end; i++)
		if (breaker->model->atoms[i].cluster->break_after == TEXT_HYPHEN)
			return true;
	return false;
}

/* Latin text: decent lines, then with hyphens or looser ones, then any. Chinese text has one way to weigh them all. Rules hold as long as
 * lines fit; then any break is allowed, at its cost. */
static void break_lines(struct breaker *breaker, GArray *ends)
{
	guint before = ends->len;
	bool hyphens = breaker->model->latin && has_hyphens(breaker);
	const struct attempt attempts[] = {{1000, false, false}, {hyphens ? 1000 : 5000, hyphens, false}, {RATIO_MAX, hyphens, true}};
	breaker->free = false;
	for (size_t i = breaker->model->latin ? 0 : G_N_ELEMENTS(attempts) - 1; i < G_N_ELEMENTS(attempts); i++) {
		breaker->attempt = attempts[i];
		if (break_stretch(breaker, ends))
			return;
		g_array_set_size(ends, before);
	}
	breaker->free = true;
	break_stretch(breaker, ends);
}

GArray *line_break(const struct model *model, const struct line_rule *rule)
{
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	struct breaker breaker = {.model = model, .rule = rule, .first = rule->from};
	breaker.classes = model->latin ? FITNESS_CLASSES : 1;
	breaker.ways = g_new(struct way, ((size_t)model->count + 1) * breaker.classes);
	for (uint32_t i = rule->from; i < model->count; i++) {
		if (model->atoms[i].cluster->break_after != TEXT_MUST_BREAK && i + 1 < model->count)
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
