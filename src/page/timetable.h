/* A timetable at work: all its cells are made first, since columns are as wide as their
 * cells ask for, and then its rows. */
#ifndef TIMETABLE_H
#define TIMETABLE_H

#include "page/table.h"

/* The time is written once, beside the rows of all entries. */
struct slot_cells {
    const struct timetable_slot *slot;
    struct table_cell time;
    struct table_cell time_again; /* on a page that begins inside the slot */
    struct table_cell *entries;   /* a row of columns each; that of the time is empty */
    size_t entry_count;           /* 1 in a slot without any */
};

struct day_cells {
    struct table_cell row;       /* spans the table */
    struct table_cell row_again; /* on a page that begins inside the day */
    struct slot_cells *slots;
    size_t slot_count;
};

struct timetable {
    struct flow *flow;
    const struct timetable_form *form;
    struct tag *tag;
    struct tag **heads; /* TH of the columns */
    struct table_cell *head_cells;
    struct day_cells *days;
    size_t day_count;
    struct passage_widths *widths; /* that the cells ask for, by column */
    struct table_columns columns;
    struct slugs slugs;
    struct slugs *repeated_head; /* set again on a page that begins inside the table */
    struct slugs *repeated_day;  /* the same, with the day's row */
};

/* timetable_cells.c: tags and cells in reading order. */
void make_timetable_cells(struct timetable *, const struct annex *);
void make_table_heads(struct timetable *); /* of any table; with widths at hand */

/* timetable_slot.c: the rows of a slot; `is_first`: the day's row stands over them. */
void add_slot(struct timetable *, struct slot_cells *, bool is_first);

/* TH with an id of its own, for the cells that it belongs to. */
struct tag *open_header(struct timetable *, struct tag *row, enum tag_scope);
/* NULL is none. */
void add_header(struct arena *, struct tag *cell, struct tag *header);

/* timetable.c: the head, which is repeated under the title; a row across all columns; the
 * rule at the end. */
void add_table_head(struct timetable *, const struct spans *title);
void add_spanning_row(struct timetable *, struct table_cell *, int price);
void add_table_end(struct timetable *);

struct slugs *copy_slugs(struct arena *, const struct slugs *);

#endif
