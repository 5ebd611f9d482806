/* Finding in a text what the patterns of a language describe: dates and times. */
#ifndef CHECK_PATTERNS_H
#define CHECK_PATTERNS_H

#include "check/lexicon.h"

enum pattern_value {
    VALUE_YEAR,
    VALUE_MONTH,
    VALUE_DAY,
    VALUE_HOUR,
    VALUE_MINUTE,
    VALUE_PERIOD, /* 0, 1 */
    VALUE_HOUR_2,
    VALUE_MINUTE_2,
    VALUE_PERIOD_2,
    VALUE_YEAR_2,
    VALUE_MONTH_2,
    VALUE_DAY_2,
    PATTERN_VALUES
};

struct match {
    size_t end;                /* 0: it does not stand there */
    int value[PATTERN_VALUES]; /* -1: not said */
};

/* Of the patterns that match at `at`, the longest match. */
struct match match_patterns(const struct lexicon *, const struct words *patterns,
                            struct slice text, size_t at);
/* Minutes since midnight of a time, or of its end; -1: it has none. */
int match_minutes(const struct match *);
int match_end_minutes(const struct match *);

#endif
