/* warm: what the first Chinese document of a process pays for, done before it comes: faces opened, Pango's and HarfBuzz's views of them, ICU's
 * rules and its dictionary. A line is shaped in every Chinese role of fonts.xml. No document gets another result for it, and each says for
 * itself what is wrong with a font. */
#include <string.h>

#include "text/text_int.h"

#define SPECIMEN "关于2005年度（一）“A”，。"

static void shape_specimen(struct text_engine *engine, const char *family, struct diag_sink *unheard)
{
	struct arena *arena = arena_open();
	struct text_style style = {.font = text_font_find(engine, &family, 1, LEN_PT * 16, 0, (struct place){0}, unheard),
							   .language = "zh"};
	const struct text_span span = {.text = SPECIMEN, .size = strlen(SPECIMEN), .style = &style};
	const struct text_shaped *shaped = style.font ? text_shape(engine, &span, 1, arena, unheard) : NULL;
	if (shaped)
		text_find_joints(engine, shaped, arena);
	arena_close(arena);
}

/* A face that cannot be opened is said by the document that wants it. */
static void forget_broken(struct text_engine *engine)
{
	GHashTableIter faces;
	gpointer face;
	bool any = false;
	g_hash_table_iter_init(&faces, engine->faces);
	while (g_hash_table_iter_next(&faces, NULL, &face)) {
		any |= ((struct text_face *)face)->broken;
		((struct text_face *)face)->broken = false;
	}
	if (any)
		text_forget_fonts(engine);
}

/* Whether a role's first face that is there has Han. */
static bool is_chinese(struct text_engine *engine, const struct text_role *role)
{
	for (unsigned i = 0; i < role->families->len; i++) {
		const struct text_face *face = text_face_find(engine, role->families->pdata[i], 0, false);
		if (face)
			return FcCharSetHasChar(face->coverage, HAN_SAMPLE);
	}
	return false;
}

void text_warm_up(struct text_engine *engine, struct diag_sink *unheard)
{
	GHashTable *done = g_hash_table_new(g_direct_hash, g_direct_equal);
	GHashTableIter roles;
	gpointer name, role;
	g_hash_table_iter_init(&roles, engine->roles);
	while (g_hash_table_iter_next(&roles, &name, &role)) /* aliases have the same faces */
		if (is_chinese(engine, role) && g_hash_table_add(done, ((const struct text_role *)role)->families))
			shape_specimen(engine, name, unheard);
	g_hash_table_destroy(done);
	forget_broken(engine);
}
