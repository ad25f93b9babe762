/* breaks: where a line may end: ICU's line iterator (zh@lb=…), tailored as Z-02 … Z-13 say. Takes the paragraph's characters; gives an
 * enum text_break after each. */
#include <string.h>
#include <unicode/ustring.h>

#include "text/text_int.h"

#define UNIT_LETTERS_MAX 3 /* of the symbol of a unit: kWh */
#define GROUP_DIGITS     3
#define SOFT_HYPHEN      0x00AD

/* ---- ICU ---- */

static UBreakIterator *iterator_for(struct text_engine *engine, enum text_line_break level)
{
	static const char *const locales[] = {"zh@lb=loose", "zh@lb=normal", "zh@lb=strict"};
	unsigned index = level == TEXT_BREAK_STRICT ? 2 : level == TEXT_BREAK_LOOSE ? 0 : 1;
	if (!engine->breaks[index]) {
		UErrorCode status = U_ZERO_ERROR;
		engine->breaks[index] = ubrk_open(UBRK_LINE, locales[index], NULL, 0, &status);
	}
	return engine->breaks[index];
}

/* What ICU is shown in place of a character: brackets for “ ” ‘ ’, which it would keep to both sides (Z-09, Z-13); an ideograph for
 * marks that take breaks by rules of our own, and for an object. */
static UChar32 stand_in(const struct text_char *character)
{
	if (!character->chinese && character->cls != TEXT_OBJECT)
		return (UChar32)character->c;
	switch (character->cls) {
	case TEXT_OPENING:
		return 0x300A;
	case TEXT_CLOSING:
		return 0x300B;
	case TEXT_INTERPUNCT:
	case TEXT_CONNECTOR:
	case TEXT_SOLIDUS:
	case TEXT_DASH:
	case TEXT_ELLIPSIS:
	case TEXT_OBJECT:
		return 0x4E00;
	default:
		return (UChar32)character->c;
	}
}

/* UTF-16 of the text without anchors, with the character each unit belongs to. */
static UChar *to_utf16(const struct text_char *chars, uint32_t count, uint32_t **owner, int32_t *size)
{
	UChar *units = g_new(UChar, 2 * (size_t)count + 1);
	*owner = g_new(uint32_t, 2 * (size_t)count + 1);
	int32_t used = 0;
	for (uint32_t i = 0; i < count; i++) {
		UChar32 c = stand_in(&chars[i]);
		if (chars[i].cls == TEXT_ANCHOR)
			continue;
		(*owner)[used] = i;
		if (c > 0xFFFF)
			(*owner)[used + 1] = i;
		U16_APPEND_UNSAFE(units, used, c);
	}
	*size = used;
	return units;
}

static void ask_icu(struct text_engine *engine, enum text_line_break level, const struct text_char *chars, uint32_t count,
					uint8_t *breaks)
{
	UBreakIterator *iterator = iterator_for(engine, level);
	uint32_t *owner;
	int32_t size;
	UChar *units = to_utf16(chars, count, &owner, &size);
	UErrorCode status = U_ZERO_ERROR;
	ubrk_setText(iterator, units, size, &status);
	for (int32_t at = ubrk_first(iterator); (at = ubrk_next(iterator)) != UBRK_DONE;)
		breaks[owner[at - 1]] = TEXT_MAY_BREAK;
	g_free(units);
	g_free(owner);
}

/* ---- tailoring ---- */

/* A place between two characters of the paragraph. */
struct gap {
	const struct text_char *at, *after;
	const struct text_char *before; /* the last one up to `at` that is no space */
	const struct text_char *end;    /* of the paragraph */
	uint32_t run;                   /* how many of the same character end with `at` */
	enum text_line_break level;
	bool icu;     /* what ICU says */
	bool apart;   /* an object's text begins or ends here, with a space of the text around it */
	bool chinese; /* the paragraph has wide characters, or the text is said to be Chinese, Japanese or Korean */
};

static bool is_word(const struct text_char *character)
{
	return character->cls == TEXT_LETTER || character->cls == TEXT_DIGIT;
}

static bool is_superscript(gunichar c)
{
	return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x207B);
}

/* Z-02, Z-10: what begins no line. After a digit a suffix neither, even with a space between. */
static bool may_start_line(const struct gap *gap)
{
	const struct text_char *after = gap->after;
	if (gap->level == TEXT_BREAK_STRICT && text_is_strict_start(after->c))
		return false;
	if (text_begins_no_line(after->cls))
		return gap->level == TEXT_BREAK_LOOSE && text_is_strict_start(after->c);
	switch (after->cls) {
	case TEXT_ANCHOR:
		return false;
	case TEXT_SUFFIX:
		return gap->before->cls != TEXT_DIGIT && !is_superscript(after->c);
	case TEXT_DASH:
	case TEXT_ELLIPSIS:
		return gap->level != TEXT_BREAK_STRICT;
	default:
		return true;
	}
}

