/* Font programs: CID-keyed ones, which are large, are put together from kept outlines,
 * others are cut down by hb-subset. */
#include "out/pdf_subset.h"

#include "base/vec.h"
#include "out/pdf_copies.h"
#include "out/pdf_program.h"
#include <errno.h>
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

/* Hints are dropped: text at print size does not need them. */
enum {
    FLAGS = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
            HB_SUBSET_FLAGS_NOTDEF_OUTLINE
};

/* What a font program in a PDF file is made of.  Nothing else is shown to hb-subset:
 * layout tables would cost more than the outlines. */
static const hb_tag_t metric_tables[] = {
    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p'), HB_TAG_NONE};
static const hb_tag_t cff_tables[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG_NONE};
static const hb_tag_t truetype_tables[] = {HB_TAG('g', 'l', 'y', 'f'),
                                           HB_TAG('l', 'o', 'c', 'a'), HB_TAG_NONE};

static void destroy_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static void destroy_face(void *face)
{
    hb_face_destroy(face);
}

static void destroy_input(void *input)
{
    hb_subset_input_destroy(input);
}

static void destroy_plan(void *plan)
{
    hb_subset_plan_destroy(plan);
}

/* HarfBuzz does not tell a want of memory from a font it cannot read; errno does. */
static _Noreturn void fail_subset(struct arena *arena, const struct font_face *face)
{
    if (errno == ENOMEM)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_fail(arena, STATUS_DEFECT, "font %s cannot be cut down (%s)", face->name,
               face->file);
}

static void add_tables(struct arena *arena, const struct font_face *face,
                       hb_face_t *reduced, const hb_tag_t *tag)
{
    for (; *tag != HB_TAG_NONE; tag++) {
        hb_blob_t *blob = hb_face_reference_table(face->face, *tag);
        arena_defer(arena, destroy_blob, blob);
        if (hb_blob_get_length(blob) == 0 ||
            !hb_face_builder_add_table(reduced, *tag, blob))
            fail_subset(arena, face);
    }
}

static hb_subset_input_t *subset_input(struct arena *arena,
                                       const struct glyph_copy *glyphs, size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_defer(arena, destroy_input, input);
    hb_subset_input_set_flags(input, FLAGS);
    hb_set_t *set = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, glyphs[i].glyph);
    return input;
}

static hb_subset_plan_t *plan_subset(struct arena *arena, const struct font_face *face,
                                     const hb_subset_input_t *input)
{
    hb_face_t *reduced = hb_face_builder_create();
    arena_defer(arena, destroy_face, reduced);
    add_tables(arena, face, reduced, metric_tables);
    add_tables(arena, face, reduced, face->is_cff ? cff_tables : truetype_tables);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(reduced, input);
    if (plan == NULL)
        fail_subset(arena, face);
    arena_defer(arena, destroy_plan, plan);
    return plan;
}

static struct slice subset_program(struct arena *arena, const struct font_face *face,
                                   hb_face_t *subset)
{
    hb_blob_t *blob;
    if (face->is_cff)
        blob = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
    else
        blob = hb_face_reference_blob(subset);
    arena_defer(arena, destroy_blob, blob);
    unsigned count;
    const char *at = hb_blob_get_data(blob, &count);
    if (count == 0)
        fail_subset(arena, face);
    return (struct slice){arena_text(arena, at, count), count};
}

struct copies {
    struct glyph_copy *at;
    size_t count, capacity;
};

/* Where the copy is among the copies, which it joins when it is new. */
static size_t place_copy(struct arena *arena, struct copies *copies,
                         struct glyph_copy wanted)
{
    for (size_t i = 0; i < copies->count; i++)
        if (copies->at[i].glyph == wanted.glyph &&
            fits_are_equal(copies->at[i].fit, wanted.fit))
            return i;
    vec_push(arena, copies, wanted);
    return copies->count - 1;
}

/* Copies have the numbers behind the glyphs'. */
static struct copies number_glyphs(struct arena *arena, const struct font_face *face,
                                   const hb_map_t *map, const struct glyph_copy *glyphs,
                                   size_t count, struct subset *subset)
{
    struct copies copies = {0};
    subset->numbers = arena_array(arena, count, sizeof(uint32_t));
    for (size_t i = 0; i < count; i++) {
        struct glyph_copy copy = {hb_map_get(map, glyphs[i].glyph), glyphs[i].fit};
        if (copy.glyph >= subset->glyph_count)
            fail_subset(arena, face);
        subset->numbers[i] = copy.glyph;
        if (!fit_is_none(copy.fit))
            subset->numbers[i] =
                subset->glyph_count + (uint32_t)place_copy(arena, &copies, copy);
    }
    subset->glyph_count += (uint32_t)copies.count;
    return copies;
}

