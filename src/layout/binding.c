/* binding: the edge of a page that it is bound at, which inside and outside mean. */
#include "layout/layout.h"

enum fo_keyword layout_bound(enum fo_keyword keyword, bool verso, int turn)
{
	if (keyword != FO_KW_INSIDE && keyword != FO_KW_OUTSIDE)
		return keyword;
	bool at_end = turn == 180 ? !verso : turn == 0 && verso;
	return (keyword == FO_KW_INSIDE) == at_end ? FO_KW_END : FO_KW_START;
}

enum fo_keyword layout_by_binding(struct layout *layout, enum fo_keyword keyword)
{
	enum fo_keyword bound = layout_bound(keyword, layout->verso, layout->turn);
	layout->sided |= bound != keyword && !layout->artifact;
	return bound;
}

int layout_turn(struct layout *layout, int turn)
{
	int before = layout->turn;
	layout->turn = (before + turn) % 360;
	return before;
}
