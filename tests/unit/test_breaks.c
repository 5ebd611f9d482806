/* Where a line may end, and at what price. */
#include "base/file.h"
#include "base/limits.h"
#include "read/read_language.h"
#include "text_fixture.h"

#include <cmocka.h>

/* The text with a sign at every line end that is not forbidden. */
static const char *parted_in(struct text_fixture *f, const struct passage *passage,
                             const struct language *language,
                             enum prohibition prohibition)
{
    struct runs runs = shape(f, passage);
    const int *price =
        find_breaks(f->arena, f->breaker, passage, &runs, language, prohibition);
    struct buffer out = new_buffer(f->arena);
    size_t count = passage->text.length;
    for (size_t i = 0; i < count; i++) {
        buffer_text(&out, price[i] == BREAK_FREE          ? "|"
                          : price[i] == BREAK_HYPHEN      ? "-"
                          : price[i] == BREAK_AFTER_JOIN  ? "<join>"
                          : price[i] == BREAK_AFTER_SLASH ? "<slash>"
                          : price[i] == BREAK_LAST_RESORT ? "<last>"
                          : price[i] == BREAK_MUST        ? "<must>"
                                                          : "");
        buffer_byte(&out, passage->text.at[i]);
    }
    assert_int_equal(price[count], BREAK_MUST);
    return buffer_string(&out);
}

static const char *parted(struct text_fixture *f, const struct passage *passage,
                          enum prohibition prohibition)
{
    static const char *before_number[] = {"para.", "No.", "item", "第"};
    static const char *after_number[] = {"a.m.", "p.m.", "July", "million"};
    const struct language language = {.weekdays = {"星期一", "Monday"},
                                      .before_number = before_number,
                                      .before_number_count = 4,
                                      .after_number = after_number,
                                      .after_number_count = 4};
    return parted_in(f, passage, &language, prohibition);
}

static void check_at(void **state, enum prohibition prohibition, const char *language,
                     const char *text, const char *expected)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, language, text);
    assert_string_equal(parted(f, &passage, prohibition), expected);
}

static void check(void **state, const char *language, const char *text,
                  const char *expected)
{
    check_at(state, PROHIBIT_GB, language, text, expected);
}

/* With the words of layouts/languages/en.yaml. */
static void check_english(void **state, const char *text, const char *expected)
{
    struct text_fixture *f = *state;
    struct source source = {.name = "layouts/languages/en.yaml"};
    assert_null(read_file(f->arena, source.name, LIMIT_FILE_BYTES, &source.text).text);
    const struct node *root = read_yaml(f->arena, &source, &f->diagnostics);
    const struct language *english =
        read_language(f->arena, root, &source, &f->diagnostics);
    assert_int_equal(f->diagnostics.count, 0);
    struct passage passage = one_stretch(f, "en", text);
    assert_string_equal(parted_in(f, &passage, english, PROHIBIT_GB), expected);
}

static void quotes_break_by_the_language_of_the_span(void **state)
{
    check(state, "zh-Hans", "测试“测试”测试", "测|试|“测|试”|测|试");
    check(state, "en", "a “b” c “测试”测", "a |“b” |c |“测|试”|测");
}

static void han_and_latin_may_part(void **state)
{
    check(state, "zh-Hans", "于WG会议", "于|WG|会|议");
}

static void figures_keep_their_units(void **state)
{
    check(state, "zh-Hans", "于2020年7月8日上午10时30分",
          "于|2020年|7月|8日|上|午|10时|30分");
    check(state, "zh-Hans", "第38段和5次", "第38段|和|5次");
    check(state, "zh-Hans", "值￥100和100％或5%和5℃", "值|￥100|和|100％|或|5%|和|5℃");
}

static void short_ordinals_stay_whole(void **state)
{
    check(state, "zh-Hans", "在第十九条和", "在|第十九条|和");
    check(state, "zh-Hans", "第十一次会", "第十一次|会");
    check(state, "zh-Hans", "第二百三十五条",
          "第<last>二<last>百<last>三<last>十<last>五<last>条");
}

