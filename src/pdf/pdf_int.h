/* Inside pdf: what its steps share. */
#ifndef GONGWEN_PDF_INT_H
#define GONGWEN_PDF_INT_H

#include <cairo.h>
#include <glib.h>

#include "pdf/pdf.h"

/* ---- the process ---- */

struct pdf_engine {
	struct bytes color_profile; /* deflated */
	GHashTable *cuts;           /* "file#index" → struct pdf_cut (cut.c) */
	GHashTable *faces;          /* struct text_face → the same */
};

/* ---- page.c: what a page holds, in page coordinates (y down), before anything is drawn ---- */

/* What an artifact is (ISO 32000-1, table 330; PDF/UA-1, 7.8): PAGINATION: repeated on every page, such as a table's head. */
enum pdf_furniture { PDF_LAYOUT, PDF_PAGINATION, PDF_HEADER, PDF_FOOTER };

struct pdf_leaf {                     /* a text, a picture, or what a Figure is drawn of, in paint order */
	const struct area_structure *tag; /* &area_artifact: furniture */
	enum pdf_furniture furniture : 8; /* of an artifact */
	bool heavy;                       /* text that is stroked too (content.c) */
};

struct pdf_link {
	struct area_link to;
	struct place place;
	const char *words; /* what it says on its page; NULL: nothing */
	const struct area_structure *tag;
	len left, top, right, bottom;
};

struct pdf_figure { /* where a Figure's picture lies */
	const struct area_structure *tag;
	len left, top, right, bottom;
};

struct pdf_point { /* an area with an id */
	const char *id;
	len x, y;
};

struct pdf_heading { /* a heading's words on a page, and where they begin */
	const struct area_structure *tag;
	const char *words;
	len x, y;
};

struct pdf_page {
	unsigned index;
	len width, height;
	struct place place; /* of the first area that has one */
	const char *label;
	struct pdf_leaf *leaves;
	struct pdf_link *links;
	struct pdf_point *points;
	struct pdf_figure *figures;
	struct pdf_heading *headings;
	unsigned link_count, point_count, figure_count, heading_count;
	struct pdf_sheet *sheet; /* what is drawn for it; pages of other copies may share it */
};

/* The Figure that an area stands in, given that around its parent; NULL: none. */
const struct area_structure *pdf_figure_around(const struct area *area, const struct area_structure *around);
/* Rules, dots, borders, backgrounds are furniture, but in a Figure they are what it shows: leaves, where they leave ink. */
bool pdf_shows_box(const struct area *area);
bool pdf_shows_rule(const struct area *area);

struct pdf_copy;
/* In the copy's arena; notes its first words too. */
struct pdf_page pdf_page_read(const struct area_page *area, struct pdf_copy *copy);

/* ---- heading.c ---- */

/* The headings of a page that is read, until it is kept. */
struct pdf_headings {
	GArray *all;                               /* struct heading */
	const struct area_structure *last_tag;     /* of a text, */
	const struct area_structure *last_heading; /* and the heading that it is in, or NULL */
	const struct area_structure *outer;        /* around the text before, or NULL, */
	const struct area_structure *outer_heading;
};

struct pdf_headings pdf_headings_begin(void);
/* A text of the page, where it begins, and its element. */
void pdf_heading_read(struct pdf_headings *headings, const struct area_text *text, struct pdf_point point,
					  const struct area_structure *tag);
/* Keeps them with the page, in the arena, and frees the rest. */
void pdf_headings_end(struct pdf_headings *headings, struct pdf_page *page, struct arena *arena);

/* ---- sheet.c: distinct pages ---- */

struct pdf_mark { /* what one leaf left in Cairo's stream */
	uint32_t leaf;
	uint32_t glyphs; /* so many in a row; PDF_PICTURE, PDF_ANY_TEXT: all between two signs (draw.c) */
};

/* Text of which Cairo draws what is seen. */
#define PDF_PICTURE  0
#define PDF_ANY_TEXT UINT32_MAX

struct pdf_word { /* a text whose characters stand apart: word.c */
	uint32_t leaf;
	const char *text; /* in the writer's arena */
};

/* The same 128 bits ⇔ the same placed content and the same division into structure elements. */
struct pdf_digest {
	uint64_t a, b;
};
struct pdf_digest pdf_page_digest(const struct area_page *page);
/* The same on every machine. */
struct pdf_digest pdf_bytes_digest(const void *data, size_t size);

