/* fo: one XSL-FO file → PDF, or the text of one stage. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "attached.h"
#include "command/command.h"
#include "fo/fo.h"
#include "xml/xml.h"

/* Without -o: IN.fo → IN.pdf beside it; "-" → standard output. */
static char *output_path(const struct options *options, const char *input)
{
	if (options->output)
		return strdup(options->output);
	if (strcmp(input, "-") == 0)
		return strdup("-");
	size_t stem = strlen(input);
	if (stem > 3 && strcmp(input + stem - 3, ".fo") == 0)
		stem -= 3;
	char *path = malloc(stem + 5);
	if (path) {
		memcpy(path, input, stem);
		memcpy(path + stem, ".pdf", 5);
	}
	return path;
}

/* A slip of the hand would replace the document by its PDF. */
static bool is_one_file(const char *output, const char *input)
{
	struct stat out, in;
	return stat(output, &out) == 0 && stat(input, &in) == 0 && S_ISREG(out.st_mode) && out.st_dev == in.st_dev &&
		   out.st_ino == in.st_ino;
}

static void write_pdf(const struct options *options, const char *input, const struct copy *copy, struct diag_sink *sink)
{
	char *path = options->dump == DUMP_NONE ? output_path(options, input) : strdup("-");
	if (path && strcmp(path, "-") == 0)
		command_print_bytes(copy->formatted.bytes.data, copy->formatted.bytes.size);
	else if (path && is_one_file(path, input))
		diag_report(sink, DIAG_OUTPUT_IS_INPUT, (struct place){.file = path}, "%s", input);
	else if (path)
		file_write(path, copy->formatted.bytes.data, copy->formatted.bytes.size, sink);
	free(path);
}

static bool make(struct engine *engine, struct image_store *images, struct copy *copy, enum dump dump)
{
	if (dump != DUMP_NONE)
		return engine_dump(engine, images, copy, dump);
	return engine_format_copies(engine, images, copy, 1);
}

/* What a walk over the document takes of the stack at each level, at most (measured: 400 bytes, sanitized some thousand). */
#define STACK_PER_LEVEL 6144

/* How deep a file may nest: as deep as the stack is enough for. */
static unsigned depth_allowed(void)
{
	size_t levels = stack_allow((size_t)FO_DEPTH_MAX * STACK_PER_LEVEL) / STACK_PER_LEVEL;
	return (unsigned)MAX(levels, XML_DEPTH_MAX);
}

enum exit_status command_fo(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const char *input = options->inputs.values[0];
	struct arena *arena = arena_open();
	struct gate *gate = gate_open(input, options->resource_dirs.values);
	struct image_store *images = image_store_open(gate, input);
	struct xml_files files = {0};
	bool attaches = pdf_profile_attaches(options->profile);
	struct copy copy = {.fo = xml_load_deep(input, depth_allowed(), arena, attaches ? &files : NULL, sink), .sink = sink};
	copy.attached = attached_files(&files, "document.fo", arena);
	if (copy.fo && make(engine, images, &copy, options->dump))
		write_pdf(options, input, &copy, sink);
	free(copy.formatted.bytes.data);
	xmlFreeDoc(copy.fo);
	image_store_close(images);
	gate_close(gate);
	arena_close(arena);
	return EXIT_DONE;
}
