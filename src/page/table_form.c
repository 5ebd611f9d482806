/* The columns of a table: those of the layout, or those that the author names. */
#include "page/grid.h"

#include "page/flow_spans.h"

static bool is_usual(const struct timetable_form *form, int content)
{
    for (size_t i = 0; i < form->column_count; i++)
        if ((int)form->columns[i].content == content)
            return !form->columns[i].on_demand;
    return false;
}

static const struct timetable_column *find_column(const struct timetable_form *form,
                                                  int content)
{
    for (size_t i = 0; i < form->column_count; i++)
        if ((int)form->columns[i].content == content)
            return &form->columns[i];
    return NULL;
}

/* The layout's widths are meant for its usual columns. */
static bool are_usual(const struct timetable_form *form,
                      const struct author_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (!is_usual(form, columns->at[i].content))
            return false;
    return true;
}

static struct timetable_column author_column(const struct typesetter *typesetter,
                                             const struct author_column *author,
                                             const struct timetable_column *layouts)
{
    struct timetable_column column = {.content = COLUMN_OWN};
    if (layouts != NULL)
        column = *layouts;
    column.author = author;
    column.width = length_scale(table_width(typesetter->layout), author->share, 1000);
    return column;
}

static void add_author_column(const struct typesetter *typesetter,
                              struct timetable_form *own,
                              const struct author_column *author, bool keeps_width)
{
    const struct timetable_form *form = &typesetter->layout->timetable;
    const struct timetable_column *layouts = find_column(form, author->content);
    if (layouts == NULL && author->content != COLUMN_OWN) {
        report(typesetter->diagnostics, "no-such-column", author->place,
               "the layout “%s” has no such column", typesetter->layout->name);
        return;
    }
    struct timetable_column column = author_column(typesetter, author, layouts);
    if (keeps_width && author->share == 0)
        column.width = layouts->width;
    own->columns[own->column_count++] = column;
}

static void add_usual_columns(struct timetable_form *own,
                              const struct timetable_form *form)
{
    for (size_t i = 0; i < form->column_count; i++)
        if (!form->columns[i].on_demand)
            own->columns[own->column_count++] = form->columns[i];
}

const struct timetable_form *form_of_annex(const struct typesetter *typesetter,
                                           const struct annex *annex)
{
    struct arena *arena = typesetter->arena;
    const struct timetable_form *form = &typesetter->layout->timetable;
    const struct author_columns *columns = &annex->columns;
    struct timetable_form *own = arena_alloc(arena, sizeof *own);
    *own = *form;
    own->columns =
        arena_array(arena, form->column_count + columns->count, sizeof *own->columns);
    own->column_count = 0;
    if (columns->count == 0)
        add_usual_columns(own, form);
    for (size_t i = 0; i < columns->count; i++)
        add_author_column(typesetter, own, &columns->at[i], are_usual(form, columns));
    return own;
}

const struct timetable_form *form_of_table(const struct typesetter *typesetter,
                                           const struct plain_table *table)
{
    struct arena *arena = typesetter->arena;
    size_t count = table->columns.count;
    struct timetable_form *own = arena_alloc(arena, sizeof *own);
    *own = typesetter->layout->timetable;
    own->columns = arena_array(arena, count, sizeof *own->columns);
    own->column_count = count;
    for (size_t i = 0; i < count; i++)
        own->columns[i] = author_column(typesetter, &table->columns.at[i], NULL);
    return own;
}

/* Words of the layout: told where the author names the column, else where the layout
 * does. */
static struct spans layout_head(struct flow *flow, const struct timetable_column *column)
{
    struct spans spans = pattern_spans(flow, column->head);
    for (size_t i = 0; i < spans.count; i++)
        if (spans.at[i].place.source == NULL)
            spans.at[i].place =
                column->author != NULL ? column->author->place : column->place;
    return spans;
}

static struct spans head_spans(struct flow *flow, const struct timetable_column *column)
{
    const struct author_column *author = column->author;
    if (author != NULL && author->head.count > 0)
        return author->head;
    if (column->head != NULL)
        return layout_head(flow, column);
    return plain_spans(flow->typesetter->arena, slice_from_text(author->name),
                       author->place);
}

void add_heads_of_form(struct grid *grid)
{
    open_grid_heads(grid);
    add_grid_row(grid, grid->form->head, PAGE_END_FREE);
    for (size_t i = 0; i < grid->form->column_count; i++) {
        const struct grid_cell_form form = {
            .column = i, .columns = 1, .rows = 1, .head = GRID_HEADS_COLUMN};
        struct spans spans = head_spans(grid->flow, &grid->form->columns[i]);
        add_grid_cell(grid, &form, &spans);
    }
}
