/* Pages and their content streams: the marks in the order in which they are painted. */
#include "out/pdf_content.h"

#include "out/pdf_image.h"

static struct slice page_box(struct arena *arena, const struct page *page)
{
    struct buffer box = new_buffer(arena);
    buffer_text(&box, "[0 0 ");
    buffer_length(&box, page->width, PLACE_DECIMALS);
    buffer_byte(&box, ' ');
    buffer_length(&box, page->height, PLACE_DECIMALS);
    buffer_byte(&box, ']');
    return buffer_as_slice(&box);
}

static HPDF_Dict add_page(struct pdf *pdf, size_t index)
{
    HPDF_Dict page = new_object(pdf, "Page");
    struct slice box = page_box(pdf->arena, &pdf->pages->at[index]);
    put_value(pdf, page, "MediaBox", box);
    put_value(pdf, page, "TrimBox", box);
    put_reference(pdf, page, "Parent", pdf->document->root_pages);
    put_number(pdf, page, "StructParents", index);
    put_name(pdf, page, "Tabs", "S");
    struct buffer resources = new_buffer(pdf->arena);
    buffer_text(&resources, "<</Font ");
    write_reference(&resources, pdf->fonts);
    if (pdf->image_names != NULL) {
        buffer_text(&resources, "/XObject ");
        write_reference(&resources, pdf->image_names);
    }
    buffer_text(&resources, ">>");
    put_value(pdf, page, "Resources", buffer_as_slice(&resources));
    return page;
}

void add_pages(struct pdf *pdf)
{
    size_t count = pdf->pages->count;
    struct buffer kids = new_buffer(pdf->arena);
    pdf->page = arena_array(pdf->arena, count, sizeof *pdf->page);
    for (size_t i = 0; i < count; i++) {
        pdf->page[i] = add_page(pdf, i);
        write_reference(&kids, pdf->page[i]);
    }
    /* libharu's own array of pages would end at 32767 and be counted at each write. */
    HPDF_Dict root = pdf->document->root_pages;
    root->before_write_fn = NULL;
    check_code(pdf, HPDF_Dict_RemoveElement(root, "Kids"));
    check_code(pdf, HPDF_Dict_RemoveElement(root, "Count"));
    put_array(pdf, root, "Kids", buffer_as_slice(&kids));
    put_number(pdf, root, "Count", count);
}

static bool is_same_colour(struct colour a, struct colour b)
{
    if (a.is_grey != b.is_grey)
        return false;
    return a.is_grey ? a.grey == b.grey
                     : a.red == b.red && a.green == b.green && a.blue == b.blue;
}

void write_colour(struct buffer *out, struct colour colour, const char *grey,
                  const char *rgb)
{
    const int part[] = {colour.is_grey ? colour.grey : colour.red, colour.green,
                        colour.blue};
    for (size_t i = 0; i < (colour.is_grey ? 1 : 3); i++) {
        buffer_decimal(out, part[i], 1000, 3);
        buffer_byte(out, ' ');
    }
    buffer_text(out, colour.is_grey ? grey : rgb);
}

void set_colour(struct content *content, struct colour colour)
{
    if (is_same_colour(content->colour, colour))
        return;
    content->colour = colour;
    write_colour(content->out, colour, "g\n", "rg\n");
}

static void write_rectangle(struct content *content, length x, length y,
                            struct rectangle box)
{
    const length numbers[] = {x + box.x, content->page_height - (y + box.y + box.height),
                              box.width, box.height};
    for (size_t i = 0; i < 4; i++) {
        buffer_length(content->out, numbers[i], PLACE_DECIMALS);
        buffer_byte(content->out, ' ');
    }
    buffer_text(content->out, "re\n");
}

static void write_shape(struct content *content, const struct mark *mark)
{
    begin_sequence(content, mark);
    end_text(content);
    set_colour(content, mark->colour);
    if (mark->kind == MARK_RULE)
        write_rectangle(content, 0, 0, mark->box);
    for (size_t i = 0; i < mark->module_count; i++)
        write_rectangle(content, mark->box.x, mark->box.y, mark->modules[i]);
    buffer_text(content->out, "f\n");
}

static bool is_visible(const struct mark *mark)
{
    return mark->kind == MARK_RULE || mark->kind == MARK_IMAGE ||
           (mark->kind == MARK_GLYPHS && mark->row->count > 0) ||
           (mark->kind == MARK_MODULES && mark->module_count > 0);
}

static void write_mark(struct content *content, const struct mark *mark)
{
    if (mark->tag != NULL)
        note_mark(&content->pdf->places, content->page, mark);
    if (mark->kind == MARK_GLYPHS)
        write_glyphs(content, mark);
    else if (mark->kind == MARK_IMAGE)
        write_image(content, mark);
    else
        write_shape(content, mark);
}

static void write_marks(struct content *content, const struct marks *marks, size_t first,
                        size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_visible(&marks->at[i]))
            write_mark(content, &marks->at[i]);
    end_sequence(content);
}

/* Furniture of an upright page: x becomes the way down, y the way from the right edge. */
static void write_turned_marks(struct content *content, const struct page *page,
                               size_t count)
{
    const struct content before = *content;
    buffer_text(content->out, "q\n0 -1 1 0 0 ");
    buffer_length(content->out, page->height, PLACE_DECIMALS);
    buffer_text(content->out, " cm\n");
    content->page_height = page->width;
    write_marks(content, &page->marks, 0, count);
    buffer_text(content->out, "Q\n");
    const uint32_t *codes = content->codes;
    *content = before;
    content->codes = codes;
}

static void write_content(struct pdf *pdf, size_t index, struct buffer *out)
{
    const struct page *page = &pdf->pages->at[index];
    struct content content = {.pdf = pdf,
                              .out = out,
                              .page = index,
                              .page_height = page->height,
                              .scale = 1000,
                              .codes = pdf->codes.of_page[index],
                              .colour = {.is_grey = true}};
    size_t turned = 0;
    while (turned < page->marks.count && page->marks.at[turned].is_turned)
        turned++;
    if (turned > 0)
        write_turned_marks(&content, page, turned);
    write_marks(&content, &page->marks, turned, page->marks.count);
}

void add_contents(struct pdf *pdf)
{
    struct buffer out = new_buffer(pdf->arena);
    for (size_t i = 0; i < pdf->pages->count; i++) {
        out.count = 0;
        write_content(pdf, i, &out);
        HPDF_Dict stream = new_stream(pdf, EFFORT_USUAL, buffer_as_slice(&out));
        put_reference(pdf, pdf->page[i], "Contents", stream);
    }
}
