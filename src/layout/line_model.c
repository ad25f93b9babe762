/* line_model: clusters → atoms: what Chinese composition does before lines are chosen. Adjacent marks are squeezed (Z-22, Z-23, Z-27), gaps
 * between Han and Latin set (Z-40 … Z-46), and what each may lose or gain is noted by the steps of Z-52 and Z-53. */
#include <string.h>

#include "layout/line_int.h"

static const struct text_span *span_of(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return &g_array_index(paragraph->spans, struct text_span, cluster->span);
}

static const struct inline_span *info_of(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return &g_array_index(paragraph->infos, struct inline_span, cluster->span);
}

/* ---- adjacent marks ---- */

static bool has_blank_after(const struct text_cluster *cluster)
{
	return cluster->blank_after > 0;
}

/* The first mark loses its blank: both blanks are next to one another, or the second is drawn at its left edge. */
static void squeeze_pair(struct atom *first, struct atom *second)
{
	const struct text_cluster *a = first->cluster, *b = second->cluster;
	bool closes = has_blank_after(a), opens = a->cls == TEXT_OPENING && a->blank_before > 0;
	bool pair = closes && ((b->cls == TEXT_OPENING && b->blank_before > 0) || b->cls == TEXT_CLOSING ||
						   (a->cls == TEXT_CLOSING && (b->cls == TEXT_PAUSE || b->cls == TEXT_STOP || b->cls == TEXT_EXCLAIM)));
	if (pair && has_blank_after(b) + (b->cls == TEXT_OPENING) > 0) {
		first->width -= a->blank_after;
		first->end_trim = 0;
		first->shrink = 0;
	} else if (opens && b->cls == TEXT_OPENING && b->blank_before > 0) {
		second->width -= b->blank_before;
		second->shift += b->blank_before;
		second->start_trim = 0;
		second->shrink = 0;
	}
}

/* Z-27: of ？！！ each pair takes 1 em: both lose their blank. */
static uint32_t squeeze_exclaims(struct atom *atoms, uint32_t count, uint32_t i)
{
	bool pair = i + 1 < count && atoms[i].cluster->cls == TEXT_EXCLAIM && atoms[i + 1].cluster->cls == TEXT_EXCLAIM &&
				atoms[i].cluster->blank_after > 0 && atoms[i + 1].cluster->blank_after > 0;
	if (!pair)
		return 0;
	for (uint32_t k = i; k < i + 2; k++) {
		atoms[k].width -= atoms[k].cluster->blank_after;
		atoms[k].end_trim = atoms[k].shrink = 0;
	}
	return 1;
}

/* ---- gaps ---- */

static bool is_latin(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_LETTER || cluster->cls == TEXT_DIGIT;
}

/* Z-45: a suffix counts with its number; so does a prefix. */
static bool ends_latin(const struct model *model, uint32_t i)
{
	const struct text_cluster *cluster = model->atoms[i].cluster;
	return is_latin(cluster) ||
		   (cluster->cls == TEXT_SUFFIX && cluster->advance < cluster->size && i > 0 && is_latin(model->atoms[i - 1].cluster));
}

static bool starts_latin(const struct model *model, uint32_t i)
{
	const struct text_cluster *cluster = model->atoms[i].cluster;
	return is_latin(cluster) || (cluster->cls == TEXT_PREFIX && cluster->advance < cluster->size && i + 1 < model->count &&
								 is_latin(model->atoms[i + 1].cluster));
}

static len han_latin_gap(const struct paragraph *paragraph, const struct model *model, uint32_t i)
{
	const struct text_cluster *a = model->atoms[i].cluster, *b = model->atoms[i + 1].cluster;
	if (!span_of(paragraph, a)->style->autospace || !span_of(paragraph, b)->style->autospace)
		return 0;
	if (a->cls == TEXT_HAN && starts_latin(model, i + 1))
		return a->size / 4;
	return b->cls == TEXT_HAN && ends_latin(model, i) ? b->size / 4 : 0;
}

