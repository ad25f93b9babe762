/* The metadata stream (XMP, ISO 16684-1; ISO 19005-2, 6.6): the same facts as in the Info dictionary, and what the file claims to be.
 * PDF/A knows the schema of pdfuaid only when it is described in the file (6.6.2.3). */
#include <string.h>

#include "pdf/pdf_int.h"

const struct pdf_profile_row pdf_profiles[PDF_PROFILE_COUNT] = {
#define PROFILE(symbol, name, part, conformance, accessible, attached)                                                           \
	[PDF_##symbol] = {name, part, conformance, accessible, attached},
#include "pdf/profiles.def"
#undef PROFILE
};

enum pdf_profile pdf_profile_find(const char *name)
{
	enum pdf_profile profile = 0;

	while (profile < PDF_PROFILE_COUNT && strcmp(pdf_profiles[profile].name, name) != 0)
		profile++;
	return profile;
}

bool pdf_profile_attaches(enum pdf_profile profile)
{
	return pdf_profiles[profile].attached;
}

static const char packet_begin[] = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
								   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
								   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
static const char packet_end[] = "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

static const char extension[] =
	"<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
	" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name>\n"
	"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
	"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

/* Text in XML: what XML 1.0 does not allow becomes U+FFFD. */
static void put_text(GString *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<' || *text == '>' || *text == '&')
			pdf_put(out, *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : "&amp;");
		else if ((unsigned char)*text < ' ' && *text != '\t' && *text != '\n')
			pdf_put(out, "\xEF\xBF\xBD");
		else
			g_string_append_c(out, *text);
	}
}

/* <name>before text after</name>; nothing when there is no text. */
static void put_property(GString *out, const char *name, const char *before, const char *text, const char *after)
{
	if (!text)
		return;
	g_string_append_printf(out, "<%s>%s", name, before);
	put_text(out, text);
	g_string_append_printf(out, "%s</%s>\n", after, name);
}

#define ALTERNATIVE "<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"
#define SEQUENCE    "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>"
#define SET         "<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>"

static void put_description(GString *out, const struct pdf_info *info)
{
	const struct {
		const char *name, *before, *after, *text;
	} rows[] = {
		{"dc:format", "", "", "application/pdf"},
		{"dc:title", ALTERNATIVE, info->title},
		{"dc:creator", SEQUENCE, info->author},
		{"dc:description", ALTERNATIVE, info->subject},
		{"dc:type", SET, info->kind},
		{"dc:identifier", "", "", info->number},
		{"dc:language", SET, info->language},
		{"pdf:Keywords", "", "", info->keywords},
		{"pdf:Producer", "", "", PDF_PRODUCER},
		{"xmp:CreatorTool", "", "", "gongwen " GONGWEN_VERSION},
		{"xmp:CreateDate", "", "", info->date},
		{"xmp:ModifyDate", "", "", info->date},
	};

	pdf_put(out, "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
				 " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n");
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		put_property(out, rows[i].name, rows[i].before, rows[i].text, rows[i].after);
	pdf_put(out, "</rdf:Description>\n");
}

void pdf_xmp_put(GString *out, const struct pdf_info *info, enum pdf_profile profile)
{
	const struct pdf_profile_row *row = &pdf_profiles[profile];

	pdf_put(out, packet_begin);
	put_description(out, info);
	if (row->part)
		g_string_append_printf(out,
							   "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
							   "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>%s</pdfaid:conformance>\n</rdf:Description>\n",
							   row->part, row->conformance);
	if (row->accessible) {
		g_string_append_printf(out,
							   "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
							   "<pdfuaid:part>%d</pdfuaid:part>\n</rdf:Description>\n",
							   row->accessible);
		if (row->part)
			pdf_put(out, extension);
	}
	pdf_put(out, packet_end);
}
