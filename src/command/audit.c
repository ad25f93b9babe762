/* audit: a finished PDF → the table of what the standard asks for and what the pages have. */
#include "audit/audit.h"
#include "command/command.h"
#include "reader/reader.h"

static bool has_text(const struct reader_document *document)
{
	for (unsigned i = 0; i < document->page_count; i++)
		for (unsigned k = 0; k < document->pages[i].char_count; k++)
			if (document->pages[i].chars[k].drawn)
				return true;
	return false;
}

/* One file. lead: printed before its report; then what stands before the next one. */
static enum exit_status audit_file(const char *path, const char **lead, const struct options *options, struct diag_sink *sink)
{
	enum exit_status verdict = EXIT_DONE;
	struct arena *arena = arena_open();
	const struct reader_document *document = reader_open(path, arena, sink);
	if (document && !has_text(document)) {
		diag_say(sink, DIAG_PDF_NO_TEXT, (struct place){.file = path});
	} else if (document) {
		const struct audit_report *report = audit_run(document, options->document_format, options->language, arena);
		command_print_text(*lead);
		command_print_text(audit_print(report, path, options->report, options->language, arena));
		*lead = options->report == DIAG_JSON ? ",\n" : "\n";
		verdict = report->verdicts[AUDIT_FAIL] ? EXIT_REFUSED : EXIT_DONE;
	}
	arena_close(arena);
	return verdict;
}

/* A table after the other; in JSON one object, or an array of those of several files. */
enum exit_status command_audit(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	bool array = options->report == DIAG_JSON && options->inputs.count > 1;
	enum exit_status verdict = EXIT_DONE;
	const char *lead = "";
	(void)engine;
	command_print_text(array ? "[" : "");
	for (unsigned i = 0; i < options->inputs.count; i++)
		if (audit_file(options->inputs.values[i], &lead, options, sink) != EXIT_DONE)
			verdict = EXIT_REFUSED;
	if (options->report == DIAG_JSON)
		command_print_text(array ? "]\n" : *lead ? "\n" : "");
	return verdict;
}
