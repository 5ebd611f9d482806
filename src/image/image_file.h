/* A picture's file while it is read, for the readers of its kinds. */
#ifndef IMAGE_FILE_H
#define IMAGE_FILE_H

#include "image/image.h"

struct image_file {
    struct arena *arena;
    struct diagnostics *diagnostics;
    const char *name; /* as the author wrote it */
    struct place place;
    struct slice bytes;
};

/* Tells why the picture is not taken.  Both give NULL. */
struct image *refuse_image(const struct image_file *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct image *refuse_large_image(const struct image_file *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Whether so many pixels are too many, which is told. */
bool has_too_many_pixels(const struct image_file *, unsigned width, unsigned height);

/* A new one with the file's name. */
struct image *new_image(const struct image_file *, enum image_kind);

unsigned big_endian(const char *at, int bytes);

#endif
