/* Font programs: glyph by glyph what hb-subset makes of the same face, and the same bytes
 * whether outlines were kept from another document or not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "base/vec.h"
#include "out/pdf_charstring.h"
#include "out/pdf_subset.h"
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

#define SERIF_CJK      "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
#define SERIF_CJK_BOLD "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
#define SERIF_LATIN    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
enum { SIMPLIFIED = 2 }; /* index in the collections */

enum { STEP = 61 }; /* of the glyphs that are tried: about a thousand */

static struct recovery recovery;

static int set_up(void **state)
{
    *state = new_arena(&recovery, 0);
    return *state == NULL;
}

static int tear_down(void **state)
{
    free_arena(*state);
    return 0;
}

struct glyphs {
    uint32_t *at;
    size_t count, capacity;
};

static struct glyphs some_glyphs(struct arena *arena, const struct font_face *face)
{
    struct glyphs glyphs = {0};
    for (uint32_t glyph = 1; glyph < hb_face_get_glyph_count(face->face); glyph += STEP)
        vec_push(arena, &glyphs, glyph);
    return glyphs;
}

static struct slice blob_slice(struct arena *arena, hb_blob_t *blob)
{
    unsigned size;
    const char *at = hb_blob_get_data(blob, &size);
    struct slice slice = {arena_text(arena, at, size), size};
    hb_blob_destroy(blob);
    return slice;
}

/* With the tables that can add no glyphs. */
static hb_face_t *reduced_face(const struct font_face *face)
{
    static const hb_tag_t tables[] = {
        HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
        HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
        HB_TAG('C', 'F', 'F', ' ')};
    hb_face_t *reduced = hb_face_builder_create();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        hb_blob_t *table = hb_face_reference_table(face->face, tables[i]);
        hb_face_builder_add_table(reduced, tables[i], table);
        hb_blob_destroy(table);
    }
    return reduced;
}

/* What hb-subset makes of the glyphs; it numbers them in their order, as we do. */
static struct slice program_of_harfbuzz(struct arena *arena, const struct font_face *face,
                                        const struct glyphs *glyphs)
{
    hb_face_t *reduced = reduced_face(face);
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    for (size_t i = 0; i < glyphs->count; i++)
        hb_set_add(hb_subset_input_glyph_set(input), glyphs->at[i]);
    hb_face_t *cut = hb_subset_or_fail(reduced, input);
    hb_face_destroy(reduced);
    hb_subset_input_destroy(input);
    assert_non_null(cut);
    struct slice program =
        blob_slice(arena, hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' ')));
    hb_face_destroy(cut);
    return program;
}

static void assert_same_outline(const struct cff *a, const struct cff *b, uint32_t glyph)
{
    static struct charstring first, second;
    const struct charstring_width none = {0};
    assert_true(flatten_charstring(a, glyph, none, &first));
    assert_true(flatten_charstring(b, glyph, none, &second));
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.bytes, second.bytes, first.length);
}

static void test_outlines_are_those_of_harfbuzz(void **state)
{
    struct arena *arena = *state;
    static const char *const files[] = {SERIF_CJK, SERIF_CJK_BOLD};
    for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
        const struct font_face *face = open_face(arena, files[f], SIMPLIFIED);
        struct glyphs glyphs = some_glyphs(arena, face);
        struct subset own =
            subset_face(arena, new_outlines(arena), face, glyphs.at, NULL, glyphs.count);
        struct cff *a = read_cff(arena, own.program);
        struct cff *b = read_cff(arena, program_of_harfbuzz(arena, face, &glyphs));
        assert_non_null(a);
        assert_non_null(b);
        assert_int_equal(a->charstrings.count, glyphs.count + 1);
        assert_int_equal(b->charstrings.count, glyphs.count + 1);
        for (uint32_t i = 0; i <= glyphs.count; i++)
            assert_same_outline(a, b, i);
        for (size_t i = 0; i < glyphs.count; i++)
            assert_int_equal(own.numbers[i], i + 1);
    }
}

static void add_table(hb_face_t *builder, hb_tag_t tag, struct slice bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes.at, (unsigned)bytes.length,
                                     HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    hb_face_builder_add_table(builder, tag, blob);
    hb_blob_destroy(blob);
}

