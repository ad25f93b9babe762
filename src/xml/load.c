/* load: UTF-8 text → libxml2 tree in which every element knows its place. Nothing is read but the text: no DTD, no entity, no network. */
#include <glib.h>
#include <libxml/SAX2.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_int.h"

/* What the SAX callbacks and the error handler need. */
struct parse {
	struct xml_source *source;
	struct diag_sink *sink;
	xmlParserCtxt *context;
	unsigned errors;
	struct place last; /* of an error; what libxml2 says more of that place only follows from the first */
	bool limit_said;   /* what libxml2 says after that only follows from it */
};

/* ---- process ---- */

static xmlParserInput *load_nothing(const char *url, const char *id, xmlParserCtxt *context)
{
	(void)url;
	(void)id;
	(void)context;
	return NULL;
}

void xml_print_nothing(void *data, const char *format, ...)
{
	(void)data;
	(void)format;
}

void xml_init(void)
{
	xmlMemSetup(heap_free, heap_alloc, heap_realloc, heap_string);
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, xml_print_nothing);
	xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE);
	xmlSetExternalEntityLoader(load_nothing);
}

/* ---- messages ---- */

static size_t current_offset(const struct parse *parse)
{
	const xmlParserInput *input = parse->context->input;
	return input ? input->consumed + (size_t)(input->cur - input->base) : 0;
}

/* sax->serror: data is the parser context. */
static void report_error(void *data, xmlError *error)
{
	struct parse *parse = ((xmlParserCtxt *)data)->_private;
	/* that a namespace's name is a URI need not be checked (Namespaces in XML, 7), and FOP does not */
	if (error->level < XML_ERR_ERROR || error->code == XML_WAR_NS_URI || parse->limit_said)
		return;
	parse->errors++;
	struct place place = {parse->source->name, error->line, error->int2};
	if (error->line > 0 && parse->context->input)
		place = xml_place_at(parse->source, current_offset(parse));
	if (place.line != error->line && error->line > 0) /* libxml2 reads ahead within a text, and says so */
		place = (struct place){parse->source->name, error->line, MAX(error->int2, 1)};
	bool limit = error->code == XML_ERR_INTERNAL_ERROR || error->code == XML_ERR_NAME_TOO_LONG ||
				 error->code == XML_ERR_ENTITY_LOOP || error->code == XML_ERR_NO_MEMORY;
	parse->limit_said = limit;
	if (parse->errors == 1 || place.line != parse->last.line || place.col != parse->last.col)
		xml_report_syntax(parse->sink, limit ? DIAG_XML_LIMIT : DIAG_XML_SYNTAX, place, error);
	parse->last = place;
}

static void stop(struct parse *parse)
{
	parse->errors++;
	xmlStopParser(parse->context);
}

/* ---- SAX: libxml2's own tree builder, with places ---- */

/* libxml2 stands behind the start tag when it calls; the '<' is the last one before, as attribute values cannot hold one. */
static size_t tag_offset(const struct parse *parse)
{
	size_t offset = current_offset(parse);
	while (offset > 0 && parse->source->text[offset] != '<')
		offset--;
	return offset;
}

static void start_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
						  const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes)
{
	xmlParserCtxt *context = data;
	struct parse *parse = context->_private;
	if (attribute_count + namespace_count > XML_ATTRIBUTES_MAX) {
		xml_report_limit(parse->source, current_offset(parse), XML_LIMIT_ATTRIBUTES, parse->sink);
		stop(parse);
		return;
	}
	xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count, namespaces, attribute_count, default_count, attributes);
	if (!context->node)
		return;
	struct xml_origin *origin = ARENA_NEW(parse->source->arena, struct xml_origin);
	origin->source = parse->source;
	origin->at = (uint32_t)tag_offset(parse);
	context->node->_private = origin;
}

static void refuse_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	(void)name;
	(void)external;
	(void)system;
	struct parse *parse = ((xmlParserCtxt *)data)->_private;
	diag_say(parse->sink, DIAG_XML_DOCTYPE, xml_place_at(parse->source, current_offset(parse)));
	stop(parse);
}

enum blanks { KEEP_BLANKS, DROP_BLANKS };

/* XSLT and XML Schema take no notice of blanks between elements. Only xsl:text may have some beside a comment. */
static void drop_blank(void *data, const xmlChar *text, int size)
{
	xmlParserCtxt *context = data;
	if (context->node && xmlStrEqual(context->node->name, BAD_CAST "text"))
		xmlSAX2Characters(context, text, size);
}

static xmlSAXHandler handlers(enum blanks blanks)
{
	xmlSAXHandler sax;
	memset(&sax, 0, sizeof sax);
	xmlSAXVersion(&sax, 2);
	sax.startElementNs = start_element;
	sax.internalSubset = refuse_doctype;
	sax.externalSubset = refuse_doctype;
	sax.cdataBlock = xmlSAX2CDataBlock;
	if (blanks == DROP_BLANKS)
		sax.ignorableWhitespace = drop_blank;
	sax.serror = (xmlStructuredErrorFunc)report_error;
	return sax;
}

/* COMPACT: short strings lie within their nodes. */
enum { PARSE = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA | XML_PARSE_COMPACT };

