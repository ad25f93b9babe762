/* foreign: elements of other namespaces than XSL's. What fo:instream-foreign-object holds is kept as XML; elsewhere XSL ignores them, and what
 * would be missed on the pages is said. */
#include <string.h>

#include "fo/fo_int.h"
#include "xml/xml.h"

/* The element of fo:instream-foreign-object, with the namespaces it needs. */
void fo_take_foreign(struct fo_builder *builder, const xmlNode *element, struct fo_node *node)
{
	const xmlNode *child = element->children;
	while (child && child->type != XML_ELEMENT_NODE)
		child = child->next;
	if (!child) {
		diag_report_words(builder->sink, DIAG_FO_MISSING, node->place, "content of %s", "%s 的内容", fo_kind_name(node->kind));
		return;
	}
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(doc, xmlDocCopyNode((xmlNode *)(uintptr_t)child, doc, 1));
	xmlChar *text;
	int size;
	xmlDocDumpMemoryEnc(doc, &text, &size, "UTF-8");
	node->text = arena_copy(builder->arena, (const char *)text, (size_t)size);
	node->text_size = (size_t)size;
	xmlFree(text);
	xmlFreeDoc(doc);
}

static bool is_in(const xmlNode *element, const char *space)
{
	return element->ns && xmlStrEqual(element->ns->href, BAD_CAST space);
}

static bool is_seen(const xmlNode *node)
{
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		return node->content[strspn((const char *)node->content, " \t\r\n")] != '\0';
	return node->type == XML_ELEMENT_NODE && is_in(node, FO_NAMESPACE);
}

/* Text or formatting objects below the element. */
static bool has_content(const xmlNode *element)
{
	const xmlNode *node = element->children;
	while (node && !is_seen(node)) {
		const xmlNode *next = node->type == XML_ELEMENT_NODE ? node->children : NULL;
		while (!next && node != element) {
			next = node->next;
			node = next ? node : node->parent;
		}
		node = next;
	}
	return node;
}

/* FOP's ways to take in the pages of another PDF, and to put files and entries of their own into this one; what has content, as sections and
 * bookmarks of other formatters have; and what lacks its prefix. */
static bool is_missed(const xmlNode *element)
{
	if (is_in(element, FO_FOX_NAMESPACE) && xmlStrEqual(element->name, BAD_CAST "external-document"))
		return true;
	return !element->ns || is_in(element, FO_FOP_PDF_NAMESPACE) || has_content(element);
}

/* What stands in declarations may be anyone's, but what FOP would put into the PDF. */
static bool is_private(const xmlNode *element, const struct fo_node *parent)
{
	return is_in(element, FO_GW_NAMESPACE) ||
		   (parent && parent->kind == FO_DECLARATIONS && !is_in(element, FO_FOP_PDF_NAMESPACE));
}

void fo_say_foreign(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent)
{
	if (is_private(element, parent) || !is_missed(element))
		return;
	const char *prefix = element->ns ? (const char *)element->ns->prefix : NULL;
	prefix = is_in(element, FO_FOX_NAMESPACE) ? "fox" : prefix;
	char *name = g_strdup_printf("%s%s%s", prefix ? prefix : "", prefix ? ":" : "", (const char *)element->name);
	if (fo_say_once(builder, name))
		diag_report(builder->sink, DIAG_FO_UNSUPPORTED, xml_place(element), "%s", name);
	g_free(name);
}
