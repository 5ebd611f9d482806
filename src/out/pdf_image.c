/* Pictures: pixels as an image XObject (ISO 32000-1 8.9.5), shapes as a form XObject
 * (8.10).  Neither has transparency, and pixels are not interpolated, as is the default
 * (ISO 19005-2 6.2.8.1). */
#include "out/pdf_image.h"

#include "base/vec.h"
#include "image/image.h"
#include "out/pdf_shapes.h"

/* A scale's digits behind the point: a hundredth of a point on the largest drawing. */
enum { SCALE_DECIMALS = 6 };

/* From 1; 0: it is none of them. */
static size_t image_number(const struct pdf *pdf, const struct image *image)
{
    for (size_t i = 0; i < pdf->images.count; i++)
        if (pdf->images.at[i] == image)
            return i + 1;
    return 0;
}

/* "[/Indexed /DeviceRGB 3 <...>]" for a palette. */
static void put_colour_space(struct pdf *pdf, HPDF_Dict object, const struct image *image)
{
    struct buffer value = new_buffer(pdf->arena);
    if (image->palette.length == 0) {
        put_name(pdf, object, "ColorSpace",
                 image->components == 1 ? "DeviceGray" : "DeviceRGB");
        return;
    }
    buffer_text(&value, "/Indexed/DeviceRGB ");
    buffer_integer(&value, (int64_t)image->palette.length / 3 - 1);
    buffer_byte(&value, '<');
    buffer_hex(&value, image->palette.at, image->palette.length);
    buffer_byte(&value, '>');
    put_array(pdf, object, "ColorSpace", buffer_as_slice(&value));
}

/* Table 10, predictor 15: each row says which of PNG's filters it went through. */
static void put_png_parameters(struct pdf *pdf, HPDF_Dict object,
                               const struct image *image)
{
    struct buffer value = new_buffer(pdf->arena);
    buffer_format(&value, "<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %u>>",
                  image->components, image->depth, image->width);
    put_value(pdf, object, "DecodeParms", buffer_as_slice(&value));
}

static HPDF_Dict add_pixel_stream(struct pdf *pdf, const struct image *image)
{
    if (image->kind == IMAGE_SAMPLES)
        return new_stream(pdf, EFFORT_USUAL, image->bytes);
    HPDF_Dict object = new_plain_stream(pdf, image->bytes);
    put_name(pdf, object, "Filter",
             image->kind == IMAGE_JPEG ? "DCTDecode" : "FlateDecode");
    if (image->kind == IMAGE_PNG)
        put_png_parameters(pdf, object, image);
    return object;
}

static HPDF_Dict add_pixels(struct pdf *pdf, const struct image *image)
{
    HPDF_Dict object = add_pixel_stream(pdf, image);
    put_name(pdf, object, "Subtype", "Image");
    put_number(pdf, object, "Width", image->width);
    put_number(pdf, object, "Height", image->height);
    put_number(pdf, object, "BitsPerComponent", (size_t)image->depth);
    put_colour_space(pdf, object, image);
    return object;
}

static HPDF_Dict add_form(struct pdf *pdf, const struct image *image)
{
    struct buffer content = new_buffer(pdf->arena);
    write_shapes(&content, image);
    HPDF_Dict object = new_stream(pdf, EFFORT_USUAL, buffer_as_slice(&content));
    put_name(pdf, object, "Subtype", "Form");
    const char *box = arena_format(pdf->arena, "0 0 %u %u", image->width, image->height);
    put_array(pdf, object, "BBox", slice_from_text(box));
    put_value(pdf, object, "Resources", SLICE("<<>>"));
    return object;
}

static void add_image(struct pdf *pdf, const struct image *image)
{
    if (image_number(pdf, image) > 0)
        return;
    if (pdf->image_names == NULL)
        pdf->image_names = new_object(pdf, NULL);
    HPDF_Dict object =
        image->kind == IMAGE_SHAPES ? add_form(pdf, image) : add_pixels(pdf, image);
    put_name(pdf, object, "Type", "XObject");
    vec_push(pdf->arena, &pdf->images, image);
    put_reference(pdf, pdf->image_names,
                  arena_format(pdf->arena, "I%zu", pdf->images.count), object);
}

void add_images(struct pdf *pdf)
{
    for (size_t i = 0; i < pdf->pages->count; i++) {
        const struct marks *marks = &pdf->pages->at[i].marks;
        for (size_t k = 0; k < marks->count; k++)
            if (marks->at[k].kind == MARK_IMAGE)
                add_image(pdf, marks->at[k].image);
    }
}

/* Pixels fill the unit square upwards; shapes count from their upper edge downwards. */
static void write_matrix(const struct content *content, const struct mark *mark)
{
    const struct image *image = mark->image;
    const struct rectangle *box = &mark->box;
    bool has_shapes = image->kind == IMAGE_SHAPES;
    length bottom = content->page_height - box->y - (has_shapes ? 0 : box->height);
    struct buffer *out = content->out;
    buffer_decimal(out, box->width, has_shapes ? POINTS(image->width) : POINT,
                   SCALE_DECIMALS);
    buffer_text(out, " 0 0 ");
    buffer_decimal(out, has_shapes ? -box->height : box->height,
                   has_shapes ? POINTS(image->height) : POINT, SCALE_DECIMALS);
    buffer_byte(out, ' ');
    buffer_length(out, box->x, PLACE_DECIMALS);
    buffer_byte(out, ' ');
    buffer_length(out, bottom, PLACE_DECIMALS);
    buffer_text(out, " cm\n");
}

void write_image(struct content *content, const struct mark *mark)
{
    begin_sequence(content, mark);
    end_text(content);
    buffer_text(content->out, "q\n");
    write_matrix(content, mark);
    buffer_format(content->out, "/I%zu Do\nQ\n", image_number(content->pdf, mark->image));
}
