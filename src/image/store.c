/* store: the pictures of one input by name, each read, looked at and kept once; what cannot be used is remembered with its reason. */
#include <stdlib.h>
#include <string.h>

#include "image/image_int.h"

struct image_store {
	struct gate *gate;
	const char *base;
	struct arena *arena;
	GHashTable *entries; /* href or the SVG's text → struct entry */
};

struct entry {
	struct picture picture;
	const char *wrong; /* why it cannot be used; NULL: it can */
	enum diag_code code;
};

/* ---- opening, closing ---- */

static void free_entry(gpointer data)
{
	struct entry *entry = data;
	g_clear_object(&entry->picture.svg);
	free(entry->picture.bytes.data);
}

struct image_store *image_store_open(struct gate *gate, const char *base)
{
	struct arena *arena = arena_open();
	struct image_store *store = ARENA_NEW(arena, struct image_store);
	*store = (struct image_store){
		.gate = gate, .base = base, .arena = arena, .entries = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_entry)};
	return store;
}

void image_store_close(struct image_store *store)
{
	if (!store)
		return;
	g_hash_table_destroy(store->entries);
	arena_close(store->arena);
}

/* ---- bytes ---- */

bool image_read_data_uri(const char *uri, struct bytes *bytes)
{
	const char *comma = strchr(uri, ',');
	if (!comma)
		return false;
	bool base64 = comma - uri >= 7 && g_ascii_strncasecmp(comma - 7, ";base64", 7) == 0;
	char *plain = g_uri_unescape_string(comma + 1, NULL);
	if (!plain || strlen(plain) > IMAGE_BYTES_MAX) {
		g_free(plain);
		return false;
	}
	bytes->size = strlen(plain);
	if (base64 && bytes->size)
		g_base64_decode_inplace(plain, &bytes->size);
	bytes->data = malloc(bytes->size + 1);
	if (bytes->data) {
		memcpy(bytes->data, plain, bytes->size);
		bytes->data[bytes->size] = '\0';
	}
	g_free(plain);
	return bytes->data;
}

static bool is_data_uri(const char *href)
{
	return g_ascii_strncasecmp(href, "data:", 5) == 0;
}

/* A URI's path: a part of the picture cannot be asked for (#…; alone it names no file, and stays to be said), and \ is what Windows writes for /
 * (as in FOP). In the arena. */
static const char *path_of(struct image_store *store, const char *href)
{
	size_t size = strcspn(href, "#");
	char *path = arena_copy(store->arena, href, size ? size : strlen(href));
	return g_strdelimit(path, "\\", '/');
}

/* The gate refuses what lies outside as an error; what is only missing leaves its place empty. */
static const char *read_file(struct image_store *store, struct entry *entry, const char *href, struct place place,
							 struct diag_sink *sink)
{
	struct diag_sink *own = diag_open_like(sink);
	const char *path = href, *wrong = NULL;
	entry->code = DIAG_IMAGE_MISSING;
	if (!store->gate) {
		wrong = "no file may be read here";
	} else if (!gate_read(store->gate, store->arena, store->base, path_of(store, href), IMAGE_BYTES_MAX, &entry->picture.bytes,
						  &path, place, own)) {
		const struct diag_message *message = diag_size(own) ? diag_get(own, 0) : NULL;
		bool outside = message && strcmp(message->code, "G106") == 0;
		entry->code = outside ? DIAG_RESOURCE_OUTSIDE : DIAG_IMAGE_MISSING;
		wrong = "";
	}
	entry->picture.image.name = path;
	diag_close(own);
	return wrong;
}

static const char *read_bytes(struct image_store *store, struct entry *entry, const char *href, struct place place,
							  struct diag_sink *sink)
{
	entry->code = DIAG_IMAGE_BROKEN;
	if (!is_data_uri(href))
		return read_file(store, entry, href, place, sink);
	entry->picture.image.name = arena_printf(store->arena, "%.30s…", href);
	return image_read_data_uri(href, &entry->picture.bytes) ? NULL : "the data: URI cannot be read";
}

/* ---- a picture ---- */

/* It begins with a tag, or in UTF-16. */
static bool may_be_xml(const unsigned char *data, size_t size)
{
	size_t at = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (at < size && g_ascii_isspace(data[at]))
		at++;
	return at < size && (data[at] == '<' || data[at] == 0xFF || data[at] == 0xFE);
}

static const char *look_at_svg(struct picture *picture)
{
	const char *wrong = image_is_packed(&picture->bytes) ? image_unzip(&picture->bytes) : NULL;
	if (wrong)
		return wrong;
	return may_be_xml((const unsigned char *)picture->bytes.data, picture->bytes.size)
			   ? image_read_svg(picture)
			   : "it is none of PNG, JPEG, GIF, BMP, TIFF and SVG";
}

