/* How much there may be of a document. */
#ifndef COUNTS_H
#define COUNTS_H

/* -1: it is not said; 0: as much as there is. */
struct text_limits {
    int words;      /* of letters */
    int ideographs; /* in Chinese, whose words are not told apart */
    int pages;
};

#define LIMITS_NOT_SAID ((struct text_limits){-1, -1, -1})

#endif
