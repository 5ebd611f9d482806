/* Tests of YAML trees: places to the byte, limits, overlays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "read/yaml_tree.h"

/* A text that was read. */
struct reading {
    struct arena *arena;
    struct source source;
    struct diagnostics d;
    struct node *root;
};

static struct recovery recovery;

static struct reading read_slice(struct slice text)
{
    struct reading reading = {.arena = new_arena(&recovery, 0)};
    struct source *source = arena_alloc(reading.arena, sizeof *source);
    *source = (struct source){"test.yaml", text};
    reading.source = *source;
    reading.d.arena = reading.arena;
    reading.root = read_yaml(reading.arena, source, &reading.d);
    return reading;
}

static struct reading read(const char *text)
{
    return read_slice(slice_from_text(text));
}

/* Every byte of the value stands where it says. */
static void expect_exact(const struct reading *reading, const struct node *node)
{
    assert_true(node->is_exact);
    for (size_t i = 0; i < node->text.length; i++) {
        size_t at = node_part(node, i, i + 1).at;
        assert_int_equal(reading->source.text.at[at], node->text.at[i]);
    }
}

static void expect_text(const struct node *node, const char *text)
{
    assert_non_null(node);
    assert_true(slice_equals(node->text, text));
}

static void expect_error(const char *text, const char *name, size_t at)
{
    struct reading reading = read(text);
    assert_true(reading.d.count > 0);
    assert_string_equal(reading.d.at[0].name, name);
    assert_int_equal(reading.d.at[0].place.at, at);
    free_arena(reading.arena);
}

static void block_scalars_have_exact_places(void **state)
{
    (void)state;
    struct reading reading = read("a: |\n"
                                  "   第一段\n"
                                  "\n"
                                  "     二\n"
                                  "b: |2\n"
                                  "    x\n"
                                  "c: |-\n"
                                  "  y\n"
                                  "d: |+\n"
                                  "  z\n"
                                  "\n");
    struct node *a = node_member(reading.root, "a");
    expect_text(a, "第一段\n\n  二\n");
    expect_text(node_member(reading.root, "b"), "  x\n");
    expect_text(node_member(reading.root, "c"), "y");
    expect_text(node_member(reading.root, "d"), "z\n\n");
    for (struct node *node = reading.root->first; node != NULL; node = node->next)
        expect_exact(&reading, node);
    assert_int_equal(place_position(node_part(a, 11, 12)).line, 4);
    free_arena(reading.arena);
}

static void line_ends_and_byte_order_mark_shift_nothing(void **state)
{
    (void)state;
    struct reading reading = read("\xEF\xBB\xBF"
                                  "a: 汉字\r\nb: |\r\n  x\r\n  y\r\nc: z");
    struct node *b = node_member(reading.root, "b");
    expect_text(b, "x\ny\n");
    assert_int_equal(reading.source.text.at[node_part(b, 2, 3).at], 'y');
    struct position position = place_position(node_member(reading.root, "a")->place);
    assert_int_equal(position.line, 1);
    assert_int_equal(position.column, 4);
    position = place_position(node_member(reading.root, "c")->place);
    assert_int_equal(position.line, 5);
    free_arena(reading.arena);
}

static void escapes_stand_where_they_were_written(void **state)
{
    (void)state;
    struct reading reading =
        read("a: \"x\\u6C49y\\\"z\"\nb: 'it''s'\nc: \"one\n  two\"\n");
    struct node *a = node_member(reading.root, "a");
    expect_text(a, "x汉y\"z");
    assert_int_equal(node_part(a, 1, 4).at, 5);
    assert_int_equal(node_part(a, 1, 4).length, 6);
    assert_int_equal(node_part(a, 4, 5).at, 11);
    struct node *b = node_member(reading.root, "b");
    expect_text(b, "it's");
    assert_int_equal(node_part(b, 3, 4).at - node_part(b, 0, 1).at, 4);
    assert_false(node_member(reading.root, "c")->is_exact);
    free_arena(reading.arena);
}

static void columns_count_characters_of_every_width(void **state)
{
    (void)state;
    struct reading reading = read("键: [é, 𠀀, x]\n");
    struct node *last = reading.root->first->first->next->next;
    expect_text(last, "x");
    assert_int_equal(place_position(last->place).column, 11);
    free_arena(reading.arena);
}

static void limits_act_before_libyaml_is_slow(void **state)
{
    (void)state;
    enum { DEPTH = 1 << 20 };
    static char brackets[DEPTH];
    memset(brackets, '[', DEPTH);
    struct reading reading = read_slice((struct slice){brackets, DEPTH});
    assert_null(reading.root);
    assert_string_equal(reading.d.at[0].name, "too-deep");
    assert_int_equal(reading.d.at[0].place.at, LIMIT_YAML_DEPTH);
    free_arena(reading.arena);
    memset(brackets, ' ', DEPTH);
    memcpy(brackets, "a: b", 4);
    brackets[DEPTH - 1] = 'c';
    reading = read_slice((struct slice){brackets, DEPTH});
    assert_null(reading.root);
    assert_string_equal(reading.d.at[0].name, "too-many-blanks");
    free_arena(reading.arena);
}

