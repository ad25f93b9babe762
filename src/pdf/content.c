/* Marked content (ISO 32000-1, 14.6): what Cairo drew for a page, divided among the leaves that it was drawn for. Cairo keeps the order
 * of drawing and joins runs freely into text objects, so the glyphs are counted: every show operator is given to the leaf whose turn it
 * is, and split where one ends inside it. Between two signs (draw.c) all belongs to one leaf. Paths and the like outside of them
 * are furniture: artifacts. A leaf that spans several text objects has a piece of marked content in each.
 *
 * Cairo's own ActualText spans become pieces of their leaf, because readers stop at such spans inside marked content. */
#include <string.h>

#include "pdf/pdf_int.h"

enum open { OPEN_NOTHING, OPEN_ARTIFACT, OPEN_LEAF, OPEN_SPAN };

struct marking {
	struct pdf_sheet *sheet;
	const struct pdf_drawn *drawn;
	const char *at, *end; /* of Cairo's stream */
	const char *operands; /* where the current operator's operands begin */
	const char *copied;   /* all before is in out */
	GString *out;
	GArray *leaves; /* by MCID */
	guint mark;     /* the next to take */
	uint32_t left;  /* glyphs of the leaf whose turn it is */
	uint32_t leaf;  /* that leaf */
	enum open open;
	bool between_signs;
	bool heavy;        /* what is open is stroked too: text rendering mode 2 */
	bool in_furniture; /* a span of Cairo's in an artifact */
	bool wide;         /* two bytes a glyph: the current font is a Type 0 font */
	size_t resources;
	const char *path; /* where the current path begins; NULL: none */
	double points[8]; /* its first numbers */
	unsigned point_count, corner_count;
	bool failed;
};

/* ---- tokens ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

static bool is_delimiter(char c)
{
	return is_blank(c) || strchr("()<>[]{}/%", c);
}

static const char *skip_literal(const char *at, const char *end)
{
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '\\')
			at++;
		else if (*at == '(')
			depth++;
		else if (*at == ')' && --depth == 0)
			return at + 1;
	}
	return end;
}

/* After the operand that begins here: a number, name, string, array or dictionary; NULL: an operator begins. */
static const char *skip_operand(const char *at, const char *end)
{
	int depth = 0;

	if (*at == '(')
		return skip_literal(at, end);
	if (*at == '<' || *at == '[') {
		char close = *at == '[' ? ']' : '>', open = *at;

		for (; at < end; at++) {
			if (*at == '(')
				at = skip_literal(at, end) - 1;
			else if (*at == open)
				depth++;
			else if (*at == close && --depth == 0)
				return at + 1;
		}
		return end;
	}
	if (*at != '/' && *at != '-' && *at != '.' && *at != '+' && !g_ascii_isdigit(*at))
		return NULL;
	for (at++; at < end && !is_delimiter(*at);)
		at++;
	return at;
}

/* A decimal as Cairo writes it; the locale has no say. */
static double read_number(const char **at)
{
	double value = 0, unit = 1;
	bool negative = **at == '-';

	for (*at += negative; g_ascii_isdigit(**at); (*at)++)
		value = value * 10 + (**at - '0');
	if (**at == '.')
		for ((*at)++; g_ascii_isdigit(**at); (*at)++)
			value += (**at - '0') * (unit /= 10);
	return negative ? -value : value;
}

/* ---- marks ---- */

static void copy_until(struct marking *m, const char *until)
{
	if (until > m->copied)
		g_string_append_len(m->out, m->copied, until - m->copied);
	m->copied = until;
}

static void close_mark(struct marking *m, const char *where)
{
	if (m->open == OPEN_NOTHING)
		return;
	copy_until(m, where);
	pdf_put(m->out, m->heavy ? "\n0 Tr\nEMC\n" : "\nEMC\n");
	m->open = OPEN_NOTHING;
	m->heavy = false;
}

static const struct area_structure *leaf_tag(const struct marking *m)
{
	return m->sheet->page->leaves[m->leaf].tag;
}

/* Bold type that the family lacks: the outlines of the regular face are filled and stroked. */
static bool leaf_is_heavy(const struct marking *m)
{
	return m->sheet->page->leaves[m->leaf].heavy;
}

static void set_weight(struct marking *m)
{
	m->heavy = leaf_is_heavy(m);
	if (m->heavy)
		pdf_put(m->out, "2 Tr\n");
}

