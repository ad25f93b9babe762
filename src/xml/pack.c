/* pack: a tree that has to wait, as its own text, compressed: a fiftieth of the room that its nodes take. The text is ours and was read within
 * bounds before, so it is parsed without them: what could be packed comes out again. */
#include <glib.h>
#include <libdeflate.h>
#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <stdlib.h>

#include "xml/xml_int.h"

/* COMPACT: short strings lie within their nodes. */
enum { UNPACK = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT };

struct xml_packed {
	size_t text_size, size;
	uint8_t bytes[];
};

/* The element as a document's text. Namespaces that are declared further up come along with a copy only. */
static xmlBuffer *print_alone(const xmlNode *node)
{
	bool stands_alone = !node->parent || node->parent->type != XML_ELEMENT_NODE;
	xmlNode *own = (xmlNode *)(uintptr_t)node;
	xmlDoc *alone = NULL;
	if (!stands_alone) {
		alone = xmlNewDoc(BAD_CAST "1.0");
		xmlDocSetRootElement(alone, own = xmlDocCopyNode(own, alone, 1));
	}
	xmlBuffer *text = xmlBufferCreate();
	xmlSaveCtxt *save = xmlSaveToBuffer(text, "UTF-8", XML_SAVE_NO_DECL | XML_SAVE_AS_XML);
	xmlSaveTree(save, own);
	xmlSaveClose(save);
	xmlFreeDoc(alone);
	return text;
}

const struct xml_packed *xml_pack(const xmlNode *node, struct arena *arena)
{
	static struct libdeflate_compressor *compressor; /* of the process */
	if (!compressor)
		compressor = libdeflate_alloc_compressor(1);
	xmlBuffer *text = print_alone(node);
	size_t text_size = (size_t)xmlBufferLength(text), room = libdeflate_deflate_compress_bound(compressor, text_size);
	void *bytes = g_malloc(room);
	size_t size = libdeflate_deflate_compress(compressor, xmlBufferContent(text), text_size, bytes, room);
	xmlBufferFree(text);

	struct xml_packed *packed = arena_alloc(arena, sizeof *packed + size);
	packed->text_size = text_size;
	packed->size = size;
	memcpy(packed->bytes, bytes, size);
	g_free(bytes);
	return packed;
}

size_t xml_packed_size(const struct xml_packed *packed)
{
	return sizeof *packed + packed->size;
}

/* g_free() it; NULL: it cannot be, as the bytes are our own. */
static char *inflate(const struct xml_packed *packed)
{
	static struct libdeflate_decompressor *decompressor;
	if (!decompressor)
		decompressor = libdeflate_alloc_decompressor();
	char *text = g_malloc(packed->text_size + 1);
	if (libdeflate_deflate_decompress(decompressor, packed->bytes, packed->size, text, packed->text_size, NULL) ==
		LIBDEFLATE_SUCCESS)
		return text;
	g_free(text);
	return NULL;
}

xmlDoc *xml_unpack(const struct xml_packed *packed)
{
	char *text = inflate(packed);
	xmlDoc *doc = text ? xmlReadMemory(text, (int)packed->text_size, NULL, "UTF-8", UNPACK) : NULL;
	g_free(text);
	return doc;
}

void xml_unpack_into(const struct xml_packed *packed, xmlNode *parent)
{
	char *text = inflate(packed);
	const xmlChar *encoding = parent->doc->encoding; /* of the file that the tree may become; the text is UTF-8 */
	xmlNode *nodes = NULL;
	parent->doc->encoding = NULL;
	if (!text || xmlParseInNodeContext(parent, text, (int)packed->text_size, UNPACK, &nodes) != XML_ERR_OK)
		g_error("packed element: out of memory"); /* nothing else can be wrong with it */
	parent->doc->encoding = encoding;
	xmlAddChildList(parent, nodes);
	g_free(text);
}
