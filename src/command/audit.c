/* audit: a finished PDF → the table of what the standard asks for and what the pages have. */
#include <string.h>

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

enum exit_status command_audit(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const char *path = options->inputs.values[0];
	enum audit_format format = (enum audit_format)options->document_format;
	enum exit_status verdict = EXIT_DONE;
	struct arena *arena = arena_open();
	const struct reader_document *document = reader_open(path, arena, sink);
	(void)engine;
	if (document && !has_text(document))
		diag_say(sink, DIAG_PDF_NO_TEXT, (struct place){.file = path});
	else if (document) {
		const struct audit_report *report = audit_run(document, format, options->language, arena);
		const char *text = audit_print(report, path, format, options->report, options->language, arena);
		command_print_bytes(text, strlen(text), sink);
		verdict = report->verdicts[AUDIT_FAIL] ? EXIT_REFUSED : EXIT_DONE;
	}
	arena_close(arena);
	return verdict;
}
