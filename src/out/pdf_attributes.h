/* What elements of the structure tree say about themselves. */
#ifndef PDF_ATTRIBUTES_H
#define PDF_ATTRIBUTES_H

#include "out/pdf_document.h"

/* /A of an element: its list's numbering, its cell's spans and headers, its box. */
void put_attributes(struct pdf *, HPDF_Dict element, const struct tag *);

#endif
