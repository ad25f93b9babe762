/* Links, destinations and the outline (ISO 32000-1, 12.3 and 12.6.4.7), through Cairo's tags.
 *
 * Cairo copies URIs and names into the file unescaped, so a parenthesis in one would let a document write PDF objects of its own.
 * Therefore nothing but letters, digits and a few marks without meaning in PDF gets through: names are mapped, URIs are
 * percent-encoded and kept to schemes that only open a page or a letter. Link rectangles and destinations are in page
 * coordinates, whatever Cairo's matrix. Cairo forgets the tags of a page on which nothing is drawn; such a page has nothing to
 * link to either. */
#include <cairo-pdf.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "pdf/pdf_int.h"

/* ---- names and URIs ---- */

static bool is_alphanumeric(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* Text with each byte that is not allowed written as mark + two hex digits. */
static const char *encode_bytes(struct arena *arena, const char *prefix, const char *text, char mark,
								bool (*is_allowed)(const char *at))
{
	static const char digits[] = "0123456789ABCDEF";
	size_t prefix_size = strlen(prefix);
	char *encoded = arena_alloc(arena, prefix_size + 3 * strlen(text) + 1), *out = encoded + prefix_size;

	memcpy(encoded, prefix, prefix_size);
	for (; *text; text++) {
		if (is_allowed(text)) {
			*out++ = *text;
			continue;
		}
		*out++ = mark;
		*out++ = digits[(unsigned char)*text >> 4];
		*out++ = digits[(unsigned char)*text & 15];
	}
	*out = '\0';
	return encoded;
}

static bool is_name_character(const char *at)
{
	return is_alphanumeric(*at) || *at == '-' || *at == '_';
}

static bool is_mapped_name_character(const char *at)
{
	return is_alphanumeric(*at) || *at == '-';
}

/* Plain ids stay. Others, and those that look mapped, become "x--" with _hh for bytes other than letters and digits: no two alike. */
const char *pdf_destination_name(struct arena *arena, const char *id)
{
	static const char mapped[] = "x--";
	const char *at = id;

	while (*at && is_name_character(at))
		at++;
	if (*id && !*at && strncmp(id, mapped, strlen(mapped)) != 0)
		return id;
	return encode_bytes(arena, mapped, id, '_', is_mapped_name_character);
}

/* RFC 3986 without the marks that mean something in a PDF string or in Cairo's attributes: ( ) ' and \. What is encoded stays. */
static bool is_uri_character(const char *at)
{
	if (*at == '%')
		return is_hex(at[1]) && is_hex(at[2]);
	return is_alphanumeric(*at) || strchr("-._~:/?#[]@!$&*+,;=", *at);
}

const char *pdf_uri(struct arena *arena, const char *uri)
{
	static const char *const schemes[] = {"http:", "https:", "mailto:"};

	for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
		if (strncasecmp(uri, schemes[i], strlen(schemes[i])) == 0)
			return encode_bytes(arena, "", uri, '%', is_uri_character);
	return NULL;
}

/* ---- tags ---- */

/* A number of an attribute: thousandths, written without the locale's help. */
static const char *number(struct arena *arena, double value)
{
	long long thousandths = llround(value * 1000), size = llabs(thousandths);

	return arena_printf(arena, "%s%lld.%03lld", thousandths < 0 ? "-" : "", size / 1000, size % 1000);
}

static void point_tag(struct pdf_writer *writer, const char *tag, const char *attributes)
{
	cairo_tag_begin(writer->cairo, tag, attributes);
	cairo_tag_end(writer->cairo, tag);
}

/* "dest='…'" for an id that the document has, else NULL: the FO tree has complained of it already. */
static const char *target(struct pdf_writer *writer, const char *id)
{
	if (!id || !g_hash_table_contains(writer->survey.destinations, id))
		return NULL;
	return arena_printf(writer->arena, "dest='%s'", pdf_destination_name(writer->arena, id));
}

static const char *link_target(struct pdf_writer *writer, const struct area *area)
{
	const char *uri;

	if (!area->link.uri)
		return target(writer, area->link.id);
	uri = pdf_uri(writer->arena, area->link.uri);
	if (uri)
		return arena_printf(writer->arena, "uri='%s'", uri);
	diag_report(writer->sink, DIAG_PDF_LINK, area->place, "%s", area->link.uri);
	return NULL;
}

void pdf_link(struct pdf_writer *writer, const struct area *area, len x, len y)
{
	const char *goal = link_target(writer, area);
	double left = len_to_pt(x), top = len_to_pt(y), right = left + len_to_pt(area->width), bottom = top + len_to_pt(area->height);

	if (!goal)
		return;
	cairo_user_to_device(writer->cairo, &left, &top);
	cairo_user_to_device(writer->cairo, &right, &bottom);
	point_tag(writer, CAIRO_TAG_LINK,
			  arena_printf(writer->arena, "rect=[%s %s %s %s] %s", number(writer->arena, fmin(left, right)),
						   number(writer->arena, fmin(top, bottom)), number(writer->arena, fabs(right - left)),
						   number(writer->arena, fabs(bottom - top)), goal));
}

void pdf_destination(struct pdf_writer *writer, const char *id, len x, len y)
{
	double left = len_to_pt(x), top = len_to_pt(y);

	if (!g_hash_table_add(writer->marked, (gpointer)id))
		return;
	cairo_user_to_device(writer->cairo, &left, &top);
	point_tag(writer, CAIRO_TAG_DEST,
			  arena_printf(writer->arena, "name='%s' x=%s y=%s", pdf_destination_name(writer->arena, id),
						   number(writer->arena, left), number(writer->arena, top)));
}

/* ---- outline ---- */

static void add_items(struct pdf_writer *writer, const struct area_outline *item, int parent)
{
	for (; item; item = item->next) {
		const char *goal = target(writer, item->id);
		int added = cairo_pdf_surface_add_outline(writer->surface, parent, item->title, goal ? goal : "page=1",
												  item->open ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

		add_items(writer, item->first_child, added);
	}
}

void pdf_outline(struct pdf_writer *writer)
{
	add_items(writer, writer->tree->outline, CAIRO_PDF_OUTLINE_ROOT);
}
