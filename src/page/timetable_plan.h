/* A timetable as a list of rows, and which of their cells are one: what is said for a
 * slot, a part or a day stands once beside all of its rows. */
#ifndef TIMETABLE_PLAN_H
#define TIMETABLE_PLAN_H

#include "model/agenda.h"
#include "model/layout.h"

enum planned_kind { PLANNED_DAY, PLANNED_PART, PLANNED_ENTRY, PLANNED_ACROSS };

struct planned_row {
    enum planned_kind kind;
    const struct timetable_day *day;
    const struct timetable_part *part;   /* PLANNED_PART */
    const struct timetable_slot *slot;   /* NULL: of a label */
    const struct timetable_entry *entry; /* NULL: a slot without any */
    size_t first, count; /* columns that its label or its text across stands in */
};

struct planned_rows {
    struct planned_row *at;
    size_t count, capacity;
};

struct planned_rows plan_timetable(struct arena *, const struct timetable_form *,
                                   const struct annex *);

/* Its row is a text across the columns: its own, or a title that has no column. */
bool is_across(const struct timetable_form *, const struct timetable_entry *);
/* The cell is part of the label or of the text across. */
bool is_covered(const struct planned_row *, size_t column);
/* The author's text for the cell, whoever has it; NULL: none. */
const struct spans *cell_text(const struct planned_row *, enum timetable_content);
const struct timetable_entry *own_cell(const struct planned_row *, size_t own);
/* Beside how many rows the cell stands, from this one on; 0: it stands beside the row
 * before, too, and has been set there. */
size_t rows_of_cell(const struct timetable_form *, const struct planned_rows *,
                    size_t row, size_t column);

#endif
