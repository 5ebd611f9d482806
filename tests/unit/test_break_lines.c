/* The search for line ends: against all breakings of small paragraphs, and where total
 * fit, first fit, overfull lines and long paragraphs part ways. */
#include "base/arena.h"
#include "base/vec.h"
#include "para/break_lines.h"
#include "para/line_fit.h"
#include "text/breaks.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct line_costs costs = {.line = 10,
                                        .loose_neighbour = 3000,
                                        .short_last = 40000,
                                        .hyphen = 50,
                                        .tolerance = 200};

struct text {
    struct arena *arena;
    struct recovery recovery;
    struct items items;
};

static int set_up(void **state)
{
    struct text *text = calloc(1, sizeof *text);
    text->arena = new_arena(&text->recovery, 0);
    *state = text;
    return text->arena == NULL;
}

static int tear_down(void **state)
{
    struct text *text = *state;
    free_arena(text->arena);
    free(text);
    return 0;
}

static void add(struct text *t, struct item item)
{
    item.text = t->items.count;
    vec_push(t->arena, &t->items, item);
}

static void add_box(struct text *t, length points, int letters)
{
    add(t, (struct item){.kind = ITEM_BOX, .width = points * POINT, .letters = letters});
}

static void add_glue(struct text *t, enum glue_kind kind, length width, length stretch,
                     length shrink)
{
    add(t, (struct item){.kind = ITEM_GLUE,
                         .glue = kind,
                         .width = width,
                         .stretch = stretch,
                         .shrink = shrink});
}

static void add_penalty(struct text *t, int price)
{
    add(t, (struct item){.kind = ITEM_PENALTY, .penalty = price});
}

/* Words of these widths, 3 pt apart. */
static void add_words(struct text *t, const int *widths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_glue(t, GLUE_WORD, POINTS(3), POINTS(9), POINTS(1));
        add_box(t, widths[i], widths[i] / 4);
    }
    add_penalty(t, BREAK_MUST);
}

/* Ideographs of 10 pt; at a 1 in `marks` a comma of half the width with its white. */
static void add_ideographs(struct text *t, const char *text)
{
    for (const char *c = text; *c != '\0'; c++) {
        bool is_comma = *c == ',';
        add_box(t, is_comma ? 5 : 10, is_comma ? 0 : 2);
        if (c[1] == '\0')
            break;
        if (c[1] == ',')
            add_penalty(t, BREAK_FORBIDDEN);
        if (is_comma)
            add_glue(t, GLUE_COMMA, POINTS(5), 0, POINTS(5));
        add_glue(t, GLUE_IDEOGRAPH, 0, POINT / 2, 0);
    }
    add_penalty(t, BREAK_MUST);
}

/* The cost of a breaking by the same rules, written down a second time. */
static int64_t cost_of(const struct items *items, const size_t *ends, size_t count,
                       struct line_widths widths, const struct sums *sums)
{
    int64_t total = 0;
    int before = 1;
    size_t first = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_last = i + 1 == count;
        struct fit fit =
            fit_line(&sums[first], &sums[ends[i]], i == 0 ? widths.first : widths.rest,
                     is_last ? FILL_LAST : FILL_JUSTIFIED);
        if (fit.excess > 0)
            return INT64_MAX;
        const struct item *end = &items->at[ends[i]];
        int64_t price = end->kind == ITEM_PENALTY && !is_last ? end->penalty : 0;
        int apart = abs(fit.tightness - before);
        int64_t plain = costs.line + fit.badness;
        total += plain * plain + price * price +
                 (apart > 1 ? costs.loose_neighbour * (apart - 1) : 0);
        if (is_last && i > 0 && sums[ends[i]].letters - sums[first].letters < 4)
            total += costs.short_last;
        before = fit.tightness;
        first = line_first_item(items, ends[i]);
    }
    return total;
}

struct exhaustive {
    const struct text *text;
    const struct sums *sums;
    struct line_widths widths;
    size_t ends[64];
    int64_t best;
};

static void try_all(struct exhaustive *e, size_t from, size_t count)
{
    const struct items *items = &e->text->items;
    for (size_t i = from; i < items->count; i++) {
        if (!is_line_end(items, i))
            continue;
        e->ends[count] = i;
        if (!is_forced_end(items, i)) {
            try_all(e, i + 1, count + 1);
            continue;
        }
        int64_t cost = cost_of(items, e->ends, count + 1, e->widths, e->sums);
        if (cost < e->best)
            e->best = cost;
    }
}

