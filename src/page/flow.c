/* The agenda becomes a galley: the layout's parts in their order. */
#include "page/flow.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/contents.h"
#include "page/flow_parts.h"
#include "page/flow_spans.h"
#include "page/line_marks.h"
#include "page/masthead_notes.h"
#include "page/turn_pages.h"

static void add_part_label(struct flow *flow, const struct part *part,
                           struct block_form *form)
{
    struct arena *arena = flow->typesetter->arena;
    struct spans label = pattern_spans(flow, part->label);
    if (label.count == 0)
        return;
    form->label = label_before_title(arena, spans_text(arena, &label, " "));
    form->label_tag = form->tag;
}

static void flow_text_part(struct flow *flow, const struct part *part)
{
    struct arena *arena = flow->typesetter->arena;
    for (size_t i = 0; i < part->line_count; i++) {
        struct spans spans = template_spans(flow, &part->lines[i]);
        if (spans.count == 0)
            continue;
        struct block_form form = {
            .style = part->style,
            .tag = open_tag(arena, flow->galley.tags, part->tag),
        };
        if (part->label != NULL && i == 0)
            add_part_label(flow, part, &form);
        if (part->bookmark)
            add_heading(flow, (struct heading){.kind = HEADING_PART,
                                               .label = form.label,
                                               .title = spans,
                                               .tag = form.tag});
        flow_block(flow, &form, &spans);
    }
}

/* The part's style for a line whose middle is that of the last one, `middle`. */
static struct style *style_around(struct flow *flow, const struct style *part,
                                  length middle)
{
    struct style *style = arena_alloc(flow->typesetter->arena, sizeof *style);
    length width = flow->typesetter->layout->column_width - part->start;
    length half = middle < width - middle ? middle : width - middle;
    *style = *part;
    style->align = ALIGN_CENTRE;
    style->first = 0;
    style->start += middle - half;
    style->end = width - middle - half;
    return style;
}

/* The lines that have a text, as one block. */
static void flow_centred_lines(struct flow *flow, const struct part *part)
{
    struct arena *arena = flow->typesetter->arena;
    struct spans *lines = arena_array(arena, part->line_count, sizeof *lines);
    size_t count = 0;
    for (size_t i = 0; i < part->line_count; i++) {
        lines[count] = template_spans(flow, &part->lines[i]);
        count += lines[count].count > 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct block_form form = {.style = part->style};
        length middle = block_middle(flow, &form, &lines[count - 1]);
        bool is_last = i + 1 == count;
        struct style *style = style_around(flow, part->style, middle);
        style->before = i == 0 ? style->before : 0;
        style->after = is_last ? style->after : 0;
        style->keep_next |= !is_last;
        form.style = style;
        form.tag = open_tag(arena, flow->galley.tags, part->tag);
        flow_block(flow, &form, &lines[i]);
    }
}

/* Of the box's height; never alone on a page. */
static void flow_rule(struct flow *flow, struct rectangle box, struct colour colour,
                      length before, length after)
{
    struct arena *arena = flow->typesetter->arena;
    struct slug slug = {.before = before, .height = box.height, .after = after};
    add_rule_mark(arena, &slug.marks, box, ARTIFACT_LAYOUT);
    slug.marks.at[0].colour = colour;
    struct slugs slugs = {0};
    vec_push(arena, &slugs, slug);
    append_slugs(flow, &slugs, PAGE_END_FORBIDDEN);
}

/* Centred in the full text width. */
static void flow_end_rule(struct flow *flow)
{
    const struct layout *layout = flow->typesetter->layout;
    const struct end_rule *rule = &layout->end_rule;
    length text_width = layout->paper_width - layout->margin_left - layout->margin_right;
    const struct rectangle box = {.x = (text_width - rule->width) / 2,
                                  .width = rule->width,
                                  .height = rule->thickness};
    flow_rule(flow, box, (struct colour){.is_grey = true}, rule->before, 0);
}

static void flow_rule_part(struct flow *flow, const struct part *part)
{
    const struct layout *layout = flow->typesetter->layout;
    const struct style *style = part->style;
    const struct rectangle box = {.x = layout->column_start + style->start,
                                  .width =
                                      layout->column_width - style->start - style->end,
                                  .height = part->thickness};
    flow_rule(flow, box, style->colour, style->before, style->after);
}

static bool has_annotations(const struct flow *flow)
{
    const struct agenda_items *items = &flow->agenda->items;
    for (size_t i = 0; i < items->count; i++)
        if (item_is_annotated(flow, &items->at[i]))
            return true;
    return false;
}

static bool part_is_wanted(const struct flow *flow, const struct part *part)
{
    switch (part->condition) {
    case PART_IF_ANNOTATIONS:
        return has_annotations(flow);
    case PART_IF_CONTENTS:
        return flow->agenda->has_contents;
    case PART_ALWAYS:
        break;
    }
    return true;
}

static void flow_part(struct flow *, const struct part *);

/* Parts in parts; the reader bounds how deep. */
static void flow_parts(struct flow *flow, const struct part *part)
{
    for (size_t i = 0; i < part->part_count; i++)
        flow_part(flow, &part->parts[i]);
}

static void flow_each_meeting(struct flow *flow, const struct part *part)
{
    struct agenda *agenda = flow->agenda;
    struct map *at_hand = agenda->meeting;
    for (size_t i = 0; i < agenda->meeting_count; i++) {
        agenda->meeting = agenda->meetings[i];
        flow_parts(flow, part);
    }
    agenda->meeting = at_hand;
}

