/* Spans become a passage: white space, stretches and their places, tags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/vec.h"
#include "model/symbols.h"
#include "page/make_passage.h"

struct setting {
    struct recovery recovery;
    struct arena *arena;
    struct language language;
    struct layout layout;
    struct font_catalogue fonts;
    struct font_role roles[1];
    struct typesetter typesetter;
    struct style style;
    struct agenda agenda;
    struct note note;
    struct references references;
    struct tag *tag;
    struct spans spans;
    size_t at; /* of the next span in the source */
};

static const struct source file = {.name = "test.yaml"};

static void fill_form(struct setting *setting)
{
    setting->language =
        (struct language){.tag = "zh-Hans", .is_han = true, .line_break = ""};
    setting->language.labels = new_map(setting->arena);
    setting->layout.notes.mark = "{n}";
    setting->layout.symbol_address = "https://un.test/{language}/{symbol}";
    setting->roles[0].name = "bold-italic";
    setting->fonts = (struct font_catalogue){.roles = setting->roles, .role_count = 1};
    setting->style = (struct style){.face = "body",
                                    .emphasis = "italic",
                                    .strong = "bold",
                                    .size = POINTS(10),
                                    .superscript_size = 650,
                                    .superscript_rise = 350};
    setting->typesetter = (struct typesetter){.arena = setting->arena,
                                              .fonts = &setting->fonts,
                                              .language = &setting->language,
                                              .layout = &setting->layout};
}

static int set_up(void **state)
{
    static struct setting setting;
    setting = (struct setting){0};
    setting.arena = new_arena(&setting.recovery, 0);
    fill_form(&setting);
    setting.note.id = SLICE("a");
    setting.agenda =
        (struct agenda){.language = "zh-Hans", .notes = &setting.note, .note_count = 1};
    setting.references = new_references(setting.arena, &setting.agenda);
    setting.tag = open_tag(setting.arena, new_tag_tree(setting.arena, "zh-Hans"), TAG_P);
    *state = &setting;
    return 0;
}

static int tear_down(void **state)
{
    struct setting *setting = *state;
    free_arena(setting->arena);
    return 0;
}

static struct span *add_span(struct setting *setting, const char *text)
{
    struct span span = {.kind = SPAN_TEXT,
                        .text = slice_from_text(text),
                        .place = {&file, setting->at, strlen(text)}};
    setting->at += strlen(text);
    vec_push(setting->arena, &setting->spans, span);
    return vec_last(&setting->spans);
}

static void add_note_mark(struct setting *setting)
{
    struct span *span = add_span(setting, "[^a]");
    span->kind = SPAN_NOTE;
    span->note = SLICE("a");
}

static struct passage passage_of(struct setting *setting)
{
    const struct passage_form form = {.typesetter = &setting->typesetter,
                                      .references = &setting->references,
                                      .style = &setting->style,
                                      .tag = setting->tag};
    return make_passage(&form, &setting->spans);
}

static void assert_text(const struct passage *passage, const char *text)
{
    assert_int_equal(passage->text.length, strlen(text));
    assert_memory_equal(passage->text.at, text, strlen(text));
}

/* Stretches follow one another and cover the text. */
static void assert_covered(const struct passage *passage)
{
    size_t at = 0;
    for (size_t i = 0; i < passage->count; i++) {
        assert_int_equal(passage->at[i].start, at);
        assert_true(passage->at[i].end > at);
        at = passage->at[i].end;
    }
    assert_int_equal(at, passage->text.length);
}

static void assert_becomes(struct setting *setting, const char *source, const char *text)
{
    setting->spans.count = 0;
    add_span(setting, source);
    struct passage passage = passage_of(setting);
    assert_text(&passage, text);
    assert_covered(&passage);
}

static void test_white_space(void **state)
{
    assert_becomes(*state, "于 2020 年 7 月 7 日", "于2020年7月7日");
    assert_becomes(*state, "工作 组，第 3 次", "工作组，第3次");
    assert_becomes(*state, "the  working\t group", "the working group");
    assert_becomes(*state, " a", "a");
    assert_becomes(*state, "项目\u00A03", "项目\u00A03");
    assert_becomes(*state, "公约 (a) 条", "公约 (a) 条");
}

