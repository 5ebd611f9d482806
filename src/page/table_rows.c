/* Rows of a table: cells side by side become slugs. */
#include "page/table.h"

#include "base/vec.h"
#include "page/line_marks.h"
#include "page/make_passage.h"
#include "page/notes.h"

struct table_cell make_cell(struct flow *flow, const struct style *style, size_t column,
                            struct tag *tag, const struct agenda_item *item,
                            const struct spans *spans)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct table_cell cell = {.style = style, .column = column};
    if (spans->count == 0)
        return cell;
    const struct passage_form form = {
        .typesetter = typesetter,
        .references = tag != NULL ? &flow->references : NULL,
        .style = style,
        .tag = tag,
        .item = item,
    };
    struct passage *passage = arena_alloc(typesetter->arena, sizeof *passage);
    *passage = make_passage(&form, spans);
    cell.text = prepare_passage(typesetter, passage, style->hyphenate);
    if (tag != NULL)
        set_notes(flow, tag);
    return cell;
}

void set_cell(struct flow *flow, struct table_cell *cell,
              const struct table_column *column)
{
    if (cell->text == NULL)
        return;
    const struct paragraph_shape shape = {
        .width = column->width,
        .align = cell->style->align,
        .hyphenate = cell->style->hyphenate,
        .breaking = cell->style->breaking,
    };
    cell->x = column->x;
    cell->lines = set_prepared(flow->typesetter, cell->text, &shape);
}

static void add_calls(struct arena *arena, struct slug *slug, const struct line *line)
{
    if (line->call_count == 0)
        return;
    size_t count = slug->call_count + line->call_count;
    const struct note_call **calls = arena_array(arena, count, sizeof *calls);
    for (size_t i = 0; i < count; i++)
        calls[i] =
            i < slug->call_count ? slug->calls[i] : line->calls[i - slug->call_count];
    slug->calls = calls;
    slug->call_count = count;
}

/* One line of a cell, its leading box's top at y. */
static void add_cell_line(struct flow *flow, struct slug *slug,
                          const struct table_cell *cell, size_t line, length y)
{
    const struct line *at = &cell->lines.at[line];
    add_line_marks(flow->typesetter->arena, &slug->marks, at, cell->x,
                   y + style_baseline(cell->style));
    add_calls(flow->typesetter->arena, slug, at);
    if (slug->place.source == NULL)
        slug->place = at->place;
}

void add_cell_marks(struct flow *flow, struct slug *slug, const struct table_cell *cell,
                    length y)
{
    for (size_t i = 0; i < cell->lines.count; i++)
        add_cell_line(flow, slug, cell, i, y + (length)i * cell->style->leading);
}

size_t row_lines(const struct table_row *row)
{
    size_t lines = 1;
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].lines.count > lines)
            lines = row->cells[i].lines.count;
    return lines;
}

static struct slug row_slug(struct flow *flow, const struct table_row *row, size_t line,
                            size_t lines)
{
    const struct page_costs *costs = &flow->typesetter->layout->page_costs;
    length before = line == 0 ? row->before : 0;
    length after = line + 1 == lines ? row->after : 0;
    struct slug slug = {
        .height = before + row->style->leading + after,
        .price = row->price,
        .repeat = line == 0 ? row->repeat : row->repeat_inside,
    };
    if (line > 0)
        slug.price = PAGE_END_FORBIDDEN + price_inside(costs, row->style, line, lines);
    for (size_t i = 0; i < row->cell_count; i++)
        if (line < row->cells[i].lines.count)
            add_cell_line(flow, &slug, &row->cells[i], line, before);
    return slug;
}

void add_row(struct flow *flow, struct slugs *slugs, const struct table_row *row)
{
    size_t lines = row_lines(row);
    for (size_t i = 0; i < lines; i++)
        vec_push(flow->typesetter->arena, slugs, row_slug(flow, row, i, lines));
}

struct slug whole_row(struct flow *flow, const struct table_row *row)
{
    struct slug slug = {
        .height = row->before + (length)row_lines(row) * row->style->leading + row->after,
        .price = row->price,
        .repeat = row->repeat,
    };
    for (size_t i = 0; i < row->cell_count; i++)
        add_cell_marks(flow, &slug, &row->cells[i], row->before);
    return slug;
}

length rows_height(const struct slugs *slugs, size_t first, size_t end)
{
    length height = 0;
    for (size_t i = first; i < end; i++)
        height += slugs->at[i].height;
    return height;
}
