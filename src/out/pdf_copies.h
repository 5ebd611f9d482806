/* Copies of glyphs in a font program, with another advance or moved (pdf_fit.h). */
#ifndef PDF_COPIES_H
#define PDF_COPIES_H

#include "base/arena.h"
#include "base/slice.h"
#include "out/pdf_fit.h"
#include <hb.h>

/* The charstring of a copy: from that of a glyph with this advance, in a program whose
 * default width is an em and whose nominal width is 0; without subroutines and hints. */
struct slice copy_charstring(struct arena *, struct slice charstring, int advance, int em,
                             struct fit);

struct glyph_copy {
    uint32_t glyph; /* its number in the program */
    struct fit fit;
};

/* The TrueType face with the copies behind its glyphs; to be destroyed. */
hb_face_t *add_copies(struct arena *, hb_face_t *, const struct glyph_copy *,
                      size_t count);

#endif