static void test_spaces_in_other_languages_stay(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "the word 公约 means")->language = "en";
    struct passage passage = passage_of(setting);
    assert_text(&passage, "the word 公约 means");
}

static void test_places_are_exact(void **state)
{
    struct setting *setting = *state;
    setting->at = 1000;
    add_span(setting, "第 38 段");
    struct passage passage = passage_of(setting);
    assert_text(&passage, "第38段");
    assert_int_equal(passage.count, 3);
    assert_int_equal(passage.at[0].place.at, 1000);
    assert_int_equal(passage.at[1].place.at, 1004);
    assert_int_equal(passage.at[2].place.at, 1007);
    assert_ptr_equal(passage.at[2].place.source, &file);
}

static void test_space_between_spans(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "see ");
    add_span(setting, "this")->form = SPAN_EMPHASIS;
    add_span(setting, " 条 ");
    add_span(setting, "3");
    struct passage passage = passage_of(setting);
    assert_text(&passage, "see this条3");
    assert_covered(&passage);
    assert_string_equal(passage.at[0].role, "body");
    assert_int_equal(passage.at[0].end, 4);
    assert_string_equal(passage.at[1].role, "italic");
}

static void test_roles(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "a")->form = SPAN_STRONG;
    add_span(setting, "b")->form = SPAN_STRONG | SPAN_EMPHASIS;
    struct passage passage = passage_of(setting);
    assert_string_equal(passage.at[0].role, "bold");
    assert_string_equal(passage.at[1].role, "bold-italic");
}

static void test_superscript(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "2")->form = SPAN_SUPERSCRIPT;
    struct passage passage = passage_of(setting);
    assert_int_equal(passage.at[0].size, length_scale(POINTS(10), 65, 100));
    assert_int_equal(passage.at[0].rise, length_scale(POINTS(10), 35, 100));
}

static void test_line_break(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "公约 ");
    add_span(setting, "")->kind = SPAN_LINE;
    add_span(setting, " 会议");
    struct passage passage = passage_of(setting);
    assert_text(&passage, "公约\u2028会议");
    assert_covered(&passage);
}

static void test_note_mark(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "建议 ");
    add_note_mark(setting);
    add_span(setting, " 进行");
    struct passage passage = passage_of(setting);
    assert_text(&passage, "建议1进行");
    assert_int_equal(passage.count, 3);
    assert_non_null(passage.at[1].call);
    assert_int_equal(passage.at[1].call->note, 0);
    struct tag *link = passage.at[1].tag->parent;
    assert_int_equal(link->kind, TAG_LINK);
    assert_int_equal(link->parent->kind, TAG_REFERENCE);
    assert_ptr_equal(link->parent->parent, setting->tag);
    assert_ptr_equal(setting->references.notes.at[0]->first_link, link);
    assert_ptr_not_equal(passage.at[0].tag, passage.at[2].tag);
}

static void test_neighbouring_note_marks_are_parted(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "a");
    add_note_mark(setting);
    add_note_mark(setting);
    struct passage passage = passage_of(setting);
    assert_text(&passage, "a1, 1");
    assert_covered(&passage);
}

static void test_other_language_is_a_span(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "即");
    add_span(setting, "mutatis mutandis")->language = "la";
    struct passage passage = passage_of(setting);
    assert_int_equal(passage.at[1].tag->parent->kind, TAG_SPAN);
    assert_string_equal(passage.at[1].tag->parent->language, "la");
    assert_string_equal(passage.at[1].language, "la");
}

