/* What is in the editions of a file, as a table. */
#ifndef PRINT_COUNTS_H
#define PRINT_COUNTS_H

#include "agendaset.h"
#include "base/buffer.h"

void print_counts(struct buffer *, const char *file, const struct agendaset_result *);

#endif
