/* The pen of a line that was drawn through a matrix. */
#ifndef TURN_PEN_H
#define TURN_PEN_H

#include "image/image.h"

/* The shape's pen, seen through `matrix` (of a turned drawing, see image/drawing.h), is
 * turned back.  The path is changed only when lines are not equally thick in all
 * directions.  False when the matrix is out of all measure. */
bool turn_pen(struct arena *, struct shape *, const double matrix[4]);

#endif