struct pdf_sheet {
	unsigned copy, page_index;   /* the first page with this content: it is drawn */
	const struct pdf_page *page; /* the same, when all pages are there */
	struct pdf_digest digest;
	struct bytes packed; /* the page until it is drawn */
	uint64_t glyph_count;
	GArray *marks;        /* struct pdf_mark */
	GArray *words;        /* struct pdf_word, by leaf */
	struct bytes content; /* marked and deflated */
	size_t resources;     /* number in Cairo's file */
	uint32_t *leaves;     /* by MCID: the leaf that the marked content belongs to */
	unsigned mcid_count;
};

/* ---- one file ---- */

struct pdf_copy {
	struct pdf_order *order;
	struct arena *arena; /* what its pages have */
	GArray *taken;       /* struct pdf_page; */
	struct pdf_page *pages;
	unsigned page_count;
	GHashTable *destinations; /* a set of ids */
	const char *first_words;  /* or NULL */
};

/* ---- one run of Cairo ---- */

struct pdf_font;  /* text.c */
struct pdf_drawn; /* drawn.c */

struct pdf_writer {
	struct pdf_engine *engine;
	struct diag_sink *sink; /* of the copy whose page is being drawn */
	struct arena *arena;    /* names and scratch: dropped when the files are done */
	struct pdf_copy *copies;
	unsigned copy_count;
	GPtrArray *sheets;  /* struct pdf_sheet, in the order drawn */
	GHashTable *known;  /* struct pdf_digest → the same */
	GHashTable *wanted; /* struct pdf_cut → hb_set_t: glyphs in use */
	GPtrArray *packs;   /* object.c: object streams that copies share; NULL: a single copy */

	uint32_t most_glyphs, most_clusters, most_text; /* of one text area */

	struct bytes bytes; /* what Cairo has written */
	size_t capacity;
	bool out_of_memory; /* Cairo forgets failed writes, we do not */
	cairo_surface_t *surface;
	cairo_t *cairo;

	int turn;               /* quarter turns anticlockwise of the current reference area */
	struct pdf_font *fonts; /* scaled fonts in use, the last used first */
	cairo_glyph_t *glyphs;  /* scratch for the longest text area */
	cairo_text_cluster_t *clusters;
	char *text;
	uint64_t glyphs_drawn;
	struct pdf_sheet *sheet; /* being drawn */
	const struct area_page *page;
	uint32_t leaf;                       /* the next one's number on its page */
	bool outside;                        /* said that text lies off the page */
	unsigned clips;                      /* that are open around what is drawn */
	const struct area_structure *figure; /* around what is drawn, or NULL */
	GHashTable *pictures;                /* struct image key → its surface, or NULL when it is damaged; image.c */
	size_t pixels;                       /* bytes of those that hold some */
};

/* Reports that the PDF cannot be made, for a reason in English and Chinese, or one of Cairo's; gives false. */
bool pdf_fail(struct pdf_writer *writer, const char *en, const char *zh);
bool pdf_fail_status(struct pdf_writer *writer, struct place place, cairo_status_t status);

/* ---- take.c: what pdf_begin() opens ---- */

void pdf_free(struct pdf_writer *writer);
/* By copy, then by page: the files do not depend on whether copies were laid out together. */
void pdf_sort_sheets(struct pdf_writer *writer);

/* ---- draw.c, box.c, text.c: pages ---- */

/* Unpacks the sheet's page, draws it, and drops it. */
bool pdf_draw_sheet(struct pdf_writer *writer, struct pdf_sheet *sheet, struct arena *scratch);
void pdf_fill_rectangle(cairo_t *cairo, double x, double y, double width, double height);
void pdf_draw_box(struct pdf_writer *writer, const struct area_box *box, double x, double y, double width, double height);
/* How many glyphs; 0: none of them leaves ink, and nothing was drawn. */
uint32_t pdf_draw_text(struct pdf_writer *writer, const struct area *area, len x, len y);
void pdf_text_open(struct pdf_writer *writer);
void pdf_text_close(struct pdf_writer *writer);
void pdf_set_color(cairo_t *cairo, area_color color);
/* Leaves a line width and colour in Cairo's stream: content.c strokes the glyphs of the text that follows with them. */
void pdf_draw_stroke_sign(struct pdf_writer *writer, area_color color, double width);

/* ---- word.c ---- */

/* Notes the text, which is the writer's next leaf, when it is a word spread over a width. */
void pdf_note_word(struct pdf_writer *writer, const struct area_text *text);

/* ---- image.c ---- */

void pdf_draw_image(struct pdf_writer *writer, const struct area *area, len x, len y);
/* In a padding rectangle, in pt. */
void pdf_draw_background(struct pdf_writer *writer, const struct area_background *background, double x, double y, double width,
						 double height);
