/* The logical structure of a document: the tree that a screen reader walks.
 *
 * Order: the tree is in reading order by construction (flow opens tags in that order),
 * whatever page or place the marks land on.  A tag holds either child tags or marks,
 * never both: where text and elements mix, each piece of text is a TAG_TEXT child, which
 * is no element of its own in the PDF: its marks become direct content of its parent.
 * A tag that ends up without marks and without children is not written.
 * Types: ISO 32000-1 14.8.4; what goes where: PDF/UA-1 (ISO 14289-1). */
#ifndef TAG_H
#define TAG_H

#include "base/arena.h"
#include <stddef.h>

enum tag_kind {
    TAG_TEXT, /* a piece of its parent's text */
    TAG_DOCUMENT,
    TAG_PART,
    TAG_SECT,
    TAG_DIV,
    TAG_P,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_CAPTION,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_TOC,
    TAG_TOCI,
    TAG_SPAN,
    TAG_QUOTE,
    TAG_LINK,
    TAG_REFERENCE,
    TAG_NOTE,
    TAG_FIGURE,
    TAG_KINDS
};

enum tag_scope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN, SCOPE_BOTH };

enum list_numbering {
    LIST_NONE,
    LIST_DECIMAL,
    LIST_LOWER_ALPHA,
    LIST_UPPER_ALPHA,
    LIST_LOWER_ROMAN,
    LIST_UPPER_ROMAN,
    LIST_DISC
};

struct tag {
    enum tag_kind kind;
    size_t number; /* order of creation, from 1 */
    struct tag *parent;
    struct tag *first, *last; /* children */
    struct tag *next;         /* sibling */

    const char *language; /* BCP 47; NULL: the parent's */
    const char *alt;      /* TAG_FIGURE, TAG_LINK: what it is, in words */
    const char *id;       /* unique in the document; TAG_NOTE always has one */
    const char *uri;      /* TAG_LINK to the outside */
    struct tag *target; /* TAG_LINK inside the document: to the first mark of this tag */
    enum list_numbering numbering; /* TAG_L */
    enum tag_scope scope;          /* TAG_TH */
    int row_span, column_span;     /* TAG_TH, TAG_TD; 0 means 1 */
    struct tag **headers;          /* TAG_TD, TAG_TH: the TH (with id) it belongs to */
    size_t header_count;
};

/* The root: a TAG_DOCUMENT. */
struct tag *new_tag_tree(struct arena *, const char *language);
/* A new last child. */
struct tag *open_tag(struct arena *, struct tag *parent, enum tag_kind);
/* The TAG_TEXT leaf behind the last child of `parent`: a new one, or the last child when
 * that is one already. */
struct tag *text_tag(struct arena *, struct tag *parent);
/* The nearest of `kind` among the tag and its parents, or NULL. */
struct tag *enclosing_tag(struct tag *, enum tag_kind);
/* The language in force. */
const char *tag_language(const struct tag *);
/* The heading one level further down; what is none stays as it is. */
enum tag_kind tag_below(enum tag_kind);
/* "P", "H1" ...: the PDF name, and "text" for TAG_TEXT. */
const char *tag_kind_name(enum tag_kind);

#endif
