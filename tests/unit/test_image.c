/* Tests of reading pictures: good ones of every kind, and every way to be refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "image/drawing.h"
#include "image/image_readers.h"

#define PICTURES "tests/images"

static struct recovery recovery;

struct fixture {
    struct diagnostics diagnostics;
    struct image_file file;
    char *buffer; /* a copy of the bytes at their exact size, so that reading beyond is
                     seen */
};

static int open_fixture(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    struct arena *arena = new_arena(&recovery, 0);
    if (f == NULL || arena == NULL || setjmp(recovery.jump) != 0)
        abort();
    f->diagnostics.arena = arena;
    f->file = (struct image_file){arena, &f->diagnostics, "file", {0}, {0}};
    *state = f;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;
    free_arena(f->file.arena);
    free(f->buffer);
    free(f);
    return 0;
}

/* What was told of other bytes is forgotten. */
static void set_bytes(struct fixture *f, struct slice bytes)
{
    f->diagnostics = (struct diagnostics){.arena = f->file.arena};
    free(f->buffer);
    f->buffer = malloc(bytes.length + 1);
    memcpy(f->buffer, bytes.at, bytes.length);
    f->buffer = realloc(f->buffer, bytes.length > 0 ? bytes.length : 1);
    f->file.bytes = (struct slice){f->buffer, bytes.length};
}

static struct slice stored(struct fixture *f, const char *name)
{
    struct slice bytes;
    char *path = join_path(f->file.arena, PICTURES, name);
    assert_null(read_file(f->file.arena, path, 1 << 20, &bytes).text);
    return bytes;
}

/* What was told last; "" when nothing was. */
static const char *told(const struct fixture *f)
{
    return f->diagnostics.count == 0 ? ""
                                     : f->diagnostics.at[f->diagnostics.count - 1].text;
}

static void assert_told(const struct fixture *f, const char *part)
{
    if (strstr(told(f), part) == NULL)
        fail_msg("“%s” is not in “%s”", part, told(f));
}

/* PNG files, put together from what their header says and their rows. */

struct png {
    unsigned width, height;
    int depth, colour_type, interlace;
    struct slice palette, transparency, rows; /* rows with their filter bytes */
};

static void add_number(struct buffer *to, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_byte(to, (char)(number >> shift));
}

static void add_chunk(struct buffer *to, const char *type, struct slice data)
{
    add_number(to, (uint32_t)data.length);
    size_t start = to->count;
    buffer_text(to, type);
    buffer_slice(to, data);
    add_number(to, libdeflate_crc32(0, to->at + start, to->count - start));
}

static struct slice deflated(struct arena *arena, struct slice rows)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
    size_t room = libdeflate_zlib_compress_bound(compressor, rows.length);
    char *at = arena_alloc(arena, room);
    size_t size = libdeflate_zlib_compress(compressor, rows.at, rows.length, at, room);
    libdeflate_free_compressor(compressor);
    return (struct slice){at, size};
}

static struct slice make_png(struct arena *arena, const struct png *png)
{
    struct buffer file = new_buffer(arena), header = new_buffer(arena);
    add_number(&header, png->width);
    add_number(&header, png->height);
    const char rest[] = {(char)png->depth, (char)png->colour_type, 0, 0,
                         (char)png->interlace};
    buffer_bytes(&header, rest, sizeof rest);
    buffer_text(&file, "\x89PNG\r\n\x1A\n");
    add_chunk(&file, "IHDR", buffer_as_slice(&header));
    if (png->palette.length > 0)
        add_chunk(&file, "PLTE", png->palette);
    if (png->transparency.length > 0)
        add_chunk(&file, "tRNS", png->transparency);
    struct slice data = deflated(arena, png->rows);
    size_t half = data.length / 2;
    add_chunk(&file, "IDAT", (struct slice){data.at, half});
    add_chunk(&file, "IDAT", (struct slice){data.at + half, data.length - half});
    add_chunk(&file, "IEND", SLICE(""));
    return buffer_as_slice(&file);
}

