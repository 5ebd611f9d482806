/* Days and times of day in texts of any language, by the patterns of languages. */
#include "import/words.h"

#include "check/patterns.h"

enum { ISO_SIZE = 10 };

static struct found_dates read_iso(struct slice text, size_t at)
{
    struct found_dates found = {.at = at};
    struct date day;
    if (text.length - at < ISO_SIZE || is_inside_word(text, at) ||
        !date_from_text((struct slice){text.at + at, ISO_SIZE}, &day) ||
        is_inside_word(text, at + ISO_SIZE))
        return found;
    found.end = at + ISO_SIZE;
    found.dates = (struct dates){day, day};
    found.has_year = true;
    return found;
}

static int said_or(int value, int other)
{
    return value >= 0 ? value : other;
}

static struct found_dates dates_of_match(size_t at, const struct match *match)
{
    const int *value = match->value;
    struct found_dates found = {.at = at, .end = match->end};
    int year = said_or(value[VALUE_YEAR], 0);
    found.has_year = year != 0;
    found.dates.first = (struct date){year, value[VALUE_MONTH], value[VALUE_DAY]};
    found.dates.last = (struct date){said_or(value[VALUE_YEAR_2], year),
                                     said_or(value[VALUE_MONTH_2], value[VALUE_MONTH]),
                                     said_or(value[VALUE_DAY_2], value[VALUE_DAY])};
    if (value[VALUE_DAY_2] < 0)
        found.dates.last = found.dates.first;
    return found;
}

static struct found_dates read_dates(const struct lexicon *lexicon, struct slice text,
                                     size_t at)
{
    const struct language *language = lexicon->language;
    const char *rows[] = {language->dates.two_days, language->dates.days,
                          language->dates.months, language->dates.years,
                          language->dates.day};
    const struct words usual = {rows, sizeof rows / sizeof *rows};
    struct match match = match_patterns(lexicon, &usual, text, at);
    struct match other = match_patterns(lexicon, &language->reading.dates, text, at);
    if (other.end > match.end)
        match = other;
    return match.end == 0 ? (struct found_dates){0} : dates_of_match(at, &match);
}

/* A digit or a month begins every date. */
static bool may_begin_date(const struct importer *importer, struct slice text, size_t at)
{
    if (read_digits(text, at).end != 0 || read_han_number(text, at).end != 0)
        return true;
    for (size_t i = 0; i < importer->lexicon_count; i++)
        if (find_word(importer->lexicons[i], text, at).kind == WORD_MONTH)
            return true;
    return false;
}

struct found_dates find_dates(const struct importer *importer, struct slice text)
{
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        struct found_dates longest = read_iso(text, at);
        if (longest.end == 0 && !may_begin_date(importer, text, at))
            continue;
        for (size_t i = 0; i < importer->lexicon_count; i++) {
            struct found_dates found = read_dates(importer->lexicons[i], text, at);
            if (found.end > longest.end)
                longest = found;
        }
        if (longest.end != 0)
            return longest;
    }
    return (struct found_dates){0};
}

static struct match read_time(const struct importer *importer, struct slice text,
                              size_t at)
{
    struct match longest = {0};
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct lexicon *lexicon = importer->lexicons[i];
        struct match match =
            match_patterns(lexicon, &lexicon->language->reading.times, text, at);
        if (match.end > longest.end)
            longest = match;
    }
    return longest;
}

/* Behind “to” or a dash and white space, 0: neither stands there. */
static size_t range_mark_end(const struct importer *importer, struct slice text,
                             size_t at)
{
    at = skip_spaces(text, at);
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        const struct language *language = importer->lexicons[i]->language;
        for (size_t k = 0; k < language->reading.joins.count; k++) {
            size_t end = match_literal(
                language, slice_from_text(language->reading.joins.at[k]), text, at);
            if (end != 0)
                return skip_spaces(text, end);
        }
    }
    return 0;
}

static bool says_period(const struct match *match)
{
    return match->value[VALUE_PERIOD] >= 0;
}

/* The period that one end of a range says is the other's, too, unless it would end before
 * it begins: "7:00–7:10 PM", but "9:00–5:00 PM". */
static void share_period(struct found_time *found, struct match *first,
                         struct match *last)
{
    bool is_first = says_period(first);
    struct match *silent = is_first ? last : first;
    if (is_first == says_period(last))
        return;
    silent->value[VALUE_PERIOD] = (is_first ? first : last)->value[VALUE_PERIOD];
    int from = match_minutes(first), to = match_minutes(last);
    if (from > to)
        return;
    found->from = from;
    found->to = to;
}

static struct found_time time_of_match(const struct importer *importer, struct slice text,
                                       size_t at, struct match match)
{
    struct found_time found = {at, match.end, match_minutes(&match),
                               match_end_minutes(&match)};
    size_t next = found.to >= 0 ? 0 : range_mark_end(importer, text, match.end);
    struct match end = {0};
    if (next != 0)
        end = read_time(importer, text, next);
    if (end.end != 0) {
        found.end = end.end;
        found.to = match_minutes(&end);
        share_period(&found, &match, &end);
    }
    /* “3–6 p.m.” and “10–12.30 p.m.” say the period once. */
    if (found.to >= 0 && found.from > found.to && found.from >= 12 * 60)
        found.from -= 12 * 60;
    return found;
}

struct found_time find_time(const struct importer *importer, struct slice text)
{
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        if (!can_begin(text, at))
            continue;
        struct match match = read_time(importer, text, at);
        if (match.end != 0)
            return time_of_match(importer, text, at, match);
    }
    return (struct found_time){0};
}

size_t weekday_end(const struct importer *importer, struct slice text, size_t at)
{
    for (size_t i = 0; i < importer->lexicon_count; i++) {
        struct found_word word = find_word(importer->lexicons[i], text, at);
        if (word.kind == WORD_WEEKDAY)
            return word.end;
    }
    return 0;
}
