/* patterns: a file of hyphenation patterns → where a word may be parted. libhyphen takes seconds to read a large file (German has 77,000
 * patterns); so  of one it gets, word by word, only those with which its automaton would meet the word's letters, and words are remembered.
 * Where a document has very many different words, the file is read whole after all. */
#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define LEVELS     2             /* compounds, then their parts */
#define SMALL_FILE (200u * 1024) /* is read whole at once */
#define WORDS_MOST 5000          /* beyond that so many small files cost more than the whole one */

/* A pattern of the file. */
struct line {
	const char *text, *letters;
	gsize size;
	guint seen; /* the last word that got it */
};

struct text_patterns {
	char *path, *text;        /* the file's; the lines point into it */
	char *encoding;           /* its first line */
	HyphenDict *whole;        /* or NULL: not read yet */
	GArray *lines[LEVELS];    /* struct line, by their letters */
	GString *options[LEVELS]; /* lines that are no patterns */
	GStringChunk *letters;
	unsigned levels;
	guint word;        /* counts them */
	GHashTable *words; /* word → its points, as long as the file is not read whole */
	char *points;      /* then: of the last word */
};

/* ---- the file ---- */

/* What a pattern matches: without its numbers and what is written instead. Dots are the ends of words. */
static void letters_of(const char *line, size_t size, char *letters)
{
	for (size_t i = 0; i < size && line[i] != '/'; i++)
		if (!g_ascii_isdigit(line[i]))
			*letters++ = line[i];
	*letters = '\0';
}

static gint by_letters(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct line *)a)->letters, ((const struct line *)b)->letters);
}

static bool is_option(const char *line, size_t size)
{
	static const char *const options[] = {"LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN", "COMPOUNDRIGHTHYPHENMIN",
										  "NOHYPHEN"};
	for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
		if (size > strlen(options[i]) && memcmp(line, options[i], strlen(options[i])) == 0)
			return true;
	return false;
}

static void add_pattern(struct text_patterns *patterns, struct line line)
{
	char letters[256];
	if (line.size >= sizeof letters)
		return;
	letters_of(line.text, line.size, letters);
	line.letters = g_string_chunk_insert(patterns->letters, letters);
	g_array_append_val(patterns->lines[patterns->levels - 1], line);
}

/* false: more levels than this knows. */
static bool add_line(struct text_patterns *patterns, const char *text, size_t size)
{
	unsigned level = patterns->levels - 1;
	if (!size || *text == '#' || *text == '%')
		return true;
	if (size >= strlen("NEXTLEVEL") && memcmp(text, "NEXTLEVEL", strlen("NEXTLEVEL")) == 0)
		return ++patterns->levels <= LEVELS;
	if (is_option(text, size))
		g_string_append_printf(patterns->options[level], "%.*s\n", (int)size, text);
	else
		add_pattern(patterns, (struct line){.text = text, .size = size});
	return true;
}

static bool index_lines(struct text_patterns *patterns)
{
	char *first_end = strchr(patterns->text, '\n');
	if (!first_end)
		return false;
	patterns->letters = g_string_chunk_new(1 << 16);
	patterns->levels = 1;
	for (int i = 0; i < LEVELS; i++) {
		patterns->lines[i] = g_array_new(FALSE, FALSE, sizeof(struct line));
		patterns->options[i] = g_string_new(NULL);
	}
	for (const char *at = first_end + 1, *end; *at; at = *end ? end + 1 : end) {
		end = at + strcspn(at, "\n");
		if (!add_line(patterns, at, strcspn(at, "\r\n")))
			return false;
	}
	for (unsigned i = 0; i < patterns->levels; i++)
		g_array_sort(patterns->lines[i], by_letters);
	return true;
}

struct text_patterns *text_patterns_open(const char *path)
{
	gsize size = 0;
	char *text = NULL;
	if (!g_file_get_contents(path, &text, &size, NULL))
		return NULL;
	struct text_patterns *patterns = g_new0(struct text_patterns, 1);
	patterns->path = g_strdup(path);
	patterns->text = text;
	patterns->encoding = g_strndup(text, strcspn(text, "\r\n"));
	patterns->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	if (size <= SMALL_FILE || !index_lines(patterns))
		patterns->whole = hnj_hyphen_load(path);
	return patterns;
}

void text_patterns_close(gpointer data)
{
	struct text_patterns *patterns = data;
	if (!patterns)
		return;
	if (patterns->whole)
		hnj_hyphen_free(patterns->whole);
	for (int i = 0; i < LEVELS && patterns->letters; i++) {
		g_array_free(patterns->lines[i], TRUE);
		g_string_free(patterns->options[i], TRUE);
	}
	if (patterns->letters)
		g_string_chunk_free(patterns->letters);
	g_hash_table_destroy(patterns->words);
	g_free(patterns->points);
	g_free(patterns->encoding);
	g_free(patterns->text);
	g_free(patterns->path);
	g_free(patterns);
}

