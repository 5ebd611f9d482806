/* Attributes of structure elements (ISO 32000-1 14.8.5). */
#include "out/pdf_attributes.h"

#include "out/pdf_destination.h"

static const char *const numbering_names[] = {
    [LIST_NONE] = "None",
    [LIST_DECIMAL] = "Decimal",
    [LIST_LOWER_ALPHA] = "LowerAlpha",
    [LIST_UPPER_ALPHA] = "UpperAlpha",
    [LIST_LOWER_ROMAN] = "LowerRoman",
    [LIST_UPPER_ROMAN] = "UpperRoman",
    [LIST_DISC] = "Disc",
};

static const char *const scope_names[] = {
    [SCOPE_ROW] = "/Scope/Row",
    [SCOPE_COLUMN] = "/Scope/Column",
    [SCOPE_BOTH] = "/Scope/Both",
};

static void write_span(struct buffer *value, const char *key, int span)
{
    if (span <= 1)
        return;
    buffer_text(value, key);
    buffer_integer(value, span);
}

/* Headers without text say nothing, and those of a row that is not written would be
 * sought in vain. */
static void write_headers(struct pdf *pdf, struct buffer *value, const struct tag *tag)
{
    size_t start = value->count;
    for (size_t i = 0; i < tag->header_count; i++) {
        if (!tag_place(&pdf->places, tag->headers[i])->is_used)
            continue;
        buffer_text(value, value->count == start ? "/Headers[" : "");
        write_bytes(value, slice_from_text(tag->headers[i]->id));
    }
    if (value->count > start)
        buffer_byte(value, ']');
}

static void write_cell(struct pdf *pdf, struct buffer *value, const struct tag *tag)
{
    buffer_text(value, "<</O/Table");
    if (tag->kind == TAG_TH && tag->scope != SCOPE_NONE)
        buffer_text(value, scope_names[tag->scope]);
    write_span(value, "/RowSpan ", tag->row_span);
    write_span(value, "/ColSpan ", tag->column_span);
    write_headers(pdf, value, tag);
    buffer_text(value, ">>");
}

static bool cell_has_attributes(const struct tag *tag)
{
    return tag->row_span > 1 || tag->column_span > 1 || tag->header_count > 0 ||
           (tag->kind == TAG_TH && tag->scope != SCOPE_NONE);
}

/* 14.8.5.4.3: a figure that is on one page tells where. */
static void write_figure(struct pdf *pdf, struct buffer *value, const struct tag *tag)
{
    const struct tag_place *place = tag_place(&pdf->places, tag);
    buffer_text(value, "<</O/Layout/BBox");
    write_box(value, pdf->pages->at[place->page].height, place->box);
    buffer_text(value, ">>");
}

static bool figure_has_box(struct pdf *pdf, const struct tag *tag)
{
    return tag_place(&pdf->places, tag)->box.width > 0;
}

void put_attributes(struct pdf *pdf, HPDF_Dict element, const struct tag *tag)
{
    struct buffer value = new_buffer(pdf->arena);
    if (tag->kind == TAG_DOCUMENT && pdf->pages->info.right_to_left)
        buffer_text(&value, "<</O/Layout/WritingMode/RlTb>>");
    else if (tag->kind == TAG_L)
        buffer_format(&value, "<</O/List/ListNumbering/%s>>",
                      numbering_names[tag->numbering]);
    else if ((tag->kind == TAG_TH || tag->kind == TAG_TD) && cell_has_attributes(tag))
        write_cell(pdf, &value, tag);
    else if (tag->kind == TAG_FIGURE && figure_has_box(pdf, tag))
        write_figure(pdf, &value, tag);
    if (value.count > 0)
        put_value(pdf, element, "A", buffer_as_slice(&value));
}
