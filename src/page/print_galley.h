/* A galley as readable text: --dump galley. */
#ifndef PRINT_GALLEY_H
#define PRINT_GALLEY_H

#include "base/buffer.h"
#include "page/galley.h"

void print_galley(const struct galley *, struct buffer *);

#endif
