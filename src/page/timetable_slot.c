/* A slot of the timetable as rows: its time, written once, beside a row for each entry.
 */
#include "page/timetable.h"

#include "base/vec.h"

/* A slot at work. */
struct slot_rows {
    struct slot_cells *cells;
    struct slugs *repeated;        /* on a page that begins with another row of it */
    struct slugs *repeated_inside; /* and on one that begins inside a row */
    size_t first;                  /* its first slug in the table */
};

static void set_cells(struct timetable *table, struct slot_cells *cells)
{
    const struct table_column *columns = table->columns.at;
    set_cell(table->flow, &cells->time, &columns[cells->time.column]);
    set_cell(table->flow, &cells->time_again, &columns[cells->time.column]);
    for (size_t i = 0; i < cells->entry_count * table->columns.count; i++)
        set_cell(table->flow, &cells->entries[i], &columns[cells->entries[i].column]);
}

static void add_entry_row(struct timetable *table, struct slot_rows *rows, size_t index,
                          bool follows_day)
{
    const struct page_costs *costs = &table->flow->typesetter->layout->page_costs;
    struct table_row row = {
        .style = table->form->cell,
        .cells = &rows->cells->entries[index * table->columns.count],
        .cell_count = table->columns.count,
        .before = table->form->row_before,
        .after = table->form->row_after,
        .price = costs->split_slot,
        .repeat = rows->repeated,
        .repeat_inside = rows->repeated_inside,
    };
    if (index == 0) {
        row.price = follows_day ? PAGE_END_FORBIDDEN : PAGE_END_FREE;
        row.repeat = table->repeated_day;
    }
    add_row(table->flow, &table->slugs, &row);
}

/* The time stands beside the first row, and is painted before it. */
static void add_time(struct timetable *table, const struct table_cell *time,
                     struct slug *slug)
{
    const struct marks row = slug->marks;
    slug->marks = (struct marks){0};
    add_cell_marks(table->flow, slug, time, table->form->row_before);
    for (size_t i = 0; i < row.count; i++)
        vec_push(table->flow->typesetter->arena, &slug->marks, row.at[i]);
}

/* The time is set again over what a page begins with.  It takes no height of its own,
 * but brings the white over it to the rest of a row. */
static void place_time(struct timetable *table, struct slot_rows *rows)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slug again = {0};
    add_time(table, &rows->cells->time, &table->slugs.at[rows->first]);
    add_time(table, &rows->cells->time_again, &again);
    vec_push(arena, rows->repeated, again);
    again.height = table->form->row_before;
    vec_push(arena, rows->repeated_inside, again);
}

/* No page end where the time would not fit beside the rows over or under it; a slot is
 * at least as high as its time. */
static void make_room_for_time(struct timetable *table, const struct slot_rows *rows)
{
    const struct timetable_form *form = table->form;
    length time = form->row_before + form->row_after +
                  (length)rows->cells->time.lines.count * form->cell->leading;
    struct slugs *slugs = &table->slugs;
    length whole = rows_height(slugs, rows->first, slugs->count), above = 0;
    if (whole < time) {
        vec_last(slugs)->height += time - whole;
        whole = time;
    }
    for (size_t i = rows->first; i < slugs->count; i++) {
        if (i > rows->first && (above < time || whole - above < time))
            slugs->at[i].price = PAGE_END_FORBIDDEN;
        above += slugs->at[i].height;
    }
}

void add_slot(struct timetable *table, struct slot_cells *cells, bool is_first)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slot_rows rows = {
        .cells = cells,
        .repeated = copy_slugs(arena, table->repeated_day),
        .repeated_inside = copy_slugs(arena, table->repeated_day),
        .first = table->slugs.count,
    };
    set_cells(table, cells);
    for (size_t i = 0; i < cells->entry_count; i++)
        add_entry_row(table, &rows, i, is_first);
    place_time(table, &rows);
    make_room_for_time(table, &rows);
}
