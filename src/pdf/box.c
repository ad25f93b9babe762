/* Backgrounds and borders of an area: drawn inside its rectangle (XSL 1.1, 4.9.4). Takes a box and a rectangle in pt.
 *
 * Every border runs the whole length of its side; before and after are painted over start and end. So corners are closed and
 * borders of one colour show no seam. Where two meet that are not of one colour all through, the corner is parted askew, as in FOP; marks run
 * on. A double border is two thirds ink, its inner lines meet at the corners. */
#include <math.h>

#include "pdf/pdf_int.h"

struct rectangle {
	double x, y, width, height;
};

static double side_width(const struct area_box *box, enum area_side side)
{
	return box->border[side].style == AREA_LINE_NONE ? 0 : len_to_pt(box->border[side].width);
}

/* The strip of a side between two distances from the outer edge, shortened at both ends. */
static struct rectangle side_strip(const struct rectangle *r, enum area_side side, double near, double far, double cut_low,
								   double cut_high)
{
	double thickness = far - near;

	switch (side) {
	case AREA_BEFORE:
		return (struct rectangle){r->x + cut_low, r->y + near, r->width - cut_low - cut_high, thickness};
	case AREA_AFTER:
		return (struct rectangle){r->x + cut_low, r->y + r->height - far, r->width - cut_low - cut_high, thickness};
	case AREA_START:
		return (struct rectangle){r->x + near, r->y + cut_low, thickness, r->height - cut_low - cut_high};
	default:
		return (struct rectangle){r->x + r->width - far, r->y + cut_low, thickness, r->height - cut_low - cut_high};
	}
}

/* One rectangle over all of the page Cairo would take for the page's beginning, and drop what was drawn before; two in one path it does not. */
void pdf_fill_rectangle(cairo_t *cairo, double x, double y, double width, double height)
{
	double left, top, right, bottom;

	cairo_clip_extents(cairo, &left, &top, &right, &bottom);
	cairo_rectangle(cairo, x, y, width, height);
	if (x <= left && y <= top && x + width >= right && y + height >= bottom)
		cairo_rectangle(cairo, x, y, width, height);
	cairo_fill(cairo);
}

static void fill(cairo_t *cairo, struct rectangle r)
{
	pdf_fill_rectangle(cairo, r.x, r.y, r.width, r.height);
}

static void draw_solid(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	fill(cairo, side_strip(r, side, 0, side_width(box, side), 0, 0));
}

/* How far the inner line of a double border keeps from the corner: to where the neighbour's inner line begins. */
static double corner_cut(const struct area_box *box, enum area_side neighbour)
{
	return box->border[neighbour].style == AREA_LINE_DOUBLE ? side_width(box, neighbour) * 2 / 3 : 0;
}

static void draw_double(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	bool across = side == AREA_BEFORE || side == AREA_AFTER;
	double width = side_width(box, side);

	fill(cairo, side_strip(r, side, 0, width / 3, 0, 0));
	fill(cairo, side_strip(r, side, width * 2 / 3, width, corner_cut(box, across ? AREA_START : AREA_BEFORE),
						   corner_cut(box, across ? AREA_END : AREA_AFTER)));
}

/* Dashes are twice as long as they are wide, those below 3 pt six times, or as much longer as makes the last one whole; half as long are the
 * gaps: as in FOP. */
static void measure_dashes(double length, double width, double dashes[2])
{
	double mark = width < 3 ? width * 6 : width * 2, count = fmax(0, floor((length - mark) / (mark * 1.5)));

	dashes[0] = length / (count * 1.5 + 1);
	dashes[1] = dashes[0] / 2;
}

/* Dots are round, two widths or nearly so from middle to middle, the first and last whole. */
static void measure_dots(double length, double width, double dashes[2])
{
	dashes[0] = 0;
	dashes[1] = length / fmax(1, round(length / (width * 2)));
}

