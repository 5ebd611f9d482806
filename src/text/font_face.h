/* One face of a font file: opened once by the engine, read-only afterwards, shared by
 * all documents.  Metrics are in font units (units_per_em to an em). */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "base/arena.h"
#include "base/length.h"
#include "base/utf8.h"
#include <hb.h>
#include <stdbool.h>

struct font_face {
    const char *name;            /* in the catalogue: "noto-serif-sc" */
    const char *postscript_name; /* from the font's name table */
    const char *file;            /* path it was opened from */
    unsigned index;              /* in a collection */
    size_t number;               /* its place in the catalogue: a stable order */
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font;             /* scaled to units_per_em */
    int units_per_em;
    int size;                    /* permille of the size that a text asks for */
    bool is_cff;                 /* CFF outlines, else TrueType */
    bool is_cid;                 /* CFF with ROS: CID-keyed */
    int ascent, descent;         /* descent is negative */
    int cap_height, x_height;
    int x_min, y_min, x_max, y_max;
    int italic_angle;            /* degrees * 65536 */
    int weight;                  /* OS/2 usWeightClass */
    bool is_fixed_pitch, is_serif, is_italic;
};

/* Face `index` of a font file; NULL when it cannot be read or is of no use.  Its name and
 * number are left to the catalogue. */
struct font_face *open_face(struct arena *, const char *file, unsigned index);

/* FNV-1a of the names, checksums and lengths of the face's tables: other contents have
 * another one, and no table has to be read. */
uint64_t face_fingerprint(const struct font_face *);

/* The glyph of a character, 0 when the face has none. */
uint32_t face_glyph(const struct font_face *, codepoint);
size_t face_coverage(const struct font_face *); /* how many characters it has */
int face_advance(const struct font_face *, uint32_t glyph); /* font units */
/* The glyph's ink, font units; false when it has none. */
struct ink {
    int left, right, bottom, top;
};
bool face_ink(const struct font_face *, uint32_t glyph, struct ink *);
/* Font units at a size. */
length face_length(const struct font_face *, int units, length size);

#endif
