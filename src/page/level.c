/* level: the columns of a stretch end about level (XSL 1.1, 6.4.14): they are filled again and again, each time with less room. */
#include "page/plan_int.h"

/* Whether columns still take all of the stretch with its footnotes, break no keep that whole columns would not, and divide no float: whole ones do not. */
static bool is_as_good(const struct plan_stretch *tried, const struct plan_stretch *full)
{
	bool takes_all = (tried->last.all || tried->last.span) && tried->notes >= full->notes;
	return takes_all && !tried->overfull && !tried->parted && tried->keep <= full->keep;
}

/* The first of the tallest of some columns. */
static guint tallest(const struct plan_stretch *stretch, guint from, guint to)
{
	guint found = from;
	for (guint i = from + 1; i < to; i++)
		if (plan_column(stretch, i)->fit.height > plan_column(stretch, found)->fit.height)
			found = i;
	return found;
}

static len height_of(const struct plan_stretch *stretch, guint from, guint to)
{
	return plan_column(stretch, tallest(stretch, from, to))->fit.height;
}

/* Columns that differ by less are level. */
#define STEP (LEN_PT / 4)

/* Where the stretch begins; its columns as they are up to now. */
struct leveling {
	const struct planner *planner;
	struct flow *flow;
	struct flow_at at;
	struct plan_stretch full;
	len *chosen; /* the heights of columns that are fixed */
};

/* Fills them so high, and keeps that if it is as good. */
static bool try_height(struct leveling *leveling, struct plan_limits limits, len height)
{
	limits.height = height;
	struct plan_stretch tried = page_fill(leveling->planner, leveling->flow, leveling->at, false, &limits);
	bool is_good = is_as_good(&tried, &leveling->full);
	g_array_free(is_good ? leveling->full.columns : tried.columns, TRUE);
	if (is_good)
		leveling->full = tried;
	return is_good;
}

/* The columns behind those that are fixed as low as can be, lower than that; mostly the first trial tells that they cannot. Returns how high that is. */
static len lower(struct leveling *leveling, const struct plan_limits *limits, len high)
{
	len low = 0;
	if (high <= STEP || !try_height(leveling, *limits, high - STEP))
		return high;
	while (high - low > STEP) {
		len middle = low + (high - low) / 2;
		if (try_height(leveling, *limits, middle))
			high = middle;
		else
			low = middle;
	}
	return high;
}

/* Whether a column that is not the first is as tall as it is for what begins it, which may not be parted. Orphans and widows do not count: a column
 * is rather no taller than those before it. */
static bool is_indivisible(const struct planner *planner, const struct plan_stretch *full, guint index)
{
	const struct page_column *column = plan_column(full, index);
	struct plan_limits limits = {.height = column->fit.height - 2 * LAYOUT_TOLERANCE};
	struct flow_room room = page_column_room(planner, full, &limits, (int)index, planner->body->columns);
	struct flow_fit fit = flow_fit(column->flow, column->at, &room);
	return fit.none || fit.overfull || (fit.keep > full->keep && (fit.keep < KEEP_BESIDE || fit.keep > KEEP_LINES));
}

/* The first of the tallest columns behind `from` that are so; or `from`. */
static guint next_indivisible(const struct planner *planner, const struct plan_stretch *full, guint from)
{
	len most = plan_column(full, tallest(full, 0, full->columns->len))->fit.height;
	for (guint i = from + 1; i < full->columns->len; i++)
		if (plan_column(full, i)->fit.height + LAYOUT_TOLERANCE >= most && is_indivisible(planner, full, i))
			return i;
	return from;
}

/* The tall thing before which columns from `from` on may be lower; or `from`. */
static guint tall_behind(const struct planner *planner, const struct plan_stretch *full, guint from, bool between)
{
	guint found = between ? next_indivisible(planner, full, from) : from, count = full->columns->len;
	return found == from && count < (guint)planner->body->columns ? tallest(full, from, count) : found;
}

/* ---- hundreds of columns ---- */

