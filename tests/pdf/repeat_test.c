/* Rows that are repeated on later pages, in a document whose pages go as they come: nothing may be taken from memory that went with an earlier
 * page. What is freed is overwritten (MALLOC_PERTURB_). */
#include "support/command.h"

/* The file is a case of the layout tests too, which keep all pages. */
static void test_containers_in_heads(void **state)
{
	(void)state;
	expect("MALLOC_PERTURB_=165 $GONGWEN fo tests/layout/table/header-containers.fo -q -o \"$T\"/a.pdf", 0, NULL, "");
	expect("pdftotext \"$T\"/a.pdf - | grep -c 框", 0, "150\n", NULL);
	expect("pdftotext \"$T\"/a.pdf - | grep -c 行内", 0, "150\n", NULL);
	expect("pdftotext \"$T\"/a.pdf - | grep -c 定", 0, "150\n", NULL);
	expect("pdfinfo -struct-text \"$T\"/a.pdf | grep -c 框", 0, "1\n", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_containers_in_heads),
	};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
