/* say: what layout says once, and when it says nothing. */
#include "layout/layout.h"

struct layout_hush layout_hush(struct layout *layout)
{
	struct layout_hush before = {layout->sink, layout->artifact};
	layout->sink = diag_open_like(before.sink);
	layout->artifact = true;
	return before;
}

void layout_speak(struct layout *layout, struct layout_hush before)
{
	diag_close(layout->sink);
	layout->sink = before.sink;
	layout->artifact = before.artifact;
}

bool layout_first_time(struct layout *layout, const char *what, const char *name)
{
	return g_hash_table_add(layout->said, g_strconcat(what, " ", name, NULL));
}
