/* attached: the author's files, or a document's own data → what --pdf-profile=a3a has go along with it. */
#include "attached.h"

#include <stdlib.h>
#include <string.h>

/* ---- the author's files ---- */

/* Without folders. Names of files need not be UTF-8; text in a PDF must. */
static char *base_name(const char *path)
{
	char *name = g_path_get_basename(path), *valid = g_utf8_make_valid(name, -1);
	g_free(name);
	return valid;
}

/* Where a part lies, seen from the first file's folder; of one that lies elsewhere, only its name: folders of the machine concern nobody. */
static char *place_of(const char *path, const char *first)
{
	char *name = base_name(path), *folder = strcmp(first, "-") == 0 ? g_strdup(".") : g_path_get_dirname(first);
	char *whole = g_canonicalize_filename(path, NULL), *above = g_canonicalize_filename(folder, NULL);
	size_t size = strlen(above);
	if (strncmp(whole, above, size) == 0 && whole[size] == '/') {
		g_free(name);
		name = g_utf8_make_valid(whole + size + 1, -1);
	}
	g_free(whole);
	g_free(above);
	g_free(folder);
	return name;
}

/* The name, or with a number in front of it, so that no two files have the same. */
static const char *free_name(GHashTable *names, const char *wanted, struct arena *arena)
{
	const char *name = arena_string(arena, wanted);
	for (unsigned number = 2; !g_hash_table_add(names, (gpointer)(uintptr_t)name); number++)
		name = arena_printf(arena, "%u-%s", number, wanted);
	return name;
}

static struct pdf_attachment attachment_of(const struct xml_file *file, const char *first, const char *unnamed, GHashTable *names,
										   struct arena *arena)
{
	bool is_unnamed = strcmp(file->path, "-") == 0;
	char *name = is_unnamed ? g_strdup(unnamed) : base_name(file->path);
	char *place = is_unnamed ? g_strdup(unnamed) : place_of(file->path, first);
	struct pdf_attachment attachment = {free_name(names, name, arena), arena_string(arena, place),
										file->is_text ? "text/plain" : "application/xml", file->bytes};
	g_free(place);
	g_free(name);
	return attachment;
}

const struct pdf_attachments *attached_files(const struct xml_files *files, const char *unnamed, struct arena *arena)
{
	GHashTable *paths = g_hash_table_new(g_str_hash, g_str_equal), *names = g_hash_table_new(g_str_hash, g_str_equal);
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct pdf_attachment));
	struct pdf_attachments *attached = files->first ? ARENA_NEW(arena, struct pdf_attachments) : NULL;
	for (const struct xml_file *file = files->first; file; file = file->next) {
		if (!g_hash_table_add(paths, (gpointer)(uintptr_t)file->path))
			continue;
		struct pdf_attachment attachment = attachment_of(file, files->first->path, unnamed, names, arena);
		g_array_append_val(list, attachment);
	}
	if (attached) {
		struct pdf_attachment *kept = ARENA_ARRAY(arena, struct pdf_attachment, list->len);
		memcpy(kept, list->data, list->len * sizeof *kept);
		*attached = (struct pdf_attachments){kept, list->len};
	}
	g_array_free(list, TRUE);
	g_hash_table_destroy(names);
	g_hash_table_destroy(paths);
	return attached;
}

/* ---- a document's own data ---- */

static void keep_copy(xmlNode *document, const char *copy_key)
{
	for (xmlNode *child = document->children, *next; child; child = next) {
		next = child->next;
		if (child->type != XML_ELEMENT_NODE || !xmlStrEqual(child->name, BAD_CAST "copy"))
			continue;
		xmlChar *key = xmlGetNoNsProp(child, BAD_CAST "key");
		if (!xmlStrEqual(key, BAD_CAST copy_key)) {
			xmlUnlinkNode(child);
			xmlFreeNode(child);
		}
		xmlFree(key);
	}
}

/* Where the author wrote it is for messages: in an archive it would only tell of folders, and make one input's bytes differ. */
static void drop_places(xmlNode *node)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE) {
			xmlUnsetProp(node, BAD_CAST "place");
			drop_places(node->children);
		}
}

const struct pdf_attachments *attached_data(const struct job *job, struct arena *arena)
{
	xmlDoc *doc = xml_unpack(job->document);
	xmlNode *root = xmlDocGetRootElement(doc);
	if (job->copy_key)
		keep_copy(root, job->copy_key);
	drop_places(root);
	char *text = xml_print(doc);
	size_t size = strlen(text);
	struct pdf_attachment *file = ARENA_NEW(arena, struct pdf_attachment);
	struct pdf_attachments *attached = ARENA_NEW(arena, struct pdf_attachments);
	*file = (struct pdf_attachment){"document.xml", "document.xml", "application/xml", {arena_copy(arena, text, size), size}};
	*attached = (struct pdf_attachments){file, 1};
	free(text);
	xmlFreeDoc(doc);
	return attached;
}
