/* file: files that the user or the program named are read; files are written whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/base.h"
#include "base/base_int.h"

static bool complain(struct diag_sink *sink, enum diag_code code, const char *path, int error)
{
	diag_report_errno(sink, code, (struct place){.file = path}, error);
	return false;
}

static void complain_of_size(struct diag_sink *sink, const char *path, size_t max_bytes)
{
	char *en = g_strdup_printf("at most %zu bytes", max_bytes), *zh = g_strdup_printf("最多%zu字节", max_bytes);
	diag_report_both(sink, DIAG_IO_TOO_BIG, (struct place){.file = path}, en, zh);
	g_free(en);
	g_free(zh);
}

/* ---- reading ---- */

/* Nothing is left that a caller could free again. */
static bool drop(struct bytes *bytes)
{
	free(bytes->data);
	*bytes = (struct bytes){0};
	return false;
}

bool file_read_descriptor(int in, const char *path, size_t max_bytes, struct bytes *bytes, struct diag_sink *sink)
{
	size_t room = 65536;
	*bytes = (struct bytes){.data = malloc(room + 1)};
	for (;;) {
		ssize_t got = read(in, bytes->data + bytes->size, room - bytes->size);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			complain(sink, DIAG_IO_READ, path, errno);
			return drop(bytes);
		}
		bytes->size += (size_t)got;
		if (bytes->size > max_bytes) {
			complain_of_size(sink, path, max_bytes);
			return drop(bytes);
		}
		if (got == 0)
			break;
		if (bytes->size == room)
			bytes->data = g_realloc(bytes->data, (room *= 2) + 1);
	}
	bytes->data[bytes->size] = '\0';
	return true;
}

bool file_read(const char *path, size_t max_bytes, struct bytes *bytes, struct diag_sink *sink)
{
	if (strcmp(path, "-") == 0)
		return file_read_descriptor(STDIN_FILENO, path, max_bytes, bytes, sink);
	int in = open(path, O_RDONLY | O_CLOEXEC);
	if (in < 0)
		return complain(sink, DIAG_IO_READ, path, errno);
	bool done = file_read_descriptor(in, path, max_bytes, bytes, sink);
	close(in);
	return done;
}

/* ---- writing ---- */

int file_open_unnamed(const char *folder)
{
	int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (file >= 0)
		return file;
	char *path = g_build_filename(folder, ".gongwen.XXXXXX", NULL); /* a file system that knows no files without names */
	file = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
	if (file >= 0)
		unlink(path);
	g_free(path);
	return file;
}

struct file_calls file_calls = {write, fsync, close, rename};

bool file_write_all(int out, const void *data, size_t size)
{
	for (const char *from = data; size;) {
		ssize_t put = file_calls.write(out, from, size);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		from += put;
		size -= (size_t)put;
	}
	return true;
}

/* A pipe or device cannot be replaced: it is written in place. A reader that leaves is a write that fails, and is said as one. */
static int write_special(const char *path, const void *data, size_t size)
{
	struct sigaction before;
	sigaction(SIGPIPE, &(struct sigaction){.sa_handler = SIG_IGN}, &before);
	int out = open(path, O_WRONLY | O_CLOEXEC);
	bool done = out >= 0 && file_write_all(out, data, size);
	int error = errno;
	sigaction(SIGPIPE, &before, NULL);
	if (out >= 0 && file_calls.close(out) != 0 && done) {
		error = errno;
		done = false;
	}
	return done ? 0 : error ? error : EIO;
}

int file_settle(const char *folder)
{
	int handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (handle < 0)
		return 0;                                                 /* a folder that may not be read cannot be asked for more */
	bool done = file_calls.fsync(handle) == 0 || errno == EINVAL; /* some file systems cannot */
	int error = done ? 0 : errno ? errno : EIO;
	if (file_calls.close(handle) != 0 && !error)
		error = errno ? errno : EIO;
	return error;
}

static long signature; /* 0: the process's own number */

void file_sign(long process)
{
	signature = process;
}

/* How the temporary files of a process for a file begin; of a long name only as much as leaves room for the rest. g_free() it. */
static char *temporary_name(const char *name, long process)
{
	enum { NAME_MAX_BYTES = 200 };
	const char *end = strlen(name) > NAME_MAX_BYTES ? g_utf8_find_prev_char(name, name + NAME_MAX_BYTES + 1) : NULL;
	return g_strdup_printf(".%.*s.%ld.", end ? (int)(end - name) : NAME_MAX_BYTES, name, process);
}

