/* The areas of links. */
#ifndef LINKS_H
#define LINKS_H

#include "page/page.h"

/* A mark for every link in which a page's glyphs stand: one for each baseline. */
void add_link_marks(struct arena *, struct page *);

#endif
