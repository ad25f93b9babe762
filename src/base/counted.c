/* counted: which messages are said once for many. What is said of a character, a language, a line, a keep, a picture or a value is said once a file,
 * with its first place and how many others there are; of the lines of one object only the widest is. A JSON list has them all. */
#include <glib.h>
#include <string.h>

#include "base/base_int.h"

static const char *const codes[DIAG_COUNT] = {
#define DIAG(symbol, code, severity, en, zh) [DIAG_##symbol] = code,
#include "diag.def"
#undef DIAG
};

static const enum diag_code once[] = {DIAG_GLYPH_MISSING,  DIAG_FONT_FALLBACK, DIAG_NO_HYPHENS,   DIAG_OVERFULL_LINE,
									  DIAG_OVERFULL_BLOCK, DIAG_IMAGE_MISSING, DIAG_IMAGE_BROKEN, DIAG_PROP_VALUE,
									  DIAG_PROP_NUMBER,    DIAG_FO_ID,         DIAG_PDF_LINK,     DIAG_ALT_MISSING,
									  DIAG_FO_TEXT,        DIAG_FO_ID_SHARED,  DIAG_KEEP_BROKEN};

struct counted {
	GHashTable *widest; /* by key_of_place(): the message that speaks for its place */
	GHashTable *times;  /* by key_of(): how often it would be said */
};

static bool has_code(const struct diag_message *message, enum diag_code code)
{
	return strcmp(message->code, codes[code]) == 0;
}

static bool is_counted(const struct diag_message *message)
{
	for (size_t i = 0; i < G_N_ELEMENTS(once); i++)
		if (has_code(message, once[i]))
			return true;
	return false;
}

/* ---- one place ---- */

static char *key_of_place(const struct diag_message *message)
{
	const struct place *place = &message->place;
	return g_strdup_printf("%s\001%s\001%d\001%d", message->code, place->file ? place->file : "", place->line, place->col);
}

static const struct diag_message *speaker_of(const struct counted *counted, const struct diag_message *message)
{
	if (!message->about.by)
		return message;
	char *key = key_of_place(message);
	const struct diag_message *widest = g_hash_table_lookup(counted->widest, key);
	g_free(key);
	return widest;
}

/* Of equals the first. */
static void note_width(const struct counted *counted, const struct diag_message *message)
{
	char *key = key_of_place(message);
	const struct diag_message *widest = g_hash_table_lookup(counted->widest, key);
	if (!widest || widest->about.by < message->about.by)
		g_hash_table_insert(counted->widest, key, (void *)message);
	else
		g_free(key);
}

/* ---- a file ---- */

/* Links have a target each: of all that are left out the first one is named; so it is with ids of page sequences, and with the texts that may
 * not stand in an object. */
static char *key_of(const struct counted *counted, const struct diag_message *message)
{
	message = speaker_of(counted, message);
	size_t length = strlen(message->text);
	if (has_code(message, DIAG_PDF_LINK) || has_code(message, DIAG_FO_ID_SHARED))
		length = 0;
	if (has_code(message, DIAG_FO_TEXT))
		length = strcspn(message->text, "\"");
	return g_strdup_printf("%s\001%s\001%.*s", message->code, message->place.file ? message->place.file : "", (int)length,
						   message->text);
}

static int times(const struct counted *counted, const char *key)
{
	return GPOINTER_TO_INT(g_hash_table_lookup(counted->times, key));
}

struct counted *counted_of(const struct diag_sink *sink)
{
	struct counted *counted = g_new(struct counted, 1);
	counted->widest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	counted->times = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (unsigned i = 0; i < diag_size(sink); i++)
		if (diag_get(sink, i)->about.by)
			note_width(counted, diag_get(sink, i));
	for (unsigned i = 0; i < diag_size(sink); i++) {
		if (!is_counted(diag_get(sink, i)))
			continue;
		char *key = key_of(counted, diag_get(sink, i));
		g_hash_table_insert(counted->times, key, GINT_TO_POINTER(times(counted, key) + 1));
	}
	return counted;
}

void counted_free(struct counted *counted)
{
	g_hash_table_destroy(counted->widest);
	g_hash_table_destroy(counted->times);
	g_free(counted);
}

const struct diag_message *counted_say(struct counted *counted, const struct diag_message *message, int *others)
{
	*others = 0;
	if (!is_counted(message))
		return message;
	char *key = key_of(counted, message);
	*others = times(counted, key) - 1;
	bool first = g_hash_table_remove(counted->times, key);
	g_free(key);
	return first ? speaker_of(counted, message) : NULL;
}
