/* items: the items of a flow, with the strength of every keep at every place where a page could end (XSL 1.1, 4.8). */
#include "flow/build_int.h"

struct flow_item *flow_add_item(struct builder *builder, enum flow_kind kind)
{
	guint depth = builder->levels->len;
	struct flow_item item = {.kind = kind,
							 .born = builder->layout->generation,
							 .narrowed = flow_is_narrow(builder),
							 .verso = builder->layout->verso,
							 .around = depth ? g_array_index(builder->levels, struct flow_level, depth - 1).open : 0};
	g_array_append_val(builder->items, item);
	return &g_array_index(builder->items, struct flow_item, builder->items->len - 1);
}

GArray *flow_groups_around(const struct flow_item *items, uint32_t around)
{
	guint depth = 0;
	for (uint32_t open = around; open; open = items[open - 1].around)
		depth++;
	GArray *opens = g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), depth);
	g_array_set_size(opens, depth);
	for (uint32_t open = around; open; open = items[open - 1].around)
		g_array_index(opens, uint32_t, --depth) = open;
	return opens;
}

/* ---- marks ---- */

static const struct flow_mark *new_mark(const struct builder *builder, const struct fo_node *node, bool ends,
										const struct flow_mark *next)
{
	struct flow_mark *mark = ARENA_NEW(builder->layout->pass_arena, struct flow_mark);
	*mark = (struct flow_mark){.node = node, .level = builder->levels->len, .ends = ends, .next = next};
	return mark;
}

void flow_begin_mark(struct builder *builder, const struct fo_node *node)
{
	if (node->id)
		builder->marks = new_mark(builder, node, false, builder->marks);
}

void flow_end_mark(struct builder *builder, const struct fo_node *node)
{
	guint count = builder->items->len;
	struct flow_item *last = count ? &g_array_index(builder->items, struct flow_item, count - 1) : NULL;
	if (node->id && last)
		last->marks = new_mark(builder, node, true, last->marks);
}

static void take_marks(struct builder *builder, struct flow_item *item)
{
	item->marks = builder->marks;
	builder->marks = NULL;
}

void flow_last_marks(struct builder *builder)
{
	if (builder->marks)
		take_marks(builder, flow_add_item(builder, FLOW_SPACE));
}

/* ---- boxes and rows ---- */

/* Adds a box or row, with the strength against a break between the one before and it. */
static struct flow_item *add_kept(struct builder *builder, enum flow_kind kind, struct fo_keep own)
{
	struct flow_item *item = flow_add_item(builder, kind);
	if (builder->has_box)
		item->keep = item->edge = flow_stronger(builder->pending, own);
	else
		builder->before = builder->pending;
	if (builder->has_box && builder->lowest)
		item->keep = flow_stronger(item->edge, g_array_index(builder->levels, struct flow_level, builder->lowest - 1).keep);
	item->inner = builder->levels->len - builder->lowest;
	builder->pending = (struct fo_keep){0};
	builder->lowest = builder->levels->len;
	builder->has_box = true;
	return item;
}

void flow_add_box(struct builder *builder, const struct flow_box *box, struct fo_keep keep, const struct fo_node *node,
				  uint32_t part)
{
	/* what takes no room must not draw a keep to itself */
	bool takes_room = box->position == FLOW_STATIC;
	struct flow_item *item = takes_room ? add_kept(builder, FLOW_BOX, keep) : flow_add_item(builder, FLOW_BOX);
	if (!takes_room)
		item->keep = item->edge = flow_keep_by(FO_KEEP_ALWAYS);
	item->box = *box;
	item->box.x = box->area->x;
	if (box->position == FLOW_STATIC)
		take_marks(builder, item);
	item->node = node;
	item->part = part;
}

void flow_add_break(struct builder *builder, enum fo_keyword kind, bool after)
{
	if (kind == FO_KW_AUTO)
		return;
	struct flow_item *item = flow_add_item(builder, FLOW_BREAK);
	item->break_kind = kind;
	item->after = after;
	if (kind != FO_KW_ODD && kind != FO_KW_EVEN) /* those may be met already */
		flow_drop_floats(builder);
}

/* Keeps of what stands first (or last) in the cells of a row, with what is before (or after) the row. */
static struct fo_keep keep_at_edge(const struct flow_row *row, bool end)
{
	struct fo_keep keep = flow_keep_by(FO_KEEP_AUTO);
	for (unsigned i = 0; i < row->count; i++)
		if (!end || row->cells[i].row_span == 1)
			keep = flow_stronger(keep, end ? row->cells[i].content->after : row->cells[i].content->before);
	return keep;
}

void flow_begin_row(struct builder *builder, struct flow_row *row, const struct fo_node *node, uint32_t part)
{
	if (!row->cut)
		flow_add_break(builder, flow_row_break(row, false), false);
	builder->pending = flow_stronger(builder->pending, keep_at_edge(row, false));
	struct flow_item *item = add_kept(builder, FLOW_ROW, flow_keep_by(FO_KEEP_AUTO));
	item->row = row;
	take_marks(builder, item);
	item->node = node;
	item->part = part;
	flow_note_breaks(row);
	builder->pending = flow_stronger(keep_at_edge(row, true), row->spans_keep);
}

