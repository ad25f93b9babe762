/* xml: reads XML that is not trusted, keeps the author's place of every node, expands XInclude, validates.
 * Settings: only XML_PARSE_NONET; no DOCTYPE, no entities but the five, no network; bounded size, depth, attributes. */
#ifndef GONGWEN_XML_H
#define GONGWEN_XML_H

#include <libxml/tree.h>

#include "base/base.h"

/* A file that a document was read from, as its author left it: what an archive keeps. */
struct xml_file {
	const char *path; /* as messages name it; "-" */
	bool is_text;     /* included as text, not as XML */
	struct bytes bytes;
	struct xml_file *next;
};
struct xml_files { /* in the order in which they were read; one that was included twice is there twice */
	struct xml_file *first, *last;
};

/* Once a process, before any other call of this folder (and before workers are forked). */
void xml_init(void);
/* For what libxml2 and libxslt would print by themselves: the handlers of each call report what counts. */
void xml_print_nothing(void *data, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Parses the file at path ("-": standard input), expands its XIncludes through the gate. All well-formedness errors are reported
 * with line and column. The arena holds file names and places and must outlive the document. xmlFreeDoc() it.
 * NULL after an error. Encoding: UTF-8, UTF-16, GB18030/GBK/GB2312 and what iconv knows by the declared name. */
xmlDoc *xml_load(const char *path, struct gate *gate, struct arena *arena, struct diag_sink *sink);
/* The same; the files that were read are kept in the arena `kept`. */
xmlDoc *xml_load_keeping(const char *path, struct gate *gate, struct arena *arena, struct xml_files *files, struct arena *kept,
						 struct diag_sink *sink);
/* A file whose elements nest as deep as `depth`, for a reader that can stand that: elsewhere XML_DEPTH_MAX holds. No XInclude.
 * files: or NULL; it is kept in the arena. */
#define XML_DEPTH_MAX 256
xmlDoc *xml_load_deep(const char *path, unsigned depth, struct arena *arena, struct xml_files *files, struct diag_sink *sink);
/* The same from memory; `name` is the file name for messages. No XInclude when gate is NULL. */
xmlDoc *xml_load_memory(const char *data, size_t size, const char *name, struct gate *gate, struct arena *arena,
						struct diag_sink *sink);

/* A stylesheet, a part of one, or a schema: without XInclude, and without the blanks between elements, which mean nothing there. names: the
 * dictionary to share with another document, as libxslt wants of a stylesheet's parts, or NULL. */
xmlDoc *xml_load_code(const char *data, size_t size, const char *name, xmlDict *names, struct arena *arena,
					  struct diag_sink *sink);

/* The place of a node in the author's file: that of its start tag's '<'; of an attribute: of its name; of text: of its parent.
 * {NULL, 0, 0} for nodes that no file holds (made by a transform). */
struct place xml_place(const xmlNode *node);
/* Drops the texts that the document was read from, which are a tenth of what it takes. Elements know their places after that; an attribute has
 * its element's. */
void xml_drop_texts(xmlDoc *doc);
/* A copy whose nodes know the same places. xmlFreeDoc() it. */
xmlDoc *xml_copy(const xmlDoc *doc);
/* "file:line:col", or "" when unknown; and back (file in the arena). */
char *xml_place_string(struct arena *arena, struct place place);
bool xml_place_parse(struct arena *arena, const char *text, struct place *place);

/* What a stylesheet gave back, read: whether a node is an element of that name; its attribute, NULL when it has none; the text of its first child
 * of that name, without blanks around, or NULL; the place that it says ("place"), empty when it says none. All in the arena. */
bool xml_is_element(const xmlNode *node, const char *name);
const char *xml_attribute(struct arena *arena, const xmlNode *node, const char *name);
const char *xml_child_text(struct arena *arena, const xmlNode *node, const char *name);
struct place xml_place_said(struct arena *arena, const xmlNode *node);

/* An element with all that is in it, packed to be kept for long: a few bytes for each hundred of its text. The arena has it. */
struct xml_packed;
const struct xml_packed *xml_pack(const xmlNode *element, struct arena *arena);
/* Bytes of the whole, which may be copied. */
size_t xml_packed_size(const struct xml_packed *packed);
/* A document whose root is that element, without places. xmlFreeDoc() it. */
xmlDoc *xml_unpack(const struct xml_packed *packed);
/* Puts the element after the parent's other children, without places. */
void xml_unpack_into(const struct xml_packed *packed, xmlNode *parent);

/* Elements that wait, as they are or packed, with numbers from 0 (shelf.c). */
struct xml_shelf;
struct xml_shelf *xml_shelf_open(void);
void xml_shelf_close(struct xml_shelf *shelf);
/* Takes the element out of its tree, and owns it. */
unsigned xml_shelf_put(struct xml_shelf *shelf, xmlNode *element);
unsigned xml_shelf_count(const struct xml_shelf *shelf);
/* Puts a copy after the parent's other children; or all elements themselves, in their order. */
void xml_shelf_copy(const struct xml_shelf *shelf, unsigned number, xmlNode *parent);
void xml_shelf_empty(struct xml_shelf *shelf, xmlNode *parent);

/* Parts of trees that are put aside, on a shelf, until they are read (fold.c). */
struct xml_folds;
struct xml_folds *xml_folds_open(void);
void xml_folds_close(struct xml_folds *folds); /* NULL is allowed */
/* Puts aside what is in the element: a mark is all that stays in it. */
void xml_fold(struct xml_folds *folds, xmlNode *element);
/* Puts all back, for good, that was folded below the element or what it was copied from. */
void xml_unfold(const struct xml_folds *folds, xmlNode *element);
/* The same below each of these elements, until the end: then those nodes go, and the marks stand again. No element is within another. */
struct xml_unfolding *xml_unfold_begin(const struct xml_folds *folds, xmlNode *const *elements, unsigned count);
void xml_unfold_end(struct xml_unfolding *unfolding);

/* A compiled schema (W3C XML Schema), for the process. */
struct xml_schema;
struct xml_schema *xml_schema_open(const char *path, struct diag_sink *sink);
void xml_schema_close(struct xml_schema *schema);
/* Reports every violation at its node's place, in words for people: what was found, what is allowed there. */
bool xml_schema_check(const struct xml_schema *schema, xmlDoc *doc, struct diag_sink *sink);

/* Indented serialisation for --dump, UTF-8. free() it. */
char *xml_print(const xmlDoc *doc);

#endif
