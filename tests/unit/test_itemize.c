/* Which characters go together, in which face, script, language and direction. */
#include "text_fixture.h"

#include <cmocka.h>

/* The runs as "face script: text | ..."; the face by its first letter, Han runs with a
 * star, odd levels with "<". */
static const char *itemized(struct text_fixture *f, const struct passage *passage)
{
    struct runs runs = shape(f, passage);
    struct buffer out = new_buffer(f->arena);
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.at[i];
        char script[4];
        hb_tag_to_string(hb_script_to_iso15924_tag(run->script), script);
        buffer_format(&out, "%s%c%s%s%.4s:%.*s", i == 0 ? "" : "|", run->face->name[0],
                      run->is_han ? "*" : "", run->level % 2 ? "<" : "", script,
                      (int)(run->end - run->start), passage->text.at + run->start);
    }
    return buffer_string(&out);
}

static void check(void **state, const char *language, const char *text,
                  const char *expected)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, language, text);
    assert_string_equal(itemized(f, &passage), expected);
    assert_int_equal(f->diagnostics.count, 0);
}

static void figures_in_chinese_get_the_latin_face(void **state)
{
    check(state, "zh-Hans", "于2020年（A/80/L.5，第38段）",
          "n*Hani:于|lLatn:2020|n*Hani:年（|lLatn:A/80/L.5|n*Hani:，第|lLatn:38|"
          "n*Hani:段）");
}

static void ascii_marks_go_with_latin(void **state)
{
    check(state, "zh-Hans", "项目1(a)：", "n*Hani:项目|lLatn:1(a)|n*Hani:：");
}

static void shared_marks_in_chinese_are_chinese(void **state)
{
    check(state, "zh-Hans", "“其他”——约翰·李……", "n*Hani:“其他”——约翰·李……");
    check(state, "zh-Hans", "见“WG.3”", "n*Hani:见“|lLatn:WG.3|n*Hani:”");
    check(state, "zh-Hans", "“ABC”", "n*Hani:“|lLatn:ABC|n*Hani:”");
}

static void latin_quotes_and_apostrophes_stay_latin(void **state)
{
    check(state, "zh-Hans", "说he said “yes” at once",
          "n*Hani:说|lLatn:he said “yes” at once");
    check(state, "zh-Hans", "说“I don’t”", "n*Hani:说“|lLatn:I don’t|n*Hani:”");
    check(state, "zh-Hans", "“States’ rights”说",
          "n*Hani:“|lLatn:States’ rights|n*Hani:”说");
    check(state, "zh-Hans", "1–3段中–文", "lLatn:1–3|n*Hani:段中–文");
}

static void chinese_in_english_brings_its_marks(void **state)
{
    check(state, "en", "the term “联合国” (UN)",
          "lLatn:the term |n*Hani:“联合国”|lLatn: (UN)");
    check(state, "en", "as 中文——中文，or “so” — 文",
          "lLatn:as |n*Hani:中文——中文，|lLatn:or “so” — |n*Hani:文");
    check(state, "en", "China’s 中国’s", "lLatn:China’s |n*Hani:中国|lLatn:’s");
    check(state, "en", "“A中” and “中B”",
          "lLatn:“A|n*Hani:中|lLatn:” and “|n*Hani:中|lLatn:B”");
}

static void language_follows_the_stretch_or_the_script(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "UN 联合国");
    struct runs runs = shape(f, &passage);
    assert_int_equal(runs.count, 2);
    assert_string_equal(runs.at[0].language, "en");
    assert_string_equal(runs.at[1].language, "zh-Hans");
    passage = one_stretch(f, "zh-Hant", "UN聯合");
    runs = shape(f, &passage);
    assert_string_equal(runs.at[0].language, "zh-Hant");
    assert_string_equal(runs.at[1].language, "zh-Hant");
}

static void runs_end_with_their_stretch(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "说“其");
    add_stretch(f, &passage, "zh-Hans", "他”2");
    assert_string_equal(itemized(f, &passage), "n*Hani:说“其|n*Hani:他”|lLatn:2");
}

