/* width: how narrow and how wide inline content may be set: with every break taken, with none but line feeds (CSS 2.1, 17.5.2.2). */
#include "line/line_int.h"

/* Latin words that are kept in a line overrun it rather than be parted. */
static bool line_ends(const struct model *model, uint32_t i, enum text_break breaks)
{
	const struct atom *atom = &model->atoms[i];
	bool held = model->latin && atom->hold == LINE_HOLDS_ALWAYS;
	return i + 1 == model->count || atom->break_after == TEXT_MUST_BREAK || (atom->break_after >= breaks && atom->wraps && !held);
}

/* Its natural width; of Latin text rounded up, so that it fits. */
static int64_t width_of(const struct model *model, const struct measure *measure)
{
	bool lacks = model->latin && measure->rest > 0;
	return measure->natural + (lacks ? (measure->rest + TEXT_RESTS - 1) / TEXT_RESTS : 0);
}

static int64_t widest(const struct model *model, enum text_break breaks)
{
	int64_t width = 0;
	for (uint32_t first = 0, i = 0; i < model->count; i++) {
		if (!line_ends(model, i, breaks))
			continue;
		struct measure measure;
		line_measure(model, first, i + 1, false, LEN_MAX, &measure);
		width = MAX(width, width_of(model, &measure) - (breaks == TEXT_MUST_BREAK ? 0 : measure.object_shrink));
		first = i + 1;
	}
	return width;
}

static enum text_break breaks_of(const struct fo_style *style)
{
	return style->wrap_option == FO_KW_WRAP ? TEXT_MAY_BREAK : TEXT_MUST_BREAK;
}

struct line_widths line_widths_of(struct layout *layout, const struct fo_node *block, const struct fo_node *first,
								  const struct fo_node *end, bool opens)
{
	struct paragraph paragraph = {.layout = layout, .block = block, .tag = &area_artifact, .measure = 0};
	len indent = opens ? MAX(fo_resolve(block->style->text_indent, 0), 0) : 0;
	struct line_widths widths = {0};
	unsigned met = layout->divided;
	inline_open(&paragraph);
	inline_collect(&paragraph, first, end);
	if (layout->divided > met)
		copies_part(layout);
	struct arena *scratch = arena_open();
	struct model *model = line_model_new(&paragraph, scratch);
	if (model) {
		int64_t least = widest(model, breaks_of(block->style)), most = widest(model, TEXT_MUST_BREAK);
		widths = (struct line_widths){(len)MIN(least, LEN_MAX / 4), (len)MIN(most + indent, LEN_MAX / 4)};
	}
	line_model_free(model);
	arena_close(scratch);
	inline_close(&paragraph);
	return widths;
}
