/* White space of text, XSL 4.7.2 and 7.17.1–7.17.3, and line feeds in Chinese text: src/fo/whitespace.c. */
#include "support/fo_sample.h"

/* All text below the node; objects without text as "@". */
static void collect(const struct fo_node *node, GString *text)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_TEXT)
			g_string_append_len(text, child->text, (gssize)child->text_size);
		else if (child->kind == FO_PAGE_NUMBER || child->kind == FO_LEADER)
			g_string_append_c(text, '@');
		else
			collect(child, text);
	}
}

/* Of a block with this content and these attributes. */
static const char *text_of(const char *attributes, const char *content)
{
	char *flow = g_strdup_printf("<fo:block id='b' %s>%s</fo:block>", attributes, content);
	GString *text = g_string_new("");
	sample_flow(flow);
	collect(sample_node("b"), text);
	const char *kept = arena_string(sample.arena, text->str);
	g_string_free(text, TRUE);
	g_free(flow);
	return kept;
}

#define assert_text(attributes, content, expected) assert_string_equal(text_of(attributes, content), expected)

static void test_by_default_runs_become_one_space(void **state)
{
	(void)state;
	assert_text("", "a  b\t\tc", "a b c");
	assert_text("", "a \n \t b", "a b");
	assert_text("", "  a b  ", "a b");
	assert_text("", "\n\t\n", "");
	assert_text("", "a&#xD;b", "a b");
}

static void test_other_spaces_are_characters(void **state)
{
	(void)state;
	assert_text("", "\xC2\xA0 a\xC2\xA0", "\xC2\xA0 a\xC2\xA0");                 /* U+00A0 */
	assert_text("", "\xE3\x80\x80\xE3\x80\x80字", "\xE3\x80\x80\xE3\x80\x80字"); /* U+3000 */
}

static void test_runs_go_on_across_inlines(void **state)
{
	(void)state;
	assert_text("", "a<fo:inline> </fo:inline>b", "a b");
	assert_text("", "<fo:inline> a</fo:inline>", "a");
	assert_text("", "a <fo:inline> </fo:inline> <fo:block/>", "a");
	/* 7.17.3: one space follows another "immediately" when they are siblings (4.2.4), not in an inline and around it */
	assert_text("", "a <fo:inline> b</fo:inline>", "a  b");
	assert_text("", "<fo:inline> a </fo:inline> <fo:inline> b </fo:inline>", "a   b");
	assert_text("", "a <fo:wrapper/> b", "a  b");
	assert_text("", "a <!-- c --> b", "a b");
	assert_text("", "a &#x2028; b&#x2029;c", "a\nb\nc"); /* whatever linefeed-treatment says */
	assert_text("", "a <fo:character character=' '/> b", "a b");
	assert_text("", "<fo:inline> <fo:marker marker-class-name='m'>x</fo:marker> a</fo:inline>", "xa");
	assert_text("", "b<fo:inline> <fo:marker marker-class-name='m'>x</fo:marker> a</fo:inline>", "b xa");
	/* in Chinese text they are one, of where it stood first */
	sample_flow("<fo:block xml:lang='zh'>a <fo:inline id='i'> b</fo:inline></fo:block>");
	assert_string_equal(sample_node("i")->first_child->text, "b");
	sample_flow("<fo:block xml:lang='zh'>a <fo:inline id='i' xml:lang='en'> b</fo:inline></fo:block>");
	assert_string_equal(sample_node("i")->first_child->text, "b");
}

static void test_objects_stand_like_characters(void **state)
{
	(void)state;
	assert_text("", " <fo:page-number/> a", "@ a");
	assert_text("", "a <fo:leader/> b", "a @ b");
	assert_text("", "a <fo:page-number/> ", "a @");
}

static void test_blocks_part_the_text(void **state)
{
	(void)state;
	assert_text("", " a <fo:block> b </fo:block> c ", "abc");
	assert_text("", "<fo:inline> a <fo:block> b </fo:block> c </fo:inline>", "abc");
}

static void test_footnotes(void **state)
{
	(void)state;
	assert_text(
		"", "a<fo:footnote><fo:inline>①</fo:inline><fo:footnote-body><fo:block> n </fo:block></fo:footnote-body></fo:footnote> b",
		"a①n b");
}

/* 7.17.1 */
static void test_linefeed_treatment(void **state)
{
	(void)state;
	assert_text("linefeed-treatment='treat-as-space'", "a\nb", "a b");
	assert_text("linefeed-treatment='ignore'", "a\nb", "ab");
	assert_text("linefeed-treatment='treat-as-zero-width-space'", "a\nb",
				"a\xE2\x80\x8B"
				"b");
	assert_text("linefeed-treatment='preserve'", "a\nb\n\nc", "a\nb\n\nc");
}

/* 7.17.2: white space beside a line feed that is kept goes as well. */
static void test_collapsing_beside_kept_linefeeds(void **state)
{
	(void)state;
	assert_text("linefeed-treatment='preserve'", "  a  b \n  c ", "a b\nc");
	assert_text("linefeed-treatment='preserve' white-space-treatment='preserve'", " a \n b ", " a\nb ");
}

static void test_without_collapsing(void **state)
{
	(void)state;
	assert_text("white-space-collapse='false'", "a  b \t c", "a  b   c");
	assert_text("white-space-collapse='false'", "a\n  b", "a   b");
}

