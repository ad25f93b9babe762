/* line_set: where each atom of a line stands. What must be lost or gained is shared out step by step, each step in proportion, by cumulative
 * rounding, so that the line comes out exact. */
#include "layout/line_int.h"

/* What one step gives or takes, shared over the atoms by their weights. */
struct share {
	int64_t total, sum, seen, given;
};

static len take_share(struct share *share, int64_t weight)
{
	if (!share->total || !weight || !share->sum)
		return 0;
	share->seen += weight;
	int64_t upto = share->total * share->seen / share->sum, part = upto - share->given;
	share->given = upto;
	return (len)part;
}

struct setting {
	struct share shrink[SHRINK_STEPS], stretch[STRETCH_STEPS];
	struct share gaps;  /* between wide characters */
	struct share words; /* what is left when there are none: spaces and Han–Latin gaps take it */
};

/* An atom as it stands in its line: what it may lose by itself there, and whether gaps follow it. */
struct seat {
	const struct atom *atom;
	len start, end; /* trimmed at the line's edges */
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
	seat.opens_gap = atom->opens_gap && !seat.is_last && !(measure->hang && i + 2 == measure->end);
	return seat;
}

static bool takes_words(const struct seat *seat)
{
	return seat->atom->space || (seat->atom->gap_shrink && !seat->is_last);
}

/* ---- the plan ---- */

/* The weights of each step in this line. */
static struct setting weigh(const struct model *model, const struct measure *measure, bool keep_start_blank)
{
	struct setting setting = {0};
	for (uint32_t i = measure->first; i < measure->end; i++) {
		struct seat seat = seat_of(model, measure, i, keep_start_blank);
		const struct atom *atom = seat.atom;
		setting.shrink[atom->shrink_step].sum += seat.shrink;
		setting.stretch[atom->stretch_step].sum += atom->stretch;
		setting.gaps.sum += seat.opens_gap;
		setting.words.sum += takes_words(&seat);
		if (seat.is_last)
			continue;
		setting.shrink[SHRINK_AUTOSPACE].sum += atom->gap_shrink;
		setting.stretch[STRETCH_AUTOSPACE].sum += atom->gap_stretch;
	}
	return setting;
}

static void plan_shrink(struct setting *setting, int64_t missing, int steps)
{
	for (int i = 0; i < steps && missing > 0; i++) {
		setting->shrink[i].total = MIN(missing, setting->shrink[i].sum);
		missing -= setting->shrink[i].total;
	}
}

/* gw:text-justify: inter-character has one step only, inter-word no gaps. */
static void plan_stretch(struct setting *setting, int64_t slack, enum fo_keyword justify)
{
	int steps = justify == FO_KW_INTER_CHARACTER ? STRETCH_OBJECT + 1 : STRETCH_STEPS;
	for (int i = 0; i < steps && slack > 0; i++) {
		setting->stretch[i].total = MIN(slack, setting->stretch[i].sum);
		slack -= setting->stretch[i].total;
	}
	if (setting->gaps.sum)
		setting->gaps.total = slack;
	else
		setting->words.total = slack;
}

/* ---- setting ---- */

/* What an atom's own width gains in this line. */
static len own_gain(struct setting *setting, const struct seat *seat)
{
	const struct atom *atom = seat->atom;
	len gain = take_share(&setting->stretch[atom->stretch_step], atom->stretch) -
			   take_share(&setting->shrink[atom->shrink_step], seat->shrink);
	return gain + (atom->space ? take_share(&setting->words, takes_words(seat)) : 0);
}

static len gap_after(struct setting *setting, const struct seat *seat)
{
	const struct atom *atom = seat->atom;
	len gap = atom->gap + atom->tracking + take_share(&setting->gaps, seat->opens_gap);
	if (!atom->gap_shrink && !atom->gap_stretch)
		return gap;
	return gap + take_share(&setting->stretch[STRETCH_AUTOSPACE], atom->gap_stretch) -
		   take_share(&setting->shrink[SHRINK_AUTOSPACE], atom->gap_shrink) + take_share(&setting->words, takes_words(seat));
}

/* How far glyphs move when the blank in front of them shrinks: all of the loss for opening marks, half for centred ones. */
static len lost_in_front(const struct text_cluster *cluster, len loss)
{
	if (!cluster->blank_before)
		return 0;
	return cluster->blank_after ? loss / 2 : loss;
}

len line_set(const struct paragraph *paragraph, const struct model *model, const struct measure *measure, len width, bool justify,
			 bool keep_start_blank, struct spot *spots)
{
	enum fo_keyword how = paragraph->block->style->text_justify;
	struct setting setting = weigh(model, measure, keep_start_blank);
	int64_t slack = (int64_t)width - measure->natural + measure->hang;
	if (slack < 0)
		plan_shrink(&setting, -slack, justify ? SHRINK_STEPS : SHRINK_OBJECT + 1);
	else if (justify)
		plan_stretch(&setting, slack, how);
	len x = 0;
	for (uint32_t i = measure->first; i < measure->end; i++) {
		struct seat seat = seat_of(model, measure, i, keep_start_blank);
		const struct atom *atom = seat.atom;
		len gain = own_gain(&setting, &seat);
		spots[i].x = x - atom->shift - seat.start - lost_in_front(atom->cluster, -MIN(gain, 0));
		spots[i].start = x;
		spots[i].advance = atom->width - seat.start - seat.end + gain + (seat.is_last ? atom->hyphen : 0);
		x += spots[i].advance + (seat.is_last ? 0 : gap_after(&setting, &seat));
	}
	return x - measure->hang;
}
