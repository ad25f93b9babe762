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

static bool trims(const struct paragraph *paragraph, const struct atom *atom)
{
	return span_of(paragraph, atom->cluster)->style->trim != TEXT_TRIM_NONE;
}

/* What a line loses at its start or its end. */
static bool is_edge_stuff(const struct atom *atom, bool at_start)
{
	return (atom->space && !(at_start ? atom->kept_first : atom->kept_last)) || atom->cluster->cls == TEXT_ANCHOR ||
		   atom->cluster->cls == TEXT_NEWLINE;
}

/* ---- adjacent marks ---- */

static bool is_opening(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_OPENING && cluster->blank_before > 0;
}

/* Z-22: the blanks of closing or pause and opening are next to one another; a closing mark after a mark, and a pause after a closing
 * one, are drawn at their left edge. */
static bool blanks_meet(const struct text_cluster *a, const struct text_cluster *b)
{
	if (!a->blank_after)
		return false;
	if (is_opening(b))
		return true;
	bool stops = b->cls == TEXT_PAUSE || b->cls == TEXT_STOP || b->cls == TEXT_EXCLAIM;
	return b->blank_after > 0 && (b->cls == TEXT_CLOSING || (a->cls == TEXT_CLOSING && stops));
}

static void lose_blank_after(struct atom *atom)
{
	atom->width -= atom->end_trim; /* 0 when it is lost already */
	atom->end_trim = 0;
	atom->shrink = 0;
}

static void squeeze_pair(struct atom *first, struct atom *second)
{
	if (blanks_meet(first->cluster, second->cluster)) {
		lose_blank_after(first);
	} else if (is_opening(first->cluster) && is_opening(second->cluster)) {
		second->width -= second->cluster->blank_before;
		second->shift += second->cluster->blank_before;
		second->start_trim = 0;
		second->shrink = 0;
	}
}

static bool is_exclaim(const struct atom *atom)
{
	return atom->cluster->cls == TEXT_EXCLAIM && atom->cluster->blank_after > 0;
}

/* Z-27: of ？！！ each pair takes 1 em: both lose their blank. True when the two are a pair. */
static bool squeeze_exclaims(struct atom *first, struct atom *second)
{
	if (!is_exclaim(first) || !is_exclaim(second))
		return false;
	lose_blank_after(first);
	lose_blank_after(second);
	return true;
}

/* The next atom that is no anchor; count: none. Marks of ids and footnotes stand between characters without parting them. */
static uint32_t next_visible(const struct model *model, uint32_t i)
{
	for (i++; i < model->count && model->atoms[i].cluster->cls == TEXT_ANCHOR;)
		i++;
	return i;
}

static void squeeze_marks(const struct paragraph *paragraph, struct model *model)
{
	uint32_t paired = UINT32_MAX; /* the second of a pair of exclaims */
	for (uint32_t i = 0, next; i < model->count; i = next) {
		next = next_visible(model, i);
		if (next == model->count)
			break;
		struct atom *first = &model->atoms[i], *second = &model->atoms[next];
		if (!trims(paragraph, first) || !trims(paragraph, second))
			continue;
		if (i != paired && squeeze_exclaims(first, second))
			paired = next;
		else
			squeeze_pair(first, second);
	}
}

/* ---- gaps ---- */

static bool is_latin(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_LETTER || cluster->cls == TEXT_DIGIT;
}

/* ％ and ￥ are full-width: no gap stands next to them (Z-42). */
static bool is_narrow(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return g_utf8_get_char(paragraph->shaped->text + cluster->text_start) < 0xFF00;
}

/* Z-45: a suffix counts with its number; so does a prefix. */
static bool ends_latin(const struct paragraph *paragraph, const struct model *model, uint32_t i)
{
	const struct text_cluster *cluster = model->atoms[i].cluster;
	return is_latin(cluster) ||
		   (cluster->cls == TEXT_SUFFIX && i > 0 && is_latin(model->atoms[i - 1].cluster) && is_narrow(paragraph, cluster));
}

static bool starts_latin(const struct paragraph *paragraph, const struct model *model, uint32_t i)
{
	const struct text_cluster *cluster = model->atoms[i].cluster;
	return is_latin(cluster) || (cluster->cls == TEXT_PREFIX && i + 1 < model->count && is_latin(model->atoms[i + 1].cluster) &&
								 is_narrow(paragraph, cluster));
}

