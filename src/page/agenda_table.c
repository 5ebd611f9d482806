/* The agenda as a table: a row for each item, with what is said about it and its
 * documents beside it. */
#include "base/vec.h"
#include "page/flow_parts.h"
#include "page/flow_spans.h"
#include "page/flow_text.h"
#include "page/timetable.h"

/* Lines of one cell, each ended by the author or by what it is. */
static void add_line(struct arena *arena, struct spans *all, const struct spans *line)
{
    if (all->count > 0 && line->count > 0)
        vec_push(arena, all, ((struct span){.kind = SPAN_LINE}));
    for (size_t i = 0; i < line->count; i++)
        vec_push(arena, all, line->at[i]);
}

static struct spans strong_spans(struct arena *arena, const struct spans *spans)
{
    struct spans strong = {0};
    for (size_t i = 0; i < spans->count; i++) {
        vec_push(arena, &strong, spans->at[i]);
        vec_last(&strong)->form |= SPAN_STRONG;
    }
    return strong;
}

/* Paragraphs of a text and entries of its lists, a line each; `label` is in front of the
 * first.  Lists are as deep as the reader lets them be. */
static void add_blocks(struct flow *flow, struct spans *all, const struct blocks *blocks,
                       const char *label, int depth)
{
    struct arena *arena = flow->typesetter->arena;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        struct spans line = {0};
        if (i == 0 && label != NULL)
            line = plain_spans(arena, slice_from_text(arena_format(arena, "%s ", label)),
                               block->place);
        for (size_t k = 0; k < block->spans.count; k++)
            vec_push(arena, &line, block->spans.at[k]);
        add_line(arena, all, &line);
        for (size_t k = 0; k < block->item_count; k++)
            add_blocks(flow, all, &block->items[k],
                       list_label(flow, block, depth, (int)k), depth + 1);
    }
}

static struct spans item_description(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    struct spans title = with_status(flow, item, &item->title);
    struct spans all = strong_spans(arena, &title);
    add_blocks(flow, &all, &item->annotation, NULL, 0);
    return all;
}

static struct spans item_documents(struct flow *flow, const struct agenda_item *item)
{
    struct spans all = {0};
    for (size_t i = 0; i < item->document_count; i++) {
        struct spans document = document_spans(flow, &item->documents[i]);
        add_line(flow->typesetter->arena, &all, &document);
    }
    return all;
}

static struct spans item_cell(struct flow *flow, const struct agenda_item *item,
                              enum timetable_content content)
{
    switch (content) {
    case COLUMN_ITEM:
        return plain_spans(flow->typesetter->arena, slice_from_text(item->label),
                           item->place);
    case COLUMN_TITLE:
        return item_description(flow, item);
    case COLUMN_DOCUMENTS:
        return item_documents(flow, item);
    case COLUMN_TIME:
    case COLUMN_PRESENTER:
    case COLUMN_CHAIR:
    case COLUMN_PLACE:
        break;
    }
    return (struct spans){0};
}

/* A row's cells, until the columns have their widths. */
struct item_row {
    struct table_cell *cells;
    size_t count;
    bool is_section; /* a single cell across all columns */
};

struct item_rows {
    struct item_row *at;
    size_t count, capacity;
};

/* The number heads its row. */
static struct tag *open_item_cell(struct timetable *table, struct tag *row, size_t column)
{
    if (table->form->columns[column].content == COLUMN_ITEM)
        return open_header(table, row, SCOPE_ROW);
    struct tag *cell = open_tag(table->flow->typesetter->arena, row, TAG_TD);
    add_header(table->flow->typesetter->arena, cell, table->heads[column]);
    if (row->first->kind == TAG_TH)
        add_header(table->flow->typesetter->arena, cell, row->first);
    return cell;
}

