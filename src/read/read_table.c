/* Tables of an author's own: heads, and rows that fill as many columns. */
#include "read/agenda_values.h"

struct spans read_cell_text(struct reader *reader, const struct node *node)
{
    static const struct key cell_key = {"a cell", &line_value,     0,
                                        NULL,     KEY_BY_LANGUAGE, "its text"};
    struct spans spans = {0};
    bool is_blank = node->kind == NODE_SCALAR && slice_trim(node->text).length == 0;
    if (!is_blank)
        read_value(reader, node, &cell_key, &spans);
    return spans;
}

static void read_span(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    enum { MOST_SPANNED = 1000 };
    int count = 1;
    count_value.read(reader, node, key, &count);
    if (count >= 1 && count <= MOST_SPANNED)
        *(size_t *)to = (size_t)count;
    else
        report(reader->d, "bad-number", node_place(node), "a cell spans 1 to %d %s",
               MOST_SPANNED, key->name);
}

static const struct value_shape span_shape = {.kind = SHAPE_COUNT};
static const struct value_type span_value = {"a whole number (1, 2 …)", read_span,
                                             &span_shape};

static const struct key cell_keys[] = {
    {"text", &line_value, offsetof(struct plain_cell, spans), NULL,
     KEY_REQUIRED | KEY_BY_LANGUAGE, "its text"},
    {"columns", &span_value, offsetof(struct plain_cell, columns), NULL, 0,
     "how many columns it stands across"},
    {"rows", &span_value, offsetof(struct plain_cell, rows), NULL, 0,
     "beside how many rows it stands"},
};
static const struct key_table cell_table = KEY_TABLE("a cell", cell_keys);

static struct plain_cell read_cell(struct reader *reader, const struct node *node)
{
    struct plain_cell cell = {.columns = 1, .rows = 1, .place = node->place};
    if (node_member(node, "text") != NULL)
        read_fields(reader, node, &cell_table, &cell);
    else
        cell.spans = read_cell_text(reader, node);
    return cell;
}

static struct table_line read_cells(struct reader *reader, const struct node *list)
{
    struct table_line line = {.place = list->place};
    line.cells = arena_array(reader->arena, list->count, sizeof *line.cells);
    for (const struct node *cell = list->first; cell != NULL; cell = cell->next)
        line.cells[line.cell_count++] = read_cell(reader, cell);
    return line;
}

/* Rows that are put into the columns of their table, from the first to the last. */
struct placing {
    struct reader *reader;
    const struct plain_table *table;
    size_t *rows_left; /* of the cell that stands in each column */
    bool is_wrong;     /* a row does not fit */
};

static struct placing begin_placing(struct reader *reader,
                                    const struct plain_table *table)
{
    struct placing placing = {.reader = reader, .table = table};
    placing.rows_left =
        arena_array(reader->arena, table->columns.count, sizeof *placing.rows_left);
    return placing;
}

/* Behind cells that stand there from a row above. */
static size_t next_free(const struct placing *placing, size_t column)
{
    while (column < placing->table->columns.count && placing->rows_left[column] > 0)
        column++;
    return column;
}

/* False when there is no room. */
static bool place_cell(const struct placing *placing, struct plain_cell *cell)
{
    size_t end = cell->column + cell->columns;
    if (end > placing->table->columns.count)
        return false;
    for (size_t i = cell->column; i < end; i++) {
        if (placing->rows_left[i] > 0)
            return false;
        placing->rows_left[i] = cell->rows;
    }
    return true;
}

static void report_misfit(struct placing *placing, const struct table_line *line)
{
    struct diagnostics *d = placing->reader->d;
    size_t cells = 0;
    for (size_t i = 0; i < line->cell_count; i++)
        cells += line->cells[i].columns;
    report(d, "bad-count", line->place,
           "this row has %zu cells, the table's heads are %zu", cells,
           placing->table->columns.count);
    report_related(d, placing->table->heads[0].place, "the heads stand here");
    if (cells == placing->table->columns.count)
        report_mend(d, "cells of the rows above it stand beside it");
    placing->is_wrong = true;
}

static void place_row(struct placing *placing, struct table_line *line)
{
    size_t column = 0;
    bool fits = true;
    for (size_t i = 0; i < line->cell_count && fits; i++) {
        line->cells[i].column = next_free(placing, column);
        fits = place_cell(placing, &line->cells[i]);
        column = line->cells[i].column + line->cells[i].columns;
    }
    if (!placing->is_wrong &&
        (!fits || next_free(placing, column) != placing->table->columns.count))
        report_misfit(placing, line);
    for (size_t i = 0; i < placing->table->columns.count; i++)
        placing->rows_left[i] -= placing->rows_left[i] > 0;
}

