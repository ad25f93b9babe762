/* f:fold and f:unfold: one transform puts parts of its result aside, another reads them: src/xslt/fold.c, src/xml/fold.c. */
#include "unit/xslt/sheet.h"

#define FOLDING(content)                                                                                                         \
	"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:f='urn:gongwen:xslt'"                  \
	" extension-element-prefixes='f'><xsl:output indent='no'/>" content "</xsl:stylesheet>"

static const char year[] = "<year><a>甲<b/></a><a>乙</a><a/></year>";

#define WRITER                                                                                                                   \
	FOLDING("<xsl:template match='/'><model><xsl:for-each select='//a'><part n='{position()}'><own/><f:fold><xsl:copy-of "       \
			"select='node()'/></f:fold></part></xsl:for-each></model></xsl:template>")

static xmlDoc *apply(struct folder *folder, const char *sheet, const struct xslt_use *use, xmlDoc *doc)
{
	folder_text(folder, "t/test.xsl", sheet);
	struct xslt_set *set = xslt_open(folder_path(folder, "t"), folder->sink);
	xmlDoc *result = xslt_apply_with(set, "test.xsl", use, doc, folder->sink);
	xslt_close(set);
	return result;
}

static xmlDoc *write_model(struct folder *folder, struct xml_folds *folds)
{
	xmlDoc *doc = xml_load_memory(year, strlen(year), "year.xml", NULL, folder->arena, folder->sink);
	xmlDoc *model = apply(folder, WRITER, &(struct xslt_use){.fold = folds}, doc);
	assert_silent(folder->sink);
	xmlFreeDoc(doc);
	return model;
}

static void assert_root(xmlDoc *doc, const char *expected)
{
	xmlBuffer *text = xmlBufferCreate();
	xmlNodeDump(text, doc, xmlDocGetRootElement(doc), 0, 0);
	assert_string_equal((const char *)xmlBufferContent(text), expected);
	xmlBufferFree(text);
}

#define WHOLE "<model><part n=\"1\"><own/>甲<b/></part><part n=\"2\"><own/>乙</part><part n=\"3\"><own/></part></model>"
#define FOLDED                                                                                                                   \
	"<model><part n=\"1\"><own/><?folded 0?></part><part n=\"2\"><own/><?folded 1?></part><part n=\"3\"><own/></part></model>"

static void test_stays_when_nothing_folds(void **state)
{
	xmlDoc *model = write_model(*state, NULL);
	assert_root(model, WHOLE);
	xmlFreeDoc(model);
}

static void test_folded_and_back(void **state)
{
	struct xml_folds *folds = xml_folds_open();
	xmlDoc *model = write_model(*state, folds);
	assert_root(model, FOLDED);
	xmlNode *parts[] = {xmlFirstElementChild(xmlDocGetRootElement(model)), xmlLastElementChild(xmlDocGetRootElement(model))};
	struct xml_unfolding *unfolding = xml_unfold_begin(folds, parts, 2);
	assert_root(
		model,
		"<model><part n=\"1\"><own/>甲<b/></part><part n=\"2\"><own/><?folded 1?></part><part n=\"3\"><own/></part></model>");
	xml_unfold_end(unfolding);
	assert_root(model, FOLDED);
	xml_unfold(folds, xmlDocGetRootElement(model));
	assert_root(model, WHOLE);
	xmlFreeDoc(model);
	xml_folds_close(folds);
}

/* A part that is within a part. */
static void test_folds_within_folds(void **state)
{
	struct xml_folds *folds = xml_folds_open();
	xmlDoc *model = write_model(*state, folds);
	xmlNode *root = xmlDocGetRootElement(model);
	xml_fold(folds, root);
	assert_root(model, "<model><?folded 2?></model>");
	struct xml_unfolding *unfolding = xml_unfold_begin(folds, &root, 1);
	assert_root(model, WHOLE);
	xml_unfold_end(unfolding);
	assert_root(model, "<model><?folded 2?></model>");
	xml_unfold(folds, root);
	assert_root(model, WHOLE);
	xmlFreeDoc(model);
	xml_folds_close(folds);
}

