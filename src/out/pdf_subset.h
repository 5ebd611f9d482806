/* The font program of the glyphs that a document uses. */
#ifndef PDF_SUBSET_H
#define PDF_SUBSET_H

#include "base/arena.h"
#include "base/slice.h"
#include "out/pdf_fit.h"
#include "out/pdf_outlines.h"
#include "text/font_face.h"
#include <stddef.h>

struct subset {
    struct slice program; /* a bare CFF table, or a TrueType font file */
    uint32_t *numbers;    /* of the glyphs that were asked for, in their order */
    uint32_t glyph_count; /* with .notdef, copies, and parts of composite glyphs */
};

/* A glyph's number in the program is its code in a PDF font with Identity-H: of a
 * CID-keyed program the charset is the identity, else glyphs are named by number.  Where
 * a fit is given it is the number of such a copy; `fits` may be NULL. */
struct subset subset_face(struct arena *, struct outlines *, const struct font_face *,
                          const uint32_t *glyphs, const struct fit *fits, size_t count);

#endif
