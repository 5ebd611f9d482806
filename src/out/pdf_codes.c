/* The glyphs, fits and texts of all pages, each combination once. */
#include "out/pdf_codes.h"

#include "base/vec.h"
#include <string.h>

enum { FIRST_SLOTS = 256 };

struct cluster row_cluster(const struct glyph_row *row, size_t start)
{
    const struct placed_glyph *first = &row->glyphs[start];
    struct cluster cluster = {
        start, start + 1, {row->text + first->text_start, first->text_length}};
    while (cluster.end < row->count && row->glyphs[cluster.end].text_length == 0)
        cluster.end++;
    return cluster;
}

/* A soft hyphen is neither shown nor searched for. */
struct slice cluster_glyph_text(const struct cluster *cluster, size_t i)
{
    bool has_text = i == cluster->start && cluster->text.length > 0;
    return has_text ? cluster->text : SLICE("\u00AD");
}

static size_t glyph_slot(const struct face_codes *codes, uint32_t glyph)
{
    return (glyph * 2654435761u >> 7) & (codes->slot_count - 1);
}

static size_t next_slot(const struct face_codes *codes, size_t slot)
{
    return (slot + 1) & (codes->slot_count - 1);
}

static bool is_text(struct slice a, struct slice b)
{
    return a.length == b.length && memcmp(a.at, b.at, a.length) == 0;
}

static bool shows_glyph(const struct code *code, uint32_t glyph, struct fit fit)
{
    return code->glyph == glyph && fits_are_equal(code->fit, fit);
}

/* Its index + 1; 0 when there is none yet. */
static uint32_t find_code(const struct face_codes *codes, uint32_t glyph, struct fit fit,
                          struct slice text)
{
    for (size_t slot = glyph_slot(codes, glyph);; slot = next_slot(codes, slot)) {
        uint32_t found = codes->slots[slot];
        if (found == 0)
            return 0;
        const struct code *code = &codes->at[found - 1];
        if (shows_glyph(code, glyph, fit) && is_text(code->text, text))
            return found;
    }
}

/* The first free slot for the code, and how many texts its glyph and fit have on the
 * way. */
static size_t free_slot(const struct face_codes *codes, const struct code *code,
                        unsigned *others)
{
    size_t slot = glyph_slot(codes, code->glyph);
    for (*others = 0; codes->slots[slot] != 0; slot = next_slot(codes, slot))
        *others +=
            shows_glyph(&codes->at[codes->slots[slot] - 1], code->glyph, code->fit);
    return slot;
}

static void grow_slots(struct arena *arena, struct face_codes *codes)
{
    unsigned others;
    codes->slot_count = codes->slot_count == 0 ? FIRST_SLOTS : codes->slot_count * 2;
    codes->slots = arena_array(arena, codes->slot_count, sizeof *codes->slots);
    for (size_t i = 0; i < codes->count; i++)
        codes->slots[free_slot(codes, &codes->at[i], &others)] = (uint32_t)i + 1;
}

static uint32_t add_code(struct arena *arena, struct face_codes *codes, struct code code)
{
    if (2 * codes->count >= codes->slot_count)
        grow_slots(arena, codes);
    size_t slot = free_slot(codes, &code, &code.variant);
    code.advance = face_advance(codes->face, code.glyph) + code.fit.growth;
    vec_push(arena, codes, code);
    codes->slots[slot] = (uint32_t)codes->count;
    if (code.variant >= codes->variants)
        codes->variants = code.variant + 1;
    return (uint32_t)codes->count;
}

/* The index of the code, which joins the others when it is new. */
static uint32_t code_index(struct arena *arena, struct face_codes *codes, uint32_t glyph,
                           struct fit fit, struct slice text)
{
    uint32_t found = codes->count == 0 ? 0 : find_code(codes, glyph, fit, text);
    if (found == 0)
        found = add_code(arena, codes,
                         (struct code){.glyph = glyph, .fit = fit, .text = text});
    return found - 1;
}

const struct face_codes *lookup_face_codes(const struct codes *codes,
                                           const struct font_face *face)
{
    for (size_t i = 0; i < codes->count; i++)
        if (codes->at[i].face == face)
            return &codes->at[i];
    return NULL;
}

static struct face_codes *place_face_codes(struct arena *arena, struct codes *codes,
                                           const struct font_face *face)
{
    const struct face_codes *found = lookup_face_codes(codes, face);
    if (found != NULL)
        return &codes->at[found - codes->at];
    vec_push(arena, codes, (struct face_codes){.face = face});
    return vec_last(codes);
}

static void collect_row(struct arena *arena, struct codes *all,
                        const struct glyph_row *row, const struct fit *fits,
                        uint32_t *indexes)
{
    if (row->count == 0)
        return;
    struct face_codes *codes = place_face_codes(arena, all, row->face);
    struct cluster cluster;
    for (size_t i = 0; i < row->count; i = cluster.end) {
        cluster = row_cluster(row, i);
        for (size_t k = i; k < cluster.end; k++)
            indexes[k] = code_index(arena, codes, row->glyphs[k].id, fits[k],
                                    cluster_glyph_text(&cluster, k));
    }
}

static uint32_t *collect_page(struct arena *arena, struct codes *all,
                              const struct page *page, const struct fits *fits)
{
    uint32_t *indexes = arena_room(arena, fits->count * sizeof *indexes);
    size_t done = 0;
    for (size_t i = 0; i < page->marks.count; i++) {
        const struct mark *mark = &page->marks.at[i];
        if (mark->kind != MARK_GLYPHS)
            continue;
        collect_row(arena, all, mark->row, fits->at + done, indexes + done);
        done += mark->row->count;
    }
    return indexes;
}

struct codes collect_codes(struct arena *arena, const struct pages *pages)
{
    struct codes codes = {.of_page =
                              arena_array(arena, pages->count, sizeof *codes.of_page)};
    struct fits fits = {0};
    for (size_t i = 0; i < pages->count; i++) {
        fit_page(arena, &pages->at[i], &fits);
        codes.of_page[i] = collect_page(arena, &codes, &pages->at[i], &fits);
    }
    unsigned font = 1;
    for (size_t i = 0; i < codes.count; i++) {
        codes.at[i].first_font = font;
        font += codes.at[i].variants;
    }
    return codes;
}
