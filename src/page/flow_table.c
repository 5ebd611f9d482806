/* A table of an author's own, in the form of the layout's timetables. */
#include "page/flow_parts.h"
#include "page/grid.h"

static void add_plain_cell(struct grid *grid, const struct plain_cell *cell,
                           enum grid_head_kind head)
{
    struct grid_cell_form form = {.column = cell->column,
                                  .columns = cell->columns,
                                  .rows = cell->rows,
                                  .head = head};
    if (head == GRID_HEADS_COLUMN && cell->columns > 1)
        form.style = grid->form->spanner;
    add_grid_cell(grid, &form, &cell->spans);
}

static void add_plain_heads(struct grid *grid, const struct plain_table *plain)
{
    open_grid_heads(grid);
    for (size_t r = 0; r < plain->head_count; r++) {
        add_grid_row(grid, grid->form->head, PAGE_END_FREE);
        for (size_t i = 0; i < plain->heads[r].cell_count; i++)
            add_plain_cell(grid, &plain->heads[r].cells[i], GRID_HEADS_COLUMN);
    }
}

/* What stands across the table is a label of the rows behind it. */
static void add_plain_label(struct grid *grid, const struct plain_cell *cell)
{
    const struct grid_cell_form form = {.columns = cell->columns, .rows = 1};
    add_grid_row(grid, grid->form->day, PAGE_END_FREE);
    add_grid_label(grid, &form, 1, &cell->spans);
}

static void add_plain_row(struct grid *grid, const struct plain_table *plain,
                          const struct table_line *row)
{
    if (row->is_across) {
        add_plain_label(grid, row->cells);
        return;
    }
    add_grid_row(grid, grid->form->cell, PAGE_END_FREE);
    for (size_t i = 0; i < row->cell_count; i++) {
        bool is_head = plain->has_row_heads && row->cells[i].column == 0;
        add_plain_cell(grid, &row->cells[i], is_head ? GRID_HEADS_ROW : GRID_NO_HEAD);
    }
}

void flow_table(struct flow *flow, const struct plain_table *plain,
                const struct spans *title)
{
    struct grid grid = new_grid(flow, form_of_table(flow->typesetter, plain));
    add_plain_heads(&grid, plain);
    open_grid_body(&grid);
    for (size_t i = 0; i < plain->row_count; i++)
        add_plain_row(&grid, plain, &plain->rows[i]);
    flow_grid(&grid, title);
}
