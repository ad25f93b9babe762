/* keep: memory while pages are made. What is built goes to the arena of the present generation, and a new one begins when that has grown and a
 * page is done; then the page sequence says which generations hold something that a later page needs, and the others go. So a document of
 * 10,000 pages takes no more memory at a time than a few of them. What lives for the pass, such as the structure, is elsewhere
 * (pass_arena). */
#include "layout/layout.h"

#define GENERATION ((size_t)256 * 1024) /* bytes */

struct generation {
	uint32_t number;
	bool alive;
	struct arena *arena;
};

static void begin(struct layout *layout)
{
	struct generation generation = {.number = ++layout->generation, .arena = arena_open()};
	layout->arena = generation.arena;
	g_array_append_val(layout->generations, generation);
}

void layout_keep_open(struct layout *layout)
{
	layout->generations = g_array_new(FALSE, FALSE, sizeof(struct generation));
	begin(layout);
}

void layout_keep_close(struct layout *layout)
{
	for (guint i = 0; i < layout->generations->len; i++)
		arena_close(g_array_index(layout->generations, struct generation, i).arena);
	g_array_free(layout->generations, TRUE);
	layout->arena = NULL;
}

bool layout_keep_is_due(const struct layout *layout)
{
	return arena_used(layout->arena) >= GENERATION;
}

void layout_keep_since(struct layout *layout, uint32_t first)
{
	layout_keep_range(layout, first, layout->generation);
}

void layout_keep_range(struct layout *layout, uint32_t first, uint32_t last)
{
	for (guint i = layout->generations->len; i-- > 0;) {
		struct generation *generation = &g_array_index(layout->generations, struct generation, i);
		if (generation->number < first)
			break;
		generation->alive |= generation->number <= last;
	}
}

void layout_keep_sweep(struct layout *layout)
{
	guint kept = 0;
	for (guint i = 0; i < layout->generations->len; i++) {
		struct generation *generation = &g_array_index(layout->generations, struct generation, i);
		if (!generation->alive) {
			arena_close(generation->arena);
			continue;
		}
		generation->alive = false;
		g_array_index(layout->generations, struct generation, kept++) = *generation;
	}
	g_array_set_size(layout->generations, kept);
	begin(layout);
}
