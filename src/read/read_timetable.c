/* Annexes, and the timetable: days, slots, and the items that are taken up in them. */
#include "read/agenda_values.h"

#include "model/layout.h"

const struct choice timetable_contents[] = {
    {"time", COLUMN_TIME},           {"item", COLUMN_ITEM},
    {"title", COLUMN_TITLE},         {"presenter", COLUMN_PRESENTER},
    {"chair", COLUMN_CHAIR},         {"place", COLUMN_PLACE},
    {"documents", COLUMN_DOCUMENTS}, {NULL, 0}};

static void read_time(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct time_range time;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (time_range_from_text(node->text, &time)) {
        *(struct time_range *)to = time;
        return;
    }
    struct slice swapped = swap_halves(reader->arena, node->text, '-');
    if (time_range_from_text(swapped, &time)) {
        report(reader->d, "bad-time", node_place(node), "the time ends before it begins");
        report_mend(reader->d, "write %.*s, or correct one of the times",
                    (int)swapped.length, swapped.at);
        return;
    }
    report(reader->d, "bad-time", node_place(node), "“%.*s” is not %s",
           (int)node->text.length, node->text.at, key->type->name);
    report_mend(reader->d,
                "times run to 24 hours, the earlier one first, with “-” between "
                "them");
}

/* A reference; `continued` when an earlier slot of this timetable has the item. */
static void read_reference(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct timetable_entry *entry = to;
    struct agenda_reading *reading = agenda_reading(reader);
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct item_reference *reference = find_item(reader, node);
    if (reference == NULL)
        return;
    entry->item = reference->item;
    entry->continued =
        reference->slot >= reading->first_slot && reference->slot < reading->slot;
    reference->slot = reading->slot;
}

static const struct value_shape time_shape = {
    .kind = SHAPE_TEXT, .pattern = "^[0-9]{1,2}:[0-9]{2}(-[0-9]{1,2}:[0-9]{2})?$"};
static const struct value_type time_value = {"a time (10:00, 10:00-13:00)", read_time,
                                             &time_shape};
static const struct value_type reference_value = {
    "an item of the agenda (2, 1(a), an id)", read_reference, &text_shape};

static const struct key entry_keys[] = {
    {"item", &reference_value, 0, NULL, 0, "an item of the agenda, by number or id"},
    {"title", &line_value, offsetof(struct timetable_entry, title), NULL, KEY_BY_LANGUAGE,
     "a text instead of the item's title, or without an item"},
    {"presenter", &line_value, offsetof(struct timetable_entry, presenter), NULL,
     KEY_BY_LANGUAGE, "who introduces it"},
    {"chair", &line_value, offsetof(struct timetable_entry, chair), NULL, KEY_BY_LANGUAGE,
     "who is in the chair"},
    {"place", &line_value, offsetof(struct timetable_entry, venue), NULL, KEY_BY_LANGUAGE,
     "the place or room"},
    {"documents", &line_value, offsetof(struct timetable_entry, documents), NULL,
     KEY_BY_LANGUAGE, "its documents, if not those of the item"},
};
static const struct key_table entry_table =
    KEY_TABLE("a row of the timetable", entry_keys);

static struct timetable_entry read_entry(struct reader *reader, const struct node *node)
{
    struct timetable_entry entry = {.place = node->place};
    if (node->kind == NODE_SCALAR) {
        read_reference(reader, node, &entry_keys[0], &entry);
        return entry;
    }
    read_fields(reader, node, &entry_table, &entry);
    if (node->kind == NODE_MAP && node_member(node, "item") == NULL &&
        node_member(node, "title") == NULL)
        report(reader->d, "missing-field", node_place(node),
               "a row of the timetable needs an item or a title");
    return entry;
}

static void read_entries(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct timetable_slot *slot = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    slot->entries = arena_array(reader->arena, node->count, sizeof *slot->entries);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        slot->entries[slot->entry_count++] = read_entry(reader, child);
}

static const struct value_shape row_shape = {.kind = SHAPE_FIELDS, .table = &entry_table};
static const struct value_shape entry_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &row_shape};
static const struct value_shape entries_shape = {.kind = SHAPE_LIST, .of = &entry_shape};
static const struct value_type entries_value = {"a list of items", read_entries,
                                                &entries_shape};

