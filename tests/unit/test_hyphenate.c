/* Parted words: which, where, in which encoding, and what stands at the line's end. */
#include "para/hyphen.h"
#include "para/item.h"
#include "para/paragraph.h"
#include "text/hyphen_dictionary.h"
#include "text/hyphenate.h"
#include "text_fixture.h"
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static const char british[] = "/usr/share/hyphen/hyph_en_GB.dic";

static struct hyphenation new_hyphenation(struct text_fixture *f, const char *dictionary)
{
    return (struct hyphenation){.arena = f->arena,
                                .dictionary = dictionary,
                                .package = "hyphen-en-gb",
                                .left = 2,
                                .right = 3,
                                .place = {&f->source, 0, 1}};
}

static const char *print_parts(struct text_fixture *f, const struct passage *passage,
                               const int *price)
{
    struct buffer out = new_buffer(f->arena);
    for (size_t i = 0; i < passage->text.length; i++) {
        if (price[i] == BREAK_HYPHEN)
            buffer_byte(&out, '=');
        buffer_byte(&out, passage->text.at[i]);
    }
    return buffer_string(&out);
}

static const char *part_in(struct text_fixture *f, const struct passage *passage,
                           struct hyphenation *hyphenation)
{
    const struct language language = {.tag = passage->language,
                                      .hyphenation = hyphenation};
    struct runs runs = shape(f, passage);
    int *price =
        find_breaks(f->arena, f->breaker, passage, &runs, &language, PROHIBIT_GB);
    hyphenate(f->arena, price, passage, &runs, &language, &f->diagnostics);
    return print_parts(f, passage, price);
}

static const char *part_passage(struct text_fixture *f, const struct passage *passage)
{
    struct hyphenation hyphenation = new_hyphenation(f, british);
    return part_in(f, passage, &hyphenation);
}

/* The text is followed by a last word, which is never parted. */
static void check(void **state, const char *text, const char *expected)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", arena_format(f->arena, "%s end", text));
    const char *parted = part_passage(f, &passage);
    assert_string_equal(parted, arena_format(f->arena, "%s end", expected));
    assert_int_equal(f->diagnostics.count, 0);
}

static void test_words_are_parted(void **state)
{
    check(state, "the international recommendations",
          "the in=ter=na=tional re=com=mend=a=tions");
    check(state, "“consideration”, (Organized) 21–working",
          "“con=sid=er=a=tion”, (Or=gan=ized) 21–work=ing");
    check(state, "the Secretariat’s Bureau’s", "the Sec=ret=ariat’s Bur=eau’s");
}

static void test_what_is_no_plain_word_is_not_parted(void **state)
{
    check(state, "UNODC TRANSNATIONAL McDonald", "UNODC TRANSNATIONAL McDonald");
    check(state, "CTOC/COP/working www.working.org", "CTOC/COP/working www.working.org");
    check(state, "working2 19working anti-corruption",
          "working2 19working anti-corruption");
    check(state, "inter\u00ADnational", "inter\u00AD=national");
}

static void test_the_last_word_is_not_parted(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "working, “working”.");
    assert_string_equal(part_passage(f, &passage), "work=ing, “working”.");
}

static void test_stretches_that_are_not_parted(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "working ");
    add_stretch(f, &passage, "en", "working")->no_break = true;
    add_stretch(f, &passage, "en", " ");
    add_stretch(f, &passage, "en", "working")->is_symbol = true;
    add_stretch(f, &passage, "fr", " working");
    add_stretch(f, &passage, "en-GB", " working end");
    assert_string_equal(part_passage(f, &passage),
                        "work=ing working working working work=ing end");
}

static void test_a_note_mark_is_no_figure_of_the_word(void **state)
{
    static const struct note_call call = {.note = 0};
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "the working");
    add_stretch(f, &passage, "en", "12")->call = &call;
    add_stretch(f, &passage, "en", " end");
    assert_string_equal(part_passage(f, &passage), "the work=ing12 end");
}

static void test_headings_are_not_parted(void **state)
{
    struct text_fixture *f = *state;
    struct tag *root = new_tag_tree(f->arena, "en");
    struct passage passage = one_stretch(f, "en", "working end");
    passage.at[0].tag = text_tag(f->arena, open_tag(f->arena, root, TAG_P));
    assert_string_equal(part_passage(f, &passage), "work=ing end");
    passage.at[0].tag = text_tag(f->arena, open_tag(f->arena, root, TAG_H3));
    assert_string_equal(part_passage(f, &passage), "working end");
}

