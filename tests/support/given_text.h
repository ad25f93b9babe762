/* The text that formatting objects give, in the order of the document: what a reader of the finished PDF shall find. White space and marks that
 * are not seen aside; what the formatter makes itself stands as a sign. */
#ifndef GONGWEN_TESTS_GIVEN_TEXT_H
#define GONGWEN_TESTS_GIVEN_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>
#include <libxml/parser.h>

#define GIVEN_FO "http://www.w3.org/1999/XSL/Format"

/* ---- what is given ---- */

static inline bool given_is_fo(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, GIVEN_FO) == 0 &&
		   strcmp((const char *)node->name, name) == 0;
}

static inline bool given_has(const xmlNode *node, const char *name, const char *wanted)
{
	xmlChar *value = node->type == XML_ELEMENT_NODE ? xmlGetProp(node, (const xmlChar *)name) : NULL;
	bool found = value && strcmp((const char *)value, wanted) == 0;

	xmlFree(value);
	return found;
}

/* Not of the document: furniture, what is picked for it, what is said again after a page's end. */
static inline bool given_is_left_out(const xmlNode *node)
{
	static const char *const names[] = {"static-content", "marker", "instream-foreign-object", "title", "bookmark-tree",
										"declarations",   "leader"};
	bool left_out = given_has(node, "role", "artifact") || given_has(node, "shown-in", "repeat");

	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		left_out = left_out || given_is_fo(node, names[i]);
	return left_out;
}

static inline void given_add_words(GString *words, const char *text)
{
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);

		if (!g_unichar_isspace(c) && c != 0xAD && c != 0x200B && c != 0x2060 && c != 0xFEFF)
			g_string_append_unichar(words, c);
	}
}

static inline void given_add_attribute(GString *words, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);

	given_add_words(words, value ? (const char *)value : "");
	xmlFree(value);
}

#define GIVEN_NUMBER "\x01" /* of a page, whatever it is */
#define GIVEN_AMOUNT "\x02" /* what a marker of a table says: here a sum */

static inline void given_add(GString *words, const xmlNode *node);

/* The foot of a table is read after its bodies, before which it stands. */
static inline void given_add_table(GString *words, const xmlNode *table)
{
	const xmlNode *foot = NULL;
	for (xmlNode *child = table->children, *next; child; child = next) {
		next = child->next;
		child->next = NULL;
		if (given_is_fo(child, "table-footer"))
			foot = child;
		else
			given_add(words, child);
		child->next = next;
	}
	if (foot && !given_is_left_out(foot))
		given_add(words, foot->children);
}

static inline void given_add(GString *words, const xmlNode *node)
{
	for (; node; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			given_add_words(words, (const char *)node->content);
		if (node->type != XML_ELEMENT_NODE || given_is_left_out(node))
			continue;
		if (given_is_fo(node, "page-number") || given_is_fo(node, "page-number-citation") ||
			given_is_fo(node, "page-number-citation-last"))
			g_string_append(words, GIVEN_NUMBER);
		if (given_is_fo(node, "retrieve-table-marker"))
			g_string_append(words, GIVEN_AMOUNT);
		if (given_is_fo(node, "character"))
			given_add_attribute(words, node, "character");
		if (given_is_fo(node, "table"))
			given_add_table(words, node);
		else
			given_add(words, node->children);
		given_add_attribute(words, node, "ruby"); /* read after its base */
	}
}

static inline char *given_text(const char *fo, size_t size)
{
	xmlDoc *doc = xmlReadMemory(fo, (int)size, "fo", NULL, XML_PARSE_HUGE | XML_PARSE_NONET);
	GString *words = g_string_new(NULL);

	assert_non_null(doc);
	given_add(words, xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
	return g_string_free(words, FALSE);
}

/* ---- the same? ---- */

/* The characters of `set` that a text begins with. */
static inline const char *given_skip(const char *text, const char *set)
{
	while (*text && g_utf8_strchr(set, -1, g_utf8_get_char(text)))
		text = g_utf8_next_char(text);
	return text;
}

/* A page's number in the formats 1, i and 一. */
static inline const char *given_skip_number(const char *text)
{
	const char *after = given_skip(text, "0123456789ivxlcmIVXLCM");

	return after > text ? after : given_skip(text, "零〇一二三四五六七八九十百千");
}

static inline void given_compare(const char *name, const char *given, const char *read)
{
	const char *g = given, *r = read;

	for (; *g && (*g == *r || *g == *GIVEN_NUMBER || *g == *GIVEN_AMOUNT); g++)
		r = *g == *GIVEN_NUMBER ? given_skip_number(r) : *g == *GIVEN_AMOUNT ? given_skip(r, "0123456789,.") : r + 1;
	if (!*g && !*r)
		return;
	for (int back = 0; back < 20 && g > given && r > read; back++)
		g = g_utf8_prev_char(g), r = g_utf8_prev_char(r);
	fail_msg("%s\ngiven: …%.160s\nread:  …%.160s", name, g, r);
}

#endif
