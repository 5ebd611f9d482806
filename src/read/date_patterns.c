/* Dates and times of a language: patterns with {names}, and rows of words. */
#include "read/date_patterns.h"

#include <string.h>

/* A row of exactly `count` texts. */
void read_row(struct reader *reader, const struct node *node, const char *expected,
              const char **row, size_t count)
{
    if (!expect_list(reader, node, expected))
        return;
    if (node->count != count) {
        report(reader->d, "bad-count", node_place(node),
               "expected %zu entries, found %zu", count, node->count);
        return;
    }
    for (const struct node *text = node->first; text != NULL; text = text->next, row++)
        if (expect_scalar(reader, text, "a text"))
            *row = node_string(reader->arena, text);
}

static void read_months(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    read_row(reader, node, key->type->name, to, 12);
}

static void read_weekdays(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    read_row(reader, node, key->type->name, to, 7);
}

const struct value_type weekdays_value = {"a list of seven days", read_weekdays,
                                          &texts_shape};
const struct value_type months_value = {"a list of twelve months", read_months,
                                        &texts_shape};

static void check_pattern_name(struct reader *reader, const struct node *node,
                               const char *const *names, struct slice name)
{
    size_t count = 0;
    for (; names[count] != NULL; count++)
        if (slice_equals(name, names[count]))
            return;
    report(reader->d, "unknown-field", node->place, "“{%.*s}” stands for nothing here",
           (int)name.length, name.at);
    report_mend_nearest(reader->d, name, (const char **)names, count,
                        "what may stand in braces is");
}

/* A text with {names} in it; key->of: those that there are. */
static void read_filled(struct reader *reader, const struct node *node,
                        const struct key *key, void *to)
{
    string_value.read(reader, node, key, to);
    if (node->kind != NODE_SCALAR)
        return;
    const char *at = node_string(reader->arena, node), *end;
    while ((at = strchr(at, '{')) != NULL && (end = strchr(at, '}')) != NULL) {
        check_pattern_name(reader, node, key->of,
                           (struct slice){at + 1, (size_t)(end - at - 1)});
        at = end;
    }
}

static const struct value_type filled_value = {"a text", read_filled, &text_shape};

static const char *const dates_names[] = {"year",  "month",  "day",  "weekday",
                                          "year2", "month2", "day2", NULL};
static const char *const place_names[] = {"dates", "place", NULL};
static const char *const gap_day_names[] = {"day", "day2", NULL};
static const char *const gap_month_names[] = {"days", "month", NULL};
static const char *const gap_year_names[] = {"months", "year", NULL};
static const char *const clock_names[] = {"hour", "hh", "minute", NULL};
static const char *const range_names[] = {"time", "period", NULL};

#define MEMBER(member) offsetof(struct date_patterns, member)

static const struct key gap_keys[] = {
    {"day", &filled_value, MEMBER(gaps.day), gap_day_names, KEY_REQUIRED, "one {day}"},
    {"days", &filled_value, MEMBER(gaps.days), gap_day_names, KEY_REQUIRED,
     "several without a gap, from {day} to {day2}"},
    {"month", &filled_value, MEMBER(gaps.month), gap_month_names, KEY_REQUIRED,
     "{days} of one {month}"},
    {"year", &filled_value, MEMBER(gaps.year), gap_year_names, KEY_REQUIRED,
     "{months} of one {year}"},
    {"join", &string_value, MEMBER(gaps.join), NULL, KEY_REQUIRED,
     "what stands between two of them"},
    {"last", &string_value, MEMBER(gaps.last), NULL, KEY_REQUIRED,
     "what stands before the last one"},
    {"last-month", &string_value, MEMBER(gaps.last_month), NULL, KEY_REQUIRED,
     "what stands before the last month"},
};
static const struct key_table gap_table = KEY_TABLE("“gaps”", gap_keys);