static void weekdays_stay_whole(void **state)
{
    check(state, "zh-Hans", "于星期一上星期", "于|星期一|上|星|期");
}

static void chinese_marks_keep_their_side(void **state)
{
    check(state, "zh-Hans", "说：“《公约》，（一）！”",
          "说：|“《公|约》，|（一）！<last>”");
    check(state, "zh-Hans", "约翰·史密斯～中", "约|翰·|史|密|斯～|中");
}

static void three_closing_marks_part_as_a_last_resort(void **state)
{
    check(state, "zh-Hans", "约》。”他", "约》<last>。<last>”|他");
    check(state, "zh-Hans", "约》。他？！！", "约》。|他？！！");
}

static void double_marks_by_strictness(void **state)
{
    check_at(state, PROHIBIT_BASIC, "zh-Hans", "中——文……中", "中|——|文|……|中");
    check_at(state, PROHIBIT_GB, "zh-Hans", "中——文……中", "中<last>——|文<last>……|中");
    check_at(state, PROHIBIT_STRICT, "zh-Hans", "中——文……中", "中——|文……|中");
    check(state, "zh-Hans", "中—文", "中—|文");
}

static void solidus_by_strictness(void **state)
{
    check_at(state, PROHIBIT_BASIC, "zh-Hans", "中／文", "中|／|文");
    check_at(state, PROHIBIT_GB, "zh-Hans", "中／文或中/文", "中／文|或|中/文");
}

static void ranges_stay_whole(void **state)
{
    check(state, "zh-Hans", "第1–3段10-12页1990—1995年", "第1–3段|10-12页|1990—1995年");
    check(state, "en", "15–19 of 10-12, Asia–Pacific",
          "15–19 |of |10-12, |Asia–|Pacific");
}

static void references_stay_whole(void **state)
{
    check(state, "en", "see 1(a)(ii) or", "see |1(a)(ii) |or");
    check(state, "en", "resolution 55/25 and/or", "resolution |55/25 |and/|or");
    check(state, "en", "the (a) first", "the |(a) first");
}

static void words_stay_with_their_figures(void **state)
{
    check(state, "en", "in para. 38, Item 2, no. 3", "in |para. 38, |Item 2, |no. 3");
    check(state, "en", "subitem 2 of items", "subitem |2 |of |items");
    check(state, "en", "10 a.m.–1 p.m. on 7 July 2020",
          "10 a.m.–1 p.m. |on |7 July |2020");
    check(state, "en", "$5 million or 5 Julys", "$5 million |or |5 |Julys");
}

static void initials_stay_with_names(void **state)
{
    check(state, "en", "by J. R. Smith of the U.N. Charter",
          "by |J. R. Smith |of |the |U.N. |Charter");
}

static void english_numbers_keep_their_units(void **state)
{
    check_english(state, "of 5 km and 10 per cent", "of |5 km |and |10 per |cent");
    check_english(state, "at 20 °C, 3 kg, 5 metres", "at |20 °C, |3 kg, |5 |metres");
    check_english(state, "$5 million of US$ 20", "$5 million |of |US$ 20");
}

static void english_references_keep_their_numbers(void **state)
{
    check_english(state, "see p. 5 and para. 38", "see |p. 5 |and |para. 38");
    check_english(state, "No. 3 of art. 19", "No. 3 |of |art. 19");
    check_english(state, "resolution 55/25 and item 2", "resolution 55/25 |and |item 2");
    check_english(state, "in chapter IV, part I, on Civil",
                  "in |chapter IV, |part I, |on |Civil");
    check_english(state, "a chapter Lists part XIVth", "a |chapter |Lists |part |XIVth");
}

static void english_references_keep_their_letters(void **state)
{
    check_english(state, "item 1 (b) of article 19 (a) (ii) is",
                  "item 1 (b) |of |article 19 (a) (ii) |is");
    check_english(state, "in 2020 (UNODC) and (see 5)",
                  "in |2020 |(UNODC) |and |(see |5)");
    check_english(state, "to: (a) Open; (iv) close (A) all",
                  "to: |(a) Open; |(iv) close |(A) all");
}

