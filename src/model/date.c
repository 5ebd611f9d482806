/* Days of the Gregorian calendar and times of day, from ISO 8601. */
#include "model/date.h"

static bool take_byte(struct slice *text, char byte)
{
    if (text->length == 0 || text->at[0] != byte)
        return false;
    text->at++;
    text->length--;
    return true;
}

/* A number of `fewest` to `most` digits. */
static bool take_number(struct slice *text, int fewest, int most, int *number)
{
    int digits = 0;
    *number = 0;
    while (digits < most && text->length > 0 && text->at[0] >= '0' &&
           text->at[0] <= '9') {
        *number = *number * 10 + (text->at[0] - '0');
        text->at++;
        text->length--;
        digits++;
    }
    return digits >= fewest;
}

static bool is_leap_year(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/* Year, month and day, whether there is such a day or not. */
static bool take_figures(struct slice *text, struct date *date)
{
    return take_number(text, 4, 4, &date->year) && take_byte(text, '-') &&
           take_number(text, 2, 2, &date->month) && take_byte(text, '-') &&
           take_number(text, 2, 2, &date->day);
}

static bool is_in_calendar(struct date date)
{
    return date.year >= 1 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

static bool take_date(struct slice *text, struct date *date)
{
    return take_figures(text, date) && is_in_calendar(*date);
}

bool date_from_text(struct slice text, struct date *date)
{
    return take_date(&text, date) && text.length == 0;
}

bool dates_from_text(struct slice text, struct dates *dates)
{
    if (!take_date(&text, &dates->first))
        return false;
    dates->last = dates->first;
    if (text.length == 0)
        return true;
    return take_byte(&text, '/') && take_date(&text, &dates->last) && text.length == 0 &&
           date_compare(dates->first, dates->last) <= 0;
}

struct date impossible_date(struct slice text)
{
    struct date date;
    do {
        if (!take_figures(&text, &date))
            return (struct date){0};
        if (!is_in_calendar(date))
            return date;
    } while (take_byte(&text, '/'));
    return (struct date){0};
}

static bool take_time(struct slice *text, struct clock_time *time)
{
    return take_number(text, 1, 2, &time->hour) && take_byte(text, ':') &&
           take_number(text, 2, 2, &time->minute) && time->minute <= 59 &&
           (time->hour <= 23 || (time->hour == 24 && time->minute == 0));
}

bool time_range_from_text(struct slice text, struct time_range *range)
{
    if (!take_time(&text, &range->from))
        return false;
    range->to = range->from;
    range->open = text.length == 0;
    if (range->open)
        return true;
    return take_byte(&text, '-') && take_time(&text, &range->to) && text.length == 0 &&
           (range->to.hour > range->from.hour || (range->to.hour == range->from.hour &&
                                                  range->to.minute > range->from.minute));
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

/* Days since 1 January of the year 1, which was a Monday. */
static int day_number(struct date date)
{
    int years = date.year - 1;
    int days = years * 365 + years / 4 - years / 100 + years / 400;
    for (int month = 1; month < date.month; month++)
        days += days_in_month(date.year, month);
    return days + date.day - 1;
}

int date_weekday(struct date date)
{
    return day_number(date) % 7;
}

int days_between(struct date from, struct date to)
{
    return day_number(to) - day_number(from);
}
