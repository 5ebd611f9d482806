/* Pages become a PDF 1.7 file that is PDF/UA-1 and PDF/A-2a: libharu's object layer for
 * the graph of objects, our own fonts, content, tags and save. */
#ifndef PDF_H
#define PDF_H

#include "base/buffer.h"
#include "page/page.h"

struct outlines;

struct pdf_resources {
    struct outlines *outlines; /* of this and other documents */
    struct slice icc_profile;  /* of the output intent */
    const char *producer;      /* "agendaset 0.1" */
};

/* Appends the whole file to the buffer.  Fatal troubles jump. */
void write_pdf(struct arena *, const struct pages *, const struct pdf_resources *,
               struct buffer *);

#endif
