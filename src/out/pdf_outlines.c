/* Keeping outlines, face by face. */
#include "out/pdf_outlines.h"

#include "base/vec.h"
#include "out/pdf_charstring.h"

enum {
    MOST_KEPT_BYTES = 8 << 20, /* some 50,000 Chinese glyphs */
    PAGE_BITS = 8,
    PAGE_SIZE = 1 << PAGE_BITS,
    PAGES = 65536 / PAGE_SIZE, /* there are no more glyphs in a face */
};

struct face_outlines {
    const struct font_face *face;
    struct cff *cff;        /* NULL: the face has none that can be read */
    uint16_t *pages[PAGES]; /* by glyph: index + 1 into `at`, 0: not asked for yet */
    struct slice *at;
    size_t count, capacity;
};

struct outlines {
    struct arena *arena;
    struct face_outlines *at;
    size_t count, capacity;
    size_t kept_bytes;
    struct charstring *room;
};

struct outlines *new_outlines(struct arena *arena)
{
    struct outlines *outlines = arena_alloc(arena, sizeof *outlines);
    outlines->arena = arena;
    return outlines;
}

static void destroy_blob(void *blob)
{
    hb_blob_destroy(blob);
}

static struct cff *face_cff(struct arena *arena, const struct font_face *face)
{
    hb_blob_t *blob = hb_face_reference_table(face->face, HB_TAG('C', 'F', 'F', ' '));
    arena_defer(arena, destroy_blob, blob);
    unsigned size;
    const char *at = hb_blob_get_data(blob, &size);
    return read_cff(arena, (struct slice){at, size});
}

static struct face_outlines *place_face(struct outlines *outlines,
                                        const struct font_face *face)
{
    for (size_t i = 0; i < outlines->count; i++)
        if (outlines->at[i].face == face)
            return &outlines->at[i];
    struct arena *arena = outlines->arena;
    struct face_outlines new = {
        .face = face,
        .cff = face_cff(arena, face),
    };
    if (outlines->room == NULL)
        outlines->room = arena_room(arena, sizeof *outlines->room);
    vec_push(arena, outlines, new);
    return vec_last(outlines);
}

static uint16_t *glyph_slot(struct arena *arena, struct face_outlines *face,
                            uint32_t glyph)
{
    uint16_t **page = &face->pages[glyph >> PAGE_BITS];
    if (*page == NULL)
        *page = arena_array(arena, PAGE_SIZE, sizeof **page);
    return &(*page)[glyph % PAGE_SIZE];
}

struct slice glyph_outline(struct outlines *outlines, struct arena *arena,
                           const struct font_face *face, uint32_t glyph)
{
    struct face_outlines *kept = place_face(outlines, face);
    if (kept->cff == NULL || glyph >= PAGES * PAGE_SIZE)
        return (struct slice){0};
    uint16_t *slot = glyph_slot(outlines->arena, kept, glyph);
    if (*slot != 0)
        return kept->at[*slot - 1];
    struct charstring *room = outlines->room;
    struct charstring_width width = {face_advance(face, glyph), face->units_per_em};
    if (!flatten_charstring(kept->cff, glyph, width, room))
        return (struct slice){0};
    bool keep = outlines->kept_bytes < MOST_KEPT_BYTES;
    struct slice outline = {
        arena_text(keep ? outlines->arena : arena, (char *)room->bytes, room->length),
        room->length};
    if (keep) {
        vec_push(outlines->arena, kept, outline);
        *slot = (uint16_t)kept->count;
        outlines->kept_bytes += outline.length;
    }
    return outline;
}
