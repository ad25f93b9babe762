/* inline_space: room between inlines (XSL 1.1, 4.3): space-start and space-end. What meets gives one space; at a line's edges
 * it is discarded unless it is retained (model.c). */
#include "line/paragraph_int.h"

struct inline_space inline_space_of(const struct paragraph *paragraph, const struct fo_space *space)
{
	len minimum = fo_resolve(space->minimum, paragraph->measure), maximum = fo_resolve(space->maximum, paragraph->measure);
	struct inline_space own = {
		.length = fo_resolve(space->optimum, paragraph->measure), .precedence = space->precedence, .retain = space->retain};
	own.shrink = MAX(own.length - minimum, 0);
	own.stretch = MAX(maximum - own.length, 0);
	own.given = own.length || own.precedence || own.stretch;
	return own;
}

struct inline_space inline_meet(struct inline_space a, struct inline_space b)
{
	if (!a.given || !b.given)
		return a.given ? a : b;
	if (a.precedence == FO_FORCE && b.precedence == FO_FORCE)
		return (struct inline_space){.length = len_add(a.length, b.length),
									 .shrink = len_add(a.shrink, b.shrink),
									 .stretch = len_add(a.stretch, b.stretch),
									 .precedence = FO_FORCE,
									 .given = true,
									 .retain = true};
	if (a.precedence != b.precedence)
		return a.precedence > b.precedence ? a : b;
	return a.length >= b.length ? a : b;
}
