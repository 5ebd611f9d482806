/* What flow sets again and again: templates of the layout, titles of items, and their
 * documents as spans. */
#include "page/flow_spans.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/template_fields.h"

static struct field_source flow_fields(const struct flow *flow)
{
    return (struct field_source){.arena = flow->typesetter->arena,
                                 .agenda = flow->agenda,
                                 .language = flow->typesetter->language,
                                 .layout = flow->typesetter->layout};
}

struct spans template_spans(struct flow *flow, const struct template *template)
{
    const struct field_source fields = flow_fields(flow);
    return expand_template(&fields, template);
}

struct spans pattern_spans(struct flow *flow, const char *pattern)
{
    const struct field_source fields = flow_fields(flow);
    return expand_pattern(&fields, pattern);
}

bool spans_are_present(struct flow *flow, const struct presence *presence)
{
    const struct field_source fields = flow_fields(flow);
    return is_present(&fields, presence);
}

struct spans continued_spans(struct flow *flow, const struct spans *title)
{
    struct arena *arena = flow->typesetter->arena;
    const struct named_spans names[] = {{"title", *title}, {NULL, {0}}};
    return fill_spans(arena, flow->typesetter->language->continued, names);
}

bool begins_section(const struct flow *flow, const struct agenda_item *item)
{
    return item->section != NULL && item->section != flow->agenda->at_hand;
}

static bool has_documents_apart(const struct flow *flow, const struct agenda_item *item)
{
    return item->document_count > 0 &&
           flow->typesetter->layout->agenda.documents_form != DOCUMENTS_AFTER_TITLE;
}

bool item_is_annotated(const struct flow *flow, const struct agenda_item *item)
{
    if (!item->listed || item->is_headed || item->annotation.count > 0 ||
        has_documents_apart(flow, item) || item->heading.count > 0)
        return true;
    for (size_t i = 0; i < item->items.count; i++)
        if (item_is_annotated(flow, &item->items.at[i]))
            return true;
    return false;
}

const struct agenda_item *item_with_heading(const struct flow *flow,
                                            const struct agenda_item *item)
{
    bool has_heading = item_is_annotated(flow, item) || item->annotated_by != NULL;
    return flow->is_annotated && has_heading ? item : NULL;
}

struct spans without_notes(struct arena *arena, const struct spans *spans)
{
    struct spans plain = {0};
    for (size_t i = 0; i < spans->count; i++)
        if (spans->at[i].kind != SPAN_NOTE)
            vec_push(arena, &plain, spans->at[i]);
    return plain;
}

void add_line_of_spans(struct arena *arena, struct spans *all, const struct spans *line)
{
    if (all->count > 0 && line->count > 0)
        vec_push(arena, all, ((struct span){.kind = SPAN_LINE}));
    for (size_t i = 0; i < line->count; i++)
        vec_push(arena, all, line->at[i]);
}

struct spans with_status(struct flow *flow, const struct agenda_item *item,
                         const struct spans *title)
{
    if (item->status == NULL)
        return *title;
    struct arena *arena = flow->typesetter->arena;
    const struct named_spans names[] = {{"title", *title}, {NULL, {0}}};
    const char *label = arena_format(arena, "item-%s", item->status);
    return fill_spans(arena, language_label(flow->typesetter->language, label), names);
}

struct spans title_again(struct flow *flow, const struct agenda_item *item)
{
    struct spans title = item->title;
    if (flow->titles_are_set)
        title = without_notes(flow->typesetter->arena, &item->title);
    return with_status(flow, item, &title);
}

struct spans symbol_of_document(struct flow *flow,
                                const struct reference_document *document)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct spans symbol =
        plain_spans(typesetter->arena, document->symbol, document->symbol_place);
    if (symbol.count == 0)
        return symbol;
    symbol.at[0].form = SPAN_SYMBOL;
    symbol.at[0].uri = document->uri;
    if (document->uri == NULL && typesetter->layout->symbol_address != NULL)
        symbol.at[0].uri =
            fill_address(typesetter->arena, typesetter->layout->symbol_address,
                         flow->agenda, document->symbol);
    return symbol;
}

