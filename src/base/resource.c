/* resource: the one gate through which an input's files are read. Files below the gate's folders may be opened; the kernel
 * (openat2, RESOLVE_BENEATH) refuses whatever leads out of them, through .. or symbolic links. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/base.h"
#include "base/base_int.h"

struct root {
	char *path; /* absolute, lexically clean, no slash at its end */
	int folder; /* open handle */
};

struct gate {
	GArray *roots; /* struct root */
};

static int open_folder(const char *path)
{
	return open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static void add_root(struct gate *gate, const char *folder)
{
	struct root root = {.path = g_canonicalize_filename(folder, NULL)};
	root.folder = open_folder(root.path);
	if (root.folder < 0) {
		g_free(root.path); /* nothing can be read there */
		return;
	}
	g_array_append_val(gate->roots, root);
}

struct gate *gate_open(const char *input, const char *const *folders)
{
	struct gate *gate = g_new(struct gate, 1);
	gate->roots = g_array_new(FALSE, FALSE, sizeof(struct root));
	char *folder = strcmp(input, "-") == 0 ? g_strdup(".") : g_path_get_dirname(input);
	add_root(gate, folder);
	g_free(folder);
	for (; folders && *folders; folders++)
		add_root(gate, *folders);
	return gate;
}

bool gate_check_folders(const char *const *folders, struct diag_sink *sink)
{
	bool good = true;
	for (; folders && *folders; folders++) {
		int folder = open_folder(*folders);
		if (folder < 0) {
			diag_report_errno(sink, DIAG_IO_READ, (struct place){.file = *folders}, errno);
			good = false;
		} else {
			close(folder);
		}
	}
	return good;
}

void gate_close(struct gate *gate)
{
	if (!gate)
		return;
	for (unsigned i = 0; i < gate->roots->len; i++) {
		struct root *root = &g_array_index(gate->roots, struct root, i);
		close(root->folder);
		g_free(root->path);
	}
	g_array_free(gate->roots, TRUE);
	g_free(gate);
}

/* Opens `relative` below the folder, never outside it. */
static int open_beneath(int folder, const char *relative)
{
	struct open_how how = {.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
	return (int)syscall(SYS_openat2, folder, relative, &how, sizeof how);
}

/* The part of an absolute path below the root, or NULL. */
static const char *below(const struct root *root, const char *path)
{
	size_t size = strlen(root->path);
	if (strcmp(root->path, "/") == 0)
		return path + 1;
	return strncmp(path, root->path, size) == 0 && path[size] == '/' ? path + size + 1 : NULL;
}

/* -1 with errno: EXDEV when the path lies outside every root. */
static int open_through(const struct gate *gate, const char *path)
{
	int error = EXDEV;
	for (unsigned i = 0; i < gate->roots->len; i++) {
		const struct root *root = &g_array_index(gate->roots, struct root, i);
		const char *relative = below(root, path);
		if (!relative)
			continue;
		int in = open_beneath(root->folder, relative);
		if (in >= 0)
			return in;
		if (error == EXDEV)
			error = errno;
	}
	errno = error;
	return -1;
}

/* The path that messages name: like the base's, relative when that is. */
static char *path_for(const char *base, const char *href)
{
	if (g_path_is_absolute(href) || strcmp(base, "-") == 0)
		return g_strdup(href);
	char *folder = g_path_get_dirname(base);
	char *path = strcmp(folder, ".") == 0 && base[0] != '.' ? g_strdup(href) : g_build_filename(folder, href, NULL);
	g_free(folder);
	return path;
}

/* en, zh: why. */
static bool refuse_missing(struct diag_sink *sink, struct place from, const char *path, const char *en, const char *zh)
{
	char *in_english = g_strdup_printf("%s: %s", path, en), *in_chinese = g_strdup_printf("%s：%s", path, zh);
	diag_report_both(sink, DIAG_RESOURCE_MISSING, from, in_english, in_chinese);
	g_free(in_english);
	g_free(in_chinese);
	return false;
}

static bool refuse_outside(struct diag_sink *sink, struct place from, const char *path)
{
	diag_report(sink, DIAG_RESOURCE_OUTSIDE, from, "%s", path);
	return false;
}

static bool read_path(struct gate *gate, const char *path, size_t max_bytes, struct bytes *bytes, struct place from,
					  struct diag_sink *sink)
{
	char *absolute = g_canonicalize_filename(path, NULL);
	int in = open_through(gate, absolute), error = errno;
	g_free(absolute);
	if (in < 0 && (error == EXDEV || error == ELOOP))
		return refuse_outside(sink, from, path);
	if (in < 0)
		return refuse_missing(sink, from, path, diag_errno_words(error, DIAG_ENGLISH), diag_errno_words(error, DIAG_CHINESE));
	struct stat status;
	bool done = fstat(in, &status) == 0 && S_ISREG(status.st_mode) ? file_read_descriptor(in, path, max_bytes, bytes, sink)
																   : refuse_missing(sink, from, path, "not a file", "不是文件");
	close(in);
	return done;
}

/* A file: URI's path, or NULL when it names another host; other names as they are, unless they are URIs of another kind. */
static const char *strip_scheme(const char *href)
{
	if (g_ascii_strncasecmp(href, "file:", 5) != 0)
		return strstr(href, "://") ? NULL : href;
	href += 5;
	if (g_str_has_prefix(href, "//localhost/"))
		return href + strlen("//localhost");
	return g_str_has_prefix(href, "///") ? href + 2 : g_str_has_prefix(href, "//") ? NULL : href;
}

static bool can_open(const struct gate *gate, const char *path)
{
	char *absolute = g_canonicalize_filename(path, NULL);
	int in = open_through(gate, absolute);
	bool missing = in < 0 && errno == ENOENT;
	if (in >= 0)
		close(in);
	g_free(absolute);
	return !missing;
}

/* Beside the file that names it; what is not there, in the other folders in their order. */
static char *find_path(const struct gate *gate, const char *base, const char *name)
{
	char *beside = path_for(base, name);
	if (g_path_is_absolute(name) || can_open(gate, beside))
		return beside;
	for (unsigned i = 1; i < gate->roots->len; i++) {
		char *other = g_build_filename(g_array_index(gate->roots, struct root, i).path, name, NULL);
		if (can_open(gate, other)) {
			g_free(beside);
			return other;
		}
		g_free(other);
	}
	return beside;
}

bool gate_read(struct gate *gate, struct arena *arena, const char *base, const char *href, size_t max_bytes, struct bytes *bytes,
			   const char **path, struct place from, struct diag_sink *sink)
{
	const char *plain = strip_scheme(href);
	char *name = plain ? g_uri_unescape_string(plain, NULL) : NULL;
	if (!name)
		return refuse_outside(sink, from, href);
	char *joined = find_path(gate, base, name);
	*path = arena_string(arena, joined);
	g_free(joined);
	g_free(name);
	return read_path(gate, *path, max_bytes, bytes, from, sink);
}
