/* What tests of flows made at random share: the numbers, the text that is made, and its areas. */
#ifndef GONGWEN_TESTS_RANDOM_FLOW_H
#define GONGWEN_TESTS_RANDOM_FLOW_H

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "run.h"

static struct {
	uint32_t state; /* of the random numbers */
	GString *text;  /* of the file that is made */
} flow;

static inline unsigned pick(unsigned below)
{
	flow.state = flow.state * 1664525 + 1013904223;
	return (flow.state >> 10) % below;
}

static inline void put(const char *text)
{
	g_string_append(flow.text, text);
}

/* How often it is said that something has no room where it stands. */
static inline unsigned flow_overruns(const char *said)
{
	unsigned count = 0;
	for (const char *at = said; (at = strstr(at, " G60")); at++)
		count += at[4] == '2' || at[4] == '3';
	return count;
}

/* The areas of the text, set within a minute and without a complaint that stops it; overruns: how many are said, or NULL. xmlFreeDoc() them. */
static inline xmlDoc *flow_areas(const char *file, unsigned *overruns)
{
	assert_true(g_file_set_contents(file, flow.text->str, (gssize)flow.text->len, NULL));
	char *command = g_strdup_printf("timeout 60 \"$GONGWEN\" fo --dump=areas %s", file);
	struct run run = run_shell(command);
	assert_int_equal(run.status, 0);
	xmlDoc *areas = xmlReadMemory(run.out, (int)strlen(run.out), "areas", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	assert_non_null(areas);
	if (overruns)
		*overruns = flow_overruns(run.err);
	run_free(&run);
	g_free(command);
	return areas;
}

/* The flows of seeds `first` to `last`, or of those that an environment variable names as A-B. variable: NULL: there is none. How much of them fails. */
static inline unsigned flow_check_seeds(const char *variable, unsigned first, unsigned last, unsigned (*check)(uint32_t seed))
{
	const char *asked = variable ? g_getenv(variable) : NULL;
	if (asked)
		assert_int_equal(sscanf(asked, "%u-%u", &first, &last), 2);
	unsigned failures = 0;
	flow.text = g_string_new(NULL);
	for (unsigned seed = first; seed <= last; seed++)
		failures += check(seed);
	g_string_free(flow.text, TRUE);
	return failures;
}

/* The areas that a path leads to from one of them, in the order of the document; g_ptr_array_unref() it. */
static inline GPtrArray *flow_areas_at(xmlNode *from, const char *path)
{
	xmlXPathContext *context = xmlXPathNewContext(from->doc);
	xmlXPathObject *found = xmlXPathNodeEval(from, (const xmlChar *)path, context);
	GPtrArray *areas = g_ptr_array_new();
	for (int i = 0; found->nodesetval && i < found->nodesetval->nodeNr; i++)
		g_ptr_array_add(areas, found->nodesetval->nodeTab[i]);
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	return areas;
}

/* The bodies of all pages. */
static inline GPtrArray *flow_bodies(xmlDoc *areas)
{
	return flow_areas_at(xmlDocGetRootElement(areas), "//page/region[@name='xsl-region-body']");
}

/* Where an area stands, in pt; what is less than FLOW_ROUNDING is nothing. */
#define FLOW_ROUNDING 0.06

struct flow_box {
	double left, top, right, bottom;
};

static inline double flow_number(xmlNode *area, const char *attribute)
{
	xmlChar *value = xmlGetProp(area, (const xmlChar *)attribute);
	double number = value ? g_ascii_strtod((const char *)value, NULL) : 0;
	xmlFree(value);
	return number;
}

static inline struct flow_box flow_box_of(xmlNode *area)
{
	double x = flow_number(area, "x"), y = flow_number(area, "y");
	return (struct flow_box){x, y, x + flow_number(area, "width"), y + flow_number(area, "height")};
}

static inline bool flow_boxes_overlap(const struct flow_box *a, const struct flow_box *b)
{
	return a->left < b->right - FLOW_ROUNDING && b->left < a->right - FLOW_ROUNDING && a->top < b->bottom - FLOW_ROUNDING &&
		   b->top < a->bottom - FLOW_ROUNDING;
}

/* Where a text stands: in the body, and over none of those before, `boxes`, to which it comes. How often it does not. */
static inline unsigned flow_check_place(const struct flow_box *body, const struct flow_box *box, const char *content,
										unsigned page, GArray *boxes)
{
	unsigned failures = 0;
	if (box->left < body->left - FLOW_ROUNDING || box->right > body->right + FLOW_ROUNDING ||
		box->top < body->top - FLOW_ROUNDING || box->bottom > body->bottom + FLOW_ROUNDING) {
		print_error("“%s” stands outside the body of page %u\n", content, page);
		failures++;
	}
	for (guint k = 0; k < boxes->len; k++)
		if (flow_boxes_overlap(box, &g_array_index(boxes, struct flow_box, k))) {
			print_error("“%s” stands over another text on page %u\n", content, page);
			failures++;
		}
	g_array_append_vals(boxes, box, 1);
	return failures;
}

#endif
