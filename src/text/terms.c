/* terms: the field's own words, which ICU's dictionary does not know, and what they mean for the ends of lines (words.c). Takes terms.txt
 * of the templates and a document's own (gw:terms); tells of a word what the lists say.
 *
 * A list has one entry a line: `责任制` stays whole, `~的` leans on the word before (no line begins with it), `关于~` on the word after (no
 * line ends with it), and in front of `|关于~` a line ends gladly. A word that ends as `<市` says begins the name of an organ, which reaches
 * as far as to one that ends as `>局` says. */
#include <stdlib.h>
#include <string.h>

#include "text/text_int.h"

#define TERMS_SIZE_MAX ((size_t)1024 * 1024)
#define TERM_SIGNS     "|~<>"

static void add_term(GHashTable *terms, const char *entry)
{
	size_t size = strlen(entry);
	unsigned known, organ = *entry == '<' ? TERM_BEGINS_ORGAN : *entry == '>' ? TERM_ENDS_ORGAN : 0u;
	bool opens = *entry == '|' || organ, back = entry[opens] == '~', on = size > 1 && entry[size - 1] == '~';
	char *word = g_strndup(entry + opens + back, size - opens - back - on);
	unsigned term = (*entry == '|' ? TERM_OPENS : 0u) | (back ? TERM_LEANS_BACK : 0u) | (on ? TERM_LEANS_ON : 0u);
	known = GPOINTER_TO_UINT(g_hash_table_lookup(terms, word));
	g_hash_table_replace(terms, word, GUINT_TO_POINTER(known | (organ ? organ : term | TERM_WHOLE)));
}

static bool is_entry(const char *entry)
{
	size_t size = strlen(entry);
	return size <= TERM_BYTES_MAX && strspn(entry, TERM_SIGNS) < size && g_utf8_validate(entry, -1, NULL);
}

/* A line's entry: trimmed, without its comment. */
static bool read_term(struct text_engine *engine, char *line)
{
	char *comment = strchr(line, '#');
	if (comment)
		*comment = '\0';
	g_strstrip(line);
	if (!*line)
		return true;
	if (!is_entry(line))
		return false;
	add_term(engine->terms, line);
	return true;
}

bool text_read_terms(struct text_engine *engine, const char *path, struct diag_sink *sink)
{
	struct bytes bytes;
	if (!file_read(path, TERMS_SIZE_MAX, &bytes, sink))
		return false;
	bool good = true;
	int number = 1;
	for (char *line = bytes.data; line; number++) {
		char *next = memchr(line, '\n', (size_t)(bytes.data + bytes.size - line));
		if (next)
			*next++ = '\0';
		if (!read_term(engine, line)) {
			diag_report(sink, DIAG_TERMS, (struct place){path, number, 1}, "%s",
						g_utf8_validate(line, -1, NULL) ? line : "UTF-8");
			good = false;
		}
		line = next;
	}
	free(bytes.data);
	return good;
}

/* Read anew only when they are others than the last time, or were wrong: the names of a document
 * serve all of its titles and cells. A name too long for an entry is left out: no title's line would hold it. */
void text_use_terms(struct text_engine *engine, const char *entries, struct place place, struct diag_sink *sink)
{
	if (g_strcmp0(engine->own_entries, entries) == 0)
		return;
	g_hash_table_remove_all(engine->own_terms);
	char **list = g_strsplit_set(entries ? entries : "", " \t\r\n", -1);
	bool good = true;
	for (char **entry = list; *entry; entry++) {
		if (!**entry || strlen(*entry) > TERM_BYTES_MAX)
			continue;
		if (is_entry(*entry)) {
			add_term(engine->own_terms, *entry);
		} else {
			diag_report(sink, DIAG_TERMS, place, "gw:terms: %s", *entry);
			good = false;
		}
	}
	g_strfreev(list);
	if (!good)
		g_hash_table_remove_all(engine->own_terms);
	g_free(engine->own_entries);
	engine->own_entries = good ? g_strdup(entries) : NULL;
}

unsigned text_term(const struct text_engine *engine, const char *word)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(engine->terms, word)) |
		   GPOINTER_TO_UINT(g_hash_table_lookup(engine->own_terms, word));
}
