/* Reading maps by tables of keys. */
#include "read/fields.h"

#include <string.h>

static const char *kind_name(const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return "a text";
    return node->kind == NODE_LIST ? "a list" : "a map";
}

char *node_string(struct arena *arena, const struct node *node)
{
    return arena_text(arena, node->text.at, node->text.length);
}

bool node_is_empty(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->form == SCALAR_PLAIN &&
           (node->text.length == 0 || slice_equals(node->text, "~") ||
            slice_equals(node->text, "null"));
}

static bool report_empty(struct reader *reader, const struct node *node)
{
    if (!node_is_empty(node))
        return false;
    if (node->key.at == NULL)
        report(reader->d, "no-value", node_place(node), "an entry without a value");
    else
        report(reader->d, "no-value", node_place(node), "“%.*s” has no value",
               (int)node->key.length, node->key.at);
    report_mend(reader->d, "give it one, or take it out");
    return true;
}

bool report_wrong_type(struct reader *reader, const struct node *node,
                       const char *expected)
{
    if (report_empty(reader, node))
        return false;
    report(reader->d, "wrong-type", node_place(node), "expected %s, found %s", expected,
           kind_name(node));
    return true;
}

bool expect_scalar(struct reader *reader, const struct node *node, const char *expected)
{
    if (node->kind == NODE_SCALAR && !report_empty(reader, node))
        return true;
    if (node->kind == NODE_SCALAR)
        return false;
    report_wrong_type(reader, node, expected);
    if (node->is_flow)
        report_mend(reader->d, "if the brackets are part of a text, put it in quotation "
                               "marks");
    return false;
}

bool expect_list(struct reader *reader, const struct node *node, const char *expected)
{
    if (node->kind == NODE_LIST)
        return true;
    if (report_wrong_type(reader, node, expected))
        report_mend(reader->d,
                    "write each entry on a line of its own behind “- ”, or all in "
                    "brackets: “[a, b]”");
    return false;
}

bool expect_map(struct reader *reader, const struct node *node, const char *expected)
{
    if (node->kind == NODE_MAP)
        return true;
    if (report_wrong_type(reader, node, expected))
        report_mend(reader->d,
                    "write its keys on lines of their own, indented: “key: value”");
    return false;
}

const char *expect_label(struct reader *reader, struct place place, const char *name)
{
    const char *label = language_label(reader->language, name);
    if (label != NULL)
        return label;
    report(reader->d, "unknown-word", place, "“%s” has no words for this",
           reader->language->tag);
    report_mend(reader->d,
                "they would be the label “%s” of that language, or of “words:”", name);
    return NULL;
}

static bool is_all(struct slice text, const char *bytes)
{
    for (size_t i = 0; i < text.length; i++)
        if (strchr(bytes, text.at[i]) == NULL)
            return false;
    return true;
}

static bool is_truth_value(struct slice text)
{
    static const char *const words[] = {"yes",  "no",    "on", "off",
                                        "true", "false", "y",  "n"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (text.length == size && strncasecmp(text.at, words[i], size) == 0)
            return true;
    }
    return false;
}

/* What YAML 1.1 reads where YAML 1.2 reads something else; NULL: no trap. */
static const char *trap_reading(struct slice text)
{
    struct date date;
    if (text.length == 0)
        return NULL;
    if (is_truth_value(text))
        return "a truth value";
    if (date_from_text(text, &date))
        return "a date";
    if (text.length > 1 && text.at[0] == '0' && is_all(text, "01234567"))
        return "an octal number";
    if (text.at[0] >= '0' && text.at[0] <= '9' && is_all(text, "0123456789:") &&
        text.at[text.length - 1] != ':' && memchr(text.at, ':', text.length) != NULL)
        return "a number in sixties";
    return NULL;
}

