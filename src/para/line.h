/* A line: rows of glyphs placed on one baseline, and the notes it calls. */
#ifndef LINE_H
#define LINE_H

#include "text/run.h"

struct line {
    struct glyph_row *rows; /* as they are read; each tells where it stands */
    size_t row_count;
    length start;  /* from the column's start edge to the line's end on that side: the
                      left ones where the document is read from left to right */
    length width;  /* of what is seen; a trailing space hangs out of it */
    length excess; /* how far it is wider than its column; mostly 0 */
    length lack;   /* what nothing in a justified line could fill; mostly 0 */
    const struct note_call **calls;
    size_t call_count;
    size_t text_start, text_end; /* bytes of the passage */
    struct place place;          /* of its first character in the source */
    bool is_last;
    /* For the measuring stick and the trace: what each kind of glue gave, in all. */
    length natural;   /* width before anything gave */
    length given[8];  /* by enum glue_kind; + stretched, - shrunk */
    size_t places[8]; /* by how many places of that kind */
};

struct lines {
    struct line *at;
    size_t count, capacity;
    const struct passage *passage;
};

#endif
