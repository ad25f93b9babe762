/* ahead: where a page ends, weighed with the pages after it down to a forced break, as Knuth and Plass weigh the lines of a paragraph and
 * FOP its pages. Only spaces that give way leave a choice; pages without any cost nothing here. */
#include "flow/build_int.h"
#include "flow/fit_int.h"

/* So many regions are looked at, and of each so many ends: bounds for time and for what is built ahead of the page. */
#define REGIONS_MAX 128
#define ENDS_MAX    64
/* So many of them are decided at a time; all, when a forced break or a region that no break fills is reached. */
#define DECIDED_MAX (REGIONS_MAX / 2)

/* What a way through the regions costs: the strongest keep that it breaks counts first. */
struct toll {
	int32_t keep;
	int64_t cost;
};

/* A way: down to an end of a region. */
struct end {
	guint before;        /* the end of the region before: in `ends` */
	struct flow_fit fit; /* of this region */
	struct flow_at at;   /* where the next one begins */
	len cut; /* > 0: so much of the row there stands above; -1: what is left there hangs on where its region began, too */
	struct toll toll;
	enum flow_fitness fitness;
};

struct ahead {
	struct layout *layout;
	struct flow *flow;
	struct flow_options options;           /* of the region that is looked at */
	GArray *ends;                          /* struct end; [0]: where the first region begins */
	guint latest;                          /* the first of them that belongs to that region */
	struct end arrived;                    /* the best way to a forced break, */
	struct end loose;                      /* or else the best to one that leaves its region too loose, */
	guint stuck;                           /* or the end of the longest after which no break fills a region */
	bool has_arrived, has_loose, is_stuck; /* there is one */
};

static const struct end *end_at(const struct ahead *ahead, guint index)
{
	return &g_array_index(ahead->ends, struct end, index);
}

/* ---- what it costs ---- */

static bool is_dearer(struct toll a, struct toll b)
{
	return a.keep != b.keep ? a.keep > b.keep : a.cost > b.cost;
}

static enum flow_fitness fitness_of(const struct flow_option *option)
{
	if (option->badness <= FLOW_BADNESS_FULL / 2)
		return FLOW_FAIR;
	return option->fit.give.by < 0 ? FLOW_TIGHT : FLOW_WIDE;
}

/* FOP's demerits, in the measure of flow_cost(). */
#define UNEVEN     (INT64_C(50) * 1000 * 1000)
#define SPLIT_NOTE (INT64_C(5000) * 1000 * 1000)

static struct end way_on(const struct ahead *ahead, guint from, const struct flow_option *option)
{
	const struct end *before = end_at(ahead, from);
	struct end end = {.before = from, .fit = option->fit, .toll = before->toll, .fitness = fitness_of(option)};
	bool uneven = before->fitness != end.fitness && before->fitness != FLOW_FAIR && end.fitness != FLOW_FAIR;
	end.toll.keep = MAX(end.toll.keep, option->fit.keep);
	end.toll.cost += flow_cost(option->badness) + (uneven ? UNEVEN : 0) + (option->fit.split ? SPLIT_NOTE : 0);
	return end;
}

/* ---- ways ---- */

static bool ends_all(const struct flow_fit *fit)
{
	return fit->all || fit->span || fit->forced;
}

/* Of equals the first. */
static void arrive(struct ahead *ahead, const struct end *end)
{
	if (ahead->has_arrived && !is_dearer(ahead->arrived.toll, end->toll))
		return;
	ahead->arrived = *end;
	ahead->has_arrived = true;
}

/* No break fills the region that begins here: what comes after is weighed when it is its turn. */
static void get_stuck(struct ahead *ahead, guint from)
{
	const struct end *end = end_at(ahead, from), *longest = end_at(ahead, ahead->stuck);
	bool shorter = end->at.index < longest->at.index;
	if (!ahead->is_stuck || !(shorter || (end->at.index == longest->at.index && !is_dearer(longest->toll, end->toll)))) {
		ahead->stuck = from;
		ahead->is_stuck = true;
	}
	if (!ahead->options.has_loose)
		return;
	struct end loose = way_on(ahead, from, &ahead->options.loose);
	if (ahead->has_loose && is_dearer(loose.toll, ahead->loose.toll))
		return;
	ahead->loose = loose;
	ahead->has_loose = true;
}

