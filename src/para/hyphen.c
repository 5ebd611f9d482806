/* The hyphen of a parted word, in the face of its letters. */
#include "para/hyphen.h"

enum { HYPHEN = 0x2010 };

uint32_t hyphen_glyph(const struct run *run)
{
    uint32_t glyph = face_glyph(run->face, HYPHEN);
    return glyph != 0 ? glyph : face_glyph(run->face, '-');
}

length hyphen_width(const struct run *run)
{
    int advance = face_advance(run->face, hyphen_glyph(run));
    return length_scale(run->size, advance * run->scale, run->face->units_per_em * 1000);
}
