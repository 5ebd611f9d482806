/* How a kind of text looks.  Every value has been inherited already ("like: base"). */
#ifndef STYLE_H
#define STYLE_H

#include "base/length.h"
#include <stdbool.h>

enum alignment { ALIGN_JUSTIFY, ALIGN_START, ALIGN_END, ALIGN_CENTRE };

/* How the lines of a paragraph are chosen. */
enum line_breaking { BREAKING_BY_LAYOUT, BREAKING_TOTAL_FIT, BREAKING_FIRST_FIT };

struct colour {
    bool is_grey;
    int grey;             /* 0 black .. 1000 white */
    int red, green, blue; /* 0..1000 */
};

struct style {
    const char *name;
    const char *face;     /* font roles of fonts/catalogue.yaml: "body" */
    const char *emphasis; /* role of *emphasis* in it: "italic" */
    const char *strong;   /* role of **strong** in it: "bold" */
    length size;
    length leading;       /* from baseline to baseline, exact */
    int scale;            /* width of Latin, Greek and Cyrillic letters, permille */
    length tracking;      /* added behind each of those letters */
    bool no_kerning;
    length before, after; /* white space around the block; the larger of two neighbours
                             is not taken, both are (as in the UN's template) */
    length start, end;    /* indents from the column's edges; negative: outside of it */
    length first;         /* further indent of the first line */
    bool has_label;       /* a number hangs in front of the first line ... */
    bool label_ends;      /* ... and ends (true) or starts (false) at label_at, */
    length label_at;      /* which is measured from the start indent (mostly negative) */
    enum alignment align;
    struct colour colour;
    length rise;          /* baseline shift upwards of the whole style (in-line styles) */
    bool keep_next;       /* no page end behind it */
    bool keep_previous;   /* no page end before it */
    bool keep_lines;      /* no page end inside it */
    bool hyphenate;
    enum line_breaking breaking;
    int superscript_size; /* of notes' marks and ^...^, permille of size */
    int superscript_rise; /* permille of size */
};

#endif