static struct subset cut_face(struct arena *arena, const struct font_face *face,
                              const struct glyph_copy *glyphs, size_t count)
{
    errno = 0;
    const hb_subset_input_t *input = subset_input(arena, glyphs, count);
    hb_subset_plan_t *plan = plan_subset(arena, face, input);
    hb_face_t *cut = hb_subset_plan_execute_or_fail(plan);
    if (cut == NULL)
        fail_subset(arena, face);
    arena_defer(arena, destroy_face, cut);
    struct subset subset = {.glyph_count = hb_face_get_glyph_count(cut)};
    struct copies copies =
        number_glyphs(arena, face, hb_subset_plan_old_to_new_glyph_mapping(plan), glyphs,
                      count, &subset);
    if (copies.count > 0) {
        cut = add_copies(arena, cut, copies.at, copies.count);
        arena_defer(arena, destroy_face, cut);
    }
    subset.program = subset_program(arena, face, cut);
    return subset;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_glyphs(const void *a, const void *b)
{
    const struct glyph_copy *first = a, *second = b;
    int order = compare_numbers(first->glyph, second->glyph);
    if (order == 0)
        order = compare_numbers(first->fit.move, second->fit.move);
    return order != 0 ? order : compare_numbers(first->fit.growth, second->fit.growth);
}

/* .notdef and the glyphs, in order, each once. */
static size_t order_glyphs(struct glyph_copy *ordered, const struct glyph_copy *glyphs,
                           size_t count)
{
    size_t kept = 1;
    ordered[0] = (struct glyph_copy){0};
    memcpy(ordered + 1, glyphs, count * sizeof *glyphs);
    qsort(ordered + 1, count, sizeof *ordered, compare_glyphs);
    for (size_t i = 1; i <= count; i++)
        if (compare_glyphs(&ordered[i], &ordered[kept - 1]) != 0)
            ordered[kept++] = ordered[i];
    return kept;
}

static struct slice copy_outline(struct arena *arena, struct outlines *outlines,
                                 const struct font_face *face,
                                 const struct glyph_copy *copy)
{
    struct slice outline = glyph_outline(outlines, arena, face, copy->glyph);
    if (outline.at == NULL)
        fail_subset(arena, face);
    if (fit_is_none(copy->fit))
        return outline;
    return copy_charstring(arena, outline, face_advance(face, copy->glyph),
                           face->units_per_em, copy->fit);
}

static struct subset compose_face(struct arena *arena, struct outlines *outlines,
                                  const struct font_face *face,
                                  const struct glyph_copy *glyphs, size_t count)
{
    struct glyph_copy *ordered = arena_array(arena, count + 1, sizeof *ordered);
    size_t all = order_glyphs(ordered, glyphs, count);
    struct slice *charstrings = arena_array(arena, all, sizeof *charstrings);
    for (size_t i = 0; i < all; i++)
        charstrings[i] = copy_outline(arena, outlines, face, &ordered[i]);
    struct subset subset = {.program = make_cff_program(arena, face, charstrings, all),
                            .numbers = arena_array(arena, count, sizeof(uint32_t)),
                            .glyph_count = (uint32_t)all};
    for (size_t i = 0; i < count; i++) {
        const struct glyph_copy *found =
            bsearch(&glyphs[i], ordered, all, sizeof *ordered, compare_glyphs);
        subset.numbers[i] = (uint32_t)(found - ordered);
    }
    return subset;
}

struct subset subset_face(struct arena *arena, struct outlines *outlines,
                          const struct font_face *face, const uint32_t *glyphs,
                          const struct fit *fits, size_t count)
{
    struct glyph_copy *wanted = arena_array(arena, count, sizeof *wanted);
    for (size_t i = 0; i < count; i++) {
        wanted[i].glyph = glyphs[i];
        if (fits != NULL)
            wanted[i].fit = fits[i];
    }
    return face->is_cid ? compose_face(arena, outlines, face, wanted, count)
                        : cut_face(arena, face, wanted, count);
}
