/* words: the values that a shorthand joins, parted at white space but not around operators. */
#include <string.h>

#include "fo/fo_int.h"

#define SPACE " \t\r\n"

/* Whether a word begins here that joins the values around it: "3mm + 1mm 2mm" is two values. */
static bool is_operator(const char *word)
{
	static const char *const operators[] = {"+", "-", "*", "div", "mod"};
	size_t size = strcspn(word, SPACE);
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
		if (strlen(operators[i]) == size && strncmp(word, operators[i], size) == 0)
			return true;
	return false;
}

/* The end of the word that begins at `at`: white space outside parentheses and quotes. */
static const char *word_end(const char *at)
{
	int depth = 0;
	char quote = '\0';
	for (; *at && (depth > 0 || quote || !strchr(SPACE, *at)); at++) {
		if (quote)
			quote = *at == quote ? '\0' : quote;
		else if (*at == '\'' || *at == '"')
			quote = *at;
		else
			depth += (*at == '(') - (*at == ')');
	}
	return at;
}

/* Splits into values: at white space, but not around operators. */
char **fo_words_split(const char *value)
{
	GPtrArray *words = g_ptr_array_new();
	const char *start = value + strspn(value, SPACE);
	for (const char *word = start; *word;) {
		const char *end = word_end(word), *next = end + strspn(end, SPACE);
		if (!*next || (!is_operator(word) && !is_operator(next))) {
			g_ptr_array_add(words, g_strndup(start, (gsize)(end - start)));
			start = next;
		}
		word = next;
	}
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(words, FALSE);
}
