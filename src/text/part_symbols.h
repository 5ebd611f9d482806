/* Where document symbols and addresses may be parted. */
#ifndef PART_SYMBOLS_H
#define PART_SYMBOLS_H

#include "text/letters.h"

/* Sets the prices inside every symbol (a stretch that is one, or A/80/L.5 in the text)
 * and every address (https://...). */
void part_symbols(const struct letters *, const struct passage *, int *price);

#endif
