/* Rules of PDF/A-2 and -3 (ISO 19005) and PDF/UA-1 (ISO 14289-1) that a writer can break, checked over a finished file. A row of
 * conformance_rules is a rule: its clause, what it asks, how it is checked, and a change of the file's text that breaks it, by which
 * tests see that it is noticed. qpdf writes the file's objects out plainly before they are read. */
#ifndef GONGWEN_TESTS_CONFORMANCE_H
#define GONGWEN_TESTS_CONFORMANCE_H

#include "support/said_text.h"

struct conformance_claim {
	int part;          /* of ISO 19005 */
	const char *level; /* "A", "B" */
	bool accessible;   /* PDF/UA-1 */
};

static const struct conformance_claim conformance_a2a_ua1 = {2, "A", true}, conformance_a2b = {2, "B", false},
									  conformance_a3a = {3, "A", true};

struct conformance_element {
	const struct value *value, *page;
	const char *role; /* after the role map */
	int parent;       /* -1: the root */
};

struct conformance_page {
	const struct value *value;
	unsigned mcids;
	const char *fault; /* what is wrong with its content, or NULL */
	bool shows_notdef, shows_private, shows_cmyk, is_deep, has_no_map, has_bare_artifact;
};

struct conformance {
	struct said said;
	const struct objects *objects; /* said.objects */
	const struct conformance_claim *claim;
	const struct value *catalog;
	GArray *pages;    /* struct conformance_page */
	GArray *elements; /* struct conformance_element, parents first */
	GHashTable *ids;  /* of elements: ID → how many */
	char *metadata;
};

struct conformance_rule {
	const char *clause, *asks;
	/* value: of rules `about` some dictionaries, each of them; else NULL */
	bool (*holds)(const struct conformance *c, const struct conformance_rule *rule, const struct value *value);
	const char *about; /* "Type Page": dictionaries with that entry; "": all; NULL: the file */
	const char *key;
	const char *find, *replace; /* what breaks it */
	const char *matterhorn;     /* the failure conditions of the Matterhorn Protocol 1.02 that it sees, or NULL */
};

/* ---- reading: pages, content, structure ---- */

static inline const struct value *conformance_get(const struct conformance *c, const struct value *from, const char *key)
{
	return objects_get(c->objects, from, key);
}

static inline bool conformance_is_listed(const char *list, const char *name)
{
	char *wanted = g_strdup_printf(" %s ", name), *all = g_strdup_printf(" %s ", list);
	bool found = strstr(all, wanted) != NULL;

	g_free(wanted);
	g_free(all);
	return found;
}

struct conformance_content {
	struct conformance_page *page;
	GHashTable *map;
	int depth, text_depth, saved; /* of marks; where the text object began; of q */
	bool in_text, has_actual;
};

static inline void conformance_show(struct conformance_content *content, const struct value *operand)
{
	for (unsigned i = 0; i < operand->count; i++)
		conformance_show(content, operand->items[i]);
	for (size_t i = 0; operand->type == VALUE_STRING && i + 1 < operand->size; i += 2) {
		unsigned code = (unsigned)(unsigned char)operand->text[i] << 8 | (unsigned char)operand->text[i + 1];
		const char *text = content->map ? g_hash_table_lookup(content->map, GUINT_TO_POINTER(code + 1)) : NULL;

		content->page->shows_notdef = content->page->shows_notdef || code == 0;
		content->page->has_no_map = content->page->has_no_map || !text;
		if (text && g_unichar_type(g_utf8_get_char(text)) == G_UNICODE_PRIVATE_USE && !content->has_actual)
			content->page->shows_private = true;
	}
}

static inline void conformance_mark(struct conformance_content *content, const struct objects *objects,
									const struct value *properties)
{
	const struct value *mcid = objects_get(objects, properties, "MCID");

	content->has_actual = objects_get(objects, properties, "ActualText")->type == VALUE_STRING;
	if (content->depth++)
		content->page->fault = "marked content in marked content";
	if (mcid->type == VALUE_NUMBER && (unsigned)mcid->number != content->page->mcids++)
		content->page->fault = "MCIDs do not count from 0";
}

/* Table 330: Header, Footer and Watermark are of Pagination. */
static inline bool conformance_is_furniture(const struct objects *objects, const struct value *properties)
{
	const struct value *type = objects_get(objects, properties, "Type"), *subtype = objects_get(objects, properties, "Subtype");

	if (type->type != VALUE_NAME || !conformance_is_listed("Pagination Layout Page Background", type->text))
		return false;
	return subtype->type == VALUE_NULL || (value_is(type, "Pagination") && subtype->type == VALUE_NAME &&
										   conformance_is_listed("Header Footer Watermark", subtype->text));
}

