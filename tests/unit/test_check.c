/* Rules that no single file can break: editions whose items differ; and numbers in texts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "check/check.h"
#include "check/numbers.h"
#include "check/tokens.h"
#include "model/wording.h"

struct fixture {
    struct recovery recovery;
    struct arena *arena;
};

static int open_fixture(void **state)
{
    static struct fixture fixture;
    fixture.arena = new_arena(&fixture.recovery, 0);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    free_arena(((struct fixture *)*state)->arena);
    return 0;
}

static struct slice same_text(struct arena *arena, struct slice text)
{
    (void)arena;
    return text;
}

static struct language plain_language(const char *tag)
{
    struct language language = {.tag = tag, .short_tag = tag, .script = "Latn"};
    for (int i = 0; i < 12; i++)
        language.months[i] = "";
    for (int i = 0; i < 7; i++)
        language.weekdays[i] = "";
    language.times.periods[0] = language.times.periods[1] = "";
    return language;
}

/* `count` items with a title and a number each. */
static struct agenda agenda_of(struct arena *arena, const struct source *source,
                               size_t count)
{
    struct agenda agenda = {.source = source, .fields = new_map(arena)};
    agenda.items.at = arena_array(arena, count, sizeof *agenda.items.at);
    agenda.items.count = count;
    for (size_t i = 0; i < count; i++) {
        struct place place = {source, i, 1};
        agenda.items.at[i].title = plain_spans(arena, SLICE("Item"), place);
        agenda.items.at[i].number = (int)i + 1;
        agenda.items.at[i].listed = true;
        agenda.items.at[i].place = place;
        agenda.items.at[i].label = agenda.items.at[i].reference =
            arena_format(arena, "%zu", i + 1);
    }
    return agenda;
}

static void tells_different_items(void **state)
{
    struct arena *arena = ((struct fixture *)*state)->arena;
    const struct source source = {"two.yaml", SLICE("123")};
    struct language english = plain_language("en"), french = plain_language("fr");
    struct agenda three = agenda_of(arena, &source, 3),
                  two = agenda_of(arena, &source, 2);
    struct diagnostics diagnostics = {.arena = arena};
    const struct edition_to_check editions[] = {{&three, &english}, {&two, &french}};
    struct check_job job = {.arena = arena,
                            .diagnostics = &diagnostics,
                            .composed_form = same_text,
                            .compatible_form = same_text,
                            .editions = editions,
                            .edition_count = 2,
                            .own_count = 2,
                            .is_whole = true};
    check_agendas(&job);
    assert_int_equal(diagnostics.count, 1);
    assert_string_equal(diagnostics.at[0].name, "edition-items");
    assert_string_equal(diagnostics.at[0].text, "3 items here in “en”, and 2 in “fr”");
}

static void lets_equal_items_pass(void **state)
{
    struct arena *arena = ((struct fixture *)*state)->arena;
    const struct source source = {"two.yaml", SLICE("123")};
    struct language english = plain_language("en"), french = plain_language("fr");
    struct agenda one = agenda_of(arena, &source, 3),
                  other = agenda_of(arena, &source, 3);
    struct diagnostics diagnostics = {.arena = arena};
    const struct edition_to_check editions[] = {{&one, &english}, {&other, &french}};
    struct check_job job = {.arena = arena,
                            .diagnostics = &diagnostics,
                            .composed_form = same_text,
                            .compatible_form = same_text,
                            .editions = editions,
                            .edition_count = 2,
                            .own_count = 2,
                            .is_whole = true};
    check_agendas(&job);
    assert_int_equal(diagnostics.count, 0);
}

static void reads_han_numbers(void **state)
{
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {
        {"二〇二〇年", 2020},
        {"十九条", 19},
        {"二十一届", 21},
        {"一百零五", 105},
        {"三千二百", 3200},
        {"两个", 2},
        {"三百二十万", 3200000},
        {"一亿", 100000000},
        {"十", 10},
        {"第十九", 0},
        {"", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(read_han_number(slice_from_text(cases[i].text), 0).value,
                         cases[i].value);
}

/* The longest row of the largest numerals stays in bounds. */
static void han_numbers_do_not_overflow(void **state)
{
    (void)state;
    struct number number =
        read_han_number(SLICE("九九九九九九九九九亿亿亿亿亿亿亿亿亿亿亿"), 0);
    assert_true(number.value > 0);
    assert_true(number.end > 0);
}

static void reads_grouped_and_scaled_numerals(void **state)
{
    struct arena *arena = ((struct fixture *)*state)->arena;
    struct language english = plain_language("en");
    struct number_word million = {"million", 1000000};
    english.reading.numbers = (struct number_words){&million, 1};
    const struct lexicon *lexicon = new_lexicon(arena, &english);
    struct tokens tokens =
        read_tokens(arena, lexicon, SLICE("8,500 and 1.5 million, 2,20 A/80/1"));
    assert_int_equal(tokens.at[0].scaled, 8500 * THOUSANDTHS);
    assert_int_equal(tokens.at[1].scaled, (int64_t)1500000 * THOUSANDTHS);
    assert_int_equal(tokens.at[2].scaled, 2 * THOUSANDTHS);
    assert_int_equal(tokens.at[3].scaled, 20 * THOUSANDTHS);
    assert_int_equal(tokens.at[4].kind, TOKEN_SYMBOL);
    assert_int_equal(tokens.count, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_different_items, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(lets_equal_items_pass, open_fixture,
                                        close_fixture),
        cmocka_unit_test(reads_han_numbers),
        cmocka_unit_test(han_numbers_do_not_overflow),
        cmocka_unit_test_setup_teardown(reads_grouped_and_scaled_numerals, open_fixture,
                                        close_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
