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
	struct share shrink[SHRINK_STEPS], stretch[STRETCH_STEPS], gaps;
};

static void plan_shrink(struct setting *setting, const struct measure *measure, int64_t missing, int steps)
{
	for (int i = 0; i < steps && missing > 0; i++) {
		int64_t take = MIN(missing, measure->shrink[i]);
		setting->shrink[i] = (struct share){.total = take, .sum = measure->shrink[i]};
		missing -= take;
	}
}

static void plan_stretch(struct setting *setting, const struct measure *measure, int64_t slack)
{
	for (int i = 0; i < STRETCH_STEPS && slack > 0; i++) {
		int64_t take = MIN(slack, measure->stretch[i]);
		setting->stretch[i] = (struct share){.total = take, .sum = measure->stretch[i]};
		slack -= take;
	}
	setting->gaps = (struct share){.total = slack, .sum = measure->gaps};
}

static struct setting plan(const struct measure *measure, len width, bool justify)
{
	struct setting setting = {0};
	int64_t slack = (int64_t)width - measure->natural;
	if (slack < 0)
		plan_shrink(&setting, measure, -slack, justify ? SHRINK_STEPS : SHRINK_OBJECT + 1);
	else if (justify)
		plan_stretch(&setting, measure, slack);
	return setting;
}

/* What an atom's own width gains in this line. */
static len own_gain(const struct paragraph *paragraph, struct setting *setting, const struct atom *atom, len own_shrink)
{
	len gain = -take_share(&setting->shrink[atom->shrink_step], own_shrink);
	if (atom->cluster->cls == TEXT_OBJECT)
		gain += take_share(&setting->stretch[STRETCH_OBJECT],
						   g_array_index(paragraph->infos, struct inline_span, atom->cluster->span).stretch);
	if (atom->space)
		gain += take_share(&setting->stretch[STRETCH_WORD], MAX(atom->cluster->size / 2 - atom->width, 0));
	return gain;
}

static len gap_after(struct setting *setting, const struct atom *atom)
{
	len gap = atom->gap + atom->tracking;
	gap += take_share(&setting->stretch[STRETCH_AUTOSPACE], atom->gap) -
		   take_share(&setting->shrink[SHRINK_AUTOSPACE], atom->gap / 2);
	return gap + take_share(&setting->gaps, atom->opens_gap);
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
	struct setting setting = plan(measure, width, justify);
	len x = 0;
	for (uint32_t i = measure->first; i < measure->end; i++) {
		const struct atom *atom = &model->atoms[i];
		bool is_last = i + 1 == measure->end;
		len start = i == measure->first && !keep_start_blank ? atom->start_trim : 0, end = is_last ? atom->end_trim : 0;
		len gain = own_gain(paragraph, &setting, atom, MAX(atom->shrink - start - end, 0));
		spots[i].x = x - atom->shift - start - lost_in_front(atom->cluster, -MIN(gain, 0));
		spots[i].start = x;
		spots[i].advance = atom->width - start - end + gain;
		x += spots[i].advance + (is_last ? 0 : gap_after(&setting, atom));
	}
	return x;
}
