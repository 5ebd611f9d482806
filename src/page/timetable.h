/* A timetable at work. */
#ifndef TIMETABLE_H
#define TIMETABLE_H

#include "page/table.h"

struct timetable {
    struct flow *flow;
    const struct timetable_form *form;
    struct table_columns columns;
    struct tag *tag;
    struct tag **heads; /* TH of the columns */
    struct tag *day;    /* TH of the day at hand */
    struct slugs slugs;
    struct slugs *repeated_head; /* set again on a page that begins inside the table */
    struct slugs *repeated_day;  /* the same, with the day's row */
};

/* TH with an id of its own, for the cells that it belongs to. */
struct tag *open_header(struct timetable *, struct tag *row, enum tag_scope);
struct slugs *copy_slugs(struct arena *, const struct slugs *);
/* The rows of a slot; `is_first`: the day's row stands over them. */
void add_slot(struct timetable *, const struct timetable_slot *, struct tag *body,
              bool is_first);

#endif
