/* The timetable: days, their parts and slots, and the items that are taken up in them. */
#include "read/agenda_values.h"

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
const struct value_type time_value = {"a time (10:00, 10:00-13:00)", read_time,
                                      &time_shape};
static const struct value_type reference_value = {
    "an item of the agenda (2, 1(a), an id)", read_reference, &text_shape};

/* In a cell of an author's own column: an item, or a text, and who presents it. */
#define WHAT_KEYS                                                                        \
    {"item", &reference_value, 0, NULL, 0, "an item of the agenda, by number or id"},    \
    {                                                                                    \
        "title", &line_value, offsetof(struct timetable_entry, title), "open-title",     \
            KEY_BY_LANGUAGE, "a text instead of the item's title, or without an item"    \
    }

static const struct key own_cell_keys[] = {
    WHAT_KEYS,
    {"presenter", &line_value, offsetof(struct timetable_entry, cells.presenter), NULL,
     KEY_BY_LANGUAGE, "who introduces it, under its title"},
};
static const struct key_table own_cell_table =
    KEY_TABLE("a cell of the timetable", own_cell_keys);

static void check_what(struct reader *reader, const struct node *node, const char *what)
{
    if (node->kind == NODE_MAP && node_member(node, "item") == NULL &&
        node_member(node, "title") == NULL)
        report(reader->d, "missing-field", node_place(node),
               "%s needs an item or a title", what);
}

/* A map is one by language unless it has the keys of a cell. */
static bool is_by_language(const struct node *node)
{
    for (size_t i = 0; i < own_cell_table.count; i++)
        if (node_member(node, own_cell_keys[i].name) != NULL)
            return false;
    return true;
}

static const struct author_column *find_own_column(const struct reader *reader,
                                                   struct slice name)
{
    const struct author_columns *columns = agenda_reading(reader)->columns;
    for (size_t i = 0; i < columns->count; i++)
        if (columns->at[i].name != NULL && slice_equals(name, columns->at[i].name))
            return &columns->at[i];
    return NULL;
}

static void read_own_cell(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    (void)key;
    struct timetable_cells *cells = to;
    const struct author_columns *columns = agenda_reading(reader)->columns;
    struct timetable_entry *entry = arena_alloc(reader->arena, sizeof *entry);
    entry->place = node->place;
    if (is_by_language(node)) {
        entry->title = read_cell_text(reader, node);
    } else {
        read_fields(reader, node, &own_cell_table, entry);
        check_what(reader, node, own_cell_table.name);
    }
    if (cells->own == NULL)
        cells->own = arena_array(reader->arena, columns->own_count, sizeof *cells->own);
    cells->own[find_own_column(reader, node->key)->own] = entry;
}

static const struct value_shape own_cell_map_shape = {.kind = SHAPE_FIELDS,
                                                      .table = &own_cell_table};
static const struct value_shape own_text_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                  .of = &text_shape};
static const struct value_shape own_map_shape = {
    .kind = SHAPE_EITHER, .of = &own_text_shape, .other = &own_cell_map_shape};
static const struct value_shape own_cell_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &own_map_shape};
static const struct value_type own_cell_value = {"a text, or a map of item and title",
                                                 read_own_cell, &own_cell_shape};

/* Cells that a row has, or all rows of a slot, a part, a day together. */
#define CELL_KEYS(type)                                                                  \
    {"presenter", &line_value,     offsetof(struct type, cells.presenter),               \
     NULL,        KEY_BY_LANGUAGE, "who introduces it"},                                 \
        {"chair", &line_value,     offsetof(struct type, cells.chair),                   \
         NULL,    KEY_BY_LANGUAGE, "who is in the chair"},                               \
    {                                                                                    \
        "place", &line_value, offsetof(struct type, cells.venue), NULL, KEY_BY_LANGUAGE, \
            "the place or room"                                                          \
    }

#define TABLE_WITH_OWN_CELLS(name, keys, other)                                          \
    {                                                                                    \
        (name), (keys), sizeof(keys) / sizeof *(keys), (other), names_own_column         \
    }

#define OWN_CELL_KEY(type)                                                               \
    {                                                                                    \
        "a cell", &own_cell_value, offsetof(struct type, cells), NULL, 0,                \
            "the cell of a column of your own"                                           \
    }

