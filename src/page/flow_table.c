/* A table of an author's own as rows: in the form of the layout's timetables, with
 * columns as wide as their cells ask for. */
#include "page/flow_parts.h"
#include "page/timetable.h"

/* A row at work. */
struct plain_row {
    struct table_cell *cells;
    size_t count;
    bool is_across;
};

/* The layout's form, with columns of no width of their own. */
static struct timetable_form *plain_form(const struct typesetter *typesetter,
                                         size_t column_count)
{
    struct timetable_form *form = arena_alloc(typesetter->arena, sizeof *form);
    *form = typesetter->layout->timetable;
    form->columns = arena_array(typesetter->arena, column_count, sizeof *form->columns);
    form->column_count = column_count;
    return form;
}

static void make_plain_heads(struct timetable *table, const struct table_line *heads)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    struct tag *row = open_tag(arena, open_tag(arena, table->tag, TAG_THEAD), TAG_TR);
    table->heads = arena_array(arena, heads->cell_count, sizeof *table->heads);
    table->head_cells = arena_array(arena, heads->cell_count, sizeof *table->head_cells);
    for (size_t i = 0; i < heads->cell_count; i++) {
        table->heads[i] = open_header(table, row, SCOPE_COLUMN);
        table->head_cells[i] = make_cell(flow, table->form->head, i, table->heads[i],
                                         NULL, &heads->cells[i]);
        widen_column(table->widths, &table->head_cells[i]);
    }
}

static struct table_cell make_plain_cell(struct timetable *table, struct tag *row,
                                         size_t column, const struct spans *spans)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *tag = open_tag(arena, row, TAG_TD);
    add_header(arena, tag, table->heads[column]);
    struct table_cell cell =
        make_cell(table->flow, table->form->cell, column, tag, NULL, spans);
    widen_column(table->widths, &cell);
    return cell;
}

static struct plain_row make_plain_row(struct timetable *table, struct tag *body,
                                       const struct table_line *line)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *tag = open_tag(arena, body, TAG_TR);
    struct plain_row row = {.count = line->cell_count, .is_across = line->is_across};
    row.cells = arena_array(arena, line->cell_count, sizeof *row.cells);
    if (line->is_across) {
        struct tag *header = open_header(table, tag, SCOPE_ROW);
        header->column_span = (int)table->form->column_count;
        row.cells[0] =
            make_cell(table->flow, table->form->day, 0, header, NULL, &line->cells[0]);
        return row;
    }
    for (size_t i = 0; i < line->cell_count; i++)
        row.cells[i] = make_plain_cell(table, tag, i, &line->cells[i]);
    return row;
}

/* What stands across the table stays with the row behind it. */
static void add_plain_row(struct timetable *table, struct plain_row *cells, int price)
{
    struct flow *flow = table->flow;
    if (cells->is_across) {
        add_spanning_row(table, &cells->cells[0], price);
        return;
    }
    for (size_t i = 0; i < cells->count; i++)
        set_cell(flow, &cells->cells[i], &table->columns.at[i]);
    const struct table_row row = {
        .style = table->form->cell,
        .cells = cells->cells,
        .cell_count = cells->count,
        .before = table->form->row_before,
        .after = table->form->row_after,
        .price = price,
        .repeat = table->repeated_head,
        .repeat_inside = table->repeated_head,
    };
    add_row(flow, &table->slugs, &row);
}

void flow_table(struct flow *flow, const struct plain_table *plain,
                const struct spans *title)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct arena *arena = typesetter->arena;
    struct timetable table = {
        .flow = flow,
        .form = plain_form(typesetter, plain->heads.cell_count),
        .tag = open_tag(arena, flow->galley.tags, TAG_TABLE),
    };
    table.widths = new_column_widths(arena, table.form);
    make_plain_heads(&table, &plain->heads);
    struct tag *body = open_tag(arena, table.tag, TAG_TBODY);
    struct plain_row *rows = arena_array(arena, plain->row_count, sizeof *rows);
    for (size_t i = 0; i < plain->row_count; i++)
        rows[i] = make_plain_row(&table, body, &plain->rows[i]);
    table.columns = set_columns(typesetter, table.form, table.widths);
    add_table_head(&table, title);
    for (size_t i = 0; i < plain->row_count; i++) {
        bool is_kept = i == 0 || rows[i - 1].is_across;
        add_plain_row(&table, &rows[i], is_kept ? PAGE_END_FORBIDDEN : PAGE_END_FREE);
    }
    add_table_end(&table);
    append_slugs(flow, &table.slugs, PAGE_END_FREE);
}
