/* Chinese typography as boxes and glue: cells of marks, pairs of them, gaps, and what
 * neither breaks nor stretches. */
#include "para/make_items.h"
#include "para/print_items.h"
#include "text/breaks.h"
#include "text_fixture.h"

#include <cmocka.h>

static const struct language chinese = {.tag = "zh-Hans", .is_han = true};
static const struct layout with_gap = {.han_latin_gap = 250};
static const struct layout without_gap = {.han_latin_gap = 0};

struct made {
    struct runs runs;
    struct items items;
};

static struct made make(struct text_fixture *f, const struct passage *passage,
                        const struct layout *layout)
{
    struct typesetter setter = {.arena = f->arena, .layout = layout};
    struct made made = {.runs = shape(f, passage)};
    int *price =
        find_breaks(f->arena, f->breaker, passage, &made.runs, &chinese, PROHIBIT_GB);
    made.items = make_items(&setter, passage, &made.runs, price);
    return made;
}

static struct items make_text(struct text_fixture *f, const char *text)
{
    struct passage passage = one_stretch(f, "zh-Hans", text);
    return make(f, &passage, &with_gap).items;
}

static void assert_items(struct text_fixture *f, const char *text, const char *expected)
{
    struct passage passage = one_stretch(f, "zh-Hans", text);
    struct made made = make(f, &passage, &with_gap);
    struct buffer out = new_buffer(f->arena);
    print_items(&out, &passage, &made.runs, &made.items);
    assert_string_equal(buffer_string(&out), expected);
}

static length natural_width(const struct items *items)
{
    length width = 0;
    for (size_t i = 0; i < items->count; i++)
        if (items->at[i].kind != ITEM_PENALTY)
            width += items->at[i].width;
    return width;
}

static size_t glue_count(const struct items *items, enum glue_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < items->count; i++)
        count += items->at[i].kind == ITEM_GLUE && items->at[i].glue == kind;
    return count;
}

static void assert_width(struct text_fixture *f, const char *text, length points)
{
    struct items items = make_text(f, text);
    if (natural_width(&items) != points * POINT)
        fail_msg("%s is %.2f pt wide", text, length_in_points(natural_width(&items)));
}

static void assert_glue(struct text_fixture *f, const char *text, enum glue_kind kind,
                        size_t count)
{
    struct items items = make_text(f, text);
    if (glue_count(&items, kind) != count)
        fail_msg("%s has %zu such places", text, glue_count(&items, kind));
}

static void test_ideographs_and_marks(void **state)
{
    assert_items(*state, "会，议。",
                 "box 10 “会”\n"
                 "penalty forbidden\n"
                 "glue ideograph 0 +0.5 -0.16\n"
                 "box 5 “，”\n"
                 "glue comma 5 +0 -5\n"
                 "glue ideograph 0 +0.5 -0.16\n"
                 "box 10 “议”\n"
                 "penalty forbidden\n"
                 "glue ideograph 0 +0.5 -0.16\n"
                 "box 5 “。”\n"
                 "penalty must\n");
}

static void test_opener_is_trimmed_at_the_start(void **state)
{
    assert_items(*state, "（会",
                 "box 5 offset -5 “（”\n"
                 "penalty forbidden\n"
                 "glue ideograph 0 +0.5 -0.16\n"
                 "box 10 “会”\n"
                 "penalty must\n");
}

static void test_two_marks_take_an_em_and_a_half(void **state)
{
    const char *pairs[] = {"《“",  "”》", "”《", "，《", "。“",  "，”",  "。”", "”，",
                           "）。", "；“", "？”", "”？",  "、〈", "）（", "：“"};
    char text[32];
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        strcpy(text, "会");
        strcat(strcat(text, pairs[i]), "议");
        assert_width(*state, text, 35);
    }
}

static void test_rows_of_marks(void **state)
{
    assert_width(*state, "会？！议", 30);
    assert_width(*state, "会？！！议", 40);
    assert_width(*state, "会，议", 30);
    assert_width(*state, "会——议", 40);
    assert_width(*state, "会……议", 40);
    assert_width(*state, "会·议", 25);
    assert_width(*state, "会–议", 25);
    assert_width(*state, "会／议", 25);
    assert_width(*state, "会～议", 30);
    assert_width(*state, "会）”。议", 40);
}

static void test_gap_between_han_and_latin(void **state)
{
    assert_glue(*state, "会A议", GLUE_HAN_LATIN, 2);
    assert_glue(*state, "第38段", GLUE_HAN_LATIN, 2);
    assert_glue(*state, "会(a)议", GLUE_HAN_LATIN, 2);
    assert_glue(*state, "会80%议", GLUE_HAN_LATIN, 2);
    assert_glue(*state, "，A（B）", GLUE_HAN_LATIN, 0);
    assert_glue(*state, "会A—B议", GLUE_HAN_LATIN, 2);
    assert_items(*state, "会A",
                 "box 10 “会”\n"
                 "glue han-latin 2.5 +0.833 -1.25\n"
                 "box 7.222 “A”\n"
                 "penalty must\n");
}

static void test_gap_can_be_switched_off(void **state)
{
    struct passage passage = one_stretch(*state, "zh-Hans", "会A议");
    struct items items = make(*state, &passage, &without_gap).items;
    assert_int_equal(glue_count(&items, GLUE_HAN_LATIN), 0);
    assert_int_equal(glue_count(&items, GLUE_IDEOGRAPH), 2);
}

