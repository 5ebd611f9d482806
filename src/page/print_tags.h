/* The tree of structure tags as readable text: --dump tags. */
#ifndef PRINT_TAGS_H
#define PRINT_TAGS_H

#include "base/buffer.h"
#include "page/page.h"

/* With the text that the marks of finished pages bring to each tag. */
void print_tags(struct buffer *, const struct pages *);

#endif
