/* shape: the lines of a title (G-31): as few as it needs, ending at words, their lengths rising (trapezium), falling (inverted
 * trapezium), or rising and then falling (rhomb) by a character at least, or as nearly so as the words permit. Takes atoms and the joints
 * of text_find_joints(); gives the ends of lines. A line feed is obeyed: what stands between two is shaped by itself. */
#include "line/line_int.h"

#define LINES_MAX 6  /* a longer text is no title */
#define EM        64 /* costs are squares of 1/64 em */

#define SQUARE(x)      ((int64_t)(x) * (x))
#define NEVER          INT64_MAX
#define COST_WORD      SQUARE(EM * 2)
#define COST_POOR      SQUARE(EM * 7)
#define COST_SPLIT     SQUARE(EM * 20)
#define COST_ORGAN     SQUARE(EM * 10)
#define COST_INSIDE    SQUARE(EM * 12)
#define COST_OUT_OF    SQUARE(EM * 5) /* two lines that do not rise or fall by a character */
#define STEP_LEAST     EM
#define STEP_MOST      (EM * 4) /* lines that differ by more look torn */
#define SHORT_LINE     (EM * 4)
#define MEASURE_CLAMP  (EM * 1000)
#define CANDIDATES_MAX 400

/* A place where a line may end. */
struct candidate {
	uint32_t end; /* atom */
	int64_t cost;
};

struct shaper {
	const struct model *model;
	const struct line_rule *rule;
	uint8_t *joints;     /* enum text_joint, by atom; NULL until a stretch needs them */
	uint32_t first, end; /* atoms of the stretch being shaped */
	GArray *candidates;  /* struct candidate; the first is the stretch's start */
	uint32_t count;
};

/* ---- candidates ---- */

static int64_t joint_cost(uint8_t joint, enum text_joint least)
{
	if (joint < least)
		return NEVER;
	switch (joint) {
	case TEXT_JOINT_SPLIT:
		return COST_SPLIT;
	case TEXT_JOINT_ORGAN:
		return COST_ORGAN;
	case TEXT_JOINT_INSIDE:
		return COST_INSIDE;
	case TEXT_JOINT_POOR:
		return COST_POOR;
	case TEXT_JOINT_WORD:
		return COST_WORD;
	default:
		return 0;
	}
}

static void list_candidates(struct shaper *shaper, enum text_joint least)
{
	struct candidate start = {shaper->first, 0}, last = {shaper->end, 0};
	g_array_set_size(shaper->candidates, 0);
	g_array_append_val(shaper->candidates, start);
	for (uint32_t i = shaper->first; i + 1 < shaper->end; i++) {
		struct candidate candidate = {i + 1, joint_cost(shaper->joints[i], least)};
		if (candidate.cost != NEVER)
			g_array_append_val(shaper->candidates, candidate);
	}
	g_array_append_val(shaper->candidates, last);
	shaper->count = shaper->candidates->len;
}

static const struct candidate *candidate_at(const struct shaper *shaper, uint32_t i)
{
	return &g_array_index(shaper->candidates, struct candidate, i);
}

/* The length of atoms [first, end) as a line, 1/64 em; −1 when it does not fit. */
static int64_t length_of(const struct shaper *shaper, uint32_t first, uint32_t end)
{
	struct measure measure;
	line_measure(shaper->model, first, end, first == 0 && shaper->rule->keep_first_blank, LEN_MAX, &measure);
	len em = MAX(shaper->model->em, 1), width = first == 0 ? shaper->rule->first_measure : shaper->rule->measure;
	if (measure.natural > (int64_t)width + LAYOUT_TOLERANCE)
		return -1;
	return CLAMP((measure.natural * EM + em / 2) / em, 0, MEASURE_CLAMP);
}

/* Of the line between two candidates. */
static int64_t line_length(const struct shaper *shaper, uint32_t from, uint32_t to)
{
	return length_of(shaper, candidate_at(shaper, from)->end, candidate_at(shaper, to)->end);
}

/* How many lines are needed; 0: some unit is wider than the measure, or it is no title. */
static uint32_t count_lines(const struct shaper *shaper)
{
	uint32_t lines = 0;
	for (uint32_t at = 0; at + 1 < shaper->count;) {
		uint32_t reach = at;
		while (reach + 1 < shaper->count && line_length(shaper, at, reach + 1) >= 0)
			reach++;
		if (reach == at || ++lines > LINES_MAX)
			return 0;
		at = reach;
	}
	return lines;
}

