/* copies: the FO of one copy out of that of all. */
#include "fo/fo_int.h"

void fo_keep_copy(xmlDoc *fo, const char *name)
{
	xmlNode *root = xmlDocGetRootElement(fo), *next;
	for (xmlNode *node = root; node; node = next) {
		xmlChar *copy = node->type == XML_ELEMENT_NODE ? xmlGetNsProp(node, BAD_CAST "copy", BAD_CAST FO_GW_NAMESPACE) : NULL;
		bool goes = copy && !xmlStrEqual(copy, BAD_CAST name);
		xmlNode *up = node;
		xmlFree(copy);
		next = goes || node->type != XML_ELEMENT_NODE ? NULL : node->children;
		while (!next && up && up != root) {
			next = up->next;
			up = up->parent;
		}
		if (goes && node != root) {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		}
	}
}
