/* tree: FO XML → struct fo_tree. Takes the document as it was parsed or transformed; gives typed nodes with computed styles. Says what is
 * doubled, misplaced, missing or nested too deep, each at its place; kind.c says which object an element is, declarations.c reads gw:info. */
#include <string.h>

#include "fo/fo_int.h"
#include "xml/xml.h"

/* ---- names ---- */

const char *fo_intern(struct fo_builder *builder, const char *text)
{
	const char *found = g_hash_table_lookup(builder->strings, text);
	if (!found) {
		found = arena_string(builder->arena, text);
		g_hash_table_insert(builder->strings, (gpointer)(uintptr_t)found, (gpointer)(uintptr_t)found);
	}
	return found;
}

bool fo_say_once(struct fo_builder *builder, const char *name)
{
	return g_hash_table_add(builder->said, (gpointer)(uintptr_t)fo_intern(builder, name));
}

/* ---- nodes ---- */

static void append(struct fo_node *parent, struct fo_node *last, struct fo_node *node)
{
	if (last)
		last->next = node;
	else
		parent->first_child = node;
}

struct place fo_place_of(struct fo_builder *builder, const xmlNode *element, const struct fo_node *parent)
{
	struct place place = {0};
	xmlChar *given = xmlGetNsProp(element, BAD_CAST "place", BAD_CAST FO_GW_NAMESPACE);
	bool read = given && xml_place_parse(builder->arena, (const char *)given, &place);
	xmlFree(given);
	if (read)
		return place;
	struct place own = xml_place(element);
	return own.file || !parent ? own : parent->place;
}

/* An id that stands twice (7.30.8) is the first object's, as in FOP. */
static void note_id(struct fo_builder *builder, const xmlNode *element, struct fo_node *node)
{
	xmlChar *given = xmlGetNoNsProp(element, BAD_CAST "id");
	if (given && *given && !builder->again) {
		const char *id = fo_intern(builder, (const char *)given);
		if (g_hash_table_contains(builder->ids, id)) {
			diag_report(builder->sink, DIAG_FO_ID_TWICE, node->place, "id=\"%s\"", id);
		} else {
			g_hash_table_insert(builder->ids, (gpointer)(uintptr_t)id, node);
			node->id = id;
		}
	}
	xmlFree(given);
}

static struct fo_node *text_node(struct fo_builder *builder, struct fo_node *parent, const char *text)
{
	struct fo_node *node = ARENA_NEW(builder->arena, struct fo_node);
	node->kind = FO_TEXT;
	node->style = parent->style;
	node->parent = parent;
	node->place = parent->place;
	node->text = arena_string(builder->arena, text);
	node->text_size = strlen(text);
	return node;
}

/* Quotes the beginning of its first line. */
static void report_text(struct fo_builder *builder, const char *content, const struct fo_node *parent)
{
	content += strspn(content, " \t\r\n");
	glong letters = MIN(20, g_utf8_strlen(content, (gssize)strcspn(content, "\t\r\n")));
	char *quoted = g_strchomp(g_utf8_substring(content, 0, letters));
	diag_report(builder->sink, DIAG_FO_TEXT, parent->place, "%s: \"%s\"", fo_kind_name(parent->kind), quoted);
	g_free(quoted);
}

/* Text below an element; white space alone is nothing where no text may stand. */
static struct fo_node *build_text(struct fo_builder *builder, const xmlNode *text, struct fo_node *parent)
{
	const char *content = (const char *)text->content;
	if (!content || !*content)
		return NULL;
	const char *model = fo_elements[fo_model_holder(text->parent)].content;
	if (fo_model_has(model, "#PCDATA"))
		return text_node(builder, parent, content);
	if (content[strspn(content, " \t\r\n")] != '\0' && !fo_model_has(model, "any"))
		report_text(builder, content, parent);
	return NULL;
}

static struct fo_node *build_element(struct fo_builder *builder, const xmlNode *element, struct fo_node *parent);

static bool is_too_deep(struct fo_builder *builder, const struct fo_node *node)
{
	unsigned most = builder->depth >= FO_DEPTH_MAX ? FO_DEPTH_MAX : FO_NESTED_MAX;
	if (builder->depth < FO_DEPTH_MAX && builder->nested < FO_NESTED_MAX)
		return false;
	diag_report_words(builder->sink, DIAG_FO_DEPTH, node->place, "%s: more than %u levels", "%s：多于 %u 层",
					  fo_kind_name(node->kind), most);
	return true;
}

