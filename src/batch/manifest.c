/* manifest: the rows of a run → manifest.csv (RFC 4180). */
#include "batch/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct manifest {
	const char *folder;
	GString *rows;       /* those that are not in the store yet */
	int store;           /* -1: none */
	size_t stored;       /* bytes */
	GHashTable *folders; /* of the files: name → the open folder + 1, 0: it could not be opened */
	bool lost;           /* a file has gone since it was written */
};

struct manifest *manifest_open(const char *folder)
{
	struct manifest *manifest = g_new0(struct manifest, 1);
	*manifest = (struct manifest){.folder = folder,
								  .rows = g_string_new("file,kind,key,copy,pages,sha256\r\n"),
								  .store = -1,
								  .folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
	return manifest;
}

void manifest_close(struct manifest *manifest)
{
	if (!manifest)
		return;
	if (manifest->store >= 0)
		close(manifest->store);
	g_string_free(manifest->rows, TRUE);
	GHashTableIter each;
	gpointer folder;
	g_hash_table_iter_init(&each, manifest->folders);
	while (g_hash_table_iter_next(&each, NULL, &folder))
		if (folder)
			close(GPOINTER_TO_INT(folder) - 1);
	g_hash_table_destroy(manifest->folders);
	g_free(manifest);
}

/* ---- folders ---- */

/* Kept open, so that a folder of the same name in its place is seen to be another. */
static void note_folder(struct manifest *manifest, const char *file)
{
	char *name = g_path_get_dirname(file), *path = g_build_filename(manifest->folder, file, NULL);
	manifest->lost |= access(path, F_OK) != 0;
	g_free(path);
	if (g_hash_table_contains(manifest->folders, name)) {
		g_free(name);
		return;
	}
	path = g_build_filename(manifest->folder, name, NULL);
	int handle = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	g_hash_table_insert(manifest->folders, name, GINT_TO_POINTER(handle + 1));
	g_free(path);
}

static bool is_still_there(const char *path, gpointer folder)
{
	struct stat then, now;
	if (!folder) /* there were too many open files: that it is there is all that can be seen */
		return stat(path, &now) == 0 && S_ISDIR(now.st_mode);
	return fstat(GPOINTER_TO_INT(folder) - 1, &then) == 0 && stat(path, &now) == 0 && then.st_dev == now.st_dev &&
		   then.st_ino == now.st_ino;
}

/* ---- rows ---- */

static void put_field(GString *text, const char *field, char end)
{
	bool quote = field && strpbrk(field, ",\"\r\n");
	if (quote)
		g_string_append_c(text, '"');
	for (; field && *field; field++) {
		if (*field == '"')
			g_string_append_c(text, '"');
		g_string_append_c(text, *field);
	}
	if (quote)
		g_string_append_c(text, '"');
	g_string_append_c(text, end);
}

/* Moves the rows to the store; where there is no room for them they stay in memory. */
static void store_rows(struct manifest *manifest)
{
	if (manifest->store < 0)
		manifest->store = file_open_unnamed(manifest->folder);
	size_t done = 0;
	while (manifest->store >= 0 && done < manifest->rows->len) {
		ssize_t put = pwrite(manifest->store, manifest->rows->str + done, manifest->rows->len - done,
							 (off_t)(manifest->stored + done));
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return;
		done += (size_t)put;
	}
	if (done < manifest->rows->len)
		return;
	manifest->stored += done;
	g_string_truncate(manifest->rows, 0);
}

void manifest_add(struct manifest *manifest, const struct job *job, const struct report *report)
{
	enum { ROWS_MAX = 64 * 1024 };
	put_field(manifest->rows, job->file, ',');
	put_field(manifest->rows, job->kind, ',');
	put_field(manifest->rows, job->key, ',');
	put_field(manifest->rows, job->copy_key, ',');
	g_string_append_printf(manifest->rows, "%u,%s\r\n", report->pages, report->sha256);
	note_folder(manifest, job->file);
	if (manifest->rows->len >= ROWS_MAX)
		store_rows(manifest);
}

/* ---- the file ---- */

static int write_stored(struct manifest *manifest, const char *path)
{
	store_rows(manifest);
	if (manifest->rows->len)
		return ENOSPC;
	void *text = mmap(NULL, manifest->stored, PROT_READ, MAP_SHARED, manifest->store, 0);
	if (text == MAP_FAILED)
		return errno;
	int error = file_replace(path, text, manifest->stored);
	munmap(text, manifest->stored);
	return error;
}

/* The files that it lists are on the disk under their names. Each is whole as soon as it has its name: this is for all of them at once. A folder that
 * was taken away amid the run took its files with it. */
static int settle_folders(const struct manifest *manifest)
{
	GHashTableIter each;
	gpointer name, handle;
	int error = manifest->lost ? ENOENT : 0;
	g_hash_table_iter_init(&each, manifest->folders);
	while (g_hash_table_iter_next(&each, &name, &handle)) {
		char *folder = g_build_filename(manifest->folder, name, NULL);
		int failed = is_still_there(folder, handle) ? file_settle(folder) : ENOENT;
		error = error ? error : failed;
		g_free(folder);
	}
	return error;
}

int manifest_write(struct manifest *manifest)
{
	int unsettled = settle_folders(manifest);
	if (unsettled)
		return unsettled;
	char *path = g_build_filename(manifest->folder, "manifest.csv", NULL);
	int error = manifest->stored ? write_stored(manifest, path) : file_replace(path, manifest->rows->str, manifest->rows->len);
	g_free(path);
	return error;
}
