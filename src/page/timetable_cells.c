/* The cells of a timetable: what stands in them, and their tags in reading order. */
#include "page/timetable.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_spans.h"

struct tag *open_header(struct timetable *table, struct tag *row, enum tag_scope scope)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *header = open_tag(arena, row, TAG_TH);
    header->scope = scope;
    header->id = arena_format(arena, "cell-%zu", header->number);
    return header;
}

void add_header(struct arena *arena, struct tag *cell, struct tag *header)
{
    enum { MOST_HEADERS = 3 }; /* of the column, the day, the time */
    if (cell->headers == NULL)
        cell->headers = arena_array(arena, MOST_HEADERS, sizeof(struct tag *));
    if (header != NULL)
        cell->headers[cell->header_count++] = header;
}

void make_table_heads(struct timetable *table)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    const struct timetable_form *form = table->form;
    struct tag *row = open_tag(arena, open_tag(arena, table->tag, TAG_THEAD), TAG_TR);
    table->heads = arena_array(arena, form->column_count, sizeof *table->heads);
    table->head_cells = arena_array(arena, form->column_count, sizeof *table->head_cells);
    for (size_t i = 0; i < form->column_count; i++) {
        struct spans spans = pattern_spans(flow, form->columns[i].head);
        table->heads[i] = open_header(table, row, SCOPE_COLUMN);
        table->head_cells[i] =
            make_cell(flow, form->head, i, table->heads[i], NULL, &spans);
        widen_column(table->widths, &table->head_cells[i]);
    }
}

static struct spans day_spans(struct timetable *table, const struct timetable_day *day)
{
    const struct typesetter *typesetter = table->flow->typesetter;
    if (day->label.count > 0)
        return day->label;
    const char *text = word_day_row(typesetter->arena, typesetter->language, day->date);
    return plain_spans(typesetter->arena, slice_from_text(text), day->place);
}

static struct spans slot_spans(struct timetable *table, const struct timetable_slot *slot)
{
    const struct typesetter *typesetter = table->flow->typesetter;
    if (slot->label.count > 0)
        return slot->label;
    const char *text =
        word_time_range(typesetter->arena, typesetter->language, slot->time);
    return plain_spans(typesetter->arena, slice_from_text(text), slot->place);
}

static struct spans entry_title(struct timetable *table,
                                const struct timetable_entry *entry)
{
    struct spans title = entry->title;
    if (title.count == 0 && entry->item != NULL)
        title = title_again(table->flow, entry->item);
    return entry->continued ? continued_spans(table->flow, &title) : title;
}

static struct spans documents_of_item(struct timetable *table,
                                      const struct agenda_item *item)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct spans all = {0};
    for (size_t i = 0; item != NULL && i < item->document_count; i++) {
        const struct reference_document *document = &item->documents[i];
        struct spans symbol =
            plain_spans(arena, document->symbol, document->symbol_place);
        if (symbol.count == 0)
            continue;
        if (all.count > 0)
            vec_push(arena, &all, (struct span){.kind = SPAN_LINE});
        symbol.at[0].form = SPAN_SYMBOL;
        symbol.at[0].uri = document->uri;
        vec_push(arena, &all, symbol.at[0]);
    }
    return all;
}

static struct spans entry_reference(struct timetable *table,
                                    const struct timetable_entry *entry)
{
    if (entry->item == NULL)
        return (struct spans){0};
    return plain_spans(table->flow->typesetter->arena,
                       slice_from_text(entry->item->reference), entry->place);
}

static struct spans entry_spans(struct timetable *table,
                                const struct timetable_entry *entry,
                                enum timetable_content content)
{
    switch (content) {
    case COLUMN_TITLE:
        return entry_title(table, entry);
    case COLUMN_ITEM:
        return entry_reference(table, entry);
    case COLUMN_PRESENTER:
        return entry->presenter;
    case COLUMN_CHAIR:
        return entry->chair;
    case COLUMN_PLACE:
        return entry->venue;
    case COLUMN_DOCUMENTS:
        return entry->documents.count > 0 ? entry->documents
                                          : documents_of_item(table, entry->item);
    case COLUMN_TIME:
        break;
    }
    return (struct spans){0};
}

/* For a later page: an artifact, without the marks of notes that stand on this one. */
static struct table_cell make_cell_again(struct timetable *table,
                                         const struct style *style, size_t column,
                                         const struct spans *spans)
{
    struct spans plain = without_notes(table->flow->typesetter->arena, spans);
    return make_cell(table->flow, style, column, NULL, NULL, &plain);
}