void pdf_close_images(struct pdf_writer *writer);

/* ---- cut.c: faces as Cairo gets them ---- */

/* Notes the text's glyphs as wanted. */
void pdf_cut_note(struct pdf_writer *writer, const struct area_text *text);
/* The blank that follows a text that ends a word (ISO 32000-1, 14.8.2.5), by the whole face's numbers; 0: none does. */
uint32_t pdf_cut_blank(struct pdf_engine *engine, const struct area_text *text);
/* Makes sure that every glyph wanted is in its face's cut. Before anything is drawn. */
bool pdf_cut_faces(struct pdf_writer *writer);
struct pdf_cut_face {
	cairo_font_face_t *cairo;
	const uint32_t *glyphs; /* by glyph of the whole face: of the cut */
	bool parts_latin;       /* Cairo would put Latin characters into a font of their own (latin.c) */
};
/* hyphens: a font of its own for those that part words. A font says one character for a glyph, and the same glyph is a hyphen in the text. */
struct pdf_cut_face pdf_cut_find(struct pdf_engine *engine, const struct text_face *face, bool hyphens);
void pdf_cut_close(gpointer cut);

/* ---- latin.c: no fonts of one byte a character ---- */

#define PDF_LATIN_SIGN_SIZE 4 /* bytes */
bool pdf_latin_needs_sign(const char *character);
char *pdf_latin_put_sign(char *to); /* gives what follows it */
/* Takes the signs out of a stream of Cairo's: a ToUnicode map or a page's content. */
void pdf_latin_settle(struct bytes *stream);

/* ---- deflate.c: compression (RFC 1950); free(data) ---- */

/* Between these two calls Cairo's streams are not compressed. */
void pdf_deflate_pause(void);
void pdf_deflate_resume(void);
struct bytes pdf_deflate(const void *data, size_t size);
struct bytes pdf_deflate_fast(const void *data, size_t size); /* with less effort */

/* ---- deflate_libdeflate.c or deflate_zlib.c ---- */

struct bytes pdf_deflate_at(int level, const void *data, size_t size);
bool pdf_inflate(const void *data, size_t size, struct bytes *plain);

/* ---- drawn.c: Cairo's finished file ---- */

struct pdf_drawn_object {
	const char *body; /* after "n 0 obj\n"; NULL: never written */
	size_t size;      /* of a stream's dictionary, else of all, up to "endobj" */
	bool is_stream;
	bool is_deflated;
	struct bytes data;   /* of a stream, as Cairo wrote them; borrowed */
	struct bytes packed; /* deflated again, by us */
};

struct pdf_drawn {
	struct pdf_drawn_object *objects;
	size_t count;  /* numbers, with 0 */
	size_t *pages; /* object numbers, in order */
	size_t page_count;
};

/* writer->bytes stays borrowed. pdf_drawn_close() in any case. */
bool pdf_drawn_read(struct pdf_drawn *drawn, struct pdf_writer *writer);
void pdf_drawn_close(struct pdf_drawn *drawn);
/* What a deflated stream holds; g_free() it. */
bool pdf_drawn_inflate(const struct pdf_drawn_object *object, struct bytes *plain);
/* The number N of "/name N 0 R" in an object's dictionary; 0: none. */
size_t pdf_drawn_reference(const struct pdf_drawn_object *object, const char *name);

/* ---- content.c: marked content ---- */

/* Takes a sheet's stream as Cairo wrote it; gives sheet->content, leaves and mcid_count. false: the stream does not hold what was
 * drawn. */
bool pdf_content_mark(struct pdf_sheet *sheet, const struct pdf_drawn *drawn, const struct pdf_drawn_object *stream,
					  struct arena *arena);

/* ---- object.c: a PDF file of objects ---- */

struct pdf_file {
	GPtrArray *packs; /* struct pdf_pack: object streams that other copies' files have; NULL: there are no other copies */
	GString *out;
	GArray *entries;   /* struct pdf_entry: where each object is */
	GString *pack;     /* objects of the object stream being filled */
	GString *pack_map; /* "number offset " of each */
	unsigned pack_count, pack_number;
	GString *text; /* scratch for one object */
};

GPtrArray *pdf_packs_open(void);
void pdf_file_open(struct pdf_file *file, GPtrArray *packs);
unsigned pdf_file_reserve(struct pdf_file *file);
/* What file->text holds becomes the object. */
void pdf_file_put(struct pdf_file *file, unsigned number);
/* file->text: the dictionary's entries without << >> and /Length. */
void pdf_file_put_stream(struct pdf_file *file, unsigned number, struct bytes data);
struct bytes pdf_file_close(struct pdf_file *file, unsigned root, unsigned info);

