/* Patterns of a language filled with dates, times and numbers. */
#include "model/wording.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include <string.h>

/* Names and values for the {name}s of a pattern. */
struct filling {
    const char *name, *value;
};

static const char *filling_value(const struct filling *fillings, struct slice name)
{
    for (; fillings->name != NULL; fillings++)
        if (slice_equals(name, fillings->name))
            return fillings->value;
    return NULL;
}

/* Values are not looked into, so that no text an author wrote is a pattern. */
static char *fill(struct arena *arena, const char *pattern,
                  const struct filling *fillings)
{
    struct buffer text = new_buffer(arena);
    while (*pattern != '\0') {
        const char *end = *pattern == '{' ? strchr(pattern, '}') : NULL;
        const char *value = NULL;
        if (end != NULL)
            value = filling_value(
                fillings, (struct slice){pattern + 1, (size_t)(end - pattern - 1)});
        if (value == NULL) {
            buffer_byte(&text, *pattern++);
        } else {
            buffer_text(&text, value);
            pattern = end + 1;
        }
    }
    return buffer_string(&text);
}

char *fill_pattern(struct arena *arena, const char *pattern, ...)
{
    enum { MOST_NAMES = 15 };
    struct filling fillings[MOST_NAMES + 1] = {0};
    va_list arguments;
    va_start(arguments, pattern);
    for (size_t i = 0; i < MOST_NAMES; i++) {
        fillings[i].name = va_arg(arguments, const char *);
        if (fillings[i].name == NULL)
            break;
        fillings[i].value = va_arg(arguments, const char *);
    }
    va_end(arguments);
    return fill(arena, pattern, fillings);
}

static const char *number_text(struct arena *arena, int number)
{
    return arena_format(arena, "%d", number);
}

static const char *day_text(struct arena *arena, const struct language *language, int day)
{
    const char *first = language->dates.first;
    return day == 1 && first != NULL ? first : number_text(arena, day);
}

static char *fill_dates(struct arena *arena, const struct language *language,
                        const char *pattern, struct dates dates)
{
    const struct filling fillings[] = {
        {"year", number_text(arena, dates.first.year)},
        {"month", language->months[dates.first.month - 1]},
        {"day", day_text(arena, language, dates.first.day)},
        {"weekday", language->weekdays[date_weekday(dates.first)]},
        {"year2", number_text(arena, dates.last.year)},
        {"month2", language->months[dates.last.month - 1]},
        {"day2", day_text(arena, language, dates.last.day)},
        {NULL, NULL},
    };
    return fill(arena, pattern, fillings);
}

static const char *dates_pattern(const struct date_patterns *patterns, struct dates dates)
{
    if (date_compare(dates.first, dates.last) == 0)
        return patterns->day;
    if (dates.first.year != dates.last.year)
        return patterns->years;
    if (dates.first.month != dates.last.month)
        return patterns->months;
    return days_between(dates.first, dates.last) == 1 ? patterns->two_days
                                                      : patterns->days;
}

char *word_dates(struct arena *arena, const struct language *language, struct dates dates)
{
    return fill_dates(arena, language, dates_pattern(&language->dates, dates), dates);
}

char *word_date(struct arena *arena, const struct language *language, struct date date)
{
    return word_dates(arena, language, (struct dates){date, date});
}

char *word_day_row(struct arena *arena, const struct language *language, struct date date)
{
    return fill_dates(arena, language, language->dates.day_row,
                      (struct dates){date, date});
}

/* 0 before noon, 1 after it; midnight at a day's end is before the next noon. */
static int time_period(struct clock_time time)
{
    return time.hour >= 12 && time.hour < 24;
}

static bool is_noon(const struct time_patterns *times, struct clock_time time)
{
    return times->noon[0] != '\0' && time.hour == 12 && time.minute == 0;
}

static const char *word_clock(struct arena *arena, const struct time_patterns *times,
                              struct clock_time time)
{
    int hour = time.hour;
    if (times->twelve_hours)
        hour = (hour + 11) % 12 + 1;
    return fill_pattern(arena, time.minute == 0 ? times->half : times->full, "hour",
                        number_text(arena, hour), "hh", arena_format(arena, "%02d", hour),
                        "minute", arena_format(arena, "%02d", time.minute), NULL);
}

/* Noon takes the place of all between the first { and the last }: it has no period. */
static char *fill_noon(struct arena *arena, const char *pattern, const char *noon)
{
    const char *end = strrchr(pattern, '}');
    if (end == NULL)
        return arena_format(arena, "%s", pattern);
    return arena_format(arena, "%.*s%s%s", (int)strcspn(pattern, "{"), pattern, noon,
                        end + 1);
}

static char *word_time(struct arena *arena, const struct time_patterns *times,
                       const char *pattern, struct clock_time time)
{
    if (is_noon(times, time))
        return fill_noon(arena, pattern, times->noon);
    return fill_pattern(arena, pattern, "time", word_clock(arena, times, time), "period",
                        times->periods[time_period(time)], NULL);
}

char *word_time_range(struct arena *arena, const struct language *language,
                      struct time_range range)
{
    const struct time_patterns *times = &language->times;
    if (range.open)
        return word_time(arena, times, times->from, range.from);
    bool same = time_period(range.from) == time_period(range.to) &&
                !is_noon(times, range.from) && !is_noon(times, range.to);
    return arena_format(
        arena, "%s%s",
        word_time(arena, times, same ? times->same_from : times->from, range.from),
        word_time(arena, times, same ? times->same_to : times->to, range.to));
}

static const char *word_minutes(struct arena *arena, const struct language *language,
                                int minutes)
{
    return fill_pattern(arena, language_label(language, "minutes"), "minutes",
                        number_text(arena, minutes), NULL);
}

const char *word_item_time(struct arena *arena, const struct language *language,
                           const struct agenda_item *item)
{
    const char *time = NULL, *minutes = NULL;
    if (item->time.from.hour >= 0)
        time = word_time_range(arena, language, item->time);
    if (item->minutes > 0)
        minutes = word_minutes(arena, language, item->minutes);
    if (time == NULL || minutes == NULL)
        return time != NULL ? time : minutes;
    return fill_pattern(arena, language_label(language, "time-and-minutes"), "time", time,
                        "minutes", minutes, NULL);
}

char *label_before_title(struct arena *arena, const char *label)
{
    const char *last = label + strlen(label);
    while (last > label && ((unsigned char)*--last & 0xC0) == 0x80)
        continue;
    size_t size;
    bool is_wide = *last != '\0' && utf8_decode(last, strlen(last), &size) >= 0x2E80;
    return arena_format(arena, is_wide ? "%s" : "%s ", label);
}
