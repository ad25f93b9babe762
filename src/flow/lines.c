/* lines: the inline content of a block → items, a line each, with its footnotes, beside floats and around those that it brings itself. */
#include "flow/build_int.h"

/* The first child that is content of the block itself. */
static const struct fo_node *first_content(const struct fo_node *node)
{
	const struct fo_node *child = node->first_child;
	while (child && (flow_is_nothing(child) || child->kind == FO_FLOAT))
		child = child->next;
	return child;
}

/* A footnote is as wide as the body of the page, wherever its reference stands (XSL 6.12.3). */
static void add_notes(struct builder *builder, struct line_anchor *anchors, struct area_structure *tag)
{
	for (struct line_anchor *anchor = anchors; anchor; anchor = anchor->next)
		if (anchor->footnote)
			anchor->note = flow_note_new(builder, anchor->footnote, tag);
}

/* Orphans before, widows after (XSL 7.20.6, 7.20.7). */
static struct fo_keep line_keep(const struct fo_style *style, int before, int after)
{
	return flow_keep_by(before > 0 && (before < style->orphans || after < style->widows) ? KEEP_LINES : FO_KEEP_AUTO);
}

/* The inline content of a block, being made into lines. */
struct run {
	const struct fo_node *block, *first, *end;
	struct area_structure *tag;
	len start, last; /* indents */
	struct line_source
		*source;   /* when floats stand beside it, or have their places in it, or it goes on from a page; else NULL */
	len height;    /* of the line before, or about that of the first */
	uint32_t from; /* the cluster that the next line begins with */
	uint32_t next; /* the one behind the lines that were set last */
	unsigned most; /* so many lines are set at a time: a float may need them set again */
	int count;     /* lines made; */
	int above;     /* those in regions before, as many as orphans ask for */
	bool whole;    /* it begins here: where no floats are, all of its lines are made at once */
};

/* Lines that are set at a time, at first and where there are no floats. */
#define LINES_LEAST 2
#define LINES_MOST  32

static bool opens(const struct run *run)
{
	return run->first == first_content(run->block);
}

static struct line *set_lines(struct builder *builder, struct run *run, const struct flow_intrusion *met)
{
	len measure = MAX(builder->width - run->start - run->last - met->start - met->end, 0);
	run->next = UINT32_MAX;
	if (!run->source)
		return line_make(builder->layout, run->block, run->first, run->end, measure, opens(run), run->tag);
	bool all = run->whole && met->height == LEN_MAX && !line_source_has_floats(run->source, run->from);
	return line_source_make(run->source, measure, run->from, all ? 0 : run->most, &run->next);
}

/* To see how the first of them comes out; all: they may be used. */
static struct line *try_lines(struct builder *builder, struct run *run, const struct flow_intrusion *met)
{
	builder->layout->tries = true;
	struct line *lines = set_lines(builder, run, met);
	builder->layout->tries = false;
	return lines;
}

static bool is_below_zero(const struct fo_length *length)
{
	return fo_resolve(*length, 0) < 0 || length->percent < 0;
}

/* It goes beyond the sides because it was said to be too wide, or because its author says so. */
static bool is_set_out(const struct run *run, const struct line *line)
{
	const struct fo_style *style = run->block->style;
	return line->overfull || run->start < 0 || run->last < 0 || is_below_zero(&style->text_indent) ||
		   is_below_zero(&style->last_line_end_indent);
}

static void add_line(struct builder *builder, struct run *run, struct line *line, const struct flow_intrusion *met, int left)
{
	add_notes(builder, line->anchors, run->tag);
	line->area->x += builder->x + run->start + met->start;
	line->area->hold.white = line->leading;
	line->area->hold.free_across = is_set_out(run, line);
	struct flow_box box = {.height = line->height,
						   .leading = line->leading,
						   .area = line->area,
						   .verso = line->verso,
						   .sided = line->sided,
						   .anchors = line->anchors};
	flow_add_box(builder, &box, line_keep(run->block->style, run->above + run->count, left), run->first, line->start);
	run->count++;
	run->height = line->height;
	run->from = line->next ? line->next->start : run->next;
}

/* Whether a line has a float here that has no place yet. */
static bool brings_one(const struct builder *builder, const struct line_anchor *anchor)
{
	return anchor->floated && !(builder->floated && g_hash_table_contains(builder->floated, anchor->floated));
}

void flow_note_placed(struct builder *builder, const struct fo_node *node)
{
	if (!builder->floated)
		builder->floated = g_hash_table_new(NULL, NULL);
	g_hash_table_add(builder->floated, (gpointer)(uintptr_t)node);
}

