/* Marks of lines and rules. */
#include "page/line_marks.h"

#include "base/vec.h"

length style_baseline(const struct style *style)
{
    return style->leading / 2 + length_scale(style->size, 27, 80);
}

void add_line_marks(struct arena *arena, struct marks *marks, const struct line *line,
                    length x, length baseline)
{
    vec_reserve(arena, marks, line->row_count);
    for (size_t i = 0; i < line->row_count; i++) {
        const struct glyph_row *row = &line->rows[i];
        marks->at[marks->count++] = (struct mark){
            .kind = MARK_GLYPHS,
            .artifact = row->tag == NULL ? ARTIFACT_LAYOUT : ARTIFACT_NONE,
            .tag = row->tag,
            .x = x + line->start,
            .width = line->width,
            .baseline = baseline,
            .row = row,
        };
    }
}

void add_rule_mark(struct arena *arena, struct marks *marks, struct rectangle box,
                   enum artifact artifact)
{
    vec_push(arena, marks,
             (struct mark){.kind = MARK_RULE,
                           .artifact = artifact,
                           .box = box,
                           .colour = {.is_grey = true}});
}

void mirror_marks(struct marks *marks, length page_width)
{
    for (size_t i = 0; i < marks->count; i++) {
        struct mark *mark = &marks->at[i];
        if (mark->kind == MARK_GLYPHS)
            mark->x = page_width - mark->x - mark->width;
        else
            mark->box.x = page_width - mark->box.x - mark->box.width;
    }
}

static const struct tag *mark_cell(const struct mark *mark)
{
    const struct tag *tag = mark->tag;
    while (tag != NULL && tag->kind != TAG_TD && tag->kind != TAG_TH)
        tag = tag->parent;
    return tag;
}

static bool is_read_later(const struct mark *mark, const struct tag *cell)
{
    const struct tag *other = mark_cell(mark);
    return other != NULL && other->parent == cell->parent && other->number > cell->number;
}

void order_cells(struct marks *marks, size_t first)
{
    for (size_t i = first; i < marks->count; i++) {
        struct mark mark = marks->at[i];
        const struct tag *cell = mark_cell(&mark);
        size_t to = i;
        for (; cell != NULL && to > first && is_read_later(&marks->at[to - 1], cell);
             to--)
            marks->at[to] = marks->at[to - 1];
        marks->at[to] = mark;
    }
}
