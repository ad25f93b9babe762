/* shape: characters with faces → clusters with glyphs. A run is what HarfBuzz shapes in one go, in the font that Pango found: consecutive
 * characters of one span, face, direction and script. Most runs are a few characters between two marks, so what is done for each run counts.
 * Widths of Chinese marks are ours, not the font's (Z-20, Z-29, Z-30). */
#include <string.h>

#include "text/text_int.h"

#define NO_GLYPH 0x0FFFFFFF /* of what is not seen */

/* What the shaper made of a run, in the order in which it is drawn. */
struct shaped_run {
	const hb_glyph_info_t *infos;
	const hb_glyph_position_t *places;
	unsigned count;
	uint32_t origin; /* where in the text its clusters count from */
	hb_font_t *font; /* NULL: its widths are whole */
};

struct shaping {
	struct text_engine *engine;
	const struct text_span *spans;
	const struct text_char *chars;
	const char *text;
	uint32_t size;
	GArray *clusters; /* struct text_cluster */
	GArray *glyphs;   /* struct text_glyph */
	const uint8_t *breaks;
	struct shaped_run run;
};

/* ---- widths ---- */

/* Natural width by Z-20 of a mark that is set as Chinese; 0: the font's. */
static len natural_width(const struct text_char *character, len em)
{
	gunichar c = character->c;
	switch (character->cls) {
	case TEXT_OPENING:
	case TEXT_CLOSING:
	case TEXT_PAUSE:
	case TEXT_STOP:
	case TEXT_EXCLAIM:
		return character->chinese ? em : 0;
	case TEXT_DASH:
	case TEXT_ELLIPSIS:
		return character->chinese ? (c == 0x2E3A ? 2 * em : em) : 0;
	case TEXT_CONNECTOR:
		return c == 0xFF5E || c == 0x301C ? em : character->chinese ? (c == 0x2014 ? em : em / 2) : 0;
	case TEXT_INTERPUNCT:
		return em / 2;
	case TEXT_SOLIDUS:
		return character->chinese ? em / 2 : 0;
	case TEXT_WIDE:
		return c == 0x3000 ? em : 0;
	default:
		return 0;
	}
}

/* Quotes and apostrophes of Latin text from a face that has them a full em wide: the half with ink. */
static len latin_quote_width(const struct text_char *character, len em)
{
	if (character->chinese)
		return 0;
	if (character->c == 0x2018 || character->c == 0x2019)
		return em / 3;
	return character->c == 0x201C || character->c == 0x201D ? em / 2 : 0;
}

static bool is_opening_quote(gunichar c)
{
	return c == 0x2018 || c == 0x201C;
}

/* How a narrower or wider glyph stands in its box: marks at the side where they have ink, others in the middle. */
static len glyph_shift(const struct text_char *character, len width, len advance)
{
	if (latin_quote_width(character, width))
		return is_opening_quote(character->c) ? width - advance : 0;
	switch (advance < width ? character->cls : TEXT_OTHER) {
	case TEXT_OPENING:
		return width - advance;
	case TEXT_CLOSING:
	case TEXT_PAUSE:
	case TEXT_STOP:
		return 0;
	default:
		return (width - advance) / 2;
	}
}

/* ‼ ⁇ ⁈ ⁉ fill their em: they have no blank half. */
static bool has_blank_after(const struct text_char *character)
{
	return character->cls == TEXT_CLOSING || character->cls == TEXT_PAUSE || character->cls == TEXT_STOP ||
		   character->c == 0xFF01 || character->c == 0xFF1F;
}

/* Sets the cluster into a box of our width; blanks by Z-21. */
static void fit_width(struct shaping *shaping, struct text_cluster *cluster, const struct text_char *character)
{
	len width = natural_width(character, cluster->size), quote = latin_quote_width(character, cluster->size);
	if (quote && cluster->advance >= cluster->size)
		width = quote;
	if (width == 0)
		return;
	len shift = glyph_shift(character, width, cluster->advance);
	if (shift != 0)
		for (unsigned i = 0; i < cluster->glyph_count; i++)
			g_array_index(shaping->glyphs, struct text_glyph, cluster->glyph_start + i).x += shift;
	cluster->advance = width;
	if (cluster->cls == TEXT_OPENING)
		cluster->blank_before = width / 2;
	else if (has_blank_after(character))
		cluster->blank_after = width / 2;
}

