/* One copy's file: the objects of Cairo that its pages need, with new numbers, and everything else of ours. Streams that copies share are
 * compressed once. */
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf_int.h"

/* ---- Cairo's objects ---- */

/* In dictionaries that hold `about`, the first `find` becomes `replace`. */
static const struct edit {
	const char *about, *find, *replace;
} edits[] = {
	{"/Subtype /CIDFontType2", "/CIDFontType2", "/CIDFontType2 /CIDToGIDMap /Identity"}, /* ISO 19005-2, 6.2.11.3.2 */
	{"/Interpolate true", "/Interpolate true", "/Interpolate false"},                    /* 6.2.8 */
};

static unsigned copy_object(struct pdf_output *output, size_t number);

/* Cairo names a picture that a group shows twice twice in the group's resources, "/x21 21 0 R": gives what follows the second entry, or `at`. */
static const char *skip_repeated(const char *text, const char *at, const char *end)
{
	size_t size = 2;

	if (end - at < 3 || at[0] != '/' || at[1] != 'x' || !g_ascii_isdigit(at[2]))
		return at;
	while (at + size < end && g_ascii_isdigit(at[size]))
		size++;
	if (at + size < end && at[size] == ' ' && memmem(text, (size_t)(at - text), at, size + 1)) {
		const char *reference = memmem(at, (size_t)(end - at), " 0 R", 4);

		return reference ? reference + 4 : at;
	}
	return at;
}

/* A dictionary of Cairo's with our numbers; /Length is left out: pdf_file_put_stream() has it. */
static GString *translate(struct pdf_output *output, const char *text, size_t size)
{
	GString *out = g_string_sized_new(size + 64);
	const char *end = text + size;

	for (const char *at = text; (at = skip_repeated(text, at, end)) < end;) {
		char *after = NULL;
		size_t number = g_ascii_isdigit(*at) && (at == text || !g_ascii_isalnum(at[-1])) ? strtoul(at, &after, 10) : 0;

		if (after && after + 4 <= end && strncmp(after, " 0 R", 4) == 0) {
			pdf_put_reference(out, copy_object(output, number));
			at = after + 4;
		} else if (after) {
			g_string_append_len(out, at, after - at);
			at = after;
		} else {
			g_string_append_c(out, *at++);
		}
	}
	return out;
}

/* The text of a dictionary between << and >>, without /Length. */
static char *stream_entries(const struct pdf_drawn_object *object)
{
	char *text = g_strndup(object->body, object->size), *begin = strstr(text, "<<"), *end = g_strrstr(text, ">>");
	char *length = strstr(text, "/Length ");

	if (begin)
		memset(text, ' ', (size_t)(begin + 2 - text));
	if (end)
		*end = '\0';
	if (length) {
		size_t size = strspn(length + 8, "0123456789") + 8;

		size += strncmp(length + size, " 0 R", 4) == 0 ? 4 : 0;
		memset(length, ' ', size);
	}
	return text;
}

static void apply_edits(GString *text)
{
	for (size_t i = 0; i < G_N_ELEMENTS(edits); i++)
		if (strstr(text->str, edits[i].about))
			g_string_replace(text, edits[i].find, edits[i].replace, 1);
}

/* Cairo's font programs: CFF, or TrueType with its length. */
static bool is_font_file(const char *entries)
{
	return strstr(entries, "/CIDFontType0C") || strstr(entries, "/Type1C") || strstr(entries, "/Length1 ");
}

/* Deflates again what Cairo only stored; once for all copies. */
static bool pack_stream(struct pdf_drawn_object *object, bool is_font)
{
	struct bytes plain;

	if (object->packed.data)
		return true;
	if (!pdf_drawn_inflate(object, &plain))
		return false;
	object->packed = (is_font ? pdf_deflate_fast : pdf_deflate)(plain.data, plain.size);
	g_free(plain.data);
	return true;
}

