/* apply: one transform: document × stylesheet → new document, within bounds, with libxslt's words in the sink. */
#include <glib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "xml/xml.h"
#include "xslt/set.h"
#include "xslt/xslt_int.h"

#define DEPTH_MAX     1000
#define VARIABLES_MAX 15000
/* Operations grow with the input: a fixed allowance, and so many for each node of the document. */
#define OPERATIONS_FIXED    20000000UL
#define OPERATIONS_PER_NODE 20000UL

/* ---- messages ---- */

/* Where the transform stands: the source node's place in the author's file, else the instruction's in the stylesheet. */
static struct place current_place(const xsltTransformContext *context)
{
	struct place place = {0};
	if (context->node && context->node->type != XML_NAMESPACE_DECL)
		place = xml_place(context->node);
	const struct transform *transform = context->_private;
	if (!place.file && context->inst && context->inst->doc && context->inst->doc->URL)
		place = (struct place){.file = xslt_stylesheet_path(context->inst->doc, transform->arena),
							   .line = (int)xmlGetLineNo(context->inst),
							   .col = 1};
	return place;
}

static const char *instruction_name(const xsltTransformContext *context, struct arena *arena)
{
	if (!context->inst || !context->inst->doc || !context->inst->doc->URL)
		return "";
	char *file = g_path_get_basename(xslt_stylesheet_path(context->inst->doc, arena));
	char *name = arena_printf(arena, " (%s:%ld)", file, xmlGetLineNo(context->inst));
	g_free(file);
	return name;
}

void xslt_refuse_argument(xmlXPathParserContext *xpath, const char *function, const char *argument, struct xslt_words wanted)
{
	xsltTransformContext *context = xsltXPathGetTransformContext(xpath);
	struct transform *transform = context->_private;
	transform->errors++;
	const char *instruction = instruction_name(context, transform->arena);
	diag_report_both(transform->sink, DIAG_FUNCTION_ARGUMENT, current_place(context),
					 arena_printf(transform->arena, "f:%s(\"%s\") wants %s%s", function, argument, wanted.en, instruction),
					 arena_printf(transform->arena, "f:%s(\"%s\") 的参数应为%s%s", function, argument, wanted.zh, instruction));
	context->state = XSLT_STATE_STOPPED;
}

/* Standing at an xsl:message that does not end the transform. */
static bool is_note(const xsltTransformContext *context)
{
	xmlNode *inst = context->inst;
	if (!inst || !inst->ns || !xmlStrEqual(inst->ns->href, XSLT_NAMESPACE) || !xmlStrEqual(inst->name, BAD_CAST "message"))
		return false;
	xmlChar *terminate = xmlGetNoNsProp(inst, BAD_CAST "terminate");
	bool note = !terminate || xmlStrEqual(terminate, BAD_CAST "no");
	xmlFree(terminate);
	return note;
}

