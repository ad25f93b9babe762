/* Every field of the vocabulary reaches the documents that it belongs to. docs/vocabulary-example.xml has each element and attribute; its texts
 * are replaced by marked ones with all that a clerk may paste (markup, quotes in quotes, a tab, two spaces, brackets), equal ones by equal
 * ones, and each must stand, whole, in the documents of the kinds named here. Asked of the formatting objects (--dump=fo). */
#include "support/year.h"

#define EXAMPLE "docs/vocabulary-example.xml"

/* Where a field stands, and the kinds of document that say it. A text or attribute that no row finds fails the test. */
static const struct field {
	const char *path, *kinds;
} FIELDS[] = {
	{"/scheme/government/@name", "agreement award recovery"},
	{"/scheme/government/@short-name", "agreement award"},
	{"/scheme/government/@office", "award recovery"},
	{"/scheme/leading-group/@name", "proposal division score-sheet"},
	{"/scheme/leading-group/@short-name", "issue agreement"},
	{"//leader/* | //deputy-leader/* | //director/*", "division"},
	{"//office/@name", "issue meeting circular"},
	{"//office/@short-name", "agreement issue half-year brief"},
	{"//instrument/@number | //instrument/title", "agreement issue division"},
	{"//instrument[last()]/title", "award"},
	{"//band/@name", "circular"},
	{"//fault-regulation", "agreement notice transfer recovery"},
	{"//@number-prefix[../self::legal-affairs]", "notice transfer receipt feedback case-register document-register"},
	{"//report-to", "brief circular award"},
	{"//send-to", "brief circular"},
	{"//copy-to", "circular award"},
	/* the register: names of the document's day, all of them in the directory */
	{"//register/department/name", "directory"},
	{"//department[@id = 'transport']/name[1]", "proposal issue agreement half-year notice receipt feedback"},
	{"//department[@id = 'transport']/name[2]", "score-sheet circular recovery"},
	{"//department[@id = 'transport']/short-name[1]", "division transfer agreement"},
	{"//department[@id = 'transport']/short-name[2]", "circular award"},
	{"//department[@id = 'legal-affairs']/name", "notice transfer receipt feedback case-register"},
	{"//department[@id = 'legal-affairs']/short-name", "division"},
	{"//department[@id = 'supervision']/name", "notice transfer recovery"},
	{"//department[@id = 'inspection-brigade']/short-name", "division"},
	{"//department[@id = 'supervision']/short-name", ""}, /* in no list of names here */
	{"//department/section", "directory"},
	{"//department[@id = 'transport']/section", "proposal agreement"},
	{"//official/*", "directory"},
	{"//department[@id = 'transport']/official[@role = 'head'][1]/person", "proposal agreement half-year"},
	{"//department[@id = 'transport']/official[@role = 'head'][2]/*", "score-sheet"},
	{"//department[@id = 'transport']/official[@role = 'deputy']/*", "proposal agreement"},
	{"//department[@id = 'transport']/official[@role = 'contact']/*", "proposal agreement"},
	{"//department[@id = 'transport']/official[@role = 'contact']/person", "half-year"},
	/* tasks and targets */
	{"//task/@section | //task/@no | //task/summary | //task/text", "division"},
	{"//task[1]/summary", "proposal"},
	{"//common-targets/@document-number", "issue document-register"},
	{"//common-targets/target/title", "issue agreement half-year score-sheet"},
	{"//specific-targets/target/title", "proposal issue agreement half-year score-sheet"},
	{"//common-targets//indicator/* | //common-targets//indicator/@unit", "issue agreement"},
	{"//specific-targets//indicator/* | //specific-targets//indicator/@unit", "proposal issue agreement"},
	{"//common-targets//measures/p", "agreement"},
	{"//specific-targets//measures/p", "proposal agreement"},
	{"//common-targets//responsible/@section | //common-targets//responsible/person", "issue agreement"},
	{"//specific-targets//responsible/@section | //specific-targets//responsible/person", "proposal issue agreement"},
	{"//target/basis[@kind = 'own']", "proposal"},
	{"/scheme/agreement/@number", "agreement document-register"},
	{"//signatory/*", "agreement"},
	{"//copy/@holder[. = //short-name or . = //office/@short-name]", "agreement"},
	{"//adjustment/reason/p | //adjustment/@approved-by", "score-sheet"},
	/* reports */
	{"//inspection//p | //bulletin//p | //bulletin//heading", "brief"},
	{"//bulletin/title", "brief document-register"},
	{"//half-year-report//p", "half-year"},
	{"//meeting/@place | //meeting/@time | //meeting/attending | //meeting//p | //meeting/contact/*", "meeting"},
	{"//meeting/title | //meeting/@document-number", "meeting document-register"},
	/* results */
	{"//score/reason", "score-sheet"},
	{"//circular//p | //circular//heading | //circular/@number-prefix", "circular"},
	{"//circular/title", "circular document-register"},
	{"//award/@name | //award/@document-number", "award document-register"},
	{"//award/decision", "award"},
	/* cases */
	{"/scheme/case/@number", "case-register"},
	{"//source/@reference", "notice case-register"},
	{"//act/@number | //act/title", "notice transfer receipt feedback recovery case-register"},
	{"//act/party", "notice recovery case-register"},
	{"//facts/p", "notice"},
	{"//case/finding/p", "notice transfer"},
	{"//responsible-person/*", "notice transfer case-register"},
	{"//responsible-person/person", "recovery"},
	{"//recovery/@person", "recovery"},
	{"//case/basis/law", "notice transfer recovery"},
	{"//correction//p", "notice feedback"},
	{"//transfer/@document-number", "transfer document-register"},
	{"//service/* | //service/@place", "receipt"},
	{"//compensation/@document-number", "recovery document-register"},
	{"//case/feedback/p", "feedback"},
	{"//objection/p", "case-register"},
};

