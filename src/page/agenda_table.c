/* The agenda as a table: a row for each item, with what is said about it and its
 * documents beside it. */
#include "base/vec.h"
#include "page/flow_parts.h"
#include "page/flow_spans.h"
#include "page/flow_text.h"
#include "page/grid.h"
#include "page/template_fields.h"

/* Stands out from what is said about the item; a sub-item's less than its parent's. */
static struct spans marked_title(struct arena *arena, const struct agenda_item *item,
                                 const struct spans *title)
{
    struct spans marked = {0};
    for (size_t i = 0; i < title->count; i++) {
        vec_push(arena, &marked, title->at[i]);
        vec_last(&marked)->form |= item->level == 0 ? SPAN_STRONG : SPAN_EMPHASIS;
    }
    return marked;
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
        add_line_of_spans(arena, all, &line);
        for (size_t k = 0; k < block->item_count; k++)
            add_blocks(flow, all, &block->items[k],
                       list_label(flow, block, depth, (int)k), depth + 1);
    }
}

static bool has_column(const struct flow *flow, enum timetable_content content)
{
    const struct timetable_form *form = &flow->typesetter->layout->agenda_table;
    for (size_t i = 0; i < form->column_count; i++)
        if (form->columns[i].content == content)
            return true;
    return false;
}

/* Who introduces it and its time stand behind the title unless they have columns. */
static struct spans item_title(struct flow *flow, const struct agenda_item *item)
{
    struct spans presenter = {0}, time = {0};
    struct spans title = with_status(flow, item, &item->title);
    title = with_action(flow, item, &title);
    if (!has_column(flow, COLUMN_PRESENTER))
        presenter = item->presenter;
    if (!has_column(flow, COLUMN_TIME))
        time = time_of_item(flow, item);
    return with_presenter_and_time(flow, &title, &presenter, &time);
}

static struct spans item_description(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const struct spans title = item_title(flow, item);
    struct spans all = marked_title(arena, item, &title);
    add_blocks(flow, &all, &item->annotation, NULL, 0);
    return all;
}

static struct spans item_documents(struct flow *flow, const struct agenda_item *item)
{
    struct spans all = {0};
    for (size_t i = 0; i < item->document_count; i++) {
        struct spans document = document_spans(flow, &item->documents[i]);
        add_line_of_spans(flow->typesetter->arena, &all, &document);
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
    case COLUMN_TIME:
        return time_of_item(flow, item);
    case COLUMN_PRESENTER:
        return item->presenter;
    case COLUMN_DOCUMENTS:
        return item_documents(flow, item);
    default:
        break;
    }
    return (struct spans){0};
}

static void add_item_row(struct grid *grid, const struct agenda_item *item)
{
    add_grid_row(grid, grid->form->cell, PAGE_END_FREE);
    for (size_t i = 0; i < grid->form->column_count; i++) {
        enum timetable_content content = grid->form->columns[i].content;
        bool is_number = content == COLUMN_ITEM;
        const struct grid_cell_form form = {.column = i,
                                            .columns = 1,
                                            .rows = 1,
                                            .head = is_number ? GRID_HEADS_ROW
                                                              : GRID_NO_HEAD};
        struct spans spans = item_cell(grid->flow, item, content);
        add_grid_cell(grid, &form, &spans);
    }
}

static void add_section_row(struct grid *grid, const struct agenda_section *section)
{
    const struct grid_cell_form form = {.columns = grid->form->column_count, .rows = 1};
    const struct spans title =
        label_section(grid->flow->typesetter->arena, section, &section->title);
    add_grid_row(grid, grid->form->day, PAGE_END_FREE);
    add_grid_label(grid, &form, 1, &title);
}

static void add_item_rows(struct grid *grid, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        if (begins_section(grid->flow, item))
            add_section_row(grid, item->section);
        add_item_row(grid, item);
        add_item_rows(grid, &item->items);
    }
}

void flow_agenda_table(struct flow *flow)
{
    enum { SHORT_ROW = 12 }; /* lines */
    struct grid grid = new_grid(flow, &flow->typesetter->layout->agenda_table);
    grid.short_row = SHORT_ROW;
    add_heads_of_form(&grid);
    open_grid_body(&grid);
    add_item_rows(&grid, &flow->agenda->items);
    const struct spans title = pattern_spans(flow, "{title}");
    flow_grid(&grid, &title);
    flow->titles_are_set = true;
}
