/* Cells of a table are made in reading order, each with its tag and the heads it has. */
#include "page/grid.h"

#include "base/vec.h"
#include "page/flow_spans.h"

struct grid new_grid(struct flow *flow, const struct timetable_form *form)
{
    struct arena *arena = flow->typesetter->arena;
    return (struct grid){.flow = flow,
                         .form = form,
                         .tag = open_tag(arena, flow->galley.tags, TAG_TABLE),
                         .widths = new_column_widths(arena, form)};
}

void open_grid_heads(struct grid *grid)
{
    grid->section = open_tag(grid->flow->typesetter->arena, grid->tag, TAG_THEAD);
    grid->rows = &grid->heads;
}

/* No cell stands beside rows of two sections. */
void open_grid_body(struct grid *grid)
{
    grid->section = open_tag(grid->flow->typesetter->arena, grid->tag, TAG_TBODY);
    grid->rows = &grid->body;
    grid->row_heads.count = 0;
}

static void leave_row(struct grid *grid)
{
    struct grid_heads *heads = &grid->row_heads;
    size_t kept = 0;
    for (size_t i = 0; i < heads->count; i++)
        if (--heads->at[i].rows_left > 0)
            heads->at[kept++] = heads->at[i];
    heads->count = kept;
}

void add_grid_row(struct grid *grid, const struct style *style, int price)
{
    struct arena *arena = grid->flow->typesetter->arena;
    leave_row(grid);
    struct grid_row row = {.style = style, .price = price};
    row.tag = open_tag(arena, grid->section, TAG_TR);
    vec_push(arena, grid->rows, row);
}

/* TH with an id of its own, for the cells that it belongs to. */
static struct tag *open_head(struct grid *grid, struct tag *row, enum tag_scope scope)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct tag *head = open_tag(arena, row, TAG_TH);
    head->scope = scope;
    head->id = arena_format(arena, "cell-%zu", head->number);
    return head;
}

static void add_header(struct grid *grid, struct tag *cell, struct tag *head)
{
    struct arena *arena = grid->flow->typesetter->arena;
    struct {
        struct tag **at;
        size_t count, capacity;
    } headers = {cell->headers, cell->header_count, cell->header_count};
    vec_push(arena, &headers, head);
    cell->headers = headers.at;
    cell->header_count = headers.count;
}

/* Those over all of its columns. */
static void add_column_heads(struct grid *grid, struct tag *cell,
                             const struct grid_cell_form *form)
{
    const struct grid_heads *heads = &grid->column_heads;
    for (size_t i = 0; i < heads->count; i++) {
        const struct grid_head *head = &heads->at[i];
        if (head->column <= form->column &&
            head->column + head->columns >= form->column + form->columns)
            add_header(grid, cell, head->tag);
    }
}

static void add_labels(struct grid *grid, struct tag *cell, int levels)
{
    for (int i = 0; i < levels; i++)
        if (grid->labels[i] != NULL)
            add_header(grid, cell, grid->labels[i]);
}

static void add_row_heads(struct grid *grid, struct tag *cell)
{
    for (size_t i = 0; i < grid->row_heads.count; i++)
        add_header(grid, cell, grid->row_heads.at[i].tag);
}

/* A head that stands behind cells of its row is theirs, too. */
static void add_row_head(struct grid *grid, struct tag *head,
                         const struct grid_cell_form *form)
{
    for (struct tag *cell = head->parent->first; cell != head; cell = cell->next)
        if (cell->kind == TAG_TD)
            add_header(grid, cell, head);
    vec_push(grid->flow->typesetter->arena, &grid->row_heads,
             ((struct grid_head){head, form->column, form->columns, form->rows}));
}

static struct tag *open_column_head(struct grid *grid, struct tag *row,
                                    const struct grid_cell_form *form)
{
    struct tag *head = open_head(grid, row, SCOPE_COLUMN);
    add_column_heads(grid, head, form);
    vec_push(grid->flow->typesetter->arena, &grid->column_heads,
             ((struct grid_head){head, form->column, form->columns, form->rows}));
    return head;
}

