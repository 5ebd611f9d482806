/* Shapes of a picture as operators of a content stream. */
#ifndef PDF_SHAPES_H
#define PDF_SHAPES_H

#include "base/buffer.h"
#include "image/image.h"

void write_shapes(struct buffer *, const struct image *);

#endif
