/* heap: the memory of trees, texts and arenas. It comes from malloc(), as long as there is not much of it; while the process reads a year, what is
 * more than that comes from a file (store.c) whose pages are taken out of the process whenever it holds too many. A year may then be larger
 * than the memory, and whoever reads it need not know. */
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/base_int.h"

enum {
	MEMORY = 100,    /* MB that the process may hold, unless GONGWEN_MEMORY says otherwise */
	FOR_PAGES = 50,  /* MB of them for programs and libraries, and for pages of the store */
	INTERVAL = 1000, /* microseconds from one look to the next: who only walks over a tree may touch 30 MB meanwhile */
};

static struct {
	size_t most, own_most; /* pages resident: all, and those that are no file's */
	int statm;             /* /proc/self/statm */
	bool spills;           /* allowed at all */
	unsigned kept;
	volatile sig_atomic_t full; /* what comes now goes to the store */
} heap = {.statm = -1};

/* ---- looking ---- */

struct resident {
	size_t all, of_files; /* pages */
};

/* "size resident shared …", in pages; no call here may be one that a signal must not make. */
static struct resident look(void)
{
	char text[128];
	ssize_t size = pread(heap.statm, text, sizeof text, 0);
	size_t numbers[3] = {0};
	for (ssize_t i = 0, number = 0; i < size && number < 3; i++)
		if (text[i] >= '0' && text[i] <= '9')
			numbers[number] = numbers[number] * 10 + (size_t)(text[i] - '0');
		else
			number++;
	return (struct resident){numbers[1], numbers[2]};
}

static void watch(int signal)
{
	int error = errno;
	(void)signal;
	struct resident resident = look();
	heap.full = heap.spills && !heap.kept && resident.all - resident.of_files >= heap.own_most;
	if (resident.all > heap.most)
		store_let_go();
	errno = error;
}

static void set_timer(long microseconds)
{
	const struct itimerval timer = {{0, microseconds}, {0, microseconds}};
	setitimer(ITIMER_REAL, &timer, NULL);
}

static bool open_watch(void)
{
	if (heap.statm >= 0)
		return true;
	heap.statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
	const struct sigaction action = {.sa_handler = watch, .sa_flags = SA_RESTART};
	if (heap.statm < 0 || sigaction(SIGALRM, &action, NULL) != 0)
		return false;
	const char *named = getenv("GONGWEN_MEMORY");
	size_t megabytes = named ? (size_t)strtoul(named, NULL, 10) : MEMORY, pages = (1 << 20) / (size_t)sysconf(_SC_PAGESIZE);
	heap.most = megabytes * pages;
	heap.own_most = megabytes > FOR_PAGES ? (megabytes - FOR_PAGES) * pages : 0;
	return true;
}

/* ---- when ---- */

void heap_spill(void)
{
	if (!open_watch())
		return;
	heap.spills = true;
	set_timer(INTERVAL);
	watch(0);
}

/* The timer goes on while there is something in the store. */
void heap_stop_spilling(void)
{
	heap.spills = false;
	heap.full = 0;
	if (!store_is_empty())
		return;
	set_timer(0);
	store_shrink();
}

void heap_keep(void)
{
	heap.kept++;
	heap.full = 0;
}

void heap_keep_no_more(void)
{
	heap.kept--;
	if (heap.spills)
		watch(0);
}

void heap_trim(void)
{
	if (!store_is_empty())
		malloc_trim(0);
}

void heap_leave(void)
{
	heap.spills = false;
	heap.full = 0;
	store_leave();
}

void heap_check(struct diag_sink *sink)
{
	const char *folder;
	int error = store_error(&folder);
	if (error)
		diag_report_errno(sink, DIAG_NO_SPILLING, (struct place){.file = folder}, error);
}

/* ---- pieces ---- */

void *heap_alloc(size_t size)
{
	void *piece = heap.full ? store_alloc(size) : NULL;
	return piece ? piece : malloc(size);
}

void *heap_alloc_zeroed(size_t size)
{
	void *piece = heap.full ? store_alloc(size) : NULL;
	return piece ? memset(piece, 0, size) : calloc(1, size);
}

void heap_free(void *piece)
{
	if (store_has(piece))
		store_free(piece);
	else
		free(piece);
}

static void *move(void *piece, size_t old, size_t size)
{
	void *fresh = heap_alloc(size);
	if (fresh) {
		memcpy(fresh, piece, old < size ? old : size);
		heap_free(piece);
	}
	return fresh;
}

void *heap_realloc(void *piece, size_t size)
{
	if (!piece)
		return heap_alloc(size);
	if (!store_has(piece))
		return heap.full ? move(piece, malloc_usable_size(piece), size) : realloc(piece, size);
	size_t room = store_size(piece);
	return size <= room && size > room / 2 ? piece : move(piece, room, size);
}

char *heap_string(const char *text)
{
	size_t size = strlen(text) + 1;
	char *copy = heap_alloc(size);
	return copy ? memcpy(copy, text, size) : NULL;
}
