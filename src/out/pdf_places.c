/* What each tag has on which page, gathered while the pages are written. */
#include "out/pdf_places.h"

#include "text/font_face.h"
#include <string.h>

static size_t greatest_number(const struct tag *tag)
{
    size_t greatest = tag->number;
    for (const struct tag *child = tag->first; child != NULL; child = child->next) {
        size_t number = greatest_number(child);
        if (number > greatest)
            greatest = number;
    }
    return greatest;
}

struct places new_places(struct arena *arena, const struct pages *pages)
{
    return (struct places){
        .at = arena_array(arena, greatest_number(pages->tags) + 1,
                          sizeof(struct tag_place)),
        .mcid_count = arena_array(arena, pages->count, sizeof(size_t)),
    };
}

struct tag_place *tag_place(const struct places *places, const struct tag *tag)
{
    return &places->at[tag->number];
}

void add_piece(struct arena *arena, struct places *places, const struct tag *tag,
               struct piece piece)
{
    struct tag_place *place = tag_place(places, tag);
    struct piece *added = arena_alloc(arena, sizeof *added);
    *added = piece;
    if (place->last == NULL)
        place->first = added;
    else
        place->last->next = added;
    place->last = added;
    for (; tag != NULL && !tag_place(places, tag)->is_used; tag = tag->parent)
        tag_place(places, tag)->is_used = true;
}

static length mark_top(const struct mark *mark)
{
    if (mark->kind != MARK_GLYPHS)
        return mark->box.y;
    const struct glyph_row *row = mark->row;
    return mark->baseline - row->rise -
           length_scale(row->size, row->face->ascent, row->face->units_per_em);
}

static struct rectangle rectangle_around(struct rectangle a, struct rectangle b)
{
    length right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
    length bottom = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    length x = a.x < b.x ? a.x : b.x;
    length y = a.y < b.y ? a.y : b.y;
    return (struct rectangle){x, y, right - x, bottom - y};
}

static void widen_figure(struct tag_place *place, size_t page, const struct mark *mark)
{
    if (mark->kind == MARK_GLYPHS || place->page != page)
        return;
    place->box =
        place->box.width == 0 ? mark->box : rectangle_around(place->box, mark->box);
}

void note_mark(struct places *places, size_t page, const struct mark *mark)
{
    length top = mark_top(mark);
    for (const struct tag *tag = mark->tag; tag != NULL; tag = tag->parent) {
        struct tag_place *place = tag_place(places, tag);
        if (place->is_painted)
            break;
        place->is_painted = true;
        place->page = page;
        place->top = top;
    }
    if (mark->tag->kind == TAG_FIGURE)
        widen_figure(tag_place(places, mark->tag), page, mark);
}

const char *text_own_language(const struct tag *tag)
{
    if (tag->kind != TAG_TEXT || tag->language == NULL)
        return NULL;
    return strcmp(tag->language, tag_language(tag->parent)) == 0 ? NULL : tag->language;
}
