/* style: the computed style of an element: inherited values, its attributes in the order that XSL wants (font-size first, shorthands before
 * what they stand for), then the correspondences. Styles are interned; the same attributes below the same parent are read once. */
#include <string.h>

#include "fo/fo_int.h"
#include "xml/xml.h"

#define ATTRIBUTES_MAX 300

/* ---- interning ---- */

static guint hash_style(gconstpointer style)
{
	return memory_hash(style, sizeof(struct fo_style));
}

static gboolean equal_styles(gconstpointer a, gconstpointer b)
{
	return memcmp(a, b, sizeof(struct fo_style)) == 0;
}

static const struct fo_style *intern_style(struct fo_builder *builder, const struct fo_style *style)
{
	if (!builder->styles)
		builder->styles = g_hash_table_new(hash_style, equal_styles);
	const struct fo_style *found = g_hash_table_lookup(builder->styles, style);
	if (found)
		return found;
	struct fo_style *copy = ARENA_NEW(builder->arena, struct fo_style);
	memcpy(copy, style, sizeof *copy);
	g_hash_table_add(builder->styles, copy);
	return copy;
}

/* Structures are copied into padding-free positions field by field, so that bytes compare as values do. */
static void copy_field(struct fo_style *to, const struct fo_style *from, const struct fo_row *row)
{
	memcpy((char *)to + row->offset, (const char *)from + row->offset, row->size);
}

void fo_style_initial(struct fo_builder *builder)
{
	memset(&builder->initial, 0, sizeof builder->initial);
	struct fo_styling styling = {.builder = builder, .style = &builder->initial, .inherited = &builder->initial};
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++)
		if (*fo_rows[i].initial)
			fo_value_set(&styling, (enum fo_property)i, NULL, fo_rows[i].initial);
	fo_value_set(&styling, FO_PROP_leader_length, "minimum", "0pt"); /* 7.22.4: 12pt is the optimum only */
	fo_value_set(&styling, FO_PROP_leader_length, "maximum", "100%");
}

/* ---- reading ---- */

/* Whether the value is one of those that say what is done anyway. */
static bool changes_nothing(const struct fo_known *known, const char *value)
{
	char **values = g_strsplit(known->initial, " ", -1);
	bool found = g_strv_contains((const char *const *)values, value);
	g_strfreev(values);
	return found;
}

/* A misspelt property's component is left out of what is said: what has no such, as height, is named with it. */
static char *name_to_say(const char *name)
{
	char *base = g_strndup(name, strcspn(name, "."));
	const struct fo_shorthand *shorthand = fo_shorthands;
	while (shorthand->name && strcmp(shorthand->name, base) != 0)
		shorthand++;
	bool known = shorthand->name || fo_is_row(base);
	g_free(known ? base : NULL);
	return known ? g_strdup(name) : base;
}

/* A property that has no row. */
static void say_without_row(const struct fo_styling *styling, const struct fo_specified *specified)
{
	const struct fo_known *known = fo_known_find(specified->name);
	if (known && (changes_nothing(known, specified->value) || !fo_say_once(styling->builder, specified->name)))
		return;
	char *shown = g_strndup(specified->name, (gsize)fo_shown(specified->name)),
		 *name = known ? g_strdup(shown) : name_to_say(shown);
	struct nearest nearest = nearest_to(name);
	for (unsigned i = 0; i < FO_PROPERTY_COUNT && !known; i++)
		nearest_try(&nearest, fo_rows[i].name);
	for (const struct fo_shorthand *other = fo_shorthands; other->name && !known; other++)
		nearest_try(&nearest, other->name);
	for (const struct fo_known *other = fo_known; other->name && !known; other++)
		nearest_try(&nearest, other->name);
	diag_report_nearest(styling->builder->sink, known ? DIAG_PROP_UNSUPPORTED : DIAG_PROP_UNKNOWN, styling->place, "", &nearest);
	g_free(shown);
	g_free(name);
}

