/* The areas of links. */
#ifndef LINKS_H
#define LINKS_H

#include "model/layout.h"
#include "page/page.h"

/* A mark for every link in which a page's glyphs stand: one for each baseline; and a rule
 * under those that lead out of the document, where the layout says so. */
void add_link_marks(struct arena *, const struct link_form *, struct page *);

#endif