static const struct png grey_png = {2, 2, 8, 0, 0, {0}, {0}, {"\0\0\x80\0\xFF\x40", 6}};

static const struct image *read_made_png(struct fixture *f, const struct png *png)
{
    set_bytes(f, make_png(f->file.arena, png));
    return read_png(&f->file);
}

static void test_an_opaque_png_is_kept(void **state)
{
    struct fixture *f = *state;
    const struct image *image = read_made_png(f, &grey_png);
    assert_non_null(image);
    assert_int_equal(image->kind, IMAGE_PNG);
    assert_int_equal(image->width, 2);
    assert_int_equal(image->height, 2);
    assert_int_equal(image->components, 1);
    assert_int_equal(image->depth, 8);
    struct slice data = deflated(f->file.arena, grey_png.rows);
    assert_true(slice_same(image->bytes, data));
}

static void test_a_palette_is_kept(void **state)
{
    struct fixture *f = *state;
    const struct png png = {4, 1, 1, 3, 0, {"\xFF\0\0\0\0\xFF", 6}, {0}, {"\0\x50", 2}};
    const struct image *image = read_made_png(f, &png);
    assert_non_null(image);
    assert_int_equal(image->components, 1);
    assert_int_equal(image->depth, 1);
    assert_true(slice_same(image->palette, png.palette));
}

static void test_sixteen_bits_are_kept(void **state)
{
    struct fixture *f = *state;
    const struct png png = {1, 1, 16, 2, 0, {0}, {0}, {"\0\1\2\3\4\5\6", 7}};
    const struct image *image = read_made_png(f, &png);
    assert_non_null(image);
    assert_int_equal(image->components, 3);
    assert_int_equal(image->depth, 16);
}

static void assert_samples(const struct image *image, int components, const char *samples,
                           size_t count)
{
    assert_non_null(image);
    assert_int_equal(image->kind, IMAGE_SAMPLES);
    assert_int_equal(image->components, components);
    assert_int_equal(image->depth, 8);
    assert_int_equal(image->bytes.length, count);
    assert_memory_equal(image->bytes.at, samples, count);
}

static void test_transparent_pixels_lie_on_white(void **state)
{
    struct fixture *f = *state;
    const struct png colour = {
        3, 1, 8, 6, 0, {0}, {0}, {"\0\xC8\0\xC8\0\0\0\0\x80\x0A\x14\x1E\xFF", 13}};
    assert_samples(read_made_png(f, &colour), 3, "\xFF\xFF\xFF\x7F\x7F\x7F\x0A\x14\x1E",
                   9);
    const struct png grey = {2, 1, 8, 4, 0, {0}, {0}, {"\0\x10\xFF\x10\0", 5}};
    assert_samples(read_made_png(f, &grey), 1, "\x10\xFF", 2);
    /* index 1 is transparent; a grey of 128 is */
    const struct png palette = {
        2, 1, 8, 3, 0, {"\1\2\3\4\5\6", 6}, {"\xFF\0", 2}, {"\0\0\1", 3}};
    assert_samples(read_made_png(f, &palette), 3, "\1\2\3\xFF\xFF\xFF", 6);
    struct png key = grey_png;
    key.transparency = (struct slice){"\0\x80", 2};
    assert_samples(read_made_png(f, &key), 1, "\0\xFF\xFF\x40", 4);
}

static void test_interlaced_rows_are_put_in_order(void **state)
{
    struct fixture *f = *state;
    /* Adam7: of 2 × 2 pixels the first is alone, so is its neighbour, then a row. */
    const struct png png = {2, 2, 8, 0, 1, {0}, {0}, {"\0\1\0\2\0\3\4", 7}};
    assert_samples(read_made_png(f, &png), 1, "\1\2\3\4", 4);
}

