/* The embedding levels of UAX #9, and the order of what has them. */
#ifndef BIDI_H
#define BIDI_H

#include "base/arena.h"
#include "text/passage.h"
#include <stdint.h>

/* Levels of bytes; NULL when the paragraph is left to right throughout. */
struct bidi_levels {
    const uint8_t *at;
    const uint8_t *parting; /* 1 + the level of what stands between the byte and the one
                               before, when a stretch sets itself apart there; else 0 */
};

struct bidi_levels bidi_levels(struct arena *, const struct passage *);

/* L2: order[i] is what stands at place i from the left, of pieces in reading order. */
void visual_order(const uint8_t *levels, size_t count, size_t *order);

#endif
