/* layout: FO tree → area tree. Split by step: inline and line (paragraphs), block, list, table (flow items), pages, footnote, refs. */
#ifndef GONGWEN_LAYOUT_H
#define GONGWEN_LAYOUT_H

#include "area/area.h"
#include "base/base.h"
#include "fo/fo.h"
#include "image/image.h"
#include "text/text.h"

/* Copies of a document that are laid out together: content with gw:copy stands in the copy of that name only. The areas of a line in which
 * there is such content say whose they are (area.copy), and no other do: what the copies' lines take is checked, and when they differ in
 * anything else, area_tree.copies_differ. */
struct layout_copies {
	const char *const *names;
	unsigned count;
};

/* Lays the whole document out, in passes until page references settle (at most 5). Pages go to the sink one by one, and their memory with
 * them; the tree that is given has all but pages, in the arena. copies: NULL: gw:copy is passed over (fo_keep_copy() makes one). images: where pictures are found; outlives the pages, which refer to them.
 * Overfull lines and blocks are reported, never dropped. NULL after an error. */
const struct area_tree *layout_pages(const struct fo_tree *tree, const struct layout_copies *copies, struct text_engine *text,
									 struct image_store *images, struct arena *arena, const struct area_sink *pages,
									 struct diag_sink *sink);

/* The same with the pages in the tree. */
const struct area_tree *layout_run(const struct fo_tree *tree, struct text_engine *text, struct image_store *images,
								   struct arena *arena, struct diag_sink *sink);

#endif
