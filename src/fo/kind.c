/* kind: which object an element is for us. Says what is unknown, misplaced or unsupported; the last gives way to a like object. */
#include <string.h>

#include "fo/fo_int.h"

/* What stands for an object that is not supported: its content in a like object, or nothing. */
static enum fo_kind substitute(enum fo_kind kind)
{
	switch (kind) {
	case FO_PAGE_SEQUENCE_WRAPPER:
	case FO_MULTI_SWITCH:
	case FO_MULTI_CASE:
	case FO_MULTI_TOGGLE:
	case FO_MULTI_PROPERTIES:
		return FO_WRAPPER;
	default:
		return FO_TEXT;
	}
}

static bool is_shown_case(const xmlNode *element)
{
	xmlChar *state = xmlGetNoNsProp(element, BAD_CAST "starting-state");
	bool shown = xmlStrEqual(element->name, BAD_CAST "multi-case") && !xmlStrEqual(state, BAD_CAST "hide");
	xmlFree(state);
	return shown;
}

/* Of a fo:multi-switch the first case that is to be shown at the start (6.9.3); paper knows no other state. */
static bool is_other_case(const xmlNode *element)
{
	if (!is_shown_case(element))
		return true;
	for (const xmlNode *before = element->prev; before; before = before->prev)
		if (before->type == XML_ELEMENT_NODE && is_shown_case(before))
			return true;
	return false;
}

/* A leader, or a footnote whose reference it is: no blocks in the inlines there (6.6.7, 6.9.2, 6.10.3). */
static const struct fo_node *line_around(const struct fo_node *node)
{
	while (node && (fo_kind_is_phrase(node->kind) || node->kind == FO_WRAPPER))
		node = node->parent;
	return node && (node->kind == FO_LEADER || node->kind == FO_FOOTNOTE) ? node : NULL;
}

/* What is out of line has nothing in it that is, too (XSL 6.12.2, 6.12.3), nor have leaders and titles (6.6.9, 6.4.20). */
static const struct fo_node *out_of_line(const struct fo_node *node)
{
	while (node && node->kind != FO_FOOTNOTE_BODY && node->kind != FO_FLOAT && node->kind != FO_LEADER && node->kind != FO_TITLE)
		node = node->parent;
	return node;
}

/* A content model as XSL writes it: "block" and "inline" are its parameter entities. To be freed with g_free(). */
static char *model_shown(const char *model)
{
	char **words = g_strsplit(model, " ", -1);
	for (char **word = words; *word; word++) {
		bool entity = strcmp(*word, "block") == 0 || strcmp(*word, "inline") == 0;
		char *shown = entity ? g_strdup_printf("%%%s;", *word) : g_strdup(*word);
		g_free(*word);
		*word = shown;
	}
	char *shown = g_strjoinv(" ", words);
	g_strfreev(words);
	return shown;
}

static void say_misplaced(struct fo_builder *builder, struct place place, enum fo_kind kind, enum fo_kind holder, bool again)
{
	char *model = model_shown(fo_elements[holder].content);
	diag_report_words(builder->sink, DIAG_FO_MISPLACED, place,
					  again ? "%s in %s, a second time; allowed: %s" : "%s in %s; allowed: %s",
					  again ? "%s 在 %s 内第二次出现；可用：%s" : "%s 在 %s 内；可用：%s", fo_kind_name(kind),
					  fo_kind_name(holder), *model ? model : "—");
	g_free(model);
}

enum fo_kind fo_element_kind(struct fo_builder *builder, const xmlNode *element, struct fo_node *parent)
{
	struct place place = fo_place_of(builder, element, parent);
	enum fo_kind kind = fo_kind_find((const char *)element->name);
	if (kind == FO_TEXT) {
		struct nearest nearest = nearest_to((const char *)element->name);
		for (int i = 0; i < FO_KIND_COUNT; i++)
			if (i != FO_TEXT)
				nearest_try(&nearest, fo_elements[i].name);
		diag_report_nearest(builder->sink, DIAG_FO_UNKNOWN, place, "fo:", &nearest);
		return FO_TEXT;
	}
	enum fo_kind holder = parent ? fo_model_holder(element->parent) : FO_TEXT;
	bool again = parent && !fo_model_repeats(fo_elements[holder].content, kind) && fo_model_comes_again(element);
	if (parent && (again || !fo_model_allows(holder, kind))) {
		say_misplaced(builder, place, kind, holder, again);
		return FO_TEXT;
	}
	const struct fo_node *around = kind == FO_FOOTNOTE || kind == FO_FLOAT ? out_of_line(parent)
								   : fo_kind_is_block(kind)                ? line_around(parent)
																		   : NULL;
	if (around) {
		diag_report_words(builder->sink, DIAG_FO_MISPLACED, place, "%s in %s", "%s 在 %s 内", fo_kind_name(kind),
						  fo_kind_name(around->kind));
		return FO_TEXT;
	}
	if (parent && !fo_check_where(builder, element, parent, kind))
		return FO_TEXT;
	if (!fo_elements[kind].supported) {
		if (fo_say_once(builder, fo_kind_name(kind)))
			diag_report(builder->sink, DIAG_FO_UNSUPPORTED, place, "%s", fo_kind_name(kind));
		kind = kind == FO_MULTI_CASE && is_other_case(element) ? FO_TEXT : substitute(kind);
	}
	return kind;
}
