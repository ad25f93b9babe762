/* XSL-FO documents that nobody has thought of, the same for a seed everywhere: whatever authors may put into each other, with roles that fit
 * and roles that do not. Every piece of text is one of a kind, so that what is lost, doubled or moved shows. */
#ifndef GONGWEN_TESTS_RANDOM_DOCUMENT_H
#define GONGWEN_TESTS_RANDOM_DOCUMENT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Where the next object stands. Parts of a document that may not hold what others hold. */
struct random_place {
	bool in_note;   /* a footnote, float, or positioned container: no footnotes and floats in it (XSL 6.12.3) */
	bool in_static; /* furniture, a marker: no ids */
	bool in_link;   /* a note that a link refers to is read after the link: none there */
	bool in_text;   /* floats and positioned containers in a paragraph are read before or after its words: none there */
};

static struct random_document {
	uint64_t state;
	GString *fo;
	unsigned texts, ids, depth;
	struct random_place place;
} random_made;

static inline unsigned random_below(unsigned limit)
{
	random_made.state = random_made.state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((random_made.state >> 33) % limit);
}

static inline bool random_one_in(unsigned count)
{
	return random_below(count) == 0;
}

#define RANDOM_PICK(array) array[random_below(G_N_ELEMENTS(array))]

static inline void random_put(const char *text)
{
	g_string_append(random_made.fo, text);
}

G_GNUC_PRINTF(1, 2) static inline void random_print(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_string_append_vprintf(random_made.fo, format, arguments);
	va_end(arguments);
}

/* Whether something with parts of its own may stand here: documents end. */
static inline bool random_may_nest(void)
{
	return random_made.depth < 4 && random_made.fo->len < 8000;
}

/* ---- text ---- */

static inline void random_put_text(void)
{
	static const char *const words[] = {"责任目标",
										"“《（一）》”，",
										"——完……",
										"𠮷野家",
										"office affluent",
										"12.5%",
										"①",
										"naïve Ω",
										"第‘二’。",
										"&#160;",
										"ＧＤＰ",
										"甲&#x200B;乙",
										"un&#xAD;even",
										"、。；：",
										" ",
										"　",
										"e&#x301;",
										"(a)",
										"&lt;&amp;\\)",
										"/Type",
										"２〇〇五",
										"—",
										"￥1,234",
										"葛&#xE0100;",
										"ＡＢＣ",
										"https://example.org/a-b"};

	if (random_made.depth < 3 && random_one_in(8)) { /* enough for a page's end to fall into it */
		for (unsigned i = 20 + random_below(60); i; i--)
			random_put(RANDOM_PICK(words));
	}
	if (random_one_in(3))
		random_put(RANDOM_PICK(words));
	random_print("文%u。", random_made.texts++);
	if (random_one_in(3))
		random_put(RANDOM_PICK(words));
}

/* ---- what any object may say of itself ---- */

static inline void random_put_role(unsigned in)
{
	static const char *const roles[] = {
		"Document",  "Part",     "Art",  "Sect", "Div",   "BlockQuote", "TOC",   "TOCI",      "Index",   "NonStruct", "Private",
		"P",         "H",        "H1",   "H2",   "H3",    "H4",         "H5",    "H6",        "L",       "LI",        "Lbl",
		"LBody",     "Table",    "TR",   "TH",   "TD",    "THead",      "TBody", "TFoot",     "Span",    "Quote",     "Note",
		"Reference", "BibEntry", "Code", "Link", "Annot", "Ruby",       "RB",    "RT",        "RP",      "WP",        "Warichu",
		"Figure",    "Formula",  "Form", "WT",   "我的",  "x(b)/c#<",   "h1",    "Artifact2", "artifact"};

	if (!in || !random_one_in(in))
		return;
	random_put(" role=\"");
	for (const char *at = RANDOM_PICK(roles); *at; at++)
		g_string_append(random_made.fo, *at == '<' ? "&lt;" : (char[]){*at, '\0'});
	random_put("\"");
}