static void read_one(struct fo_styling *styling, const struct fo_specified *specified, struct place element)
{
	const char *component;
	enum fo_property property = fo_property_of(specified->name, &component);
	struct place own = xml_place((const xmlNode *)specified->attribute);
	styling->name = specified->name;
	styling->refused = false;
	styling->place = own.file ? own : element;               /* made by a transform: the author's place */
	bool idle = component && fo_known_find(specified->name); /* a part that does nothing, of a property that does something */
	if (strncmp(specified->name, "margin-", 7) != 0 && property != FO_PROPERTY_COUNT && !idle) {
		fo_value_set(styling, property, component, specified->value);
	} else if (!fo_shorthand_set(styling, specified->name, specified->value)) {
		say_without_row(styling, specified);
	}
}

/* Attributes that are no properties. */
static bool is_plain(const char *name)
{
	return strcmp(name, "id") == 0 || strcmp(name, "gw:place") == 0 || strcmp(name, "content-type") == 0 ||
		   strcmp(name, "color-profile-name") == 0 || strcmp(name, "rendering-intent") == 0 || strcmp(name, "index-key") == 0 ||
		   strcmp(name, "index-class") == 0;
}

/* What an attribute's name begins with; NULL: XSL leaves those of its namespace alone. Of FOP's those count that known.def names. */
static const char *prefix_of(const char *space, const char *name)
{
	if (!*space)
		return "";
	if (strcmp(space, FO_GW_NAMESPACE) == 0)
		return "gw:";
	if (strcmp(space, "http://www.w3.org/XML/1998/namespace") == 0)
		return "xml:";
	if (strcmp(space, FO_FOX_NAMESPACE) != 0)
		return NULL;
	for (const struct fo_known *known = fo_known; known->name; known++)
		if (g_str_has_prefix(known->name, "fox:") && strcmp(known->name + strlen("fox:"), name) == 0)
			return "fox:";
	return NULL;
}

/* White space that is the value: a separator of numbers, say, or the line feed that a fo:character is; or NULL. */
static const char *blank_value(const xmlAttr *attribute, const char *raw)
{
	if (!*raw || raw[strspn(raw, " \t\n\r")])
		return NULL;
	enum fo_property property = fo_property_find((const char *)attribute->name);
	if (property == FO_PROPERTY_COUNT || fo_rows[property].type != FO_T_CHARACTER)
		return NULL;
	return property == FO_PROP_character && strcmp(raw, "\n") == 0 ? "\n" : " ";
}

/* Without white space at its ends: mostly the document's own text, else in the builder's scratch arena. */
static const char *attribute_value(struct fo_builder *builder, const xmlAttr *attribute)
{
	const xmlNode *text = attribute->children;
	const char *content = text && !text->next && text->type == XML_TEXT_NODE ? (const char *)text->content : NULL;
	if (content && *content && !g_ascii_isspace(*content) && !g_ascii_isspace(content[strlen(content) - 1]))
		return content;
	xmlChar *raw = xmlNodeGetContent((const xmlNode *)attribute);
	const char *blank = blank_value(attribute, (const char *)raw);
	const char *value = blank ? blank : arena_string(builder->scratch, g_strstrip((char *)raw));
	xmlFree(raw);
	return value;
}

/* What of FOP's extensions has a property here; or false. */
static bool read_fox(struct fo_builder *builder, const xmlAttr *attribute, struct fo_specified *specified)
{
	const char *name = (const char *)attribute->name;
	if (!attribute->ns || strcmp((const char *)attribute->ns->href, FO_FOX_NAMESPACE) != 0)
		return false;
	const char *value = attribute_value(builder, attribute);
	if (strcmp(name, "alt-text") == 0)
		*specified = (struct fo_specified){"gw:alt", value, attribute};
	else if (strcmp(name, "disable-column-balancing") == 0)
		*specified = (struct fo_specified){"gw:column-fill", strcmp(value, "true") == 0 ? "auto" : "balance", attribute};
	else if (strcmp(name, "header") == 0 && strcmp(value, "true") == 0 &&
			 xmlStrEqual(attribute->parent->name, BAD_CAST "table-cell"))
		*specified = (struct fo_specified){"role", "TH", attribute};
	else
		return false;
	return true;
}

/* A language with its country or script in it, as stylesheets write it (zh-CN, pt_br), is what the shorthand takes; or false. */
static bool read_tag(struct fo_builder *builder, const xmlAttr *attribute, struct fo_specified *specified)
{
	if (attribute->ns || strcmp((const char *)attribute->name, "language") != 0)
		return false;
	const char *value = attribute_value(builder, attribute);
	if (!strpbrk(value, "-_"))
		return false;
	char *tag = arena_string(builder->scratch, value);
	g_strdelimit(tag, "_", '-');
	*specified = (struct fo_specified){"xml:lang", tag, attribute};
	return language_is_tag(tag);
}

