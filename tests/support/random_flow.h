/* What tests of flows made at random share: the numbers, the text that is made, and its areas. */
#ifndef GONGWEN_TESTS_RANDOM_FLOW_H
#define GONGWEN_TESTS_RANDOM_FLOW_H

#include <libxml/parser.h>
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

/* The areas of the text, set within a minute and without a complaint that stops it. xmlFreeDoc() them. */
static inline xmlDoc *flow_areas(const char *file)
{
	assert_true(g_file_set_contents(file, flow.text->str, (gssize)flow.text->len, NULL));
	char *command = g_strdup_printf("timeout 60 \"$GONGWEN\" fo -q --dump=areas %s", file);
	struct run run = run_shell(command);
	assert_int_equal(run.status, 0);
	xmlDoc *areas = xmlReadMemory(run.out, (int)strlen(run.out), "areas", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
	assert_non_null(areas);
	run_free(&run);
	g_free(command);
	return areas;
}

#endif
