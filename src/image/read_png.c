/* PNG (ISO/IEC 15948): decoded once by libpng, which finds every fault, and then kept as
 * it is, or laid on white when pixels are transparent.  Its own colour space is not
 * looked at: the samples are sRGB. */
#include "base/buffer.h"
#include "base/limits.h"
#include "image/image_readers.h"
#include <png.h>
#include <string.h>

enum { SIGNATURE = 8, CHUNK_HEAD = 8, CHUNK_TAIL = 4, HEADER = 13 };

/* What the first chunk says (11.2.2). */
struct png_header {
    unsigned width, height;
    int depth, colour_type;
    bool is_interlaced;
};

/* Where colour type 3 is an index, 4 and 6 have alpha. */
enum { TYPE_GREY = 0, TYPE_COLOUR = 2, TYPE_INDEX = 3 };

static bool read_header(const struct image_file *file, struct png_header *header)
{
    const char *at = file->bytes.at + SIGNATURE + CHUNK_HEAD;
    if (file->bytes.length < SIGNATURE + CHUNK_HEAD + HEADER ||
        memcmp(at - 4, "IHDR", 4) != 0)
        return false;
    *header = (struct png_header){.width = big_endian(at, 4),
                                  .height = big_endian(at + 4, 4),
                                  .depth = at[8],
                                  .colour_type = at[9],
                                  .is_interlaced = at[12] != 0};
    return true;
}

/* The data of all chunks of a type, one behind the other, until the end that libpng has
 * found. */
static struct slice collect_chunks(const struct image_file *file, const char *type)
{
    struct buffer data = new_buffer(file->arena);
    struct slice bytes = file->bytes;
    for (size_t at = SIGNATURE; bytes.length - at >= CHUNK_HEAD + CHUNK_TAIL;) {
        size_t size = big_endian(bytes.at + at, 4);
        if (size > bytes.length - at - CHUNK_HEAD - CHUNK_TAIL ||
            memcmp(bytes.at + at + 4, "IEND", 4) == 0)
            break;
        if (memcmp(bytes.at + at + 4, type, 4) == 0)
            buffer_bytes(&data, bytes.at + at + CHUNK_HEAD, size);
        at += CHUNK_HEAD + size + CHUNK_TAIL;
    }
    return buffer_as_slice(&data);
}

static void free_png(void *png)
{
    png_image_free(png);
}

/* 8-bit samples: grey or colour, as it says, with or without alpha. */
static unsigned char *decode(const struct image_file *file, png_image *png)
{
    arena_defer(file->arena, free_png, png);
    png->version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(png, file->bytes.at, file->bytes.length))
        return NULL;
    png->format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA;
    unsigned char *samples = arena_alloc(file->arena, PNG_IMAGE_SIZE(*png));
    return png_image_finish_read(png, NULL, samples, 0, NULL) ? samples : NULL;
}

/* As readers of PNG show them; the sum is rounded. */
static void lay_on_white(unsigned char *samples, size_t pixels, int components)
{
    const unsigned char *from = samples;
    for (size_t i = 0; i < pixels; i++, from++) {
        unsigned alpha = from[components];
        for (int k = 0; k < components; k++, from++)
            *samples++ =
                (unsigned char)((*from * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

static struct image *opaque_image(const struct image_file *file, const png_image *png,
                                  unsigned char *samples)
{
    size_t pixels = (size_t)png->width * png->height;
    struct image *image = new_image(file, IMAGE_SAMPLES);
    image->components = png->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    image->depth = 8;
    if (png->format & PNG_FORMAT_FLAG_ALPHA)
        lay_on_white(samples, pixels, image->components);
    image->bytes = (struct slice){(char *)samples, pixels * (size_t)image->components};
    return image;
}

static struct image *kept_image(const struct image_file *file,
                                const struct png_header *header)
{
    struct image *image = new_image(file, IMAGE_PNG);
    image->components = header->colour_type == TYPE_COLOUR ? 3 : 1;
    image->depth = header->depth;
    image->bytes = collect_chunks(file, "IDAT");
    if (header->colour_type == TYPE_INDEX)
        image->palette = collect_chunks(file, "PLTE");
    return image;
}

struct image *read_png(const struct image_file *file)
{
    struct png_header header;
    if (!read_header(file, &header))
        return refuse_image(file, "a PNG file that ends too soon");
    if (has_too_many_pixels(file, header.width, header.height))
        return NULL;
    png_image *png = arena_alloc(file->arena, sizeof *png);
    unsigned char *samples = decode(file, png);
    if (samples == NULL)
        return refuse_image(file, "a damaged PNG file (%s)", png->message);
    struct image *image = png->format & PNG_FORMAT_FLAG_ALPHA || header.is_interlaced
                              ? opaque_image(file, png, samples)
                              : kept_image(file, &header);
    image->width = header.width;
    image->height = header.height;
    return image;
}