static inline void random_put_common(unsigned role_in)
{
	static const char *const languages[] = {"en", "zh-Hant", "ja-JP", "de", "", "x_y"};

	random_put_role(role_in);
	if (random_one_in(10))
		random_print(" xml:lang=\"%s\"", RANDOM_PICK(languages));
	if (!random_made.place.in_static && random_one_in(6))
		random_print(" id=\"i%u\"", random_made.ids++);
	if (random_one_in(20))
		random_put(" source-document=\"url(a(b).xml)\"");
	if (random_one_in(20))
		random_put(" gw:alt=\"所示之物\"");
}

static inline void random_put_looks(void)
{
	static const char *const looks[] = {" font-weight=\"bold\"",
										" font-style=\"italic\"",
										" text-decoration=\"underline\"",
										" background-color=\"#eee\"",
										" border=\"1pt solid black\"",
										" gw:text-emphasis-style=\"dot\"",
										" font-size=\"80%\"",
										" color=\"red\"",
										" background-image=\"url(box.svg)\"",
										" letter-spacing=\"2pt\""};

	if (random_one_in(3))
		random_put(RANDOM_PICK(looks));
}

static inline void random_put_target(void)
{
	static const char *const targets[] = {"external-destination=\"url(https://example.org/?a=(b)&amp;c=例)\"",
										  "external-destination=\"mailto:a@example.org\"",
										  "external-destination=\"url(javascript:alert(1))\""};

	if (random_made.ids && random_one_in(2))
		random_print(" internal-destination=\"i%u\"", random_below(random_made.ids));
	else
		random_print(" %s", RANDOM_PICK(targets));
}

/* ---- inline objects ---- */

static inline void random_put_inlines(unsigned count);
static inline void random_put_blocks(unsigned count);

static inline void random_put_phrase(const char *name, unsigned role_in)
{
	random_print("<fo:%s", name);
	random_put_common(role_in);
	random_put_looks();
	random_put(">");
	if (random_one_in(8))
		random_put_blocks(1);
	else
		random_put_inlines(random_below(4));
	random_print("</fo:%s>", name);
}

static inline void random_put_link(void)
{
	struct random_place before = random_made.place;

	random_put("<fo:basic-link");
	random_put_target();
	random_put_common(6);
	random_put(">");
	random_made.place.in_link = true;
	if (random_one_in(8))
		random_put_blocks(1);
	else
		random_put_inlines(random_below(3));
	random_made.place = before;
	random_put("</fo:basic-link>");
}

static inline void random_put_note(void)
{
	struct random_place before = random_made.place;

	random_put("<fo:footnote");
	random_put_role(20);
	random_put("><fo:inline");
	random_put_role(20);
	random_print(">注%u</fo:inline><fo:footnote-body", random_made.texts++);
	random_put_role(20);
	random_put(">");
	random_made.place.in_note = true;
	random_put_blocks(1 + random_below(2));
	random_made.place = before;
	random_put("</fo:footnote-body></fo:footnote>");
}

static inline void random_put_picture(void)
{
	static const char *const pictures[] = {"box.svg", "hills.png", "none.png"};

	if (random_one_in(3)) {
		random_put("<fo:instream-foreign-object content-width=\"20pt\"");
		random_put_common(8);
		random_put(
			"><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><rect width=\"20\" height=\"20\"/></svg>"
			"</fo:instream-foreign-object>");
		return;
	}
	random_print("<fo:external-graphic src=\"url(%s)\" content-width=\"20pt\"", RANDOM_PICK(pictures));
	random_put_common(8);
	random_put(random_one_in(2) && !g_str_has_suffix(random_made.fo->str, "之物\"") ? " gw:alt=\"图\"/>" : "/>");
}

static inline void random_put_small(void)
{
	static const char *const leaders[] = {"dots", "rule", "space"};

	switch (random_below(6)) {
	case 0:
		random_put("〈<fo:page-number/>〉");
		break;
	case 1:
		random_print("〈<fo:page-number-citation ref-id=\"%s\"/>〉", random_one_in(2) ? "first" : "last");
		break;
	case 2:
		random_print("<fo:leader leader-length=\"20pt\" leader-pattern=\"%s\"/>", RANDOM_PICK(leaders));
		break;
	case 3:
		random_print("<fo:character character=\"%c\"/>", 'A' + (int)random_below(26));
		break;
	case 4:
		random_print("<fo:inline gw:ruby=\"zhù%u\">注</fo:inline>", random_made.texts++);
		break;
	default:
		random_put("<fo:leader leader-pattern=\"use-content\" leader-length=\"30pt\">·</fo:leader>");
	}
}