static void copy_stream(struct pdf_output *output, unsigned to, struct pdf_drawn_object *object)
{
	char *entries = stream_entries(object);
	GString *text = translate(output, entries, strlen(entries));

	apply_edits(text);
	if (object->is_deflated && !pack_stream(object, is_font_file(entries)))
		output->failed = true;
	g_string_assign(output->file.text, text->str);
	pdf_file_put_stream(&output->file, to, object->is_deflated ? object->packed : object->data);
	g_string_free(text, TRUE);
	g_free(entries);
}

/* Copies an object and all that it refers to; gives its number here. */
static unsigned copy_object(struct pdf_output *output, size_t number)
{
	struct pdf_drawn_object *object;
	GString *text;

	if (number == 0 || number >= output->drawn->count || !output->drawn->objects[number].body)
		return 0; /* null */
	if (output->numbers[number])
		return output->numbers[number];
	object = &output->drawn->objects[number];
	output->numbers[number] = pdf_file_reserve(&output->file);
	if (object->is_stream) {
		copy_stream(output, output->numbers[number], object);
	} else {
		text = translate(output, object->body, object->size);
		apply_edits(text);
		g_string_assign(output->file.text, text->str);
		pdf_file_put(&output->file, output->numbers[number]);
		g_string_free(text, TRUE);
	}
	return output->numbers[number];
}

/* ---- pages ---- */

static void put_annotations(struct pdf_output *output, unsigned index)
{
	GString *out = output->file.text;
	bool any = false;

	for (unsigned i = 0; i < output->copy->pages[index].link_count; i++)
		if (output->links[index][i]) {
			pdf_put(out, any ? " " : "/Annots[");
			pdf_put_reference(out, output->links[index][i]);
			any = true;
		}
	if (any)
		pdf_put(out, "]");
}

static void put_page(struct pdf_output *output, unsigned index, unsigned parent)
{
	const struct pdf_page *page = &output->copy->pages[index];
	unsigned content = pdf_file_reserve(&output->file), resources = copy_object(output, page->sheet->resources);
	GString *out = output->file.text;

	pdf_put(out, "/Filter/FlateDecode");
	pdf_file_put_stream(&output->file, content, page->sheet->content);
	pdf_put(out, "<</Type/Page/Parent ");
	pdf_put_reference(out, parent);
	pdf_put(out, "/MediaBox[0 0 ");
	pdf_put_length(out, page->width);
	pdf_put(out, " ");
	pdf_put_length(out, page->height);
	pdf_put(out, "]/Contents ");
	pdf_put_reference(out, content);
	pdf_put(out, "/Resources ");
	pdf_put_reference(out, resources);
	pdf_put(out, "/Tabs/S/StructParents ");
	pdf_put_number(out, index);
	put_annotations(output, index);
	pdf_put(out, ">>");
	pdf_file_put(&output->file, output->pages[index]);
}

static unsigned put_pages(struct pdf_output *output)
{
	unsigned number = pdf_file_reserve(&output->file);

	for (unsigned i = 0; i < output->copy->page_count; i++)
		put_page(output, i, number);
	pdf_put(output->file.text, "<</Type/Pages/Count ");
	pdf_put_number(output->file.text, output->copy->page_count);
	pdf_put(output->file.text, "/Kids[");
	for (unsigned i = 0; i < output->copy->page_count; i++) {
		pdf_put(output->file.text, i ? " " : "");
		pdf_put_reference(output->file.text, output->pages[i]);
	}
	pdf_put(output->file.text, "]>>");
	pdf_file_put(&output->file, number);
	return number;
}

/* ---- the document ---- */

static unsigned put_metadata(struct pdf_output *output, const struct pdf_info *info)
{
	GString *xmp = g_string_new(NULL);
	unsigned number = pdf_file_reserve(&output->file);

	pdf_xmp_put(xmp, info, output->copy->order->profile);
	pdf_put(output->file.text, "/Type/Metadata/Subtype/XML");
	pdf_file_put_stream(&output->file, number, (struct bytes){xmp->str, xmp->len});
	g_string_free(xmp, TRUE);
	return number;
}

