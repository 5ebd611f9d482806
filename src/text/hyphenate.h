/* Parting words at line ends: which words, and where. */
#ifndef HYPHENATE_H
#define HYPHENATE_H

#include "text/breaks.h"

/* Prices BREAK_HYPHEN the places where the dictionary of `language` parts words in that
 * language.  No word is parted in headings, symbols and addresses, none with capitals
 * behind its first letter or with figures, and not the last one.  A dictionary is opened
 * when it is first wanted here; one that cannot be is told (missing-dictionary,
 * unreadable-dictionary). */
void hyphenate(struct arena *, int *price, const struct passage *, const struct runs *,
               const struct language *, struct diagnostics *);

#endif
