/* Tests of buffers and of the numbers written to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/buffer.h"

struct fixture {
    struct recovery recovery;
    struct arena *arena;
};

static struct fixture fixture;

static int open_fixture(void **state)
{
    fixture.arena = new_arena(&fixture.recovery, 0);
    *state = fixture.arena;
    return 0;
}

static int close_fixture(void **state)
{
    free_arena(*state);
    return 0;
}

static const char *length_text(struct arena *arena, length value, int decimals)
{
    struct buffer buffer = new_buffer(arena);
    buffer_length(&buffer, value, decimals);
    return buffer_string(&buffer);
}

static const char *decimal_text(struct arena *arena, int64_t value, int64_t scale,
                                int decimals)
{
    struct buffer buffer = new_buffer(arena);
    buffer_decimal(&buffer, value, scale, decimals);
    return buffer_string(&buffer);
}

static const char *integer_text(struct arena *arena, int64_t value)
{
    struct buffer buffer = new_buffer(arena);
    buffer_integer(&buffer, value);
    return buffer_string(&buffer);
}

static void collects_bytes(void **state)
{
    struct buffer buffer = new_buffer(*state);
    assert_string_equal(buffer_string(&buffer), "");
    assert_int_equal(buffer.count, 0);
    buffer_byte(&buffer, 'a');
    buffer_bytes(&buffer, "b\0c", 3);
    buffer_bytes(&buffer, NULL, 0);
    buffer_text(&buffer, "议");
    buffer_slice(&buffer, SLICE("d"));
    buffer_format(&buffer, "%d%s", 12, "x");
    buffer_hex(&buffer, "\x0F\xA0", 2);
    struct slice all = buffer_as_slice(&buffer);
    assert_true(slice_same(all, SLICE("ab\0c议d12x0FA0")));
    assert_int_equal(buffer_string(&buffer)[all.length], 0);
    assert_int_equal(buffer.count, all.length);
}

static void grows_to_any_size(void **state)
{
    struct buffer buffer = new_buffer(*state);
    for (int i = 0; i < 300000; i++) {
        buffer_byte(&buffer, (char)('a' + i % 26));
        if (i % 1000 == 0)
            arena_alloc(*state, 1);
    }
    for (size_t i = 0; i < buffer.count; i++)
        assert_int_equal(buffer.at[i], 'a' + i % 26);
}

static void writes_integers(void **state)
{
    assert_string_equal(integer_text(*state, 0), "0");
    assert_string_equal(integer_text(*state, -1), "-1");
    assert_string_equal(integer_text(*state, 1234567890), "1234567890");
    assert_string_equal(integer_text(*state, INT64_MAX), "9223372036854775807");
    assert_string_equal(integer_text(*state, INT64_MIN), "-9223372036854775808");
}

static void writes_lengths(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(length_text(arena, 0, 3), "0");
    assert_string_equal(length_text(arena, POINTS(12), 3), "12");
    assert_string_equal(length_text(arena, POINTS(100), 0), "100");
    assert_string_equal(length_text(arena, POINT / 2, 3), "0.5");
    assert_string_equal(length_text(arena, -POINT / 4, 3), "-0.25");
    assert_string_equal(length_text(arena, POINTS(21) / 2, 6), "10.5");
    assert_string_equal(length_text(arena, POINT / 16, 6), "0.0625");
    assert_string_equal(length_text(arena, POINT / 16, 3), "0.063");
    assert_string_equal(length_text(arena, -POINT / 16, 3), "-0.063");
    assert_string_equal(length_text(arena, POINT / 2, 0), "1");
    assert_string_equal(length_text(arena, -POINT / 2, 0), "-1");
    assert_string_equal(length_text(arena, POINT / 2 - 1, 0), "0");
    assert_string_equal(length_text(arena, -1, 3), "0");
    assert_string_equal(length_text(arena, -1, 6), "-0.000015");
    assert_string_equal(length_text(arena, POINTS(10) - 1, 3), "10");
    assert_string_equal(length_text(arena, POINTS(10) + POINT / 100, 2), "10.01");
    assert_string_equal(length_text(arena, INT64_MIN, 6), "-140737488355328");
    assert_string_equal(length_text(arena, INT64_MAX, 6), "140737488355327.999985");
}

/* The shortcut for 1/65536 and the general division agree for every fraction. */
static void both_ways_agree(void **state)
{
    struct arena *arena = *state;
    for (int decimals = 0; decimals <= 6; decimals++)
        for (length value = -POINT - 3; value <= POINT + 3; value += 1 + decimals * 7)
            assert_string_equal(length_text(arena, value, decimals),
                                decimal_text(arena, value, POINT, decimals));
}

static void writes_decimals(void **state)
{
    struct arena *arena = *state;
    assert_string_equal(decimal_text(arena, 1, 3, 6), "0.333333");
    assert_string_equal(decimal_text(arena, 2, 3, 6), "0.666667");
    assert_string_equal(decimal_text(arena, -2, 3, 2), "-0.67");
    assert_string_equal(decimal_text(arena, 2, -3, 2), "-0.67");
    assert_string_equal(decimal_text(arena, 1000, 1000, 3), "1");
    assert_string_equal(decimal_text(arena, 1, 2, 0), "1");
    assert_string_equal(decimal_text(arena, 1, 3, 0), "0");
    assert_string_equal(decimal_text(arena, -1, 3, 0), "0");
    assert_string_equal(decimal_text(arena, 5, 1000, 2), "0.01");
    assert_string_equal(decimal_text(arena, 99999, 1000, 2), "100");
    assert_string_equal(decimal_text(arena, INT64_MAX - 1, INT64_MAX, 6), "1");
    assert_string_equal(decimal_text(arena, INT64_MIN, 1, 6), "-9223372036854775808");
    assert_string_equal(decimal_text(arena, INT64_MAX, INT64_MIN, 6), "-1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(collects_bytes),  cmocka_unit_test(grows_to_any_size),
        cmocka_unit_test(writes_integers), cmocka_unit_test(writes_lengths),
        cmocka_unit_test(both_ways_agree), cmocka_unit_test(writes_decimals),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
