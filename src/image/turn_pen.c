/* The pen of a line: its size goes into width and dashes, what is left of the matrix is
 * kept only when it is no mere turn, which a round pen does not show. */
#include "image/turn_pen.h"

#include "base/vec.h"
#include <math.h>

/* How far entries may be from those of a turn, and from 1. */
static const double same = 1e-3, most = 1000;

static length scaled(length value, double factor)
{
    return llround(fmin((double)value * factor, 1e15));
}

static void scale_pen(struct arena *arena, struct pen *pen, double factor)
{
    length *dashes = arena_array(arena, pen->dash_count, sizeof *dashes);
    for (size_t i = 0; i < pen->dash_count; i++)
        dashes[i] = scaled(pen->dashes[i], factor);
    pen->dashes = dashes;
    pen->dash_start = scaled(pen->dash_start, factor);
    pen->width = scaled(pen->width, factor);
}

/* As the pen sees it: through the inverse of its matrix.  The copy leaves the path as it
 * is, which may be filled too. */
static struct path path_for_pen(struct arena *arena, const struct path *path,
                                const length matrix[4])
{
    const double a = (double)matrix[0] / POINT, b = (double)matrix[1] / POINT,
                 c = (double)matrix[2] / POINT, d = (double)matrix[3] / POINT;
    const double determinant = a * d - b * c;
    struct path seen = {0};
    for (size_t i = 0; i < path->count; i++) {
        struct step step = path->at[i];
        for (size_t k = 0; k < 3; k++) {
            double x = (double)step.at[k].x, y = (double)step.at[k].y;
            step.at[k].x = llround((d * x - c * y) / determinant);
            step.at[k].y = llround((a * y - b * x) / determinant);
        }
        vec_push(arena, &seen, step);
    }
    return seen;
}

static bool is_turn(const double matrix[4])
{
    double product = matrix[0] * matrix[2] + matrix[1] * matrix[3];
    double square = matrix[0] * matrix[0] + matrix[1] * matrix[1];
    return fabs(product) < same && fabs(square - 1) < same;
}

bool turn_pen(struct arena *arena, struct shape *shape, const double turned[4])
{
    double size = sqrt(fabs(turned[0] * turned[3] - turned[1] * turned[2]));
    if (!(size > 1e-4 && size < 1e8))
        return false;
    double matrix[4];
    for (size_t i = 0; i < 4; i += 2) {
        matrix[i] = (0.8 * turned[i] + 0.6 * turned[i + 1]) / size;
        matrix[i + 1] = (0.8 * turned[i + 1] - 0.6 * turned[i]) / size;
    }
    struct pen *pen = &shape->pen;
    for (size_t i = 0; i < 4; i++) {
        if (fabs(matrix[i]) > most)
            return false;
        pen->matrix[i] = llround(matrix[i] * (double)POINT);
    }
    scale_pen(arena, pen, size);
    pen->is_skew = !is_turn(matrix);
    if (pen->is_skew)
        shape->path = path_for_pen(arena, &shape->path, pen->matrix);
    return true;
}
