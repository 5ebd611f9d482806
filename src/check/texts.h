/* All texts of an agenda in their order, as plain text that knows its places. */
#ifndef CHECK_TEXTS_H
#define CHECK_TEXTS_H

#include "check/tokens.h"
#include "model/agenda.h"
#include <stdint.h>

enum text_kind {
    TEXT_FIELD, /* of `document` or `meeting` */
    TEXT_SECTION,
    TEXT_TITLE,
    TEXT_HEADING,
    TEXT_ANNOTATION,
    TEXT_OPENING,  /* before all annotations ... */
    TEXT_CLOSING,  /* ... and behind them */
    TEXT_DOCUMENT, /* title of one */
    TEXT_ANNEX_TITLE,
    TEXT_ANNEX,
    TEXT_TABLE, /* a cell of one */
    TEXT_ROW,   /* of the timetable, and its labels */
    TEXT_NOTE
};

/* Where in the text a span stands. */
struct text_piece {
    size_t at;
    const struct span *span;
};

struct text_pieces {
    struct text_piece *at;
    size_t count, capacity;
};

/* A paragraph, or a text of one line. */
struct text {
    enum text_kind kind;
    const struct agenda_item *item; /* whose it is, or NULL */
    uint32_t owner;                 /* which item, note ... : the same in every edition */
    uint32_t part;                  /* which of its texts of that kind */
    struct slice text; /* its spans joined, a line end is one; web addresses are spelled
                          "uuuu": what stands in them is no text */
    struct text_pieces pieces;
    const struct spans *spans; /* with the marks of notes */
    struct tokens tokens;
};

struct texts {
    struct text *at;
    size_t count, capacity;
};

/* Of any kind: a text that stands alone. */
struct text *read_text(struct arena *, const struct lexicon *, const struct spans *);
struct texts collect_texts(struct arena *, const struct agenda *, const struct lexicon *);
/* Whether two stand in one annotation, note or title. */
bool same_unit(const struct text *, const struct text *);
/* How many from `first` on are of its unit. */
size_t unit_length(const struct texts *, size_t first);
/* Where its bytes [from, to) stand in the source. */
struct place text_place(const struct text *, size_t from, size_t to);

#endif