static void assert_best(struct text *t, struct line_widths widths)
{
    struct exhaustive all = {t, sum_items(t->arena, &t->items), widths, {0}, INT64_MAX};
    try_all(&all, 0, 0);
    struct line_costs patient = costs;
    patient.tolerance = BADNESS_WORST;
    struct line_ends found = break_total_fit(t->arena, &t->items, widths, &patient, true);
    assert_true(all.best < INT64_MAX);
    assert_int_equal(found.overfull, 0);
    assert_int_equal(cost_of(&t->items, found.item, found.count, widths, all.sums),
                     all.best);
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7FFF;
}

static void test_words_best_of_all(void **state)
{
    struct text *t = *state;
    unsigned seed = 1;
    for (int trial = 0; trial < 60; trial++) {
        int widths[12];
        for (int i = 0; i < 12; i++)
            widths[i] = 4 + (int)(next_random(&seed) % 26);
        t->items.count = 0;
        add_words(t, widths, 12);
        assert_best(t, (struct line_widths){POINTS(60 + trial % 7), POINTS(70)});
    }
}

static void test_ideographs_best_of_all(void **state)
{
    struct text *t = *state;
    unsigned seed = 7;
    for (int trial = 0; trial < 60; trial++) {
        char text[16] = "";
        for (int i = 0; i < 14; i++)
            text[i] =
                i > 0 && text[i - 1] != ',' && next_random(&seed) % 4 == 0 ? ',' : 'x';
        t->items.count = 0;
        add_ideographs(t, text);
        assert_best(t, (struct line_widths){POINTS(42), POINTS(52)});
    }
}

static void assert_ends(struct line_ends ends, size_t count, const size_t *expected)
{
    assert_int_equal(ends.count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(ends.item[i], expected[i]);
}

/* First fit fills the first line and leaves a lone word on the second one; total fit
 * sends it company. */
static void test_total_fit_looks_ahead(void **state)
{
    struct text *t = *state;
    struct line_widths widths = {POINTS(60), POINTS(60)};
    add_words(t, (int[]){18, 18, 12, 40, 50}, 5);
    assert_ends(break_first_fit(t->arena, &t->items, widths, true), 3, (size_t[]){5, 7, 9});
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, true), 3,
                (size_t[]){3, 7, 9});
}

static void test_first_fit_shrinks_for_one_word(void **state)
{
    struct text *t = *state;
    add_words(t, (int[]){20, 20, 20, 20}, 4); /* 66 pt, and two spaces give 0.6 pt each */
    struct line_widths widths = {POINTS(65), POINTS(65)};
    assert_ends(break_first_fit(t->arena, &t->items, widths, true), 2, (size_t[]){5, 7});
    widths.first = POINTS(64);
    assert_ends(break_first_fit(t->arena, &t->items, widths, true), 2, (size_t[]){3, 7});
}

static void test_first_fit_last_resort(void **state)
{
    struct text *t = *state;
    add_box(t, 20, 4);
    add_glue(t, GLUE_WORD, POINTS(3), POINTS(3), POINTS(1));
    add_box(t, 20, 4);
    add_penalty(t, BREAK_LAST_RESORT);
    add_box(t, 40, 4);
    add_penalty(t, BREAK_MUST);
    struct line_ends ends = break_first_fit(t->arena, &t->items,
                                            (struct line_widths){POINTS(50), POINTS(50)}, true);
    assert_ends(ends, 3, (size_t[]){1, 3, 5});
}

/* Words that may each be parted in the middle by a hyphen of 3 pt. */
static void add_long_words(struct text *t, size_t count, int width, int stretch)
{
    for (size_t i = 0; i < count; i++) {
        add_box(t, width / 2, 4);
        add(t, (struct item){.kind = ITEM_PENALTY, .flagged = true, .width = POINTS(3)});
        add_box(t, width / 2, 4);
        if (i + 1 < count)
            add_glue(t, GLUE_WORD, POINTS(3), POINTS(stretch), POINTS(1));
    }
    add_penalty(t, BREAK_MUST);
}

static void test_no_hyphens_where_lines_are_good_without(void **state)
{
    struct text *t = *state;
    struct line_widths widths = {POINTS(51), POINTS(51)};
    add_long_words(t, 4, 30, 1); /* 15 3 15 3 15: with hyphens lines are full */
    struct line_ends ends = break_total_fit(t->arena, &t->items, widths, &costs, true);
    assert_true(t->items.at[ends.item[0]].flagged);
    t->items.count = 0;
    widths.first = widths.rest = POINTS(64);
    add_long_words(t, 6, 30, 1); /* two words and a space of 4 pt */
    ends = break_total_fit(t->arena, &t->items, widths, &costs, true);
    assert_ends(ends, 3, (size_t[]){7, 15, 23});
}

