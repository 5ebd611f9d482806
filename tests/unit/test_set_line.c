/* One line: the order in which white is given, exact ends, visual order, and that no text
 * is lost between glyphs. */
#include "base/vec.h"
#include "para/set_line.h"
#include "text/breaks.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A passage whose letters are glyphs of 10 pt each, one run to every stretch. */
struct text {
    struct recovery recovery;
    struct arena *arena;
    struct source source;
    struct passage passage;
    struct runs runs;
    struct items items;
};

static int set_up(void **state)
{
    struct text *t = calloc(1, sizeof *t);
    t->arena = new_arena(&t->recovery, 0);
    *state = t;
    return t->arena == NULL;
}

static int tear_down(void **state)
{
    struct text *t = *state;
    free_arena(t->arena);
    free(t);
    return 0;
}

static void add_run(struct text *t, const char *text, int level)
{
    size_t start = t->passage.text.length, size = strlen(text);
    t->passage.text.at = arena_format(t->arena, "%.*s%s", (int)start,
                                      start == 0 ? "" : t->passage.text.at, text);
    t->passage.text.length += size;
    struct stretch *stretch = arena_alloc(t->arena, sizeof *stretch);
    *stretch = (struct stretch){.start = start,
                                .end = start + size,
                                .size = POINTS(10),
                                .place = {&t->source, 100 + start, size}};
    vec_push(t->arena, &t->passage, *stretch);
    struct run run = {.start = start,
                      .end = start + size,
                      .stretch = stretch,
                      .level = level,
                      .scale = 1000,
                      .glyph_count = size,
                      .glyphs = arena_array(t->arena, size, sizeof(struct glyph))};
    for (size_t i = 0; i < size; i++)
        run.glyphs[i] = (struct glyph){.id = (uint8_t)text[i],
                                       .cluster = (uint32_t)(start + i),
                                       .advance = POINTS(10)};
    vec_push(t->arena, &t->runs, run);
}

static void add(struct text *t, struct item item)
{
    vec_push(t->arena, &t->items, item);
}

/* Glyphs of a run as one box. */
static void add_box(struct text *t, size_t run, size_t glyph, size_t count)
{
    add(t, (struct item){.kind = ITEM_BOX,
                         .width = POINTS(10) * (length)count,
                         .run = run,
                         .glyph = glyph,
                         .count = count,
                         .text = t->runs.at[run].start + glyph});
}

static void add_glue(struct text *t, enum glue_kind kind, size_t run, length width,
                     length stretch, length shrink)
{
    add(t, (struct item){.kind = ITEM_GLUE,
                         .glue = kind,
                         .run = run,
                         .width = width * POINT,
                         .stretch = stretch * POINT,
                         .shrink = shrink * POINT});
}

static void add_space(struct text *t, size_t run, size_t glyph)
{
    add_glue(t, GLUE_WORD, run, 10, 10, 5);
    vec_last(&t->items)->glyph = glyph;
    vec_last(&t->items)->count = 1;
    vec_last(&t->items)->text = t->runs.at[run].start + glyph;
}

static void add_end(struct text *t)
{
    add(t, (struct item){.kind = ITEM_PENALTY,
                         .penalty = BREAK_MUST,
                         .text = t->passage.text.length});
}

static struct line set(struct text *t, size_t first, size_t end, length width,
                       bool justify)
{
    struct typesetter setter = {.arena = t->arena, .scratch = t->arena};
    return set_line(&setter, &t->passage, &t->runs, &t->items, first, end, width,
                    justify);
}

/* "a", comma white, gap, word space: every kind once, and ideographs' white twice. */
static void add_every_kind(struct text *t)
{
    add_run(t, "abcdef", 0);
    add_box(t, 0, 0, 1);
    add_glue(t, GLUE_COMMA, 0, 5, 0, 5);
    add_box(t, 0, 1, 1);
    add_glue(t, GLUE_HAN_LATIN, 0, 3, 3, 1);
    add_box(t, 0, 2, 1);
    add_glue(t, GLUE_IDEOGRAPH, 0, 0, 1, 0);
    add_box(t, 0, 3, 1);
    add_glue(t, GLUE_IDEOGRAPH, 0, 0, 1, 0);
    add_box(t, 0, 4, 1);
    add_glue(t, GLUE_WORD, 0, 2, 2, 1);
    add_box(t, 0, 5, 1);
    add_end(t);
}

static void assert_given(struct text *t, length width, length word, length comma,
                         length gap, length ideograph)
{
    struct line line = set(t, 0, t->items.count - 1, width, true);
    assert_int_equal(line.natural, POINTS(70));
    assert_int_equal(line.width, width);
    assert_int_equal(line.given[GLUE_WORD], word * POINT);
    assert_int_equal(line.given[GLUE_COMMA], comma * POINT);
    assert_int_equal(line.given[GLUE_HAN_LATIN], gap * POINT);
    assert_int_equal(line.given[GLUE_IDEOGRAPH], ideograph * POINT);
    assert_int_equal(line.places[GLUE_IDEOGRAPH], 2);
    const struct glyph_row *row = &line.rows[0];
    assert_int_equal(row->x + row->width, width);
    assert_int_equal(row->glyphs[5].x + POINTS(10), width);
}