static inline void conformance_operator(struct conformance *c, struct conformance_content *content, const struct value *fonts,
										const char *word, const GPtrArray *operands)
{
	static const char all[] =
		"b B b* B* BDC BMC BT c cm cs CS d Do EMC ET f f* g G gs h i j J l m M n q Q re rg RG s S sc SC scn SCN "
		"sh Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y k K ri";
	const struct value *last = operands->len ? operands->pdata[operands->len - 1] : &value_null;
	struct conformance_page *page = content->page;

	if (!conformance_is_listed(all, word))
		page->fault = "an operator that the standard does not have";
	if (conformance_is_listed("Tj TJ f f* S B B* b b* s Do sh", word) && content->depth == 0)
		page->fault = "something shown outside of marked content";
	page->shows_cmyk = page->shows_cmyk || conformance_is_listed("k K", word);
	content->saved += strcmp(word, "q") == 0 ? 1 : strcmp(word, "Q") == 0 ? -1 : 0;
	page->is_deep = page->is_deep || content->saved > 28;
	if (conformance_is_listed("BT ET", word)) {
		if (content->in_text == (*word == 'B') || (*word == 'E' && content->depth != content->text_depth))
			page->fault = "text objects and marked content are not nested";
		content->in_text = *word == 'B';
		content->text_depth = content->depth;
	} else if (strcmp(word, "Tf") == 0) {
		const struct value *font = objects_get(c->objects, fonts, ((const struct value *)operands->pdata[0])->text),
						   *map = objects_get(c->objects, font, "ToUnicode");

		content->map = map->stream ? said_map(&c->said, font) : NULL;
	} else if (conformance_is_listed("BDC BMC", word)) {
		if (value_is(operands->pdata[0], "Artifact") && !conformance_is_furniture(c->objects, last))
			page->has_bare_artifact = true;
		conformance_mark(content, c->objects, last);
	} else if (strcmp(word, "EMC") == 0) {
		if (--content->depth < 0)
			page->fault = "EMC without BMC";
	} else if (conformance_is_listed("Tj TJ", word)) {
		conformance_show(content, last);
	}
}

static inline void conformance_read_content(struct conformance *c, struct conformance_page *page)
{
	const struct value *stream = conformance_get(c, page->value, "Contents"),
					   *fonts = conformance_get(c, conformance_get(c, page->value, "Resources"), "Font");
	struct value_source from = {c->objects->arena, stream->stream, stream->stream + stream->stream_size};
	struct conformance_content content = {.page = page};
	GPtrArray *operands = g_ptr_array_new();
	struct value *value;

	while ((value = value_read(&from)) != NULL) {
		if (value->type == VALUE_WORD && !conformance_is_listed("true false null", value->text)) {
			conformance_operator(c, &content, fonts, value->text, operands);
			g_ptr_array_set_size(operands, 0);
		} else {
			g_ptr_array_add(operands, value);
		}
	}
	value_skip(&from);
	if (from.at < from.end || operands->len || content.depth || content.in_text || content.saved)
		page->fault = "its content ends amid something";
	g_ptr_array_free(operands, TRUE);
}

static inline void conformance_read_pages(struct conformance *c, const struct value *node)
{
	const struct value *kids = conformance_get(c, node, "Kids");
	struct conformance_page page = {.value = objects_follow(c->objects, node)};

	for (unsigned i = 0; i < kids->count; i++)
		conformance_read_pages(c, kids->items[i]);
	if (kids->type == VALUE_ARRAY)
		return;
	conformance_read_content(c, &page);
	g_array_append_val(c->pages, page);
}

static inline void conformance_read_element(struct conformance *c, const struct value *value, int parent,
											const struct value *page)
{
	const struct value *name = conformance_get(c, value, "S"), *kids = conformance_get(c, value, "K"),
					   *map = conformance_get(c, conformance_get(c, c->catalog, "StructTreeRoot"), "RoleMap"),
					   *mapped = name->type == VALUE_NAME ? conformance_get(c, map, name->text) : &value_null,
					   *id = conformance_get(c, value, "ID"), *own = conformance_get(c, value, "Pg");
	struct conformance_element element = {value, own->type == VALUE_DICT ? own : page,
										  mapped->type == VALUE_NAME ? mapped->text : name->text, parent};
	int index = (int)c->elements->len;

	if (name->type != VALUE_NAME)
		return; /* marked content, a link */
	g_array_append_val(c->elements, element);
	if (id->type == VALUE_STRING)
		g_hash_table_insert(c->ids, (gpointer)(uintptr_t)id->text,
							GINT_TO_POINTER(GPOINTER_TO_INT(g_hash_table_lookup(c->ids, id->text)) + 1));
	for (unsigned i = 0; kids->type == VALUE_ARRAY && i < kids->count; i++)
		conformance_read_element(c, objects_follow(c->objects, kids->items[i]), index, element.page);
}

