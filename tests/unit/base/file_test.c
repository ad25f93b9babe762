/* Files: read whole within a bound, written whole or not at all: src/base/file.c. */
#include "unit/base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base_int.h"

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted, each followed by a space. */
static char *listing(struct folder *folder, const char *path)
{
	GDir *entries = g_dir_open(path, 0, NULL);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	GString *text = g_string_new("");
	for (const char *name; (name = g_dir_read_name(entries));)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, by_name);
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(text, "%s ", (const char *)names->pdata[i]);
	char *copy = arena_string(folder->arena, text->str);
	g_string_free(text, TRUE);
	g_ptr_array_free(names, TRUE);
	g_dir_close(entries);
	return copy;
}

static void assert_holds(struct folder *folder, const char *path, const void *data, size_t size)
{
	struct bytes bytes = {0};
	assert_true(file_read(path, size, &bytes, folder->sink));
	assert_int_equal(bytes.size, size);
	assert_memory_equal(bytes.data, data, size);
	assert_int_equal(bytes.data[size], '\0');
	free(bytes.data);
}

static void test_read(void **state)
{
	struct folder *folder = *state;
	assert_holds(folder, folder_put(folder, "a.xml", "a\0b\xFF", 4), "a\0b\xFF", 4);
	assert_holds(folder, folder_text(folder, "empty", ""), "", 0);
	assert_silent(folder->sink);
}

static void test_read_large(void **state)
{
	struct folder *folder = *state;
	static const size_t sizes[] = {65535, 65536, 65537, 131072, 1000003};
	char *data = g_malloc(1000003);
	for (size_t i = 0; i < 1000003; i++)
		data[i] = (char)(i * 7 % 251);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		assert_holds(folder, folder_put(folder, "large", data, sizes[i]), data, sizes[i]);
	g_free(data);
}

static void test_read_bound(void **state)
{
	struct folder *folder = *state;
	struct bytes bytes = {0};
	char *path = folder_text(folder, "a.xml", "123456");
	assert_true(file_read(path, 6, &bytes, folder->sink));
	free(bytes.data);
	assert_silent(folder->sink);
	assert_false(file_read(path, 5, &bytes, folder->sink));
	assert_said(folder->sink, "G003", path, 0, 0);
	assert_int_equal(diag_get(folder->sink, 0)->severity, DIAG_ERROR);
}

static void test_read_endless(void **state)
{
	struct folder *folder = *state;
	struct bytes bytes = {0};
	assert_false(file_read("/dev/zero", 1000000, &bytes, folder->sink));
	assert_said(folder->sink, "G003", "/dev/zero", 0, 0);
}

static void test_read_nothing(void **state)
{
	struct folder *folder = *state;
	struct bytes bytes = {0};
	char *missing = folder_path(folder, "missing.xml");
	assert_false(file_read(missing, 100, &bytes, folder->sink));
	assert_said(folder->sink, "G001", missing, 0, 0);
	assert_int_equal(diag_get(folder->sink, 0)->severity, DIAG_FAILURE);
	assert_false(file_read(folder->path, 100, &bytes, folder->sink));
	assert_int_equal(diag_size(folder->sink), 2);
	assert_string_equal(diag_get(folder->sink, 1)->code, "G001");
}

/* What the command line says as "-". */
static void test_read_standard_input(void **state)
{
	struct folder *folder = *state;
	char *path = folder_text(folder, "in", "standard input");
	int kept = dup(STDIN_FILENO), in = open(path, O_RDONLY);
	dup2(in, STDIN_FILENO);
	close(in);
	assert_holds(folder, "-", "standard input", 14);
	dup2(kept, STDIN_FILENO);
	close(kept);
}

static void test_write(void **state)
{
	struct folder *folder = *state;
	char *path = folder_path(folder, "out.pdf");
	assert_true(file_write(path, "a\0b", 3, folder->sink));
	assert_holds(folder, path, "a\0b", 3);
	assert_true(file_write(path, "", 0, folder->sink));
	assert_holds(folder, path, "", 0);
	assert_string_equal(listing(folder, folder->path), "out.pdf ");
	assert_silent(folder->sink);
}

