/* Counting words as word processors do. */
#ifndef COUNT_PASSAGE_H
#define COUNT_PASSAGE_H

#include "text/passage.h"

struct text_counts {
    size_t words;      /* what stands between white space and ideographs */
    size_t ideographs;
    size_t characters; /* all that are seen */
};

/* Adds those of a passage; numbers of items and marks of notes are not counted. */
void count_passage(struct text_counts *, const struct passage *);

#endif