/* The element's attributes as property names and values. Foreign namespaces are left alone (XSL 4.2 of chapter 2). */
static unsigned collect(struct fo_builder *builder, const xmlNode *element, struct fo_specified *specified)
{
	unsigned count = 0;
	for (const xmlAttr *attribute = element->properties; attribute && count < ATTRIBUTES_MAX; attribute = attribute->next) {
		const char *space = attribute->ns ? (const char *)attribute->ns->href : "";
		if (read_fox(builder, attribute, &specified[count]) || read_tag(builder, attribute, &specified[count])) {
			count++;
			continue;
		}
		const char *prefix = prefix_of(space, (const char *)attribute->name);
		if (!prefix)
			continue;
		const char *name = (const char *)attribute->name;
		if (*prefix)
			name = arena_printf(builder->scratch, "%s%s", prefix, name);
		if (!is_plain(name) && (strcmp(prefix, "xml:") != 0 || strcmp(name, "xml:lang") == 0))
			specified[count++] = (struct fo_specified){name, attribute_value(builder, attribute), attribute};
	}
	return count;
}

static const struct fo_style *nearest_style(const struct fo_node *node, enum fo_kind kind)
{
	while (node && node->kind != kind)
		node = node->parent;
	return node ? node->style : NULL;
}

/* body-start() and label-end() look further up than the parent's style. */
static bool looks_at_list(const struct fo_specified *specified, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		if (strstr(specified[i].value, "body-start") || strstr(specified[i].value, "label-end"))
			return true;
	return false;
}

static void put_pointer(GString *key, const void *pointer)
{
	g_string_append_len(key, (const char *)&pointer, sizeof pointer);
}

/* What a style depends on, in builder->key. */
static struct bytes cache_key(struct fo_builder *builder, enum fo_kind kind, const struct fo_node *parent,
							  const struct fo_specified *specified, unsigned count, const char *base)
{
	GString *key = builder->key;
	g_string_truncate(key, 0);
	g_string_append_c(key, (char)kind);
	const struct fo_node *around = fo_containing_block(parent);
	put_pointer(key, parent ? parent->style : NULL);
	put_pointer(key, around ? around->style : NULL);
	if (looks_at_list(specified, count)) {
		put_pointer(key, nearest_style(parent, FO_LIST_ITEM));
		put_pointer(key, nearest_style(parent, FO_LIST_BLOCK));
	}
	for (unsigned i = 0; i < count; i++) {
		g_string_append_len(key, specified[i].name, (gssize)strlen(specified[i].name) + 1);
		g_string_append_len(key, specified[i].value, (gssize)strlen(specified[i].value) + 1);
	}
	if (base)
		g_string_append(key, base);
	return (struct bytes){key->str, key->len};
}

/* A style that came of attributes, with the properties that they set. */
struct kept_style {
	const struct fo_style *style;
	const uint8_t *specified;
};

static void keep_style(struct fo_builder *builder, struct bytes key, const struct fo_style *style)
{
	struct bytes *name = ARENA_NEW(builder->scratch, struct bytes);
	struct kept_style *kept = ARENA_NEW(builder->scratch, struct kept_style);
	*name = (struct bytes){arena_copy(builder->scratch, key.data, key.size), key.size};
	*kept = (struct kept_style){style, builder->specified->pdata[builder->depth]};
	g_hash_table_insert(builder->cache, name, kept);
}

static void inherit(struct fo_styling *styling)
{
	for (unsigned i = 0; i < FO_PROPERTY_COUNT; i++)
		copy_field(styling->style, fo_rows[i].inherited ? styling->inherited : &styling->builder->initial, &fo_rows[i]);
	struct fo_style *style = styling->style;
	struct fo_length *indents[] = {&style->start_indent, &style->end_indent, &style->text_indent, &style->last_line_end_indent};
	for (size_t i = 0; i < G_N_ELEMENTS(indents); i++)
		indents[i]->inherited = fo_is_relative(indents[i]);
}

