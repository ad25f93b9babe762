/* crew: a batch's worker processes (worker.c): starts them, gives each a line of documents, hears their reports, buries the dead. */
#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/batch_int.h"

/* One in work and one next: it does not wait for us, and at the end no line is longer than another. */
enum { LINE_LENGTH = 2 };

/* ---- starting workers ---- */

/* No process but this one may hold the writing end of a worker's orders: they would never end. */
static void close_others(const struct batch *batch)
{
	for (unsigned i = 0; i < batch->worker_count; i++) {
		if (batch->workers[i].reports >= 0)
			close(batch->workers[i].reports);
		if (batch->workers[i].orders >= 0)
			close(batch->workers[i].orders);
	}
}

static bool start_worker(struct batch *batch, struct worker *worker)
{
	int reports[2], orders[2];
	if (pipe(reports) != 0)
		return false;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, orders) != 0) {
		close(reports[0]);
		close(reports[1]);
		return false;
	}
	if (batch->files)
		malloc_trim(0); /* what an input took goes back: each worker would carry it along */
	pid_t parent = getpid(), pid = fork();
	if (pid == 0) {
		close(reports[0]);
		close(orders[1]);
		close_others(batch);
		worker_run(&batch->task, parent, orders[0], reports[1]);
	}
	close(reports[1]);
	close(orders[0]);
	if (pid > 0) {
		worker->pid = pid;
		worker->reports = reports[0];
		worker->orders = orders[1];
		worker->idle = true;
		return true;
	}
	close(reports[0]);
	close(orders[1]);
	return false;
}

/* ---- giving out ---- */

static void send_orders(struct worker *worker)
{
	ssize_t sent = send(worker->orders, worker->unsent->data, worker->unsent->len, MSG_NOSIGNAL | MSG_DONTWAIT);
	if (sent > 0)
		g_byte_array_remove_range(worker->unsent, 0, (guint)sent);
	else if (sent < 0 && errno != EAGAIN && errno != EINTR)
		g_byte_array_set_size(worker->unsent, 0); /* it has died: its reports end, too */
}

/* A document to each worker that has fewer than `line` of them. false: a worker could not be started. */
static bool give_each(struct batch *batch, unsigned line)
{
	for (unsigned i = 0; i < batch->worker_count && batch->waiting.length; i++) {
		struct worker *worker = &batch->workers[i];
		bool ends = worker->reports >= 0 && worker->orders < 0;
		if (ends || worker->line.length >= line)
			continue;
		if (worker->reports < 0 && !start_worker(batch, worker)) {
			diag_report_errno(batch->sink, DIAG_WORKER_DIED, (struct place){0}, errno);
			return false;
		}
		struct document *document = g_queue_pop_head(&batch->waiting);
		g_queue_push_tail(&worker->line, document);
		worker->idle = false;
		g_byte_array_append(worker->unsent, document->order, (guint)document->order_size);
		send_orders(worker);
	}
	return true;
}

/* At the end workers are told that nothing more will come; those that came early and for nothing need not end what they warm up with. */
static void give_out(struct batch *batch)
{
	for (unsigned line = 1; line <= LINE_LENGTH && give_each(batch, line); line++)
		continue;
	for (unsigned i = 0; i < batch->worker_count && batch->last && !batch->waiting.length; i++) {
		struct worker *worker = &batch->workers[i];
		if (worker->orders >= 0 && !worker->unsent->len) {
			if (worker->idle)
				kill(worker->pid, SIGTERM);
			close(worker->orders);
			worker->orders = -1;
		}
	}
}

/* ---- hearing them ---- */

/* Takes the complete reports off the front of what a worker has sent. */
static void take_reports(struct batch *batch, struct worker *worker)
{
	size_t size;
	for (struct report *report; (report = report_unpack(worker->heard->data, worker->heard->len, &size)) != NULL;) {
		struct document *document = g_queue_peek_head(&worker->line);
		g_byte_array_remove_range(worker->heard, 0, (guint)size);
		if (batch_take_report(batch, document, report))
			g_queue_pop_head(&worker->line);
	}
	batch_settle(batch);
}

/* ---- deaths of workers ---- */

static void say_death(const struct document *document, int status)
{
	const char *file = document->jobs[0].file;
	if (WIFSIGNALED(status))
		diag_report_words(document->messages, DIAG_WORKER_DIED, (struct place){0}, "%s: signal %d (%s)", "%s：信号%d（%s）", file,
						  WTERMSIG(status), strsignal(WTERMSIG(status)));
	else
		diag_report_words(document->messages, DIAG_WORKER_DIED, (struct place){0}, "%s: status %d", "%s：退出状态%d", file,
						  WEXITSTATUS(status));
}

