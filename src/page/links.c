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

/* At the place where letters have their descenders' middle. */
static void add_underline(struct arena *arena, const struct link_form *form,
                          struct page *page, const struct mark *glyphs)
{
    const struct glyph_row *row = glyphs->row;
    vec_push(arena, &page->marks,
             (struct mark){.kind = MARK_RULE,
                           .artifact = ARTIFACT_LAYOUT,
                           .colour = form->colour,
                           .box = {.x = glyphs->x + row->x,
                                   .y = glyphs->baseline + row->size / 10,
                                   .width = row->width,
                                   .height = form->underline}});
}

void add_link_marks(struct arena *arena, const struct link_form *form, struct page *page)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0, count = page->marks.count; i < count; i++) {
        const struct mark mark = page->marks.at[i];
        struct tag *link = enclosing_tag(mark.tag, TAG_LINK);
        if (mark.kind != MARK_GLYPHS || link == NULL)
            continue;
        if (link->uri != NULL && form->underline > 0)
            add_underline(arena, form, page, &mark);
        struct rectangle box = glyphs_box(&mark);
        struct mark *area = last == SIZE_MAX ? NULL : &page->marks.at[last];
        if (area != NULL && area->tag == link && area->baseline == mark.baseline) {
            area->box = join_boxes(area->box, box);
            continue;
        }
        last = page->marks.count;
        vec_push(
            arena, &page->marks,
            (struct mark){
                .kind = MARK_LINK, .tag = link, .box = box, .baseline = mark.baseline});
    }
}
