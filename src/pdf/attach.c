/* The sources that a PDF/A-3 carries along, as associated files (ISO 19005-3, 6.8; ISO 32000-1, 7.11). */
#include <ctype.h>

#include "pdf/pdf_int.h"

/* The type of the content as a name; size, date and digest: what was put in can be held against what is taken out. */
static void put_stream_entries(GString *out, const struct pdf_attachment *file, const struct pdf_info *info)
{
	char *sum = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)file->bytes.data, file->bytes.size); /* 7.11.4 */

	pdf_put(out, "/Type/EmbeddedFile/Subtype");
	pdf_put_name(out, file->type);
	pdf_put(out, "/Filter/FlateDecode/Params<</Size ");
	pdf_put_number(out, (long long)file->bytes.size);
	pdf_put_date(out, "/ModDate", info->date);
	pdf_put(out, "/CheckSum<");
	pdf_put(out, sum);
	pdf_put(out, ">>>");
	g_free(sum);
}

/* Gives the number of its file specification. */
static unsigned put_file(struct pdf_output *output, const struct pdf_attachment *file, const struct pdf_info *info)
{
	GString *out = output->file.text;
	unsigned stream = pdf_file_reserve(&output->file), number = pdf_file_reserve(&output->file);
	struct bytes packed = pdf_deflate(file->bytes.data, file->bytes.size);

	put_stream_entries(out, file, info);
	pdf_file_put_stream(&output->file, stream, packed);
	g_free(packed.data);
	pdf_put(out, "<</Type/Filespec/AFRelationship/Source/Desc");
	pdf_put_string(out, file->description);
	pdf_put(out, "/F");
	pdf_put_string(out, file->name);
	pdf_put(out, "/UF");
	pdf_put_string(out, file->name);
	pdf_put(out, "/EF<</F ");
	pdf_put_reference(out, stream);
	pdf_put(out, "/UF ");
	pdf_put_reference(out, stream);
	pdf_put(out, ">>>>");
	pdf_file_put(&output->file, number);
	return number;
}

struct pdf_attached pdf_attach(struct pdf_output *output, const struct pdf_info *info)
{
	const struct pdf_attachments *files = output->copy->order->attached;
	unsigned count = pdf_profiles[output->copy->order->profile].attached && files ? files->count : 0;
	unsigned *numbers = ARENA_ARRAY(output->writer->arena, unsigned, count + 1);

	for (unsigned i = 0; i < count; i++)
		numbers[i] = put_file(output, &files->files[i], info);
	return (struct pdf_attached){numbers, count};
}

/* Keys of one length, as a name tree wants them in order; readers show the files' own names. */
void pdf_attached_names(const struct pdf_attached *attached, GString *out)
{
	pdf_put(out, attached->count ? "/EmbeddedFiles<</Names[" : "");
	for (unsigned i = 0; i < attached->count; i++) {
		g_string_append_printf(out, "(source-%06u)", i + 1);
		pdf_put_reference(out, attached->numbers[i]);
	}
	pdf_put(out, attached->count ? "]>>" : "");
}

void pdf_attached_list(const struct pdf_attached *attached, GString *out)
{
	pdf_put(out, attached->count ? "/AF[" : "");
	for (unsigned i = 0; i < attached->count; i++) {
		pdf_put(out, i ? " " : "");
		pdf_put_reference(out, attached->numbers[i]);
	}
	pdf_put(out, attached->count ? "]" : "");
}
