/* The head of a table: rows of heads that stay together, between their rules. */
#include "page/grid.h"

#include "page/line_marks.h"

struct table_column spanned_column(const struct grid *grid, const struct grid_cell *cell)
{
    const struct table_column *first = &grid->columns.at[cell->text.column];
    const struct table_column *last = first + cell->columns - 1;
    return (struct table_column){first->x, last->x + last->width - first->x};
}

void add_grid_rule(struct grid *grid, struct slug *slug, length y, length thickness)
{
    struct rectangle box = {grid->columns.x, y, grid->columns.width, thickness};
    if (thickness > 0)
        add_rule_mark(grid->flow->typesetter->arena, &slug->marks, box, ARTIFACT_LAYOUT);
}

/* Cells that stand beside a lower row, too, have room in that one. */
static length row_height(const struct grid_row *row)
{
    size_t lines = 1;
    for (size_t i = 0; i < row->count; i++)
        if (!row->at[i].stands && row->at[i].text.lines.count > lines)
            lines = row->at[i].text.lines.count;
    return (length)lines * row->style->leading;
}

/* White space between two rows of heads: a rule under those of several columns is in its
 * middle. */
static length head_gap(const struct timetable_form *form)
{
    return form->head_after + form->head_before;
}

static length heads_height(const struct grid *grid, size_t first, size_t rows)
{
    length height = (length)(rows - 1) * head_gap(grid->form);
    for (size_t i = first; i < first + rows && i < grid->heads.count; i++)
        height += row_height(&grid->heads.at[i]);
    return height;
}

static void add_spanner_rule(struct grid *grid, struct slug *slug,
                             const struct grid_cell *cell, length y)
{
    const struct table_column column = spanned_column(grid, cell);
    struct rectangle box = {column.x, y, column.width, grid->form->top_rule};
    if (grid->form->top_rule > 0)
        add_rule_mark(grid->flow->typesetter->arena, &slug->marks, box, ARTIFACT_LAYOUT);
}

/* Bottom-aligned in its rows. */
static void add_head_cell(struct grid *grid, struct slug *slug, size_t row,
                          const struct grid_cell *cell, length y)
{
    length room = heads_height(grid, row, cell->rows);
    length height = (length)cell->text.lines.count * cell->text.style->leading;
    add_cell_marks(grid->flow, slug, &cell->text, y + room - height);
    if (cell->columns > 1 && row + cell->rows < grid->heads.count)
        add_spanner_rule(grid, slug, cell, y + room + head_gap(grid->form) / 2);
}

/* The last row is as high as what stands beside all of them asks for. */
static length missing_height(const struct grid *grid)
{
    length missing = 0;
    for (size_t r = 0; r < grid->heads.count; r++)
        for (size_t i = 0; i < grid->heads.at[r].count; i++) {
            const struct grid_cell *cell = &grid->heads.at[r].at[i];
            length height = (length)cell->text.lines.count * cell->text.style->leading;
            length room = heads_height(grid, r, cell->rows);
            if (height - room > missing)
                missing = height - room;
        }
    return missing;
}

struct slug set_grid_heads(struct grid *grid)
{
    const struct timetable_form *form = grid->form;
    length y = form->top_rule + form->head_before + missing_height(grid);
    struct slug slug = {0};
    for (size_t r = 0; r < grid->heads.count; r++) {
        const struct grid_row *row = &grid->heads.at[r];
        for (size_t i = 0; i < row->count; i++)
            add_head_cell(grid, &slug, r, &row->at[i], y);
        y += row_height(row) + head_gap(form);
    }
    slug.height = y - form->head_before + form->head_rule + form->strip;
    add_grid_rule(grid, &slug, 0, form->top_rule);
    add_grid_rule(grid, &slug, slug.height - form->strip - form->head_rule,
                  form->head_rule);
    return slug;
}