static size_t longest_row_of_hyphens(const struct text *t, struct line_ends ends)
{
    size_t row = 0, longest = 0;
    for (size_t i = 0; i < ends.count; i++) {
        row = t->items.at[ends.item[i]].flagged ? row + 1 : 0;
        longest = row > longest ? row : longest;
    }
    return longest;
}

/* Lines that are best parted one and all; a third hyphen costs more than a loose line. */
static void test_two_hyphens_in_a_row_at_most(void **state)
{
    struct text *t = *state;
    const struct line_widths widths = {POINTS(13), POINTS(49)};
    add_long_words(t, 19, 20, 10);
    struct line_ends first = break_first_fit(t->arena, &t->items, widths, true);
    struct line_ends total = break_total_fit(t->arena, &t->items, widths, &costs, true);
    assert_int_equal(longest_row_of_hyphens(t, first), 2);
    assert_in_range(longest_row_of_hyphens(t, total), 1, 2);
}

/* The search would rather leave a line loose than make it end where it should not. */
static void test_price_of_a_line_end(void **state)
{
    struct text *t = *state;
    struct line_widths widths = {POINTS(63), POINTS(63)};
    for (int price = 0; price <= 1000; price += 1000) {
        t->items.count = 0;
        add_box(t, 27, 5);
        add_glue(t, GLUE_WORD, POINTS(3), POINTS(6), POINTS(1));
        add_box(t, 27, 5);
        add_glue(t, GLUE_WORD, POINTS(3), POINTS(3), POINTS(1));
        add_box(t, 3, 1);
        add_penalty(t, price);
        add_box(t, 40, 8);
        add_penalty(t, BREAK_MUST);
        struct line_ends ends =
            break_total_fit(t->arena, &t->items, widths, &costs, true);
        assert_ends(ends, 2, (size_t[]){price == 0 ? 5 : 3, 7});
    }
}

static void test_no_end_where_forbidden(void **state)
{
    struct text *t = *state;
    add_box(t, 40, 4);
    add_penalty(t, BREAK_FORBIDDEN);
    add_glue(t, GLUE_WORD, POINTS(3), POINTS(3), POINTS(1));
    add_box(t, 40, 4);
    add_glue(t, GLUE_WORD, POINTS(3), POINTS(3), POINTS(1));
    add_box(t, 40, 4);
    add_penalty(t, BREAK_MUST);
    struct line_ends ends = break_total_fit(
        t->arena, &t->items, (struct line_widths){POINTS(60), POINTS(60)}, &costs, true);
    assert_ends(ends, 2, (size_t[]){4, 6});
    assert_int_equal(ends.overfull, POINTS(22));
}

static void test_overfull_is_least(void **state)
{
    struct text *t = *state;
    add_words(t, (int[]){10, 90, 10, 10}, 4);
    struct line_ends ends = break_total_fit(
        t->arena, &t->items, (struct line_widths){POINTS(50), POINTS(50)}, &costs, true);
    assert_ends(ends, 3, (size_t[]){1, 3, 7});
    assert_int_equal(ends.overfull, POINTS(40));
}

static void test_forced_ends(void **state)
{
    struct text *t = *state;
    add_box(t, 10, 2);
    add_penalty(t, BREAK_MUST);
    add_penalty(t, BREAK_MUST);
    add_box(t, 10, 2);
    add_penalty(t, BREAK_MUST);
    struct line_widths widths = {POINTS(50), POINTS(50)};
    const size_t expected[] = {1, 2, 4};
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, true), 3, expected);
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, false), 3, expected);
    assert_ends(break_first_fit(t->arena, &t->items, widths, true), 3, expected);
}

static void test_empty_paragraph(void **state)
{
    struct text *t = *state;
    add_penalty(t, BREAK_MUST);
    struct line_widths widths = {POINTS(50), POINTS(50)};
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, true), 1,
                (size_t[]){0});
    assert_ends(break_first_fit(t->arena, &t->items, widths, true), 1, (size_t[]){0});
}