static void english_dates_and_times_stay_whole(void **state)
{
    check_english(state, "on 7 July 2020 at 10 a.m. or 12 noon",
                  "on |7 July |2020 |at |10 a.m. |or |12 noon");
    check_english(state, "15–19 October 2018, 10 a.m.–1 p.m.",
                  "15–19 October |2018, |10 a.m.–1 p.m.");
    check_english(state, "5 May be 5 may be", "5 May |be |5 |may |be");
}

static void english_titles_stay_with_names(void **state)
{
    check_english(state, "by Ms. Okafor and Mr. Li of",
                  "by |Ms. Okafor |and |Mr. Li |of");
    check_english(state, "H.E. Dr. Anna Li, Ms. 5", "H.E. Dr. Anna |Li, |Ms. |5");
    check_english(state, "teams. Okafor", "teams. |Okafor");
}

static void english_words_of_meetings_keep_their_numbers(void **state)
{
    check_english(state, "Room 4, 10 min, 10:00 UTC", "Room 4, |10 min, |10:00 UTC");
    check_english(state, "document Corr. 1 of JTC 1", "document |Corr. 1 |of |JTC 1");
    check_english(state, "a bedroom 4, 10 minor", "a |bedroom |4, |10 |minor");
}

static void brackets_do_not_undo_what_is_kept(void **state)
{
    check_english(state, "[M. Nottingham] “M. Li” U.N. Li",
                  "[M. Nottingham] |“M. Li” |U.N. |Li");
    check_english(state, "[para. 38] [3 p.m.] (item 2)",
                  "[para. 38] |[3 p.m.] |(item 2)");
}

static void note_marks_do_not_undo_what_is_kept(void **state)
{
    struct text_fixture *f = *state;
    static const struct note_call call = {.note = 0};
    struct passage passage = one_stretch(f, "en", "at 3 p.m.");
    add_stretch(f, &passage, "en", "1")->call = &call;
    add_stretch(f, &passage, "en", " item");
    add_stretch(f, &passage, "en", "a")->call = &call;
    add_stretch(f, &passage, "en", " 4 or item 5");
    add_stretch(f, &passage, "en", "2")->call = &call;
    add_stretch(f, &passage, "en", " July of 9");
    add_stretch(f, &passage, "en", "3")->call = &call;
    add_stretch(f, &passage, "en", " of");
    assert_string_equal(parted(f, &passage, PROHIBIT_GB),
                        "at |3 p.m.1 |itema 4 |or |item 52 July |of |93 |of");
}

static void dashes_end_lines(void **state)
{
    check_english(state, "States – all of them – and Asia–Pacific",
                  "States – |all |of |them – |and |Asia–|Pacific");
}

static void soft_hyphens_part_words(void **state)
{
    check(state, "en", "co\u00ADoperation 1\u00AD2 ab\u00AD", //
          "co\u00AD-operation |1\u00AD-2 |ab\u00AD");
    check(state, "en", "a \u00ADb 会\u00AD议", "a |\u00AD|b |会\u00AD|议");
}

static void symbols_part_after_joins_and_slashes(void **state)
{
    check(state, "zh-Hans", "见CTOC/COP/WG.2/2017/4-CTOC/COP/WG.3/2017/4，",
          "见|CTOC/<slash>COP/<slash>WG.2/2017/4-<join>CTOC/<slash>COP/<slash>WG.3/2017/"
          "4，");
    check(state, "en", "in A/80/L.5/Add.1 or A/B/1",
          "in |A/80/<slash>L.5/<slash>Add.1 |or |A/<slash>B/1");
    check(state, "en", "A/80/L, S/2/1", "A/80/L, |S/2/1");
}

static void a_symbol_stretch_is_one_whatever_it_looks_like(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "see ");
    add_stretch(f, &passage, "en", "coun-cil paper/one")->is_symbol = true;
    assert_string_equal(parted(f, &passage, PROHIBIT_GB),
                        "see |coun-cil paper/<slash>one");
}

