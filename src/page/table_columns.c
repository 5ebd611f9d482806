/* Widths of a table's columns. */
#include "page/table.h"

/* What a column without a width of its own gets. */
static length shared_width(const struct timetable_form *form, length whole)
{
    int64_t sharers = 0;
    for (size_t i = 0; i < form->column_count; i++) {
        whole -= form->columns[i].width;
        sharers += form->columns[i].width == 0;
    }
    return sharers == 0 || whole < 0 ? 0 : whole / sharers;
}

struct table_columns set_columns(const struct typesetter *typesetter,
                                 const struct timetable_form *form)
{
    const struct layout *layout = typesetter->layout;
    struct table_columns columns = {
        .at = arena_array(typesetter->arena, form->column_count, sizeof *columns.at),
        .count = form->column_count,
        .x = layout->column_start,
        .width = layout->column_width,
    };
    length x = columns.x;
    length share = shared_width(form, columns.width);
    for (size_t i = 0; i < columns.count; i++) {
        const struct timetable_column *column = &form->columns[i];
        length width = column->width == 0 ? share : column->width;
        columns.at[i] = (struct table_column){x + column->indent, width - column->indent};
        x += width;
    }
    return columns;
}