static void test_damaged_pngs_are_refused(void **state)
{
    struct fixture *f = *state;
    struct slice good = make_png(f->file.arena, &grey_png);
    char *bad = arena_text(f->file.arena, good.at, good.length);
    bad[good.length - 14] ^= 1; /* the last IDAT's checksum */
    set_bytes(f, (struct slice){bad, good.length});
    assert_null(read_png(&f->file));
    assert_told(f, "file: a damaged PNG file (IDAT: CRC error)");
    for (size_t size = 8; size < good.length - 12; size++) {
        set_bytes(f, (struct slice){good.at, size});
        assert_null(read_png(&f->file));
    }
    struct png few = grey_png;
    few.rows.length = 4;
    assert_null(read_made_png(f, &few));
    assert_told(f, "a damaged PNG file");
    struct png filter = grey_png;
    filter.rows = (struct slice){"\7\0\x80\0\xFF\x40", 6};
    assert_null(read_made_png(f, &filter));
    struct png depth = grey_png;
    depth.depth = 3;
    assert_null(read_made_png(f, &depth));
}

static void test_pixels_are_counted_before_they_are_decoded(void **state)
{
    struct fixture *f = *state;
    struct png png = grey_png;
    png.width = 5001;
    png.height = 5000;
    assert_null(read_made_png(f, &png));
    assert_told(f, "5001 × 5000 pixels; 25 million are the most");
    png.width = png.height = 0x80000001; /* 2^62: 0 in 32 bits but for one pixel */
    assert_null(read_made_png(f, &png));
    assert_told(f, "pixels; 25 million are the most");
    assert_true(f->diagnostics.limit);
    png.width = 0;
    assert_null(read_made_png(f, &png));
    assert_told(f, "a damaged PNG file");
}

static void test_jpegs_are_kept_without_what_cameras_add(void **state)
{
    struct fixture *f = *state;
    struct slice bytes = stored(f, "arms.jpg");
    assert_non_null(memmem(bytes.at, bytes.length, "a secret place", 14));
    set_bytes(f, bytes);
    const struct image *image = read_jpeg(&f->file);
    assert_non_null(image);
    assert_int_equal(image->kind, IMAGE_JPEG);
    assert_int_equal(image->width, 120);
    assert_int_equal(image->height, 100);
    assert_int_equal(image->components, 3);
    assert_null(memmem(image->bytes.at, image->bytes.length, "a secret place", 14));
    assert_memory_equal(image->bytes.at, "\xFF\xD8\xFF\xE0", 4);
    assert_memory_equal(image->bytes.at + image->bytes.length - 2, "\xFF\xD9", 2);

    set_bytes(f, stored(f, "grey.jpg"));
    image = read_jpeg(&f->file);
    assert_non_null(image);
    assert_int_equal(image->components, 1);
    assert_true(slice_same(image->bytes, f->file.bytes));
}

static void test_jpegs_are_cut_behind_their_end(void **state)
{
    struct fixture *f = *state;
    struct slice good = stored(f, "grey.jpg");
    struct buffer more = new_buffer(f->file.arena);
    buffer_slice(&more, good);
    buffer_text(&more, "another file");
    set_bytes(f, buffer_as_slice(&more));
    const struct image *image = read_jpeg(&f->file);
    assert_non_null(image);
    assert_true(slice_same(image->bytes, good));
}

/* The frame's marker in a file that holds nothing like it before. */
static char *frame(const struct fixture *f)
{
    char *found = memmem(f->buffer, f->file.bytes.length, "\xFF\xC0", 2);
    assert_non_null(found);
    return found;
}

static void test_other_jpegs_are_refused(void **state)
{
    struct fixture *f = *state;
    set_bytes(f, stored(f, "cmyk.jpg"));
    assert_null(read_jpeg(&f->file));
    assert_told(f, "a JPEG file in CMYK");
    struct slice good = stored(f, "grey.jpg");
    set_bytes(f, good);
    frame(f)[1] = (char)0xC9; /* arithmetic coding */
    assert_null(read_jpeg(&f->file));
    assert_told(f, "a JPEG file of a rare kind");
    set_bytes(f, good);
    frame(f)[4] = 12; /* bits */
    assert_null(read_jpeg(&f->file));
    assert_told(f, "a JPEG file of a rare kind");
    set_bytes(f, good);
    memset(frame(f) + 5, 0xFF, 4);
    assert_null(read_jpeg(&f->file));
    assert_told(f, "65535 × 65535 pixels");
    set_bytes(f, good);
    memset(frame(f) + 5, 0, 2); /* the height follows in a DNL segment */
    assert_null(read_jpeg(&f->file));
    assert_told(f, "a damaged JPEG file");
    for (size_t size = 3; size < good.length; size++) {
        set_bytes(f, (struct slice){good.at, size});
        assert_null(read_jpeg(&f->file));
    }
    assert_told(f, "a JPEG file that ends too soon");
}

