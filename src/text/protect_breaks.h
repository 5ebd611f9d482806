/* Our own layer above UAX #14: what must stay together in official documents, CLREQ's
 * line starts and ends, and the places where symbols and addresses may be parted. */
#ifndef PROTECT_BREAKS_H
#define PROTECT_BREAKS_H

#include "text/breaks.h"

/* `price` as UAX #14 has it comes in: BREAK_FREE, BREAK_FORBIDDEN or BREAK_MUST. */
void protect_breaks(struct arena *, int *price, const struct passage *,
                    const struct runs *, const struct language *, enum prohibition);

#endif
