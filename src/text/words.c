/* words: where a title's line may end (G-31): at the words of ICU's dictionary, put right by the field's own terms (terms.c). Takes shaped
 * text; gives the joint after each cluster. */
#include <stdlib.h>
#include <string.h>
#include <unicode/utext.h>

#include "text/text_int.h"

#define ORGAN_BYTES_MAX  60 /* of an organ's name, less its place: 20 characters */
#define NUMBER_BYTES_MAX 48 /* a longer row of numerals is no number */

#define TERM_OF_ORGAN (TERM_BEGINS_ORGAN | TERM_ENDS_ORGAN)

/* ---- words ---- */

/* A text being judged; joints by byte offset: the joint in front of that byte. */
struct words {
	struct text_engine *engine;
	const char *text;
	size_t size;
	uint8_t *joints;
};

static void find_dictionary_words(struct words *words)
{
	struct text_engine *engine = words->engine;
	UErrorCode status = U_ZERO_ERROR;
	if (!engine->words)
		engine->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
	UText *text = utext_openUTF8(NULL, words->text, (int64_t)words->size, &status);
	ubrk_setUText(engine->words, text, &status);
	for (int32_t at = U_SUCCESS(status) ? ubrk_first(engine->words) : UBRK_DONE; at != UBRK_DONE; at = ubrk_next(engine->words))
		words->joints[at] = TEXT_JOINT_WORD;
	utext_close(text);
}

static size_t next_joint(const struct words *words, const uint8_t *joints, size_t at)
{
	do
		at++;
	while (at < words->size && joints[at] == TEXT_JOINT_NEVER);
	return at;
}

static size_t next_word(const struct words *words, size_t at)
{
	return next_joint(words, words->joints, at);
}

static gunichar char_at(const struct words *words, size_t at)
{
	return at < words->size ? g_utf8_get_char(words->text + at) : 0;
}

static size_t char_before(const struct words *words, size_t at)
{
	return (size_t)(g_utf8_prev_char(words->text + at) - words->text);
}

/* The longest entry of the list that begins at `at`: its bytes; 0: none. */
static size_t term_at(const struct words *words, size_t at, unsigned *term)
{
	char entry[TERM_BYTES_MAX + 1];
	size_t longest = 0;
	*term = 0;
	for (size_t end = at; end < words->size && end - at + 4 <= TERM_BYTES_MAX;) {
		size_t next = (size_t)(g_utf8_next_char(words->text + end) - words->text);
		memcpy(entry + (end - at), words->text + end, next - end);
		entry[next - at] = '\0';
		end = next;
		unsigned found = text_term(words->engine, entry) & ~(unsigned)TERM_OF_ORGAN;
		if (found) {
			longest = end - at;
			*term = found;
		}
	}
	return longest;
}

static void lower(uint8_t *joint, enum text_joint to)
{
	*joint = (uint8_t)MIN(*joint, to);
}

/* A character that the dictionary gives alone and the list does not know is part of a name or word that neither knows: two such ones
 * stay together, and next to one alone a line ends only when it must. */
static void keep_unknown_together(struct words *words)
{
	bool unknown_before = false;
	for (size_t at = 0; at < words->size;) {
		size_t end = next_word(words, at);
		unsigned term;
		bool single = end == (size_t)(g_utf8_next_char(words->text + at) - words->text) && text_is_han(char_at(words, at));
		bool unknown = single && term_at(words, at, &term) == 0;
		if (at > 0 && (unknown || unknown_before) && words->joints[at] == TEXT_JOINT_WORD)
			words->joints[at] = unknown && unknown_before ? TEXT_JOINT_NEVER : TEXT_JOINT_POOR;
		unknown_before = unknown;
		at = end;
	}
}

/* After 》 several characters (的通知) may begin a line when nothing better can be had: the title of a law leaves them no room. */
static bool leans_on_title(const struct words *words, size_t at, size_t end)
{
	return at > 0 && char_at(words, char_before(words, at)) == 0x300B &&
		   end > (size_t)(g_utf8_next_char(words->text + at) - words->text);
}

/* Entries that lean, where they are words by themselves: by the joints that there are before any leans. */
static void lean(struct words *words, const uint8_t *before, size_t at, size_t end, unsigned term)
{
	if (before[at] == TEXT_JOINT_NEVER || before[end] == TEXT_JOINT_NEVER)
		return;
	if (term & TERM_OPENS && at > 0)
		words->joints[at] = TEXT_JOINT_GOOD;
	if (term & TERM_LEANS_BACK)
		words->joints[at] = leans_on_title(words, at, end) ? TEXT_JOINT_POOR : TEXT_JOINT_NEVER;
	for (size_t inside = at + 1; inside < end; inside++)
		lower(&words->joints[inside], TEXT_JOINT_SPLIT);
	if (term & TERM_LEANS_ON)
		words->joints[end] = TEXT_JOINT_NEVER;
}