/* DeviceRGB means sRGB (ISO 19005-2, 6.2.3). */
static unsigned put_output_intent(struct pdf_output *output)
{
	unsigned profile = pdf_file_reserve(&output->file), number = pdf_file_reserve(&output->file);

	pdf_put(output->file.text, "/N 3/Filter/FlateDecode");
	pdf_file_put_stream(&output->file, profile, output->writer->engine->color_profile);
	pdf_put(output->file.text, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
							   "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
	pdf_put_reference(output->file.text, profile);
	pdf_put(output->file.text, ">>");
	pdf_file_put(&output->file, number);
	return number;
}

static void put_entry(GString *out, const char *name, unsigned number, const char *after)
{
	if (!number)
		return;
	pdf_put(out, name);
	pdf_put_reference(out, number);
	pdf_put(out, after);
}

/* PrintScaling: margins and grid are exact on paper too (12.2). */
static void put_preferences(GString *out, const struct pdf_info *info)
{
	pdf_put(out, "/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None");
	if (info->duplex)
		pdf_put(out, g_str_equal(info->duplex, "long-edge") ? "/Duplex/DuplexFlipLongEdge" : "/Duplex/DuplexFlipShortEdge");
	pdf_put(out, ">>");
}

static unsigned put_catalog(struct pdf_output *output, const struct pdf_info *info)
{
	struct pdf_file *file = &output->file;
	bool claims = pdf_profiles[output->copy->order->profile].part != 0;
	unsigned pages = put_pages(output), structure = pdf_structure(output), outline = pdf_outline(output);
	unsigned metadata = put_metadata(output, info), intent = claims ? put_output_intent(output) : 0;
	struct pdf_attached attached = pdf_attach(output, info);
	unsigned number = pdf_file_reserve(file);

	pdf_put(file->text, "<</Type/Catalog");
	put_entry(file->text, "/Pages ", pages, "");
	put_entry(file->text, "/StructTreeRoot ", structure,
			  output->has_user_properties ? "/MarkInfo<</Marked true/UserProperties true>>" : "/MarkInfo<</Marked true>>");
	put_entry(file->text, "/Outlines ", outline, "/PageMode/UseOutlines");
	put_entry(file->text, "/Metadata ", metadata, "");
	put_entry(file->text, "/OutputIntents[", intent, "]");
	pdf_put(file->text, "/Lang");
	pdf_put_string(file->text, info->language);
	put_preferences(file->text, info);
	pdf_put(file->text, "/PageLabels<<");
	pdf_labels(output, file->text);
	pdf_put(file->text, ">>/Names<<");
	pdf_destinations(output, file->text);
	pdf_attached_names(&attached, file->text);
	pdf_put(file->text, ">>");
	pdf_attached_list(&attached, file->text);
	pdf_put(file->text, ">>");
	pdf_file_put(file, number);
	return number;
}

bool pdf_file_write(struct pdf_writer *writer, struct pdf_copy *copy, struct pdf_drawn *drawn)
{
	struct pdf_output output = {.writer = writer, .copy = copy, .drawn = drawn};
	struct pdf_info info = pdf_describe(writer->arena, copy);
	unsigned root, described;

	pdf_file_open(&output.file, writer->packs);
	output.numbers = ARENA_ARRAY(writer->arena, unsigned, drawn->count);
	output.pages = ARENA_ARRAY(writer->arena, unsigned, copy->page_count);
	output.links = ARENA_ARRAY(writer->arena, unsigned *, copy->page_count);
	for (unsigned i = 0; i < copy->page_count; i++)
		output.pages[i] = pdf_file_reserve(&output.file);
	pdf_links(&output);
	root = put_catalog(&output, &info);
	described = pdf_file_reserve(&output.file);
	pdf_info_put(output.file.text, &info);
	pdf_file_put(&output.file, described);
	copy->order->bytes = pdf_file_close(&output.file, root, described);
	if (output.failed)
		return pdf_fail(writer, "a stream of Cairo's cannot be unpacked", "无法解开 Cairo 写出的数据流");
	return copy->order->bytes.data != NULL;
}