static const struct key entry_keys[] = {
    WHAT_KEYS,
    {"across", &line_value, offsetof(struct timetable_entry, across), NULL,
     KEY_BY_LANGUAGE, "instead of both: a text across the columns behind the time"},
    CELL_KEYS(timetable_entry),
    {"documents", &line_value, offsetof(struct timetable_entry, cells.documents), NULL,
     KEY_BY_LANGUAGE, "its documents, if not those of the item"},
};
static const struct key entry_other = OWN_CELL_KEY(timetable_entry);
static const struct key_table entry_table =
    TABLE_WITH_OWN_CELLS("a row of the timetable", entry_keys, &entry_other);

static struct timetable_entry read_entry(struct reader *reader, const struct node *node)
{
    struct timetable_entry entry = {.place = node->place};
    if (node->kind == NODE_SCALAR) {
        read_reference(reader, node, &entry_keys[0], &entry);
        return entry;
    }
    read_fields(reader, node, &entry_table, &entry);
    if (entry.cells.own == NULL && entry.across.count == 0)
        check_what(reader, node, entry_table.name);
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

/* A slot of one row. */
static void read_slot_across(struct reader *reader, const struct node *node,
                             const struct key *key, void *to)
{
    struct timetable_slot *slot = to;
    slot->entries = arena_alloc(reader->arena, sizeof *slot->entries);
    slot->entries->place = node->place;
    slot->entry_count = 1;
    line_value.read(reader, node, key, &slot->entries->across);
}

static const struct value_shape row_shape = {.kind = SHAPE_FIELDS, .table = &entry_table};
static const struct value_shape entry_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &row_shape};
static const struct value_shape entries_shape = {.kind = SHAPE_LIST, .of = &entry_shape};
static const struct value_type entries_value = {"a list of items", read_entries,
                                                &entries_shape};
static const struct value_type slot_across_value = {"a text of one paragraph",
                                                    read_slot_across, &text_shape};

static void read_slot_time(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct timetable_slot *slot = to;
    if (is_open(node)) {
        slot->label = read_open(reader, node, OPEN_WORD);
        return;
    }
    slot->time.from.hour = -1;
    time_value.read(reader, node, key, &slot->time);
    slot->has_time = slot->time.from.hour >= 0;
}

static void read_day_date(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    struct timetable_day *day = to;
    if (is_open(node))
        day->label = read_open(reader, node, OPEN_WORD);
    else
        date_value.read(reader, node, key, &day->date);
}

static const struct value_shape open_shape = {.kind = SHAPE_TEXT,
                                              .pattern = "^" OPEN_WORD "$"};
static const struct value_shape slot_time_shape = {
    .kind = SHAPE_EITHER, .of = &time_shape, .other = &open_shape};
static const struct value_shape date_shape = {.kind = SHAPE_TEXT,
                                              .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};
static const struct value_shape day_date_shape = {
    .kind = SHAPE_EITHER, .of = &date_shape, .other = &open_shape};
static const struct value_type slot_time_value = {"a time (10:00, 10:00-13:00)",
                                                  read_slot_time, &slot_time_shape};
static const struct value_type day_date_value = {"a date (2020-07-07)", read_day_date,
                                                 &day_date_shape};

static const struct key slot_keys[] = {
    {"time", &slot_time_value, 0, NULL, 0, "from when to when: 10:00-13:00"},
    {"label", &line_value, offsetof(struct timetable_slot, label), NULL, KEY_BY_LANGUAGE,
     "words instead of a time"},
    {"items", &entries_value, 0, NULL, 0, "what is taken up"},
    {"across", &slot_across_value, 0, NULL, KEY_BY_LANGUAGE,
     "instead of items: a text across the columns, all of them when there is no time"},
    CELL_KEYS(timetable_slot),
};
static const struct key slot_other = OWN_CELL_KEY(timetable_slot);
static const struct key_table slot_table =
    TABLE_WITH_OWN_CELLS("a slot of the timetable", slot_keys, &slot_other);

static void check_either(struct reader *reader, const struct node *node, const char *what,
                         const char *first, const char *second)
{
    if (node->kind != NODE_MAP || node_member(node, first) != NULL ||
        node_member(node, second) != NULL)
        return;
    report(reader->d, "missing-field", node_place(node), "%s needs the key “%s” or “%s”",
           what, first, second);
}

static void check_slot(struct reader *reader, const struct node *node)
{
    check_either(reader, node, slot_table.name, "items", "across");
    if (node_member(node, "across") == NULL)
        check_either(reader, node, slot_table.name, "time", "label");
}

