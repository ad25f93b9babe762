/* Rows that are repeated on later pages, in a document whose pages go as they come: nothing may be taken from memory that went with an earlier
 * page. What is freed is overwritten (MALLOC_PERTURB_). */
#include "support/said_text.h"

#include "support/command.h"

/* How often the structure says a word. Not asked of poppler, which goes over all pages anew for each element. */
static unsigned times_said(const char *word)
{
	char *path = g_build_filename(scratch, "a.pdf", NULL), *data = NULL;
	gsize size = 0;

	assert_true(g_file_get_contents(path, &data, &size, NULL));
	char *said = said_text(data, size), **parts = g_strsplit(said, word, -1);
	unsigned times = g_strv_length(parts) - 1;
	g_strfreev(parts);
	g_free(said);
	g_free(data);
	g_free(path);
	return times;
}

/* The file is a case of the layout tests too, which keep all pages. */
static void test_containers_in_heads(void **state)
{
	(void)state;
	expect("MALLOC_PERTURB_=165 $GONGWEN fo tests/layout/table/header-containers.fo -q -o \"$T\"/a.pdf", 0, NULL, "");
	expect("pdftotext \"$T\"/a.pdf \"$T\"/words && for word in 框 行内 定; do grep -c $word \"$T\"/words; done", 0,
		   "150\n150\n150\n", NULL);
	assert_int_equal(times_said("框"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_containers_in_heads),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
