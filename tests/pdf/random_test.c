/* Documents made at random, the same each time (support/random_document.h): whatever stands in them, and with whatever roles, the finished file
 * keeps the rules of PDF/A-2a and PDF/UA-1, and says the text given, in its order. RANDOM_SEEDS=FROM-TO in the environment: other ones than
 * these few, as many as one has time for; RANDOM_KEEP=FOLDER: the FO and PDF files stay there. */
#include "support/conformance.h"

#include "support/command.h"
#include "support/given_text.h"
#include "support/random_document.h"

#define SEEDS 40

static void keep_text(const char *pdf, const char *name, const char *text)
{
	char *path = g_strconcat(pdf, ".", name, NULL);

	assert_true(g_file_set_contents(path, text, -1, NULL));
	g_free(path);
}

/* The PDF's words are those of the FO, and the file is sound. */
static void check_document(uint32_t seed, const char *folder, bool keep)
{
	char *fo = random_document(seed), *path = g_strdup_printf("%s/r%u.fo", folder, seed),
		 *pdf = g_strdup_printf("%s/r%u.pdf", folder, seed), *data = NULL, *given, *said,
		 *command = g_strdup_printf("timeout 60 \"$GONGWEN\" fo --lang en --resource-dir samples/fo/pictures %s -o %s", path,
									pdf);
	GString *words = g_string_new(NULL);
	gsize size;
	struct run run;

	assert_true(g_file_set_contents(path, fo, -1, NULL));
	run = run_shell(command);
	if (run.status != 0 || !g_file_get_contents(pdf, &data, &size, NULL))
		fail_msg("%s: exit %d\n%s", command, run.status, run.err);
	conformance_check(data, size);
	given = given_text(fo, strlen(fo));
	said = said_text(data, size);
	given_add_words(words, said);
	if (keep) {
		keep_text(pdf, "given", given);
		keep_text(pdf, "read", words->str);
	}
	if (!strstr(run.err, "G703")) /* text off the page is not in the file, and this is said */
		given_compare(path, given, words->str);
	run_free(&run);
	g_string_free(words, TRUE);
	g_free(said);
	g_free(given);
	g_free(data);
	g_free(command);
	g_free(pdf);
	g_free(path);
	g_free(fo);
}

static void test_documents(void **state)
{
	const char *seeds = g_getenv("RANDOM_SEEDS"), *keep = g_getenv("RANDOM_KEEP");
	unsigned from = 1, to = SEEDS;

	(void)state;
	if (seeds)
		assert_int_equal(sscanf(seeds, "%u-%u", &from, &to), 2);
	for (unsigned seed = from; seed <= to; seed++)
		check_document(seed, keep ? keep : scratch, keep);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_documents)};

	return cmocka_run_group_tests(tests, make_scratch, remove_scratch);
}