static void scripts_are_resolved_from_their_neighbours(void **state)
{
    check(state, "ru", "(Да) «5»", "lCyrl:(Да) «5»");
    check(state, "en", "a (Да) b", "lLatn:a (|lCyrl:Да|lLatn:) b");
}

static void arabic_runs_from_the_right(void **state)
{
    check(state, "en", "see مرحبا 12 now",
          "lLatn:see |d<Arab:مرحبا |lArab:12|lArab: |lLatn:now");
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "ar", "A");
    passage.right_to_left = true;
    assert_int_equal(shape(f, &passage).at[0].level, 2);
}

static void marks_and_joiners_stay_with_their_base(void **state)
{
    check(state, "zh-Hans", "第\u2060一e\u0301\uFE0E",
          "n*Hani:第\u2060一|lLatn:e\u0301\uFE0E");
    check(state, "zh-Hans", "\u2060中", "lLatn:\u2060|n*Hani:中");
    check(state, "zh-Hans", "联合国\u2028会议", "n*Hani:联合国\u2028会议");
}

static void a_face_further_down_the_list_helps(void **state)
{
    check(state, "zh-Hans", "①→", "n*Hani:①→");
    check(state, "en", "a①b", "lLatn:a|dLatn:①|lLatn:b");
}

static void missing_characters_are_told_once_in_their_place(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "中\U0010FFFD国\U0010FFFD");
    struct runs runs = shape(f, &passage);
    assert_int_equal(f->diagnostics.count, 1);
    const struct diagnostic *told = f->diagnostics.at;
    assert_string_equal(told->name, "missing-character");
    assert_int_equal(told->place.at, 3);
    assert_int_equal(told->place.length, 4);
    assert_string_equal(told->text, "no face has the character “\U0010FFFD” (U+10FFFD); "
                                    "tried: liberation-serif, dejavu-sans, "
                                    "noto-serif-sc");
    assert_string_equal(told->mend, "remove it, or add a face that has it to "
                                    "fonts/catalogue.yaml");
    for (size_t i = 0; i < runs.count; i++)
        for (size_t g = 0; g < runs.at[i].glyph_count; g++)
            assert_int_not_equal(runs.at[i].glyphs[g].id, 0);
}

static void missing_fonts_are_told_once(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "中国A");
    passage.at[0].role = "gone";
    shape(f, &passage);
    shape(f, &passage);
    assert_int_equal(f->diagnostics.count, 1);
    const struct diagnostic *told = f->diagnostics.at;
    assert_string_equal(told->name, "missing-font");
    assert_string_equal(told->text,
                        "the face “not-there” for the role “gone” is not installed");
    assert_string_equal(told->mend, "apt-get install fonts-no-such");
    assert_int_equal(told->related.at, 0);
}

static void the_next_installed_face_stands_in(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "中国");
    passage.at[0].role = "next";
    assert_string_equal(itemized(f, &passage), "n*Hani:中国");
    assert_int_equal(f->diagnostics.count, 1);
    assert_string_equal(f->diagnostics.at[0].name, "missing-font");
}

static void unknown_roles_are_told(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "中国");
    passage.at[0].role = "fraktur";
    assert_int_equal(shape(f, &passage).count, 0);
    assert_int_equal(f->diagnostics.count, 1);
    assert_string_equal(f->diagnostics.at[0].name, "unknown-role");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(figures_in_chinese_get_the_latin_face),
        TEST(ascii_marks_go_with_latin),
        TEST(shared_marks_in_chinese_are_chinese),
        TEST(latin_quotes_and_apostrophes_stay_latin),
        TEST(chinese_in_english_brings_its_marks),
        TEST(language_follows_the_stretch_or_the_script),
        TEST(runs_end_with_their_stretch),
        TEST(scripts_are_resolved_from_their_neighbours),
        TEST(arabic_runs_from_the_right),
        TEST(marks_and_joiners_stay_with_their_base),
        TEST(a_face_further_down_the_list_helps),
        TEST(missing_characters_are_told_once_in_their_place),
        TEST(missing_fonts_are_told_once),
        TEST(the_next_installed_face_stands_in),
        TEST(unknown_roles_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
