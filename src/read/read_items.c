/* The items of the agenda, their documents, and what they are named by. */
#include "read/agenda_values.h"

#include "base/vec.h"
#include "model/wording.h"

enum {
    ITEM_LEVELS = 3,
    MOST_NAMES = 50 /* shown in a message */
};

static void read_symbol(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct reference_document *document = to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    document->symbol = slice_trim(node->text);
    document->symbol_place = node->place;
}

static void read_address(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    string_value.read(reader, node, key, to);
    const char *address = *(const char **)to;
    if (address == NULL || is_open_address(address))
        return;
    report(reader->d, "bad-link", node->place, "“%s” is not %s", address,
           key->type->name);
}

static const struct value_type symbol_value = {"a document symbol", read_symbol,
                                               &text_shape};
static const struct value_type address_value = {"an address (https://…)", read_address,
                                                &text_shape};

static const struct key document_keys[] = {
    {"title", &line_value, offsetof(struct reference_document, title), NULL,
     KEY_BY_LANGUAGE, "its title"},
    {"symbol", &symbol_value, 0, NULL, KEY_BY_LANGUAGE, "its symbol"},
    {"address", &address_value, offsetof(struct reference_document, uri), NULL,
     KEY_BY_LANGUAGE, "where it is found, if not where the layout says"},
    {"action", &line_value, offsetof(struct reference_document, action), NULL,
     KEY_BY_LANGUAGE, "what is to be done with it: for decision"},
};
static const struct key_table item_document_table =
    KEY_TABLE("a document of an item", document_keys);

/* A map, or a bare symbol. */
static struct reference_document read_document(struct reader *reader,
                                               const struct node *node)
{
    struct reference_document document = {.place = node->place};
    if (node->kind == NODE_SCALAR) {
        read_symbol(reader, node, &document_keys[1], &document);
        return document;
    }
    read_fields(reader, node, &item_document_table, &document);
    if (node->kind == NODE_MAP && node_member(node, "title") == NULL &&
        node_member(node, "symbol") == NULL)
        report(reader->d, "missing-field", node_place(node),
               "a document needs a title or a symbol");
    return document;
}

static void read_documents(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct agenda_item *item = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    item->documents = arena_array(reader->arena, node->count, sizeof *item->documents);
    for (const struct node *child = node->first; child != NULL; child = child->next)
        item->documents[item->document_count++] = read_document(reader, child);
}

static void read_id(struct reader *reader, const struct node *node, const struct key *key,
                    void *to)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    char first = node->text.length > 0 ? node->text.at[0] : '0';
    if (first >= '0' && first <= '9') {
        report(reader->d, "bad-id", node->place, "an id cannot begin with a digit");
        report_mend(reader->d, "a number is a reference already; choose a word");
        return;
    }
    *(const char **)to = node_string(reader->arena, node);
}

static void read_sub_items(struct reader *, const struct node *, const struct key *,
                           void *);

static const struct value_type id_value = {"a word", read_id, &text_shape};
static const struct key_table item_table;
static const struct value_shape document_shape = {.kind = SHAPE_FIELDS,
                                                  .table = &item_document_table};
static const struct value_shape symbol_or_document_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &document_shape};
static const struct value_shape documents_shape = {.kind = SHAPE_LIST,
                                                   .of = &symbol_or_document_shape};
static const struct value_shape item_shape = {.kind = SHAPE_FIELDS, .table = &item_table};
static const struct value_shape items_shape = {.kind = SHAPE_LIST, .of = &item_shape};

static const struct value_type documents_value = {"a list of documents", read_documents,
                                                  &documents_shape};
static const struct value_type sub_items_value = {"a list of items", read_sub_items,
                                                  &items_shape};

#define MEMBER(member) offsetof(struct agenda_item, member)

/* Words that the language has, or the file's own `words:`. */
static void read_status(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    string_value.read(reader, node, key, to);
    const char *status = *(const char **)to;
    if (status == NULL)
        return;
    const char *label = arena_format(reader->arena, "item-%s", status);
    if (language_label(reader->language, label) != NULL)
        return;
    report(reader->d, "unknown-word", node->place,
           "“%s” has no words for an item that is “%s”", reader->language->tag, status);
    report_mend_word(reader, slice_from_text(status), "item-");
}

