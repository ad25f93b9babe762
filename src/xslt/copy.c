/* copy: the instruction f:copy: an element as the author wrote it, each element in it with its place. Templates for each node would do the
 * same, and took a third of what deriving a year's model takes. */
#include <glib.h>
#include <libxslt/extensions.h>
#include <libxslt/namespaces.h>
#include <libxslt/templates.h>
#include <string.h>

#include "xml/xml.h"
#include "xslt/xslt_int.h"

struct copying {
	xsltTransformContext *context;
	xmlNode *inst;
	struct arena *scratch;
	const char *unplaced; /* ' name name ' */
};

static bool is_unplaced(const struct copying *copying, const xmlNode *element)
{
	const char *name = (const char *)element->name;
	size_t size = strlen(name);
	for (const char *at = copying->unplaced; (at = strstr(at, name)) != NULL; at += size)
		if (at[-1] == ' ' && at[size] == ' ')
			return true;
	return false;
}

static void copy_attributes(const struct copying *copying, const xmlNode *from, xmlNode *to)
{
	if (!is_unplaced(copying, from)) {
		xmlNewProp(to, BAD_CAST "place", BAD_CAST xml_place_string(copying->scratch, xml_place(from)));
		arena_clear(copying->scratch);
	}
	for (xmlAttr *each = from->properties; each; each = each->next)
		if (!each->ns) {
			xmlChar *value = xmlNodeListGetString(from->doc, each->children, 1);
			xmlSetProp(to, each->name, value ? value : BAD_CAST ""); /* an attribute may be named place */
			xmlFree(value);
		}
}

static bool has_elements(const xmlNode *element)
{
	return xmlFirstElementChild((xmlNode *)(uintptr_t)element) != NULL;
}

/* Text is added to text before it, where a comment stood between them. */
static void copy_element(const struct copying *copying, const xmlNode *from, xmlNode *parent)
{
	xmlNode *to = xmlNewDocNode(parent->doc, NULL, from->name, NULL);
	xmlAddChild(parent, to);
	if (from->ns)
		xmlSetNs(to, xsltGetSpecialNamespace(copying->context, copying->inst, from->ns->href, from->ns->prefix, to));
	copy_attributes(copying, from, to);
	bool mixed = has_elements(from);
	for (const xmlNode *child = from->children; child; child = child->next)
		if (child->type == XML_ELEMENT_NODE)
			copy_element(copying, child, to);
		else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
				 !(mixed && xmlIsBlankNode((xmlNode *)(uintptr_t)child)))
			xmlAddChild(to, xmlNewDocText(to->doc, child->content));
}

static void run_copy(xsltTransformContext *context, xmlNode *node, xmlNode *inst, xsltElemPreComp *compiled)
{
	const struct transform *transform = context->_private;
	(void)compiled;
	if (node->type != XML_ELEMENT_NODE)
		return;
	xmlChar *names = xmlGetNoNsProp(inst, BAD_CAST "unplaced");
	char *unplaced = g_strdup_printf(" %s ", names ? (const char *)names : "");
	xmlFree(names);
	copy_element(&(struct copying){context, inst, transform->scratch, unplaced}, node, context->insert);
	g_free(unplaced);
}

void xslt_register_copy(void)
{
	xsltRegisterExtModuleElement(BAD_CAST "copy", BAD_CAST XSLT_FUNCTIONS, NULL, run_copy);
}
