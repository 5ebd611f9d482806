/* Tests of texts: what becomes of CommonMark, and that spans know their places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "read/read_text.h"

/* Texts of a file. */
struct reading {
    struct arena *arena;
    struct source *source;
    struct diagnostics d;
    struct text_reader texts;
    struct node *root;
};

static struct recovery recovery;

static struct reading *read_source(const char *text)
{
    struct arena *arena = new_arena(&recovery, 0);
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    reading->arena = arena;
    reading->source = arena_alloc(arena, sizeof *reading->source);
    *reading->source = (struct source){"test.yaml", slice_from_text(text)};
    reading->d.arena = arena;
    reading->texts = (struct text_reader){.arena = arena, .d = &reading->d};
    reading->root = read_yaml(arena, reading->source, &reading->d);
    assert_non_null(reading->root);
    return reading;
}

/* "*[text]" for each span: * emphasis, + strong, ^ superscript, @ link; "#id", "/". */
static const char *show_spans(struct arena *arena, const struct spans *spans)
{
    struct buffer out = new_buffer(arena);
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        buffer_text(&out, span->form & SPAN_EMPHASIS ? "*" : "");
        buffer_text(&out, span->form & SPAN_STRONG ? "+" : "");
        buffer_text(&out, span->form & SPAN_SUPERSCRIPT ? "^" : "");
        buffer_text(&out, span->uri != NULL ? "@" : "");
        if (span->kind == SPAN_NOTE)
            buffer_format(&out, "#%.*s", (int)span->note.length, span->note.at);
        else if (span->kind == SPAN_LINE)
            buffer_text(&out, "/");
        else
            buffer_format(&out, "[%.*s]", (int)span->text.length, span->text.at);
    }
    return buffer_string(&out);
}

/* A span that says it is exact is. */
static void expect_places(const struct reading *reading, const struct spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        if (span->kind != SPAN_TEXT || slice_equals(span->text, " "))
            continue;
        assert_int_equal(span->place.length, span->text.length);
        assert_memory_equal(reading->source->text.at + span->place.at, span->text.at,
                            span->text.length);
    }
}

static void expect_line(const char *source, const char *expected)
{
    struct reading *reading = read_source(source);
    struct spans spans =
        read_line_text(&reading->texts, reading->root->first, LINES_JOIN);
    assert_string_equal(show_spans(reading->arena, &spans), expected);
    expect_places(reading, &spans);
    assert_int_equal(reading->d.errors, 0);
    free_arena(reading->arena);
}

static void expect_paragraph(const char *source, const char *expected)
{
    struct reading *reading = read_source(source);
    struct blocks blocks = read_block_text(&reading->texts, reading->root->first);
    assert_int_equal(blocks.count, 1);
    assert_string_equal(show_spans(reading->arena, &blocks.at[0].spans), expected);
    expect_places(reading, &blocks.at[0].spans);
    assert_int_equal(reading->d.count, 0);
    free_arena(reading->arena);
}

static void expect_error(const char *source, const char *name, size_t at)
{
    struct reading *reading = read_source(source);
    read_block_text(&reading->texts, reading->root->first);
    assert_true(reading->d.count > 0);
    assert_string_equal(reading->d.at[0].name, name);
    assert_int_equal(reading->d.at[0].place.at, at);
    free_arena(reading->arena);
}

static void markup_makes_spans(void **state)
{
    (void)state;
    expect_line("a: 甲*乙*丙", "[甲]*[乙][丙]");
    expect_line("a: '***x*** y'", "*+[x][ y]");
    expect_line("a: x[^n]y", "[x]#n[y]");
    expect_line("a: m^2^ and x^n", "[m]^[2][ and x^n]");
    expect_line("a: 见[首页](https://un.org/a_(b) \"t\")。", "[见]@[首页][。]");
    expect_line("a: see <https://un.org>.", "[see ]@[https://un.org][.]");
    expect_line("a: '*x[^n]*'", "*[x]*#n");
    expect_line("a: a_b_c 2*3*4", "[a_b_c 2]*[3][4]");
}

static void what_is_escaped_is_no_markup(void **state)
{
    (void)state;
    expect_line("a: x \\*y\\*", "[x ][*y][*]");
    expect_line("a: x\\[^n]", "[x][[^n]]");
    expect_line("a: x\\^2^", "[x][^2^]");
    expect_line("a: a \\q", "[a \\q]");
}

static void a_title_begins_no_block(void **state)
{
    (void)state;
    expect_line("a: 1. x", "[1. x]");
    expect_line("a: '# x'", "[# x]");
    expect_line("a: '- x'", "[- x]");
    expect_line("a: '> x'", "[> x]");
    expect_line("a: '*“x”*'", "*[“x”]");
    expect_line("a: '  x  '", "[x]");
}

static void character_references_keep_their_place(void **state)
{
    (void)state;
    struct reading *reading = read_source("a: x&lt;y &amp; z &nope;");
    struct spans spans =
        read_line_text(&reading->texts, reading->root->first, LINES_JOIN);
    assert_string_equal(show_spans(reading->arena, &spans), "[x][<][y ][&][ z &nope;]");
    assert_int_equal(spans.at[1].place.at, 4);
    assert_int_equal(spans.at[1].place.length, 4);
    assert_int_equal(spans.at[2].place.at, 8);
    free_arena(reading->arena);
}

static void yaml_escapes_do_not_cut_characters(void **state)
{
    (void)state;
    struct reading *reading = read_source("a: \"x\\u6C49y\"");
    struct spans spans =
        read_line_text(&reading->texts, reading->root->first, LINES_JOIN);
    assert_string_equal(show_spans(reading->arena, &spans), "[x][汉][y]");
    assert_int_equal(spans.at[1].place.at, 5);
    assert_int_equal(spans.at[2].place.at, 11);
    free_arena(reading->arena);
}

