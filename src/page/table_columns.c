/* Widths of a table's columns: those that the layout gives no width have what their cells
 * ask for, as far as there is room.
 *
 * Where there is too little, columns that ask for no more than an equal share have what
 * they ask for.  The others share the rest by the square roots of how much text they
 * hold, which gives the fewest lines in all: of t1/w1 + t2/w2, with w1 + w2 fixed, the
 * least is where w1 : w2 = √t1 : √t2. */
#include "page/table.h"

/* Room that a column takes with the white space beside its text. */
struct column_need {
    length least, natural, width;
    length text;   /* all that it holds, on one line */
    length weight; /* its part of the room, beside that of others */
    bool is_fixed;
};

struct passage_widths *new_column_widths(struct arena *arena,
                                         const struct timetable_form *form)
{
    return arena_array(arena, form->column_count, sizeof(struct passage_widths));
}

void widen_column(struct passage_widths *columns, const struct table_cell *cell)
{
    if (cell->text == NULL)
        return;
    struct passage_widths *column = &columns[cell->column];
    struct passage_widths widths = passage_widths(cell->text);
    if (widths.least > column->least)
        column->least = widths.least;
    if (widths.natural > column->natural)
        column->natural = widths.natural;
    column->whole += widths.whole;
}

void widen_least(struct passage_widths *columns, const struct table_cell *cell)
{
    if (cell->text == NULL)
        return;
    struct passage_widths *column = &columns[cell->column];
    length least = passage_widths(cell->text).least;
    if (column->least < least)
        column->least = least;
    if (column->natural < least)
        column->natural = least;
}

/* White space beside the text: its indent, and the gutter in front of the next column. */
static length column_white(const struct timetable_form *form, size_t column)
{
    length gutter = column + 1 < form->column_count ? form->gutter : 0;
    return form->columns[column].indent + gutter;
}

void widen_columns(const struct timetable_form *form, struct passage_widths *columns,
                   const struct table_cell *cell, size_t spanned)
{
    struct passage_widths *first = &columns[cell->column];
    length wanting = cell->text == NULL ? 0 : passage_widths(cell->text).least;
    for (size_t i = 0; i < spanned; i++) {
        wanting -= first[i].least;
        if (i > 0)
            wanting -= form->gutter + form->columns[cell->column + i].indent;
    }
    for (size_t i = 0; i < spanned && wanting > 0; i++) {
        first[i].least += wanting / (length)spanned + 1;
        if (first[i].natural < first[i].least)
            first[i].natural = first[i].least;
    }
}

static struct column_need *find_needs(struct arena *arena,
                                      const struct timetable_form *form,
                                      const struct passage_widths *widths)
{
    struct column_need *needs = arena_array(arena, form->column_count, sizeof *needs);
    for (size_t i = 0; i < form->column_count; i++) {
        length white = column_white(form, i), width = form->columns[i].width;
        needs[i] = (struct column_need){.least = widths[i].least + white,
                                        .natural = widths[i].natural + white,
                                        .width = width,
                                        .text = widths[i].whole,
                                        .weight = 1,
                                        .is_fixed = width > 0};
    }
    return needs;
}

static length least_weight(const struct column_need *needs, size_t count)
{
    length least = LENGTH_MAX;
    for (size_t i = 0; i < count; i++)
        if (needs[i].weight < least)
            least = needs[i].weight;
    return least;
}

/* The columns of the least weight take no more than the level, others by their weights;
 * none is narrower than its least or wider than its natural width. */
static length fill_columns(struct column_need *needs, size_t count, length level)
{
    length whole = 0, lightest = least_weight(needs, count);
    for (size_t i = 0; i < count; i++) {
        struct column_need *need = &needs[i];
        if (need->is_fixed)
            continue;
        need->width = length_scale(level, need->weight, lightest);
        if (need->width > need->natural)
            need->width = need->natural;
        if (need->width < need->least)
            need->width = need->least;
        whole += need->width;
    }
    return whole;
}

/* The highest level at which the columns fit into the room, as water in linked
 * vessels. */
static length fill_room(struct column_need *needs, size_t count, length room)
{
    length fits = 0, too_high = room + 1;
    while (fits + 1 < too_high) {
        length level = fits + (too_high - fits) / 2;
        if (fill_columns(needs, count, level) <= room)
            fits = level;
        else
            too_high = level;
    }
    return fill_columns(needs, count, fits);
}

/* Narrow columns are not broken for the sake of wide ones. */
static void keep_narrow(struct column_need *needs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (needs[i].width >= needs[i].natural)
            needs[i].least = needs[i].natural;
}

/* Rounded down, at least 1: Newton's iteration from above. */
static length square_root(length square)
{
    length root = square > 1 ? square : 1, next = (root + 1) / 2;
    while (next < root) {
        root = next;
        next = (root + square / root) / 2;
    }
    return root;
}

static void weigh_columns(struct column_need *needs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        needs[i].weight = square_root(needs[i].text);
}

/* What is left over, or wanting, goes to all columns by their widths. */
static void share_room(struct column_need *needs, size_t count, length room)
{
    fill_room(needs, count, room);
    keep_narrow(needs, count);
    weigh_columns(needs, count);
    length whole = fill_room(needs, count, room);
    for (size_t i = 0; i < count; i++)
        if (!needs[i].is_fixed)
            needs[i].width = whole == 0 ? 0 : length_scale(needs[i].width, room, whole);
}

/* A table is as wide as the column of text, on turned pages as all text. */
static struct table_column whole_table(const struct layout *layout)
{
    if (layout->is_turned)
        return (struct table_column){0, layout->paper_width - layout->margin_left -
                                            layout->margin_right};
    return (struct table_column){layout->column_start, layout->column_width};
}

length table_width(const struct layout *layout)
{
    return whole_table(layout).width;
}

/* What columns with a width of their own leave to the others. */
static length open_room(const struct layout *layout, const struct timetable_form *form)
{
    length room = whole_table(layout).width;
    for (size_t i = 0; i < form->column_count; i++)
        room -= form->columns[i].width;
    return room > 0 ? room : 0;
}

struct table_columns set_columns(const struct typesetter *typesetter,
                                 const struct timetable_form *form,
                                 const struct passage_widths *widths)
{
    const struct layout *layout = typesetter->layout;
    struct column_need *needs = find_needs(typesetter->arena, form, widths);
    share_room(needs, form->column_count, open_room(layout, form));
    struct table_columns columns = {
        .at = arena_array(typesetter->arena, form->column_count, sizeof *columns.at),
        .count = form->column_count,
        .x = whole_table(layout).x,
        .width = whole_table(layout).width,
    };
    length x = columns.x;
    for (size_t i = 0; i < columns.count; i++) {
        columns.at[i] = (struct table_column){x + form->columns[i].indent,
                                              needs[i].width - column_white(form, i)};
        x += needs[i].width;
    }
    return columns;
}
