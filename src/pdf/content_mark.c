/* Marks around the content of leaves (ISO 32000-1, 14.6; PDF/UA-1, 7.1), in the order of their MCIDs, and around furniture. */
#include "pdf/content_int.h"

void content_copy(struct marking *m, const char *until)
{
	if (until > m->copied)
		g_string_append_len(m->out, m->copied, until - m->copied);
	m->copied = until;
}

void content_close_mark(struct marking *m, const char *where)
{
	if (m->open == OPEN_NOTHING)
		return;
	content_copy(m, where);
	pdf_put(m->out, m->heavy ? "\n0 Tr\nEMC\n" : "\nEMC\n");
	m->open = OPEN_NOTHING;
	m->heavy = m->whole = false;
}

const struct area_structure *content_leaf_tag(const struct marking *m)
{
	return m->sheet->page->leaves[m->leaf].tag;
}

/* Bold type that the family lacks: the outlines of the regular face are filled and stroked. */
bool content_leaf_is_heavy(const struct marking *m)
{
	return m->sheet->page->leaves[m->leaf].heavy;
}

const char *content_leaf_word(struct marking *m)
{
	const GArray *words = m->sheet->words;
	const struct pdf_word *word;

	while (m->word < words->len && g_array_index(words, struct pdf_word, m->word).leaf < m->leaf)
		m->word++;
	word = m->word < words->len ? &g_array_index(words, struct pdf_word, m->word) : NULL;
	return word && word->leaf == m->leaf && content_leaf_tag(m) != &area_artifact ? word->text : NULL;
}

static void put_artifact(struct marking *m, enum pdf_furniture furniture)
{
	static const char *const kinds[] = {[PDF_LAYOUT] = "/Type/Layout",
										[PDF_PAGINATION] = "/Type/Pagination",
										[PDF_HEADER] = "/Type/Pagination/Subtype/Header",
										[PDF_FOOTER] = "/Type/Pagination/Subtype/Footer"};

	pdf_put(m->out, "/Artifact <<");
	pdf_put(m->out, kinds[furniture]);
	pdf_put(m->out, ">> BDC\n");
	m->open = OPEN_ARTIFACT;
	m->furniture = furniture;
}

static enum pdf_furniture leaf_furniture(const struct marking *m)
{
	return m->sheet->page->leaves[m->leaf].furniture;
}

bool content_leaf_is_in_artifact(const struct marking *m)
{
	return m->open == OPEN_ARTIFACT && content_leaf_tag(m) == &area_artifact && leaf_furniture(m) == m->furniture;
}

static void set_weight(struct marking *m)
{
	m->heavy = content_leaf_is_heavy(m);
	if (m->heavy)
		pdf_put(m->out, "2 Tr\n");
}

void content_open_leaf(struct marking *m, const char *where, const char *properties, size_t size)
{
	const struct area_structure *tag = content_leaf_tag(m);
	const char *word = content_leaf_word(m);

	content_close_mark(m, where);
	content_copy(m, where);
	if (tag == &area_artifact) {
		put_artifact(m, leaf_furniture(m));
		set_weight(m);
		return;
	}
	pdf_put(m->out, properties || word ? "/Span" : g_str_equal(tag->role, "Figure") ? "/Figure" : "/P");
	pdf_put(m->out, " <</MCID ");
	pdf_put_number(m->out, m->leaves->len);
	if (word) {
		pdf_put(m->out, "/ActualText");
		pdf_put_string(m->out, word);
	} else if (properties) {
		g_string_append_len(m->out, properties, (gssize)size);
	}
	pdf_put(m->out, ">> BDC\n");
	g_array_append_val(m->leaves, m->leaf);
	m->whole = word;
	m->open = properties && !word ? OPEN_SPAN : OPEN_LEAF;
	set_weight(m);
}

void content_open_artifact(struct marking *m, const char *where)
{
	if (m->between_signs || m->open == OPEN_ARTIFACT)
		return;
	content_close_mark(m, where);
	content_copy(m, where);
	put_artifact(m, PDF_LAYOUT);
}

bool content_next_leaf(struct marking *m, bool between_signs)
{
	const struct area_structure *before;
	enum pdf_furniture furniture;
	const struct pdf_mark *mark;

	if (m->mark == m->sheet->marks->len)
		return !(m->failed = true);
	before = content_leaf_tag(m);
	furniture = leaf_furniture(m);
	mark = &g_array_index(m->sheet->marks, struct pdf_mark, m->mark++);
	if ((mark->glyphs == PDF_PICTURE || mark->glyphs == PDF_ANY_TEXT) != between_signs)
		return !(m->failed = true);
	m->leaf = mark->leaf;
	m->left = mark->glyphs;
	if (m->open == OPEN_ARTIFACT && !content_leaf_is_in_artifact(m))
		return true;
	return m->open == OPEN_NOTHING || m->open == OPEN_SPAN || m->whole || content_leaf_word(m) || content_leaf_tag(m) != before ||
		   leaf_furniture(m) != furniture || content_leaf_is_heavy(m) != m->heavy;
}
