/* Tables of Markdown files as rows of cells: with bars, with tabs, in HTML. */
#ifndef IMPORT_READ_GRID_H
#define IMPORT_READ_GRID_H

#include "import/passage.h"

struct grid_row {
    struct passage *at;
    size_t count, capacity;
};

struct grid {
    struct grid_row *at;
    size_t count, capacity;
    size_t columns;
    bool has_heads; /* the first row */
    struct place place;
};

/* Whether a table begins with this block; the block behind it in *next. */
bool read_grid(struct importer *, size_t block, struct grid *, size_t *next);

#endif