void flow_end_row(struct builder *builder, const struct flow_row *row)
{
	flow_add_break(builder, flow_row_break(row, true), true);
	if (row->spans_break != FO_KW_NONE_GIVEN)
		flow_add_break(builder, row->spans_break, true);
}

void flow_add_row(struct builder *builder, struct flow_row *row, const struct fo_node *node, uint32_t part)
{
	flow_begin_row(builder, row, node, part);
	flow_end_row(builder, row);
}

/* Components that contradict one another: one that was not given (0) gives way, else the minimum holds, then the maximum, as in FOP. */
static struct flow_space consistent(struct flow_space space)
{
	space.maximum = MAX(space.maximum, space.minimum);
	if (space.optimum > space.maximum && space.maximum)
		space.optimum = space.maximum;
	if (space.optimum < space.minimum && space.minimum)
		space.optimum = space.minimum;
	space.minimum = MIN(space.minimum, space.optimum);
	space.maximum = MAX(space.maximum, space.optimum);
	return space;
}

static void add_space(struct builder *builder, const struct fo_space *space, bool after)
{
	struct flow_space resolved = {fo_resolve(space->minimum, builder->width),
								  fo_resolve(space->optimum, builder->width),
								  fo_resolve(space->maximum, builder->width),
								  space->precedence,
								  space->retain,
								  after};
	resolved = consistent(resolved);
	if (resolved.optimum || resolved.minimum || resolved.maximum || resolved.precedence)
		flow_add_item(builder, FLOW_SPACE)->space = resolved;
}

/* gw:lines-before: the last lines of what comes before stay together as strongly as they stay with this block. An item of a list counts as
 * a line; rows of tables and forced breaks end them. */
static void keep_lines_before(struct builder *builder, const struct fo_style *style)
{
	int32_t left = style->lines_before - 1;
	for (guint i = builder->items->len; i-- > 0 && left > 0;) {
		struct flow_item *item = &g_array_index(builder->items, struct flow_item, i);
		bool is_list_item = item->kind == FLOW_ROW && item->row->kind == AREA_BLOCK;
		if ((item->kind == FLOW_ROW && !is_list_item) || item->kind == FLOW_BREAK)
			break;
		if (!is_list_item && (item->kind != FLOW_BOX || item->box.position != FLOW_STATIC))
			continue;
		item->keep = flow_stronger(item->keep, flow_keep(style->keep_with_previous));
		item->edge = flow_stronger(item->edge, flow_keep(style->keep_with_previous));
		item->bound = true;
		left--;
	}
}

void flow_add_span(struct builder *builder, const struct fo_node *node, bool span)
{
	struct flow_item *item = flow_add_item(builder, FLOW_SPAN);
	item->span = span;
	item->node = node;
}

void flow_open_again(struct builder *builder, const struct flow_group *group)
{
	const struct fo_style *style = group->node->style;
	guint depth = builder->levels->len;
	struct fo_keep around = depth ? g_array_index(builder->levels, struct flow_level, depth - 1).keep
								  : flow_keep_by(FO_KEEP_AUTO);
	struct flow_item *open = flow_add_item(builder, FLOW_OPEN);
	open->group = group;
	open->node = group->bare ? NULL : group->node;
	struct flow_level level = {.keep = flow_stronger(around, flow_keep(style->keep_together)),
							   .keep_next = group->bare ? flow_keep_by(FO_KEEP_AUTO) : flow_keep(style->keep_with_next),
							   .open = builder->items->len};
	g_array_append_val(builder->levels, level);
}

void flow_open(struct builder *builder, const struct flow_group *group)
{
	const struct fo_style *style = group->node->style;
	keep_lines_before(builder, style);
	flow_add_break(builder, style->break_before, false);
	flow_add_break(builder, style->page_side == FO_KW_ANY ? FO_KW_AUTO : style->page_side, false);
	add_space(builder, &style->space_before, false);
	flow_clear(builder);
	builder->pending = flow_stronger(builder->pending, flow_keep(style->keep_with_previous));
	flow_open_again(builder, group);
}

void flow_close(struct builder *builder, const struct flow_group *group)
{
	const struct fo_style *style = group->node->style;
	struct flow_item *close = flow_add_item(builder, FLOW_CLOSE);
	close->group = group;
	take_marks(builder, close);
	builder->pending = flow_stronger(builder->pending,
									 g_array_index(builder->levels, struct flow_level, builder->levels->len - 1).keep_next);
	g_array_set_size(builder->levels, builder->levels->len - 1);
	builder->lowest = MIN(builder->lowest, builder->levels->len);
	if (group->bare)
		return;
	add_space(builder, &style->space_after, true);
	flow_add_break(builder, style->break_after, true);
}

void flow_keep_with_previous(struct builder *builder, const struct fo_node *node)
{
	builder->pending = flow_stronger(builder->pending, flow_keep(node->style->keep_with_previous));
}

void flow_keep_with_next(struct builder *builder, const struct fo_node *node)
{
	builder->pending = flow_stronger(builder->pending, flow_keep(node->style->keep_with_next));
}
