/* Outlines of glyphs as font programs hold them: worked out once, and kept for all
 * documents of an engine. */
#ifndef PDF_OUTLINES_H
#define PDF_OUTLINES_H

#include "base/arena.h"
#include "base/slice.h"
#include "text/font_face.h"

struct outlines;

struct outlines *new_outlines(struct arena *);
/* The glyph's charstring in a program whose default width is an em and whose nominal
 * width is 0; at is NULL when it cannot be taken out of the face.  In the arena when too
 * much is kept already. */
struct slice glyph_outline(struct outlines *, struct arena *, const struct font_face *,
                           uint32_t glyph);

#endif
