/* Tests of taking, ordering and printing messages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/diagnostic.h"
#include "base/limits.h"
#include "base/utf8.h"

struct fixture {
    struct recovery recovery;
    struct diagnostics messages;
    struct source source;
};

static struct fixture fixture;

static int open_fixture(void **state)
{
    memset(&fixture, 0, sizeof fixture);
    fixture.messages.arena = new_arena(&fixture.recovery, 0);
    *state = &fixture;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;
    free_arena(f->messages.arena);
    return 0;
}

/* The place of `part` in the text of the file. */
static struct place place_of(struct fixture *f, const char *text, const char *part)
{
    f->source = (struct source){"a.yaml", slice_from_text(text)};
    const char *at = strstr(text, part);
    return (struct place){&f->source, (size_t)(at - text), strlen(part)};
}

static const char *printed(struct fixture *f)
{
    struct buffer out = new_buffer(f->messages.arena);
    print_diagnostics(&out, &f->messages);
    return buffer_string(&out);
}

static void prints_the_whole_form(void **state)
{
    struct fixture *f = *state;
    const char *text = "titel: x\ntitle: y\n";
    struct place first = place_of(f, text, "title");
    report(&f->messages, "unknown-key", place_of(f, text, "titel"), "unknown key “%s”",
           "titel");
    report_mend(&f->messages, "did you mean “%s”?", "title");
    report_related(&f->messages, first, "it stands here");
    assert_string_equal(printed(f),
                        "a.yaml:1:1: error: unknown key “titel” [unknown-key]\n"
                        "    titel: x\n"
                        "    ^~~~~\n"
                        "    mend: did you mean “title”?\n"
                        "a.yaml:2:1: note: it stands here\n"
                        "    title: y\n"
                        "    ^~~~~\n");
}

static void counts_cells_and_characters(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "\t临时议程: 2020年\r\nb", "2020年");
    report_warning(&f->messages, "w", place, "t");
    assert_string_equal(printed(f), "a.yaml:1:8: warning: t [w]\n"
                                    "     临时议程: 2020年\n"
                                    "               ^~~~~~\n");
}

static void a_byte_order_mark_shifts_nothing(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "\xEF\xBB\xBFkey: 1\n", "key");
    assert_int_equal(place_position(place).column, 1);
    place.at = 0;
    assert_int_equal(place_position(place).column, 1);
    report(&f->messages, "e", place, "t");
    assert_string_equal(printed(f), "a.yaml:1:1: error: t [e]\n"
                                    "    key: 1\n"
                                    "    ^~~\n");
}

static void knows_every_line_end(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "a\r\nb\rc\n\nd", "d");
    struct position position = place_position(place);
    assert_int_equal(position.line, 5);
    assert_int_equal(position.column, 1);
    place.at = 2; /* the LF of CR LF is no line of its own */
    position = place_position(place);
    assert_int_equal(position.line, 1);
    assert_int_equal(position.column, 2);
    place.at = 1000;
    position = place_position(place);
    assert_int_equal(position.line, 5);
    assert_int_equal(position.column, 2);
}

static void a_range_ends_with_its_line(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "abc\ndef\n", "c\nd");
    report(&f->messages, "e", place, "t");
    place.at = 3;
    report(&f->messages, "e", place, "t");
    place.at = 8;
    report(&f->messages, "e", place, "t");
    assert_string_equal(printed(f), "a.yaml:1:3: error: t [e]\n"
                                    "    abc\n"
                                    "      ^\n"
                                    "a.yaml:1:4: error: t [e]\n"
                                    "    abc\n"
                                    "       ^\n"
                                    "a.yaml:3:1: error: t [e]\n");
}

static void shows_what_a_terminal_would_obey(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "a\x1B[1m\xE2\x80\xAE\x7F\xFFz \xC2\x9B", "z");
    f->source.name = "x\n\x1B.yaml";
    report(&f->messages, "e", place, "“\xE2\x80\xA8\xE2\x81\xA6\xE7\xA8\t”");
    report_mend(&f->messages, "\r");
    assert_string_equal(printed(f),
                        "x␊␛.yaml:1:9: error: “<U+2028><U+2066><E7><A8>␉” [e]\n"
                        "    a␛[1m<U+202E>␡<FF>z <U+009B>\n"
                        "                      ^\n"
                        "    mend: ␍\n");
}

static void no_dangerous_byte_is_printed(void **state)
{
    struct fixture *f = *state;
    char text[256];
    for (int i = 0; i < 256; i++)
        text[i] = (char)i;
    f->source = (struct source){"f", {text, sizeof text}};
    for (size_t at = 0; at < sizeof text; at += 2)
        report(&f->messages, "e", (struct place){&f->source, at, 3}, "t");
    const char *out = printed(f);
    assert_int_equal(utf8_malformed(slice_from_text(out)), strlen(out));
    for (; *out != '\0'; out++)
        assert_true(*out == '\n' || (unsigned char)*out >= 0x20);
}

