/* Blocks become slugs, a line each. */
#include "page/flow_block.h"

#include "base/vec.h"
#include "page/line_marks.h"
#include "page/make_passage.h"
#include "page/notes.h"

static length block_left(const struct flow *flow, const struct block_form *form)
{
    return flow->typesetter->layout->column_start + form->style->start + form->indent;
}

length unlabelled_indent(const struct block_form *form)
{
    const struct style *style = form->style;
    bool takes_place = form->label == NULL && style->has_label && !style->label_ends;
    return takes_place ? style->label_at : 0;
}

static struct line set_label(struct flow *flow, const struct block_form *form)
{
    const struct passage_form label = {.typesetter = flow->typesetter,
                                       .style = form->style,
                                       .tag = form->label_link != NULL ? form->label_link
                                                                       : form->label_tag};
    return set_words(&label, form->label, form->label_is_raised);
}

/* From the block's left edge. */
static length label_start(const struct style *style, const struct line *label)
{
    return style->label_ends ? style->label_at - label->width : style->label_at;
}

/* How far a label that is too long for its place pushes the first line. */
static length label_push(const struct style *style, const struct line *label)
{
    length end = label_start(style, label) + label->width + style->size / 4;
    return !style->label_ends && end > style->first ? end - style->first : 0;
}

static struct lines set_text(struct flow *flow, const struct block_form *form,
                             const struct spans *spans, length push)
{
    const struct passage_form text = {.typesetter = flow->typesetter,
                                      .references = &flow->references,
                                      .style = form->style,
                                      .tag = form->tag,
                                      .item = form->item};
    const struct style *style = form->style;
    const struct paragraph_shape shape = {
        .width = flow->typesetter->layout->column_width - style->start - style->end -
                 form->indent,
        .first = style->first + push,
        .align = style->align,
        .hyphenate = style->hyphenate,
        .breaking = style->breaking,
    };
    struct passage *passage = arena_alloc(flow->typesetter->arena, sizeof *passage);
    *passage = make_passage(&text, spans);
    return set_paragraph(flow->typesetter, passage, &shape);
}

int price_inside(const struct page_costs *costs, const struct style *style, size_t line,
                 size_t count)
{
    if (style->keep_lines)
        return PAGE_END_FORBIDDEN;
    int price = PAGE_END_FREE;
    if (line < (size_t)costs->orphan_lines)
        price += costs->orphan;
    if (count - line < (size_t)costs->widow_lines)
        price += costs->widow;
    return price;
}

static struct slug line_slug(struct flow *flow, const struct block_form *form,
                             const struct lines *lines, size_t index)
{
    const struct style *style = form->style;
    const struct line *line = &lines->at[index];
    return (struct slug){
        .before = index == 0 ? style->before : 0,
        .height = style->leading,
        .after = index + 1 == lines->count ? style->after : 0,
        .price = price_inside(&flow->typesetter->layout->page_costs, style, index,
                              lines->count),
        .calls = line->calls,
        .call_count = line->call_count,
        .place = line->place,
    };
}

/* The label comes first: it may be text of the same tag. */
static struct slugs slugs_from_lines(struct flow *flow, const struct block_form *form,
                                     const struct line *label, const struct lines *lines)
{
    struct arena *arena = flow->typesetter->arena;
    length left = block_left(flow, form), baseline = style_baseline(form->style);
    struct slugs slugs = {0};
    for (size_t i = 0; i < lines->count; i++) {
        struct slug slug = line_slug(flow, form, lines, i);
        if (i == 0 && label != NULL)
            add_line_marks(arena, &slug.marks, label,
                           left + label_start(form->style, label), baseline);
        add_line_marks(arena, &slug.marks, &lines->at[i], left, baseline);
        vec_push(arena, &slugs, slug);
    }
    return slugs;
}

struct slugs set_block(struct flow *flow, const struct block_form *form,
                       const struct spans *spans)
{
    struct line label;
    length push = 0;
    if (form->label != NULL) {
        label = set_label(flow, form);
        push = label_push(form->style, &label);
    }
    struct lines lines = set_text(flow, form, spans, push);
    return slugs_from_lines(flow, form, form->label != NULL ? &label : NULL, &lines);
}

length block_middle(struct flow *flow, const struct block_form *form,
                    const struct spans *spans)
{
    struct lines lines = set_text(flow, form, spans, 0);
    return lines.count == 0 ? 0 : vec_last(&lines)->start + vec_last(&lines)->width / 2;
}

static int price_before(const struct flow *flow, int price)
{
    if (flow->demand.new_page)
        return PAGE_END_MUST;
    return flow->demand.keep ? PAGE_END_FORBIDDEN : price;
}

void append_slugs(struct flow *flow, const struct slugs *slugs, int price)
{
    const struct page_costs *costs = &flow->typesetter->layout->page_costs;
    for (size_t i = 0; i < slugs->count; i++) {
        struct slug slug = slugs->at[i];
        if (i == 0)
            slug.price = price_before(flow, price);
        else if ((int)i < flow->demand.lines_kept && slug.price < PAGE_END_FORBIDDEN)
            slug.price += costs->heading;
        slug.is_turned = flow->upright != NULL;
        vec_push(flow->typesetter->arena, flow->sink, slug);
    }
    if (slugs->count > 0)
        flow->demand = (struct flow_demand){0};
}

/* Elements that hold text beside other elements; a note goes inside of them. */
static bool may_hold_notes(const struct tag *tag)
{
    return tag->kind == TAG_LBODY || tag->kind == TAG_TD || tag->kind == TAG_TH ||
           tag->kind == TAG_NOTE;
}

void flow_block(struct flow *flow, const struct block_form *form,
                const struct spans *spans)
{
    if (spans->count == 0 && form->label == NULL)
        return;
    struct slugs slugs = set_block(flow, form, spans);
    append_slugs(flow, &slugs,
                 form->style->keep_previous ? PAGE_END_FORBIDDEN : form->price);
    if (form->style->keep_next)
        flow->demand = (struct flow_demand){
            .keep = true,
            .lines_kept = flow->typesetter->layout->page_costs.heading_lines};
    set_notes(flow, may_hold_notes(form->tag) ? form->tag : form->tag->parent);
}

const char *heading_text(const struct flow *flow, const struct heading *heading)
{
    struct arena *arena = flow->typesetter->arena;
    const char *title =
        spans_text(arena, &heading->title, flow->typesetter->language->line_break);
    return heading->label == NULL ? title
                                  : arena_format(arena, "%s%s", heading->label, title);
}

static void add_bookmark(struct flow *flow, const struct heading *heading)
{
    struct galley *galley = &flow->galley;
    struct {
        struct bookmark *at;
        size_t count, capacity;
    } bookmarks = {galley->bookmarks, galley->bookmark_count, galley->bookmark_capacity};
    const struct bookmark bookmark = {heading_text(flow, heading), heading->level,
                                      heading->tag};
    vec_push(flow->typesetter->arena, &bookmarks, bookmark);
    galley->bookmarks = bookmarks.at;
    galley->bookmark_count = bookmarks.count;
    galley->bookmark_capacity = bookmarks.capacity;
}

void add_heading(struct flow *flow, struct heading heading)
{
    heading.slug = flow->galley.slugs.count;
    add_bookmark(flow, &heading);
    vec_push(flow->typesetter->arena, &flow->headings, heading);
}
