/* One paragraph's text, and what applies to each stretch of it: what para/ asks text/ to
 * shape.  Text is normalised already: one line, no white space between Han and Latin, no
 * double spaces. */
#ifndef PASSAGE_H
#define PASSAGE_H

#include "base/diagnostic.h"
#include "base/slice.h"
#include "model/style.h"
#include "model/tag.h"

/* A note that a line calls; page/ puts it at the foot of the page. */
struct note_call {
    size_t note;        /* index of the note in reading order, from 0 */
    struct place place; /* of its mark */
};

struct stretch {
    size_t start, end;    /* bytes of the text */
    const char *role;     /* font role, emphasis applied: "body", "bold", "kai" */
    const char *language; /* BCP 47, as the author or the document says */
    length size, rise;
    int scale;            /* permille; Latin, Greek, Cyrillic only */
    length tracking;      /* the same */
    bool no_kerning;
    struct colour colour;
    struct tag *tag;      /* a leaf: TAG_TEXT, or a tag without children; NULL: artifact */
    bool is_symbol;       /* breaks only where document symbols may; as an address, it is
                             read from left to right, whatever is around it */
    bool is_address;
    const char *field;    /* the {name} whose value it is, in its pattern: what is in it
                             turns nothing around it; NULL: none */
    bool no_break;        /* breaks nowhere */
    const struct note_call *call; /* this stretch is the mark of a note; or NULL */
    struct place place;   /* of its first byte in the source */
};

struct passage {
    struct slice text;
    struct stretch *at;
    size_t count, capacity;
    const char *language; /* of the paragraph */
    bool right_to_left;
    bool is_label; /* a number, a bullet, a leader: nothing that anybody wrote */
};

#endif