/* A file on its way: its content is in a temporary file. */
struct fresh {
	char *path; /* of that; NULL: there is none */
	int out;
};

/* Nothing is left of it; gives the error. */
static int give_up(struct fresh *fresh, int error)
{
	if (fresh->out >= 0) {
		file_calls.close(fresh->out);
		unlink(fresh->path);
	}
	g_free(fresh->path);
	fresh->path = NULL;
	return error ? error : EIO;
}

/* Writes the content, and has the system begin to store it. 0, or errno. */
static int begin(struct fresh *fresh, const struct file_new *file)
{
	char *folder = g_path_get_dirname(file->path), *name = g_path_get_basename(file->path);
	char *start = temporary_name(name, signature ? signature : (long)getpid());
	*fresh = (struct fresh){g_strdup_printf("%s/%sXXXXXX", folder, start), -1};
	if (g_mkdir_with_parents(folder, 0777) == 0)
		fresh->out = g_mkstemp_full(fresh->path, O_WRONLY | O_CLOEXEC, 0666);
	bool done = fresh->out >= 0 && file_write_all(fresh->out, file->data, file->size);
	int error = errno;
	g_free(start);
	g_free(name);
	g_free(folder);
	if (!done)
		return give_up(fresh, error);
	sync_file_range(fresh->out, 0, 0, SYNC_FILE_RANGE_WRITE); /* a hint: whether all is stored, fsync() says */
	return 0;
}

/* Content on the disk, then the name. 0, or errno. */
static int end(struct fresh *fresh, const struct file_new *file)
{
	if (file_calls.fsync(fresh->out) != 0)
		return give_up(fresh, errno);
	int error = file_calls.close(fresh->out) != 0 || file_calls.rename(fresh->path, file->path) != 0 ? errno ? errno : EIO : 0;
	if (error)
		unlink(fresh->path);
	g_free(fresh->path);
	return error;
}

void file_remove_rests(const char *path, long process)
{
	char *folder = g_path_get_dirname(path), *name = g_path_get_basename(path);
	char *prefix = temporary_name(name, process);
	GDir *dir = g_dir_open(folder, 0, NULL);

	for (const char *entry; dir && (entry = g_dir_read_name(dir)) != NULL;)
		if (g_str_has_prefix(entry, prefix)) {
			char *rest = g_build_filename(folder, entry, NULL);

			unlink(rest);
			g_free(rest);
		}
	if (dir)
		g_dir_close(dir);
	g_free(prefix);
	g_free(name);
	g_free(folder);
}

static bool is_special(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

struct file_putting {
	struct file_new *files;
	unsigned count;
	sigset_t signals; /* those that waited before */
	struct fresh fresh[];
};

struct file_putting *file_put_begin(struct file_new *files, unsigned count)
{
	struct file_putting *putting = g_malloc0(sizeof *putting + count * sizeof *putting->fresh);
	sigset_t ends;

	putting->files = files;
	putting->count = count;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGHUP);
	pthread_sigmask(SIG_BLOCK, &ends, &putting->signals); /* a signal waits until no temporary file is left */
	for (unsigned i = 0; i < count; i++)
		files[i].error = is_special(files[i].path) ? write_special(files[i].path, files[i].data, files[i].size)
												   : begin(&putting->fresh[i], &files[i]);
	return putting;
}

void file_put_end(struct file_putting *putting)
{
	for (unsigned i = 0; i < putting->count; i++)
		if (putting->fresh[i].path)
			putting->files[i].error = end(&putting->fresh[i], &putting->files[i]);
	pthread_sigmask(SIG_SETMASK, &putting->signals, NULL);
	g_free(putting);
}

int file_put(const char *path, const void *data, size_t size)
{
	struct file_new file = {.path = path, .data = data, .size = size};
	file_put_end(file_put_begin(&file, 1));
	return file.error;
}

int file_replace(const char *path, const void *data, size_t size)
{
	int error = file_put(path, data, size);
	char *folder = g_path_get_dirname(path);
	if (!error)
		error = file_settle(folder);
	g_free(folder);
	return error;
}

bool file_write(const char *path, const void *data, size_t size, struct diag_sink *sink)
{
	int error = file_replace(path, data, size);

	return error == 0 || complain(sink, DIAG_IO_WRITE, path, error);
}
