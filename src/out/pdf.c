/* Pages become a PDF file: the steps, from the codes of the glyphs to the bytes. */
#include "out/pdf.h"

#include "out/pdf_document.h"

void write_pdf(struct arena *arena, const struct pages *pages,
               const struct pdf_resources *resources, struct buffer *file)
{
    struct pdf *pdf = open_pdf(arena, pages, resources);
    pdf->codes = collect_codes(arena, pages);
    add_fonts(pdf);
    add_images(pdf);
    add_pages(pdf);
    add_contents(pdf);
    add_links(pdf);
    add_tags(pdf);
    add_outline(pdf);
    add_page_labels(pdf);
    add_info(pdf);
    add_metadata(pdf);
    save_pdf(pdf, file);
}