static void compute(struct fo_styling *styling, const struct fo_specified *specified, unsigned count)
{
	struct place element = styling->place;
	int turns[ATTRIBUTES_MAX];
	inherit(styling);
	for (unsigned i = 0; i < count; i++)
		turns[i] = fo_precision(specified[i].name);
	for (int turn = 0; turn <= FO_PRECISION_MAX; turn++)
		for (unsigned i = 0; i < count; i++)
			if (turns[i] == turn)
				read_one(styling, &specified[i], element);
	/* the initial border colour is the element's own colour */
	static const enum fo_property colors[] = {FO_PROP_border_before_color, FO_PROP_border_after_color, FO_PROP_border_start_color,
											  FO_PROP_border_end_color};
	for (size_t i = 0; i < G_N_ELEMENTS(colors); i++)
		if (!styling->specified[colors[i]])
			memcpy((char *)styling->style + fo_rows[colors[i]].offset, &styling->style->color, sizeof(fo_color));
	if (styling->style->line_height.proportion)
		styling->style->line_height.fixed = MIN(
			len_scale(styling->style->font_size, styling->style->line_height.proportion, 1000), FO_LENGTH_MOST);
	fo_style_finish(styling);
}

/* from-table-column() depends on the cells before, from-nearest-specified-value() on what is said further up, merge-property-values() on what
 * kind of object the parent is. */
static bool looks_around(const struct fo_specified *specified, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		if (strstr(specified[i].value, "from-table-column") || strstr(specified[i].value, "from-nearest-specified") ||
			strstr(specified[i].value, "merge-property-values"))
			return true;
	return false;
}

/* ---- what was specified further up (5.10.4) ---- */

static void open_specified(struct fo_builder *builder, const uint8_t *specified)
{
	if (builder->depth >= builder->specified->len)
		g_ptr_array_set_size(builder->specified, (gint)builder->depth + 1);
	builder->specified->pdata[builder->depth] = (gpointer)(uintptr_t)specified;
}

static void note_specified(struct fo_builder *builder, const struct fo_styling *styling)
{
	uint8_t *specified = ARENA_ARRAY(builder->scratch, uint8_t, FO_PROPERTY_COUNT);
	memcpy(specified, styling->specified, sizeof styling->specified);
	open_specified(builder, specified);
}

const struct fo_style *fo_nearest_specified(const struct fo_styling *styling, enum fo_property property,
											const struct fo_part *part)
{
	const struct fo_builder *builder = styling->builder;
	const struct fo_node *node = styling->parent;
	unsigned asked = part ? fo_part_bit(part) : FO_WHOLE;
	for (unsigned depth = builder->depth; depth > 0 && node; depth--, node = node->parent)
		if (((const uint8_t *)builder->specified->pdata[depth - 1])[property] & asked)
			return node->style;
	return node ? node->style : builder->tree->initial; /* a marker's content: further up is where it is retrieved */
}

const struct fo_style *fo_style_new(struct fo_builder *builder, const xmlNode *element, enum fo_kind kind,
									const struct fo_node *parent, struct place place)
{
	struct fo_specified specified[ATTRIBUTES_MAX];
	unsigned count = collect(builder, element, specified);
	const char *base = fo_base_around(builder, element, specified, count);
	struct bytes key = cache_key(builder, kind, parent, specified, count, base);
	const struct kept_style *kept = g_hash_table_lookup(builder->cache, &key);
	if (kept) {
		open_specified(builder, kept->specified);
		return kept->style;
	}
	struct fo_style made;
	memset(&made, 0, sizeof made);
	struct fo_styling styling = {.builder = builder,
								 .kind = kind,
								 .in_multi_properties = element->parent &&
														xmlStrEqual(element->parent->name, BAD_CAST "multi-properties"),
								 .parent = parent,
								 .style = &made,
								 .place = place,
								 .base = base,
								 .inherited = parent ? parent->style : &builder->initial};
	unsigned before = diag_reported(builder->sink);
	compute(&styling, specified, count);
	const struct fo_style *style = intern_style(builder, &made);
	note_specified(builder, &styling);
	if (diag_reported(builder->sink) == before &&
		!looks_around(specified, count)) /* what is wrong is said at each of its places */
		keep_style(builder, key, style);
	return style;
}
