/* Annexes: their titles, texts, tables and timetables. */
#include "read/agenda_values.h"

/* A note in the words of the language. */
static void read_original(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    struct annex *annex = to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    const char *name = arena_format(reader->arena, "original-%.*s",
                                    (int)node->text.length, node->text.at);
    const char *label = expect_label(reader, node->place, name);
    if (label != NULL)
        annex->note = plain_spans(reader->arena, slice_from_text(label), node->place);
}

static const struct value_type original_value = {"a language", read_original,
                                                 &text_shape};

/* Columns before the timetable: they name the cells of its rows. */
static const struct key annex_keys[] = {
    {"title", &line_value, offsetof(struct annex, title), NULL,
     KEY_REQUIRED | KEY_BY_LANGUAGE, "its title"},
    {"original", &original_value, 0, NULL, 0,
     "the language that it was written in, when that is another than the document's"},
    {"note", &line_value, offsetof(struct annex, note), NULL, KEY_BY_LANGUAGE,
     "instead: a note on its language, without brackets: English only"},
    {"text", &blocks_value, offsetof(struct annex, text), NULL, KEY_BY_LANGUAGE,
     "its text"},
    {"landscape", &flag_value, offsetof(struct annex, is_landscape), NULL, 0,
     "true: its pages lie on their side, for a wide table"},
    {"documents", &flag_value, offsetof(struct annex, lists_documents), NULL, 0,
     "true: the documents of all items, with their numbers"},
    {"table", &map_value, offsetof(struct annex, table), &plain_table_keys, 0, "a table"},
    {"columns", &columns_value, offsetof(struct annex, columns), timetable_contents, 0,
     "the timetable's columns in their order, if not those of the layout"},
    {"timetable", &timetable_value, 0, NULL, 0, "a timetable, by days"},
};
static const struct key_table annex_table = KEY_TABLE("an annex", annex_keys);

static void read_annexes(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct agenda *agenda = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    agenda->annexes = arena_array(reader->arena, node->count, sizeof *agenda->annexes);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct annex *annex = &agenda->annexes[agenda->annex_count++];
        annex->place = child->place;
        read_fields(reader, child, &annex_table, annex);
    }
}

static const struct value_shape annex_shape = {.kind = SHAPE_FIELDS,
                                               .table = &annex_table};
static const struct value_shape annexes_shape = {.kind = SHAPE_LIST, .of = &annex_shape};
const struct value_type annexes_value = {"a list of annexes", read_annexes,
                                         &annexes_shape};