static const struct key slot_keys[] = {
    {"time", &time_value, offsetof(struct timetable_slot, time), NULL, 0,
     "from when to when: 10:00-13:00"},
    {"label", &line_value, offsetof(struct timetable_slot, label), NULL, KEY_BY_LANGUAGE,
     "words instead of a time"},
    {"items", &entries_value, 0, NULL, KEY_REQUIRED, "what is taken up"},
};
static const struct key_table slot_table =
    KEY_TABLE("a slot of the timetable", slot_keys);

static void check_either(struct reader *reader, const struct node *node, const char *what,
                         const char *first, const char *second)
{
    if (node->kind != NODE_MAP || node_member(node, first) != NULL ||
        node_member(node, second) != NULL)
        return;
    report(reader->d, "missing-field", node_place(node), "%s needs the key “%s” or “%s”",
           what, first, second);
}

static void read_slots(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct timetable_day *day = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    day->slots = arena_array(reader->arena, node->count, sizeof *day->slots);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct timetable_slot *slot = &day->slots[day->slot_count++];
        slot->place = child->place;
        agenda_reading(reader)->slot++;
        read_fields(reader, child, &slot_table, slot);
        check_either(reader, child, slot_table.name, "time", "label");
    }
}

static const struct value_shape slot_shape = {.kind = SHAPE_FIELDS, .table = &slot_table};
static const struct value_shape slots_shape = {.kind = SHAPE_LIST, .of = &slot_shape};
static const struct value_type slots_value = {"a list of slots", read_slots,
                                              &slots_shape};

static const struct key day_keys[] = {
    {"date", &date_value, offsetof(struct timetable_day, date), NULL, 0, "the day"},
    {"label", &line_value, offsetof(struct timetable_day, label), NULL, KEY_BY_LANGUAGE,
     "words instead of a date"},
    {"slots", &slots_value, 0, NULL, KEY_REQUIRED, "its slots"},
};
static const struct key_table day_table = KEY_TABLE("a day of the timetable", day_keys);

static void read_timetable(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct annex *annex = to;
    struct agenda_reading *reading = agenda_reading(reader);
    if (!expect_list(reader, node, key->type->name))
        return;
    annex->days = arena_array(reader->arena, node->count, sizeof *annex->days);
    annex->timetable_place = node_place(node);
    reading->first_slot = reading->slot + 1;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct timetable_day *day = &annex->days[annex->day_count++];
        day->place = child->place;
        read_fields(reader, child, &day_table, day);
        check_either(reader, child, day_table.name, "date", "label");
    }
}

static const struct value_shape day_shape = {.kind = SHAPE_FIELDS, .table = &day_table};
static const struct value_shape days_shape = {.kind = SHAPE_LIST, .of = &day_shape};
static const struct value_type timetable_value = {"a list of days", read_timetable,
                                                  &days_shape};

/* Which columns, and in which order. */
static void read_columns(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct annex *annex = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    int *columns = arena_array(reader->arena, node->count, sizeof *columns);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        choice_value.read(reader, child, key, &columns[annex->column_count++]);
    annex->columns = columns;
}

static const struct value_shape column_shape = {.kind = SHAPE_WORD,
                                                .words = timetable_contents};
static const struct value_shape columns_shape = {.kind = SHAPE_LIST, .of = &column_shape};
static const struct value_type columns_value = {"a list of columns", read_columns,
                                                &columns_shape};

static const struct key annex_keys[] = {
    {"title", &line_value, offsetof(struct annex, title), NULL,
     KEY_REQUIRED | KEY_BY_LANGUAGE, "its title"},
    {"text", &blocks_value, offsetof(struct annex, text), NULL, KEY_BY_LANGUAGE,
     "its text"},
    {"table", &map_value, offsetof(struct annex, table), &plain_table_keys, 0,
     "a table"},
    {"timetable", &timetable_value, 0, NULL, 0, "a timetable, by days"},
    {"columns", &columns_value, 0, timetable_contents, 0,
     "the timetable's columns in their order, if not those of the layout"},
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