/* A way gets farther than the one that falls short. */
static void pass(struct ahead *ahead, const struct flow_fit *fit)
{
	ahead->has_loose &= ahead->loose.fit.end > fit->end;
}

/* Whether no way on can make up for what a way to the same end costs more: its fitness counts for no more than UNEVEN. */
static bool is_hopeless(const struct end *end, const struct end *other)
{
	struct toll toll = other->toll;
	toll.cost += end->fitness == other->fitness ? 0 : UNEVEN;
	return is_dearer(end->toll, toll);
}

/* The way that a new one has to be cheaper than: one to the same end, or when there are too many the dearest; or NULL. */
static struct end *rival(const struct ahead *ahead, const struct end *end)
{
	struct end *dearest = NULL;
	for (guint i = ahead->latest; i < ahead->ends->len; i++) {
		struct end *other = &g_array_index(ahead->ends, struct end, i);
		bool same = other->at.index == end->at.index && other->cut == end->cut && end->cut >= 0 &&
					other->fit.beyond == end->fit.beyond;
		if (same && (other->fitness == end->fitness || is_hopeless(end, other) || is_hopeless(other, end)))
			return other;
		if (!dearest || is_dearer(other->toll, dearest->toll))
			dearest = other;
	}
	return ahead->ends->len - ahead->latest < ENDS_MAX ? NULL : dearest;
}

/* An end in what an earlier region left of a row, or behind it in rows that it is bound to by spans. */
static bool hangs_on_begin(const struct flow *flow, struct flow_at from, const struct flow_fit *fit)
{
	if (fit->end == from.index || !from.cut || !from.cut->whole)
		return fit->end == from.index && fit->cut;
	uint32_t next = flow_next_row(flow, fit->end - 1);
	return next < flow->count && flow->items[next].row->whole;
}

static void add_end(struct ahead *ahead, struct end *end)
{
	struct flow_at from = end_at(ahead, end->before)->at;
	end->at.index = end->fit.end;
	end->cut = hangs_on_begin(ahead->flow, from, &end->fit) ? -1 : end->fit.cut;
	struct end *other = rival(ahead, end);
	if (other && !is_dearer(other->toll, end->toll))
		return;
	end->at = flow_next(ahead->layout, ahead->flow, from, &end->fit);
	if (other)
		*other = *end;
	else
		g_array_append_val(ahead->ends, *end);
}

/* From an end through the next region, whose breaks are the options. */
static void go_on(struct ahead *ahead, guint from)
{
	const struct flow_options *options = &ahead->options;
	if (!options->filling->len)
		get_stuck(ahead, from);
	for (guint i = 0; i < options->filling->len; i++) {
		struct end end = way_on(ahead, from, &g_array_index(options->filling, struct flow_option, i));
		pass(ahead, &end.fit);
		if (ends_all(&end.fit))
			arrive(ahead, &end);
		else
			add_end(ahead, &end);
	}
}

/* Through all regions that are known. Ways that go on where nobody looks cost one more region at least. True: nothing was cut short. */
static bool go_ahead(struct ahead *ahead, flow_room_ahead *room_ahead, const void *data)
{
	struct flow_room room;
	unsigned n = 1;
	for (; n < REGIONS_MAX && ahead->latest < ahead->ends->len && room_ahead(data, n, &room); n++) {
		guint from = ahead->latest, to = ahead->latest = ahead->ends->len;
		for (; from < to; from++) {
			g_array_set_size(ahead->options.filling, 0);
			ahead->options.has_loose = false;
			flow_fit_options(ahead->flow, end_at(ahead, from)->at, &room, &ahead->options);
			go_on(ahead, from);
		}
	}
	bool cut_short = ahead->latest < ahead->ends->len;
	for (guint i = ahead->latest; i < ahead->ends->len; i++) {
		struct end end = *end_at(ahead, i);
		end.toll.cost += flow_cost(0);
		arrive(ahead, &end);
	}
	return !cut_short;
}

/* ---- what is decided ---- */

/* The best way. Where none arrives FOP's rule holds: the longest, if its spaces stretch at its end, else the one that falls short least. */
static struct end best_way(const struct ahead *ahead)
{
	if (ahead->has_arrived)
		return ahead->arrived;
	const struct end *stuck = end_at(ahead, ahead->stuck);
	bool stretches = ahead->stuck && stuck->fit.give.by > 0;
	return ahead->has_loose && !stretches ? ahead->loose : *stuck;
}

