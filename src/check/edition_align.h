/* Which part of one edition or version belongs to which of the other. */
#ifndef EDITION_ALIGN_H
#define EDITION_ALIGN_H

#include "check/edition_parts.h"

/* Fills `other`, `is_moved` and `identity` in both trees.  Parts of versions in one
 * language are known by their words, those of two languages by their figures, symbols,
 * notes and order. */
void align_editions(struct arena *, struct edition_part *first,
                    struct edition_part *second, bool one_language);

#endif
