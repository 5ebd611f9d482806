/* A paragraph as boxes, glue and penalties (Knuth and Plass, "Breaking Paragraphs into
 * Lines", 1981), with one difference: glue has a kind, and each kind a finite capacity
 * that is used up before the next kind gives anything (CLREQ 3.2.4; formats of the order
 * below).  Prefix sums by kind make a line's cost a few subtractions. */
#ifndef ITEM_H
#define ITEM_H

#include "text/run.h"

enum item_kind { ITEM_BOX, ITEM_GLUE, ITEM_PENALTY };

/* In the order in which they shrink.  They stretch in the order WORD, HAN_LATIN,
 * IDEOGRAPH; the others do not stretch. */
enum glue_kind {
    GLUE_WORD,      /* between Latin words */
    GLUE_MIDDLE,    /* around · */
    GLUE_BRACKET,   /* outer half of brackets and quotation marks */
    GLUE_COMMA,     /* the empty half of ， 、 ； ： */
    GLUE_HAN_LATIN, /* the quarter em between Han and Latin */
    GLUE_STOP,      /* the empty half of 。 ？ ！ */
    GLUE_IDEOGRAPH, /* between ideographs: 0 wide */
    GLUE_KINDS
};

struct item {
    enum item_kind kind;
    enum glue_kind glue; /* ITEM_GLUE */
    bool flagged;        /* ITEM_PENALTY: a hyphen is set when the line ends here */
    int penalty;         /* ITEM_PENALTY: BREAK_... of text/breaks.h */
    length width;             /* ITEM_PENALTY: of the hyphen, else 0 */
    length stretch, shrink;   /* ITEM_GLUE: capacities */
    int letters;              /* ITEM_BOX: letters and figures in it, an ideograph counts
                                 two; marks count nothing */
    size_t run, glyph, count; /* glyphs of the box, or the space glyph of a glue; count 0:
                                 none */
    length offset;            /* of the glyphs' origin from the box's left edge: a mark
                                 whose ink stands in the right half of its cell has a
                                 negative one */
    size_t text;              /* byte of the passage's text where it stands */
};

struct items {
    struct item *at;
    size_t count, capacity;
};

#endif
