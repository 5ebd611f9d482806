/* Where the bytes of a scalar stand in the file, and what YAML silently took from it. */
#ifndef YAML_SCALAR_H
#define YAML_SCALAR_H

#include "read/yaml_tree.h"

/* Fills place, is_exact and offsets of a scalar that was written in [start, end). */
void place_scalar(struct arena *, struct node *, const struct source *, size_t start,
                  size_t end);
/* Tells what a plain value lost behind “ #”, and lines it swallowed that look like
 * entries of a list.  A value that was lost whole gets the comment as its text. */
void check_plain_scalar(struct node *, const struct source *, size_t start, size_t end,
                        struct diagnostics *);

#endif
