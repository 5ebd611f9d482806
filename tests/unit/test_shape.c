/* Glyphs, their widths and their order. */
#include "text_fixture.h"

#include <cmocka.h>

static struct run shape_one(struct text_fixture *f, const struct passage *passage)
{
    struct runs runs = shape(f, passage);
    assert_int_equal(runs.count, 1);
    return runs.at[0];
}

static length width(const struct run *run)
{
    length sum = 0;
    for (size_t i = 0; i < run->glyph_count; i++)
        sum += run->glyphs[i].advance;
    return sum;
}

static void ideographs_are_an_em_wide(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "联合国，（会议）");
    passage.at[0].size = 10 * POINT + POINT / 2;
    struct run run = shape_one(f, &passage);
    assert_int_equal(run.glyph_count, 8);
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(run.glyphs[i].cluster, 3 * i);
        assert_int_equal(run.glyphs[i].advance, passage.at[0].size);
    }
}

static void scale_and_tracking_are_for_letters(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "国A");
    passage.at[0].scale = 1030;
    passage.at[0].tracking = POINT / 5;
    struct runs runs = shape(f, &passage);
    assert_int_equal(runs.at[0].scale, 1000);
    assert_int_equal(runs.at[0].glyphs[0].advance, POINTS(10));
    assert_int_equal(runs.at[1].scale, 1030);
    /* Liberation Serif's A is 1479 of 2048 wide. */
    assert_int_equal(runs.at[1].glyphs[0].advance,
                     length_scale(POINTS(10), 1479 * 1030, 2048 * 1000) + POINT / 5);
}

static void cyrillic_and_greek_are_scaled_arabic_is_not(void **state)
{
    struct text_fixture *f = *state;
    static const struct {
        const char *text;
        int scale;
    } cases[] = {{"Да", 1030}, {"αβ", 1030}, {"12", 1030}, {"مرحبا", 1000}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct passage passage = one_stretch(f, "en", cases[i].text);
        passage.at[0].scale = 1030;
        assert_int_equal(shape_one(f, &passage).scale, cases[i].scale);
    }
}

static void pairs_are_kerned(void **state)
{
    struct text_fixture *f = *state;
    struct passage pair = one_stretch(f, "en", "AV"), first = one_stretch(f, "en", "A"),
                   second = one_stretch(f, "en", "V");
    struct run run = shape_one(f, &pair), a = shape_one(f, &first),
               v = shape_one(f, &second);
    assert_true(width(&run) < width(&a) + width(&v));
}

/* "ffi" joins in DejaVu Sans; tracked letters must not, and each gets its tracking. */
static void tracking_dissolves_ligatures(void **state)
{
    struct text_fixture *f = *state;
    f->catalogue.roles[0].other = fixture_list(f, 2, DEJAVU, DEJAVU);
    struct passage passage = one_stretch(f, "en", "office");
    struct run joined = shape_one(f, &passage);
    assert_int_equal(joined.glyph_count, 4);
    assert_int_equal(joined.glyphs[2].cluster, 4);
    passage.at[0].tracking = POINT;
    struct run apart = shape_one(f, &passage);
    assert_int_equal(apart.glyph_count, 6);
    passage.at[0].tracking = 2 * POINT;
    struct run wider = shape_one(f, &passage);
    assert_int_equal(width(&wider) - width(&apart), 6 * POINT);
}

/* A letter and its marks are one cluster: one piece of tracking. */
static void tracking_follows_clusters(void **state)
{
    struct text_fixture *f = *state;
    f->catalogue.roles[0].other = fixture_list(f, 2, DEJAVU, DEJAVU);
    struct passage passage = one_stretch(f, "en", "x\u0323\u0302y");
    passage.at[0].tracking = POINT;
    struct run one = shape_one(f, &passage);
    passage.at[0].tracking = 2 * POINT;
    struct run two = shape_one(f, &passage);
    assert_int_equal(width(&two) - width(&one), 2 * POINT);
}

static void a_double_dash_is_one_cluster(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "中——文");
    struct run run = shape_one(f, &passage);
    assert_int_equal(run.glyph_count, 3);
    assert_int_equal(run.glyphs[1].cluster, 3);
    assert_int_equal(run.glyphs[1].advance, POINTS(20));
    assert_int_equal(run.glyphs[2].cluster, 9);
}

static void chinese_in_english_has_chinese_glyphs(void **state)
{
    struct text_fixture *f = *state;
    struct passage english = one_stretch(f, "en", "中——“文”");
    struct passage chinese = one_stretch(f, "zh-Hans", "中——“文”");
    struct run a = shape_one(f, &english), b = shape_one(f, &chinese);
    assert_int_equal(a.glyph_count, b.glyph_count);
    for (size_t i = 0; i < a.glyph_count; i++)
        assert_int_equal(a.glyphs[i].id, b.glyphs[i].id);
}

