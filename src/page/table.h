/* Tables: where columns stand, and rows of cells that become slugs. */
#ifndef TABLE_H
#define TABLE_H

#include "page/flow_block.h"

/* x from the left text margin. */
struct table_column {
    length x, width;
};

struct table_columns {
    struct table_column *at;
    size_t count;
    length x, width; /* of the whole table */
};

/* Columns in a table as wide as the column of text: those without a width share what the
 * others leave. */
struct table_columns set_columns(const struct typesetter *,
                                 const struct timetable_form *);

/* A cell's lines, all of one style in a row, in the column's place. */
struct table_cell {
    struct lines lines;
    length x;
};

/* `tag` gets the text; no lines when there is none. */
struct table_cell set_cell(struct flow *, const struct style *,
                           const struct table_column *, struct tag *,
                           const struct agenda_item *, const struct spans *);

struct table_row {
    const struct style *style;
    const struct table_cell *cells;
    size_t cell_count;
    length before, after;                       /* white space over and under its lines */
    int price;                                  /* of a page end before it */
    const struct slugs *repeat, *repeat_inside; /* see struct slug */
};

/* A slug for each line of the row, cells top-aligned; a page end between them is
 * the last resort. */
void add_row(struct flow *, struct slugs *, const struct table_row *);
/* The same as one slug, cells bottom-aligned. */
struct slug solid_row(struct flow *, const struct table_row *);
/* A cell's lines on a slug, whatever its height. */
void add_cell_marks(struct flow *, struct slug *, const struct table_cell *,
                    const struct style *, length y);
length rows_height(const struct slugs *, size_t first, size_t end);

#endif