/* The Han of two neighbours of which the other is Latin; NULL: they are not so. */
static const struct text_cluster *han_beside_latin(const struct paragraph *paragraph, const struct model *model, uint32_t i,
												   uint32_t next)
{
	const struct text_cluster *a = model->atoms[i].cluster, *b = model->atoms[next].cluster;
	if (a->cls == TEXT_HAN && starts_latin(paragraph, model, next))
		return a;
	return b->cls == TEXT_HAN && ends_latin(paragraph, model, i) ? b : NULL;
}

/* gw:text-autospace-width of the Chinese font size (Z-40). */
static len autospace(const struct paragraph *paragraph, const struct text_cluster *han)
{
	return fo_resolve(info_of(paragraph, han)->node->style->text_autospace_width, han->size);
}

static bool has_autospace(const struct paragraph *paragraph, const struct text_cluster *a, const struct text_cluster *b)
{
	return span_of(paragraph, a)->style->autospace && span_of(paragraph, b)->style->autospace;
}

static void set_gap(const struct paragraph *paragraph, struct model *model, uint32_t i, uint32_t next)
{
	struct atom *atom = &model->atoms[i];
	const struct text_cluster *han = han_beside_latin(paragraph, model, i, next);
	if (!han || !has_autospace(paragraph, atom->cluster, model->atoms[next].cluster))
		return;
	atom->gap = autospace(paragraph, han);
	atom->gap_shrink = MAX(atom->gap - han->size / 8, 0);
	atom->gap_stretch = MAX(han->size / 2 - atom->gap, 0);
}

/* Z-43: a blank that stands between Han and Latin is their gap, as wide as others. */
static void set_space(const struct paragraph *paragraph, struct model *model, uint32_t before, uint32_t i, uint32_t next)
{
	struct atom *atom = &model->atoms[i];
	const struct text_cluster *han = han_beside_latin(paragraph, model, before, next);
	if (!han || !has_autospace(paragraph, model->atoms[before].cluster, model->atoms[next].cluster))
		return;
	len width = autospace(paragraph, han) + span_of(paragraph, atom->cluster)->style->word_spacing;
	atom->width = width + atom->lead + atom->trail;
	atom->shrink = MAX(width - han->size / 8, 0);
	atom->shrink_step = SHRINK_AUTOSPACE;
	atom->stretch = MAX(han->size / 2 - width, 0);
	atom->stretch_step = STRETCH_AUTOSPACE;
}

static bool is_wide(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_HAN || cluster->cls == TEXT_WIDE || cluster->blank_after || cluster->blank_before ||
		   cluster->cls == TEXT_DASH || cluster->cls == TEXT_ELLIPSIS;
}

static bool is_rigid(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_CONNECTOR || cluster->cls == TEXT_SOLIDUS || cluster->cls == TEXT_SPACE ||
		   cluster->cls == TEXT_ANCHOR || cluster->cls == TEXT_NEWLINE;
}

/* Z-54: no stretching inside words, numerals, next to connectors and solidi, or at a space. */
static bool may_stretch(const struct text_cluster *a, const struct text_cluster *b, enum fo_keyword justify)
{
	if (justify == FO_KW_INTER_WORD || is_rigid(a) || is_rigid(b))
		return false;
	return justify == FO_KW_INTER_CHARACTER || is_wide(a) || is_wide(b);
}

static void set_gaps(const struct paragraph *paragraph, struct model *model)
{
	enum fo_keyword justify = paragraph->block->style->text_justify;
	uint32_t before = UINT32_MAX;
	for (uint32_t i = 0, next; i < model->count; before = i, i = next) {
		next = next_visible(model, i);
		if (next == model->count)
			break;
		struct atom *atom = &model->atoms[i];
		if (atom->cluster->cls == TEXT_ANCHOR)
			continue;
		if (atom->space && before != UINT32_MAX)
			set_space(paragraph, model, before, i, next);
		else
			set_gap(paragraph, model, i, next);
		atom->opens_gap = (atom->gap == 0 || justify == FO_KW_INTER_CHARACTER) &&
						  may_stretch(atom->cluster, model->atoms[next].cluster, justify);
	}
}

