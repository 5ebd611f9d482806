/* Reading how the checker reads: words for days, patterns of dates, times and items. */
#include "read/reading_values.h"

static void read_row(struct reader *reader, const struct node *node,
                     const struct key *key, void *to)
{
    struct words *words = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    words->at = arena_array(reader->arena, node->count, sizeof *words->at);
    words->count = 0;
    for (const struct node *word = node->first; word != NULL; word = word->next)
        if (expect_scalar(reader, word, "a text"))
            words->at[words->count++] = node_string(reader->arena, word);
}

const struct value_type word_row_value = {"a list of words", read_row, &texts_shape};

/* A row of words for each of `count` things. */
static void read_rows(struct reader *reader, const struct node *node,
                      const char *expected, struct words *rows, size_t count)
{
    if (!expect_list(reader, node, expected))
        return;
    if (node->count != count) {
        report(reader->d, "bad-count", node_place(node),
               "expected %zu entries, found %zu", count, node->count);
        return;
    }
    static const struct key row_key = {.type = &word_row_value};
    for (const struct node *row = node->first; row != NULL; row = row->next, rows++)
        read_row(reader, row, &row_key, rows);
}

static void read_weekdays(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    read_rows(reader, node, key->type->name, to, 7);
}

static void read_months(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    read_rows(reader, node, key->type->name, to, 12);
}

static void read_periods(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    read_rows(reader, node, key->type->name, to, 2);
}

/* Values are whole numbers below 10^12. */
static bool take_value(struct slice text, int64_t *value)
{
    *value = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *value = *value * 10 + (text.at[i] - '0');
    }
    return text.length > 0 && text.length <= 12;
}

static void read_numbers(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct number_words *words = to;
    if (!expect_map(reader, node, key->type->name))
        return;
    words->at = arena_array(reader->arena, node->count, sizeof *words->at);
    for (const struct node *word = node->first; word != NULL; word = word->next) {
        struct number_word *next = &words->at[words->count];
        if (!expect_scalar(reader, word, "a number"))
            continue;
        next->word = arena_text(reader->arena, word->key.at, word->key.length);
        if (take_value(word->text, &next->value))
            words->count++;
        else
            report(reader->d, "bad-number", word->place, "“%.*s” is not a whole number",
                   (int)word->text.length, word->text.at);
    }
}

static const struct value_shape rows_shape = {.kind = SHAPE_LIST, .of = &texts_shape};
static const struct value_shape count_shape = {.kind = SHAPE_COUNT};
static const struct value_shape counts_shape = {.kind = SHAPE_NAMED, .of = &count_shape};

static const struct value_type weekdays_value = {"a list of seven lists", read_weekdays,
                                                 &rows_shape};
static const struct value_type months_value = {"a list of twelve lists", read_months,
                                               &rows_shape};
static const struct value_type periods_value = {"a list of two lists", read_periods,
                                                &rows_shape};
static const struct value_type numbers_value = {"a map from words to numbers",
                                                read_numbers, &counts_shape};

#define MEMBER(member) offsetof(struct reading_words, member)

static const struct key reading_keys[] = {
    {"weekdays", &weekdays_value, MEMBER(weekdays), NULL, 0,
     "further words for each day from Monday: Mon, Mon."},
    {"months", &months_value, MEMBER(months), NULL, 0, "further words for each month"},
    {"periods", &periods_value, MEMBER(periods), NULL, 0,
     "further words for before and after noon"},
    {"dates", &word_row_value, MEMBER(dates), NULL, 0,
     "patterns of a day: {day}, {month}, {year}"},
    {"times", &word_row_value, MEMBER(times), NULL, 0,
     "patterns of a time: {hour}, {minute}, {period}, and with 2 those of its end"},
    {"date-weekday", &word_row_value, MEMBER(date_weekday), NULL, 0,
     "what may stand between a date and its weekday, without spaces"},
    {"weekday-date", &word_row_value, MEMBER(weekday_date), NULL, 0,
     "what may stand between a weekday and its date, without spaces"},
    {"items", &word_row_value, MEMBER(items), NULL, 0,
     "patterns that name items of the agenda: {item}, or {items} for several"},
    {"other-items", &word_row_value, MEMBER(other_items), NULL, 0,
     "such patterns of numbers that count something else, or another agenda's items: "
     "where both fit, the one that reaches further decides"},
    {"joins", &word_row_value, MEMBER(joins), NULL, 0,
     "what stands between numbers, or weekdays, that belong together, without spaces"},
    {"join-ends", &word_row_value, MEMBER(join_ends), NULL, 0,
     "words that may follow the last of several numbers of items"},
    {"elsewhere", &word_row_value, MEMBER(elsewhere), NULL, 0,
     "words that say that a number is of another meeting's agenda"},
    {"quotes", &word_row_value, MEMBER(quotes), NULL, 0, "pairs of quotation marks"},
    {"stray-words", &word_row_value, MEMBER(stray), NULL, 0,
     "small words of other languages that are left over in a translation"},
    {"numbers", &numbers_value, MEMBER(numbers), NULL, 0,
     "words for numbers; those from 100 on multiply what stands before them"},
};
const struct key_table reading_table = KEY_TABLE("“check”", reading_keys);