/* What is no text of an author: numbers, dates, ids, and words of the vocabulary; the form of a year's documents, and the names of pictures.
 * secrecy has a form of its own; that of a task's section and number is short. A copy held by the deputy mayor is the program's own word. */
#define TEXTS                                                                                                                    \
	"//text()[normalize-space()][not(parent::pass-mark or parent::proposal-deadline or parent::objection-days or "               \
	"parent::feedback-days or parent::payment-days "                                                                             \
	"or parent::copies)] | //@name | //@short-name | //instrument/@number | //agreement/@number | //act/@number | "              \
	"//case/@number | "                                                                                                          \
	"//@document-number | //@number-prefix | //@reference | //@place | //@time | //@approved-by | //responsible/@section | "     \
	"//@unit | //@office | "                                                                                                     \
	"//@person | //@organ | //copy[position() > 1]/@holder"

static GHashTable *marks;                               /* of texts: their marks */
static const char *kinds_said[G_N_ELEMENTS(FIELDS)][2]; /* kind, what its documents say without white space */
static size_t kind_count;

/* Equal texts get equal marks: some must agree. A document number keeps its form. */
static const char *mark_of(const char *text, bool number)
{
	char *mark = g_hash_table_lookup(marks, text);

	if (!mark) {
		mark = year_print("标%03u“双‘单’”《书〈名〉》(a & b) <p>%s\t末%s%u号", g_hash_table_size(marks), number ? "" : "]]>",
						  number ? "〔2005〕" : "", g_hash_table_size(marks) + 100);
		g_hash_table_insert(marks, year_print("%s", text), mark);
	}
	return mark;
}

static void mark_all(void)
{
	GPtrArray *nodes = year_find(NULL, TEXTS);

	for (guint i = 0; i < nodes->len; i++) {
		xmlNode *node = nodes->pdata[i], *held = node->type == XML_ATTRIBUTE_NODE ? node->children : node;
		const char *mark = mark_of(g_strstrip(year_print("%s", year_string(node))),
								   strcmp((const char *)node->name, "document-number") == 0);

		xmlNodeSetContent(held, NULL);
		xmlNodeAddContent(held, (const xmlChar *)mark);
	}
	g_ptr_array_unref(nodes);
}

/* What all documents of a kind say. A dump has one FO document after the other. */
static const char *said_by(const char *kind)
{
	GString *all = g_string_new(NULL);
	char **parts;

	for (size_t i = 0; i < kind_count; i++)
		if (strcmp(kinds_said[i][0], kind) == 0)
			return kinds_said[i][1];
	parts = g_strsplit(year_run(year_print("$GONGWEN build \"$T\"/marked.xml --kind %s --dump=fo -q", kind)), "<?xml ", -1);
	for (char **part = parts + 1; *parts && *part; part++) {
		char *text = g_strconcat("<?xml ", *part, NULL);
		xmlDoc *doc = xmlReadMemory(text, (int)strlen(text), "fo", NULL, XML_PARSE_HUGE | XML_PARSE_NONET);

		assert_non_null(doc);
		g_string_append(all, year_squeeze(year_string(xmlDocGetRootElement(doc))));
		xmlFreeDoc(doc);
		g_free(text);
	}
	g_strfreev(parts);
	kinds_said[kind_count][0] = year_print("%s", kind);
	kinds_said[kind_count][1] = year_keep(g_string_free(all, FALSE));
	return kinds_said[kind_count++][1];
}

