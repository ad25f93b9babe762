/* set: where each atom of a line stands. What must be lost or gained is shared out step by step, each step in proportion, by cumulative
 * rounding, so that the line comes out exact. */
#include "line/line_int.h"

#define FAR_AWAY (LEN_MAX / 2) /* what stands beyond, in a line of a word of a million letters, stands there */

/* What one step gives or takes, shared over the atoms by their weights. */
struct share {
	int64_t total, sum, seen, given;
};

static len take_share(struct share *share, int64_t weight)
{
	if (!share->total || !weight || !share->sum)
		return 0;
	share->seen += weight;
	int64_t upto = len_part(share->total, share->seen, share->sum), part = upto - share->given;
	share->given = upto;
	return (len)part;
}

struct setting {
	struct share shrink[SHRINK_STEPS], stretch[STRETCH_STEPS];
	struct share gaps;   /* between wide characters */
	struct share spread; /* gaps between Han and Latin, when all are wide */
	struct share words;  /* what is left when there are none: spaces and Han–Latin gaps take it, */
	bool weighed;        /* each as its own stretch: Latin text */
};

/* An atom as it stands in its line: what it may lose by itself there, and whether gaps follow it. */
struct seat {
	const struct atom *atom;
	len start, end;           /* trimmed at the line's edges */
	len start_edge, end_edge; /* of inlines' edges likewise */
	len shrink;
	bool is_last, opens_gap;
};

static struct seat seat_of(const struct model *model, const struct measure *measure, uint32_t i, bool keep_start_blank)
{
	const struct atom *atom = &model->atoms[i];
	struct seat seat = {.atom = atom, .is_last = i + 1 == measure->end};
	seat.start = i == measure->first && !keep_start_blank ? atom->start_trim : 0;
	seat.end = seat.is_last ? atom->end_trim : 0;
	seat.shrink = MAX(atom->shrink - seat.start - seat.end, 0);
	seat.start_edge = i == measure->first ? atom->start_edge : 0;
	seat.end_edge = seat.is_last ? atom->end_edge : 0;
	seat.opens_gap = atom->opens_gap && !seat.is_last && !(measure->hang && i + 2 == measure->end);
	return seat;
}

/* The share in what is left. */
static int64_t word_weight(const struct seat *seat, bool weighed)
{
	const struct atom *atom = seat->atom;
	if (weighed)
		return atom->stretch_step == STRETCH_WORD ? atom->stretch : 0;
	return (atom->space && !atom->rigid) || (atom->gap_shrink && !seat->is_last);
}

/* ---- the plan ---- */

/* The weights of each step in this line. */
static struct setting weigh(const struct model *model, const struct measure *measure, bool keep_start_blank)
{
	struct setting setting = {.weighed = model->latin && !measure->gaps && measure->stretch > measure->object_stretch};
	for (uint32_t i = measure->first; i < measure->end; i++) {
		struct seat seat = seat_of(model, measure, i, keep_start_blank);
		const struct atom *atom = seat.atom;
		setting.shrink[atom->shrink_step].sum += seat.shrink;
		setting.stretch[atom->stretch_step].sum += atom->stretch;
		setting.gaps.sum += seat.opens_gap;
		setting.words.sum += word_weight(&seat, setting.weighed);
		if (seat.is_last)
			continue;
		setting.spread.sum += atom->spreads;
		setting.shrink[SHRINK_AUTOSPACE].sum += atom->gap_shrink;
		setting.stretch[STRETCH_AUTOSPACE].sum += atom->gap_stretch;
		setting.shrink[SHRINK_TRACKING].sum += atom->tracking_shrink;
		setting.stretch[STRETCH_TRACKING].sum += atom->tracking_stretch;
	}
	return setting;
}

/* Whether a line that is not flush shrinks by the step. */
static bool may_shrink(int step, enum line_setting how)
{
	if (how == LINE_FLUSH || step == SHRINK_OBJECT)
		return true;
	return how == LINE_SQUEEZED && (step == SHRINK_BRACKET || step == SHRINK_PAUSE || step == SHRINK_STOP);
}

static void plan_shrink(struct setting *setting, int64_t missing, enum line_setting how)
{
	for (int i = 0; i < SHRINK_STEPS && missing > 0; i++) {
		if (!may_shrink(i, how))
			continue;
		setting->shrink[i].total = MIN(missing, setting->shrink[i].sum);
		missing -= setting->shrink[i].total;
	}
}

/* A gap between Han and Latin ends at `most` (half an em). When those between wide characters come to be wider than that, as in a few
 * characters spread over a column (Z-56), all grow alike. */
static void share_rest(struct setting *setting, int64_t slack, len most)
{
	int64_t each = (slack + setting->spread.sum * most) / MAX(setting->gaps.sum + setting->spread.sum, 1);
	setting->spread.total = most > 0 && each > most ? setting->spread.sum * (each - most) : 0;
	setting->gaps.total = slack - setting->spread.total;
}

