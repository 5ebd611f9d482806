/* Words of another script in running text: Latin ones in Chinese, ideographs elsewhere.
 */
#ifndef FOREIGN_H
#define FOREIGN_H

#include "base/slice.h"
#include <stdbool.h>

/* The first words that begin at or behind byte `from`, with what stands between them;
 * empty when there are none.  A word of Latin letters has two small ones that follow each
 * other: acronyms, symbols and addresses are of no language. */
struct slice find_foreign(struct slice text, size_t from, bool is_han);

#endif
