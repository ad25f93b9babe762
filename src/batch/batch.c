/* batch: jobs → files, made by a crew of workers (crew.c). What they report is put in the jobs' order. A full disk or a dead worker keeps what
 * it touched from being written; all else goes on, and a second run makes the rest. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/batch_int.h"
#include "batch/order.h"

/* The files that one error kept from being written. */
struct unwritten {
	int error;
	char *first;
	unsigned count;
};

/* ---- documents ---- */

static bool is_told(const struct document *document)
{
	return document->reported == document->count;
}

static void *alloc(size_t size)
{
	void *piece = heap_alloc(size);
	if (!piece)
		g_error("waiting documents: out of memory");
	return piece;
}

/* The text where `at` is, which moves behind it. */
static const char *put_name(char **at, const char *name)
{
	char *copy = *at;
	if (!name)
		return NULL;
	*at = g_stpcpy(copy, name) + 1;
	return copy;
}

static size_t size_of(const char *name)
{
	return name ? strlen(name) + 1 : 0;
}

static struct job *copy_names(const struct job *jobs, unsigned count)
{
	size_t size = count * sizeof *jobs;
	for (unsigned i = 0; i < count; i++)
		size += size_of(jobs[i].kind) + size_of(jobs[i].key) + size_of(jobs[i].copy_key) + size_of(jobs[i].file);
	struct job *copies = alloc(size);
	char *at = (char *)(copies + count);
	for (unsigned i = 0; i < count; i++)
		copies[i] = (struct job){.kind = put_name(&at, jobs[i].kind),
								 .key = put_name(&at, jobs[i].key),
								 .copy_key = put_name(&at, jobs[i].copy_key),
								 .file = put_name(&at, jobs[i].file)};
	return copies;
}

static void take_order(struct document *document, const struct job *jobs, const char *input)
{
	GByteArray *bytes = order_pack(jobs, document->count, input);
	document->order = alloc(bytes->len);
	document->order_size = bytes->len;
	memcpy(document->order, bytes->data, bytes->len);
	g_byte_array_free(bytes, TRUE);
}

/* count 0: the end of an input. */
static struct document *open_document(const struct job *jobs, unsigned count, const char *input, struct diag_sink *messages)
{
	struct document *document = g_new0(struct document, 1);
	*document = (struct document){.count = count, .reports = g_new0(struct report *, count), .messages = messages};
	if (count) {
		document->jobs = copy_names(jobs, count);
		take_order(document, jobs, input);
	}
	return document;
}

static void drop_order(struct document *document)
{
	heap_free(document->order);
	document->order = NULL;
}

static void close_document(struct document *document)
{
	for (unsigned i = 0; i < document->count; i++)
		report_free(document->reports[i]);
	drop_order(document);
	heap_free(document->jobs);
	g_free(document->reports);
	g_free(document);
}

/* ---- reports, in the documents' order ---- */

static void note_unwritten(struct batch *batch, const char *file, int error)
{
	for (guint i = 0; i < batch->unwritten->len; i++) {
		struct unwritten *known = &g_array_index(batch->unwritten, struct unwritten, i);
		if (known->error == error) {
			known->count++;
			return;
		}
	}
	struct unwritten fresh = {error, g_strdup(file), 1};
	g_array_append_val(batch->unwritten, fresh);
}

/* An input leaves its messages on standard error, in the order of their places. */
static void say_messages(struct batch *batch)
{
	char *text = diag_print(batch->sink, DIAG_TEXT, options_least(batch->task.options));
	if (batch->progress && *text)
		fputs("\r\033[K", stderr);
	fputs(text, stderr);
	free(text);
	diag_forget(batch->sink);
}

/* A document leaves its messages and its rows of the manifest, and goes, the input with its last one: a long batch keeps nothing of what is
 * done. */
static void settle_document(struct batch *batch, struct document *document)
{
	for (unsigned i = 0; i < document->count; i++) {
		const struct report *report = document->reports[i];
		if (!report)
			continue; /* its worker died */
		report_replay(report, document->messages);
		if (report->written)
			manifest_add(batch->manifest, &document->jobs[i], report);
		if (report->write_error)
			note_unwritten(batch, document->jobs[i].file, (int)report->write_error);
	}
	if (!document->count) {
		diag_append(batch->sink, document->messages);
		diag_close(document->messages);
		say_messages(batch);
	}
	close_document(document);
}

/* all: those that lack reports, too. */
static void settle(struct batch *batch, bool all)
{
	for (struct document *document; (document = g_queue_peek_head(&batch->documents)) != NULL;) {
		if (!is_told(document) && !all)
			return;
		g_queue_pop_head(&batch->documents);
		settle_document(batch, document);
	}
}

