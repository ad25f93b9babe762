/* include: XInclude 1.0 of whole documents, through the resource gate. Included nodes are moved, not copied, so they keep the place in
 * their own file; no xml:base is added. xpointer, accept and content negotiation are refused by name. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_int.h"

#define XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"
#define INCLUDE_DEPTH_MAX  16

/* What a year may be made of, and, much less, what may come of including the same files again. */
#define FILES_MAX      100000
#define FILES_SIZE_MAX (8 * XML_SIZE_MAX)
#define AGAIN_MAX      10000
#define AGAIN_SIZE_MAX XML_SIZE_MAX

struct expansion {
	struct gate *gate;
	const struct xml_keeper *keeper;
	struct arena *arena;
	struct diag_sink *sink;
	const char *open[INCLUDE_DEPTH_MAX + 1]; /* names of the files being included, outermost first: to find loops */
	unsigned depth;
	GHashTable *known; /* names of the files included so far */
	struct included {
		unsigned count;
		size_t size;
	} files, again;
	bool failed, full;
};

static bool is_xinclude(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE && node->ns && xmlStrEqual(node->ns->href, BAD_CAST XINCLUDE_NAMESPACE) &&
		   xmlStrEqual(node->name, BAD_CAST name);
}

struct words {
	const char *en, *zh;
};

static void refuse(struct expansion *expansion, const xmlNode *node, struct words words)
{
	diag_report_both(expansion->sink, DIAG_XINCLUDE, xml_place(node), words.en, words.zh);
	expansion->failed = true;
}

static void refuse_root(struct expansion *expansion, const xmlNode *root)
{
	refuse(expansion, root, (struct words){"a root element that is itself an include", "根元素本身就是引入"});
}

static void refuse_more(struct expansion *expansion, const xmlNode *node)
{
	diag_report_words(expansion->sink, DIAG_XML_LIMIT, xml_place(node),
					  "included files: up to %u, of %zu MB together; the same files again: up to %u, of %zu MB",
					  "引入的文件：至多%u个，共%zuMB；重复引入：至多%u次，共%zuMB", FILES_MAX, FILES_SIZE_MAX >> 20, AGAIN_MAX,
					  AGAIN_SIZE_MAX >> 20);
	expansion->failed = expansion->full = true;
}

/* Few files that include each other often make a document of any size: what they come to is bounded, and, further off, what comes of many. */
static bool has_room(struct expansion *expansion, const xmlNode *node, const char *path, size_t size)
{
	bool fresh = g_hash_table_add(expansion->known, (gpointer)(uintptr_t)path);
	struct included *sum = fresh ? &expansion->files : &expansion->again;
	sum->count++;
	sum->size += size;
	if (sum->count <= (fresh ? FILES_MAX : AGAIN_MAX) && sum->size <= (fresh ? FILES_SIZE_MAX : AGAIN_SIZE_MAX))
		return true;
	refuse_more(expansion, node);
	return false;
}

static void expand_below(struct expansion *expansion, xmlNode *parent);

/* Puts the children of `from` in the place of `node`. */
static void replace_by_children(xmlNode *node, xmlNode *from)
{
	for (xmlNode *child = from ? from->children : NULL, *next; child; child = next) {
		next = child->next;
		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child);
	}
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static xmlNode *fallback_of(xmlNode *node)
{
	for (xmlNode *child = node->children; child; child = child->next)
		if (is_xinclude(child, "fallback"))
			return child;
	return NULL;
}

/* The included document's root takes the place of `node`. */
static void replace_by_document(struct expansion *expansion, xmlNode *node, xmlDoc *included)
{
	xmlNode *root = xmlDocGetRootElement(included);
	xmlUnlinkNode(root);
	xmlDOMWrapAdoptNode(NULL, included, root, node->doc, node->parent, 0);
	xmlFreeNode(xmlReplaceNode(node, root));
	xmlFreeDoc(included);
	if (is_xinclude(root, "include"))
		refuse_root(expansion, root);
	else
		expand_below(expansion, root);
}

static void include_xml(struct expansion *expansion, xmlNode *node, const struct bytes *bytes, const char *path)
{
	for (unsigned i = 0; i < expansion->depth; i++)
		if (strcmp(expansion->open[i], path) == 0) {
			refuse(expansion, node, (struct words){"the file includes itself", "文件引入了自身"});
			return;
		}
	if (expansion->depth > INCLUDE_DEPTH_MAX) {
		refuse(expansion, node, (struct words){"too deep", "嵌套过深"});
		return;
	}
	xmlDoc *included = xml_load_memory(bytes->data, bytes->size, path, NULL, expansion->arena, expansion->sink);
	if (!included) {
		expansion->failed = true;
		return;
	}
	expansion->open[expansion->depth++] = path;
	replace_by_document(expansion, node, included);
	expansion->depth--;
}

