/* Finished pages: marks at their places, each pointing to its tag, and all else that a
 * device needs.  x from the paper's left edge, y from its top, downwards. */
#ifndef PAGE_H
#define PAGE_H

#include "model/date.h"
#include "model/tag.h"
#include "text/run.h"

enum mark_kind {
    MARK_GLYPHS,
    MARK_RULE,    /* a filled rectangle */
    MARK_MODULES, /* many filled rectangles: a bar code, a QR code */
    MARK_IMAGE,
    MARK_LINK     /* an area that leads somewhere; its tag is the TAG_LINK */
};

/* Why a mark has no tag (ISO 32000-1 14.8.2.2.2). */
enum artifact { ARTIFACT_NONE, ARTIFACT_LAYOUT, ARTIFACT_HEADER, ARTIFACT_FOOTER,
                ARTIFACT_PAGE };

struct rectangle {
    length x, y, width, height; /* y is its top */
};

struct image; /* image/image.h */

struct mark {
    enum mark_kind kind;
    enum artifact artifact;  /* tag == NULL */
    bool is_turned;          /* its place is one of the upright page: that page's left edge
                                is the top of this one, its top the right edge */
    struct tag *tag;         /* a leaf: TAG_TEXT or a tag without children; LINK: TAG_LINK */
    struct rectangle box;    /* RULE, LINK, IMAGE; MODULES: the whole */
    struct colour colour;    /* RULE, MODULES */
    length x, baseline;      /* GLYPHS: where the row's x = 0 stands */
    length width;            /* GLYPHS: of the line that the row is in */
    const struct glyph_row *row; /* GLYPHS; its own x is added to x */
    struct rectangle *modules;   /* MODULES: relative to box.x, box.y */
    size_t module_count;
    const struct image *image;
};

struct marks {
    struct mark *at;
    size_t count, capacity;
};

struct page {
    length width, height;
    bool is_turned;      /* it lies on its side: its furniture is that of an upright page */
    struct marks marks;  /* in the order in which they are painted */
    const char *label;   /* "2" */
    bool is_empty;       /* no running text stands on it */
};

/* A bookmark; leads to the first mark of its tag. */
struct bookmark {
    const char *title;
    int level;           /* from 0; it hangs from the last one before of a lesser level */
    struct tag *tag;
};

struct document_info {
    const char *title;
    const char *language;   /* BCP 47 */
    const char *author;     /* NULL: none */
    const char *subject;    /* the symbol; NULL: none */
    struct date date;       /* year 0: none */
    bool right_to_left;
};

struct pages {
    struct page *at;
    size_t count, capacity;
    struct tag *tags;       /* the root */
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    struct document_info info;
};

#endif
