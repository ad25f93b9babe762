/* What XSL does not let stand where it is, and is set all the same (G312), and names that stand twice: src/fo/where.c, src/fo/check.c. */
#include "support/fo_sample.h"

static const char *said_of(const char *content)
{
	sample_flow(content);
	return sample_said();
}

#define assert_said(content, expected) assert_string_equal(said_of(content), expected)

static const char *said_of_sequence(const char *content)
{
	char *text = g_strdup_printf("%s%s\n<fo:page-sequence master-reference='m'>%s</fo:page-sequence></fo:root>", SAMPLE_ROOT,
								 SAMPLE_MASTERS, content);
	sample_read(text);
	g_free(text);
	return sample_said();
}

#define BLOCK         "<fo:block>字</fo:block>"
#define CELL          "<fo:table-cell>" BLOCK "</fo:table-cell>"
#define ROW           "<fo:table-row>" CELL "</fo:table-row>"
#define BODY          "<fo:table-body>" ROW "</fo:table-body>"
#define FLOW          "<fo:flow flow-name='f'>" BLOCK "</fo:flow>"
#define MARKER        "<fo:marker marker-class-name='c'>字</fo:marker>"
#define NOTE(content) "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>" content "</fo:footnote-body></fo:footnote>"

/* The content models of chapter 6. */
static void test_order(void **state)
{
	(void)state;
	assert_said("<fo:table>" BODY "\n<fo:table-header>" ROW "</fo:table-header></fo:table>", "G312:3");
	assert_said("<fo:table>" BODY "\n<fo:table-footer>" ROW "</fo:table-footer></fo:table>", "G312:3");
	assert_said("<fo:table>" BODY "\n<fo:table-column/></fo:table>", "G312:3");
	assert_said("<fo:table><fo:table-footer>" ROW "</fo:table-footer>\n<fo:table-header>" ROW "</fo:table-header>" BODY
				"</fo:table>",
				"G312:3");
	assert_said("<fo:table><fo:table-body>" ROW "\n" CELL "</fo:table-body></fo:table>", "G312:3");
	assert_said("<fo:table><fo:table-column/><fo:table-header>" ROW "</fo:table-header><fo:table-footer>" ROW
				"</fo:table-footer>" BODY "\n" BODY "</fo:table>",
				"");
	assert_said("<fo:list-block><fo:list-item><fo:list-item-body>" BLOCK "</fo:list-item-body>\n<fo:list-item-label>" BLOCK
				"</fo:list-item-label></fo:list-item></fo:list-block>",
				"G312:3");
	assert_said("<fo:block>" NOTE(BLOCK) "</fo:block>", "");
	assert_said("<fo:block>" BLOCK "\n<fo:inline>字</fo:inline></fo:block>", ""); /* no order in these */
	assert_string_equal(said_of_sequence(FLOW "\n<fo:static-content flow-name='s'>" BLOCK "</fo:static-content>"), "G312:3");
	sample_read(SAMPLE_ROOT
				"<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-before extent='9pt'/>\n"
				"<fo:region-body/></fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='m'>" FLOW
				"</fo:page-sequence></fo:root>");
	assert_string_equal(sample_said(), "G312:2");
}

/* 6.13.5: below a flow, before all else in its parent, none by the same name; not in another, a note, a float or a leader. */
static void test_markers(void **state)
{
	(void)state;
	assert_said("<fo:block>\n " MARKER "<fo:marker marker-class-name='d'/>字</fo:block>" BLOCK, "");
	assert_said("<fo:block>字\n" MARKER "</fo:block>", "G312:3");
	assert_said("<fo:table><fo:table-body><fo:table-row>\n" MARKER CELL "</fo:table-row></fo:table-body></fo:table>", "G312:3");
	assert_said("<fo:block><fo:inline>字</fo:inline>\n" MARKER "</fo:block>", "G312:3");
	assert_said("<fo:block>" MARKER "\n" MARKER "字</fo:block>", "G312:3");
	assert_said("<fo:block><fo:marker marker-class-name='d'><fo:block>\n" MARKER "</fo:block></fo:marker>字</fo:block>",
				"G312:3");
	assert_said("<fo:block>字" NOTE("<fo:block>\n" MARKER "</fo:block>") "</fo:block>", "G312:3");
	assert_said("<fo:float float='before'><fo:block>\n" MARKER "</fo:block></fo:float>", "G312:3");
	assert_said("<fo:block><fo:leader leader-pattern='use-content'>\n" MARKER "</fo:leader></fo:block>", "G312:3");
	assert_string_equal(
		said_of_sequence("<fo:static-content flow-name='s'><fo:block>\n" MARKER "</fo:block></fo:static-content>" FLOW),
		"G312:3");
}

/* 6.13.6: only in static content, so never in a marker. */
static void test_retrieving(void **state)
{
	(void)state;
	assert_said("<fo:block>\n<fo:retrieve-marker retrieve-class-name='c'/></fo:block>", "G312:3");
	assert_said(
		"<fo:block><fo:marker marker-class-name='c'>\n<fo:retrieve-marker retrieve-class-name='c'/></fo:marker></fo:block>",
		"G312:3");
	assert_string_equal(
		said_of_sequence("<fo:static-content flow-name='s'><fo:block><fo:retrieve-marker retrieve-class-name='c'/>"
						 "</fo:block></fo:static-content>" FLOW),
		"");
}

/* 6.12.3, 6.6.9. */
static void test_notes_and_leaders(void **state)
{
	(void)state;
	assert_said("<fo:block><fo:marker marker-class-name='c'>\n" NOTE(BLOCK) "</fo:marker></fo:block>", "G312:3");
	assert_said("<fo:block-container absolute-position='absolute'><fo:block>\n" NOTE(BLOCK) "</fo:block></fo:block-container>",
				"G312:3");
	assert_said("<fo:block-container><fo:block>\n" NOTE(BLOCK) "</fo:block></fo:block-container>", "");
	assert_string_equal(
		said_of_sequence("<fo:static-content flow-name='s'><fo:block>\n" NOTE(BLOCK) "</fo:block></fo:static-content>" FLOW),
		"G312:3");
	assert_said("<fo:block><fo:leader leader-pattern='use-content'>\n<fo:leader/></fo:leader></fo:block>", "G312:3");
	assert_said("<fo:block><fo:leader leader-pattern='use-content'>\n<fo:inline-container>" BLOCK
				"</fo:inline-container></fo:leader></fo:block>",
				"G312:3");
}

/* 6.4.5, 7.27.17: the second would be lost. */
static void test_names_stand_once(void **state)
{
	(void)state;
	assert_string_equal(said_of_sequence("<fo:static-content flow-name='s'>" BLOCK
										 "</fo:static-content>\n<fo:static-content flow-name='s'>" BLOCK
										 "</fo:static-content>" FLOW),
						"G307:3");
	assert_string_equal(said_of_sequence("<fo:static-content flow-name='s'>" BLOCK "</fo:static-content>" FLOW), "");
	sample_read(SAMPLE_ROOT "<fo:layout-master-set><fo:simple-page-master master-name='m'><fo:region-body region-name='a'/>\n"
							"<fo:region-before extent='9pt' region-name='a'/></fo:simple-page-master></fo:layout-master-set>"
							"<fo:page-sequence master-reference='m'>" FLOW "</fo:page-sequence></fo:root>");
	assert_string_equal(sample_said(), "G307:2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_markers),
		cmocka_unit_test(test_retrieving),
		cmocka_unit_test(test_notes_and_leaders),
		cmocka_unit_test(test_names_stand_once),
	};
	return sample_run(tests);
}
