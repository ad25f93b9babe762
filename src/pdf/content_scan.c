/* Tokens of a content stream (ISO 32000-1, 7.2 and 7.8.2), as Cairo writes them. */
#include "pdf/content_int.h"

const char *content_skip_literal(const char *at, const char *end)
{
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '\\')
			at++;
		else if (*at == '(')
			depth++;
		else if (*at == ')' && --depth == 0)
			return at + 1;
	}
	return end;
}

const char *content_skip_operand(const char *at, const char *end)
{
	int depth = 0;

	if (*at == '(')
		return content_skip_literal(at, end);
	if (*at == '<' || *at == '[') {
		char close = *at == '[' ? ']' : '>', open = *at;

		for (; at < end; at++) {
			if (*at == '(')
				at = content_skip_literal(at, end) - 1;
			else if (*at == open)
				depth++;
			else if (*at == close && --depth == 0)
				return at + 1;
		}
		return end;
	}
	if (*at != '/' && *at != '-' && *at != '.' && *at != '+' && !g_ascii_isdigit(*at))
		return NULL;
	for (at++; at < end && !content_is_delimiter(*at);)
		at++;
	return at;
}

double content_read_number(const char **at)
{
	double value = 0, unit = 1;
	bool negative = **at == '-';

	for (*at += negative; g_ascii_isdigit(**at); (*at)++)
		value = value * 10 + (**at - '0');
	if (**at == '.')
		for ((*at)++; g_ascii_isdigit(**at); (*at)++)
			value += (**at - '0') * (unit /= 10);
	return negative ? -value : value;
}
