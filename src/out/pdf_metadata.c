/* The XMP packet: the same information as XML, and the claims PDF/A-2a and PDF/UA-1
 * (ISO 16684-1, ISO 19005-2 6.6, ISO 14289-1 5). */
#include "base/utf8.h"
#include "out/pdf_document.h"

static const char head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>2</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<dc:format>application/pdf</dc:format>\n";

/* ISO 19005-2 6.6.2.3: a schema that PDF/A does not know must be described. */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</"
    "pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char foot[] = "</rdf:Description>\n"
                           "</rdf:RDF>\n"
                           "</x:xmpmeta>\n"
                           "<?xpacket end=\"r\"?>";

/* XML 1.0 allows no other control characters, nor U+FFFE and U+FFFF. */
static bool is_xml_character(codepoint c)
{
    return c == '\t' || c == '\n' || c == '\r' ||
           (c >= ' ' && c != 0xFFFE && c != 0xFFFF && c != CODEPOINT_INVALID);
}

static const char *xml_escape(codepoint c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static void write_xml(struct buffer *packet, const char *text)
{
    struct slice left = slice_from_text(text);
    for (size_t size; left.length > 0; left.at += size, left.length -= size) {
        codepoint c = utf8_decode(left.at, left.length, &size);
        if (xml_escape(c) != NULL)
            buffer_text(packet, xml_escape(c));
        else if (is_xml_character(c))
            buffer_bytes(packet, left.at, size);
    }
}

/* <name>BEFOREtextAFTER</name>, or nothing. */
static void write_property(struct buffer *packet, const char *name, const char *before,
                           const char *text, const char *after)
{
    if (text == NULL)
        return;
    buffer_format(packet, "<%s>%s", name, before);
    write_xml(packet, text);
    buffer_format(packet, "%s</%s>\n", after, name);
}

static void write_alternatives(struct buffer *packet, const char *name, const char *text)
{
    write_property(packet, name, "<rdf:Alt><rdf:li xml:lang=\"x-default\">", text,
                   "</rdf:li></rdf:Alt>");
}

static void write_dates(struct buffer *packet, struct date date)
{
    if (date.year == 0)
        return;
    char *day = arena_format(packet->arena, "%04d-%02d-%02dT00:00:00Z", date.year,
                             date.month, date.day);
    write_property(packet, "xmp:CreateDate", "", day, "");
    write_property(packet, "xmp:ModifyDate", "", day, "");
    write_property(packet, "xmp:MetadataDate", "", day, "");
}

/* Left as it is, so that tools which know no PDF find it in the file. */
void add_metadata(struct pdf *pdf)
{
    const struct document_info *about = &pdf->pages->info;
    struct buffer packet = new_buffer(pdf->arena);
    buffer_text(&packet, head);
    write_alternatives(&packet, "dc:title", about->title);
    write_property(&packet, "dc:creator", "<rdf:Seq><rdf:li>", about->author,
                   "</rdf:li></rdf:Seq>");
    write_alternatives(&packet, "dc:description", about->subject);
    write_property(&packet, "dc:language", "<rdf:Bag><rdf:li>", about->language,
                   "</rdf:li></rdf:Bag>");
    write_property(&packet, "pdf:Producer", "", pdf->resources->producer, "");
    write_dates(&packet, about->date);
    buffer_text(&packet, extension);
    buffer_text(&packet, foot);
    HPDF_Dict metadata = new_plain_stream(pdf, buffer_as_slice(&packet));
    put_name(pdf, metadata, "Type", "Metadata");
    put_name(pdf, metadata, "Subtype", "XML");
    put_reference(pdf, pdf->document->catalog, "Metadata", metadata);
}