const char *text_patterns_encoding(const struct text_patterns *patterns)
{
	return strcmp(patterns->encoding, "UTF-8") == 0 ? NULL : patterns->encoding;
}

/* ---- a word ---- */

/* Patterns [first, end), whose letters begin alike. */
struct range {
	guint first, end;
};

/* The first of the range that is not below `c` at a place in its letters. */
static guint bound(const GArray *lines, struct range range, size_t place, unsigned c)
{
	while (range.first < range.end) {
		guint middle = range.first + (range.end - range.first) / 2;
		if ((unsigned char)g_array_index(lines, struct line, middle).letters[place] < c)
			range.first = middle + 1;
		else
			range.end = middle;
	}
	return range.first;
}

static void add_line_once(struct text_patterns *patterns, struct line *line, GString *file)
{
	if (line->seen != patterns->word)
		g_string_append_printf(file, "%.*s\n", (int)line->size, line->text);
	line->seen = patterns->word;
}

/* Those of the range that go on with `c`: one of them, so that the automaton comes where it would, and all that end here. */
static struct range go_on(struct text_patterns *patterns, GArray *lines, struct range range, size_t place, char c, GString *file)
{
	guint first = bound(lines, range, place, (unsigned char)c);
	struct range next = {first, bound(lines, (struct range){first, range.end}, place, (unsigned char)c + 1u)};
	for (guint i = next.first; i < next.end; i++) {
		struct line *line = &g_array_index(lines, struct line, i);
		if (i > next.first && line->letters[place + 1])
			break;
		add_line_once(patterns, line, file);
	}
	return next;
}

/* The patterns along the word from `from` on. Parts of compounds begin and end like words, and nobody knows yet where. */
static void add_along(struct text_patterns *patterns, GArray *lines, const char *from, bool begins, GString *file)
{
	struct range range = {0, lines->len};
	size_t place = 0;
	if (begins)
		range = go_on(patterns, lines, range, place++, '.', file);
	for (; range.first < range.end; place++) {
		go_on(patterns, lines, range, place, '.', file);
		if (!*from)
			break;
		range = go_on(patterns, lines, range, place, *from++, file);
	}
}

static void add_matching(struct text_patterns *patterns, unsigned level, const char *word, GString *file)
{
	g_string_append(file, patterns->options[level]->str);
	patterns->word++;
	for (const char *from = word; *from; from++) {
		add_along(patterns, patterns->lines[level], from, true, file);
		add_along(patterns, patterns->lines[level], from, false, file);
	}
}

/* What libhyphen needs to know for one word. */
static HyphenDict *load_for(struct text_patterns *patterns, const char *word)
{
	GString *file = g_string_new(patterns->encoding);
	g_string_append_c(file, '\n');
	for (unsigned level = 0; level < patterns->levels; level++) {
		if (level)
			g_string_append(file, "NEXTLEVEL\n");
		add_matching(patterns, level, word, file);
	}
	FILE *in = fmemopen(file->str, file->len, "r");
	HyphenDict *dictionary = in ? hnj_hyphen_load_file(in) : NULL;
	if (in)
		fclose(in);
	g_string_free(file, TRUE);
	return dictionary;
}

static void free_replacements(char **replaced, int *at, int *cut, size_t size)
{
	for (size_t i = 0; replaced && i < size; i++)
		free(replaced[i]);
	free(replaced);
	free(at);
	free(cut);
}

/* A place where the hyphen would change the spelling is left out. NULL: libhyphen cannot. */
static char *find_points(HyphenDict *dictionary, const char *word)
{
	size_t size = strlen(word);
	char *points = g_malloc0(size + 6), **replaced = NULL;
	dictionary->lhmin = dictionary->rhmin = 1; /* the style says how few letters may stand beside a hyphen (7.10.8, 7.10.9) */
	int *at = NULL, *cut = NULL;
	if (hnj_hyphen_hyphenate2(dictionary, word, (int)size, points, NULL, &replaced, &at, &cut) != 0) {
		g_free(points);
		return NULL;
	}
	for (size_t i = 0; i < size; i++)
		if (replaced && replaced[i])
			points[i] = '0';
	free_replacements(replaced, at, cut, size);
	return points;
}

const char *text_patterns_points(struct text_patterns *patterns, const char *word)
{
	gpointer known = NULL;
	if (g_hash_table_lookup_extended(patterns->words, word, NULL, &known))
		return known;
	if (!patterns->whole && g_hash_table_size(patterns->words) >= WORDS_MOST)
		patterns->whole = hnj_hyphen_load(patterns->path);
	if (patterns->whole) {
		g_free(patterns->points);
		return patterns->points = find_points(patterns->whole, word);
	}
	HyphenDict *dictionary = load_for(patterns, word);
	char *points = dictionary ? find_points(dictionary, word) : NULL;
	if (dictionary)
		hnj_hyphen_free(dictionary);
	g_hash_table_insert(patterns->words, g_strdup(word), points);
	return points;
}
