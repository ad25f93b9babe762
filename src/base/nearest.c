/* nearest: the name that was perhaps meant by one that is none. */
#include <string.h>

#include "base/base.h"

#define NAME_MAX_LENGTH 64

/* How many letters differ (inserted, dropped, changed, two that changed places); names are short. */
static unsigned distance(const char *one, const char *other)
{
	size_t m = strlen(one), n = strlen(other);
	unsigned rows[3][NAME_MAX_LENGTH]; /* of the letter before the last, the last, and this one of `one` */
	if (m >= NAME_MAX_LENGTH || n >= NAME_MAX_LENGTH)
		return NAME_MAX_LENGTH;
	for (size_t j = 0; j <= n; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= m; i++) {
		unsigned *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		row[0] = (unsigned)i;
		for (size_t j = 1; j <= n; j++) {
			char a = g_ascii_tolower(one[i - 1]), b = g_ascii_tolower(other[j - 1]);
			row[j] = MIN(last[j - 1] + (a != b), MIN(last[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a == g_ascii_tolower(other[j - 2]) && b == g_ascii_tolower(one[i - 2]))
				row[j] = MIN(row[j], before[j - 2] + 1);
		}
	}
	return rows[m % 3][n];
}

struct nearest nearest_to(const char *name)
{
	return (struct nearest){.name = name, .apart = (unsigned)MIN((strlen(name) + 1) / 3, 2) + 1};
}

void nearest_try(struct nearest *nearest, const char *candidate)
{
	unsigned apart = distance(nearest->name, candidate);
	bool first = nearest->best && apart == nearest->apart && strcmp(candidate, nearest->best) < 0;
	if ((apart >= nearest->apart && !first) || strcmp(nearest->name, candidate) == 0)
		return;
	nearest->apart = apart;
	nearest->best = candidate;
}

void diag_report_nearest(struct diag_sink *sink, enum diag_code code, struct place place, const char *before,
						 const struct nearest *nearest)
{
	if (!nearest->best) {
		diag_report(sink, code, place, "%s%s", before, nearest->name);
		return;
	}
	char *en = g_strdup_printf("%s%s; did you mean %s%s?", before, nearest->name, before, nearest->best);
	char *zh = g_strdup_printf("%s%s；是否应为%s%s？", before, nearest->name, before, nearest->best);
	diag_report_both(sink, code, place, en, zh);
	g_free(en);
	g_free(zh);
}

void diag_report_unknown(struct diag_sink *sink, enum diag_code code, const char *name, GHashTable *known)
{
	struct nearest nearest = nearest_to(name);
	GHashTableIter iterator;
	gpointer key;
	g_hash_table_iter_init(&iterator, known);
	while (g_hash_table_iter_next(&iterator, &key, NULL))
		nearest_try(&nearest, key);
	diag_report_nearest(sink, code, (struct place){0}, "", &nearest);
}