static const char *look_at(struct entry *entry)
{
	struct picture *picture = &entry->picture;
	const unsigned char *data = (const unsigned char *)picture->bytes.data;
	size_t size = picture->bytes.size;
	entry->code = DIAG_IMAGE_BROKEN;
	if (image_is_png(data, size))
		return image_read_png(&picture->image, data, size);
	if (image_is_jpeg(data, size))
		return image_read_jpeg(&picture->image, data, size);
	if (image_is_gif(data, size))
		return image_read_gif(&picture->image, data, size);
	if (image_is_bmp(data, size))
		return image_read_bmp(&picture->image, data, size);
	if (image_is_tiff(data, size))
		return image_read_tiff(&picture->image, data, size);
	return look_at_svg(picture);
}

static void set_key(struct image_store *store, struct entry *entry)
{
	const struct bytes *bytes = &entry->picture.bytes;
	char *key = arena_alloc(store->arena, DIGEST_HEX);
	digest_hex(bytes->data, bytes->size, key);
	entry->picture.image.key = key;
}

static struct entry *add_entry(struct image_store *store, const char *name)
{
	struct entry *entry = ARENA_NEW(store->arena, struct entry);
	g_hash_table_insert(store->entries, arena_string(store->arena, name), entry);
	return entry;
}

/* wrong.def: the words in Chinese; others as they are. */
static const char *in_chinese(const char *wrong)
{
	static const struct {
		const char *en, *zh;
	} rows[] = {
#define WRONG(en, zh) {en, zh},
#include "image/wrong.def"
#undef WRONG
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (strcmp(rows[i].en, wrong) == 0)
			return rows[i].zh;
	return wrong;
}

/* wrong: what is the matter with the picture, or "". */
static void report_wrong(struct diag_sink *sink, enum diag_code code, struct place place, const char *name, const char *wrong)
{
	char *en = g_strdup_printf("%s%s%s", name, *wrong ? ": " : "", wrong);
	char *zh = g_strdup_printf("%s%s%s", name, *wrong ? "：" : "", in_chinese(wrong));
	diag_report_both(sink, code, place, en, zh);
	g_free(en);
	g_free(zh);
}

static const struct image *result(const struct entry *entry, struct place place, struct diag_sink *sink)
{
	if (!entry->wrong)
		return &entry->picture.image;
	report_wrong(sink, entry->code, place, entry->picture.image.name, entry->wrong);
	return NULL;
}

const struct image *image_find(struct image_store *store, const char *href, struct place place, struct diag_sink *sink)
{
	struct entry *entry = g_hash_table_lookup(store->entries, href);
	if (!entry) {
		entry = add_entry(store, href);
		entry->wrong = read_bytes(store, entry, href, place, sink);
		if (!entry->wrong)
			entry->wrong = look_at(entry);
		if (!entry->wrong)
			set_key(store, entry);
	}
	return result(entry, place, sink);
}

const struct image *image_find_svg(struct image_store *store, const char *svg, size_t size, struct place place,
								   struct diag_sink *sink)
{
	struct entry *entry = g_hash_table_lookup(store->entries, svg);
	if (!entry) {
		entry = add_entry(store, svg);
		entry->picture.image.name = "fo:instream-foreign-object";
		entry->picture.bytes = (struct bytes){malloc(size + 1), size};
		if (entry->picture.bytes.data)
			memcpy(entry->picture.bytes.data, svg, size + 1);
		entry->code = DIAG_IMAGE_BROKEN;
		entry->wrong = entry->picture.bytes.data ? image_read_svg(&entry->picture) : "memory is out";
		if (!entry->wrong)
			set_key(store, entry);
	}
	return result(entry, place, sink);
}

/* ---- its surface ---- */

cairo_surface_t *image_surface_new(const struct image *image, struct place place, struct diag_sink *sink)
{
	static cairo_surface_t *(*const draw[])(const struct picture *) = {
		[IMAGE_PNG] = image_draw_png,     [IMAGE_JPEG] = image_draw_jpeg,   [IMAGE_CMYK] = image_draw_decoded,
		[IMAGE_GIF] = image_draw_decoded, [IMAGE_BMP] = image_draw_decoded, [IMAGE_TIFF] = image_draw_decoded,
		[IMAGE_SVG] = image_draw_svg};
	cairo_surface_t *surface = draw[image->kind]((const struct picture *)image);
	if (surface && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
		if (image->kind != IMAGE_SVG)
			cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const unsigned char *)image->key, strlen(image->key),
										NULL, NULL);
		return surface;
	}
	/* Cairo calls it lack of memory when a PNG's pixels are damaged */
	report_wrong(sink, DIAG_IMAGE_BROKEN, place, image->name,
				 image->kind == IMAGE_PNG ? "it cannot be unpacked" : "it cannot be drawn");
	cairo_surface_destroy(surface);
	return NULL;
}
