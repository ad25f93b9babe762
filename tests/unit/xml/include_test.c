/* XInclude through the gate: what is taken in, whose place it keeps, and what is refused: src/xml/include.c. */
#include "unit/xml/loading.h"

#define XI " xmlns:i='http://www.w3.org/2001/XInclude'"

/* Loads year.xml of the folder, which holds `text`. */
static xmlDoc *load_year(struct folder *folder, const char *text)
{
	char *path = folder_text(folder, "year.xml", text);
	struct gate *gate = gate_open(path, NULL);
	xmlDoc *doc = xml_load(path, gate, folder->arena, folder->sink);
	gate_close(gate);
	return doc;
}

/* The document's elements and texts without declaration, line ends and namespaces of XInclude. */
static const char *flat(struct folder *folder, const xmlDoc *doc)
{
	xmlBuffer *buffer = xmlBufferCreate();
	xmlNodeDump(buffer, (xmlDoc *)(uintptr_t)doc, xmlDocGetRootElement((xmlDoc *)(uintptr_t)doc), 0, 0);
	GString *text = g_string_new((const char *)xmlBufferContent(buffer));
	g_string_replace(text, " xmlns:i=\"http://www.w3.org/2001/XInclude\"", "", 0);
	char *copy = arena_string(folder->arena, text->str);
	g_string_free(text, TRUE);
	xmlBufferFree(buffer);
	return copy;
}

static void assert_loads(struct folder *folder, const char *text, const char *expected)
{
	xmlDoc *doc = load_year(folder, text);
	assert_silent(folder->sink);
	assert_non_null(doc);
	assert_string_equal(flat(folder, doc), expected);
	xmlFreeDoc(doc);
}

/* Refused with one message, at a place of `file`. */
static void assert_refused(struct folder *folder, const char *text, const char *code, const char *file, int line, int col)
{
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_ENGLISH);
	xmlDoc *doc = load_year(folder, text);
	if (doc)
		print_error("%s\n", text);
	assert_null(doc);
	assert_said(folder->sink, code, folder_path(folder, file), line, col);
}

/* ---- what is included ---- */

static void test_document(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<?xml version='1.0'?>\n<!-- x -->\n<a b='1'>文字<c/></a>\n");
	assert_loads(folder, "<y" XI ">x<i:include href='a.xml'/>y<i:include href='a.xml' parse='xml'/></y>",
				 "<y>x<a b=\"1\">文字<c/></a>y<a b=\"1\">文字<c/></a></y>");
}

static void test_nested(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "sub/a.xml", "<a" XI "><i:include href='b.xml'/></a>");
	folder_text(folder, "sub/b.xml", "<b" XI "><d><i:include href='../c.xml'/></d></b>");
	folder_text(folder, "c.xml", "<c/>");
	assert_loads(folder, "<y" XI "><i:include href='sub/a.xml'/></y>", "<y><a><b><d><c/></d></b></a></y>");
}

static void test_other_encoding(void **state)
{
	struct folder *folder = *state;
	gsize size;
	char *bytes = g_convert("<?xml version='1.0' encoding='GB18030'?><a>目标</a>", -1, "GB18030", "UTF-8", NULL, &size, NULL);
	folder_put(folder, "a.xml", bytes, size);
	g_free(bytes);
	assert_loads(folder, "<y" XI "><i:include href='a.xml'/></y>", "<y><a>目标</a></y>");
}

static void test_text(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.txt", "<a>&amp;年</a>");
	folder_text(folder, "empty.txt", "");
	assert_loads(folder, "<y" XI ">x<i:include href='a.txt' parse='text'/>y<i:include href='empty.txt' parse='text'/></y>",
				 "<y>x&lt;a&gt;&amp;amp;年&lt;/a&gt;y</y>");
}

static void test_names_with_escapes(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "部门 一.xml", "<a/>");
	assert_loads(folder, "<y" XI "><i:include href='部门%20一.xml'/><i:include href='部门 一.xml'/></y>", "<y><a/><a/></y>");
}