/* The letters join although the run ends between them: a new stretch is no new word. */
static void runs_are_shaped_with_their_neighbours(void **state)
{
    struct text_fixture *f = *state;
    struct passage alone = one_stretch(f, "ar", "ب");
    struct passage passage = one_stretch(f, "ar", "ب");
    add_stretch(f, &passage, "ar", "ب");
    alone.right_to_left = passage.right_to_left = true;
    struct runs runs = shape(f, &passage);
    assert_int_equal(runs.count, 2);
    assert_int_not_equal(runs.at[0].glyphs[0].id, runs.at[1].glyphs[0].id);
    assert_int_not_equal(runs.at[0].glyphs[0].id, shape_one(f, &alone).glyphs[0].id);
}

static void clusters_ascend_from_the_right_too(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "ar", "مَرحبا");
    passage.right_to_left = true;
    struct run run = shape_one(f, &passage);
    assert_int_equal(run.level, 1);
    assert_int_equal(run.glyphs[0].cluster, 0);
    for (size_t i = 1; i < run.glyph_count; i++)
        assert_true(run.glyphs[i].cluster >= run.glyphs[i - 1].cluster);
}

static void a_line_separator_takes_no_room(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "联合国\u2028会议");
    struct run run = shape_one(f, &passage);
    assert_int_equal(width(&run), POINTS(50));
    for (size_t i = 0; i < run.glyph_count; i++)
        assert_int_not_equal(run.glyphs[i].id, 0);
}

static void an_empty_passage_has_no_runs(void **state)
{
    struct text_fixture *f = *state;
    struct passage passage = one_stretch(f, "zh-Hans", "");
    assert_int_equal(shape(f, &passage).count, 0);
}

static void faces_know_their_metrics(void **state)
{
    struct text_fixture *f = *state;
    const struct font_face *noto =
        catalogue_face(&f->catalogue, &f->catalogue.entries[NOTO]);
    assert_string_equal(noto->postscript_name, "NotoSerifCJKsc-Regular");
    assert_string_equal(noto->name, "noto-serif-sc");
    assert_int_equal(noto->units_per_em, 1000);
    assert_true(noto->is_cff && noto->is_cid);
    assert_int_equal(noto->ascent, 880);
    assert_int_equal(noto->descent, -120);
    const struct font_face *latin =
        catalogue_face(&f->catalogue, &f->catalogue.entries[LIBERATION]);
    assert_int_equal(latin->number, LIBERATION);
    assert_int_equal(latin->units_per_em, 2048);
    assert_false(latin->is_cff || latin->is_cid || latin->is_italic);
    assert_true(latin->is_serif);
    assert_int_equal(latin->weight, 400);
    assert_true(latin->cap_height > latin->x_height && latin->x_height > 0);
    assert_int_equal(face_advance(latin, face_glyph(latin, 'A')), 1479);
    struct ink ink;
    assert_false(face_ink(latin, face_glyph(latin, ' '), &ink));
    assert_true(face_ink(noto, face_glyph(noto, 0x3002), &ink)); /* 。 is lower left */
    assert_true(ink.right < 500 && ink.top < 400);
}

static void what_is_no_font_is_not_opened(void **state)
{
    struct text_fixture *f = *state;
    assert_null(open_face(f->arena, "/dev/null", 0));
    assert_null(open_face(f->arena, "/no/such/file", 0));
    assert_null(open_face(f->arena, f->catalogue.entries[NOTO].file, 0));
    const struct font_face *noto =
        catalogue_face(&f->catalogue, &f->catalogue.entries[NOTO]);
    assert_null(open_face(f->arena, noto->file, 99));
    assert_null(catalogue_face(&f->catalogue, &f->catalogue.entries[NOT_THERE]));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(ideographs_are_an_em_wide),
        TEST(scale_and_tracking_are_for_letters),
        TEST(cyrillic_and_greek_are_scaled_arabic_is_not),
        TEST(pairs_are_kerned),
        TEST(tracking_dissolves_ligatures),
        TEST(tracking_follows_clusters),
        TEST(a_double_dash_is_one_cluster),
        TEST(chinese_in_english_has_chinese_glyphs),
        TEST(runs_are_shaped_with_their_neighbours),
        TEST(clusters_ascend_from_the_right_too),
        TEST(a_line_separator_takes_no_room),
        TEST(an_empty_passage_has_no_runs),
        TEST(faces_know_their_metrics),
        TEST(what_is_no_font_is_not_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
