/* Pictures: an XObject each, painted wherever a mark asks for it. */
#ifndef PDF_IMAGE_H
#define PDF_IMAGE_H

#include "out/pdf_content.h"

/* A MARK_IMAGE; its sequence stays open. */
void write_image(struct content *, const struct mark *);

#endif
