/* The timetable of an annex as a table: a row over each day and each part of it, and the
 * rows of their slots. */
#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_parts.h"
#include "page/flow_spans.h"
#include "page/grid.h"
#include "page/timetable_plan.h"

/* A timetable at work. */
struct timetable {
    struct flow *flow;
    struct grid grid;
    const struct timetable_form *form;
    struct planned_rows rows;
};

static struct spans text_spans(struct timetable *table, const char *text,
                               struct place place)
{
    return plain_spans(table->flow->typesetter->arena, slice_from_text(text), place);
}

static struct spans day_spans(struct timetable *table, const struct timetable_day *day)
{
    const struct typesetter *typesetter = table->flow->typesetter;
    if (day->label.count > 0)
        return day->label;
    const char *text = word_day_row(typesetter->arena, typesetter->language, day->date);
    return text_spans(table, text, day->place);
}

static struct spans slot_spans(struct timetable *table, const struct timetable_slot *slot)
{
    const struct typesetter *typesetter = table->flow->typesetter;
    if (slot->label.count > 0 || !slot->has_time)
        return slot->label;
    const char *text =
        word_time_range(typesetter->arena, typesetter->language, slot->time);
    return text_spans(table, text, slot->place);
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
        symbol.at[0].form = SPAN_SYMBOL;
        symbol.at[0].uri = document->uri;
        add_line_of_spans(arena, &all, &symbol);
    }
    return all;
}

/* The label alone is none of an item below another one: "(a)". */
static struct spans numbered_spans(struct timetable *table,
                                   const struct agenda_item *item,
                                   const struct spans *title)
{
    struct arena *arena = table->flow->typesetter->arena;
    const char *number = item->level == 0 ? item->label : item->reference;
    struct spans spans =
        text_spans(table, label_before_title(arena, number), item->place);
    for (size_t i = 0; i < title->count; i++)
        vec_push(arena, &spans, title->at[i]);
    return spans;
}

static struct spans entry_title(struct timetable *table,
                                const struct timetable_entry *entry, bool is_numbered)
{
    struct spans title = entry->title;
    if (title.count == 0 && entry->item != NULL)
        title = title_again(table->flow, entry->item);
    if (is_numbered && entry->item != NULL && *entry->item->label != '\0')
        title = numbered_spans(table, entry->item, &title);
    return entry->continued ? continued_spans(table->flow, &title) : title;
}

/* An item and who introduces it, a line each. */
static struct spans own_spans(struct timetable *table,
                              const struct timetable_entry *entry)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct spans all = {0}, title;
    if (entry == NULL)
        return all;
    title = entry_title(table, entry, true);
    add_line_of_spans(arena, &all, &title);
    add_line_of_spans(arena, &all, &entry->cells.presenter);
    return all;
}

static struct spans entry_spans(struct timetable *table, const struct planned_row *row,
                                const struct timetable_column *column)
{
    const struct timetable_entry *entry = row->entry;
    const struct spans *text = cell_text(row, column->content);
    const struct author_column *author = column->author;
    if (text != NULL)
        return *text;
    switch (column->content) {
    case COLUMN_TITLE:
        return entry_title(table, entry, author != NULL && author->is_numbered);
    case COLUMN_ITEM:
        if (entry->item != NULL)
            return text_spans(table, entry->item->reference, entry->place);
        break;
    case COLUMN_DOCUMENTS:
        return documents_of_item(table, entry->item);
    case COLUMN_OWN:
        return own_spans(table, own_cell(row, author->own));
    default:
        break;
    }
    return (struct spans){0};
}

/* What is written in the cell of a number leads to the item's heading. */
static const struct agenda_item *linked_item(struct timetable *table,
                                             const struct planned_row *row,
                                             const struct timetable_column *column)
{
    const struct timetable_entry *entry = row->entry;
    if (column->content == COLUMN_OWN)
        entry = own_cell(row, column->author->own);
    else if (column->content != COLUMN_ITEM)
        return NULL;
    if (entry == NULL || entry->item == NULL)
        return NULL;
    return item_with_heading(table->flow, entry->item);
}

static void add_time(struct timetable *table, const struct planned_row *row,
                     struct grid_cell_form *form)
{
    struct spans spans = slot_spans(table, row->slot);
    form->head = GRID_HEADS_ROW;
    form->stands = true;
    add_grid_cell(&table->grid, form, &spans);
}