static const struct image *read_drawn(struct fixture *f, const char *content)
{
    const char *svg = arena_format(f->file.arena,
                                   "<svg xmlns='http://www.w3.org/2000/svg' "
                                   "xmlns:xlink='http://www.w3.org/1999/xlink' "
                                   "width='100' height='50'>%s</svg>",
                                   content);
    set_bytes(f, slice_from_text(svg));
    return read_svg(&f->file);
}

/* A unit of the drawing is 4096 / 100; cairo's grid is 1/256 of a pixel. */
static void assert_near(length value, double units)
{
    assert_true(llabs(value - (length)(units * 40.96 * POINT)) < POINT / 64);
}

static void test_shapes_stay_shapes(void **state)
{
    struct fixture *f = *state;
    const struct image *image = read_drawn(
        f, "<path d='M10 20H60V30H30V40H10Z' fill='#336699'/>"
           "<circle cx='50' cy='25' r='5' fill='none' stroke='gray'"
           " stroke-width='2' stroke-linecap='round' stroke-dasharray='3 1'/>");
    assert_string_equal(told(f), "");
    assert_int_equal(image->kind, IMAGE_SHAPES);
    assert_int_equal(image->width, 4096);
    assert_int_equal(image->height, 2048);
    assert_int_equal(image->shape_count, 2);
    const struct shape *fill = &image->shapes[0], *stroke = &image->shapes[1];
    assert_int_equal(fill->kind, SHAPE_FILL);
    assert_int_equal(fill->colour.red, 200);
    assert_int_equal(fill->colour.green, 400);
    assert_int_equal(fill->colour.blue, 600);
    assert_int_equal(fill->path.count, 7);
    assert_int_equal(fill->path.at[0].kind, STEP_MOVE);
    assert_near(fill->path.at[1].at[0].x, 60);
    assert_near(fill->path.at[1].at[0].y, 20);
    assert_int_equal(fill->path.at[6].kind, STEP_CLOSE);
    assert_int_equal(stroke->kind, SHAPE_STROKE);
    assert_true(stroke->colour.is_grey);
    assert_int_equal(stroke->colour.grey, 502);
    assert_int_equal(stroke->path.at[1].kind, STEP_CURVE);
    assert_near(stroke->pen.width, 2);
    assert_int_equal(stroke->pen.cap, 1);
    assert_int_equal(stroke->pen.dash_count, 2);
    assert_near(stroke->pen.dashes[0], 3);
    assert_false(stroke->pen.is_skew);
}

static void test_a_stretched_pen_has_a_matrix(void **state)
{
    struct fixture *f = *state;
    const struct image *image =
        read_drawn(f, "<path transform='scale(2 .5)' d='M10 20L30 60' stroke='black'/>");
    assert_non_null(image);
    const struct shape *stroke = &image->shapes[image->shape_count - 1];
    const struct pen *pen = &stroke->pen;
    assert_true(pen->is_skew);
    assert_near(pen->width, 1);
    assert_int_equal(pen->matrix[0], 2 * POINT);
    assert_int_equal(pen->matrix[1], 0);
    assert_int_equal(pen->matrix[3], POINT / 2);
    const struct point *end = &stroke->path.at[1].at[0];
    assert_near(2 * end->x, 60);
    assert_near(end->y / 2, 30);
}

