/* Pages put together by hand, for tests of what comes behind them: text is shaped on its
 * own, without the text and page folders. */
#ifndef PAGES_BY_HAND_H
#define PAGES_BY_HAND_H

#include "base/vec.h"
#include "page/page.h"
#include "text/font_face.h"
#include <hb.h>
#include <stdlib.h>
#include <string.h>

#define SERIF_CJK      "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
#define SERIF_CJK_BOLD "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
#define SERIF_LATIN    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
enum { SIMPLIFIED = 2 }; /* index in the collections */

struct hand {
    struct arena *arena;
    struct pages pages;
    const struct font_face *han, *han_bold, *latin;
};

static struct page *new_hand_page(struct hand *hand)
{
    struct page page = {.width = POINTS(595), .height = POINTS(842)};
    page.width += POINT * 28 / 100;
    page.height -= POINT * 11 / 100;
    page.label = arena_format(hand->arena, "%zu", hand->pages.count + 1);
    vec_push(hand->arena, &hand->pages, page);
    return vec_last(&hand->pages);
}

static struct hand new_hand(struct arena *arena)
{
    struct hand hand = {.arena = arena};
    hand.han = open_face(arena, SERIF_CJK, SIMPLIFIED);
    hand.han_bold = open_face(arena, SERIF_CJK_BOLD, SIMPLIFIED);
    hand.latin = open_face(arena, SERIF_LATIN, 0);
    hand.pages.tags = new_tag_tree(arena, "zh-Hans");
    hand.pages.info = (struct document_info){.title = "临时议程说明 <1> & 𠮷",
                                             .language = "zh-Hans",
                                             .subject = "CTOC/COP/WG.3/2020/1",
                                             .date = {2020, 4, 6}};
    new_hand_page(&hand);
    return hand;
}

/* Bytes of the cluster that starts at `cluster`. */
static uint32_t cluster_length(const hb_glyph_info_t *info, unsigned count, unsigned i,
                               uint32_t text_length)
{
    for (unsigned k = i + 1; k < count; k++)
        if (info[k].cluster != info[i].cluster)
            return info[k].cluster - info[i].cluster;
    return text_length - info[i].cluster;
}

/* The text in one face, `gap` behind each glyph. */
static struct glyph_row *shape_row(struct arena *arena, const struct font_face *face,
                                   length size, length gap, const char *text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph_row *row = arena_alloc(arena, sizeof *row);
    *row = (struct glyph_row){.face = face,
                              .size = size,
                              .scale = 1000,
                              .text = text,
                              .colour = {.is_grey = true},
                              .count = count};
    row->glyphs = arena_array(arena, count, sizeof *row->glyphs);
    length x = 0;
    for (unsigned i = 0; i < count; i++) {
        bool goes_on = i > 0 && info[i].cluster == info[i - 1].cluster;
        row->glyphs[i] = (struct placed_glyph){
            .id = info[i].codepoint,
            .text_start = info[i].cluster,
            .text_length =
                goes_on ? 0 : cluster_length(info, count, i, (uint32_t)strlen(text)),
            .x = x + face_length(face, position[i].x_offset, size),
            .y = face_length(face, position[i].y_offset, size)};
        x += face_length(face, position[i].x_advance, size) + gap;
    }
    row->width = x;
    hb_buffer_destroy(buffer);
    return row;
}

static struct mark *add_hand_mark(struct hand *hand, struct mark mark)
{
    struct marks *marks = &vec_last(&hand->pages)->marks;
    vec_push(hand->arena, marks, mark);
    return vec_last(marks);
}

static struct glyph_row *add_text(struct hand *hand, struct tag *tag,
                                  const struct font_face *face, length size, length x,
                                  length baseline, const char *text)
{
    struct glyph_row *row = shape_row(hand->arena, face, size, 0, text);
    add_hand_mark(
        hand,
        (struct mark){
            .kind = MARK_GLYPHS, .tag = tag, .x = x, .baseline = baseline, .row = row});
    return row;
}

#endif