static void make_item_row(struct timetable *table, struct tag *body,
                          const struct agenda_item *item, struct item_rows *rows)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    size_t count = table->form->column_count;
    struct item_row made = {arena_array(arena, count, sizeof *made.cells), count, false};
    struct tag *row = open_tag(arena, body, TAG_TR);
    for (size_t i = 0; i < count; i++) {
        struct spans spans = item_cell(flow, item, table->form->columns[i].content);
        made.cells[i] = make_cell(flow, table->form->cell, i,
                                  open_item_cell(table, row, i), NULL, &spans);
        widen_column(table->widths, &made.cells[i]);
    }
    vec_push(arena, rows, made);
}

static void make_section_row(struct timetable *table, struct tag *body,
                             const struct agenda_section *section, struct item_rows *rows)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *row = open_tag(arena, body, TAG_TR);
    struct tag *header = open_header(table, row, SCOPE_ROW);
    header->column_span = (int)table->form->column_count;
    struct item_row made = {arena_alloc(arena, sizeof *made.cells), 1, true};
    *made.cells =
        make_cell(table->flow, table->form->day, 0, header, NULL, &section->title);
    vec_push(arena, rows, made);
}

static void make_rows(struct timetable *table, struct tag *body,
                      const struct agenda_items *items, struct item_rows *rows)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        if (item->section != NULL)
            make_section_row(table, body, item->section, rows);
        make_item_row(table, body, item, rows);
        make_rows(table, body, &item->items, rows);
    }
}

/* As one slug: a short row is not parted, and its cells are read one after the other. */
static struct slug whole_row(struct flow *flow, const struct table_row *row, size_t lines)
{
    struct slug slug = {
        .height = row->before + (length)lines * row->style->leading + row->after,
        .price = row->price,
        .repeat = row->repeat,
    };
    for (size_t i = 0; i < row->cell_count; i++)
        add_cell_marks(flow, &slug, &row->cells[i], row->before);
    return slug;
}

static void add_item_row(struct timetable *table, struct item_row *made, int price)
{
    const struct timetable_form *form = table->form;
    enum { SHORT_ROW = 12 }; /* lines */
    size_t lines = 1;
    for (size_t i = 0; i < made->count; i++) {
        set_cell(table->flow, &made->cells[i], &table->columns.at[i]);
        if (made->cells[i].lines.count > lines)
            lines = made->cells[i].lines.count;
    }
    const struct table_row row = {
        .style = form->cell,
        .cells = made->cells,
        .cell_count = made->count,
        .before = form->row_before,
        .after = form->row_after,
        .price = price,
        .repeat = table->repeated_head,
        .repeat_inside = table->repeated_head,
    };
    if (lines > SHORT_ROW)
        add_row(table->flow, &table->slugs, &row);
    else
        vec_push(table->flow->typesetter->arena, &table->slugs,
                 whole_row(table->flow, &row, lines));
}

/* The first row stays with the head, a section's with the row under it. */
static void add_item_rows(struct timetable *table, struct item_rows *rows)
{
    int price = PAGE_END_FORBIDDEN;
    for (size_t i = 0; i < rows->count; i++) {
        bool is_section = rows->at[i].is_section;
        if (is_section)
            add_spanning_row(table, rows->at[i].cells, price);
        else
            add_item_row(table, &rows->at[i], price);
        price = is_section ? PAGE_END_FORBIDDEN : PAGE_END_FREE;
    }
}

void flow_agenda_table(struct flow *flow)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct arena *arena = typesetter->arena;
    struct timetable table = {
        .flow = flow,
        .form = &typesetter->layout->agenda_table,
        .tag = open_tag(arena, flow->galley.tags, TAG_TABLE),
    };
    struct item_rows rows = {0};
    table.widths = new_column_widths(arena, table.form);
    make_table_heads(&table);
    make_rows(&table, open_tag(arena, table.tag, TAG_TBODY), &flow->agenda->items, &rows);
    table.columns = set_columns(typesetter, table.form, table.widths);
    const struct spans title = pattern_spans(flow, "{title}");
    add_table_head(&table, &title);
    add_item_rows(&table, &rows);
    add_table_end(&table);
    append_slugs(flow, &table.slugs, PAGE_END_FREE);
    flow->titles_are_set = true;
}