/* What stands over and beside the cells of a slot. */
struct slot_tags {
    struct tag *body, *day, *time; /* TBODY, TH, TH */
};

static void make_time(struct timetable *table, struct slot_cells *cells,
                      struct slot_tags *tags, struct tag *row, size_t column)
{
    struct spans spans = slot_spans(table, cells->slot);
    tags->time = open_header(table, row, SCOPE_ROW);
    tags->time->row_span = (int)cells->entry_count;
    add_header(table->flow->typesetter->arena, tags->time, tags->day);
    cells->time =
        make_cell(table->flow, table->form->cell, column, tags->time, NULL, &spans);
    cells->time_again = make_cell_again(table, table->form->cell, column, &spans);
    widen_column(table->widths, &cells->time);
}

/* An empty cell is a cell: without it the row would be too short. */
static struct table_cell make_entry_cell(struct timetable *table,
                                         const struct slot_tags *tags, struct tag *row,
                                         const struct timetable_entry *entry,
                                         size_t column)
{
    struct flow *flow = table->flow;
    struct tag *cell = open_tag(flow->typesetter->arena, row, TAG_TD);
    add_header(flow->typesetter->arena, cell, table->heads[column]);
    add_header(flow->typesetter->arena, cell, tags->day);
    add_header(flow->typesetter->arena, cell, tags->time);
    struct spans spans = {0};
    const struct agenda_item *item = NULL;
    enum timetable_content content = table->form->columns[column].content;
    if (entry != NULL)
        spans = entry_spans(table, entry, content);
    if (content == COLUMN_ITEM && entry != NULL && entry->item != NULL)
        item = item_with_heading(flow, entry->item);
    return make_cell(flow, table->form->cell, column, cell, item, &spans);
}

/* A row of cells; `entry` is NULL in a slot that has none.  The time is in the first. */
static void make_entry(struct timetable *table, struct slot_cells *slot,
                       struct slot_tags *tags, size_t index)
{
    const struct timetable_entry *entry =
        index < slot->slot->entry_count ? &slot->slot->entries[index] : NULL;
    struct table_cell *cells = &slot->entries[index * table->form->column_count];
    struct tag *row = open_tag(table->flow->typesetter->arena, tags->body, TAG_TR);
    for (size_t i = 0; i < table->form->column_count; i++) {
        bool is_time = table->form->columns[i].content == COLUMN_TIME;
        if (is_time && index == 0)
            make_time(table, slot, tags, row, i);
        if (is_time)
            continue;
        cells[i] = make_entry_cell(table, tags, row, entry, i);
        widen_column(table->widths, &cells[i]);
    }
}

static struct slot_cells make_slot(struct timetable *table,
                                   const struct timetable_slot *slot,
                                   struct slot_tags tags)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slot_cells cells = {
        .slot = slot, .entry_count = slot->entry_count > 0 ? slot->entry_count : 1};
    cells.entries = arena_array(arena, cells.entry_count * table->form->column_count,
                                sizeof *cells.entries);
    for (size_t i = 0; i < cells.entry_count; i++)
        make_entry(table, &cells, &tags, i);
    return cells;
}

static struct day_cells make_day(struct timetable *table, const struct timetable_day *day)
{
    struct flow *flow = table->flow;
    struct arena *arena = flow->typesetter->arena;
    const struct style *style = table->form->day;
    struct slot_tags tags = {.body = open_tag(arena, table->tag, TAG_TBODY)};
    tags.day = open_header(table, open_tag(arena, tags.body, TAG_TR), SCOPE_ROW);
    tags.day->column_span = (int)table->form->column_count;
    struct spans spans = day_spans(table, day);
    struct spans continued = continued_spans(flow, &spans);
    struct day_cells cells = {
        .row = make_cell(flow, style, 0, tags.day, NULL, &spans),
        .row_again = make_cell_again(table, style, 0, &continued),
        .slots = arena_array(arena, day->slot_count, sizeof *cells.slots),
        .slot_count = day->slot_count,
    };
    for (size_t i = 0; i < day->slot_count; i++)
        cells.slots[i] = make_slot(table, &day->slots[i], tags);
    return cells;
}

void make_timetable_cells(struct timetable *table, const struct annex *annex)
{
    struct arena *arena = table->flow->typesetter->arena;
    table->widths = new_column_widths(arena, table->form);
    make_table_heads(table);
    table->day_count = annex->day_count;
    table->days = arena_array(arena, annex->day_count, sizeof *table->days);
    for (size_t i = 0; i < annex->day_count; i++)
        table->days[i] = make_day(table, &annex->days[i]);
}
