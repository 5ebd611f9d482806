/* The contents page: headings with the numbers of their pages. */
#ifndef CONTENTS_H
#define CONTENTS_H

#include "page/flow_block.h"
#include "page/pager.h"

/* Keeps its place in the galley; `ends_page`: what follows begins a page. */
void place_contents(struct flow *, bool ends_page);
/* Sets it, when all headings that follow it are known. */
void set_contents(struct flow *);
/* Puts the numbers in, when the pages are known. */
void number_contents(const struct typesetter *, struct galley *,
                     const struct page_ends *);

#endif