/* libxslt's own errors and xsl:message, which come as printf pieces, a line at a time. */
static void report_words(void *data, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void report_words(void *data, const char *format, ...)
{
	xsltTransformContext *context = data;
	struct transform *transform = context->_private;
	va_list args;
	va_start(args, format);
	char *text = xslt_printed(format, args);
	va_end(args);
	bool location = g_str_has_prefix(text, "runtime error: file");
	bool depth = strstr(text, "infinite template recursion") != NULL || strstr(text, "maxTemplate") != NULL;
	if (*text && is_note(context)) {
		diag_report_rule(transform->sink, "G202", DIAG_NOTE, current_place(context), text);
	} else if (*text && !location && !(depth && transform->limit_said)) {
		transform->errors++;
		transform->limit_said |= depth;
		const char *instruction = instruction_name(context, transform->arena);
		if (depth)
			diag_report_words(transform->sink, DIAG_TEMPLATE_LIMIT, current_place(context), "templates nest too deep%s",
							  "模板嵌套过深%s", instruction);
		else
			diag_report(transform->sink, DIAG_TEMPLATE, current_place(context), "%s%s", text, instruction);
	}
	g_free(text);
}

/* What libxml2 says by a number alone while an expression runs. */
static struct xslt_words xpath_words(const xmlError *error)
{
	if (error->message && *error->message)
		return (struct xslt_words){error->message, error->message};
	switch (error->code - XML_XPATH_EXPRESSION_OK) {
	case XPATH_UNKNOWN_FUNC_ERROR:
		return (struct xslt_words){"the expression calls a function that there is not", "表达式调用了不存在的函数"};
	case XPATH_UNDEF_VARIABLE_ERROR:
		return (struct xslt_words){"the expression names a variable that there is not", "表达式用了没有定义的变量"};
	case XPATH_UNDEF_PREFIX_ERROR:
		return (struct xslt_words){"the expression has a prefix that is not declared", "表达式用了没有声明的前缀"};
	case XPATH_INVALID_ARITY:
		return (struct xslt_words){"a function has the wrong number of arguments", "函数的参数个数不对"};
	case XPATH_INVALID_TYPE:
	case XPATH_INVALID_OPERAND:
		return (struct xslt_words){"a value in the expression is of the wrong type", "表达式中有一个值类型不对"};
	default:
		return (struct xslt_words){"the expression cannot be evaluated", "表达式无法求值"};
	}
}

static const char *with_names(struct transform *transform, const char *words, const char *name,
							  const xsltTransformContext *context)
{
	char *text = g_strstrip(arena_string(transform->arena, words));
	return arena_printf(transform->arena, "%s%s%s%s", text, name ? ": " : "", name ? name : "",
						instruction_name(context, transform->arena));
}

static void report_xpath(void *data, xmlError *error)
{
	xsltTransformContext *context = data;
	struct transform *transform = context->_private;
	transform->errors++;
	bool limit = error->code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED || error->code == XML_ERR_NO_MEMORY;
	if (limit && transform->limit_said)
		return;
	transform->limit_said |= limit;
	struct xslt_words words = xpath_words(error);
	enum diag_code code = limit ? DIAG_TEMPLATE_LIMIT : DIAG_TEMPLATE;
	diag_report_both(transform->sink, code, current_place(context), with_names(transform, words.en, error->str1, context),
					 with_names(transform, words.zh, error->str1, context));
	context->state = XSLT_STATE_ERROR;
}

/* ---- the transform ---- */

static unsigned long count_nodes(const xmlNode *node)
{
	unsigned long count = 1;
	for (const xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			count += count_nodes(child);
	return count;
}

static xsltTransformContext *context_open(xsltStylesheet *stylesheet, xmlDoc *doc, struct transform *transform)
{
	xsltTransformContext *context = xsltNewTransformContext(stylesheet, doc);
	unsigned long operations = OPERATIONS_FIXED + OPERATIONS_PER_NODE * count_nodes(xmlDocGetRootElement(doc));
	context->_private = transform;
	context->maxTemplateDepth = DEPTH_MAX;
	context->maxTemplateVars = VARIABLES_MAX;
	context->opLimit = operations;
	context->xpathCtxt->opLimit = operations;
	context->xpathCtxt->userData = context;
	context->xpathCtxt->error = (xmlStructuredErrorFunc)report_xpath;
	xsltSetCtxtParseOptions(context, XML_PARSE_NONET);
	xsltSetCtxtSecurityPrefs(xsltGetDefaultSecurityPrefs(), context);
	xsltSetTransformErrorFunc(context, context, report_words);
	return context;
}

/* libxslt takes the white space out of the document that it is given. */
static bool strips_space(xsltStylesheet *stylesheet)
{
	for (; stylesheet; stylesheet = xsltNextImport(stylesheet))
		if (stylesheet->stripSpaces || stylesheet->stripAll)
			return true;
	return false;
}

xmlDoc *xslt_apply(struct xslt_set *set, const char *name, xmlDoc *doc, struct diag_sink *sink)
{
	return xslt_apply_with(set, name, &(struct xslt_use){0}, doc, sink);
}

xmlDoc *xslt_apply_with(struct xslt_set *set, const char *name, const struct xslt_use *use, xmlDoc *doc, struct diag_sink *sink)
{
	xsltStylesheet *stylesheet = xslt_set_find(set, name, sink);
	if (!stylesheet)
		return NULL;
	struct transform transform = {.arena = arena_open(), .scratch = arena_open(), .sink = sink, .use = use};
	xmlDoc *stripped = !use->strip && strips_space(stylesheet) ? xml_copy(doc) : NULL;
	if (stripped)
		doc = stripped;
	xsltTransformContext *context = context_open(stylesheet, doc, &transform);
	for (unsigned i = 0; i < use->count; i++)
		xsltQuoteOneUserParam(context, BAD_CAST use->parameters[i].name, BAD_CAST use->parameters[i].value);
	xmlDoc *result = xsltApplyStylesheetUser(stylesheet, doc, NULL, NULL, NULL, context);
	bool failed = transform.errors || context->state != XSLT_STATE_OK || !result || !xmlDocGetRootElement(result);
	if (failed && !transform.errors)
		diag_report(sink, DIAG_TEMPLATE, current_place(context), "%s", name);
	xsltFreeTransformContext(context);
	xmlFreeDoc(stripped);
	arena_close(transform.arena);
	arena_close(transform.scratch);
	if (failed) {
		xmlFreeDoc(result);
		return NULL;
	}
	if (use->folded)
		xml_unfold(use->folded, xmlDocGetRootElement(result));
	return result;
}