/* ---- clusters ---- */

static struct text_cluster new_cluster(const struct shaping *shaping, uint32_t first, uint32_t end)
{
	const struct text_char *character = &shaping->chars[first];
	const struct text_span *span = &shaping->spans[character->span];
	uint32_t bytes = shaping->chars[end - 1].offset + shaping->chars[end - 1].size - character->offset;
	return (struct text_cluster){.text_start = character->offset,
								 .text_size = (uint16_t)bytes,
								 .glyph_start = shaping->glyphs->len,
								 .span = character->span,
								 .cls = character->cls,
								 .break_after = shaping->breaks[end - 1],
								 .level = character->level,
								 .face = character->choice ? character->choice->face : NULL,
								 .size = text_font_size(span->style->font)};
}

/* An object, a newline, or a character that no face has: no glyph. */
static void add_bare(struct shaping *shaping, uint32_t i)
{
	struct text_cluster cluster = new_cluster(shaping, i, i + 1);
	const struct text_span *span = &shaping->spans[shaping->chars[i].span];
	cluster.advance = span->text ? 0 : span->object_width;
	g_array_append_val(shaping->clusters, cluster);
}

static void move_glyphs(struct shaping *shaping, const struct text_cluster *cluster, len by)
{
	for (unsigned i = 0; i < cluster->glyph_count; i++)
		g_array_index(shaping->glyphs, struct text_glyph, cluster->glyph_start + i).x += by;
}

/* Adds a cluster's characters and glyphs to the one before it: after it, as it runs. */
static void append_to(struct shaping *shaping, struct text_cluster *first, const struct text_cluster *second)
{
	if (first->level % 2 != 0)
		move_glyphs(shaping, first, second->advance);
	else
		move_glyphs(shaping, second, first->advance);
	first->advance += second->advance;
	first->text_size = (uint16_t)(first->text_size + second->text_size);
	first->glyph_count = (uint16_t)(first->glyph_count + second->glyph_count);
	first->break_after = second->break_after;
}

static struct text_cluster *last_cluster(const struct shaping *shaping)
{
	return shaping->clusters->len ? &g_array_index(shaping->clusters, struct text_cluster, shaping->clusters->len - 1) : NULL;
}

/* A mark or variation selector that the shaper left alone, because the face cannot combine it, stays with its base (T-05). */
static bool join_mark(struct shaping *shaping, const struct text_char *character, const struct text_cluster *second)
{
	struct text_cluster *first = character->joins ? last_cluster(shaping) : NULL;
	if (!first || first->face != second->face || first->span != second->span ||
		first->text_start + first->text_size != second->text_start || first->text_size + second->text_size > UINT16_MAX)
		return false;
	append_to(shaping, first, second);
	return true;
}

/* The second of a pair of dashes or dots joins the first: one unit of 2 em (Z-05, Z-06). */
static bool join_pair(struct shaping *shaping, const struct text_cluster *second)
{
	struct text_cluster *first = last_cluster(shaping);
	if (!first || (second->cls != TEXT_DASH && second->cls != TEXT_ELLIPSIS))
		return false;
	if (first->cls != second->cls || first->text_size != second->text_size || first->face != second->face ||
		first->span != second->span || first->text_start + first->text_size != second->text_start || first->advance > first->size)
		return false;
	append_to(shaping, first, second);
	return true;
}

static len glyph_width(const struct text_face *face, uint32_t id, len em)
{
	return len_scale(em, FT_Load_Glyph(face->ft, id, FT_LOAD_NO_SCALE) ? 1 : face->ft->glyph->metrics.horiAdvance,
					 face->ft->units_per_EM);
}

