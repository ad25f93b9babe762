/* resume: side floats that the end of a region divided, or left whole below such ones, go on in what is built anew for the next one: at its top,
 * each in the reference area that it stands in. While the objects around are opened again they reach down without end, so that what moves as a
 * whole stands beside them; then it is known how far. */
#include "flow/build_int.h"

struct one {
	struct flow_float *floated;
	const struct fo_node *area; /* fo:block-container that it stands in, or NULL: the flow itself */
	struct flow_home home;      /* of that */
	guint side;                 /* its number in the builder */
	guint levels;               /* how many groups are open around it */
	len drop;                   /* beneath those before it */
	bool is_open;
};

struct resumed {
	struct layout *layout;
	GArray *floats;                   /* struct one */
	bool below;                       /* what is opened again has no room beside them */
	const struct flow_placed *placed; /* floats that stand in the region before, though their line does not */
};

/* ---- which ---- */

static const struct fo_node *area_of(const struct flow *flow, const struct fo_node *node)
{
	for (node = node->parent; node && node != flow->node; node = node->parent)
		if (node->kind == FO_BLOCK_CONTAINER)
			return node;
	return NULL;
}

static void add(struct resumed *resumed, const struct flow *flow, const struct flow_float *floated)
{
	struct one one = {.floated = ARENA_NEW(resumed->layout->arena, struct flow_float), .area = area_of(flow, floated->node)};
	*one.floated = *floated;
	one.floated->next = NULL;
	g_array_append_val(resumed->floats, one);
}

static const struct flow_placed *new_placed(struct layout *layout, const struct fo_node *node, const struct flow_placed *next)
{
	struct flow_placed *placed = ARENA_NEW(layout->pass_arena, struct flow_placed);
	*placed = (struct flow_placed){node, next};
	return placed;
}

struct resumed *flow_resume(struct layout *layout, const struct flow *flow, struct flow_at at, uint32_t next)
{
	struct resumed *resumed = g_new(struct resumed, 1);
	*resumed = (struct resumed){
		.layout = layout, .floats = g_array_new(FALSE, FALSE, sizeof(struct one)), .placed = flow->placed};
	for (uint32_t i = at.index; i-- > 0 && flow->items[i].kind != FLOW_BOX && flow->items[i].kind != FLOW_ROW;)
		if (flow->items[i].kind == FLOW_FLOAT)
			resumed->placed = new_placed(layout, flow->items[i].floated->node, resumed->placed);
	for (const struct flow_float *floated = at.sides; floated; floated = floated->next)
		add(resumed, flow, floated);
	for (uint32_t i = at.index; i < next; i++)
		if (flow->items[i].kind == FLOW_FLOAT && flow->items[i].floated->pending)
			add(resumed, flow, flow->items[i].floated);
	return resumed;
}

/* ---- beside what is opened again ---- */

static struct one *one_at(const struct resumed *resumed, guint index)
{
	return &g_array_index(resumed->floats, struct one, index);
}

static void open_one(struct one *one, struct builder *builder)
{
	flow_note_placed(builder, one->floated->node);
	builder->resumed = true;
	one->home = builder->home;
	one->levels = builder->levels->len;
	one->side = flow_add_side(builder, one->floated);
	one->is_open = true;
}

void flow_resume_within(struct resumed *resumed, struct builder *builder, const struct fo_node *area)
{
	for (guint i = 0; i < resumed->floats->len; i++)
		if (one_at(resumed, i)->area == area && !one_at(resumed, i)->is_open)
			open_one(one_at(resumed, i), builder);
}

void flow_resume_below(struct resumed *resumed)
{
	resumed->below = true;
}

/* ---- how far down ---- */

static bool overlaps(const struct one *a, const struct one *b)
{
	const struct flow_float *x = a->floated, *y = b->floated;
	bool beside = x->x >= len_add(y->x, y->width) || y->x >= len_add(x->x, x->width);
	return !beside && a->drop < len_add(b->drop, y->height);
}

/* How far down a float that begins here stands below others of its reference area (clear). */
static len cleared(const struct resumed *resumed, guint index)
{
	const struct one *one = one_at(resumed, index);
	enum fo_keyword clear = flow_side_of(resumed->layout, one->floated->node->style->clear);
	len floor[2] = {0};
	if (clear == FO_KW_NONE || one->floated->continued)
		return 0;
	for (guint i = 0; i < index; i++) {
		const struct one *other = one_at(resumed, i);
		len *bottom = &floor[other->floated->side];
		if (other->area == one->area)
			*bottom = MAX(*bottom, len_add(other->drop, other->floated->height));
	}
	return flow_clear_floor(floor, clear);
}

