/* Places on pages, as values: the file counts y from the lower edge. */
#include "out/pdf_destination.h"

void write_destination(struct pdf *pdf, struct buffer *value,
                       const struct tag_place *place)
{
    buffer_byte(value, '[');
    write_reference(value, pdf->page[place->page]);
    buffer_text(value, "/XYZ null ");
    buffer_length(value, pdf->pages->at[place->page].height - place->top, PLACE_DECIMALS);
    buffer_text(value, " null]");
}

void write_box(struct buffer *value, length page_height, struct rectangle box)
{
    const length corners[] = {box.x, page_height - box.y - box.height, box.x + box.width,
                              page_height - box.y};
    buffer_byte(value, '[');
    for (size_t i = 0; i < 4; i++) {
        buffer_length(value, corners[i], PLACE_DECIMALS);
        buffer_byte(value, i < 3 ? ' ' : ']');
    }
}