static void test_joined_symbols_are_two_links(void **state)
{
    struct setting *setting = *state;
    add_span(setting, "（CTOC/COP/WG.2/2017/4-CTOC/COP/WG.3/2017/4，第38段）");
    struct passage passage = passage_of(setting);
    assert_covered(&passage);
    assert_int_equal(passage.count, 5);
    assert_true(passage.at[1].is_symbol && passage.at[3].is_symbol);
    assert_string_equal(passage.at[1].tag->parent->uri,
                        "https://un.test/zh/CTOC/COP/WG.2/2017/4");
    assert_string_equal(passage.at[3].tag->parent->uri,
                        "https://un.test/zh/CTOC/COP/WG.3/2017/4");
    assert_int_equal(passage.at[2].tag->parent->kind, TAG_P);
}

static void test_what_is_a_symbol(void **state)
{
    (void)state;
    static const struct {
        const char *text, *symbol;
    } cases[] = {
        {"see A/80/590.", "A/80/590"},
        {"E/CN.15/2018/INF/1", "E/CN.15/2018/INF/1"},
        {"CTOC/COP/2008/CRP.5）", "CTOC/COP/2008/CRP.5"},
        {"A/S-30/L.1", "A/S-30/L.1"},
        {"and/or/1", ""},
        {"He/she/they", ""},
        {"3/4/5", ""},
        {"https://un.org/A/80/590", ""},
        {"A/80", ""},
        {"A//80/1", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice found = find_symbol(slice_from_text(cases[i].text), 0);
        assert_true(slice_equals(found, cases[i].symbol));
    }
}

static void test_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *text, *address;
    } cases[] = {
        {"see https://un.org/A/80/590.", "https://un.org/A/80/590"},
        {"见https://un.org/zh/，", "https://un.org/zh/"},
        {"(http://un.org?a=b&c=%20)", "http://un.org?a=b&c=%20"},
        {"See https://x.org/?q=a+b and.", "https://x.org/?q=a+b"},
        {"https://x.org/a;b=(1)*2!$'c@d,e.", "https://x.org/a;b=(1)*2!$'c@d,e"},
        {"https://x.org/?a[]=1&b=;", "https://x.org/?a[]=1&b="},
        {"(see https://x.org/a_(b)).", "https://x.org/a_(b)"},
        {"[https://x.org/a]: “https://x.org/b”", "https://x.org/a"},
        {"**https://x.org/a**, <https://x.org/b>", "https://x.org/a"},
        {"<https://x.org/b>", "https://x.org/b"},
        {"http:// and https:, ftp://un.org", ""},
        {"xhttps://un.org", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice found = find_address(slice_from_text(cases[i].text), 0);
        assert_true(slice_equals(found, cases[i].address));
    }
}

static void test_addresses_are_links(void **state)
{
    struct setting *setting = *state;
    setting->references.agenda = &setting->agenda;
    add_span(setting, "见https://un.org/a。");
    struct passage passage = passage_of(setting);
    assert_int_equal(passage.count, 3);
    const struct tag *link = passage.at[1].tag->parent;
    assert_int_equal(link->kind, TAG_LINK);
    assert_string_equal(link->uri, "https://un.org/a");
    assert_int_equal(passage.at[2].tag->parent->kind, TAG_P);
}

static void test_artifact_has_no_tags(void **state)
{
    struct setting *setting = *state;
    setting->tag = NULL;
    setting->references.agenda = &setting->agenda;
    add_span(setting, "A/80/590");
    add_note_mark(setting);
    struct passage passage = passage_of(setting);
    for (size_t i = 0; i < passage.count; i++)
        assert_null(passage.at[i].tag);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_white_space),
        TEST(test_spaces_in_other_languages_stay),
        TEST(test_places_are_exact),
        TEST(test_space_between_spans),
        TEST(test_roles),
        TEST(test_superscript),
        TEST(test_line_break),
        TEST(test_note_mark),
        TEST(test_neighbouring_note_marks_are_parted),
        TEST(test_other_language_is_a_span),
        TEST(test_joined_symbols_are_two_links),
        TEST(test_what_is_a_symbol),
        TEST(test_addresses),
        TEST(test_addresses_are_links),
        TEST(test_artifact_has_no_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
