/* Document symbols and web addresses in running text: CTOC/COP/WG.3/2020/2,
 * https://un.org. */
#ifndef SYMBOLS_H
#define SYMBOLS_H

#include "base/slice.h"

/* The first symbol that begins at or behind byte `from`; empty when there is none.  Two
 * symbols joined by a hyphen are found one after the other. */
struct slice find_symbol(struct slice text, size_t from);
/* The same for addresses with http:// or https://. */
struct slice find_address(struct slice text, size_t from);

#endif