/* Whether a float's line still holds its place when the float stands beside it, and has room there: below it the line would come after its float. */
static bool holds_beside(struct builder *builder, const struct run *run, const struct flow_intrusion *met,
						 const struct flow_float *made)
{
	struct flow_intrusion less = *met;
	less.end += made->width;
	struct run trial = *run;
	trial.most = 1;
	const struct line *line = try_lines(builder, &trial, &less);
	if (line && line->overfull)
		return false;
	for (const struct line_anchor *anchor = line ? line->anchors : NULL; anchor; anchor = anchor->next)
		if (anchor->floated == made->node)
			return true;
	return false;
}

/* A float among a paragraph's lines is no part of its element. */
static struct area_structure *tag_around(const struct run *run)
{
	bool in_paragraph = run->tag->parent && g_str_equal(run->tag->role, "P");
	return in_paragraph ? run->tag->parent : run->tag;
}

/* Floats of a line stand beside it when their places stay in it, else below, and all that come after such a one. True: the line is to be set again. */
static bool put_floats(struct builder *builder, const struct run *run, const struct line *line, const struct flow_intrusion *met,
					   GPtrArray *below)
{
	for (const struct line_anchor *anchor = line->anchors; anchor; anchor = anchor->next) {
		const struct fo_node *node = anchor->floated;
		if (!brings_one(builder, anchor))
			continue;
		flow_note_placed(builder, node);
		if (!flow_is_floating(builder->layout, node)) {
			if (!builder->unfloated)
				builder->unfloated = g_ptr_array_new();
			g_ptr_array_add(builder->unfloated, (gpointer)(uintptr_t)node);
			continue;
		}
		struct flow_float *made = flow_make_float(builder, node, tag_around(run));
		if (made->side != FLOW_FLOAT_BEFORE && (below->len || !holds_beside(builder, run, met, made))) {
			made->pending = true;
			g_ptr_array_add(below, made);
			continue;
		}
		flow_put_float(builder, made);
		if (made->side != FLOW_FLOAT_BEFORE)
			return true;
	}
	return false;
}

/* Beside the floats that are there, or, when not so much as a word has room there, below those of one side, or of both. */
static struct line *lines_beside(struct builder *builder, struct run *run, struct flow_intrusion *met)
{
	len measure = builder->width - run->start - run->last;
	for (int i = 0; i < 2; i++) {
		*met = flow_line_intrusion(builder, run->block, run->start, run->last, run->height);
		if (met->start + met->end <= 0)
			return set_lines(builder, run, met);
		struct line *lines = met->start + met->end < measure ? try_lines(builder, run, met) : NULL;
		if (met->start + met->end < measure && !(lines && lines->overfull))
			return lines;
		flow_give_way(builder, i ? FO_KW_BOTH : flow_nearer_side(builder, met));
	}
	*met = (struct flow_intrusion){.height = LEN_MAX, .free = LEN_MAX};
	return set_lines(builder, run, met);
}

/* Whether a line is too high to end above a float that stands farther down. The first one is then set as what it is, beside that float. */
static bool reaches_float(struct run *run, const struct line *line, len used, const struct flow_intrusion *met)
{
	bool reaches = len_add(used, line->height) > met->free && (used > 0 || line->height > run->height);
	if (reaches && !used)
		run->height = line->height;
	return reaches;
}

static int count_lines(const struct line *lines)
{
	int count = 0;
	for (; lines; lines = lines->next)
		count++;
	return count;
}

/* Of the lines that were set before, when it was not known how few would come after them: so many. */
static void keep_widows(struct builder *builder, const struct run *run, int after)
{
	const struct fo_style *style = run->block->style;
	int before = run->count;
	for (guint i = builder->items->len; i-- > 0 && before > 1 && after + 1 < style->widows;) {
		struct flow_item *item = &g_array_index(builder->items, struct flow_item, i);
		if (item->kind != FLOW_BOX || item->box.position != FLOW_STATIC)
			continue;
		struct fo_keep keep = line_keep(style, run->above + --before, ++after);
		item->keep = flow_stronger(item->keep, keep);
		item->edge = flow_stronger(item->edge, keep);
	}
}

/* How many lines there are from a cluster on, no more than `most`, where no floats are. */
static int count_wide_lines(struct builder *builder, const struct run *run, uint32_t from, int most)
{
	uint32_t next;
	bool tries = builder->layout->tries;
	builder->layout->tries = true;
	len measure = MAX(builder->width - run->start - run->last, 0);
	int count = count_lines(line_source_make(run->source, measure, from, (unsigned)most, &next));
	builder->layout->tries = tries;
	return MIN(count, most);
}

