/* Fonts: for each face one program, and one Type 0 font for each text of its busiest
 * glyph (pdf_codes.h).  ISO 32000-1 9.7; no CIDSet (ISO 19005-2 6.2.11.4 allows none). */
#include "out/pdf_document.h"
#include "out/pdf_subset.h"
#include "out/pdf_unicode.h"
#include <string.h>

enum { DEFAULT_WIDTH = 1000, WIDTH_DECIMALS = 3 };

/* ISO 32000-1 table 123. */
enum { FLAG_FIXED_PITCH = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

/* The codes of one face by their number in the subset. */
struct coded_font {
    const struct font_face *face;
    const char *name; /* "ABCDEF+NotoSerifCJKsc-Regular" */
    size_t count;
    const struct code **by_number; /* of one variant; NULL: no code */
};

/* Six letters that differ when the glyphs do (9.6.4).  FNV-1a. */
static char *subset_name(struct arena *arena, const struct face_codes *codes)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < codes->count; i++) {
        const struct code *code = &codes->at[i];
        const uint32_t parts[] = {code->glyph, (uint32_t)code->fit.move,
                                  (uint32_t)code->fit.growth};
        for (size_t k = 0; k < (fit_is_none(code->fit) ? 1 : 3); k++)
            hash = (hash ^ parts[k]) * 1099511628211u;
    }
    char tag[] = "ABCDEF";
    for (size_t i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_format(arena, "%s+%s", tag, codes->face->postscript_name);
}

static struct slice number_codes(struct arena *arena, struct outlines *outlines,
                                 struct face_codes *codes, size_t *glyph_count)
{
    uint32_t *glyphs = arena_array(arena, codes->count, sizeof *glyphs);
    struct fit *fits = arena_array(arena, codes->count, sizeof *fits);
    for (size_t i = 0; i < codes->count; i++) {
        glyphs[i] = codes->at[i].glyph;
        fits[i] = codes->at[i].fit;
    }
    struct subset subset =
        subset_face(arena, outlines, codes->face, glyphs, fits, codes->count);
    for (size_t i = 0; i < codes->count; i++)
        codes->at[i].number = subset.numbers[i];
    *glyph_count = subset.glyph_count;
    return subset.program;
}

static void sort_by_number(struct coded_font *font, const struct face_codes *codes,
                           unsigned variant)
{
    memset(font->by_number, 0, font->count * sizeof *font->by_number);
    for (size_t i = 0; i < codes->count; i++)
        if (codes->at[i].variant == variant)
            font->by_number[codes->at[i].number] = &codes->at[i];
}

static void put_metric(struct pdf *pdf, HPDF_Dict object, const char *key, int units,
                       const struct font_face *face)
{
    struct buffer value = new_buffer(pdf->arena);
    buffer_decimal(&value, (int64_t)units * 1000, face->units_per_em, 0);
    put_value(pdf, object, key, buffer_as_slice(&value));
}

static void put_font_box(struct pdf *pdf, HPDF_Dict descriptor,
                         const struct font_face *face)
{
    struct buffer box = new_buffer(pdf->arena);
    const int units[] = {face->x_min, face->y_min, face->x_max, face->y_max};
    for (size_t i = 0; i < 4; i++) {
        buffer_decimal(&box, (int64_t)units[i] * 1000, face->units_per_em, 0);
        buffer_byte(&box, ' ');
    }
    put_array(pdf, descriptor, "FontBBox", buffer_as_slice(&box));
}

static size_t font_flags(const struct font_face *face)
{
    return FLAG_SYMBOLIC | (face->is_fixed_pitch ? FLAG_FIXED_PITCH : 0) |
           (face->is_serif ? FLAG_SERIF : 0) | (face->is_italic ? FLAG_ITALIC : 0);
}

/* No font tells how thick its stems are; from the weight, 400 gives 88, 700 gives 166. */
static size_t stem_thickness(const struct font_face *face)
{
    return 50 + (size_t)face->weight * (size_t)face->weight / 4225;
}