/* ---- the best lines of one shape ---- */

/* Lines rise up to number `peak`, then fall. */
static int64_t step_cost(int64_t before, int64_t after, bool rises)
{
	int64_t step = rises ? after - before : before - after;
	if (step < STEP_LEAST)
		return COST_OUT_OF + SQUARE(STEP_LEAST - step) * 8;
	return step > STEP_MOST ? SQUARE(step - STEP_MOST) / 4 : 0;
}

static int64_t own_cost(const struct shaper *shaper, uint32_t to, int64_t length)
{
	int64_t cost = candidate_at(shaper, to)->cost;
	return length < SHORT_LINE ? cost + SQUARE(SHORT_LINE - length) * 4 : cost;
}

/* The cheapest way to set the stretch up to candidate `to` in some lines of which the last begins at `from`. */
struct state {
	int64_t cost;
	uint32_t before; /* where the line before begins */
};

struct plan {
	uint32_t lines, peak;
	struct state *states; /* [line][from][to] */
};

static struct state *state_at(const struct shaper *shaper, const struct plan *plan, uint32_t line, uint32_t from, uint32_t to)
{
	return &plan->states[((size_t)line * shaper->count + from) * shaper->count + to];
}

/* Every line number `line` that can follow the line [from, to). */
static void extend(const struct shaper *shaper, struct plan *plan, uint32_t line, uint32_t from, uint32_t to)
{
	const struct state *state = state_at(shaper, plan, line - 1, from, to);
	int64_t before = line_length(shaper, from, to), length;
	if (state->cost == NEVER)
		return;
	for (uint32_t next = to + 1; next < shaper->count && (length = line_length(shaper, to, next)) >= 0; next++) {
		struct state *offer = state_at(shaper, plan, line, to, next);
		int64_t cost = state->cost + own_cost(shaper, next, length) + step_cost(before, length, line <= plan->peak);
		if (cost < offer->cost)
			*offer = (struct state){cost, from};
	}
}

/* Fills the states; the cost of the whole, and in *from where the last line begins. */
static int64_t solve(const struct shaper *shaper, struct plan *plan, uint32_t *from)
{
	uint32_t count = shaper->count, end = count - 1;
	int64_t length, best = NEVER;
	for (size_t i = 0; i < (size_t)plan->lines * count * count; i++)
		plan->states[i].cost = NEVER;
	for (uint32_t to = 1; to < count && (length = line_length(shaper, 0, to)) >= 0; to++)
		state_at(shaper, plan, 0, 0, to)->cost = own_cost(shaper, to, length);
	for (uint32_t line = 1; line < plan->lines; line++)
		for (uint32_t i = 0; i < end; i++)
			for (uint32_t to = i + 1; to < end; to++)
				extend(shaper, plan, line, i, to);
	for (uint32_t i = 0; i < end; i++)
		if (state_at(shaper, plan, plan->lines - 1, i, end)->cost < best) {
			best = state_at(shaper, plan, plan->lines - 1, i, end)->cost;
			*from = i;
		}
	return best;
}

/* The ends of the lines, last to first, into `ends` from its end. */
static void read_back(const struct shaper *shaper, const struct plan *plan, uint32_t from, uint32_t *ends)
{
	uint32_t to = shaper->count - 1;
	for (uint32_t line = plan->lines; line-- > 0;) {
		ends[line] = candidate_at(shaper, to)->end;
		uint32_t before = state_at(shaper, plan, line, from, to)->before;
		to = from;
		from = before;
	}
}

/* ---- shapes ---- */

static bool allows_peak(enum fo_keyword shape, uint32_t peak, uint32_t lines)
{
	switch (shape) {
	case FO_KW_TRAPEZIUM:
		return peak + 1 == lines;
	case FO_KW_INVERTED_TRAPEZIUM:
		return peak == 0;
	case FO_KW_RHOMB: /* two lines make none: either slope will do */
		return lines < 3 || (peak > 0 && peak + 1 < lines);
	default:
		return true;
	}
}

