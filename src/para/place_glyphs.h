/* The items of a line become rows of glyphs, each at its place, as they are read. */
#ifndef PLACE_GLYPHS_H
#define PLACE_GLYPHS_H

#include "para/item.h"
#include "para/line.h"

/* Items [first, hang) of one line, with the widths they have been given (widths[0] is of
 * the first); those from `end` on hang out of it.  Its width is the sum of the others, of
 * which the last may be a penalty, and then is a hyphen. */
struct placement {
    const struct passage *passage;
    const struct runs *runs;
    const struct items *items;
    const length *widths;
    size_t first, end, hang;
};

struct glyph_rows place_glyphs(struct arena *, const struct placement *);

#endif