/* Slots on their way into a day. */
struct slots_reading {
    struct timetable_day *day;
    struct timetable_part *part; /* that they belong to, or NULL */
};

static void read_slots(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    const struct slots_reading *reading = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct timetable_slot *slot = &reading->day->slots[reading->day->slot_count++];
        slot->part = reading->part;
        slot->place = child->place;
        agenda_reading(reader)->slot++;
        read_fields(reader, child, &slot_table, slot);
        check_slot(reader, child);
    }
}

static const struct value_shape slot_shape = {.kind = SHAPE_FIELDS, .table = &slot_table};
static const struct value_shape slots_shape = {.kind = SHAPE_LIST, .of = &slot_shape};

/* The slots of a part stand in those of its day. */
static void read_part_slots(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    struct timetable_part *part = to;
    struct slots_reading reading = {agenda_reading(reader)->day, part};
    read_slots(reader, node, key, &reading);
}

static void read_day_slots(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct slots_reading reading = {to, NULL};
    read_slots(reader, node, key, &reading);
}

static const struct value_type part_slots_value = {"a list of slots", read_part_slots,
                                                   &slots_shape};
static const struct value_type day_slots_value = {"a list of slots", read_day_slots,
                                                  &slots_shape};

static const struct key part_keys[] = {
    {"label", &line_value, offsetof(struct timetable_part, label), NULL,
     KEY_REQUIRED | KEY_BY_LANGUAGE, "its name: Morning"},
    CELL_KEYS(timetable_part),
    {"slots", &part_slots_value, 0, NULL, KEY_REQUIRED, "its slots"},
};
static const struct key part_other = OWN_CELL_KEY(timetable_part);
static const struct key_table part_table =
    TABLE_WITH_OWN_CELLS("a part of a day", part_keys, &part_other);

static void read_parts(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    agenda_reading(reader)->day = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct timetable_part *part = arena_alloc(reader->arena, sizeof *part);
        read_fields(reader, child, &part_table, part);
    }
}

static const struct value_shape part_shape = {.kind = SHAPE_FIELDS, .table = &part_table};
static const struct value_shape parts_shape = {.kind = SHAPE_LIST, .of = &part_shape};
static const struct value_type parts_value = {"a list of parts", read_parts,
                                              &parts_shape};

static const struct key day_keys[] = {
    {"date", &day_date_value, 0, NULL, 0, "the day"},
    {"label", &line_value, offsetof(struct timetable_day, label), NULL, KEY_BY_LANGUAGE,
     "words instead of a date"},
    CELL_KEYS(timetable_day),
    {"slots", &day_slots_value, 0, NULL, 0, "its slots"},
    {"parts", &parts_value, 0, NULL, 0, "parts with slots of their own: the morning"},
};
static const struct key day_other = OWN_CELL_KEY(timetable_day);
static const struct key_table day_table =
    TABLE_WITH_OWN_CELLS("a day of the timetable", day_keys, &day_other);

static size_t count_slots(const struct node *day)
{
    const struct node *slots = node_member(day, "slots");
    const struct node *parts = node_member(day, "parts");
    size_t count = slots != NULL ? slots->count : 0;
    for (const struct node *part = parts != NULL ? parts->first : NULL; part != NULL;
         part = part->next) {
        slots = node_member(part, "slots");
        count += slots != NULL ? slots->count : 0;
    }
    return count;
}

static void read_timetable(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct annex *annex = to;
    struct agenda_reading *reading = agenda_reading(reader);
    if (!expect_list(reader, node, key->type->name))
        return;
    annex->days = arena_array(reader->arena, node->count, sizeof *annex->days);
    annex->timetable_place = node_place(node);
    reading->columns = &annex->columns;
    reading->first_slot = reading->slot + 1;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct timetable_day *day = &annex->days[annex->day_count++];
        day->place = child->place;
        day->slots = arena_array(reader->arena, count_slots(child), sizeof *day->slots);
        read_fields(reader, child, &day_table, day);
        check_either(reader, child, day_table.name, "date", "label");
        check_either(reader, child, day_table.name, "slots", "parts");
    }
}

static const struct value_shape day_shape = {.kind = SHAPE_FIELDS, .table = &day_table};
static const struct value_shape days_shape = {.kind = SHAPE_LIST, .of = &day_shape};
const struct value_type timetable_value = {"a list of days", read_timetable, &days_shape};