/* The program as HarfBuzz reads it, in a font of its own. */
static hb_font_t *open_program(struct arena *arena, const struct font_face *face,
                               const struct subset *subset)
{
    const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
    const char profile[] = {
        0, 0, 0x50, 0, (char)(subset->glyph_count >> 8), (char)subset->glyph_count};
    hb_face_t *builder = hb_face_builder_create();
    add_table(builder, head,
              blob_slice(arena, hb_face_reference_table(face->face, head)));
    add_table(builder, HB_TAG('m', 'a', 'x', 'p'),
              (struct slice){profile, sizeof profile});
    add_table(builder, HB_TAG('C', 'F', 'F', ' '), subset->program);
    hb_blob_t *file = hb_face_reference_blob(builder);
    hb_face_t *opened = hb_face_create(file, 0);
    hb_font_t *font = hb_font_create(opened);
    hb_blob_destroy(file);
    hb_face_destroy(opened);
    hb_face_destroy(builder);
    hb_font_set_scale(font, face->units_per_em, face->units_per_em);
    return font;
}

static void test_glyphs_reach_as_far_as_the_face_has_them(void **state)
{
    struct arena *arena = *state;
    const struct font_face *face = open_face(arena, SERIF_CJK, SIMPLIFIED);
    struct glyphs glyphs = some_glyphs(arena, face);
    struct subset subset =
        subset_face(arena, new_outlines(arena), face, glyphs.at, NULL, glyphs.count);
    hb_font_t *font = open_program(arena, face, &subset);
    for (size_t i = 0; i < glyphs.count; i++) {
        hb_glyph_extents_t whole, cut;
        assert_true(hb_font_get_glyph_extents(face->font, glyphs.at[i], &whole));
        assert_true(hb_font_get_glyph_extents(font, subset.numbers[i], &cut));
        assert_memory_equal(&whole, &cut, sizeof whole);
    }
    hb_font_destroy(font);
}

static void assert_same_subset(const struct subset *a, const struct subset *b,
                               size_t count)
{
    assert_int_equal(a->glyph_count, b->glyph_count);
    assert_memory_equal(a->numbers, b->numbers, count * sizeof *a->numbers);
    assert_int_equal(a->program.length, b->program.length);
    assert_memory_equal(a->program.at, b->program.at, a->program.length);
}

static void test_kept_outlines_give_the_same_bytes(void **state)
{
    struct arena *arena = *state;
    const struct font_face *faces[] = {open_face(arena, SERIF_CJK, SIMPLIFIED),
                                       open_face(arena, SERIF_CJK_BOLD, SIMPLIFIED),
                                       open_face(arena, SERIF_LATIN, 0)};
    struct outlines *kept = new_outlines(arena);
    const uint32_t first[] = {300, 20, 700, 20}, second[] = {701, 300, 20, 1};
    for (size_t f = 0; f < 3; f++) {
        subset_face(arena, kept, faces[f], first, NULL, 4);
        struct subset warm = subset_face(arena, kept, faces[f], second, NULL, 4);
        struct subset cold = subset_face(arena, new_outlines(arena), faces[f], second, NULL, 4);
        assert_same_subset(&warm, &cold, 4);
    }
}

static void test_numbers_follow_the_glyphs_whatever_their_order(void **state)
{
    struct arena *arena = *state;
    const struct font_face *face = open_face(arena, SERIF_CJK, SIMPLIFIED);
    const uint32_t glyphs[] = {900, 0, 30, 900, 31};
    struct subset subset = subset_face(arena, new_outlines(arena), face, glyphs, NULL, 5);
    const uint32_t expected[] = {3, 0, 1, 3, 2};
    assert_int_equal(subset.glyph_count, 4);
    assert_memory_equal(subset.numbers, expected, sizeof expected);
    subset = subset_face(arena, new_outlines(arena), face, glyphs + 1, NULL, 1);
    assert_int_equal(subset.glyph_count, 1);
}

/* A face cut off anywhere is refused or gives some outlines; nothing beyond it is read.
 */
static void test_damaged_programs(void **state)
{
    struct arena *arena = *state;
    static struct charstring room;
    const struct font_face *face = open_face(arena, SERIF_CJK, SIMPLIFIED);
    const uint32_t glyphs[] = {900, 30, 31, 50000};
    struct slice whole = subset_face(arena, new_outlines(arena), face, glyphs, NULL, 4).program;
    size_t refused = 0;
    for (size_t size = 0; size < whole.length; size++) {
        char *cut = malloc(size + 1);
        memcpy(cut, whole.at, size);
        char *copy = realloc(cut, size + (size == 0));
        struct cff *cff = read_cff(arena, (struct slice){copy, size});
        refused += cff == NULL;
        for (uint32_t glyph = 0; cff != NULL && glyph < 6; glyph++)
            flatten_charstring(cff, glyph, (struct charstring_width){0}, &room);
        free(copy);
    }
    assert_true(refused > 0);
}