/* Z-03: what ends no line, spaces after an opening mark neither. At level basic a solidus may. */
static bool may_end_line(const struct gap *gap)
{
	if (gap->at->cls == TEXT_SOLIDUS)
		return gap->level == TEXT_BREAK_NORMAL || gap->level == TEXT_BREAK_LOOSE;
	return gap->before->cls != TEXT_OPENING && !(gap->at->cls == TEXT_PREFIX && gap->after->cls == TEXT_DIGIT);
}

static bool is_thin_space(gunichar c)
{
	return c == 0x2009 || c == 0x202F || c == 0x2006;
}

/* A hyphen between digits is a connector and no sign: 0536-8090008. */
static bool is_sign(const struct text_char *character)
{
	gunichar c = character->c;
	return c == '+' || (c == '-' && character->cls != TEXT_CONNECTOR) || c == 0x2212 || c == 0xB1 || c == 0x2213;
}

/* How many characters of a kind stand in a row from `at` on. */
static unsigned count_run(const struct text_char *at, const struct text_char *end, enum text_class cls)
{
	unsigned count = 0;
	while (at + count < end && at[count].cls == cls)
		count++;
	return count;
}

/* Z-07: a blank between a number and the symbol of its unit (28 mm, 100 km/h), or between groups of three digits (1 000 000). */
static bool is_blank_in_numeral(const struct gap *gap)
{
	if (gap->at->cls != TEXT_SPACE || gap->before + 1 != gap->at || gap->before->cls != TEXT_DIGIT)
		return false;
	unsigned letters = count_run(gap->after, gap->end, TEXT_LETTER), digits = count_run(gap->after, gap->end, TEXT_DIGIT);
	const struct text_char *next = gap->after + letters + digits;
	if (next < gap->end && is_word(next))
		return false;
	return digits == GROUP_DIGITS || (letters > 0 && letters <= UNIT_LETTERS_MAX);
}

/* Z-07: digits with their marks, signs and units are whole. */
static bool in_numeral(const struct gap *gap)
{
	const struct text_char *at = gap->at, *after = gap->after;
	bool digit_before = at->cls == TEXT_DIGIT, digit_after = after->cls == TEXT_DIGIT;
	if (is_thin_space(at->c))
		return digit_after || after->cls == TEXT_SUFFIX || after->cls == TEXT_LETTER;
	return (digit_before && (after->cls == TEXT_SUFFIX || after->c == '.' || after->c == ',' || is_thin_space(after->c))) ||
		   (digit_after && (at->c == '.' || at->c == ',' || at->cls == TEXT_PREFIX || is_sign(at))) || is_blank_in_numeral(gap);
}

/* Z-08: where a URL or code may part. */
static bool is_last_resort(const struct gap *gap)
{
	bool number = gap->at->cls == TEXT_CONNECTOR && gap->after->cls == TEXT_DIGIT && gap->at[-1].cls == TEXT_DIGIT;
	return gap->at->c < 0x80 && gap->at->c && strchr("/-._?&=:", (int)gap->at->c) && is_word(gap->after) && !number;
}

/* Within a word; after a hyphen between digits too (0536-8090008). */
static bool is_in_word(const struct gap *gap)
{
	return is_word(gap->after) && (is_word(gap->at) || (gap->at->c == '-' && gap->at->cls == TEXT_CONNECTOR));
}

/* Z-05, Z-06: —— and …… are whole. Several dashes may be parted between two; two ellipses stand together while they fit. */
static uint8_t judge_pair(const struct gap *gap)
{
	if (gap->run % 2 != 0)
		return TEXT_NO_BREAK;
	return gap->at->cls == TEXT_DASH ? TEXT_MAY_BREAK : TEXT_IN_WORD;
}

/* Places that Z-09 gives though ICU does not: next to signs that it keeps to any ideograph. */
static bool is_chinese_place(const struct gap *gap)
{
	const struct text_char *at = gap->at, *after = gap->after;
	bool sign = at->cls == TEXT_PREFIX || after->cls == TEXT_PREFIX || at->cls == TEXT_SUFFIX || after->cls == TEXT_SUFFIX ||
				is_sign(after);
	bool wide = at->cls == TEXT_HAN || after->cls == TEXT_HAN || at->chinese || after->chinese;
	bool loose = gap->level == TEXT_BREAK_LOOSE && text_is_strict_start(after->c);
	return (sign && wide && at->cls != TEXT_OTHER && (after->cls != TEXT_OTHER || is_sign(after)) && after->c != 0x3000) || loose;
}

static bool is_glue(gunichar c)
{
	return c == 0xA0 || c == 0x2060 || c == 0xFEFF;
}

/* Not before a no-break space either, but where a space stands before it in text without Chinese parts (UAX #14, LB12a; as in FOP). */
static bool is_glued(const struct gap *gap)
{
	bool parted = !gap->chinese && gap->at->cls == TEXT_SPACE && gap->after->c == 0xA0;
	return is_glue(gap->at->c) || (is_glue(gap->after->c) && !parted);
}