static void end_placing(const struct placing *placing, const struct table_line *last)
{
    for (size_t i = 0; i < placing->table->columns.count && !placing->is_wrong; i++) {
        if (placing->rows_left[i] == 0)
            continue;
        report(placing->reader->d, "bad-count", last->place,
               "a cell stands beside %zu more rows than there are",
               placing->rows_left[i]);
        return;
    }
}

/* The first row of heads says how many columns there are. */
static void count_columns(struct reader *reader, struct plain_table *table,
                          const struct table_line *heads)
{
    struct author_columns *columns = &table->columns;
    size_t count = 0;
    for (size_t i = 0; i < heads->cell_count; i++)
        count += heads->cells[i].columns;
    if (columns->count > 0 && columns->count != count)
        report(reader->d, "bad-count", columns->at[0].place,
               "“columns” are %zu, the table's heads are %zu", columns->count, count);
    if (columns->count != count)
        columns->at = arena_array(reader->arena, count, sizeof *columns->at);
    columns->count = count;
}

/* A list of cells, or of rows of them. */
static void read_heads(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct plain_table *table = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    bool is_one_row = node->first == NULL || node->first->kind != NODE_LIST;
    table->head_count = is_one_row ? 1 : node->count;
    table->heads = arena_array(reader->arena, table->head_count, sizeof *table->heads);
    const struct node *row = is_one_row ? node : node->first;
    for (size_t i = 0; i < table->head_count; i++, row = row->next)
        if (expect_list(reader, row, "a list of heads"))
            table->heads[i] = read_cells(reader, row);
    count_columns(reader, table, &table->heads[0]);
    struct placing placing = begin_placing(reader, table);
    for (size_t i = 0; i < table->head_count; i++)
        place_row(&placing, &table->heads[i]);
    end_placing(&placing, &table->heads[table->head_count - 1]);
}

/* A row that is a text stands across all columns. */
static struct table_line read_row(struct reader *reader, const struct node *node,
                                  const struct plain_table *table)
{
    if (node->kind == NODE_LIST)
        return read_cells(reader, node);
    struct table_line line = {.place = node->place, .cell_count = 1, .is_across = true};
    line.cells = arena_alloc(reader->arena, sizeof *line.cells);
    *line.cells = read_cell(reader, node);
    line.cells->columns = table->columns.count;
    return line;
}

static void read_rows(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct plain_table *table = to;
    if (!expect_list(reader, node, key->type->name) || table->head_count == 0)
        return;
    struct placing placing = begin_placing(reader, table);
    table->rows = arena_array(reader->arena, node->count, sizeof *table->rows);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct table_line *row = &table->rows[table->row_count++];
        *row = read_row(reader, child, table);
        placing.is_wrong = false;
        place_row(&placing, row);
    }
    if (table->row_count > 0)
        end_placing(&placing, &table->rows[table->row_count - 1]);
}

static const struct value_shape by_language_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                     .of = &text_shape};
static const struct value_shape cell_map_shape = {.kind = SHAPE_FIELDS,
                                                  .table = &cell_table};
static const struct value_shape cell_text_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &by_language_shape};
static const struct value_shape cell_shape = {
    .kind = SHAPE_EITHER, .of = &cell_text_shape, .other = &cell_map_shape};
static const struct value_shape cells_shape = {.kind = SHAPE_LIST, .of = &cell_shape};
static const struct value_shape head_rows_shape = {.kind = SHAPE_LIST,
                                                   .of = &cells_shape};
static const struct value_shape heads_shape = {
    .kind = SHAPE_EITHER, .of = &cells_shape, .other = &head_rows_shape};
static const struct value_shape row_shape = {
    .kind = SHAPE_EITHER, .of = &cells_shape, .other = &cell_text_shape};
static const struct value_shape rows_shape = {.kind = SHAPE_LIST, .of = &row_shape};
static const struct value_type heads_value = {"a list of texts", read_heads,
                                              &heads_shape};
static const struct value_type rows_value = {"a list of rows", read_rows, &rows_shape};

/* Heads before rows: they say how many cells a row has. */
static const struct key table_keys[] = {
    {"columns", &table_columns_value, offsetof(struct plain_table, columns), NULL, 0,
     "how each column stands, a map each"},
    {"heads", &heads_value, 0, NULL, KEY_REQUIRED,
     "the heads of its columns, or several rows of them"},
    {"row-heads", &flag_value, offsetof(struct plain_table, has_row_heads), NULL, 0,
     "true: the first cell of a row is its head, for whoever has it read aloud"},
    {"rows", &rows_value, 0, NULL, KEY_REQUIRED,
     "its rows: a list of as many cells, or a text across all columns"},
};
const struct key_table plain_table_keys = KEY_TABLE("a table", table_keys);
