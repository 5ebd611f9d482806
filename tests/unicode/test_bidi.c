/* Unicode's BidiCharacterTest.txt (package unicode-data): the levels that a passage gets,
 * and the order in which its pieces stand on the line. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "text/bidi.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char test_file[] = "/usr/share/unicode/BidiCharacterTest.txt";

enum { LONGEST_CASE = 160, LONGEST_LINE = 4096, REMOVED = 255 };

struct bidi_case {
    codepoint at[LONGEST_CASE];
    uint8_t levels[LONGEST_CASE]; /* REMOVED: by X9 */
    size_t count;
    bool right_to_left;
    size_t order[LONGEST_CASE]; /* from the left, without what is removed */
    size_t order_count;
};

static void read_characters(struct bidi_case *test, char *field)
{
    for (char *at = field; *at != '\0';) {
        assert_true(test->count < LONGEST_CASE);
        test->at[test->count++] = (codepoint)strtoul(at, &at, 16);
    }
}

static void read_levels(struct bidi_case *test, char *field)
{
    size_t count = 0;
    for (char *word = strtok(field, " "); word != NULL; word = strtok(NULL, " "))
        test->levels[count++] = *word == 'x' ? REMOVED : (uint8_t)atoi(word);
    assert_int_equal(count, test->count);
}

static void read_order(struct bidi_case *test, char *field)
{
    for (char *word = strtok(field, " \n"); word != NULL; word = strtok(NULL, " \n"))
        test->order[test->order_count++] = (size_t)atoi(word);
}

/* Characters; direction asked for; the level that the paragraph has; levels; order. */
static struct bidi_case read_case(char *line)
{
    struct bidi_case test = {.count = 0};
    char *fields[5];
    for (size_t i = 0; i < 5; i++) {
        fields[i] = line;
        line += strcspn(line, ";");
        *line++ = '\0';
    }
    read_characters(&test, fields[0]);
    test.right_to_left = atoi(fields[2]) == 1;
    read_levels(&test, fields[3]);
    read_order(&test, fields[4]);
    return test;
}

/* A level for each character. */
static void find_levels(struct arena *arena, const struct bidi_case *test,
                        uint8_t *levels)
{
    struct buffer text = new_buffer(arena);
    size_t at[LONGEST_CASE];
    for (size_t i = 0; i < test->count; i++) {
        char bytes[4];
        at[i] = text.count;
        buffer_bytes(&text, bytes, utf8_encode(test->at[i], bytes));
    }
    const struct passage passage = {.text = buffer_as_slice(&text),
                                    .right_to_left = test->right_to_left};
    const uint8_t *of_bytes = bidi_levels(arena, &passage).at;
    for (size_t i = 0; i < test->count; i++)
        levels[i] = of_bytes == NULL ? 0 : of_bytes[at[i]];
}

/* Where ICU 72 departs from the file: some overrides, which no author may write (rule
 * bidi-control), a combining mark behind a bracket, and more than 63 brackets in each
 * other. */
static bool is_known(const struct bidi_case *test, size_t i)
{
    enum { LRO = 0x202D, RLO = 0x202E };
    for (size_t k = 0; k < test->count; k++)
        if (test->at[k] == LRO || test->at[k] == RLO)
            return true;
    codepoint c = test->at[i];
    return (c >= 0x300 && c < 0x370) || (c >= 0x20D0 && c < 0x2100) || test->count > 126;
}

/* ICU gives such a paragraph no levels, for which its order is the same. */
static bool is_rightward(const struct bidi_case *test)
{
    for (size_t i = 0; i < test->count; i++)
        if (test->levels[i] != REMOVED && test->levels[i] % 2 == 1)
            return false;
    return true;
}

/* False when it is one of the known. */
static bool check_case(struct arena *arena, const struct bidi_case *test,
                       const char *line)
{
    uint8_t levels[LONGEST_CASE], kept[LONGEST_CASE];
    size_t number[LONGEST_CASE], order[LONGEST_CASE], count = 0;
    find_levels(arena, test, levels);
    for (size_t i = 0; i < test->count; i++) {
        if (test->levels[i] == REMOVED)
            continue;
        if (levels[i] != test->levels[i] && !is_rightward(test)) {
            if (!is_known(test, i))
                fail_msg("level %d of character %zu in: %s", levels[i], i, line);
            return false;
        }
        number[count] = i;
        kept[count++] = levels[i];
    }
    assert_int_equal(count, test->order_count);
    visual_order(kept, count, order);
    for (size_t i = 0; i < count; i++)
        if (number[order[i]] != test->order[i]) {
            if (!is_known(test, number[order[i]]))
                fail_msg("character %zu at place %zu in: %s", number[order[i]], i, line);
            return false;
        }
    return true;
}

static bool check_in_arena(const struct bidi_case *test, const char *line)
{
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0)
        fail_msg("%s", recovery.text);
    bool is_right = check_case(arena, test, line);
    free_arena(arena);
    return is_right;
}

static void test_levels_and_order(void **state)
{
    (void)state;
    FILE *file = fopen(test_file, "r");
    if (file == NULL)
        fail_msg("%s is not there; apt-get install unicode-data", test_file);
    size_t cases = 0, known = 0;
    for (char line[LONGEST_LINE]; fgets(line, sizeof line, file) != NULL;) {
        if (line[0] == '#' || line[0] == '\n')
            continue;
        char copy[LONGEST_LINE];
        strcpy(copy, line);
        struct bidi_case test = read_case(copy);
        known += !check_in_arena(&test, line);
        cases++;
    }
    fclose(file);
    assert_true(cases > 90000);
    assert_in_range(known, 1, 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_levels_and_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
