/* cost: what it costs to end a line at a place, and to set it: Chinese text by squares of what its gaps gain and its marks lose (Z-11,
 * Z-52, Z-53, Z-58), Latin text by Knuth and Plass's demerits. */
#include "line/break_int.h"

/* Costs: squares of 1/64 em, plus what rules say. */
#define COST_LINE      ((int64_t)64 * 64 / 4)  /* fewer lines, when all else is equal: half an em of slack */
#define COST_RAGGED    ((int64_t)64 * 64 * 64) /* a justified line that nothing can make flush */
#define COST_AGAINST   ((int64_t)1 << 34)      /* a break where rules allow none (narrow measures, Z-12) */
#define COST_IN_WORD   ((int64_t)1 << 32)      /* a break within a word that is wider than the line */
#define COST_AT_HYPHEN ((int64_t)1 << 31)      /* the same at its hyphen */
#define COST_LAST_WAY  ((int64_t)1 << 30)      /* a break of last resort in ragged text */
#define COST_REACH     (1 << 14)               /* shortfalls beyond 256 em count as 256 em: sums stay in range */
#define WORD_GAPS      3                       /* a space of Latin text counts as so many gaps between Han */

/* How much looser gaps a rule is worth, in 1/64 em a gap of a line: what a line of a thus stretched would cost. */
#define WORTH_HYPHEN   8        /* Z-08: a word parted by a hyphen */
#define EM_RAGGED      (2 * 64) /* in ragged text: two ems of white */
#define WORTH_LAST_WAY 32       /* Z-08: before gaps of half an em */
#define WORTH_LONE     26       /* Z-63 */
#define WORTH_CONTRAST 2        /* a tight line next to a loose one */

/* Gaps between Han that make a line loose: an em through this. */
#define LOOSE_GAP      32
#define VERY_LOOSE_GAP 10

/* ---- Latin text: Knuth and Plass's demerits, with FOP's measures, so that its users keep their lines ---- */

#define RAGGED_STRETCH   (LEN_PT * 10008 / 1000) /* white at a ragged line's end that is as good as a space of one and a half */
#define PENALTY_HYPHEN   50
#define PENALTY_IN_WORD  1  /* after a part of a word: at a hyphen or solidus in the text, or a soft hyphen */
#define DEMERIT_CLASSES  50 /* a tight line next to a loose one */
#define DEMERIT_HYPHENS  50 /* two lines with hyphens */
#define DEMERITS_ENDLESS ((int64_t)1 << 60)
#define COARSE           25    /* bits of what came before that count no more beside DEMERITS_ENDLESS */
#define ENDLESS_PENALTY  95367 /* what a penalty of 1 adds: 2 × 10¹¹ demerits, in 1/16, without those bits */
#define SLACK_MAX        (INT64_MAX / TEXT_RESTS / RATIO_ONE / 2) /* more counts as this: ratios stay in range */
#define LATIN_TOLERANCE  (LEN_PT / 512) /* what measures and spaces may differ by when they are rounded */

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

/* Words may be parted when nothing else helps; where no letter has room it would not help. Else they overrun, as in FOP. */
static bool may_part(const struct breaker *breaker)
{
	return breaker->free && breaker->model->parts && breaker->rule->measure >= breaker->model->em / 4;
}

/* By the text and its language alone. */
static int64_t cost_of_text(const struct breaker *breaker, const struct atom *last, const struct atom *next)
{
	switch (last->break_after) {
	case TEXT_MAY_BREAK:
	case TEXT_MUST_BREAK:
		return 0;
	case TEXT_LAST_RESORT:
		if (breaker->model->latin)
			return breaker->free ? COST_LAST_WAY : NEVER;
		return breaker->rule->justify ? worth(breaker, WORTH_LAST_WAY) : COST_LAST_WAY;
	case TEXT_HYPHEN:
	case TEXT_SOFT_HYPHEN:
		if (breaker->model->latin)
			return breaker->attempt.hyphens || last->break_after == TEXT_SOFT_HYPHEN ? 0 : NEVER;
		return breaker->rule->justify ? worth(breaker, WORTH_HYPHEN) : square(EM_RAGGED);
	case TEXT_IN_WORD:
		return may_part(breaker) ? (last->cluster->cls == TEXT_CONNECTOR ? COST_AT_HYPHEN : COST_IN_WORD) : NEVER;
	default:
		return may_part(breaker) && next->cluster->cls != TEXT_ANCHOR ? COST_AGAINST : NEVER;
	}
}