/* Z-54: no stretching inside words, numerals, next to connectors and solidi, or at a space. */
static bool may_stretch(const struct text_cluster *a, const struct text_cluster *b)
{
	static const bool rigid[] = {
		[TEXT_CONNECTOR] = true, [TEXT_SOLIDUS] = true, [TEXT_SPACE] = true, [TEXT_ANCHOR] = true, [TEXT_NEWLINE] = true};
	if (rigid[a->cls] || rigid[b->cls])
		return false;
	bool wide_a = a->cls == TEXT_HAN || a->cls == TEXT_WIDE || a->blank_after || a->blank_before || a->cls == TEXT_DASH ||
				  a->cls == TEXT_ELLIPSIS;
	bool wide_b = b->cls == TEXT_HAN || b->cls == TEXT_WIDE || b->blank_after || b->blank_before || b->cls == TEXT_DASH ||
				  b->cls == TEXT_ELLIPSIS;
	return wide_a || wide_b;
}

/* ---- an atom by itself ---- */

static enum shrink_step step_of(enum text_class cls)
{
	switch (cls) {
	case TEXT_SPACE:
		return SHRINK_WORD;
	case TEXT_OPENING:
	case TEXT_CLOSING:
		return SHRINK_BRACKET;
	case TEXT_PAUSE:
		return SHRINK_PAUSE;
	case TEXT_OBJECT:
		return SHRINK_OBJECT;
	default:
		return SHRINK_STOP;
	}
}

static struct atom atom_of(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct text_style *style = span_of(paragraph, cluster)->style;
	struct atom atom = {.cluster = cluster,
						.width = cluster->advance,
						.tracking = style->letter_spacing,
						.wraps = style->wrap,
						.shrink_step = (uint8_t)step_of((enum text_class)cluster->cls)};
	if (cluster->cls == TEXT_SPACE) {
		atom.space = true;
		atom.width += style->word_spacing;
		atom.shrink = MAX(atom.width - cluster->size / 4, 0);
	} else if (cluster->cls == TEXT_OBJECT) {
		atom.shrink = info_of(paragraph, cluster)->shrink;
		atom.tracking = 0;
	} else if (cluster->cls == TEXT_ANCHOR || cluster->cls == TEXT_NEWLINE) {
		atom.tracking = 0;
	} else if (style->trim != TEXT_TRIM_NONE) {
		atom.end_trim = cluster->blank_after;
		atom.start_trim = cluster->blank_before;
		atom.shrink = cluster->blank_after + cluster->blank_before;
	}
	return atom;
}

/* ---- sums ---- */

static struct sums add_sums(const struct paragraph *paragraph, struct sums sums, const struct atom *atom)
{
	const struct text_cluster *cluster = atom->cluster;
	sums.width += atom->width + atom->gap + atom->tracking;
	sums.shrink[atom->shrink_step] += atom->shrink;
	sums.shrink[SHRINK_AUTOSPACE] += atom->gap / 2;
	sums.stretch[STRETCH_AUTOSPACE] += atom->gap; /* up to ½ em */
	if (cluster->cls == TEXT_OBJECT)
		sums.stretch[STRETCH_OBJECT] += info_of(paragraph, cluster)->stretch;
	if (atom->space)
		sums.stretch[STRETCH_WORD] += MAX(cluster->size / 2 - atom->width, 0);
	sums.gaps += atom->opens_gap;
	return sums;
}

/* Borders, padding and spaces of inlines belong to the first and last atom within, so that no line ends between. */
static void add_edges(const struct paragraph *paragraph, struct model *model)
{
	for (uint32_t i = 0; i < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		const struct inline_span *info = info_of(paragraph, atom->cluster);
		bool first = i == 0 || atom[-1].cluster->span != atom->cluster->span;
		bool last = i + 1 == model->count || atom[1].cluster->span != atom->cluster->span;
		atom->lead = first ? info->lead : 0;
		atom->trail = last ? info->trail : 0;
		atom->width += atom->lead + atom->trail;
		atom->shift -= atom->lead;
	}
}