/* No float stands on one before it, nor higher, nor beside those that it clears. */
static void stack(const struct resumed *resumed, guint index)
{
	struct one *one = one_at(resumed, index);
	one->drop = MAX(one->drop, cleared(resumed, index));
	for (guint i = 0; i < index; i++)
		one->drop = MAX(one->drop, one_at(resumed, i)->drop);
	for (guint i = 0; i < index; i++) {
		const struct one *other = one_at(resumed, i);
		if (!overlaps(one, other))
			continue;
		one->drop = len_add(other->drop, other->floated->height);
		i = (guint)-1; /* once more from the first */
	}
}

/* What groups that go on take at the top of the region: the outermost ones, so many of them. */
static len height_of_heads(const struct builder *builder, const GArray *opens, guint count)
{
	struct flow_walk walk = {.at_start = true};
	for (guint i = 0; i < MIN(count, opens->len); i++)
		flow_walk_reopen(&walk, g_array_index(builder->items, struct flow_item, g_array_index(opens, uint32_t, i) - 1).group);
	len y = walk.y;
	flow_walk_end(&walk);
	return y;
}

/* The groups around the item, or around what is built next; the outermost first: their FLOW_OPEN, + 1. */
static GArray *groups_at(const struct builder *builder, uint32_t index)
{
	const struct flow_item *items = (const struct flow_item *)builder->items->data;
	if (index < builder->items->len)
		return flow_groups_around(items, items[index].around);
	GArray *opens = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	for (guint i = 0; i < builder->levels->len; i++)
		g_array_append_val(opens, g_array_index(builder->levels, struct flow_level, i).open);
	return opens;
}

static void avoid_outer(struct builder *builder, struct one *one, len above)
{
	if (!builder->outer || one->area)
		return;
	len next = flow_next_y(builder, 0), y = next + one->drop + above;
	flow_avoid_outer(builder, &one->home, one->floated, &y);
	one->drop = y - next - above;
}

void flow_resume_all(struct resumed *resumed, struct builder *builder)
{
	GArray *opens = groups_at(builder, builder->items->len);
	len below = height_of_heads(builder, opens, opens->len);
	for (const struct flow_placed *placed = resumed->placed; placed; placed = placed->next)
		flow_note_placed(builder, placed->node);
	for (guint i = 0; i < resumed->floats->len; i++) {
		struct one *one = one_at(resumed, i);
		if (!one->is_open)
			open_one(one, builder);
		len above = height_of_heads(builder, opens, one->levels) - below;
		avoid_outer(builder, one, above);
		stack(resumed, i);
		flow_set_side(builder, one->side, one->floated, one->drop + above);
	}
	g_array_free(opens, TRUE);
}

/* ---- the items ---- */

/* What stands behind a place moves on by one item. */
static void move_on(struct builder *builder, uint32_t index)
{
	for (uint32_t i = index + 1; i < builder->items->len; i++) {
		struct flow_item *item = &g_array_index(builder->items, struct flow_item, i);
		item->around += item->around > index;
	}
	for (guint i = 0; i < builder->levels->len; i++) {
		struct flow_level *level = &g_array_index(builder->levels, struct flow_level, i);
		level->open += level->open > index;
	}
	builder->walked += builder->walked > index;
}

static void insert(struct builder *builder, uint32_t index, const struct flow_item *item)
{
	g_array_insert_val(builder->items, index, *item);
	move_on(builder, index);
}

/* Reference areas among the groups within so many of the outermost ones. */
static unsigned areas_behind(const struct builder *builder, const GArray *opens, guint levels)
{
	unsigned count = 0;
	for (guint i = levels; i < opens->len; i++)
		count += g_array_index(builder->items, struct flow_item, g_array_index(opens, uint32_t, i) - 1).group->reference;
	return count;
}

void flow_resume_at(struct resumed *resumed, struct builder *builder, struct flow *flow, uint32_t index)
{
	flow->placed = resumed->placed;
	GArray *opens = groups_at(builder, index);
	len below = height_of_heads(builder, opens, opens->len);
	uint32_t around = opens->len ? g_array_index(opens, uint32_t, opens->len - 1) : 0;
	if (resumed->below)
		insert(builder, index,
			   &(struct flow_item){
				   .kind = FLOW_CLEAR, .clear = FO_KW_BOTH, .wide = true, .around = around, .born = resumed->layout->generation});
	for (guint i = resumed->floats->len; i-- > 0;) {
		const struct one *one = one_at(resumed, i);
		flow->born = MIN(flow->born, one->floated->born);
		one->floated->drop = one->drop + height_of_heads(builder, opens, one->levels) - below;
		one->floated->outward = areas_behind(builder, opens, one->levels);
		struct flow_item item = {.kind = FLOW_FLOAT,
								 .floated = one->floated,
								 .around = around,
								 .born = resumed->layout->generation,
								 .narrowed = true,
								 .verso = resumed->layout->verso};
		insert(builder, index, &item);
	}
	g_array_free(opens, TRUE);
	g_array_free(resumed->floats, TRUE);
	g_free(resumed);
}