static void test_clips_end_where_they_end(void **state)
{
    struct fixture *f = *state;
    const struct image *image =
        read_drawn(f, "<clipPath id='c'><circle cx='50' cy='25' r='9'/></clipPath>"
                      "<rect clip-path='url(#c)' width='90' height='9'/>"
                      "<rect width='9' height='9' fill='white'/>");
    assert_non_null(image);
    size_t last = image->shape_count - 1;
    assert_int_equal(image->shapes[0].kind, SHAPE_CLIP);
    assert_int_equal(image->shapes[last - 2].kind, SHAPE_FILL);
    assert_int_equal(image->shapes[last - 1].kind, SHAPE_END_CLIP);
    assert_int_equal(image->shapes[last].kind, SHAPE_FILL);
    assert_int_equal(image->shapes[last].colour.grey, 1000);
}

static void test_what_would_not_print_is_named(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *content, *told;
    } cases[] = {
        {"<rect width='9' height='9' fill-opacity='.5'/>", "a colour with transparency"},
        {"<rect width='9' height='9' fill='gray' fill-opacity='.5'/>",
         "a colour with transparency"},
        {"<rect width='9' height='9' fill='red' fill-opacity='.5'/>",
         "a colour with transparency"},
        {"<g opacity='.5'><rect width='9' height='9'/></g>", "a group with transparency"},
        {"<linearGradient id='g'><stop stop-color='red'/><stop offset='1'/>"
         "</linearGradient><rect width='9' height='9' fill='url(#g)'/>",
         "a gradient"},
        {"<radialGradient id='g'><stop stop-color='red'/><stop offset='1'/>"
         "</radialGradient><rect width='9' height='9' fill='url(#g)'/>",
         "a gradient"},
        {"<pattern id='p' width='2' height='2' patternUnits='userSpaceOnUse'>"
         "<circle r='1'/></pattern><rect width='9' height='9' fill='url(#p)'/>",
         "a pattern"},
        {"<mask id='m'><rect width='5' height='5' fill='white'/></mask>"
         "<rect mask='url(#m)' width='9' height='9'/>",
         "a mask"},
        {"<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>"
         "<rect filter='url(#f)' width='9' height='9'/>",
         "a filter"},
        {"<g style='mix-blend-mode:multiply'><rect width='9' height='9'/></g>",
         "a pattern or a blend mode"},
        {"<image width='9' height='9' xlink:href='data:image/png;base64,iVBORw0KGgoAAAAN"
         "SUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='/"
         ">",
         "a picture of pixels"},
        {"\n\n<g><text y='9'>A</text></g>", "text cannot be printed (line 3)"},
        {"<svg:text xmlns:svg='http://www.w3.org/2000/svg'/>", "text cannot be printed"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(read_drawn(f, cases[i].content));
        assert_told(f, cases[i].told);
    }
    assert_false(f->diagnostics.limit);
}

static void test_words_that_are_no_text_are_let_be(void **state)
{
    struct fixture *f = *state;
    const struct image *image =
        read_drawn(f, "<!-- <text> --><title>text</title><textual/>"
                      "<style><![CDATA[ /* <text> */ rect { fill: red } ]]></style>"
                      "<rect width='9' height='9'/>");
    assert_string_equal(told(f), "");
    assert_int_equal(image->shapes[0].colour.red, 1000);
}