/* The figure space is as wide as the face's digits, the punctuation space as its full stop. */
static len space_width(const struct text_face *face, gunichar c, len em)
{
	bool measured = c == 0x2007 || c == 0x2008;
	uint32_t id = measured && face ? FT_Get_Char_Index(face->ft, c == 0x2007 ? '0' : '.') : 0;
	return id ? glyph_width(face, id, em) : text_space_width(c, em);
}

/* ／ takes half an em (Z-20): drawn by the glyph of / where the face has one, since its own fills the em. */
static void narrow_solidus(const struct text_face *face, struct text_glyph *glyph, len *advance, len em)
{
	uint32_t id = FT_Get_Char_Index(face->ft, '/');
	if (!id)
		return;
	glyph->id = id;
	*advance = glyph_width(face, id, em);
}

/* The glyphs [from, to) of the run, for the characters [first, end). */
static void add_cluster(struct shaping *shaping, uint32_t first, uint32_t end, unsigned from, unsigned to)
{
	struct text_cluster cluster = new_cluster(shaping, first, end);
	len space = space_width(cluster.face, shaping->chars[first].c, cluster.size);
	cluster.advance = space;
	for (unsigned i = from; i < to && !space && !text_is_unseen(shaping->chars[first].c); i++) {
		uint32_t id = shaping->run.infos[i].codepoint;
		const hb_glyph_position_t *place = &shaping->run.places[i];
		if (id == NO_GLYPH)
			continue;
		struct text_glyph glyph = {id, cluster.advance + place->x_offset, -place->y_offset};
		len advance = place->x_advance;
		if (shaping->chars[first].c == 0xFF0F && id)
			narrow_solidus(cluster.face, &glyph, &advance, cluster.size);
		g_array_append_val(shaping->glyphs, glyph);
		cluster.glyph_count++;
		cluster.advance += advance;
		if (shaping->run.font)
			cluster.rest = text_rest_of(shaping->chars[first].choice->face, shaping->run.font, id);
	}
	fit_width(shaping, &cluster, &shaping->chars[first]);
	if (!join_mark(shaping, &shaping->chars[first], &cluster) && !join_pair(shaping, &cluster))
		g_array_append_val(shaping->clusters, cluster);
}

/* ---- runs ---- */

/* The run's clusters one after the other in the order of the text: the last of the glyphs are the first of what runs to the left. */
static void add_clusters(struct shaping *shaping, uint32_t first, uint32_t end, bool backwards)
{
	const struct text_char *chars = shaping->chars;
	const hb_glyph_info_t *infos = shaping->run.infos;
	int count = (int)shaping->run.count, step = backwards ? -1 : 1;
	uint32_t at = first;
	for (int done = 0; done < count;) {
		int from = backwards ? count - 1 - done : done, to = from;
		while (to + step >= 0 && to + step < count && infos[to + step].cluster == infos[from].cluster)
			to += step;
		int next = to + step;
		uint32_t upto = at;
		while (upto < end && (next < 0 || next >= count || chars[upto].offset < shaping->run.origin + infos[next].cluster))
			upto++;
		if (upto > at)
			add_cluster(shaping, at, upto, (unsigned)MIN(from, to), (unsigned)MAX(from, to) + 1);
		at = upto;
		done += ABS(to - from) + 1;
	}
	for (; at < end; at++) /* a font may have nothing to show for them */
		add_cluster(shaping, at, at + 1, 0, 0);
}

