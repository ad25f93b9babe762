/* Text operators of a page: their glyphs are counted off to the leaves that they were drawn for, and a string that several share is taken
 * apart. */
#include <string.h>

#include "pdf/content_int.h"

static uint32_t count_glyphs(const struct marking *m, const char *string, const char *end)
{
	uint32_t bytes = 0;

	if (*string == '<') { /* Cairo breaks lines inside strings too */
		for (const char *at = string + 1; at < end - 1; at++)
			bytes += *at > ' ';
		return bytes / (m->wide ? 4 : 2);
	}
	for (const char *at = string + 1; at < end - 1; at++, bytes++)
		if (*at == '\\')
			at += g_ascii_isdigit(at[1]) ? 3 : 1;
	return m->wide ? bytes / 2 : bytes;
}

/* The glyphs of a show operator's strings. */
static uint32_t count_shown(const struct marking *m, const char *at, const char *end)
{
	uint32_t count = 0;

	while (at < end) {
		if (*at == '<' || *at == '(') {
			const char *next = *at == '<' ? (const char *)memchr(at, '>', (size_t)(end - at)) + 1 : content_skip_literal(at, end);

			count += count_glyphs(m, at, next);
			at = next;
		} else {
			at++;
		}
	}
	return count;
}

/* A show operator that several leaves share is taken apart: at `where`, inside a hexadecimal string of an array or of its own. */
static void split_show(struct marking *m, const char *where, bool in_array)
{
	content_copy(m, where);
	pdf_put(m->out, in_array ? ">]TJ" : ">Tj");
	if (content_next_leaf(m, false))
		content_open_leaf(m, where, NULL, 0);
	else
		pdf_put(m->out, "\n");
	pdf_put(m->out, in_array ? "[<" : "<");
}

/* After so many digits and the blanks that follow. */
static const char *skip_code(const char *at, const char *end, unsigned digits)
{
	for (; at < end && (digits || content_is_blank(*at)); at++)
		digits -= g_ascii_isxdigit(*at) ? 1 : 0;
	return at;
}

static void share_show(struct marking *m, const char *at, const char *end)
{
	bool in_array = *at == '[';

	for (; at < end && !m->failed; at++) {
		if (*at == '(') {
			if (count_glyphs(m, at, content_skip_literal(at, end)) > m->left)
				m->failed = true; /* Cairo writes one byte fonts so; their runs are not joined with others' */
			else
				m->left -= count_glyphs(m, at, content_skip_literal(at, end));
			at = content_skip_literal(at, end) - 1;
		} else if (*at == '<') {
			const char *close = memchr(at, '>', (size_t)(end - at));

			for (at++; at < close && !m->failed; m->left--) {
				while (m->left == 0 && !m->failed)
					split_show(m, at, in_array);
				at = skip_code(at, close, m->wide ? 4 : 2);
			}
		}
	}
}

void content_show(struct marking *m)
{
	const char *operands = m->operands, *end = m->at;
	uint32_t count;

	if (m->between_signs || m->open == OPEN_SPAN) {
		m->left -= m->between_signs ? 0 : count_shown(m, operands, end);
		return;
	}
	count = count_shown(m, operands, end);
	if (count == 0)
		return;
	if (m->left == 0 && (content_next_leaf(m, false) || m->open == OPEN_NOTHING))
		content_open_leaf(m, operands, NULL, 0);
	else if ((m->open != OPEN_LEAF && !content_leaf_is_in_artifact(m)) || content_leaf_is_heavy(m) != m->heavy)
		content_open_leaf(m, operands, NULL, 0);
	if (count <= m->left)
		m->left -= count;
	else
		share_show(m, operands, end);
}

/* "/f-0-1 1 Tf": Type 0 or simple? Cairo's resources name the object. */
void content_set_font(struct marking *m)
{
	const char *operands = m->operands;
	const struct pdf_drawn_object *resources = &m->drawn->objects[m->resources], *font;
	char name[32];
	size_t size = 0, number;

	while (size < sizeof name - 1 && operands + size < m->end && !content_is_blank(operands[size]))
		size++;
	memcpy(name, operands, size);
	name[size] = '\0';
	number = pdf_drawn_reference(resources, name);
	font = number < m->drawn->count ? &m->drawn->objects[number] : NULL;
	m->wide = !font || !font->body || memmem(font->body, font->size, "/Type0", 6);
}

/* A span of Cairo's in a word that says itself goes. */
static void drop_bracket(struct marking *m)
{
	content_copy(m, m->operands);
	m->copied = m->after;
}

/* The span's glyphs are not seen, and Cairo left them out. */
static bool shows_nothing(const struct marking *m)
{
	const char *at = m->after;

	while (at < m->end && content_is_blank(*at))
		at++;
	return m->end - at >= 3 && memcmp(at, "EMC", 3) == 0;
}

/* Cairo's span: "/Span << /ActualText <feff…> >> BDC" … "EMC". In furniture it stays as it is. */
void content_begin_span(struct marking *m)
{
	const char *operands = m->operands, *from = memmem(operands, (size_t)(m->after - operands), "<< ", 3), *to;

	if (m->between_signs)
		return;
	m->hollow = m->any_text && shows_nothing(m);
	if (m->hollow) {
		drop_bracket(m);
		return;
	}
	if (m->left == 0 && (content_next_leaf(m, false) || m->open == OPEN_NOTHING) && !m->failed) {
		content_close_mark(m, operands);
		if (content_leaf_tag(m) == &area_artifact || content_leaf_word(m))
			content_open_leaf(m, operands, NULL, 0);
	}
	if (m->whole) {
		drop_bracket(m);
		return;
	}
	if (m->any_text && content_leaf_tag(m) == &area_artifact && !content_leaf_is_in_artifact(m))
		content_open_leaf(m, operands, NULL, 0);
	if (m->failed || !from || content_leaf_tag(m) == &area_artifact) {
		m->in_furniture = true;
		return;
	}
	to = memmem(from, (size_t)(m->after - from), " >>", 3);
	content_open_leaf(m, operands, from + 2, to ? (size_t)(to - from - 2) : 0);
	m->copied = m->after;
}

void content_end_span(struct marking *m)
{
	if (m->between_signs)
		return;
	if (m->whole || m->hollow) {
		m->hollow = false;
		drop_bracket(m);
		return;
	}
	if (!m->in_furniture) {
		content_close_mark(m, m->operands);
		m->copied = m->after;
	}
	m->in_furniture = false;
}
