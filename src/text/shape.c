/* Shaping: HarfBuzz turns each run into glyphs, with the passage around it as context. */
#include "text/run.h"

#include "text/itemize.h"
#include <string.h>

enum { LINE_SEPARATOR = 0x2028 };

struct shaper {
    struct arena *arena;
    struct slice text;
    hb_buffer_t **buffer;
    const char *language; /* of the last run */
    hb_language_t hb_language;
};

/* Empties the buffer's memory as soon as the passage is shaped, and at the arena's end
 * when a failure came first. */
static void destroy_buffer(void *holder)
{
    hb_buffer_t **buffer = holder;
    hb_buffer_destroy(*buffer);
    *buffer = NULL;
}

static struct shaper new_shaper(struct arena *arena, struct slice text)
{
    hb_buffer_t **buffer = arena_alloc(arena, sizeof(hb_buffer_t *));
    arena_defer(arena, destroy_buffer, buffer);
    *buffer = hb_buffer_create();
    return (struct shaper){.arena = arena, .text = text, .buffer = buffer};
}

static void fill_buffer(struct shaper *s, const struct run *run)
{
    hb_buffer_t *buffer = *s->buffer;
    if (s->language == NULL || strcmp(s->language, run->language) != 0) {
        s->language = run->language;
        s->hb_language = hb_language_from_string(run->language, -1);
    }
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, s->text.at, (int)s->text.length, (unsigned)run->start,
                       (int)(run->end - run->start));
    hb_buffer_set_script(buffer, run->script);
    hb_buffer_set_language(buffer, s->hb_language);
    hb_buffer_set_direction(buffer,
                            run->level % 2 == 0 ? HB_DIRECTION_LTR : HB_DIRECTION_RTL);
}

/* Tracking is for the letters whose width is scaled, too. */
static length run_tracking(const struct run *run)
{
    bool tracked = run->script == HB_SCRIPT_LATIN || run->script == HB_SCRIPT_GREEK ||
                   run->script == HB_SCRIPT_CYRILLIC;
    return tracked && !run->is_han ? run->stretch->tracking : 0;
}

/* Where letters are spaced, ligatures would stand out as the narrow pairs. */
static void shape_buffer(struct shaper *s, const struct run *run)
{
    static const hb_tag_t tags[] = {HB_TAG('l', 'i', 'g', 'a'),
                                    HB_TAG('c', 'l', 'i', 'g'),
                                    HB_TAG('k', 'e', 'r', 'n')};
    const bool is_off[] = {run_tracking(run) != 0, run_tracking(run) != 0,
                           run->stretch->no_kerning};
    hb_feature_t off[sizeof tags / sizeof *tags];
    unsigned count = 0;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        if (is_off[i])
            off[count++] = (hb_feature_t){tags[i], 0, HB_FEATURE_GLOBAL_START,
                                          HB_FEATURE_GLOBAL_END};
    hb_shape(run->face->font, *s->buffer, off, count);
    if (run->level % 2 != 0)
        hb_buffer_reverse(*s->buffer);
    if (!hb_buffer_allocation_successful(*s->buffer))
        arena_fail(s->arena, STATUS_LIMIT, "out of memory");
}

/* value / divisor, rounded half away from 0.  Font units below 2^16, sizes below 2^31
 * and permille leave room in 64 bits. */
static length divide(int64_t value, int64_t divisor)
{
    return (value < 0 ? value - divisor / 2 : value + divisor / 2) / divisor;
}

/* A box that every text font has stands for a character that no face has. */
static uint32_t placeholder_glyph(const struct font_face *face)
{
    static const codepoint candidates[] = {0xFFFD, 0x25A1, '?'};
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
        uint32_t glyph = face_glyph(face, candidates[i]);
        if (glyph != 0)
            return glyph;
    }
    return 0;
}

/* Faces know nothing of U+2028, which ends a line and shows nothing. */
static struct glyph stand_in(struct shaper *s, const struct run *run, struct glyph glyph)
{
    size_t size;
    codepoint c =
        utf8_decode(s->text.at + glyph.cluster, s->text.length - glyph.cluster, &size);
    if (c == LINE_SEPARATOR) {
        glyph.id = face_glyph(run->face, ' ');
        glyph.advance = 0;
    } else {
        glyph.id = placeholder_glyph(run->face);
        glyph.advance =
            length_scale(run->size, face_advance(run->face, glyph.id) * run->scale,
                         run->face->units_per_em * 1000);
    }
    return glyph;
}

static struct glyph read_glyph(const struct run *run, const hb_glyph_info_t *info,
                               const hb_glyph_position_t *at)
{
    int64_t size = run->size, em = run->face->units_per_em;
    return (struct glyph){
        .id = info->codepoint,
        .cluster = info->cluster,
        .advance = divide(at->x_advance * size * run->scale, em * 1000),
        .x_offset = divide(at->x_offset * size * run->scale, em * 1000),
        .y_offset = divide(at->y_offset * size, em),
    };
}

static void take_glyphs(struct shaper *s, struct run *run)
{
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(*s->buffer, &count);
    const hb_glyph_position_t *at = hb_buffer_get_glyph_positions(*s->buffer, &count);
    length tracking = run_tracking(run);
    run->glyphs = arena_array(s->arena, count, sizeof *run->glyphs);
    run->glyph_count = count;
    for (unsigned i = 0; i < count; i++) {
        struct glyph *glyph = &run->glyphs[i];
        *glyph = read_glyph(run, &info[i], &at[i]);
        if (glyph->id == 0)
            *glyph = stand_in(s, run, *glyph);
        if (i + 1 == count || info[i + 1].cluster != glyph->cluster)
            glyph->advance += tracking;
    }
}

struct runs shape_passage(struct arena *arena, struct font_catalogue *catalogue,
                          const struct passage *passage, struct diagnostics *diagnostics)
{
    struct runs runs = itemize(arena, catalogue, passage, diagnostics);
    struct shaper shaper = new_shaper(arena, passage->text);
    for (size_t i = 0; i < runs.count; i++) {
        fill_buffer(&shaper, &runs.at[i]);
        shape_buffer(&shaper, &runs.at[i]);
        take_glyphs(&shaper, &runs.at[i]);
    }
    destroy_buffer(shaper.buffer);
    return runs;
}