static const struct value_type status_value = {"a word", read_status, &text_shape};

static void read_minutes(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    enum { DAY = 24 * 60 };
    int minutes = 1;
    count_value.read(reader, node, key, &minutes);
    if (minutes >= 1 && minutes <= DAY)
        *(int *)to = minutes;
    else
        report(reader->d, "bad-number", node_place(node), "an item takes 1 to %d minutes",
               DAY);
}

static const struct value_shape minutes_shape = {.kind = SHAPE_COUNT};
static const struct value_type minutes_value = {"a whole number (1, 2 …)", read_minutes,
                                                &minutes_shape};

static const struct key item_keys[] = {
    {"title", &line_value, MEMBER(title), "open-title", KEY_REQUIRED | KEY_BY_LANGUAGE,
     "its title, without number and ending"},
    {"id", &id_value, MEMBER(id), NULL, 0, "a name to refer to it by"},
    {"heading", &line_value, MEMBER(heading), NULL, KEY_BY_LANGUAGE,
     "the title over its annotation, where that is worded differently"},
    {"action", &line_value, MEMBER(action), NULL, KEY_BY_LANGUAGE,
     "what is to be done with it: for decision"},
    {"presenter", &line_value, MEMBER(presenter), NULL, KEY_BY_LANGUAGE,
     "who introduces it"},
    {"time", &time_value, MEMBER(time), NULL, 0,
     "when it is taken up, or from when to when: 10:00-10:30"},
    {"minutes", &minutes_value, MEMBER(minutes), NULL, 0, "how many minutes it takes"},
    {"annotation", &blocks_value, MEMBER(annotation), NULL, KEY_BY_LANGUAGE,
     "what is said about it"},
    {"annotates", &annotates_value, 0, NULL, 0,
     "the items that its annotation is for, when it is for several: [3(b), 3(c)]"},
    {"documents", &documents_value, 0, NULL, 0, "the documents that belong to it"},
    {"listed", &flag_value, MEMBER(listed), NULL, 0,
     "false: it has a heading over its annotation, but no number and no entry in the "
     "agenda"},
    {"items", &sub_items_value, 0, NULL, 0, "its sub-items"},
    {"suffix", &string_value, MEMBER(suffix), NULL, 0,
     "an item put in behind another, whose number it shares: bis"},
    {"label", &string_value, MEMBER(own_label), NULL, KEY_BY_LANGUAGE,
     "what stands in front of it instead of its number"},
    {"ending", &string_value, MEMBER(ending), NULL, KEY_BY_LANGUAGE,
     "what ends its entry in the list, if not what the language says"},
    {"status", &status_value, MEMBER(status), NULL, 0,
     "cancelled or deferred, in the words of the language"},
};
static const struct key_table item_table = KEY_TABLE("an item", item_keys);

/* An item behind those before; one with a suffix shares the number of the last. */
static struct agenda_item *add_item(struct reader *reader, const struct node *node,
                                    struct agenda_items *items,
                                    struct agenda_item *parent)
{
    int before = items->count == 0 ? 0 : vec_last(items)->number;
    struct agenda_item *item = &items->at[items->count++];
    item->parent = parent;
    item->level = parent == NULL ? 0 : parent->level + 1;
    item->place = node->place;
    item->listed = true;
    item->time.from.hour = -1;
    read_fields(reader, node, &item_table, item);
    item->is_headed = agenda_reading(reader)->agenda->heads_all;
    item->number = before + (item->listed && (item->suffix == NULL || before == 0));
    return item;
}

static struct agenda_items read_items(struct reader *reader, const struct node *node,
                                      const struct key *key, struct agenda_item *parent)
{
    struct agenda_items items = {0};
    if (!expect_list(reader, node, key->type->name))
        return items;
    items.at = arena_array(reader->arena, node->count, sizeof *items.at);
    items.capacity = node->count;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        add_item(reader, child, &items, parent);
    return items;
}

static bool is_section(const struct node *node)
{
    return node->kind == NODE_MAP && node_member(node, "section") != NULL;
}

/* Items at the top stand in one row, whatever sections they are in. */
static size_t count_items(const struct node *list)
{
    size_t count = 0;
    for (const struct node *child = list->first; child != NULL; child = child->next) {
        const struct node *items = is_section(child) ? node_member(child, "items") : NULL;
        count += items != NULL ? items->count : 1;
    }
    return count;
}

