/* Glyphs that end where the next one begins.
 *
 * Between ideographs and letters the engine sets gaps, and marks it squeezes; who reads
 * the page takes a gap for a space and an overlap for a new line: poppler and pdf.js from
 * a tenth of an em on, mupdf from 0.15.  They measure from the end of one glyph to the
 * next one's origin, and no operator hides the difference from all of them.  So a glyph
 * beside a gap is shown by a copy of it in the font program whose advance takes the gap
 * in, and whose outline is moved when the gap is in front of it. */
#ifndef PDF_FIT_H
#define PDF_FIT_H

#include "page/page.h"

/* What a copy has other than its glyph, in font units. */
struct fit {
    int move;   /* its outline, to the right */
    int growth; /* of its advance */
};

struct fits {
    struct fit *at; /* of the page's glyphs, row by row */
    size_t count, capacity;
};

/* `fits` is filled anew. */
void fit_page(struct arena *, const struct page *, struct fits *);
bool fit_is_none(struct fit);
bool fits_are_equal(struct fit, struct fit);

#endif
