/* Pictures from bytes: kinds, sizes, what is refused, what is drawn: src/image. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <gio/gio.h>

#include "image/image.h"

#define PICTURES "tests/layout/graphic/"

struct state {
	struct gate *gate;
	struct image_store *store;
	struct diag_sink *sink;
};

static int setup(void **state)
{
	struct state *own = g_new0(struct state, 1);
	own->gate = gate_open(PICTURES "foot.fo", NULL);
	own->store = image_store_open(own->gate, PICTURES "foot.fo");
	own->sink = diag_open(DIAG_ENGLISH);
	*state = own;
	return 0;
}

static int teardown(void **state)
{
	struct state *own = *state;
	image_store_close(own->store);
	gate_close(own->gate);
	diag_close(own->sink);
	g_free(own);
	return 0;
}

static const struct image *find(struct state *own, const char *href)
{
	return image_find(own->store, href, (struct place){0}, own->sink);
}

/* The code of the only message, which names the reason. */
static void assert_refused(struct state *own, const char *href, const char *code, const char *reason)
{
	unsigned before = diag_size(own->sink);
	assert_null(find(own, href));
	assert_int_equal(diag_size(own->sink), before + 1);
	assert_string_equal(diag_get(own->sink, before)->code, code);
	if (!strstr(diag_get(own->sink, before)->text, reason))
		fail_msg("“%s” does not say “%s”", diag_get(own->sink, before)->text, reason);
}

static void test_sizes(void **state)
{
	const struct image *plain = find(*state, "plain.png"), *fine = find(*state, "dpi300.png"), *photo = find(*state, "photo.jpg");
	const struct image *drawing = find(*state, "mark.svg");
	assert_int_equal(plain->kind, IMAGE_PNG);
	assert_int_equal(plain->width, 36 * LEN_PT); /* no resolution: 72 dpi */
	assert_int_equal(plain->height, 18 * LEN_PT);
	assert_int_equal(fine->width, 18 * LEN_PT); /* 75 pixels; 11811 a metre are 300 an inch */
	assert_int_equal(photo->kind, IMAGE_JPEG);
	assert_int_equal(photo->width, 18 * LEN_PT); /* JFIF: 144 dpi */
	assert_int_equal(drawing->kind, IMAGE_SVG);
	assert_int_equal(drawing->width, 40 * LEN_PT);
	assert_int_equal(drawing->pixel_width, 0);
}

static void test_sizes_of_others(void **state)
{
	const struct image *gif = find(*state, "picture.gif"), *bmp = find(*state, "picture.bmp"),
					   *tiff = find(*state, "picture.tif"), *cmyk = find(*state, "cmyk.jpg");
	assert_int_equal(gif->kind, IMAGE_GIF);
	assert_int_equal(gif->width, 24 * LEN_PT);
	assert_int_equal(bmp->kind, IMAGE_BMP);
	assert_int_equal(bmp->width, 12 * LEN_PT); /* 5669 a metre: 144 an inch */
	assert_int_equal(bmp->height, 6 * LEN_PT);
	assert_int_equal(tiff->kind, IMAGE_TIFF);
	assert_int_equal(tiff->width, 12 * LEN_PT); /* 144 an inch */
	assert_int_equal(cmyk->kind, IMAGE_CMYK);
	assert_int_equal(cmyk->pixel_height, 12);
}