void batch_settle(struct batch *batch)
{
	settle(batch, false);
}

static void show_progress(struct batch *batch, const char *file)
{
	batch->finished++;
	if (batch->progress)
		fprintf(stderr, "\r\033[K%u/%u %s", batch->finished, batch->files, file);
}

bool batch_take_report(struct batch *batch, struct document *document, struct report *report)
{
	if (!document || report->copy >= document->count || document->reports[report->copy]) {
		report_free(report);
		return false;
	}
	document->reports[report->copy] = report;
	document->reported++;
	show_progress(batch, document->jobs[report->copy].file);
	if (!is_told(document))
		return false;
	drop_order(document);
	return true;
}

/* ---- the end ---- */

/* Each document that was lost with its worker is tried once more, alone: the fault may have been another's, or the machine's. */
static void retry_lost(struct batch *batch)
{
	GQueue lost = G_QUEUE_INIT;
	for (GList *each = batch->documents.head; each; each = each->next)
		if (!is_told(each->data))
			g_queue_push_tail(&lost, each->data);
	batch->retrying = true;
	for (struct document *document; (document = g_queue_pop_head(&lost)) != NULL;) {
		diag_report(document->messages, DIAG_WORKER_RETRIED, (struct place){0}, "%s", document->jobs[0].file);
		crew_work_alone(batch, document);
	}
}

/* A full disk is said once, with how many files it kept from being written. */
static void say_unwritten(struct batch *batch, const char *first, int error, unsigned count)
{
	char *path = g_build_filename(batch->task.folder, first, NULL);
	char *en = g_strdup_printf("%s (%u files)", diag_errno_words(error, DIAG_ENGLISH), count);
	char *zh = g_strdup_printf("%s（共%u个文件）", diag_errno_words(error, DIAG_CHINESE), count);
	if (count > 1)
		diag_report_both(batch->sink, DIAG_IO_WRITE, (struct place){.file = path}, en, zh);
	else
		diag_report_errno(batch->sink, DIAG_IO_WRITE, (struct place){.file = path}, error);
	g_free(en);
	g_free(zh);
	g_free(path);
}

static void write_and_say(struct batch *batch)
{
	int error = batch->files ? manifest_write(batch->manifest) : 0;
	for (guint i = 0; i < batch->unwritten->len; i++) {
		const struct unwritten *files = &g_array_index(batch->unwritten, struct unwritten, i);
		say_unwritten(batch, files->first, files->error, files->count + (files->error == error));
		if (files->error == error)
			error = 0; /* said */
		g_free(files->first);
	}
	if (error)
		say_unwritten(batch, "manifest.csv", error, 1);
}

/* ---- a batch ---- */

struct batch *batch_open(struct engine *engine, const struct options *options, struct diag_sink *sink)
{
	const char *folder = options->output ? options->output : ".";
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	unsigned workers = options->workers ? options->workers : (unsigned)MAX(cores, 1);
	struct batch *batch = g_new0(struct batch, 1);
	batch->task = (struct worker_task){engine, options, folder, sink, WORKER_SHIFT};
	batch->sink = sink;
	batch->manifest = manifest_open(folder);
	batch->unwritten = g_array_new(FALSE, FALSE, sizeof(struct unwritten));
	batch->progress = !options->quiet && isatty(STDERR_FILENO);
	crew_open(batch, workers);
	return batch;
}

/* Copies of a document follow each other. */
void batch_add(struct batch *batch, const struct job_list *list, const char *input, struct diag_sink *messages)
{
	for (unsigned first = 0, next; first < list->count; first = next) {
		for (next = first + 1; next < list->count && list->jobs[next].document == list->jobs[first].document;)
			next++;
		struct document *document = open_document(&list->jobs[first], next - first, input, messages);
		g_queue_push_tail(&batch->documents, document);
		g_queue_push_tail(&batch->waiting, document);
		batch->files += document->count;
	}
}

void batch_go(struct batch *batch, struct diag_sink *messages)
{
	g_queue_push_tail(&batch->documents, open_document(NULL, 0, NULL, messages));
	settle(batch, false);
	crew_work(batch);
}

void batch_close(struct batch *batch)
{
	if (!batch)
		return;
	batch->last = true;
	crew_work(batch);
	retry_lost(batch);
	if (batch->progress)
		fprintf(stderr, "\r\033[K");
	settle(batch, true);
	write_and_say(batch);
	crew_close(batch);
	g_array_free(batch->unwritten, TRUE);
	manifest_close(batch->manifest);
	g_free(batch);
}
