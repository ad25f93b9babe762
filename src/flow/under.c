/* under: the backgrounds of a table's columns, parts and rows, under its cells (XSL 1.1, 6.7.3, 6.7.8, 6.7.9). Those of a column and of a part reach
 * down all rows of the part that stand on the page, as one rectangle: a picture in it is not begun again with each row. */
#include "flow/place_int.h"

struct under_part {
	const struct flow_under *under;
	struct area *area;
	struct under_part *next;
};

/* What is under the cells of a row stands before all rows of its table on the page. */
static struct area *add(struct placing *placing, const struct flow_under *under, len height)
{
	struct open_area *table = placing_top(placing);
	struct area *area = area_new(placing->placer->layout->arena, AREA_BLOCK, placing->x + under->x - table->x + under->move.right,
								 placing->y - table->y + under->move.down, under->width, height);
	area->box = under->box;
	area->tag = &area_artifact;
	area_insert(table->area, table->under, area);
	table->under = area;
	return area;
}

/* The row below is of the same part. */
static bool goes_on(const struct under_part *part, const struct flow_under *under)
{
	const struct flow_under *above = part->under;
	return above->node == under->node && above->part == under->part && above->x == under->x && above->width == under->width;
}

static struct under_part *new_part(struct placing *placing, const struct flow_under *under, struct area *area)
{
	struct under_part *part = ARENA_NEW(placing->placer->layout->arena, struct under_part);
	*part = (struct under_part){.under = under, .area = area};
	return part;
}

/* Rows of a part have the same backgrounds of columns and part, in the same order. */
void placing_put_under(struct placing *placing, const struct flow_row *row, len height)
{
	struct open_area *table = placing_top(placing);
	struct under_part **part = &table->parts;
	for (const struct flow_under *under = row->under; under; under = under->next) {
		if (under->part && *part && goes_on(*part, under)) {
			(*part)->area->height = placing->y - table->y + under->move.down + height - (*part)->area->y;
			part = &(*part)->next;
			continue;
		}
		struct area *area = add(placing, under, height);
		if (!under->part)
			continue;
		*part = new_part(placing, under, area);
		part = &(*part)->next;
	}
}