static struct fo_node *wrapped(struct fo_builder *builder, struct fo_node *node)
{
	struct fo_node *wrapper = ARENA_NEW(builder->arena, struct fo_node);
	*wrapper = (struct fo_node){.kind = FO_WRAPPER,
								.sided = node->sided,
								.decorated = node->parent->decorated,
								.style = node->parent->style,
								.parent = node->parent,
								.first_child = node,
								.place = node->place};
	node->parent = wrapper;
	node->next = NULL;
	return wrapper;
}

/* caption-side: the caption stands among the children where it stands on the page. Beside its table each of the two has a wrapper of its own. */
static void place_caption(struct fo_builder *builder, struct fo_node *node)
{
	struct fo_node *caption = node->first_child;
	while (caption && caption->kind != FO_TABLE_CAPTION)
		caption = caption->next;
	struct fo_node *table = caption ? caption->next : NULL;
	if (!table)
		return;
	struct fo_node **at = &node->first_child;
	while (*at != caption)
		at = &(*at)->next;
	enum fo_caption_side side = fo_caption_side(node);
	if (side == FO_CAPTION_START || side == FO_CAPTION_END) {
		caption = wrapped(builder, caption);
		table = wrapped(builder, table);
	}
	bool first = side == FO_CAPTION_BEFORE || side == FO_CAPTION_START;
	*at = first ? caption : table;
	(*at)->next = first ? table : caption;
	(*at)->next->next = NULL;
}

static void build_children(struct fo_builder *builder, const xmlNode *element, struct fo_node *node)
{
	struct fo_node *last = NULL;
	for (const xmlNode *child = element->children; child; child = child->next) {
		struct fo_node *made = NULL;
		if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
			made = build_text(builder, child, node);
		else if (child->type == XML_ELEMENT_NODE)
			made = build_element(builder, child, node);
		if (made) {
			append(node, last, made);
			last = made;
			node->sided |= made->sided && made->kind != FO_MARKER;
		}
	}
	if (node->kind == FO_TABLE_AND_CAPTION)
		place_caption(builder, node);
	if (node->kind == FO_CHARACTER && node->style->character)
		append(node, last, text_node(builder, node, node->style->character));
	else if (node->kind == FO_CHARACTER && !xmlHasProp(element, BAD_CAST "character")) /* a wrong one is said already */
		diag_report(builder->sink, DIAG_PROP_MISSING, node->place, "%s: %s", fo_kind_name(node->kind), "character");
	if (node->kind == FO_LEADER && node->style->leader_pattern == FO_KW_DOTS) {
		node->first_child = NULL; /* a leader of dots is one whose content is a dot */
		append(node, NULL, text_node(builder, node, "."));
	}
}

static bool is_by_binding(enum fo_keyword keyword)
{
	return keyword == FO_KW_INSIDE || keyword == FO_KW_OUTSIDE;
}

bool fo_is_sided(const struct fo_node *node)
{
	const struct fo_style *style = node->style;
	bool aligned = node->kind == FO_TABLE_AND_CAPTION || node->kind == FO_EXTERNAL_GRAPHIC ||
				   node->kind == FO_INSTREAM_FOREIGN_OBJECT;
	return is_by_binding(style->clear) || (node->kind == FO_FLOAT && is_by_binding(style->floats)) ||
		   (aligned && is_by_binding(style->text_align));
}

static struct fo_node *build_element(struct fo_builder *builder, const xmlNode *element, struct fo_node *parent)
{
	if (!element->ns || !xmlStrEqual(element->ns->href, BAD_CAST FO_NAMESPACE)) {
		fo_say_foreign(builder, element, parent);
		return NULL;
	}
	enum fo_kind kind = fo_element_kind(builder, element, parent);
	if (kind == FO_TEXT)
		return NULL;
	struct fo_node *node = ARENA_NEW(builder->arena, struct fo_node);
	node->kind = kind;
	node->parent = parent;
	node->order = builder->again ? builder->order : ++builder->order;
	node->place = fo_place_of(builder, element, parent);
	node->style = fo_style_new(builder, element, kind, parent, node->place);
	node->sided = fo_is_sided(node);
	node->decorated = node->style->text_decoration || (parent && parent->decorated);
	note_id(builder, element, node);
	node->source = kind == FO_MARKER ? element : NULL;
	builder->tree->has_markers |= kind == FO_MARKER;
	if (kind == FO_DECLARATIONS)
		fo_read_declarations(builder, element);
	builder->depth++;
	builder->nested += kind != FO_BLOCK;
	if (kind == FO_INSTREAM_FOREIGN_OBJECT)
		fo_take_foreign(builder, element, node);
	else if (!is_too_deep(builder, node))
		build_children(builder, element, node);
	builder->depth--;
	builder->nested -= kind != FO_BLOCK;
	if (kind == FO_LAYOUT_MASTER_SET && !builder->tree->layout_master_set) {
		builder->tree->layout_master_set = node;
		fo_sort_masters(builder);
	}
	return node;
}