static void test_gap_is_of_the_ideographs_size(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = empty_passage("zh-Hans");
    add_stretch(f, &passage, "zh-Hans", "会")->size = POINTS(20);
    add_stretch(f, &passage, "zh-Hans", "A");
    struct items items = make(f, &passage, &with_gap).items;
    assert_int_equal(items.at[1].glue, GLUE_HAN_LATIN);
    assert_int_equal(items.at[1].width, POINTS(5));
}

/* "，", its note, "议": the white stands behind the note's mark. */
static void test_note_mark_stays_close(void **state)
{
    struct text_fixture *f = *state;
    static const struct note_call call = {0};
    struct passage passage = empty_passage("zh-Hans");
    add_stretch(f, &passage, "zh-Hans", "会，");
    add_stretch(f, &passage, "zh-Hans", "1")->call = &call;
    add_stretch(f, &passage, "zh-Hans", "议");
    struct items items = make(f, &passage, &with_gap).items;
    assert_int_equal(glue_count(&items, GLUE_HAN_LATIN), 0);
    size_t comma = 3;
    assert_int_equal(items.at[comma].width, POINTS(5));
    assert_int_equal(items.at[comma + 1].kind, ITEM_BOX);
    assert_int_equal(items.at[comma + 2].glue, GLUE_COMMA);
}

static void test_what_does_not_stretch(void **state)
{
    assert_glue(*state, "——", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "……", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "会–议", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "会～议", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "会／议", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "会—议", GLUE_IDEOGRAPH, 0);
    assert_glue(*state, "会——议", GLUE_IDEOGRAPH, 2);
    assert_glue(*state, "会议", GLUE_IDEOGRAPH, 1);
}

static void test_words(void **state)
{
    assert_items(*state, "due process",
                 "box 14.438 “due”\n"
                 "glue word 2.5 +2.5 -0.75\n"
                 "box 29.99 “process”\n"
                 "penalty must\n");
}

/* Among ideographs a word space does not fall below a quarter em, which it has. */
static void test_word_space_among_ideographs(void **state)
{
    struct items items = make_text(*state, "会议due process");
    size_t space = items.count - 3;
    assert_int_equal(items.at[space].glue, GLUE_WORD);
    assert_int_equal(items.at[space].shrink, 0);
    assert_int_equal(items.at[space].count, 1);
}

static void test_symbol_has_priced_ends_and_no_glue(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = empty_passage("zh-Hans");
    add_stretch(f, &passage, "zh-Hans", "CTOC/COP/WG.3")->is_symbol = true;
    struct items items = make(f, &passage, &with_gap).items;
    assert_int_equal(items.count, 6);
    assert_int_equal(items.at[1].penalty, BREAK_AFTER_SLASH);
    assert_int_equal(items.at[3].penalty, BREAK_AFTER_SLASH);
}

static void test_line_separator(void **state)
{
    assert_items(*state, "会\u2028议",
                 "box 10 “会”\n"
                 "penalty must\n"
                 "box 10 “议”\n"
                 "penalty must\n");
}

static void test_empty_text(void **state)
{
    assert_items(*state, "", "penalty must\n");
}

/* The ink of “ in a face that gives it 350 units stands in the middle of its box. */
static void test_odd_advances_are_centred(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "会“");
    struct runs runs = shape(f, &passage);
    struct run *run = &runs.at[0];
    struct ink ink;
    assert_true(face_ink(run->face, run->glyphs[1].id, &ink));
    run->glyphs[1].advance = POINT * 35 / 10;
    int price[8] = {[0] = BREAK_FREE, [6] = BREAK_MUST};
    struct typesetter setter = {.arena = f->arena, .layout = &with_gap};
    struct items items = make_items(&setter, &passage, &runs, price);
    const struct item *mark = &items.at[items.count - 2];
    assert_int_equal(mark->width, POINTS(5));
    length left = mark->offset + face_length(run->face, ink.left, POINTS(10));
    length right = mark->offset + face_length(run->face, ink.right, POINTS(10));
    assert_in_range(left - (POINTS(5) - right) + 2, 0, 4);
}

static void test_middle_dot_is_centred(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "会·议");
    struct made made = make(f, &passage, &with_gap);
    const struct item *dot = &made.items.at[2];
    while (dot->kind != ITEM_BOX)
        dot++;
    const struct run *run = &made.runs.at[dot->run];
    struct ink ink;
    assert_true(face_ink(run->face, run->glyphs[dot->glyph].id, &ink));
    length middle = face_length(run->face, ink.left + ink.right, POINTS(10)) / 2;
    assert_in_range(dot->offset + middle - POINT * 5 / 2 + 2, 0, 4);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_ideographs_and_marks),
        TEST(test_opener_is_trimmed_at_the_start),
        TEST(test_two_marks_take_an_em_and_a_half),
        TEST(test_rows_of_marks),
        TEST(test_gap_between_han_and_latin),
        TEST(test_gap_can_be_switched_off),
        TEST(test_gap_is_of_the_ideographs_size),
        TEST(test_note_mark_stays_close),
        TEST(test_what_does_not_stretch),
        TEST(test_words),
        TEST(test_word_space_among_ideographs),
        TEST(test_symbol_has_priced_ends_and_no_glue),
        TEST(test_line_separator),
        TEST(test_empty_text),
        TEST(test_odd_advances_are_centred),
        TEST(test_middle_dot_is_centred),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
