/* make bench: how fast gongwen is, on inputs made here, measured on the real program from the outside.
 *
 * Prints a line a case: elapsed and CPU seconds (user + system, of the program and its workers), documents, pages, pages a second,
 * CPU milliseconds a document, the largest process's peak memory, bytes written. bench NAME… runs only the cases so named, bench scale
 * the long ones, bench widths those over pages of two widths.
 * Then the XSL-FO cases once more, in this process, stage by stage, and beside them the floor (floor.h); then one paragraph (bench lines), step by step. */
#include "bench/floor.h"
#include "bench/inputs.h"
#include "bench/lines.h"
#include "bench/scale.h"
#include "bench/widths.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fo/fo.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "xml/xml.h"

#define FOLDER "build/bench"

/* ---- the cases ---- */

/* `fo` of a document; of one that is run as a program only, over pages of two widths, or because it is so long that its peak counts; `build` of a year with
 * a manifest. */
enum bench_kind { DOCUMENT, WIDTHS, LONG_DOCUMENT, YEAR, LONG_YEAR };

struct bench_case {
	const char *name, *what;
	void (*put)(FILE *out, unsigned size);
	unsigned size;
	const char *arguments[8]; /* after the command and its input */
	enum bench_kind kind;
};

#define AGREEMENTS "--kind", "agreement"

static const struct bench_case cases[] = {
	{"page", "one page", put_book, 1, {NULL}, DOCUMENT},
	{"book", "one document of 400 pages", put_book, 400, {NULL}, DOCUMENT},
	{"table", "a ranking of 1,000 rows", put_ranking, 1000, {NULL}, DOCUMENT},
	{"nested", "nested tables, two widths", put_nested_tables, 1000, {NULL}, WIDTHS},
	{"nested2", "half of it", put_nested_tables, 500, {NULL}, WIDTHS},
	{"nested1", "all of it, one width", put_nested_tables_alike, 1000, {NULL}, WIDTHS},
	{"tall", "rows of two pages each, two widths", put_long_rows, 1000, {NULL}, WIDTHS},
	{"tall2", "half of it", put_long_rows, 500, {NULL}, WIDTHS},
	{"tall1", "all of it, one width", put_long_rows_alike, 1000, {NULL}, WIDTHS},
	{"spans", "a cell that spans rows, two widths", put_long_span, 1000, {NULL}, WIDTHS},
	{"spans2", "half of it", put_long_span, 500, {NULL}, WIDTHS},
	{"spans1", "all of it, one width", put_long_span_alike, 1000, {NULL}, WIDTHS},
	{"objects", "a paragraph with containers, two widths", put_objects, 1000, {NULL}, WIDTHS},
	{"objects2", "half of it", put_objects, 500, {NULL}, WIDTHS},
	{"objects1", "all of it, one width", put_objects_alike, 1000, {NULL}, WIDTHS},
	{"notes", "a footnote that goes on, two widths", put_long_note, 1000, {NULL}, WIDTHS},
	{"notes2", "half of it", put_long_note, 500, {NULL}, WIDTHS},
	{"notes1", "all of it, one width", put_long_note_alike, 1000, {NULL}, WIDTHS},
	{"cold",
	 "one agreement of 5 pages, of a year of 3",
	 put_plain_year,
	 3,
	 {AGREEMENTS, "--department", "d2", "-j", "1", NULL},
	 YEAR},
	{"cold8", "one of 8 pages with many characters", put_year, 3, {AGREEMENTS, "--department", "d2", "-j", "1", NULL}, YEAR},
	{"one",
	 "one agreement, three copies, of a year of 300",
	 put_year,
	 300,
	 {AGREEMENTS, "--department", "d150", "-j", "1", NULL},
	 YEAR},
	{"three", "300 files: 100 agreements of 5 pages", put_plain_year, 100, {AGREEMENTS, "-j", "1", NULL}, YEAR},
	{"three2", "the same, two workers", put_plain_year, 100, {AGREEMENTS, "-j", "2", NULL}, YEAR},
	{"hundred", "100 departments' agreements, one process", put_year, 100, {AGREEMENTS, "-j", "1", NULL}, YEAR},
	{"hundred2", "the same, two workers", put_year, 100, {AGREEMENTS, "-j", "2", NULL}, YEAR},
	{"issues", "300 departments' targets, one copy each", put_year, 300, {"--kind", "issue", "-j", "1", NULL}, YEAR},
	{"batch", "300 departments' agreements, one process", put_year, 300, {AGREEMENTS, "-j", "1", NULL}, YEAR},
	{"batch2", "the same, two workers", put_year, 300, {AGREEMENTS, "-j", "2", NULL}, YEAR},
	{"files", "5,001 files: 1,667 agreements of 5 pages", put_plain_year, 1667, {AGREEMENTS, "-j", "1", NULL}, LONG_YEAR},
	{"files3", "3,000 files", put_plain_year, 1000, {AGREEMENTS, "-j", "1", NULL}, LONG_YEAR},
	{"files20", "20,001 files", put_plain_year, 6667, {AGREEMENTS, "-j", "1", NULL}, LONG_YEAR},
	{"blocks", "a flow of 10,000 pages", put_blocks, 60000, {NULL}, LONG_DOCUMENT},
	{"blocks2", "a flow of half the length", put_blocks, 30000, {NULL}, LONG_DOCUMENT},
	{"list", "a list of 4,000 pages", put_list, 24000, {NULL}, LONG_DOCUMENT},
	{"rows", "a table of 100,000 rows", put_rows, 100000, {NULL}, LONG_DOCUMENT},
	{"rows2", "a table of half the length", put_rows, 50000, {NULL}, LONG_DOCUMENT},
	{"cites", "100,000 citations", put_citations, 100000, {NULL}, LONG_DOCUMENT},
	{"cites2", "half of them", put_citations, 50000, {NULL}, LONG_DOCUMENT},
};