static void remove_rests(const struct batch *batch, const struct document *document, pid_t worker)
{
	for (unsigned i = 0; i < document->count; i++) {
		char *path = g_build_filename(batch->task.folder, document->jobs[i].file, NULL);
		file_remove_rests(path, worker);
		g_free(path);
	}
}

static void close_ends(struct worker *worker)
{
	close(worker->reports);
	if (worker->orders >= 0)
		close(worker->orders);
	worker->reports = worker->orders = -1;
	g_byte_array_set_size(worker->heard, 0);
	g_byte_array_set_size(worker->unsent, 0);
}

/* A worker's reports have ended. When it died in a document, that is put off (retry_lost), and what stood behind it in the line waits for
 * another worker; when it died of one that it was to make alone, that is said. */
static void end_worker(struct batch *batch, struct worker *worker)
{
	int status = 0;
	close_ends(worker);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	struct document *lost = g_queue_pop_head(&worker->line);
	if (lost)
		remove_rests(batch, lost, worker->pid);
	if (lost && batch->retrying)
		say_death(lost, status);
	for (struct document *next; (next = g_queue_pop_tail(&worker->line)) != NULL;)
		g_queue_push_head(&batch->waiting, next);
}

static void hear(struct batch *batch, struct worker *worker)
{
	uint8_t buffer[65536];
	ssize_t size = read(worker->reports, buffer, sizeof buffer);
	if (size > 0) {
		g_byte_array_append(worker->heard, buffer, (guint)size);
		take_reports(batch, worker);
	} else if (size == 0 || errno != EINTR) {
		end_worker(batch, worker);
	}
}

/* Waits until a worker says something, or takes orders, and sees to it. false: there are no workers. */
static bool attend(struct batch *batch)
{
	struct pollfd polls[2 * WORKERS_MAX];
	struct worker *whose[2 * WORKERS_MAX];
	unsigned open = 0;
	for (unsigned i = 0; i < batch->worker_count; i++) {
		struct worker *worker = &batch->workers[i];
		whose[open] = whose[open + 1] = worker;
		if (worker->reports >= 0)
			polls[open++] = (struct pollfd){.fd = worker->reports, .events = POLLIN};
		if (worker->unsent->len)
			polls[open++] = (struct pollfd){.fd = worker->orders, .events = POLLOUT};
	}
	if (!open || (poll(polls, open, -1) < 0 && errno != EINTR))
		return false;
	for (unsigned i = 0; i < open; i++)
		if (polls[i].revents && polls[i].fd == whose[i]->orders)
			send_orders(whose[i]);
		else if (polls[i].revents && polls[i].fd == whose[i]->reports)
			hear(batch, whose[i]);
	return true;
}

/* ---- the crew ---- */

/* An input of this size makes work for one worker more. */
enum { INPUT_FOR_ONE = 32 << 10 };

/* Before anything is read, from the inputs' sizes: how many workers there will be work for. What comes through a pipe counts as nothing. */
static unsigned count_needed(const struct options *options, unsigned workers)
{
	uint64_t size = INPUT_FOR_ONE;
	for (unsigned i = 0; i < options->inputs.count && size / INPUT_FOR_ONE < workers; i++) {
		struct stat status;
		if (stat(options->inputs.values[i], &status) == 0 && S_ISREG(status.st_mode))
			size += (uint64_t)status.st_size;
	}
	if (options->departments.count)
		workers = MIN(workers, options->departments.count);
	return (unsigned)MIN(size / INPUT_FOR_ONE, workers);
}

void crew_open(struct batch *batch, unsigned workers)
{
	batch->worker_count = MIN(workers, WORKERS_MAX);
	for (unsigned i = 0; i < batch->worker_count; i++)
		batch->workers[i] = (struct worker){
			.reports = -1, .orders = -1, .heard = g_byte_array_new(), .unsent = g_byte_array_new()};
	for (unsigned i = 0, needed = count_needed(batch->task.options, batch->worker_count); i < needed; i++)
		start_worker(batch, &batch->workers[i]); /* else when there is something to make */
}

void crew_work(struct batch *batch)
{
	do
		give_out(batch);
	while ((batch->waiting.length || batch->last) && attend(batch));
}

void crew_work_alone(struct batch *batch, struct document *document)
{
	batch->worker_count = 1;
	g_queue_clear(&batch->waiting); /* no worker could be started for these */
	g_queue_push_tail(&batch->waiting, document);
	crew_work(batch);
}

void crew_close(struct batch *batch)
{
	for (unsigned i = 0; i < WORKERS_MAX && batch->workers[i].heard; i++) {
		g_byte_array_free(batch->workers[i].heard, TRUE);
		g_byte_array_free(batch->workers[i].unsent, TRUE);
	}
}