static void test_write_replaces(void **state)
{
	struct folder *folder = *state;
	char *path = folder_text(folder, "out.pdf", "an older and longer file");
	int reader = open(path, O_RDONLY);
	char old[5] = "";
	assert_true(file_write(path, "new", 3, folder->sink));
	assert_holds(folder, path, "new", 3);
	assert_int_equal(read(reader, old, 4), 4);
	close(reader);
	assert_string_equal(old, "an o"); /* who has the old file open still has it whole */
	assert_string_equal(listing(folder, folder->path), "out.pdf ");
}

static void test_write_makes_folders(void **state)
{
	struct folder *folder = *state;
	char *path = folder_path(folder, "甲/乙/out.pdf");
	assert_true(file_write(path, "x", 1, folder->sink));
	assert_holds(folder, path, "x", 1);
}

static int die_before_rename(const char *from, const char *to)
{
	(void)from;
	(void)to;
	_exit(0);
}

/* As long as a name can be: there is room for a temporary name, too, and what a killed process leaves of such a file is found. */
static void test_write_long_name(void **state)
{
	struct folder *folder = *state;
	GString *name = g_string_new("ab");
	while (name->len < 251)
		g_string_append(name, "函");
	char *path = folder_path(folder, arena_printf(folder->arena, "%.249s.pdf", name->str));
	g_string_free(name, TRUE);
	assert_true(file_write(path, "x", 1, folder->sink));
	assert_holds(folder, path, "x", 1);
	assert_silent(folder->sink);
	assert_int_equal(unlink(path), 0);
	pid_t child = fork();
	if (child == 0) {
		file_calls.rename = die_before_rename;
		_exit(file_replace(path, "x", 1));
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
	assert_string_not_equal(listing(folder, folder->path), "");
	file_remove_rests(path, child);
	assert_string_equal(listing(folder, folder->path), "");
}

/* As the umask lets: not the private mode of a temporary file. */
static void test_write_mode(void **state)
{
	struct folder *folder = *state;
	char *path = folder_path(folder, "out.pdf");
	struct stat status;
	mode_t mask = umask(022);
	assert_true(file_write(path, "x", 1, folder->sink));
	umask(mask);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0644);
}

static void test_write_relative(void **state)
{
	struct folder *folder = *state;
	char *here = g_get_current_dir();
	assert_int_equal(chdir(folder->path), 0);
	bool done = file_write("out.pdf", "x", 1, folder->sink);
	assert_int_equal(chdir(here), 0);
	g_free(here);
	assert_true(done);
	assert_string_equal(listing(folder, folder->path), "out.pdf ");
}

static void test_write_refused(void **state)
{
	struct folder *folder = *state;
	char *file = folder_text(folder, "file", "kept"), *below = folder_path(folder, "file/out.pdf"),
		 *taken = folder_path(folder, "taken");
	assert_int_equal(mkdir(taken, 0777), 0);
	assert_false(file_write(below, "x", 1, folder->sink));
	assert_said(folder->sink, "G002", below, 0, 0);
	assert_int_equal(diag_get(folder->sink, 0)->severity, DIAG_FAILURE);
	assert_false(file_write(taken, "x", 1, folder->sink));
	assert_int_equal(diag_size(folder->sink), 2);
	assert_string_equal(diag_get(folder->sink, 1)->place.file, taken);
	assert_holds(folder, file, "kept", 4);
	assert_string_equal(listing(folder, folder->path), "file taken ");
	assert_string_equal(listing(folder, taken), "");
}

/* A device is written in place, and its errors are told. */
static void test_write_device(void **state)
{
	struct folder *folder = *state;
	struct stat status;
	assert_true(file_write("/dev/null", "x", 1, folder->sink));
	assert_int_equal(stat("/dev/null", &status), 0);
	assert_true(S_ISCHR(status.st_mode));
	assert_silent(folder->sink);
	assert_false(file_write("/dev/full", "x", 1, folder->sink));
	assert_said(folder->sink, "G002", "/dev/full", 0, 0);
}

/* ---- a disk that fails: the n-th call does, once ---- */

static int calls_left;

static bool fails(void)
{
	if (calls_left-- != 0)
		return false;
	errno = ENOSPC;
	return true;
}

/* Half of it goes out before the disk is full. */
static ssize_t failing_write(int out, const void *data, size_t size)
{
	return fails() ? -1 : write(out, data, (size + 1) / 2);
}

static int failing_fsync(int out)
{
	return fails() ? -1 : fsync(out);
}

static int failing_close(int out)
{
	int result = close(out);
	return fails() ? -1 : result;
}

