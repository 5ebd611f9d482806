/* The items of the agenda: their list, and the headings over their annotations. */
#include "page/flow_parts.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_spans.h"
#include "page/flow_text.h"
#include "page/template_fields.h"

/* Styles by level; a layout may name fewer than there are. */
static const struct style *style_at(const struct style *const *styles, int level)
{
    while (level > 0 && styles[level] == NULL)
        level--;
    return styles[level];
}

/* The heading over the items of a section; `style` and `tag` where the layout has none.
 */
static void flow_section(struct flow *flow, const struct agenda_section *section,
                         const struct style *style, enum tag_kind tag)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    struct heading heading = {.kind = HEADING_SECTION,
                              .level = 1,
                              .title = section->title,
                              .tag = open_tag(arena, flow->galley.tags, tag)};
    if (flow->titles_are_set)
        heading.title = without_notes(arena, &section->title);
    if (section->label != NULL)
        heading.label = label_before_title(arena, section->label);
    const struct spans line = label_section(arena, section, &heading.title);
    struct block_form form = {
        .style = styles->section != NULL ? styles->section : style,
        .tag = heading.tag,
    };
    form.indent = unlabelled_indent(&form);
    if (tag != TAG_P)
        add_heading(flow, heading);
    flow_block(flow, &form, &line);
}

static const char *entry_ending(const struct flow *flow, const struct agenda_item *item,
                                bool is_last)
{
    const struct list_endings *endings = &flow->typesetter->language->list;
    if (item->ending != NULL)
        return item->ending;
    if (item->items.count > 0)
        return endings->parent;
    return item->level > 0 && !is_last ? endings->middle : endings->last;
}

/* Marks of notes at the end of a title stand before or behind what ends it, as the layout
 * has it. */
static size_t title_end(const struct flow *flow, const struct spans *title)
{
    size_t end = title->count;
    if (!flow->typesetter->layout->notes.before_punctuation)
        while (end > 0 && title->at[end - 1].kind == SPAN_NOTE)
            end--;
    return end;
}

/* The title as an entry of the list, with the mark that ends it. */
static struct spans entry_spans(struct flow *flow, const struct agenda_item *item,
                                bool is_last)
{
    struct arena *arena = flow->typesetter->arena;
    struct spans title = with_status(flow, item, &item->title);
    title = with_action(flow, item, &title);
    const struct spans time = time_of_item(flow, item);
    title = with_presenter_and_time(flow, &title, &item->presenter, &time);
    title = with_documents(flow, item, &title, DOCUMENTS_AFTER_TITLE);
    size_t end = title_end(flow, &title);
    const struct named_spans names[] = {
        {"title", {.at = title.at, .count = end}},
        {"notes", {.at = title.at + end, .count = title.count - end}},
        {NULL, {0}}};
    const char *ending = entry_ending(flow, item, is_last);
    return fill_spans(arena, arena_format(arena, "{title}%s{notes}", ending), names);
}

static struct tag *open_item_list(struct flow *flow, struct tag *parent, int level)
{
    const struct language *language = flow->typesetter->language;
    struct tag *list = open_tag(flow->typesetter->arena, parent, TAG_L);
    if ((size_t)level < language->number_levels)
        list->numbering = list_numbering_of(language->numbering[level].form);
    return list;
}

/* A page may end before any entry but the first of all; before the first below a parent,
 * the parent would be a heading left behind. */
static int entry_price(const struct flow *flow, const struct agenda_item *item)
{
    const struct page_costs *costs = &flow->typesetter->layout->page_costs;
    return item->number == 1 && item->level > 0 ? costs->heading : costs->split_list;
}

static bool is_last_listed(const struct agenda_items *items, size_t at)
{
    while (++at < items->count)
        if (items->at[at].listed)
            return false;
    return true;
}

static void flow_items(struct flow *flow, const struct agenda_items *items,
                       struct tag *parent, int level)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    struct tag *list = NULL;
    if (!begins_section(flow, &items->at[0]))
        list = open_item_list(flow, parent, level);
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        if (begins_section(flow, item)) {
            flow_section(flow, item->section, style_at(styles->list, level), TAG_P);
            list = open_item_list(flow, parent, level);
        }
        if (!item->listed)
            continue;
        struct tag *entry = open_tag(arena, list, TAG_LI);
        struct block_form form = {
            .style = style_at(styles->list, level),
            .item = item_with_heading(flow, item),
            .price = entry_price(flow, item),
            .label = item->label,
        };
        form.label_tag = open_tag(arena, entry, TAG_LBL);
        form.tag = open_tag(arena, entry, TAG_LBODY);
        struct spans spans = entry_spans(flow, item, is_last_listed(items, i));
        flow_block(flow, &form, &spans);
        if (item->items.count > 0)
            flow_items(flow, &item->items, form.tag, level + 1);
    }
}

void flow_agenda_list(struct flow *flow)
{
    if (flow->agenda->items.count > 0)
        flow_items(flow, &flow->agenda->items, flow->galley.tags, 0);
    flow->titles_are_set = true;
}

