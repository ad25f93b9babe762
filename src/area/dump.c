/* dump: the area tree as XML, for --dump=areas and for tests. Takes the tree, gives text; same tree, same text.
 *
 * One element an area, named after its kind; lengths in pt with three decimals, x and y counted from the page's top left (inside
 * <turned>: as if it were not turned). Only what is set is written. What stands in a line is written without white space, so that
 * the string value of <line> is the line's text. The depth of the recursion is that of the FO tree, which fo_build() bounds. */
#include <glib.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "area/area.h"

static const char *const element_names[AREA_KIND_COUNT] = {
	[AREA_REGION] = "region", [AREA_BLOCK] = "block",     [AREA_TABLE] = "table",   [AREA_ROW] = "row",
	[AREA_CELL] = "cell",     [AREA_LINE] = "line",       [AREA_INLINE] = "inline", [AREA_TEXT] = "text",
	[AREA_RULE] = "rule",     [AREA_DOT] = "dot",         [AREA_LINK] = "link",     [AREA_IMAGE] = "image",
	[AREA_TURNED] = "turned", [AREA_CLIPPED] = "clipped",
};

static const char *const style_names[] = {
	[AREA_LINE_NONE] = "none",     [AREA_LINE_SOLID] = "solid",   [AREA_LINE_DASHED] = "dashed", [AREA_LINE_DOTTED] = "dotted",
	[AREA_LINE_DOUBLE] = "double", [AREA_LINE_WAVY] = "wavy",     [AREA_LINE_GROOVE] = "groove", [AREA_LINE_RIDGE] = "ridge",
	[AREA_LINE_INSET] = "inset",   [AREA_LINE_OUTSET] = "outset",
};

static const char *const border_names[] = {
	[AREA_BEFORE] = "border-before", [AREA_AFTER] = "border-after", [AREA_START] = "border-start", [AREA_END] = "border-end"};

struct dump {
	FILE *out;
	unsigned depth;   /* of the element being written */
	unsigned in_line; /* within a <line>: no white space */
};

/* ---- characters ---- */

/* The length of the UTF-8 character at `at` when XML allows it, else 0. */
static size_t character_size(const char *at, const char *end)
{
	gunichar c = g_utf8_get_char_validated(at, end - at);
	bool allowed = c < 0x20 ? c == '\t' || c == '\n' || c == '\r' : c <= 0x10FFFF && c != 0xFFFE && c != 0xFFFF;

	return allowed ? (size_t)(g_utf8_next_char(at) - at) : 0;
}

/* Text as XML; what XML cannot hold becomes U+FFFD. White space other than the blank is written by number, so
 * that attribute values keep it. */
static void put_text(struct dump *dump, const char *text, size_t size)
{
	const char *at = text, *end = at + size, *from = at; /* what is written as it is, from there on */

	while (at < end) {
		size_t length = character_size(at, end);

		if (length && !strchr("&<>\"\t\n\r", *at)) {
			at += length;
			continue;
		}
		fwrite(from, 1, (size_t)(at - from), dump->out);
		if (length)
			fprintf(dump->out, "&#%d;", *at);
		else
			fputs("\xEF\xBF\xBD", dump->out);
		from = at += length ? length : 1;
	}
	fwrite(from, 1, (size_t)(end - from), dump->out);
}

/* ---- attributes ---- */

static void put_string(struct dump *dump, const char *name, const char *value)
{
	if (!value)
		return;
	fprintf(dump->out, " %s=\"", name);
	put_text(dump, value, strlen(value));
	fputc('"', dump->out);
}

static void put_integer(struct dump *dump, const char *name, int64_t value)
{
	fprintf(dump->out, " %s=\"%" PRId64 "\"", name, value);
}

/* Thousandths of a point, rounded to nearest, in integers: the same text everywhere. */
static void put_points(struct dump *dump, int64_t length)
{
	int64_t size = length < 0 ? -length : length;
	int64_t thousandths = (size * 1000 + LEN_PT / 2) / LEN_PT;

	fprintf(dump->out, "%s%" PRId64 ".%03" PRId64, length < 0 && thousandths ? "-" : "", thousandths / 1000, thousandths % 1000);
}

static void put_length(struct dump *dump, const char *name, int64_t length)
{
	fprintf(dump->out, " %s=\"", name);
	put_points(dump, length);
	fputc('"', dump->out);
}

static void put_color(struct dump *dump, const char *name, area_color color)
{
	fprintf(dump->out, " %s=\"#%08" PRIx32 "\"", name, color);
}

static void put_place(struct dump *dump, struct place place)
{
	if (!place.file)
		return;
	fputs(" place=\"", dump->out);
	put_text(dump, place.file, strlen(place.file));
	fprintf(dump->out, ":%d:%d\"", place.line, place.col);
}

