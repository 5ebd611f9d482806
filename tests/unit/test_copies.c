/* Copies of glyphs that take in the gaps beside them: what is found on a page, and the
 * shapes of the copies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/vec.h"
#include "out/pdf_copies.h"
#include "out/pdf_subset.h"
#include <string.h>

#define SERIF_CJK   "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
#define SERIF_LATIN "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
enum { SIMPLIFIED = 2 }; /* index in the collection */

struct bench {
    struct recovery recovery;
    struct arena *arena;
    struct font_face *han, *latin;
    struct page page;
    struct fits fits;
};

static int set_up(void **state)
{
    static struct bench bench;
    bench = (struct bench){0};
    bench.arena = new_arena(&bench.recovery, 0);
    bench.han = open_face(bench.arena, SERIF_CJK, SIMPLIFIED);
    bench.latin = open_face(bench.arena, SERIF_LATIN, 0);
    *state = &bench;
    return bench.han == NULL || bench.latin == NULL;
}

static int tear_down(void **state)
{
    struct bench *bench = *state;
    free_arena(bench->arena);
    return 0;
}

/* The character at byte `at` of the text, at x, as a row of 10 pt. */
static void add_character(struct bench *bench, const struct font_face *face,
                          const char *text, uint32_t at, length x)
{
    struct glyph_row *row = arena_alloc(bench->arena, sizeof *row);
    size_t size;
    codepoint c = utf8_decode(text + at, strlen(text + at), &size);
    *row = (struct glyph_row){
        .face = face, .size = POINTS(10), .scale = 1000, .text = text, .count = 1};
    row->glyphs = arena_alloc(bench->arena, sizeof *row->glyphs);
    *row->glyphs = (struct placed_glyph){
        .id = face_glyph(face, c), .text_start = at, .text_length = (uint32_t)size};
    const struct mark mark = {.kind = MARK_GLYPHS, .x = x, .row = row};
    vec_push(bench->arena, &bench->page.marks, mark);
}

static void assert_fit(const struct bench *bench, size_t i, int move, int growth)
{
    assert_true(i < bench->fits.count);
    assert_int_equal(bench->fits.at[i].move, move);
    assert_int_equal(bench->fits.at[i].growth, growth);
}

static void test_letters_take_in_the_gaps_to_ideographs(void **state)
{
    struct bench *bench = *state;
    const char *text = "年2月";
    add_character(bench, bench->han, text, 0, 0);
    add_character(bench, bench->latin, text, 3, POINT * 25 / 2); /* a quarter of an em */
    add_character(bench, bench->han, text, 4, POINTS(20));
    fit_page(bench->arena, &bench->page, &bench->fits);
    assert_int_equal(bench->fits.count, 3);
    assert_fit(bench, 0, 0, 0);
    assert_fit(bench, 1, 512, 1024); /* of 2048 units: both gaps, moved by the first */
    assert_fit(bench, 2, 0, 0);
}

static void test_squeezed_marks_end_where_they_are_squeezed(void **state)
{
    struct bench *bench = *state;
    const char *text = "一，（二";
    add_character(bench, bench->han, text, 0, 0);
    add_character(bench, bench->han, text, 3, POINTS(10));
    add_character(bench, bench->han, text, 6, POINTS(15)); /* half an em too early */
    add_character(bench, bench->han, text, 9, POINTS(25));
    fit_page(bench->arena, &bench->page, &bench->fits);
    assert_fit(bench, 1, 0, -500);
    assert_fit(bench, 2, 0, 0);
}

static void test_an_opening_mark_is_moved(void **state)
{
    struct bench *bench = *state;
    const char *text = "一（";
    add_character(bench, bench->han, text, 0, 0);
    add_character(bench, bench->han, text, 3, POINTS(5));
    fit_page(bench->arena, &bench->page, &bench->fits);
    assert_fit(bench, 0, 0, 0);
    assert_fit(bench, 1, -500, -500);
}

static void test_what_is_not_the_engines_gap(void **state)
{
    struct bench *bench = *state;
    const char *text = "一 二AV三";
    add_character(bench, bench->han, text, 0, 0);
    add_character(bench, bench->han, text, 4, POINTS(13)); /* a space was typed */
    add_character(bench, bench->latin, text, 7, POINTS(23));
    add_character(bench, bench->latin, text, 8, POINTS(32)); /* letters */
    add_character(bench, bench->han, text, 9, POINTS(60));   /* too far */
    add_character(bench, bench->latin, "x", 0, POINTS(72));  /* another text */
    fit_page(bench->arena, &bench->page, &bench->fits);
    for (size_t i = 0; i < bench->fits.count; i++)
        assert_fit(bench, i, 0, 0);
}