/* Within a term a line ends only when it must, and then beside no single character: 农业 | 投入品. */
static void bind(struct words *words, const uint8_t *before, size_t at, size_t end)
{
	for (size_t from = at, to; from < end; from = to) {
		to = MIN(next_joint(words, before, from), end);
		bool single = text_is_han(char_at(words, from)) && g_utf8_next_char(words->text + from) == words->text + to;
		if (from > at)
			lower(&words->joints[from], single ? TEXT_JOINT_NEVER : TEXT_JOINT_SPLIT);
		if (to < end)
			lower(&words->joints[to], single ? TEXT_JOINT_NEVER : TEXT_JOINT_SPLIT);
	}
}

/* Terms have joints at both ends, and within them only for want of another. */
static void apply_terms(struct words *words)
{
	size_t *sizes = g_new0(size_t, words->size + 1);
	unsigned *terms = g_new0(unsigned, words->size + 1);
	for (size_t at = 0; at < words->size; at = (size_t)(g_utf8_next_char(words->text + at) - words->text)) {
		sizes[at] = term_at(words, at, &terms[at]);
		if (sizes[at] && terms[at] == TERM_WHOLE)
			words->joints[at] = words->joints[at + sizes[at]] = TEXT_JOINT_WORD;
	}
	uint8_t *before = g_memdup2(words->joints, words->size + 1);
	for (size_t at = 0; at < words->size; at++)
		if (terms[at] == TERM_WHOLE)
			bind(words, before, at, at + sizes[at]);
	memcpy(before, words->joints, words->size + 1);
	for (size_t at = 0; at < words->size; at++)
		if (terms[at] && terms[at] != TERM_WHOLE)
			lean(words, before, at, at + sizes[at], terms[at]);
	g_free(before);
	g_free(sizes);
	g_free(terms);
}

/* ---- numbers ---- */

static bool is_han_digit(gunichar c)
{
	static const gunichar digits[] = {
		0x3007, 0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03,
		0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x4E24}; /* 〇零一 … 九十百千万亿两 */
	for (size_t i = 0; i < G_N_ELEMENTS(digits); i++)
		if (digits[i] == c)
			return true;
	return false;
}

/* Whether a number in Han ends before `at`: 第十二, 三; but not 统一. */
static bool ends_han_number(const struct words *words, size_t at)
{
	size_t start = at;
	while (start > 0 && at - start < NUMBER_BYTES_MAX && is_han_digit(char_at(words, char_before(words, start))))
		start = char_before(words, start);
	if (start == at)
		return false;
	return start == 0 || words->joints[start] != TEXT_JOINT_NEVER || char_at(words, char_before(words, start)) == 0x7B2C; /* 第 */
}

/* A number is whole and keeps its unit: no joint between a digit and Han, nor after a number in Han. */
static void keep_numbers(struct words *words)
{
	for (size_t at = 1; at < words->size; at++) {
		gunichar next = words->joints[at] == TEXT_JOINT_NEVER ? 0 : char_at(words, at);
		if (!text_is_han(next))
			continue;
		bool digits = is_han_digit(char_at(words, char_before(words, at))) && is_han_digit(next);
		if (digits || g_ascii_isdigit(words->text[at - 1]) || ends_han_number(words, at))
			words->joints[at] = TEXT_JOINT_NEVER;
	}
}

/* ---- names of organs ---- */

/* Whether the word [at, end) is one, or ends in one, that the list gives as the beginning or the end of an organ's name. A word that is an
 * entry by itself (全市) begins none. */
static bool is_of_organ(const struct words *words, size_t at, size_t end, enum term which)
{
	char entry[TERM_BYTES_MAX + 1];
	for (size_t from = at; end > from; from = (size_t)(g_utf8_next_char(words->text + from) - words->text)) {
		if (end - from > TERM_BYTES_MAX)
			continue;
		memcpy(entry, words->text + from, end - from);
		entry[end - from] = '\0';
		unsigned term = text_term(words->engine, entry);
		if (from == at && which == TERM_BEGINS_ORGAN && term && !(term & TERM_BEGINS_ORGAN))
			return false;
		if (term & which)
			return true;
	}
	return false;
}

