/* What an author may leave out vanishes cleanly: of docs/vocabulary-example.xml, which has all there is, parts are taken away; the year still
 * is sound, and no document has a mark that waits for words: empty brackets, doubled or stranded marks, an empty 《》. Asked of the
 * formatting objects, block by block (--dump=fo). */
#include "support/year.h"

#define EXAMPLE "docs/vocabulary-example.xml"

/* Parts that do not need each other, taken away together. */
static const char *const LEFT_OUT[] = {
	"//@place | //@time | //copy | //@office | //deputy-leader | //director/post | //band/.. | //copy-to | //send-to",
	"//contact/phone | //contact/post | //member | //witness | //server | //remarks",
	"//official[@role = 'deputy'] | //official[@role = 'contact'] | //official[@role = 'city-leader'] | "
	"//register/department/section",
	"//@document-number | //act/@number | //act/party | //source/@reference | //task/text",
	"//act/@date | //source/@date | //case/basis | //case/fault | //recovery/../@date | //service | //objection",
	"//case/act | //responsible-person/post | //award/decision | //award/@name",
	"//case/finding | //correction/demand | //case/facts | //feedback | //objection-days | //feedback-days | //payment-days",
	"//case/correction | //case/finding | //transfer",
	"//case/responsible-person[not(person = //recovery/@person)] | //fault-regulation | //compensation",
	"//indicator/@baseline | //indicator[not(@relation = 'by')]/evidence | //target/measures | //target/responsible | "
	"//target/basis",
	"//indicator/@value[../@relation = 'by'] | //score/@self | //score/reason | //result | //adjustment/reason/p[2]",
	"//inspection/finding | //inspection//demand | //bulletin/section | //bulletin/@copies | //circular/section | //circular/p",
	"//finding/demand | //done/progress | //meeting/agenda | //meeting/attending | //meeting/contact | "
	"//meeting/title",
	"//lead | //assisting | //summary | //@open",
	"//inspection | //bulletin[@inspection] | //meeting | //circular | //award",
	"//division-of-work | //target/basis[@kind = 'division'] | //assessment | //circular | //award | //case | //adjustment",
};

/* Two marks in a row that say that something is missing between them, or a mark at a wrong place. */
#define MISSING "（）|《》|“”|〔〕|［］|（[，、；：。]|[，、；：]）|[，、；：]{2}|[，、；：][。]|。[，、；。]|^[，、；。）》]|NaN"

static xmlDoc *read_without(const char *expression)
{
	GPtrArray *nodes;

	year.source = xmlReadFile(EXAMPLE, NULL, XML_PARSE_NONET);
	assert_non_null(year.source);
	nodes = year_find(NULL, expression);
	for (guint i = nodes->len; i-- > 0;) { /* from the end: what lies in another goes before it */
		xmlNode *node = nodes->pdata[i];

		if (node->type == XML_ATTRIBUTE_NODE) {
			xmlRemoveProp((xmlAttr *)node);
		} else {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		}
	}
	g_ptr_array_unref(nodes);
	return year.source;
}

/* What a block says by itself, in order; its blocks say their own. A leader is room to write. */
static void add_words(GString *words, const xmlNode *parent)
{
	for (const xmlNode *node = parent->children; node; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			g_string_append(words, (const char *)node->content);
		else if (xmlStrEqual(node->name, (const xmlChar *)"leader"))
			g_string_append(words, "…");
		else if (node->type == XML_ELEMENT_NODE && !xmlStrEqual(node->name, (const xmlChar *)"block"))
			add_words(words, node);
	}
}

static int check_blocks(const xmlNode *node, const char *expression)
{
	int found = 0;

	for (; node; node = node->next) {
		if (xmlStrEqual(node->name, (const xmlChar *)"block")) {
			GString *words = g_string_new(NULL);

			add_words(words, node);
			g_strstrip(words->str);
			if (g_regex_match_simple(MISSING, words->str, 0, 0)) {
				print_error("without %s: “%.200s”\n", expression, words->str);
				found++;
			}
			g_string_free(words, TRUE);
		}
		found += check_blocks(node->children, expression);
	}
	return found;
}

static int check_without(const char *expression)
{
	char **documents;
	int found = 0;

	assert_true(xmlSaveFile(year_print("%s/less.xml", year.scratch), read_without(expression)) > 0);
	xmlFreeDoc(year.source);
	year.source = NULL;
	documents = g_strsplit(year_run("$GONGWEN build \"$T\"/less.xml --dump=fo -q"), "<?xml ", -1);
	assert_true(g_strv_length(documents) > 10);
	for (char **document = documents + 1; *document; document++) {
		char *text = g_strconcat("<?xml ", *document, NULL);
		xmlDoc *fo = xmlReadMemory(text, (int)strlen(text), "fo", NULL, XML_PARSE_HUGE | XML_PARSE_NONET);

		assert_non_null(fo);
		found += check_blocks(xmlDocGetRootElement(fo), expression);
		xmlFreeDoc(fo);
		g_free(text);
	}
	g_strfreev(documents);
	return found;
}

static void test_what_is_left_out_leaves_no_trace(void **state)
{
	int found = 0;

	(void)state;
	year_run("mkdir \"$T\"/pictures && cp docs/pictures/seal.svg \"$T\"/pictures");
	for (size_t i = 0; i < G_N_ELEMENTS(LEFT_OUT); i++)
		found += check_without(LEFT_OUT[i]);
	assert_int_equal(found, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_what_is_left_out_leaves_no_trace)};

	return cmocka_run_group_tests(tests, year_open_scratch, year_close);
}
