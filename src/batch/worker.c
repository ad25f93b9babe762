/* worker: a process of a batch. It takes orders from one pipe, makes and writes each document, and sends a report of each copy through
 * another. What goes wrong beyond a report ends the process; the parent (batch.c) sees that. */
#include "batch/worker.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "attached.h"
#include "batch/order.h"
#include "batch/report.h"

/* The pictures that the documents of an input may name; they are kept as long as its documents come. */
struct pictures {
	char *input;
	struct gate *gate;
	struct image_store *store;
};

static void open_pictures(struct pictures *pictures, const char *input, const struct options *options)
{
	if (g_strcmp0(pictures->input, input) == 0)
		return;
	image_store_close(pictures->store);
	gate_close(pictures->gate);
	g_free(pictures->input);
	pictures->input = g_strdup(input);
	pictures->gate = gate_open(pictures->input, options->resource_dirs.values);
	pictures->store = image_store_open(pictures->gate, pictures->input);
}

static void write_copies(const struct worker_task *task, const struct copy *copies, struct report *reports, unsigned count)
{
	struct file_new *files = g_new0(struct file_new, count);
	for (unsigned i = 0; i < count; i++)
		files[i] = (struct file_new){.path = g_build_filename(task->folder, copies[i].job->file, NULL),
									 .data = copies[i].formatted.bytes.data,
									 .size = copies[i].formatted.bytes.size};
	struct file_putting *putting = file_put_begin(files, count);
	for (unsigned i = 0; i < count; i++)
		report_hash(&reports[i], files[i].data, files[i].size); /* while the disk is busy */
	file_put_end(putting);
	for (unsigned i = 0; i < count; i++) {
		reports[i].write_error = (uint32_t)files[i].error;
		reports[i].written = files[i].error == 0;
		reports[i].pages = copies[i].formatted.pages;
		g_free((char *)(uintptr_t)files[i].path);
	}
	g_free(files);
}

static const struct pdf_attachments *attached_to(const struct worker_task *task, const struct job *job, struct arena *arena)
{
	if (!pdf_profile_attaches(task->options->profile))
		return NULL;
	return job->attached ? job->attached : attached_data(job, arena);
}

static void make_document(const struct worker_task *task, struct image_store *images, struct report *reports, struct copy *copies,
						  unsigned count)
{
	struct arena *arena = arena_open();
	for (unsigned i = 0; i < count; i++)
		copies[i].attached = attached_to(task, copies[i].job, arena);
	if (engine_format_copies(task->engine, images, copies, count))
		write_copies(task, copies, reports, count);
	for (unsigned i = 0; i < count; i++)
		free(copies[i].formatted.bytes.data);
	arena_close(arena);
}

static bool send_report(const struct report *report, struct diag_sink *sink, int out)
{
	GByteArray *bytes = report_pack(report, sink);
	bool sent = file_write_all(out, bytes->data, bytes->len);
	g_byte_array_free(bytes, TRUE);
	return sent;
}

/* One document, its copies and their reports. */
static bool work_on(const struct worker_task *task, const struct order *order, struct image_store *images, int out)
{
	struct report *reports = g_new0(struct report, order->count);
	struct copy *copies = g_new0(struct copy, order->count);
	bool sent = true;
	for (unsigned i = 0; i < order->count; i++) {
		reports[i].copy = i;
		copies[i] = (struct copy){.job = &order->jobs[i], .sink = diag_open_like(task->sink)};
	}
	make_document(task, images, reports, copies, order->count);
	for (unsigned i = 0; i < order->count; i++) {
		sent = sent && send_report(&reports[i], copies[i].sink, out);
		diag_close(copies[i].sink);
	}
	g_free(reports);
	g_free(copies);
	return sent;
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

/* A killed parent leaves no workers behind. */
static void stay_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);
}

static void enter(pid_t parent)
{
	static const struct rlimit no_core = {0};

	stay_with(parent);
	heap_leave();
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	setrlimit(RLIMIT_CORE, &no_core);
	mallopt(M_MXFAST,
			160); /* bytes; a document's trees are small, and the next has the same: main.c's reason does not hold here */
	g_log_set_always_fatal((GLogLevelFlags)(G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK));
	file_sign(getpid());
}

/* ---- shifts ---- */

/* How a shift ends that is not the last. */
enum { RELIEVED = 100 };

/* The engine goes with the process: taking it apart would cost as much as a page. */
_Noreturn static void work_a_shift(const struct worker_task *task, int in, int out)
{
	struct pictures pictures = {0};
	bool sent = true;
	engine_warm_up(task->engine, task->options, task->sink);
	for (unsigned made = 0; made < task->shift; made++) {
		struct order *order = sent ? order_read(in) : NULL;
		if (!order)
			_exit(0);
		set_limits();
		open_pictures(&pictures, order->input, task->options);
		sent = work_on(task, order, pictures.store, out);
		order_free(order);
	}
	_exit(RELIEVED);
}

_Noreturn static void die_like(int status)
{
	if (!WIFSIGNALED(status))
		_exit(WEXITSTATUS(status));
	signal(WTERMSIG(status), SIG_DFL);
	raise(WTERMSIG(status));
	_exit(EXIT_SYSTEM);
}

_Noreturn void worker_run(const struct worker_task *task, pid_t parent, int in, int out)
{
	int status;
	enter(parent);
	do {
		pid_t self = getpid(), pid = fork();
		if (pid == 0) {
			stay_with(self);
			work_a_shift(task, in, out);
		}
		if (pid < 0)
			_exit(EXIT_SYSTEM);
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			continue;
	} while (WIFEXITED(status) && WEXITSTATUS(status) == RELIEVED);
	die_like(status);
}