/* The cost of breaking after an atom by itself, or NEVER. */
int64_t line_break_cost(const struct breaker *breaker, uint32_t end)
{
	if (end == breaker->end)
		return 0;
	const struct atom *last = &breaker->model->atoms[end - 1];
	if (!last->wraps || (last->hold && !breaker->free))
		return NEVER;
	if (last->hold == LINE_HOLDS_ALWAYS)
		return breaker->model->latin ? NEVER : COST_IN_WORD; /* Latin text rather overruns the line */
	int64_t cost = cost_of_text(breaker, last, last + 1);
	return last->hold && cost != NEVER ? cost + COST_LAST_WAY : cost;
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

/* Z-11: a mark that cannot begin the next line, and to which the line before it cannot be broken. */
static bool is_pulled_in(const struct model *model, const struct measure *measure)
{
	if (model->latin || measure->end < measure->first + 2)
		return false;
	return text_begins_no_line(model->atoms[measure->end - 1].cluster->cls) &&
		   model->atoms[measure->end - 2].break_after < TEXT_LAST_RESORT;
}

/* What a line may lose: all that Z-52 gives when it is flush; when it is ragged, leaders, and of Chinese text blanks of marks where they are
 * to pull one more in, or (`any`) may be. */
static int64_t room_of(const struct breaker *breaker, const struct measure *measure, bool any)
{
	if (breaker->rule->justify)
		return measure->shrink;
	if (breaker->model->latin)
		return breaker->rule->fills_last ? measure->object_shrink : 0;
	return measure->object_shrink + (any || is_pulled_in(breaker->model, measure) ? measure->mark_shrink : 0);
}

static void measure_line(const struct breaker *breaker, uint32_t first, uint32_t end, struct trial *trial)
{
	const struct line_rule *rule = breaker->rule;
	int64_t width = first == 0 ? rule->first_measure : rule->measure;
	line_measure(breaker->model, first, end, first == 0 && rule->keep_first_blank, width, &trial->measure);
	trial->slack = width - trial->measure.natural + trial->measure.hang;
}

/* In 1/TEXT_RESTS. */
static int64_t exact_slack(const struct trial *trial)
{
	return CLAMP(trial->slack, -SLACK_MAX, SLACK_MAX) * TEXT_RESTS - trial->measure.rest;
}

/* Latin text as in FOP, which adds up exact widths: what is rounded must not break what fits exactly, and spaces lose no more than they may. */
static bool fits_latin(const struct trial *trial, int64_t room)
{
	int64_t slack = exact_slack(trial);
	return slack >= -LATIN_TOLERANCE * TEXT_RESTS || slack + room * TEXT_RESTS >= 0;
}

static bool fits(const struct breaker *breaker, const struct trial *trial, bool any)
{
	int64_t room = room_of(breaker, &trial->measure, any);
	return breaker->model->latin ? fits_latin(trial, room) : trial->slack + room >= -LAYOUT_TOLERANCE;
}

void line_try(const struct breaker *breaker, uint32_t first, uint32_t end, struct trial *trial)
{
	measure_line(breaker, first, end, trial);
	trial->fits = fits(breaker, trial, false);
}

bool line_may_fit(const struct breaker *breaker, uint32_t first, uint32_t end)
{
	struct trial trial;
	measure_line(breaker, first, end, &trial);
	return fits(breaker, &trial, true);
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
	if (hard <= LAYOUT_TOLERANCE)
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

static int64_t chinese_cost(const struct breaker *breaker, uint32_t first, uint32_t end, const struct trial *trial)
{
	bool last = end == breaker->end;
	int64_t cost = COST_LINE;
	if (trial->slack < 0)
		cost += shrink_cost(breaker, trial);
	else if (!last || breaker->rule->balance || breaker->rule->fills_last)
		cost += stretch_cost(breaker, trial);
	if (last && first > breaker->first && is_lone(breaker->model, &trial->measure))
		cost += MAX(worth(breaker, WORTH_LONE), square(4 * 64));
	return cost;
}

/* A line is tight when marks or gaps lost a quarter of an em or more, loose when its gaps grew visibly. */
static uint8_t chinese_fitness(const struct breaker *breaker, const struct trial *trial, bool last)
{
	len em = MAX(breaker->model->em, 1);
	if (trial->slack < 0)
		return trial->slack < -em / 4 ? 0 : FITNESS_DECENT;
	int64_t hard = trial->slack - (trial->measure.stretch), gaps = trial->measure.gaps;
	if (!breaker->rule->justify || (last && !breaker->rule->fills_last) || hard <= 0 || !gaps)
		return FITNESS_DECENT;
	return hard * LOOSE_GAP <= em * gaps ? FITNESS_DECENT : hard * VERY_LOOSE_GAP <= em * gaps ? 2 : 3;
}

/* ---- Latin text: demerits ---- */

/* What a Latin line may gain. As in FOP, leaders change their length only where some line is flush; where it is the last one alone, spaces
 * are what all lines are weighed by. */
static int64_t latin_stretch(const struct line_rule *rule, const struct measure *measure, bool last)
{
	if (rule->fills_last)
		return measure->stretch;
	int64_t own = rule->justify ? measure->stretch : 0;
	if (last && !rule->balance)
		return own + rule->measure;
	return rule->justify ? own : (rule->balance ? 2 : 1) * RAGGED_STRETCH;
}

/* What a Latin line gains or loses, as a part of what it may, in 1/RATIO_ONE: so exact that of two ways of nearly equal demerits the right one is the
 * cheaper. */
int32_t line_ratio(const struct breaker *breaker, const struct trial *trial, bool last)
{
	const struct line_rule *rule = breaker->rule;
	int64_t slack = exact_slack(trial), room = slack < 0 ? (rule->justify ? trial->measure.shrink : trial->measure.object_shrink)
														 : latin_stretch(rule, &trial->measure, last);
	if (slack == 0 || (room <= 0 && slack < 0 && trial->fits))
		return 0;
	if (room <= 0)
		return slack < 0 ? -RATIO_ENDLESS : RATIO_ENDLESS;
	room *= TEXT_RESTS;
	if (slack < 0)
		return (int32_t)MAX(slack * RATIO_ONE / room, -RATIO_MAX);
	return (int32_t)MIN((slack * RATIO_ONE + room - 1) / room, RATIO_MAX);
}

static uint8_t latin_fitness(int32_t ratio)
{
	return ratio < -RATIO_ONE / 2 ? 0 : ratio <= RATIO_ONE / 2 ? 1 : ratio <= RATIO_ONE ? 2 : 3;
}

/* (1 + 100 r³ + penalty)², in 1/16. */
static int64_t demerits_of(int32_t ratio, int64_t penalty)
{
	int64_t size = ABS(ratio);
	if (size > RATIO_MAX)
		return DEMERITS_ENDLESS + penalty * ENDLESS_PENALTY;
	int64_t cube = size * size / RATIO_ONE * size / RATIO_ONE, badness = 1000 + cube * 100000 / RATIO_ONE + penalty * 1000;
	return badness * badness / 62500;
}

/* What stands for no character, or takes no room (U+200B), ends no part of a word. */
static bool ends_part(const struct atom *atom)
{
	uint8_t cls = atom->cluster->cls;
	return !atom->space && cls != TEXT_OBJECT && cls != TEXT_ANCHOR && atom->cluster->advance > 0;
}

/* What a break after an atom adds by itself. */
static int64_t penalty_after(const struct atom *atom)
{
	switch (atom->break_after) {
	case TEXT_HYPHEN:
		return PENALTY_HYPHEN;
	case TEXT_SOFT_HYPHEN:
		return PENALTY_IN_WORD;
	case TEXT_MAY_BREAK:
		return ends_part(atom) && !atom[1].space ? PENALTY_IN_WORD : 0;
	default:
		return 0;
	}
}

int64_t line_demerits_after(const struct breaker *breaker, uint32_t end, int32_t ratio, int64_t before)
{
	bool last = end == breaker->end, endless = ABS(ratio) > RATIO_MAX;
	return demerits_of(ratio, last ? 0 : penalty_after(&breaker->model->atoms[end - 1])) + (endless ? before >> COARSE : before);
}

/* ---- a line's cost ---- */

int64_t line_cost(const struct breaker *breaker, uint32_t first, uint32_t end, const struct trial *trial)
{
	if (!breaker->model->latin)
		return chinese_cost(breaker, first, end, trial);
	return line_demerits_after(breaker, end, line_ratio(breaker, trial, end == breaker->end), 0);
}

uint8_t line_fitness(const struct breaker *breaker, const struct trial *trial, bool last)
{
	return breaker->model->latin ? latin_fitness(line_ratio(breaker, trial, last)) : chinese_fitness(breaker, trial, last);
}

int64_t line_contrast_cost(const struct breaker *breaker)
{
	return breaker->model->latin ? DEMERIT_CLASSES * 16 : worth(breaker, WORTH_CONTRAST);
}

int64_t line_demerits_between(const struct breaker *breaker, uint8_t one, uint8_t other, bool hyphens)
{
	return (ABS(one - other) > 1 ? breaker->contrast : 0) + (hyphens && breaker->model->latin ? DEMERIT_HYPHENS * 16 : 0);
}
