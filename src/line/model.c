/* model: clusters → atoms: what Chinese composition does before lines are chosen, and what each may lose or gain by the steps of Z-52
 * and Z-53. */
#include <string.h>

#include "line/model_int.h"

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

/* What stands for no character, or for one that is not seen, has no letter-spacing. */
static bool has_tracking(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return cluster->cls != TEXT_OBJECT && cluster->cls != TEXT_ANCHOR && cluster->cls != TEXT_NEWLINE &&
		   (cluster->glyph_count || !text_is_unseen(g_utf8_get_char(paragraph->shaped->text + cluster->text_start)));
}

/* The edges of a leader's pattern are no line's. */
static enum fo_keyword space_treatment(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return paragraph->block->kind == FO_LEADER ? FO_KW_PRESERVE
											   : line_info(paragraph, cluster)->node->style->white_space_treatment;
}

static bool is_fixed_space(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const char *text = paragraph->shaped->text + cluster->text_start;
	return cluster->text_size == strlen("\u00A0") && memcmp(text, "\u00A0", cluster->text_size) == 0;
}

/* What a fo:character says of itself; NULL: it is text. */
static const struct fo_style *character_style(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct fo_node *node = line_info(paragraph, cluster)->node;
	return node->kind == FO_CHARACTER ? node->style : NULL;
}

/* A space at which no line ends is a word space, too (7.17.7), and so is any character that says so. */
static bool is_word_space(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct fo_style *own = character_style(paragraph, cluster);
	if (own && own->treat_as_word_space != FO_KW_AUTO)
		return own->treat_as_word_space == FO_KW_TRUE;
	return cluster->cls == TEXT_SPACE || is_fixed_space(paragraph, cluster);
}

/* What is seen and counts as a word space takes word-spacing after it. */
static void add_word_spacing(struct atom *atom, const struct text_spacing *word)
{
	atom->width += word->optimum;
	atom->shrink = word->less;
	atom->shrink_step = SHRINK_WORD;
	atom->stretch = word->more;
	atom->stretch_step = STRETCH_WORD;
}

static void set_space(const struct paragraph *paragraph, const struct text_cluster *cluster, struct atom *atom)
{
	const struct text_spacing *word = &line_span(paragraph, cluster)->style->word;
	enum fo_keyword treatment = space_treatment(paragraph, cluster);
	atom->space = atom->drops = true;
	atom->kept_first = treatment == FO_KW_PRESERVE || treatment == FO_KW_IGNORE_IF_BEFORE_LINEFEED;
	atom->kept_last = treatment == FO_KW_PRESERVE || treatment == FO_KW_IGNORE_IF_AFTER_LINEFEED;
	atom->stretch_step = STRETCH_WORD;
	atom->rigid = !is_word_space(paragraph, cluster);
	if (atom->rigid)
		return;
	atom->width += word->optimum;
	atom->shrink = line_has_range(word) ? word->less : MAX(atom->width - cluster->size / 4, 0);
	atom->stretch = line_has_range(word) ? word->more : MAX(cluster->size / 2 - atom->width, 0);
}

/* suppress-at-line-break (7.17.3) holds whatever white-space-treatment says. */
static void set_character(const struct paragraph *paragraph, const struct text_cluster *cluster, struct atom *atom)
{
	const struct fo_style *own = character_style(paragraph, cluster);
	if (!own)
		return;
	if (own->treat_as_word_space == FO_KW_TRUE && !atom->space && !is_fixed_space(paragraph, cluster))
		add_word_spacing(atom, &line_span(paragraph, cluster)->style->word);
	if (own->suppress_at_line_break == FO_KW_AUTO)
		return;
	atom->drops = true;
	atom->kept_first = atom->kept_last = own->suppress_at_line_break == FO_KW_RETAIN;
}

static struct atom atom_of(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	const struct text_style *style = line_span(paragraph, cluster)->style;
	struct atom atom = {.cluster = cluster,
						.width = cluster->advance,
						.break_after = cluster->break_after,
						.wraps = style->wrap, /* until let_wrap() */
						.unit = line_unit_of(paragraph, line_info(paragraph, cluster)->node),
						.shrink_step = (uint8_t)step_of((enum text_class)cluster->cls)};
	if (has_tracking(paragraph, cluster)) {
		atom.tracking = style->letter.optimum;
		atom.tracking_shrink = style->letter.less;
		atom.tracking_stretch = style->letter.more;
	}
	if (text_adds_hyphen(cluster->break_after))
		atom.hyphen = style->hyphen->clusters[0].advance;
	if (cluster->cls == TEXT_SPACE) {
		set_space(paragraph, cluster, &atom);
	} else if (cluster->cls == TEXT_OBJECT) {
		atom.shrink = line_info(paragraph, cluster)->shrink;
		atom.stretch = line_info(paragraph, cluster)->stretch;
		atom.stretch_step = STRETCH_OBJECT;
	} else if (style->trim == TEXT_TRIM_ALL) {
		atom.width -= cluster->blank_after + cluster->blank_before;
		atom.shift = cluster->blank_before;
	} else if (style->trim != TEXT_TRIM_NONE) {
		atom.end_trim = cluster->blank_after;
		atom.start_trim = cluster->blank_before;
		atom.shrink = cluster->blank_after + cluster->blank_before;
	}
	set_character(paragraph, cluster, &atom);
	return atom;
}