static void shape_run(struct shaping *shaping, uint32_t first, uint32_t end, GUnicodeScript script)
{
	static const hb_feature_t features[] = {/* no ligatures: every character keeps its glyph */
											{HB_TAG('l', 'i', 'g', 'a'), 0, 0, UINT_MAX},
											{HB_TAG('c', 'l', 'i', 'g'), 0, 0, UINT_MAX}};
	const struct text_char *chars = shaping->chars;
	const struct text_span *span = &shaping->spans[chars[first].span];
	uint32_t start = chars[first].offset, size = chars[end - 1].offset + chars[end - 1].size - start;
	bool plain = script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_COMMON, backwards = chars[first].level % 2 != 0;
	const char *language = plain || !span->style->language ? "zh-cn" : span->style->language;
	PangoFont *font = text_choice_pango(span->style->font, (struct text_choice *)(uintptr_t)chars[first].choice);
	hb_buffer_t *buffer = shaping->engine->buffer;
	hb_buffer_reset(buffer);
	hb_buffer_set_direction(buffer, backwards ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, (hb_script_t)g_unicode_script_to_iso15924(script));
	hb_buffer_set_language(buffer, hb_language_from_string(language, -1));
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
	hb_buffer_set_invisible_glyph(buffer, NO_GLYPH);
	/* letters are shaped for what stands beside them, in another colour say */
	shaping->run.origin = plain ? start : 0;
	hb_buffer_add_utf8(buffer, shaping->text + shaping->run.origin, (int)(plain ? size : shaping->size),
					   start - shaping->run.origin, (int)size);
	hb_font_t *scaled = pango_font_get_hb_font(font);
	hb_shape(scaled, buffer, features, G_N_ELEMENTS(features));
	shaping->run.font = script == G_UNICODE_SCRIPT_HAN ? NULL : scaled;
	shaping->run.infos = hb_buffer_get_glyph_infos(buffer, &shaping->run.count);
	shaping->run.places = hb_buffer_get_glyph_positions(buffer, NULL);
	add_clusters(shaping, first, end, backwards);
}

static void shape_all(struct shaping *shaping, uint32_t count)
{
	for (uint32_t first = 0; first < count;) {
		if (!shaping->chars[first].choice) {
			add_bare(shaping, first++);
			continue;
		}
		GUnicodeScript script;
		uint32_t end = text_run_end(shaping->chars, first, count, &script);
		shape_run(shaping, first, end, script);
		first = end;
	}
}

static void *to_arena(struct arena *arena, GArray *array)
{
	size_t size = array->len * g_array_get_element_size(array);
	void *copy = arena_alloc(arena, size + 1);
	if (size)
		memcpy(copy, array->data, size);
	g_array_free(array, TRUE);
	return copy;
}

static const struct text_shaped *shape(struct text_engine *engine, const struct text_span *spans, unsigned count,
									   struct arena *arena, struct diag_sink *sink)
{
	char *text;
	uint32_t size, char_count;
	struct text_char *chars = text_chars(spans, count, engine->scratch, sink, &text, &size, &char_count);
	bool runs_left = text_find_levels(spans, chars, char_count);
	text_choose_faces(spans, chars, char_count, sink);
	uint8_t *breaks = g_malloc0(char_count + 1);
	text_find_breaks(engine, spans, chars, char_count, breaks);
	text_find_hyphens(engine, spans, chars, char_count, breaks, sink);

	struct shaping shaping = {.engine = engine,
							  .spans = spans,
							  .chars = chars,
							  .text = text,
							  .size = size,
							  .breaks = breaks,
							  .clusters = g_array_sized_new(FALSE, FALSE, sizeof(struct text_cluster), char_count),
							  .glyphs = g_array_sized_new(FALSE, FALSE, sizeof(struct text_glyph), char_count)};
	shape_all(&shaping, char_count);

	struct text_shaped *shaped = ARENA_NEW(arena, struct text_shaped);
	shaped->text = arena_copy(arena, text, size);
	shaped->size = size;
	shaped->runs_left = runs_left;
	shaped->cluster_count = shaping.clusters->len;
	shaped->glyph_count = shaping.glyphs->len;
	shaped->clusters = to_arena(arena, shaping.clusters);
	shaped->glyphs = to_arena(arena, shaping.glyphs);
	g_free(breaks);
	arena_clear(engine->scratch);
	return shaped;
}

const struct text_shaped *text_shape(struct text_engine *engine, const struct text_span *spans, unsigned count,
									 struct arena *arena, struct diag_sink *sink)
{
	const struct text_shaped *shaped = shape_cache_find(engine->shaped, spans, count, arena);
	unsigned said = diag_reported(sink);
	if (shaped)
		return shaped;
	shaped = shape(engine, spans, count, arena, sink);
	if (diag_reported(sink) == said)
		shape_cache_keep(engine->shaped, spans, count, shaped);
	return shaped;
}