/* properties: of a span, "/ActualText <…>", or NULL. */
static void open_leaf(struct marking *m, const char *where, const char *properties, size_t size)
{
	const struct area_structure *tag = leaf_tag(m);

	close_mark(m, where);
	copy_until(m, where);
	if (tag == &area_artifact) {
		pdf_put(m->out, "/Artifact BMC\n");
		m->open = OPEN_ARTIFACT;
		set_weight(m);
		return;
	}
	pdf_put(m->out, properties ? "/Span" : g_str_equal(tag->role, "Figure") ? "/Figure" : "/P");
	pdf_put(m->out, " <</MCID ");
	pdf_put_number(m->out, m->leaves->len);
	if (properties)
		g_string_append_len(m->out, properties, (gssize)size);
	pdf_put(m->out, ">> BDC\n");
	g_array_append_val(m->leaves, m->leaf);
	m->open = properties ? OPEN_SPAN : OPEN_LEAF;
	set_weight(m);
}

static void open_artifact(struct marking *m, const char *where)
{
	if (m->between_signs || m->open == OPEN_ARTIFACT)
		return;
	close_mark(m, where);
	copy_until(m, where);
	pdf_put(m->out, "/Artifact BMC\n");
	m->open = OPEN_ARTIFACT;
}

/* The next leaf has its turn. Leaves of one element that follow each other share their marked content. */
static bool next_leaf(struct marking *m, bool between_signs)
{
	const struct area_structure *before;
	const struct pdf_mark *mark;

	if (m->mark == m->sheet->marks->len)
		return !(m->failed = true);
	before = leaf_tag(m);
	mark = &g_array_index(m->sheet->marks, struct pdf_mark, m->mark++);
	if ((mark->glyphs == 0) != between_signs)
		return !(m->failed = true);
	m->leaf = mark->leaf;
	m->left = mark->glyphs;
	return m->open == OPEN_NOTHING || m->open == OPEN_SPAN || leaf_tag(m) != before || leaf_is_heavy(m) != m->heavy;
}

/* ---- text ---- */

