/* An SVG as librsvg draws it, and what is read from that. */
#ifndef DRAWING_H
#define DRAWING_H

#include "image/image_file.h"

/* The longer side of a drawing, in its own units. */
enum { DRAWING_SIDE = 4096 };

/* What the operators of cairo's script say, in the order in which they were drawn.
 *
 * Everything is turned by a right-angled triangle of sides 3, 4, 5, so that no edge is
 * level or upright: cairo 1.16 cannot write a filled outline that has only such edges and
 * is not made of rectangles.  Reading turns it back. */
struct drawing {
    unsigned width, height; /* the longer one is DRAWING_SIDE */
    struct slice script;
    const char *trouble; /* NULL, or why there is no drawing */
    bool is_limit;       /* ... which is that it is too large */
    bool is_broken;      /* librsvg or cairo died of what comes behind the script */
};

/* librsvg is loaded for the first drawing, never before. */
struct drawing draw_svg(struct arena *, struct slice svg);

/* The shapes of the drawing; `refused` says what cannot be printed, in words. */
struct shapes {
    struct shape *at;
    size_t count, capacity;
    const char *refused; /* or NULL */
};

struct shapes read_drawing(struct arena *, const struct drawing *);

#endif