/* ---- the whole ---- */

static void build(struct fo_builder *builder, const xmlNode *root)
{
	if (!root || !root->ns || !xmlStrEqual(root->ns->href, BAD_CAST FO_NAMESPACE) || !xmlStrEqual(root->name, BAD_CAST "root")) {
		diag_report(builder->sink, DIAG_FO_ROOT, root ? xml_place(root) : (struct place){0}, "<%s>",
					root ? (const char *)root->name : "");
		return;
	}
	fo_style_initial(builder);
	builder->tree->initial = &builder->initial;
	struct fo_node *node = build_element(builder, root, NULL);
	builder->tree->root = node;
	if (node)
		fo_check_tree(builder, node);
}

static struct fo_builder *open_builder(struct arena *arena, struct diag_sink *sink)
{
	struct fo_builder *builder = ARENA_NEW(arena, struct fo_builder);
	builder->arena = arena;
	builder->sink = sink;
	builder->strings = g_hash_table_new(g_str_hash, g_str_equal);
	builder->scratch = arena_open();
	builder->cache = g_hash_table_new(bytes_hash, bytes_equal);
	builder->key = g_string_new(NULL);
	builder->specified = g_ptr_array_new();
	builder->families = g_hash_table_new(g_str_hash, g_str_equal);
	builder->said = g_hash_table_new(g_direct_hash, g_direct_equal);
	builder->ids = g_hash_table_new(g_str_hash, g_str_equal);
	return builder;
}

static void close_builder(struct fo_builder *builder)
{
	GHashTable *tables[] = {builder->strings, builder->styles,  builder->cache,   builder->families, builder->said,
							builder->ids,     builder->counted, builder->regions, builder->larger};
	for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
		if (tables[i])
			g_hash_table_destroy(tables[i]);
	g_string_free(builder->key, TRUE);
	g_ptr_array_free(builder->specified, TRUE);
	arena_close(builder->scratch);
}

const struct fo_tree *fo_build(const xmlDoc *doc, struct arena *arena, struct diag_sink *sink)
{
	struct fo_builder *builder = open_builder(arena, sink);
	builder->tree = ARENA_NEW(arena, struct fo_tree);
	unsigned before = diag_count(sink, DIAG_ERROR);
	build(builder, xmlDocGetRootElement((xmlDoc *)(uintptr_t)doc));
	close_builder(builder);
	return diag_count(sink, DIAG_ERROR) == before && builder->tree->root ? builder->tree : NULL;
}

/* ---- markers ---- */

struct fo_node *fo_retrieve(const struct fo_tree *tree, const struct fo_node *marker, const struct fo_node *retrieve,
							struct arena *arena)
{
	struct diag_sink *silent = diag_open(DIAG_ENGLISH);
	struct fo_builder *builder = open_builder(arena, silent);
	struct fo_tree *part = ARENA_NEW(arena, struct fo_tree);
	*part = *tree;
	builder->tree = part;
	builder->initial = *tree->initial;
	builder->again = true;
	builder->order = retrieve->order;
	struct fo_node *node = ARENA_NEW(arena, struct fo_node);
	*node = (struct fo_node){.kind = FO_WRAPPER,
							 .decorated = retrieve->decorated,
							 .style = retrieve->style,
							 .parent = retrieve->parent,
							 .place = marker->place};
	build_children(builder, marker->source, node);
	fo_whitespace(builder, node);
	for (struct fo_node *child = node->first_child; child; child = child->next)
		if (child->kind != FO_TEXT)
			fo_check_tree(builder, child);
	close_builder(builder);
	diag_close(silent);
	return node;
}
