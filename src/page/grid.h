/* A table at work: cells are made in reading order and may span columns and rows; then
 * the columns get their widths, and the rows become slugs.
 *
 *     struct grid grid = new_grid(flow, form);
 *     open_grid_heads(&grid);
 *     ... add_grid_row(), add_grid_cell()
 *     open_grid_body(&grid);
 *     ... add_grid_row(), add_grid_cell()
 *     flow_grid(&grid, title); */
#ifndef GRID_H
#define GRID_H

#include "page/table.h"

enum { GRID_LABELS = 2 }; /* levels of labels over rows: day, part of a day */

struct grid_cell {
    struct table_cell text;
    struct table_cell again; /* on a page that begins beside it, or under a label */
    size_t columns, rows;    /* that it spans */
    bool stands;             /* beside the rows, and not in one of them */
};

struct grid_row {
    const struct style *style;
    struct grid_cell *at;
    size_t count, capacity;
    int label;         /* 1, 2: it is a label of this level; 0: it is none */
    int price;         /* of a page end before it */
    struct tag *tag;   /* TR */
    size_t first_slug; /* once it is set */
};

struct grid_rows {
    struct grid_row *at;
    size_t count, capacity;
};

/* TH with what it is the head of. */
struct grid_head {
    struct tag *tag;
    size_t column, columns;
    size_t rows_left; /* of a head of rows */
};

struct grid_heads {
    struct grid_head *at;
    size_t count, capacity;
};

struct grid {
    struct flow *flow;
    const struct timetable_form *form;
    size_t short_row;          /* lines up to which a row is not parted */
    struct tag *tag, *section; /* TABLE; THEAD or TBODY at hand */
    struct grid_rows heads, body;
    struct grid_rows *rows; /* those of the section at hand */
    struct grid_heads column_heads, row_heads;
    struct tag *labels[GRID_LABELS];
    struct passage_widths *widths; /* that the cells ask for, by column */
    struct table_columns columns;
    struct slugs slugs;
    struct slugs
        *repeated[1 + GRID_LABELS]; /* on a page that begins inside the table: its
                                       head; with the labels up to each level */
};

struct grid new_grid(struct flow *, const struct timetable_form *);
void open_grid_heads(struct grid *);
void open_grid_body(struct grid *);

/* `price` is not looked at where the row stays with the one before it. */
void add_grid_row(struct grid *, const struct style *, int price);

enum grid_head_kind { GRID_NO_HEAD, GRID_HEADS_COLUMN, GRID_HEADS_ROW };

struct grid_cell_form {
    size_t column, columns, rows;
    enum grid_head_kind head;
    const struct style *style;      /* as high as the row's; NULL: that one */
    const struct agenda_item *item; /* whose heading it leads to, or NULL */
    bool stands;                    /* its lines are no part of its row, and are set again
                                       on a page that begins beside it */
    const struct spans *again;      /* other words for that; NULL: the same */
};

/* In the last row, from left to right. */
void add_grid_cell(struct grid *, const struct grid_cell_form *, const struct spans *);
/* A row over others: they belong to it until the next one of its level. */
void add_grid_label(struct grid *, const struct grid_cell_form *, int level,
                    const struct spans *);

/* table_form.c: the columns of an annex, and a row of heads as they say. */
const struct timetable_form *form_of_annex(const struct typesetter *,
                                           const struct annex *);
const struct timetable_form *form_of_table(const struct typesetter *,
                                           const struct plain_table *);
void add_heads_of_form(struct grid *);

/* grid_rows.c: sets all that was added; `title` is repeated over the head. */
void flow_grid(struct grid *, const struct spans *title);

/* grid_head.c: the rows of heads as one slug, between their rules. */
struct slug set_grid_heads(struct grid *);
void add_grid_rule(struct grid *, struct slug *, length y, length thickness);
/* Columns that a cell spans, as one. */
struct table_column spanned_column(const struct grid *, const struct grid_cell *);

#endif
