/* One FO document at a time for tests of src/fo: built from text, asked for its nodes, styles and messages.
 * The content of a flow begins on line 2 of "t.fo". */
#ifndef GONGWEN_TESTS_FO_SAMPLE_H
#define GONGWEN_TESTS_FO_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fo/fo_int.h"
#include "xml/xml.h"

static struct {
	struct arena *arena;
	struct diag_sink *sink;
	xmlDoc *doc;
	const struct fo_tree *tree;
} sample;

static inline int sample_close(void **state)
{
	(void)state;
	if (sample.doc)
		xmlFreeDoc(sample.doc);
	diag_close(sample.sink);
	arena_close(sample.arena);
	memset(&sample, 0, sizeof sample);
	return 0;
}

static inline int sample_open(void **state)
{
	(void)state;
	xml_init();
	sample.arena = arena_open();
	sample.sink = diag_open(DIAG_ENGLISH);
	return 0;
}

/* A whole document, in place of the one before. */
static inline void sample_read(const char *xml)
{
	sample_close(NULL);
	sample_open(NULL);
	sample.doc = xml_load_memory(xml, strlen(xml), "t.fo", NULL, sample.arena, sample.sink);
	assert_non_null(sample.doc);
	sample.tree = fo_build(sample.doc, sample.arena, sample.sink);
}

#define SAMPLE_ROOT "<fo:root xmlns:fo='" FO_NAMESPACE "' xmlns:gw='" FO_GW_NAMESPACE "'>"
#define SAMPLE_MASTERS                                                                                                           \
	"<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-body/><fo:region-before region-name='s'/>"          \
	"</fo:simple-page-master></fo:layout-master-set>"

/* A flow with this content. */
static inline void sample_flow(const char *content)
{
	char *xml = g_strdup_printf(SAMPLE_ROOT SAMPLE_MASTERS "<fo:page-sequence master-reference='m'><fo:flow flow-name='f'>\n%s"
														   "</fo:flow></fo:page-sequence></fo:root>",
								content);
	sample_read(xml);
	g_free(xml);
}

static inline const struct fo_node *sample_below(const struct fo_node *node, const char *id)
{
	const struct fo_node *found = node->id && strcmp(node->id, id) == 0 ? node : NULL;
	for (const struct fo_node *child = node->first_child; child && !found; child = child->next)
		found = sample_below(child, id);
	return found;
}

static inline const struct fo_node *sample_node(const char *id)
{
	const struct fo_node *node = sample.tree ? sample_below(sample.tree->root, id) : NULL;
	if (!node)
		fail_msg("no node %s", id);
	return node;
}

static inline const struct fo_style *sample_style(const char *id)
{
	return sample_node(id)->style;
}

/* The messages in order of report: "G403:2 G401:5"; "" when there are none. */
static inline const char *sample_said(void)
{
	char *text = arena_string(sample.arena, "");
	for (unsigned i = 0; i < diag_size(sample.sink); i++) {
		const struct diag_message *message = diag_get(sample.sink, i);
		text = arena_printf(sample.arena, "%s%s%s:%d", text, i ? " " : "", message->code, message->place.line);
	}
	return text;
}

/* The style of a block with these attributes, in a flow without any. */
static inline const struct fo_style *sample_block(const char *attributes)
{
	char *content = g_strdup_printf("<fo:block id='b' %s/>", attributes);
	sample_flow(content);
	g_free(content);
	if (!sample.tree)
		fail_msg("<fo:block %s> was refused: %s", attributes, sample_said());
	return sample_style("b");
}

/* What is said of such a block. */
static inline const char *sample_verdict(const char *attributes)
{
	char *content = g_strdup_printf("<fo:block %s/>", attributes);
	sample_flow(content);
	g_free(content);
	return sample_said();
}

#define assert_pt(length, pt) assert_int_equal((length), len_from_pt(pt))
/* A struct fo_length of pt and percent. */
#define assert_length(length, pt, per_cent)                                                                                      \
	do {                                                                                                                         \
		assert_int_equal((length).keyword, FO_KW_NONE_GIVEN);                                                                    \
		assert_int_equal((length).fixed, len_from_pt(pt));                                                                       \
		assert_int_equal((length).percent, (per_cent)*1000);                                                                     \
	} while (0)
#define assert_accepted(attributes) assert_string_equal(sample_verdict(attributes), "")
#define assert_refused(attributes)  assert_string_equal(sample_verdict(attributes), "G403:2")

#define sample_run(tests) cmocka_run_group_tests(tests, sample_open, sample_close)

#endif
