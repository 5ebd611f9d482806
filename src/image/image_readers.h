/* A reader for each kind of picture.  NULL when it is refused, which is told. */
#ifndef IMAGE_READERS_H
#define IMAGE_READERS_H

#include "image/image_file.h"

struct image *read_png(const struct image_file *);
struct image *read_jpeg(const struct image_file *);
struct image *read_svg(const struct image_file *);

#endif
