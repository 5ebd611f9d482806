/* The document in the making, and the steps that fill it, in their order. */
#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

#include "out/pdf.h"
#include "out/pdf_codes.h"
#include "out/pdf_object.h"
#include "out/pdf_places.h"

struct placed_images {
    const struct image **at;
    size_t count, capacity;
};

struct pdf {
    struct arena *arena;
    const struct pages *pages;
    const struct pdf_resources *resources;
    HPDF_Doc document; /* libharu's: it owns the objects */
    struct packer *packer;
    struct codes codes;   /* collect_codes; add_fonts gives them their numbers */
    HPDF_Dict fonts;      /* add_fonts: the resources that all pages share */
    struct placed_images images; /* add_images: by the number in their names, less 1 */
    HPDF_Dict image_names;       /* as resources; NULL: there are none */
    HPDF_Dict *page;      /* add_pages: by index */
    struct places places; /* add_contents and add_links: what each tag has where */
    size_t annotation_count;
};

struct pdf *open_pdf(struct arena *, const struct pages *, const struct pdf_resources *);
void add_fonts(struct pdf *);
void add_images(struct pdf *);
void add_pages(struct pdf *);
void add_contents(struct pdf *);
void add_links(struct pdf *);
void add_tags(struct pdf *);
void add_outline(struct pdf *);
void add_page_labels(struct pdf *);
void add_info(struct pdf *);
void add_metadata(struct pdf *);
void save_pdf(struct pdf *, struct buffer *);

#endif
