/* say: what layout says once, and when it says nothing. */
#include "layout/layout.h"

struct layout_hush layout_hush(struct layout *layout)
{
	struct layout_hush before = {layout->sink, layout->overruns, layout->artifact};
	layout->sink = diag_open_like(before.sink);
	layout->overruns = NULL;
	layout->artifact = true;
	return before;
}

void layout_speak(struct layout *layout, struct layout_hush before)
{
	diag_close(layout->sink);
	layout->sink = before.sink;
	layout->overruns = before.overruns;
	layout->artifact = before.artifact;
}

static bool first_overrun(struct layout *layout, enum diag_code code, struct place place)
{
	return !layout->overruns || g_hash_table_add(layout->overruns, g_strdup_printf("%d %p %d %d", code, (const void *)place.file,
																				   place.line, place.col));
}

void layout_say_overrun(struct layout *layout, struct place place, const char *name, len by)
{
	if (first_overrun(layout, DIAG_OVERFULL_BLOCK, place))
		diag_report_words(layout->sink, DIAG_OVERFULL_BLOCK, place, "%s: by %.2f mm", "%s：超出 %.2f mm", name, len_to_mm(by));
}

void layout_say_beyond(struct layout *layout, struct place place)
{
	if (first_overrun(layout, DIAG_OVERFULL_PAGE, place))
		diag_say(layout->sink, DIAG_OVERFULL_PAGE, place);
}

bool layout_first_time(struct layout *layout, const char *what, const char *name)
{
	return g_hash_table_add(layout->said, g_strconcat(what, " ", name, NULL));
}