static void test_fewest_letters(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "international working end");
    struct hyphenation hyphenation = new_hyphenation(f, british);
    hyphenation.left = 3;
    hyphenation.right = 7;
    assert_string_equal(part_in(f, &passage, &hyphenation), "inter=national working end");
}

static void test_nothing_is_parted_inside_ligatures(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "en", "office efficient fines end");
    assert_string_equal(part_passage(f, &passage), "of=fice ef=fi=cient fines end");
    f->catalogue.roles[0].other = fixture_list(f, 2, DEJAVU, DEJAVU);
    assert_string_equal(part_passage(f, &passage), "office effi=cient fines end");
    passage.at[0].tracking = POINT / 5;
    assert_string_equal(part_passage(f, &passage), "of=fice ef=fi=cient fines end");
}

static void test_long_words_are_left_alone(void **state)
{
    struct text_fixture *f = *state;
    char text[2000] = "";
    for (size_t i = 0; i < sizeof text - 10; i += 4)
        strcat(text, "ting");
    struct passage passage = one_stretch(f, "en", arena_format(f->arena, "%s end", text));
    assert_null(strchr(part_passage(f, &passage), '='));
}

/* A file of patterns that goes with the test. */
static const char *write_dictionary(struct text_fixture *f, const char *patterns)
{
    char *name = arena_format(f->arena, "/tmp/test_hyphenate.%ld.dic", (long)getpid());
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    fputs(patterns, file);
    fclose(file);
    return name;
}

static const char *part_by(struct text_fixture *f, const char *language,
                           const char *patterns, const char *text)
{
    struct hyphenation hyphenation = new_hyphenation(f, write_dictionary(f, patterns));
    struct passage passage = one_stretch(f, language, text);
    const char *parted = part_in(f, &passage, &hyphenation);
    remove(hyphenation.dictionary);
    /* It is open: nobody looks for the file again. */
    assert_string_equal(part_in(f, &passage, &hyphenation), parted);
    return parted;
}

static void test_encodings(void **state)
{
    struct text_fixture *f = *state;
    assert_string_equal(part_by(f, "fr", "UTF-8\né1b\n", "Élébabé débat fin"),
                        "Élé=babé dé=bat fin");
    assert_string_equal(part_by(f, "fr",
                                "ISO8859-1\n\xE9"
                                "1b\n",
                                "Élébabé débat fin"),
                        "Élé=babé dé=bat fin");
    assert_string_equal(part_by(f, "ru",
                                "KOI8-R\n\xCF"
                                "1\xCD\n",
                                "Комиссия до конца"),
                        "Ко=миссия до конца");
    /* A letter that the encoding has not leaves the word whole. */
    assert_string_equal(part_by(f, "fr", "ISO8859-1\nb1a\n", "ébaŭba débabé fin"),
                        "ébaŭba déb=abé fin");
    assert_int_equal(f->diagnostics.count, 0);
}

/* Schif-fahrt would be Schiff-fahrt: two letters of the text are three. */
static void test_parts_that_change_letters_are_left_out(void **state)
{
    struct text_fixture *f = *state;
    assert_string_equal(
        part_by(f, "de", "ISO8859-1\nf1f/ff=f,1,2\na1h\n", "schiffahrt am ende"),
        "schiffa=hrt am ende");
}

static void assert_told(struct text_fixture *f, const char *name, const char *text)
{
    const struct diagnostic *told = &f->diagnostics.at[f->diagnostics.count - 1];
    assert_string_equal(told->name, name);
    assert_int_equal(told->severity, SEVERITY_ERROR);
    assert_ptr_equal(told->place.source, &f->source);
    assert_non_null(strstr(told->text, text));
    assert_string_equal(told->mend, "apt-get install hyphen-en-gb");
    assert_non_null(told->related_text);
}

static void test_a_missing_dictionary_is_told_once(void **state)
{
    struct text_fixture *f = *state;
    struct hyphenation hyphenation = new_hyphenation(f, "/nowhere/hyph.dic");
    struct passage passage = one_stretch(f, "en", "working end");
    assert_string_equal(part_in(f, &passage, &hyphenation), "working end");
    assert_string_equal(part_in(f, &passage, &hyphenation), "working end");
    assert_int_equal(f->diagnostics.count, 1);
    assert_told(f, "missing-dictionary", "/nowhere/hyph.dic");
}