static void cuts_a_long_line_around_the_place(void **state)
{
    struct fixture *f = *state;
    char text[1001] = {0};
    for (int i = 0; i < 1000; i++)
        text[i] = (char)('0' + i % 10);
    text[500] = 'X';
    report(&f->messages, "e", place_of(f, text, "X"), "t");
    assert_string_equal(printed(f), "a.yaml:1:501: error: t [e]\n"
                                    "    …0123456789012345678901234567890123456789"
                                    "X12345678901234567890123456789"
                                    "012345678901234567890123456789…\n"
                                    "                                             ^\n");
}

static void a_cut_line_keeps_its_ends(void **state)
{
    struct fixture *f = *state;
    char text[301] = {0};
    for (int i = 0; i < 300; i += 3)
        memcpy(text + i, "议", 3);
    text[0] = text[1] = text[2] = 'a';
    text[297] = text[298] = text[299] = 'z';
    report(&f->messages, "e", place_of(f, text, "aaa"), "t");
    report(&f->messages, "e", place_of(f, text, "zzz"), "t");
    const char *out = printed(f);
    assert_non_null(strstr(out, "    aaa议"));
    assert_non_null(strstr(out, "议…\n    ^~~\n"));
    assert_non_null(strstr(out, "\n    …议"));
    assert_non_null(strstr(out, "议zzz\n"
                                "                                             ^~~\n"));
}

static void without_a_file(void **state)
{
    struct fixture *f = *state;
    report(&f->messages, "e", (struct place){0}, "no font");
    assert_string_equal(printed(f), "agendaset: error: no font [e]\n");
}

static void takes_a_message_once(void **state)
{
    struct fixture *f = *state;
    struct place place = place_of(f, "abc", "b");
    report(&f->messages, "e", place, "t");
    report(&f->messages, "other", place, "u");
    report(&f->messages, "e", place, "t");
    report_mend(&f->messages, "m");
    assert_int_equal(f->messages.count, 2);
    assert_int_equal(f->messages.errors, 2);
    assert_string_equal(f->messages.at[0].mend, "m");
    assert_null(f->messages.at[1].mend);
}

static void stops_at_the_limit(void **state)
{
    struct fixture *f = *state;
    struct diagnostics *messages = &f->messages;
    struct source source = {"f", SLICE("")};
    for (size_t i = 0; i < LIMIT_DIAGNOSTICS + 5; i++)
        report_warning(messages, "w", (struct place){&source, i, 0}, "t");
    report_mend(messages, "of one that is not here");
    assert_int_equal(messages->count, LIMIT_DIAGNOSTICS);
    assert_int_equal(messages->warnings, LIMIT_DIAGNOSTICS + 5);
    assert_null(messages->at[LIMIT_DIAGNOSTICS - 1].mend);
    assert_true(messages->full);
    assert_non_null(strstr(printed(f), "only 200 messages are shown\n"));

    report(messages, "e", (struct place){0}, "an error takes the place of a warning");
    assert_int_equal(messages->count, LIMIT_DIAGNOSTICS);
    assert_int_equal(messages->errors, 1);
    assert_string_equal(messages->at[LIMIT_DIAGNOSTICS - 1].name, "e");
}

static void sorts_by_file_and_place(void **state)
{
    struct fixture *f = *state;
    struct source a = {"a", SLICE("xxxx")}, b = {"b", SLICE("xxxx")};
    report(&f->messages, "1", (struct place){&b, 1, 0}, "t");
    report(&f->messages, "2", (struct place){&a, 3, 0}, "t");
    report(&f->messages, "3", (struct place){&a, 1, 0}, "t");
    report(&f->messages, "4", (struct place){0}, "t");
    report(&f->messages, "5", (struct place){&a, 1, 2}, "t");
    sort_diagnostics(&f->messages);
    char order[6] = "";
    for (size_t i = 0; i < 5; i++)
        strcat(order, f->messages.at[i].name);
    assert_string_equal(order, "43521");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(prints_the_whole_form),
        TEST(counts_cells_and_characters),
        TEST(a_byte_order_mark_shifts_nothing),
        TEST(knows_every_line_end),
        TEST(a_range_ends_with_its_line),
        TEST(shows_what_a_terminal_would_obey),
        TEST(no_dangerous_byte_is_printed),
        TEST(cuts_a_long_line_around_the_place),
        TEST(a_cut_line_keeps_its_ends),
        TEST(without_a_file),
        TEST(takes_a_message_once),
        TEST(stops_at_the_limit),
        TEST(sorts_by_file_and_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
