/* gaps: between Han and Latin (Z-40 … Z-46), and where else a line may be stretched (Z-53, Z-54). */
#include "line/model_int.h"

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

struct gap_range {
	len minimum, optimum, maximum;
	bool open; /* no maximum is stated */
};

/* gw:text-autospace-width of the Chinese font size (Z-40). It may shrink to an eighth of an em and grow to a half (Z-46, Z-53), unless
 * a minimum or maximum says otherwise; one beyond the width itself: not at all. No width stays none. */
static struct gap_range autospace(const struct paragraph *paragraph, const struct text_cluster *han)
{
	const struct fo_range *range = &line_info(paragraph, han)->node->style->text_autospace_width;
	struct gap_range gap = {fo_resolve(range->minimum, han->size), fo_resolve(range->optimum, han->size),
							fo_resolve(range->maximum, han->size), false};
	if (gap.minimum == gap.optimum && gap.optimum)
		gap.minimum = han->size / 8;
	gap.open = gap.maximum == gap.optimum && gap.optimum;
	if (gap.open)
		gap.maximum = han->size / 2;
	return (struct gap_range){MIN(gap.minimum, gap.optimum), gap.optimum, MAX(gap.maximum, gap.optimum), gap.open};
}

static bool has_autospace(const struct paragraph *paragraph, const struct text_cluster *a, const struct text_cluster *b)
{
	const struct text_span *one = line_span(paragraph, a), *two = line_span(paragraph, b);
	return one->style->autospace && two->style->autospace && !one->note && !two->note;
}

static void set_gap(const struct paragraph *paragraph, struct model *model, uint32_t i, uint32_t next)
{
	struct atom *atom = &model->atoms[i];
	const struct text_cluster *han = han_beside_latin(paragraph, model, i, next);
	if (!han || !has_autospace(paragraph, atom->cluster, model->atoms[next].cluster))
		return;
	struct gap_range gap = autospace(paragraph, han);
	atom->gap = gap.optimum;
	atom->gap_shrink = gap.optimum - gap.minimum;
	atom->gap_stretch = gap.maximum - gap.optimum;
	atom->spreads = gap.open;
}

/* Z-54, N-05: a blank that parts groups of digits is a quarter of an em, and one before a unit gains nothing. */
static bool set_blank_in_numeral(struct model *model, uint32_t before, uint32_t i, uint32_t next)
{
	struct atom *atom = &model->atoms[i];
	uint8_t cls = model->atoms[next].cluster->cls;
	bool breaks = model->atoms[next - 1].break_after != TEXT_NO_BREAK; /* after anchors, when such stand there */
	if (breaks || !model->parts || model->atoms[before].cluster->cls != TEXT_DIGIT || (cls != TEXT_DIGIT && cls != TEXT_LETTER))
		return false;
	if (cls == TEXT_DIGIT)
		atom->width = atom->cluster->size / 4 + atom->lead + atom->trail;
	atom->shrink = cls == TEXT_DIGIT ? 0 : atom->shrink;
	atom->stretch = 0;
	atom->rigid = true;
	return true;
}

/* Z-66: the point of a list's number, and the Han after the blank that follows it. */
static const struct text_cluster *han_after_point(const struct paragraph *paragraph, const struct model *model, uint32_t point,
												  uint32_t next)
{
	const struct text_cluster *a = model->atoms[point].cluster, *b = model->atoms[next].cluster;
	bool numbered = point > 0 && model->atoms[point - 1].cluster->cls == TEXT_DIGIT;
	return numbered && paragraph->shaped->text[a->text_start] == '.' && b->cls == TEXT_HAN ? b : NULL;
}

/* Z-43: a blank that stands between Han and Latin is their gap, as wide as others. */
static void set_space(const struct paragraph *paragraph, struct model *model, uint32_t before, uint32_t i, uint32_t next)
{
	struct atom *atom = &model->atoms[i];
	if (set_blank_in_numeral(model, before, i, next))
		return;
	const struct text_cluster *han = han_beside_latin(paragraph, model, before, next);
	han = han ? han : han_after_point(paragraph, model, before, next);
	if (!han || !has_autospace(paragraph, model->atoms[before].cluster, model->atoms[next].cluster))
		return;
	const struct text_spacing *word = &line_span(paragraph, atom->cluster)->style->word;
	struct gap_range gap = autospace(paragraph, han);
	len width = gap.optimum + word->optimum;
	atom->width = width + atom->lead + atom->trail;
	atom->shrink = line_has_range(word) ? word->less : MAX(width - gap.minimum, 0);
	atom->shrink_step = SHRINK_AUTOSPACE;
	atom->stretch = line_has_range(word) ? word->more : MAX(gap.maximum - width, 0);
	atom->stretch_step = STRETCH_AUTOSPACE;
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
	return justify == FO_KW_INTER_CHARACTER || line_is_wide(a) || line_is_wide(b);
}

void line_set_gaps(const struct paragraph *paragraph, struct model *model)
{
	enum fo_keyword justify = paragraph->block->style->text_justify;
	uint32_t before = UINT32_MAX;
	for (uint32_t i = 0, next; i < model->count; before = i, i = next) {
		next = line_next_visible(model, i);
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
