/* Bar codes and QR codes: what a reader would read from their rectangles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "page/codes.h"

static struct recovery recovery;

static int set_up(void **state)
{
    *state = new_arena(&recovery, 0);
    return *state == NULL;
}

static int tear_down(void **state)
{
    free_arena(*state);
    return 0;
}

/* Bars and the gaps behind them as "n" and "w"; the last bar has no gap. */
static char *read_bars(struct arena *arena, const struct code_modules *code,
                       length threshold)
{
    char *bars = arena_alloc(arena, 2 * code->count + 1);
    for (size_t i = 0; i < code->count; i++) {
        const struct rectangle *bar = &code->at[i];
        bars[2 * i] = bar->width > threshold ? 'w' : 'n';
        if (i + 1 < code->count)
            bars[2 * i + 1] =
                code->at[i + 1].x - bar->x - bar->width > threshold ? 'w' : 'n';
    }
    return bars;
}

static void test_code39(void **state)
{
    struct code_modules code = make_code39(*state, "20", POINTS(101), POINTS(17));
    assert_null(code.trouble);
    const struct rectangle *last = &code.at[code.count - 1];
    assert_int_equal(code.at[0].x, 0);
    assert_int_equal(last->x + last->width, POINTS(101));
    assert_int_equal(last->height, POINTS(17));
    /* "*20*", with a narrow gap behind each sign */
    assert_string_equal(read_bars(*state, &code, code.at[0].width * 3 / 2), "nwnnwnwnn"
                                                                            "n"
                                                                            "nnwwnnnnw"
                                                                            "n"
                                                                            "nnnwwnwnn"
                                                                            "n"
                                                                            "nwnnwnwnn");
}

static void test_wide_bars_are_wide_enough_to_scan(void **state)
{
    struct code_modules code = make_code39(*state, "0123456789", POINTS(500), POINT);
    length narrow = LENGTH_MAX, wide = 0;
    for (size_t i = 0; i < code.count; i++) {
        narrow = code.at[i].width < narrow ? code.at[i].width : narrow;
        wide = code.at[i].width > wide ? code.at[i].width : wide;
    }
    assert_true(2 * wide >= 5 * narrow - 4 && wide <= 3 * narrow);
}

static void test_what_code39_cannot_say(void **state)
{
    struct code_modules code = make_code39(*state, "联合国", POINTS(101), POINTS(17));
    assert_non_null(code.trouble);
    assert_int_equal(code.count, 0);
}

static bool is_dark(const struct code_modules *code, length x, length y)
{
    for (size_t i = 0; i < code->count; i++) {
        const struct rectangle *box = &code->at[i];
        if (x >= box->x && x < box->x + box->width && y >= box->y &&
            y < box->y + box->height)
            return true;
    }
    return false;
}

/* A finder pattern is seven modules wide: dark, light, three dark, light, dark. */
static void test_qr_has_its_finders(void **state)
{
    const length size = POINTS(54);
    struct code_modules code =
        make_qr(*state, "https://undocs.org/zh/CTOC/COP/WG.3/2020/1", size);
    assert_null(code.trouble);
    length module = code.at[0].width / 7;
    static const bool finder[] = {true, false, true, true, true, false, true, false};
    for (int i = 0; i < 8; i++) {
        length at = i * module + module / 2;
        assert_int_equal(is_dark(&code, at, 3 * module + module / 2), finder[i]);
        assert_int_equal(is_dark(&code, size - 1 - at, 3 * module + module / 2),
                         finder[i]);
        assert_int_equal(is_dark(&code, 3 * module + module / 2, size - 1 - at),
                         finder[i]);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_code39),
        TEST(test_wide_bars_are_wide_enough_to_scan),
        TEST(test_what_code39_cannot_say),
        TEST(test_qr_has_its_finders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