static inline void conformance_read(struct conformance *c, GString *objects, const struct conformance_claim *claim)
{
	const struct value *metadata;

	said_open(&c->said, objects);
	c->objects = &c->said.objects;
	c->claim = claim;
	c->catalog = objects_root(c->objects);
	c->pages = g_array_new(FALSE, FALSE, sizeof(struct conformance_page));
	c->elements = g_array_new(FALSE, FALSE, sizeof(struct conformance_element));
	c->ids = g_hash_table_new(g_str_hash, g_str_equal);
	metadata = conformance_get(c, c->catalog, "Metadata");
	c->metadata = metadata->stream ? g_strndup(metadata->stream, metadata->stream_size) : g_strdup("");
	conformance_read_pages(c, conformance_get(c, c->catalog, "Pages"));
	conformance_read_element(c, conformance_get(c, conformance_get(c, c->catalog, "StructTreeRoot"), "K"), -1, &value_null);
}

static inline void conformance_close(struct conformance *c)
{
	g_array_free(c->pages, TRUE);
	g_array_free(c->elements, TRUE);
	g_hash_table_destroy(c->ids);
	g_free(c->metadata);
	said_close(&c->said);
}

#include "support/conformance_rules.h"

/* ---- checking ---- */

static inline bool conformance_is_about(const struct conformance *c, const char *about, const struct value *value)
{
	const char *blank = strchr(about, ' ');
	char *key = g_strndup(about, blank ? (gsize)(blank - about) : 0);
	bool is = !*about || value_is(conformance_get(c, value, key), blank + 1);

	g_free(key);
	return is;
}

/* A dictionary and all that stands in it. */
static inline bool conformance_holds_in(const struct conformance *c, const struct conformance_rule *rule,
										const struct value *value)
{
	if (value->type == VALUE_DICT && conformance_is_about(c, rule->about, value) && !rule->holds(c, rule, value))
		return false;
	for (unsigned i = 0; i < value->count; i++)
		if (!conformance_holds_in(c, rule, value->items[i]))
			return false;
	return true;
}

static inline bool conformance_holds(const struct conformance *c, const struct conformance_rule *rule)
{
	if (!rule->about)
		return rule->holds(c, rule, NULL);
	for (unsigned i = 0; i < c->objects->count; i++)
		if (c->objects->numbered[i] && !conformance_holds_in(c, rule, c->objects->numbered[i]))
			return false;
	return conformance_holds_in(c, rule, c->objects->trailer);
}

/* The clauses that do not hold, "clause: what it asks", a line each. objects: of reader_objects(), taken. g_string_free() the result. */
static inline GString *conformance_faults(GString *objects, const struct conformance_claim *claim)
{
	struct conformance c = {.claim = claim};
	GString *faults = g_string_new(NULL);

	conformance_read(&c, objects, claim);
	for (size_t i = 0; i < G_N_ELEMENTS(conformance_rules); i++)
		if ((claim->accessible || conformance_rules[i].clause[0] != 'U') && !conformance_holds(&c, &conformance_rules[i]))
			g_string_append_printf(faults, "%s: %s\n", conformance_rules[i].clause, conformance_rules[i].asks);
	conformance_close(&c);
	return faults;
}

/* 6.1.2 and 6.1.3: the first lines and the last. */
static inline void conformance_check_ends(const char *data, size_t size)
{
	static const char end[] = "%%EOF\n";

	assert_true(size > 64);
	assert_memory_equal(data, "%PDF-1.7\n%", 10);
	for (int i = 10; i < 14; i++)
		assert_true((unsigned char)data[i] > 127);
	assert_memory_equal(data + size - strlen(end), end, strlen(end));
}

static inline void conformance_check_as(const char *data, size_t size, const struct conformance_claim *claim)
{
	GString *faults;

	conformance_check_ends(data, size);
	reader_check_syntax(data, size);
	faults = conformance_faults(reader_objects(data, size), claim);
	if (faults->len)
		fail_msg("%s", faults->str);
	g_string_free(faults, TRUE);
}

static inline void conformance_check(const char *data, size_t size)
{
	conformance_check_as(data, size, &conformance_a2a_ua1);
}

#endif
