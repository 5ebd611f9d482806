/* What one text says in figures, and another one says neither in figures nor in words. */
#ifndef EDITION_FIGURES_H
#define EDITION_FIGURES_H

#include "check/edition_pairs.h"

/* What may differ. */
enum figure_kind {
    FIGURE_NUMERAL,
    FIGURE_DATE,
    FIGURE_WEEKDAY,
    FIGURE_TIME,
    FIGURE_SYMBOL
};

/* A figure that the other text has not. */
struct unmatched {
    const struct text *text;
    size_t token;
};

struct unmatched_list {
    struct unmatched *at;
    size_t count, capacity;
};

struct unmatched_list find_unmatched(struct arena *, enum figure_kind,
                                     const struct edition_text *unit,
                                     const struct edition_text *other);

struct unmatched_marks {
    const struct span **at;
    size_t count, capacity;
};

/* Marks of notes that the other text has not. */
struct unmatched_marks find_unmatched_marks(struct arena *,
                                            const struct edition_text *unit,
                                            const struct edition_text *other);
/* The date that the figure belongs to, or its own token. */
const struct token *whole_token(const struct unmatched *);

#endif