/* The left half is blue, the right one red. */
static void test_pixels(void **state)
{
	static const char *const names[] = {"picture.gif", "picture.bmp", "picture.tif", "cmyk.jpg", "deep.png", "interlaced.png"};
	struct state *own = *state;
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
		cairo_surface_t *surface = image_surface_new(find(own, names[n]), (struct place){0}, own->sink), *plain;
		assert_non_null(surface);
		plain = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 24, 12);
		cairo_t *cairo = cairo_create(plain);
		cairo_set_source_surface(cairo, surface, 0, 0);
		cairo_paint(cairo);
		cairo_destroy(cairo);
		cairo_surface_flush(plain);
		const uint32_t *row = (const uint32_t *)(const void *)(cairo_image_surface_get_data(plain) +
															   5 * cairo_image_surface_get_stride(plain));
		uint32_t left = row[3], right = row[20];
		if ((left & 0xFF) < 200 || (left >> 16 & 0xFF) > 60 || (right & 0xFF) > 60 || (right >> 16 & 0xFF) < 200)
			fail_msg("%s: %06x %06x", names[n], left & 0xFFFFFF, right & 0xFFFFFF);
		cairo_surface_destroy(plain);
		cairo_surface_destroy(surface);
	}
	assert_int_equal(diag_size(own->sink), 0);
}

static void assert_svg(struct state *own, const char *attributes, double width, double height)
{
	char *svg = g_strdup_printf("<svg xmlns='http://www.w3.org/2000/svg' %s/>", attributes);
	const struct image *image = image_find_svg(own->store, svg, strlen(svg), (struct place){0}, own->sink);
	assert_non_null(image);
	assert_int_equal(image->width, (len)(width * LEN_PT));
	assert_int_equal(image->height, (len)(height * LEN_PT));
	g_free(svg);
}

static void test_sizes_of_svg(void **state)
{
	assert_svg(*state, "width='1in' height='2pc'", 72, 24);
	assert_svg(*state, "width='30' viewBox='0 0 60 20'", 30, 100);
	assert_svg(*state, "height='30' viewBox='0 0 60 20'", 100, 30);
	assert_svg(*state, "width='100%' height='100%' viewBox='0 0 60 20'", 100, 100);
	assert_svg(*state, "height='30'", 100, 30);
	assert_svg(*state, "", 100, 100);
}

static void test_a_file_is_read_once(void **state)
{
	assert_ptr_equal(find(*state, "plain.png"), find(*state, "plain.png"));
	assert_string_equal(find(*state, "plain.png")->key, find(*state, "./plain.png")->key); /* by content */
	assert_string_not_equal(find(*state, "plain.png")->key, find(*state, "alpha.png")->key);
}

static void test_data_uris(void **state)
{
	char *data, *text;
	gsize size;
	assert_true(g_file_get_contents(PICTURES "plain.png", &data, &size, NULL));
	text = g_base64_encode((const guchar *)data, size);
	char *uri = g_strconcat("data:image/png;base64,", text, NULL);
	const struct image *image = find(*state, uri);
	assert_non_null(image);
	assert_int_equal(image->pixel_width, 36);
	assert_string_equal(image->key, find(*state, "plain.png")->key);
	assert_refused(*state, "data:nothing", "G109", "data: URI");
	g_free(uri);
	g_free(text);
	g_free(data);
}

static void test_what_is_refused(void **state)
{
	assert_refused(*state, "#part", "G108", "#part");
	assert_refused(*state, "nix.png", "G108", "nix.png");
	assert_refused(*state, "cut.png", "G109", "cut short");
	assert_refused(*state, "huge.png", "G109", "more pixels");
	assert_refused(*state, "not-an-image.png", "G109", "none of PNG");
	assert_refused(*state, "foot.fo", "G109", "not SVG");
	assert_refused(*state, "refers.svg", "G109", "another file");
	assert_refused(*state, "data:image/gif;base64,R0lGODlhYOpg6gAAADs=", "G109", "more pixels"); /* 60,000 × 60,000 */
	assert_refused(*state, "data:image/gif;base64,R0lGODlhAAAAAAAAADs=", "G109", "no pixels");
	assert_refused(*state, "data:image/gif;base64,R0lGODlhAQABAAAAAA==", "G109", "cut short");
	assert_refused(*state, "entity.svg", "G109", "entities");
	assert_refused(*state, "embedded.svg", "G109", "more pixels");
	assert_refused(*state, "../layout_test.c", "G106", "");
	assert_refused(*state, "file:///etc/passwd", "G106", "");
	assert_refused(*state, "http://example.org/a.png", "G106", "");
}