static inline void random_put_inline_container(void)
{
	random_put("<fo:inline-container inline-progression-dimension=\"60pt\"");
	random_put_common(8);
	random_put(">");
	random_put_blocks(1);
	random_put("</fo:inline-container>");
}

static inline void random_put_inline(void)
{
	unsigned kind = random_below(random_may_nest() ? 16 : 8);

	random_made.depth++;
	if (kind < 7)
		random_put_text();
	else if (kind == 7)
		random_put_small();
	else if (kind == 8)
		random_put_picture();
	else if (kind < 11)
		random_put_phrase("inline", 4);
	else if (kind == 11)
		random_put_phrase("wrapper", 4);
	else if (kind == 12 && !random_made.place.in_link)
		random_put_link();
	else if (kind == 13 && !random_made.place.in_note && !random_made.place.in_link && !random_made.place.in_static)
		random_put_note();
	else if (kind == 14)
		random_put_inline_container();
	else
		random_put_text();
	random_made.depth--;
}

static inline void random_put_inlines(unsigned count)
{
	while (count--)
		random_put_inline();
}

/* ---- tables ---- */

#define RANDOM_COLUMNS 4

static inline void random_put_cell(unsigned column, unsigned across, unsigned down)
{
	random_print("<fo:table-cell column-number=\"%u\" number-columns-spanned=\"%u\" number-rows-spanned=\"%u\"", column + 1,
				 across, down);
	random_put_common(12);
	random_put(random_one_in(3) ? " border=\"1pt solid black\">" : ">");
	if (random_one_in(8))
		random_put("<fo:block/>");
	else
		random_put_blocks(1);
	random_put("</fo:table-cell>");
}

/* taken: the rows for which a column is taken yet by cells above. The first column never is, so that every row has a cell. */
static inline void random_put_row(unsigned taken[RANDOM_COLUMNS], unsigned rows_left)
{
	random_put("<fo:table-row");
	random_put_common(12);
	random_put(">");
	for (unsigned column = 0, across; column < RANDOM_COLUMNS; column += across) {
		unsigned down = column && random_one_in(5) ? 1 + random_below(rows_left) : 1;

		across = 1;
		if (taken[column] || (column && random_one_in(10))) /* a row may lack cells */
			continue;
		while (column + across < RANDOM_COLUMNS && !taken[column + across] && random_one_in(5))
			across++;
		random_put_cell(column, across, column ? down : 1);
		for (unsigned i = 0; i < across; i++)
			taken[column + i] = down;
	}
	random_put("</fo:table-row>");
	for (unsigned column = 0; column < RANDOM_COLUMNS; column++)
		taken[column] -= taken[column] ? 1 : 0;
}

static inline void random_put_part(const char *name, unsigned rows)
{
	unsigned taken[RANDOM_COLUMNS] = {0};
	struct random_place before = random_made.place;

	random_made.place.in_text |= strcmp(name, "table-body") != 0; /* XSL has no floats of heads and feet */
	random_print("<fo:%s", name);
	random_put_common(12);
	random_put(">");
	for (; rows; rows--)
		random_put_row(taken, rows);
	random_made.place = before;
	random_print("</fo:%s>", name);
}

/* role_in: 0: never. */
static inline void random_put_table(unsigned role_in)
{
	random_put("<fo:table table-layout=\"fixed\" width=\"100%\"");
	random_put_common(role_in);
	random_put(random_one_in(4) ? " table-omit-header-at-break=\"true\">" : ">");
	random_print("<fo:table-column column-width=\"proportional-column-width(1)\" number-columns-repeated=\"%u\"/>",
				 RANDOM_COLUMNS);
	if (random_one_in(2))
		random_put_part("table-header", 1 + random_below(2));
	if (random_one_in(4))
		random_put_part("table-footer", 1 + random_below(2));
	random_put_part("table-body", 1 + random_below(4));
	if (random_one_in(6))
		random_put_part("table-body", 1 + random_below(2));
	random_put("</fo:table>");
}

static inline void random_put_captioned_table(void)
{
	random_put("<fo:table-and-caption");
	random_put_common(8);
	random_put("><fo:table-caption");
	random_put_common(8);
	random_put(">");
	random_put_blocks(1);
	random_put("</fo:table-caption>");
	random_put_table(0); /* a caption goes with its table */
	random_put("</fo:table-and-caption>");
}

