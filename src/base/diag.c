/* diag: collects messages, prints them in order of file and place. The rows of diag.def are the only texts here. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/base_int.h"

struct row {
	const char *code;
	enum diag_severity severity;
	const char *en, *zh;
};

static const struct row rows[DIAG_COUNT] = {
#define DIAG(symbol, code, severity, en, zh) [DIAG_##symbol] = {code, DIAG_##severity, en, zh},
#include "diag.def"
#undef DIAG
};

struct diag_sink {
	enum diag_language language;
	bool strict;
	struct arena *arena; /* of all below: a long year may have a hundred thousand messages */
	GPtrArray *messages; /* struct diag_message * */
	GHashTable *seen;    /* "code\001file\001line\001col\001text": the same is said once */
	GHashTable *names;   /* of codes and files: each is kept once */
	unsigned counts[DIAG_FAILURE + 1];
	unsigned reported; /* repetitions, too */
};

struct diag_sink *diag_open(enum diag_language language)
{
	struct diag_sink *sink = g_new0(struct diag_sink, 1);
	sink->language = language;
	sink->arena = arena_open();
	sink->messages = g_ptr_array_new();
	sink->seen = g_hash_table_new(g_str_hash, g_str_equal);
	sink->names = g_hash_table_new(g_str_hash, g_str_equal);
	return sink;
}

struct diag_sink *diag_open_like(const struct diag_sink *other)
{
	struct diag_sink *sink = diag_open(other->language);
	sink->strict = other->strict;
	return sink;
}

void diag_close(struct diag_sink *sink)
{
	if (!sink)
		return;
	g_ptr_array_free(sink->messages, TRUE);
	g_hash_table_destroy(sink->seen);
	g_hash_table_destroy(sink->names);
	arena_close(sink->arena);
	g_free(sink);
}

void diag_forget(struct diag_sink *sink)
{
	g_ptr_array_set_size(sink->messages, 0);
	g_hash_table_remove_all(sink->seen);
	g_hash_table_remove_all(sink->names);
	arena_clear(sink->arena);
}

void diag_set_strict(struct diag_sink *sink, bool strict)
{
	sink->strict = strict;
}

enum diag_language diag_language(const struct diag_sink *sink)
{
	return sink->language;
}

/* ---- reporting ---- */

static const char *keep(struct diag_sink *sink, const char *text)
{
	return text && *text ? arena_string(sink->arena, text) : NULL;
}

static const char *keep_name(struct diag_sink *sink, const char *name)
{
	const char *kept = g_hash_table_lookup(sink->names, name);
	if (!kept)
		g_hash_table_add(sink->names, (gpointer)(uintptr_t)(kept = arena_string(sink->arena, name)));
	return kept;
}

static bool is_new(struct diag_sink *sink, const char *code, struct place place, const char *text)
{
	char *key = g_strdup_printf("%s\001%s\001%d\001%d\001%s", code, place.file ? place.file : "", place.line, place.col, text);
	bool fresh = !g_hash_table_contains(sink->seen, key);
	if (fresh)
		g_hash_table_add(sink->seen, arena_string(sink->arena, key));
	g_free(key);
	return fresh;
}

static void append(struct diag_sink *sink, const char *code, enum diag_severity severity, struct place place, const char *text,
				   const struct diag_about *about)
{
	sink->reported++;
	if (!is_new(sink, code, place, text))
		return;
	struct diag_message *message = ARENA_NEW(sink->arena, struct diag_message);
	*message = (struct diag_message){.code = keep_name(sink, code),
									 .severity = severity,
									 .place = place,
									 .text = arena_string(sink->arena, text),
									 .about = {.by = about->by,
											   .department = keep(sink, about->department),
											   .target = keep(sink, about->target),
											   .case_id = keep(sink, about->case_id),
											   .zh = keep(sink, about->zh),
											   .en = keep(sink, about->en)}};
	if (place.file)
		message->place.file = keep_name(sink, place.file);
	g_ptr_array_add(sink->messages, message);
	sink->counts[severity]++;
}

