/* layout: FO tree → area tree. Split by step: inline and line (paragraphs), block, list, table (flow items), pages, footnote, refs. */
#ifndef GONGWEN_LAYOUT_H
#define GONGWEN_LAYOUT_H

#include "area/area.h"
#include "base/base.h"
#include "fo/fo.h"
#include "image/image.h"
#include "text/text.h"

/* images: where pictures are found; outlives the result, which refers to them.
 * Lays the whole document out, in passes until page references settle (at most 5). The result lives in the arena.
 * Overfull lines and blocks are reported, never dropped. NULL after an error. */
const struct area_tree *layout_run(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
								   struct arena *arena, struct diag_sink *sink);

#endif
