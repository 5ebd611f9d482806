/* What the readers of pictures share: how a picture is refused, and how one begins. */
#include "image/image_file.h"

#include "base/limits.h"

struct image *refuse_image(const struct image_file *file, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(file->arena, format, arguments);
    va_end(arguments);
    report(file->diagnostics, "bad-image", file->place, "%s: %s", file->name, text);
    return NULL;
}

struct image *refuse_large_image(const struct image_file *file, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(file->arena, format, arguments);
    va_end(arguments);
    report_limit(file->diagnostics, "large-image", file->place, "%s: %s", file->name,
                 text);
    return NULL;
}

bool has_too_many_pixels(const struct image_file *file, unsigned width, unsigned height)
{
    if ((uint64_t)width * height <= LIMIT_PIXELS)
        return false;
    refuse_large_image(file, "%u × %u pixels; %d million are the most", width, height,
                       LIMIT_PIXELS / 1000000);
    return true;
}

struct image *new_image(const struct image_file *file, enum image_kind kind)
{
    struct image *image = arena_alloc(file->arena, sizeof *image);
    image->kind = kind;
    image->name = file->name;
    return image;
}

unsigned big_endian(const char *at, int bytes)
{
    unsigned number = 0;
    for (int i = 0; i < bytes; i++)
        number = number << 8 | (unsigned char)at[i];
    return number;
}