static void add_date(struct timetable *table, const struct planned_row *row,
                     struct grid_cell_form *form)
{
    struct spans spans = day_spans(table, row->day);
    struct spans continued = continued_spans(table->flow, &spans);
    form->head = GRID_HEADS_ROW;
    form->stands = true;
    form->again = &continued;
    add_grid_cell(&table->grid, form, &spans);
}

static void add_other_cell(struct timetable *table, const struct planned_row *row,
                           struct grid_cell_form *form)
{
    const struct timetable_column *column = &table->form->columns[form->column];
    struct spans spans = {0};
    if (row->entry != NULL && row->kind == PLANNED_ENTRY) {
        spans = entry_spans(table, row, column);
        form->item = linked_item(table, row, column);
    }
    add_grid_cell(&table->grid, form, &spans);
}

static void add_across(struct timetable *table, const struct planned_row *row,
                       struct grid_cell_form *form)
{
    struct spans spans = row->entry->across;
    if (spans.count == 0)
        spans = entry_title(table, row->entry, true);
    if (row->entry->item != NULL)
        form->item = item_with_heading(table->flow, row->entry->item);
    form->style = table->form->across;
    add_grid_cell(&table->grid, form, &spans);
}

/* The label of a day or of a part, or a text across columns. */
static void add_covering(struct timetable *table, const struct planned_row *row)
{
    struct grid_cell_form form = {.column = row->first, .columns = row->count, .rows = 1};
    if (row->kind == PLANNED_ACROSS) {
        add_across(table, row, &form);
    } else if (row->kind == PLANNED_DAY) {
        struct spans spans = day_spans(table, row->day);
        add_grid_label(&table->grid, &form, 1, &spans);
    } else {
        add_grid_label(&table->grid, &form, 2, &row->part->label);
    }
}

/* An empty cell is a cell: without it the row would be too short. */
static void add_cell(struct timetable *table, size_t index, size_t column)
{
    const struct planned_row *row = &table->rows.at[index];
    enum timetable_content content = table->form->columns[column].content;
    struct grid_cell_form form = {.column = column, .columns = 1};
    form.rows = rows_of_cell(table->form, &table->rows, index, column);
    if (form.rows == 0)
        return;
    if (content == COLUMN_TIME && row->slot != NULL)
        add_time(table, row, &form);
    else if (content == COLUMN_DATE)
        add_date(table, row, &form);
    else
        add_other_cell(table, row, &form);
}

static const struct style *row_style(const struct timetable *table,
                                     const struct planned_row *row)
{
    const struct timetable_form *form = table->form;
    if (row->kind == PLANNED_DAY)
        return form->day;
    if (row->kind == PLANNED_PART)
        return form->part != NULL ? form->part : form->day;
    return form->cell;
}

/* A slot is dear to part. */
static void add_row_of_plan(struct timetable *table, size_t index)
{
    const struct planned_row *row = &table->rows.at[index];
    const struct planned_row *before = index > 0 ? row - 1 : NULL;
    const struct page_costs *costs = &table->flow->typesetter->layout->page_costs;
    bool goes_on = before != NULL && row->slot != NULL && row->slot == before->slot;
    if (before == NULL || row->day != before->day)
        open_grid_body(&table->grid);
    add_grid_row(&table->grid, row_style(table, row),
                 goes_on ? costs->split_slot : PAGE_END_FREE);
    for (size_t i = 0; i < table->form->column_count; i++)
        if (!is_covered(row, i))
            add_cell(table, index, i);
        else if (i == row->first)
            add_covering(table, row);
}

void flow_timetable(struct flow *flow, const struct annex *annex,
                    const struct spans *title)
{
    const struct timetable_form *form = form_of_annex(flow->typesetter, annex);
    struct timetable table = {
        .flow = flow,
        .form = form,
        .grid = new_grid(flow, form),
        .rows = plan_timetable(flow->typesetter->arena, form, annex),
    };
    add_heads_of_form(&table.grid);
    for (size_t i = 0; i < table.rows.count; i++)
        add_row_of_plan(&table, i);
    flow_grid(&table.grid, title);
}