/* 7.17.3, at the edges that are known before lines are broken. */
static void test_white_space_treatment(void **state)
{
	(void)state;
	assert_text("white-space-collapse='false'", "  a  b  ", "a  b"); /* initially ignore-if-surrounding-linefeed */
	assert_text("white-space-collapse='false' white-space-treatment='ignore-if-after-linefeed'", "  a  b  ", "a  b  ");
	assert_text("white-space-collapse='false' white-space-treatment='ignore-if-before-linefeed'", "  a  b  ", "  a  b");
	assert_text("white-space-collapse='false' white-space-treatment='preserve'", "  a  b  ", "  a  b  ");
	assert_text("white-space-treatment='preserve'", "  a  b  ", " a b ");
	assert_text("white-space-treatment='ignore'", " a  b ", "ab");
	assert_text("white-space-treatment='ignore'", "a\nb", "ab"); /* the line feed became a space first */
}

static void test_white_space_treatment_at_kept_linefeeds(void **state)
{
	const char *content = "  a  \n  b  ";
	(void)state;
	assert_text("white-space-collapse='false' linefeed-treatment='preserve'", content, "a\nb");
	assert_text("white-space-collapse='false' linefeed-treatment='preserve' white-space-treatment='ignore-if-after-linefeed'",
				content, "a  \nb  ");
	assert_text("white-space-collapse='false' linefeed-treatment='preserve' white-space-treatment='ignore-if-before-linefeed'",
				content, "  a\n  b");
	assert_text("linefeed-treatment='preserve' white-space-treatment='ignore'", content, "a\nb");
	assert_text("white-space='pre'", content, content);
	assert_text("white-space='nowrap'", content, "a b");
}

static void test_each_part_by_its_own_properties(void **state)
{
	(void)state;
	assert_text("", "a  b <fo:inline white-space='pre'>  c\n  d</fo:inline>  e", "a b   c\n  d e");
}

/* Z-33: a line feed between two Han or full-width characters of Chinese text is nothing. */
static void test_linefeeds_in_chinese_text(void **state)
{
	(void)state;
	assert_text("xml:lang='zh-CN'", "潍坊\n市", "潍坊市");
	assert_text("xml:lang='zh'", "潍坊 \n\t 市", "潍坊市");
	assert_text("language='zho'", "第一，\n第二", "第一，第二");
	assert_text("xml:lang='zh'", "潍坊<fo:inline>\n市</fo:inline>", "潍坊市");
	assert_text("xml:lang='zh'", "潍坊 市", "潍坊 市"); /* a space is the author's */
	assert_text("xml:lang='zh'", "潍坊\nABC\n市", "潍坊 ABC 市");
	assert_text("xml:lang='zh'", "潍坊\n<fo:page-number/>", "潍坊 @");
	assert_text("xml:lang='ja'", "潍坊\n市", "潍坊 市");
	assert_text("", "潍坊\n市", "潍坊 市");
	assert_text("gw:segment-break-transform='remove'", "潍坊\n市", "潍坊市");
	assert_text("xml:lang='zh' gw:segment-break-transform='space'", "潍坊\n市", "潍坊 市");
}

static void test_titles_and_bookmarks(void **state)
{
	(void)state;
	sample_read(SAMPLE_ROOT SAMPLE_MASTERS
				"<fo:bookmark-tree><fo:bookmark internal-destination='z'>"
				"<fo:bookmark-title id='k'> 一 \n 二 </fo:bookmark-title></fo:bookmark></fo:bookmark-tree>"
				"<fo:page-sequence master-reference='m'><fo:title id='t'> a <fo:inline/> b </fo:title>"
				"<fo:flow flow-name='f'><fo:block id='z'/></fo:flow></fo:page-sequence></fo:root>");
	assert_string_equal(sample_said(), "");
	assert_string_equal(sample_node("k")->first_child->text, "一 二");
	assert_string_equal(sample_node("t")->first_child->text, "a ");
}

static void test_sizes_follow_the_text(void **state)
{
	(void)state;
	sample_flow("<fo:block id='b'>  甲   乙  </fo:block>");
	assert_int_equal(sample_node("b")->first_child->text_size, strlen("甲 乙"));
	assert_string_equal(sample_node("b")->first_child->text, "甲 乙");
}

/* A paragraph is limited, whatever its inlines; two are not. */
static void test_long_paragraphs(void **state)
{
	(void)state;
	char *text = g_strnfill(3 << 20, 'a'), *one = g_strdup_printf("%s<fo:inline>%s</fo:inline>", text, text);
	char *two = g_strdup_printf("<fo:block>%s</fo:block>\n<fo:block>%s</fo:block>", one, one);
	char *long_one = g_strdup_printf("<fo:block>%s\n<fo:inline>%s</fo:inline></fo:block>", one, text);
	sample_flow(two);
	assert_string_equal(sample_said(), "");
	sample_flow(long_one);
	assert_string_equal(sample_said(), "G104:3");
	g_free(text);
	g_free(one);
	g_free(two);
	g_free(long_one);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_default_runs_become_one_space),
		cmocka_unit_test(test_other_spaces_are_characters),
		cmocka_unit_test(test_runs_go_on_across_inlines),
		cmocka_unit_test(test_objects_stand_like_characters),
		cmocka_unit_test(test_blocks_part_the_text),
		cmocka_unit_test(test_footnotes),
		cmocka_unit_test(test_linefeed_treatment),
		cmocka_unit_test(test_collapsing_beside_kept_linefeeds),
		cmocka_unit_test(test_without_collapsing),
		cmocka_unit_test(test_white_space_treatment),
		cmocka_unit_test(test_white_space_treatment_at_kept_linefeeds),
		cmocka_unit_test(test_each_part_by_its_own_properties),
		cmocka_unit_test(test_linefeeds_in_chinese_text),
		cmocka_unit_test(test_titles_and_bookmarks),
		cmocka_unit_test(test_sizes_follow_the_text),
		cmocka_unit_test(test_long_paragraphs),
	};
	return sample_run(tests);
}
