/* Places on pages, as values. */
#ifndef PDF_DESTINATION_H
#define PDF_DESTINATION_H

#include "out/pdf_document.h"

/* Where links and bookmarks lead: the place's page, its top edge at the window's; zoom
 * and side stay. */
void write_destination(struct pdf *, struct buffer *, const struct tag_place *);
/* Left, bottom, right and top of a box on a page of this height. */
void write_box(struct buffer *, length page_height, struct rectangle);

#endif
