/* A slot of the timetable: its time, written once, and a row for each of its entries. */
#include "page/timetable.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_parts.h"
#include "page/template_fields.h"

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
    struct flow *flow = table->flow;
    struct spans title = entry->title;
    if (title.count == 0 && entry->item != NULL)
        title = title_again(flow, entry->item);
    if (!entry->continued || flow->typesetter->language->continued == NULL)
        return title;
    const struct named_spans names[] = {{"title", title}, {NULL, {0}}};
    return fill_spans(flow->typesetter->arena, flow->typesetter->language->continued,
                      names);
}

static struct spans entry_reference(struct timetable *table,
                                    const struct timetable_entry *entry)
{
    if (entry->item == NULL)
        return (struct spans){0};
    return plain_spans(table->flow->typesetter->arena,
                       slice_from_text(entry->item->reference), entry->place);
}

/* A slot at work: its time spans the rows of its entries. */
struct slot_rows {
    const struct timetable_slot *slot;
    struct tag *time; /* TH */
    struct table_cell time_cell;
    struct slugs *repeated; /* on a page that begins inside the slot */
    size_t first;           /* its first slug in the table */
};

static void set_time(struct timetable *table, struct slot_rows *rows, struct tag *row_tag,
                     const struct table_column *column)
{
    struct spans spans = slot_spans(table, rows->slot);
    rows->time = open_header(table, row_tag, SCOPE_ROW);
    rows->time->row_span = rows->slot->entry_count > 1 ? (int)rows->slot->entry_count : 1;
    rows->time->headers = arena_array(table->flow->typesetter->arena, 1, sizeof row_tag);
    rows->time->headers[rows->time->header_count++] = table->day;
    rows->time_cell =
        set_cell(table->flow, table->form->cell, column, rows->time, NULL, &spans);
}

/* The headers of a cell: its column's, the day's, the time's. */
static struct tag *open_cell(struct timetable *table, const struct slot_rows *rows,
                             struct tag *row_tag, size_t column)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct tag *cell = open_tag(arena, row_tag, TAG_TD);
    cell->headers = arena_array(arena, 3, sizeof(struct tag *));
    cell->headers[cell->header_count++] = table->heads[column];
    cell->headers[cell->header_count++] = table->day;
    if (rows->time != NULL)
        cell->headers[cell->header_count++] = rows->time;
    return cell;
}

/* The cells of an entry; NULL: of a slot that has none.  The time is set in the first. */
static void set_entry(struct timetable *table, struct slot_rows *rows, struct tag *body,
                      const struct timetable_entry *entry, struct table_cell *cells)
{
    struct flow *flow = table->flow;
    struct tag *row_tag = open_tag(flow->typesetter->arena, body, TAG_TR);
    bool is_first = entry == NULL || entry == rows->slot->entries;
    for (size_t i = 0; i < table->columns.count; i++) {
        const struct table_column *column = &table->columns.at[i];
        enum timetable_content content = table->form->columns[i].content;
        cells[i] = (struct table_cell){.x = column->x};
        if (content == COLUMN_TIME && is_first)
            set_time(table, rows, row_tag, column);
        if (content == COLUMN_TIME)
            continue;
        struct tag *cell = open_cell(table, rows, row_tag, i);
        if (entry == NULL)
            continue;
        bool is_item = content == COLUMN_ITEM;
        struct spans spans =
            is_item ? entry_reference(table, entry) : entry_title(table, entry);
        const struct agenda_item *item =
            is_item && entry->item != NULL ? item_with_heading(flow, entry->item) : NULL;
        cells[i] = set_cell(flow, table->form->cell, column, cell, item, &spans);
    }
}

static void add_entry_row(struct timetable *table, struct slot_rows *rows,
                          const struct table_cell *cells, bool follows_day)
{
    const struct page_costs *costs = &table->flow->typesetter->layout->page_costs;
    bool is_first = table->slugs.count == rows->first;
    struct table_row row = {
        .style = table->form->cell,
        .cells = cells,
        .cell_count = table->columns.count,
        .before = table->form->row_before,
        .after = table->form->row_after,
        .price = costs->split_slot,
        .repeat = rows->repeated,
        .repeat_inside = rows->repeated,
    };
    if (is_first) {
        row.price = follows_day ? PAGE_END_FORBIDDEN : PAGE_END_FREE;
        row.repeat = table->repeated_day;
    }
    add_row(table->flow, &table->slugs, &row);
}

/* The time stands beside the first row, and is painted before it. */
static void add_time(struct timetable *table, const struct slot_rows *rows,
                     struct slug *slug)
{
    const struct marks row = slug->marks;
    slug->marks = (struct marks){0};
    add_cell_marks(table->flow, slug, &rows->time_cell, table->form->cell,
                   table->form->row_before);
    for (size_t i = 0; i < row.count; i++)
        vec_push(table->flow->typesetter->arena, &slug->marks, row.at[i]);
}

/* On a page that begins with another row of the slot the time is set again: over that
 * row, without any height. */
static void place_time(struct timetable *table, struct slot_rows *rows)
{
    struct slug again = {0};
    add_time(table, rows, &table->slugs.at[rows->first]);
    add_time(table, rows, &again);
    vec_push(table->flow->typesetter->arena, rows->repeated, again);
}

/* No page end where the time would not fit beside the rows over or under it; a slot is
 * at least as high as its time. */
static void make_room_for_time(struct timetable *table, const struct slot_rows *rows)
{
    const struct timetable_form *form = table->form;
    length time = form->row_before + form->row_after +
                  (length)rows->time_cell.lines.count * form->cell->leading;
    struct slugs *slugs = &table->slugs;
    length whole = rows_height(slugs, rows->first, slugs->count), above = 0;
    if (whole < time) {
        vec_last(slugs)->height += time - whole;
        whole = time;
    }
    for (size_t i = rows->first; i < slugs->count; i++) {
        if (i > rows->first && (above < time || whole - above < time))
            slugs->at[i].price = PAGE_END_FORBIDDEN;
        above += slugs->at[i].height;
    }
}

void add_slot(struct timetable *table, const struct timetable_slot *slot,
              struct tag *body, bool is_first)
{
    struct arena *arena = table->flow->typesetter->arena;
    struct slot_rows rows = {
        .slot = slot,
        .repeated = copy_slugs(arena, table->repeated_day),
        .first = table->slugs.count,
    };
    struct table_cell *cells = arena_array(arena, table->columns.count, sizeof *cells);
    size_t i = 0;
    do {
        const struct timetable_entry *entry =
            i < slot->entry_count ? &slot->entries[i] : NULL;
        set_entry(table, &rows, body, entry, cells);
        add_entry_row(table, &rows, cells, is_first);
    } while (++i < slot->entry_count);
    place_time(table, &rows);
    make_room_for_time(table, &rows);
}