/* Seen within f:unfold alone; a copy has its parts wherever it was made; keys have no node that goes; the model is as it was. */
static void test_read(void **state)
{
	struct folder *folder = *state;
	struct xml_folds *folds = xml_folds_open();
	xmlDoc *model = write_model(folder, folds);
	xmlDoc *plan = apply(
		folder,
		FOLDING("<xsl:key name='b' match='b' use=\"'b'\"/><xsl:key name='own' match='own' use=\"'own'\"/><xsl:template "
				"match='/'><plan>"
				"<xsl:for-each select='model/part'><f:unfold select='.'><in b='{count(b)}' key='{count(key(\"b\", "
				"\"b\"))}'><xsl:value-of select='.'/></in>"
				"</f:unfold><out b='{count(b)}'/></xsl:for-each>"
				"<xsl:copy-of select='model/part[1]'/><keys b='{count(key(\"b\", \"b\"))}' own='{count(key(\"own\", \"own\"))}'/>"
				"</plan></xsl:template>"),
		&(struct xslt_use){.folded = folds}, model);
	assert_silent(folder->sink);
	assert_root(plan, "<plan><in b=\"1\" key=\"0\">甲</in><out b=\"0\"/><in b=\"0\" key=\"0\">乙</in><out b=\"0\"/>"
					  "<in b=\"0\" key=\"0\"/><out b=\"0\"/><part n=\"1\"><own/>甲<b/></part><keys b=\"0\" own=\"3\"/></plan>");
	assert_root(model, FOLDED);
	xmlFreeDoc(plan);
	xmlFreeDoc(model);
	xml_folds_close(folds);
}

static void note(void *data, xmlNode *first)
{
	for (const xmlNode *node = first; node; node = node->next) {
		xmlBuffer *text = xmlBufferCreate();
		xmlNodeDump(text, node->doc, (xmlNode *)(uintptr_t)node, 0, 0);
		g_string_append((GString *)data, (const char *)xmlBufferContent(text));
		xmlBufferFree(text);
	}
}

/* What leaves in a portion is whole, too. */
static void test_portions_are_whole(void **state)
{
	struct folder *folder = *state;
	struct xml_folds *folds = xml_folds_open();
	xmlDoc *model = write_model(folder, folds);
	GString *seen = g_string_new(NULL);
	xmlDoc *plan = apply(folder,
						 FOLDING("<xsl:template match='/'><plan><f:portion><xsl:copy-of select='model/part'/></f:portion></plan>"
								 "</xsl:template>"),
						 &(struct xslt_use){.folded = folds, .take = note, .data = seen}, model);
	assert_silent(folder->sink);
	assert_string_equal(seen->str, "<part n=\"1\"><own/>甲<b/></part><part n=\"2\"><own/>乙</part><part n=\"3\"><own/></part>");
	g_string_free(seen, TRUE);
	xmlFreeDoc(plan);
	xmlFreeDoc(model);
	xml_folds_close(folds);
}

/* Nothing to unfold, or nothing that could be: said, and the model is as it was. */
static void test_wrong_select(void **state)
{
	static const char *const sheets[] = {
		FOLDING("<xsl:template match='/'><plan><f:unfold><in/></f:unfold></plan></xsl:template>"),
		FOLDING("<xsl:template match='/'><plan><f:unfold select='1'><in/></f:unfold></plan></xsl:template>"),
		FOLDING("<xsl:template match='/'><plan><f:unfold select='('><in/></f:unfold></plan></xsl:template>")};
	struct folder *folder = *state;
	struct xml_folds *folds = xml_folds_open();
	xmlDoc *model = write_model(folder, folds);
	for (unsigned i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		unsigned before = diag_reported(folder->sink);
		assert_null(apply(folder, sheets[i], &(struct xslt_use){.folded = folds}, model));
		assert_true(diag_reported(folder->sink) > before);
		assert_root(model, FOLDED);
	}
	xmlFreeDoc(model);
	xml_folds_close(folds);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_stays_when_nothing_folds), TEST(test_folded_and_back), TEST(test_folds_within_folds), TEST(test_read),
		TEST(test_portions_are_whole),       TEST(test_wrong_select),
	};
	return cmocka_run_group_tests(tests, sheet_init, NULL);
}
