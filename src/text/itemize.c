/* Cutting a passage wherever stretch, face, script, typography or direction changes. */
#include "text/itemize.h"

#include "base/vec.h"
#include "text/choose_face.h"

static bool is_scaled(hb_script_t script)
{
    return script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK ||
           script == HB_SCRIPT_CYRILLIC;
}

/* A mark has the script of its base, whatever its own is. */
static bool continues_run(const struct character *previous, const struct character *next)
{
    return next->stretch == previous->stretch && next->face == previous->face &&
           next->is_han == previous->is_han && next->level == previous->level &&
           next->parting == 0 && (next->script == previous->script || next->clings);
}

static struct run run_from(const struct font_catalogue *catalogue,
                           const struct passage *passage, const struct character *first)
{
    const struct stretch *stretch = &passage->at[first->stretch];
    bool implied = first->is_han && !language_is_han(catalogue, stretch->language);
    return (struct run){
        .start = first->at,
        .stretch = stretch,
        .face = first->face,
        .script = first->script,
        .language = implied ? catalogue->han_language : stretch->language,
        .is_han = first->is_han,
        .level = first->level,
        .parting = first->parting,
        .size = length_scale(stretch->size, first->face->size, 1000),
        .scale = !first->is_han && is_scaled(first->script) ? stretch->scale : 1000,
    };
}

struct runs itemize(struct arena *arena, struct font_catalogue *catalogue,
                    const struct passage *passage, struct diagnostics *diagnostics)
{
    struct characters characters = read_characters(arena, catalogue, passage);
    choose_faces(arena, catalogue, passage, characters, diagnostics);
    struct runs runs = {0};
    size_t next;
    for (size_t i = 0; i < characters.count; i = next) {
        const struct character *first = &characters.at[i];
        for (next = i + 1; next < characters.count; next++)
            if (!continues_run(&characters.at[next - 1], &characters.at[next]))
                break;
        if (first->face == NULL)
            continue;
        vec_push(arena, &runs, run_from(catalogue, passage, first));
        vec_last(&runs)->end =
            next < characters.count ? characters.at[next].at : passage->text.length;
    }
    return runs;
}
