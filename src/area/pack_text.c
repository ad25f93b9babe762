/* pack_text: a run of glyphs. Most stand a step apart, on the baseline, one for each character, and in the font of the run before: what is so
 * takes no bytes. */
#include "area/pack_int.h"

/* A text begins with these. EVEN: each cluster is one character and one glyph; FLAT: all glyphs stand on the baseline. */
enum text_sign { SIGN_FONT = 1, SIGN_COLOR = 2, SIGN_EVEN = 4, SIGN_FLAT = 8, SIGN_ENDS_WORD = 16 };

static bool is_even(const struct area_text *text)
{
	const char *at = text->text;
	if (text->cluster_count != text->glyph_count)
		return false;
	for (uint32_t i = 0; i < text->cluster_count; i++) {
		const char *next = at < text->text + text->text_size ? g_utf8_next_char(at) : at;
		if (text->clusters[i].glyph_count != 1 || text->clusters[i].text_size != next - at)
			return false;
		at = next;
	}
	return at == text->text + text->text_size;
}

static bool is_flat(const struct area_text *text)
{
	for (uint32_t i = 0; i < text->glyph_count; i++)
		if (text->glyphs[i].y)
			return false;
	return true;
}

/* Glyphs a step apart: what is written is how each step differs from the one before. */
static void pack_glyphs(struct packed *out, const struct area_text *text, bool flat)
{
	int64_t x = 0, step = 0;
	for (uint32_t i = 0; i < text->glyph_count; i++) {
		const struct text_glyph *glyph = &text->glyphs[i];
		put_number(out, glyph->id);
		put_signed(out, glyph->x - x - step);
		step = glyph->x - x;
		x = glyph->x;
		if (!flat)
			put_signed(out, glyph->y);
	}
}

static const struct text_glyph *unpack_glyphs(struct unpacker *unpacker, uint32_t count, bool flat)
{
	struct text_glyph *glyphs = ARENA_ARRAY(unpacker->arena, struct text_glyph, count);
	int64_t x = 0, step = 0;
	for (uint32_t i = 0; i < count; i++) {
		glyphs[i].id = (uint32_t)get_number(unpacker);
		step += get_signed(unpacker);
		x += step;
		glyphs[i].x = (len)x;
		glyphs[i].y = flat ? 0 : get_len(unpacker);
	}
	return glyphs;
}

static void pack_clusters(struct packed *out, const struct area_text *text)
{
	put_number(out, text->cluster_count);
	for (uint32_t i = 0; i < text->cluster_count; i++) {
		put_number(out, text->clusters[i].text_size);
		put_number(out, text->clusters[i].glyph_count);
	}
}

static void unpack_clusters(struct unpacker *unpacker, struct area_text *text, bool even)
{
	text->cluster_count = even ? text->glyph_count : (uint32_t)get_number(unpacker);
	struct area_cluster *clusters = ARENA_ARRAY(unpacker->arena, struct area_cluster, text->cluster_count);
	const char *at = text->text;
	for (uint32_t i = 0; i < text->cluster_count; i++) {
		uint16_t size = even ? (uint16_t)(g_utf8_next_char(at) - at) : (uint16_t)get_number(unpacker);
		clusters[i] = (struct area_cluster){size, even ? 1 : (uint16_t)get_number(unpacker)};
		at += size;
	}
	text->clusters = clusters;
}

void pack_text(struct packer *packer, const struct area_text *text)
{
	struct packed *out = packer->out;
	struct last *last = &packer->last;
	bool even = is_even(text), flat = is_flat(text);
	bool same_font = text->face == last->face && text->size == last->size && text->baseline == last->baseline &&
					 text->stretch == last->stretch;
	put_number(out, (same_font ? 0u : SIGN_FONT) | (text->color == last->color ? 0u : SIGN_COLOR) | (even ? SIGN_EVEN : 0u) |
						(flat ? SIGN_FLAT : 0u) | (text->ends_word ? SIGN_ENDS_WORD : 0u));
	if (!same_font) {
		put_pointer(out, last->face = text->face);
		put_signed(out, last->size = text->size);
		put_signed(out, last->baseline = text->baseline);
		put_signed(out, last->stretch = text->stretch);
	}
	if (text->color != last->color)
		put_number(out, last->color = text->color);
	put_bytes(out, text->text, text->text_size);
	put_number(out, text->glyph_count);
	pack_glyphs(out, text, flat);
	if (!even)
		pack_clusters(out, text);
}

const struct area_text *unpack_text(struct unpacker *unpacker)
{
	struct area_text *text = ARENA_NEW(unpacker->arena, struct area_text);
	struct last *last = &unpacker->last;
	uint64_t signs = get_number(unpacker);
	if (signs & SIGN_FONT) {
		last->face = get_pointer(unpacker);
		last->size = get_len(unpacker);
		last->baseline = get_len(unpacker);
		last->stretch = get_len(unpacker);
	}
	if (signs & SIGN_COLOR)
		last->color = (area_color)get_number(unpacker);
	text->face = last->face;
	text->size = last->size;
	text->baseline = last->baseline;
	text->stretch = last->stretch;
	text->color = last->color;
	text->ends_word = signs & SIGN_ENDS_WORD;
	text->text = get_bytes(unpacker, &text->text_size);
	text->glyph_count = (uint32_t)get_number(unpacker);
	text->glyphs = unpack_glyphs(unpacker, text->glyph_count, signs & SIGN_FLAT);
	unpack_clusters(unpacker, text, signs & SIGN_EVEN);
	return text;
}
