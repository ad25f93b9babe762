/* batch: jobs → files, in worker processes (worker.c). The parent hands out nothing: it hears the workers' reports, puts them in the jobs'
 * order, and starts another worker for one that died. A full disk or a dead worker keeps what it touched from being written; all
 * else goes on, and a second run makes the rest. */
#include "batch.h"

#include <errno.h>
#include <glib.h>
#include <malloc.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "report.h"
#include "worker.h"

struct worker {
	pid_t pid;
	int pipe;          /* reading end; -1: finished */
	GByteArray *heard; /* bytes of reports that are not complete yet */
};

/* The files that one error kept from being written. */
struct unwritten {
	int error;
	unsigned first, count; /* job, and how many */
};

struct batch {
	struct worker_task task;
	const struct job_list *jobs;
	struct diag_sink *sink;
	struct worker workers[WORKERS_MAX];
	unsigned worker_count;
	struct report **reports; /* by job, as long as one before it is not settled; NULL: none yet */
	unsigned settled;        /* jobs whose reports have been dealt with: all before this one */
	struct manifest *manifest;
	GArray *unwritten;    /* struct unwritten */
	bool retrying;        /* documents whose worker died, each in a worker of its own */
	unsigned idle_deaths; /* of workers between two documents: not a document's fault */
	unsigned finished;
	bool progress;
};

/* ---- starting and ending workers ---- */

