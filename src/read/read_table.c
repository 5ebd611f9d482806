/* Tables of an author's own: heads, and rows of as many cells. */
#include "read/agenda_values.h"

/* A text, or one by language. */
static struct spans read_cell(struct reader *reader, const struct node *node)
{
    static const struct key cell_key = {"a cell", &line_value,     0,
                                        NULL,     KEY_BY_LANGUAGE, "its text"};
    struct spans spans = {0};
    bool is_blank = node->kind == NODE_SCALAR && slice_trim(node->text).length == 0;
    if (!is_blank)
        read_value(reader, node, &cell_key, &spans);
    return spans;
}

static struct table_line read_cells(struct reader *reader, const struct node *list)
{
    struct table_line line = {.place = list->place};
    line.cells = arena_array(reader->arena, list->count, sizeof *line.cells);
    for (const struct node *cell = list->first; cell != NULL; cell = cell->next)
        line.cells[line.cell_count++] = read_cell(reader, cell);
    return line;
}

static void read_heads(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    if (expect_list(reader, node, key->type->name))
        ((struct plain_table *)to)->heads = read_cells(reader, node);
}

/* A row that is a text stands across all columns. */
static struct table_line read_row(struct reader *reader, const struct node *node,
                                  const struct plain_table *table)
{
    struct table_line line = {.place = node->place};
    if (node->kind != NODE_LIST) {
        line.cells = arena_alloc(reader->arena, sizeof *line.cells);
        line.cells[0] = read_cell(reader, node);
        line.cell_count = 1;
        line.is_across = true;
        return line;
    }
    line = read_cells(reader, node);
    if (line.cell_count == table->heads.cell_count)
        return line;
    report(reader->d, "bad-count", node_place(node),
           "this row has %zu cells, the table's heads are %zu", line.cell_count,
           table->heads.cell_count);
    report_related(reader->d, table->heads.place, "the heads stand here");
    return line;
}

static void read_rows(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct plain_table *table = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    table->rows = arena_array(reader->arena, node->count, sizeof *table->rows);
    for (const struct node *row = node->first; row != NULL; row = row->next)
        table->rows[table->row_count++] = read_row(reader, row, table);
}

static const struct value_shape by_language_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                     .of = &text_shape};
static const struct value_shape cell_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &by_language_shape};
static const struct value_shape cells_shape = {.kind = SHAPE_LIST, .of = &cell_shape};
static const struct value_shape row_shape = {
    .kind = SHAPE_EITHER, .of = &cells_shape, .other = &cell_shape};
static const struct value_shape rows_shape = {.kind = SHAPE_LIST, .of = &row_shape};
static const struct value_type heads_value = {"a list of texts", read_heads,
                                              &cells_shape};
static const struct value_type rows_value = {"a list of rows", read_rows, &rows_shape};

/* Heads before rows: they say how many cells a row has. */
static const struct key table_keys[] = {
    {"heads", &heads_value, 0, NULL, KEY_REQUIRED, "the heads of its columns"},
    {"rows", &rows_value, 0, NULL, KEY_REQUIRED,
     "its rows: a list of as many cells, or a text across all columns"},
};
const struct key_table plain_table_keys = KEY_TABLE("a table", table_keys);