/* The items of a section on their way. */
struct section_reading {
    struct agenda_section section;
    struct agenda_items *items;
};

static void read_section_items(struct reader *reader, const struct node *node,
                               const struct key *key, void *to)
{
    struct section_reading *reading = to;
    struct agenda_items *items = reading->items;
    if (!expect_list(reader, node, key->type->name))
        return;
    struct agenda_section *section = arena_alloc(reader->arena, sizeof *section);
    *section = reading->section;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct agenda_item *item = add_item(reader, child, items, NULL);
        if (child != node->first)
            continue;
        item->section = section;
        if (section->restart)
            item->number = item->listed;
    }
}

static const struct value_type section_items_value = {"a list of items",
                                                      read_section_items, &items_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct section_reading, section.member)

/* Its items last: they carry what has been read of it. */
static const struct key section_keys[] = {
    {"section", &line_value, MEMBER(title), NULL, KEY_REQUIRED | KEY_BY_LANGUAGE,
     "the title over several items"},
    {"id", &id_value, MEMBER(id), NULL, 0,
     "a name, by which its items are referred to as NAME/1"},
    {"label", &string_value, MEMBER(label), NULL, KEY_BY_LANGUAGE,
     "what stands in front of it: A., I., if not its number"},
    {"restart", &flag_value, MEMBER(restart), NULL, 0,
     "true: its items are numbered from 1 again, as an agenda of its own"},
    {"items", &section_items_value, 0, NULL, KEY_REQUIRED, "its items"},
};
static const struct key_table section_table = KEY_TABLE("a section", section_keys);

/* "A.", "一、": in the form that the language has for sections. */
static const char *section_number(struct reader *reader, const struct node *node,
                                  const struct agenda_items *items)
{
    const struct own_numbering *sections = &reader->language->sections;
    int number = 1;
    for (size_t i = 0; i < items->count; i++)
        number += items->at[i].section != NULL;
    if (sections->label == NULL) {
        report(reader->d, "unknown-word", node_place(node),
               "“%s” does not say how sections are numbered", reader->language->tag);
        report_mend(reader->d, "“words: sections:” would say it for this file");
        return NULL;
    }
    const char *text =
        word_number(reader->arena, reader->language, sections->form, number);
    return fill_pattern(reader->arena, sections->label, "n", text, NULL);
}

static void read_section(struct reader *reader, const struct node *node,
                         struct agenda_items *items)
{
    struct section_reading reading = {.items = items};
    reading.section.place = node->place;
    if (agenda_reading(reader)->agenda->numbers_sections)
        reading.section.label = section_number(reader, node, items);
    read_fields(reader, node, &section_table, &reading);
}

static void read_sub_items(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    struct agenda_item *item = to;
    if (item->level + 1 == ITEM_LEVELS)
        report(reader->d, "too-deep", node_place(node),
               "items stand in %d levels at most", ITEM_LEVELS);
    else
        item->items = read_items(reader, node, key, item);
}

static struct slice without_spaces(struct arena *arena, struct slice text)
{
    char *copy = arena_alloc(arena, text.length);
    size_t size = 0;
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] != ' ')
            copy[size++] = text.at[i];
    return (struct slice){copy, size};
}

/* The item that has the name, which is this one when no other had it before. */
static const struct agenda_item *name_item(struct reader *reader, const char *name,
                                           struct item_reference *reference)
{
    struct slice key = without_spaces(reader->arena, slice_from_text(name));
    void **named = map_place(agenda_reading(reader)->references, key);
    if (*named == NULL)
        *named = reference;
    return ((struct item_reference *)*named)->item;
}

static void name_by_id(struct reader *reader, struct item_reference *reference)
{
    const struct agenda_item *item = reference->item;
    const struct agenda_item *other = name_item(reader, item->id, reference);
    if (other == item)
        return;
    report(reader->d, "duplicate-id", item->place, "“%s” names another item already",
           item->id);
    report_related(reader->d, other->place, "that item stands here");
    report_mend(reader->d, "give one of them another id");
}

