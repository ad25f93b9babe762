/* Links, destinations and page labels (ISO 32000-1, 12.3.2, 12.4.2, 12.5.6.5).
 *
 * Targets outside are kept to schemes that only open a page or a letter, percent-encoded; names of destinations are mapped to letters,
 * digits and two marks, which every reader finds. A page's coordinates are turned to PDF's here (y up). */
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

/* RFC 3986 without the marks that mean something in a PDF string: ( ) ' and \. What is encoded stays. */
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

/* ---- links ---- */

static bool has_destination(const struct pdf_output *output, const char *id)
{
	return id && g_hash_table_contains(output->copy->destinations, id);
}

/* size: of one that is too long for a PDF; 0: its scheme is none of ours. */
static void report_link(const struct pdf_output *output, const char *uri, struct place place, size_t size)
{
	enum { QUOTED = 200 }; /* bytes */
	const char *end = strlen(uri) > QUOTED ? g_utf8_find_prev_char(uri, uri + QUOTED + 1) : NULL;
	struct diag_sink *sink = output->copy->order->sink;

	if (size)
		diag_report(sink, DIAG_PDF_LINK, place, "%.*s… (%zu > %d)", (int)(end - uri), uri, size, LIMIT_STRING);
	else
		diag_report_words(sink, DIAG_PDF_LINK, place, "%.*s%s (allowed: https, http, mailto)",
						  "%.*s%s（可用：https、http、mailto）", end ? (int)(end - uri) : (int)strlen(uri), uri, end ? "…" : "");
}

bool pdf_put_target(struct pdf_output *output, GString *out, struct area_link to, struct place place)
{
	struct arena *arena = output->writer->arena;
	bool outside = to.uri && !to.id;
	const char *uri = outside ? pdf_uri(arena, to.uri) : NULL;

	if (outside && (!uri || *limit_string_end(uri))) {
		report_link(output, to.uri, place, uri ? strlen(uri) : 0);
		return false;
	}
	if (uri) {
		pdf_put(out, "/A<</S/URI/URI");
		pdf_put_string(out, uri);
		pdf_put(out, ">>");
	} else if (has_destination(output, to.id)) {
		pdf_put(out, "/Dest");
		pdf_put_string(out, pdf_destination_name(arena, to.id));
	} else {
		return false;
	}
	return true;
}

/* Of its words, which are whole on the page; those that the author gives have been looked at (fo/check.c). */
static void report_words(const struct pdf_output *output, const struct pdf_link *link)
{
	if (link->words && *limit_string_end(link->words))
		diag_report_words(output->copy->order->sink, DIAG_TOO_LONG, link->place, "fo:basic-link: %d characters (at most %d)",
						  "fo:basic-link：%d 个字符（最多 %d 个）", (int)g_utf8_strlen(link->words, -1), LIMIT_STRING);
}

/* What is read out for a link (PDF/UA-1, 7.18.5): its words on this page, else where it goes. */
static void put_contents(struct pdf_output *output, GString *out, const struct pdf_link *link)
{
	const char *words = link->tag && link->tag->alt ? link->tag->alt : link->words;

	if (!words)
		words = link->to.id ? link->to.id : pdf_uri(output->writer->arena, link->to.uri);
	pdf_put(out, "/Contents");
	pdf_put_string(out, words);
}

static void put_rectangle(GString *out, const struct pdf_page *page, const struct pdf_link *link)
{
	const len sides[] = {link->left, page->height - link->bottom, link->right, page->height - link->top};

	pdf_put(out, "/Rect[");
	for (size_t i = 0; i < G_N_ELEMENTS(sides); i++) {
		pdf_put_length(out, sides[i]);
		pdf_put(out, i < 3 ? " " : "]");
	}
}

void pdf_links(struct pdf_output *output)
{
	GString *out = output->file.text;
	unsigned key = output->copy->page_count; /* in the parent tree, after the pages */
	const struct area_structure *said = NULL;

	for (unsigned p = 0; p < output->copy->page_count; p++) {
		const struct pdf_page *page = &output->copy->pages[p];

		output->links[p] = ARENA_ARRAY(output->writer->arena, unsigned, page->link_count + 1);
		for (unsigned i = 0; i < page->link_count; i++) {
			pdf_put(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
			if (!pdf_put_target(output, out, page->links[i].to, page->links[i].place)) {
				g_string_truncate(out, 0);
				continue;
			}
			put_rectangle(out, page, &page->links[i]);
			put_contents(output, out, &page->links[i]);
			if (page->links[i].tag != said && !(page->links[i].tag && page->links[i].tag->alt))
				report_words(output, &page->links[i]);
			said = page->links[i].tag;
			pdf_put(out, "/StructParent ");
			pdf_put_number(out, key++);
			pdf_put(out, ">>");
			pdf_file_put(&output->file, output->links[p][i] = pdf_file_reserve(&output->file));
		}
	}
}

/* ---- destinations ---- */

struct destination {
	const char *name;
	unsigned page;
	len x, y;
};

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct destination *)a)->name, ((const struct destination *)b)->name);
}

/* The first area with an id is the destination. */
static GArray *list_destinations(struct pdf_output *output)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct destination));
	GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);

	for (unsigned p = 0; p < output->copy->page_count; p++) {
		const struct pdf_page *page = &output->copy->pages[p];

		for (unsigned i = 0; i < page->point_count; i++) {
			const struct pdf_point *point = &page->points[i];
			struct destination destination = {pdf_destination_name(output->writer->arena, point->id), p, point->x,
											  page->height - point->y};

			if (g_hash_table_add(known, (gpointer)(uintptr_t)point->id))
				g_array_append_val(list, destination);
		}
	}
	g_hash_table_destroy(known);
	g_array_sort(list, by_name);
	return list;
}

void pdf_destinations(struct pdf_output *output, GString *out)
{
	GArray *list = list_destinations(output);

	pdf_put(out, "/Dests<</Names[");
	for (guint i = 0; i < list->len; i++) {
		const struct destination *destination = &g_array_index(list, struct destination, i);

		pdf_put_string(out, destination->name);
		pdf_put(out, "[");
		pdf_put_reference(out, output->pages[destination->page]);
		pdf_put(out, "/XYZ ");
		pdf_put_length(out, destination->x);
		pdf_put(out, " ");
		pdf_put_length(out, destination->y);
		pdf_put(out, " null]\n");
	}
	pdf_put(out, "]>>");
	g_array_free(list, TRUE);
}

/* ---- page labels ---- */

/* A label that is a plain number; 0: something else. */
static unsigned label_number(const char *label)
{
	size_t digits = label ? strspn(label, "0123456789") : 0;

	return digits && digits < 9 && !label[digits] && *label != '0' ? (unsigned)g_ascii_strtoull(label, NULL, 10) : 0;
}

/* Numbers that count on need one entry; any other label is the prefix of a page of its own. */
void pdf_labels(struct pdf_output *output, GString *out)
{
	unsigned before = 0;

	pdf_put(out, "/Nums[");
	for (unsigned p = 0; p < output->copy->page_count; p++) {
		const char *label = output->copy->pages[p].label;
		unsigned number = label_number(label);

		if (!number || !before || number != before + 1) {
			pdf_put_number(out, p);
			if (number) {
				pdf_put(out, "<</S/D/St ");
				pdf_put_number(out, number);
			} else {
				pdf_put(out, "<</P");
				pdf_put_string(out, label ? label : "");
			}
			pdf_put(out, ">>");
		}
		before = number;
	}
	pdf_put(out, "]");
}
