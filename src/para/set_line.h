/* A line's items get their places: white space is given or taken kind by kind. */
#ifndef SET_LINE_H
#define SET_LINE_H

#include "para/paragraph.h"

/* Items [first, end) on a line `width` wide. */
struct line set_line(const struct typesetter *, const struct passage *,
                     const struct runs *, const struct items *, size_t first, size_t end,
                     length width, bool justify);

#endif
