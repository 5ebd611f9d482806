/* Lengths are integers: 1/65536 of a point (1/72 inch), 64 bits. */
#ifndef LENGTH_H
#define LENGTH_H

#include "base/slice.h"
#include <stdbool.h>
#include <stdint.h>

typedef int64_t length;

#define POINT      ((length)65536)
#define LENGTH_MAX INT64_MAX

/* A whole number of points, for what no layout can say. */
#define POINTS(n) ((length)(n)*POINT)

/* "10.5pt", "18mm", "1.5cm", "2em", "12" (points).  `em` is what an em is here.
 * False when it is no length, or beyond +-10 m. */
bool length_from_text(struct slice, length em, length *result);

/* value * numerator / denominator in 128 bits, rounded half away from 0. */
length length_scale(length value, int64_t numerator, int64_t denominator);

double length_in_points(length); /* for printing only */

#endif
