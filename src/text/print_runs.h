/* Runs and line ends in print: what --dump shows and tests compare. */
#ifndef PRINT_RUNS_H
#define PRINT_RUNS_H

#include "base/buffer.h"
#include "text/breaks.h"

/* One line a run: bytes, text, face, script, language, level, glyphs and width. */
void print_runs(struct buffer *, const struct passage *, const struct runs *);

/* The text, and under each character the price of a line end before it:
 *     . free  j after a join  / after a slash  x last resort  ! must
 * and nothing where it is forbidden.  Long texts are cut into rows. */
void print_breaks(struct buffer *, const struct passage *, const int *price);

#endif
