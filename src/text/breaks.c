/* breaks: where a line may end: ICU's line iterator (zh@lb=…), tailored as Z-02 … Z-13 say. Takes the paragraph's characters; gives an
 * enum text_break after each. */
#include <string.h>
#include <unicode/ustring.h>

#include "text/text_int.h"

/* ---- ICU ---- */

static UBreakIterator *iterator_for(struct text_engine *engine, enum text_line_break level)
{
	static const char *const locales[] = {"zh@lb=loose", "zh@lb=normal", "zh@lb=strict"};
	unsigned index = level == TEXT_BREAK_ANYWHERE ? TEXT_BREAK_LOOSE : level;
	if (!engine->breaks[index]) {
		UErrorCode status = U_ZERO_ERROR;
		engine->breaks[index] = ubrk_open(UBRK_LINE, locales[index], NULL, 0, &status);
	}
	return engine->breaks[index];
}

/* UTF-16 of the text, with the character each unit belongs to. */
static UChar *to_utf16(const struct text_char *chars, uint32_t count, uint32_t **owner, int32_t *size)
{
	UChar *units = g_new(UChar, 2 * (size_t)count + 1);
	*owner = g_new(uint32_t, 2 * (size_t)count + 1);
	int32_t used = 0;
	for (uint32_t i = 0; i < count; i++) {
		(*owner)[used] = i;
		if (chars[i].c > 0xFFFF)
			(*owner)[used + 1] = i;
		U16_APPEND_UNSAFE(units, used, (UChar32)chars[i].c);
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

static bool is_latin_class(unsigned cls)
{
	return cls == TEXT_LETTER || cls == TEXT_DIGIT;
}

/* Z-02: classes that begin no line. After a digit a suffix neither. */
static bool may_start_line(const struct text_char *before, const struct text_char *at, enum text_line_break level)
{
	switch (at->cls) {
	case TEXT_CLOSING:
	case TEXT_PAUSE:
	case TEXT_STOP:
	case TEXT_EXCLAIM:
	case TEXT_ANCHOR:
		return false;
	case TEXT_INTERPUNCT:
	case TEXT_CONNECTOR:
		return level == TEXT_BREAK_LOOSE;
	case TEXT_SOLIDUS:
		return false;
	case TEXT_SUFFIX:
		return before->cls != TEXT_DIGIT && level != TEXT_BREAK_STRICT;
	case TEXT_DASH:
	case TEXT_ELLIPSIS:
		return before->cls != at->cls && level != TEXT_BREAK_STRICT; /* Z-05, Z-06: one unit */
	default:
		return true;
	}
}

/* Z-03: classes that end no line. */
static bool may_end_line(const struct text_char *at, const struct text_char *after)
{
	return at->cls != TEXT_OPENING && at->cls != TEXT_SOLIDUS && !(at->cls == TEXT_PREFIX && after->cls == TEXT_DIGIT);
}

/* Two pairs of dashes or of dots in a row may be parted between the pairs: an even number stands before. */
static bool ends_pair(const struct text_char *chars, uint32_t i)
{
	uint32_t run = 1;
	while (run <= i && chars[i - run].c == chars[i].c)
		run++;
	return run % 2 == 0;
}

/* Z-09: what ICU forbids though Chinese allows it: next to “ ” ‘ ’, and between Han and anything. */
static bool is_chinese_place(const struct text_char *at, const struct text_char *after)
{
	bool wide_before = at->chinese || at->cls == TEXT_HAN || at->cls == TEXT_WIDE,
		 wide_after = after->chinese || after->cls == TEXT_HAN || after->cls == TEXT_WIDE;
	return wide_before || wide_after;
}

/* Z-07: digits with their marks, signs and units are whole. */
static bool in_numeral(const struct text_char *before, const struct text_char *at)
{
	bool digit_before = before->cls == TEXT_DIGIT, digit_after = at->cls == TEXT_DIGIT;
	return (digit_before && (at->cls == TEXT_SUFFIX || at->c == '.' || at->c == ',')) ||
		   (digit_after && (before->c == '.' || before->c == ',' || before->cls == TEXT_PREFIX || before->c == '+' ||
							before->c == '-' || before->c == 0x2212));
}

/* Z-08: a URL or code may part after these as a last resort; likewise any two letters. */
static bool is_last_resort(const struct text_char *at, const struct text_char *after)
{
	return (is_latin_class(at->cls) || (at->c < 0x80 && strchr("/-._?&=:", (int)at->c))) && after->cls != TEXT_SPACE &&
		   !after->chinese;
}

static uint8_t judge(const struct text_char *chars, uint32_t i, uint8_t icu, enum text_line_break level)
{
	const struct text_char *at = &chars[i], *after = &chars[i + 1];
	if (after->joins || after->cls == TEXT_SPACE || after->c == 0xA0 || at->c == 0xA0 || after->c == 0x2060 || at->c == 0x2060)
		return TEXT_NO_BREAK;
	if (at->c == 0x200B)
		return TEXT_MAY_BREAK;
	if (level == TEXT_BREAK_ANYWHERE)
		return TEXT_MAY_BREAK;
	if (at->cls == TEXT_SPACE)
		return icu == TEXT_MAY_BREAK && may_start_line(at, after, level) ? TEXT_MAY_BREAK : TEXT_NO_BREAK;
	bool pair = (at->cls == TEXT_DASH || at->cls == TEXT_ELLIPSIS) && at->c == after->c && ends_pair(chars, i);
	if (pair)
		return TEXT_MAY_BREAK;
	if (!may_start_line(at, after, level) || !may_end_line(at, after))
		return is_last_resort(at, after) ? TEXT_LAST_RESORT : TEXT_NO_BREAK;
	if (in_numeral(at, after))
		return TEXT_NO_BREAK;
	if (icu == TEXT_MAY_BREAK || is_chinese_place(at, after))
		return TEXT_MAY_BREAK;
	return is_last_resort(at, after) ? TEXT_LAST_RESORT : TEXT_NO_BREAK;
}

void text_find_breaks(struct text_engine *engine, const struct text_span *spans, const struct text_char *chars, uint32_t count,
					  uint8_t *breaks)
{
	if (count == 0)
		return;
	memset(breaks, TEXT_NO_BREAK, count);
	ask_icu(engine, spans[chars[0].span].style->line_break, chars, count, breaks);
	for (uint32_t i = 0; i + 1 < count; i++) {
		const struct text_style *style = spans[chars[i].span].style;
		if (chars[i].cls == TEXT_NEWLINE)
			breaks[i] = TEXT_MUST_BREAK;
		else if (!style->wrap || !spans[chars[i + 1].span].style->wrap)
			breaks[i] = TEXT_NO_BREAK;
		else
			breaks[i] = judge(chars, i, breaks[i], style->line_break);
	}
	breaks[count - 1] = TEXT_NO_BREAK; /* the paragraph's end is the composer's */
}