static struct tag *open_row_head(struct grid *grid, struct tag *row,
                                 const struct grid_cell_form *form)
{
    struct tag *head = open_head(grid, row, SCOPE_ROW);
    add_labels(grid, head, GRID_LABELS);
    add_row_head(grid, head, form);
    return head;
}

static struct tag *open_data_cell(struct grid *grid, struct tag *row,
                                  const struct grid_cell_form *form)
{
    struct tag *cell = open_tag(grid->flow->typesetter->arena, row, TAG_TD);
    add_column_heads(grid, cell, form);
    add_labels(grid, cell, GRID_LABELS);
    add_row_heads(grid, cell);
    return cell;
}

static struct tag *open_cell(struct grid *grid, struct tag *row,
                             const struct grid_cell_form *form)
{
    static struct tag *(*const open[])(struct grid *, struct tag *,
                                       const struct grid_cell_form *) = {
        [GRID_NO_HEAD] = open_data_cell,
        [GRID_HEADS_COLUMN] = open_column_head,
        [GRID_HEADS_ROW] = open_row_head,
    };
    return open[form->head](grid, row, form);
}

/* As the column's author has it, or the style. */
static const struct style *cell_style(const struct grid *grid, const struct style *style,
                                      const struct grid_cell_form *form)
{
    const struct author_column *author = grid->form->columns[form->column].author;
    if (form->style != NULL)
        return form->style;
    if (author == NULL || !author->is_aligned || form->columns > 1)
        return style;
    struct style *aligned = arena_alloc(grid->flow->typesetter->arena, sizeof *aligned);
    *aligned = *style;
    aligned->align = (enum alignment)author->align;
    return aligned;
}

/* For a later page: an artifact, without the marks of notes that stand on this one. */
static struct table_cell make_again(struct grid *grid, const struct style *style,
                                    size_t column, const struct spans *spans)
{
    struct spans plain = without_notes(grid->flow->typesetter->arena, spans);
    return make_cell(grid->flow, style, column, NULL, NULL, &plain);
}

static void push_cell(struct grid *grid, const struct grid_cell_form *form,
                      struct tag *tag, const struct spans *spans)
{
    struct grid_row *row = vec_last(grid->rows);
    const struct style *style = cell_style(grid, row->style, form);
    struct grid_cell cell = {
        .text = make_cell(grid->flow, style, form->column, tag, form->item, spans),
        .columns = form->columns,
        .rows = form->rows,
        .stands = form->stands || form->rows > 1,
    };
    if (cell.stands || row->label > 0)
        cell.again = make_again(grid, style, form->column,
                                form->again != NULL ? form->again : spans);
    tag->row_span = cell.stands ? (int)form->rows : 0;
    tag->column_span = form->columns > 1 ? (int)form->columns : 0;
    if (form->columns == 1) {
        widen_column(grid->widths, &cell.text);
        widen_least(grid->widths, &cell.again);
    }
    vec_push(grid->flow->typesetter->arena, row, cell);
}

void add_grid_cell(struct grid *grid, const struct grid_cell_form *form,
                   const struct spans *spans)
{
    push_cell(grid, form, open_cell(grid, vec_last(grid->rows)->tag, form), spans);
}

void add_grid_label(struct grid *grid, const struct grid_cell_form *form, int level,
                    const struct spans *spans)
{
    struct grid_row *row = vec_last(grid->rows);
    struct tag *head = open_head(grid, row->tag, SCOPE_ROW);
    struct spans continued = continued_spans(grid->flow, spans);
    struct grid_cell_form again = *form;
    add_labels(grid, head, level - 1);
    add_row_heads(grid, head);
    row->label = level;
    again.again = &continued;
    push_cell(grid, &again, head, spans);
    grid->labels[level - 1] = head;
    for (int i = level; i < GRID_LABELS; i++)
        grid->labels[i] = NULL;
}
