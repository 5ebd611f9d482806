/* Days and times of day as numbers; their wording is the language's (wording.h). */
#ifndef DATE_H
#define DATE_H

#include "base/slice.h"
#include <stdbool.h>

struct date {
    int year, month, day; /* 2020, 1..12, 1..31; year 0: no date */
};

struct dates { /* first == last: one day */
    struct date first, last;
};

struct clock_time {
    int hour, minute; /* 0..24, 0..59 */
};

struct time_range {
    struct clock_time from, to;
    bool open; /* only `from` is known */
};

/* ISO 8601: 2020-07-07; 2020-07-07/2020-07-08; 10:00; 10:00-13:00.  False when it is
 * none or no such day exists (Gregorian). */
bool date_from_text(struct slice, struct date *);
bool dates_from_text(struct slice, struct dates *);
bool time_range_from_text(struct slice, struct time_range *);
/* The first day of the right form in such a text that is in no calendar; year 0: none. */
struct date impossible_date(struct slice);
int days_in_month(int year, int month); /* 0: there is no such month */
int date_compare(struct date, struct date);
int date_weekday(struct date); /* 0 Monday ... 6 Sunday */
int days_between(struct date from, struct date to);

#endif