struct model *line_model_new(const struct paragraph *paragraph)
{
	const struct text_shaped *shaped = paragraph->shaped;
	struct model *model = g_new0(struct model, 1);
	model->count = shaped->cluster_count;
	model->atoms = g_new(struct atom, model->count + 1);
	model->sums = g_new0(struct sums, model->count + 1);
	model->em = paragraph->block->style->font_size;
	for (uint32_t i = 0; i < model->count; i++)
		model->atoms[i] = atom_of(paragraph, &shaped->clusters[i]);
	add_edges(paragraph, model);
	for (uint32_t i = 0; i + 1 < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		bool trims = span_of(paragraph, atom->cluster)->style->trim != TEXT_TRIM_NONE;
		if (trims)
			squeeze_pair(atom, atom + 1);
		atom->gap = han_latin_gap(paragraph, model, i);
		atom->opens_gap = atom->gap == 0 && may_stretch(atom->cluster, atom[1].cluster);
		if (atom->cluster->cls != TEXT_ANCHOR && atom[1].cluster->cls == TEXT_ANCHOR)
			atom->opens_gap = i + 2 < model->count && may_stretch(atom->cluster, atom[2].cluster);
	}
	for (uint32_t i = 0; i + 1 < model->count; i++)
		if (span_of(paragraph, model->atoms[i].cluster)->style->trim != TEXT_TRIM_NONE)
			i += squeeze_exclaims(model->atoms, model->count, i);
	for (uint32_t i = 0; i < model->count; i++)
		model->sums[i + 1] = add_sums(paragraph, model->sums[i], &model->atoms[i]);
	return model;
}

void line_model_free(struct model *model)
{
	g_free(model->atoms);
	g_free(model->sums);
	g_free(model);
}

/* ---- a line ---- */

static void trim_edges(const struct model *model, struct measure *measure, bool keep_start_blank)
{
	const struct atom *first = &model->atoms[measure->first], *last = &model->atoms[measure->end - 1];
	measure->natural -= last->gap + last->tracking + last->end_trim;
	measure->shrink[SHRINK_AUTOSPACE] -= last->gap / 2;
	measure->stretch[STRETCH_AUTOSPACE] -= last->gap;
	measure->gaps -= last->opens_gap;
	if (last->end_trim)
		measure->shrink[last->shrink_step] -= MIN(last->end_trim, last->shrink);
	if (first->start_trim && !keep_start_blank) {
		measure->natural -= first->start_trim;
		measure->shrink[first->shrink_step] -= MIN(first->start_trim, first->shrink);
	}
}

struct measure line_measure(const struct model *model, uint32_t first, uint32_t end, bool keep_start_blank)
{
	while (first < end && (model->atoms[end - 1].space || model->atoms[end - 1].cluster->cls == TEXT_NEWLINE))
		end--;
	while (first < end && model->atoms[first].space)
		first++;
	struct measure measure = {.first = first, .end = end};
	if (first == end)
		return measure;
	const struct sums *from = &model->sums[first], *to = &model->sums[end];
	measure.natural = to->width - from->width;
	for (int i = 0; i < SHRINK_STEPS; i++)
		measure.shrink[i] = to->shrink[i] - from->shrink[i];
	for (int i = 0; i < STRETCH_STEPS; i++)
		measure.stretch[i] = to->stretch[i] - from->stretch[i];
	measure.gaps = to->gaps - from->gaps;
	trim_edges(model, &measure, keep_start_blank);
	return measure;
}

len line_shrink_total(const struct measure *measure)
{
	len total = 0;
	for (int i = 0; i < SHRINK_STEPS; i++)
		total += measure->shrink[i];
	return total;
}
