/* A fresh folder for a test's files, with everything in it removed at the end; and sinks looked at by their first message. */
#ifndef GONGWEN_TESTS_FOLDER_H
#define GONGWEN_TESTS_FOLDER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "base/base.h"

struct folder {
	char path[64];
	struct arena *arena;
	struct diag_sink *sink;
};

static inline int folder_setup(void **state)
{
	struct folder *folder = g_new0(struct folder, 1);
	strcpy(folder->path, "/tmp/gongwen-test.XXXXXX");
	folder->arena = arena_open();
	folder->sink = diag_open(DIAG_ENGLISH);
	*state = folder;
	return mkdtemp(folder->path) ? 0 : -1;
}

static inline void folder_remove(const char *path)
{
	GDir *entries = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	for (const char *name; entries && (name = g_dir_read_name(entries));) {
		char *below = g_build_filename(path, name, NULL);
		folder_remove(below);
		g_free(below);
	}
	if (entries)
		g_dir_close(entries);
	g_remove(path);
}

static inline int folder_teardown(void **state)
{
	struct folder *folder = *state;
	folder_remove(folder->path);
	diag_close(folder->sink);
	arena_close(folder->arena);
	g_free(folder);
	return 0;
}

/* The path of `name` in the folder. */
static inline char *folder_path(struct folder *folder, const char *name)
{
	return arena_printf(folder->arena, "%s/%s", folder->path, name);
}

/* Writes a file (and the folders it needs); gives its path. */
static inline char *folder_put(struct folder *folder, const char *name, const void *data, size_t size)
{
	char *path = folder_path(folder, name), *parent = g_path_get_dirname(path);
	assert_int_equal(g_mkdir_with_parents(parent, 0777), 0);
	g_free(parent);
	assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	return path;
}

static inline char *folder_text(struct folder *folder, const char *name, const char *text)
{
	return folder_put(folder, name, text, strlen(text));
}

/* The only message: its code and place; file NULL: any. */
static inline void assert_said(const struct diag_sink *sink, const char *code, const char *file, int line, int col)
{
	if (diag_size(sink) != 1) {
		char *all = diag_print(sink, DIAG_TEXT, DIAG_NOTE);
		print_error("one message expected:\n%s", all);
		g_free(all);
	}
	assert_int_equal(diag_size(sink), 1);
	const struct diag_message *message = diag_get(sink, 0);
	assert_string_equal(message->code, code);
	if (file)
		assert_string_equal(message->place.file, file);
	assert_int_equal(message->place.line, line);
	assert_int_equal(message->place.col, col);
}

/* Some message has the code. */
static inline void assert_among(const struct diag_sink *sink, const char *code)
{
	for (unsigned i = 0; i < diag_size(sink); i++)
		if (strcmp(diag_get(sink, i)->code, code) == 0)
			return;
	char *all = diag_print(sink, DIAG_TEXT, DIAG_NOTE);
	print_error("%s expected:\n%s", code, all);
	g_free(all);
	fail();
}

static inline void assert_silent(const struct diag_sink *sink)
{
	char *all = diag_print(sink, DIAG_TEXT, DIAG_NOTE);
	assert_string_equal(all, "");
	g_free(all);
}

/* A test that gets a folder of its own, in *state. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

#endif
