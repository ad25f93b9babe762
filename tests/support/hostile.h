/* Hostile FO in this process: a document that holds every supported object once, and what becomes of variants of it. A variant is laid out and
 * dumped, or refused with an error at a place; nothing else. A hang ends the program with the variant's name. */
#ifndef GONGWEN_TESTS_HOSTILE_H
#define GONGWEN_TESTS_HOSTILE_H

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib.h>

#include "area/area.h"
#include "fo/fo_int.h"
#include "page/page.h"
#include "support/sparing.h"
#include "xml/xml.h"

#define HOSTILE_SECONDS 120 /* far more than any variant needs, with sanitizers too */

static struct {
	struct text_engine *engine;
	struct diag_sink *sink;
	char name[200]; /* of the variant that is being tried */
	unsigned tried, set;
} hostile;

static inline void hostile_hangs(int signal)
{
	(void)signal;
	ssize_t written = write(STDERR_FILENO, "hangs: ", 7);
	written += write(STDERR_FILENO, hostile.name, strlen(hostile.name));
	_exit(written > 0 ? 99 : 98);
}

static inline int hostile_open(void **state)
{
	(void)state;
	const struct text_options options = {.config = "fonts/fonts.xml"};
	xml_init();
	signal(SIGALRM, hostile_hangs);
	hostile.sink = diag_open(DIAG_ENGLISH);
	hostile.engine = text_open(&options, hostile.sink);
	return hostile.engine ? 0 : -1;
}

static inline int hostile_close(void **state)
{
	(void)state;
	text_close(hostile.engine);
	diag_close(hostile.sink);
	return 0;
}

/* The document. {s} marks a place where a variant puts something; each object's start tag ends in " >" so that attributes can be added. */
static const char *const hostile_document =
	"<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:gw='" FO_GW_NAMESPACE "' font-family='仿宋' >\n"
	"{s}<fo:layout-master-set >{s}"
	"<fo:simple-page-master master-name='m' page-width='200pt' page-height='300pt' >{s}<fo:region-body margin='30pt' />"
	"<fo:region-before extent='20pt' /><fo:region-after extent='20pt' /></fo:simple-page-master>"
	"<fo:page-sequence-master master-name='s' >{s}<fo:single-page-master-reference master-reference='m' />"
	"<fo:repeatable-page-master-reference master-reference='m' maximum-repeats='2' />"
	"<fo:repeatable-page-master-alternatives >{s}<fo:conditional-page-master-reference master-reference='m' />"
	"</fo:repeatable-page-master-alternatives></fo:page-sequence-master></fo:layout-master-set>\n"
	"<fo:declarations >{s}</fo:declarations>"
	"<fo:bookmark-tree >{s}<fo:bookmark internal-destination='i' >{s}<fo:bookmark-title >题{s}</fo:bookmark-title></fo:bookmark>"
	"</fo:bookmark-tree>\n"
	"<fo:page-sequence master-reference='s' >{s}<fo:title >题{s}</fo:title>"
	"<fo:static-content flow-name='xsl-region-before' >{s}<fo:block >页<fo:page-number />"
	"<fo:retrieve-marker retrieve-class-name='c' /></fo:block></fo:static-content>\n"
	"<fo:flow flow-name='xsl-region-body' >{s}"
	"<fo:block id='i' >{s}<fo:marker marker-class-name='c' >记{s}</fo:marker>文字 text<fo:inline >行内{s}</fo:inline>"
	"<fo:character character='字' /><fo:leader leader-pattern='dots' leader-length='20pt' />"
	"<fo:leader leader-pattern='use-content' leader-length='20pt' >点{s}</fo:leader>"
	"<fo:page-number-citation ref-id='i' /><fo:page-number-citation-last ref-id='i' />"
	"<fo:basic-link internal-destination='i' >链{s}</fo:basic-link><fo:wrapper >包{s}</fo:wrapper>"
	"<fo:inline-container width='40pt' >{s}<fo:block >容</fo:block></fo:inline-container>"
	"<fo:instream-foreign-object ><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>{s}</fo:instream-foreign-object>"
	"<fo:external-graphic src='none.png' />"
	"<fo:footnote >{s}<fo:inline >注</fo:inline><fo:footnote-body >{s}<fo:block >脚注</fo:block></fo:footnote-body></fo:footnote>"
	"</fo:block>\n"
	"<fo:wrapper >{s}<fo:block >包</fo:block></fo:wrapper>"
	"<fo:block-container height='30pt' >{s}<fo:block >容器</fo:block></fo:block-container>"
	"<fo:block-container absolute-position='absolute' top='9pt' left='9pt' width='20pt' >{s}<fo:block >定</fo:block>"
	"</fo:block-container>\n"
	"<fo:list-block >{s}<fo:list-item >{s}<fo:list-item-label end-indent='label-end()' >{s}<fo:block >一</fo:block>"
	"</fo:list-item-label><fo:list-item-body start-indent='body-start()' >{s}<fo:block >项</fo:block></fo:list-item-body>"
	"</fo:list-item></fo:list-block>\n"
	"<fo:table >{s}<fo:table-column column-width='40pt' /><fo:table-column number-columns-repeated='2' />"
	"<fo:table-header >{s}<fo:table-row >{s}<fo:table-cell >{s}<fo:block >头</fo:block></fo:table-cell></fo:table-row>"
	"</fo:table-header>"
	"<fo:table-footer >{s}<fo:table-cell ><fo:block >尾</fo:block></fo:table-cell></fo:table-footer>"
	"<fo:table-body >{s}<fo:table-row ><fo:table-cell number-rows-spanned='2' ><fo:block >跨</fo:block></fo:table-cell>"
	"<fo:table-cell number-columns-spanned='2' ><fo:block >格</fo:block></fo:table-cell></fo:table-row>"
	"<fo:table-row ><fo:table-cell ><fo:block >格</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>\n"
	"</fo:flow></fo:page-sequence></fo:root>";

