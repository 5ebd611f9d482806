/* Chinese punctuation: the class of each mark, its cell and which half of it is ink.
 * CLREQ 3.1, GB/T 15834-2011 part 5; the face's own advances play no part. */
#ifndef PUNCTUATION_H
#define PUNCTUATION_H

#include "base/utf8.h"
#include <stdbool.h>

enum punct_class {
    PUNCT_NONE,      /* not a mark of Chinese text */
    PUNCT_STOP,      /* 。 ． : adjustable half on the right */
    PUNCT_COMMA,     /* ， 、 ； ： */
    PUNCT_QUESTION,  /* ？ ！ ‼ ⁇ ⁈ ⁉ */
    PUNCT_OPEN,      /* adjustable half on the left */
    PUNCT_CLOSE,     /* adjustable half on the right */
    PUNCT_DASH,      /* — : two are one box of 2 em */
    PUNCT_ELLIPSIS,  /* … ⋯ : two are one box of 2 em */
    PUNCT_CONNECTOR, /* – (half an em) ～ — alone */
    PUNCT_MIDDLE,    /* · : half an em */
    PUNCT_SOLIDUS    /* ／ : half an em */
};

struct punct_cell {
    enum punct_class class;
    int ink;    /* permille of an em that the ink's box takes: 500 or 1000 */
    int before; /* permille of an em of removable space in front of it */
    int after;  /* ... and behind it */
};

/* The cell of a character in Chinese text; class PUNCT_NONE, ink 1000 for an ideograph. */
struct punct_cell punct_cell(codepoint);
bool punct_may_start_line(enum punct_class);
bool punct_may_end_line(enum punct_class);

#endif
