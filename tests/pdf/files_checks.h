/* The set of files: one for each document and no other, sheets, fonts, syntax; the same bytes everywhere, and none for broken input. */
#ifndef GONGWEN_TESTS_PDF_FILES_CHECKS_H
#define GONGWEN_TESTS_PDF_FILES_CHECKS_H

#include "pdf/samples.h"

/* ---- the set of files ---- */

static int files_of(const char *kind)
{
	int count = 0;

	for (size_t i = 0; i < year.count; i++)
		count += is(year.files[i].kind, kind);
	return count;
}

static void test_one_file_for_each_document(void **state)
{
	(void)state;
	assert_int_equal(files_of("agreement"), 3 * year_number(NULL, "count(//register/department)"));
	assert_int_equal(files_of("brief"), year_number(NULL, "count(//bulletin)"));
	assert_int_equal(files_of("circular"), year_number(NULL, "count(//circular)"));
	assert_int_equal(files_of("notice"), year_number(NULL, "count(//case/notice)"));
	assert_int_equal(files_of("transfer"), year_number(NULL, "count(//case/notice)"));
	assert_int_equal(files_of("receipt"), year_number(NULL, "count(//case/notice)"));
}

static void test_nothing_but_what_the_manifest_names(void **state)
{
	(void)state;
	year_run("cd \"$T\"/year && find . -type f ! -name manifest.csv | sed 's,^\\./,,' | sort > ../found");
	year_run("tr -d '\\r' < \"$T\"/year/manifest.csv | sed '1d;s/,.*//' | sort > \"$T\"/named");
	year_run("$GONGWEN list " YEAR_SOURCE " | cut -f4 | sort > \"$T\"/listed");
	year_run("cd \"$T\" && cmp found named && cmp found listed");
}

/* ---- sheets and fonts ---- */

static void test_every_page_is_a4(void **state)
{
	(void)state;
	for (const struct year_file *file = NULL; (file = year_next_asked(file));) {
		PopplerDocument *document = year_pdf(file->name);

		assert_int_equal(poppler_document_get_n_pages(document), file->pages);
		for (int page = 0; page < file->pages; page++)
			reader_check_a4(document, page);
		g_object_unref(document);
	}
}

static void test_every_font_is_embedded(void **state)
{
	(void)state;
	for (const struct year_file *file = NULL; (file = year_next_asked(file));) {
		PopplerDocument *document = year_pdf(file->name);

		assert_true(reader_check_fonts(document) >= 2);
		g_object_unref(document);
	}
}

static void test_syntax(void **state)
{
	(void)state;
	for (const struct year_file *file = NULL; (file = year_next_asked(file));) {
		char *data, *path = g_build_filename(year.folder, file->name, NULL);
		gsize size;

		assert_true(g_file_get_contents(path, &data, &size, NULL));
		reader_check_syntax(data, size);
		g_free(data);
		g_free(path);
	}
}

/* ---- same bytes, and none for broken input ---- */

/* year.h builds with -j 2 and LANG=C; here one worker, another locale, zone and folder. */
static void check_bytes(const char *options)
{
	year_run(year_print("root=$PWD && cd \"$T\" && env -u LC_ALL LANG=zh_CN.UTF-8 TZ=Asia/Shanghai \"$root\"/$GONGWEN build "
						"\"$root\"/" YEAR_SOURCE " -o other -j 1 -q %s && rm other/manifest.csv",
						options));
	year_run("cd \"$T\"/other && find . -type f -exec cmp {} ../year/{} \\; > ../different && test ! -s ../different");
}

static void test_same_bytes_everywhere(void **state)
{
	(void)state;
	check_bytes("--department water");
	check_bytes("--kind circular --kind brief --kind notice --kind recovery --kind division --kind document-register");
}

/* The year with one thing changed is refused: a new folder is not made, one that is there stays as it was. */
static void check_refused(const char *change, const char *says)
{
	struct run run;

	year_run("rm -rf \"$T\"/broken \"$T\"/kept \"$T\"/none && cp -r samples/weifang-2005 \"$T\"/broken && cp -r \"$T\"/year "
			 "\"$T\"/kept");
	year_run(year_print("cd \"$T\"/broken && %s", change));
	run = run_shell("$GONGWEN build \"$T\"/broken/year.xml -o \"$T\"/none");
	if (run.status != 1 || !strstr(run.err, says))
		fail_msg("%s: exit %d, said %.500s", change, run.status, run.err);
	run_free(&run);
	run = run_shell("$GONGWEN build \"$T\"/broken/year.xml -o \"$T\"/kept");
	assert_int_equal(run.status, 1);
	run_free(&run);
	year_run("test ! -e \"$T\"/none && diff -r \"$T\"/year \"$T\"/kept");
}

static void test_broken_years_leave_no_file(void **state)
{
	(void)state;
	check_refused("echo '<' >> year.xml", "year.xml:");
	check_refused("sed -i 's,</target>,</targets>,' departments/finance.xml", "departments/finance.xml:");
	check_refused("sed -i 's,<pass-mark>80,<pass-mark>eighty,' year.xml", "year.xml:");
	check_refused("sed -i 's,id=\"finance-1\" weight=\"15\",id=\"finance-1\" weight=\"16\",' departments/finance.xml",
				  "departments/finance.xml:");
	check_refused("sed -i 's,department=\"transport\",department=\"nobody\",' cases/case-1.xml", "cases/case-1.xml:");
	check_refused("rm departments/finance.xml", "departments/finance.xml");
}

#endif
