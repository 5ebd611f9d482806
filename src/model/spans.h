/* Text as an author wrote it, of one language: paragraphs and lists of spans. */
#ifndef SPANS_H
#define SPANS_H

#include "base/diagnostic.h"
#include "base/slice.h"
#include <stddef.h>

enum span_kind {
    SPAN_TEXT,
    SPAN_NOTE, /* the mark of a note */
    SPAN_LINE  /* a line break the author asked for */
};

/* What a stretch of text is, as bits. */
enum {
    SPAN_EMPHASIS = 1,
    SPAN_STRONG = 2,
    SPAN_SUPERSCRIPT = 4,
    SPAN_SYMBOL = 8, /* a document symbol: breaks only where symbols may */
    SPAN_NO_BREAK = 16,
    SPAN_ADDRESS = 32
};

struct span {
    enum span_kind kind;
    unsigned form;        /* SPAN_EMPHASIS ... */
    struct slice text;    /* SPAN_TEXT; no newlines (a soft one is a space) */
    const char *language; /* BCP 47; NULL: the document's */
    const char *style;    /* name of the layout's style for it; NULL: the block's */
    const char *uri;      /* it is a link to there; NULL: none */
    const char *field;    /* the {name} whose value it is, in its pattern; NULL: none */
    struct slice note;    /* SPAN_NOTE: the id of the note */
    struct place place;   /* when it is as long as the text, byte i of that stands at
                             place.at + i; else only its start is known */
};

struct spans {
    struct span *at;
    size_t count, capacity;
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_LIST };

struct blocks {
    struct block *at;
    size_t count, capacity;
};

/* A list's items are blocks of their own. */
struct block {
    enum block_kind kind;
    struct spans spans;   /* BLOCK_PARAGRAPH */
    struct blocks *items; /* BLOCK_LIST: item_count of them */
    size_t item_count;
    int start;            /* BLOCK_LIST: number of the first item; 0: bullets */
    struct place place;
};

/* Spans of one plain text, without markup. */
struct spans plain_spans(struct arena *, struct slice text, struct place);
/* Their text alone: no marks of notes, a line break is `line_break` ("" in Chinese). */
char *spans_text(struct arena *, const struct spans *, const char *line_break);

#endif
