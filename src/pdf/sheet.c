/* Distinct pages: pages of several copies that look the same and are divided into structure elements the same way have one digest
 * and are drawn once. A digest of 128 bits; every word goes through a mixing step (two lanes, odd multipliers), so that order counts. */
#include <string.h>

#include "pdf/pdf_int.h"

struct hashing {
	struct pdf_digest digest;
	GHashTable *tags; /* struct area_structure → its rank on the page + 1 */
};

static void mix(struct hashing *hashing, uint64_t word)
{
	struct pdf_digest *d = &hashing->digest;

	d->a = (d->a ^ word) * 0x9E3779B97F4A7C15u;
	d->a ^= d->a >> 29;
	d->b = (d->b + word) * 0xC2B2AE3D27D4EB4Fu;
	d->b ^= d->b >> 31;
}

static void mix_pair(struct hashing *hashing, int32_t a, int32_t b)
{
	mix(hashing, (uint64_t)(uint32_t)a << 32 | (uint32_t)b);
}

static void mix_bytes(struct hashing *hashing, const void *data, size_t size)
{
	const char *from = data;
	uint64_t word;

	mix(hashing, size);
	for (; size >= sizeof word; from += sizeof word, size -= sizeof word) {
		memcpy(&word, from, sizeof word);
		mix(hashing, GUINT64_FROM_LE(word));
	}
	if (!size)
		return;
	word = 0;
	memcpy(&word, from, size);
	mix(hashing, GUINT64_FROM_LE(word));
}

static void mix_string(struct hashing *hashing, const char *text)
{
	mix_bytes(hashing, text ? text : "", text ? strlen(text) : 0);
}

static void mix_tag(struct hashing *hashing, const struct area_structure *tag)
{
	guint rank = GPOINTER_TO_UINT(g_hash_table_lookup(hashing->tags, tag));

	if (!rank) {
		rank = g_hash_table_size(hashing->tags) + 1;
		g_hash_table_insert(hashing->tags, (gpointer)(uintptr_t)tag, GUINT_TO_POINTER(rank));
		mix_string(hashing, tag->role);
	}
	mix(hashing, tag == &area_artifact ? 0 : rank);
}

static void mix_box(struct hashing *hashing, const struct area_box *box)
{
	for (int side = 0; side < 4; side++) {
		mix_pair(hashing, (int32_t)box->border[side].style, box->border[side].width);
		mix(hashing, box->border[side].color);
	}
	mix(hashing, box->background);
	mix_pair(hashing, box->beyond[AREA_BEFORE], box->beyond[AREA_AFTER]);
	mix_pair(hashing, box->beyond[AREA_START], box->beyond[AREA_END]);
	if (box->picture) {
		mix_string(hashing, box->picture->image->key);
		mix_pair(hashing, box->picture->x, box->picture->y);
		mix_pair(hashing, box->picture->x_percent, box->picture->y_percent);
		mix_pair(hashing, box->picture->repeat_x, box->picture->repeat_y);
	}
}

static void mix_text(struct hashing *hashing, const struct area_text *text)
{
	mix(hashing, (uintptr_t)text->face);
	mix_pair(hashing, text->size, text->stretch);
	if (text->ends_word)
		mix(hashing, ' ');
	mix_pair(hashing, text->baseline, (int32_t)text->color);
	mix_bytes(hashing, text->text, text->text_size);
	mix_bytes(hashing, text->clusters, text->cluster_count * sizeof *text->clusters);
	for (uint32_t i = 0; i < text->glyph_count; i++) {
		mix(hashing, text->glyphs[i].id);
		mix_pair(hashing, text->glyphs[i].x, text->glyphs[i].y);
	}
}

static void mix_picture(struct hashing *hashing, const struct area_picture *picture)
{
	mix_string(hashing, picture->image ? picture->image->key : NULL);
	mix_pair(hashing, picture->x, picture->y);
	mix_pair(hashing, picture->width, picture->height);
	mix_pair(hashing, picture->clip, picture->smooth);
}

static void mix_areas(struct hashing *hashing, const struct area *area)
{
	for (; area; area = area->next) {
		mix_pair(hashing, area->x, area->y);
		mix_pair(hashing, area->width, area->height);
		mix(hashing, (uint64_t)area->kind << 1 | (area->box != NULL));
		if (area->tag)
			mix_tag(hashing, area->tag);
		if (area->box)
			mix_box(hashing, area->box);
		if (area->kind == AREA_TEXT)
			mix_text(hashing, area->text);
		else if (area->kind == AREA_IMAGE)
			mix_picture(hashing, area->picture);
		else if (area->kind == AREA_RULE || area->kind == AREA_DOT)
			mix(hashing, area->color);
		else if (area->kind == AREA_REGION)
			mix(hashing, (uint64_t)area->region.kind);
		else if (area->kind == AREA_TURNED)
			mix(hashing, (uint64_t)area->turn);
		mix_areas(hashing, area->first_child);
		mix(hashing, UINT64_MAX); /* up */
	}
}

struct pdf_digest pdf_page_digest(const struct area_page *page)
{
	struct hashing hashing = {{1, 2}, g_hash_table_new(g_direct_hash, g_direct_equal)};

	mix_pair(&hashing, page->width, page->height);
	mix_areas(&hashing, page->first_area);
	g_hash_table_destroy(hashing.tags);
	return hashing.digest;
}

struct pdf_digest pdf_bytes_digest(const void *data, size_t size)
{
	struct hashing hashing = {.digest = {1, 2}};

	mix_bytes(&hashing, data, size);
	for (int i = 0; i < 3; i++) /* the last bytes too reach every bit */
		mix(&hashing, hashing.digest.a ^ hashing.digest.b);
	return hashing.digest;
}