static void addresses_part_at_their_marks(void **state)
{
    check(state, "en", "at https://www.un.org/en/ga?id=1-2. Or",
          "at |https://<slash>www.<slash>un.<slash>org/<slash>en/<slash>ga?<slash>"
          "id=<slash>1-2. |Or");
    check(state, "zh-Hans", "看www.un.org，", "看|www.<slash>un.<slash>org，");
}

static void note_marks_stay_with_their_word(void **state)
{
    struct text_fixture *f = *state;
    static const struct note_call call = {.note = 0};
    struct passage passage = one_stretch(f, "zh-Hans", "建议");
    add_stretch(f, &passage, "zh-Hans", "12")->call = &call;
    add_stretch(f, &passage, "zh-Hans", "进行²和");
    assert_string_equal(parted(f, &passage, PROHIBIT_GB), "建|议12|进|行²|和");
    passage = one_stretch(f, "zh-Hans", "议");
    add_stretch(f, &passage, "zh-Hans", "甲乙")->rise = POINT;
    assert_string_equal(parted(f, &passage, PROHIBIT_GB), "议甲|乙");
}

static void unbroken_stretches_stay_whole(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "按");
    add_stretch(f, &passage, "zh-Hans", "联合国 is 一")->no_break = true;
    add_stretch(f, &passage, "zh-Hans", "的");
    assert_string_equal(parted(f, &passage, PROHIBIT_GB), "按|联合国 is 一|的");
}

static void joiners_and_separators_are_obeyed(void **state)
{
    check(state, "en", "a\u00A0b\u2060c\u200Bd", "a\u00A0b\u2060c\u200B|d");
    check(state, "zh-Hans", "联\u2060合\u00A0国", "联\u2060合\u00A0国");
    check(state, "zh-Hans", "联合\u2028国", "联|合\u2028<must>国");
}

static void an_empty_text_just_ends(void **state)
{
    check(state, "en", "", "");
}

static void prices_are_printed_under_the_text(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "于A/80/L.5，《约》。”他");
    struct runs runs = shape(f, &passage);
    const int *price =
        find_breaks(f->arena, f->breaker, &passage, &runs, NULL, PROHIBIT_GB);
    struct buffer out = new_buffer(f->arena);
    print_breaks(&out, &passage, price);
    assert_string_equal(buffer_string(&out), "于A/80/L.5，《约》。”他\n"
                                             "  .    /    .     x x. !\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(quotes_break_by_the_language_of_the_span),
        TEST(han_and_latin_may_part),
        TEST(figures_keep_their_units),
        TEST(short_ordinals_stay_whole),
        TEST(weekdays_stay_whole),
        TEST(chinese_marks_keep_their_side),
        TEST(three_closing_marks_part_as_a_last_resort),
        TEST(double_marks_by_strictness),
        TEST(solidus_by_strictness),
        TEST(ranges_stay_whole),
        TEST(references_stay_whole),
        TEST(words_stay_with_their_figures),
        TEST(initials_stay_with_names),
        TEST(english_numbers_keep_their_units),
        TEST(english_references_keep_their_numbers),
        TEST(english_references_keep_their_letters),
        TEST(english_dates_and_times_stay_whole),
        TEST(english_titles_stay_with_names),
        TEST(english_words_of_meetings_keep_their_numbers),
        TEST(brackets_do_not_undo_what_is_kept),
        TEST(note_marks_do_not_undo_what_is_kept),
        TEST(dashes_end_lines),
        TEST(soft_hyphens_part_words),
        TEST(symbols_part_after_joins_and_slashes),
        TEST(a_symbol_stretch_is_one_whatever_it_looks_like),
        TEST(addresses_part_at_their_marks),
        TEST(note_marks_stay_with_their_word),
        TEST(unbroken_stretches_stay_whole),
        TEST(joiners_and_separators_are_obeyed),
        TEST(an_empty_text_just_ends),
        TEST(prices_are_printed_under_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
