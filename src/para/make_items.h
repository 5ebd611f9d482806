/* Runs and break prices become boxes, glue and penalties. */
#ifndef MAKE_ITEMS_H
#define MAKE_ITEMS_H

#include "para/paragraph.h"

/* Ends with a penalty BREAK_MUST. */
struct items make_items(const struct typesetter *, const struct passage *,
                        const struct runs *, const int *price);

#endif
