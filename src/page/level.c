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

/* The columns behind those that are fixed as low as can be, lower than that. */
static struct plan_stretch lower(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_limits *limits,
								 len high, struct plan_stretch full)
{
	len low = 0;
	limits->height = high;
	while (high - low > LEN_PT / 4) {
		struct plan_limits middle = *limits;
		middle.height = low + (high - low) / 2;
		struct plan_stretch tried = page_fill(planner, flow, at, false, &middle);
		bool is_good = is_as_good(&tried, &full);
		struct plan_stretch dropped = is_good ? full : tried;
		if (is_good) {
			full = tried;
			limits->height = high = middle.height;
		} else {
			low = middle.height;
		}
		g_array_free(dropped.columns, TRUE);
	}
	return full;
}

/* Whether a column that is not the first is as tall as it is for what begins it, which may not be parted. Orphans and widows do not count: a column
 * is rather no taller than those before it. */
static bool is_indivisible(const struct planner *planner, const struct plan_stretch *full, guint index)
{
	const struct page_column *column = plan_column(full, index);
	struct plan_limits limits = {.height = column->fit.height - 2 * LAYOUT_TOLERANCE};
	struct flow_room room = page_column_room(planner, full, &limits, (int)index, planner->body->columns);
	struct flow_fit fit = flow_fit(column->flow, column->at, &room);
	return fit.none || fit.overfull || (fit.keep > full->keep && fit.keep != KEEP_LINES);
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

/* The first column is as tall as all must be that take the rest, then the others likewise, so that a line of all at most is missing in the last ones.
 * When a tall thing, which is kept together, leaves columns over, what is before it has them, too. between: what stands before such things that are no
 * taller than other columns, and between them, is level for itself. */
static struct plan_stretch level(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_stretch full,
								 bool between)
{
	guint columns = (guint)planner->body->columns;
	len *chosen = g_new0(len, columns);
	for (guint i = 0; i + 1 < columns && i < full.columns->len; i++) {
		struct plan_limits limits = {.chosen = chosen, .fixed = i};
		len high = plan_column(&full, tallest(&full, i, full.columns->len))->fit.height;
		full = lower(planner, flow, at, &limits, high, full);
		guint tall = tall_behind(planner, &full, i, between);
		if (tall > i) {
			limits.beyond = limits.height;
			limits.upto = tall + columns - full.columns->len;
			full = lower(planner, flow, at, &limits, plan_column(&full, tallest(&full, i, tall))->fit.height, full);
		}
		chosen[i] = limits.height;
	}
	g_free(chosen);
	return full;
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

struct plan_stretch page_balance(const struct planner *planner, struct flow *flow, struct flow_at at, struct plan_stretch full)
{
	len room = plan_column(&full, 0)->room;
	full = level(planner, flow, at, full, false);
	if (next_indivisible(planner, &full, 0) > 0) {
		struct plan_stretch other = full;
		other.columns = g_array_copy(full.columns);
		full = more_even(full, level(planner, flow, at, other, true));
	}
	for (guint i = 0; i < full.columns->len; i++)
		plan_column(&full, i)->room = len_add(plan_column(&full, i)->fit.height, room - full.height);
	return full;
}
