/* functions: the XSLT extension functions of docs/functions.md. Each row of the table names one; the work is base's. */
#include <glib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/xsltutils.h>
#include <math.h>
#include <string.h>

#include "xml/xml.h"
#include "xslt/xslt_int.h"

#define DAYS_MAX   1000000000
#define NUMBER_MAX 9007199254740992 /* 2^53: beyond it numbers of XPath are not whole */

/* ---- arguments and results ---- */

struct call {
	xmlXPathParserContext *xpath;
	const char *name;
	struct arena *arena;
};

/* Pops the last argument as text of the arena. */
static const char *pop_text(struct call *call)
{
	xmlChar *text = xmlXPathPopString(call->xpath);
	const char *copy = arena_string(call->arena, text ? (const char *)text : "");
	xmlFree(text);
	return copy;
}

static const struct xslt_words decimal = {"a decimal", "十进制数"};

/* Decimals and dates may stand between white space, as XML writes them. */
static const char *pop_word(struct call *call)
{
	return g_strstrip((char *)(uintptr_t)pop_text(call));
}

static int64_t pop_integer(struct call *call, int64_t least, int64_t most)
{
	double number = xmlXPathPopNumber(call->xpath);
	if (number >= (double)least && number <= (double)most && number == floor(number))
		return (int64_t)number;
	xmlChar *text = xmlXPathCastNumberToString(number);
	struct xslt_words wanted = {arena_printf(call->arena, "a whole number from %lld to %lld", (long long)least, (long long)most),
								arena_printf(call->arena, "%lld 至 %lld 的整数", (long long)least, (long long)most)};
	xslt_refuse_argument(call->xpath, call->name, (const char *)text, wanted);
	xmlFree(text);
	return 0;
}

static void push_text(struct call *call, const char *text)
{
	valuePush(call->xpath, xmlXPathNewString(BAD_CAST(text ? text : "")));
}

/* A NULL from base means that an argument was wrong. */
static void push_or_refuse(struct call *call, const char *text, const char *argument, struct xslt_words wanted)
{
	if (!text)
		xslt_refuse_argument(call->xpath, call->name, argument, wanted);
	push_text(call, text);
}

/* The string values of a node-set argument; each one is handed to `take`. */
static void each_value(struct call *call, void (*take)(struct call *, const char *, const char **), const char **result)
{
	xmlXPathObject *object = valuePop(call->xpath);
	xmlNodeSet *nodes = object && object->type == XPATH_NODESET ? object->nodesetval : NULL;
	if (!object || object->type != XPATH_NODESET)
		xslt_refuse_argument(call->xpath, call->name, "", (struct xslt_words){"a node-set", "节点集"});
	for (int i = 0; nodes && i < nodes->nodeNr; i++) {
		xmlChar *value = xmlNodeGetContent(nodes->nodeTab[i]);
		char *word = g_strstrip(arena_string(call->arena, value ? (const char *)value : ""));
		xmlFree(value);
		if (!decimal_is(word)) {
			xslt_refuse_argument(call->xpath, call->name, word, decimal);
			break;
		}
		take(call, word, result);
	}
	xmlXPathFreeObject(object);
}

/* ---- places ---- */

/* Where the first node of the argument, or without one the context node, stands in the author's file. */
static struct place pop_place(struct call *call, int count)
{
	const xmlNode *node = call->xpath->context->node;
	xmlXPathObject *object = count ? valuePop(call->xpath) : NULL;
	if (object)
		node = object->type == XPATH_NODESET && object->nodesetval && object->nodesetval->nodeNr ? object->nodesetval->nodeTab[0]
																								 : NULL;
	struct place place = node && node->type != XML_NAMESPACE_DECL ? xml_place(node) : (struct place){0};
	xmlXPathFreeObject(object);
	return place;
}

static void place(struct call *call, int count)
{
	push_text(call, xml_place_string(call->arena, pop_place(call, count)));
}

static void file_name(struct call *call, int count)
{
	const char *file = pop_place(call, count).file;
	if (!file || strcmp(file, "-") == 0)
		file = "";
	const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
	size_t size = strlen(name);
	if (size > 4 && g_ascii_strcasecmp(name + size - 4, ".xml") == 0)
		size -= 4;
	char *text = g_utf8_make_valid(name, (gssize)size);
	push_text(call, text);
	g_free(text);
}