/* Latin text: word spaces lose a third at most, and half as much again is no stretch to speak of. Those that word-spacing gives one length
 * keep it (7.17.8), as in FOP. */
static void let_word_change(struct atom *atom, const struct text_spacing *word)
{
	if (!atom->space) {
		atom->width += word->optimum;
		atom->shrink_step = SHRINK_WORD;
		atom->stretch_step = STRETCH_WORD;
	}
	bool ranges = line_has_range(word);
	atom->rigid = word->given && !ranges;
	atom->shrink = ranges ? word->less : atom->rigid ? 0 : MAX(atom->width, 0) / 3;
	atom->stretch = ranges ? word->more : atom->rigid ? 0 : MAX(atom->width, 0) / 2;
}

static void let_words_change(const struct paragraph *paragraph, struct model *model)
{
	model->latin = true;
	for (uint32_t i = 0; i < model->count && model->latin; i++)
		model->latin = !line_is_wide(model->atoms[i].cluster);
	for (uint32_t i = 0; i < model->count && model->latin; i++) {
		struct atom *atom = &model->atoms[i];
		if ((atom->space || is_fixed_space(paragraph, atom->cluster)) && is_word_space(paragraph, atom->cluster))
			let_word_change(atom, &line_span(paragraph, atom->cluster)->style->word);
	}
}

/* wrap-option between the text of two objects: what holds for the object around both. */
static bool wraps_between(const struct paragraph *paragraph, const struct atom *atom)
{
	const struct fo_node *one = line_info(paragraph, atom->cluster)->node, *other = line_info(paragraph, atom[1].cluster)->node;
	if (atom->space || one == other)
		return atom->wraps;
	for (const struct fo_node *around = one; around && around != paragraph->block; around = around->parent)
		for (const struct fo_node *node = other; node && node != paragraph->block; node = node->parent)
			if (node == around)
				return node->style->wrap_option == FO_KW_WRAP;
	return paragraph->block->style->wrap_option == FO_KW_WRAP;
}

/* Where wrap-option lets a line end: a space decides of the place after it, and anchors stand with what is before them. */
static void let_wrap(const struct paragraph *paragraph, struct model *model)
{
	for (uint32_t i = 0; i + 1 < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		atom->wraps = i && atom->cluster->cls == TEXT_ANCHOR ? atom[-1].wraps : wraps_between(paragraph, atom);
	}
}

/* Blanks that white-space-treatment keeps, at a line's start or its end alone even, go to the line after in Latin text, as in FOP: a line may
 * end before them, not behind; within a run only where both its parts are kept. */
static void move_breaks(struct model *model)
{
	for (uint32_t i = 0; i < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		if (!atom->space || (!atom->kept_first && !atom->kept_last))
			continue;
		bool begins = i && !atom[-1].space;
		if (i && atom[-1].break_after != TEXT_MUST_BREAK && (begins || (atom->kept_first && atom->kept_last))) {
			atom[-1].break_after = TEXT_MAY_BREAK;
			atom[-1].hyphen = 0;
		}
		if (atom->break_after != TEXT_MUST_BREAK)
			atom->break_after = TEXT_NO_BREAK;
	}
}

/* ---- edges of inlines ---- */

