/* The same text in two editions, side by side. */
#ifndef EDITION_PAIRS_H
#define EDITION_PAIRS_H

#include "check/edition_parts.h"

/* The first edition and another one, taken apart and aligned. */
struct edition_pair {
    const struct checked_edition *first, *second;
    const struct edition_part *first_whole, *second_whole;
};

/* The paragraphs of one unit: an annotation, a note, a title. */
struct edition_text {
    const struct checked_edition *edition;
    const struct text *texts;
    size_t count;
};

struct text_pair {
    struct edition_text first, second;
};

/* `what` is for the visitor. */
typedef void pair_visitor(struct checker *, const struct text_pair *, const void *what);

/* Every unit that the first edition and another both have. */
void visit_units(struct checker *, pair_visitor, const void *what);
/* The same by paragraphs where both units have as many. */
void visit_paragraphs(struct checker *, pair_visitor, const void *what);

/* Every part of the first edition and its counterpart in another. */
typedef void part_visitor(struct checker *, const struct edition_pair *,
                          const struct edition_part *, const struct edition_part *);
void visit_parts(struct checker *, part_visitor);

/* Its first character. */
struct place unit_place(const struct edition_text *);
/* “the text in “en” stands here” */
void tell_other_text(struct checker *, const struct edition_text *other);

#endif
