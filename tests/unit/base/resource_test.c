/* The gate: which files an input may have read, by what path, and all that it may not: src/base/resource.c. */
#include "unit/base/folder.h"

#define FROM(folder) ((struct place){folder_path(folder, "in/year.xml"), 3, 7})

/* in/ is open to in/year.xml; out/ is not. */
static int setup(void **state)
{
	if (folder_setup(state) != 0)
		return -1;
	struct folder *folder = *state;
	folder_text(folder, "in/year.xml", "<year/>");
	folder_text(folder, "in/a.xml", "inside");
	folder_text(folder, "in/sub/b.xml", "below");
	folder_text(folder, "in/部门 一.xml", "han");
	folder_text(folder, "out/secret.xml", "secret");
	folder_text(folder, "inner/x.xml", "secret");
	return 0;
}

/* Reads href from in/<base>; the text, or NULL. */
static char *get_from(struct folder *folder, const char *const *folders, const char *base, const char *href)
{
	struct gate *gate = gate_open(folder_path(folder, "in/year.xml"), folders);
	struct bytes bytes = {0};
	const char *path = NULL;
	char *text = NULL;
	if (gate_read(gate, folder->arena, folder_path(folder, base), href, 1000, &bytes, &path, FROM(folder), folder->sink)) {
		assert_int_equal(bytes.data[bytes.size], '\0');
		text = arena_copy(folder->arena, bytes.data, bytes.size);
		free(bytes.data);
		assert_non_null(path);
	}
	gate_close(gate);
	return text;
}

static void assert_gets(struct folder *folder, const char *base, const char *href, const char *text)
{
	char *got = get_from(folder, NULL, base, href);
	assert_silent(folder->sink);
	assert_string_equal(got, text);
}

/* Refused with the code, at the place that asked. */
static void assert_refuses(struct folder *folder, const char *href, const char *code)
{
	struct diag_sink *sink = folder->sink;
	folder->sink = diag_open(DIAG_ENGLISH);
	char *got = get_from(folder, NULL, "in/year.xml", href);
	if (got)
		print_error("%s\n", href);
	assert_null(got);
	assert_said(folder->sink, code, FROM(folder).file, 3, 7);
	diag_close(folder->sink);
	folder->sink = sink;
}

static void test_inside(void **state)
{
	assert_gets(*state, "in/year.xml", "a.xml", "inside");
	assert_gets(*state, "in/year.xml", "./a.xml", "inside");
	assert_gets(*state, "in/year.xml", "sub/b.xml", "below");
	assert_gets(*state, "in/year.xml", "sub/../a.xml", "inside");
	assert_gets(*state, "in/sub/b.xml", "b.xml", "below");
	assert_gets(*state, "in/sub/b.xml", "../a.xml", "inside");
	assert_gets(*state, "in/year.xml", folder_path(*state, "in/a.xml"), "inside");
}

/* An href is a URI reference: escapes are read, and so is what should have been escaped. */
static void test_escapes(void **state)
{
	assert_gets(*state, "in/year.xml", "%61.xml", "inside");
	assert_gets(*state, "in/year.xml", "部门%20一.xml", "han");
	assert_gets(*state, "in/year.xml", "部门 一.xml", "han");
	assert_gets(*state, "in/year.xml", "%E9%83%A8%E9%97%A8%20%E4%B8%80.xml", "han");
}

static void test_outside(void **state)
{
	struct folder *folder = *state;
	assert_refuses(folder, "../out/secret.xml", "G106");
	assert_refuses(folder, "sub/../../out/secret.xml", "G106");
	assert_refuses(folder, "%2e%2e/out/secret.xml", "G106");
	assert_refuses(folder, "..%2fout%2fsecret.xml", "G106");
	assert_refuses(folder, "../inner/x.xml", "G106");
	assert_refuses(folder, folder_path(folder, "out/secret.xml"), "G106");
	assert_refuses(folder, folder_path(folder, "in/../out/secret.xml"), "G106");
	assert_refuses(folder, "/etc/passwd", "G106");
	assert_refuses(folder, "/dev/zero", "G106");
	assert_refuses(folder, "../out/no-such-file.xml", "G106");
}

static void test_urls(void **state)
{
	static const char *const urls[] = {"http://example.org/a.xml",
									   "HTTPS://example.org/a.xml",
									   "ftp://example.org/a.xml",
									   "file:///etc/passwd",
									   "file:/etc/passwd",
									   "file://example.org/a.xml",
									   "file:../out/secret.xml",
									   "//example.org/a.xml",
									   "a.xml%00b",
									   "http%3A%2F%2Fexample.org/a.xml%00"};
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		assert_refuses(*state, urls[i], "G106");
}

static void test_file_uris_inside(void **state)
{
	struct folder *folder = *state;
	char *whole = g_strconcat("file://", folder_path(folder, "in/a.xml"), NULL),
		 *local = g_strconcat("file://localhost", folder_path(folder, "in/a.xml"), NULL);
	assert_gets(folder, "in/year.xml", "file:a.xml", "inside");
	assert_gets(folder, "in/year.xml", "FILE:sub/b.xml", "below");
	assert_gets(folder, "in/year.xml", whole, "inside");
	assert_gets(folder, "in/year.xml", local, "inside");
	g_free(whole);
	g_free(local);
}

