/* Weekdays that do not fall on the dates beside them. */
#include "check/checker.h"

#include "base/vec.h"

/* A year that a date without one may mean. */
struct year {
    int year;
    struct place place;
};

struct years {
    struct year *at;
    size_t count, capacity;
};

/* A text that holds weekdays. */
struct calendar {
    struct checker *checker;
    const struct reading_words *words;
    const struct text *text;
    struct years years;
};

static bool day_exists(struct checker *checker, struct date date)
{
    struct date same;
    const char *text =
        arena_format(checker->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    return date_from_text(slice_from_text(text), &same);
}

static void add_year(struct calendar *calendar, int year, struct place place)
{
    vec_push(calendar->checker->arena, &calendar->years, (struct year){year, place});
}

/* Any number that can be a year, also that of another date. */
static void add_text_years(struct calendar *calendar)
{
    const struct tokens *tokens = &calendar->text->tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        int64_t year = token->value / THOUSANDTHS;
        if (token->kind == TOKEN_NUMERAL && year >= 1900 && year < 2100)
            add_year(calendar, (int)year,
                     text_place(calendar->text, token->at, token->end));
    }
}

static void add_field_years(struct calendar *calendar, const struct map *fields,
                            const char *name)
{
    const struct field *field = map_find(fields, slice_from_text(name));
    if (field == NULL || field->dates.first.year == 0)
        return;
    add_year(calendar, field->dates.first.year, field->place);
    add_year(calendar, field->dates.last.year, field->place);
}

static struct calendar read_calendar(struct checker *checker, const struct text *text)
{
    const struct agenda *agenda = checker->edition->agenda;
    struct calendar calendar = {
        .checker = checker, .words = &checker->edition->language->reading, .text = text};
    add_text_years(&calendar);
    for (size_t i = 0; i < agenda->meeting_count; i++)
        add_field_years(&calendar, agenda->meetings[i], "meeting.dates");
    add_field_years(&calendar, agenda->fields, "date");
    return calendar;
}

/* The token right before token i, or right behind it, when it is of that kind; NULL: it
 * is not. */
static const struct token *token_before(const struct text *text, size_t i,
                                        enum token_kind kind)
{
    while (i > 0 && text->tokens.at[i - 1].is_in_date)
        i--;
    return i > 0 && text->tokens.at[i - 1].kind == kind ? &text->tokens.at[i - 1] : NULL;
}

static const struct token *token_behind(const struct text *text, size_t i,
                                        enum token_kind kind)
{
    return i + 1 < text->tokens.count && text->tokens.at[i + 1].kind == kind
               ? &text->tokens.at[i + 1]
               : NULL;
}

/* “Monday to Friday”: neither day belongs to one date alone. */
static bool is_in_row(const struct calendar *calendar, size_t i)
{
    const struct token *day = &calendar->text->tokens.at[i];
    const struct token *before = token_before(calendar->text, i, TOKEN_WEEKDAY);
    const struct token *behind = token_behind(calendar->text, i, TOKEN_WEEKDAY);
    const struct words *joins = &calendar->words->joins;
    struct slice text = calendar->text->text;
    return (before != NULL && is_joined_by(joins, text, before->end, day->at)) ||
           (behind != NULL && is_joined_by(joins, text, day->end, behind->at));
}

/* The date of “6–10 July”: which of its days a weekday means is not said. */
static bool is_end_of_range(const struct calendar *calendar, const struct token *date)
{
    enum { LONGEST_JOIN = 12 };
    struct slice text = calendar->text->text;
    size_t at = skip_spaces_back(text, date->at);
    for (size_t size = 1; size <= LONGEST_JOIN && size <= at; size++)
        if (is_ascii_digit((codepoint)text.at[at - size]))
            return is_joined_by(&calendar->words->joins, text, at - size + 1, at);
    return false;
}

/* Nothing at all, or a bracket: the weekday belongs to this date and to no other. */
static bool is_tight(struct slice text, size_t from, size_t to)
{
    from = skip_spaces(text, from);
    codepoint c = character_at(text, from);
    return from >= to || c == '(' || c == 0xFF08;
}

struct date_neighbours {
    const struct token *at[2];
    size_t count;
};

