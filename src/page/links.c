/* The areas of links, from the glyphs inside of them. */
#include "page/links.h"

#include "base/vec.h"

/* From a letter's highest ascender to its lowest descender, whatever the face. */
static struct rectangle glyphs_box(const struct mark *mark)
{
    const struct glyph_row *row = mark->row;
    length ascent = length_scale(row->size, 9, 10);
    length descent = length_scale(row->size, 25, 100);
    return (struct rectangle){.x = mark->x + row->x,
                              .y = mark->baseline - row->rise - ascent,
                              .width = row->width,
                              .height = ascent + descent};
}

static length lesser(length a, length b)
{
    return a < b ? a : b;
}

static length greater(length a, length b)
{
    return a > b ? a : b;
}

static struct rectangle join_boxes(struct rectangle a, struct rectangle b)
{
    length x = lesser(a.x, b.x), y = lesser(a.y, b.y);
    return (struct rectangle){
        .x = x,
        .y = y,
        .width = greater(a.x + a.width, b.x + b.width) - x,
        .height = greater(a.y + a.height, b.y + b.height) - y,
    };
}

void add_link_marks(struct arena *arena, struct page *page)
{
    struct mark *last = NULL;
    for (size_t i = 0, count = page->marks.count; i < count; i++) {
        const struct mark mark = page->marks.at[i];
        struct tag *link = enclosing_tag(mark.tag, TAG_LINK);
        if (mark.kind != MARK_GLYPHS || link == NULL)
            continue;
        struct rectangle box = glyphs_box(&mark);
        if (last != NULL && last->tag == link && last->baseline == mark.baseline) {
            last->box = join_boxes(last->box, box);
            continue;
        }
        vec_push(
            arena, &page->marks,
            (struct mark){
                .kind = MARK_LINK, .tag = link, .box = box, .baseline = mark.baseline});
        last = vec_last(&page->marks);
    }
}