/* Positions are lengths and parts of the room left: "0.000+50.000%". */
static void put_background(struct dump *dump, const struct area_background *picture)
{
	static const char *const repeats[2][2] = {{"no-repeat", "repeat-y"}, {"repeat-x", "repeat"}};

	put_string(dump, "background-image", picture->image->name);
	fputs(" background-position=\"", dump->out);
	put_points(dump, picture->x);
	fprintf(dump->out, "%+d.%03d%% ", picture->x_percent / 1000, abs(picture->x_percent % 1000));
	put_points(dump, picture->y);
	fprintf(dump->out, "%+d.%03d%%\"", picture->y_percent / 1000, abs(picture->y_percent % 1000));
	put_string(dump, "background-repeat", repeats[picture->repeat_x][picture->repeat_y]);
}

static void put_short(struct dump *dump, const len beyond[4])
{
	if (!beyond[AREA_BEFORE] && !beyond[AREA_AFTER] && !beyond[AREA_START] && !beyond[AREA_END])
		return;
	fputs(" background-short=\"", dump->out);
	for (int side = AREA_BEFORE; side <= AREA_END; side++) {
		fputs(side == AREA_BEFORE ? "" : " ", dump->out);
		put_points(dump, beyond[side]);
	}
	fputc('"', dump->out);
}

static void put_box(struct dump *dump, const struct area_box *box)
{
	if (!box)
		return;
	for (int side = AREA_BEFORE; side <= AREA_END; side++) {
		const struct area_border *border = &box->border[side];

		if (border->style == AREA_LINE_NONE)
			continue;
		fprintf(dump->out, " %s=\"%s ", border_names[side], style_names[border->style]);
		put_points(dump, border->width);
		fprintf(dump->out, " #%08" PRIx32 "\"", border->color);
	}
	if (box->background & 0xFF)
		put_color(dump, "background", box->background);
	if (box->picture)
		put_background(dump, box->picture);
	if (box->picture || box->background & 0xFF)
		put_short(dump, box->beyond);
}

/* ---- elements ---- */

static void indent(struct dump *dump)
{
	if (dump->in_line)
		return;
	fputc('\n', dump->out);
	for (unsigned i = 0; i < dump->depth; i++)
		fputs("  ", dump->out);
}

static void open_element(struct dump *dump, const char *name)
{
	indent(dump);
	dump->depth++;
	fprintf(dump->out, "<%s", name);
}

/* Ends the start tag when there is content to come, the element when not. */
static bool open_content(struct dump *dump, bool has_content)
{
	fputs(has_content ? ">" : "/>", dump->out);
	if (!has_content)
		dump->depth--;
	return has_content;
}

static void close_element(struct dump *dump, const char *name, bool has_children)
{
	dump->depth--;
	if (has_children)
		indent(dump);
	fprintf(dump->out, "</%s>", name);
}

/* ---- areas ---- */

/* at: where each cluster begins, from the text's x, in order: how the characters were placed. */
static void put_text_attributes(struct dump *dump, const struct area_text *text)
{
	uint32_t glyph = 0;

	put_length(dump, "baseline", text->baseline);
	put_string(dump, "font", text_face_name(text->face));
	put_length(dump, "size", text->size);
	put_color(dump, "color", text->color);
	if (text->stretch != 1000)
		put_integer(dump, "stretch", text->stretch);
	fputs(" at=\"", dump->out);
	for (uint32_t i = 0; i < text->cluster_count; glyph += text->clusters[i++].glyph_count) {
		fputs(i ? " " : "", dump->out);
		put_points(dump, glyph < text->glyph_count ? text->glyphs[glyph].x : 0);
	}
	fputc('"', dump->out);
}

static void put_picture(struct dump *dump, const struct area_picture *picture)
{
	put_string(dump, "src", picture->image ? picture->image->name : NULL);
	put_length(dump, "content-x", picture->x);
	put_length(dump, "content-y", picture->y);
	put_length(dump, "content-width", picture->width);
	put_length(dump, "content-height", picture->height);
	put_string(dump, "clip", picture->clip ? "true" : NULL);
}

/* What only this kind of area has. */
static void put_kind_attributes(struct dump *dump, const struct area *area)
{
	switch (area->kind) {
	case AREA_REGION:
		put_string(dump, "name", area->region.name);
		break;
	case AREA_LINE:
		put_length(dump, "baseline", area->baseline);
		break;
	case AREA_TEXT:
		put_text_attributes(dump, area->text);
		break;
	case AREA_RULE:
	case AREA_DOT:
		put_color(dump, "color", area->color);
		break;
	case AREA_LINK:
		put_string(dump, "external-destination", area->link.uri);
		put_string(dump, "internal-destination", area->link.id);
		break;
	case AREA_IMAGE:
		put_picture(dump, area->picture);
		break;
	case AREA_TURNED:
		put_integer(dump, "turn", area->turn);
		break;
	default:
		break;
	}
}

