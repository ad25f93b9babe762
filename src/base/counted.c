/* counted: which messages are said once for many. What is said of a character, a language, a line, a keep, a picture, a value or a prefix is said once a file,
 * with its first place and how many others there are; of the lines of one object only the widest is. What is said of objects and names that are wrong,
 * each of which is to be mended at its own place, is said at the first ten, the last of them with how many others there are. A JSON list has them all. */
#include <glib.h>
#include <string.h>

#include "base/base_int.h"

static const char *const codes[DIAG_COUNT] = {
#define DIAG(symbol, code, severity, en, zh) [DIAG_##symbol] = code,
#include "diag.def"
#undef DIAG
};

/* Each the same text, or what key_of() takes of it. */
static const enum diag_code said_once[] = {DIAG_GLYPH_MISSING,  DIAG_FONT_FALLBACK, DIAG_NO_HYPHENS,   DIAG_OVERFULL_LINE,
										   DIAG_OVERFULL_BLOCK, DIAG_IMAGE_MISSING, DIAG_IMAGE_BROKEN, DIAG_PROP_VALUE,
										   DIAG_PROP_NUMBER,    DIAG_FO_ID,         DIAG_PDF_LINK,     DIAG_ALT_MISSING,
										   DIAG_FO_TEXT,        DIAG_KEEP_BROKEN,   DIAG_XML_SYNTAX};
static const enum diag_code said_ten_times[] = {DIAG_FO_UNKNOWN,   DIAG_FO_MISPLACED, DIAG_FO_MISSING, DIAG_FO_WHERE,
												DIAG_PROP_UNKNOWN, DIAG_TABLE_SHAPE,  DIAG_SIZE,       DIAG_FO_ID_TWICE};

/* How often a message would be said, and was. */
struct tally {
	int times, said;
};

struct counted {
	GHashTable *widest;  /* by key_of_place(): the message that speaks for its place */
	GHashTable *tallies; /* struct tally by key_of() */
};

static bool has_code(const struct diag_message *message, enum diag_code code)
{
	return strcmp(message->code, codes[code]) == 0;
}

static bool is_of(const struct diag_message *message, const enum diag_code *some, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (has_code(message, some[i]))
			return true;
	return false;
}

/* How often it is said at most; 0: it is not counted. */
static int most_of(const struct diag_message *message)
{
	if (is_of(message, said_once, G_N_ELEMENTS(said_once)))
		return 1;
	return is_of(message, said_ten_times, G_N_ELEMENTS(said_ten_times)) ? 10 : 0;
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

/* Links have a target each: of all that are left out the first one is named; so it is with lengths without a unit, and the texts that may not
 * stand in an object. Ids that stand twice count together, too. */
static char *key_of(const struct counted *counted, const struct diag_message *message)
{
	message = speaker_of(counted, message);
	size_t length = strlen(message->text);
	if (has_code(message, DIAG_PDF_LINK) || has_code(message, DIAG_FO_ID_TWICE) || has_code(message, DIAG_PROP_NUMBER))
		length = 0;
	if (has_code(message, DIAG_FO_TEXT))
		length = strcspn(message->text, "\"");
	return g_strdup_printf("%s\001%s\001%.*s", message->code, message->place.file ? message->place.file : "", (int)length,
						   message->text);
}

static struct tally *tally_of(const struct counted *counted, const struct diag_message *message)
{
	char *key = key_of(counted, message);
	struct tally *tally = g_hash_table_lookup(counted->tallies, key);
	if (tally) {
		g_free(key);
		return tally;
	}
	tally = g_new0(struct tally, 1);
	g_hash_table_insert(counted->tallies, key, tally);
	return tally;
}

struct counted *counted_of(const struct diag_sink *sink)
{
	struct counted *counted = g_new(struct counted, 1);
	counted->widest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	counted->tallies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	for (unsigned i = 0; i < diag_size(sink); i++)
		if (diag_get(sink, i)->about.by)
			note_width(counted, diag_get(sink, i));
	for (unsigned i = 0; i < diag_size(sink); i++)
		if (most_of(diag_get(sink, i)))
			tally_of(counted, diag_get(sink, i))->times++;
	return counted;
}

void counted_free(struct counted *counted)
{
	g_hash_table_destroy(counted->widest);
	g_hash_table_destroy(counted->tallies);
	g_free(counted);
}

const struct diag_message *counted_say(struct counted *counted, const struct diag_message *message, int *others)
{
	int most = most_of(message);
	*others = 0;
	if (!most)
		return message;
	struct tally *tally = tally_of(counted, message);
	if (tally->said == most)
		return NULL;
	tally->said++;
	*others = tally->said == most ? tally->times - most : 0;
	return speaker_of(counted, message);
}