static void test_links(void **state)
{
	struct folder *folder = *state;
	assert_int_equal(symlink("../out/secret.xml", folder_path(folder, "in/link.xml")), 0);
	assert_int_equal(symlink(folder_path(folder, "out/secret.xml"), folder_path(folder, "in/absolute.xml")), 0);
	assert_int_equal(symlink("../out", folder_path(folder, "in/folder")), 0);
	assert_int_equal(symlink("loop.xml", folder_path(folder, "in/loop.xml")), 0);
	assert_int_equal(symlink("a.xml", folder_path(folder, "in/good.xml")), 0);
	assert_int_equal(symlink("/proc/self/root", folder_path(folder, "in/magic")), 0);
	assert_refuses(folder, "link.xml", "G106");
	assert_refuses(folder, "absolute.xml", "G106");
	assert_refuses(folder, "folder/secret.xml", "G106");
	assert_refuses(folder, "loop.xml", "G106");
	assert_refuses(folder, "magic/etc/passwd", "G106");
	assert_gets(folder, "in/year.xml", "good.xml", "inside");
}

static void test_no_regular_file(void **state)
{
	struct folder *folder = *state;
	assert_int_equal(mkfifo(folder_path(folder, "in/pipe"), 0600), 0);
	assert_refuses(folder, "pipe", "G107");
	assert_refuses(folder, "sub", "G107");
	assert_refuses(folder, "missing.xml", "G107");
	assert_refuses(folder, "a.xml/b", "G107");
}

static void test_bound(void **state)
{
	struct folder *folder = *state;
	struct gate *gate = gate_open(folder_path(folder, "in/year.xml"), NULL);
	struct bytes bytes = {0};
	const char *path;
	char *base = folder_path(folder, "in/year.xml");
	assert_true(gate_read(gate, folder->arena, base, "a.xml", 6, &bytes, &path, FROM(folder), folder->sink));
	free(bytes.data);
	bytes = (struct bytes){0};
	assert_false(gate_read(gate, folder->arena, base, "a.xml", 5, &bytes, &path, FROM(folder), folder->sink));
	assert_said(folder->sink, "G003", NULL, 0, 0);
	assert_null(bytes.data); /* nothing is left that a caller could free again */
	gate_close(gate);
}

static void test_more_folders(void **state)
{
	struct folder *folder = *state;
	const char *const folders[] = {folder_path(folder, "missing"), folder_path(folder, "out"), NULL};
	assert_string_equal(get_from(folder, folders, "in/year.xml", "../out/secret.xml"), "secret");
	assert_string_equal(get_from(folder, folders, "in/year.xml", folder_path(folder, "out/secret.xml")), "secret");
	assert_string_equal(get_from(folder, folders, "in/year.xml", "a.xml"), "inside");
	assert_string_equal(get_from(folder, folders, "in/year.xml", "secret.xml"),
						"secret"); /* not beside the input: looked for here */
	assert_silent(folder->sink);
	assert_null(get_from(folder, folders, "in/year.xml", "../inner/x.xml"));
	assert_said(folder->sink, "G106", NULL, 3, 7);
}

/* Messages name a file as its author does: relative when the input's own path is. */
static void test_paths_of_messages(void **state)
{
	static const struct {
		const char *base, *href, *path;
	} cases[] = {
		{"in/year.xml", "a.xml", "in/a.xml"},
		{"in/year.xml", "sub/b.xml", "in/sub/b.xml"},
		{"in/year.xml", "%61.xml", "in/a.xml"},
		{"./in/year.xml", "a.xml", "./in/a.xml"},
	};
	struct folder *folder = *state;
	char *here = g_get_current_dir();
	assert_int_equal(chdir(folder->path), 0);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct gate *gate = gate_open(cases[i].base, NULL);
		struct bytes bytes = {0};
		const char *path = NULL;
		bool done = gate_read(gate, folder->arena, cases[i].base, cases[i].href, 100, &bytes, &path, FROM(folder), folder->sink);
		gate_close(gate);
		free(bytes.data);
		assert_true(done);
		assert_string_equal(path, cases[i].path);
	}
	assert_int_equal(chdir(here), 0);
	g_free(here);
}

/* Of an input in the current folder, and of standard input. */
static void test_current_folder(void **state)
{
	static const char *const inputs[] = {"year.xml", "-", "./year.xml"};
	struct folder *folder = *state;
	char *here = g_get_current_dir();
	assert_int_equal(chdir(folder_path(folder, "in")), 0);
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
		struct gate *gate = gate_open(inputs[i], NULL);
		struct bytes bytes = {0}, none = {0};
		const char *path = NULL;
		assert_true(gate_read(gate, folder->arena, inputs[i], "a.xml", 100, &bytes, &path, FROM(folder), folder->sink));
		assert_string_equal(bytes.data, "inside");
		assert_false(
			gate_read(gate, folder->arena, inputs[i], "../out/secret.xml", 100, &none, &path, FROM(folder), folder->sink));
		free(bytes.data);
		gate_close(gate);
	}
	assert_int_equal(chdir(here), 0);
	g_free(here);
	gate_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_inside, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_escapes, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_outside, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_urls, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_links, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_no_regular_file, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_bound, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_file_uris_inside, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_more_folders, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_paths_of_messages, setup, folder_teardown),
		cmocka_unit_test_setup_teardown(test_current_folder, setup, folder_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
