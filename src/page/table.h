/* Tables: cells that are made in reading order, columns as wide as the cells ask for,
 * and rows of cells that become slugs. */
#ifndef TABLE_H
#define TABLE_H

#include "page/flow_block.h"

/* x from the left text margin; the width is that of its text. */
struct table_column {
    length x, width;
};

struct table_columns {
    struct table_column *at;
    size_t count;
    length x, width; /* of the whole table */
};

struct table_cell {
    const struct style *style;
    const struct prepared *text; /* NULL: there is none */
    size_t column;
    struct lines lines; /* empty until the column has its width */
    length x;
};

/* `tag` gets the text, and the notes that are marked in it; without a tag the cell is an
 * artifact and calls no notes. */
struct table_cell make_cell(struct flow *, const struct style *, size_t column,
                            struct tag *, const struct agenda_item *,
                            const struct spans *);
void set_cell(struct flow *, struct table_cell *, const struct table_column *);

/* How wide the cells of each column are, form->column_count of them. */
struct passage_widths *new_column_widths(struct arena *, const struct timetable_form *);
void widen_column(struct passage_widths *, const struct table_cell *);
/* For words that may stand there on a further page: they are not parted, that is all. */
void widen_least(struct passage_widths *, const struct table_cell *);
/* For a cell over several: when all others have been looked at. */
void widen_columns(const struct timetable_form *, struct passage_widths *,
                   const struct table_cell *, size_t spanned);
length table_width(const struct layout *);
/* Columns in a table as wide as the column of text. */
struct table_columns set_columns(const struct typesetter *, const struct timetable_form *,
                                 const struct passage_widths *);

/* Cells of one style side by side. */
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
/* The same as one slug. */
struct slug whole_row(struct flow *, const struct table_row *);
/* Of the longest cell, at least 1. */
size_t row_lines(const struct table_row *);
/* A cell's lines on a slug, whatever its height. */
void add_cell_marks(struct flow *, struct slug *, const struct table_cell *, length y);
length rows_height(const struct slugs *, size_t first, size_t end);

#endif