/* Nodes keep the place in their own file. */
static void test_places(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "sub/a.xml", "<!-- -->\n <a>\n  <b c='1'/></a>");
	xmlDoc *doc = load_year(folder, "<y" XI ">\n<i:include href='sub/a.xml'/><z/></y>");
	assert_silent(folder->sink);
	xmlNode *a = xmlFirstElementChild(xmlDocGetRootElement(doc)), *b = xmlFirstElementChild(a);
	const struct {
		const xmlNode *node;
		const char *file;
		int line, col;
	} expected[] = {{a, "sub/a.xml", 2, 2},
					{b, "sub/a.xml", 3, 3},
					{(xmlNode *)b->properties, "sub/a.xml", 3, 6},
					{xmlNextElementSibling(a), "year.xml", 2, 30}};
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		struct place place = xml_place(expected[i].node);
		assert_string_equal(place.file, folder_path(folder, expected[i].file));
		assert_int_equal(place.line, expected[i].line);
		assert_int_equal(place.col, expected[i].col);
	}
	xmlFreeDoc(doc);
}

/* The same file twice is no loop. */
static void test_twice_is_no_loop(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a" XI "><i:include href='b.xml'/><i:include href='b.xml'/></a>");
	folder_text(folder, "b.xml", "<b/>");
	assert_loads(folder, "<y" XI "><i:include href='a.xml'/><i:include href='a.xml'/></y>",
				 "<y><a><b/><b/></a><a><b/><b/></a></y>");
}

static void test_without_gate(void **state)
{
	struct folder *folder = *state;
	const char *text = "<y" XI "><i:include href='a.xml'/></y>";
	xmlDoc *doc = xml_load_memory(text, strlen(text), "y.xml", NULL, folder->arena, folder->sink);
	assert_silent(folder->sink);
	assert_string_equal(xmlDocGetRootElement(doc)->children->name, "include");
	xmlFreeDoc(doc);
}

static void test_from_memory(void **state)
{
	struct folder *folder = *state;
	const char *text = "<y" XI "><i:include href='a.xml'/></y>", *name = folder_path(folder, "not-there.xml");
	struct gate *gate = gate_open(name, NULL);
	folder_text(folder, "a.xml", "<a/>");
	xmlDoc *doc = xml_load_memory(text, strlen(text), name, gate, folder->arena, folder->sink);
	gate_close(gate);
	assert_silent(folder->sink);
	assert_string_equal(flat(folder, doc), "<y><a/></y>");
	xmlFreeDoc(doc);
}

/* ---- fallback ---- */

static void test_fallback(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a/>");
	assert_loads(folder, "<y" XI "><i:include href='none.xml'><i:fallback>x<z/>y</i:fallback></i:include></y>", "<y>x<z/>y</y>");
	assert_loads(folder, "<y" XI "><i:include href='none.xml'><i:fallback/></i:include></y>", "<y/>");
	assert_loads(folder, "<y" XI "><i:include href='a.xml'><i:fallback><z/></i:fallback></i:include></y>", "<y><a/></y>");
}

/* What stands in a fallback that is used is expanded too; in one that is not, nothing is. */
static void test_fallback_is_expanded(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a/>");
	assert_loads(folder,
				 "<y" XI "><i:include href='none.xml'><i:fallback><i:include href='a.xml'/><z><i:include href='a.xml'/></z>"
				 "</i:fallback></i:include></y>",
				 "<y><a/><z><a/></z></y>");
	assert_loads(folder, "<y" XI "><i:include href='a.xml'><i:fallback><i:include href='none.xml'/></i:fallback></i:include></y>",
				 "<y><a/></y>");
	assert_refused(folder,
				   "<y" XI "><i:include href='1.xml'><i:fallback>\n<i:include href='2.xml'/></i:fallback></i:include></y>",
				   "G107", "year.xml", 2, 1);
}

/* A fallback stands for a file that cannot be had, not for one that is wrong. */
static void test_fallback_hides_no_error(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "bad.xml", "<a>\n&x;</a>");
	assert_refused(folder, "<y" XI "><i:include href='bad.xml'><i:fallback><z/></i:fallback></i:include></y>", "G101", "bad.xml",
				   2, 4);
}

/* ---- what is refused ---- */

static void test_loops(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a" XI ">\n<i:include href='b.xml'/></a>");
	folder_text(folder, "b.xml", "<b" XI ">\n\n <i:include href='a.xml'/></b>");
	folder_text(folder, "c.xml", "<c" XI "><i:include href='year.xml'/></c>");
	assert_refused(folder, "<y" XI "><i:include href='year.xml'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml'/></y>", "G105", "b.xml", 3, 2);
	assert_refused(folder, "<y" XI "><i:include href='c.xml'/></y>", "G105", "c.xml", 1, 46);
}

