/* Items and lines in words, one a row: what --dump shows. */
#ifndef PRINT_ITEMS_H
#define PRINT_ITEMS_H

#include "base/buffer.h"
#include "para/item.h"
#include "para/line.h"

void print_items(struct buffer *, const struct passage *, const struct runs *,
                 const struct items *);
void print_lines(struct buffer *, const struct lines *);

#endif