/* Z-28: one pause mark or 。, not in a run of marks. */
static void let_hang(const struct paragraph *paragraph, struct model *model)
{
	bool after_mark = false;
	for (uint32_t i = 0, next; i < model->count; i = next) {
		struct atom *atom = &model->atoms[i];
		const struct text_cluster *cluster = atom->cluster;
		next = next_visible(model, i);
		bool mark = cluster->blank_after || cluster->blank_before;
		bool before_mark = next < model->count &&
						   (model->atoms[next].cluster->blank_after || model->atoms[next].cluster->blank_before);
		if ((cluster->cls == TEXT_PAUSE || cluster->cls == TEXT_STOP) && cluster->blank_after && !after_mark && !before_mark &&
			info_of(paragraph, cluster)->node->style->hanging_punctuation == FO_KW_ALLOW_END)
			atom->hang = cluster->advance - atom->end_trim;
		after_mark = mark;
	}
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

/* The outermost inline around a node that keeps its words on one line, or NULL. What the block itself says is about pages. */
static const struct fo_node *unit_of(const struct paragraph *paragraph, const struct fo_node *node)
{
	const struct fo_node *unit = NULL;
	if (paragraph->block->style->keep_together.line == FO_KEEP_ALWAYS)
		return NULL;
	for (; node && node != paragraph->block && node->style->keep_together.line == FO_KEEP_ALWAYS; node = node->parent)
		unit = node;
	return unit;
}

static struct atom atom_of(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct text_style *style = span_of(paragraph, cluster)->style;
	struct atom atom = {.cluster = cluster,
						.width = cluster->advance,
						.tracking = style->letter_spacing,
						.wraps = style->wrap,
						.unit = unit_of(paragraph, info_of(paragraph, cluster)->node),
						.shrink_step = (uint8_t)step_of((enum text_class)cluster->cls)};
	if (cluster->break_after == TEXT_HYPHEN)
		atom.hyphen = style->hyphen->clusters[0].advance;
	if (cluster->cls == TEXT_SPACE) {
		enum fo_keyword treatment = info_of(paragraph, cluster)->node->style->white_space_treatment;
		atom.space = true;
		atom.kept_first = treatment == FO_KW_PRESERVE || treatment == FO_KW_IGNORE_IF_BEFORE_LINEFEED;
		atom.kept_last = treatment == FO_KW_PRESERVE || treatment == FO_KW_IGNORE_IF_AFTER_LINEFEED;
		atom.width += style->word_spacing;
		atom.shrink = MAX(atom.width - cluster->size / 4, 0);
		atom.stretch = MAX(cluster->size / 2 - atom.width, 0);
		atom.stretch_step = STRETCH_WORD;
	} else if (cluster->cls == TEXT_OBJECT) {
		atom.shrink = info_of(paragraph, cluster)->shrink;
		atom.stretch = info_of(paragraph, cluster)->stretch;
		atom.stretch_step = STRETCH_OBJECT;
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

/* Latin text: word spaces lose a third at most, and half as much again is no stretch to speak of. */
static void let_words_change(struct model *model)
{
	model->latin = true;
	for (uint32_t i = 0; i < model->count && model->latin; i++)
		model->latin = !is_wide(model->atoms[i].cluster);
	for (uint32_t i = 0; i < model->count && model->latin; i++) {
		struct atom *atom = &model->atoms[i];
		if (!atom->space)
			continue;
		atom->shrink = MAX(atom->width, 0) / 3;
		atom->stretch = MAX(atom->width, 0) / 2;
	}
}

/* ---- the strict grid (Z-57) ---- */

/* A piece of narrow atoms [first, end), which no line parts, is padded to whole cells, half of the padding on either side. */
static void pad_piece(struct model *model, uint32_t first, uint32_t end, len tracking)
{
	int64_t width = 0, cell = model->em + tracking;
	for (uint32_t i = first; i < end; i++)
		width += model->atoms[i].width + model->atoms[i].tracking;
	if (cell <= 0 || width <= 0 || width % cell == 0)
		return;
	len padding = (len)(cell - width % cell), before = padding / 2;
	model->atoms[first].width += before;
	model->atoms[first].shift -= before;
	model->atoms[end - 1].gap = padding - before;
}

static void align_to_grid(const struct paragraph *paragraph, struct model *model)
{
	uint32_t first = 0;
	for (uint32_t i = 0; i <= model->count; i++) {
		bool ends = i == model->count || model->atoms[i].cluster->advance == model->em ||
					model->atoms[i].cluster->cls == TEXT_NEWLINE;
		if (!ends && (i == first || model->atoms[i - 1].cluster->break_after < TEXT_MAY_BREAK))
			continue;
		if (first < i)
			pad_piece(model, first, i, paragraph->block->style->letter_spacing);
		first = ends ? i + 1 : i;
	}
}

/* ---- sums ---- */

static struct sums add_sums(struct sums sums, const struct atom *atom)
{
	bool object = atom->cluster->cls == TEXT_OBJECT;
	sums.width += atom->width + atom->gap + atom->tracking;
	sums.shrink += atom->shrink + atom->gap_shrink;
	sums.stretch += atom->stretch + atom->gap_stretch;
	sums.object_shrink += object ? atom->shrink : 0;
	sums.object_stretch += object ? atom->stretch : 0;
	sums.gaps += atom->opens_gap;
	sums.words += atom->space || atom->gap_shrink;
	return sums;
}

/* last-line-end-indent (7.16.9) is room that the last thing visible before a forced end takes after it: so breaking counts it too. */
static void add_end_indent(const struct paragraph *paragraph, struct model *model)
{
	len indent = fo_resolve(paragraph->block->style->last_line_end_indent, paragraph->measure);
	struct atom *visible = NULL;
	for (uint32_t i = 0; i < model->count && indent; i++) {
		struct atom *atom = &model->atoms[i];
		if (!is_edge_stuff(atom, false))
			visible = atom;
		if (visible && (i + 1 == model->count || atom->cluster->break_after == TEXT_MUST_BREAK)) {
			visible->trail += indent;
			visible->width += indent;
			visible = NULL;
		}
	}
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

static void add_up(struct model *model)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < model->count; i++) {
		if (!is_edge_stuff(&model->atoms[i], false))
			last = i + 1;
		model->sums[i + 1] = add_sums(model->sums[i], &model->atoms[i]);
		model->sums[i + 1].last = last;
	}
	uint32_t next = model->sums[model->count].next = model->count;
	for (uint32_t i = model->count; i-- > 0;)
		next = model->sums[i].next = is_edge_stuff(&model->atoms[i], true) ? next : i;
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
	let_words_change(model);
	add_edges(paragraph, model);
	add_end_indent(paragraph, model);
	if (paragraph->block->style->text_grid == FO_KW_STRICT) {
		for (uint32_t i = 0; i < model->count; i++)
			model->atoms[i].shrink = model->atoms[i].stretch = model->atoms[i].end_trim = model->atoms[i].start_trim = 0;
		align_to_grid(paragraph, model);
	} else {
		squeeze_marks(paragraph, model);
		set_gaps(paragraph, model);
		let_hang(paragraph, model);
	}
	add_up(model);
	return model;
}

void line_model_free(struct model *model)
{
	g_free(model->atoms);
	g_free(model->sums);
	g_free(model);
}

/* ---- a line ---- */

/* What an atom at the edge does not lose or gain there. */
static void trim_edges(const struct model *model, struct measure *measure, bool keep_start_blank, int64_t width)
{
	const struct atom *first = &model->atoms[measure->first], *last = &model->atoms[measure->end - 1];
	measure->natural -= last->gap + last->tracking + last->end_trim - last->hyphen;
	measure->shrink -= last->gap_shrink + MIN(last->end_trim, last->shrink);
	measure->stretch -= last->gap_stretch;
	measure->gaps -= last->opens_gap;
	if (!keep_start_blank) {
		measure->natural -= first->start_trim;
		measure->shrink -= MIN(first->start_trim, first->shrink);
	}
	if (last->hang && measure->natural > width) {
		measure->hang = last->hang;
		if (measure->end - measure->first > 1 && last[-1].opens_gap)
			measure->gaps--;
	}
}

struct measure line_measure(const struct model *model, uint32_t first, uint32_t end, bool keep_start_blank, int64_t width)
{
	uint32_t from = model->sums[first].next, to = model->sums[end].last;
	if (from >= to)
		return (struct measure){.first = end, .end = end};
	const struct sums *begin = &model->sums[from], *stop = &model->sums[to];
	struct measure measure = {.first = from,
							  .end = to,
							  .natural = stop->width - begin->width,
							  .shrink = stop->shrink - begin->shrink,
							  .stretch = stop->stretch - begin->stretch,
							  .object_shrink = stop->object_shrink - begin->object_shrink,
							  .object_stretch = stop->object_stretch - begin->object_stretch,
							  .gaps = stop->gaps - begin->gaps,
							  .words = stop->words - begin->words};
	trim_edges(model, &measure, keep_start_blank, width);
	return measure;
}
