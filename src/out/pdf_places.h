/* Where the tags' marks are: pieces of marked content and annotations, tag by tag. */
#ifndef PDF_PLACES_H
#define PDF_PLACES_H

#include "page/page.h"
#include <hpdf.h>

/* A part of a tag's content, on one page. */
struct piece {
    struct piece *next;
    size_t page;          /* its index */
    size_t number;        /* MCID; of an annotation its StructParent, less the pages */
    HPDF_Dict annotation; /* NULL: marked content */
};

struct tag_place {
    struct piece *first, *last; /* in order of pages */
    bool is_used;               /* the tag or one below it has a piece */
    bool is_painted;            /* the same, of marks that are seen: */
    size_t page;                /*   page and top edge of the first one */
    length top;
    struct rectangle box; /* TAG_FIGURE: of its rules, modules, pictures on that page */
};

struct places {
    struct tag_place *at; /* by tag->number */
    size_t *mcid_count;   /* by page */
};

struct places new_places(struct arena *, const struct pages *);
struct tag_place *tag_place(const struct places *, const struct tag *);
void add_piece(struct arena *, struct places *, const struct tag *, struct piece);
/* The mark is seen; the tag and those above it learn where they begin. */
void note_mark(struct places *, size_t page, const struct mark *);

/* The language that a piece of text needs an element of its own for, or NULL. */
const char *text_own_language(const struct tag *);

#endif
