/* The documents of items: under an annotation, and those of all items in an annex. */
#include "page/flow_parts.h"

#include "base/map.h"
#include "base/vec.h"
#include "page/flow_spans.h"

/* A document, and the numbers of the items that it belongs to. */
struct listed_document {
    const struct reference_document *document;
    struct spans items;
};

struct listed_documents {
    struct listed_document *at;
    size_t count, capacity;
};

static struct spans document_cell(struct flow *flow, const struct listed_document *listed,
                                  enum document_content content)
{
    switch (content) {
    case DOCUMENT_TITLE:
        return listed->document->title;
    case DOCUMENT_SYMBOL:
        return symbol_of_document(flow, listed->document);
    case DOCUMENT_ACTION:
        return listed->document->action;
    case DOCUMENT_ITEM:
        break;
    }
    return listed->items;
}

static struct plain_cell table_cell(const struct spans *spans, size_t column)
{
    return (struct plain_cell){
        .spans = *spans, .column = column, .columns = 1, .rows = 1};
}

static bool column_is_empty(struct flow *flow, const struct listed_documents *documents,
                            enum document_content content)
{
    for (size_t i = 0; i < documents->count; i++)
        if (document_cell(flow, &documents->at[i], content).count > 0)
            return false;
    return true;
}

static void add_document_column(struct flow *flow, struct plain_table *table,
                                const struct listed_documents *documents,
                                const struct document_column *column)
{
    size_t at = table->columns.count++;
    struct spans head = pattern_spans(flow, column->head);
    table->heads[0].cells[at] = table_cell(&head, at);
    table->heads[0].cell_count++;
    for (size_t i = 0; i < documents->count; i++) {
        struct spans spans = document_cell(flow, &documents->at[i], column->content);
        table->rows[i].cells[at] = table_cell(&spans, at);
        table->rows[i].cell_count++;
    }
}

/* Columns in which nothing stands are left out. */
static struct plain_table documents_as_table(struct flow *flow,
                                             const struct document_columns *columns,
                                             const struct listed_documents *documents)
{
    struct arena *arena = flow->typesetter->arena;
    struct plain_table table = {.head_count = 1, .row_count = documents->count};
    table.columns.at = arena_array(arena, columns->count, sizeof *table.columns.at);
    table.heads = arena_alloc(arena, sizeof *table.heads);
    table.rows = arena_array(arena, documents->count, sizeof *table.rows);
    size_t size = sizeof(struct plain_cell);
    table.heads->cells = arena_array(arena, columns->count, size);
    for (size_t i = 0; i < documents->count; i++)
        table.rows[i].cells = arena_array(arena, columns->count, size);
    for (size_t i = 0; i < columns->count; i++)
        if (!column_is_empty(flow, documents, columns->at[i].content))
            add_document_column(flow, &table, documents, &columns->at[i]);
    return table;
}

static void flow_documents_table(struct flow *flow,
                                 const struct document_columns *columns,
                                 const struct listed_documents *documents,
                                 const struct spans *title)
{
    struct plain_table table = documents_as_table(flow, columns, documents);
    if (table.columns.count > 0)
        flow_table(flow, &table, title);
    else
        report(flow->typesetter->diagnostics, "no-such-column",
               documents->at[0].document->place,
               "the layout “%s” has no columns for documents in a table",
               flow->typesetter->layout->name);
}

static struct listed_documents documents_of_item(struct arena *arena,
                                                 const struct agenda_item *item)
{
    struct listed_documents documents = {0};
    for (size_t i = 0; i < item->document_count; i++)
        vec_push(arena, &documents,
                 ((struct listed_document){.document = &item->documents[i]}));
    return documents;
}

static void flow_list(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const struct layout *layout = flow->typesetter->layout;
    struct tag *list = open_tag(arena, flow->galley.tags, TAG_L);
    for (size_t i = 0; i < item->document_count; i++) {
        const struct block_form form = {
            .style = layout->agenda.document,
            .tag = open_tag(arena, open_tag(arena, list, TAG_LI), TAG_LBODY),
            .price = layout->page_costs.split_list,
        };
        struct spans document = document_spans(flow, &item->documents[i]);
        flow_block(flow, &form, &document);
    }
}

/* A heading is one level below the item's, whichever the layout names. */
static enum tag_kind heading_tag(const struct flow *flow, const struct agenda_item *item)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    bool is_heading = styles->documents_tag >= TAG_H1 && styles->documents_tag <= TAG_H6;
    return is_heading ? tag_below(item_heading_tag(flow, item)) : styles->documents_tag;
}

void flow_documents(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    enum documents_form where = styles->documents_form;
    if (item->document_count == 0 ||
        (where != DOCUMENTS_LIST && where != DOCUMENTS_TABLE))
        return;
    struct spans heading = pattern_spans(flow, "{label:documents}");
    const struct block_form form = {
        .style = styles->documents_heading,
        .tag = open_tag(arena, flow->galley.tags, heading_tag(flow, item)),
    };
    flow_block(flow, &form, &heading);
    struct listed_documents documents = documents_of_item(arena, item);
    if (where == DOCUMENTS_LIST) {
        flow_list(flow, item);
        return;
    }
    flow_documents_table(flow, &styles->documents_table, &documents, &heading);
    vec_last(flow->sink)->after = styles->document->after;
}

/* All documents on their way, by their symbols. */
struct gathering {
    struct flow *flow;
    struct map *symbols; /* symbol -> size_t *: its number in the list */
    struct listed_documents documents;
};

/* A document of several items stands once, with the numbers of all of them. */
static struct listed_document *find_listed(struct gathering *gathering,
                                           const struct reference_document *document)
{
    struct arena *arena = gathering->flow->typesetter->arena;
    size_t **number = NULL;
    if (document->symbol.length > 0)
        number = (size_t **)map_place(gathering->symbols, document->symbol);
    if (number != NULL && *number != NULL)
        return &gathering->documents.at[**number];
    if (number != NULL) {
        *number = arena_alloc(arena, sizeof **number);
        **number = gathering->documents.count;
    }
    struct reference_document *copy = arena_alloc(arena, sizeof *copy);
    *copy = *document;
    copy->title = without_notes(arena, &document->title);
    copy->action = without_notes(arena, &document->action);
    vec_push(arena, &gathering->documents, ((struct listed_document){.document = copy}));
    return vec_last(&gathering->documents);
}

static void gather_documents(struct gathering *gathering,
                             const struct agenda_items *items)
{
    struct arena *arena = gathering->flow->typesetter->arena;
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        const char *number = item->listed ? item->reference : "";
        struct spans spans = plain_spans(arena, slice_from_text(number), item->place);
        for (size_t k = 0; k < item->document_count; k++)
            add_line_of_spans(arena, &find_listed(gathering, &item->documents[k])->items,
                              &spans);
        gather_documents(gathering, &item->items);
    }
}

void flow_all_documents(struct flow *flow, const struct annex *annex,
                        const struct spans *title)
{
    struct gathering gathering = {.flow = flow,
                                  .symbols = new_map(flow->typesetter->arena)};
    gather_documents(&gathering, &flow->agenda->items);
    if (gathering.documents.count > 0)
        flow_documents_table(flow, &flow->typesetter->layout->agenda.documents_annex,
                             &gathering.documents, title);
    else
        report(flow->typesetter->diagnostics, "no-documents", annex->place,
               "no item has a document that could stand in this list");
}