static void test_the_viewbox_gives_the_proportions(void **state)
{
    struct fixture *f = *state;
    set_bytes(f, SLICE("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 4'>"
                       "<rect width='1' height='2'/></svg>"));
    const struct image *image = read_svg(&f->file);
    assert_non_null(image);
    assert_int_equal(image->width, 1024);
    assert_int_equal(image->height, 4096);
    set_bytes(f, SLICE("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    assert_null(read_svg(&f->file));
    assert_told(f, "it tells neither its size nor its viewBox");
}

static void test_broken_svgs_are_refused(void **state)
{
    struct fixture *f = *state;
    set_bytes(f,
              SLICE("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><g>"));
    assert_null(read_svg(&f->file));
    assert_told(f, "file: ");
    set_bytes(f, SLICE("<html/>"));
    assert_null(read_svg(&f->file));
}

/* 10^5 times a path of many steps. */
static void test_an_endless_drawing_is_broken_off(void **state)
{
    struct fixture *f = *state;
    struct buffer svg = new_buffer(f->file.arena);
    buffer_text(&svg, "<path id='a0' d='M0 0");
    for (int i = 0; i < 2000; i++)
        buffer_format(&svg, "L%d %d", i % 97, i % 89);
    buffer_text(&svg, "'/>");
    for (int i = 1; i < 6; i++) {
        buffer_format(&svg, "<g id='a%d'>", i);
        for (int k = 0; k < 10; k++)
            buffer_format(&svg, "<use xlink:href='#a%d'/>", i - 1);
        buffer_text(&svg, "</g>");
    }
    assert_null(read_drawn(f, buffer_string(&svg)));
    assert_true(f->diagnostics.limit);
}

static void test_the_first_bytes_tell_the_kind(void **state)
{
    struct fixture *f = *state;
    struct image_shelf shelf = {f->file.arena, &f->diagnostics, NULL, 0, 0};
    static const struct {
        const char *name;
        enum image_kind kind;
    } files[] = {
        {"arms.svg", IMAGE_SHAPES}, {"arms.jpg", IMAGE_JPEG},
        {"palette.png", IMAGE_PNG}, {"alpha.png", IMAGE_SAMPLES},
        {"./grey.png", IMAGE_PNG},
    };
    struct place place = {0};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct image *image = find_image(&shelf, PICTURES, files[i].name, place);
        assert_non_null(image);
        assert_int_equal(image->kind, files[i].kind);
        assert_ptr_equal(find_image(&shelf, PICTURES, files[i].name, place), image);
    }
    assert_int_equal(shelf.count, sizeof files / sizeof *files);
    assert_null(find_image(&shelf, PICTURES, "run", place));
    assert_told(f, "run: neither an SVG nor a PNG nor a JPEG file");
}

static void test_files_elsewhere_are_not_read(void **state)
{
    struct fixture *f = *state;
    struct image_shelf shelf = {f->file.arena, &f->diagnostics, NULL, 0, 0};
    char folder[] = "/tmp/test_image.XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *inside = join_path(f->file.arena, folder, "inside");
    const char *link = join_path(f->file.arena, folder, "link.svg");
    const char *way = join_path(f->file.arena, folder, "way");
    const char *pipe = join_path(f->file.arena, folder, "pipe.svg");
    assert_int_equal(mkdir(inside, 0700), 0);
    assert_int_equal(symlink("/etc/passwd", link), 0);
    assert_int_equal(symlink("inside", way), 0);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    struct file_error error = write_file(
        f->file.arena, join_path(f->file.arena, inside, "a..svg"), SLICE("<svg/>"));
    assert_null(error.text);
    static const struct {
        const char *name, *told;
    } cases[] = {
        {"missing.svg", "missing.svg: No such file or directory"},
        {"/etc/passwd", "leads out of the folder"},
        {"../passwd", "leads out of the folder"},
        {"inside/../../passwd", "leads out of the folder"},
        {"inside/..", "leads out of the folder"},
        {"link.svg", "link.svg: is a symbolic link"},
        {"way/a..svg", "way/a..svg: Not a directory"},
        {"inside", "inside: Is a directory"},
        {"inside/", "No such file or directory"},
        {"pipe.svg", "pipe.svg: No such device"},
        {"inside/a..svg", "it tells neither its size"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(find_image(&shelf, folder, cases[i].name, (struct place){0}));
        assert_told(f, cases[i].told);
    }
    assert_int_equal(unlink(join_path(f->file.arena, inside, "a..svg")), 0);
    assert_int_equal(rmdir(inside) + unlink(link) + unlink(way) + unlink(pipe), 0);
    assert_int_equal(rmdir(folder), 0);
}

static unsigned next_random(unsigned *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void damage(struct fixture *f, unsigned *state)
{
    size_t changes = 1 + next_random(state) % 4;
    for (size_t i = 0; i < changes; i++)
        f->buffer[next_random(state) % f->file.bytes.length] = (char)next_random(state);
    f->file.bytes.length -= next_random(state) % (f->file.bytes.length / 4);
}

/* Whatever the bytes: a picture or a message, and no byte read beyond them. */
static void test_damaged_bytes_do_no_harm(void **state)
{
    struct fixture *f = *state;
    unsigned seed = 20200706;
    struct slice png = make_png(f->file.arena, &grey_png);
    struct slice drawn = stored(f, "alpha.png"), jpeg = stored(f, "grey.jpg");
    for (int i = 0; i < 1000; i++) {
        struct slice bytes = i % 4 == 0 ? png : i % 4 == 1 ? drawn : jpeg;
        struct image *(*read)(const struct image_file *) =
            i % 4 > 1 ? read_jpeg : read_png;
        set_bytes(f, bytes);
        damage(f, &seed);
        assert_true(read(&f->file) != NULL || f->diagnostics.count > 0);
    }
}

static void test_damaged_drawings_do_no_harm(void **state)
{
    struct fixture *f = *state;
    unsigned seed = 19861017;
    struct drawing good = draw_svg(f->file.arena, stored(f, "arms.svg"));
    assert_null(good.trouble);
    assert_null(read_drawing(f->file.arena, &good).refused);
    for (int i = 0; i < 1000; i++) {
        struct drawing drawing = good;
        set_bytes(f, good.script);
        damage(f, &seed);
        drawing.script = f->file.bytes;
        struct shapes shapes = read_drawing(f->file.arena, &drawing);
        for (size_t k = 0; k < shapes.count; k++)
            assert_in_range(shapes.at[k].pen.cap, 0, 2);
    }
}

/* Reads a picture with the given allocation failing; false when it was not reached. */
static bool read_with_failure(const char *name, size_t allocation)
{
    struct arena *arena = new_arena(&recovery, 0);
    assert_non_null(arena);
    if (setjmp(recovery.jump) != 0) {
        free_arena(arena);
        assert_int_equal(recovery.status, STATUS_LIMIT);
        return true;
    }
    struct diagnostics diagnostics = {.arena = arena};
    struct image_shelf shelf = {arena, &diagnostics, NULL, 0, 0};
    arena_fail_after(arena, allocation);
    assert_non_null(find_image(&shelf, PICTURES, name, (struct place){0}));
    arena_fail_after(arena, 0);
    free_arena(arena);
    return false;
}

static void test_the_end_of_memory_is_told_wherever_it_comes(void **state)
{
    (void)state;
    static const char *const names[] = {"arms.jpg", "alpha.png", "palette.png",
                                        "arms.svg"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t allocation = 1;
        while (read_with_failure(names[i], allocation))
            allocation++;
        assert_true(allocation > 5);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_an_opaque_png_is_kept),
        TEST(test_a_palette_is_kept),
        TEST(test_sixteen_bits_are_kept),
        TEST(test_transparent_pixels_lie_on_white),
        TEST(test_interlaced_rows_are_put_in_order),
        TEST(test_damaged_pngs_are_refused),
        TEST(test_pixels_are_counted_before_they_are_decoded),
        TEST(test_jpegs_are_kept_without_what_cameras_add),
        TEST(test_jpegs_are_cut_behind_their_end),
        TEST(test_other_jpegs_are_refused),
        TEST(test_shapes_stay_shapes),
        TEST(test_a_stretched_pen_has_a_matrix),
        TEST(test_clips_end_where_they_end),
        TEST(test_what_would_not_print_is_named),
        TEST(test_words_that_are_no_text_are_let_be),
        TEST(test_the_viewbox_gives_the_proportions),
        TEST(test_broken_svgs_are_refused),
        TEST(test_an_endless_drawing_is_broken_off),
        TEST(test_the_first_bytes_tell_the_kind),
        TEST(test_files_elsewhere_are_not_read),
        TEST(test_damaged_bytes_do_no_harm),
        TEST(test_damaged_drawings_do_no_harm),
        cmocka_unit_test(test_the_end_of_memory_is_told_wherever_it_comes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
