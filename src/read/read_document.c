/* The scalars of `document` and `meeting`, which layouts name as fields. */
#include "read/agenda_values.h"

#include "base/vec.h"
#include <string.h>

static struct field *new_field(struct reader *reader, const struct node *node,
                               const struct key *key, enum field_kind kind)
{
    struct field *field = arena_alloc(reader->arena, sizeof *field);
    field->kind = kind;
    field->place = node->place;
    *map_place(agenda_reading(reader)->agenda->fields, slice_from_text(key->of)) = field;
    return field;
}

/* Lines that the author keeps apart stay apart. */
static void read_lines(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
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

static void read_symbol(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct field *field = new_field(reader, node, key, FIELD_SPANS);
    field->spans = read_plain_text(&agenda_reading(reader)->texts, node);
    for (size_t i = 0; i < field->spans.count; i++)
        field->spans.at[i].form |= SPAN_SYMBOL;
}

static void read_name(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    (void)to;
    if (expect_scalar(reader, node, key->type->name))
        new_field(reader, node, key, FIELD_NAME)->text = node_string(reader->arena, node);
}

/* The value alone; marks of notes behind it go to `marks`. */
static struct node without_marks(struct reader *reader, const struct node *node,
                                 struct spans *marks)
{
    struct node value = *node;
    const char *first = memmem(node->text.at, node->text.length, "[^", 2);
    *marks = (struct spans){0};
    if (node->kind != NODE_SCALAR || first == NULL)
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

static void read_distribution(struct reader *reader, const struct node *node,
                              const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct spans marks;
    const struct node name = without_marks(reader, node, &marks);
    struct field *field = new_field(reader, node, key, FIELD_NAME);
    field->text = node_string(reader->arena, &name);
    field->marks = marks;
    check_label(reader, &name, "distr-", "distribution", name.text);
}

static void read_original(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    (void)to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    struct spans marks;
    const struct node name = without_marks(reader, node, &marks);
    if (!is_language_tag(name.text)) {
        report(reader->d, "bad-language", node->place, "“%.*s” is not %s",
               (int)name.text.length, name.text.at, key->type->name);
        return;
    }
    const char *tag = node_string(reader->arena, &name);
    struct field *field = new_field(reader, node, key, FIELD_LANGUAGE);
    field->text = tag;
    field->marks = marks;
    check_label(reader, node, "original-", "original language",
                (struct slice){tag, strcspn(tag, "-")});
}

static void read_day(struct reader *reader, const struct node *node,
                     const struct key *key, void *to)
{
    (void)to;
    struct date date = {0};
    struct spans marks;
    const struct node day = without_marks(reader, node, &marks);
    date_value.read(reader, &day, key, &date);
    if (date.year == 0)
        return;
    struct field *field = new_field(reader, node, key, FIELD_DATE);
    field->dates = (struct dates){date, date};
    field->marks = marks;
}

static void report_bad_dates(struct reader *reader, const struct node *node,
                             const struct key *key)
{
    struct slice swapped = swap_halves(reader->arena, node->text, '/');
    struct dates dates;
    if (dates_from_text(swapped, &dates)) {
        report(reader->d, "bad-date", node_place(node),
               "the second day is before the first one");
        report_mend(reader->d, "write %.*s, or correct one of them", (int)swapped.length,
                    swapped.at);
        return;
    }
    if (report_impossible_date(reader, node))
        return;
    report(reader->d, "bad-date", node_place(node), "“%.*s” is not %s",
           (int)node->text.length, node->text.at, key->type->name);
    report_mend(reader->d,
                "two days stand in their order, both in full, with “/” between "
                "them: 2020-07-07/2020-07-08");
}

static void report_gap(struct reader *reader, const struct node *node)
{
    report(reader->d, "bad-date", node->place,
           "this is not the day after the one before it");
    report_mend(reader->d, "days of a list stand in their order, without a gap");
}

/* Days in a list follow one another without a gap. */
static void read_day_list(struct reader *reader, const struct node *list,
                          const struct key *key, struct dates *dates)
{
    for (const struct node *node = list->first; node != NULL; node = node->next) {
        struct date day = {0};
        date_value.read(reader, node, key, &day);
        if (day.year == 0)
            continue;
        if (dates->first.year == 0)
            dates->first = day;
        else if (days_between(dates->last, day) != 1)
            report_gap(reader, node);
        dates->last = day;
    }
}

/* Stands for days that are not known yet; and the label that says so. */
#define OPEN_DAYS "to-be-determined"

static void read_open_days(struct reader *reader, const struct node *node,
                           const struct key *key)
{
    const char *words = expect_label(reader, node->place, OPEN_DAYS);
    if (words != NULL)
        new_field(reader, node, key, FIELD_SPANS)->spans =
            plain_spans(reader->arena, slice_from_text(words), node->place);
}

static void read_days(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    (void)to;
    struct dates dates = {0};
    if (node->kind == NODE_SCALAR && slice_equals(node->text, OPEN_DAYS)) {
        read_open_days(reader, node, key);
        return;
    }
    if (node->kind == NODE_LIST)
        read_day_list(reader, node, key, &dates);
    else if (expect_scalar(reader, node, key->type->name) &&
             !dates_from_text(node->text, &dates)) {
        report_bad_dates(reader, node, key);
        return;
    }
    if (dates.first.year != 0)
        new_field(reader, node, key, FIELD_DATES)->dates = dates;
}

static void add_job_date(struct reader *reader, const struct node *node,
                         const struct key *key)
{
    struct agenda *agenda = agenda_reading(reader)->agenda;
    struct date date = {0};
    date_value.read(reader, node, key, &date);
    if (date.year != 0)
        agenda->job_dates[agenda->job_date_count++] = (struct dates){date, date};
}

/* One day or several. */
static void read_job_dates(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    (void)to;
    struct agenda *agenda = agenda_reading(reader)->agenda;
    bool is_list = node->kind == NODE_LIST;
    agenda->job_dates =
        arena_array(reader->arena, is_list ? node->count : 1, sizeof *agenda->job_dates);
    agenda->job_date_count = 0;
    if (!is_list)
        add_job_date(reader, node, key);
    for (node = node->first; node != NULL; node = node->next)
        add_job_date(reader, node, key);
}

#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"

#define MARKS "(\\[\\^[^\\]]+\\])*"

static const struct value_shape day_shape = {.kind = SHAPE_TEXT, .pattern = "^" DAY "$"};
static const struct value_shape marked_day_shape = {.kind = SHAPE_TEXT,
                                                    .pattern = "^" DAY MARKS "$"};
static const struct value_shape day_list_shape = {.kind = SHAPE_LIST, .of = &day_shape};
static const struct value_shape interval_shape = {
    .kind = SHAPE_TEXT, .pattern = "^(" DAY "(/" DAY ")?|" OPEN_DAYS ")$"};
static const struct value_shape days_shape = {
    .kind = SHAPE_EITHER, .of = &interval_shape, .other = &day_list_shape};
static const struct value_shape job_dates_shape = {
    .kind = SHAPE_EITHER, .of = &day_shape, .other = &day_list_shape};

static const struct value_type lines_value = {"a text", read_lines, &text_shape};
static const struct value_type plain_value = {"a text", read_plain, &text_shape};
static const struct value_type symbol_value = {"a document symbol", read_symbol,
                                               &text_shape};
static const struct value_type name_value = {"a name", read_name, &text_shape};
static const struct value_type distribution_value = {"a kind of distribution",
                                                     read_distribution, &text_shape};
static const struct value_type original_value = {"a language (en, zh)", read_original,
                                                 &text_shape};
static const struct value_type day_value = {"a date (2020-07-07)", read_day,
                                            &marked_day_shape};
static const struct value_type days_value = {
    "a date or two (2020-07-07, 2020-07-07/2020-07-08)", read_days, &days_shape};
static const struct value_type job_dates_value = {"a date (2020-07-07)", read_job_dates,
                                                  &job_dates_shape};

static const struct key job_keys[] = {
    {"number", &plain_value, 0, "job.number", KEY_REQUIRED | KEY_BY_LANGUAGE,
     "the job number"},
    {"processed", &job_dates_value, 0, "job.dates", KEY_BY_LANGUAGE,
     "the days on which it was processed"},
};
static const struct key_table job_table = KEY_TABLE("“job”", job_keys);

static const struct key document_keys[] = {
    {"symbol", &symbol_value, 0, "symbol", KEY_BY_LANGUAGE, "its symbol"},
    {"organ", &lines_value, 0, "organ", KEY_BY_LANGUAGE,
     "the body that issues it, in the masthead; lines of a block scalar stay lines"},
    {"distribution", &distribution_value, 0, "distribution", KEY_BY_LANGUAGE,
     "to whom it goes: general, limited, restricted"},
    {"date", &day_value, 0, "date", KEY_BY_LANGUAGE, "its date"},
    {"reissued", &day_value, 0, "reissued", KEY_BY_LANGUAGE,
     "the day it was issued again for technical reasons: a note on symbol and job "
     "number"},
    {"original", &original_value, 0, "original", KEY_BY_LANGUAGE,
     "the language it was written in"},
    {"job", &map_value, 0, &job_table, 0, "its job number"},
    {"item", &lines_value, 0, "item", KEY_BY_LANGUAGE,
     "the item it is for: Item 2 (a) of the provisional agenda"},
    {"subject", &lines_value, 0, "subject", KEY_BY_LANGUAGE, "that item's title"},
    {"title", &lines_value, 0, "title", KEY_REQUIRED | KEY_BY_LANGUAGE, "its title"},
    {"author", &lines_value, 0, "author", KEY_BY_LANGUAGE,
     "the line under the title: Note by the Secretariat"},
    {"signature", &lines_value, 0, "signature", KEY_BY_LANGUAGE,
     "who signs, behind all annotations; lines of a block scalar stay lines"},
    {"emblem", &name_value, 0, "emblem", KEY_BY_LANGUAGE,
     "file of the emblem, for those who may use it"},
};
const struct key_table document_table = KEY_TABLE("“document”", document_keys);

static const struct key meeting_keys[] = {
    {"body", &lines_value, 0, "meeting.body", KEY_BY_LANGUAGE, "who meets"},
    {"session", &lines_value, 0, "meeting.session", KEY_BY_LANGUAGE, "the session"},
    {"dates", &days_value, 0, "meeting.dates", KEY_BY_LANGUAGE, "its days"},
    {"place", &lines_value, 0, "meeting.place", KEY_BY_LANGUAGE, "where it meets"},
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
