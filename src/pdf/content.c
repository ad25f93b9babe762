/* Marked content (ISO 32000-1, 14.6): what Cairo drew for a page, divided among the leaves that it was drawn for. Cairo keeps the order
 * of drawing and joins runs freely into text objects, so the glyphs are counted: every show operator is given to the leaf whose turn it
 * is, and split where one ends inside it. Between two signs (draw.c) all belongs to one leaf. Paths and the like outside of them
 * are furniture: artifacts. A leaf that spans several text objects has a piece of marked content in each.
 *
 * Cairo's own ActualText spans become pieces of their leaf, because readers stop at such spans inside marked content. */
#include <string.h>

#include "pdf/content_int.h"

/* ---- paths ---- */

static void add_points(struct marking *m, const char *operands, const char *word)
{
	m->corner_count++;
	while (operands < word && m->point_count < G_N_ELEMENTS(m->points)) {
		while (operands < word && content_is_blank(*operands))
			operands++;
		if (operands < word) {
			const char *before = operands;

			m->points[m->point_count++] = content_read_number(&operands);
			if (operands == before)
				return;
		}
	}
}

static bool near(double a, double b)
{
	return a - b < 0.01 && b - a < 0.01;
}

/* The triangles of draw.c: three corners, a close, and the point that Cairo adds. */
static bool is_sign(const struct marking *m, const char *word, size_t size)
{
	const struct pdf_page *page = m->sheet->page;
	double width = len_to_pt(page->width), height = len_to_pt(page->height);
	const double filled[] = {0, 0, width, 0, 0, height}, stroked[] = {0, 0, 0, height, width, 0};
	const double *sign = *word == 'f' ? filled : stroked;

	if (size != 1 || (*word != 'f' && *word != 'S') || m->corner_count < 4 || m->corner_count > 5 || m->point_count < 6)
		return false;
	for (int i = 0; i < 6; i++)
		if (!near(m->points[i], sign[i]))
			return false;
	return true;
}

/* Signs come in pairs but for the page's first. */
static void take_sign(struct marking *m, const char *after, bool *seen)
{
	content_copy(m, m->path);
	m->copied = after;
	if (after[-1] == 'S')
		return; /* the text that follows is stroked as this path was */
	if (!*seen) {
		*seen = true;
		return;
	}
	m->between_signs = !m->between_signs;
	if (!m->between_signs)
		content_close_mark(m, after);
	else if (content_next_leaf(m, true))
		content_open_leaf(m, after, NULL, 0);
}

/* ---- the stream ---- */

static bool is_one_of(const char *word, size_t size, const char *list)
{
	for (const char *at = list; at && *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == size && strncmp(at, word, size) == 0)
			return true;
	return false;
}

static void take_path(struct marking *m, const char *word)
{
	if (!m->path) {
		m->path = m->operands;
		m->point_count = m->corner_count = 0;
	}
	add_points(m, m->operands, word);
}

static void paint(struct marking *m, const char *word, size_t size, bool *seen)
{
	const char *path = m->path;

	if (path && is_sign(m, word, size))
		take_sign(m, word + size, seen);
	else if (path && *word != 'n')
		content_open_artifact(m, path);
	m->path = NULL;
}

static void take_operator(struct marking *m, const char *word, size_t size, bool *seen)
{
	const char *after = word + size;

	if (is_one_of(word, size, "Tj TJ"))
		content_show(m, m->operands, word);
	else if (is_one_of(word, size, "Tf"))
		content_set_font(m, m->operands);
	else if (is_one_of(word, size, "m l c v y h re"))
		take_path(m, word);
	else if (is_one_of(word, size, "f f* F S s B B* b b* n"))
		paint(m, word, size, seen);
	else if (is_one_of(word, size, "Do sh"))
		content_open_artifact(m, m->operands);
	else if (is_one_of(word, size, "BT ET q Q") && !m->between_signs)
		content_close_mark(m, m->operands);
	else if (is_one_of(word, size, "BDC") && !m->between_signs)
		content_begin_span(m, m->operands, after);
	else if (is_one_of(word, size, "EMC") && !m->between_signs)
		content_end_span(m, m->operands, after);
}

static void mark_stream(struct marking *m)
{
	bool seen = false;

	m->operands = NULL;
	while (m->at < m->end && !m->failed) {
		const char *next;
		size_t size = 0;

		if (content_is_blank(*m->at)) {
			m->at++;
			continue;
		}
		if (!m->operands)
			m->operands = m->at;
		next = content_skip_operand(m->at, m->end);
		if (!next) {
			do
				size++;
			while (m->at + size < m->end && !content_is_delimiter(m->at[size]));
			take_operator(m, m->at, size, &seen);
			m->operands = NULL;
			next = m->at + size;
		}
		m->at = next;
	}
	content_close_mark(m, m->end);
	content_copy(m, m->end);
}

bool pdf_content_mark(struct pdf_sheet *sheet, const struct pdf_drawn *drawn, const struct pdf_drawn_object *stream,
					  struct arena *arena)
{
	struct marking m = {.sheet = sheet,
						.drawn = drawn,
						.at = stream->data.data,
						.end = stream->data.data + stream->data.size,
						.copied = stream->data.data,
						.out = g_string_sized_new(stream->data.size * 5 / 4 + 256),
						.leaves = g_array_new(FALSE, FALSE, sizeof(uint32_t)),
						.resources = sheet->resources};

	mark_stream(&m);
	m.failed = m.failed || m.left || m.mark != sheet->marks->len || m.between_signs;
	sheet->content = pdf_deflate(m.out->str, m.out->len);
	sheet->mcid_count = m.leaves->len;
	sheet->leaves = ARENA_ARRAY(arena, uint32_t, m.leaves->len + 1);
	if (m.leaves->len)
		memcpy(sheet->leaves, m.leaves->data, m.leaves->len * sizeof(uint32_t));
	g_array_free(m.leaves, TRUE);
	g_string_free(m.out, TRUE);
	return !m.failed;
}
