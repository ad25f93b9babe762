/* Rules of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that a writer can break, checked over a finished file. The file is read
 * through qpdf, which writes its objects out in plain text. A row is a rule: which objects it is about, and what they must hold. */
#ifndef GONGWEN_TESTS_CONFORMANCE_H
#define GONGWEN_TESTS_CONFORMANCE_H

#include "support/pdf_reader.h"

struct conformance_rule {
	const char *clause, *about, *needs;
};

static const struct conformance_rule conformance_rules[] = {
	{"A 6.1.3", "/Root ", "/ID ["},
	{"A 6.2.3", "/Type /Catalog", "/OutputIntents"},
	{"A 6.2.3", "/Type /OutputIntent", "/DestOutputProfile"},
	{"A 6.2.11.3.2", "/Subtype /CIDFontType2", "/CIDToGIDMap"},
	{"A 6.2.11.4.1", "/Type /FontDescriptor", "/FontFile"},
	{"A 6.2.11.7.2", "/Subtype /Type0", "/ToUnicode"},
	{"A 6.3.2", "/Subtype /Link", "/F 4"},
	{"A 6.6.2.1", "/Type /Catalog", "/Metadata"},
	{"A 6.7.2.2, UA 7.1", "/Type /Catalog", "/Marked true"},
	{"A 6.7.3.3, UA 7.1", "/Type /Catalog", "/StructTreeRoot"},
	{"A 6.7.4, UA 7.2", "/Type /Catalog", "/Lang ("},
	{"UA 7.1", "/Type /Catalog", "/DisplayDocTitle true"},
	{"UA 7.1", "/Type /StructTreeRoot", "/ParentTree"},
	{"UA 7.3", "/S /Figure", "/Alt"},
	{"UA 7.5", "/S /TH\n", "/Scope"},
	{"UA 7.6", "/S /L\n", "/ListNumbering"},
	{"UA 7.9", "/S /Note", "/ID ("},
	{"UA 7.18.1", "/Subtype /Link", "/StructParent "},
	{"UA 7.18.3", "/Type /Page\n", "/Tabs /S"},
	{"UA 7.18.3", "/Type /Page\n", "/StructParents "},
	{"UA 7.18.5", "/Subtype /Link", "/Contents"},
};

/* What no object may hold. */
static const struct conformance_rule conformance_bans[] = {
	{"A 6.1.3", "/Encrypt ", NULL},
	{"A 6.1.7.2", "/LZWDecode", NULL},
	{"A 6.2.8", "/Interpolate true", NULL},
	{"A 6.2.9", "/Subtype /PS", NULL},
	{"A 6.2.11.4", "/Subtype /Type3", NULL},
	{"A 6.5.1", "/S /JavaScript", NULL},
	{"A 6.5.1", "/S /Launch", NULL},
	{"A 6.5.2", "/AA ", NULL},
	{"A 6.5.2", "/OpenAction", NULL},
	{"A 6.9", "/EmbeddedFiles", NULL},
	{"A 6.4", "/AcroForm", NULL},
	{"UA 7.1", "/Suspects true", NULL},
};

static inline bool conformance_has(const char *text, size_t size, const char *word)
{
	return memmem(text, size, word, strlen(word)) != NULL;
}

/* What is wrong with an object, beginning with the clause; NULL: nothing. g_free() it. */
static inline char *conformance_fault(const char *text, size_t size)
{
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_rules); i++)
		if (conformance_has(text, size, conformance_rules[i].about) && !conformance_has(text, size, conformance_rules[i].needs))
			return g_strdup_printf("%s: no %s in %.*s", conformance_rules[i].clause, conformance_rules[i].needs,
								   (int)MIN(size, 400), text);
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_bans); i++)
		if (conformance_has(text, size, conformance_bans[i].about))
			return g_strdup_printf("%s: %s in %.*s", conformance_bans[i].clause, conformance_bans[i].about, (int)MIN(size, 400),
								   text);
	return NULL;
}

static inline void conformance_check_object(const char *text, size_t size)
{
	char *fault = conformance_fault(text, size);

	if (fault)
		fail_msg("%s", fault);
}

/* UA 7.1: everything shown is marked, as content or as artifact; MCIDs count on from 0; text objects and marks are nested. */
static inline void conformance_check_content(const char *text, size_t size)
{
	static const char *const shown[] = {"Tj", "TJ", "f", "f*", "S", "B", "B*", "Do", "sh"};
	char *copy = g_strndup(text, size), **words = g_strsplit_set(copy, " \n\r", -1);
	int depth = 0, in_text = 0, text_depth = 0, mcid = 0;

	for (char **word = words; *word; word++) {
		const char *name = strrchr(*word, '>') ? strrchr(*word, '>') + 1 : strrchr(*word, ']') ? strrchr(*word, ']') + 1 : *word;

		if (g_str_equal(name, "BDC") || g_str_equal(name, "BMC"))
			depth++;
		if (g_str_equal(name, "EMC") && --depth < text_depth)
			fail_msg("UA 7.1: marked content ends in another text object");
		if (g_str_equal(name, "BT")) {
			in_text++;
			text_depth = depth;
		}
		if (g_str_equal(name, "ET")) {
			assert_int_equal(depth, text_depth);
			in_text--;
			text_depth = 0;
		}
		if (strstr(*word, "/MCID"))
			assert_int_equal(atoi(word[1]), mcid++);
		for (size_t i = 0; i < G_N_ELEMENTS(shown); i++)
			if (g_str_equal(name, shown[i]) && depth == 0)
				fail_msg("UA 7.1: %s outside of marked content", name);
	}
	assert_int_equal(depth, 0);
	assert_int_equal(in_text, 0);
	g_strfreev(words);
	g_free(copy);
}

/* A 6.6: what the metadata claims. */
static inline void conformance_check_metadata(const GString *objects)
{
	static const char *const claims[] = {"<pdfaid:part>2</pdfaid:part>",   "<pdfaid:conformance>A</pdfaid:conformance>",
										 "<pdfuaid:part>1</pdfuaid:part>", "<dc:title><rdf:Alt>",
										 "<pdf:Producer>gongwen",          "<pdfaProperty:name>part</pdfaProperty:name>"};

	for (size_t i = 0; i < G_N_ELEMENTS(claims); i++)
		if (!conformance_has(objects->str, objects->len, claims[i]))
			fail_msg("A 6.6: no %s", claims[i]);
}

static inline void conformance_check(const char *data, size_t size)
{
	GString *objects = reader_objects(data, size);
	const char *end = objects->str + objects->len;

	assert_memory_equal(data, "%PDF-1.7\n%", 10);
	reader_check_syntax(data, size);
	for (const char *at = objects->str, *next; at < end; at = next) {
		const char *stream;
		bool content;

		next = memmem(at, (size_t)(end - at), "\nendobj\n", 8);
		next = next ? next + 8 : end;
		stream = memmem(at, (size_t)(next - at), "\nstream\n", 8);
		content = conformance_has(at, MIN((size_t)(next - at), 60), "%% Contents for page");
		conformance_check_object(at, (size_t)((stream ? stream : next) - at));
		if (content && stream)
			conformance_check_content(stream + 8, (size_t)(next - stream) - 8 - strlen("\nendstream\nendobj\n"));
	}
	conformance_check_metadata(objects);
	g_string_free(objects, TRUE);
}

#endif
