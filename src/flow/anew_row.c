/* anew_row: what is left of a row that a page cut, in a row that is built anew. Its cells are made but for their content, which goes on from where
 * the page ended, and where the measure is another one, set anew: line by line as pages ask for it, so that what runs over many pages of changing
 * widths is not built to its end on each of them. */
#include "flow/build_int.h"

struct flow_row *flow_take_rest(struct builder *builder, const struct fo_node *node)
{
	struct flow_row *rest = builder->rest;
	if (!rest || rest->node != node)
		return NULL;
	builder->rest = NULL;
	return rest;
}

bool flow_is_set_anew(const struct builder *builder, const struct flow_row *rest, len x, len width)
{
	bool is_elsewhere = rest->x != x || rest->width != width;
	return builder->rest_anew || is_elsewhere || flow_row_faces_away(builder->layout, rest);
}

/* Nothing is left in it but what the row's end has of it. */
static void end_cell(struct layout *layout, struct flow_cell *cell, const struct flow_cell *rest, len measure)
{
	cell->content = flow_new(layout, layout->arena, rest->content->node, rest->content->tag, measure, rest->content->height);
	cell->content->after = rest->content->after;
	cell->content->ends = flow_end_break(rest->content);
	cell->content_height = 0;
}

void flow_go_on(struct builder *builder, struct flow_row *row, struct flow_cell *cell, const struct flow_cell *rest, len measure)
{
	struct flow_at at = flow_cell_at(rest);
	cell->before = cell->kept_before;
	cell->continued = rest->continued;
	cell->begun = rest->begun;
	cell->repeated = rest->repeated;
	cell->row_span = rest->row_span;
	cell->broken = rest->broken;
	if (!flow_has(rest->content, at.index)) {
		end_cell(builder->layout, cell, rest, measure);
		return;
	}
	const struct fo_node *item = row->node->kind == FO_LIST_ITEM ? row->node : NULL;
	bool beside = item && (flow_is_beside(builder) || flow_is_narrowed(rest->content, at));
	bool as_before = rest->repeated ||
					 (rest->content->width == measure && !beside && !flow_faces_away(builder->layout, rest->content));
	cell->content = as_before ? rest->content : flow_content_anew(builder, rest->content, &at, measure, item);
	row->born = MIN(row->born, cell->content->born);
	if (at.cut)
		row->born = MIN(row->born, at.cut->born);
	cell->from = cell->page = at.index;
	cell->cut = at.cut;
	cell->content_height = flow_rest_height(cell->content, at);
}