static uint32_t count_glyphs(const struct marking *m, const char *string, const char *end)
{
	uint32_t bytes = 0;

	if (*string == '<') { /* Cairo breaks lines inside strings too */
		for (const char *at = string + 1; at < end; at++)
			bytes += g_ascii_isxdigit(*at);
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
			const char *next = *at == '<' ? (const char *)memchr(at, '>', (size_t)(end - at)) + 1 : skip_literal(at, end);

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
	copy_until(m, where);
	pdf_put(m->out, in_array ? ">]TJ" : ">Tj");
	if (next_leaf(m, false))
		open_leaf(m, where, NULL, 0);
	else
		pdf_put(m->out, "\n");
	pdf_put(m->out, in_array ? "[<" : "<");
}

/* After so many digits and the blanks that follow. */
static const char *skip_code(const char *at, const char *end, unsigned digits)
{
	for (; at < end && (digits || is_blank(*at)); at++)
		digits -= g_ascii_isxdigit(*at) ? 1 : 0;
	return at;
}

static void share_show(struct marking *m, const char *at, const char *end)
{
	bool in_array = *at == '[';

	for (; at < end && !m->failed; at++) {
		if (*at == '(') {
			if (count_glyphs(m, at, skip_literal(at, end)) > m->left)
				m->failed = true; /* Cairo writes one byte fonts so; their runs are not joined with others' */
			else
				m->left -= count_glyphs(m, at, skip_literal(at, end));
			at = skip_literal(at, end) - 1;
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

static void show(struct marking *m, const char *operands, const char *end)
{
	uint32_t count;

	if (m->between_signs || m->open == OPEN_SPAN) {
		m->left -= m->between_signs ? 0 : count_shown(m, operands, end);
		return;
	}
	count = count_shown(m, operands, end);
	if (count == 0)
		return;
	if (m->left == 0 && (next_leaf(m, false) || m->open == OPEN_NOTHING))
		open_leaf(m, operands, NULL, 0);
	else if ((m->open != OPEN_LEAF && !(m->open == OPEN_ARTIFACT && leaf_tag(m) == &area_artifact)) ||
			 leaf_is_heavy(m) != m->heavy)
		open_leaf(m, operands, NULL, 0);
	if (count <= m->left)
		m->left -= count;
	else
		share_show(m, operands, end);
}

/* "/f-0-1 1 Tf": Type 0 or simple? Cairo's resources name the object. */
static void set_font(struct marking *m, const char *operands)
{
	const struct pdf_drawn_object *resources = &m->drawn->objects[m->resources], *font;
	char name[32];
	size_t size = 0, number;

	while (size < sizeof name - 1 && operands + size < m->end && !is_blank(operands[size]))
		size++;
	memcpy(name, operands, size);
	name[size] = '\0';
	number = pdf_drawn_reference(resources, name);
	font = number < m->drawn->count ? &m->drawn->objects[number] : NULL;
	m->wide = !font || !font->body || memmem(font->body, font->size, "/Type0", 6);
}

/* Cairo's span: "/Span << /ActualText <feff…> >> BDC" … "EMC". In furniture it stays as it is. */
static void begin_span(struct marking *m, const char *operands, const char *after)
{
	const char *from = memmem(operands, (size_t)(after - operands), "<< ", 3), *to;

	if (m->left == 0 && (next_leaf(m, false) || m->open == OPEN_NOTHING) && !m->failed && leaf_tag(m) == &area_artifact)
		open_leaf(m, operands, NULL, 0);
	if (m->failed || !from || leaf_tag(m) == &area_artifact) {
		m->in_furniture = true;
		return;
	}
	to = memmem(from, (size_t)(after - from), " >>", 3);
	open_leaf(m, operands, from + 2, to ? (size_t)(to - from - 2) : 0);
	m->copied = after;
}

static void end_span(struct marking *m, const char *operands, const char *after)
{
	if (!m->in_furniture) {
		close_mark(m, operands);
		m->copied = after;
	}
	m->in_furniture = false;
}

/* ---- paths ---- */

static void add_points(struct marking *m, const char *operands, const char *word)
{
	m->corner_count++;
	while (operands < word && m->point_count < G_N_ELEMENTS(m->points)) {
		while (operands < word && is_blank(*operands))
			operands++;
		if (operands < word) {
			const char *before = operands;

			m->points[m->point_count++] = read_number(&operands);
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
	copy_until(m, m->path);
	m->copied = after;
	if (after[-1] == 'S')
		return; /* the text that follows is stroked as this path was */
	if (!*seen) {
		*seen = true;
		return;
	}
	m->between_signs = !m->between_signs;
	if (!m->between_signs)
		close_mark(m, after);
	else if (next_leaf(m, true))
		open_leaf(m, after, NULL, 0);
}

/* ---- the stream ---- */

static bool is_one_of(const char *word, size_t size, const char *list)
{
	for (const char *at = list; at && *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == size && strncmp(at, word, size) == 0)
			return true;
	return false;
}

static void take_path(struct marking *m, const char *word, size_t size)
{
	if (!m->path) {
		m->path = m->operands;
		m->point_count = m->corner_count = 0;
	}
	add_points(m, m->operands, word);
	(void)size;
}

static void paint(struct marking *m, const char *word, size_t size, bool *seen)
{
	const char *path = m->path;

	if (path && is_sign(m, word, size))
		take_sign(m, word + size, seen);
	else if (path && *word != 'n')
		open_artifact(m, path);
	m->path = NULL;
}

static void take_operator(struct marking *m, const char *word, size_t size, bool *seen)
{
	const char *after = word + size;

	if (is_one_of(word, size, "Tj TJ"))
		show(m, m->operands, word);
	else if (is_one_of(word, size, "Tf"))
		set_font(m, m->operands);
	else if (is_one_of(word, size, "m l c v y h re"))
		take_path(m, word, size);
	else if (is_one_of(word, size, "f f* F S s B B* b b* n"))
		paint(m, word, size, seen);
	else if (is_one_of(word, size, "Do sh"))
		open_artifact(m, m->operands);
	else if (is_one_of(word, size, "BT ET q Q") && !m->between_signs)
		close_mark(m, m->operands);
	else if (is_one_of(word, size, "BDC") && !m->between_signs)
		begin_span(m, m->operands, after);
	else if (is_one_of(word, size, "EMC") && !m->between_signs)
		end_span(m, m->operands, after);
}

static void mark_stream(struct marking *m)
{
	bool seen = false;

	m->operands = NULL;
	while (m->at < m->end && !m->failed) {
		const char *next;
		size_t size = 0;

		if (is_blank(*m->at)) {
			m->at++;
			continue;
		}
		if (!m->operands)
			m->operands = m->at;
		next = skip_operand(m->at, m->end);
		if (!next) {
			do
				size++;
			while (m->at + size < m->end && !is_delimiter(m->at[size]));
			take_operator(m, m->at, size, &seen);
			m->operands = NULL;
			next = m->at + size;
		}
		m->at = next;
	}
	close_mark(m, m->end);
	copy_until(m, m->end);
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