/* ---- decimals ---- */

static void is_decimal(struct call *call, int count)
{
	(void)count;
	valuePush(call->xpath, xmlXPathNewBoolean(decimal_is(pop_word(call))));
}

typedef char *(*binary)(struct arena *, const char *, const char *);

static void apply(struct call *call, binary operation)
{
	const char *b = pop_word(call), *a = pop_word(call);
	push_or_refuse(call, operation(call->arena, a, b), decimal_is(a) ? b : a, decimal);
}

static void add(struct call *call, int count)
{
	(void)count;
	apply(call, decimal_add);
}

static void subtract(struct call *call, int count)
{
	(void)count;
	apply(call, decimal_subtract);
}

static void multiply(struct call *call, int count)
{
	(void)count;
	apply(call, decimal_multiply);
}

static unsigned pop_places(struct call *call)
{
	return (unsigned)pop_integer(call, 0, 1000);
}

static void divide(struct call *call, int count)
{
	(void)count;
	unsigned places = pop_places(call);
	const char *b = pop_word(call), *a = pop_word(call);
	push_or_refuse(call, decimal_divide(call->arena, a, b, places), decimal_is(a) ? b : a,
				   (struct xslt_words){"decimals, the second not 0", "十进制数，第二个不为 0"});
}

static void fixed(struct call *call, int count)
{
	(void)count;
	unsigned places = pop_places(call);
	const char *a = pop_word(call);
	push_or_refuse(call, decimal_fixed(call->arena, a, places), a, decimal);
}

static void take_sum(struct call *call, const char *value, const char **sum)
{
	*sum = decimal_add(call->arena, *sum, value);
}

static void sum(struct call *call, int count)
{
	(void)count;
	const char *result = "0";
	each_value(call, take_sum, &result);
	push_text(call, result);
}

/* result[0]: the sum, result[1]: the count. */
static void take_mean(struct call *call, const char *value, const char **result)
{
	result[0] = decimal_add(call->arena, result[0], value);
	result[1] = decimal_add(call->arena, result[1], "1");
}

static void mean(struct call *call, int count)
{
	(void)count;
	unsigned places = pop_places(call);
	const char *result[2] = {"0", "0"};
	each_value(call, take_mean, result);
	push_text(call, strcmp(result[1], "0") == 0 ? "" : decimal_divide(call->arena, result[0], result[1], places));
}

static void take_max(struct call *call, const char *value, const char **best)
{
	int order = 1;
	if (**best)
		decimal_compare(value, *best, &order);
	if (order > 0)
		*best = decimal_canonical(call->arena, value);
}

static void take_min(struct call *call, const char *value, const char **best)
{
	int order = -1;
	if (**best)
		decimal_compare(value, *best, &order);
	if (order < 0)
		*best = decimal_canonical(call->arena, value);
}

static void max(struct call *call, int count)
{
	(void)count;
	const char *best = "";
	each_value(call, take_max, &best);
	push_text(call, best);
}

static void min(struct call *call, int count)
{
	(void)count;
	const char *best = "";
	each_value(call, take_min, &best);
	push_text(call, best);
}

static void compare(struct call *call, int count)
{
	(void)count;
	const char *b = pop_word(call), *a = pop_word(call);
	int order = 0;
	if (!decimal_compare(a, b, &order))
		xslt_refuse_argument(call->xpath, call->name, decimal_is(a) ? b : a, decimal);
	valuePush(call->xpath, xmlXPathNewFloat(order));
}

static void sort_key(struct call *call, int count)
{
	(void)count;
	const char *a = pop_word(call);
	push_or_refuse(call, decimal_sort_key(call->arena, a), a,
				   (struct xslt_words){"a decimal below 10^18 with at most 18 places", "小于 10^18、至多 18 位小数的十进制数"});
}

/* ---- dates ---- */

static struct date pop_date(struct call *call)
{
	struct date date = {1, 1, 1};
	const char *text = pop_word(call);
	if (!date_parse(text, &date))
		xslt_refuse_argument(call->xpath, call->name, text, (struct xslt_words){"a date YYYY-MM-DD", "日期 YYYY-MM-DD"});
	return date;
}

