/* What two editions, or two versions of one, differ in. */
#ifndef DIFFERENCES_H
#define DIFFERENCES_H

#include "check/edition_parts.h"

enum difference_kind {
    DIFFERENCE_CHANGED,
    DIFFERENCE_REMOVED,  /* it is in the first only ... */
    DIFFERENCE_INSERTED, /* ... in the second only */
    DIFFERENCE_MOVED,
    DIFFERENCE_KINDS
};

struct difference {
    enum difference_kind kind;
    const struct edition_part *first, *second; /* NULL: there is none */
    struct place first_place, second_place;
    const char *what;      /* of the part: "numbers"; NULL: all of it */
    const char *shown;     /* both together, with what differs marked; NULL: none */
    const char *from, *to; /* or one by one; NULL: none */
};

struct differences {
    struct difference *at;
    size_t count, capacity;
    struct buffer numbers; /* "3 → 4, 4 → 5": of items that stand behind inserted ones */
};

struct differences find_differences(struct arena *, const struct checked_edition *first,
                                    const struct checked_edition *second);

#endif