/* One ideograph too many for a line: it gets company. */
static void test_no_single_last_ideograph(void **state)
{
    struct text *t = *state;
    struct line_widths widths = {POINTS(300), POINTS(300)};
    add_ideographs(t, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx,");
    size_t last = t->items.count - 1;
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, true), 2,
                (size_t[]){57, last});
    struct line_costs heedless = costs;
    heedless.short_last = 0;
    assert_ends(break_total_fit(t->arena, &t->items, widths, &heedless, true), 2,
                (size_t[]){59, last});
}

/* A kind gives only when the one before it has nothing left. */
static void test_capacities_in_order(void **state)
{
    (void)state;
    struct sums none = {0}, line = {.width = POINTS(100)};
    line.stretch[GLUE_WORD] = POINTS(2);
    line.stretch[GLUE_IDEOGRAPH] = POINTS(10);
    line.shrink[GLUE_COMMA] = POINTS(5);
    line.shrink[GLUE_STOP] = POINTS(5);
    int badness[14];
    for (int i = 0; i < 14; i++)
        badness[i] = fit_line(&none, &line, POINTS(100 + i), FILL_JUSTIFIED).badness;
    assert_int_equal(badness[0], 0);
    for (int i = 1; i < 14; i++)
        assert_true(badness[i] >= badness[i - 1]);
    assert_true(badness[2] > 0 && badness[2] < badness[12]);
    assert_true(badness[13] > badness[12]);
    struct fit tight = fit_line(&none, &line, POINTS(90), FILL_JUSTIFIED);
    assert_int_equal(tight.excess, 0);
    assert_int_equal(tight.tightness, 0);
    assert_int_equal(fit_line(&none, &line, POINTS(89), FILL_JUSTIFIED).excess, POINT);
    assert_true(fit_line(&none, &line, POINTS(95), FILL_JUSTIFIED).badness <
                tight.badness);
}

static void test_ragged_lines_are_even(void **state)
{
    struct text *t = *state;
    struct line_widths widths = {POINTS(60), POINTS(60)};
    add_words(t, (int[]){20, 30, 5, 50, 30}, 5);
    assert_ends(break_total_fit(t->arena, &t->items, widths, &costs, false), 3,
                (size_t[]){3, 7, 9});
}

static void test_long_paragraph_is_linear(void **state)
{
    struct text *t = *state;
    char *text = arena_alloc(t->arena, 20001);
    size_t weighed[2];
    for (int i = 0; i < 2; i++) {
        size_t count = i == 0 ? 5000 : 20000;
        for (size_t c = 0; c < count; c++)
            text[c] = c % 11 == 10 ? ',' : 'x';
        text[count] = '\0';
        t->items.count = 0;
        add_ideographs(t, text);
        weighed[i] =
            break_total_fit(t->arena, &t->items,
                            (struct line_widths){POINTS(330), POINTS(350)}, &costs, true)
                .weighed;
    }
    assert_true(weighed[1] < weighed[0] * 5);
    assert_true(weighed[1] < t->items.count * 60);
}

/* Nothing fits anywhere, and it still comes to an end with the least harm. */
static void test_long_hopeless_paragraph(void **state)
{
    struct text *t = *state;
    for (int i = 0; i < 5000; i++) {
        add_box(t, 70, 7);
        add_glue(t, GLUE_WORD, POINTS(3), POINTS(3), POINTS(1));
    }
    add_box(t, 70, 7);
    add_penalty(t, BREAK_MUST);
    struct line_ends ends = break_total_fit(
        t->arena, &t->items, (struct line_widths){POINTS(60), POINTS(60)}, &costs, true);
    assert_int_equal(ends.count, 5001);
    assert_int_equal(ends.overfull, POINTS(10));
    assert_true(ends.weighed < 20000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_words_best_of_all),
        TEST(test_ideographs_best_of_all),
        TEST(test_total_fit_looks_ahead),
        TEST(test_first_fit_shrinks_for_one_word),
        TEST(test_first_fit_last_resort),
        TEST(test_no_hyphens_where_lines_are_good_without),
        TEST(test_two_hyphens_in_a_row_at_most),
        TEST(test_price_of_a_line_end),
        TEST(test_no_end_where_forbidden),
        TEST(test_overfull_is_least),
        TEST(test_forced_ends),
        TEST(test_empty_paragraph),
        TEST(test_no_single_last_ideograph),
        TEST(test_capacities_in_order),
        TEST(test_ragged_lines_are_even),
        TEST(test_long_paragraph_is_linear),
        TEST(test_long_hopeless_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