/* A mark stands whole: its book marks and quotes may be of another level inside a title or a quotation. */
static bool says(const char *said, const char *text)
{
	const char *mark = year_squeeze(text);
	GString *plain = g_string_new(mark);
	bool found;

	if (!g_str_has_prefix(mark, "标"))
		found = strstr(said, mark) != NULL;
	else {
		g_string_truncate(plain, 0);
		g_string_append(plain, "标");
		for (const char *at = mark; *at; at = g_utf8_next_char(at)) {
			char *letter = g_utf8_substring(at, 0, 1), *quoted = g_regex_escape_string(letter, -1);

			if (at != mark)
				g_string_append(plain, strstr("“‘", letter)     ? "[“‘]"
									   : strstr("”’", letter)   ? "[”’]"
									   : strstr("《〈", letter) ? "[《〈]"
									   : strstr("》〉", letter) ? "[》〉]"
																: quoted);
			g_free(letter);
			g_free(quoted);
		}
		found = g_regex_match_simple(plain->str, said, 0, 0);
	}
	g_string_free(plain, TRUE);
	return found;
}

static int lost_of(const struct field *field)
{
	GPtrArray *nodes = year_find(NULL, field->path);
	char **kinds = g_strsplit(field->kinds, " ", -1);
	int lost = 0;

	for (char **kind = kinds; *kind; kind++)
		for (guint i = 0; i < nodes->len; i++)
			if (!says(said_by(*kind), year_string(nodes->pdata[i]))) {
				print_error("%s does not say %s: %s\n", *kind, field->path, year_string(nodes->pdata[i]));
				lost++;
			}
	g_strfreev(kinds);
	g_ptr_array_unref(nodes);
	return lost;
}

static void test_every_field_reaches_its_documents(void **state)
{
	int lost = 0;

	(void)state;
	marks = g_hash_table_new(g_str_hash, g_str_equal);
	year.source = xmlReadFile(EXAMPLE, NULL, XML_PARSE_NONET);
	assert_non_null(year.source);
	mark_all();
	assert_true(xmlSaveFile(year_print("%s/marked.xml", year.scratch), year.source) > 0);
	year_run("mkdir \"$T\"/pictures && cp docs/pictures/seal.svg \"$T\"/pictures && $GONGWEN check \"$T\"/marked.xml");
	for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++)
		lost += lost_of(&FIELDS[i]);
	assert_int_equal(lost, 0);
}

/* Each marked text and attribute is in a row above. */
static void test_every_text_has_a_row(void **state)
{
	GPtrArray *texts = year_find(NULL, TEXTS);
	GHashTable *known = g_hash_table_new(g_direct_hash, g_direct_equal);
	int without = 0;

	(void)state;
	for (size_t i = 0; i < G_N_ELEMENTS(FIELDS); i++) {
		GPtrArray *nodes = year_find(NULL, FIELDS[i].path);

		for (guint k = 0; k < nodes->len; k++)
			g_hash_table_add(known, nodes->pdata[k]);
		g_ptr_array_unref(nodes);
	}
	for (guint i = 0; i < texts->len; i++) {
		const xmlNode *node = texts->pdata[i];

		if (g_hash_table_contains(known, node) || g_hash_table_contains(known, node->parent) ||
			xmlStrEqual(node->name, (const xmlChar *)"organ"))
			continue;
		print_error("no row for %s/%s (line %ld)\n", (const char *)node->parent->name, (const char *)node->name,
					xmlGetLineNo((xmlNode *)node));
		without++;
	}
	g_hash_table_destroy(known);
	g_ptr_array_unref(texts);
	assert_int_equal(without, 0);
}

/* The example has each element and attribute that the schema declares, and nothing is wrong with it. */
static void test_example_is_complete(void **state)
{
	xmlDoc *schema = xmlReadFile("templates/scheme/year.xsd", NULL, XML_PARSE_NONET);
	GPtrArray *names;
	int missing = 0;

	(void)state;
	assert_string_equal(year_run("$GONGWEN check --strict " EXAMPLE " 2>&1"), "");
	names = year_find(xmlDocGetRootElement(schema), "//*[local-name() = 'element' or local-name() = 'attribute']/@name");
	for (guint i = 0; i < names->len; i++) {
		const char *name = year_string(names->pdata[i]);

		if (year_number(NULL, year_print("count(//%s | //@%s)", name, name)) > 0)
			continue;
		print_error("%s is not in " EXAMPLE "\n", name);
		missing++;
	}
	g_ptr_array_unref(names);
	xmlFreeDoc(schema);
	assert_int_equal(missing, 0);
}

/* The marked year becomes PDFs, and says nothing on the way. */
static void test_marked_texts_make_pages(void **state)
{
	(void)state;
	assert_string_equal(year_run("$GONGWEN build \"$T\"/marked.xml -o \"$T\"/out -q 2>&1"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_field_reaches_its_documents),
		cmocka_unit_test(test_every_text_has_a_row),
		cmocka_unit_test(test_example_is_complete),
		cmocka_unit_test(test_marked_texts_make_pages),
	};

	return cmocka_run_group_tests(tests, year_open_scratch, year_close);
}