/* A data: URI of `text`, packed, of which `cut` bytes are missing at the end. */
static char *packed(const char *text, gsize cut)
{
	GOutputStream *memory = g_memory_output_stream_new_resizable();
	GConverter *converter = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
	GOutputStream *stream = g_converter_output_stream_new(memory, converter);
	assert_true(g_output_stream_write_all(stream, text, strlen(text), NULL, NULL, NULL));
	assert_true(g_output_stream_close(stream, NULL, NULL));
	GMemoryOutputStream *bytes = G_MEMORY_OUTPUT_STREAM(memory);
	char *base64 = g_base64_encode(g_memory_output_stream_get_data(bytes), g_memory_output_stream_get_data_size(bytes) - cut);
	char *uri = g_strconcat("data:image/svg+xml;base64,", base64, NULL);
	g_free(base64);
	g_object_unref(stream);
	g_object_unref(converter);
	g_object_unref(memory);
	return uri;
}

/* SVG as .svgz is what is packed in it; 65 MB of blanks in a few kilobytes are not unpacked to their end. */
static void test_packed_svg(void **state)
{
	static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='40'><path d='M0 0h9v9z'/></svg>";
	char *whole = packed(svg, 0), *cut = packed(svg, 20), *other = packed("no SVG, but long enough", 0);
	const struct image *image = find(*state, whole);
	assert_non_null(image);
	assert_int_equal(image->kind, IMAGE_SVG);
	assert_int_equal(image->width, 30 * LEN_PT);
	assert_int_equal(image->height, 40 * LEN_PT);
	assert_refused(*state, cut, "G109", "cannot be unpacked");
	assert_refused(*state, other, "G109", "none of PNG");
	char *blanks = g_strnfill(65u << 20, ' '), *large = packed(blanks, 0);
	assert_true(strlen(large) < 1u << 20);
	assert_refused(*state, large, "G109", "larger than allowed");
	g_free(large);
	g_free(blanks);
	g_free(other);
	g_free(cut);
	g_free(whole);
}

