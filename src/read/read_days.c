/* The days of a document and of a meeting, and its hours. */
#include "read/document_values.h"

#include "base/vec.h"
#include "model/wording.h"

static void read_day(struct reader *reader, const struct node *node,
                     const struct key *key, void *to)
{
    (void)to;
    struct date date = {0};
    struct spans marks;
    const struct node day = without_marks(reader, node, &marks);
    if (is_open(&day)) {
        read_open_field(reader, node, key);
        return;
    }
    date_value.read(reader, &day, key, &date);
    if (date.year == 0)
        return;
    struct field *field = new_field(reader, node, key, FIELD_DATE);
    field->dates = (struct dates){date, date};
    field->marks = marks;
}

struct rows_of_days {
    struct dates *at;
    size_t count, capacity;
};

/* Days that follow the last row without a gap belong to it. */
static void add_days(struct reader *reader, const struct node *node, struct dates days,
                     struct rows_of_days *rows)
{
    int gap = rows->count == 0 ? 2 : days_between(vec_last(rows)->last, days.first);
    if (gap < 1) {
        report(reader->d, "bad-date", node->place,
               "this is not later than the day before it");
        report_mend(reader->d, "days of a list stand in their order");
    } else if (gap == 1)
        vec_last(rows)->last = days.last;
    else
        vec_push(reader->arena, rows, days);
}

static void report_bad_days(struct reader *reader, const struct node *node,
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

static void read_days_of(struct reader *reader, const struct node *node,
                         const struct key *key, struct rows_of_days *rows)
{
    struct dates days;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    if (dates_from_text(node->text, &days))
        add_days(reader, node, days, rows);
    else
        report_bad_days(reader, node, key);
}

static void check_words_for_gaps(struct reader *reader, const struct node *node)
{
    if (reader->language->dates.gaps.day != NULL)
        return;
    report(reader->d, "unknown-word", node_place(node),
           "“%s” has no words for days with gaps between them", reader->language->tag);
    report_mend(reader->d, "they would be “dates: gaps:” of that language");
}

/* Days, or a list of them. */
static void read_days(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    (void)to;
    struct rows_of_days rows = {0};
    struct spans marks;
    const struct node days = without_marks(reader, node, &marks);
    if (is_open(&days)) {
        read_open_field(reader, node, key);
        return;
    }
    if (node->kind != NODE_LIST)
        read_days_of(reader, &days, key, &rows);
    for (const struct node *day = node->first; day != NULL; day = day->next)
        read_days_of(reader, day, key, &rows);
    if (rows.count == 0)
        return;
    struct field *field = new_field(reader, node, key, FIELD_DATES);
    field->dates = (struct dates){rows.at[0].first, vec_last(&rows)->last};
    field->marks = marks;
    if (rows.count == 1)
        return;
    check_words_for_gaps(reader, node);
    field->rows = rows.at;
    field->row_count = rows.count;
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

/* A time, or from when to when. */
static void read_hours(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    (void)to;
    struct time_range time;
    if (is_open(node)) {
        struct spans words = read_open(reader, node, "open-time");
        new_field(reader, node, key, FIELD_SPANS)->spans = words;
        return;
    }
    time.from.hour = -1;
    time_value.read(reader, node, key, &time);
    if (time.from.hour < 0)
        return;
    const char *words = word_time_range(reader->arena, reader->language, time);
    new_field(reader, node, key, FIELD_SPANS)->spans =
        plain_spans(reader->arena, slice_from_text(words), node->place);
}

#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"

static const struct value_shape day_shape = {.kind = SHAPE_TEXT, .pattern = "^" DAY "$"};
static const struct value_shape marked_day_shape = {
    .kind = SHAPE_TEXT, .pattern = "^(" DAY "|" OPEN_WORD ")" MARKS_PATTERN "$"};
static const struct value_shape day_list_shape = {.kind = SHAPE_LIST, .of = &day_shape};
static const struct value_shape interval_shape = {
    .kind = SHAPE_TEXT,
    .pattern = "^(" DAY "(/" DAY ")?|" OPEN_WORD ")" MARKS_PATTERN "$"};
static const struct value_shape interval_list_shape = {.kind = SHAPE_LIST,
                                                       .of = &interval_shape};
static const struct value_shape days_shape = {
    .kind = SHAPE_EITHER, .of = &interval_shape, .other = &interval_list_shape};
static const struct value_shape job_dates_shape = {
    .kind = SHAPE_EITHER, .of = &day_shape, .other = &day_list_shape};

const struct value_type day_value = {"a date (2020-07-07)", read_day, &marked_day_shape};
const struct value_type days_value = {"a date or two (2020-07-07, 2020-07-07/2020-07-08)",
                                      read_days, &days_shape};
const struct value_type job_dates_value = {"a date (2020-07-07)", read_job_dates,
                                           &job_dates_shape};
const struct value_type hours_value = {"a time (10:00, 10:00-13:00)", read_hours,
                                       &text_shape};