/* Parses text that is UTF-8 already; names: a dictionary to share, or NULL. include.c sees to the includes. NULL after an error. */
static xmlDoc *parse_text(struct xml_source *source, xmlDict *names, enum blanks blanks, struct diag_sink *sink)
{
	struct parse parse = {.source = source, .sink = sink};
	if (!xml_within_limits(source, sink))
		return NULL;
	if (!source->size) {
		diag_report_both(sink, DIAG_XML_SYNTAX, (struct place){source->name, 1, 1}, "empty", "内容为空");
		return NULL;
	}
	xmlParserCtxt *context = parse.context = xmlNewParserCtxt();
	inputPush(context, xmlNewStringInputStream(context, BAD_CAST source->text)); /* read where it is: no copy of a long text */
	xmlSAXHandler sax = handlers(blanks);
	xmlCtxtUseOptions(context, PARSE);
	*context->sax = sax;
	context->keepBlanks = blanks == KEEP_BLANKS;
	if (names) {
		xmlDictFree(context->dict);
		context->dict = names;
		xmlDictReference(names);
	}
	context->_private = &parse;
	context->linenumbers = 1;
	xmlParseDocument(context);
	xmlDoc *doc = context->myDoc;
	if (!context->wellFormed || parse.errors) {
		xmlFreeDoc(doc);
		doc = NULL;
	} else {
		doc->URL = xmlStrdup(BAD_CAST source->name);
	}
	context->myDoc = NULL;
	xmlFreeParserCtxt(context);
	return doc;
}

static struct xml_source *decode(const char *data, size_t size, const char *name, struct arena *arena, struct diag_sink *sink)
{
	struct xml_source *source = ARENA_NEW(arena, struct xml_source);
	return xml_decode(data, size, arena_string(arena, name), arena, source, sink) ? source : NULL;
}

static xmlDoc *load(const char *data, size_t size, const char *name, xmlDict *names, enum blanks blanks, struct arena *arena,
					struct diag_sink *sink)
{
	struct xml_source *source = decode(data, size, name, arena, sink);
	return source ? parse_text(source, names, blanks, sink) : NULL;
}

xmlDoc *xml_load_code(const char *data, size_t size, const char *name, xmlDict *names, struct arena *arena,
					  struct diag_sink *sink)
{
	return load(data, size, name, names, DROP_BLANKS, arena, sink);
}

void xml_keep(const struct xml_keeper *keeper, const char *path, bool is_text, const struct bytes *bytes)
{
	if (!keeper->files)
		return;
	struct xml_file *file = ARENA_NEW(keeper->arena, struct xml_file);
	file->path = arena_string(keeper->arena, path);
	file->is_text = is_text;
	file->bytes = (struct bytes){arena_copy(keeper->arena, bytes->data, bytes->size), bytes->size};
	if (keeper->files->last)
		keeper->files->last->next = file;
	else
		keeper->files->first = file;
	keeper->files->last = file;
}

/* gate NULL: without XInclude. */
static xmlDoc *expand(xmlDoc *doc, struct gate *gate, const struct xml_keeper *keeper, struct arena *arena,
					  struct diag_sink *sink)
{
	if (!doc || !gate || xml_expand(doc, gate, keeper, arena, sink))
		return doc;
	xmlFreeDoc(doc);
	return NULL;
}

xmlDoc *xml_load_memory(const char *data, size_t size, const char *name, struct gate *gate, struct arena *arena,
						struct diag_sink *sink)
{
	xmlDoc *doc = load(data, size, name, NULL, KEEP_BLANKS, arena, sink);
	return expand(doc, gate, &(struct xml_keeper){0}, arena, sink);
}

static xmlDoc *load_file(const char *path, struct gate *gate, const struct xml_keeper *keeper, struct arena *arena,
						 struct diag_sink *sink)
{
	struct bytes bytes;
	if (!file_read(path, XML_SIZE_MAX, &bytes, sink))
		return NULL;
	xml_keep(keeper, path, false, &bytes);
	struct xml_source *source = decode(bytes.data, bytes.size, path, arena, sink);
	free(bytes.data);
	xmlDoc *doc = source ? parse_text(source, NULL, KEEP_BLANKS, sink) : NULL;
	return expand(doc, gate, keeper, arena, sink);
}

xmlDoc *xml_load(const char *path, struct gate *gate, struct arena *arena, struct diag_sink *sink)
{
	return load_file(path, gate, &(struct xml_keeper){0}, arena, sink);
}

xmlDoc *xml_load_keeping(const char *path, struct gate *gate, struct arena *arena, struct xml_files *files, struct arena *kept,
						 struct diag_sink *sink)
{
	return load_file(path, gate, &(struct xml_keeper){files, kept}, arena, sink);
}

/* libxml2's limit of depth by itself: all its others stand, as XML_PARSE_HUGE would not let them. */
xmlDoc *xml_load_deep(const char *path, unsigned depth, struct arena *arena, struct xml_files *files, struct diag_sink *sink)
{
	xmlParserMaxDepth = depth;
	xmlDoc *doc = load_file(path, NULL, &(struct xml_keeper){files, arena}, arena, sink);
	xmlParserMaxDepth = XML_DEPTH_MAX;
	return doc;
}
