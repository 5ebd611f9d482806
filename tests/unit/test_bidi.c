/* What a passage holds apart from the text around it. */
#include "text/bidi.h"
#include "text_fixture.h"

#include <cmocka.h>

/* Pieces in reading order, each with what ends it: "|" a field, "~" a symbol, "^" the
 * mark of a note, ";" none of them. */
static struct passage make(struct text_fixture *f, const char *pieces)
{
    static const struct note_call call;
    struct passage passage = one_stretch(f, "ar", "");
    passage.right_to_left = true;
    while (*pieces != '\0') {
        size_t size = strcspn(pieces, "|~^;");
        char *text = arena_text(f->arena, pieces, size);
        struct stretch *stretch = add_stretch(f, &passage, "ar", text);
        stretch->field = pieces[size] == '|' ? text : NULL;
        stretch->is_symbol = pieces[size] == '~';
        stretch->call = pieces[size] == '^' ? &call : NULL;
        pieces += size + 1;
    }
    return passage;
}

/* `line`: its characters from the left; what parts two of them is a level, too. */
static void check_line(void **state, const char *pieces, const char *line)
{
    struct text_fixture *f = *state;
    struct passage passage = make(f, pieces);
    struct slice text = passage.text;
    struct bidi_levels found = bidi_levels(f->arena, &passage);
    struct slice at[100];
    uint8_t levels[100];
    size_t order[100], count = 0, size;
    for (size_t i = 0; i < text.length; i += size) {
        utf8_decode(text.at + i, text.length - i, &size);
        if (found.parting[i] > 0) {
            levels[count] = found.parting[i] - 1;
            at[count++] = (struct slice){0};
        }
        levels[count] = found.at[i];
        at[count++] = (struct slice){text.at + i, size};
    }
    visual_order(levels, count, order);
    struct buffer seen = new_buffer(f->arena);
    for (size_t i = 0; i < count; i++)
        buffer_slice(&seen, at[order[i]]);
    assert_string_equal(buffer_string(&seen), line);
}

static void a_symbol_turns_no_bracket(void **state)
{
    check_line(state, "א ABC (;A/1~);", ")A/1( ABC א");
    check_line(state, "א ABC (A/1);", "ABC (A/1) א");
}

static void a_symbol_is_whole(void **state)
{
    check_line(state, "א ;A/CN.9/1002/Add.1~,;", ",A/CN.9/1002/Add.1 א");
    check_line(state, "א ;A/_~.;", ".A/_ א");
    check_line(state, "א A/_.;", "._/A א");
}

static void a_field_is_apart(void **state)
{
    check_line(state, "ABC|, ;DEF|", "DEF ,ABC");
    check_line(state, "ABC, DEF;", "ABC, DEF");
    check_line(state, "א A|;B|", "BA א");
}

static void symbols_stay_whole_in_fields(void **state)
{
    check_line(state, "א A (|;A/1~)|;B|", "B)A/1( A א");
}

static void the_mark_of_a_note_is_behind_a_number(void **state)
{
    check_line(state, "א 10/00;1^.;", ".110/00 א");
    check_line(state, "א 10/00;1;.;", ".10/001 א");
    check_line(state, "א ;A/1~1^.;", ".1A/1 א");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_symbol_turns_no_bracket),
        TEST(a_symbol_is_whole),
        TEST(a_field_is_apart),
        TEST(symbols_stay_whole_in_fields),
        TEST(the_mark_of_a_note_is_behind_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
