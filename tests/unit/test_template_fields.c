/* What {names} in a layout's templates stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "page/template_fields.h"

struct setting {
    struct recovery recovery;
    struct arena *arena;
    struct agenda agenda;
    struct language language;
    struct layout layout;
    struct dates job_dates[2];
    struct field_source source;
};

static void put_field(struct setting *setting, const char *name, struct field field)
{
    struct field *copy = arena_alloc(setting->arena, sizeof *copy);
    *copy = field;
    *map_place(setting->agenda.fields, slice_from_text(name)) = copy;
}

static void put_text(struct setting *setting, const char *name, const char *text)
{
    struct spans spans =
        plain_spans(setting->arena, slice_from_text(text), (struct place){NULL, 100, 0});
    put_field(setting, name, (struct field){.kind = FIELD_SPANS, .spans = spans});
}

static void put_symbol(struct setting *setting, const char *text)
{
    put_text(setting, "symbol", text);
    struct field *field = map_find(setting->agenda.fields, SLICE("symbol"));
    field->spans.at[0].form = SPAN_SYMBOL;
}

static void put_label(struct setting *setting, const char *name, char *text)
{
    *map_place(setting->language.labels, slice_from_text(name)) = text;
}

static void fill_language(struct setting *setting)
{
    struct language *language = &setting->language;
    language->tag = "en";
    language->labels = new_map(setting->arena);
    language->dates.day = "{day} {month} {year}";
    language->dates.two_days = "{day} and {day2} {month} {year}";
    language->dates.place = "{place}, {dates}";
    for (int i = 0; i < 12; i++)
        language->months[i] = i == 6 ? "July" : "April";
    for (int i = 0; i < 7; i++)
        language->weekdays[i] = "Monday";
    put_label(setting, "annex", "Annex");
    put_label(setting, "distr-general", "Distr.: General");
    put_label(setting, "original-en", "Original: English");
    put_label(setting, "language-zh", "Chinese");
    put_label(setting, "job-letter", "C");
}

static void fill_agenda(struct setting *setting)
{
    setting->agenda.language = "zh-Hans";
    setting->agenda.fields = new_map(setting->arena);
    setting->agenda.meeting = setting->agenda.fields;
    put_symbol(setting, "CTOC/COP/WG.3/2020/1");
    put_text(setting, "job.number", "V.20-02132");
    put_text(setting, "meeting.place", "Vienna");
    put_field(setting, "date",
              (struct field){.kind = FIELD_DATE, .dates.first = {2020, 4, 6}});
    put_field(setting, "meeting.dates",
              (struct field){.kind = FIELD_DATES, .dates = {{2020, 7, 7}, {2020, 7, 8}}});
    put_field(setting, "distribution",
              (struct field){.kind = FIELD_NAME, .text = "general"});
    static const char *languages[] = {"en"};
    put_field(setting, "original",
              (struct field){
                  .kind = FIELD_LANGUAGE, .languages = languages, .language_count = 1});
    setting->job_dates[0].first = (struct date){2020, 5, 7};
    setting->job_dates[1].first = (struct date){2020, 5, 8};
    setting->agenda.job_dates = setting->job_dates;
    setting->agenda.job_date_count = 2;
}

static int set_up(void **state)
{
    static struct setting setting;
    setting = (struct setting){0};
    setting.arena = new_arena(&setting.recovery, 0);
    fill_language(&setting);
    fill_agenda(&setting);
    setting.layout.address = "https://undocs.org/{language}/{symbol}";
    setting.source = (struct field_source){.arena = setting.arena,
                                           .agenda = &setting.agenda,
                                           .language = &setting.language,
                                           .layout = &setting.layout};
    *state = &setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    free_arena(setting->arena);
    return 0;
}

static void assert_expands(struct setting *setting, const char *pattern, const char *text)
{
    struct spans spans = expand_pattern(&setting->source, pattern);
    assert_string_equal(spans_text(setting->arena, &spans, "|"), text);
}

static void test_fields_and_labels(void **state)
{
    assert_expands(*state, "{symbol}", "CTOC/COP/WG.3/2020/1");
    assert_expands(*state, "a {label:annex} b", "a Annex b");
    assert_expands(*state, "{distribution}", "Distr.: General");
    assert_expands(*state, "{original}", "Original: English");
    assert_expands(*state, "{date}", "6 April 2020");
    assert_expands(*state, "{dates-place}", "Vienna, 7 and 8 July 2020");
    assert_expands(*state, "{job.number} ({job.letter})", "V.20-02132 (C)");
    assert_expands(*state, "{job.digits}", "2002132");
    assert_expands(*state, "{job.dates}", "070520\u00A0\u00A0\u00A0\u00A0080520");
    assert_expands(*state, "{address}", "https://undocs.org/zh/CTOC/COP/WG.3/2020/1");
}

static void test_symbol_is_cut_at_its_first_slash(void **state)
{
    struct setting *setting = *state;
    assert_expands(setting, "{symbol-first}|{symbol-rest}", "CTOC|/COP/WG.3/2020/1");
    struct spans rest = expand_pattern(&setting->source, "{symbol-rest}");
    assert_int_equal(rest.at[0].place.at, 104);
    put_symbol(setting, "PV");
    assert_expands(setting, "{symbol-first}|{symbol-rest}", "PV|");
}

static void test_empty_field_empties_its_template(void **state)
{
    assert_expands(*state, "before {meeting.session} after", "");
    assert_expands(*state, "{label:no-such-label}", "");
    assert_expands(*state, "{page}/{pages}", "");
}

static void test_page_numbers(void **state)
{
    struct setting *setting = *state;
    setting->source.page = 2;
    setting->source.pages = 14;
    assert_expands(setting, "{page}/{pages}", "2/14");
}

static void test_original_has_no_language_line(void **state)
{
    struct setting *setting = *state;
    assert_expands(setting, "{language-line}", "Chinese");
    setting->agenda.language = "en";
    assert_expands(setting, "{language-line}", "");
}

static void test_words_of_another_language_say_so(void **state)
{
    struct setting *setting = *state;
    struct spans spans = expand_pattern(&setting->source, "{label:annex}: {symbol}");
    assert_int_equal(spans.count, 3);
    assert_string_equal(spans.at[0].language, "en");
    assert_null(spans.at[1].language);
    assert_null(spans.at[2].language);
}

static void test_pieces_keep_their_styles(void **state)
{
    struct setting *setting = *state;
    struct template_piece pieces[] = {{"{symbol-first}", "large"},
                                      {"{symbol-rest}", NULL}};
    const struct template template = {pieces, 2};
    struct spans spans = expand_template(&setting->source, &template);
    assert_int_equal(spans.count, 2);
    assert_string_equal(spans.at[0].style, "large");
    assert_null(spans.at[1].style);
}

static void test_patterns_take_spans(void **state)
{
    struct setting *setting = *state;
    struct spans title = plain_spans(setting->arena, SLICE("T"), (struct place){0});
    title.at[0].form = SPAN_EMPHASIS;
    const struct named_spans names[] = {{"title", title}, {NULL, {0}}};
    struct spans spans = fill_spans(setting->arena, "{title} ({x}) {", names);
    assert_string_equal(spans_text(setting->arena, &spans, ""), "T ({x}) {");
    assert_int_equal(spans.at[0].form, SPAN_EMPHASIS);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_fields_and_labels),
        TEST(test_symbol_is_cut_at_its_first_slash),
        TEST(test_empty_field_empties_its_template),
        TEST(test_page_numbers),
        TEST(test_original_has_no_language_line),
        TEST(test_words_of_another_language_say_so),
        TEST(test_pieces_keep_their_styles),
        TEST(test_patterns_take_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