static void include_text(struct expansion *expansion, xmlNode *node, const struct bytes *bytes, const char *path)
{
	struct xml_source source;
	if (!xml_decode(bytes->data, bytes->size, path, expansion->arena, &source, expansion->sink)) {
		expansion->failed = true;
		return;
	}
	xmlAddPrevSibling(node, xmlNewDocTextLen(node->doc, BAD_CAST source.text, (int)source.size));
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

/* What XInclude knows and we do not; NULL: nothing. */
static struct words unsupported(const xmlNode *node, const xmlChar *href, bool as_text)
{
	if (xmlHasProp(node, BAD_CAST "xpointer") || xmlStrchr(href, '#'))
		return (struct words){"xpointer is not supported: include whole files", "不支持 xpointer，请引入整个文件"};
	if (xmlHasProp(node, BAD_CAST "accept") || xmlHasProp(node, BAD_CAST "accept-language"))
		return (struct words){"accept is not supported: there is no server to ask", "不支持 accept：没有服务器可以询问"};
	if (as_text && xmlHasProp(node, BAD_CAST "encoding"))
		return (struct words){"encoding is not supported: include text in UTF-8 or UTF-16",
							  "不支持 encoding，请引入 UTF-8 或 UTF-16 的文字"};
	return (struct words){0};
}

/* The file that `node` stands in. */
static const char *base_of(const struct expansion *expansion)
{
	return expansion->open[expansion->depth - 1];
}

static void include(struct expansion *expansion, xmlNode *node)
{
	xmlChar *href = xmlGetNoNsProp(node, BAD_CAST "href"), *parse = xmlGetNoNsProp(node, BAD_CAST "parse");
	bool as_text = parse && xmlStrEqual(parse, BAD_CAST "text");
	struct bytes bytes = {0};
	const char *path;
	xmlNode *fallback = fallback_of(node);
	struct diag_sink *quiet = fallback ? diag_open(diag_language(expansion->sink)) : NULL;

	if (!href || !*href)
		refuse(expansion, node, (struct words){"the href attribute is missing", "缺少 href 属性"});
	else if (unsupported(node, href, as_text).en)
		refuse(expansion, node, unsupported(node, href, as_text));
	else if (parse && !as_text && !xmlStrEqual(parse, BAD_CAST "xml"))
		refuse(expansion, node, (struct words){"parse must be xml or text", "parse 应为 xml 或 text"});
	else if (gate_read(expansion->gate, expansion->arena, base_of(expansion), (const char *)href, XML_SIZE_MAX, &bytes, &path,
					   xml_place(node), quiet ? quiet : expansion->sink)) {
		if (has_room(expansion, node, path, bytes.size)) {
			xml_keep(expansion->keeper, path, as_text, &bytes);
			(as_text ? include_text : include_xml)(expansion, node, &bytes, path);
		}
	} else if (fallback) {
		expand_below(expansion, fallback);
		replace_by_children(node, fallback);
	} else {
		expansion->failed = true;
	}

	free(bytes.data);
	diag_close(quiet);
	xmlFree(href);
	xmlFree(parse);
}

/* Depth is bounded by libxml2 (256) for each file, and by INCLUDE_DEPTH_MAX. */
static void expand_below(struct expansion *expansion, xmlNode *parent)
{
	for (xmlNode *child = parent->children, *next; child && !expansion->full; child = next) {
		next = child->next;
		if (is_xinclude(child, "include"))
			include(expansion, child);
		else if (child->type == XML_ELEMENT_NODE)
			expand_below(expansion, child);
	}
}

bool xml_expand(xmlDoc *doc, struct gate *gate, const struct xml_keeper *keeper, struct arena *arena, struct diag_sink *sink)
{
	struct expansion expansion = {
		.gate = gate, .keeper = keeper, .arena = arena, .sink = sink, .known = g_hash_table_new(g_str_hash, g_str_equal)};
	expansion.open[expansion.depth++] = (const char *)doc->URL;
	xmlNode *root = xmlDocGetRootElement(doc);
	if (is_xinclude(root, "include"))
		refuse_root(&expansion, root);
	else
		expand_below(&expansion, root);
	g_hash_table_destroy(expansion.known);
	return !expansion.failed;
}
