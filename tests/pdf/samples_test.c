/* The finished PDFs of the sample year, as a reader sees them; the year is built once for all (support/year.h). */
#include "pdf/agreement_checks.h"
#include "pdf/characters_checks.h"
#include "pdf/files_checks.h"
#include "pdf/pages_checks.h"
#include "pdf/words_checks.h"

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_file_for_each_document),
		cmocka_unit_test(test_nothing_but_what_the_manifest_names),
		cmocka_unit_test(test_every_page_is_a4),
		cmocka_unit_test(test_every_font_is_embedded),
		cmocka_unit_test(test_syntax),
		cmocka_unit_test(test_no_substituted_characters),
		cmocka_unit_test(test_no_character_is_lost),
		cmocka_unit_test(test_years_stand_in_their_brackets),
		cmocka_unit_test(test_agreements_say_what_was_agreed),
		cmocka_unit_test(test_three_copies_differ_in_mark_and_holder_only),
		cmocka_unit_test(test_circular_ranks_the_departments),
		cmocka_unit_test(test_circular_says_what_was_written),
		cmocka_unit_test(test_notices_say_the_facts),
		cmocka_unit_test(test_transfers_say_the_findings),
		cmocka_unit_test(test_receipts_have_their_rows),
		cmocka_unit_test(test_letters_begin_with_the_sender),
		cmocka_unit_test(test_briefs_say_what_was_found),
		cmocka_unit_test(test_tables_repeat_their_heads),
		cmocka_unit_test(test_pages_are_numbered_at_the_outer_side),
		cmocka_unit_test(test_description_comes_from_the_data),
		cmocka_unit_test(test_titles_tell_documents_apart),
		cmocka_unit_test(test_outlines_lead_to_the_headings),
		cmocka_unit_test(test_same_bytes_everywhere),
		cmocka_unit_test(test_broken_years_leave_no_file),
	};

	return cmocka_run_group_tests(tests, year_open, year_close);
}