/* "1. ", "Item 1. ", "一、"; NULL: none. */
static const char *heading_label(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const char *pattern = flow->typesetter->layout->agenda.heading_label[item->level];
    if (*item->label == '\0')
        return NULL;
    if (pattern == NULL)
        return label_before_title(arena, item->label);
    struct spans label =
        pattern_spans(flow, fill_pattern(arena, pattern, "number", item->label, NULL));
    return label_before_title(arena, spans_text(arena, &label, " "));
}

/* Items of a section are one level below its heading. */
enum tag_kind item_heading_tag(const struct flow *flow, const struct agenda_item *item)
{
    enum tag_kind tag = flow->typesetter->layout->agenda.heading_tag[item->level];
    return flow->in_section ? tag_below(tag) : tag;
}

/* The titles one behind the other, as the list would part them. */
static struct spans titles_together(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const char *join = language_label(flow->typesetter->language, "titles-join");
    struct spans all = title_again(flow, item->together[0]);
    for (size_t i = 1; i < item->together_count; i++) {
        const struct named_spans names[] = {
            {"all", all}, {"title", title_again(flow, item->together[i])}, {NULL, {0}}};
        all = fill_spans(arena, arena_format(arena, "{all}%s{title}", join), names);
    }
    return all;
}

/* "Items 3 (b) and (c). …": too long for where a number hangs. */
static struct spans heading_together(struct flow *flow, const struct agenda_item *item)
{
    const struct typesetter *typesetter = flow->typesetter;
    const char *items = word_items(typesetter->arena, typesetter->language,
                                   item->together, item->together_count);
    const struct named_spans names[] = {
        {"items", plain_spans(typesetter->arena, slice_from_text(items), item->place)},
        {"title", item->heading.count > 0 ? item->heading : titles_together(flow, item)},
        {NULL, {0}}};
    return fill_spans(typesetter->arena,
                      language_label(typesetter->language, "items-heading"), names);
}

static struct spans heading_title(struct flow *flow, const struct agenda_item *item)
{
    if (item->together_count > 0)
        return heading_together(flow, item);
    return item->heading.count > 0 ? with_status(flow, item, &item->heading)
                                   : title_again(flow, item);
}

/* The label is text of the heading; its space parts the two for whoever reads aloud or
 * copies. */
static void flow_heading(struct flow *flow, const struct agenda_item *item)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    struct spans title = heading_title(flow, item);
    struct spans whole = with_action(flow, item, &title);
    struct tag *heading =
        open_tag(arena, flow->galley.tags, item_heading_tag(flow, item));
    struct block_form form = {
        .style = style_at(styles->heading, item->level),
        .tag = heading,
        .label = item->together_count > 0 ? NULL : heading_label(flow, item),
        .label_tag = heading,
    };
    form.indent = unlabelled_indent(&form);
    set_item_heading(&flow->references, item, heading);
    for (size_t i = 0; i < item->together_count; i++)
        set_item_heading(&flow->references, item->together[i], heading);
    add_heading(flow, (struct heading){.kind = HEADING_ITEM,
                                       .level = item->level + 1 + flow->in_section,
                                       .label = form.label,
                                       .title = title,
                                       .tag = heading});
    whole = with_documents(flow, item, &whole, DOCUMENTS_AFTER_HEADING);
    flow_block(flow, &form, &whole);
}

void flow_annotation_text(struct flow *flow, const struct blocks *blocks)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    const struct text_form text = {.body = styles->body,
                                   .list = styles->body_list,
                                   .parent = flow->galley.tags,
                                   .is_numbered = flow->agenda->numbers_paragraphs};
    flow_blocks(flow, blocks, &text);
}

static void flow_item(struct flow *flow, const struct agenda_item *item)
{
    if (!item_is_annotated(flow, item))
        return;
    flow_heading(flow, item);
    flow_annotation_text(flow, &item->annotation);
    flow_documents(flow, item);
    for (size_t i = 0; i < item->items.count; i++)
        flow_item(flow, &item->items.at[i]);
}

/* An item from `first` on, before the next section. */
static bool section_is_annotated(const struct flow *flow,
                                 const struct agenda_items *items, size_t first)
{
    for (size_t i = first; i < items->count; i++) {
        if (i > first && items->at[i].section != NULL)
            return false;
        if (item_is_annotated(flow, &items->at[i]))
            return true;
    }
    return false;
}

static void flow_section_heading(struct flow *flow, const struct agenda_section *section)
{
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    flow_section(flow, section, styles->heading[0],
                 styles->section != NULL ? styles->section_tag : styles->heading_tag[0]);
    flow->in_section = true;
}

void flow_annotations(struct flow *flow)
{
    const struct agenda *agenda = flow->agenda;
    flow->in_section = false;
    flow_annotation_text(flow, &agenda->opening);
    for (size_t i = 0; i < agenda->items.count; i++) {
        const struct agenda_item *item = &agenda->items.at[i];
        if (begins_section(flow, item) && section_is_annotated(flow, &agenda->items, i))
            flow_section_heading(flow, item->section);
        flow_item(flow, item);
    }
    flow_annotation_text(flow, &agenda->closing);
    flow->titles_are_set = true;
}