/* The document with `text` at slot number `slot`, the others empty. */
static inline char *hostile_fill(const char *document, unsigned slot, const char *text)
{
	char **parts = g_strsplit(document, "{s}", -1);
	GString *whole = g_string_new(parts[0]);
	for (unsigned i = 1; parts[i]; i++)
		g_string_append_printf(whole, "%s%s", i - 1 == slot ? text : "", parts[i]);
	g_strfreev(parts);
	return g_string_free(whole, FALSE);
}

/* The document with an attribute on every element that has not got it. */
static inline char *hostile_with_attribute(const char *name, const char *value)
{
	char *whole = hostile_fill(hostile_document, UINT_MAX, "");
	char *attribute = g_strdup_printf(" %s='", name);
	GString *out = g_string_new("");
	for (const char *at = whole; *at;) {
		size_t size = strcspn(at, "<");
		g_string_append_len(out, at, (gssize)size);
		at += size;
		size = strcspn(at, ">");
		const char *end = at + size;
		char *tag = g_strndup(at, size);
		bool takes = g_str_has_prefix(tag, "<fo:") && !strstr(tag, attribute) && size && (end[-1] == ' ' || end[-1] == '/');
		if (!takes)
			g_string_append(out, tag);
		else
			g_string_append_printf(out, "%.*s%s%s'%s", (int)(size - (end[-1] == '/')), tag, attribute, value,
								   end[-1] == '/' ? "/" : "");
		g_free(tag);
		at = end;
		if (*at)
			g_string_append_c(out, *at++);
	}
	g_free(attribute);
	g_free(whole);
	return g_string_free(out, FALSE);
}

static inline unsigned hostile_slots(void)
{
	char **parts = g_strsplit(hostile_document, "{s}", -1);
	unsigned slots = g_strv_length(parts) - 1;
	g_strfreev(parts);
	return slots;
}

/* What must hold of messages: each names its place; an error stands beside every refusal. */
static inline void hostile_judge(bool refused)
{
	for (unsigned i = 0; i < diag_size(hostile.sink); i++) {
		const struct diag_message *message = diag_get(hostile.sink, i);
		if (message->severity >= DIAG_WARNING && (!message->place.file || message->place.line <= 0))
			fail_msg("%s: %s has no place: %s", hostile.name, message->code, message->text);
	}
	if (refused && diag_count(hostile.sink, DIAG_ERROR) == 0)
		fail_msg("%s: refused without an error", hostile.name);
}

/* The area tree of a document, as --dump=areas gives it; NULL when it was refused. Its messages stay in hostile.sink until the next. */
static inline char *hostile_areas(const char *xml)
{
	diag_close(hostile.sink);
	hostile.sink = diag_open(DIAG_ENGLISH);
	struct arena *arena = arena_open();
	struct gate *gate = gate_open("tests/t.fo", NULL);
	struct image_store *images = image_store_open(gate, "tests/t.fo");
	xmlDoc *doc = xml_load_memory(xml, strlen(xml), "t.fo", NULL, arena, hostile.sink);
	const struct fo_tree *tree = doc ? fo_build(doc, arena, hostile.sink) : NULL;
	const struct area_tree *areas = tree ? page_lay_out_tree(tree, hostile.engine, images, arena, hostile.sink) : NULL;
	if (tree)
		g_free(fo_dump(tree));
	char *dump = areas ? area_dump(areas) : NULL;
	xmlFreeDoc(doc);
	image_store_close(images);
	gate_close(gate);
	arena_close(arena);
	return dump;
}

/* Tries one document; true when it was laid out. */
static inline bool hostile_try(const char *xml, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline bool hostile_try(const char *xml, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_vsnprintf(hostile.name, sizeof hostile.name, format, arguments);
	va_end(arguments);
	alarm(HOSTILE_SECONDS);
	char *dump = hostile_areas(xml);
	bool set = dump != NULL;
	g_free(dump);
	hostile_judge(!set);
	alarm(0);
	hostile.tried++;
	hostile.set += set;
	return set;
}

#define hostile_run(tests) cmocka_run_group_tests(tests, hostile_open, hostile_close)

#endif