/* The end of the name that begins with the word [at, begin): of the last word in reach that ends one; `begin`: there is none. It does not
 * reach over marks, nor over a word that leans on the one after it (关于). */
static size_t organ_end(const struct words *words, size_t begin)
{
	size_t found = begin;
	for (size_t at = begin; at < words->size && at - begin < ORGAN_BYTES_MAX;) {
		size_t end = next_word(words, at);
		unsigned term;
		bool leans = term_at(words, at, &term) == end - at && term & (TERM_LEANS_ON | TERM_OPENS);
		if (!text_is_han(char_at(words, at)) || leans)
			break;
		if (is_of_organ(words, at, end, TERM_ENDS_ORGAN))
			found = end;
		at = end;
	}
	return found;
}

/* 潍坊市 | 国家 | 税务局 is one name: a line ends within it only when it must. */
static void keep_organs(struct words *words)
{
	for (size_t at = 0, end; at < words->size; at = end) {
		end = next_word(words, at);
		if (!is_of_organ(words, at, end, TERM_BEGINS_ORGAN))
			continue;
		size_t last = organ_end(words, end);
		for (size_t inside = end; inside < last; inside++)
			lower(&words->joints[inside], TEXT_JOINT_ORGAN);
		end = last;
	}
}

/* ---- clusters ---- */

/* How deep each place stands within 《》, （） or “”. Brackets pair by depth; one without its other half binds nothing. */
static void measure_depth(const struct text_shaped *shaped, uint8_t *joints)
{
	GArray *open = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	int32_t *steps = g_new0(int32_t, shaped->cluster_count + 1), depth = 0;
	for (uint32_t i = 0; i < shaped->cluster_count; i++) {
		if (shaped->clusters[i].cls == TEXT_OPENING) {
			g_array_append_val(open, i);
		} else if (shaped->clusters[i].cls == TEXT_CLOSING && open->len) {
			steps[g_array_index(open, uint32_t, open->len - 1)]++;
			steps[i]--;
			g_array_set_size(open, open->len - 1);
		}
	}
	for (uint32_t i = 0; i < shaped->cluster_count; i++) {
		depth += steps[i];
		joints[i] = TEXT_JOINT_AT(joints[i], MIN(depth, TEXT_JOINT_DEPTH_MAX));
	}
	g_free(steps);
	g_array_free(open, TRUE);
}

static bool is_round_bracket(const struct text_shaped *shaped, const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_OPENING && g_utf8_get_char(shaped->text + cluster->text_start) == 0xFF08;
}

static bool is_latin(const struct text_cluster *cluster)
{
	return cluster->cls == TEXT_LETTER || cluster->cls == TEXT_DIGIT;
}

static uint8_t joint_after(const struct text_shaped *shaped, const uint8_t *by_byte, uint32_t i)
{
	const struct text_cluster *cluster = &shaped->clusters[i], *next = cluster + 1;
	if (cluster->break_after == TEXT_MUST_BREAK || i + 1 == shaped->cluster_count)
		return TEXT_JOINT_GOOD;
	if (cluster->break_after != TEXT_MAY_BREAK)
		return TEXT_JOINT_NEVER;
	if ((cluster->cls == TEXT_CONNECTOR || cluster->cls == TEXT_DASH) && is_latin(next))
		return TEXT_JOINT_NEVER; /* 9704—2012 */
	uint8_t joint = by_byte[cluster->text_start + cluster->text_size];
	bool poor = is_round_bracket(shaped, next) || (cluster->cls == TEXT_SPACE && is_latin(next));
	if (cluster->cls == TEXT_SPACE && !poor)
		return TEXT_JOINT_GOOD;
	return poor ? MIN(joint, (uint8_t)TEXT_JOINT_POOR) : joint;
}

const uint8_t *text_find_joints(struct text_engine *engine, const struct text_shaped *shaped, struct arena *arena)
{
	struct words words = {engine, shaped->text, shaped->size, g_malloc0(shaped->size + 1)};
	find_dictionary_words(&words);
	keep_unknown_together(&words);
	apply_terms(&words);
	keep_organs(&words);
	keep_numbers(&words);
	uint8_t *joints = ARENA_ARRAY(arena, uint8_t, shaped->cluster_count + 1);
	for (uint32_t i = 0; i < shaped->cluster_count; i++)
		joints[i] = joint_after(shaped, words.joints, i);
	measure_depth(shaped, joints);
	g_free(words.joints);
	return joints;
}
