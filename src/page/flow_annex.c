/* Annexes: their headings, their text, their timetable. */
#include "page/flow_parts.h"

#include "model/wording.h"
#include "page/flow_spans.h"
#include "page/template_fields.h"
#include "page/turn_pages.h"

/* The word "annex", with the number when there are several. */
static struct spans annex_label(struct flow *flow, const struct annex *annex)
{
    const struct typesetter *typesetter = flow->typesetter;
    struct spans word = pattern_spans(flow, typesetter->layout->agenda.annex_label);
    if (flow->agenda->annex_count == 1)
        return word;
    const struct own_numbering *annexes = &typesetter->language->annexes;
    int index = (int)(annex - flow->agenda->annexes);
    const char *number =
        word_number(typesetter->arena, typesetter->language, annexes->form, index + 1);
    const struct named_spans names[] = {
        {"annex", word},
        {"n", plain_spans(typesetter->arena, slice_from_text(number), annex->place)},
        {NULL, {0}}};
    return fill_spans(typesetter->arena, annexes->label, names);
}

/* What stands over a table that goes on. */
static struct spans table_title(struct flow *flow, const struct annex *annex)
{
    struct spans title = without_notes(flow->typesetter->arena, &annex->title);
    return title.count > 0 ? title : annex_label(flow, annex);
}

static void add_annex_heading(struct flow *flow, const struct spans *label,
                              const struct annex *annex, struct tag *tag)
{
    struct heading heading = {.kind = HEADING_ANNEX, .title = *label, .tag = tag};
    if (annex->title.count > 0) {
        struct arena *arena = flow->typesetter->arena;
        heading.label = arena_format(arena, "%s ", spans_text(arena, label, " "));
        heading.title = annex->title;
    }
    add_heading(flow, heading);
}

/* "[English only]" */
static void flow_annex_note(struct flow *flow, const struct annex *annex)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    if (annex->note.count == 0)
        return;
    const struct block_form form = {
        .style = styles->annex_note != NULL ? styles->annex_note : styles->body,
        .tag = open_tag(arena, flow->galley.tags, TAG_P),
    };
    const char *pattern = styles->annex_note_pattern;
    const struct named_spans names[] = {{"note", annex->note}, {NULL, {0}}};
    struct spans spans = fill_spans(arena, pattern != NULL ? pattern : "{note}", names);
    flow_block(flow, &form, &spans);
}

static void flow_annex_headings(struct flow *flow, const struct annex *annex)
{
    struct arena *arena = flow->typesetter->arena;
    const struct agenda_styles *styles = &flow->typesetter->layout->agenda;
    struct spans label = annex_label(flow, annex);
    struct block_form form = {
        .style = styles->annex_heading,
        .tag = open_tag(arena, flow->galley.tags, styles->annex_tag),
    };
    add_annex_heading(flow, &label, annex, form.tag);
    flow_block(flow, &form, &label);
    flow_annex_note(flow, annex);
    if (annex->title.count == 0)
        return;
    form.style = styles->annex_title;
    form.tag = open_tag(arena, flow->galley.tags, tag_below(styles->annex_tag));
    flow_block(flow, &form, &annex->title);
}

static const char *annex_number(struct flow *flow, const struct part *part, size_t index)
{
    const struct typesetter *typesetter = flow->typesetter;
    if (part->number == NULL || flow->agenda->annex_count == 1)
        return "";
    const char *number = word_number(typesetter->arena, typesetter->language,
                                     typesetter->language->annexes.form, (int)index + 1);
    return fill_pattern(typesetter->arena, part->number, "n", number, NULL);
}

/* As one block; the part's label stands in front of the first title. */
void flow_annex_list(struct flow *flow, const struct part *part)
{
    struct arena *arena = flow->typesetter->arena;
    bool are_several = flow->agenda->annex_count > 1 && part->several != NULL;
    const struct style *first = are_several ? part->several : part->style;
    struct style *style = arena_alloc(arena, sizeof *style);
    *style = *first;
    style->before = 0;
    for (size_t i = 0; i < flow->agenda->annex_count; i++) {
        struct spans title = without_notes(arena, &flow->agenda->annexes[i].title);
        struct spans words = {0};
        if (i == 0 && part->label != NULL)
            words = pattern_spans(flow, part->label);
        struct block_form form = {.style = i == 0 ? first : style,
                                  .tag = open_tag(arena, flow->galley.tags, TAG_P)};
        form.label = arena_format(arena, "%s%s", spans_text(arena, &words, " "),
                                  annex_number(flow, part, i));
        form.label_tag = form.tag;
        flow_block(flow, &form, &title);
    }
}

void flow_annexes(struct flow *flow, bool new_page)
{
    for (size_t i = 0; i < flow->agenda->annex_count; i++) {
        const struct annex *annex = &flow->agenda->annexes[i];
        flow->demand.new_page = new_page;
        turn_pages(flow, annex->is_landscape);
        flow_annex_headings(flow, annex);
        flow->paragraph = 0;
        flow_annotation_text(flow, &annex->text);
        struct spans title = table_title(flow, annex);
        if (annex->lists_documents)
            flow_all_documents(flow, annex, &title);
        if (annex->table.columns.count > 0)
            flow_table(flow, &annex->table, &title);
        if (annex->day_count > 0)
            flow_timetable(flow, annex, &title);
    }
}