static bool is_year(const struct bench_case *bench)
{
	return bench->kind == YEAR || bench->kind == LONG_YEAR;
}

struct result {
	double elapsed, cpu, peak;
	unsigned documents, pages;
	uint64_t bytes;
};

/* ---- inputs and outputs ---- */

static char *input_path(const struct bench_case *bench)
{
	return g_strdup_printf(FOLDER "/%s%s", bench->name, is_year(bench) ? ".xml" : ".fo");
}

static bool make_input(const struct bench_case *bench)
{
	char *path = input_path(bench);
	FILE *out = fopen(path, "w");
	bool done = out != NULL;

	if (out) {
		chance_state = 20050217;
		bench->put(out, bench->size);
		done = fclose(out) == 0;
	}
	if (!done)
		fprintf(stderr, "bench: %s: %s\n", path, g_strerror(errno));
	g_free(path);
	return done;
}

static uint64_t file_size(const char *path)
{
	GStatBuf status;

	return g_stat(path, &status) == 0 ? (uint64_t)status.st_size : 0;
}

static unsigned count_pages(const char *path)
{
	char *data = NULL;
	gsize size = 0;
	unsigned pages = 0;

	if (g_file_get_contents(path, &data, &size, NULL)) {
		GBytes *bytes = g_bytes_new_take(data, size);
		PopplerDocument *document = poppler_document_new_from_bytes(bytes, NULL, NULL);

		if (document) {
			pages = (unsigned)poppler_document_get_n_pages(document);
			g_object_unref(document);
		}
		g_bytes_unref(bytes);
	}
	return pages;
}

/* What the run wrote: every file that the manifest's first column names, or the one PDF. Counted by opening them: the manifest is
 * gongwen's own word. */
static void count_output(const struct bench_case *bench, const char *output, struct result *result)
{
	char *manifest = g_build_filename(output, "manifest.csv", NULL), *text = NULL;
	char **lines;

	if (!is_year(bench)) {
		result->documents = 1;
		result->pages = count_pages(output);
		result->bytes = file_size(output);
	} else if (g_file_get_contents(manifest, &text, NULL, NULL)) {
		lines = g_strsplit(text, "\n", -1);
		for (unsigned i = 0; lines[i]; i++) {
			char *name = g_strndup(lines[i], strcspn(lines[i], ",")), *path = g_build_filename(output, name, NULL);

			if (g_str_has_suffix(name, ".pdf")) {
				result->documents++;
				result->pages += count_pages(path);
				result->bytes += file_size(path);
			}
			g_free(name);
			g_free(path);
		}
		g_strfreev(lines);
	}
	g_free(text);
	g_free(manifest);
}

