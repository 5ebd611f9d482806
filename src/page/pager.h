/* Choosing page ends, and putting slugs and notes on pages. */
#ifndef PAGER_H
#define PAGER_H

#include "page/galley.h"
#include "para/paragraph.h"

/* A page begins where the one before it ends. */
struct page_end {
    size_t end;      /* slug behind the page's last */
    size_t note_end; /* line of a note behind it; notes stand one behind the other */
};

struct page_ends {
    struct page_end *at;
    size_t count, capacity;
    size_t weighed; /* pages that were looked at: the work it took */
};

/* Least cost over the whole galley, in time linear in slugs. */
struct page_ends choose_page_ends(const struct typesetter *, const struct galley *);
/* What is printed on the page, counted from 0, to tell it from others. */
const char *page_label(struct arena *, size_t page);
/* Pages with marks in paper coordinates, notes and their rules; no furniture yet. */
struct pages make_pages(const struct typesetter *, const struct galley *,
                        const struct page_ends *);

#endif