/* Eleven groups, each of ten references to the one before: 10^11 rectangles in two kilobytes. What refers to itself draws nothing. */
static void test_references_that_multiply(void **state)
{
	struct state *own = *state;
	GString *svg = g_string_new(
		"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='a0'><rect width='1' height='1'/></g>");
	for (int i = 1; i <= 11; i++) {
		g_string_append_printf(svg, "<g id='a%d'>", i);
		for (int k = 0; k < 10; k++)
			g_string_append_printf(svg, "<use href='#a%d'/>", i - 1);
		g_string_append(svg, "</g>");
	}
	g_string_append(svg, "</svg>");
	assert_null(image_find_svg(own->store, svg->str, svg->len, (struct place){0}, own->sink));
	assert_non_null(strstr(diag_get(own->sink, 0)->text, "draws more"));
	g_string_assign(svg, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g id='a'><use href='#a'/></g></svg>");
	assert_non_null(image_find_svg(own->store, svg->str, svg->len, (struct place){0}, own->sink));
	g_string_free(svg, TRUE);
}

/* Every file cut at every length, and with every byte of its head turned round: never more than a message. */
static void test_damaged_files(void **state)
{
	static const char *const names[] = {"plain.png",   "dpi300.png",  "photo.jpg", "picture.gif",
										"picture.bmp", "picture.tif", "cmyk.jpg"};
	struct state *own = *state;
	for (size_t n = 0; n < G_N_ELEMENTS(names); n++) {
		char *path = g_strconcat(PICTURES, names[n], NULL), *data;
		gsize size;
		assert_true(g_file_get_contents(path, &data, &size, NULL));
		for (gsize i = 0; i < MIN(size, 400); i++) {
			char *bad = g_memdup2(data, size);
			bad[i] = (char)~bad[i];
			gsize count = i % 2 ? size : i;
			char *text = g_base64_encode((const guchar *)bad, count), *uri = g_strconcat("data:;base64,", text, NULL);
			const struct image *image = find(own, uri);
			cairo_surface_t *surface = image ? image_surface_new(image, (struct place){0}, own->sink) : NULL;
			cairo_surface_destroy(surface);
			g_free(uri);
			g_free(text);
			g_free(bad);
		}
		g_free(data);
		g_free(path);
	}
	assert_true(diag_size(own->sink) > 0);
	assert_int_equal(diag_count(own->sink, DIAG_ERROR), 0);
	for (unsigned i = 0; i < diag_size(own->sink); i++)
		assert_null(strstr(diag_get(own->sink, i)->text, "memory")); /* that is not what they lack */
}

static void test_surfaces(void **state)
{
	struct state *own = *state;
	const struct image *plain = find(own, "plain.png"), *photo = find(own, "photo.jpg"), *drawing = find(own, "mark.svg");
	cairo_surface_t *surface = image_surface_new(plain, (struct place){0}, own->sink);
	const unsigned char *mime;
	unsigned long size;
	assert_int_equal(cairo_image_surface_get_width(surface), 36);
	cairo_surface_destroy(surface);
	surface = image_surface_new(photo, (struct place){0}, own->sink);
	cairo_surface_get_mime_data(surface, CAIRO_MIME_TYPE_JPEG, &mime, &size); /* goes into the PDF as it is */
	assert_true(size > 0 && mime[0] == 0xFF && mime[1] == 0xD8);
	cairo_surface_destroy(surface);
	surface = image_surface_new(drawing, (struct place){0}, own->sink);
	assert_int_equal(cairo_surface_get_type(surface), CAIRO_SURFACE_TYPE_RECORDING);
	cairo_surface_destroy(surface);
	assert_int_equal(diag_size(own->sink), 0);
}

/* What a reader of a format says (a text that begins so in src/image) has its Chinese in wrong.def. */
static void test_words_in_chinese(void **state)
{
	static const char *const files[] = {"headers", "raster", "store", "svg", "decoded", "rsvg"};
	char *words;
	(void)state;
	assert_true(g_file_get_contents("src/image/wrong.def", &words, NULL, NULL));
	GRegex *said = g_regex_new("\"(?:it|its|no|a|memory) [a-z][^\"%\\n]*\"", 0, 0, NULL);
	unsigned found = 0;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *path = g_strdup_printf("src/image/%s.c", files[i]), *source;
		assert_true(g_file_get_contents(path, &source, NULL, NULL));
		GMatchInfo *match;
		for (g_regex_match(said, source, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
			char *text = g_match_info_fetch(match, 0);
			if (!strstr(words, text))
				fail_msg("%s: %s has no row in wrong.def", path, text);
			found++;
			g_free(text);
		}
		g_match_info_free(match);
		g_free(source);
		g_free(path);
	}
	assert_true(found >= 20);
	g_regex_unref(said);
	g_free(words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_in_chinese),
		cmocka_unit_test_setup_teardown(test_sizes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_sizes_of_others, setup, teardown),
		cmocka_unit_test_setup_teardown(test_pixels, setup, teardown),
		cmocka_unit_test_setup_teardown(test_sizes_of_svg, setup, teardown),
		cmocka_unit_test_setup_teardown(test_a_file_is_read_once, setup, teardown),
		cmocka_unit_test_setup_teardown(test_data_uris, setup, teardown),
		cmocka_unit_test_setup_teardown(test_what_is_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(test_packed_svg, setup, teardown),
		cmocka_unit_test_setup_teardown(test_references_that_multiply, setup, teardown),
		cmocka_unit_test_setup_teardown(test_damaged_files, setup, teardown),
		cmocka_unit_test_setup_teardown(test_surfaces, setup, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
