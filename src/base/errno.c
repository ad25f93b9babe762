/* errno: what the system says, in two languages: machines seldom have its translations. */
#include <errno.h>
#include <glib.h>
#include <string.h>

#include "base/base.h"

static const struct {
	int number;
	const char *words;
} rows[] = {
#define ERRNO(number, words) {number, words},
#include "base/errno.def"
#undef ERRNO
};

const char *diag_errno_words(int error, enum diag_language language)
{
	for (size_t i = 0; language == DIAG_CHINESE && i < G_N_ELEMENTS(rows); i++)
		if (rows[i].number == error)
			return rows[i].words;
	return strerror(error);
}