static void test_unknown_encodings_are_told(void **state)
{
    struct text_fixture *f = *state;
    const char *unknown[] = {"TENGWAR\no1o\n", "\no1o\n", ""};
    struct passage passage = one_stretch(f, "en", "foo fool end");
    for (size_t i = 0; i < 3; i++) {
        struct hyphenation hyphenation =
            new_hyphenation(f, write_dictionary(f, unknown[i]));
        assert_string_equal(part_in(f, &passage, &hyphenation), "foo fool end");
        remove(hyphenation.dictionary);
    }
    assert_int_equal(f->diagnostics.count, 1);
    assert_told(f, "unreadable-dictionary", "no known encoding");
}

static struct lines set(struct text_fixture *f, const struct passage *passage,
                        const struct language *language, length width,
                        enum line_breaking breaking, bool parts_words)
{
    const struct layout layout = {.line_costs = {.line = 10,
                                                 .loose_neighbour = 3000,
                                                 .short_last = 8000,
                                                 .hyphen = 50,
                                                 .tolerance = 200},
                                  .line_breaking = breaking,
                                  .prohibition = PROHIBIT_GB};
    struct typesetter setter = {.arena = f->arena,
                                .scratch = new_scratch(f->arena),
                                .fonts = &f->catalogue,
                                .breaker = f->breaker,
                                .language = language,
                                .layout = &layout,
                                .diagnostics = &f->diagnostics};
    struct paragraph_shape shape = {
        .width = width, .align = ALIGN_JUSTIFY, .hyphenate = parts_words};
    return set_paragraph(&setter, passage, &shape);
}

static bool has_hyphen(const struct line *line)
{
    const struct glyph_row *row = &line->rows[line->row_count - 1];
    return strcmp(row->text, "\u00AD") == 0;
}

/* The hyphen is its own row at the line's very end, with a soft hyphen for its text. */
static void assert_hyphen(const struct line *line, length width)
{
    assert_true(line->row_count > 1);
    const struct glyph_row *row = &line->rows[line->row_count - 1];
    const struct glyph_row *before = row - 1;
    assert_true(has_hyphen(line));
    assert_int_equal(row->count, 1);
    assert_int_equal(row->glyphs[0].text_length, 2);
    assert_int_equal(row->glyphs[0].id, face_glyph(before->face, 0x2010));
    assert_int_equal(row->width,
                     face_length(before->face,
                                 face_advance(before->face, row->glyphs[0].id),
                                 before->size));
    assert_int_equal(row->x, before->x + before->width);
    assert_int_equal(row->x + row->width, line->width);
    assert_int_equal(line->start + line->width, width);
    assert_ptr_equal(row->tag, before->tag);
}

static const char *line_text(struct text_fixture *f, const struct line *line)
{
    struct buffer out = new_buffer(f->arena);
    for (size_t r = 0; r < line->row_count; r++)
        for (size_t g = 0; g < line->rows[r].count; g++) {
            const struct placed_glyph *glyph = &line->rows[r].glyphs[g];
            buffer_bytes(&out, line->rows[r].text + glyph->text_start,
                         glyph->text_length);
        }
    return buffer_string(&out);
}

static const char sentence[] =
    "the recommendations of the international organizations for the consideration of "
    "responsibilities concerning administrative investigations end";

static void test_lines_end_with_hyphens(void **state)
{
    struct text_fixture *f = *state;
    struct hyphenation hyphenation = new_hyphenation(f, british);
    const struct language english = {.tag = "en", .hyphenation = &hyphenation};
    struct passage passage = one_stretch(f, "en", sentence);
    for (enum line_breaking b = BREAKING_TOTAL_FIT; b <= BREAKING_FIRST_FIT; b++) {
        struct lines lines = set(f, &passage, &english, POINTS(110), b, true);
        size_t hyphens = 0, row = 0;
        for (size_t i = 0; i < lines.count; i++) {
            row = has_hyphen(&lines.at[i]) ? row + 1 : 0;
            hyphens += row > 0;
            assert_true(row <= 2);
            if (row > 0)
                assert_hyphen(&lines.at[i], POINTS(110));
        }
        assert_true(hyphens >= 2);
    }
    assert_int_equal(f->diagnostics.count, 0);
}

