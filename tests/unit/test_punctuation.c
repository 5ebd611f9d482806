/* The cells of Chinese marks. */
#include "text/punctuation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Every character of `text` is of that class and has that cell. */
static void check_cells(const char *text, struct punct_cell expected)
{
    struct slice rest = slice_from_text(text);
    for (size_t size; rest.length > 0; rest.at += size, rest.length -= size) {
        struct punct_cell cell = punct_cell(utf8_decode(rest.at, rest.length, &size));
        if (cell.class != expected.class || cell.ink != expected.ink ||
            cell.before != expected.before || cell.after != expected.after)
            fail_msg("%.*s: class %d, %d + %d + %d", (int)size, rest.at, (int)cell.class,
                     cell.before, cell.ink, cell.after);
    }
}

static void openers_have_their_white_in_front(void **state)
{
    (void)state;
    check_cells("“‘（《〈【〖〔［｛「『", (struct punct_cell){PUNCT_OPEN, 500, 500, 0});
}

static void closers_have_their_white_behind(void **state)
{
    (void)state;
    check_cells("”’）》〉】〗〕］｝」』", (struct punct_cell){PUNCT_CLOSE, 500, 0, 500});
}

static void stops_have_their_white_behind(void **state)
{
    (void)state;
    check_cells("。．", (struct punct_cell){PUNCT_STOP, 500, 0, 500});
    check_cells("，、；：", (struct punct_cell){PUNCT_COMMA, 500, 0, 500});
    check_cells("？！", (struct punct_cell){PUNCT_QUESTION, 500, 0, 500});
    check_cells("‼⁇⁈⁉", (struct punct_cell){PUNCT_QUESTION, 1000, 0, 0});
}

static void other_marks_give_nothing(void **state)
{
    (void)state;
    check_cells("—", (struct punct_cell){PUNCT_DASH, 1000, 0, 0});
    check_cells("⸺", (struct punct_cell){PUNCT_DASH, 2000, 0, 0});
    check_cells("…⋯", (struct punct_cell){PUNCT_ELLIPSIS, 1000, 0, 0});
    check_cells("–", (struct punct_cell){PUNCT_CONNECTOR, 500, 0, 0});
    check_cells("～〜", (struct punct_cell){PUNCT_CONNECTOR, 1000, 0, 0});
    check_cells("·", (struct punct_cell){PUNCT_MIDDLE, 500, 0, 0});
    check_cells("／", (struct punct_cell){PUNCT_SOLIDUS, 500, 0, 0});
}

static void letters_are_no_marks(void **state)
{
    (void)state;
    check_cells("中文一鿿A1.,/(ñя㐀豈",
                (struct punct_cell){PUNCT_NONE, 1000, 0, 0});
}

static void lines_start_and_end_as_clreq_says(void **state)
{
    (void)state;
    static const enum punct_class not_first[] = {
        PUNCT_STOP,   PUNCT_COMMA,     PUNCT_QUESTION, PUNCT_CLOSE,
        PUNCT_MIDDLE, PUNCT_CONNECTOR, PUNCT_SOLIDUS};
    for (size_t i = 0; i < sizeof not_first / sizeof *not_first; i++)
        assert_false(punct_may_start_line(not_first[i]));
    assert_true(punct_may_start_line(PUNCT_OPEN));
    assert_true(punct_may_start_line(PUNCT_DASH));
    assert_true(punct_may_start_line(PUNCT_NONE));
    assert_false(punct_may_end_line(PUNCT_OPEN));
    assert_false(punct_may_end_line(PUNCT_SOLIDUS));
    assert_true(punct_may_end_line(PUNCT_CLOSE));
    assert_true(punct_may_end_line(PUNCT_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(openers_have_their_white_in_front),
        cmocka_unit_test(closers_have_their_white_behind),
        cmocka_unit_test(stops_have_their_white_behind),
        cmocka_unit_test(other_marks_give_nothing),
        cmocka_unit_test(letters_are_no_marks),
        cmocka_unit_test(lines_start_and_end_as_clreq_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