/* ---- a run ---- */

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* The program's exit status; -1: it was killed or did not start. wait4() counts the workers that the program waited for. */
static int run_program(const char *const *arguments, struct result *result)
{
	gint64 begin = g_get_monotonic_time();
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0) {
		execv(arguments[0], (char *const *)(uintptr_t)arguments);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return -1;
	result->elapsed = (double)(g_get_monotonic_time() - begin) / 1e6;
	result->cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
	result->peak = (double)usage.ru_maxrss / 1024;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool run_case(const struct bench_case *bench)
{
	char *input = input_path(bench), *output = g_strdup_printf(FOLDER "/%s%s", bench->name, is_year(bench) ? "" : ".pdf");
	const char *arguments[16] = {GONGWEN_PROGRAM, is_year(bench) ? "build" : "fo", input, "-o", output, "-q"};
	struct result result = {0};
	int status;

	for (unsigned i = 0; bench->arguments[i]; i++)
		arguments[6 + i] = bench->arguments[i];
	status = make_input(bench) ? run_program(arguments, &result) : -1;
	if (status == 0) {
		count_output(bench, output, &result);
		printf("%-42s %8.2f %8.2f %6u %6u %9.0f %9.2f %8.1f %11llu\n", bench->what, result.elapsed, result.cpu, result.documents,
			   result.pages, result.pages / result.elapsed, result.cpu * 1000 / result.documents, result.peak,
			   (unsigned long long)result.bytes);
	} else {
		printf("%-42s failed: exit status %d\n", bench->what, status);
	}
	fflush(stdout);
	g_free(input);
	g_free(output);
	return status == 0 && result.pages > 0;
}

/* ---- stage by stage ---- */

enum { STAGE_PARSE, STAGE_BUILD, STAGE_LAY_OUT, STAGE_WRITE, STAGE_FLOOR, STAGE_COUNT };

/* This process's, in nanoseconds. */
static int64_t cpu_time(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* CPU seconds of each stage on one document; false when a stage gave nothing. */
static bool time_stages(const char *path, struct text_engine *text, struct pdf_engine *pdf, struct diag_sink *sink,
						double times[STAGE_COUNT])
{
	struct arena *arena = arena_open();
	int64_t at[STAGE_COUNT + 1];
	struct bytes bytes = {0};
	const struct fo_tree *tree;
	const struct area_tree *areas;
	xmlDoc *doc;

	at[STAGE_PARSE] = cpu_time();
	doc = xml_load(path, NULL, arena, sink);
	at[STAGE_BUILD] = cpu_time();
	tree = doc ? fo_build(doc, arena, sink) : NULL;
	at[STAGE_LAY_OUT] = cpu_time();
	areas = tree ? page_lay_out_tree(tree, text, NULL, arena, sink) : NULL;
	at[STAGE_WRITE] = cpu_time();
	if (areas)
		pdf_write(pdf, areas, &bytes, sink);
	at[STAGE_FLOOR] = cpu_time();
	if (areas && floor_draw(areas) == 0)
		fputs("bench: the floor failed\n", stderr);
	at[STAGE_COUNT] = cpu_time();
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		times[stage] = (double)(at[stage + 1] - at[stage]) / 1e9;
	free(bytes.data);
	xmlFreeDoc(doc);
	arena_close(arena);
	return bytes.size > 0;
}

/* Twice: the first document of a process also pays for what stays loaded. */
static bool run_stages(const struct bench_case *bench, struct text_engine *text, struct pdf_engine *pdf, struct diag_sink *sink)
{
	char *path = input_path(bench);
	bool done = true;

	for (int run = 0; run < 2 && done; run++) {
		double times[STAGE_COUNT];

		done = time_stages(path, text, pdf, sink, times);
		printf("%-32s %9s", bench->what, run ? "again" : "first");
		for (int stage = 0; stage < STAGE_COUNT; stage++)
			printf(" %8.3f", times[stage]);
		putchar('\n');
	}
	g_free(path);
	return done;
}

/* ---- what is asked for ---- */

static bool is_named(const char *name, int count, char **names)
{
	for (int i = 1; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

/* Without names all but the long documents, which take minutes: they are `scale`, and years with many files, `files`. Those over two widths are `widths`. */
static bool is_wanted(const struct bench_case *bench, int count, char **names)
{
	bool is_long = bench->kind == LONG_DOCUMENT || bench->kind == LONG_YEAR;
	const char *group = bench->kind == LONG_YEAR ? "files" : bench->kind == WIDTHS ? "widths" : is_long ? "scale" : bench->name;

	return (count < 2 && !is_long) || is_named(bench->name, count, names) || is_named(group, count, names);
}

static bool run_all(int argc, char **argv)
{
	bool done = true;

	printf("%-42s %8s %8s %6s %6s %9s %9s %8s %11s\n", "case", "seconds", "CPU s", "PDFs", "pages", "pages/s", "CPU ms/doc",
		   "peak MB", "bytes");
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		if (is_wanted(&cases[i], argc, argv))
			done = run_case(&cases[i]) && done;
	return done;
}

static bool run_all_stages(int argc, char **argv)
{
	const struct text_options options = {.config = "fonts/fonts.xml"};
	struct diag_sink *sink = diag_open(DIAG_ENGLISH);
	struct text_engine *text = text_open(&options, sink);
	struct pdf_engine *pdf = pdf_open("fonts/sRGB.icc", sink);
	bool done = text && pdf;

	xml_init();
	printf("\n%-32s %9s %8s %8s %8s %8s %8s\n", "CPU seconds", "", "parse", "build", "lay out", "write", "(floor)");
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
		if (text && pdf && cases[i].kind == DOCUMENT && is_wanted(&cases[i], argc, argv))
			done = run_stages(&cases[i], text, pdf, sink) && done;
	pdf_close(pdf);
	if (text && (argc < 2 || is_named("lines", argc, argv)))
		done = run_lines(text, sink) && done;
	if (text)
		text_close(text);
	diag_close(sink);
	return done;
}

int main(int argc, char **argv)
{
	bool done;

	if (g_mkdir_with_parents(FOLDER, 0777) != 0) {
		perror("bench: " FOLDER);
		return 1;
	}
	done = run_all(argc, argv);
	return run_all_stages(argc, argv) && done ? 0 : 1;
}
