/* path: the path data that Cairo writes (absolute M, L, C, Z only) → boxes of its subpaths, exact for curves. */
#include <math.h>
#include <stdlib.h>

#include "reader/reader_int.h"

#define NEAR  0.01 /* pt: points that far apart lie on one straight line along x or y */
#define ASKEW 0.3  /* pt */

struct pen {
	struct outline box; /* of the subpath so far */
	double x, y;        /* where the pen is, in the page */
	double first_x, first_y;
	bool stroked;
	void (*take)(const struct outline *, void *);
	void *data;
};

static const struct outline empty = {INFINITY, INFINITY, -INFINITY, -INFINITY, true, 0};

uint32_t outline_rounded(double value)
{
	return (uint32_t)(int32_t)lround(CLAMP(value, -1e6, 1e6) * 8);
}

/* The points of one step go into the subpath's fingerprint. */
static void note_points(struct outline *box, const double *values, int count)
{
	for (int i = 0; i < 2 * count; i++)
		box->print = reader_mix(box->print, outline_rounded(values[i]));
}

static void grow(struct outline *box, double x, double y)
{
	box->left = fmin(box->left, x);
	box->right = fmax(box->right, x);
	box->top = fmin(box->top, y);
	box->bottom = fmax(box->bottom, y);
}

/* The values that a cubic takes where it turns back, besides its ends. */
static int turns(double a, double b, double c, double d, double *at)
{
	double p = -a + 3 * b - 3 * c + d, q = 2 * (a - 2 * b + c), r = b - a;
	double roots[2];
	int found = 0, count = 0;
	if (fabs(p) < 1e-9) {
		if (fabs(q) > 1e-9)
			roots[count++] = -r / q;
	} else if (q * q - 4 * p * r >= 0) {
		double root = sqrt(q * q - 4 * p * r);
		roots[count++] = (-q + root) / (2 * p);
		roots[count++] = (-q - root) / (2 * p);
	}
	for (int i = 0; i < count; i++)
		if (roots[i] > 0 && roots[i] < 1)
			at[found++] = roots[i];
	return found;
}

static double cubic(double a, double b, double c, double d, double t)
{
	double s = 1 - t;
	return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

static void end_subpath(struct pen *pen)
{
	if (pen->box.left <= pen->box.right) {
		pen->box.bar = pen->box.bar && !pen->stroked;
		pen->take(&pen->box, pen->data);
	}
	pen->box = empty;
}

/* Along an axis, or off it by less than the eye sees: word processors draw lines a little askew. */
static bool is_along(const struct pen *pen, double x, double y)
{
	double width = fabs(x - pen->x), height = fabs(y - pen->y), off = fmin(width, height);
	return off < NEAR || (pen->stroked && off < ASKEW && off < fmax(width, height) / 1000);
}

static void line_to(struct pen *pen, double x, double y)
{
	bool along = is_along(pen, x, y);
	grow(&pen->box, x, y);
	pen->box.bar = pen->box.bar && along;
	if (pen->stroked && along && (fabs(x - pen->x) >= NEAR || fabs(y - pen->y) >= NEAR)) {
		struct outline segment = empty;
		grow(&segment, pen->x, pen->y);
		grow(&segment, x, y);
		pen->take(&segment, pen->data);
	}
	pen->x = x;
	pen->y = y;
}

static void curve_to(struct pen *pen, const double *p)
{
	double at[4];
	int count = turns(pen->x, p[0], p[2], p[4], at);
	count += turns(pen->y, p[1], p[3], p[5], at + count);
	for (int i = 0; i < count; i++)
		grow(&pen->box, cubic(pen->x, p[0], p[2], p[4], at[i]), cubic(pen->y, p[1], p[3], p[5], at[i]));
	grow(&pen->box, p[4], p[5]);
	pen->box.bar = false;
	pen->x = p[4];
	pen->y = p[5];
}

static const char *points(const char *at, const cairo_matrix_t *to_page, int count, double *values)
{
	for (int i = 0; i < count; i++) {
		char *end;
		values[2 * i] = g_ascii_strtod(at, &end);
		values[2 * i + 1] = g_ascii_strtod(end, &end);
		cairo_matrix_transform_point(to_page, &values[2 * i], &values[2 * i + 1]);
		at = end;
	}
	return at;
}

void path_read(const char *d, const cairo_matrix_t *to_page, bool stroked, void (*take)(const struct outline *, void *),
			   void *data)
{
	struct pen pen = {.box = empty, .stroked = stroked, .take = take, .data = data};
	double p[6];
	while (*d) {
		char step = *d++;
		switch (step) {
		case 'M':
			end_subpath(&pen);
			d = points(d, to_page, 1, p);
			pen.x = pen.first_x = p[0];
			pen.y = pen.first_y = p[1];
			break;
		case 'L':
			d = points(d, to_page, 1, p);
			note_points(&pen.box, p, 1);
			grow(&pen.box, pen.x, pen.y);
			line_to(&pen, p[0], p[1]);
			break;
		case 'C':
			d = points(d, to_page, 3, p);
			note_points(&pen.box, p, 3);
			grow(&pen.box, pen.x, pen.y);
			curve_to(&pen, p);
			break;
		case 'Z':
			if (pen.box.left <= pen.box.right)
				line_to(&pen, pen.first_x, pen.first_y);
			end_subpath(&pen);
			break;
		default:
			break;
		}
	}
	end_subpath(&pen);
}

struct reader_box outline_box(const struct outline *outline)
{
	if (outline->left > outline->right)
		return reader_nothing;
	return (struct reader_box){len_from_pt(outline->left), len_from_pt(outline->top), len_from_pt(outline->right),
							   len_from_pt(outline->bottom)};
}
