/* Widths of columns whose cells ask for known widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "page/table.h"

enum { COLUMNS = 3, WHOLE = 300, GUTTER = 10 };

struct setting {
    struct recovery recovery;
    struct layout layout;
    struct typesetter typesetter;
    struct timetable_column columns[COLUMNS];
    struct timetable_form form;
};

static int set_up(void **state)
{
    static struct setting setting;
    setting = (struct setting){0};
    setting.layout = (struct layout){.column_width = POINTS(WHOLE)};
    setting.typesetter = (struct typesetter){.arena = new_arena(&setting.recovery, 0),
                                             .layout = &setting.layout};
    setting.form = (struct timetable_form){
        .columns = setting.columns, .column_count = COLUMNS, .gutter = POINTS(GUTTER)};
    *state = &setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    free_arena(setting->typesetter.arena);
    return 0;
}

/* `least` and `natural` of each column, in points. */
static struct table_columns columns_of(struct setting *setting,
                                       const int needs[COLUMNS][2])
{
    struct passage_widths widths[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++)
        widths[i] = (struct passage_widths){POINTS(needs[i][0]), POINTS(needs[i][1])};
    return set_columns(&setting->typesetter, &setting->form, widths);
}

static void assert_points(length found, double points)
{
    assert_in_range(found + POINT, POINT + (length)(points * POINT) - 16,
                    POINT + (length)(points * POINT) + 16);
}

static void assert_widths(const struct table_columns *columns, double a, double b,
                          double c)
{
    assert_points(columns->at[0].width, a);
    assert_points(columns->at[1].width, b);
    assert_points(columns->at[2].width, c);
    assert_points(columns->at[1].x, a + GUTTER);
    assert_points(columns->at[2].x, a + b + 2 * GUTTER);
}

static void test_short_columns_are_not_broken_for_a_long_one(void **state)
{
    struct table_columns columns =
        columns_of(*state, (int[][2]){{20, 60}, {10, 40}, {50, 900}});
    assert_widths(&columns, 60, 40, 180);
}

static void test_long_columns_share_what_is_left(void **state)
{
    struct table_columns columns =
        columns_of(*state, (int[][2]){{20, 60}, {10, 400}, {50, 900}});
    /* With its gutter the second is as wide as the third. */
    assert_widths(&columns, 60, 105, 115);
}

static void test_no_column_is_narrower_than_its_longest_word(void **state)
{
    struct table_columns columns =
        columns_of(*state, (int[][2]){{20, 60}, {10, 400}, {150, 900}});
    assert_widths(&columns, 60, 70, 150);
}

/* 60 + 30 + 60 points are wanted with the gutters: each gets twice as much. */
static void test_spare_room_goes_to_all_columns(void **state)
{
    struct table_columns columns =
        columns_of(*state, (int[][2]){{20, 50}, {10, 20}, {50, 60}});
    assert_widths(&columns, 110, 50, 120);
}

/* Their words will be told not to fit, and the table stays inside of its column. */
static void test_too_long_words_make_all_columns_narrower(void **state)
{
    struct table_columns columns =
        columns_of(*state, (int[][2]){{190, 200}, {190, 200}, {200, 200}});
    assert_widths(&columns, 90, 90, 100);
}

static void test_columns_keep_the_layouts_widths(void **state)
{
    struct setting *setting = *state;
    setting->columns[0].width = POINTS(100);
    setting->columns[1].indent = POINTS(5);
    struct table_columns columns =
        columns_of(setting, (int[][2]){{20, 400}, {10, 25}, {50, 900}});
    assert_points(columns.at[0].width, 90);
    assert_points(columns.at[1].x, 105);
    assert_points(columns.at[1].width, 25);
    assert_points(columns.at[2].width, 160);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_short_columns_are_not_broken_for_a_long_one),
        TEST(test_long_columns_share_what_is_left),
        TEST(test_no_column_is_narrower_than_its_longest_word),
        TEST(test_spare_room_goes_to_all_columns),
        TEST(test_too_long_words_make_all_columns_narrower),
        TEST(test_columns_keep_the_layouts_widths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