static const char *tag_name(const struct area_structure *tag)
{
	return !tag ? NULL : tag == &area_artifact ? "artifact" : tag->role;
}

static void put_area(struct dump *dump, const struct area *area, int64_t x, int64_t y)
{
	const char *name = element_names[area->kind];
	bool is_text = area->kind == AREA_TEXT;

	x += area->x;
	y += area->y;
	open_element(dump, name);
	put_length(dump, "x", x);
	put_length(dump, "y", y);
	put_length(dump, "width", area->width);
	put_length(dump, "height", area->height);
	put_kind_attributes(dump, area);
	put_string(dump, "tag", tag_name(area->tag));
	put_string(dump, "id", area->id);
	if (area->copy)
		put_integer(dump, "copy", (int)area->copy);
	put_box(dump, area->box);
	put_place(dump, area->place);
	if (!open_content(dump, is_text || area->first_child))
		return;
	dump->in_line += area->kind == AREA_LINE;
	if (is_text)
		put_text(dump, area->text->text, area->text->text_size);
	for (const struct area *child = area->first_child; child; child = child->next)
		put_area(dump, child, x, y);
	dump->in_line -= area->kind == AREA_LINE;
	close_element(dump, name, !is_text && area->kind != AREA_LINE);
}

static void put_page(struct dump *dump, const struct area_page *page)
{
	open_element(dump, "page");
	put_integer(dump, "number", page->number);
	put_string(dump, "label", page->label);
	put_string(dump, "master", page->master);
	put_string(dump, "blank", page->blank ? "true" : NULL);
	put_length(dump, "width", page->width);
	put_length(dump, "height", page->height);
	if (!open_content(dump, page->first_area))
		return;
	for (const struct area *area = page->first_area; area; area = area->next)
		put_area(dump, area, 0, 0);
	close_element(dump, "page", true);
}

/* ---- structure, outline, description ---- */

static void put_structure(struct dump *dump, const struct area_structure *element)
{
	open_element(dump, "element");
	put_string(dump, "role", element->role);
	put_string(dump, "language", element->language);
	put_string(dump, "alt", element->alt);
	put_string(dump, "source-document", element->source);
	put_string(dump, "id", element->id);
	if (element->column_span)
		put_integer(dump, "column-span", element->column_span);
	if (element->row_span)
		put_integer(dump, "row-span", element->row_span);
	put_string(dump, "numbering", element->numbering);
	if (!open_content(dump, element->first_child))
		return;
	for (const struct area_structure *child = element->first_child; child; child = child->next)
		put_structure(dump, child);
	close_element(dump, "element", true);
}

static void put_outline(struct dump *dump, const struct area_outline *item)
{
	open_element(dump, "item");
	put_string(dump, "title", item->title);
	put_string(dump, "destination", item->to.id ? item->to.id : item->to.uri);
	put_string(dump, "open", item->open ? "true" : NULL);
	if (!open_content(dump, item->first_child))
		return;
	for (const struct area_outline *child = item->first_child; child; child = child->next)
		put_outline(dump, child);
	close_element(dump, "item", true);
}

static void put_info(struct dump *dump, const struct area_info *info)
{
	open_element(dump, "info");
	put_string(dump, "title", info->title);
	put_string(dump, "author", info->author);
	put_string(dump, "subject", info->subject);
	put_string(dump, "keywords", info->keywords);
	put_string(dump, "date", info->date);
	put_string(dump, "kind", info->kind);
	put_string(dump, "number", info->number);
	put_string(dump, "language", info->language);
	put_string(dump, "duplex", info->duplex);
	open_content(dump, false);
}

static void put_tree(struct dump *dump, const struct area_tree *tree)
{
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", dump->out);
	open_element(dump, "area-tree");
	put_string(dump, "early-page", tree->has_early_page ? "true" : NULL);
	put_integer(dump, "last-page-filled", tree->last_page_filled);
	open_content(dump, true);
	put_info(dump, &tree->info);
	for (const struct area_page *page = tree->first_page; page; page = page->next)
		put_page(dump, page);
	open_element(dump, "structure");
	if (open_content(dump, tree->structure)) {
		put_structure(dump, tree->structure);
		close_element(dump, "structure", true);
	}
	open_element(dump, "outline");
	if (open_content(dump, tree->outline)) {
		for (const struct area_outline *item = tree->outline; item; item = item->next)
			put_outline(dump, item);
		close_element(dump, "outline", true);
	}
	close_element(dump, "area-tree", true);
	fputc('\n', dump->out);
}

char *area_dump(const struct area_tree *tree)
{
	char *text = NULL;
	size_t size = 0;
	struct dump dump = {.out = open_memstream(&text, &size)};

	if (!dump.out)
		return NULL;
	put_tree(&dump, tree);
	if (fclose(dump.out) != 0) {
		free(text);
		return NULL;
	}
	return text;
}
