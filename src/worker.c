/* worker: a process of a batch. It takes the next document's number from the shared counter, makes and writes the document, and sends a
 * report of each copy through its pipe. What goes wrong beyond a report ends the process; the parent (batch.c) sees that. */
#include "worker.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "report.h"

/* Jobs are handed out by document: its copies follow each other in the list and share their pages. */
static unsigned count_copies(const struct job_list *jobs, unsigned first)
{
	unsigned end = first + 1;
	while (end < jobs->count && jobs->jobs[end].document == jobs->jobs[first].document)
		end++;
	return end - first;
}

static void write_copy(const struct worker_task *task, const struct copy *copy, struct report *report)
{
	char *path = g_build_filename(task->folder, task->jobs->jobs[report->job].file, NULL);
	report->write_error = (uint32_t)file_replace(path, copy->formatted.bytes.data, copy->formatted.bytes.size);
	report->written = report->write_error == 0;
	report->pages = copy->formatted.pages;
	report_hash(report, copy->formatted.bytes.data, copy->formatted.bytes.size);
	g_free(path);
}

/* All copies of the document whose first job is `first`. */
static void make_document(const struct worker_task *task, struct report *reports, struct copy *copies, unsigned count)
{
	for (unsigned i = 0; i < count; i++) {
		copies[i].job = &task->jobs->jobs[reports[i].job];
		copies[i].source_name = "document.xml";
		copies[i].source = engine_source(task->engine, &copies[i]);
	}
	if (engine_format_copies(task->engine, task->jobs->images, copies, count))
		for (unsigned i = 0; i < count; i++)
			write_copy(task, &copies[i], &reports[i]);
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
static bool work_on(const struct worker_task *task, unsigned first, int out)
{
	unsigned count = count_copies(task->jobs, first);
	struct report *reports = g_new0(struct report, count);
	struct copy *copies = g_new0(struct copy, count);
	bool sent = true;
	for (unsigned i = 0; i < count; i++) {
		reports[i].job = first + i;
		copies[i].sink = diag_open_like(task->sink);
	}
	make_document(task, reports, copies, count);
	for (unsigned i = 0; i < count; i++) {
		sent = sent && send_report(&reports[i], copies[i].sink, out);
		diag_close(copies[i].sink);
	}
	g_free(reports);
	g_free(copies);
	return sent;
}

/* The next document that nobody has taken: the number of its first job; WORKER_NO_JOB: none is left. */
static unsigned take_document(const struct worker_task *task)
{
	unsigned first = atomic_load(&task->shared->next);
	while (first < task->jobs->count &&
		   !atomic_compare_exchange_weak(&task->shared->next, &first, first + count_copies(task->jobs, first)))
		continue;
	return first < task->jobs->count ? first : WORKER_NO_JOB;
}

/* A document that needs more than this is one that does not end; the worker dies of it. */
static void set_limits(void)
{
	enum { SECONDS = 300 }; /* of CPU, for one document */
	struct rusage used;
	struct rlimit limit;

	if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0)
		return;
	if (limit.rlim_max == RLIM_INFINITY || (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + SECONDS) < limit.rlim_max)
		limit.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec + SECONDS);
	setrlimit(RLIMIT_CPU, &limit);
}

static void enter(pid_t parent)
{
	static const struct rlimit no_core = {0};

	prctl(PR_SET_PDEATHSIG, SIGTERM); /* a killed parent leaves no workers behind */
	if (getppid() != parent)
		_exit(0);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	setrlimit(RLIMIT_CORE, &no_core);
	g_log_set_always_fatal((GLogLevelFlags)(G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK));
}

_Noreturn void worker_run(const struct worker_task *task, unsigned index, unsigned only, pid_t parent, int out)
{
	enter(parent);
	for (unsigned first = only; first != WORKER_NO_JOB || (first = take_document(task)) != WORKER_NO_JOB; first = WORKER_NO_JOB) {
		atomic_store(&task->shared->current[index], first);
		set_limits();
		if (!work_on(task, first, out) || only != WORKER_NO_JOB)
			break;
		atomic_store(&task->shared->current[index], WORKER_NO_JOB);
	}
	_exit(0); /* the engine goes with the process: taking it apart would cost as much as a page */
}