static void is_date(struct call *call, int count)
{
	(void)count;
	struct date date;
	valuePush(call->xpath, xmlXPathNewBoolean(date_parse(pop_word(call), &date)));
}

static void add_days(struct call *call, int count)
{
	(void)count;
	int days = (int)pop_integer(call, -DAYS_MAX, DAYS_MAX);
	struct date sum = date_add_days(pop_date(call), days);
	if (sum.year < 1 || sum.year > 9999)
		xslt_refuse_argument(call->xpath, call->name, arena_printf(call->arena, "%d", days),
							 (struct xslt_words){"days that lead to years 1 to 9999", "使年份在 1 至 9999 之间的天数"});
	push_text(call, date_iso(call->arena, sum));
}

static void days_between(struct call *call, int count)
{
	(void)count;
	struct date to = pop_date(call), from = pop_date(call);
	valuePush(call->xpath, xmlXPathNewFloat(date_days_between(from, to)));
}

static void date(struct call *call, int count)
{
	(void)count;
	push_text(call, date_arabic(call->arena, pop_date(call)));
}

static void han_date(struct call *call, int count)
{
	(void)count;
	push_text(call, date_han(call->arena, pop_date(call)));
}

static void bill_date(struct call *call, int count)
{
	(void)count;
	push_text(call, date_bill(call->arena, pop_date(call)));
}

/* ---- Han numerals ---- */

static void spell_number(struct call *call, int count)
{
	(void)count;
	push_text(call, han_number(call->arena, (uint64_t)pop_integer(call, 0, NUMBER_MAX)));
}

static void spell_digits(struct call *call, int count)
{
	(void)count;
	push_text(call, han_digits(call->arena, pop_word(call)));
}

static void spell_money(struct call *call, int count)
{
	(void)count;
	const char *a = pop_word(call);
	push_or_refuse(call, han_money(call->arena, a), a,
				   (struct xslt_words){"a sum of money with at most two decimals", "至多两位小数的金额"});
}

/* ---- the table ---- */

static const struct function {
	const char *name;
	int min_arguments, max_arguments;
	void (*run)(struct call *, int);
} functions[] = {
	{"place", 0, 1, place},
	{"file-name", 0, 1, file_name},
	{"is-decimal", 1, 1, is_decimal},
	{"sum", 1, 1, sum},
	{"add", 2, 2, add},
	{"subtract", 2, 2, subtract},
	{"multiply", 2, 2, multiply},
	{"divide", 3, 3, divide},
	{"mean", 2, 2, mean},
	{"max", 1, 1, max},
	{"min", 1, 1, min},
	{"compare", 2, 2, compare},
	{"fixed", 2, 2, fixed},
	{"sort-key", 1, 1, sort_key},
	{"is-date", 1, 1, is_date},
	{"add-days", 2, 2, add_days},
	{"days-between", 2, 2, days_between},
	{"date", 1, 1, date},
	{"han-date", 1, 1, han_date},
	{"bill-date", 1, 1, bill_date},
	{"han-number", 1, 1, spell_number},
	{"han-digits", 1, 1, spell_digits},
	{"han-money", 1, 1, spell_money},
};

static const struct function *function_find(const xmlChar *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++)
		if (xmlStrEqual(BAD_CAST functions[i].name, name))
			return &functions[i];
	return NULL;
}

static void run_function(xmlXPathParserContext *xpath, int count)
{
	const struct function *function = function_find(xpath->context->function);
	xsltTransformContext *context = xsltXPathGetTransformContext(xpath);
	if (!function || !context || count < function->min_arguments || count > function->max_arguments) {
		xmlXPathErr(xpath, XPATH_INVALID_ARITY);
		return;
	}
	struct transform *transform = context->_private;
	struct call call = {xpath, function->name, transform->scratch};
	function->run(&call, count);
	arena_clear(transform->scratch); /* a long year calls a million times */
}

void xslt_register_functions(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(functions); i++)
		xsltRegisterExtModuleFunction(BAD_CAST functions[i].name, BAD_CAST XSLT_FUNCTIONS, run_function);
}
