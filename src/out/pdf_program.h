/* A CID-keyed CFF program (Adobe Technical Note 5176) put together from charstrings. */
#ifndef PDF_PROGRAM_H
#define PDF_PROGRAM_H

#include "base/arena.h"
#include "base/slice.h"
#include "text/font_face.h"

/* A glyph's CID is its number; the first glyph is .notdef.  The default width is an em of
 * 1000 units, the nominal width 0.  There are no hints and no subroutines. */
struct slice make_cff_program(struct arena *, const struct font_face *,
                              const struct slice *charstrings, size_t count);

#endif
