/* job_name: kind, key and copy of a planned document → the file that it becomes, below the output folder. */
#include <glib.h>
#include <string.h>

#include "pipeline_int.h"

enum { NAME_MAX_BYTES = 255 }; /* of a file, on the usual file systems */

/* A kind is a folder of the template set and a word of the command line. */
static bool is_kind(const char *text)
{
	if (!text || !*text || strlen(text) > 120)
		return false;
	for (; *text; text++)
		if (!g_ascii_isalnum(*text) && *text != '-' && *text != '_')
			return false;
	return true;
}

/* Keys are names that people give files, in any script (关于…的通知（稿）); but no folders, no hidden files, nothing that a command takes for an
 * option or that breaks a list of names, and no remains of another encoding. */
static bool is_name(const char *text)
{
	if (!text || !*text || *text == '.' || *text == '-' || !g_utf8_validate(text, -1, NULL))
		return false;
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar at = g_utf8_get_char(text);
		GUnicodeType type = g_unichar_type(at);
		if (at == '/' || at == 0xFFFD || type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
			type == G_UNICODE_PARAGRAPH_SEPARATOR)
			return false;
	}
	return true;
}

/* What is too much goes from the middle: the end tells one attachment from the next. NULL: nothing is. */
static const char *shorten(struct arena *arena, const char *name)
{
	enum { END_BYTES = 32 };
	size_t size = strlen(name);
	if (size <= NAME_MAX_BYTES)
		return NULL;
	const char *end = g_utf8_find_next_char(name + size - END_BYTES - 1, NULL);
	const char *cut = g_utf8_find_prev_char(name, name + NAME_MAX_BYTES + 1 - strlen("…") - strlen(end));
	return arena_printf(arena, "%.*s…%s", (int)(cut - name), name, end);
}

bool job_name_file(struct job *job, const char *input, struct arena *arena, struct diag_sink *sink)
{
	struct place place = {.file = input};
	if (!is_kind(job->kind) || !is_name(job->key) || (job->copy_key && !is_name(job->copy_key)) || !job->stylesheet) {
		diag_report_words(sink, DIAG_TEMPLATE, place, "plan: kind '%s', key '%s', copy '%s' cannot name a file",
						  "plan：kind '%s'、key '%s'、copy '%s' 不能用作文件名", job->kind ? job->kind : "",
						  job->key ? job->key : "", job->copy_key ? job->copy_key : "");
		return false;
	}
	const char *name = job->copy_key ? arena_printf(arena, "%s-%s.pdf", job->key, job->copy_key)
									 : arena_printf(arena, "%s.pdf", job->key);
	const char *shorter = shorten(arena, name);
	job->file = arena_printf(arena, "%s/%s", job->kind, shorter ? shorter : name);
	if (shorter)
		diag_report(sink, DIAG_NAME_CUT, place, "%s", job->file);
	return true;
}
