/* faces: which face a font is, by its name, and where its em boxes stand on the baseline, by its ink. */
#include <math.h>
#include <string.h>

#include "audit/audit_int.h"

#define RISE       0.38 /* em: middle of the em box above the baseline, of most Chinese faces */
#define RISE_LEAST 20   /* Han characters whose ink tells better */

static const struct {
	enum face face;
	const char *part;
} face_names[] = {
#define FACE(face, part) {FACE_##face, part},
#include "faces.def"
#undef FACE
};

/* Letters in lower case, without what makers write differently. */
static char *plain_name(const char *name)
{
	char *lower = g_utf8_strdown(name, -1), *to = lower;
	for (const char *from = lower; *from; from++)
		if (!strchr(" -_", *from))
			*to++ = *from;
	*to = '\0';
	return lower;
}

static enum face face_of(const char *plain)
{
	for (size_t i = 0; i < G_N_ELEMENTS(face_names); i++)
		if (strstr(plain, face_names[i].part))
			return face_names[i].face;
	return FACE_UNKNOWN;
}

const char *face_name(enum face face)
{
	static const char *const names[] = {"?", "仿宋", "楷体", "黑体", "小标宋", "宋体", "Latin"};
	return names[face];
}

/* The ink of Han characters is, on the average, in the middle of the em box. */
static double *measure_rises(const struct audit *audit)
{
	const struct reader_document *document = audit->document;
	double *rises = ARENA_ARRAY(audit->arena, double, document->font_count + 1);
	unsigned *counts = ARENA_ARRAY(audit->arena, unsigned, document->font_count + 1);
	for (unsigned p = 0; p < document->page_count; p++)
		for (unsigned i = 0; i < document->pages[p].char_count; i++) {
			const struct reader_char *letter = &document->pages[p].chars[i];
			if (!letter->drawn || letter->turn != READER_UPRIGHT || letter->size <= 0 || !code_is_han(letter->code) ||
				reader_is_nothing(letter->ink))
				continue;
			rises[letter->font] += (letter->y - (letter->ink.top + letter->ink.bottom) / 2.0) / letter->size;
			counts[letter->font]++;
		}
	for (unsigned i = 0; i < document->font_count; i++)
		rises[i] = counts[i] < RISE_LEAST ? RISE : rises[i] / counts[i];
	return rises;
}

void audit_name_faces(struct audit *audit)
{
	unsigned count = audit->document->font_count;
	enum face *faces = ARENA_ARRAY(audit->arena, enum face, count + 1);
	bool *bolds = ARENA_ARRAY(audit->arena, bool, count + 1);
	for (unsigned i = 0; i < count; i++) {
		char *plain = plain_name(audit->document->fonts[i]);
		faces[i] = face_of(plain);
		bolds[i] = strstr(plain, "bold") != NULL && faces[i] != FACE_HEI;
		g_free(plain);
	}
	audit->faces = faces;
	audit->bolds = bolds;
	audit->rises = measure_rises(audit);
}