/* The items [first, end) alone; what is said before and behind all annotations stands
 * before the first agenda's and behind the last one's. */
static struct agenda agenda_at_hand(const struct agenda *whole, size_t first, size_t end)
{
    struct agenda agenda = *whole;
    const struct agenda_section *section = whole->items.at[first].section;
    agenda.items.at += first;
    agenda.items.count = end - first;
    if (section != NULL && section->restart)
        agenda.at_hand = section;
    if (first > 0)
        agenda.opening.count = 0;
    if (end < whole->items.count)
        agenda.closing.count = 0;
    return agenda;
}

static void flow_each_agenda(struct flow *flow, const struct part *part)
{
    const struct agenda whole = *flow->agenda;
    if (!whole.separate_agendas) {
        flow_parts(flow, part);
        return;
    }
    for (size_t first = 0, end; first < whole.items.count; first = end) {
        end = agenda_end(&whole.items, first);
        *flow->agenda = agenda_at_hand(&whole, first, end);
        flow->titles_are_set = false;
        flow_parts(flow, part);
    }
    *flow->agenda = whole;
}

/* Beside the text, which goes on behind it as if it were not there. */
static void flow_foot(struct flow *flow, const struct part *part)
{
    struct slugs *text = flow->sink;
    const struct flow_demand demand = flow->demand;
    flow->sink = &flow->galley.foot;
    flow_parts(flow, part);
    flow->sink = text;
    flow->demand = demand;
}

/* An empty page: the foot of the last one is that of an upright one. */
static void add_upright_page(struct flow *flow)
{
    struct slugs slugs = {0};
    vec_push(flow->typesetter->arena, &slugs, (struct slug){0});
    append_slugs(flow, &slugs, PAGE_END_FREE);
}

/* What stands behind turned pages stands upright, but for the rule at the end; a part
 * without any text leaves them turned. */
static void flow_upright_part(struct flow *flow, const struct part *part)
{
    const struct flow before = *flow;
    size_t count = flow->sink->count, foot = flow->galley.foot.count;
    turn_pages(flow, false);
    flow_part(flow, part);
    if (flow->galley.foot.count > foot)
        add_upright_page(flow);
    if (flow->sink->count > count)
        return;
    flow->typesetter = before.typesetter;
    flow->upright = before.upright;
    flow->demand = before.demand;
}

static void flow_part(struct flow *flow, const struct part *part)
{
    if (!spans_are_present(flow, &part->presence) || !part_is_wanted(flow, part))
        return;
    if (flow->upright != NULL && part->kind != PART_END_RULE &&
        part->kind != PART_ANNEXES) {
        flow_upright_part(flow, part);
        return;
    }
    if (part->new_page && part->kind != PART_ANNEXES)
        flow->demand.new_page = true;
    switch (part->kind) {
    case PART_TEXT:
        if (part->centred_on_last)
            flow_centred_lines(flow, part);
        else
            flow_text_part(flow, part);
        break;
    case PART_AGENDA:
        flow_agenda_list(flow);
        break;
    case PART_AGENDA_TABLE:
        flow_agenda_table(flow);
        break;
    case PART_ANNOTATIONS:
        flow_annotations(flow);
        break;
    case PART_ANNEXES:
        flow_annexes(flow, part->new_page);
        break;
    case PART_ANNEX_LIST:
        flow_annex_list(flow, part);
        break;
    case PART_CONTENTS:
        place_contents(flow, part->ends_page);
        break;
    case PART_END_RULE:
        flow_end_rule(flow);
        break;
    case PART_RULE:
        flow_rule_part(flow, part);
        break;
    case PART_EACH_AGENDA:
        flow_each_agenda(flow, part);
        break;
    case PART_EACH_MEETING:
        flow_each_meeting(flow, part);
        break;
    case PART_FOOT:
        flow_foot(flow, part);
        break;
    }
}

/* Running heads have no notes, and a layout may leave a part out. */
static void report_lost_notes(const struct flow *flow)
{
    for (size_t i = 0; i < flow->agenda->note_count; i++) {
        const struct note *note = &flow->agenda->notes[i];
        if (note->used && !note_is_numbered(&flow->references, note))
            report_warning(flow->typesetter->diagnostics, "lost-note", note->place,
                           "the layout sets no text that can have the mark of this note");
    }
}

struct galley flow_agenda(const struct typesetter *typesetter, struct agenda *agenda)
{
    struct flow flow = {.typesetter = typesetter, .agenda = agenda};
    flow.references = new_references(typesetter->arena, agenda);
    flow.galley.tags = new_tag_tree(typesetter->arena, agenda->language);
    flow.sink = &flow.galley.slugs;
    flow.is_annotated = layout_has_part(typesetter->layout, PART_ANNOTATIONS);
    /* The masthead is filled last and read first. */
    open_tag(typesetter->arena, flow.galley.tags, TAG_DIV);
    struct note_calls calls = set_masthead_notes(&flow);
    for (size_t i = 0; i < typesetter->layout->part_count; i++)
        flow_part(&flow, &typesetter->layout->parts[i]);
    set_contents(&flow);
    call_masthead_notes(&flow, &calls);
    report_lost_notes(&flow);
    flow.galley.references = flow.references;
    return flow.galley;
}
