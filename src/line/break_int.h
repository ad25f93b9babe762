/* Inside line breaking: what a line costs (cost.c), and the cheapest way through a paragraph (break.c). */
#ifndef GONGWEN_LINE_BREAK_INT_H
#define GONGWEN_LINE_BREAK_INT_H

#include "line/line_int.h"

#define NEVER           INT64_MAX
#define COST_OVERRUN    ((int64_t)1 << 40)
#define RATIO_ONE       100000             /* a Latin line gains, or loses, all that it may */
#define RATIO_LOOSE     (5 * RATIO_ONE)    /* what is taken before any line is */
#define RATIO_FORCED    (20 * RATIO_ONE)   /* the most where no such lines are */
#define RATIO_MAX       (30 * RATIO_ONE)   /* what is more counts as this */
#define RATIO_ENDLESS   (1000 * RATIO_ONE) /* of a line that may gain nothing: a word alone */
#define FITNESS_CLASSES 4                  /* tight, decent, loose, very loose */
#define FITNESS_DECENT  1

/* One attempt: lines looser than `ratio` are not considered. */
struct attempt {
	int32_t ratio;
	bool hyphens;
};

/* The best way to some end, by fitness class of the last line. */
struct way {
	int64_t cost;
	uint32_t from; /* the stop at which that line begins */
	uint8_t class;
	bool overruns;  /* one of its lines does */
	uint8_t ladder; /* so many lines in a row end with a hyphen */
};

struct breaker {
	const struct model *model;
	const struct line_rule *rule;
	bool free;              /* rules are let go: the paragraph overran */
	struct attempt attempt; /* of Latin text */
	uint32_t first, end;    /* of the stretch between line feeds */
	uint32_t far;           /* no line from here on fits that ends before */
	int64_t contrast;       /* line_contrast_cost() */
	GArray *stops;          /* uint32_t: where a line of the stretch may end, its beginning before them */
	GArray *ways;           /* struct way, [stop][class] */
	guint reach;            /* the last stop of the line looked at before */
};

/* A line that might be made. */
struct trial {
	struct measure measure;
	int64_t slack; /* of its natural length against the width */
	bool fits;     /* with what it may lose */
};

/* The cost of breaking before atom `end` by itself, or NEVER. */
int64_t line_break_cost(const struct breaker *breaker, uint32_t end);
void line_try(const struct breaker *breaker, uint32_t first, uint32_t end, struct trial *trial);
/* Whether the line might fit, or a longer one of which marks may be squeezed: false for all that are longer still. */
bool line_may_fit(const struct breaker *breaker, uint32_t first, uint32_t end);
/* The cost of a line that fits, without that of its break. */
int64_t line_cost(const struct breaker *breaker, uint32_t first, uint32_t end, const struct trial *trial);
uint8_t line_fitness(const struct breaker *breaker, const struct trial *trial, bool last);
/* What two lines cost besides whose fitness is more than a class apart. */
int64_t line_contrast_cost(const struct breaker *breaker);
/* What a Latin line gains or loses, as a part of what it may, in 1/RATIO_ONE. */
int32_t line_ratio(const struct breaker *breaker, const struct trial *trial, bool last);
/* Those of a Latin line of this ratio, and of all before it. */
int64_t line_demerits_after(const struct breaker *breaker, uint32_t end, int32_t ratio, int64_t before);
/* What two lines that follow each other cost besides: of their fitness; both with a hyphen at their ends. */
int64_t line_demerits_between(const struct breaker *breaker, uint8_t one, uint8_t other, bool hyphens);
bool line_ends_hyphened(const struct breaker *breaker, uint32_t end);
/* Whether so many lines in a row may end with a hyphen. */
bool line_may_climb(const struct breaker *breaker, uint8_t ladder);
void line_reverse(uint32_t *numbers, guint count);

/* The ends of the lines of Latin text of which no decent ones can be made, appended to `ends`. False: one overruns. */
bool line_force(struct breaker *breaker, GArray *ends);

#endif