/* Notes the breaks of the best way, and returns the first of them. */
static struct flow_fit decide(struct ahead *ahead, bool to_the_end, len height)
{
	struct end last = best_way(ahead);
	GArray *way = ahead->flow->source->way;
	guint regions = 1;
	for (guint i = last.before; i; i = end_at(ahead, i)->before)
		regions++;
	g_array_set_size(way, 0);
	struct flow_fit first = last.fit;
	for (guint n = regions; n > 0; n--) {
		struct flow_at from = end_at(ahead, last.before)->at;
		struct flow_decision decision = {from.index, from.cut != NULL, height, last.fit.end, last.fit.cut};
		if (to_the_end || n <= DECIDED_MAX)
			g_array_append_val(way, decision);
		first = last.fit;
		last = *end_at(ahead, last.before);
	}
	return first;
}

static bool is_decided(const struct flow_decision *decision, const struct flow_option *option)
{
	return option->fit.end == decision->end && option->fit.cut == decision->cut;
}

/* The option that was decided on when an earlier page was weighed, or NULL. */
static const struct flow_option *decided(const struct flow *flow, struct flow_at at, len height,
										 const struct flow_options *options)
{
	const GArray *way = flow->source->way;
	for (guint i = 0; i < way->len; i++) {
		const struct flow_decision *decision = &g_array_index(way, struct flow_decision, i);
		if (decision->from != at.index || decision->from_cut != (at.cut != NULL) || decision->height != height)
			continue;
		for (guint k = 0; k < options->filling->len; k++) {
			const struct flow_option *option = &g_array_index(options->filling, struct flow_option, k);
			if (is_decided(decision, option))
				return option;
		}
		if (options->has_loose && is_decided(decision, &options->loose))
			return &options->loose;
	}
	return NULL;
}

static struct flow_fit weigh(struct ahead *ahead, struct flow_at at, len height, flow_room_ahead *room_ahead, const void *data)
{
	ahead->ends = g_array_new(FALSE, FALSE, sizeof(struct end));
	struct end start = {.at = at, .fitness = ahead->flow->source->ended.before};
	g_array_append_val(ahead->ends, start);
	ahead->latest = 1;
	go_on(ahead, 0);
	struct flow_fit fit = decide(ahead, go_ahead(ahead, room_ahead, data), height);
	g_array_free(ahead->ends, TRUE);
	return fit;
}

/* Of a region that was not weighed with others. */
static enum flow_fitness fitness_alone(const struct flow_fit *fit, const struct flow_room *room)
{
	int64_t left = (int64_t)room->height - fit->height - MAX(fit->notes - room->paid, 0);
	return fitness_of(&(struct flow_option){.fit = *fit, .badness = flow_badness(left, fit->give)});
}

/* What stands before the region: the one that was chosen last, or, when this one is tried anew, what stood before it then. */
static void begin_region(struct flow_ended *ended, struct flow_at at)
{
	bool cut = at.cut != NULL, next = ended->end == at.index && ended->cut == cut;
	bool again = ended->from == at.index && ended->from_cut == cut;
	enum flow_fitness before = next ? ended->fitness : again ? ended->before : FLOW_FAIR;
	*ended = (struct flow_ended){.from = at.index, .from_cut = cut, .before = before};
}

static void end_region(struct flow_ended *ended, const struct flow_fit *fit, const struct flow_room *room)
{
	ended->end = fit->end;
	ended->cut = fit->cut > 0;
	ended->fitness = ends_all(fit) ? FLOW_FAIR : fitness_alone(fit, room);
}

struct flow_fit flow_fit_ahead(struct layout *layout, struct flow *flow, struct flow_at at, const struct flow_room *room,
							   flow_room_ahead *room_ahead, const void *data)
{
	struct ahead ahead = {
		.layout = layout, .flow = flow, .options.filling = g_array_new(FALSE, FALSE, sizeof(struct flow_option))};
	struct flow_ended *ended = &flow->source->ended;
	begin_region(ended, at);
	struct flow_fit fit = flow_fit_kept(flow, at, room, &ahead.options);
	const struct flow_option *known = decided(flow, at, room->height, &ahead.options);
	if (known)
		fit = known->fit;
	else if (ahead.options.filling->len > 1)
		fit = weigh(&ahead, at, room->height, room_ahead, data);
	end_region(ended, &fit, room);
	g_array_free(ahead.options.filling, TRUE);
	return fit;
}
