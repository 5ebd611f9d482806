/* Tests of dates and times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/date.h"

static struct date date_of(const char *text)
{
    struct date date = {0};
    assert_true(date_from_text(slice_from_text(text), &date));
    return date;
}

static void takes_only_days_that_exist(void **state)
{
    (void)state;
    static const char *const good[] = {"2020-02-29", "2000-02-29", "1999-12-31",
                                       "0001-01-01", "9999-12-31"};
    static const char *const bad[] = {
        "",           "2020-02-30",  "2019-02-29", "1900-02-29",  "2020-04-31",
        "2020-00-01", "2020-13-01",  "2020-01-00", "0000-01-01",  "2020-1-1",
        "20-01-01",   "2020-01-01 ", "2020/01/01", "2020-01-011", "2020-01-0"};
    struct date date;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(date_from_text(slice_from_text(good[i]), &date));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_from_text(slice_from_text(bad[i]), &date));
}

static void takes_one_day_or_two_in_order(void **state)
{
    (void)state;
    struct dates dates;
    assert_true(dates_from_text(SLICE("2020-07-07"), &dates));
    assert_int_equal(date_compare(dates.first, dates.last), 0);
    assert_true(dates_from_text(SLICE("2020-07-07/2020-07-08"), &dates));
    assert_int_equal(dates.last.day, 8);
    assert_false(dates_from_text(SLICE("2020-07-08/2020-07-07"), &dates));
    assert_false(dates_from_text(SLICE("2020-07-08/"), &dates));
    assert_false(dates_from_text(SLICE("2020-07-07/08"), &dates));
}

static void takes_times_and_ranges(void **state)
{
    (void)state;
    struct time_range time;
    assert_true(time_range_from_text(SLICE("9:05"), &time));
    assert_true(time.open);
    assert_int_equal(time.from.hour, 9);
    assert_int_equal(time.from.minute, 5);
    assert_true(time_range_from_text(SLICE("22:00-24:00"), &time));
    assert_false(time.open);
    assert_int_equal(time.to.hour, 24);
    static const char *const bad[] = {
        "",       "10",          "10:0",        "25:00",
        "10:60",  "24:01",       "10:00-10:00", "13:00-10:00",
        "10:00-", "10:00–11:00", "10.00"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(time_range_from_text(slice_from_text(bad[i]), &time));
}

static void knows_weekdays_and_distances(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(date_of("2020-07-07")), 1);
    assert_int_equal(date_weekday(date_of("2000-01-01")), 5);
    assert_int_equal(date_weekday(date_of("1900-01-01")), 0);
    assert_int_equal(date_weekday(date_of("0001-01-01")), 0);
    assert_int_equal(days_between(date_of("2019-12-31"), date_of("2020-03-01")), 61);
    assert_int_equal(days_between(date_of("2020-03-01"), date_of("2019-12-31")), -61);
    assert_true(date_compare(date_of("2020-07-07"), date_of("2020-06-30")) > 0);
    assert_true(date_compare(date_of("2019-07-07"), date_of("2020-06-30")) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_only_days_that_exist),
        cmocka_unit_test(takes_one_day_or_two_in_order),
        cmocka_unit_test(takes_times_and_ranges),
        cmocka_unit_test(knows_weekdays_and_distances),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
