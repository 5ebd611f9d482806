/* A change to CFF programs (Adobe Technical Note 5176). */
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include "base/slice.h"

/* Makes each glyph's CID its number.  Changes the bytes that the slice points to, which
 * its owner must be able to write; false when the program is none that can be changed. */
bool set_identity_charset(struct slice program, size_t glyph_count);

#endif
