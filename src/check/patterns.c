/* Matching patterns of dates and times. */
#include "check/patterns.h"

#include <string.h>

static struct number read_number(const struct lexicon *lexicon, struct slice text,
                                 size_t at)
{
    struct number number = read_digits(text, at);
    return number.end == 0 && lexicon->language->is_han ? read_han_number(text, at)
                                                        : number;
}

struct value_form {
    const char *name;
    enum pattern_value value;
    int least, most;
    size_t digits; /* so many exactly; 0: any */
};

static const struct value_form *find_form(struct slice name)
{
    static const struct value_form forms[] = {
        {"year", VALUE_YEAR, 1000, 2999, 4},  {"month", VALUE_MONTH, 1, 12, 0},
        {"day", VALUE_DAY, 1, 31, 0},         {"hour", VALUE_HOUR, 0, 24, 0},
        {"minute", VALUE_MINUTE, 0, 59, 2},   {"period", VALUE_PERIOD, 0, 1, 0},
        {"hour2", VALUE_HOUR_2, 0, 24, 0},    {"minute2", VALUE_MINUTE_2, 0, 59, 2},
        {"period2", VALUE_PERIOD_2, 0, 1, 0}, {"year2", VALUE_YEAR_2, 1000, 2999, 4},
        {"month2", VALUE_MONTH_2, 1, 12, 0},  {"day2", VALUE_DAY_2, 1, 31, 0},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_equals(name, forms[i].name))
            return &forms[i];
    return NULL;
}

static size_t match_number(const struct lexicon *lexicon, const struct value_form *form,
                           struct slice text, size_t at, int *value)
{
    struct number number = read_number(lexicon, text, at);
    /* Han numerals say their minutes with one character or with several. */
    bool is_long_enough = form->digits == 0 || number.digits == form->digits ||
                          (form->value != VALUE_YEAR && number.end > at &&
                           !is_ascii_digit(character_at(text, at)));
    if (number.end == 0 || !is_long_enough || number.value < form->least ||
        number.value > form->most)
        return 0;
    *value = (int)number.value;
    return number.end;
}

static size_t match_value(const struct lexicon *lexicon, const struct value_form *form,
                          struct slice text, size_t at, int *value)
{
    if (lexicon->language->is_han)
        at = skip_spaces(text, at);
    enum word_kind kind = form->value == VALUE_MONTH      ? WORD_MONTH
                          : form->value == VALUE_MONTH_2  ? WORD_MONTH
                          : form->value == VALUE_PERIOD   ? WORD_PERIOD
                          : form->value == VALUE_PERIOD_2 ? WORD_PERIOD
                                                          : WORD_NONE;
    struct found_word word = {WORD_NONE, 0, 0};
    if (kind != WORD_NONE)
        word = find_word(lexicon, text, at);
    if (kind == WORD_PERIOD || (kind == WORD_MONTH && word.kind == kind)) {
        *value = (int)word.value;
        return word.kind == kind ? word.end : 0;
    }
    return match_number(lexicon, form, text, at, value);
}

static struct match match_pattern(const struct lexicon *lexicon, struct slice pattern,
                                  struct slice text, size_t at)
{
    static const struct match none;
    struct match match;
    for (size_t i = 0; i < PATTERN_VALUES; i++)
        match.value[i] = -1;
    while (pattern.length > 0) {
        const char *close =
            pattern.at[0] == '{' ? memchr(pattern.at, '}', pattern.length) : NULL;
        const char *open = memchr(pattern.at + 1, '{', pattern.length - 1);
        size_t size = close != NULL  ? (size_t)(close + 1 - pattern.at)
                      : open != NULL ? (size_t)(open - pattern.at)
                                     : pattern.length;
        const struct value_form *form =
            close == NULL ? NULL : find_form((struct slice){pattern.at + 1, size - 2});
        at = form == NULL
                 ? match_literal(lexicon->language, (struct slice){pattern.at, size},
                                 text, at)
                 : match_value(lexicon, form, text, at, &match.value[form->value]);
        if (at == 0)
            return none;
        pattern = (struct slice){pattern.at + size, pattern.length - size};
    }
    match.end = at;
    return is_inside_word(text, at) ? none : match;
}

struct match match_patterns(const struct lexicon *lexicon, const struct words *patterns,
                            struct slice text, size_t at)
{
    struct match longest = {0};
    if (!can_begin(text, at))
        return longest;
    for (size_t i = 0; i < patterns->count; i++) {
        struct match match =
            match_pattern(lexicon, slice_from_text(patterns->at[i]), text, at);
        if (match.end > longest.end)
            longest = match;
    }
    return longest;
}

/* 12 a.m. is midnight, 12 p.m. noon; an hour beyond 12 says its period itself. */
static int minutes_of(int hour, int minute, int period)
{
    if (hour < 0)
        return -1;
    if (period >= 0 && hour <= 12)
        hour = hour % 12 + 12 * period;
    return hour * 60 + (minute < 0 ? 0 : minute);
}

static int first_said(int a, int b)
{
    return a >= 0 ? a : b;
}

int match_minutes(const struct match *match)
{
    const int *value = match->value;
    return minutes_of(value[VALUE_HOUR], value[VALUE_MINUTE],
                      first_said(value[VALUE_PERIOD], value[VALUE_PERIOD_2]));
}

int match_end_minutes(const struct match *match)
{
    const int *value = match->value;
    return minutes_of(value[VALUE_HOUR_2], value[VALUE_MINUTE_2],
                      first_said(value[VALUE_PERIOD_2], value[VALUE_PERIOD]));
}