static void depth_is_allowed_up_to_the_limit(void **state)
{
    (void)state;
    char text[2 * LIMIT_YAML_DEPTH + 1];
    memset(text, '[', LIMIT_YAML_DEPTH);
    memset(text + LIMIT_YAML_DEPTH, ']', LIMIT_YAML_DEPTH);
    text[2 * LIMIT_YAML_DEPTH] = '\0';
    struct reading reading = read(text);
    assert_non_null(reading.root);
    assert_int_equal(reading.d.count, 0);
    free_arena(reading.arena);
}

static void long_texts_are_refused(void **state)
{
    (void)state;
    static char text[LIMIT_SCALAR_BYTES + 2];
    memset(text, 'x', sizeof text);
    struct reading reading = read_slice((struct slice){text, LIMIT_SCALAR_BYTES});
    assert_non_null(reading.root);
    free_arena(reading.arena);
    reading = read_slice((struct slice){text, LIMIT_SCALAR_BYTES + 1});
    assert_null(reading.root);
    assert_string_equal(reading.d.at[0].name, "text-too-long");
    free_arena(reading.arena);
}

static void what_yaml_loses_is_told(void **state)
{
    (void)state;
    expect_error("a: 好 #5\n", "comment-in-text", 7);
    expect_error("a: #5\n", "comment-in-text", 3);
    expect_error("a: [b #c\n]\n", "comment-in-text", 6);
    expect_error("a: b\n  - c\n", "list-in-text", 7);
    struct reading reading = read("a: b # c\nd: e#f\ng: '#h'\ni: ## j\n");
    assert_int_equal(reading.d.count, 0);
    expect_text(node_member(reading.root, "d"), "e#f");
    free_arena(reading.arena);
}

static void mistakes_are_told_where_they_are(void **state)
{
    (void)state;
    expect_error("a: b\nc: \xFF\n", "malformed-utf-8", 8);
    expect_error("a: \xE2\x80\xA8\n", "line-separator", 3);
    expect_error("a: 1\nb: 2\na: 3\n", "duplicate-key", 10);
    expect_error("a: *x\n", "yaml-alias", 3);
    expect_error("a: &x y\n", "yaml-anchor", 3);
    expect_error("a: !x y\n", "yaml-tag", 3);
    expect_error("a: b\n---\n", "yaml-documents", 5);
    expect_error("# c\n%TAG ! x\n", "yaml-directive", 4);
    expect_error("a: b\n...\n%TAG ! x\n", "yaml-syntax", 9);
    expect_error("a: 汉: b\n", "yaml-colon", 6);
    expect_error("? [a]\n: b\n", "yaml-key", 2);
    expect_error("a: \"b\n", "yaml-quote", 3);
    expect_error("a:\n\tb: c\n", "yaml-tab", 3);
    expect_error(" \n# c\n", "empty-file", 0);
}

static void a_key_may_stand_in_two_maps(void **state)
{
    (void)state;
    struct reading reading = read("a: { x: 1 }\nb: { x: 2 }\n");
    assert_int_equal(reading.d.count, 0);
    free_arena(reading.arena);
}

static void overlays_are_deep_and_stand_last(void **state)
{
    (void)state;
    struct reading base = read("a: { x: 1, y: 2 }\nb: [1, 2]\nc: 3\n");
    struct reading over = read("a: { x: 9, z: 4 }\nb: [5]\n");
    struct node *both = overlay_node(base.arena, base.root, over.root);
    struct node *a = node_member(both, "a");
    expect_text(node_member(a, "x"), "9");
    expect_text(node_member(a, "y"), "2");
    expect_text(node_member(a, "z"), "4");
    assert_int_equal(a->count, 3);
    expect_text(a->first, "2");
    assert_int_equal(node_member(both, "b")->count, 1);
    expect_text(node_member(both, "c"), "3");
    expect_text(node_member(node_member(base.root, "a"), "x"), "1");
    free_arena(base.arena);
    free_arena(over.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(block_scalars_have_exact_places),
        cmocka_unit_test(line_ends_and_byte_order_mark_shift_nothing),
        cmocka_unit_test(escapes_stand_where_they_were_written),
        cmocka_unit_test(columns_count_characters_of_every_width),
        cmocka_unit_test(limits_act_before_libyaml_is_slow),
        cmocka_unit_test(depth_is_allowed_up_to_the_limit),
        cmocka_unit_test(long_texts_are_refused),
        cmocka_unit_test(what_yaml_loses_is_told),
        cmocka_unit_test(mistakes_are_told_where_they_are),
        cmocka_unit_test(a_key_may_stand_in_two_maps),
        cmocka_unit_test(overlays_are_deep_and_stand_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
