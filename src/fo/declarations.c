/* declarations: what stands in fo:declarations of our own namespace (gw:info, gw:variants), or as an XMP packet → struct fo_tree; and the title of
 * the first page sequence that has one. */
#include <string.h>

#include "fo/fo_int.h"

static const char *take_attribute(struct fo_builder *builder, const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	const char *taken = value && *value ? fo_intern(builder, (const char *)value) : NULL;
	xmlFree(value);
	return taken;
}

static void read_info(struct fo_builder *builder, const xmlNode *node)
{
	struct fo_info *info = &builder->tree->info;
	const struct {
		const char *name;
		const char **field;
	} fields[] = {{"title", &info->title}, {"author", &info->author}, {"subject", &info->subject}, {"keywords", &info->keywords},
				  {"date", &info->date},   {"kind", &info->kind},     {"number", &info->number},   {"duplex", &info->duplex}};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		const char *value = take_attribute(builder, node, fields[i].name);
		fo_check_length(builder, fo_place_of(builder, node, NULL), fields[i].name, value);
		if (value)
			*fields[i].field = value;
	}
	struct date date;
	if (info->date && !date_parse(info->date, &date))
		diag_report(builder->sink, DIAG_PROP_VALUE, fo_place_of(builder, node, NULL), "gw:info: date=\"%s\" (YYYY-MM-DD)",
					info->date);
	if (info->duplex && strcmp(info->duplex, "long-edge") != 0 && strcmp(info->duplex, "short-edge") != 0) {
		diag_report(builder->sink, DIAG_PROP_VALUE, fo_place_of(builder, node, NULL),
					"gw:info: duplex=\"%s\" (long-edge | short-edge)", info->duplex);
		info->duplex = NULL;
	}
}

/* A whole percentage; 0 when it is absent or none. */
static unsigned take_percent(struct fo_builder *builder, const xmlNode *node, const char *name)
{
	const char *value = take_attribute(builder, node, name);
	char *end = NULL;
	uint64_t percent = value && g_ascii_isdigit(*value) ? g_ascii_strtoull(value, &end, 10) : 0;
	if (!value || (end && strcmp(end, "%") == 0 && percent <= 100))
		return (unsigned)percent;
	diag_report_words(builder->sink, DIAG_PROP_VALUE, fo_place_of(builder, node, NULL), "%s=\"%s\" (0%% … 100%%)",
					  "%s=\"%s\"（可用：0%% … 100%%）", name, value);
	return 0;
}

static void read_variants(struct fo_builder *builder, const xmlNode *node)
{
	builder->tree->variants = take_attribute(builder, node, "names");
	builder->tree->least_last_page = take_percent(builder, node, "least-last-page");
}

void fo_read_declarations(struct fo_builder *builder, const xmlNode *declarations)
{
	for (const xmlNode *node = declarations->children; node; node = node->next) {
		if (node->type != XML_ELEMENT_NODE || !node->ns)
			continue;
		if (xmlStrEqual(node->name, BAD_CAST "xmpmeta") || xmlStrEqual(node->name, BAD_CAST "RDF"))
			fo_read_xmp(builder, node);
		if (!xmlStrEqual(node->ns->href, BAD_CAST FO_GW_NAMESPACE))
			continue;
		if (xmlStrEqual(node->name, BAD_CAST "info"))
			read_info(builder, node);
		else if (xmlStrEqual(node->name, BAD_CAST "variants"))
			read_variants(builder, node);
	}
}

/* ---- fo:title ---- */

static void add_text(GString *text, const struct fo_node *node)
{
	for (const struct fo_node *child = node->first_child; child; child = child->next) {
		if (child->kind == FO_TEXT)
			g_string_append_len(text, child->text, (gssize)child->text_size);
		add_text(text, child);
	}
}

void fo_take_title(struct fo_builder *builder, const struct fo_node *title)
{
	GString *text = g_string_new(NULL);
	add_text(text, title);
	if (!builder->tree->info.title && text->len) {
		fo_check_length(builder, title->place, fo_kind_name(title->kind), text->str);
		builder->tree->info.title = fo_intern(builder, text->str);
	}
	g_string_free(text, TRUE);
}