uint32_t line_first_of_span(const struct model *model, uint32_t first, uint32_t end, guint span)
{
	while (first < end) {
		uint32_t middle = first + (end - first) / 2;
		if (model->atoms[middle].cluster->span < span)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

/* ---- the last line ---- */

len line_end_indent(const struct paragraph *paragraph)
{
	return layout_indent(paragraph->layout, paragraph->block, offsetof(struct fo_style, last_line_end_indent),
						 paragraph->measure);
}

/* last-line-end-indent (7.16.9) is room that the last thing visible before a forced end takes after it: so breaking counts it too. */
static void add_end_indent(const struct paragraph *paragraph, struct model *model)
{
	len indent = line_end_indent(paragraph);
	struct atom *visible = NULL;
	model->last_juts = indent < 0;
	for (uint32_t i = 0; i < model->count && indent; i++) {
		struct atom *atom = &model->atoms[i];
		if (!line_drops(atom, false))
			visible = atom;
		if (visible && (i + 1 == model->count || atom->break_after == TEXT_MUST_BREAK)) {
			visible->trail += indent;
			visible->width += indent;
			visible = NULL;
		}
	}
}

static len retained(struct inline_space space)
{
	return space.retain ? space.length : 0;
}

/* What a space between two atoms may lose and gain is, as of letter-spacing, after the first of them. */
static void let_space_change(struct atom *before, struct inline_space space)
{
	before->tracking_shrink += space.shrink;
	before->tracking_stretch += space.stretch;
}

/* Borders, padding and spaces of inlines belong to the first and last atom within, so that no line ends between. Of spaces that meet the second
 * atom has what the first has not. */
static void add_edges(const struct paragraph *paragraph, struct model *model)
{
	struct inline_space met = {0}; /* what ends before the atom */
	struct atom *before = NULL;    /* what stands there */
	for (uint32_t i = 0; i < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		const struct inline_span *info = line_info(paragraph, atom->cluster);
		bool first = i == 0 || atom[-1].cluster->span != atom->cluster->span;
		bool last = i + 1 == model->count || atom[1].cluster->span != atom->cluster->span;
		if (atom->cluster->cls == TEXT_ANCHOR && !info->lead && !info->trail)
			continue;
		struct inline_space between = first ? inline_meet(met, info->before) : met;
		len space = between.length - met.length;
		if (before)
			let_space_change(before, between);
		before = atom;
		met = last ? info->after : (struct inline_space){0};
		atom->lead = first ? info->lead + space : 0;
		atom->trail = last ? info->trail + met.length : 0;
		atom->start_edge = first ? space - retained(info->before) : 0;
		atom->end_edge = met.length - retained(met);
		atom->width += atom->lead + atom->trail;
		atom->shift -= atom->lead;
	}
}

uint32_t line_edge_atom(const struct atom *atoms, uint32_t from, uint32_t to, bool last)
{
	for (uint32_t i = 0; i < to - from; i++) {
		uint32_t at = last ? to - 1 - i : from + i;
		if (atoms[at].cluster->cls != TEXT_ANCHOR || atoms[at].lead || atoms[at].trail)
			return at;
	}
	return last ? to - 1 : from;
}

/* What is retained of an inline's edges takes room wherever a line ends within (7.8). */
static void retain_edges(const struct paragraph *paragraph, struct model *model)
{
	for (guint b = 0; b < paragraph->boxes->len; b++) {
		const struct inline_box *box = &g_array_index(paragraph->boxes, struct inline_box, b);
		if (!box->kept_lead && !box->kept_trail)
			continue;
		uint32_t from = line_first_of_span(model, 0, model->count, box->first),
				 to = line_first_of_span(model, from, model->count, box->end);
		if (from == to)
			continue;
		uint32_t first = line_edge_atom(model->atoms, from, to, false), last = line_edge_atom(model->atoms, from, to, true);
		for (uint32_t i = from; i < to; i++) {
			model->atoms[i].start_edge -= i > first ? box->kept_lead : 0;
			model->atoms[i].end_edge -= i < last ? box->kept_trail : 0;
		}
	}
}

/* On the strict grid (Z-57) nothing but objects changes its width, and marks take their whole cells at edges too. */
static void make_rigid(struct model *model)
{
	for (uint32_t i = 0; i < model->count; i++) {
		struct atom *atom = &model->atoms[i];
		atom->end_trim = atom->start_trim = atom->tracking_shrink = atom->tracking_stretch = 0;
		if (atom->cluster->cls != TEXT_OBJECT)
			atom->shrink = atom->stretch = 0;
	}
}

struct model *line_model_of(struct paragraph *paragraph)
{
	const struct text_shaped *shaped = paragraph->shaped;
	struct model *model = g_new0(struct model, 1);
	model->count = shaped->cluster_count;
	model->atoms = g_new(struct atom, model->count + 1);
	model->sums = g_new0(struct sums, model->count + 1);
	model->em = paragraph->block->style->font_size;
	for (uint32_t i = 0; i < model->count; i++)
		model->atoms[i] = atom_of(paragraph, &shaped->clusters[i]);
	let_words_change(paragraph, model);
	model->parts = !model->latin || text_is_chinese(paragraph->block->style->language);
	let_wrap(paragraph, model);
	line_hold(paragraph, model);
	if (model->latin)
		move_breaks(model);
	add_edges(paragraph, model);
	retain_edges(paragraph, model);
	add_end_indent(paragraph, model);
	bool strict = paragraph->block->style->text_grid == FO_KW_STRICT;
	if (strict) {
		make_rigid(model);
		line_grid_add(model, fo_resolve(paragraph->block->style->letter_spacing.optimum, model->em));
	} else {
		line_squeeze_marks(paragraph, model);
		line_set_gaps(paragraph, model);
	}
	line_let_hang(paragraph, model);
	line_add_up(model);
	if (strict)
		line_grid_pad(model);
	return model;
}

struct model *line_model_new(struct paragraph *paragraph, struct arena *shaping)
{
	const GArray *spans = paragraph->spans;
	const struct layout *layout = paragraph->layout;
	if (!spans->len)
		return NULL;
	const struct text_span *first = &g_array_index(spans, struct text_span, 0);
	paragraph->shaped = text_shape(layout->text, first, spans->len, shaping, layout->sink);
	return line_model_of(paragraph);
}

void line_model_free(struct model *model)
{
	if (!model)
		return;
	line_grid_free(model);
	g_free(model->atoms);
	g_free(model->sums);
	g_free(model->kinds);
	g_free(model);
}
