/* broken: why a font file cannot be used, in the words of FreeType, which are English. */
#include "text/text_int.h"

#undef FTERRORS_H_
#define FT_ERRORDEF(symbol, number, words) {number, words},
#define FT_ERROR_START_LIST                                                                                                      \
	static const struct {                                                                                                        \
		int number;                                                                                                              \
		const char *words;                                                                                                       \
	} errors[] = {
#define FT_ERROR_END_LIST                                                                                                        \
	}                                                                                                                            \
	;
#include FT_ERRORS_H

void text_report_broken(struct diag_sink *sink, enum diag_code code, const char *path, int error)
{
	struct place place = {.file = path};
	if (!error) {
		diag_report_both(sink, code, place, "it has no outlines", "没有轮廓");
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(errors); i++)
		if (errors[i].number == FT_ERROR_BASE(error))
			diag_report(sink, code, place, "%s", errors[i].words);
}