static void draw_marks(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side, bool dotted)
{
	double width = side_width(box, side);
	double end = dotted ? width / 2 : 0;
	struct rectangle line = side_strip(r, side, width / 2, width / 2, 0, 0);
	bool across = line.width > line.height;
	double length = fmax(0, fmax(line.width, line.height) - 2 * end), dashes[2];

	(dotted ? measure_dots : measure_dashes)(length, width, dashes);
	if (length <= 0 || dashes[0] + dashes[1] <= 0)
		return;
	cairo_save(cairo);
	cairo_set_line_width(cairo, width);
	cairo_set_line_cap(cairo, dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
	cairo_set_dash(cairo, dashes, 2, 0);
	cairo_move_to(cairo, line.x + (across ? end : 0), line.y + (across ? 0 : end));
	cairo_line_to(cairo, line.x + line.width - (across ? end : 0), line.y + line.height - (across ? 0 : end));
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

/* A wave in a third of the width's line, of whole half-waves as long as the width or nearly so: crest and trough touch the strip's edges. */
static void draw_wave(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	double width = side_width(box, side), height = width / 3;
	struct rectangle line = side_strip(r, side, width / 2, width / 2, 0, 0);
	bool across = line.width > line.height;
	double length = fmax(line.width, line.height), count = fmax(1, round(length / width)), half = length / count;

	cairo_save(cairo);
	cairo_translate(cairo, line.x, line.y);
	if (!across)
		cairo_rotate(cairo, G_PI_2);
	cairo_set_line_width(cairo, width / 3);
	cairo_move_to(cairo, 0, 0);
	for (int i = 0; i < (int)count; i++) {
		double crest = (i % 2 ? 4 : -4) * height / 3;

		cairo_curve_to(cairo, half * (i + 1.0 / 3), crest, half * (i + 2.0 / 3), crest, half * (i + 1), 0);
	}
	cairo_stroke(cairo);
	cairo_restore(cairo);
}

/* Half way to black, or to white where the colour is too dark to be told from its shadow. */
static area_color shade(area_color color, bool dark)
{
	unsigned r = color >> 24, g = color >> 16 & 0xFF, b = color >> 8 & 0xFF;
	bool is_dark = r + g + b < 192;

	if (dark && is_dark)
		return color;
	if (dark)
		return (r / 2) << 24 | (g / 2) << 16 | (b / 2) << 8 | (color & 0xFF);
	return is_dark ? (r / 2 + 128) << 24 | (g / 2 + 128) << 16 | (b / 2 + 128) << 8 | (color & 0xFF) : color;
}

/* As if lit from the top left: inset lies in shadow at the top and left, a groove is inset outside and outset inside. */
static void draw_relief(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	const struct area_border *border = &box->border[side];
	double width = side_width(box, side);
	bool lit = side == AREA_AFTER || side == AREA_END;
	bool sunk = border->style == AREA_LINE_INSET || border->style == AREA_LINE_GROOVE;
	bool halves = border->style == AREA_LINE_GROOVE || border->style == AREA_LINE_RIDGE;

	pdf_set_color(cairo, shade(border->color, sunk != lit));
	fill(cairo, side_strip(r, side, 0, halves ? width / 2 : width, 0, 0));
	if (!halves)
		return;
	pdf_set_color(cairo, shade(border->color, sunk == lit));
	fill(cairo, side_strip(r, side, width / 2, width, 0, 0));
}

static bool has_border(const struct area_box *box, enum area_side side)
{
	return box->border[side].style != AREA_LINE_NONE && box->border[side].width > 0;
}

static bool is_marks(const struct area_border *border)
{
	return border->style == AREA_LINE_DASHED || border->style == AREA_LINE_DOTTED || border->style == AREA_LINE_WAVY;
}

static bool is_relief(const struct area_border *border)
{
	return border->style == AREA_LINE_GROOVE || border->style == AREA_LINE_RIDGE || border->style == AREA_LINE_INSET ||
		   border->style == AREA_LINE_OUTSET;
}

/* How far the inner end of a side lies from the corner with its neighbour: 0 where the corner is not parted askew. */
static double askew(const struct area_box *box, enum area_side side, enum area_side neighbour)
{
	const struct area_border *own = &box->border[side], *other = &box->border[neighbour];

	if (!has_border(box, neighbour) || is_marks(own) || is_marks(other))
		return 0;
	return own->color != other->color || is_relief(own) || is_relief(other) ? side_width(box, neighbour) : 0;
}

/* Only what is within the side's part of its corners is painted from now on. */
static void clip_corners(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	bool across = side == AREA_BEFORE || side == AREA_AFTER, far = side == AREA_AFTER || side == AREA_END;
	double low = askew(box, side, across ? AREA_START : AREA_BEFORE), high = askew(box, side, across ? AREA_END : AREA_AFTER);
	double length = across ? r->width : r->height, width = side_width(box, side);
	double along[] = {0, length, length - high, low}, in[] = {0, 0, width, width};

	if (low <= 0 && high <= 0)
		return;
	for (int i = 0; i < 4; i++) {
		double depth = far ? (across ? r->height : r->width) - in[i] : in[i];

		cairo_line_to(cairo, r->x + (across ? along[i] : depth), r->y + (across ? depth : along[i]));
	}
	cairo_close_path(cairo);
	cairo_clip(cairo);
}

static void draw_border(cairo_t *cairo, const struct area_box *box, const struct rectangle *r, enum area_side side)
{
	const struct area_border *border = &box->border[side];

	if (!has_border(box, side))
		return;
	cairo_save(cairo);
	clip_corners(cairo, box, r, side);
	pdf_set_color(cairo, border->color);
	switch (border->style) {
	case AREA_LINE_DOUBLE:
		draw_double(cairo, box, r, side);
		break;
	case AREA_LINE_WAVY:
		draw_wave(cairo, box, r, side);
		break;
	case AREA_LINE_GROOVE:
	case AREA_LINE_RIDGE:
	case AREA_LINE_INSET:
	case AREA_LINE_OUTSET:
		draw_relief(cairo, box, r, side);
		break;
	case AREA_LINE_DASHED:
	case AREA_LINE_DOTTED:
		draw_marks(cairo, box, r, side, border->style == AREA_LINE_DOTTED);
		break;
	default:
		draw_solid(cairo, box, r, side);
		break;
	}
	cairo_restore(cairo);
}

static struct rectangle within(struct rectangle r, const double edge[4])
{
	return (struct rectangle){r.x + edge[AREA_START], r.y + edge[AREA_BEFORE], r.width - edge[AREA_START] - edge[AREA_END],
							  r.height - edge[AREA_BEFORE] - edge[AREA_AFTER]};
}

/* The background lies in the padding rectangle (4.9.4). Its colour goes on under a border that hides it: no seam between them. */
static void draw_background(struct pdf_writer *writer, const struct area_box *box, struct rectangle r)
{
	double padding[4], color[4];

	for (int side = 0; side < 4; side++) {
		const struct area_border *border = &box->border[side];
		bool hides = (border->style == AREA_LINE_SOLID || is_relief(border)) && (border->color & 0xFF) == 0xFF;
		padding[side] = side_width(box, (enum area_side)side) + len_to_pt(box->beyond[side]);
		color[side] = hides ? len_to_pt(box->beyond[side]) : padding[side];
	}
	if (box->background & 0xFF) {
		pdf_set_color(writer->cairo, box->background);
		fill(writer->cairo, within(r, color));
	}
	if (box->picture) {
		struct rectangle place = within(r, padding);
		pdf_draw_background(writer, box->picture, place.x, place.y, place.width, place.height);
	}
}

void pdf_draw_box(struct pdf_writer *writer, const struct area_box *box, double x, double y, double width, double height)
{
	cairo_t *cairo = writer->cairo;
	static const enum area_side order[] = {AREA_START, AREA_END, AREA_BEFORE, AREA_AFTER};
	struct rectangle r = {x, y, width, height};

	draw_background(writer, box, r);
	for (size_t i = 0; i < G_N_ELEMENTS(order); i++)
		draw_border(cairo, box, &r, order[i]);
}