/* Other spellings of a name, and links, end too. */
static void test_hidden_loops(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a" XI "><i:include href='./a.xml'/></a>");
	folder_text(folder, "b.xml", "<a" XI "><i:include href='%62.xml'/></a>");
	folder_text(folder, "c.xml", "<a" XI "><i:include href='link.xml'/></a>");
	assert_int_equal(symlink("c.xml", folder_path(folder, "link.xml")), 0);
	for (const char *name = "abc"; *name; name++) {
		diag_close(folder->sink);
		folder->sink = diag_open(DIAG_ENGLISH);
		assert_null(load_year(folder, arena_printf(folder->arena, "<y" XI "><i:include href='%c.xml'/></y>", *name)));
		assert_int_equal(diag_size(folder->sink), 1);
		assert_string_equal(diag_get(folder->sink, 0)->code, "G105");
	}
}

static void test_depth(void **state)
{
	struct folder *folder = *state;
	for (int i = 1; i < 40; i++)
		folder_text(folder, arena_printf(folder->arena, "%d.xml", i),
					arena_printf(folder->arena, "<a" XI "><i:include href='%d.xml'/></a>", i + 1));
	folder_text(folder, "40.xml", "<a/>");
	assert_null(load_year(folder, "<y" XI "><i:include href='1.xml'/></y>"));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G105");
	diag_close(folder->sink);
	folder->sink = diag_open(DIAG_ENGLISH);
	xmlDoc *doc = load_year(folder, "<y" XI "><i:include href='30.xml'/></y>");
	assert_silent(folder->sink);
	xmlFreeDoc(doc);
}

/* Small files that include each other's next ten times would make 10^8 elements. */
static void test_explosion(void **state)
{
	struct folder *folder = *state;
	for (int level = 1; level <= 8; level++) {
		GString *text = g_string_new("<a" XI ">");
		for (int i = 0; i < 10; i++)
			g_string_append_printf(text, "<i:include href='%d.xml'/>", level + 1);
		g_string_append(text, "</a>");
		folder_text(folder, arena_printf(folder->arena, "%d.xml", level), text->str);
		g_string_free(text, TRUE);
	}
	folder_text(folder, "9.xml", "<a/>");
	assert_null(load_year(folder, "<y" XI "><i:include href='1.xml'/></y>"));
	assert_int_equal(diag_size(folder->sink), 1);
	assert_string_equal(diag_get(folder->sink, 0)->code, "G104");
}

/* A year may be made of more files than may be included again and again. */
static void test_many_files(void **state)
{
	struct folder *folder = *state;
	enum { FILES = 10001 };
	GString *text = g_string_new("<y" XI ">");
	for (int i = 0; i < FILES; i++) {
		folder_text(folder, arena_printf(folder->arena, "%d.xml", i), "<a/>");
		g_string_append_printf(text, "<i:include href='%d.xml'/>", i);
	}
	g_string_append(text, "</y>");
	xmlDoc *doc = load_year(folder, text->str);
	assert_silent(folder->sink);
	assert_int_equal(xmlChildElementCount(xmlDocGetRootElement(doc)), FILES);
	xmlFreeDoc(doc);
	g_string_free(text, TRUE);
}

/* Of one file of 32 MB: three times, of which the first is no repetition, but not four times. */
static void test_large_again(void **state)
{
	struct folder *folder = *state;
	enum { SIZE = 32 << 20 };
	char *path = folder_text(folder, "blank.xml", "<a/>");
	char *text = g_malloc(SIZE);
	memset(text, '\n', SIZE);
	memcpy(text, "<a/>", 4);
	assert_true(g_file_set_contents(path, text, SIZE, NULL));
	g_free(text);
#define AGAIN "<i:include href='blank.xml'/>"
	assert_loads(folder, "<y" XI ">" AGAIN AGAIN AGAIN "</y>", "<y><a/><a/><a/></y>");
	assert_refused(folder, "<y" XI ">" AGAIN AGAIN AGAIN "\n" AGAIN "</y>", "G104", "year.xml", 2, 1);
}

static void test_outside(void **state)
{
	struct folder *folder = *state;
	assert_refused(folder, "<y" XI ">\n <i:include href='../x.xml'/></y>", "G106", "year.xml", 2, 2);
	assert_refused(folder, "<y" XI ">\n <i:include href='/etc/passwd' parse='text'/></y>", "G106", "year.xml", 2, 2);
	assert_refused(folder, "<y" XI ">\n <i:include href='http://127.0.0.1/a.xml'/></y>", "G106", "year.xml", 2, 2);
	assert_refused(folder, "<y" XI ">\n <i:include href='file:///etc/passwd' parse='text'/></y>", "G106", "year.xml", 2, 2);
	assert_int_equal(symlink("/etc/passwd", folder_path(folder, "link")), 0);
	assert_refused(folder, "<y" XI ">\n <i:include href='link' parse='text'/></y>", "G106", "year.xml", 2, 2);
}

