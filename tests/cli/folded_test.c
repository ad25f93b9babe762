/* What is folded of a model (docs/functions.md) is read by nobody who has not unfolded it: of the model as a whole, where nothing is folded, the plan has
 * the same documents. A kind that looked into another department's folded parts would find nothing there, and say nothing. */
#include "run.h"
#include "unit/base/folder.h"

#include "xml/xml.h"
#include "xslt/xslt.h"

static xmlDoc *load(struct folder *folder, const char *year, const char *stage)
{
	struct run run = run_shell(arena_printf(folder->arena, "$GONGWEN build %s --dump=%s", year, stage));
	assert_int_equal(run.status, 0);
	xmlDoc *doc = xml_load_code(run.out, strlen(run.out), stage, NULL, folder->arena, folder->sink);
	run_free(&run);
	assert_non_null(doc);
	return doc;
}

static void collect(void *data, xmlNode *first)
{
	for (xmlNode *node = first; node; node = node->next)
		xmlAddChild(xmlDocGetRootElement(data), xmlDocCopyNode(node, data, 1));
}

/* Nothing is folded: f:unfold has nothing to do. */
static xmlDoc *plan_of(struct folder *folder, xmlDoc *model)
{
	struct xslt_set *set = xslt_open("templates", folder->sink);
	xmlDoc *plan = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(plan, xmlNewDocNode(plan, NULL, BAD_CAST "plan", NULL));
	xmlDoc *rest = xslt_apply_with(set, "scheme/plan.xsl", &(struct xslt_use){.take = collect, .data = plan}, model,
								   folder->sink);
	assert_non_null(rest);
	collect(plan, xmlDocGetRootElement(rest)->children);
	xmlFreeDoc(rest);
	xslt_close(set);
	return plan;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What the root has, each as text, in the order of the texts. */
static GPtrArray *children(xmlDoc *doc)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
	for (xmlNode *node = xmlDocGetRootElement(doc)->children; node; node = node->next) {
		xmlBuffer *buffer = xmlBufferCreate();
		xmlNodeDump(buffer, doc, node, 0, 0);
		g_ptr_array_add(texts, g_strdup((const char *)xmlBufferContent(buffer)));
		xmlBufferFree(buffer);
	}
	g_ptr_array_sort(texts, by_text);
	return texts;
}

static void assert_same_plans(struct folder *folder, const char *year)
{
	xmlDoc *model = load(folder, year, "model"), *plan = load(folder, year, "plan"), *whole = plan_of(folder, model);
	GPtrArray *expected = children(whole), *planned = children(plan);
	assert_in_range(planned->len, 100, 100000);
	assert_int_equal(planned->len, expected->len);
	for (guint i = 0; i < planned->len; i++)
		assert_string_equal(planned->pdata[i], expected->pdata[i]);
	g_ptr_array_free(expected, TRUE);
	g_ptr_array_free(planned, TRUE);
	xmlFreeDoc(whole);
	xmlFreeDoc(plan);
	xmlFreeDoc(model);
}

static void test_same_plans(void **state)
{
	assert_same_plans(*state, "samples/weifang-2005/year.xml");
	assert_same_plans(*state, "samples/sixty/year.xml");
}

static int init(void **state)
{
	(void)state;
	xml_init();
	xslt_init();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(test_same_plans, folder_setup, folder_teardown)};
	return cmocka_run_group_tests(tests, init, NULL);
}
