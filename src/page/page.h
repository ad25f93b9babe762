/* page: FO tree → area tree. A document's pages, made of its flows. */
#ifndef GONGWEN_PAGE_H
#define GONGWEN_PAGE_H

#include "layout/layout.h"

/* Lays the whole document out, in passes until page references settle (at most 5). Pages go to the sink one by one, and their memory with
 * them; the tree that is given has all but pages, in the arena. copies: NULL: gw:copy is passed over (fo_keep_copy() makes one). images: where
 * pictures are found; outlives the pages, which refer to them. Overfull lines and blocks are reported, never dropped. NULL after an error. */
const struct area_tree *page_lay_out(const struct fo_tree *tree, const struct layout_copies *copies, struct text_engine *text,
									 struct image_store *images, struct arena *arena, const struct area_sink *pages,
									 struct diag_sink *sink);

/* The same with the pages in the tree. */
const struct area_tree *page_lay_out_tree(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
										  struct arena *arena, struct diag_sink *sink);

#endif
