/* Pictures that a document names, as plain data for the devices, and how they are read.
 *
 * A picture is pixels or shapes.  Pixels stay compressed where the PDF can take them as
 * they are; nothing is transparent, what was has been laid on white. */
#ifndef IMAGE_H
#define IMAGE_H

#include "base/diagnostic.h"
#include "base/length.h"
#include "model/style.h"

enum image_kind {
    IMAGE_SAMPLES, /* bytes: 8 bits a sample, row by row */
    IMAGE_PNG,     /* bytes: the rows as PNG filters and deflates them */
    IMAGE_JPEG,    /* bytes: a whole file */
    IMAGE_SHAPES
};

struct point {
    length x, y; /* y downwards */
};

enum step_kind { STEP_MOVE, STEP_LINE, STEP_CURVE, STEP_CLOSE };

struct step {
    enum step_kind kind;
    struct point at[3]; /* MOVE and LINE: one; CURVE: three; CLOSE: none */
};

struct path {
    struct step *at;
    size_t count, capacity;
};

/* What draws a line.  Caps and joins are numbered as in PDF: 0 butt, 1 round, 2 square;
 * 0 mitre, 1 round, 2 bevel. */
struct pen {
    length width;
    int cap, join;
    length mitre; /* limit, a ratio: POINT is 1 */
    length *dashes;
    size_t dash_count; /* 0: a solid line */
    length dash_start;
    bool is_skew; /* lines are thicker in one direction than in the other: the path
                     and the pen go through the matrix (a b c d, POINT is 1) */
    length matrix[4];
};

enum shape_kind {
    SHAPE_FILL,
    SHAPE_STROKE,
    SHAPE_CLIP,    /* what follows is seen inside of it (and of those before it) ... */
    SHAPE_END_CLIP /* ... until here, where all of them end */
};

struct shape {
    enum shape_kind kind;
    bool even_odd; /* FILL, CLIP */
    struct colour colour;
    struct pen pen; /* STROKE */
    struct path path;
};

struct image {
    enum image_kind kind;
    const char *name;       /* of the file */
    unsigned width, height; /* in pixels; SHAPES: in their unit, which is POINT there */
    struct slice bytes;
    int components;       /* of a pixel: 1 grey or an index, 3 red, green, blue */
    int depth;            /* bits of each */
    struct slice palette; /* PNG: red, green, blue of each index; length 0: none */
    struct shape *shapes;
    size_t shape_count;
};

/* The pictures of one document, each read once. */
struct image_shelf {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct shelved_image *at;
    size_t count, capacity;
};

/* The picture in an SVG, PNG or JPEG file that lies in the folder or below it.  NULL when
 * it cannot be printed as it is, which is told at the place. */
const struct image *find_image(struct image_shelf *, const char *folder, const char *name,
                               struct place);

#endif
