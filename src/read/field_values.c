/* The simple kinds of values: texts, numbers, lengths, dates, words of a row. */
#include "read/fields.h"

#include "base/buffer.h"
#include <string.h>

static void read_string(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    if (expect_scalar(reader, node, key->type->name))
        *(const char **)to = node_string(reader->arena, node);
}

static void report_bad(struct reader *reader, const struct node *node, const char *name,
                       const struct key *key)
{
    report(reader->d, name, node_place(node), "“%.*s” is not %s", (int)node->text.length,
           node->text.at, key->type->name);
}

static void read_flag(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    if (!expect_scalar(reader, node, key->type->name))
        return;
    bool is_true = slice_equals(node->text, "true");
    if (is_true || slice_equals(node->text, "false"))
        *(bool *)to = is_true;
    else
        report_bad(reader, node, "bad-flag", key);
}

/* Digits only, up to a million. */
static bool count_from_text(struct slice text, int *count)
{
    enum { LARGEST = 1000000 };
    *count = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *count = *count * 10 + (text.at[i] - '0');
        if (*count > LARGEST)
            return false;
    }
    return text.length > 0;
}

static void read_count(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    int count;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (count_from_text(node->text, &count))
        *(int *)to = count;
    else
        report_bad(reader, node, "bad-number", key);
}

static bool ends_with(struct slice text, const char *end)
{
    size_t size = strlen(end);
    return text.length >= size && memcmp(text.at + text.length - size, end, size) == 0;
}

static void read_length(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    length value;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (!length_from_text(node->text, reader->em, &value)) {
        report_bad(reader, node, "bad-length", key);
    } else if (reader->em == 0 && ends_with(node->text, "em")) {
        report(reader->d, "bad-length", node->place,
               "an em is the size of a style, and has no meaning here");
        report_mend(reader->d, "write it in pt, mm or cm");
    } else {
        *(length *)to = value;
    }
}

static void read_extent(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    length value = POINT;
    read_length(reader, node, key, &value);
    if (value > 0)
        *(length *)to = value;
    else
        report_bad(reader, node, "bad-length", key);
}

/* "35%", "12.5%": a length in hundredths, so to speak, in thousandths. */
static bool permille_from_text(struct slice text, int *permille)
{
    length value;
    if (!ends_with(text, "%"))
        return false;
    text.length--;
    if (text.length > 0 &&
        (text.at[text.length - 1] < '0' || text.at[text.length - 1] > '9'))
        return false;
    if (!length_from_text(text, 0, &value))
        return false;
    *permille = (int)length_scale(value, 10, POINT);
    return true;
}

static void read_permille(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    int permille;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (permille_from_text(node->text, &permille))
        *(int *)to = permille;
    else
        report_bad(reader, node, "bad-percentage", key);
}

bool report_impossible_date(struct reader *reader, const struct node *node)
{
    struct date date = impossible_date(node->text);
    int days = days_in_month(date.year, date.month);
    if (date.year == 0)
        return false;
    report(reader->d, "bad-date", node_place(node), "“%04d-%02d-%02d” is in no calendar",
           date.year, date.month, date.day);
    if (days == 0)
        report_mend(reader->d, "write the month as 01 to 12");
    else
        report_mend(reader->d, "month %02d of %d has %d days", date.month, date.year,
                    days);
    return true;
}

static void read_date(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct date date;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (date_from_text(node->text, &date)) {
        *(struct date *)to = date;
    } else if (!report_impossible_date(reader, node)) {
        report_bad(reader, node, "bad-date", key);
        report_mend(reader->d, "write year, month and day in figures: 2020-07-07");
    }
}

static void read_choice(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    struct buffer names = new_buffer(reader->arena);
    if (!expect_scalar(reader, node, "one word"))
        return;
    for (const struct choice *choice = key->of; choice->name != NULL; choice++) {
        if (slice_equals(node->text, choice->name)) {
            *(int *)to = choice->value;
            return;
        }
        buffer_format(&names, "%s%s", names.count == 0 ? "" : ", ", choice->name);
    }
    report(reader->d, "bad-choice", node->place, "“%.*s” is no value of “%s”",
           (int)node->text.length, node->text.at, key->name);
    report_mend(reader->d, "it can be %s", buffer_string(&names));
}

static void read_choices(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    bool is_list = node->kind == NODE_LIST;
    const struct node *word = is_list ? node->first : node;
    for (; word != NULL; word = is_list ? word->next : NULL) {
        int value = 0;
        read_choice(reader, word, key, &value);
        *(unsigned *)to |= (unsigned)value;
    }
}

static void read_map(struct reader *reader, const struct node *node,
                     const struct key *key, void *to)
{
    read_fields(reader, node, key->of, to);
}

static void pass_over(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    (void)reader;
    (void)node;
    (void)key;
    (void)to;
}

const struct value_shape text_shape = {.kind = SHAPE_TEXT};
const struct value_shape texts_shape = {.kind = SHAPE_LIST, .of = &text_shape};
static const struct value_shape flag_shape = {.kind = SHAPE_FLAG};
static const struct value_shape count_shape = {.kind = SHAPE_COUNT};
static const struct value_shape length_shape = {
    .kind = SHAPE_TEXT, .pattern = "^-?([0-9]+\\.?[0-9]*|\\.[0-9]+)(pt|mm|cm|em)?$"};
static const struct value_shape permille_shape = {
    .kind = SHAPE_TEXT, .pattern = "^-?([0-9]+\\.?[0-9]*|\\.[0-9]+)%$"};
static const struct value_shape date_shape = {.kind = SHAPE_TEXT,
                                              .pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"};
static const struct value_shape word_shape = {.kind = SHAPE_WORD};
static const struct value_shape word_list_shape = {.kind = SHAPE_LIST, .of = &word_shape};
static const struct value_shape words_shape = {
    .kind = SHAPE_EITHER, .of = &word_shape, .other = &word_list_shape};
static const struct value_shape fields_shape = {.kind = SHAPE_FIELDS};
const struct value_shape any_shape = {.kind = SHAPE_ANY};

const struct value_type string_value = {"a text", read_string, &text_shape};
const struct value_type flag_value = {"true or false", read_flag, &flag_shape};
const struct value_type count_value = {"a whole number (0, 1, 2 …)", read_count,
                                       &count_shape};
const struct value_type length_value = {"a length (12pt, 5mm, 1.5cm, 2em)", read_length,
                                        &length_shape};
const struct value_type extent_value = {"a length above 0 (12pt, 5mm)", read_extent,
                                        &length_shape};
const struct value_type permille_value = {"a percentage (35%)", read_permille,
                                          &permille_shape};
const struct value_type date_value = {"a date (2020-07-07)", read_date, &date_shape};
const struct value_type choice_value = {"one of some words", read_choice, &word_shape};
const struct value_type choices_value = {"words of a row", read_choices, &words_shape};
const struct value_type map_value = {"a map", read_map, &fields_shape};
const struct value_type any_value = {"a value", pass_over, &any_shape};
