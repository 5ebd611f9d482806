/* The timetable of an annex: a head, a row over each day, and the day's slots. */
#include "page/timetable.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_parts.h"
#include "page/line_marks.h"

struct tag *open_header(struct timetable *table, struct tag *row, enum tag_scope scope)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *header = open_tag(arena, row, TAG_TH);
    header->scope = scope;
    header->id = arena_format(arena, "cell-%zu", header->number);
    return header;
}

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

static struct table_cell *set_heads(struct timetable *table)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    const struct timetable_form *form = table->form;
    struct tag *row = open_tag(arena, open_tag(arena, table->tag, TAG_THEAD), TAG_TR);
    struct table_cell *cells = arena_array(arena, form->column_count, sizeof *cells);
    table->heads = arena_array(arena, form->column_count, sizeof *table->heads);
    for (size_t i = 0; i < form->column_count; i++) {
        struct spans spans = pattern_spans(flow, form->columns[i].head);
        table->heads[i] = open_header(table, row, SCOPE_COLUMN);
        cells[i] = set_cell(flow, form->head, &table->columns.at[i], table->heads[i],
                            NULL, &spans);
    }
    return cells;
}

static void add_head(struct timetable *table)
{
    const struct timetable_form *form = table->form;
    struct arena *arena = table->flow->typesetter->arena;
    const struct table_row row = {
        .style = form->head,
        .cells = set_heads(table),
        .cell_count = form->column_count,
        .before = form->top_rule + form->head_before,
        .after = form->head_after + form->head_rule + form->strip,
    };
    struct slug slug = solid_row(table->flow, &row);
    add_table_rule(table, &slug, 0, form->top_rule);
    add_table_rule(table, &slug, slug.height - form->strip - form->head_rule,
                   form->head_rule);
    vec_push(arena, &table->slugs, slug);
    table->repeated_head = copy_slugs(arena, &table->slugs);
}

static struct spans day_spans(struct timetable *table, const struct timetable_day *day)
{
    const struct typesetter *typesetter = table->flow->typesetter;
    if (day->label.count > 0)
        return day->label;
    const char *text = word_day_row(typesetter->arena, typesetter->language, day->date);
    return plain_spans(typesetter->arena, slice_from_text(text), day->place);
}

/* The day's row spans the table, and stays with the row behind it. */
static void add_day_row(struct timetable *table, const struct timetable_day *day,
                        struct tag *body, bool is_first)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    const struct table_column whole = {table->columns.x, table->columns.width};
    struct spans spans = day_spans(table, day);
    table->day = open_header(table, open_tag(arena, body, TAG_TR), SCOPE_ROW);
    table->day->column_span = (int)table->columns.count;
    struct table_cell cell =
        set_cell(flow, table->form->day, &whole, table->day, NULL, &spans);
    struct slugs rows = {0};
    const struct table_row row = {
        .style = table->form->day,
        .cells = &cell,
        .cell_count = 1,
        .before = table->form->row_before,
        .after = table->form->row_after,
        .price = is_first ? PAGE_END_FORBIDDEN : PAGE_END_FREE,
        .repeat = table->repeated_head,
        .repeat_inside = table->repeated_head,
    };
    add_row(flow, &rows, &row);
    table->repeated_day = copy_slugs(arena, table->repeated_head);
    for (size_t i = 0; i < rows.count; i++) {
        vec_push(arena, &table->slugs, rows.at[i]);
        vec_push(arena, table->repeated_day, rows.at[i]);
    }
}

static void add_day(struct timetable *table, const struct timetable_day *day,
                    bool is_first)
{
    struct tag *body = open_tag(table->flow->typesetter->arena, table->tag, TAG_TBODY);
    add_day_row(table, day, body, is_first);
    for (size_t i = 0; i < day->slot_count; i++)
        add_slot(table, &day->slots[i], body, i == 0);
}

/* A rule under the last row, wherever that one is. */
static void add_end(struct timetable *table)
{
    struct slug slug = {.height = table->form->end_rule, .price = PAGE_END_FORBIDDEN};
    add_table_rule(table, &slug, 0, table->form->end_rule);
    vec_push(table->flow->typesetter->arena, &table->slugs, slug);
}

void flow_timetable(struct flow *flow, const struct annex *annex)
{
    const struct timetable_form *form = &flow->typesetter->layout->timetable;
    struct timetable table = {
        .flow = flow,
        .form = form,
        .columns = set_columns(flow->typesetter, form),
        .tag = open_tag(flow->typesetter->arena, flow->galley.tags, TAG_TABLE),
    };
    add_head(&table);
    for (size_t i = 0; i < annex->day_count; i++)
        add_day(&table, &annex->days[i], i == 0);
    add_end(&table);
    append_slugs(flow, &table.slugs, PAGE_END_FREE);
}
