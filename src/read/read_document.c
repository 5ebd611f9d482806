/* The scalars of `document` and `meeting`, which layouts name as fields. */
#include "read/document_values.h"

#include "base/vec.h"
#include <string.h>

struct field *new_field(struct reader *reader, const struct node *node,
                        const struct key *key, enum field_kind kind)
{
    struct field *field = arena_alloc(reader->arena, sizeof *field);
    field->kind = kind;
    field->place = node->place;
    *map_place(agenda_reading(reader)->agenda->fields, slice_from_text(key->of)) = field;
    return field;
}

void read_open_field(struct reader *reader, const struct node *node,
                     const struct key *key)
{
    struct field *field = new_field(reader, node, key, FIELD_SPANS);
    field->spans = read_open(reader, node, OPEN_WORD);
    field->is_open = true;
}

/* Lines that the author keeps apart stay apart. */
static void read_lines(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (is_open(node)) {
        read_open_field(reader, node, key);
        return;
    }
    check_trap(reader, node);
    struct text_reader *texts = &agenda_reading(reader)->texts;
    new_field(reader, node, key, FIELD_SPANS)->spans =
        read_line_text(texts, node, LINES_KEEP);
}

/* A number or name in which no mark has a meaning but [^id]. */
static void read_plain(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    new_field(reader, node, key, FIELD_SPANS)->spans =
        read_plain_text(&agenda_reading(reader)->texts, node);
}

static void add_symbol(struct reader *reader, const struct node *node,
                       const struct key *key, struct spans *symbols)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct spans symbol = read_plain_text(&agenda_reading(reader)->texts, node);
    for (size_t i = 0; i < symbol.count; i++) {
        symbol.at[i].form |= SPAN_SYMBOL;
        vec_push(reader->arena, symbols, symbol.at[i]);
    }
}

/* Several stand side by side, with the language's dash between them. */
static void read_symbol(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    (void)to;
    struct spans symbols = {0};
    if (node->kind != NODE_LIST)
        add_symbol(reader, node, key, &symbols);
    for (const struct node *one = node->first; one != NULL; one = one->next) {
        const char *dash = expect_label(reader, one->place, "symbols-join");
        if (one != node->first && dash != NULL)
            vec_push(reader->arena, &symbols,
                     (struct span){.text = slice_from_text(dash), .place = one->place});
        add_symbol(reader, one, key, &symbols);
    }
    new_field(reader, node, key, FIELD_SPANS)->spans = symbols;
}

static void read_name(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    (void)to;
    if (expect_scalar(reader, node, key->type->name))
        new_field(reader, node, key, FIELD_NAME)->text = node_string(reader->arena, node);
}

struct node without_marks(struct reader *reader, const struct node *node,
                          struct spans *marks)
{
    struct node value = *node;
    const char *first = NULL;
    *marks = (struct spans){0};
    if (node->kind == NODE_SCALAR)
        first = memmem(node->text.at, node->text.length, "[^", 2);
    if (first == NULL)
        return value;
    value.text.length = (size_t)(first - node->text.at);
    value.text = slice_trim(value.text);
    struct spans all = read_plain_text(&agenda_reading(reader)->texts, node);
    for (size_t i = 0; i < all.count; i++)
        if (all.at[i].kind == SPAN_NOTE)
            vec_push(reader->arena, marks, all.at[i]);
    return value;
}

/* Every language of ours has words for what a masthead names. */
static void check_label(struct reader *reader, const struct node *node,
                        const char *prefix, const char *what, struct slice word)
{
    const struct language *language = reader->language;
    const char *label =
        arena_format(reader->arena, "%s%.*s", prefix, (int)word.length, word.at);
    if (language_label(language, label) != NULL)
        return;
    report(reader->d, "unknown-word", node->place, "“%s” has no words for the %s “%.*s”",
           language->tag, what, (int)word.length, word.at);
    report_mend_word(reader, word, prefix);
}

/* What no single word says is said in words of the author's own. */
static bool is_sentence(struct slice text)
{
    return memchr(text.at, ' ', text.length) != NULL ||
           memchr(text.at, ':', text.length) != NULL ||
           memmem(text.at, text.length, "：", strlen("：")) != NULL;
}

static void read_distribution(struct reader *reader, const struct node *node,
                              const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct spans marks;
    const struct node name = without_marks(reader, node, &marks);
    if (is_sentence(name.text)) {
        read_lines(reader, node, key, to);
        return;
    }
    struct field *field = new_field(reader, node, key, FIELD_NAME);
    field->text = node_string(reader->arena, &name);
    field->marks = marks;
    check_label(reader, &name, "distr-", "distribution", name.text);
}

/* Its label is PREFIX-en. */
static void add_language(struct reader *reader, const struct node *node,
                         const struct key *key, const char *prefix, struct field *field)
{
    struct spans marks;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    const struct node name = without_marks(reader, node, &marks);
    if (!is_language_tag(name.text)) {
        report(reader->d, "bad-language", node->place, "“%.*s” is not %s",
               (int)name.text.length, name.text.at, key->type->name);
        return;
    }
    const char *tag = node_string(reader->arena, &name);
    field->languages[field->language_count++] = tag;
    field->marks = marks;
    check_label(reader, node, prefix, "language", (struct slice){tag, strcspn(tag, "-")});
}