/* ---- other blocks ---- */

static inline void random_put_list(void)
{
	random_put("<fo:list-block provisional-distance-between-starts=\"20pt\"");
	random_put_common(8);
	random_put(">");
	for (unsigned items = 1 + random_below(3); items; items--) {
		random_put("<fo:list-item");
		random_put_common(12);
		random_put("><fo:list-item-label end-indent=\"label-end()\"");
		random_put_common(12);
		random_print("><fo:block>%u</fo:block></fo:list-item-label><fo:list-item-body start-indent=\"body-start()\"", items);
		random_put_common(12);
		random_put(">");
		random_put_blocks(1 + random_below(2));
		random_put("</fo:list-item-body></fo:list-item>");
	}
	random_put("</fo:list-block>");
}

static inline void random_put_marker(void)
{
	struct random_place before = random_made.place;

	random_made.place = (struct random_place){true, true, random_made.place.in_link, true};
	random_put("<fo:marker marker-class-name=\"m\">");
	random_put_inlines(1 + random_below(2));
	random_put("</fo:marker>");
	random_made.place = before;
}

static inline void random_put_block(void)
{
	static const char *const ways[] = {" keep-together.within-page=\"always\"",
									   " keep-with-next.within-page=\"always\"",
									   " break-before=\"page\"",
									   " span=\"all\"",
									   " space-before=\"9pt\"",
									   " text-align=\"justify\"",
									   " hyphenate=\"true\"",
									   " start-indent=\"9pt\"",
									   " white-space=\"pre\"",
									   " linefeed-treatment=\"preserve\"",
									   " text-align=\"center\""};
	struct random_place before = random_made.place;

	random_made.place.in_text = true;
	random_put("<fo:block");
	random_put_common(3);
	random_put_looks();
	random_put(random_one_in(3) ? RANDOM_PICK(ways) : "");
	random_put(">");
	if (!random_made.place.in_static && random_one_in(12))
		random_put_marker();
	for (unsigned parts = random_below(4); parts; parts--)
		if (random_may_nest() && random_one_in(5))
			random_put_blocks(1);
		else
			random_put_inline();
	random_made.place = before;
	random_put("</fo:block>");
}

static inline void random_put_container(void)
{
	static const char *const kinds[] = {" width=\"120pt\"", " reference-orientation=\"90\" width=\"80pt\" height=\"120pt\"",
										" background-color=\"#def\"", " keep-together.within-page=\"always\""};

	random_put("<fo:block-container");
	random_put(RANDOM_PICK(kinds));
	random_put_common(8);
	random_put(">");
	random_put_blocks(1 + random_below(2));
	random_put("</fo:block-container>");
}

static inline void random_put_wrapper(void)
{
	random_put("<fo:wrapper");
	random_put_common(2);
	random_put(">");
	random_put_blocks(1 + random_below(2));
	random_put("</fo:wrapper>");
}

static inline void random_put_float(void)
{
	static const char *const sides[] = {"start", "end", "before", "none"};
	struct random_place before = random_made.place;

	random_print("<fo:float float=\"%s\"", RANDOM_PICK(sides));
	random_put_role(12);
	random_put(">");
	random_made.place.in_note = true;
	random_put_blocks(1);
	random_made.place = before;
	random_put("</fo:float>");
}

/* At the page's place: on no other's. */
static inline void random_put_positioned(void)
{
	struct random_place before = random_made.place;

	random_put("<fo:block-container absolute-position=\"absolute\" top=\"20pt\" left=\"10pt\" width=\"90pt\"");
	random_put_common(8);
	random_put(">");
	random_made.place.in_note = true;
	random_put_blocks(1);
	random_made.place = before;
	random_put("</fo:block-container>");
}

static inline void random_put_any_block(void)
{
	unsigned kind = random_below(random_may_nest() ? 18 : 9);

	random_made.depth++;
	if (kind == 9)
		random_put_list();
	else if (kind < 12 && kind > 9)
		random_put_table(8);
	else if (kind == 12)
		random_put_captioned_table();
	else if (kind == 13)
		random_put_container();
	else if (kind == 14 && !random_made.place.in_note && !random_made.place.in_static && !random_made.place.in_text)
		random_put_float();
	else if (kind == 15 && !random_made.place.in_text)
		random_put_positioned();
	else if (kind == 16)
		random_put_wrapper();
	else
		random_put_block();
	random_made.depth--;
}