static void test_order_of_stretch(void **state)
{
    add_every_kind(*state);
    assert_given(*state, POINTS(70), 0, 0, 0, 0);
    assert_given(*state, POINTS(71), 1, 0, 0, 0);
    assert_given(*state, POINTS(73), 2, 0, 1, 0);
    assert_given(*state, POINTS(77), 2, 0, 3, 2);
    assert_given(*state, POINTS(90), 2, 0, 3, 15);
}

static void test_order_of_shrink(void **state)
{
    add_every_kind(*state);
    assert_given(*state, POINTS(69), -1, 0, 0, 0);
    assert_given(*state, POINTS(66), -1, -3, 0, 0);
    assert_given(*state, POINTS(63), -1, -5, -1, 0);
}

static void test_excess(void **state)
{
    struct text *t = *state;
    add_every_kind(t);
    struct line line = set(t, 0, t->items.count - 1, POINTS(60), true);
    assert_int_equal(line.excess, POINTS(3));
    assert_int_equal(line.width, POINTS(63));
}

/* A width that no division meets exactly; and all places alike but for rounding. */
static void test_remainders_are_spread(void **state)
{
    struct text *t = *state;
    add_run(t, "abcdefgh", 0);
    for (size_t i = 0; i < 8; i++) {
        if (i > 0)
            add_glue(t, GLUE_IDEOGRAPH, 0, 0, 1, 0);
        add_box(t, 0, i, 1);
    }
    add_end(t);
    length width = POINTS(80) + 100003;
    struct line line = set(t, 0, t->items.count - 1, width, true);
    assert_int_equal(line.width, width);
    const struct placed_glyph *glyphs = line.rows[0].glyphs;
    for (size_t i = 1; i < 8; i++)
        assert_in_range(glyphs[i].x - glyphs[i - 1].x - POINTS(10), 100003 / 7,
                        100003 / 7 + 1);
}

static void test_last_line_keeps_its_width(void **state)
{
    struct text *t = *state;
    add_every_kind(t);
    struct line line = set(t, 0, t->items.count - 1, POINTS(90), false);
    assert_int_equal(line.width, POINTS(70));
    assert_true(line.is_last);
    line = set(t, 0, t->items.count - 1, POINTS(66), false);
    assert_int_equal(line.width, POINTS(66));
}

/* "ab cd ef" broken at the second space: it hangs out of the line. */
static void test_space_hangs_at_the_end(void **state)
{
    struct text *t = *state;
    add_run(t, "ab cd ef", 0);
    add_box(t, 0, 0, 2);
    add_space(t, 0, 2);
    add_box(t, 0, 3, 2);
    add_space(t, 0, 5);
    add_box(t, 0, 6, 2);
    add_end(t);
    struct line line = set(t, 0, 3, POINTS(55), true);
    assert_int_equal(line.width, POINTS(55));
    assert_int_equal(line.row_count, 1);
    assert_int_equal(line.rows[0].count, 6);
    assert_int_equal(line.rows[0].width, POINTS(55));
    assert_int_equal(line.rows[0].glyphs[5].x, POINTS(55));
    assert_int_equal(line.rows[0].glyphs[3].x, POINTS(35));
    assert_int_equal(line.text_start, 0);
    assert_int_equal(line.text_end, 6);
    line = set(t, 4, 5, POINTS(55), false);
    assert_int_equal(line.text_start, 6);
    assert_int_equal(line.text_end, 8);
    assert_int_equal(line.place.at, 106);
    assert_int_equal(line.place.length, 1);
}

/* The same where the space stands behind a penalty. */
static void test_space_behind_a_penalty_hangs(void **state)
{
    struct text *t = *state;
    add_run(t, "ab cd", 0);
    add_box(t, 0, 0, 2);
    add(t, (struct item){.kind = ITEM_PENALTY, .penalty = 50, .text = 3});
    add_space(t, 0, 2);
    add_box(t, 0, 3, 2);
    add_end(t);
    struct line line = set(t, 0, 1, POINTS(20), true);
    assert_int_equal(line.width, POINTS(20));
    assert_int_equal(line.rows[0].count, 3);
    assert_int_equal(line.rows[0].glyphs[2].x, POINTS(20));
}

