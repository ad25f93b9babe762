/* batch: jobs → files, in worker processes. The parent hands out nothing: workers take the next job's number from a shared counter,
 * make and write the document, and send a report through a pipe. The parent puts the reports in the jobs' order. */
#include "batch.h"

#include <errno.h>
#include <glib.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report.h"

#define WORKERS_MAX 256
#define NO_JOB      UINT32_MAX

/* Memory that parent and workers share. */
struct shared {
	atomic_uint next;                 /* the first job nobody has taken */
	atomic_uint current[WORKERS_MAX]; /* what each worker is making, to name it when the worker dies */
};

struct worker {
	pid_t pid;
	int pipe;          /* reading end; -1: finished */
	GByteArray *heard; /* bytes of reports that are not complete yet */
};

struct batch {
	struct engine *engine;
	const struct job_list *jobs;
	const char *folder;
	struct diag_sink *sink;
	struct shared *shared;
	struct worker workers[WORKERS_MAX];
	unsigned worker_count;
	struct report **reports; /* by job; NULL: not made */
	unsigned finished;
	bool progress;
};

/* ---- in a worker ---- */

/* Jobs are handed out by document: its copies follow each other in the list and share their pages. */
static unsigned count_copies(const struct job_list *jobs, unsigned first)
{
	unsigned end = first + 1;
	while (end < jobs->count && jobs->jobs[end].document == jobs->jobs[first].document)
		end++;
	return end - first;
}

static void write_copy(struct batch *batch, const struct copy *copy, struct report *report)
{
	char *path = g_build_filename(batch->folder, batch->jobs->jobs[report->job].file, NULL);
	report->written = file_write(path, copy->formatted.bytes.data, copy->formatted.bytes.size, copy->sink);
	report->pages = copy->formatted.pages;
	report_hash(report, copy->formatted.bytes.data, copy->formatted.bytes.size);
	g_free(path);
}

/* All copies of the document whose first job is `first`. */
static void make_document(struct batch *batch, struct report *reports, struct copy *copies, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		copies[i].job = &batch->jobs->jobs[reports[i].job];
		copies[i].source_name = "document.xml";
		copies[i].source = engine_source(batch->engine, &copies[i]);
	}
	if (engine_format_copies(batch->engine, batch->jobs->images, copies, count))
		for (unsigned i = 0; i < count; i++)
			write_copy(batch, &copies[i], &reports[i]);
	for (unsigned i = 0; i < count; i++) {
		free(copies[i].formatted.bytes.data);
		xmlFree(copies[i].source);
	}
}

static bool send_all(int out, const void *data, size_t size)
{
	for (const char *from = data; size;) {
		ssize_t sent = write(out, from, size);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		from += sent;
		size -= (size_t)sent;
	}
	return true;
}

static bool send_report(const struct report *report, struct diag_sink *sink, int out)
{
	GByteArray *bytes = report_pack(report, sink);
	bool sent = send_all(out, bytes->data, bytes->len);
	g_byte_array_free(bytes, TRUE);
	return sent;
}

/* One document, its copies and their reports. */
static bool work_on(struct batch *batch, unsigned first, int out)
{
	unsigned count = count_copies(batch->jobs, first);
	struct report *reports = g_new0(struct report, count);
	struct copy *copies = g_new0(struct copy, count);
	bool sent = true;
	for (unsigned i = 0; i < count; i++) {
		reports[i].job = first + i;
		copies[i].sink = diag_open_like(batch->sink);
	}
	make_document(batch, reports, copies, count);
	for (unsigned i = 0; i < count; i++) {
		sent = sent && send_report(&reports[i], copies[i].sink, out);
		diag_close(copies[i].sink);
	}
	g_free(reports);
	g_free(copies);
	return sent;
}

/* The next document that nobody has taken: the number of its first job; NO_JOB: none is left. */
static unsigned take_document(struct batch *batch)
{
	unsigned first = atomic_load(&batch->shared->next);
	while (first < batch->jobs->count &&
		   !atomic_compare_exchange_weak(&batch->shared->next, &first, first + count_copies(batch->jobs, first)))
		continue;
	return first < batch->jobs->count ? first : NO_JOB;
}

static _Noreturn void work(struct batch *batch, unsigned index, int out)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM); /* a killed parent leaves no workers behind */
	g_log_set_always_fatal((GLogLevelFlags)(G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK));
	for (unsigned first; (first = take_document(batch)) != NO_JOB;) {
		atomic_store(&batch->shared->current[index], first);
		bool sent = work_on(batch, first, out);
		atomic_store(&batch->shared->current[index], NO_JOB);
		if (!sent)
			break;
	}
	_exit(0); /* the engine goes with the process: taking it apart would cost as much as a page */
}

/* ---- in the parent ---- */

static bool start_worker(struct batch *batch, unsigned index)
{
	int ends[2];
	if (pipe(ends) != 0)
		return false;
	atomic_store(&batch->shared->current[index], NO_JOB);
	pid_t pid = fork();
	if (pid < 0) {
		close(ends[0]);
		close(ends[1]);
		return false;
	}
	if (pid == 0) {
		close(ends[0]);
		for (unsigned i = 0; i < batch->worker_count; i++)
			if (batch->workers[i].pipe >= 0)
				close(batch->workers[i].pipe);
		work(batch, index, ends[1]);
	}
	close(ends[1]);
	batch->workers[index].pid = pid;
	batch->workers[index].pipe = ends[0];
	return true;
}