/* only: the one document that it makes, or WORKER_NO_JOB. */
static bool start_worker(struct batch *batch, unsigned index, unsigned only)
{
	int ends[2];
	if (pipe(ends) != 0)
		return false;
	atomic_store(&batch->task.shared->current[index], only);
	pid_t parent = getpid(), pid = fork();
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
		worker_run(&batch->task, index, only, parent, ends[1]);
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

/* ---- reports, in the jobs' order ---- */

static void note_unwritten(struct batch *batch, unsigned job, int error)
{
	for (guint i = 0; i < batch->unwritten->len; i++) {
		struct unwritten *known = &g_array_index(batch->unwritten, struct unwritten, i);
		if (known->error == error) {
			known->count++;
			return;
		}
	}
	struct unwritten fresh = {error, job, 1};
	g_array_append_val(batch->unwritten, fresh);
}

/* A report leaves its messages and its row of the manifest, and goes: a long batch keeps nothing of what is done. all: those that lack are
 * passed over. */
static void settle(struct batch *batch, bool all)
{
	for (; batch->settled < batch->jobs->count; batch->settled++) {
		unsigned job = batch->settled;
		struct report *report = batch->reports[job];
		if (!report && !all)
			return;
		batch->reports[job] = NULL;
		if (!report)
			continue;
		report_replay(report, batch->sink);
		if (report->written)
			manifest_add(batch->manifest, &batch->jobs->jobs[job], report);
		if (report->write_error)
			note_unwritten(batch, job, (int)report->write_error);
		report_free(report);
	}
}

static bool is_told(const struct batch *batch, unsigned job)
{
	return job < batch->settled || batch->reports[job];
}

/* Takes the complete reports off the front of what a worker has sent. */
static void take_reports(struct batch *batch, struct worker *worker)
{
	size_t size;
	for (struct report *report; (report = report_unpack(worker->heard->data, worker->heard->len, &size)) != NULL;) {
		g_byte_array_remove_range(worker->heard, 0, (guint)size);
		if (report->job < batch->jobs->count && !is_told(batch, report->job)) {
			batch->reports[report->job] = report;
			show_progress(batch, &batch->jobs->jobs[report->job]);
		} else {
			report_free(report);
		}
	}
	settle(batch, false);
}

/* ---- deaths of workers ---- */

static char *path_of(const struct batch *batch, const char *file)
{
	return g_build_filename(batch->task.folder, file, NULL);
}

static void say_death(struct batch *batch, unsigned job, int status)
{
	const char *file = job < batch->jobs->count ? batch->jobs->jobs[job].file : "?";
	if (WIFSIGNALED(status))
		diag_report_words(batch->sink, DIAG_WORKER_DIED, (struct place){0}, "%s: signal %d (%s)", "%s：信号 %d (%s)", file,
						  WTERMSIG(status), strsignal(WTERMSIG(status)));
	else
		diag_report_words(batch->sink, DIAG_WORKER_DIED, (struct place){0}, "%s: status %d", "%s：退出状态 %d", file,
						  WEXITSTATUS(status));
}

/* All copies of the document that begins with this job. */
static void remove_rests(const struct batch *batch, unsigned job, pid_t worker)
{
	for (unsigned i = job; i < batch->jobs->count && batch->jobs->jobs[i].document == batch->jobs->jobs[job].document; i++) {
		char *path = path_of(batch, batch->jobs->jobs[i].file);
		file_remove_rests(path, worker);
		g_free(path);
	}
}

static bool is_left(const struct batch *batch)
{
	return atomic_load(&batch->task.shared->next) < batch->jobs->count;
}

/* A worker's pipe has ended. When it died in a document, that is put off (retry_lost), and another worker goes on with the rest; when it died
 * of one that it was to make alone, that is said. One that died between documents is replaced, too, as long as that is not the rule. */
static void end_worker(struct batch *batch, unsigned index)
{
	enum { IDLE_DEATHS_MAX = 16 };
	struct worker *worker = &batch->workers[index];
	int status = 0;
	close(worker->pipe);
	worker->pipe = -1;
	g_byte_array_set_size(worker->heard, 0);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	unsigned job = atomic_load(&batch->task.shared->current[index]);
	if (status == 0)
		return;
	if (job < batch->jobs->count)
		remove_rests(batch, job, worker->pid);
	if (batch->retrying)
		say_death(batch, job, status);
	else if (is_left(batch) && (job < batch->jobs->count || ++batch->idle_deaths < IDLE_DEATHS_MAX))
		start_worker(batch, index, WORKER_NO_JOB);
}

/* ---- hearing them ---- */

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

/* ---- the end ---- */

/* The document that begins with this job has a copy that no worker has told of. *next: the first job of the one after. */
static bool is_lost(const struct batch *batch, unsigned first, unsigned *next)
{
	const struct job *jobs = batch->jobs->jobs;
	bool lost = false;
	for (*next = first; *next < batch->jobs->count && jobs[*next].document == jobs[first].document; (*next)++)
		lost |= !is_told(batch, *next);
	return lost;
}

/* Each document that was lost with its worker is tried once more, alone: the fault may have been another's, or the machine's. */
static void retry_lost(struct batch *batch)
{
	batch->retrying = true;
	for (unsigned first = 0, next; first < batch->jobs->count; first = next) {
		if (!is_lost(batch, first, &next))
			continue;
		diag_report(batch->sink, DIAG_WORKER_RETRIED, (struct place){0}, "%s", batch->jobs->jobs[first].file);
		if (!start_worker(batch, 0, first))
			diag_report_errno(batch->sink, DIAG_WORKER_DIED, (struct place){0}, errno);
		hear_all(batch);
	}
}

/* A full disk is said once, with how many files it kept from being written. */
static void say_unwritten(struct batch *batch, const char *first, int error, unsigned count)
{
	char *path = path_of(batch, first);
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
	int error = manifest_write(batch->manifest);
	for (guint i = 0; i < batch->unwritten->len; i++) {
		const struct unwritten *files = &g_array_index(batch->unwritten, struct unwritten, i);
		say_unwritten(batch, batch->jobs->jobs[files->first].file, files->error, files->count + (files->error == error));
		if (files->error == error)
			error = 0; /* said */
	}
	if (error)
		say_unwritten(batch, "manifest.csv", error, 1);
}

static bool open_batch(struct batch *batch, unsigned workers)
{
	void *shared = mmap(NULL, sizeof *batch->task.shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED) {
		diag_report_errno(batch->sink, DIAG_WORKER_DIED, (struct place){0}, errno);
		return false;
	}
	batch->task.shared = shared;
	batch->reports = g_new0(struct report *, batch->jobs->count + 1);
	batch->unwritten = g_array_new(FALSE, FALSE, sizeof(struct unwritten));
	batch->worker_count = MIN(MIN(workers, batch->jobs->count), WORKERS_MAX);
	for (unsigned i = 0; i < batch->worker_count; i++)
		batch->workers[i] = (struct worker){.pipe = -1, .heard = g_byte_array_new()};
	return true;
}

static void close_batch(struct batch *batch)
{
	for (unsigned i = 0; i < batch->worker_count; i++)
		g_byte_array_free(batch->workers[i].heard, TRUE);
	g_array_free(batch->unwritten, TRUE);
	g_free(batch->reports);
	munmap(batch->task.shared, sizeof *batch->task.shared);
}

bool batch_run(struct engine *engine, const struct job_list *jobs, const char *folder, unsigned workers, bool progress,
			   struct manifest *manifest, struct diag_sink *sink)
{
	struct batch batch = {
		.task = {engine, jobs, folder, sink, NULL}, .jobs = jobs, .sink = sink, .manifest = manifest, .progress = progress};
	unsigned before = diag_count(sink, DIAG_ERROR);
	if (!open_batch(&batch, workers))
		return false;
	malloc_trim(0); /* what the year took goes back: each worker would carry it along */
	for (unsigned i = 0; i < batch.worker_count; i++)
		if (!start_worker(&batch, i, WORKER_NO_JOB))
			diag_report_errno(sink, DIAG_WORKER_DIED, (struct place){0}, errno);
	hear_all(&batch);
	retry_lost(&batch);
	if (progress)
		fprintf(stderr, "\r\033[K");
	settle(&batch, true);
	write_and_say(&batch);
	close_batch(&batch);
	return diag_count(sink, DIAG_ERROR) == before;
}
