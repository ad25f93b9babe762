/* base: what every stage needs and no stage is: memory, places, diagnostics, lengths, exact decimals, dates,
 * Han numerals, resources that may be read, files written whole.
 *
 * Ownership: `_new(arena, …)` gives memory of the arena, `_open/_close` pair for foreign resources, `_find` borrows.
 * Errors: a function that can fail returns false or NULL after reporting to the sink it was given. */
#ifndef GONGWEN_BASE_H
#define GONGWEN_BASE_H

#include <glib.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- arena (arena.c): memory with one lifetime, dropped whole ---- */

struct arena;

struct arena *arena_open(void);
void arena_close(struct arena *arena);               /* NULL is allowed; lives on while another holds it */
void *arena_alloc(struct arena *arena, size_t size); /* zeroed, aligned for any type; aborts when memory is out */
char *arena_copy(struct arena *arena, const char *text, size_t size); /* adds the NUL */
char *arena_string(struct arena *arena, const char *text);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
size_t arena_used(const struct arena *arena); /* bytes handed out */
void arena_clear(struct arena *arena);        /* takes all back, to be used again */
/* Takes back one piece of `size` bytes before the rest, if it is large (16 KB and more); a smaller one stays. */
void arena_drop(struct arena *arena, const void *piece, size_t size);
void arena_adopt(
	struct arena *arena,
	struct arena *another); /* what is in `another` now lives in `arena`; `another`, which none may hold, is closed */
/* What is in `arena` points into `another`, which lives as long as that or until that is cleared. Never the other way round as well. */
void arena_hold(struct arena *arena, struct arena *another);

#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

/* ---- memory that there may be much of (heap.c): trees, texts, the chunks of arenas ---- */

/* As malloc() and its like: NULL when memory is out. */
void *heap_alloc(size_t size);
void *heap_alloc_zeroed(size_t size);
void *heap_realloc(void *piece, size_t size);
void heap_free(void *piece); /* of these functions only; NULL is allowed */
char *heap_string(const char *text);

/* From now on, what is more than the process should hold (100 MB, or $GONGWEN_MEMORY) lies in a file without a name in $TMPDIR, else in
 * /var/tmp or /tmp. A process that is forked has nothing of it. The main thread's only: it takes SIGALRM. */
void heap_spill(void);
void heap_stop_spilling(void); /* what lies there stays until it is freed */
/* Between these two calls all memory is the process's own: what workers are to have, too. They nest. */
void heap_keep(void);
void heap_keep_no_more(void);
/* A tree has gone: what it leaves goes back to the system, when there is more than the process should hold. */
void heap_trim(void);
/* In a process that was forked: it frees nothing of that file. */
void heap_leave(void);
struct diag_sink;
/* Says why there is no room in the file, when that is so: all is held in memory then. */
void heap_check(struct diag_sink *sink);

/* ---- places and diagnostics (diag.c, diag.def, errno.c) ---- */

/* A place in an author's file. line and col count from 1, in characters; 0: unknown. file is borrowed;
 * what keeps a place longer than its caller (the sink) copies it. */
struct place {
	const char *file;
	int line;
	int col;
};

/* ERROR: the input is refused. FAILURE: the system failed (I/O, memory, a missing part); printed as "error" too. */
enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_FAILURE };

/* One enumerator a row of diag.def: DIAG(symbol, code, severity, english, chinese). */
enum diag_code {
#define DIAG(symbol, code, severity, en, zh) DIAG_##symbol,
#include "diag.def"
#undef DIAG
	DIAG_COUNT
};

enum diag_language { DIAG_ENGLISH, DIAG_CHINESE };
enum diag_format { DIAG_TEXT, DIAG_JSON };

/* Collects messages; the caller prints them once, in order of file and place. */
struct diag_sink;

struct diag_sink *diag_open(enum diag_language language);
/* An empty sink with the language and strictness of another. */
struct diag_sink *diag_open_like(const struct diag_sink *other);
void diag_close(struct diag_sink *sink);
/* Warnings reported from now on count as errors (--strict). */
void diag_set_strict(struct diag_sink *sink, bool strict);