/* An INDEX of these objects; the last one is empty. */
static struct cff_index make_index(struct arena *arena, const struct slice *objects)
{
    size_t count = 0, offset = 1;
    while (objects[count].length != 0)
        count++;
    struct buffer out = new_buffer(arena);
    buffer_bytes(&out, (char[]){0, (char)count, 1, 1}, 4);
    for (size_t i = 0; i < count; i++)
        buffer_byte(&out, (char)(offset += objects[i].length));
    for (size_t i = 0; i < count; i++)
        buffer_slice(&out, objects[i]);
    return (struct cff_index){buffer_as_slice(&out), count, 1};
}

/* Numbers from -107 to 107, as they stand in charstrings. */
#define N(number) ((char)((number) + 139))
#define CODE(...)                                                                        \
    ((struct slice){(const char[]){__VA_ARGS__}, sizeof((const char[]){__VA_ARGS__})})

/* What becomes of a charstring; local subroutine 0 is "10 20 rlineto", 1 leaves a number,
 * 2 calls itself; global subroutine 0 ends the glyph. */
static struct slice flattened(struct arena *arena, struct slice code)
{
    const struct slice glyphs[] = {code, {0}};
    const struct slice local[] = {
        CODE(N(10), N(20), 5, 11), CODE(N(7), 11), CODE(N(-105), 10, 11), {0}};
    const struct slice global[] = {CODE(14), {0}};
    struct cff_index subroutines = make_index(arena, local);
    struct cff cff = {
        .charstrings = make_index(arena, glyphs),
        .global_subroutines = make_index(arena, global),
        .local_subroutines = &subroutines,
        .dict_count = 1,
        .dict_select = SLICE("\0\0"),
    };
    struct charstring *out = arena_alloc(arena, sizeof *out);
    bool done = flatten_charstring(&cff, 0, (struct charstring_width){500, 500}, out);
    return done ? (struct slice){(char *)out->bytes, out->length} : (struct slice){0};
}

static void assert_flattened(struct arena *arena, struct slice code,
                             struct slice expected)
{
    assert_true(slice_same(flattened(arena, code), expected));
}

static void test_widths_are_taken_out(void **state)
{
    assert_flattened(*state, CODE(N(50), 14), CODE(14));
    assert_flattened(*state, CODE(N(50), N(1), N(2), 21, 14), CODE(N(1), N(2), 21, 14));
    assert_flattened(*state, CODE(28, 1, 2, N(1), 22, 14), CODE(N(1), 22, 14));
    /* only before the first operator: later there is an operand too many */
    assert_flattened(*state, CODE(N(1), 22, N(3), N(4), 22, 14), (struct slice){0});
}

static void test_hints_are_taken_out(void **state)
{
    assert_flattened(*state, CODE(N(50), N(1), N(2), 1, N(3), 4, 14), CODE(N(3), 4, 14));
    /* nine stems: two bytes of mask, the last stems without an operator */
    assert_flattened(*state,
                     CODE(N(1), N(2), N(1), N(2), N(1), N(2), N(1), N(2), 18, N(1), N(2),
                          N(1), N(2), N(1), N(2), N(1), N(2), N(1), N(2), 19, 14, 14,
                          N(3), 4, N(5), 6, 14),
                     CODE(N(3), 4, N(5), 6, 14));
}

static void test_subroutines_are_put_in(void **state)
{
    assert_flattened(*state, CODE(N(3), 4, N(-107), 10, N(-107), 29),
                     CODE(N(3), 4, N(10), N(20), 5, 14));
    assert_flattened(*state, CODE(N(-106), 10, 4, 14), CODE(N(7), 4, 14));
}

static void test_what_is_no_outline_is_refused(void **state)
{
    const struct slice codes[] = {
        CODE(N(3), 4),                     /* no end */
        CODE(N(3), 4, 28, 0),              /* within a number */
        CODE(N(1), N(2), N(3), N(4), 14),  /* put together out of two letters */
        CODE(N(3), 4, N(5), N(6), 12, 12), /* div */
        CODE(N(3), 4, N(-105), 10, 14),    /* a subroutine that calls itself */
        CODE(N(3), 4, N(0), 10, 14),       /* one that is not there */
        CODE(10),                          /* none */
        CODE(11),
        CODE(N(1), N(2), 5, 14), /* a line before there is a place */
        CODE(N(1), N(2), 18, 19),
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_flattened(*state, codes[i], (struct slice){0});
    char many[60];
    memset(many, N(1), 58);
    memcpy(many + 58, (char[]){5, 14}, 2);
    assert_flattened(*state, (struct slice){many, sizeof many}, (struct slice){0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_outlines_are_those_of_harfbuzz, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_glyphs_reach_as_far_as_the_face_has_them,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_kept_outlines_give_the_same_bytes, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            test_numbers_follow_the_glyphs_whatever_their_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_damaged_programs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_widths_are_taken_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hints_are_taken_out, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_subroutines_are_put_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_no_outline_is_refused, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