void check_trap(struct reader *reader, const struct node *node)
{
    const char *reading = node->form == SCALAR_PLAIN ? trap_reading(node->text) : NULL;
    if (reading == NULL)
        return;
    report_warning(reader->d, "yaml-trap", node->place,
                   "“%.*s” is a text here, but some programs read it as %s",
                   (int)node->text.length, node->text.at, reading);
    report_mend(reader->d, "put it in quotation marks: “\"%.*s\"”",
                (int)node->text.length, node->text.at);
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_language_tag(struct slice text)
{
    size_t letters = 0;
    while (letters < text.length && is_letter(text.at[letters]))
        letters++;
    return (letters == 2 || letters == 3) &&
           (letters == text.length || text.at[letters] == '-');
}

static bool same_tag(struct slice text, const char *tag)
{
    return text.length == strlen(tag) && strncasecmp(text.at, tag, text.length) == 0;
}

static bool check_language_tags(struct reader *reader, const struct node *map)
{
    size_t told = reader->d->errors;
    for (const struct node *text = map->first; text != NULL; text = text->next) {
        if (is_language_tag(text->key))
            continue;
        report(reader->d, "bad-language", text->key_place,
               "“%.*s” is no language, and only texts by language can stand here",
               (int)text->key.length, text->key.at);
        report_mend(reader->d, "write a text, or one for each language, “en: …”; if the "
                               "brackets are part of a text, put it in quotation marks");
    }
    return reader->d->errors == told;
}

const struct node *value_in_language(struct reader *reader, const struct node *node)
{
    if (node->kind != NODE_MAP || reader->language == NULL)
        return node;
    bool are_tags = check_language_tags(reader, node);
    const struct language *language = reader->language;
    for (const struct node *text = node->first; text != NULL; text = text->next)
        if (same_tag(text->key, language->short_tag) ||
            same_tag(text->key, language->tag))
            return text;
    if (!are_tags)
        return NULL;
    report(reader->d, "missing-translation", node_place(node), "no text in “%s” here",
           language->short_tag);
    report_mend(reader->d, "add “%s: …”", language->short_tag);
    return NULL;
}

static const struct key *find_key(const struct key_table *table, struct slice name)
{
    for (size_t i = 0; i < table->count; i++)
        if (slice_equals(name, table->at[i].name))
            return &table->at[i];
    return NULL;
}

static void report_unknown_key(struct reader *reader, const struct node *node,
                               const struct key_table *table)
{
    const char *names[MOST_COMPARED];
    for (size_t i = 0; i < table->count; i++)
        names[i] = table->at[i].name;
    report(reader->d, "unknown-key", node->key_place, "%s has no key “%.*s”", table->name,
           (int)node->key.length, node->key.at);
    report_mend_nearest(reader->d, node->key, names, table->count, "its keys are");
}

/* Whether an unknown key of the map was told to be a slip for this one. */
static bool is_told_as_slip(const struct node *map, const struct key_table *table,
                            const struct key *key)
{
    const char *names[MOST_COMPARED];
    for (size_t i = 0; i < table->count; i++)
        names[i] = table->at[i].name;
    for (const struct node *node = map->first; node != NULL; node = node->next)
        if (find_key(table, node->key) == NULL &&
            nearest_word(node->key, names, table->count) == (size_t)(key - table->at))
            return true;
    return false;
}

/* Keys that the table does not have: those that the file names are read. */
static void read_other_keys(struct reader *reader, const struct node *map,
                            const struct key_table *table, void *target)
{
    for (const struct node *node = map->first; node != NULL; node = node->next) {
        if (find_key(table, node->key) != NULL)
            continue;
        if (table->other != NULL && table->has_other(reader, node->key))
            read_value(reader, node, table->other, (char *)target + table->other->offset);
        else
            report_unknown_key(reader, node, table);
    }
}

static void report_missing(struct reader *reader, const struct node *map,
                           const struct key_table *table, const struct key *key)
{
    struct place place = node_place(map);
    if (map->key.at == NULL && !map->is_flow)
        place.length = 0; /* an entry of a list, or the file */
    report(reader->d, "missing-field", place, "%s needs the key “%s”", table->name,
           key->name);
    report_mend(reader->d, "add “%s: …”: %s", key->name, key->meaning);
}

void read_value(struct reader *reader, const struct node *node, const struct key *key,
                void *to)
{
    if (key->flags & KEY_BY_LANGUAGE)
        node = value_in_language(reader, node);
    if (node != NULL && !report_empty(reader, node))
        key->type->read(reader, node, key, to);
}

void read_fields(struct reader *reader, const struct node *map,
                 const struct key_table *table, void *target)
{
    if (map->kind != NODE_MAP) {
        const char *expected =
            arena_format(reader->arena, "%s: a map of keys and values", table->name);
        expect_map(reader, map, expected);
        return;
    }
    read_other_keys(reader, map, table, target);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->at[i];
        const struct node *node = node_member(map, key->name);
        if (node != NULL)
            read_value(reader, node, key, (char *)target + key->offset);
        else if (key->flags & KEY_REQUIRED && !reader->is_part &&
                 !is_told_as_slip(map, table, key))
            report_missing(reader, map, table, key);
    }
}
