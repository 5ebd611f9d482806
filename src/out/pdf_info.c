/* What the file says about itself to its reader: the information dictionary, the
 * catalogue's entries, and the colours that numbers mean. */
#include "out/pdf_document.h"

#include <string.h>

enum { ICC_HEADER = 128, ICC_COLOUR_SPACE = 16, ICC_SIGNATURE = 36 };

static void put_date(struct pdf *pdf, HPDF_Dict info, const char *key)
{
    struct date date = pdf->pages->info.date;
    if (date.year != 0)
        put_text(pdf, info, key,
                 arena_format(pdf->arena, "D:%04d%02d%02d000000Z", date.year, date.month,
                              date.day));
}

static void put_optional_text(struct pdf *pdf, HPDF_Dict object, const char *key,
                              const char *text)
{
    if (text != NULL)
        put_text(pdf, object, key, text);
}

static void put_information(struct pdf *pdf)
{
    const struct document_info *about = &pdf->pages->info;
    HPDF_Dict info = pdf->document->info;
    check_code(pdf, HPDF_Dict_RemoveElement(info, "Producer")); /* libharu's own name */
    put_optional_text(pdf, info, "Title", about->title);
    put_optional_text(pdf, info, "Author", about->author);
    put_optional_text(pdf, info, "Subject", about->subject);
    put_text(pdf, info, "Producer", pdf->resources->producer);
    put_date(pdf, info, "CreationDate");
    put_date(pdf, info, "ModDate");
}

/* The caller's profile is where red, green and blue, and grey through them, are defined:
 * device colours need one (ISO 19005-2 6.2.4.3). */
static void check_profile(struct pdf *pdf)
{
    struct slice profile = pdf->resources->icc_profile;
    if (profile.length < ICC_HEADER ||
        memcmp(profile.at + ICC_COLOUR_SPACE, "RGB ", 4) != 0 ||
        memcmp(profile.at + ICC_SIGNATURE, "acsp", 4) != 0)
        arena_fail(pdf->arena, STATUS_USAGE,
                   "the output profile is no ICC profile of RGB");
}

static void put_output_intent(struct pdf *pdf)
{
    check_profile(pdf);
    HPDF_Dict profile = new_stream(pdf, EFFORT_LITTLE, pdf->resources->icc_profile);
    put_number(pdf, profile, "N", 3);
    HPDF_Dict intent = new_object(pdf, "OutputIntent");
    put_name(pdf, intent, "S", "GTS_PDFA1");
    put_text(pdf, intent, "OutputConditionIdentifier", "sRGB");
    put_text(pdf, intent, "Info", "sRGB IEC61966-2.1");
    put_reference(pdf, intent, "DestOutputProfile", profile);
    struct buffer intents = new_buffer(pdf->arena);
    write_reference(&intents, intent);
    put_array(pdf, pdf->document->catalog, "OutputIntents", buffer_as_slice(&intents));
}

void add_info(struct pdf *pdf)
{
    HPDF_Dict catalog = pdf->document->catalog;
    put_information(pdf);
    put_text(pdf, catalog, "Lang", pdf->pages->info.language);
    put_value(pdf, catalog, "MarkInfo", SLICE("<</Marked true>>"));
    put_value(pdf, catalog, "ViewerPreferences",
              pdf->pages->info.right_to_left
                  ? SLICE("<</DisplayDocTitle true/Direction/R2L>>")
                  : SLICE("<</DisplayDocTitle true>>"));
    put_output_intent(pdf);
}
