/* Tests of UTF-8, widths, the class of Han, and slices. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"

static void every_character_comes_back(void **state)
{
    (void)state;
    for (codepoint c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        size_t size = 0;
        if (c == 0xD800)
            c = 0xE000;
        size_t written = utf8_encode(c, bytes);
        if (utf8_decode(bytes, written, &size) != c || size != written)
            fail_msg("U+%04X does not come back", c);
        for (size_t cut = 1; cut < written; cut++)
            if (utf8_decode(bytes, cut, &size) != CODEPOINT_INVALID || size != 1)
                fail_msg("U+%04X cut after %zu bytes is taken", c, cut);
        if (utf8_previous(bytes, written) != 0)
            fail_msg("U+%04X is not found backwards", c);
    }
}

static void refuses_malformed_bytes(void **state)
{
    (void)state;
    const char *malformed[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xFE",
        "\xFF",
        "\xE8\xAEx",
        "\xF8\x88\x80\x80\x80",
    };
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++) {
        size_t size = 0;
        codepoint c = utf8_decode(malformed[i], strlen(malformed[i]), &size);
        assert_int_equal(c, CODEPOINT_INVALID);
        assert_int_equal(size, 1);
        assert_int_equal(utf8_malformed(slice_from_text(malformed[i])), 0);
    }
}

static void finds_the_first_malformed_byte(void **state)
{
    (void)state;
    assert_int_equal(utf8_malformed(SLICE("")), 0);
    assert_int_equal(utf8_malformed(SLICE("议程\xFF")), 6);
    assert_int_equal(utf8_malformed(SLICE("议程\0x")), 8);
    assert_int_equal(utf8_malformed(SLICE("a议\xE7\xA8")), 4);
}

static void counts_and_goes_back(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(SLICE("aé议𠀀")), 4);
    assert_int_equal(utf8_count(SLICE("a\xFF\xFE议")), 4);
    const char *text = "aé议𠀀\x80";
    assert_int_equal(utf8_previous(text, 11), 10);
    assert_int_equal(utf8_previous(text, 10), 6);
    assert_int_equal(utf8_previous(text, 6), 3);
    assert_int_equal(utf8_previous(text, 3), 1);
    assert_int_equal(utf8_previous(text, 1), 0);
    assert_int_equal(utf8_previous(text, 0), 0);
}

static void knows_display_widths(void **state)
{
    (void)state;
    const codepoint none[] = {0, '\n', 0x7F, 0x9F, 0x301, 0x64E, 0x200B, 0x202E, 0xFE0F};
    const codepoint one[] = {' ',    'a',    0xE9,   0x416, 0x627,
                             0x2014, 0x2026, 0x303F, 0xFF61};
    const codepoint two[] = {0x3000,  0x3001,  0x8BAE, 0x300A,  0xFF0C, 0xFF01,
                             0x1F600, 0x20000, 0xAC00, 0x31350, 0x3007};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(utf8_display_width(none[i]), 0);
    for (size_t i = 0; i < sizeof one / sizeof *one; i++)
        assert_int_equal(utf8_display_width(one[i]), 1);
    for (size_t i = 0; i < sizeof two / sizeof *two; i++)
        assert_int_equal(utf8_display_width(two[i]), 2);
}

static void knows_han(void **state)
{
    (void)state;
    const codepoint yes[] = {0x2F00,  0x3005,  0x3007,  0x3042,  0x30AB,  0x3105,
                             0x3400,  0x4E00,  0x9FFF,  0xF900,  0x20000, 0x2A700,
                             0x2EBF0, 0x2F800, 0x30000, 0x31350, 0x323AF, 0x30FC};
    const codepoint no[] = {'a',    0xE9,   0x3000, 0x3001, 0x3002, 0x300A, 0x3010,
                            0x30FB, 0xFF0C, 0xFF21, 0x2014, 0xAC00, 0x3220, 0x323B0};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!is_han(yes[i]))
            fail_msg("U+%04X is no Han", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (is_han(no[i]))
            fail_msg("U+%04X is Han", no[i]);
}

static void compares_slices(void **state)
{
    (void)state;
    assert_int_equal(slice_from_text(NULL).length, 0);
    assert_true(slice_equals(SLICE("abc"), "abc"));
    assert_false(slice_equals(SLICE("ab\0"), "ab"));
    assert_true(slice_same(SLICE(""), (struct slice){NULL, 0}));
    assert_false(slice_same(SLICE("ab"), SLICE("ac")));
    assert_true(slice_starts(SLICE("abc"), "ab"));
    assert_true(slice_starts(SLICE("abc"), ""));
    assert_false(slice_starts(SLICE("a"), "ab"));
    assert_true(slice_equals(slice_trim(SLICE(" \t\r\n议 程\n ")), "议 程"));
    assert_true(slice_equals(slice_trim(SLICE("　x")), "　x"));
    assert_int_equal(slice_trim(SLICE("  ")).length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(refuses_malformed_bytes),
        cmocka_unit_test(finds_the_first_malformed_byte),
        cmocka_unit_test(counts_and_goes_back),
        cmocka_unit_test(knows_display_widths),
        cmocka_unit_test(knows_han),
        cmocka_unit_test(compares_slices),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