static inline void random_put_blocks(unsigned count)
{
	while (count--)
		random_put_any_block();
}

/* ---- a document ---- */

static inline void random_put_furniture(const char *region)
{
	random_made.place = (struct random_place){true, true, false, false};
	random_made.depth = 3;
	random_print("<fo:static-content flow-name=\"%s\">", region);
	random_put_blocks(1);
	random_put("<fo:block>");
	random_put("<fo:retrieve-marker retrieve-class-name=\"m\"/>第<fo:page-number/>页</fo:block></fo:static-content>");
	random_made.depth = 0;
	random_made.place = (struct random_place){false, false, false, false};
}

static inline void random_put_sequence(bool first, bool last)
{
	static const char *const formats[] = {"1", "i", "一", "01"}, *const starts[] = {"1", "auto", "7", "auto-odd", "1900"};

	random_print("<fo:page-sequence master-reference=\"%s\" format=\"%s\" initial-page-number=\"%s\">",
				 random_one_in(3) ? "two" : "one", RANDOM_PICK(formats), RANDOM_PICK(starts));
	if (random_one_in(2))
		random_put_furniture("xsl-region-before");
	if (random_one_in(3))
		random_put_furniture("xsl-region-after");
	random_put("<fo:flow flow-name=\"xsl-region-body\">");
	random_put(first ? "<fo:block id=\"first\"/>" : "");
	random_put_blocks(1 + random_below(8));
	random_put(last ? "<fo:block id=\"last\"/>" : "");
	random_put("</fo:flow></fo:page-sequence>");
}

static inline void random_put_bookmarks(unsigned depth)
{
	static const char *const targets[] = {"internal-destination=\"first\"", "internal-destination=\"last\"",
										  "external-destination=\"url(https://example.org/)\""};

	for (unsigned count = 1 + random_below(3); count; count--) {
		random_print("<fo:bookmark %s%s><fo:bookmark-title>", RANDOM_PICK(targets),
					 random_one_in(2) ? " starting-state=\"hide\"" : "");
		random_put_text();
		random_put("</fo:bookmark-title>");
		if (depth < 3 && random_one_in(2))
			random_put_bookmarks(depth + 1);
		random_put("</fo:bookmark>");
	}
}

/* Around the body is room enough for what does not fit it: text off the page is not in the file (G703). */
#define RANDOM_MASTER(name, columns)                                                                                             \
	"<fo:simple-page-master master-name=\"" name "\" page-width=\"800pt\" page-height=\"800pt\" margin=\"12pt\">"                \
	"<fo:region-body margin=\"24pt 400pt 500pt 48pt\" column-count=\"" columns "\"/>"                                            \
	"<fo:region-before extent=\"20pt\"/><fo:region-after extent=\"20pt\"/></fo:simple-page-master>"

/* The document of a seed. g_free() it. */
static inline char *random_document(uint32_t seed)
{
	random_made = (struct random_document){.state = seed * 7919u + 17, .fo = g_string_new(NULL)};
	random_put("<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:gw=\"urn:gongwen:fo\" xml:lang=\"zh-CN\" "
			   "font-family=\"仿宋\" font-size=\"8pt\" line-height=\"12pt\"><fo:layout-master-set>");
	random_put(RANDOM_MASTER("one", "1") RANDOM_MASTER("two", "2") "</fo:layout-master-set>");
	if (random_one_in(2)) {
		random_put(
			"<fo:declarations><gw:info title=\"题&#10;（(\\ &lt;b>\" author=\"甲某某; 乙\" subject=\"\" keywords=\"a, b\"/>"
			"</fo:declarations>");
	}
	if (random_one_in(3)) {
		random_put("<fo:bookmark-tree>");
		random_put_bookmarks(0);
		random_put("</fo:bookmark-tree>");
	}
	for (unsigned count = 1 + random_below(2), i = 0; i < count; i++)
		random_put_sequence(i == 0, i + 1 == count);
	random_put("</fo:root>");
	return g_string_free(random_made.fo, FALSE);
}

#endif
