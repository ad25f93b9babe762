/* portion: the instruction f:portion: what it makes leaves the transform at once, so that a result may be larger than the memory. */
#include <libxslt/extensions.h>
#include <libxslt/templates.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>

#include "xslt/xslt_int.h"

static void make(xsltTransformContext *context, xmlNode *node, xmlNode *inst)
{
	xsltApplyOneTemplate(context, node, inst->children, NULL, NULL);
}

/* The content goes into a tree of its own, as that of a variable does. */
static void run_portion(xsltTransformContext *context, xmlNode *node, xmlNode *inst, xsltElemPreComp *compiled)
{
	const struct xslt_use *use = ((const struct transform *)context->_private)->use;
	(void)compiled;
	if (!use->take) {
		make(context, node, inst);
		return;
	}
	xmlDoc *portion = xsltCreateRVT(context), *output = context->output;
	xmlNode *insert = context->insert;
	if (!portion)
		return;
	context->output = portion;
	context->insert = (xmlNode *)portion;
	make(context, node, inst);
	context->output = output;
	context->insert = insert;
	for (xmlNode *each = portion->children; use->folded && each; each = each->next)
		xml_unfold(use->folded, each);
	if (context->state == XSLT_STATE_OK)
		use->take(use->data, portion->children);
	xsltReleaseRVT(context, portion);
}

void xslt_register_portion(void)
{
	xsltRegisterExtModuleElement(BAD_CAST "portion", BAD_CAST XSLT_FUNCTIONS, NULL, run_portion);
}
