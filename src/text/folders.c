/* folders: what --font-dir names, looked at once before any text is set: a folder that is not there ends the run, a font file that is
 * damaged or no font is named; fontconfig would pass over both in silence. Folders in it are searched too, but not looked at here. */
#include <errno.h>
#include <string.h>

#include "text/text_int.h"

static bool is_font_file(const char *name)
{
	static const char *const endings[] = {".ttf", ".otf", ".ttc", ".otc"};
	char *lower = g_ascii_strdown(name, -1);
	bool found = false;
	for (size_t i = 0; i < G_N_ELEMENTS(endings) && !found; i++)
		found = g_str_has_suffix(lower, endings[i]);
	g_free(lower);
	return found;
}

static void check_file(FT_Library freetype, const char *path, struct diag_sink *sink)
{
	FT_Face face;
	FT_Error error = FT_New_Face(freetype, path, 0, &face);
	if (error)
		text_report_broken(sink, DIAG_FONT_LEFT_OUT, path, error);
	else
		FT_Done_Face(face);
}

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void check_folder(FT_Library freetype, const char *folder, GDir *dir, struct diag_sink *sink)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	for (const char *name; (name = g_dir_read_name(dir)) != NULL;)
		if (is_font_file(name))
			g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
	g_ptr_array_sort(paths, by_name);
	for (guint i = 0; i < paths->len; i++)
		if (!g_file_test(paths->pdata[i], G_FILE_TEST_IS_DIR))
			check_file(freetype, paths->pdata[i], sink);
	g_ptr_array_free(paths, TRUE);
}

static int why_closed(const char *folder)
{
	if (g_file_test(folder, G_FILE_TEST_IS_DIR))
		return EACCES;
	return g_file_test(folder, G_FILE_TEST_EXISTS) ? ENOTDIR : ENOENT;
}

bool text_check_folders(const char *const *folders, struct diag_sink *sink)
{
	FT_Library freetype;
	if (!folders || !*folders || FT_Init_FreeType(&freetype) != 0)
		return true;
	bool good = true;
	for (; *folders; folders++) {
		GDir *dir = g_dir_open(*folders, 0, NULL);
		if (dir) {
			check_folder(freetype, *folders, dir, sink);
			g_dir_close(dir);
		} else {
			diag_report_errno(sink, DIAG_IO_READ, (struct place){.file = *folders}, why_closed(*folders));
			good = false;
		}
	}
	FT_Done_FreeType(freetype);
	return good;
}
