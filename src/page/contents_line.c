/* Leaders stand on a grid that begins at the numbers, so that those of all lines stand
 * under one another. */
#include "page/contents_line.h"

#include "page/line_marks.h"
#include "page/make_passage.h"

/* From the left text margin. */
struct stretch_of_line {
    length left, right;
};

/* Where numbers stand: at the end of the column. */
static struct stretch_of_line number_room(const struct typesetter *typesetter)
{
    const struct layout *layout = typesetter->layout;
    struct stretch_of_line room = {layout->column_start,
                                   layout->column_start + layout->column_width};
    if (typesetter->language->right_to_left)
        room.right = room.left + layout->contents.number_width;
    else
        room.left = room.right - layout->contents.number_width;
    return room;
}

static struct stretch_of_line text_room(const struct slug *slug)
{
    struct stretch_of_line text = {LENGTH_MAX, 0};
    for (size_t i = 0; i < slug->marks.count; i++) {
        const struct mark *mark = &slug->marks.at[i];
        length left = mark->x + mark->row->x, right = left + mark->row->width;
        text.left = left < text.left ? left : text.left;
        text.right = right > text.right ? right : text.right;
    }
    return text;
}

/* From the end of the text to the room of the number. */
static struct stretch_of_line leader_room(const struct typesetter *typesetter,
                                          const struct style *style,
                                          const struct slug *slug)
{
    const struct stretch_of_line number = number_room(typesetter), text = text_room(slug);
    length gap = style->size / 4;
    if (typesetter->language->right_to_left)
        return (struct stretch_of_line){number.right, text.left - gap};
    return (struct stretch_of_line){text.right + gap, number.left};
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
    const struct stretch_of_line room = leader_room(typesetter, style, slug);
    if (form->leader == NULL || room.right - room.left < form->leader_pitch)
        return;
    size_t count = (size_t)((room.right - room.left) / form->leader_pitch);
    const struct passage_form words = {.typesetter = typesetter, .style = style};
    struct line leader = set_words(&words, form->leader, false);
    *leader.rows = repeat_row(typesetter->arena, leader.rows, count, form->leader_pitch);
    leader.row_count = 1;
    length x = room.left;
    if (!typesetter->language->right_to_left)
        x = room.right - leader.rows->width;
    add_line_marks(typesetter->arena, &slug->marks, &leader, x - leader.start,
                   style_baseline(style));
}

void add_page_number(const struct typesetter *typesetter,
                     const struct contents_line *line, const char *number,
                     struct slug *slug)
{
    const struct passage_form words = {
        .typesetter = typesetter, .style = line->style, .tag = line->tag};
    const struct line set = set_words(&words, number, false);
    const struct stretch_of_line room = number_room(typesetter);
    length x = room.left;
    if (!typesetter->language->right_to_left)
        x = room.right - set.width;
    add_line_marks(typesetter->arena, &slug->marks, &set, x - set.start,
                   style_baseline(line->style));
}
