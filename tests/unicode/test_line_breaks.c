/* Unicode's LineBreakTest.txt (package unicode-data) through the ICU part of line
 * breaking.  ICU tailors a few rules by design; each deviation must be one of those. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "text/breaker.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char test_file[] = "/usr/share/unicode/auxiliary/LineBreakTest.txt";

enum { LONGEST_CASE = 256, LONGEST_LINE = 8192 };

/* expected[i]: whether a break is allowed before character i. */
struct line_case {
    codepoint at[LONGEST_CASE];
    bool expected[LONGEST_CASE + 1], found[LONGEST_CASE + 1];
    size_t count;
};

static struct line_case read_case(const char *line)
{
    struct line_case test = {.count = 0};
    const char *end = strchr(line, '#');
    for (const char *at = line; at < end;) {
        if (strncmp(at, "÷", strlen("÷")) == 0) {
            test.expected[test.count] = true;
            at += strlen("÷");
        } else if (strncmp(at, "×", strlen("×")) == 0) {
            at += strlen("×");
        } else if (*at == ' ' || *at == '\t') {
            at++;
        } else {
            char *after;
            assert_true(test.count < LONGEST_CASE);
            test.at[test.count++] = (codepoint)strtoul(at, &after, 16);
            assert_true(after > at);
            at = after;
        }
    }
    return test;
}

static void break_case(struct arena *arena, struct breaker *breaker, const char *language,
                       struct line_case *test)
{
    struct buffer text = new_buffer(arena);
    for (size_t i = 0; i < test->count; i++) {
        char bytes[4];
        buffer_bytes(&text, bytes, utf8_encode(test->at[i], bytes));
    }
    struct utf16 units = utf16_from_utf8(arena, buffer_as_slice(&text));
    const unsigned char *kinds = line_breaks(arena, breaker, language, units);
    for (size_t i = 0, unit = 0; i <= test->count; i++) {
        test->found[i] = kinds[unit] != LINE_BREAK_NONE;
        unit += test->at[i < test->count ? i : 0] >= 0x10000 ? 2 : 1;
    }
}

static codepoint at(const struct line_case *test, size_t i)
{
    return i < test->count ? test->at[i] : 0;
}

static bool is_infix(codepoint c)
{
    return c == ',' || c == '.' || c == ':' || c == ';';
}

static bool is_figure(codepoint c)
{
    return c >= '0' && c <= '9';
}

/* The character before i that is no combining mark (the file has only U+0308). */
static size_t base_before(const struct line_case *test, size_t i)
{
    do
        i--;
    while (i > 0 && at(test, i) == 0x308);
    return i;
}

/* ICU LB20.09: "-x" stays whole where a line may begin with the hyphen. */
static bool is_leading_hyphen(const struct line_case *test, size_t i)
{
    size_t hyphen = base_before(test, i);
    return test->expected[i] && at(test, hyphen) == '-' &&
           (hyphen == 0 || test->found[hyphen]);
}

/* LB25 as the regular expression of UAX #14 8.2, example 7, which the rules behind the
 * test file simplify: an infix separator stays with the figure behind it. */
static bool is_infix_and_figure(const struct line_case *test, size_t i)
{
    return test->expected[i] && is_infix(at(test, base_before(test, i))) &&
           is_figure(at(test, i));
}

/* ICU LB14a: ".35" may begin a line; LB13 would bind the point to what is before it. */
static bool is_leading_point(const struct line_case *test, size_t i)
{
    return test->found[i] && at(test, i - 1) == ' ' && is_infix(at(test, i)) &&
           is_figure(at(test, i + 1));
}

struct deviation {
    const char *name;
    bool (*explains)(const struct line_case *, size_t i);
    size_t count;
};

static void check_case(const char *line, const struct line_case *test,
                       struct deviation *deviations, size_t count)
{
    for (size_t i = 1; i <= test->count; i++) {
        if (test->found[i] == test->expected[i])
            continue;
        size_t d = 0;
        while (d < count && !deviations[d].explains(test, i))
            d++;
        if (d == count)
            fail_msg("unexplained, before character %zu of: %s", i, line);
        deviations[d].count++;
    }
}

static void check_language(const char *language)
{
    struct deviation deviations[] = {
        {"hyphen that begins a word", is_leading_hyphen, 0},
        {"separator before a figure", is_infix_and_figure, 0},
        {"point that begins a number", is_leading_point, 0},
    };
    size_t kinds = sizeof deviations / sizeof *deviations, cases = 0;
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    struct breaker *breaker = new_breaker(arena);
    FILE *file = fopen(test_file, "r");
    if (file == NULL)
        fail_msg("%s is not there; apt-get install unicode-data", test_file);
    for (char line[LONGEST_LINE]; fgets(line, sizeof line, file) != NULL;) {
        if (line[0] == '#')
            continue;
        struct line_case test = read_case(line);
        break_case(arena, breaker, language, &test);
        check_case(line, &test, deviations, kinds);
        cases++;
    }
    fclose(file);
    free_arena(arena);
    print_message("%s: %zu cases\n", language, cases);
    assert_true(cases > 7000);
    for (size_t d = 0; d < kinds; d++) {
        print_message("    %zu places deviate: %s\n", deviations[d].count,
                      deviations[d].name);
        assert_true(deviations[d].count > 0); /* else its row is to go */
    }
}

static void breaks_english_as_unicode_does(void **state)
{
    (void)state;
    check_language("en");
}

/* The file has neither U+201C nor U+201D, about which the Chinese rules differ. */
static void breaks_chinese_as_unicode_does(void **state)
{
    (void)state;
    check_language("zh-Hans");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_english_as_unicode_does),
        cmocka_unit_test(breaks_chinese_as_unicode_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
