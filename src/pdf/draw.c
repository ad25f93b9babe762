/* Pages: walks the areas in order and has Cairo draw them. Offsets are summed in len, so a glyph's place is exact until it is
 * handed to Cairo; only a turned reference area changes Cairo's matrix. The recursion is as deep as the FO tree, and that is
 * bounded by fo_build(). */
#include <cairo-pdf.h>
#include <math.h>

#include "pdf/pdf_int.h"

void pdf_set_color(cairo_t *cairo, area_color color)
{
	cairo_set_source_rgba(cairo, (color >> 24) / 255.0, (color >> 16 & 0xFF) / 255.0, (color >> 8 & 0xFF) / 255.0,
						  (color & 0xFF) / 255.0);
}

static bool draw_areas(struct pdf_writer *writer, const struct area *area, len x, len y);

/* ---- signs ---- */

/* Signs in Cairo's stream are for content.c, which takes them out again: triangles of half the page, such as nothing else draws. One opens
 * every page, because Cairo then knows at once that the whole page is drawn on: else it adds every run's box to a region, in
 * quadratic time. */
static void draw_sign(struct pdf_writer *writer)
{
	const struct area_page *page = writer->page;

	cairo_save(writer->cairo);
	cairo_reset_clip(writer->cairo);
	cairo_identity_matrix(writer->cairo);
	pdf_set_color(writer->cairo, 0xFF);
	cairo_move_to(writer->cairo, 0, 0);
	cairo_line_to(writer->cairo, len_to_pt(page->width), 0);
	cairo_line_to(writer->cairo, 0, len_to_pt(page->height));
	cairo_close_path(writer->cairo);
	cairo_fill(writer->cairo);
	cairo_restore(writer->cairo);
}

/* The other way round, because Cairo makes one operator of a path that is filled and stroked. */
void pdf_draw_stroke_sign(struct pdf_writer *writer, area_color color, double width)
{
	const struct area_page *page = writer->page;

	cairo_save(writer->cairo);
	cairo_reset_clip(writer->cairo);
	cairo_identity_matrix(writer->cairo);
	pdf_set_color(writer->cairo, color);
	cairo_set_line_width(writer->cairo, width);
	cairo_set_line_join(writer->cairo, CAIRO_LINE_JOIN_ROUND);
	cairo_move_to(writer->cairo, 0, 0);
	cairo_line_to(writer->cairo, 0, len_to_pt(page->height));
	cairo_line_to(writer->cairo, len_to_pt(page->width), 0);
	cairo_close_path(writer->cairo);
	cairo_stroke(writer->cairo);
	cairo_restore(writer->cairo);
}

static void add_mark(struct pdf_writer *writer, uint32_t glyphs)
{
	struct pdf_mark mark = {writer->leaf, glyphs};

	g_array_append_val(writer->sheet->marks, mark);
}

/* ---- leaves ---- */

/* Quotes the text's beginning, up to a whole character. */
static void report_outside(struct pdf_writer *writer, const struct area *area)
{
	enum { QUOTED = 60 }; /* bytes */
	const char *text = area->text->text;
	size_t size = area->text->text_size;

	while (size > QUOTED)
		size = (size_t)(g_utf8_find_prev_char(text, text + MIN(size, QUOTED + 1)) - text);
	diag_report(writer->sink, DIAG_PDF_OUTSIDE, area->place, "%.*s%s", (int)size, text, size < area->text->text_size ? "…" : "");
}

/* Cairo drops glyphs that lie off the page, and with them their text: said once a page. */
static bool is_on_page(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	double left = len_to_pt(x), top = len_to_pt(y), right = left + len_to_pt(area->width), bottom = top + len_to_pt(area->height);
	double width = len_to_pt(writer->page->width), height = len_to_pt(writer->page->height);

	cairo_user_to_device(writer->cairo, &left, &top);
	cairo_user_to_device(writer->cairo, &right, &bottom);
	if (fmin(left, right) >= 0 && fmin(top, bottom) >= 0 && fmax(left, right) <= width && fmax(top, bottom) <= height)
		return true;
	if (!writer->outside)
		report_outside(writer, area);
	writer->outside = true;
	return false;
}

static bool draw_text(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	cairo_status_t status;

	if (!writer->clips && is_on_page(writer, area, x, y)) {
		uint32_t glyphs = pdf_draw_text(writer, area, x, y);

		if (glyphs)
			add_mark(writer, glyphs);
		pdf_note_word(writer, area->text);
	} else { /* outside the page or clipped: how much of it Cairo draws is not known */
		draw_sign(writer);
		pdf_draw_text(writer, area, x, y);
		draw_sign(writer);
		add_mark(writer, PDF_ANY_TEXT);
	}
	writer->leaf++;
	status = cairo_status(writer->cairo);
	return status == CAIRO_STATUS_SUCCESS || pdf_fail_status(writer, area->place, status);
}

static void fill_rule(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	pdf_set_color(writer->cairo, area->color);
	pdf_fill_rectangle(writer->cairo, len_to_pt(x), len_to_pt(y), len_to_pt(area->width), len_to_pt(area->height));
}

