/* How much two parts have in common. */
#ifndef EDITION_LIKENESS_H
#define EDITION_LIKENESS_H

#include "check/edition_parts.h"

/* What is in a part, as numbers in their order. */
struct contents {
    uint32_t *at;
    size_t count, capacity;
};

struct contents_reader {
    struct arena *arena;
    struct arena *scratch; /* for words on their way */
    bool one_language;
    uint32_t
        identities; /* how many were given to parts; items without one are given one */
};

struct contents part_contents(struct contents_reader *, struct edition_part *);

enum {
    LIKENESS_FULL = 1000,
    LIKENESS_KNOWN = 2000 /* by their keys */
};

/* 0 .. LIKENESS_FULL: of all that is in either; of nothing in both LIKENESS_FULL / 2. */
int contents_likeness(const struct contents *, const struct contents *);
bool same_contents(const struct contents *, const struct contents *);

#endif
