/* master: which page master a page has (XSL 1.1, 6.4.7–6.4.12), and whether the flow goes to its body. */
#include <string.h>

#include "page/page_int.h"

/* ---- selection ---- */

static bool meets(const struct fo_style *condition, const struct page_kind *kind)
{
	switch (condition->page_position) {
	case FO_KW_FIRST:
		if (kind->index != 0)
			return false;
		break;
	case FO_KW_LAST:
		if (!kind->last)
			return false;
		break;
	case FO_KW_ONLY:
		if (kind->index != 0 || !kind->last)
			return false;
		break;
	case FO_KW_REST:
		if (kind->index == 0 || kind->last)
			return false;
		break;
	default:
		break;
	}
	bool odd = kind->number % 2 != 0;
	if ((condition->odd_or_even == FO_KW_ODD && !odd) || (condition->odd_or_even == FO_KW_EVEN && odd))
		return false;
	if (condition->previous_page != FO_KW_ANY && (condition->previous_page == FO_KW_BLANK) != kind->after_blank)
		return false;
	return condition->blank_or_not_blank == FO_KW_ANY || (condition->blank_or_not_blank == FO_KW_BLANK) == kind->blank;
}

static const struct fo_style *first_that_meets(const struct fo_node *alternatives, const struct page_kind *kind)
{
	for (const struct fo_node *child = alternatives->first_child; child; child = child->next)
		if (child->kind == FO_CONDITIONAL_PAGE_MASTER_REFERENCE && meets(child->style, kind))
			return child->style;
	return NULL;
}

/* Where nothing is said of last pages they are like any other, as in FOP: "first" and "rest" serve for all. */
static const struct fo_node *alternative(struct layout *layout, const struct fo_node *alternatives, const struct page_kind *kind)
{
	const struct fo_style *found = first_that_meets(alternatives, kind);
	struct page_kind other = *kind;
	other.last = false;
	if (!found && kind->last)
		found = first_that_meets(alternatives, &other);
	return found ? fo_find_master(layout->tree, found->master_reference) : NULL;
}

/* How many pages a sub-sequence serves at most. */
static unsigned repeats(const struct fo_node *part)
{
	if (part->kind == FO_SINGLE_PAGE_MASTER_REFERENCE)
		return 1;
	return part->style->maximum_repeats < 0 ? UINT32_MAX : (unsigned)part->style->maximum_repeats;
}

static const struct fo_node *from_part(struct layout *layout, const struct fo_node *part, const struct page_kind *kind)
{
	if (part->kind == FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return alternative(layout, part, kind);
	return fo_find_master(layout->tree, part->style->master_reference);
}

/* XSL 6.4.8: masters that are used up are an error, from which the last of them may recover. Said once a document. */
static void say_used_up(struct layout *layout, const struct fo_node *sequence)
{
	if (layout_first_time(layout, "master", sequence->style->master_reference))
		diag_report(layout->document_sink, DIAG_MASTERS_USED_UP, sequence->place, "master-reference=\"%s\"",
					sequence->style->master_reference);
}

/* With what an alternative for the page would say (6.4.12). */
static void say_missing(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind)
{
	const char *position = kind->last ? "last" : kind->index ? "rest" : "first";
	const char *odd_or_even = kind->number % 2 ? "odd" : "even", *blank = kind->blank ? "blank" : "not-blank";
	diag_report_words(layout->sink, DIAG_MASTER_MISSING, sequence->place,
					  "master-reference=\"%s\", page %u: page-position=\"%s\" odd-or-even=\"%s\" blank-or-not-blank=\"%s\"",
					  "master-reference=\"%s\"，第 %u 页：page-position=\"%s\" odd-or-even=\"%s\" blank-or-not-blank=\"%s\"",
					  sequence->style->master_reference, kind->index + 1, position, odd_or_even, blank);
}

/* used_up: it is the last one, which serves again. */
static const struct fo_node *find_master(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind,
										 bool *used_up)
{
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	if (master && master->kind == FO_SIMPLE_PAGE_MASTER)
		return master;
	unsigned past = 0;
	const struct fo_node *last = NULL;
	for (const struct fo_node *part = master ? master->first_child : NULL; part; part = part->next) {
		const struct fo_node *found = repeats(part) > kind->index - past ? from_part(layout, part, kind) : NULL;
		if (found && found->kind == FO_SIMPLE_PAGE_MASTER)
			return found;
		if (repeats(part) > kind->index - past)
			break;
		past += repeats(part);
		last = part->next ? NULL : part;
	}
	const struct fo_node *again = last ? from_part(layout, last, kind) : NULL;
	*used_up = again && again->kind == FO_SIMPLE_PAGE_MASTER;
	return *used_up ? again : NULL;
}

const struct fo_node *page_master_ahead(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind)
{
	bool used_up = false;
	return find_master(layout, sequence, kind, &used_up);
}

const struct fo_node *page_master(struct layout *layout, const struct fo_node *sequence, const struct page_kind *kind)
{
	bool used_up = false;
	const struct fo_node *found = find_master(layout, sequence, kind, &used_up);
	if (used_up)
		say_used_up(layout, sequence);
	if (!found)
		say_missing(layout, sequence, kind);
	return found;
}

const struct fo_node *page_master_only(struct layout *layout, const struct fo_node *sequence, int number)
{
	const struct page_kind kind = {.last = true, .number = number};
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	const struct fo_node *part = master && master->kind == FO_PAGE_SEQUENCE_MASTER ? master->first_child : NULL;
	if (!part || part->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
		return NULL;
	const struct fo_style *found = first_that_meets(part, &kind);
	return found && found->page_position == FO_KW_ONLY ? fo_find_master(layout->tree, found->master_reference) : NULL;
}

/* ---- the body that the flow goes to ---- */

bool page_master_takes(const struct fo_node *master, const struct fo_node *flow)
{
	const struct page_geometry geometry = page_geometry(master);
	const struct page_region *body = &geometry.region[PAGE_BODY];
	return body->node && flow->style->flow_name && strcmp(body->name, flow->style->flow_name) == 0;
}

/* Of a page-sequence-master or of its parts. */
static bool part_takes(struct layout *layout, const struct fo_node *part, const struct fo_node *flow)
{
	if (part->kind == FO_SIMPLE_PAGE_MASTER)
		return page_master_takes(part, flow);
	if (part->kind != FO_PAGE_SEQUENCE_MASTER && part->kind != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES) {
		const struct fo_node *named = fo_find_master(layout->tree, part->style->master_reference);
		return named && named->kind == FO_SIMPLE_PAGE_MASTER && page_master_takes(named, flow);
	}
	for (const struct fo_node *child = part->first_child; child; child = child->next)
		if (part_takes(layout, child, flow))
			return true;
	return false;
}

bool page_masters_take(struct layout *layout, const struct fo_node *sequence, const struct fo_node *flow)
{
	const struct fo_node *master = fo_find_master(layout->tree, sequence->style->master_reference);
	return master && part_takes(layout, master, flow);
}