void pdf_put(GString *out, const char *text);
void pdf_put_number(GString *out, long long number);
void pdf_put_reference(GString *out, unsigned number);
void pdf_put_length(GString *out, len length); /* in pt, three decimals */
void pdf_put_string(GString *out, const char *text);
void pdf_put_name(GString *out, const char *text);

/* ---- file.c: one copy's file ---- */

struct pdf_level { /* a heading as the structure has it */
	const struct area_structure *tag;
	unsigned level; /* 1 … 6 */
};

struct pdf_output {
	struct pdf_writer *writer;
	const struct pdf_copy *copy;
	const struct pdf_drawn *drawn;
	struct pdf_file file;
	unsigned *numbers;          /* by number in Cairo's file: here; 0: not copied */
	unsigned *pages;            /* objects */
	unsigned **links;           /* by page and link: annotation objects; 0: left out */
	struct pdf_level *headings; /* in the order of the document: structure.c */
	unsigned heading_count;
	GHashTable *heading_places; /* outline.c */
	bool failed;                /* a stream of Cairo's could not be inflated */
	bool has_user_properties;   /* among the attributes of the structure (ISO 32000-1, 14.7.5.4) */
};

bool pdf_file_write(struct pdf_writer *writer, struct pdf_copy *copy, struct pdf_drawn *drawn);

/* ---- structure.c ---- */

/* Writes the structure tree; gives its root's number. */
unsigned pdf_structure(struct pdf_output *output);

/* ---- outline.c ---- */

/* After pdf_structure(). 0: none. */
unsigned pdf_outline(struct pdf_output *output);

/* ---- navigation.c: links, destinations, labels ---- */

/* "/A<<…>>" or "/Dest(…)"; false: to nowhere (the FO tree has complained of it), or not allowed. */
bool pdf_put_target(struct pdf_output *output, GString *out, struct area_link to, struct place place);

const char *pdf_destination_name(struct arena *arena, const char *id);
/* The URI as ASCII without characters that mean something to PDF; NULL when the scheme is not http, https or mailto. */
const char *pdf_uri(struct arena *arena, const char *uri);
void pdf_links(struct pdf_output *output);
void pdf_destinations(struct pdf_output *output, GString *out); /* "/Dests << … >>" */
void pdf_labels(struct pdf_output *output, GString *out);       /* "/Nums [ … ]" */

/* ---- info.c, xmp.c: the document's description ---- */

struct pdf_info {
	const char *title, *author, *subject, *keywords, *kind, *number, *language, *date; /* title, language, date: never NULL */
	const char *duplex;                                                                /* area_info's */
};

#define PDF_NO_TITLE "—"
/* Without blanks at its ends, no longer than a string can be: metadata and Info say the same. NULL: nothing is said. */
const char *pdf_one_line(struct arena *arena, const char *text);
struct pdf_info pdf_describe(struct arena *arena, const struct pdf_copy *copy);
/* ISO 8601. `epoch`: SOURCE_DATE_EPOCH's value or NULL; `date`: YYYY-MM-DD or NULL. */
const char *pdf_date(struct arena *arena, const char *epoch, const char *date);
void pdf_put_date(GString *out, const char *name, const char *date); /* "/Name(D:…)" */
void pdf_info_put(GString *out, const struct pdf_info *info);
void pdf_xmp_put(GString *out, const struct pdf_info *info, enum pdf_profile profile);

/* ---- attach.c: the sources that PDF/A-3 carries along ---- */

struct pdf_attached {
	const unsigned *numbers; /* objects: file specifications */
	unsigned count;
};

/* Writes them, when the file's profile has them. */
struct pdf_attached pdf_attach(struct pdf_output *output, const struct pdf_info *info);
void pdf_attached_names(const struct pdf_attached *attached, GString *out); /* "/EmbeddedFiles<< … >>", or nothing */
void pdf_attached_list(const struct pdf_attached *attached, GString *out);  /* "/AF[ … ]", or nothing */

#define PDF_PRODUCER "gongwen " GONGWEN_VERSION " (cairo 1.16)"

struct pdf_profile_row {
	const char *name;
	int part;
	const char *conformance;
	int accessible;
	bool attached;
};
extern const struct pdf_profile_row pdf_profiles[PDF_PROFILE_COUNT];

#endif
