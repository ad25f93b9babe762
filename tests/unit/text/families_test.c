/* Text in SVG is set by librsvg with the process's fontconfig: names stand for what fonts.xml says there, too (src/text/engine.c). */
#include <fontconfig/fontconfig.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "text/text.h"

static void assert_stands_for(const char *family, int weight, const char *expected)
{
	FcPattern *asked = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight, NULL);
	FcResult result;
	FcChar8 *found = NULL;
	FcConfigSubstitute(NULL, asked, FcMatchPattern);
	FcDefaultSubstitute(asked);
	FcPattern *match = FcFontMatch(NULL, asked, &result);
	assert_non_null(match);
	assert_int_equal(FcPatternGetString(match, FC_FAMILY, 0, &found), FcResultMatch);
	assert_string_equal((const char *)found, expected);
	FcPatternDestroy(match);
	FcPatternDestroy(asked);
}

static void test_families(void **state)
{
	const struct text_options options = {.config = "fonts/fonts.xml"};
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct text_engine *engine = text_open(&options, sink);

	(void)state;
	assert_non_null(engine);
	assert_stands_for("Helvetica", FC_WEIGHT_REGULAR, "GwSans");
	assert_stands_for("Arial", FC_WEIGHT_BOLD, "GwSans");
	assert_stands_for("sans-serif", FC_WEIGHT_REGULAR, "GwSans");
	assert_stands_for("Times New Roman", FC_WEIGHT_REGULAR, "GwRoman");
	assert_stands_for("monospace", FC_WEIGHT_BOLD, "GwMono");
	assert_stands_for("仿宋", FC_WEIGHT_REGULAR, "GwFangSong");
	assert_stands_for("SimHei", FC_WEIGHT_BOLD, "GwHei");
	assert_stands_for("a family that nobody has", FC_WEIGHT_BOLD, "GwRoman");
	text_close(engine);
	diag_close(sink);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_families)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