static int failing_rename(const char *from, const char *to)
{
	return fails() ? -1 : rename(from, to);
}

/* Whichever call fails: the file is the old one or the new one, whole; nothing else is left; it is said; and the next try works. */
static void test_every_call_may_fail(void **state)
{
	struct folder *folder = *state;
	const struct file_calls real = file_calls;
	char *path = g_build_filename(folder->path, "f", NULL);
	int failed = 0;
	for (int call = 0;; call++) {
		assert_true(file_write(path, "before", 6, folder->sink));
		struct diag_sink *sink = diag_open(DIAG_ENGLISH);
		file_calls = (struct file_calls){failing_write, failing_fsync, failing_close, failing_rename};
		calls_left = call;
		bool done = file_write(path, "what comes after", 16, sink);
		file_calls = real;
		char *data = NULL;
		assert_true(g_file_get_contents(path, &data, NULL, NULL));
		assert_true(strcmp(data, "what comes after") == 0 || (!done && strcmp(data, "before") == 0));
		assert_string_equal(listing(folder, folder->path), "f ");
		assert_int_equal(diag_count(sink, DIAG_FAILURE), !done);
		diag_close(sink);
		g_free(data);
		failed += !done;
		if (calls_left >= 0)
			break; /* there were not so many calls */
	}
	assert_true(failed >= 10); /* five writes at least, fsync, close, rename; fsync and close of the folder */
	assert_true(file_write(path, "again", 5, folder->sink));
	assert_holds(folder, path, "again", 5);
	g_free(path);
}

static int folders_synced;

static int count_folders(int out)
{
	struct stat status;
	folders_synced += fstat(out, &status) == 0 && S_ISDIR(status.st_mode);
	return 0;
}

/* A file that is put there leaves its folder for later. */
static void test_put_and_settle(void **state)
{
	struct folder *folder = *state;
	const struct file_calls real = file_calls;
	char *path = folder_path(folder, "f");
	file_calls.fsync = count_folders;
	folders_synced = 0;
	assert_int_equal(file_put(path, "x", 1), 0);
	assert_int_equal(folders_synced, 0);
	assert_int_equal(file_settle(folder->path), 0);
	assert_int_equal(folders_synced, 1);
	assert_int_equal(file_replace(path, "y", 1), 0);
	assert_int_equal(folders_synced, 2);
	file_calls.fsync = failing_fsync;
	calls_left = 0;
	assert_int_equal(file_settle(folder->path), ENOSPC);
	file_calls = real;
	assert_holds(folder, path, "y", 1);
}

/* Of several files that are put at once any call may fail: each of the others is there, whole, and no temporary file. */
static void test_put_several(void **state)
{
	struct folder *folder = *state;
	const struct file_calls real = file_calls;
	char *paths[] = {folder_path(folder, "a"), folder_path(folder, "b"), folder_path(folder, "c")};
	int failed[G_N_ELEMENTS(paths)] = {0};
	calls_left = -1;
	for (int call = 0; calls_left < 0; call++) {
		struct file_new files[G_N_ELEMENTS(paths)];
		for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
			files[i] = (struct file_new){.path = paths[i], .data = "what comes after", .size = 16};
		file_calls = (struct file_calls){failing_write, failing_fsync, failing_close, failing_rename};
		calls_left = call;
		file_put_end(file_put_begin(files, G_N_ELEMENTS(files)));
		file_calls = real;
		unsigned missing = 0;
		for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
			char *data = NULL;
			bool there = g_file_get_contents(paths[i], &data, NULL, NULL);
			assert_int_equal(there, files[i].error == 0);
			assert_true(!there || strcmp(data, "what comes after") == 0);
			assert_true(there || files[i].error == ENOSPC);
			failed[i] += !there;
			missing += !there;
			unlink(paths[i]);
			g_free(data);
		}
		assert_true(missing <= 1);
		assert_string_equal(listing(folder, folder->path), "");
	}
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
		assert_true(failed[i] >= 8); /* five writes at least, fsync, close, rename */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_read, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_read_large, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_read_bound, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_read_endless, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_read_nothing, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_read_standard_input, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_replaces, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_makes_folders, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_long_name, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_mode, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_relative, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_refused, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_write_device, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_every_call_may_fail, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_put_and_settle, folder_setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_put_several, folder_setup, folder_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