/* Whether the columns from there on, up to `tall`, are lower now: as low as those before them, as tall as they are, let them be. */
static bool are_lower(struct leveling *leveling, struct plan_limits limits, guint from, guint tall)
{
	guint to = MIN(tall, leveling->full.columns->len);
	if (from >= to)
		return false;
	limits.fixed = from;
	len height = height_of(&leveling->full, from, to);
	return lower(leveling, &limits, height) < height;
}

/* The next column, from `from` on, from which those before `tall` may be lower, as there is less for each of them; or `tall`. Most are as tall as those
 * before them: the steps to that one double, and it is looked for within the last step. Columns before it are fixed as they are. */
static guint next_lower(struct leveling *leveling, const struct plan_limits *limits, guint from, guint tall)
{
	guint low = from, high = from;
	len most = 0;
	for (guint i = MIN(tall, leveling->full.columns->len); i > from; i--)
		leveling->chosen[i - 1] = most = MAX(most, plan_column(&leveling->full, i - 1)->fit.height);
	while (high < tall && !are_lower(leveling, *limits, high, tall)) {
		guint step = high - from + 1;
		low = high + 1;
		high = MIN(high + step, tall);
	}
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (are_lower(leveling, *limits, middle, tall))
			high = middle;
		else
			low = middle + 1;
	}
	return high;
}

/* ---- all of them ---- */

/* The first column is as tall as all must be that take the rest, then the others likewise, so that a line of all at most is missing in the last ones.
 * When a tall thing, which is kept together, leaves columns over, what is before it has them, too. between: what stands before such things that are no
 * taller than other columns, and between them, is level for itself. */
static void level(struct leveling *leveling, bool between)
{
	const struct plan_stretch *full = &leveling->full;
	guint columns = (guint)leveling->planner->body->columns, i = 0;
	while (i + 1 < columns && i < full->columns->len) {
		struct plan_limits limits = {.chosen = leveling->chosen, .fixed = i};
		limits.height = lower(leveling, &limits, height_of(full, i, full->columns->len));
		guint tall = tall_behind(leveling->planner, full, i, between), count = full->columns->len;
		if (tall > i) {
			limits.beyond = limits.height;
			limits.upto = tall + columns - count;
			limits.tall = *plan_column(full, tall);
			limits.height = lower(leveling, &limits, height_of(full, i, tall));
		}
		leveling->chosen[i++] = limits.height;
		if (tall >= i || count == columns)
			i = next_lower(leveling, &limits, i, tall >= i ? tall : columns);
	}
}

/* Of columns that take the same it is less the less they differ. */
static int64_t unevenness(const struct plan_stretch *stretch)
{
	int64_t sum = 0;
	for (guint i = 0; i < stretch->columns->len; i++) {
		int64_t height = plan_column(stretch, i)->fit.height / (LEN_PT / 4);
		sum += height * height;
	}
	return sum;
}

/* The better of two; the other one goes. */
static struct plan_stretch more_even(struct plan_stretch first, struct plan_stretch second)
{
	bool better = unevenness(&second) < unevenness(&first);
	g_array_free(better ? first.columns : second.columns, TRUE);
	return better ? second : first;
}

/* The stretch, level; `full` goes. */
static struct plan_stretch leveled(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_stretch full,
								   bool between)
{
	struct leveling leveling = {planner, flow, at, full, g_new0(len, (guint)planner->body->columns)};
	level(&leveling, between);
	g_free(leveling.chosen);
	return leveling.full;
}

struct plan_stretch page_balance(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_stretch full)
{
	len room = plan_column(&full, 0)->room;
	full = leveled(planner, flow, at, full, false);
	if (next_indivisible(planner, &full, 0) > 0) {
		struct plan_stretch other = full;
		other.columns = g_array_copy(full.columns);
		full = more_even(full, leveled(planner, flow, at, other, true));
	}
	for (guint i = 0; i < full.columns->len; i++)
		plan_column(&full, i)->room = len_add(plan_column(&full, i)->fit.height, room - full.height);
	return full;
}