static hb_font_t *open_font(hb_face_t *face, int em)
{
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, em, em);
    hb_face_destroy(face);
    return font;
}

/* A bare CFF table with what HarfBuzz needs besides. */
static hb_face_t *wrap_cff(const struct font_face *face, const struct subset *subset)
{
    const char profile[] = {
        0, 0, 0x50, 0, (char)(subset->glyph_count >> 8), (char)subset->glyph_count};
    hb_face_t *builder = hb_face_builder_create();
    hb_blob_t *tables[] = {
        hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd')),
        hb_blob_create(profile, sizeof profile, HB_MEMORY_MODE_DUPLICATE, NULL, NULL),
        hb_blob_create(subset->program.at, (unsigned)subset->program.length,
                       HB_MEMORY_MODE_DUPLICATE, NULL, NULL)};
    const char *const tags[] = {"head", "maxp", "CFF "};
    for (size_t i = 0; i < 3; i++) {
        hb_face_builder_add_table(builder, hb_tag_from_string(tags[i], -1), tables[i]);
        hb_blob_destroy(tables[i]);
    }
    hb_blob_t *file = hb_face_reference_blob(builder);
    hb_face_t *opened = hb_face_create(file, 0);
    hb_blob_destroy(file);
    hb_face_destroy(builder);
    return opened;
}

static void assert_moved(hb_font_t *original, uint32_t from, hb_font_t *font, uint32_t to,
                         int move)
{
    hb_glyph_extents_t whole, copy;
    assert_true(hb_font_get_glyph_extents(original, from, &whole));
    assert_true(hb_font_get_glyph_extents(font, to, &copy));
    whole.x_bearing += move;
    assert_memory_equal(&whole, &copy, sizeof whole);
}

static void test_copies_in_cff(void **state)
{
    struct bench *bench = *state;
    const codepoint characters[] = {0xFF08, 0xFF08, 0xFF0C, 0x4E00, 'I'};
    const struct fit fits[] = {{0, 0}, {-500, -500}, {0, -500}, {125, 125}, {250, 500}};
    uint32_t glyphs[5];
    for (size_t i = 0; i < 5; i++)
        glyphs[i] = face_glyph(bench->han, characters[i]);
    struct subset subset = subset_face(bench->arena, new_outlines(bench->arena),
                                       bench->han, glyphs, fits, 5);
    assert_int_equal(subset.glyph_count, 6);
    hb_font_t *font = open_font(wrap_cff(bench->han, &subset), bench->han->units_per_em);
    for (size_t i = 0; i < 5; i++)
        assert_moved(bench->han->font, glyphs[i], font, subset.numbers[i], fits[i].move);
    hb_font_destroy(font);
}

static void test_copies_in_truetype(void **state)
{
    struct bench *bench = *state;
    const codepoint characters[] = {'2', '2', '2', 0xE9, 'A', '2', ' '};
    const struct fit fits[] = {{0, 0},   {512, 512}, {0, 512}, {256, 256},
                               {0, 512}, {512, 512}, {0, 100}};
    uint32_t glyphs[7];
    for (size_t i = 0; i < 7; i++)
        glyphs[i] = face_glyph(bench->latin, characters[i]);
    struct subset subset = subset_face(bench->arena, new_outlines(bench->arena),
                                       bench->latin, glyphs, fits, 7);
    assert_int_equal(subset.numbers[1], subset.numbers[5]);
    hb_blob_t *file = hb_blob_create(subset.program.at, (unsigned)subset.program.length,
                                     HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    hb_font_t *font = open_font(hb_face_create(file, 0), bench->latin->units_per_em);
    hb_blob_destroy(file);
    assert_int_equal(hb_face_get_glyph_count(hb_font_get_face(font)), subset.glyph_count);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(hb_font_get_glyph_h_advance(font, subset.numbers[i]),
                         face_advance(bench->latin, glyphs[i]) + fits[i].growth);
        if (characters[i] != ' ')
            assert_moved(bench->latin->font, glyphs[i], font, subset.numbers[i],
                         fits[i].move);
    }
    hb_font_destroy(font);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_letters_take_in_the_gaps_to_ideographs,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_squeezed_marks_end_where_they_are_squeezed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_opening_mark_is_moved, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_not_the_engines_gap, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_copies_in_cff, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_copies_in_truetype, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
