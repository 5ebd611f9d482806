/* Outlines out of CFF programs (Adobe Technical Note 5177, Type 2 charstrings). */
#ifndef PDF_CHARSTRING_H
#define PDF_CHARSTRING_H

#include "out/pdf_cff.h"
#include <stdbool.h>

enum { LONGEST_CHARSTRING = 65535 };

struct charstring_width {
    int width, default_width; /* font units, from -32768 to 32767 */
};

struct charstring {
    size_t length;
    unsigned char bytes[LONGEST_CHARSTRING];
};

/* The glyph's charstring without subroutines and hints, with this width; false when it is
 * damaged, or does what no outline needs to.  A font's default width is not told. */
bool flatten_charstring(const struct cff *, uint32_t glyph, struct charstring_width,
                        struct charstring *);

#endif
