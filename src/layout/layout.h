/* layout: FO tree → area tree. Split by step: inline and line (paragraphs), block, list, table (flow items), pages, footnote, refs. */
#ifndef GONGWEN_LAYOUT_H
#define GONGWEN_LAYOUT_H

#include "area/area.h"
#include "base/base.h"
#include "fo/fo.h"
#include "image/image.h"
#include "text/text.h"

/* Lays the whole document out, in passes until page references settle (at most 5). Pages go to the sink one by one, and their memory with
 * them; the tree that is given has all but pages, in the arena. images: where pictures are found; outlives the pages, which refer to them.
 * Overfull lines and blocks are reported, never dropped. NULL after an error. */
const struct area_tree *layout_pages(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
									 struct arena *arena, const struct area_sink *pages, struct diag_sink *sink);

/* The same with the pages in the tree. */
const struct area_tree *layout_run(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
								   struct arena *arena, struct diag_sink *sink);

#endif
