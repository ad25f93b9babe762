/* grid: gw:text-grid="strict" (Z-57). Wide characters take whole cells of the font size and its letter-spacing; what stands between
 * them, words and numbers with their blanks and marks, is a run. In its line a run is padded to whole cells: half in front and half behind,
 * all behind at the line's start, all in front at its end, not at all when it is the whole line. A run that is parted by a line's end is
 * two there, each with a padding of its own. */
#include "line/line_int.h"

struct grid {
	int64_t cell;
	uint32_t *first, *end; /* by atom: its run; first = end: it is none of a run */
	int64_t *padding;      /* by atom: of the whole runs that end up to there; count + 1 */
};

/* A unit of whole cells. Letters and digits never are, whatever their font makes them: Han keep their places beside them. */
static bool fills_cells(const struct atom *atom, len em)
{
	const struct text_cluster *cluster = atom->cluster;
	switch (cluster->cls) {
	case TEXT_CONNECTOR: /* these are of a run when beside one: 2004—2005, ￥100, 37℃ */
	case TEXT_PREFIX:
	case TEXT_SUFFIX:
	case TEXT_OBJECT:
	case TEXT_LETTER:
	case TEXT_DIGIT:
	case TEXT_SPACE:
		return false;
	default:
		return em > 0 && cluster->advance > 0 && cluster->advance % em == 0;
	}
}

static int64_t padding_of(const struct model *model, uint32_t first, uint32_t end)
{
	int64_t width = model->sums[end].width - model->sums[first].width;
	return width > 0 ? (model->grid->cell - width % model->grid->cell) % model->grid->cell : 0;
}

static void add_run(struct grid *grid, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++) {
		grid->first[i] = first;
		grid->end[i] = end;
	}
}

/* —— is two characters, so it has their letter-spacing twice. */
static void widen(struct model *model, struct atom *atom)
{
	atom->width += (len)((model->grid->cell - model->em) * (atom->cluster->advance / model->em - 1));
}

void line_grid_add(struct model *model, len tracking)
{
	struct grid *grid = model->grid = g_new0(struct grid, 1);
	grid->cell = MAX((int64_t)model->em + tracking, 1);
	grid->first = g_new(uint32_t, model->count + 1);
	grid->end = g_new(uint32_t, model->count + 1);
	uint32_t first = 0;
	for (uint32_t i = 0; i <= model->count; i++) {
		bool cells = i < model->count && fills_cells(&model->atoms[i], model->em);
		if (i < model->count && !cells && model->atoms[i].cluster->cls != TEXT_NEWLINE)
			continue;
		add_run(grid, first, i);
		grid->first[i] = grid->end[i] = i;
		first = i + 1;
		if (cells)
			widen(model, &model->atoms[i]);
	}
}

void line_grid_pad(struct model *model)
{
	struct grid *grid = model->grid;
	grid->padding = g_new0(int64_t, model->count + 1);
	for (uint32_t i = 0; i < model->count; i++)
		grid->padding[i + 1] = grid->padding[i] + (grid->end[i] == i + 1 ? padding_of(model, grid->first[i], i + 1) : 0);
}

void line_grid_free(struct model *model)
{
	if (!model->grid)
		return;
	g_free(model->grid->first);
	g_free(model->grid->end);
	g_free(model->grid->padding);
	g_free(model->grid);
}

/* Where the run that a line [first, end) begins with ends in it, and where the one that it ends with begins. */
static uint32_t head_end(const struct grid *grid, uint32_t first, uint32_t end)
{
	return MIN(MAX(grid->end[first], first), end);
}

static uint32_t tail_start(const struct grid *grid, uint32_t first, uint32_t end)
{
	return grid->end[end - 1] > grid->first[end - 1] ? MAX(grid->first[end - 1], first) : end;
}

bool line_grid_is_run(const struct model *model, uint32_t first, uint32_t end)
{
	return head_end(model->grid, first, end) == end;
}

int64_t line_grid_padding(const struct model *model, uint32_t first, uint32_t end)
{
	const struct grid *grid = model->grid;
	if (line_grid_is_run(model, first, end))
		return 0;
	uint32_t head = head_end(grid, first, end), tail = tail_start(grid, first, end);
	return padding_of(model, first, head) + grid->padding[tail] - grid->padding[head] + padding_of(model, tail, end);
}

struct pad line_grid_pad_at(const struct model *model, uint32_t first, uint32_t end, uint32_t i)
{
	const struct grid *grid = model->grid;
	if (grid->first[i] == grid->end[i] || line_grid_is_run(model, first, end))
		return (struct pad){0};
	uint32_t from = MAX(grid->first[i], first), to = MIN(grid->end[i], end);
	len whole = (len)padding_of(model, from, to), before = from == first ? 0 : to == end ? whole : whole / 2;
	return (struct pad){i == from ? before : 0, i + 1 == to ? whole - before : 0};
}