static HPDF_Dict add_descriptor(struct pdf *pdf, const struct coded_font *font,
                                struct slice program)
{
    const struct font_face *face = font->face;
    HPDF_Dict descriptor = new_object(pdf, "FontDescriptor");
    put_name(pdf, descriptor, "FontName", font->name);
    put_number(pdf, descriptor, "Flags", font_flags(face));
    put_font_box(pdf, descriptor, face);
    struct buffer angle = new_buffer(pdf->arena);
    buffer_length(&angle, face->italic_angle, 2);
    put_value(pdf, descriptor, "ItalicAngle", buffer_as_slice(&angle));
    put_metric(pdf, descriptor, "Ascent", face->ascent, face);
    put_metric(pdf, descriptor, "Descent", face->descent, face);
    put_metric(pdf, descriptor, "CapHeight", face->cap_height, face);
    put_number(pdf, descriptor, "StemV", stem_thickness(face));
    HPDF_Dict stream = new_stream(pdf, EFFORT_LITTLE, program);
    if (face->is_cff)
        put_name(pdf, stream, "Subtype", "CIDFontType0C");
    else
        put_number(pdf, stream, "Length1", program.length);
    put_reference(pdf, descriptor, face->is_cff ? "FontFile3" : "FontFile2", stream);
    return descriptor;
}

static bool has_own_width(const struct coded_font *font, size_t number)
{
    const struct code *code = font->by_number[number];
    return code != NULL && (int64_t)code->advance * 1000 !=
                               (int64_t)font->face->units_per_em * DEFAULT_WIDTH;
}

/* "1 [250 333.008] 7 [500]": runs of numbers whose widths are not the default. */
static void put_widths(struct pdf *pdf, HPDF_Dict object, const struct coded_font *font)
{
    struct buffer value = new_buffer(pdf->arena);
    bool in_run = false;
    buffer_byte(&value, '[');
    for (size_t i = 0; i < font->count; i++) {
        bool own = has_own_width(font, i);
        if (in_run)
            buffer_byte(&value, own ? ' ' : ']');
        if (own && !in_run) {
            buffer_integer(&value, (int64_t)i);
            buffer_byte(&value, '[');
        }
        if (own)
            buffer_decimal(&value, (int64_t)font->by_number[i]->advance * 1000,
                           font->face->units_per_em, WIDTH_DECIMALS);
        in_run = own;
    }
    buffer_text(&value, in_run ? "]]" : "]");
    put_value(pdf, object, "W", buffer_as_slice(&value));
}

static HPDF_Dict add_descendant(struct pdf *pdf, const struct coded_font *font,
                                struct slice program)
{
    HPDF_Dict descendant = new_object(pdf, "Font");
    put_name(pdf, descendant, "Subtype",
             font->face->is_cff ? "CIDFontType0" : "CIDFontType2");
    put_name(pdf, descendant, "BaseFont", font->name);
    put_value(pdf, descendant, "CIDSystemInfo",
              SLICE("<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"));
    if (!font->face->is_cff)
        put_name(pdf, descendant, "CIDToGIDMap", "Identity");
    put_number(pdf, descendant, "DW", DEFAULT_WIDTH);
    put_widths(pdf, descendant, font);
    put_reference(pdf, descendant, "FontDescriptor", add_descriptor(pdf, font, program));
    return descendant;
}

static HPDF_Dict add_composite(struct pdf *pdf, const struct coded_font *font,
                               HPDF_Dict descendant)
{
    HPDF_Dict composite = new_object(pdf, "Font");
    put_name(pdf, composite, "Subtype", "Type0");
    put_name(pdf, composite, "BaseFont", font->name);
    put_name(pdf, composite, "Encoding", "Identity-H");
    struct buffer descendants = new_buffer(pdf->arena);
    write_reference(&descendants, descendant);
    put_array(pdf, composite, "DescendantFonts", buffer_as_slice(&descendants));
    struct slice map = unicode_map(pdf->arena, font->by_number, font->count);
    put_reference(pdf, composite, "ToUnicode", new_stream(pdf, EFFORT_USUAL, map));
    return composite;
}

static void add_face(struct pdf *pdf, struct face_codes *codes)
{
    struct coded_font font = {.face = codes->face,
                              .name = subset_name(pdf->arena, codes)};
    struct slice program =
        number_codes(pdf->arena, pdf->resources->outlines, codes, &font.count);
    font.by_number = arena_array(pdf->arena, font.count, sizeof *font.by_number);
    sort_by_number(&font, codes, 0); /* every glyph has a code of variant 0 */
    HPDF_Dict descendant = add_descendant(pdf, &font, program);
    for (unsigned variant = 0; variant < codes->variants; variant++) {
        sort_by_number(&font, codes, variant);
        char *key = arena_format(pdf->arena, "F%u", codes->first_font + variant);
        put_reference(pdf, pdf->fonts, key, add_composite(pdf, &font, descendant));
    }
}

void add_fonts(struct pdf *pdf)
{
    pdf->fonts = new_object(pdf, NULL);
    for (size_t i = 0; i < pdf->codes.count; i++)
        add_face(pdf, &pdf->codes.at[i]);
}