/* Pictures and the like in text without Chinese parts hold to the words and marks that touch them (as in FOP); to each other while they fit. */
static bool touches_object(const struct gap *gap)
{
	return gap->after->cls == TEXT_OBJECT ? gap->at->cls != TEXT_SPACE : gap->at->cls == TEXT_OBJECT;
}

/* Text without Chinese parts where Unicode says, after hyphens and solidi too, and, as in FOP, at a space before or after an inline
 * whatever follows it (.conf); a longer word overruns its line. */
static uint8_t judge_foreign(const struct gap *gap)
{
	if (touches_object(gap))
		return gap->at->cls == gap->after->cls ? TEXT_LAST_RESORT : TEXT_NO_BREAK;
	if (gap->icu || gap->apart)
		return gap->after->cls == TEXT_ANCHOR ? TEXT_NO_BREAK : TEXT_MAY_BREAK;
	return is_in_word(gap) ? TEXT_IN_WORD : TEXT_NO_BREAK;
}

static uint8_t judge(const struct gap *gap)
{
	const struct text_char *at = gap->at, *after = gap->after;
	if (after->joins || after->cls == TEXT_SPACE || is_glued(gap))
		return TEXT_NO_BREAK;
	if (at->c == 0x200B)
		return TEXT_MAY_BREAK;
	if (!gap->chinese && gap->level != TEXT_BREAK_ANYWHERE)
		return judge_foreign(gap);
	if ((at->cls == TEXT_DASH || at->cls == TEXT_ELLIPSIS) && at->c == after->c && at->c != 0x2E3A)
		return judge_pair(gap);
	if (gap->level == TEXT_BREAK_ANYWHERE)
		return TEXT_MAY_BREAK;
	if (in_numeral(gap))
		return TEXT_NO_BREAK;
	if (!may_start_line(gap))
		return TEXT_NO_BREAK;
	if (is_last_resort(gap) && (!may_end_line(gap) || at->cls == TEXT_OTHER || at->cls == TEXT_CONNECTOR))
		return TEXT_LAST_RESORT;
	if (!may_end_line(gap))
		return TEXT_NO_BREAK;
	if (gap->icu || is_chinese_place(gap))
		return TEXT_MAY_BREAK;
	return is_in_word(gap) ? TEXT_IN_WORD : TEXT_NO_BREAK;
}

/* The break after character i of the paragraph; the gap's `at` is the last character up to there that is no anchor. */
static uint8_t judge_after(const struct text_span *spans, const struct text_char *chars, uint32_t i, struct gap *gap)
{
	const struct text_style *style = spans[chars[i].span].style;
	gap->after = &chars[i + 1];
	gap->level = style->line_break;
	gap->apart = gap->at && gap->at->cls == TEXT_SPACE &&
				 (gap->at->span != gap->after->span || gap->at->span != gap->before->span);
	if (chars[i].cls == TEXT_NEWLINE)
		return TEXT_MUST_BREAK;
	bool parted = gap->at && gap->at->cls == TEXT_SPACE && !gap->chinese; /* the author set the mark apart, as western text may */
	if (gap->at && spans[gap->after->span].note && !spans[gap->at->span].note && !parted)
		return TEXT_NO_BREAK;
	uint8_t found = gap->at ? judge(gap) : TEXT_NO_BREAK;
	return found == TEXT_MAY_BREAK && gap->at->c == SOFT_HYPHEN && style->hyphen ? TEXT_SOFT_HYPHEN : found;
}

static bool has_chinese(const struct text_span *spans, const struct text_char *chars, uint32_t count)
{
	uint32_t seen = UINT32_MAX;
	for (uint32_t i = 0; i < count; i++) {
		if (chars[i].chinese || (chars[i].span != seen && text_is_chinese(spans[chars[i].span].style->language)))
			return true;
		seen = chars[i].span;
	}
	return false;
}

void text_find_breaks(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					  uint8_t *breaks)
{
	if (count == 0)
		return;
	memset(breaks, TEXT_NO_BREAK, count);
	ask_icu(engine, spans[chars[0].span].style->line_break, chars, count, breaks);
	struct gap gap = {.before = &chars[0], .end = chars + count, .chinese = has_chinese(spans, chars, count)};
	for (uint32_t i = 0; i + 1 < count; i++) {
		if (chars[i].cls != TEXT_ANCHOR) {
			gap.run = gap.at && chars[i].c == gap.at->c ? gap.run + 1 : 1;
			gap.at = &chars[i];
			gap.icu = breaks[i] != TEXT_NO_BREAK;
			if (chars[i].cls != TEXT_SPACE)
				gap.before = &chars[i];
		}
		breaks[i] = judge_after(spans, chars, i, &gap);
	}
	breaks[count - 1] = TEXT_NO_BREAK; /* the paragraph's end is the composer's */
}
