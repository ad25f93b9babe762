/* What fonts a file carries: of each face the glyphs that its pages show and no other, whatever was made before in the same process; and so
 * an agreement of five pages with all its fonts is under 250 kB. */
#include <ft2build.h>
#include FT_FREETYPE_H

#include "run.h"
#include "support/pdf_objects.h"

#define FOLDER "build/tests/glyphs-out"

static FT_Library library;

static void build(const char *year)
{
	char *command = g_strdup_printf("rm -rf " FOLDER " && \"$GONGWEN\" build -q -j 1 --kind agreement %s -o " FOLDER, year);
	struct run run = run_shell(command);

	if (run.status != 0)
		fail_msg("%s: exit status %d: %s", year, run.status, run.err);
	run_free(&run);
	g_free(command);
}

/* ---- what is shown ---- */

static void add_codes(GHashTable *codes, const struct value *string)
{
	for (size_t i = 0; string->type == VALUE_STRING && i + 1 < string->size; i += 2)
		g_hash_table_add(codes, GUINT_TO_POINTER((unsigned)(unsigned char)string->text[i] << 8 |
												 (unsigned)(unsigned char)string->text[i + 1]));
}

static void add_shown(GHashTable *codes, const struct value *operand)
{
	add_codes(codes, operand);
	for (unsigned i = 0; operand->type == VALUE_ARRAY && i < operand->count; i++)
		add_codes(codes, operand->items[i]);
}

static GHashTable *codes_of(GHashTable *shown, const struct value *font)
{
	GHashTable *codes = g_hash_table_lookup(shown, font);

	if (!codes)
		g_hash_table_insert(shown, (gpointer)(uintptr_t)font, codes = g_hash_table_new(g_direct_hash, g_direct_equal));
	return codes;
}

/* Adds what a page shows to the codes of each font. */
static void read_page(const struct objects *objects, const struct value *page, GHashTable *shown)
{
	const struct value *content = objects_get(objects, page, "Contents"), *token, *before[2] = {&value_null, &value_null};
	const struct value *fonts = objects_get(objects, objects_get(objects, page, "Resources"), "Font");
	struct value_source from = {objects->arena, content->stream, content->stream + content->stream_size};
	GHashTable *codes = NULL;

	while ((token = value_read(&from)) != NULL) {
		if (token->type == VALUE_WORD && strcmp(token->text, "Tf") == 0)
			codes = codes_of(shown, objects_get(objects, fonts, before[1]->text));
		else if (token->type == VALUE_WORD && (strcmp(token->text, "Tj") == 0 || strcmp(token->text, "TJ") == 0))
			add_shown(codes, before[0]);
		before[1] = before[0];
		before[0] = token;
	}
}

/* ---- what is there ---- */

static void check_font(const struct objects *objects, const struct value *font, GHashTable *codes)
{
	const struct value *descendant = objects_follow(objects, objects_get(objects, font, "DescendantFonts")->items[0]);
	const struct value *program = objects_get(objects, objects_get(objects, descendant, "FontDescriptor"), "FontFile3");
	FT_Face face;

	if (!program->stream)
		return; /* TrueType: a glyph may need others, its parts */
	assert_int_equal(FT_New_Memory_Face(library, (const FT_Byte *)program->stream, (FT_Long)program->stream_size, 0, &face), 0);
	g_hash_table_add(codes, GUINT_TO_POINTER(0)); /* .notdef */
	assert_int_equal(face->num_glyphs, g_hash_table_size(codes));
	FT_Done_Face(face);
}

/* Gives the number of pages. */
static unsigned check_file(const char *data, gsize size)
{
	GHashTable *shown = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_hash_table_destroy);
	GHashTableIter iter;
	gpointer font, codes;
	struct objects objects;
	unsigned pages = 0;

	objects_open(&objects, data, size);
	for (unsigned i = 0; i < objects.count; i++)
		if (objects.numbered[i] && value_is(objects_get(&objects, objects.numbered[i], "Type"), "Page")) {
			read_page(&objects, objects.numbered[i], shown);
			pages++;
		}
	assert_true(g_hash_table_size(shown) >= 2);
	g_hash_table_iter_init(&iter, shown);
	while (g_hash_table_iter_next(&iter, &font, &codes))
		check_font(&objects, font, codes);
	g_hash_table_destroy(shown);
	objects_close(&objects);
	return pages;
}

static char *read_file(const char *name, gsize *size)
{
	char *path = g_build_filename(FOLDER "/agreement", name, NULL), *data = NULL;

	assert_true(g_file_get_contents(path, &data, size, NULL));
	g_free(path);
	return data;
}

static void test_only_what_is_shown_is_embedded(void **state)
{
	static const char *const names[] = {"agriculture-1.pdf", "finance-2.pdf", "water-3.pdf"};

	(void)state;
	build("samples/weifang-2005/year.xml");
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		gsize size;
		char *data = read_file(names[i], &size);

		check_file(data, size);
		g_free(data);
	}
}

/* 160 kB, most of it outlines. */
static void test_five_pages_are_small(void **state)
{
	static const char *const names[] = {"d03-1.pdf", "d32-2.pdf", "supervision-3.pdf"};

	(void)state;
	build("samples/sixty/year.xml");
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		gsize size;
		char *data = read_file(names[i], &size);

		assert_int_equal(check_file(data, size), 5);
		assert_in_range(size, 50000, 249999);
		g_free(data);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_is_shown_is_embedded),
		cmocka_unit_test(test_five_pages_are_small),
	};
	int failed;

	FT_Init_FreeType(&library);
	failed = cmocka_run_group_tests_name("glyphs", tests, NULL, NULL);
	FT_Done_FreeType(library);
	return failed;
}
