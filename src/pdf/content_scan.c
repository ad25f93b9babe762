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

/* After the string, array or dictionary that begins here. */
static const char *skip_bracket(const char *at, const char *end)
{
	int depth = 0;
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

bool content_skip_operand(struct marking *m)
{
	switch (*m->at) {
	case '(':
		m->after = content_skip_literal(m->at, m->end);
		return true;
	case '<':
	case '[':
		m->after = skip_bracket(m->at, m->end);
		return true;
	case '/':
	case '-':
	case '.':
	case '+':
		break;
	default:
		if (!g_ascii_isdigit(*m->at))
			return false;
		break;
	}
	for (m->after = m->at + 1; m->after < m->end && !content_is_delimiter(*m->after);)
		m->after++;
	return true;
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