/* Reports one message: the row's fixed text in the sink's language, then the detail made from format. */
void diag_report(struct diag_sink *sink, enum diag_code code, struct place place, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* The same of something too large: of several at one place the one that is so by most speaks for all. */
void diag_report_by(struct diag_sink *sink, enum diag_code code, struct place place, int32_t by, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* The same with a detail in both languages. */
void diag_report_both(struct diag_sink *sink, enum diag_code code, struct place place, const char *en, const char *zh);
/* The same of two formats, English and Chinese, that take the same arguments in the same order. */
void diag_report_words(struct diag_sink *sink, enum diag_code code, struct place place, const char *en, const char *zh, ...)
	__attribute__((format(printf, 4, 6), format(printf, 5, 6)));
/* What the system says of an errno, also on machines without its translations. */
const char *diag_errno_words(int error, enum diag_language language);
/* The same with those words. */
void diag_report_errno(struct diag_sink *sink, enum diag_code code, struct place place, int error);
/* The same with the row's text only. */
void diag_say(struct diag_sink *sink, enum diag_code code, struct place place);
/* A complaint of a rule that templates hold (R01 …): code and whole text come from there. */
void diag_report_rule(struct diag_sink *sink, const char *rule, enum diag_severity severity, struct place place,
					  const char *text);
/* Whom and what a complaint concerns, for programs; and its text in both languages. NULL: not said. */
struct diag_about {
	const char *department, *target, *case_id, *zh, *en;
	int32_t by; /* by how much a thing is too large; 0: it is none of these */
};
/* The same with what it is about; the text is the one in the sink's language. True when it counts as an error. */
bool diag_report_about(struct diag_sink *sink, const char *rule, enum diag_severity severity, struct place place,
					   const struct diag_about *about);
/* Appends all messages of `from` to `to`, as they are. */
void diag_append(struct diag_sink *to, const struct diag_sink *from);

enum diag_language diag_language(const struct diag_sink *sink);
unsigned diag_count(const struct diag_sink *sink, enum diag_severity at_least);

/* One message as it will be printed. */
struct diag_message {
	const char *code; /* "G101", "R08" */
	enum diag_severity severity;
	struct place place;
	const char *text;
	struct diag_about about;
};
unsigned diag_size(const struct diag_sink *sink);
/* How often something was reported: also what had been said before. A step that leaves it alone had nothing to complain of. */
unsigned diag_reported(const struct diag_sink *sink);
const struct diag_message *diag_get(const struct diag_sink *sink, unsigned index); /* in order of report */
/* "year.xml:12:5: error G101: …\n" per message, or one JSON array; sorted by file, line, column (stable). malloc'd. */
char *diag_print(const struct diag_sink *sink, enum diag_format format, enum diag_severity at_least);
/* Drops the messages, which have been printed; what is counted stays. */
void diag_forget(struct diag_sink *sink);

/* ---- the name that was perhaps meant (nearest.c) ---- */

/* The candidate tried so far in which the fewest letters differ; of several the first in the order of bytes. */
struct nearest {
	const char *name; /* that is none */
	const char *best; /* NULL: none is near. Borrowed from the caller */
	unsigned apart;   /* letters; less is wanted */
};
struct nearest nearest_to(const char *name);
void nearest_try(struct nearest *nearest, const char *candidate);
/* A message whose detail is the name and, when there is one, what was perhaps meant; before: what stands in front of both ("fo:", ""). */
void diag_report_nearest(struct diag_sink *sink, enum diag_code code, struct place place, const char *before,
						 const struct nearest *nearest);
/* The same of a name that is none of the set's keys. */
void diag_report_unknown(struct diag_sink *sink, enum diag_code code, const char *name, GHashTable *known);

/* ---- digests (digest.c) ---- */

#define DIGEST_HEX 65 /* 64 digits and NUL */

/* SHA-256 in hexadecimal. */
void digest_hex(const void *data, size_t size, char hex[DIGEST_HEX]);

/* ---- keys of hash tables (hash.c) ---- */

unsigned memory_hash(const void *data, size_t size);
/* Of struct bytes, as GLib's tables want them. */
unsigned bytes_hash(const void *key);
int bytes_equal(const void *a, const void *b);

/* ---- stack.c ---- */

/* Lets the main thread's stack grow to that size, from now on. What it may grow to: less when the system says so. */
size_t stack_allow(size_t size);

/* ---- libraries loaded at first use (late.c) ---- */

struct late_library {
	const char *name; /* as the loader finds it: "libpoppler-glib.so.8" */
	void *handle;     /* NULL until used; for the life of the process */
};

/* Puts the function's address into *function, a pointer to a function pointer. A library that is not there ends the program (G004, exit
 * status 3). */
void late_find(struct late_library *library, const char *name, void *function);

/* A function of the library's, under its own name. */
#define LATE_FUNCTION(library, type, name, parameters, arguments)                                                                \
	type name parameters                                                                                                         \
	{                                                                                                                            \
		static type(*function) parameters;                                                                                       \
		if (!function)                                                                                                           \
			late_find(&(library), #name, &function);                                                                             \
		return function arguments;                                                                                               \
	}
#define LATE_PROCEDURE(library, name, parameters, arguments)                                                                     \
	void name parameters                                                                                                         \
	{                                                                                                                            \
		static void(*function) parameters;                                                                                       \
		if (!function)                                                                                                           \
			late_find(&(library), #name, &function);                                                                             \
		function arguments;                                                                                                      \
	}

/* ---- lengths (length.c) ---- */

typedef int32_t len; /* 1/1024 pt, Pango's unit; 156 mm = 452,818 */

#define LEN_PT  1024
#define LEN_MAX INT32_MAX
#define LEN_MIN INT32_MIN

len len_from_pt(double pt);
len len_from_mm(double mm);
double len_to_pt(len length);
double len_to_mm(len length);
len len_add(len a, len b); /* saturating */
/* a × numerator / denominator, rounded to nearest, saturating. denominator ≠ 0. */
len len_scale(len a, int64_t numerator, int64_t denominator);
/* As much of `total` as `part` is of `whole`, in units of len but larger than one, toward 0: shares that are differences of these add up to the
 * total. |part| ≤ |whole| ≠ 0. */
int64_t len_part(int64_t total, int64_t part, int64_t whole);

/* ---- exact decimals (decimal.c, on GMP) ---- */

/* Text form: [+-]digits[.digits], any length. Canonical form: no plus, no leading zeros but one before the point, no trailing
 * zeros after it, "-0" is "0". Every function takes any text form, gives the canonical one in the arena, and gives NULL when an
 * argument is no decimal; nothing is reported here. */
bool decimal_is(const char *text);
char *decimal_canonical(struct arena *arena, const char *a);
char *decimal_add(struct arena *arena, const char *a, const char *b);
char *decimal_subtract(struct arena *arena, const char *a, const char *b);
char *decimal_multiply(struct arena *arena, const char *a, const char *b);
char *decimal_divide(struct arena *arena, const char *a, const char *b, unsigned places); /* half up; NULL for b = 0 */
char *decimal_fixed(struct arena *arena, const char *a, unsigned places);                 /* half up (away from zero), padded */
char *decimal_sort_key(struct arena *arena,
					   const char *a); /* byte order of keys = order of values; for |a| < 10^18 and 18 places, else NULL */
/* -1, 0, 1 in *order. */
bool decimal_compare(const char *a, const char *b, int *order);

/* ---- limit.c: what a PDF can hold (ISO 19005-2, 6.1.13); longer texts are said when they are read, and cut when they are written ---- */

#define LIMIT_STRING (32767 / 2 - 1) /* units of UTF-16, beside the byte order mark */
#define LIMIT_NAME   127             /* bytes */

/* Where of a text what fits ends; the text's end when all does. */
const char *limit_string_end(const char *text);
const char *limit_name_end(const char *name);

/* ---- language.c: whether a text is formed like a tag of a language, "zh-Hant-HK" ---- */

bool language_is_tag(const char *text);

/* ---- dates and Han numerals (date.c, han.c) ---- */

struct date {
	int year, month, day;
};
bool date_parse(const char *iso, struct date *date); /* YYYY-MM-DD, proleptic Gregorian, checked */
struct date date_add_days(struct date date, int days);
int date_days_between(struct date from, struct date to); /* to − from */
char *date_iso(struct arena *arena, struct date date);
char *date_arabic(struct arena *arena, struct date date);  /* 2005年2月17日 (N-07) */
char *date_han(struct arena *arena, struct date date);     /* 二〇〇五年二月十七日 (N-08) */
char *date_bill(struct arena *arena, struct date date);    /* 贰零零伍年零贰月壹拾柒日 (N-11) */
char *han_number(struct arena *arena, uint64_t number);    /* 一百二十三 */
char *han_digits(struct arena *arena, const char *digits); /* 二〇〇五 (N-06); other characters stay */
char *han_money(struct arena *arena,
				const char *decimal); /* 壹万陆仟肆佰零玖元零贰分 (N-09, N-10); at most two places, else NULL */

/* ---- resources (resource.c): the one gate through which an input's files are read ---- */

struct gate;

/* Files below the folder of `input` and below each of `folders` (NULL-terminated, may be NULL) may be read; nothing else.
 * `input` "-": the current folder. */
struct gate *gate_open(const char *input, const char *const *folders);
/* false when one of the folders cannot be opened, after a report (G001) for each such. */
bool gate_check_folders(const char *const *folders, struct diag_sink *sink);
void gate_close(struct gate *gate);

struct bytes {
	char *data; /* NUL after the last byte, not counted; free() */
	size_t size;
};

/* Reads a file named by an input: `href` (a path or file: URI) relative to the folder of `base` (a path that was itself read), and when it is not
 * there, to each of the gate's other folders. Refuses what lies outside
 * the gate (also through .. and symbolic links), other URIs, what is no regular file, and more than max_bytes.
 * *path (arena) is the path as messages shall name it. */
bool gate_read(struct gate *gate, struct arena *arena, const char *base, const char *href, size_t max_bytes, struct bytes *bytes,
			   const char **path, struct place from, struct diag_sink *sink);

/* ---- files (file.c) ---- */

/* Reads a file that the user or the program named itself; "-" is standard input. No gate. */
bool file_read(const char *path, size_t max_bytes, struct bytes *bytes, struct diag_sink *sink);

/* A file in that folder that has no name and goes when it is closed, to be read and written; −1 with errno. */
int file_open_unnamed(const char *folder);

/* Writes a file whole or not at all: temporary file in the same folder, checked, fsync, rename. Makes missing folders. */
bool file_write(const char *path, const void *data, size_t size, struct diag_sink *sink);
/* The same without a message: 0, or errno. SIGINT, SIGTERM and SIGHUP wait until no temporary file is left. */
int file_replace(const char *path, const void *data, size_t size);
/* The same, but after a loss of power the folder may not know of it unless it was settled: for many files in one folder. */
int file_put(const char *path, const void *data, size_t size);
/* Several of them, each by itself: when all are written the disk may store them together, beside what is done until the end. They are there, and
 * their errors known, at the end, which must come soon: until then the signals wait. */
struct file_new {
	const char *path;
	const void *data;
	size_t size;
	int error; /* given back: 0, or errno */
};
struct file_putting;
struct file_putting *file_put_begin(struct file_new *files, unsigned count);
void file_put_end(struct file_putting *putting);
/* Renames in the folder are on the disk: 0, or errno. */
int file_settle(const char *folder);
/* To an open descriptor, all of it; false with errno. */
bool file_write_all(int out, const void *data, size_t size);
/* Removes what a process that was killed left of a file that it was writing; `process`: its number, or what it has signed with. */
void file_remove_rests(const char *path, long process);
/* Temporary files of this process bear this number in place of its own. */
void file_sign(long process);

/* ---- json.c ---- */

/* Appends text as a JSON string with its quotation marks (RFC 8259, 7); bytes that are no UTF-8 become U+FFFD. */
void json_append_string(GString *out, const char *text);
/* "key": "value" */
void json_append_member(GString *out, const char *key, const char *value);

#endif
