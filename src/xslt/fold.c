/* fold: the instructions f:fold, whose content is put aside as soon as it is made, and f:unfold, whose content sees it in its place. So a
 * transform may write a tree, and another one read it, that the memory would not hold at once. */
#include <libxml/xpath.h>
#include <libxslt/extensions.h>
#include <libxslt/keys.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "xslt/xslt_int.h"

static const struct xslt_use *use_of(const xsltTransformContext *context)
{
	return ((const struct transform *)context->_private)->use;
}

static void make(xsltTransformContext *context, xmlNode *node, xmlNode *inst)
{
	xsltApplyOneTemplate(context, node, inst->children, NULL, NULL);
}

/* The content goes into an element of a tree of its own; what stays of it, into the result. */
static void run_fold(xsltTransformContext *context, xmlNode *node, xmlNode *inst, xsltElemPreComp *compiled)
{
	struct xml_folds *folds = use_of(context)->fold;
	(void)compiled;
	if (!folds) {
		make(context, node, inst);
		return;
	}
	xmlDoc *apart = xsltCreateRVT(context), *output = context->output;
	xmlNode *insert = context->insert;
	if (!apart)
		return;
	xmlNode *part = xmlNewDocNode(apart, NULL, BAD_CAST "part", NULL);
	xmlAddChild((xmlNode *)apart, part);
	context->output = apart;
	context->insert = part;
	make(context, node, inst);
	context->output = output;
	context->insert = insert;
	if (context->state == XSLT_STATE_OK) {
		xml_fold(folds, part);
		if (part->children)
			xmlAddChild(insert, xmlDocCopyNode(part->children, insert->doc, 1));
	}
	xsltReleaseRVT(context, apart);
}

/* Keys hold nodes. They are made, of all that is not folded, before there are nodes that will go. */
static void make_keys(xsltTransformContext *context)
{
	xsltDocument *current = context->document;
	for (xsltDocument *each = context->docList; each; each = each->next)
		if (each->main) {
			context->document = each;
			xsltInitAllDocKeys(context);
		}
	context->document = current;
}

static xmlXPathObject *evaluate(xsltTransformContext *context, xmlNode *node, xmlNode *inst)
{
	xmlXPathContext *xpath = context->xpathCtxt;
	xmlChar *select = xmlGetNoNsProp(inst, BAD_CAST "select");
	xmlNode *current = xpath->node;
	xpath->node = node;
	xmlXPathObject *value = select ? xmlXPathEval(select, xpath) : NULL;
	xpath->node = current;
	if (!value || value->type != XPATH_NODESET) {
		xsltTransformError(context, NULL, inst, "f:unfold: select is to be a node-set\n");
		context->state = XSLT_STATE_STOPPED;
	}
	xmlFree(select);
	return value;
}

static void run_unfold(xsltTransformContext *context, xmlNode *node, xmlNode *inst, xsltElemPreComp *compiled)
{
	const struct xml_folds *folds = use_of(context)->folded;
	(void)compiled;
	if (!folds) {
		make(context, node, inst);
		return;
	}
	make_keys(context);
	xmlXPathObject *value = evaluate(context, node, inst);
	if (context->state == XSLT_STATE_OK) {
		const xmlNodeSet *set = value->nodesetval;
		struct xml_unfolding *unfolding = xml_unfold_begin(folds, set ? set->nodeTab : NULL, set ? (unsigned)set->nodeNr : 0);
		make(context, node, inst);
		xml_unfold_end(unfolding);
	}
	xmlXPathFreeObject(value);
}

void xslt_register_folds(void)
{
	xsltRegisterExtModuleElement(BAD_CAST "fold", BAD_CAST XSLT_FUNCTIONS, NULL, run_fold);
	xsltRegisterExtModuleElement(BAD_CAST "unfold", BAD_CAST XSLT_FUNCTIONS, NULL, run_unfold);
}