static void lines_are_joined_as_the_script_wants(void **state)
{
    (void)state;
    expect_paragraph("a: |\n  汉\n  字", "[汉][字]");
    expect_paragraph("a: |\n  汉，\n  字", "[汉，][字]");
    expect_paragraph("a: |\n  汉”\n  字", "[汉”][字]");
    expect_paragraph("a: |\n  one\n  two", "[one][ ][two]");
    expect_paragraph("a: |\n  one\n  字", "[one][ ][字]");
    expect_paragraph("a: |\n  *one*\n    two\\\n  three  \n  four *x*",
                     "*[one][ ][two]/[three]/[four ]*[x]");
}

static void kept_lines_are_line_breaks(void **state)
{
    (void)state;
    struct reading *reading = read_source("a: |\n  联合国\n  *大会*\n");
    struct spans spans =
        read_line_text(&reading->texts, reading->root->first, LINES_KEEP);
    assert_string_equal(show_spans(reading->arena, &spans), "[联合国]/*[大会]");
    expect_places(reading, &spans);
    free_arena(reading->arena);
}

static void plain_text_has_notes_only(void **state)
{
    (void)state;
    struct reading *reading = read_source("a: A/52/__/*1*[^n]");
    struct spans spans = read_plain_text(&reading->texts, reading->root->first);
    assert_string_equal(show_spans(reading->arena, &spans), "[A/52/__/*1*]#n");
    assert_int_equal(reading->texts.references.count, 1);
    free_arena(reading->arena);
}

static void lists_are_nested_blocks(void **state)
{
    (void)state;
    struct reading *reading = read_source("a: |\n"
                                          "  前言\n"
                                          "\n"
                                          "  3. 甲\n"
                                          "     乙\n"
                                          "     - 丙*丁*\n"
                                          "  4. 戊\n"
                                          "  懒\n");
    struct blocks blocks = read_block_text(&reading->texts, reading->root->first);
    assert_int_equal(blocks.count, 2);
    const struct block *list = &blocks.at[1];
    assert_int_equal(list->kind, BLOCK_LIST);
    assert_int_equal(list->start, 3);
    assert_int_equal(list->item_count, 2);
    const struct blocks *first = &list->items[0];
    assert_string_equal(show_spans(reading->arena, &first->at[0].spans), "[甲][乙]");
    const struct spans *inner = &first->at[1].items[0].at[0].spans;
    assert_int_equal(first->at[1].start, 0);
    assert_string_equal(show_spans(reading->arena, inner), "[丙]*[丁]");
    expect_places(reading, inner);
    const struct spans *lazy = &list->items[1].at[0].spans;
    assert_string_equal(show_spans(reading->arena, lazy), "[戊][懒]");
    expect_places(reading, lazy);
    assert_int_equal(place_position(list->items[1].at[0].place).line, 7);
    free_arena(reading->arena);
}

static void what_an_agenda_has_not_is_told(void **state)
{
    (void)state;
    expect_error("a: |\n  x\n\n  # y\n", "heading-in-text", 12);
    expect_error("a: |\n  x `y`\n", "code-in-text", 9);
    expect_error("a: |\n  `x` <b>\n", "code-in-text", 7);
    expect_error("a: |\n  x <b>\n", "html-in-text", 9);
    expect_error("a: |\n  x ![y](z)\n", "image-in-text", 9);
    expect_error("a: |\n  > x\n", "quote-in-text", 7);
    expect_error("a: |\n  x\n\n  ***\n", "rule-in-text", 12);
    expect_error("a: |\n  [^n]: x\n", "note-in-text", 7);
    expect_error("a: |\n  x[^n](y)\n", "note-in-text", 8);
    expect_error("a: |\n  [n]: http://x\n", "link-in-text", 7);
    expect_error("a: |\n  x\n\n  | a | b |\n", "table-in-text", 12);
    expect_error("a: |\n  [x](file:///y)\n", "bad-link", 7);
    expect_error("a: |\n  - - - - - - - - - x\n", "too-deep", 7);
}

/* cmark gets its memory beforehand and would end the process for want of it. */
static void the_worst_texts_fit_into_the_pool(void **state)
{
    (void)state;
    static const char *const worst[] = {"[",       "*a",      "_a", "*a_ ", "[a](", "&",
                                        "\\",      "- a\n  ", "![", "<",    "](",   "[[",
                                        "a\n\n  ", "`a",      "\"", "**a "};
    enum { SIZE = 60000 };
    static char text[SIZE + 64];
    for (size_t i = 0; i < sizeof worst / sizeof *worst; i++) {
        size_t size = strlen(worst[i]), at = 7;
        memcpy(text, "a: |\n  ", at);
        for (; at + size < SIZE; at += size)
            memcpy(text + at, worst[i], size);
        text[at] = '\0';
        struct reading *reading = read_source(text);
        read_block_text(&reading->texts, reading->root->first);
        free_arena(reading->arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_makes_spans),
        cmocka_unit_test(what_is_escaped_is_no_markup),
        cmocka_unit_test(a_title_begins_no_block),
        cmocka_unit_test(character_references_keep_their_place),
        cmocka_unit_test(yaml_escapes_do_not_cut_characters),
        cmocka_unit_test(lines_are_joined_as_the_script_wants),
        cmocka_unit_test(kept_lines_are_line_breaks),
        cmocka_unit_test(plain_text_has_notes_only),
        cmocka_unit_test(lists_are_nested_blocks),
        cmocka_unit_test(what_an_agenda_has_not_is_told),
        cmocka_unit_test(the_worst_texts_fit_into_the_pool),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