/* The severity of what is reported now: strictness is the sink's. */
static enum diag_severity judge(const struct diag_sink *sink, enum diag_severity severity)
{
	return sink->strict && severity == DIAG_WARNING ? DIAG_ERROR : severity;
}

void diag_report(struct diag_sink *sink, enum diag_code code, struct place place, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *detail = g_strdup_vprintf(format, args);
	va_end(args);
	diag_report_both(sink, code, place, detail, detail);
	g_free(detail);
}

static void report(struct diag_sink *sink, enum diag_code code, struct place place, const char *en, const char *zh, int32_t by)
{
	const struct row *row = &rows[code];
	char *whole_zh = g_strconcat(row->zh, "：", zh, NULL), *whole_en = g_strconcat(row->en, ": ", en, NULL);
	diag_report_about(sink, row->code, row->severity, place, &(struct diag_about){.zh = whole_zh, .en = whole_en, .by = by});
	g_free(whole_zh);
	g_free(whole_en);
}

void diag_report_both(struct diag_sink *sink, enum diag_code code, struct place place, const char *en, const char *zh)
{
	report(sink, code, place, en, zh, 0);
}

void diag_report_by(struct diag_sink *sink, enum diag_code code, struct place place, int32_t by, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *detail = g_strdup_vprintf(format, args);
	va_end(args);
	report(sink, code, place, detail, detail, by);
	g_free(detail);
}

void diag_report_words(struct diag_sink *sink, enum diag_code code, struct place place, const char *en, const char *zh, ...)
{
	va_list args, again;
	va_start(args, zh);
	va_copy(again, args);
	char *detail_en = g_strdup_vprintf(en, args), *detail_zh = g_strdup_vprintf(zh, again);
	va_end(again);
	va_end(args);
	diag_report_both(sink, code, place, detail_en, detail_zh);
	g_free(detail_en);
	g_free(detail_zh);
}

void diag_report_errno(struct diag_sink *sink, enum diag_code code, struct place place, int error)
{
	diag_report_both(sink, code, place, diag_errno_words(error, DIAG_ENGLISH), diag_errno_words(error, DIAG_CHINESE));
}

void diag_say(struct diag_sink *sink, enum diag_code code, struct place place)
{
	const struct row *row = &rows[code];
	diag_report_about(sink, row->code, row->severity, place, &(struct diag_about){.zh = row->zh, .en = row->en});
}

void diag_report_rule(struct diag_sink *sink, const char *rule, enum diag_severity severity, struct place place, const char *text)
{
	append(sink, rule, judge(sink, severity), place, text, &(struct diag_about){0});
}

bool diag_report_about(struct diag_sink *sink, const char *rule, enum diag_severity severity, struct place place,
					   const struct diag_about *about)
{
	const char *text = sink->language == DIAG_CHINESE ? about->zh : about->en;
	append(sink, rule, judge(sink, severity), place, text ? text : "", about);
	return judge(sink, severity) >= DIAG_ERROR;
}

void diag_append(struct diag_sink *to, const struct diag_sink *from)
{
	for (unsigned i = 0; i < from->messages->len; i++) {
		const struct diag_message *message = diag_get(from, i);
		append(to, message->code, message->severity, message->place, message->text, &message->about);
	}
}

unsigned diag_count(const struct diag_sink *sink, enum diag_severity at_least)
{
	unsigned count = 0;
	for (unsigned severity = at_least; severity <= DIAG_FAILURE; severity++)
		count += sink->counts[severity];
	return count;
}

unsigned diag_reported(const struct diag_sink *sink)
{
	return sink->reported;
}

unsigned diag_size(const struct diag_sink *sink)
{
	return sink->messages->len;
}

const struct diag_message *diag_get(const struct diag_sink *sink, unsigned index)
{
	return sink->messages->pdata[index];
}

