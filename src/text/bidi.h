/* The embedding levels of UAX #9. */
#ifndef BIDI_H
#define BIDI_H

#include "base/arena.h"
#include "base/slice.h"
#include <stdbool.h>
#include <stdint.h>

/* The level of each byte, or NULL when the paragraph is left to right throughout. */
const uint8_t *bidi_levels(struct arena *, struct slice text, bool right_to_left);

#endif
