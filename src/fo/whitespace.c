/* whitespace: the white space of a block's inline content, across inline boundaries (XSL 4.7.2, 7.17): linefeed-treatment, then
 * collapsing, then white-space-treatment at the content's edges and at preserved line feeds; where lines are broken layout drops it.
 * Takes the text nodes up to the next block; rewrites their text. Z-33: a line feed between two Han or full-width characters of
 * Chinese text gives no space. */
#include <string.h>

#include "fo/fo_int.h"

#define PARAGRAPH_MOST (8 << 20) /* bytes of text */

enum edge { AT_START, AT_BREAK, IN_TEXT }; /* what stands before: start of the content, a preserved line feed, text */

struct collapse {
	enum edge before;
	gunichar previous;           /* last character kept; 0: none, 0xFFFC: an object */
	GPtrArray *owed;             /* the node of each space that waits for what follows it */
	const struct fo_node *space; /* that of the last of them, collapsed or not */
	bool linefeed;               /* they came from (also) a line feed */
	GHashTable *texts;           /* node → GString */
};

static bool is_space(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Han, kana, full-width forms, CJK punctuation, and the marks that are full-width in Chinese text. */
static bool is_wide(gunichar c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
		   (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x2014 ||
		   c == 0x2026 || (c >= 0x2018 && c <= 0x201D);
}

/* Marks that are full-width whatever stands beside them: no gap stands next to them (Z-42). */
static bool is_wide_mark(gunichar c)
{
	return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) ||
		   (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF60);
}

static bool is_chinese(const struct fo_node *node)
{
	const char *language = node->style->language;
	return language && (strcmp(language, "zh") == 0 || strcmp(language, "chi") == 0 || strcmp(language, "zho") == 0);
}

static GString *text_of(struct collapse *state, struct fo_node *node)
{
	GString *text = g_hash_table_lookup(state->texts, node);
	if (!text) {
		text = g_string_new("");
		g_hash_table_insert(state->texts, node, text);
	}
	return text;
}

/* Whether white space at the start or end of a line goes; `forced`: at a line feed that is kept, where collapsing removes it too. A character that
 * suppress-at-line-break retains does not (7.17.3). */
static bool is_dropped(const struct fo_node *owner, bool at_start, bool at_end, bool forced)
{
	const struct fo_style *style = owner->style;
	if (owner->parent->kind == FO_CHARACTER && owner->parent->style->suppress_at_line_break == FO_KW_RETAIN)
		return false;
	enum fo_keyword treatment = style->white_space_treatment;
	bool both = treatment == FO_KW_IGNORE_IF_SURROUNDING_LINEFEED;
	return (at_start && (both || treatment == FO_KW_IGNORE_IF_AFTER_LINEFEED)) ||
		   (at_end && (both || treatment == FO_KW_IGNORE_IF_BEFORE_LINEFEED)) ||
		   (forced && style->white_space_collapse == FO_KW_TRUE);
}

/* gw:segment-break-transform: whether a line feed in the source gives no space (Z-33). Between Han and Latin it gives one, which layout
 * makes as wide as the gap of Z-40. */
static bool joins_lines(const struct fo_style *style, bool chinese, gunichar before, gunichar after)
{
	if (style->white_space_collapse != FO_KW_TRUE || style->segment_break_transform == FO_KW_SPACE)
		return false;
	bool wide = (is_wide(before) && is_wide(after)) || is_wide_mark(before) || is_wide_mark(after);
	return (style->segment_break_transform == FO_KW_REMOVE || chinese) && wide;
}

/* Settles owed spaces before the character `next` (0: the content ends, '\n': a preserved line feed). */
static void settle(struct collapse *state, gunichar next)
{
	bool at_start = state->before != IN_TEXT, at_end = next == 0 || next == '\n';
	bool forced = state->before == AT_BREAK || next == '\n';
	for (guint i = 0; i < state->owed->len; i++) {
		struct fo_node *owner = state->owed->pdata[i];
		bool joined = state->linefeed && joins_lines(owner->style, is_chinese(owner), state->previous, next);
		if (!joined && !is_dropped(owner, at_start, at_end, forced))
			g_string_append_c(text_of(state, owner), ' ');
	}
	g_ptr_array_set_size(state->owed, 0);
	state->linefeed = false;
}

/* The flow object among its siblings: a text, or the character that it belongs to. */
static const struct fo_node *sibling_of(const struct fo_node *node)
{
	return node->parent->kind == FO_CHARACTER ? node->parent : node;
}

static bool stands_elsewhere(const struct fo_node *node)
{
	bool floats = node->kind == FO_FLOAT && node->style->floats != FO_KW_NONE;
	return floats || node->kind == FO_MARKER || node->kind == FO_FOOTNOTE_BODY;
}

/* Whether a space in the text `node` follows one at once (7.17.3): those of an inline and of what is around it are no siblings (4.2.4), so
 * that both stand. In Chinese text they are one. Markers and floats are not there. */
static bool follows_space(const struct collapse *state, const struct fo_node *node)
{
	if (!state->owed->len)
		return false;
	const struct fo_node *at = sibling_of(state->space), *here = sibling_of(node);
	if (at == here || is_chinese(node) || is_chinese(state->space))
		return true;
	for (at = at->next; at && stands_elsewhere(at);)
		at = at->next;
	return at == here;
}

/* Whether a line ends here whatever the words ask for: at a line feed that is preserved, and at the separators of lines and of paragraphs
 * (UAX 14, class BK), which no font needs to have. */
static bool ends_line(const struct fo_style *style, gunichar c)
{
	return (c == '\n' && style->linefeed_treatment == FO_KW_PRESERVE) || c == 0x2028 || c == 0x2029;
}

static void take(struct collapse *state, struct fo_node *node, gunichar c)
{
	const struct fo_style *style = node->style;
	if (c == '\n' && style->linefeed_treatment == FO_KW_IGNORE)
		return;
	if (c == '\n' && style->linefeed_treatment == FO_KW_TREAT_AS_ZERO_WIDTH_SPACE)
		c = 0x200B;
	if (ends_line(style, c)) {
		settle(state, '\n');
		g_string_append_c(text_of(state, node), '\n');
		state->before = AT_BREAK;
		state->previous = 0;
		return;
	}
	if (is_space(c)) {
		bool collapsed = style->white_space_collapse == FO_KW_TRUE && follows_space(state, node);
		if (!collapsed && style->white_space_treatment != FO_KW_IGNORE)
			g_ptr_array_add(state->owed, node);
		state->space = node;
		state->linefeed |= c == '\n';
		return;
	}
	settle(state, c);
	g_string_append_unichar(text_of(state, node), c);
	state->before = IN_TEXT;
	state->previous = c;
}

/* Lines are weighed over the whole paragraph, which takes some 250 bytes a character. False: it is longer than is safe, and that is said. */
static bool is_moderate(struct fo_builder *builder, const GPtrArray *nodes)
{
	size_t size = 0;
	for (unsigned i = 0; i < nodes->len; i++) {
		const struct fo_node *node = nodes->pdata[i];
		size += node ? node->text_size : 0;
		if (size <= PARAGRAPH_MOST)
			continue;
		diag_report_words(builder->sink, DIAG_XML_LIMIT, node->place, "length of one paragraph: > %d MB",
						  "一个段落的长度：大于 %d MB", PARAGRAPH_MOST >> 20);
		return false;
	}
	return true;
}

/* One stretch of inline content: its text nodes in order; NULL stands for an object (leader, page number, …). leader: the content is a pattern
 * that is set again and again: its edges are no line's. */
static void treat(struct fo_builder *builder, const GPtrArray *nodes, bool leader)
{
	struct collapse state = {.before = leader ? IN_TEXT : AT_START,
							 .owed = g_ptr_array_new(),
							 .texts = g_hash_table_new(g_direct_hash, g_direct_equal)};
	for (unsigned i = 0; i < nodes->len; i++) {
		struct fo_node *node = nodes->pdata[i];
		if (!node) { /* an object is like a character that is no space */
			settle(&state, 0xFFFC);
			state.before = IN_TEXT;
			state.previous = 0xFFFC;
			continue;
		}
		text_of(&state, node);
		for (const char *at = node->text; *at; at = g_utf8_next_char(at))
			take(&state, node, g_utf8_get_char(at));
	}
	settle(&state, leader ? 0xFFFC : 0);
	for (unsigned i = 0; i < nodes->len; i++) {
		struct fo_node *node = nodes->pdata[i];
		if (!node)
			continue;
		GString *text = g_hash_table_lookup(state.texts, node);
		if (text->len != node->text_size || memcmp(text->str, node->text, text->len) != 0)
			node->text = arena_copy(builder->arena, text->str, text->len);
		node->text_size = text->len;
		g_string_free(text, TRUE);
	}
	g_hash_table_destroy(state.texts);
	g_ptr_array_free(state.owed, TRUE);
}

static void flush(struct fo_builder *builder, GPtrArray *nodes, bool leader)
{
	if (nodes->len && is_moderate(builder, nodes))
		treat(builder, nodes, leader);
	g_ptr_array_set_size(nodes, 0);
}

/* Collects below `node`; a block ends the stretch (and is treated for itself). */
static void collect(struct fo_builder *builder, struct fo_node *node, GPtrArray *nodes)
{
	for (struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_TEXT)
			g_ptr_array_add(nodes, child);
		else if (fo_kind_is_block(child->kind))
			flush(builder, nodes, false);
		else if (fo_kind_is_phrase(child->kind) || child->kind == FO_WRAPPER || child->kind == FO_CHARACTER)
			collect(builder, child, nodes);
		else if (child->kind == FO_FOOTNOTE)
			collect(builder, child, nodes); /* its body is made of blocks */
		else if (!stands_elsewhere(child))
			g_ptr_array_add(nodes, NULL);
	}
}

void fo_whitespace(struct fo_builder *builder, struct fo_node *node)
{
	GPtrArray *nodes = g_ptr_array_new();
	collect(builder, node, nodes);
	flush(builder, nodes, node->kind == FO_LEADER);
	g_ptr_array_free(nodes, TRUE);
}
