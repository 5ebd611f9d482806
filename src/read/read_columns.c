/* The columns of a timetable or a table that an author names. */
#include "read/agenda_values.h"

#include "base/buffer.h"
#include "model/layout.h"

const struct choice timetable_contents[] = {
    {"date", COLUMN_DATE},   {"time", COLUMN_TIME},           {"item", COLUMN_ITEM},
    {"title", COLUMN_TITLE}, {"presenter", COLUMN_PRESENTER}, {"chair", COLUMN_CHAIR},
    {"place", COLUMN_PLACE}, {"documents", COLUMN_DOCUMENTS}, {NULL, 0}};

enum { WHOLE = 1000 }; /* of a table's width */

static void read_alignment(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct author_column *column = to;
    size_t errors = reader->d->errors;
    choice_value.read(reader, node, key, &column->align);
    column->is_aligned = reader->d->errors == errors;
}

static void read_share(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    int share = WHOLE;
    permille_value.read(reader, node, key, &share);
    if (share > 0 && share <= WHOLE)
        *(int *)to = share;
    else
        report(reader->d, "bad-percentage", node_place(node),
               "a column takes more than 0%% and at most 100%% of its table");
}

static void check_shares(struct reader *reader, const struct author_columns *columns)
{
    int whole = 0;
    for (size_t i = 0; i < columns->count; i++)
        whole += columns->at[i].share;
    if (whole > WHOLE)
        report(reader->d, "bad-percentage", columns->at[0].place,
               "the columns take %d%% of their table together", (whole + 9) / 10);
}

static const struct value_shape word_shape = {.kind = SHAPE_WORD};
static const struct value_shape share_shape = {.kind = SHAPE_TEXT,
                                               .pattern = "^([0-9]+\\.?[0-9]*)%$"};
static const struct value_type alignment_value = {"an alignment", read_alignment,
                                                  &word_shape};
static const struct value_type share_value = {"a percentage (35%)", read_share,
                                              &share_shape};

#define MEMBER(member) offsetof(struct author_column, member)

#define FORM_KEYS                                                                        \
    {"width",                                                                            \
     &share_value,                                                                       \
     MEMBER(share),                                                                      \
     NULL,                                                                               \
     0,                                                                                  \
     "its part of the table's width; without one it is as wide as its cells ask for"},   \
    {                                                                                    \
        "align", &alignment_value, 0, alignments, 0,                                     \
            "how its texts stand: figures at the end"                                    \
    }

static const struct key column_keys[] = {
    {"column", &choice_value, MEMBER(content), timetable_contents, 0,
     "what stands in it"},
    {"name", &string_value, MEMBER(name), NULL, 0,
     "of a column of your own: the key of its cells in the rows"},
    {"head", &line_value, MEMBER(head), NULL, KEY_BY_LANGUAGE,
     "its head, if not that of the layout, or the name"},
    {"numbered", &flag_value, MEMBER(is_numbered), NULL, 0,
     "true: the numbers of items stand in front of their titles"},
    FORM_KEYS,
};
static const struct key_table column_table = KEY_TABLE("a column", column_keys);

static bool is_own_column(const struct reader *reader, struct slice name)
{
    const struct author_columns *columns = agenda_reading(reader)->columns;
    for (size_t i = 0; i < columns->count; i++)
        if (columns->at[i].name != NULL && slice_equals(name, columns->at[i].name))
            return true;
    return false;
}

bool names_own_column(const struct reader *reader, struct slice name)
{
    return agenda_reading(reader)->columns != NULL && is_own_column(reader, name);
}

static void check_column(struct reader *reader, const struct node *node)
{
    const struct node *content = node_member(node, "column");
    const struct node *name = node_member(node, "name");
    if (node->kind != NODE_MAP || (content == NULL) != (name == NULL))
        return;
    report(reader->d, "missing-field", node_place(node),
           "a column needs either the key “column” or “name”");
    report_mend(reader->d, "“column: title” is one that the layout has, “name: remarks” "
                           "one of your own");
}

/* One that layouts have. */
static void read_name(struct reader *reader, const struct node *node, int *content)
{
    struct buffer names = new_buffer(reader->arena);
    if (!expect_scalar(reader, node, "a column"))
        return;
    for (const struct choice *word = timetable_contents; word->name != NULL; word++) {
        if (slice_equals(node->text, word->name)) {
            *content = word->value;
            return;
        }
        buffer_format(&names, "%s%s", names.count == 0 ? "" : ", ", word->name);
    }
    report(reader->d, "bad-choice", node->place, "“%.*s” is no column that layouts have",
           (int)node->text.length, node->text.at);
    report_mend(reader->d, "they are %s; one of your own is written “{ name: %.*s }”",
                buffer_string(&names), (int)node->text.length, node->text.at);
}

static struct author_column read_column(struct reader *reader, const struct node *node)
{
    struct author_column column = {.place = node->place};
    if (node->kind == NODE_SCALAR) {
        read_name(reader, node, &column.content);
        return column;
    }
    read_fields(reader, node, &column_table, &column);
    check_column(reader, node);
    return column;
}

/* Names of rows' keys; each is one column's. */
static void name_own_column(struct reader *reader, struct author_columns *columns,
                            struct author_column *column)
{
    struct slice name = slice_from_text(column->name);
    if (is_own_column(reader, name))
        report(reader->d, "duplicate-key", column->place,
               "the name “%s” is another column's already", column->name);
    for (const struct choice *word = timetable_contents; word->name != NULL; word++)
        if (slice_equals(name, word->name))
            report(reader->d, "duplicate-key", column->place,
                   "“%s” is the name of a column that layouts have", column->name);
    column->content = COLUMN_OWN;
    column->own = columns->own_count++;
}

static void read_columns(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct author_columns *columns = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    columns->at = arena_array(reader->arena, node->count, sizeof *columns->at);
    agenda_reading(reader)->columns = columns;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct author_column column = read_column(reader, child);
        if (column.name != NULL)
            name_own_column(reader, columns, &column);
        columns->at[columns->count++] = column;
    }
    check_shares(reader, columns);
}

static const struct value_shape name_shape = {.kind = SHAPE_WORD,
                                              .words = timetable_contents};
static const struct value_shape map_shape = {.kind = SHAPE_FIELDS,
                                             .table = &column_table};
static const struct value_shape column_shape = {
    .kind = SHAPE_EITHER, .of = &name_shape, .other = &map_shape};
static const struct value_shape columns_shape = {.kind = SHAPE_LIST, .of = &column_shape};
const struct value_type columns_value = {"a list of columns", read_columns,
                                         &columns_shape};

/* Those of a table have their heads elsewhere. */
static const struct key form_keys[] = {FORM_KEYS};
static const struct key_table form_table = KEY_TABLE("a column of a table", form_keys);

static void read_table_columns(struct reader *reader, const struct node *node,
                               const struct key *key, void *to)
{
    struct author_columns *columns = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    columns->at = arena_array(reader->arena, node->count, sizeof *columns->at);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct author_column *column = &columns->at[columns->count++];
        column->place = child->place;
        read_fields(reader, child, &form_table, column);
    }
    check_shares(reader, columns);
}

static const struct value_shape form_shape = {.kind = SHAPE_FIELDS, .table = &form_table};
static const struct value_shape forms_shape = {.kind = SHAPE_LIST, .of = &form_shape};
const struct value_type table_columns_value = {"a list of columns", read_table_columns,
                                               &forms_shape};
