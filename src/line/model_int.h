/* Inside the line model: model.c makes atoms of clusters, sums.c adds them up; squeeze.c, gaps.c and hold.c say what neighbours do to
 * one another. */
#ifndef GONGWEN_LINE_MODEL_INT_H
#define GONGWEN_LINE_MODEL_INT_H

#include "line/line_int.h"

static inline const struct text_span *line_span(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return &g_array_index(paragraph->spans, struct text_span, cluster->span);
}

static inline const struct inline_span *line_info(const struct paragraph *paragraph, const struct text_cluster *cluster)
{
	return &g_array_index(paragraph->infos, struct inline_span, cluster->span);
}

/* Whether word-spacing says itself how far it may change. */
static inline bool line_has_range(const struct text_spacing *spacing)
{
	return spacing->less || spacing->more;
}

/* Full-width, or set as Chinese. */
static inline bool line_is_wide(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_HAN || cluster->cls == TEXT_WIDE || cluster->blank_after || cluster->blank_before ||
		   cluster->cls == TEXT_DASH || cluster->cls == TEXT_ELLIPSIS;
}

/* What a line loses at its start or its end. */
static inline bool line_drops(const struct atom *atom, bool at_start)
{
	return (atom->drops && !(at_start ? atom->kept_first : atom->kept_last)) || atom->cluster->cls == TEXT_ANCHOR ||
		   atom->cluster->cls == TEXT_NEWLINE;
}

/* The next atom that is no anchor; count: none. Marks of ids and footnotes stand between characters without parting them. */
static inline uint32_t line_next_visible(const struct model *model, uint32_t i)
{
	for (i++; i < model->count && model->atoms[i].cluster->cls == TEXT_ANCHOR;)
		i++;
	return i;
}

/* ---- sums.c ---- */

void line_add_up(struct model *model);

/* ---- squeeze.c, gaps.c ---- */

/* Adjacent marks lose the blanks between them (Z-22, Z-23, Z-27). */
void line_squeeze_marks(const struct paragraph *paragraph, struct model *model);
/* Z-28: one pause mark or 。, not in a run of marks. */
void line_let_hang(const struct paragraph *paragraph, struct model *model);
/* The gaps between Han and Latin (Z-40 … Z-46), and where a line may be stretched (Z-53, Z-54). */
void line_set_gaps(const struct paragraph *paragraph, struct model *model);

/* ---- hold.c ---- */

/* The outermost inline around a node that keeps its words on one line (keep-together.within-line), or the block, or NULL. */
const struct fo_node *line_unit_of(const struct paragraph *paragraph, const struct fo_node *node);
/* Fills in each atom's `hold`, from its unit and from keep-with-next and -previous.within-line of inlines and objects. */
void line_hold(const struct paragraph *paragraph, struct model *model);

#endif