static char *row_text(struct text *t, const struct line *line)
{
    struct buffer out = new_buffer(t->arena);
    for (size_t i = 0; i < line->row_count; i++) {
        const struct glyph_row *row = &line->rows[i];
        buffer_format(&out, "[%d:", (int)(row->x / POINT));
        for (size_t g = 0; g < row->count; g++)
            buffer_format(&out, " %c%d", (char)row->glyphs[g].id,
                          (int)(row->glyphs[g].x / POINT));
        buffer_byte(&out, ']');
    }
    return buffer_string(&out);
}

static void add_bidi_text(struct text *t, const int levels[3])
{
    add_run(t, "ab ", levels[0]);
    add_run(t, "CD ", levels[1]);
    add_run(t, "ef", levels[2]);
    add_box(t, 0, 0, 2);
    add_space(t, 0, 2);
    add_box(t, 1, 0, 2);
    add_space(t, 1, 2);
    add_box(t, 2, 0, 2);
    add_end(t);
}

static void test_right_to_left_piece(void **state)
{
    struct text *t = *state;
    add_bidi_text(t, (int[]){0, 1, 0});
    struct line line = set(t, 0, 5, POINTS(80), true);
    assert_string_equal(row_text(t, &line),
                        "[0: a0 b10  20][30: C20 D10  0][60: e0 f10]");
}

static void test_right_to_left_paragraph(void **state)
{
    struct text *t = *state;
    t->passage.right_to_left = true;
    add_bidi_text(t, (int[]){1, 2, 1});
    struct line line = set(t, 0, 5, POINTS(80), true);
    assert_string_equal(row_text(t, &line),
                        "[50: a20 b10  0][20: C0 D10  20][0: e10 f0]");
    line = set(t, 0, 3, POINTS(50), true); /* the space hangs out at the left */
    assert_int_equal(line.width, POINTS(50));
    assert_string_equal(row_text(t, &line), "[20: a20 b10  0][0: C0 D10][0:  -10]");
}

/* f + i in one glyph, and one letter in two glyphs. */
static void test_text_of_clusters(void **state)
{
    struct text *t = *state;
    add_run(t, "fixyz", 0);
    struct run *run = &t->runs.at[0];
    const uint32_t clusters[] = {0, 2, 2, 3, 3};
    for (int i = 0; i < 5; i++)
        run->glyphs[i].cluster = clusters[i];
    add_box(t, 0, 0, 5);
    add_end(t);
    struct line line = set(t, 0, 1, POINTS(50), false);
    const struct placed_glyph *glyphs = line.rows[0].glyphs;
    const uint32_t starts[] = {0, 2, 3, 3, 4}, lengths[] = {2, 1, 0, 1, 1};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(glyphs[i].text_start, starts[i]);
        assert_int_equal(glyphs[i].text_length, lengths[i]);
    }
}

static void test_offset_of_a_mark(void **state)
{
    struct text *t = *state;
    add_run(t, "(a", 0);
    add_box(t, 0, 0, 1);
    t->items.at[0].width = POINTS(5);
    t->items.at[0].offset = -POINTS(5);
    add_box(t, 0, 1, 1);
    add_end(t);
    struct line line = set(t, 0, 2, POINTS(50), false);
    assert_string_equal(row_text(t, &line), "[0: (-5 a5]");
    assert_int_equal(line.width, POINTS(15));
}

static void test_calls_of_notes(void **state)
{
    struct text *t = *state;
    static const struct note_call one = {.note = 1}, two = {.note = 2};
    add_run(t, "a", 0);
    add_run(t, "1", 0);
    add_run(t, "b", 0);
    add_run(t, "2", 0);
    t->passage.at[1].call = &one;
    t->passage.at[3].call = &two;
    for (size_t i = 0; i < 4; i++) {
        add_box(t, i, 0, 1);
        if (i == 1)
            add(t, (struct item){.kind = ITEM_PENALTY, .text = 2});
    }
    add_end(t);
    struct line line = set(t, 0, 2, POINTS(20), true);
    assert_int_equal(line.call_count, 1);
    assert_ptr_equal(line.calls[0], &one);
    line = set(t, 3, 5, POINTS(20), false);
    assert_int_equal(line.call_count, 1);
    assert_ptr_equal(line.calls[0], &two);
}

static void test_empty_line(void **state)
{
    struct text *t = *state;
    add_end(t);
    struct line line = set(t, 0, 0, POINTS(20), true);
    assert_int_equal(line.row_count, 0);
    assert_int_equal(line.width, 0);
    assert_int_equal(line.excess, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_order_of_stretch),
        TEST(test_order_of_shrink),
        TEST(test_excess),
        TEST(test_remainders_are_spread),
        TEST(test_last_line_keeps_its_width),
        TEST(test_space_hangs_at_the_end),
        TEST(test_space_behind_a_penalty_hangs),
        TEST(test_right_to_left_piece),
        TEST(test_right_to_left_paragraph),
        TEST(test_text_of_clusters),
        TEST(test_offset_of_a_mark),
        TEST(test_calls_of_notes),
        TEST(test_empty_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