/* gw:text-justify: inter-character has one step only, inter-word no gaps. On the strict grid words are parted in lines without Han only. */
static void plan_stretch(struct setting *setting, int64_t slack, len most, enum fo_keyword justify, bool rigid)
{
	int steps = justify == FO_KW_INTER_CHARACTER || rigid ? STRETCH_OBJECT + 1 : STRETCH_STEPS;
	for (int i = 0; i < steps && slack > 0; i++) {
		setting->stretch[i].total = MIN(slack, setting->stretch[i].sum);
		slack -= setting->stretch[i].total;
	}
	if (!setting->gaps.sum)
		setting->words.total = rigid ? 0 : slack;
	else
		share_rest(setting, slack, rigid ? 0 : most);
}

/* Shares an amount over the steps, to each in proportion to what it may give or take; what is left of it. */
static int64_t share_alike(struct share *steps, int count, int64_t amount, int64_t all)
{
	int64_t left = amount;
	for (int i = 0; i < count; i++) {
		steps[i].total = MIN(amount * steps[i].sum / all, steps[i].sum);
		left -= steps[i].total;
	}
	return left;
}

/* Flush Latin text: leaders, spaces and letter-spacing change alike, as in FOP; but for spaces no further than they may. What does not fit
 * all the same is left as it is. */
static void plan_latin(struct setting *setting, const struct measure *measure, int64_t slack)
{
	if (slack >= 0) {
		setting->words.total = share_alike(setting->stretch, STRETCH_STEPS, slack, measure->stretch);
		return;
	}
	if (-slack > measure->shrink + LAYOUT_TOLERANCE)
		return; /* it overruns in any case */
	struct share *words = &setting->shrink[SHRINK_WORD];
	int64_t rounded = share_alike(setting->shrink, SHRINK_STEPS, -slack, MAX(measure->shrink, 1));
	words->total = MIN(words->total + rounded, words->sum);
}

/* ---- setting ---- */

/* What an atom's own width gains in this line. */
static len own_gain(struct setting *setting, const struct seat *seat)
{
	const struct atom *atom = seat->atom;
	len gain = take_share(&setting->stretch[atom->stretch_step], atom->stretch) -
			   take_share(&setting->shrink[atom->shrink_step], seat->shrink);
	bool word = atom->space || setting->weighed;
	return gain + (word ? take_share(&setting->words, word_weight(seat, setting->weighed)) : 0);
}

static len gap_after(struct setting *setting, const struct seat *seat)
{
	const struct atom *atom = seat->atom;
	len gap = atom->gap + atom->tracking + take_share(&setting->gaps, seat->opens_gap) +
			  take_share(&setting->stretch[STRETCH_TRACKING], atom->tracking_stretch) -
			  take_share(&setting->shrink[SHRINK_TRACKING], atom->tracking_shrink);
	if (!atom->gap_shrink && !atom->gap_stretch)
		return gap;
	return gap + take_share(&setting->spread, atom->spreads && !seat->is_last) +
		   take_share(&setting->stretch[STRETCH_AUTOSPACE], atom->gap_stretch) -
		   take_share(&setting->shrink[SHRINK_AUTOSPACE], atom->gap_shrink) +
		   take_share(&setting->words, word_weight(seat, setting->weighed));
}

/* How far glyphs move when the blank in front of them shrinks: all of the loss for opening marks, half for centred ones. */
static len lost_in_front(const struct text_cluster *cluster, len loss)
{
	if (!cluster->blank_before)
		return 0;
	return cluster->blank_after ? loss / 2 : loss;
}

/* Sets atom i with its origin's cell at x; the next one's x. */
static len set_atom(struct setting *setting, const struct seat *seat, struct pad pad, len x, struct spot *spot)
{
	const struct atom *atom = seat->atom;
	len gain = own_gain(setting, seat);
	x += pad.before;
	spot->x = x - atom->shift - seat->start - seat->start_edge - lost_in_front(atom->cluster, -MIN(gain, 0));
	spot->start = x;
	spot->before = seat->start_edge;
	spot->after = seat->end_edge;
	spot->advance = atom->width - seat->start - seat->end - seat->start_edge - seat->end_edge + gain +
					(seat->is_last ? atom->hyphen : 0);
	int64_t next = (int64_t)x + spot->advance + (seat->is_last ? 0 : gap_after(setting, seat)) + pad.after;
	return (len)MIN(next, FAR_AWAY);
}

len line_set(const struct paragraph *paragraph, const struct model *model, const struct measure *measure, len width,
			 enum line_setting how, bool keep_start_blank, struct spot *spots)
{
	struct setting setting = weigh(model, measure, keep_start_blank);
	int64_t slack = (int64_t)width - measure->natural + measure->hang;
	bool rigid = model->grid && !line_grid_is_run(model, measure->first, measure->end);
	if (how == LINE_FLUSH && setting.weighed)
		plan_latin(&setting, measure, slack);
	else if (slack < 0)
		plan_shrink(&setting, -slack, how);
	else if (how == LINE_FLUSH)
		plan_stretch(&setting, slack, model->em / 2, paragraph->block->style->text_justify, rigid);
	len x = 0;
	for (uint32_t i = measure->first; i < measure->end; i++) {
		struct seat seat = seat_of(model, measure, i, keep_start_blank);
		struct pad pad = rigid ? line_grid_pad_at(model, measure->first, measure->end, i) : (struct pad){0};
		x = set_atom(&setting, &seat, pad, x, &spots[i]);
	}
	return x - measure->hang;
}
