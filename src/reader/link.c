/* link: what a page's links lead to, and where one clicks. */
#include "reader/reader_int.h"

/* "https://…", "#name", "p. 3", or what kind of action it is: any two that lead elsewhere are told apart. */
static const char *target(const PopplerAction *action, struct arena *arena)
{
	switch (action->type) {
	case POPPLER_ACTION_URI:
		return arena_string(arena, action->uri.uri ? action->uri.uri : "");
	case POPPLER_ACTION_GOTO_DEST:
		if (action->goto_dest.dest && action->goto_dest.dest->type == POPPLER_DEST_NAMED)
			return arena_printf(arena, "#%s", action->goto_dest.dest->named_dest);
		return arena_printf(arena, "p. %d", action->goto_dest.dest ? action->goto_dest.dest->page_num : 0);
	case POPPLER_ACTION_GOTO_REMOTE:
		return arena_string(arena, action->goto_remote.file_name ? action->goto_remote.file_name : "");
	case POPPLER_ACTION_LAUNCH:
		return arena_string(arena, action->launch.file_name ? action->launch.file_name : "");
	case POPPLER_ACTION_NAMED:
		return arena_string(arena, action->named.named_dest ? action->named.named_dest : "");
	case POPPLER_ACTION_JAVASCRIPT:
		return arena_string(arena, action->javascript.script ? action->javascript.script : "");
	default:
		return arena_printf(arena, "action %d", (int)action->type);
	}
}

void links_read(PopplerPage *page, double height, struct arena *arena, struct reader_page *out)
{
	GList *links = poppler_page_get_link_mapping(page);
	struct reader_link *copy = ARENA_ARRAY(arena, struct reader_link, g_list_length(links) + 1);
	unsigned count = 0;
	for (const GList *link = links; link; link = link->next) {
		const PopplerLinkMapping *mapping = link->data;
		const PopplerRectangle *area = &mapping->area; /* y upwards */
		copy[count++] = (struct reader_link){
			{len_from_pt(area->x1), len_from_pt(height - area->y2), len_from_pt(area->x2), len_from_pt(height - area->y1)},
			target(mapping->action, arena)};
	}
	out->links = copy;
	out->link_count = count;
	poppler_page_free_link_mapping(links);
}
