/* Where links and bookmarks lead. */
#ifndef PDF_DESTINATION_H
#define PDF_DESTINATION_H

#include "out/pdf_document.h"

/* The place's page with its top edge at the window's; zoom and side stay. */
void write_destination(struct pdf *, struct buffer *, const struct tag_place *);

#endif