/* One or several, in the words of `pattern` then. */
static void read_languages(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    (void)to;
    bool is_list = node->kind == NODE_LIST, is_only = strcmp(key->of, "only") == 0;
    struct field *field = new_field(reader, node, key, FIELD_LANGUAGE);
    field->languages =
        arena_array(reader->arena, is_list ? node->count : 1, sizeof *field->languages);
    if (is_list || is_only)
        expect_label(reader, node_place(node), is_only ? "only" : "several-originals");
    if (!is_list)
        add_language(reader, node, key, is_only ? "language-" : "original-", field);
    for (node = node->first; node != NULL; node = node->next)
        add_language(reader, node, key, "language-", field);
}

static const struct value_type lines_value = {"a text", read_lines, &text_shape};
static const struct value_type plain_value = {"a text", read_plain, &text_shape};
static const struct value_shape symbols_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &texts_shape};
static const struct value_type symbol_value = {"a document symbol", read_symbol,
                                               &symbols_shape};
static const struct value_type name_value = {"a name", read_name, &text_shape};
static const struct value_type distribution_value = {"a kind of distribution",
                                                     read_distribution, &text_shape};
static const struct value_type languages_value = {"a language (en, zh)", read_languages,
                                                  &symbols_shape};

static const struct key job_keys[] = {
    {"number", &plain_value, 0, "job.number", KEY_REQUIRED | KEY_BY_LANGUAGE,
     "the job number"},
    {"processed", &job_dates_value, 0, "job.dates", KEY_BY_LANGUAGE,
     "the days on which it was processed"},
};
static const struct key_table job_table = KEY_TABLE("“job”", job_keys);

static const struct key document_keys[] = {
    {"symbol", &symbol_value, 0, "symbol", KEY_BY_LANGUAGE,
     "its symbol, or a list of them when bodies issue it together"},
    {"organ", &lines_value, 0, "organ", KEY_BY_LANGUAGE,
     "the body that issues it, in the masthead; lines of a block scalar stay lines"},
    {"distribution", &distribution_value, 0, "distribution", KEY_BY_LANGUAGE,
     "to whom it goes: general, limited, restricted, or in words: “Distr.: …”"},
    {"date", &day_value, 0, "date", KEY_BY_LANGUAGE, "its date"},
    {"reissued", &day_value, 0, "reissued", KEY_BY_LANGUAGE,
     "the day it was issued again for technical reasons: a note on symbol and job "
     "number"},
    {"original", &languages_value, 0, "original", KEY_BY_LANGUAGE,
     "the language it was written in, or a list of them"},
    {"only", &languages_value, 0, "only", KEY_BY_LANGUAGE,
     "the only language that it is issued in, or a list of them"},
    {"job", &map_value, 0, &job_table, 0, "its job number"},
    {"item", &lines_value, 0, "item", KEY_BY_LANGUAGE,
     "the item it is for: Item 2 (a) of the provisional agenda"},
    {"subject", &lines_value, 0, "subject", KEY_BY_LANGUAGE, "that item's title"},
    {"title", &lines_value, 0, "title", KEY_REQUIRED | KEY_BY_LANGUAGE, "its title"},
    {"author", &lines_value, 0, "author", KEY_BY_LANGUAGE,
     "the line under the title: Note by the Secretariat"},
    {"signature", &lines_value, 0, "signature", KEY_BY_LANGUAGE,
     "who signs, where the layout has {signature}; lines of a block scalar stay lines"},
    {"emblem", &name_value, 0, "emblem", KEY_BY_LANGUAGE,
     "file of the emblem, for those who may use it"},
};
const struct key_table document_table = KEY_TABLE("“document”", document_keys);

static const struct key meeting_keys[] = {
    {"body", &lines_value, 0, "meeting.body", KEY_BY_LANGUAGE, "who meets"},
    {"session", &lines_value, 0, "meeting.session", KEY_BY_LANGUAGE, "the session"},
    {"dates", &days_value, 0, "meeting.dates", KEY_BY_LANGUAGE,
     "its days, or a list of them"},
    {"time", &hours_value, 0, "meeting.time", KEY_BY_LANGUAGE,
     "when it begins, or from when to when it meets: 10:00-13:00"},
    {"place", &lines_value, 0, "meeting.place", KEY_BY_LANGUAGE, "where it meets"},
    {"room", &lines_value, 0, "meeting.room", KEY_BY_LANGUAGE, "the room"},
};
const struct key_table meeting_table = KEY_TABLE("“meeting”", meeting_keys);

/* A date as YAML has them is worded in the document's language. */
static void read_own_text(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    struct date date;
    if (node->kind == NODE_SCALAR && node->form == SCALAR_PLAIN &&
        date_from_text(node->text, &date))
        new_field(reader, node, key, FIELD_DATE)->dates = (struct dates){date, date};
    else
        read_lines(reader, node, key, to);
}

static const struct value_type own_text_value = {"a text or a date", read_own_text,
                                                 &text_shape};

/* Whatever else a layout has a place for; the layout declares the names. */
static void read_own_fields(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    if (!expect_map(reader, node, key->type->name))
        return;
    for (const struct node *field = node->first; field != NULL; field = field->next) {
        const char *name = arena_format(reader->arena, "fields.%.*s",
                                        (int)field->key.length, field->key.at);
        const struct key own = {name, &own_text_value, 0, name, KEY_BY_LANGUAGE, ""};
        read_value(reader, field, &own, to);
        vec_push(reader->arena, &agenda_reading(reader)->agenda->own_texts,
                 (struct own_text){name, field->key_place});
    }
}

static const struct value_shape text_by_language_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                          .of = &text_shape};
static const struct value_shape own_text_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &text_by_language_shape};
static const struct value_shape own_texts_shape = {.kind = SHAPE_NAMED,
                                                   .of = &own_text_shape};

const struct value_type own_fields_value = {"a map of texts", read_own_fields,
                                            &own_texts_shape};
