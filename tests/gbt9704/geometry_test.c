/* GB/T 9704—2012 measured on the documents of the sample year, a header a subject: the numbers G-nn, B-nn, Z-nn are those of
 * docs/typesetting.md. The year is built once for all of them. */
#include "gbt9704/closing_checks.h"
#include "gbt9704/formats_checks.h"
#include "gbt9704/grid_checks.h"
#include "gbt9704/head_checks.h"
#include "gbt9704/record_checks.h"
#include "gbt9704/text_checks.h"

#define RUN(name) cmocka_run_group_tests_name(#name, name##_checks, NULL, NULL)

int main(void)
{
	void *state = NULL;
	int failed = areas_open(&state);

	if (failed)
		return failed;
	failed += RUN(grid);
	failed += RUN(text);
	failed += RUN(head);
	failed += RUN(closing);
	failed += RUN(record);
	failed += RUN(formats);
	areas_close(&state);
	return failed;
}
