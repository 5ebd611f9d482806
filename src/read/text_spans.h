/* Making spans of pieces of text whose bytes are known in the source. */
#ifndef TEXT_SPANS_H
#define TEXT_SPANS_H

#include "read/read_text.h"
#include "read/stray_marks.h"

enum origin_kind {
    ORIGIN_PLAIN,
    ORIGIN_ESCAPED, /* a backslash stands before it: it is no markup */
    ORIGIN_DECODED  /* of a character reference: &amp; */
};

/* Where a byte of text came from. */
struct origin {
    size_t at; /* in the node's text */
    enum origin_kind kind;
};

struct span_maker {
    struct text_reader *reader;
    const struct node *node;
    enum line_ends line_ends;
    unsigned form; /* of the text that comes */
    const char *uri;
    bool at_line_end; /* a line has ended, what comes begins another */
    size_t line_end;  /* byte of the node's text */
    struct spans spans;
    const char *mark_bytes;   /* what begins a mark here ... */
    struct stray_marks stray; /* ... and was none */
};

/* count + 1 origins, the last is where the piece ended; NULL: not known. */
void add_text(struct span_maker *, struct slice text, const struct origin *);
void add_line_end(struct span_maker *, size_t at);
void add_line_break(struct span_maker *, size_t at);

#endif
