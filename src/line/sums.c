/* sums: what atoms take, lose and gain, added up, so that a line is measured without going through it. */
#include "line/model_int.h"

/* ---- adding up ---- */

static struct sums add_sums(struct sums sums, const struct atom *atom)
{
	sums.width += atom->width + atom->gap + atom->tracking;
	sums.shrink += atom->shrink + atom->gap_shrink + atom->tracking_shrink;
	sums.stretch += atom->stretch + atom->gap_stretch + atom->tracking_stretch;
	sums.rest += atom->cluster->rest;
	sums.gaps += atom->opens_gap;
	sums.words += (atom->space && !atom->rigid) || atom->gap_shrink;
	return sums;
}

static bool is_object(const struct atom *atom)
{
	return atom->cluster->cls == TEXT_OBJECT;
}

/* Whether it loses the blank of a mark. */
static bool is_squeezable(const struct atom *atom)
{
	uint8_t step = atom->shrink_step;
	return atom->shrink && (step == SHRINK_BRACKET || step == SHRINK_PAUSE || step == SHRINK_STOP);
}

static struct kind_sums add_kind_sums(struct kind_sums sums, const struct atom *atom)
{
	sums.object_shrink += is_object(atom) ? atom->shrink : 0;
	sums.object_stretch += is_object(atom) ? atom->stretch : 0;
	sums.mark_shrink += is_squeezable(atom) ? atom->shrink : 0;
	return sums;
}

static void add_up_kinds(struct model *model)
{
	uint32_t i = 0;
	while (i < model->count && !is_object(&model->atoms[i]) && !is_squeezable(&model->atoms[i]))
		i++;
	if (i == model->count)
		return;
	model->kinds = g_new0(struct kind_sums, model->count + 1);
	for (; i < model->count; i++)
		model->kinds[i + 1] = add_kind_sums(model->kinds[i], &model->atoms[i]);
}

void line_add_up(struct model *model)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < model->count; i++) {
		if (!line_drops(&model->atoms[i], false))
			last = i + 1;
		model->sums[i + 1] = add_sums(model->sums[i], &model->atoms[i]);
		model->sums[i + 1].last = last;
	}
	uint32_t next = model->sums[model->count].next = model->count;
	for (uint32_t i = model->count; i-- > 0;)
		next = model->sums[i].next = line_drops(&model->atoms[i], true) ? next : i;
	add_up_kinds(model);
}

/* ---- a line ---- */

/* What an atom at the edge does not lose or gain there. */
static void trim_edges(const struct model *model, struct measure *measure, bool keep_start_blank, int64_t width)
{
	const struct atom *first = &model->atoms[measure->first], *last = &model->atoms[measure->end - 1];
	measure->natural -= last->gap + last->tracking + last->end_trim - last->hyphen + last->end_edge + first->start_edge;
	measure->shrink -= last->gap_shrink + last->tracking_shrink + MIN(last->end_trim, last->shrink);
	measure->mark_shrink -= MIN(last->end_trim, last->shrink);
	measure->stretch -= last->gap_stretch + last->tracking_stretch;
	measure->gaps -= last->opens_gap;
	if (!keep_start_blank) {
		measure->natural -= first->start_trim;
		measure->shrink -= MIN(first->start_trim, first->shrink);
		measure->mark_shrink -= MIN(first->start_trim, first->shrink);
	}
	if (last->hang && measure->natural > width) {
		measure->hang = last->hang;
		if (measure->end - measure->first > 1 && last[-1].opens_gap)
			measure->gaps--;
	}
}

void line_measure(const struct model *model, uint32_t first, uint32_t end, bool keep_start_blank, int64_t width,
				  struct measure *measure)
{
	uint32_t from = model->sums[first].next, to = model->sums[end].last;
	if (from >= to) {
		*measure = (struct measure){.first = end, .end = end};
		return;
	}
	const struct sums *begin = &model->sums[from], *stop = &model->sums[to];
	*measure = (struct measure){.first = from,
								.end = to,
								.natural = stop->width - begin->width,
								.shrink = stop->shrink - begin->shrink,
								.stretch = stop->stretch - begin->stretch,
								.gaps = stop->gaps - begin->gaps,
								.words = stop->words - begin->words,
								.rest = stop->rest - begin->rest};
	if (model->kinds) {
		const struct kind_sums *before = &model->kinds[from], *all = &model->kinds[to];
		measure->object_shrink = all->object_shrink - before->object_shrink;
		measure->object_stretch = all->object_stretch - before->object_stretch;
		measure->mark_shrink = all->mark_shrink - before->mark_shrink;
	}
	if (model->grid)
		measure->natural += line_grid_padding(model, from, to);
	trim_edges(model, measure, keep_start_blank, width);
}
