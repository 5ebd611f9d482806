/* A text as a row of words, as two versions of it are compared. */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include "model/spans.h"

/* A word, an ideograph, a mark or white space; the mark of a note, "[^id]"; a line break
 * that the author asked for, "\n".  A mark inside a word or number is of it: 10.30,
 * e-mail, A/80/1. */
struct text_word {
    struct slice text;
    const struct span *span;
    struct place place;
    bool is_word; /* no mark and no white space */
};

struct text_words {
    struct text_word *at;
    size_t count, capacity;
};

struct text_words split_words(struct arena *, const struct spans *);
/* With their emphasis and their links. */
bool same_word(const struct text_word *, const struct text_word *);

#endif
