/* Tests of dates, times and numbers in words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/wording.h"

static const struct language chinese = {
    .tag = "zh-Hans",
    .months = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"},
    .weekdays = {"星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"},
    .dates = {"{year}年{month}月{day}日", "{year}年{month}月{day}日和{day2}日",
              "{year}年{month}月{day}日至{day2}日",
              "{year}年{month}月{day}日至{month2}月{day2}日",
              "{year}年{month}月{day}日至{year2}年{month2}月{day2}日",
              "{month}月{day}日，{weekday}", "{dates}，{place}"},
    .times = {.twelve_hours = true,
              .half = "{hour}时",
              .full = "{hour}时{minute}分",
              .noon = "",
              .from = "{period}{time}",
              .to = "至{period}{time}",
              .same_from = "{period}{time}",
              .same_to = "至{time}",
              .periods = {"上午", "下午"}},
    .numbering = {{NUMBER_DECIMAL, "{n}.", "{n}"},
                  {NUMBER_LOWER_ALPHA, "({n})", "({n})"},
                  {NUMBER_LOWER_ROMAN, "({n})", "({n})"}},
    .number_levels = 3,
};

static const struct language english = {
    .tag = "en",
    .times = {.twelve_hours = true,
              .half = "{hour}",
              .full = "{hour}.{minute}",
              .noon = "noon",
              .from = "{time} {period}",
              .to = "–{time} {period}",
              .same_from = "{time}",
              .same_to = "–{time} {period}",
              .periods = {"a.m.", "p.m."}},
};

static const struct language plain = {
    .tag = "de",
    .times = {.half = "{hour}",
              .full = "{hour}.{minute}",
              .noon = "",
              .from = "{time}",
              .to = " bis {time} Uhr",
              .same_from = "{time}",
              .same_to = " bis {time} Uhr",
              .periods = {"", ""}},
    .letters = {"а", "б", "в"},
    .letter_count = 3,
    .ordinals = {(const char *[]){"erste", "zweite"}, 2},
    .months = {"Januar"},
    .dates = {.day = "{day} {month}", .two_days = "{day}-{day2} {month}", .first = "1."},
};

static struct arena *open_arena(void)
{
    static struct recovery recovery;
    return new_arena(&recovery, 0);
}

static void expect_time(const struct language *language, const char *time,
                        const char *words)
{
    struct arena *arena = open_arena();
    struct time_range range;
    assert_true(time_range_from_text(slice_from_text(time), &range));
    assert_string_equal(word_time_range(arena, language, range), words);
    free_arena(arena);
}

static void times_say_their_period_once(void **state)
{
    (void)state;
    expect_time(&chinese, "10:00-13:00", "上午10时至下午1时");
    expect_time(&chinese, "15:00-18:00", "下午3时至6时");
    expect_time(&chinese, "9:05", "上午9时05分");
    expect_time(&english, "10:00-13:00", "10 a.m.–1 p.m.");
    expect_time(&english, "15:00-18:30", "3–6.30 p.m.");
    expect_time(&english, "10:30", "10.30 a.m.");
    expect_time(&plain, "10:00-15:30", "10 bis 15.30 Uhr");
}

static void noon_has_no_period(void **state)
{
    (void)state;
    expect_time(&english, "10:00-12:00", "10 a.m.–noon");
    expect_time(&english, "12:00-15:00", "noon–3 p.m.");
    expect_time(&english, "12:30-15:00", "12.30–3 p.m.");
    expect_time(&english, "12:00", "noon");
}

static void dates_say_only_what_differs(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"2020-07-07", "2020年7月7日"},
        {"2020-07-07/2020-07-08", "2020年7月7日和8日"},
        {"2020-07-07/2020-07-09", "2020年7月7日至9日"},
        {"2020-07-31/2020-08-01", "2020年7月31日至8月1日"},
        {"2020-12-31/2021-01-01", "2020年12月31日至2021年1月1日"},
    };
    struct arena *arena = open_arena();
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct dates dates;
        assert_true(dates_from_text(slice_from_text(pairs[i][0]), &dates));
        assert_string_equal(word_dates(arena, &chinese, dates), pairs[i][1]);
    }
    assert_string_equal(word_day_row(arena, &chinese, (struct date){2020, 7, 7}),
                        "7月7日，星期二");
    free_arena(arena);
}

static void the_first_of_a_month_may_have_a_form_of_its_own(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    struct date first = {2020, 1, 1}, second = {2020, 1, 2};
    assert_string_equal(word_date(arena, &plain, first), "1. Januar");
    assert_string_equal(word_date(arena, &plain, second), "2 Januar");
    assert_string_equal(word_dates(arena, &plain, (struct dates){first, second}),
                        "1.-2 Januar");
    free_arena(arena);
}

static void expect_number(enum number_form form, int n, const char *words)
{
    struct arena *arena = open_arena();
    assert_string_equal(word_number(arena, &plain, form, n), words);
    free_arena(arena);
}

static void numbers_have_every_form(void **state)
{
    (void)state;
    expect_number(NUMBER_NONE, 3, "");
    expect_number(NUMBER_DECIMAL, 12, "12");
    expect_number(NUMBER_LOWER_ALPHA, 1, "a");
    expect_number(NUMBER_LOWER_ALPHA, 26, "z");
    expect_number(NUMBER_LOWER_ALPHA, 27, "aa");
    expect_number(NUMBER_UPPER_ALPHA, 703, "AAA");
    expect_number(NUMBER_LOWER_ROMAN, 1994, "mcmxciv");
    expect_number(NUMBER_UPPER_ROMAN, 4, "IV");
    expect_number(NUMBER_UPPER_ROMAN, 4000, "4000");
    expect_number(NUMBER_HAN, 10, "十");
    expect_number(NUMBER_HAN, 12, "十二");
    expect_number(NUMBER_HAN, 20, "二十");
    expect_number(NUMBER_HAN, 105, "一百零五");
    expect_number(NUMBER_HAN, 110, "一百一十");
    expect_number(NUMBER_HAN, 1005, "一千零五");
    expect_number(NUMBER_LETTERS, 3, "в");
    expect_number(NUMBER_LETTERS, 4, "аа");
    expect_number(NUMBER_ORDINALS, 2, "zweite");
    expect_number(NUMBER_ORDINALS, 3, "3");
}

static void items_are_named_through_their_parents(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    struct agenda_item part = {.level = 2, .number = 4, .listed = true};
    struct agenda_item sub = {
        .level = 1, .number = 2, .listed = true, .items = {&part, 1, 1}};
    struct agenda_item item = {
        .number = 3, .suffix = "bis", .listed = true, .items = {&sub, 1, 1}};
    sub.parent = &item;
    part.parent = &sub;
    struct agenda agenda = {.items = {&item, 1, 1}};
    struct language language = chinese;
    language.labels = new_map(arena);
    number_agenda(arena, &language, &agenda);
    assert_string_equal(item.label, "3 bis.");
    assert_string_equal(sub.label, "(b)");
    assert_string_equal(part.reference, "3 bis(b)(iv)");
    *map_place(language.labels, SLICE("suffix-bis")) = "之二";
    number_agenda(arena, &language, &agenda);
    assert_string_equal(item.label, "3之二.");
    free_arena(arena);
}

static void patterns_do_not_look_into_values(void **state)
{
    (void)state;
    struct arena *arena = open_arena();
    assert_string_equal(fill_pattern(arena, "{a}{b} {c} {", "a", "{b}", "b", "2", NULL),
                        "{b}2 {c} {");
    free_arena(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_say_their_period_once),
        cmocka_unit_test(noon_has_no_period),
        cmocka_unit_test(dates_say_only_what_differs),
        cmocka_unit_test(the_first_of_a_month_may_have_a_form_of_its_own),
        cmocka_unit_test(numbers_have_every_form),
        cmocka_unit_test(items_are_named_through_their_parents),
        cmocka_unit_test(patterns_do_not_look_into_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