static void show_progress(struct batch *batch, const struct job *job)
{
	batch->finished++;
	if (batch->progress)
		fprintf(stderr, "\r\033[K%u/%u %s", batch->finished, batch->jobs->count, job->file);
}

/* Takes the complete reports off the front of what a worker has sent. */
static void take_reports(struct batch *batch, struct worker *worker)
{
	size_t size;
	for (struct report *report; (report = report_unpack(worker->heard->data, worker->heard->len, &size)) != NULL;) {
		g_byte_array_remove_range(worker->heard, 0, (guint)size);
		if (report->job < batch->jobs->count && !batch->reports[report->job]) {
			batch->reports[report->job] = report;
			show_progress(batch, &batch->jobs->jobs[report->job]);
		} else {
			report_free(report);
		}
	}
}

/* A worker's pipe has ended. When it died in a job, that is said, and another worker goes on with the rest. */
static void end_worker(struct batch *batch, unsigned index)
{
	struct worker *worker = &batch->workers[index];
	int status = 0;
	close(worker->pipe);
	worker->pipe = -1;
	g_byte_array_set_size(worker->heard, 0);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	unsigned number = atomic_load(&batch->shared->current[index]);
	if (status == 0)
		return;
	const char *file = number < batch->jobs->count ? batch->jobs->jobs[number].file : "?";
	if (WIFSIGNALED(status))
		diag_report(batch->sink, DIAG_WORKER_DIED, (struct place){0}, "%s: signal %d (%s)", file, WTERMSIG(status),
					strsignal(WTERMSIG(status)));
	else
		diag_report(batch->sink, DIAG_WORKER_DIED, (struct place){0}, "%s: status %d", file, WEXITSTATUS(status));
	if (number < batch->jobs->count && atomic_load(&batch->shared->next) < batch->jobs->count)
		start_worker(batch, index);
}

static void hear(struct batch *batch, unsigned index)
{
	uint8_t buffer[65536];
	struct worker *worker = &batch->workers[index];
	ssize_t size = read(worker->pipe, buffer, sizeof buffer);
	if (size > 0) {
		g_byte_array_append(worker->heard, buffer, (guint)size);
		take_reports(batch, worker);
	} else if (size == 0 || errno != EINTR) {
		end_worker(batch, index);
	}
}

static void hear_all(struct batch *batch)
{
	for (;;) {
		struct pollfd polls[WORKERS_MAX];
		unsigned index[WORKERS_MAX], open = 0;
		for (unsigned i = 0; i < batch->worker_count; i++)
			if (batch->workers[i].pipe >= 0) {
				polls[open] = (struct pollfd){.fd = batch->workers[i].pipe, .events = POLLIN};
				index[open++] = i;
			}
		if (open == 0)
			return;
		if (poll(polls, open, -1) < 0 && errno != EINTR)
			return;
		for (unsigned i = 0; i < open; i++)
			if (polls[i].revents)
				hear(batch, index[i]);
	}
}

static bool write_manifest(struct batch *batch)
{
	GString *text = g_string_new("file,kind,key,copy,pages,sha256\r\n");
	for (unsigned i = 0; i < batch->jobs->count; i++)
		if (batch->reports[i] && batch->reports[i]->written)
			report_manifest_row(text, &batch->jobs->jobs[i], batch->reports[i]);
	char *path = g_build_filename(batch->folder, "manifest.csv", NULL);
	bool done = file_write(path, text->str, text->len, batch->sink);
	g_free(path);
	g_string_free(text, TRUE);
	return done;
}

bool batch_run(struct engine *engine, const struct job_list *jobs, const char *folder, unsigned workers, bool progress,
			   struct diag_sink *sink)
{
	struct batch batch = {.engine = engine, .jobs = jobs, .folder = folder, .sink = sink, .progress = progress};
	unsigned before = diag_count(sink, DIAG_ERROR);
	batch.shared = mmap(NULL, sizeof *batch.shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (batch.shared == MAP_FAILED) {
		diag_report(sink, DIAG_WORKER_DIED, (struct place){0}, "%s", strerror(errno));
		return false;
	}
	batch.reports = g_new0(struct report *, jobs->count + 1);
	batch.worker_count = MIN(MIN(workers, jobs->count), WORKERS_MAX);
	for (unsigned i = 0; i < batch.worker_count; i++)
		batch.workers[i] = (struct worker){.pipe = -1, .heard = g_byte_array_new()};
	for (unsigned i = 0; i < batch.worker_count; i++)
		if (!start_worker(&batch, i))
			diag_report(sink, DIAG_WORKER_DIED, (struct place){0}, "%s", strerror(errno));
	hear_all(&batch);
	if (progress)
		fprintf(stderr, "\r\033[K");

	for (unsigned i = 0; i < jobs->count; i++)
		if (batch.reports[i])
			report_replay(batch.reports[i], sink);
	write_manifest(&batch);

	for (unsigned i = 0; i < batch.worker_count; i++)
		g_byte_array_free(batch.workers[i].heard, TRUE);
	for (unsigned i = 0; i < jobs->count; i++)
		report_free(batch.reports[i]);
	g_free(batch.reports);
	munmap(batch.shared, sizeof *batch.shared);
	return diag_count(sink, DIAG_ERROR) == before;
}