/* ---- printing ---- */

/* The same word in every language: programs read it. */
static const char *severity_name(enum diag_severity severity)
{
	static const char *const names[] = {"note", "warning", "error", "error"};
	return names[severity];
}

static int compare_places(gconstpointer a, gconstpointer b, gpointer messages)
{
	unsigned left = *(const unsigned *)a, right = *(const unsigned *)b;
	const struct diag_message *one = ((GPtrArray *)messages)->pdata[left], *two = ((GPtrArray *)messages)->pdata[right];
	int order = g_strcmp0(one->place.file, two->place.file);
	if (order == 0)
		order = one->place.line - two->place.line;
	if (order == 0)
		order = one->place.col - two->place.col;
	return order ? order : left < right ? -1 : 1;
}

/* A message is one line, whatever a file is called and a text that it quotes has in it. */
static void print_line(GString *out, const char *words)
{
	for (; *words; words++)
		if (g_ascii_iscntrl(*words))
			g_string_append_printf(out, "\\x%02x", (unsigned char)*words);
		else
			g_string_append_c(out, *words);
}

static void print_text(GString *out, const struct diag_message *message, int others, enum diag_language language)
{
	print_line(out, message->place.file ? message->place.file : "gongwen");
	if (message->place.file && message->place.line > 0)
		g_string_append_printf(out, ":%d:%d", message->place.line, message->place.col);
	g_string_append_printf(out, ": %s %s: ", severity_name(message->severity), message->code);
	print_line(out, message->text);
	if (others)
		g_string_append_printf(out,
							   language == DIAG_CHINESE ? "（另有%d处）"
							   : others == 1            ? " (and in %d more place)"
														: " (and in %d more places)",
							   others);
	g_string_append_c(out, '\n');
}

/* The key only where there is something to say. */
static void print_json_about(GString *out, const char *key, const char *value)
{
	if (!value)
		return;
	g_string_append(out, ", ");
	json_append_member(out, key, value);
}

static void print_json(GString *out, const struct diag_message *message)
{
	g_string_append(out, out->len > 1 ? ",\n  {\"file\": " : "\n  {\"file\": ");
	if (message->place.file)
		json_append_string(out, message->place.file);
	else
		g_string_append(out, "null");
	g_string_append_printf(out, ", \"line\": %d, \"column\": %d, \"severity\": \"%s\", \"code\": \"%s\", \"text\": ",
						   message->place.line, message->place.col, severity_name(message->severity), message->code);
	json_append_string(out, message->text);
	print_json_about(out, "department", message->about.department);
	print_json_about(out, "target", message->about.target);
	print_json_about(out, "case", message->about.case_id);
	print_json_about(out, "zh", message->about.zh);
	print_json_about(out, "en", message->about.en);
	g_string_append_c(out, '}');
}

char *diag_print(const struct diag_sink *sink, enum diag_format format, enum diag_severity at_least)
{
	GArray *order = g_array_new(FALSE, FALSE, sizeof(unsigned));
	for (unsigned i = 0; i < sink->messages->len; i++)
		g_array_append_val(order, i);
	g_array_sort_with_data(order, compare_places, sink->messages);
	struct counted *counted = counted_of(sink);
	GString *out = g_string_new(format == DIAG_JSON ? "[" : "");
	for (unsigned i = 0; i < order->len; i++) {
		const struct diag_message *message = diag_get(sink, g_array_index(order, unsigned, i));
		if (message->severity < at_least)
			continue;
		int others = 0;
		if (format == DIAG_JSON)
			print_json(out, message);
		else if ((message = counted_say(counted, message, &others)))
			print_text(out, message, others, sink->language);
	}
	counted_free(counted);
	if (format == DIAG_JSON)
		g_string_append(out, "\n]\n");
	g_array_free(order, TRUE);
	return g_string_free(out, FALSE);
}