/* The dates that weekday token i may belong to. */
static struct date_neighbours weekday_dates(const struct calendar *calendar, size_t i)
{
    const struct token *day = &calendar->text->tokens.at[i];
    const struct token *before = token_before(calendar->text, i, TOKEN_DATE);
    const struct token *behind = token_behind(calendar->text, i, TOKEN_DATE);
    struct slice text = calendar->text->text;
    struct date_neighbours found = {0};
    if (before != NULL && !is_end_of_range(calendar, before) &&
        is_joined_by(&calendar->words->date_weekday, text, before->end, day->at)) {
        found.at[found.count++] = before;
        if (is_tight(text, before->end, day->at))
            return found;
    }
    if (behind != NULL &&
        is_joined_by(&calendar->words->weekday_date, text, day->end, behind->at))
        found.at[found.count++] = behind;
    return found;
}

static bool falls_on(struct checker *checker, struct date date, int year, int day)
{
    if (date.year == 0)
        date.year = year;
    return !day_exists(checker, date) || date_weekday(date) == day;
}

/* Without a year, the date may mean any that the text or the document says. */
static bool may_fall_on(const struct calendar *calendar, struct date date, int day)
{
    if (date.year != 0)
        return falls_on(calendar->checker, date, 0, day);
    for (size_t i = 0; i < calendar->years.count; i++)
        if (falls_on(calendar->checker, date, calendar->years.at[i].year, day))
            return true;
    return calendar->years.count == 0;
}

static void tell_mismatch(const struct calendar *calendar, const struct token *weekday,
                          const struct token *date)
{
    struct checker *checker = calendar->checker;
    const struct text *text = calendar->text;
    const char *const *names = checker->edition->language->weekdays;
    struct place place = text_place(text, weekday->at, weekday->end);
    struct date day = date->date;
    if (day.year == 0)
        day.year = calendar->years.at[0].year;
    const char *right = names[date_weekday(day)];
    if (date->date.year != 0)
        tell(checker, place, "“%.*s” is “%s”, not “%.*s”",
             TEXT_PART(text, date->at, date->end), right,
             TEXT_PART(text, weekday->at, weekday->end));
    else
        tell(checker, place, "“%.*s” is “%s” in %d, not “%.*s”",
             TEXT_PART(text, date->at, date->end), right, day.year,
             TEXT_PART(text, weekday->at, weekday->end));
    tell_mend(checker, "write “%s”, or correct the date", right);
    if (date->date.year == 0)
        tell_related(checker, calendar->years.at[0].place, "the year is taken from here");
}

static void check_weekday(const struct calendar *calendar, size_t i)
{
    const struct token *weekday = &calendar->text->tokens.at[i];
    struct date_neighbours dates = weekday_dates(calendar, i);
    for (size_t k = 0; k < dates.count; k++)
        if (may_fall_on(calendar, dates.at[k]->date, weekday->weekday))
            return;
    if (dates.count > 0 && !is_in_row(calendar, i))
        tell_mismatch(calendar, weekday, dates.at[0]);
}

static bool has_weekdays(const struct text *text)
{
    for (size_t i = 0; i < text->tokens.count; i++)
        if (text->tokens.at[i].kind == TOKEN_WEEKDAY)
            return true;
    return false;
}

void find_wrong_weekdays(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0; i < texts->count; i++) {
        if (!has_weekdays(&texts->at[i]))
            continue;
        struct calendar calendar = read_calendar(checker, &texts->at[i]);
        for (size_t k = 0; k < texts->at[i].tokens.count; k++)
            if (texts->at[i].tokens.at[k].kind == TOKEN_WEEKDAY)
                check_weekday(&calendar, k);
    }
}

static void check_date(struct checker *checker, const struct text *text,
                       const struct token *token)
{
    struct date day = token->date;
    if (day.year == 0)
        day.year = 2000; /* a leap year: 29 February may be meant */
    if (!day_exists(checker, day))
        tell(checker, text_place(text, token->at, token->end),
             "there is no such day as “%.*s”", TEXT_PART(text, token->at, token->end));
}

void find_impossible_dates(struct checker *checker)
{
    const struct texts *texts = &checker->edition->texts;
    for (size_t i = 0; i < texts->count; i++)
        for (size_t k = 0; k < texts->at[i].tokens.count; k++)
            if (texts->at[i].tokens.at[k].kind == TOKEN_DATE)
                check_date(checker, &texts->at[i], &texts->at[i].tokens.at[k]);
}
