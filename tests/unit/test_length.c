/* Tests of reading and scaling lengths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/length.h"

#define EM           (POINTS(21) / 2)
#define NOT_A_LENGTH INT64_MIN

static length read(const char *text)
{
    length result = NOT_A_LENGTH;
    bool found = length_from_text(slice_from_text(text), EM, &result);
    assert_int_equal(found, result != NOT_A_LENGTH);
    return result;
}

static void reads_units(void **state)
{
    (void)state;
    assert_int_equal(read("12"), POINTS(12));
    assert_int_equal(read("10.5pt"), POINTS(21) / 2);
    assert_int_equal(read(".5pt"), POINT / 2);
    assert_int_equal(read("2em"), POINTS(21));
    assert_int_equal(read("-1.5em"), -(EM + EM / 2));
    assert_int_equal(read("+3pt"), POINTS(3));
    assert_int_equal(read("0"), 0);
    assert_int_equal(read("-0mm"), 0);
    assert_int_equal(read("25.4mm"), POINTS(72));
    assert_int_equal(read("2.54cm"), POINTS(72));
    assert_int_equal(read("-25.4mm"), POINTS(-72));
    assert_int_equal(read("1mm"), 185771); /* 65536 * 360 / 127 = 185771.3 */
    assert_int_equal(read("18mm"), 3343884);
}

static void rounds_long_fractions(void **state)
{
    (void)state;
    assert_int_equal(read("0.00000762939453125pt"), 0); /* just below a half */
    assert_int_equal(read("0.0000077pt"), 1);
    assert_int_equal(read("1.00000000000000000000000000000000000000000000"), POINT);
    assert_int_equal(read("0.33333333333333333333333333"), 21845);
}

static void refuses_what_is_no_length(void **state)
{
    (void)state;
    const char *texts[] = {"",      "pt",   "-",      ".",      "5.",    "5.pt",  "1e3",
                           "10 pt", "10px", "10PT",   "--1",    "+-1",   "1,5pt", " 1",
                           "1 ",    "0x10", "10ptpt", "１２pt", "1.2.3", "nan",   "inf"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (read(texts[i]) != NOT_A_LENGTH)
            fail_msg("“%s” was read as a length", texts[i]);
}

static void refuses_beyond_ten_metres(void **state)
{
    (void)state;
    assert_int_equal(read("10000mm"), 1857713386);
    assert_int_equal(read("-1000cm"), -1857713386);
    assert_int_equal(read("10000.001mm"), NOT_A_LENGTH);
    assert_int_equal(read("1000000cm"), NOT_A_LENGTH);
    assert_int_equal(read("99999999999999999999999999"), NOT_A_LENGTH);
    assert_int_equal(read("2701em"), NOT_A_LENGTH);
}

static void reads_only_the_slice(void **state)
{
    (void)state;
    length result = 0;
    assert_true(length_from_text((struct slice){"12pt", 1}, EM, &result));
    assert_int_equal(result, POINT);
}

static void scales_exactly(void **state)
{
    (void)state;
    assert_int_equal(length_scale(5, 1, 2), 3);
    assert_int_equal(length_scale(-5, 1, 2), -3);
    assert_int_equal(length_scale(5, -1, 2), -3);
    assert_int_equal(length_scale(5, 1, -2), -3);
    assert_int_equal(length_scale(4, 1, 3), 1);
    assert_int_equal(length_scale(-4, 1, 3), -1);
    assert_int_equal(length_scale(0, 7, 9), 0);
    assert_int_equal(length_scale(INT64_MAX, INT64_MAX, INT64_MAX), INT64_MAX);
    assert_int_equal(length_scale(INT64_MAX, 3, 1), LENGTH_MAX);
    assert_int_equal(length_scale(INT64_MAX, -3, 1), -LENGTH_MAX);
    assert_int_equal(length_scale(POINTS(12), 1000, 2048), 384000);
}

static void gives_points(void **state)
{
    (void)state;
    assert_true(length_in_points(POINTS(3) / 2) == 1.5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_units),
        cmocka_unit_test(rounds_long_fractions),
        cmocka_unit_test(refuses_what_is_no_length),
        cmocka_unit_test(refuses_beyond_ten_metres),
        cmocka_unit_test(reads_only_the_slice),
        cmocka_unit_test(scales_exactly),
        cmocka_unit_test(gives_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
