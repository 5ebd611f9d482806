/* Notes that are marked in the furniture of page 1: set before all others. */
#include "page/masthead_notes.h"

#include "base/vec.h"
#include "page/notes.h"
#include "page/template_fields.h"

/* Marks of notes that have not been marked before. */
static void call_notes(struct flow *flow, const struct spans *spans,
                       struct note_calls *calls)
{
    struct references *references = &flow->references;
    for (size_t i = 0; i < spans->count; i++) {
        size_t known = references->notes.count;
        if (spans->at[i].kind != SPAN_NOTE ||
            use_note(references, &spans->at[i]) == NULL ||
            references->notes.count == known)
            continue;
        struct note_call *call = arena_alloc(references->arena, sizeof *call);
        *call = (struct note_call){.note = known, .place = spans->at[i].place};
        vec_push(references->arena, calls, call);
    }
}

struct note_calls set_masthead_notes(struct flow *flow)
{
    const struct typesetter *typesetter = flow->typesetter;
    const struct field_source fields = {.arena = typesetter->arena,
                                        .agenda = flow->agenda,
                                        .language = typesetter->language,
                                        .layout = typesetter->layout,
                                        .page = 1,
                                        .pages = 1};
    struct note_calls calls = {0};
    for (size_t i = 0; i < typesetter->layout->furniture_count; i++) {
        const struct furniture *piece = &typesetter->layout->furniture[i];
        bool may_have_notes = piece->kind == FURNITURE_TEXT &&
                              (piece->pages & first_page_kind(typesetter->layout)) != 0 &&
                              is_present(&fields, &piece->presence);
        for (size_t k = 0; may_have_notes && k < piece->line_count; k++) {
            struct spans spans = expand_template(&fields, &piece->lines[k]);
            call_notes(flow, &spans, &calls);
        }
    }
    set_notes(flow, flow->galley.tags);
    return calls;
}

void call_masthead_notes(struct flow *flow, struct note_calls *calls)
{
    struct arena *arena = flow->typesetter->arena;
    struct slugs *slugs = &flow->galley.slugs;
    if (calls->count == 0)
        return;
    if (slugs->count == 0)
        vec_push(arena, slugs, (struct slug){0});
    struct slug *first = &slugs->at[0];
    for (size_t i = 0; i < first->call_count; i++)
        vec_push(arena, calls, first->calls[i]);
    first->calls = calls->at;
    first->call_count = calls->count;
}
