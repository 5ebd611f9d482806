/* Choosing page ends, and putting slugs and notes on pages. */
#ifndef PAGER_H
#define PAGER_H

#include "page/galley.h"
#include "para/paragraph.h"

/* A page is slugs [first, end) and notes' slugs; filled in by choose_page_ends. */
struct page_end {
    size_t end; /* slug behind the page's last */
    size_t
        note_end; /* the same among the slugs of all notes, one note behind the other */
};

struct page_ends {
    struct page_end *at;
    size_t count, capacity;
};

/* Least cost over the whole galley; looks ahead, linear in pages: only slugs that fit
 * on the page from a given start are tried. */
struct page_ends choose_page_ends(const struct typesetter *, const struct galley *);
/* Pages with marks in paper coordinates, notes and their rules; no furniture yet. */
struct pages make_pages(const struct typesetter *, const struct galley *,
                        const struct page_ends *);

#endif
