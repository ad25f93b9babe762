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
static bool is_sign(const struct marking *m)
{
	const struct pdf_page *page = m->sheet->page;
	double width = len_to_pt(page->width), height = len_to_pt(page->height);
	const double filled[] = {0, 0, width, 0, 0, height}, stroked[] = {0, 0, 0, height, width, 0};
	const double *sign = *m->at == 'f' ? filled : stroked;

	if (m->after != m->at + 1 || (*m->at != 'f' && *m->at != 'S') || m->corner_count < 4 || m->corner_count > 5 ||
		m->point_count < 6)
		return false;
	for (int i = 0; i < 6; i++)
		if (!near(m->points[i], sign[i]))
			return false;
	return true;
}

/* Signs come in pairs but for the page's first. */
static void take_sign(struct marking *m)
{
	const char *after = m->after;

	content_copy(m, m->path);
	m->copied = after;
	if (after[-1] == 'S')
		return; /* the text that follows is stroked as this path was */
	if (!m->begun) {
		m->begun = true;
		return;
	}
	if (m->between_signs || m->any_text) {
		m->between_signs = m->any_text = false;
		m->left = 0;
		content_close_mark(m, after);
		return;
	}
	if (content_next_leaf(m, true) && m->left != PDF_ANY_TEXT)
		content_open_leaf(m, after, NULL, 0);
	m->any_text = m->left == PDF_ANY_TEXT; /* marked where it shows glyphs, as other text */
	m->between_signs = !m->any_text;
	if (m->any_text)
		content_close_mark(m, after);
}

/* ---- operators ---- */

static void take_path(struct marking *m)
{
	if (!m->path) {
		m->path = m->operands;
		m->point_count = m->corner_count = 0;
	}
	add_points(m, m->operands, m->at);
}

static void paint(struct marking *m)
{
	const char *path = m->path;

	if (path && is_sign(m))
		take_sign(m);
	else if (path && *m->at != 'n')
		content_open_artifact(m, path);
	m->path = NULL;
}

static void paint_object(struct marking *m)
{
	content_open_artifact(m, m->operands);
}

/* Marked content may not reach over these. */
static void part(struct marking *m)
{
	if (!m->between_signs)
		content_close_mark(m, m->operands);
}

/* The most frequent first. */
static const struct {
	char word[4];
	void (*take)(struct marking *m);
} operators[] = {
	{"Tf", content_set_font},
	{"TJ", content_show},
	{"Tj", content_show},
	{"re", take_path},
	{"f", paint},
	{"m", take_path},
	{"l", take_path},
	{"c", take_path},
	{"h", take_path},
	{"v", take_path},
	{"y", take_path},
	{"S", paint},
	{"s", paint},
	{"F", paint},
	{"f*", paint},
	{"B", paint},
	{"B*", paint},
	{"b", paint},
	{"b*", paint},
	{"n", paint},
	{"BT", part},
	{"ET", part},
	{"q", part},
	{"Q", part},
	{"Do", paint_object},
	{"sh", paint_object},
	{"BDC", content_begin_span},
	{"EMC", content_end_span},
};

static void take_operator(struct marking *m)
{
	char word[4] = "";
	size_t size = (size_t)(m->after - m->at);

	if (size >= sizeof word)
		return;
	memcpy(word, m->at, size);
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
		if (memcmp(operators[i].word, word, sizeof word) == 0) {
			operators[i].take(m);
			return;
		}
}

/* ---- the stream ---- */

static void mark_stream(struct marking *m)
{
	m->operands = NULL;
	for (; m->at < m->end && !m->failed; m->at = m->after) {
		m->after = m->at + 1;
		if (content_is_blank(*m->at))
			continue;
		if (!m->operands)
			m->operands = m->at;
		if (content_skip_operand(m))
			continue;
		while (m->after < m->end && !content_is_delimiter(*m->after))
			m->after++;
		take_operator(m);
		m->operands = NULL;
	}
	content_close_mark(m, m->end);
	content_copy(m, m->end);
}

bool pdf_content_mark(struct pdf_sheet *sheet, const struct pdf_drawn *drawn, const struct pdf_drawn_object *stream,
					  struct arena *arena)
{
	struct bytes plain;
	struct marking m = {.sheet = sheet, .drawn = drawn, .resources = sheet->resources};

	if (!pdf_drawn_inflate(stream, &plain))
		return false;
	m.at = m.copied = plain.data;
	m.end = plain.data + plain.size;
	m.out = g_string_sized_new(plain.size * 5 / 4 + 256);
	m.leaves = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	mark_stream(&m);
	m.failed = m.failed || m.left || m.mark != sheet->marks->len || m.between_signs || m.any_text;
	sheet->content = pdf_deflate(m.out->str, m.out->len);
	sheet->mcid_count = m.leaves->len;
	sheet->leaves = ARENA_ARRAY(arena, uint32_t, m.leaves->len + 1);
	if (m.leaves->len)
		memcpy(sheet->leaves, m.leaves->data, m.leaves->len * sizeof(uint32_t));
	g_array_free(m.leaves, TRUE);
	g_string_free(m.out, TRUE);
	g_free(plain.data);
	return !m.failed;
}