static void test_missing(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a" XI ">\n  <i:include href='none.xml'/></a>");
	assert_refused(folder, "<y" XI ">\n <i:include href='none.xml'/></y>", "G107", "year.xml", 2, 2);
	assert_refused(folder, "<y" XI ">\n <i:include href='a.xml'/></y>", "G107", "a.xml", 2, 3);
	assert_refused(folder, "<y" XI ">\n <i:include href=''/></y>", "G105", "year.xml", 2, 2);
	assert_refused(folder, "<y" XI ">\n <i:include/></y>", "G105", "year.xml", 2, 2);
}

static void test_wrong_files(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "bad.xml", "<a>\n &x;</a>");
	folder_text(folder, "doctype.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM '/etc/passwd'>]><a>&e;</a>");
	folder_text(folder, "gbk.txt", "ab\xC4\xEA");
	assert_refused(folder, "<y" XI "><i:include href='bad.xml'/></y>", "G101", "bad.xml", 2, 5);
	assert_null(load_year(folder, "<y" XI "><i:include href='doctype.xml'/></y>"));
	assert_string_equal(diag_get(folder->sink, 1)->code, "G103");
	assert_refused(folder, "<y" XI "><i:include href='gbk.txt' parse='text'/></y>", "G102", "gbk.txt", 1, 3);
}

static void test_too_large(void **state)
{
	struct folder *folder = *state;
	char *path = folder_text(folder, "large.xml", "<a/>");
	assert_int_equal(truncate(path, 64 * 1024 * 1024 + 1), 0);
	assert_refused(folder, "<y" XI "><i:include href='large.xml'/></y>", "G003", "large.xml", 0, 0);
}

/* Refused by name, so that nobody thinks it works. */
static void test_unsupported(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<a xml:id='x'><b/></a>");
	assert_refused(folder, "<y" XI "><i:include href='a.xml' xpointer='x'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml#x'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml' parse='html'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml' accept='text/xml'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml' accept-language='zh'/></y>", "G105", "year.xml", 1, 46);
	assert_refused(folder, "<y" XI "><i:include href='a.xml' parse='text' encoding='GBK'/></y>", "G105", "year.xml", 1, 46);
}

static void test_roots(void **state)
{
	struct folder *folder = *state;
	folder_text(folder, "a.xml", "<i:include" XI " href='b.xml'/>");
	folder_text(folder, "b.xml", "<b/>");
	assert_refused(folder, "<y" XI "><i:include href='a.xml'/></y>", "G105", "a.xml", 1, 1);
	assert_refused(folder, "<i:include" XI " href='b.xml'/>", "G105", "year.xml", 1, 1);
}

/* Each wrong include is told, not only the first. */
static void test_every_error(void **state)
{
	struct folder *folder = *state;
	assert_null(load_year(folder, "<y" XI ">\n<i:include href='1.xml'/>\n<i:include href='2.xml'/>\n<i:include/></y>"));
	assert_int_equal(diag_size(folder->sink), 3);
	for (unsigned i = 0; i < 3; i++)
		assert_int_equal(diag_get(folder->sink, i)->place.line, 2 + (int)i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_document),
		TEST(test_nested),
		TEST(test_other_encoding),
		TEST(test_text),
		TEST(test_names_with_escapes),
		TEST(test_places),
		TEST(test_twice_is_no_loop),
		TEST(test_without_gate),
		TEST(test_from_memory),
		TEST(test_fallback),
		TEST(test_fallback_is_expanded),
		TEST(test_fallback_hides_no_error),
		TEST(test_loops),
		TEST(test_hidden_loops),
		TEST(test_depth),
		TEST(test_explosion),
		TEST(test_many_files),
		TEST(test_large_again),
		TEST(test_outside),
		TEST(test_missing),
		TEST(test_wrong_files),
		TEST(test_too_large),
		TEST(test_unsupported),
		TEST(test_roots),
		TEST(test_every_error),
	};
	return cmocka_run_group_tests(tests, loading_open, NULL);
}
