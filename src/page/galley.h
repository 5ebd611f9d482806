/* The galley: all of a document's text as one column of slugs, before it is cut into
 * pages.  A slug is what cannot be cut: a line of type, a row of a table, a rule. */
#ifndef GALLEY_H
#define GALLEY_H

#include "page/page.h"
#include "page/references.h"

/* The price of a page end before a slug. */
enum { PAGE_END_FREE = 0, PAGE_END_FORBIDDEN = 100000, PAGE_END_MUST = -100000 };

struct slug {
    length before;         /* white space over it; vanishes at a page's top */
    length height;         /* of its leading box */
    length after;          /* white space under it; vanishes at a page's end */
    int price;             /* of a page end before it: PAGE_END_... or a cost */
    struct marks marks;    /* x from the left text margin, y from the slug's top */
    const struct note_call **calls;
    size_t call_count;
    const struct slugs *repeat; /* set over it when a page begins with it: table heads, day
                                   row; NULL: nothing */
    bool is_unnumbered; /* of a note whose mark is no number */
    bool is_turned;     /* it stands on a page that lies on its side */
    struct place place;
};

struct slugs {
    struct slug *at;
    size_t count, capacity;
};

/* The notes that slugs call, by their index in reading order: each is a column of slugs
 * of its own. */
struct galley_notes {
    struct slugs *at;
    size_t count, capacity;
};

/* A line of the contents, which waits for the number of a page. */
struct contents_line {
    size_t slug;    /* with which it ends */
    size_t heading; /* with which the heading begins that it leads to */
    struct tag *tag;
    const struct style *style;
};

struct contents_lines {
    struct contents_line *at;
    size_t count, capacity;
};

struct galley {
    const struct layout *turned; /* of pages that lie on their side; NULL: none do */
    struct slugs slugs;
    struct galley_notes notes;
    struct slugs foot; /* at the foot of the last page */
    struct contents_lines contents;
    struct tag *tags;
    struct references references; /* the masthead's are still to come */
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
};

#endif