static void fill_dot(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	cairo_t *cairo = writer->cairo;

	if (area->width <= 0 || area->height <= 0)
		return;
	cairo_save(cairo);
	cairo_translate(cairo, len_to_pt(x) + len_to_pt(area->width) / 2, len_to_pt(y) + len_to_pt(area->height) / 2);
	cairo_scale(cairo, len_to_pt(area->width) / 2, len_to_pt(area->height) / 2);
	cairo_arc(cairo, 0, 0, 1, 0, 2 * G_PI);
	cairo_restore(cairo);
	pdf_set_color(cairo, area->color);
	cairo_fill(cairo);
}

/* Between two signs: a leaf of its own, whatever Cairo makes of it. */
static void begin_leaf(struct pdf_writer *writer)
{
	draw_sign(writer);
}

static void end_leaf(struct pdf_writer *writer)
{
	draw_sign(writer);
	add_mark(writer, PDF_PICTURE);
	writer->leaf++;
}

static void draw_image(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	begin_leaf(writer);
	pdf_draw_image(writer, area, x, y);
	end_leaf(writer);
}

static void draw_rule(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	bool is_leaf = writer->figure && pdf_shows_rule(area);

	if (is_leaf)
		begin_leaf(writer);
	if (area->kind == AREA_RULE)
		fill_rule(writer, area, x, y);
	else
		fill_dot(writer, area, x, y);
	if (is_leaf)
		end_leaf(writer);
}

static void draw_box(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	bool is_leaf = writer->figure && pdf_shows_box(area);

	if (!area->box)
		return;
	if (is_leaf)
		begin_leaf(writer);
	pdf_draw_box(writer, area->box, len_to_pt(x), len_to_pt(y), len_to_pt(area->width), len_to_pt(area->height));
	if (is_leaf)
		end_leaf(writer);
}

/* ---- reference areas ---- */

/* Quarter turns anticlockwise, y down: exact, without sine and cosine. */
static const cairo_matrix_t quarter_turns[4] = {
	{.xx = 1, .yy = 1}, {.yx = -1, .xy = 1}, {.xx = -1, .yy = -1}, {.yx = 1, .xy = -1}};

static bool draw_turned(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	int turn = (area->turn / 90 % 4 + 4) % 4, outer_turn = writer->turn;
	bool done;

	cairo_save(writer->cairo);
	cairo_translate(writer->cairo, len_to_pt(x), len_to_pt(y));
	cairo_transform(writer->cairo, &quarter_turns[turn]);
	writer->turn = (outer_turn + turn) % 4;
	draw_box(writer, area, 0, 0);
	done = draw_areas(writer, area->first_child, 0, 0);
	writer->turn = outer_turn;
	cairo_restore(writer->cairo);
	return done;
}

static bool draw_clipped(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	bool done;

	cairo_save(writer->cairo);
	cairo_rectangle(writer->cairo, len_to_pt(x), len_to_pt(y), len_to_pt(area->width), len_to_pt(area->height));
	cairo_clip(writer->cairo);
	writer->clips++;
	done = draw_areas(writer, area->first_child, x, y);
	writer->clips--;
	cairo_restore(writer->cairo);
	return done;
}

/* ---- the walk ---- */

static bool draw_area(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	if (area->kind == AREA_TURNED)
		return draw_turned(writer, area, x, y);
	if (area->kind == AREA_CLIPPED)
		return draw_clipped(writer, area, x, y);
	draw_box(writer, area, x, y);
	if (area->kind == AREA_RULE || area->kind == AREA_DOT)
		draw_rule(writer, area, x, y);
	else if (area->kind == AREA_IMAGE)
		draw_image(writer, area, x, y);
	else if (area->kind == AREA_TEXT && !draw_text(writer, area, x, y))
		return false;
	return draw_areas(writer, area->first_child, x, y);
}

static bool draw_areas(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	const struct area_structure *around = writer->figure;
	bool done = true;

	for (; area && done; area = area->next) {
		writer->figure = pdf_figure_around(area, around);
		done = draw_area(writer, area, len_add(x, area->x), len_add(y, area->y));
	}
	writer->figure = around;
	return done;
}

static bool draw_page(struct pdf_writer *writer, const struct area_page *page)
{
	cairo_status_t status;

	writer->page = page;
	writer->leaf = 0;
	writer->figure = NULL;
	writer->outside = false;
	cairo_pdf_surface_set_size(writer->surface, len_to_pt(page->width), len_to_pt(page->height));
	draw_sign(writer);
	if (!draw_areas(writer, page->first_area, 0, 0))
		return false;
	cairo_show_page(writer->cairo);
	status = cairo_status(writer->cairo);
	return status == CAIRO_STATUS_SUCCESS || pdf_fail_status(writer, (struct place){0}, status);
}

bool pdf_draw_sheet(struct pdf_writer *writer, struct pdf_sheet *sheet, struct arena *scratch)
{
	bool done;

	writer->sheet = sheet;
	sheet->marks = g_array_new(FALSE, FALSE, sizeof(struct pdf_mark));
	sheet->words = g_array_new(FALSE, FALSE, sizeof(struct pdf_word));
	done = draw_page(writer, area_unpack(sheet->packed, scratch));
	g_free(sheet->packed.data);
	sheet->packed = (struct bytes){0};
	arena_clear(scratch);
	return done;
}
