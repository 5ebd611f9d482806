/* The text of notes, a column of slugs each. */
#include "page/notes.h"

#include "base/vec.h"
#include "model/wording.h"
#include "page/flow_text.h"

/* Lbl > Link: the number leads back to the mark. */
static void open_note_label(struct flow *flow, struct note_use *use,
                            struct block_form *first)
{
    struct arena *arena = flow->typesetter->arena;
    const char *number = use->number;
    first->label =
        fill_pattern(arena, flow->typesetter->layout->notes.mark, "n", number, NULL);
    first->label_is_raised = true;
    first->label_tag = open_tag(arena, use->tag, TAG_LBL);
    first->label_link = open_tag(arena, first->label_tag, TAG_LINK);
    link_to_mark(&flow->references, first->label_link, use);
    const char *alt = language_label(flow->typesetter->language, "note-back");
    if (alt != NULL)
        first->label_link->alt = fill_pattern(arena, alt, "n", number, NULL);
}

static struct slugs set_note(struct flow *flow, struct note_use *use, struct tag *parent)
{
    struct arena *arena = flow->typesetter->arena;
    const struct style *style = flow->typesetter->layout->notes.style;
    use->tag = open_tag(arena, parent, TAG_NOTE);
    use->tag->id = arena_format(arena, "note-%zu", use->index + 1);
    struct text_form form = {
        .body = style, .list = style, .parent = use->tag, .is_bare = true};
    open_note_label(flow, use, &form.first);
    struct slugs slugs = {0};
    flow->sink = &slugs;
    flow_blocks(flow, &use->note->blocks, &form);
    for (size_t i = 0; i < slugs.count; i++)
        slugs.at[i].is_unnumbered = use->note->mark != NULL || use->note->is_starred;
    return slugs;
}

void set_notes(struct flow *flow, struct tag *parent)
{
    /* A note that is marked in a note follows it. */
    if (flow->in_note)
        return;
    struct slugs *outside = flow->sink;
    const struct flow_demand demand = flow->demand;
    flow->in_note = true;
    while (flow->notes_set < flow->references.notes.count) {
        struct note_use *use = flow->references.notes.at[flow->notes_set++];
        flow->demand = (struct flow_demand){0};
        struct slugs slugs = set_note(flow, use, parent);
        vec_push(flow->typesetter->arena, &flow->galley.notes, slugs);
    }
    flow->in_note = false;
    flow->demand = demand;
    flow->sink = outside;
}