/* "1(a)(ii)" in every language. */
static const char *neutral_name(struct reader *reader, const struct agenda_item *item,
                                const char *parent)
{
    static const enum number_form forms[ITEM_LEVELS] = {
        NUMBER_DECIMAL, NUMBER_LOWER_ALPHA, NUMBER_LOWER_ROMAN};
    const char *number =
        word_number(reader->arena, reader->language, forms[item->level], item->number);
    if (item->suffix != NULL)
        number = arena_format(reader->arena, "%s%s", number, item->suffix);
    return arena_format(reader->arena, item->level == 0 ? "%s%s" : "%s(%s)", parent,
                        number);
}

static void report_section_twice(struct reader *reader,
                                 const struct agenda_section *section,
                                 const struct agenda_item *other)
{
    report(reader->d, "duplicate-id", section->place,
           "“%s” names another section already", section->id);
    report_related(reader->d, other->place, "that section begins with this item");
    report_mend(reader->d, "give one of them another id");
}

/* "reconvened/1": by the name of its section; it is shown where another item has the
 * number alone. */
static const char *name_in_section(struct reader *reader,
                                   const struct agenda_section *section,
                                   struct item_reference *reference, const char *name)
{
    const struct agenda_item *item = reference->item;
    const struct agenda_item *alone = name_item(reader, name, reference);
    name_item(reader, item->reference, reference);
    if (section == NULL || section->id == NULL)
        return name;
    const char *full = arena_format(reader->arena, "%s/%s", section->id, name);
    const struct agenda_item *other = name_item(reader, full, reference);
    if (other != item && item->section == section)
        report_section_twice(reader, section, other);
    return alone == item ? name : full;
}

static void name_items(struct reader *reader, struct agenda_items *items,
                       const struct agenda_section *section, const char *parent)
{
    for (size_t i = 0; i < items->count; i++) {
        struct agenda_item *item = &items->at[i];
        if (item->section != NULL)
            section = item->section;
        if (!item->listed)
            continue;
        struct item_reference *reference = arena_alloc(reader->arena, sizeof *reference);
        reference->item = item;
        const char *name = neutral_name(reader, item, parent);
        vec_push(reader->arena, &agenda_reading(reader)->names,
                 name_in_section(reader, section, reference, name));
        if (item->id != NULL)
            name_by_id(reader, reference);
        name_items(reader, &item->items, section, name);
    }
}

static void report_unknown_item(struct reader *reader, const struct node *node)
{
    const struct names *names = &agenda_reading(reader)->names;
    report(reader->d, "unknown-item", node->place, "the agenda has no item “%.*s”",
           (int)node->text.length, node->text.at);
    if (reader->d->told == 0)
        return;
    struct buffer list = new_buffer(reader->arena);
    for (size_t i = 0; i < names->count && i < MOST_NAMES; i++)
        buffer_format(&list, "%s%s", i == 0 ? "" : ", ", names->at[i]);
    report_mend(reader->d,
                "its items are %s%s; a row of other text is written “{ title: … }”",
                buffer_string(&list), names->count > MOST_NAMES ? ", …" : "");
}

struct item_reference *find_item(struct reader *reader, const struct node *node)
{
    struct slice name = without_spaces(reader->arena, node->text);
    struct item_reference *reference = map_find(agenda_reading(reader)->references, name);
    if (reference == NULL)
        report_unknown_item(reader, node);
    return reference;
}

/* The whole agenda, numbered: from here on items can be referred to. */
static void read_agenda_items(struct reader *reader, const struct node *node,
                              const struct key *key, void *to)
{
    struct agenda *agenda = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    size_t count = count_items(node);
    agenda->items.at = arena_array(reader->arena, count, sizeof *agenda->items.at);
    agenda->items.capacity = count;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (is_section(child))
            read_section(reader, child, &agenda->items);
        else
            add_item(reader, child, &agenda->items, NULL);
    number_agenda(reader->arena, reader->language, agenda);
    name_items(reader, &agenda->items, NULL, "");
    resolve_annotates(reader);
}

static const struct value_shape section_shape = {.kind = SHAPE_FIELDS,
                                                 .table = &section_table};
static const struct value_shape item_or_section_shape = {
    .kind = SHAPE_EITHER, .of = &item_shape, .other = &section_shape};
static const struct value_shape agenda_shape = {.kind = SHAPE_LIST,
                                                .of = &item_or_section_shape};
const struct value_type items_value = {"a list of items", read_agenda_items,
                                       &agenda_shape};
