/* squeeze: what adjacent marks lose (Z-22, Z-23, Z-27), and which of them may hang (Z-28). */
#include "line/model_int.h"

/* With trim-all a mark has lost its blank already. */
static bool trims(const struct paragraph *paragraph, const struct atom *atom)
{
	enum text_trim trim = line_span(paragraph, atom->cluster)->style->trim;
	return trim != TEXT_TRIM_NONE && trim != TEXT_TRIM_ALL;
}

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

void line_squeeze_marks(const struct paragraph *paragraph, struct model *model)
{
	uint32_t paired = UINT32_MAX; /* the second of a pair of exclaims */
	for (uint32_t i = 0, next; i < model->count; i = next) {
		next = line_next_visible(model, i);
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

void line_let_hang(const struct paragraph *paragraph, struct model *model)
{
	bool after_mark = false;
	for (uint32_t i = 0, next; i < model->count; i = next) {
		struct atom *atom = &model->atoms[i];
		const struct text_cluster *cluster = atom->cluster;
		next = line_next_visible(model, i);
		bool mark = cluster->blank_after || cluster->blank_before;
		bool before_mark = next < model->count &&
						   (model->atoms[next].cluster->blank_after || model->atoms[next].cluster->blank_before);
		if ((cluster->cls == TEXT_PAUSE || cluster->cls == TEXT_STOP) && cluster->blank_after && !after_mark && !before_mark &&
			line_info(paragraph, cluster)->node->style->hanging_punctuation == FO_KW_ALLOW_END)
			atom->hang = atom->width - atom->lead - atom->trail - atom->end_trim;
		after_mark = mark;
	}
}