static struct spans title_and_symbol(struct flow *flow,
                                     const struct reference_document *document)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    struct spans symbol = symbol_of_document(flow, document);
    if (symbol.count == 0)
        return document->title;
    const struct named_spans names[] = {
        {"title", document->title}, {"symbol", symbol}, {NULL, {0}}};
    const char *pattern = document->title.count > 0 ? styles->document_pattern
                                                    : styles->document_pattern_symbol;
    return fill_spans(flow->typesetter->arena, pattern, names);
}

struct spans document_spans(struct flow *flow, const struct reference_document *document)
{
    const char *pattern = flow->typesetter->layout->agenda.document_action;
    struct spans spans = title_and_symbol(flow, document);
    if (document->action.count == 0)
        return spans;
    const struct named_spans names[] = {
        {"document", spans}, {"action", document->action}, {NULL, {0}}};
    return fill_spans(flow->typesetter->arena,
                      pattern != NULL ? pattern : "{document} {action}", names);
}

struct spans with_action(struct flow *flow, const struct agenda_item *item,
                         const struct spans *title)
{
    const char *pattern = flow->typesetter->layout->agenda.item_action;
    if (item->action.count == 0)
        return *title;
    const struct named_spans names[] = {
        {"title", *title}, {"action", item->action}, {NULL, {0}}};
    return fill_spans(flow->typesetter->arena,
                      pattern != NULL ? pattern : "{title} {action}", names);
}

struct spans time_of_item(struct flow *flow, const struct agenda_item *item)
{
    const struct typesetter *typesetter = flow->typesetter;
    const char *time = word_item_time(typesetter->arena, typesetter->language, item);
    if (time == NULL)
        return (struct spans){0};
    return plain_spans(typesetter->arena, slice_from_text(time), item->place);
}

static const char *first_pattern(const char *pattern, const char *otherwise)
{
    return pattern != NULL ? pattern : otherwise;
}

struct spans with_presenter_and_time(struct flow *flow, const struct spans *title,
                                     const struct spans *presenter,
                                     const struct spans *time)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    const struct named_spans names[] = {
        {"title", *title}, {"presenter", *presenter}, {"time", *time}, {NULL, {0}}};
    const char *pattern = "{title}";
    if (presenter->count > 0 && time->count > 0)
        pattern =
            first_pattern(styles->item_presenter_time, "{title} {presenter} {time}");
    else if (presenter->count > 0)
        pattern = first_pattern(styles->item_presenter, "{title} {presenter}");
    else if (time->count > 0)
        pattern = first_pattern(styles->item_time, "{title} {time}");
    return fill_spans(flow->typesetter->arena, pattern, names);
}

/* In a running text: its symbol, or its title when it has none, and what is to be done.
 */
static struct spans short_document(struct flow *flow,
                                   const struct reference_document *document)
{
    struct reference_document bare = *document;
    if (bare.symbol.length > 0)
        bare.title = (struct spans){0};
    return document_spans(flow, &bare);
}

static struct spans joined_documents(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const char *joined = flow->typesetter->layout->agenda.documents_joined;
    struct spans all = {0};
    for (size_t i = 0; i < item->document_count; i++) {
        struct spans document = short_document(flow, &item->documents[i]);
        const struct named_spans names[] = {
            {"before", all}, {"document", document}, {NULL, {0}}};
        const char *pattern =
            arena_format(arena, "{before}%s{document}", joined != NULL ? joined : " ");
        all = i == 0 ? document : fill_spans(arena, pattern, names);
    }
    return all;
}

struct spans with_documents(struct flow *flow, const struct agenda_item *item,
                            const struct spans *title, enum documents_form form)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    if (item->document_count == 0 || styles->documents_form != form)
        return *title;
    const struct named_spans names[] = {
        {"title", *title}, {"documents", joined_documents(flow, item)}, {NULL, {0}}};
    return fill_spans(flow->typesetter->arena,
                      styles->documents_after != NULL ? styles->documents_after
                                                      : "{title} {documents}",
                      names);
}
