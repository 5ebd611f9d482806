/* The rows of a timetable, before any of them is set. */
#include "page/timetable_plan.h"

#include "base/vec.h"

/* A plan at work. */
struct planning {
    struct arena *arena;
    const struct timetable_form *form;
    const struct timetable_day *day;
    struct planned_rows rows;
};

static bool has_column(const struct timetable_form *form, enum timetable_content content)
{
    for (size_t i = 0; i < form->column_count; i++)
        if (form->columns[i].content == content)
            return true;
    return false;
}

bool is_across(const struct timetable_form *form, const struct timetable_entry *entry)
{
    bool is_named = entry->item != NULL || entry->title.count > 0;
    return entry->across.count > 0 || (is_named && !has_column(form, COLUMN_TITLE));
}

static bool has_time(const struct timetable_slot *slot)
{
    return slot != NULL && (slot->has_time || slot->label.count > 0);
}

/* What is no text across the columns: the day, and beside a slot its time. */
static bool is_apart(const struct timetable_form *form, const struct planned_row *row,
                     size_t column)
{
    enum timetable_content content = form->columns[column].content;
    return content == COLUMN_DATE || (content == COLUMN_TIME && has_time(row->slot));
}

/* The longest stretch of columns for it. */
static void find_room(const struct timetable_form *form, struct planned_row *row)
{
    size_t begin = 0;
    for (size_t i = 0; i < form->column_count; i++) {
        if (is_apart(form, row, i))
            begin = i + 1;
        if (i + 1 - begin > row->count) {
            row->first = begin;
            row->count = i + 1 - begin;
        }
    }
}

static void plan_row(struct planning *planning, struct planned_row row)
{
    row.day = planning->day;
    if (row.kind != PLANNED_ENTRY)
        find_room(planning->form, &row);
    vec_push(planning->arena, &planning->rows, row);
}

static void plan_slot(struct planning *planning, const struct timetable_slot *slot)
{
    for (size_t i = 0; i < slot->entry_count; i++) {
        const struct timetable_entry *entry = &slot->entries[i];
        bool across = is_across(planning->form, entry);
        plan_row(planning,
                 (struct planned_row){.kind = across ? PLANNED_ACROSS : PLANNED_ENTRY,
                                      .slot = slot,
                                      .entry = entry});
    }
    if (slot->entry_count == 0)
        plan_row(planning, (struct planned_row){.kind = PLANNED_ENTRY, .slot = slot});
}

/* A day that has a column has no row of its own. */
static void plan_day(struct planning *planning, const struct timetable_day *day)
{
    const struct timetable_part *part = NULL;
    planning->day = day;
    if (!has_column(planning->form, COLUMN_DATE))
        plan_row(planning, (struct planned_row){.kind = PLANNED_DAY});
    for (size_t i = 0; i < day->slot_count; i++) {
        const struct timetable_slot *slot = &day->slots[i];
        if (slot->part != part && slot->part != NULL)
            plan_row(planning,
                     (struct planned_row){.kind = PLANNED_PART, .part = slot->part});
        part = slot->part;
        plan_slot(planning, slot);
    }
}

struct planned_rows plan_timetable(struct arena *arena, const struct timetable_form *form,
                                   const struct annex *annex)
{
    struct planning planning = {.arena = arena, .form = form};
    for (size_t i = 0; i < annex->day_count; i++)
        plan_day(&planning, &annex->days[i]);
    return planning.rows;
}

bool is_covered(const struct planned_row *row, size_t column)
{
    return column >= row->first && column < row->first + row->count;
}

/* Who may have a text for the row's cells, the nearest one first. */
enum { OWNERS = 4 };

static void find_owners(const struct planned_row *row,
                        const struct timetable_cells *owners[OWNERS])
{
    const struct timetable_slot *slot = row->slot;
    owners[0] = row->entry != NULL ? &row->entry->cells : NULL;
    owners[1] = slot != NULL ? &slot->cells : NULL;
    owners[2] = slot != NULL && slot->part != NULL ? &slot->part->cells : NULL;
    owners[3] = &row->day->cells;
}

static const struct spans *text_of(const struct timetable_cells *cells,
                                   enum timetable_content content)
{
    switch (content) {
    case COLUMN_PRESENTER:
        return &cells->presenter;
    case COLUMN_CHAIR:
        return &cells->chair;
    case COLUMN_PLACE:
        return &cells->venue;
    case COLUMN_DOCUMENTS:
        return &cells->documents;
    default:
        return NULL;
    }
}

const struct spans *cell_text(const struct planned_row *row,
                              enum timetable_content content)
{
    const struct timetable_cells *owners[OWNERS];
    find_owners(row, owners);
    for (size_t i = 0; i < OWNERS; i++) {
        const struct spans *text = owners[i] != NULL ? text_of(owners[i], content) : NULL;
        if (text != NULL && text->count > 0)
            return text;
    }
    return NULL;
}

const struct timetable_entry *own_cell(const struct planned_row *row, size_t own)
{
    const struct timetable_cells *owners[OWNERS];
    find_owners(row, owners);
    for (size_t i = 0; i < OWNERS; i++)
        if (owners[i] != NULL && owners[i]->own != NULL && owners[i]->own[own] != NULL)
            return owners[i]->own[own];
    return NULL;
}

/* Cells of neighbouring rows are one when the same thing stands in them; NULL: nothing.
 */
static const void *cell_matter(const struct planned_row *row,
                               const struct timetable_column *column)
{
    switch (column->content) {
    case COLUMN_DATE:
        return row->day;
    case COLUMN_TIME:
        return row->slot;
    case COLUMN_OWN:
        return own_cell(row, column->author->own);
    default:
        return cell_text(row, column->content);
    }
}

size_t rows_of_cell(const struct timetable_form *form, const struct planned_rows *rows,
                    size_t row, size_t column)
{
    const struct timetable_column *at = &form->columns[column];
    const void *matter = cell_matter(&rows->at[row], at);
    size_t end = row + 1;
    if (matter == NULL)
        return 1;
    if (row > 0 && !is_covered(&rows->at[row - 1], column) &&
        cell_matter(&rows->at[row - 1], at) == matter)
        return 0;
    while (end < rows->count && !is_covered(&rows->at[end], column) &&
           cell_matter(&rows->at[end], at) == matter)
        end++;
    return end - row;
}
