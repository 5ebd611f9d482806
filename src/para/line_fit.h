/* How a line between two breaks would sit in its column: prefix sums over the items, and
 * the price of the white space it has to give or take. */
#ifndef LINE_FIT_H
#define LINE_FIT_H

#include "para/item.h"

/* Of all items before one; the difference of two is what stands between them. */
struct sums {
    length width;
    length stretch[GLUE_KINDS], shrink[GLUE_KINDS];
    int letters;
};

/* Which kinds give or take white, one after the other (CLREQ 3.2.4). */
enum { STRETCH_KINDS = 3, SHRINK_KINDS = GLUE_KINDS };
extern const enum glue_kind stretch_order[STRETCH_KINDS], shrink_order[SHRINK_KINDS];

/* How a line fills its column. */
enum filling {
    FILL_JUSTIFIED, /* to the edge */
    FILL_LAST,      /* it may end anywhere, but not beyond the edge */
    FILL_RAGGED     /* likewise, and white at its end costs */
};

enum { BADNESS_FULL = 100, BADNESS_WORST = 10000 };

/* White beyond all capacities goes to the kind that stretches last, up to so many times
 * its capacity; a line that lacks more is set as it is, and told about. */
enum { MOST_BEYOND = 8 };

struct fit {
    int badness;   /* 0: nothing moves; BADNESS_FULL: word spaces have no more to give */
    int tightness; /* class of it: 0 tight, 1 as designed, 2 loose, 3 very loose */
    length excess; /* over 0: wider than its column, whatever shrinks */
};

/* items->count + 1 of them. */
struct sums *sum_items(struct arena *, const struct items *);
/* The line of the items between two sums in a column of this width. */
struct fit fit_line(const struct sums *from, const struct sums *to, length width,
                    enum filling);

/* A line may end right behind a box: at glue, or at a penalty that does not forbid it;
 * and wherever it must. */
bool is_line_end(const struct items *, size_t);
bool is_forced_end(const struct items *, size_t);
/* The first item from here on that does not vanish at a line's start. */
size_t first_visible(const struct items *, size_t);
/* The end of [first, end) without what vanishes at a line's end. */
size_t visible_end(const struct items *, size_t first, size_t end);

#endif