static void test_a_dictionary_is_opened_only_where_a_style_asks(void **state)
{
    struct text_fixture *f = *state;
    struct hyphenation hyphenation = new_hyphenation(f, british);
    const struct language english = {.tag = "en", .hyphenation = &hyphenation};
    struct passage passage = one_stretch(f, "en", sentence);
    struct lines lines =
        set(f, &passage, &english, POINTS(110), BREAKING_TOTAL_FIT, false);
    assert_false(hyphenation.sought);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(has_hyphen(&lines.at[i]));
    set(f, &passage, &english, POINTS(110), BREAKING_TOTAL_FIT, true);
    const struct hyphen_dictionary *opened = hyphenation.opened;
    assert_non_null(opened);
    set(f, &passage, &english, POINTS(110), BREAKING_TOTAL_FIT, true);
    assert_ptr_equal(hyphenation.opened, opened);
}

static void test_a_language_without_dictionary_parts_nothing(void **state)
{
    struct text_fixture *f = *state;
    const struct language other = {.tag = "en"};
    struct passage passage = one_stretch(f, "en", sentence);
    struct lines lines = set(f, &passage, &other, POINTS(110), BREAKING_TOTAL_FIT, true);
    for (size_t i = 0; i < lines.count; i++)
        assert_false(has_hyphen(&lines.at[i]));
}

/* They need no dictionary and no style; where no line ends nothing of them is set, as the
 * tracking shows. */
static void test_soft_hyphens_of_the_author(void **state)
{
    struct text_fixture *f = *state;
    const struct language other = {.tag = "en"};
    struct passage passage = one_stretch(f, "en", "responsi\u00ADbilities for end");
    struct lines lines = set(f, &passage, &other, POINTS(45), BREAKING_FIRST_FIT, false);
    assert_string_equal(line_text(f, &lines.at[0]), "responsi\u00AD");
    assert_string_equal(line_text(f, &lines.at[1]), "bilities for ");
    passage.at[0].tracking = POINT;
    struct passage plain = one_stretch(f, "en", "responsibilities for end");
    plain.at[0].tracking = POINT;
    lines = set(f, &passage, &other, POINTS(300), BREAKING_FIRST_FIT, false);
    struct lines without = set(f, &plain, &other, POINTS(300), BREAKING_FIRST_FIT, false);
    assert_string_equal(line_text(f, &lines.at[0]), "responsibilities for end");
    assert_int_equal(lines.at[0].width, without.at[0].width);
}

/* Latin words stand from left to right in a line that goes the other way: the hyphen is
 * at the right of its word, not at the line's left end. */
static void test_a_hyphen_stands_behind_its_word(void **state)
{
    struct text_fixture *f = *state;
    const struct language other = {.tag = "ar"};
    struct passage passage = one_stretch(f, "ar", "אב responsi\u00ADbilities אב");
    passage.right_to_left = true;
    struct lines lines = set(f, &passage, &other, POINTS(60), BREAKING_FIRST_FIT, false);
    const struct glyph_row *row = &lines.at[0].rows[1];
    assert_string_equal(row->text + row->glyphs[0].text_start,
                        "responsi\u00ADbilities אב");
    assert_string_equal(row[1].text, "\u00AD");
    assert_int_equal(row[1].x, row->x + row->width);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_words_are_parted),
        TEST(test_what_is_no_plain_word_is_not_parted),
        TEST(test_the_last_word_is_not_parted),
        TEST(test_stretches_that_are_not_parted),
        TEST(test_a_note_mark_is_no_figure_of_the_word),
        TEST(test_headings_are_not_parted),
        TEST(test_fewest_letters),
        TEST(test_nothing_is_parted_inside_ligatures),
        TEST(test_long_words_are_left_alone),
        TEST(test_encodings),
        TEST(test_parts_that_change_letters_are_left_out),
        TEST(test_a_missing_dictionary_is_told_once),
        TEST(test_unknown_encodings_are_told),
        TEST(test_lines_end_with_hyphens),
        TEST(test_a_dictionary_is_opened_only_where_a_style_asks),
        TEST(test_a_language_without_dictionary_parts_nothing),
        TEST(test_soft_hyphens_of_the_author),
        TEST(test_a_hyphen_stands_behind_its_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