static const struct key date_keys[] = {
    {"first", &string_value, MEMBER(first), NULL, 0,
     "the first day of a month, where it is no plain number: 1er"},
    {"day", &filled_value, MEMBER(day), dates_names, KEY_REQUIRED, "one day"},
    {"two-days", &filled_value, MEMBER(two_days), dates_names, KEY_REQUIRED,
     "two neighbouring days of one month"},
    {"days", &filled_value, MEMBER(days), dates_names, KEY_REQUIRED, "days of one month"},
    {"months", &filled_value, MEMBER(months), dates_names, KEY_REQUIRED,
     "days of several months of one year"},
    {"years", &filled_value, MEMBER(years), dates_names, KEY_REQUIRED,
     "days of several years"},
    {"day-row", &filled_value, MEMBER(day_row), dates_names, KEY_REQUIRED,
     "a day over its rows in a timetable"},
    {"place", &filled_value, MEMBER(place), place_names, KEY_REQUIRED,
     "{dates} and {place} of a meeting"},
    {"gaps", &map_value, 0, &gap_table, 0, "days with gaps between them"},
};
const struct key_table date_table = KEY_TABLE("“dates”", date_keys);

/* The two ends of a range of times. */
struct range_pattern {
    const char *from, *to;
};

static const struct key range_keys[] = {
    {"from", &filled_value, offsetof(struct range_pattern, from), range_names,
     KEY_REQUIRED, "where it begins: {time} and {period}"},
    {"to", &filled_value, offsetof(struct range_pattern, to), range_names, KEY_REQUIRED,
     "where it ends"},
};
static const struct key_table range_table = KEY_TABLE("a range of times", range_keys);

static void read_periods(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    read_row(reader, node, key->type->name, to, 2);
}

static const struct choice clocks[] = {{"12", true}, {"24", false}, {NULL, 0}};

static void read_clock(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    int twelve_hours = false;
    choice_value.read(reader, node, key, &twelve_hours);
    *(bool *)to = twelve_hours != 0;
}

/* Both are as the author has it, unless “range-same” says something else. */
static void read_range(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)key;
    struct time_patterns *times = to;
    struct range_pattern range = {times->from, times->to};
    read_fields(reader, node, &range_table, &range);
    times->from = times->same_from = range.from;
    times->to = times->same_to = range.to;
}

static void read_same_range(struct reader *reader, const struct node *node,
                            const struct key *key, void *to)
{
    (void)key;
    struct time_patterns *times = to;
    struct range_pattern range = {times->same_from, times->same_to};
    read_fields(reader, node, &range_table, &range);
    times->same_from = range.from;
    times->same_to = range.to;
}

static const struct value_shape clock_shape = {.kind = SHAPE_TEXT,
                                               .pattern = "^(12|24)$"};
static const struct value_shape range_shape = {.kind = SHAPE_FIELDS,
                                               .table = &range_table};
static const struct value_type clock_value = {"12 or 24", read_clock, &clock_shape};
static const struct value_type periods_value = {"a list of two words", read_periods,
                                                &texts_shape};
static const struct value_type range_value = {"a map", read_range, &range_shape};
static const struct value_type same_range_value = {"a map", read_same_range,
                                                   &range_shape};

#undef MEMBER
#define MEMBER(member) offsetof(struct time_patterns, member)

static const struct key time_keys[] = {
    {"clock", &clock_value, MEMBER(twelve_hours), clocks, KEY_REQUIRED,
     "whether hours run to 12 or to 24"},
    {"periods", &periods_value, MEMBER(periods), NULL, 0,
     "words for before and after noon"},
    {"noon", &string_value, MEMBER(noon), NULL, 0,
     "12 o'clock in words; an empty text: as any other hour"},
    {"half", &filled_value, MEMBER(half), clock_names, KEY_REQUIRED,
     "a full hour: {hour}, or {hh} in two figures"},
    {"full", &filled_value, MEMBER(full), clock_names, KEY_REQUIRED,
     "with minutes: {hour} or {hh}, and {minute}"},
    {"range", &range_value, 0, NULL, KEY_REQUIRED, "from before noon to after it"},
    {"range-same", &same_range_value, 0, NULL, KEY_REQUIRED,
     "both times before noon or both after it; as “range” where only that is said"},
};
const struct key_table time_table = KEY_TABLE("“times”", time_keys);