/* All lines are set. A region that ends beside floats leaves the lines that follow without them: set anew, they are fewer. */
static void keep_wide_widows(struct builder *builder, const struct run *run)
{
	const struct fo_style *style = run->block->style;
	int before = run->count, most = MAX(style->widows, 0), after = 0;
	for (guint i = builder->items->len; i-- > 0 && before > 1 && after < most;) {
		struct flow_item *item = &g_array_index(builder->items, struct flow_item, i);
		if (item->kind != FLOW_BOX || item->box.position != FLOW_STATIC)
			continue;
		after = item->narrowed ? count_wide_lines(builder, run, item->part, most) : after + 1;
		struct fo_keep keep = line_keep(style, run->above + --before, after);
		item->keep = flow_stronger(item->keep, keep);
		item->edge = flow_stronger(item->edge, keep);
	}
}

/* Lines down to where the measure changes, or as many as are set at a time. */
static void add_band(struct builder *builder, struct run *run)
{
	struct flow_intrusion met;
	struct line *lines = lines_beside(builder, run, &met);
	bool beside = met.start + met.end > 0, whole = true;
	int left = count_lines(lines) + (run->next == UINT32_MAX ? 0 : INT16_MAX);
	if (lines && run->next == UINT32_MAX)
		keep_widows(builder, run, left);
	GPtrArray *below = g_ptr_array_new();
	len used = 0;
	run->from = lines ? run->from : UINT32_MAX;
	for (struct line *line = lines; line && used < met.height && !below->len && whole; line = line->next, left--) {
		whole = !reaches_float(run, line, used, &met) && !(beside && line->overfull) &&
				!put_floats(builder, run, line, &met, below);
		if (!whole)
			break;
		add_line(builder, run, line, &met, left);
		used = len_add(used, line->height);
	}
	run->most = whole && !below->len ? MIN(2 * run->most, LINES_MOST) : LINES_LEAST;
	for (guint i = 0; i < below->len; i++)
		flow_put_float(builder, below->pdata[i]);
	g_ptr_array_free(below, TRUE);
}

/* float="none" within a paragraph: its blocks come after the lines. */
static void push_unfloated(struct builder *builder, struct area_structure *tag)
{
	for (guint i = builder->unfloated ? builder->unfloated->len : 0; i-- > 0;)
		flow_push(builder, builder->unfloated->pdata[i], NULL, tag);
	if (builder->unfloated)
		g_ptr_array_set_size(builder->unfloated, 0);
}

/* The node behind all that is in this one, within the block. NULL: there is none. */
static const struct fo_node *node_behind(const struct fo_node *node, const struct fo_node *block)
{
	while (node && node != block && !node->next)
		node = node->parent;
	return node && node != block ? node->next : NULL;
}

/* Whether a float is in what the block has from `first` on, before `end`: not in the whole block, which blocks in inlines may part a thousand times. */
static bool brings_float(const struct fo_node *block, const struct fo_node *first, const struct fo_node *end)
{
	const struct fo_node *node = first;
	while (node && node != end && node->kind != FO_FLOAT)
		node = node->first_child && node->kind != FO_FOOTNOTE_BODY ? node->first_child : node_behind(node, block);
	return node && node != end;
}

static void end_run(struct builder *builder)
{
	struct run *run = builder->run;
	builder->run = NULL;
	if (run->source && run->whole) /* no page broke it */
		line_source_end(run->source);
	else if (run->source)
		line_source_close(run->source);
	if (builder->floated)
		g_hash_table_remove_all(builder->floated);
	push_unfloated(builder, run->tag);
	g_free(run);
}

void flow_more_lines(struct builder *builder)
{
	add_band(builder, builder->run);
	if (builder->run->from != UINT32_MAX)
		return;
	if (builder->run->source && builder->run->block->style->widows > 1)
		keep_wide_widows(builder, builder->run);
	end_run(builder);
}

void flow_drop_lines(struct builder *builder)
{
	if (builder->run && builder->run->source)
		line_source_close(builder->run->source);
	g_free(builder->run);
	builder->run = NULL;
}

void flow_add_lines(struct builder *builder, const struct fo_node *block, const struct fo_node *first, const struct fo_node *end,
					struct area_structure *tag)
{
	struct layout_indents indents = layout_indents(builder->layout, block, builder->width);
	struct run *run = g_new(struct run, 1);
	*run = (struct run){
		.block = block,
		.first = first,
		.end = end,
		.tag = tag,
		.start = indents.start,
		.last = indents.end,
		.height = block->style->font_size,
		.from = builder->first == first ? builder->part : 0,
		.most = LINES_LEAST,
		.whole = builder->first != first || !builder->part,
	};
	run->above = run->whole ? 0 : block->style->orphans;
	if (!run->whole || flow_is_beside(builder) || brings_float(block, first, end))
		run->source = line_source_open(builder->layout, block, first, end, opens(run), tag);
	builder->first = NULL;
	builder->run = run;
	flow_more_lines(builder);
}
