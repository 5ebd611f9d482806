/* Texts with what has changed in them, to be read. */
#ifndef WORD_CHANGES_H
#define WORD_CHANGES_H

#include "check/text_words.h"

enum word_change { WORD_SAME, WORD_REMOVED, WORD_INSERTED };

struct changed_word {
    const struct text_word *first, *second; /* NULL: not in that text */
    enum word_change change;
};

/* The words of two texts in their order; of what has changed those of the first text come
 * first. */
struct word_changes {
    struct changed_word *at;
    size_t count, capacity;
};

struct word_changes find_word_changes(struct arena *, const struct text_words *,
                                      const struct text_words *);
/* Of one text: what stands in its bytes [from, to) is marked as `change`; bytes are
 * counted without marks of notes, a line break is one. */
struct word_changes mark_words(struct arena *, const struct text_words *, size_t from,
                               size_t to, enum word_change change);
/* Where the first change stands in the two texts, `*first` and `*second` stay as they are
 * when one of them ends there.  False: nothing has changed. */
bool find_first_change(const struct word_changes *, struct place *first,
                       struct place *second);
/* "held on [-7-]{+8+} July …": what has changed, and some words around it. */
const char *show_changes(struct arena *, const struct word_changes *);

#endif
