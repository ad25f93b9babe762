/* binding: the edge of a page that it is bound at, which inside and outside mean. */
#include "layout/layout.h"

enum fo_keyword layout_by_binding(struct layout *layout, enum fo_keyword keyword)
{
	if (keyword != FO_KW_INSIDE && keyword != FO_KW_OUTSIDE)
		return keyword;
	layout->sided |= !layout->artifact;
	return (keyword == FO_KW_INSIDE) == layout->verso ? FO_KW_END : FO_KW_START;
}