/* The ends of a stretch's lines in the cheapest shape, appended to `ends`. */
static void shape_lines(const struct shaper *shaper, enum fo_keyword shape, uint32_t lines, GArray *ends)
{
	uint32_t best_ends[LINES_MAX], from = 0;
	int64_t best = NEVER;
	struct plan plan = {.lines = lines, .states = g_new0(struct state, (size_t)lines * shaper->count * shaper->count)};
	for (plan.peak = 0; plan.peak < lines; plan.peak++) {
		if (!allows_peak(shape, plan.peak, lines))
			continue;
		int64_t cost = solve(shaper, &plan, &from);
		if (cost >= best)
			continue;
		best = cost;
		read_back(shaper, &plan, from, best_ends);
	}
	g_free(plan.states);
	g_array_append_vals(ends, best_ends, lines);
}

/* Units stay whole when they can; what is in the way of that is given up, the least first. */
static bool shape_stretch(struct shaper *shaper, enum fo_keyword shape, GArray *ends)
{
	for (int least = TEXT_JOINT_POOR; least >= TEXT_JOINT_SPLIT; least--) {
		list_candidates(shaper, (enum text_joint)least);
		uint32_t lines = shaper->count <= CANDIDATES_MAX ? count_lines(shaper) : 0;
		if (lines) {
			shape_lines(shaper, shape, lines, ends);
			return true;
		}
	}
	return false;
}

/* ---- joints ---- */

/* Whether atoms [first, end), in brackets, fit a line. */
static bool fits(const struct model *model, const struct line_rule *rule, uint32_t first, uint32_t end)
{
	struct measure measure;
	line_measure(model, first, end, false, LEN_MAX, &measure);
	return measure.natural <= (int64_t)rule->measure + LAYOUT_TOLERANCE;
}

/* What stands in brackets `depth` deep stays whole where it fits a line; where not, only what stands deeper may. True while there is such. */
static bool keep_brackets(const struct model *model, const struct line_rule *rule, const uint8_t *places, unsigned depth,
						  uint8_t *joints)
{
	bool any = false;
	for (uint32_t i = 0, end; i < model->count; i = end) {
		end = i + 1;
		if (TEXT_JOINT_DEPTH(places[i]) < depth)
			continue;
		while (end < model->count && TEXT_JOINT_DEPTH(places[end]) >= depth)
			end++;
		any = true;
		for (uint32_t k = i; k < end && fits(model, rule, i, MIN(end + 1, model->count)); k++)
			joints[k] = MIN(joints[k], TEXT_JOINT_INSIDE);
	}
	return any;
}

static uint8_t *joints_of(const struct paragraph *paragraph, const struct model *model, const struct line_rule *rule,
						  struct arena *arena)
{
	const uint8_t *places = text_find_joints(paragraph->layout->text, paragraph->shaped, arena);
	uint8_t *joints = ARENA_ARRAY(arena, uint8_t, model->count + 1);
	for (uint32_t i = 0; i < model->count; i++)
		joints[i] = TEXT_JOINT_OF(places[i]);
	for (unsigned depth = 1; depth <= TEXT_JOINT_DEPTH_MAX && keep_brackets(model, rule, places, depth, joints);)
		depth++;
	return joints;
}

/* ---- the whole ---- */

GArray *line_shape(const struct paragraph *paragraph, const struct model *model, const struct line_rule *rule)
{
	enum fo_keyword shape = paragraph->block->style->text_shape;
	if (shape == FO_KW_NONE)
		return NULL;
	struct arena *scratch = arena_open();
	struct shaper shaper = {.model = model, .rule = rule, .candidates = g_array_new(FALSE, FALSE, sizeof(struct candidate))};
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	bool shaped = true;
	text_use_terms(paragraph->layout->text, paragraph->block->style->terms, paragraph->block->place, paragraph->layout->sink);
	for (uint32_t i = 0; i < model->count && shaped; i++) {
		if (model->atoms[i].break_after != TEXT_MUST_BREAK && i + 1 < model->count)
			continue;
		shaper.end = i + 1;
		if (length_of(&shaper, shaper.first, shaper.end) >= 0) { /* most titles, and headings of tables: words do not matter */
			g_array_append_val(ends, shaper.end);
		} else {
			shaper.joints = shaper.joints ? shaper.joints : joints_of(paragraph, model, rule, scratch);
			shaped = shape_stretch(&shaper, shape, ends);
		}
		shaper.first = shaper.end;
	}
	g_array_free(shaper.candidates, TRUE);
	arena_close(scratch);
	if (shaped)
		return ends;
	g_array_free(ends, TRUE);
	return NULL;
}
