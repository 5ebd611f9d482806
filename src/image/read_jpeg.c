/* JPEG (ISO/IEC 10918-1): taken as it is when every reader of PDF can decode it.  Its
 * segments are walked, its pixels are not decoded; what cameras write besides (place,
 * time, previews, profiles) is left out. */
#include "base/buffer.h"
#include "image/image_readers.h"

/* Table B.1: the second byte of a marker. */
enum {
    MARKER_FRAME = 0xC0, /* baseline; 1 extended, 2 progressive, others another process */
    MARKER_PROGRESSIVE = 0xC2,
    MARKER_HUFFMAN = 0xC4,
    MARKER_JPEG = 0xC8,
    MARKER_ARITHMETIC = 0xCC,
    MARKER_LAST_FRAME = 0xCF,
    MARKER_RESTART = 0xD0,
    MARKER_LAST_RESTART = 0xD7,
    MARKER_END = 0xD9,
    MARKER_SCAN = 0xDA,
    MARKER_QUANTIZATION = 0xDB,
    MARKER_APPLICATION = 0xE0, /* JFIF */
    MARKER_ADOBE = 0xEE,       /* how colours are coded */
    MARKER_LAST_APPLICATION = 0xEF,
    MARKER_COMMENT = 0xFE
};

/* Bytes. */
enum { MARKER = 2, FRAME_HEAD = 6, COMPONENT = 3 };

struct jpeg {
    const struct image_file *file;
    struct image *image;
    size_t at; /* in the file */
    struct buffer kept;
    bool has_frame, has_scan, has_tables, has_ended, is_refused;
};

static bool is_frame(unsigned marker)
{
    return marker >= MARKER_FRAME && marker <= MARKER_LAST_FRAME &&
           marker != MARKER_HUFFMAN && marker != MARKER_JPEG &&
           marker != MARKER_ARITHMETIC;
}

/* Cameras' and editors' own data; what says how colours are coded stays. */
static bool is_left_out(unsigned marker)
{
    return marker == MARKER_COMMENT ||
           (marker > MARKER_APPLICATION && marker <= MARKER_LAST_APPLICATION &&
            marker != MARKER_ADOBE);
}

static void refuse_jpeg(struct jpeg *jpeg, const char *why)
{
    refuse_image(jpeg->file, "%s", why);
    jpeg->is_refused = true;
}

static void read_colours(struct jpeg *jpeg, unsigned components)
{
    if (components == 4)
        refuse_jpeg(jpeg,
                    "a JPEG file in CMYK; the page is RGB: convert it to RGB or grey");
    else if (components != 1 && components != 3)
        refuse_jpeg(jpeg, "a JPEG file that is neither grey nor RGB");
    jpeg->image->components = (int)components;
}

/* B.2.2. */
static void read_frame(struct jpeg *jpeg, unsigned marker, struct slice segment)
{
    struct image *image = jpeg->image;
    if (segment.length < FRAME_HEAD || jpeg->has_frame) {
        refuse_jpeg(jpeg, "a damaged JPEG file");
        return;
    }
    jpeg->has_frame = true;
    image->depth = segment.at[0];
    image->height = big_endian(segment.at + 1, 2);
    image->width = big_endian(segment.at + 3, 2);
    unsigned components = big_endian(segment.at + 5, 1);
    if (marker > MARKER_PROGRESSIVE || image->depth != 8)
        refuse_jpeg(jpeg,
                    "a JPEG file of a rare kind (lossless, arithmetic, hierarchical "
                    "or not of 8 bits); save it as baseline or progressive");
    else if (image->height == 0 || image->width == 0 ||
             segment.length != FRAME_HEAD + components * COMPONENT)
        refuse_jpeg(jpeg, "a damaged JPEG file");
    else if (has_too_many_pixels(jpeg->file, image->width, image->height))
        jpeg->is_refused = true;
    else
        read_colours(jpeg, components);
}

/* B.1.1.5: behind a scan's head come coded data until a marker that is no restart. */
static size_t coded_data_end(struct slice bytes, size_t at)
{
    while (at + 1 < bytes.length) {
        unsigned next = big_endian(bytes.at + at + 1, 1);
        if (bytes.at[at] == '\xFF' && next != 0 && next != 0xFF &&
            !(next >= MARKER_RESTART && next <= MARKER_LAST_RESTART))
            return at;
        at++;
    }
    return bytes.length;
}

static void keep(struct jpeg *jpeg, size_t from, size_t to)
{
    buffer_bytes(&jpeg->kept, jpeg->file->bytes.at + from, to - from);
}

/* A marker and the segment that it begins, with the scan's data behind it. */
static void read_segment(struct jpeg *jpeg, unsigned marker)
{
    struct slice bytes = jpeg->file->bytes;
    size_t start = jpeg->at, size = 0;
    if (bytes.length - start >= 4)
        size = big_endian(bytes.at + start + 2, 2);
    if (size < 2 || size > bytes.length - start - 2) {
        refuse_jpeg(jpeg, "a JPEG file that ends too soon");
        return;
    }
    size_t end = start + 2 + size;
    if (is_frame(marker))
        read_frame(jpeg, marker, (struct slice){bytes.at + start + 4, size - 2});
    jpeg->has_tables |= marker == MARKER_QUANTIZATION;
    if (marker == MARKER_SCAN) {
        jpeg->has_scan = true;
        end = coded_data_end(bytes, end);
    }
    if (!is_left_out(marker))
        keep(jpeg, start, end);
    jpeg->at = end;
}

/* B.1.1.2: before a marker there may be fill bytes. */
static void read_marker(struct jpeg *jpeg)
{
    struct slice bytes = jpeg->file->bytes;
    while (jpeg->at + 2 < bytes.length && bytes.at[jpeg->at] == '\xFF' &&
           bytes.at[jpeg->at + 1] == '\xFF')
        jpeg->at++;
    if (bytes.length - jpeg->at < 2) {
        refuse_jpeg(jpeg, "a JPEG file that ends too soon");
    } else if (bytes.at[jpeg->at] != '\xFF') {
        refuse_jpeg(jpeg, "a damaged JPEG file");
    } else if (big_endian(bytes.at + jpeg->at + 1, 1) == MARKER_END) {
        keep(jpeg, jpeg->at, jpeg->at + MARKER);
        jpeg->has_ended = true;
    } else {
        read_segment(jpeg, big_endian(bytes.at + jpeg->at + 1, 1));
    }
}

struct image *read_jpeg(const struct image_file *file)
{
    struct jpeg jpeg = {.file = file,
                        .image = new_image(file, IMAGE_JPEG),
                        .kept = new_buffer(file->arena)};
    keep(&jpeg, 0, MARKER); /* the start of the image */
    jpeg.at = MARKER;
    while (!jpeg.is_refused && !jpeg.has_ended)
        read_marker(&jpeg);
    if (!jpeg.is_refused && !(jpeg.has_frame && jpeg.has_scan && jpeg.has_tables))
        refuse_jpeg(&jpeg, "a damaged JPEG file");
    jpeg.image->bytes = buffer_as_slice(&jpeg.kept);
    return jpeg.is_refused ? NULL : jpeg.image;
}
