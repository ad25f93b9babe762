/* Warming up changes nothing: documents get the same text, and what is wrong with a font file is said by the document that wants it. */
#include <glib/gstdio.h>

#include "support/type_sample.h"

#define BODY_SIZE (16 * LEN_PT) /* as warming up has it */

static const struct text_shaped *shape(struct text_engine *engine, const char *family, struct arena *arena,
									   struct diag_sink *sink)
{
	const struct text_style style = {
		.font = text_font_find(engine, &family, 1, BODY_SIZE, 0, (struct place){0}, sink), .language = "zh", .wrap = true};
	const char *text = "关于2005年度“行政执法”的通知";
	const struct text_span span = {.text = text, .size = strlen(text), .style = &style};
	assert_non_null(style.font);
	return text_shape(engine, &span, 1, arena, sink);
}

static void same_text(void **state)
{
	(void)state;
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct arena *arena = arena_open();
	const struct text_options options = {.config = "fonts/fonts.xml"};
	struct text_engine *warm = text_open(&options, sink);
	text_warm_up(warm, sink);
	static const char *const families[] = {"仿宋", "黑体", "楷体", "小标宋", "宋体", "Helvetica"};
	for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
		const struct text_shaped *a = shape(type.engine, families[i], arena, sink), *b = shape(warm, families[i], arena, sink);
		assert_int_equal(a->cluster_count, b->cluster_count);
		assert_int_equal(a->glyph_count, b->glyph_count);
		assert_memory_equal(a->glyphs, b->glyphs, sizeof *a->glyphs * a->glyph_count);
		for (uint32_t k = 0; k < a->cluster_count; k++) {
			assert_int_equal(a->clusters[k].advance, b->clusters[k].advance);
			assert_int_equal(a->clusters[k].break_after, b->clusters[k].break_after);
			assert_string_equal(text_face_name(a->clusters[k].face), text_face_name(b->clusters[k].face));
		}
	}
	assert_int_equal(diag_size(sink), 0);
	text_close(warm);
	arena_close(arena);
	diag_close(sink);
}

/* A font file that is cut off after the set has been read. */
static void broken_font_is_said_later(void **state)
{
	(void)state;
	struct diag_sink *unheard = diag_open(DIAG_ENGLISH), *sink = diag_open(DIAG_ENGLISH);
	struct arena *arena = arena_open();
	char *folder = g_dir_make_tmp("gongwen-warm-XXXXXX", NULL), *file = g_build_filename(folder, "f.otf", NULL);
	const char *const folders[] = {folder, NULL};
	char *font = NULL;
	gsize size;
	assert_true(g_file_get_contents("fonts/GwFangSong-Regular.otf", &font, &size, NULL));
	assert_true(g_file_set_contents(file, font, (gssize)size, NULL));
	char *config = g_build_filename(folder, "fonts.xml", NULL);
	assert_true(g_file_set_contents(
		config, "<fonts><role name=\"仿宋\"><face family=\"GwFangSong\"/></role><alias name=\"default\" role=\"仿宋\"/></fonts>",
		-1, NULL));
	const struct text_options options = {.config = config, .font_dirs = folders};
	struct text_engine *engine = text_open(&options, sink);
	assert_non_null(engine);
	assert_true(g_file_set_contents(file, "no font", -1, NULL));
	text_warm_up(engine, unheard);
	assert_true(diag_size(unheard) > 0);
	const char *family = "仿宋";
	text_font_find(engine, &family, 1, BODY_SIZE, 0, (struct place){0}, sink);
	assert_true(diag_size(sink) > 0);
	assert_string_equal(diag_get(sink, 0)->code, "G502");
	text_close(engine);
	g_unlink(file);
	g_unlink(config);
	g_rmdir(folder);
	g_free(config);
	g_free(file);
	g_free(folder);
	g_free(font);
	arena_close(arena);
	diag_close(sink);
	diag_close(unheard);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(same_text, type_open, type_close),
									   cmocka_unit_test_setup_teardown(broken_font_is_said_later, type_open, type_close)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
