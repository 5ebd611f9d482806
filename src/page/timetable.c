/* The timetable of an annex as rows: a head, a row over each day, and the day's slots. */
#include "page/timetable.h"

#include "base/vec.h"
#include "page/flow_parts.h"
#include "page/flow_spans.h"
#include "page/line_marks.h"

struct slugs *copy_slugs(struct arena *arena, const struct slugs *slugs)
{
    struct slugs *copy = arena_alloc(arena, sizeof *copy);
    for (size_t i = 0; i < slugs->count; i++)
        vec_push(arena, copy, slugs->at[i]);
    return copy;
}

static void add_table_rule(struct timetable *table, struct slug *slug, length y,
                           length thickness)
{
    struct rectangle box = {table->columns.x, y, table->columns.width, thickness};
    if (thickness > 0)
        add_rule_mark(table->flow->typesetter->arena, &slug->marks, box, ARTIFACT_LAYOUT);
}

static struct slug head_slug(struct timetable *table)
{
    const struct timetable_form *form = table->form;
    const struct table_row row = {
        .style = form->head,
        .cells = table->head_cells,
        .cell_count = form->column_count,
        .before = form->top_rule + form->head_before,
        .after = form->head_after + form->head_rule + form->strip,
    };
    for (size_t i = 0; i < form->column_count; i++)
        set_cell(table->flow, &table->head_cells[i], &table->columns.at[i]);
    struct slug slug = solid_row(table->flow, &row);
    add_table_rule(table, &slug, 0, form->top_rule);
    add_table_rule(table, &slug, slug.height - form->strip - form->head_rule,
                   form->head_rule);
    return slug;
}

/* Over the head of the table on later pages, when the layout has a style for it. */
static struct slugs set_title_again(struct timetable *table, const struct spans *title)
{
    const struct block_form form = {.style = table->form->continued};
    if (form.style == NULL)
        return (struct slugs){0};
    struct spans spans = continued_spans(table->flow, title);
    return set_block(table->flow, &form, &spans);
}

void add_table_head(struct timetable *table, const struct spans *title)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slug head = head_slug(table);
    struct slugs again = set_title_again(table, title);
    vec_push(arena, &table->slugs, head);
    vec_push(arena, &again, head);
    table->repeated_head = copy_slugs(arena, &again);
}

/* The row of a day, or what stands for it on a later page. */
static struct slugs day_slugs(struct timetable *table, struct table_cell *cell)
{
    const struct table_column whole = {table->columns.x, table->columns.width};
    const struct table_row row = {
        .style = table->form->day,
        .cells = cell,
        .cell_count = 1,
        .before = table->form->row_before,
        .after = table->form->row_after,
        .price = PAGE_END_FREE,
        .repeat = table->repeated_head,
        .repeat_inside = table->repeated_head,
    };
    struct slugs slugs = {0};
    set_cell(table->flow, cell, &whole);
    add_row(table->flow, &slugs, &row);
    return slugs;
}

static void add_slugs(struct arena *arena, struct slugs *all, const struct slugs *more)
{
    for (size_t i = 0; i < more->count; i++)
        vec_push(arena, all, more->at[i]);
}

void add_spanning_row(struct timetable *table, struct table_cell *cell, int price)
{
    struct slugs row = day_slugs(table, cell);
    row.at[0].price = price;
    if (price != PAGE_END_FORBIDDEN)
        row.at[0].before = table->form->day->before;
    add_slugs(table->flow->typesetter->arena, &table->slugs, &row);
}

/* The day's row stays with the row behind it, and the first one with the head, which has
 * white of its own. */
static void add_day(struct timetable *table, struct day_cells *day, bool is_first)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slugs row = day_slugs(table, &day->row);
    struct slugs continued = day_slugs(table, &day->row_again);
    if (is_first)
        row.at[0].price = PAGE_END_FORBIDDEN;
    else
        row.at[0].before = table->form->day->before;
    add_slugs(arena, &table->slugs, &row);
    table->repeated_day = copy_slugs(arena, table->repeated_head);
    add_slugs(arena, table->repeated_day, &continued);
    for (size_t i = 0; i < day->slot_count; i++)
        add_slot(table, &day->slots[i], i == 0);
}

/* A rule under the last row, wherever that one is. */
void add_table_end(struct timetable *table)
{
    struct slug slug = {.height = table->form->end_rule, .price = PAGE_END_FORBIDDEN};
    add_table_rule(table, &slug, 0, table->form->end_rule);
    vec_push(table->flow->typesetter->arena, &table->slugs, slug);
}

static bool column_is_wanted(const struct annex *annex, size_t index,
                             const struct timetable_column *column)
{
    if (annex->column_count == 0)
        return !column->on_demand;
    return column->content == (enum timetable_content)annex->columns[index];
}

/* The columns that the author names, in that order; else all but those on demand. */
static const struct timetable_form *form_of_annex(const struct typesetter *typesetter,
                                                  const struct annex *annex)
{
    struct arena *arena = typesetter->arena;
    const struct timetable_form *form = &typesetter->layout->timetable;
    struct timetable_form *own = arena_alloc(arena, sizeof *own);
    size_t rounds = annex->column_count > 0 ? annex->column_count : 1;
    *own = *form;
    own->columns = arena_array(arena, rounds * form->column_count, sizeof *own->columns);
    own->column_count = 0;
    for (size_t i = 0; i < rounds; i++) {
        size_t before = own->column_count;
        for (size_t k = 0; k < form->column_count; k++)
            if (column_is_wanted(annex, i, &form->columns[k]))
                own->columns[own->column_count++] = form->columns[k];
        if (own->column_count == before)
            report(typesetter->diagnostics, "no-such-column", annex->timetable_place,
                   "the layout has no column for number %zu of “columns”", i + 1);
    }
    return own;
}

void flow_timetable(struct flow *flow, const struct annex *annex,
                    const struct spans *title)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct timetable table = {
        .flow = flow,
        .form = form_of_annex(typesetter, annex),
        .tag = open_tag(typesetter->arena, flow->galley.tags, TAG_TABLE),
    };
    make_timetable_cells(&table, annex);
    table.columns = set_columns(typesetter, table.form, table.widths);
    add_table_head(&table, title);
    for (size_t i = 0; i < table.day_count; i++)
        add_day(&table, &table.days[i], i == 0);
    add_table_end(&table);
    append_slugs(flow, &table.slugs, PAGE_END_FREE);
}
