/* Leaders stand on a grid that begins at the numbers, so that those of all lines stand
 * under one another. */
#include "page/contents_line.h"

#include "page/line_marks.h"
#include "page/make_passage.h"

/* Where numbers begin that fill their room, at the column's end: from the start margin,
 * as all that follows. */
static length number_start(const struct typesetter *typesetter)
{
    const struct layout *layout = typesetter->layout;
    return layout->column_start + layout->column_width - layout->contents.number_width;
}

static length text_end(const struct slug *slug)
{
    length end = 0;
    for (size_t i = 0; i < slug->marks.count; i++) {
        const struct mark *mark = &slug->marks.at[i];
        if (mark->x + mark->width > end)
            end = mark->x + mark->width;
    }
    return end;
}

/* `count` of the unit, one behind the other. */
static struct glyph_row repeat_row(struct arena *arena, const struct glyph_row *unit,
                                   size_t count, length pitch)
{
    struct glyph_row row = *unit;
    row.x = 0;
    row.width = (length)count * pitch;
    row.count = count * unit->count;
    row.glyphs = arena_array(arena, row.count, sizeof *row.glyphs);
    for (size_t i = 0; i < row.count; i++) {
        row.glyphs[i] = unit->glyphs[i % unit->count];
        row.glyphs[i].x += (length)(i / unit->count) * pitch;
    }
    return row;
}

void add_leader(const struct typesetter *typesetter, const struct style *style,
                struct slug *slug)
{
    const struct contents_form *form = &typesetter->layout->contents;
    const length end = number_start(typesetter), gap = style->size / 4;
    length room = end - text_end(slug) - gap;
    if (form->leader == NULL || room < form->leader_pitch)
        return;
    size_t count = (size_t)(room / form->leader_pitch);
    const struct passage_form words = {.typesetter = typesetter, .style = style};
    struct line leader = set_words(&words, form->leader, false);
    *leader.rows = repeat_row(typesetter->arena, leader.rows, count, form->leader_pitch);
    leader.row_count = 1;
    leader.width = leader.rows->width;
    add_line_marks(typesetter->arena, &slug->marks, &leader,
                   end - leader.width - leader.start, style_baseline(style));
}

void add_page_number(const struct typesetter *typesetter,
                     const struct contents_line *line, const char *number,
                     struct slug *slug)
{
    const struct layout *layout = typesetter->layout;
    const struct passage_form words = {
        .typesetter = typesetter, .style = line->style, .tag = line->tag};
    const struct line set = set_words(&words, number, false);
    length end = layout->column_start + layout->column_width;
    add_line_marks(typesetter->arena, &slug->marks, &set, end - set.width - set.start,
                   style_baseline(line->style));
}
