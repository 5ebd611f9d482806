/* Paths, pens and clips (ISO 32000-1 8.4.3, 8.5).  Every shape says all that it needs: a
 * form begins with whatever the page has set, and deflate finds what is repeated. */
#include "out/pdf_shapes.h"

#include "out/pdf_content.h"

/* Digits behind the point: a drawing's side is some thousands long. */
enum { STEP_DECIMALS = 1, PEN_DECIMALS = 3, MATRIX_DECIMALS = 6 };

static void write_numbers(struct buffer *out, const length *numbers, size_t count,
                          int decimals)
{
    for (size_t i = 0; i < count; i++) {
        buffer_length(out, numbers[i], decimals);
        buffer_byte(out, ' ');
    }
}

static void write_path(struct buffer *out, const struct path *path)
{
    static const struct {
        const char *operator;
        size_t points;
    } forms[] = {
        [STEP_MOVE] = {"m\n", 1},
        [STEP_LINE] = {"l\n", 1},
        [STEP_CURVE] = {"c\n", 3},
        [STEP_CLOSE] = {"h\n", 0},
    };
    for (size_t i = 0; i < path->count; i++) {
        const struct step *step = &path->at[i];
        for (size_t k = 0; k < forms[step->kind].points; k++)
            write_numbers(out, (const length[]){step->at[k].x, step->at[k].y}, 2,
                          STEP_DECIMALS);
        buffer_text(out, forms[step->kind].operator);
    }
}

static void write_pen(struct buffer *out, const struct pen *pen)
{
    write_numbers(out, &pen->width, 1, PEN_DECIMALS);
    buffer_format(out, "w %d J %d j ", pen->cap, pen->join);
    write_numbers(out, &pen->mitre, 1, PEN_DECIMALS);
    buffer_text(out, "M [");
    write_numbers(out, pen->dashes, pen->dash_count, PEN_DECIMALS);
    buffer_text(out, "] ");
    write_numbers(out, &pen->dash_start, 1, PEN_DECIMALS);
    buffer_text(out, "d\n");
}

static void write_line(struct buffer *out, const struct shape *shape)
{
    const struct pen *pen = &shape->pen;
    write_colour(out, shape->colour, "G\n", "RG\n");
    if (pen->is_skew) {
        buffer_text(out, "q\n");
        write_numbers(out, pen->matrix, 4, MATRIX_DECIMALS);
        buffer_text(out, "0 0 cm\n");
    }
    write_pen(out, pen);
    write_path(out, &shape->path);
    buffer_text(out, pen->is_skew ? "S\nQ\n" : "S\n");
}

static void write_fill(struct buffer *out, const struct shape *shape)
{
    write_colour(out, shape->colour, "g\n", "rg\n");
    write_path(out, &shape->path);
    buffer_text(out, shape->even_odd ? "f*\n" : "f\n");
}

/* Nothing is seen through a clip without a path. */
static void write_clip(struct buffer *out, const struct shape *shape)
{
    write_path(out, &shape->path);
    if (shape->path.count == 0)
        buffer_text(out, "0 0 0 0 re\n");
    buffer_text(out, shape->even_odd ? "W* n\n" : "W n\n");
}

/* Clips only get narrower; to end them is to go back to what was before the first. */
void write_shapes(struct buffer *out, const struct image *image)
{
    bool is_clipped = false;
    for (size_t i = 0; i < image->shape_count; i++) {
        const struct shape *shape = &image->shapes[i];
        switch (shape->kind) {
        case SHAPE_FILL:
            write_fill(out, shape);
            break;
        case SHAPE_STROKE:
            write_line(out, shape);
            break;
        case SHAPE_CLIP:
            buffer_text(out, is_clipped ? "" : "q\n");
            write_clip(out, shape);
            is_clipped = true;
            break;
        case SHAPE_END_CLIP:
            buffer_text(out, is_clipped ? "Q\n" : "");
            is_clipped = false;
            break;
        }
    }
    buffer_text(out, is_clipped ? "Q\n" : "");
}
