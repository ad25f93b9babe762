/* inline_space: room between inlines (XSL 1.1, 4.3): space-start and space-end, of their optima. What meets gives one space; at a line's edges
 * it is discarded unless it is retained (model.c). */
#include "line/paragraph_int.h"

struct inline_space inline_space_of(const struct paragraph *paragraph, const struct fo_space *space)
{
	struct inline_space own = {fo_resolve(space->optimum, paragraph->measure), space->precedence, true, space->retain};
	own.given = own.length || own.precedence;
	return own;
}

struct inline_space inline_meet(struct inline_space a, struct inline_space b)
{
	if (!a.given || !b.given)
		return a.given ? a : b;
	if (a.precedence == FO_FORCE && b.precedence == FO_FORCE)
		return (struct inline_space){len_add(a.length, b.length), FO_FORCE, true, true};
	if (a.precedence != b.precedence)
		return a.precedence > b.precedence ? a : b;
	return a.length >= b.length ? a : b;
}
