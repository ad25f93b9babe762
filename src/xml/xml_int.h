/* Inside xml: sources, and the record that ties a node to its place. */
#ifndef GONGWEN_XML_INT_H
#define GONGWEN_XML_INT_H

#include "xml/xml.h"

#define XML_SIZE_MAX       ((size_t)64 * 1024 * 1024)
#define XML_ATTRIBUTES_MAX 256
#define XML_TEXT_MAX       (4 * 1024 * 1024) /* one text node or attribute value */

/* A file that was parsed: its UTF-8 text, kept so that places are computed only when somebody asks. */
struct xml_source {
	const char *name;
	const char *text; /* NULL: it was dropped, after all places had been computed */
	size_t size;
	uint32_t *lines; /* byte offset of each line's first byte; NULL until the first place is asked for */
	uint32_t line_count;
	size_t known; /* the place asked for last, and its column: places on a long line are asked for in order */
	long known_column;
	struct arena *arena;
};

/* What node->_private points to. */
struct xml_origin {
	struct xml_source *source;
	uint32_t line; /* of the start tag's '<'; 0: not known yet … */
	uint32_t at;   /* its column; … then its offset in the text */
};

struct place xml_place_at(struct xml_source *source, size_t offset);

/* The bytes as UTF-8, by BOM or XML declaration; text of the arena. Reports bytes that are none. */
bool xml_decode(const char *data, size_t size, const char *name, struct arena *arena, struct xml_source *source,
				struct diag_sink *sink);

/* ---- limits.c: XML_ATTRIBUTES_MAX, XML_TEXT_MAX ---- */

enum xml_limit { XML_LIMIT_ATTRIBUTES, XML_LIMIT_TEXT };
void xml_report_limit(struct xml_source *source, size_t offset, enum xml_limit limit, struct diag_sink *sink);
/* False after a report of the first text or tag that is too large. The text ends with a NUL. */
bool xml_within_limits(struct xml_source *source, struct diag_sink *sink);

/* ---- load.c ---- */

/* Where the files that are read go as they are; files NULL: nowhere. */
struct xml_keeper {
	struct xml_files *files;
	struct arena *arena;
};
void xml_keep(const struct xml_keeper *keeper, const char *path, bool is_text, const struct bytes *bytes);

/* ---- include.c ---- */

/* Replaces every xi:include below the document's root by what it names. */
bool xml_expand(xmlDoc *doc, struct gate *gate, const struct xml_keeper *keeper, struct arena *arena, struct diag_sink *sink);

/* ---- syntax.c ---- */

/* What libxml2 found against the text, in our words where there are some. code: DIAG_XML_SYNTAX or DIAG_XML_LIMIT. */
void xml_report_syntax(struct diag_sink *sink, enum diag_code code, struct place place, const xmlError *error);

#endif
