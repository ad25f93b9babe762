/* Shaped paragraphs found again: the same answer, for the same question only; complaints come each time. */
#include "support/type_sample.h"

static struct {
	struct diag_sink *sink;
	struct arena *arena;
} own;

static int open_own(void **state)
{
	own.sink = diag_open(DIAG_ENGLISH);
	own.arena = arena_open();
	return type_open(state);
}

static int close_own(void **state)
{
	arena_close(own.arena);
	diag_close(own.sink);
	return type_close(state);
}

static struct text_style style_of(const char *family, struct diag_sink *sink)
{
	const char *families[] = {family};
	return (struct text_style){
		.font = text_font_find(type.engine, families, 1, EM, 0, (struct place){0}, sink), .language = "zh", .wrap = true};
}

static const struct text_shaped *shape(const char *text, const struct text_style *style)
{
	struct text_span span = {.text = text, .size = strlen(text), .style = style};
	return text_shape(type.engine, &span, 1, own.arena, own.sink);
}

static void assert_same(const struct text_shaped *a, const struct text_shaped *b)
{
	assert_string_equal(a->text, b->text);
	assert_int_equal(a->cluster_count, b->cluster_count);
	assert_int_equal(a->glyph_count, b->glyph_count);
	assert_memory_equal(a->glyphs, b->glyphs, sizeof *a->glyphs * a->glyph_count);
	for (uint32_t i = 0; i < a->cluster_count; i++) {
		assert_int_equal(a->clusters[i].advance, b->clusters[i].advance);
		assert_int_equal(a->clusters[i].break_after, b->clusters[i].break_after);
		assert_ptr_equal(a->clusters[i].face, b->clusters[i].face);
	}
}

static void same_text_is_found_again(void **state)
{
	(void)state;
	struct text_style style = style_of("仿宋", own.sink);
	const struct text_shaped *first = shape("行政执法，2005年度“目标”责任书。", &style);
	const struct text_shaped *again = shape("行政执法，2005年度“目标”责任书。", &style);
	assert_ptr_not_equal(first->clusters, again->clusters);
	assert_same(first, again);
}

static void what_it_depends_on_parts_it(void **state)
{
	(void)state;
	struct text_style style = style_of("仿宋", own.sink), english = style, black = style_of("黑体", own.sink), loose = style,
					  parted = style;
	english.language = "en";
	loose.line_break = TEXT_BREAK_ANYWHERE;
	parted.hyphen = shape("-", &style);
	const struct text_shaped *chinese = shape("天“地”玄", &style);
	assert_int_not_equal(chinese->clusters[1].advance, shape("天“地”玄", &english)->clusters[1].advance);
	assert_ptr_not_equal(chinese->clusters[0].face, shape("天“地”玄", &black)->clusters[0].face);
	assert_int_not_equal(shape("ab", &style)->clusters[0].break_after, shape("ab", &loose)->clusters[0].break_after);
	assert_int_equal(shape("a\u00ADb", &style)->clusters[1].break_after, TEXT_MAY_BREAK);
	assert_int_equal(shape("a\u00ADb", &parted)->clusters[1].break_after, TEXT_SOFT_HYPHEN);
}

/* Two spans are not one, though their characters are the same. */
static void spans_part_it(void **state)
{
	(void)state;
	struct text_style style = style_of("仿宋", own.sink);
	struct text_span spans[] = {{.text = "天", .size = 3, .style = &style}, {.text = "地", .size = 3, .style = &style}};
	assert_int_equal(shape("天地", &style)->clusters[1].span, 0);
	assert_int_equal(text_shape(type.engine, spans, 2, own.arena, own.sink)->clusters[1].span, 1);
}

static void complaints_come_each_time(void **state)
{
	(void)state;
	struct text_style style = style_of("仿宋", own.sink);
	unsigned before = diag_reported(own.sink);
	for (unsigned i = 1; i <= 3; i++) { /* the second is said already, and yet no answer to be kept */
		shape("a\001b", &style);
		assert_int_equal(diag_reported(own.sink) - before, i);
	}
}

/* More than the cache holds: it is emptied on the way, and the answers stay right. */
static void a_full_cache_starts_anew(void **state)
{
	(void)state;
	struct text_style style = style_of("仿宋", own.sink);
	const struct text_shaped *first = shape("第一段", &style);
	char text[4096];
	for (unsigned i = 0; i < 200; i++) {
		memset(text, 'a' + (int)(i % 26), sizeof text);
		g_snprintf(text + sizeof text - 8, 8, "%u", i);
		struct arena *kept = own.arena;
		own.arena = arena_open();
		assert_int_equal(shape(text, &style)->size, strlen(text));
		arena_close(own.arena);
		own.arena = kept;
	}
	assert_same(first, shape("第一段", &style));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_text_is_found_again),
		cmocka_unit_test(what_it_depends_on_parts_it),
		cmocka_unit_test(spans_part_it),
		cmocka_unit_test(complaints_come_each_time),
		cmocka_unit_test(a_full_cache_starts_anew),
	};
	return cmocka_run_group_tests(tests, open_own, close_own);
}
