/* The engine as the library's callers hold it: opened, prepared, closed. */
#include "engine.h"

#include <stdlib.h>
#include <string.h>

static struct folder_list copy_folders(struct arena *arena, const char **at, size_t count)
{
    const char **copy = arena_array(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = arena_text(arena, at[i], strlen(at[i]));
    return (struct folder_list){copy, count};
}

static void open_engine(struct agendaset *engine, const struct agendaset_options *options)
{
    struct arena *arena = engine->arena;
    engine->data = copy_folders(arena, options->data, options->data_count);
    engine->layout_folders = copy_folders(arena, options->layouts, options->layout_count);
    engine->font_folders = copy_folders(arena, options->fonts, options->font_count);
    engine->languages = new_map(arena);
    engine->trees = new_map(arena);
    engine->layouts = new_map(arena);
    engine->outlines = new_outlines(arena);
}

/* Apart from its caller, so that the jump can clobber nothing of it. */
static bool try_open(struct agendaset *engine, const struct agendaset_options *options)
{
    engine->arena = new_arena(&engine->recovery, 0);
    if (engine->arena == NULL || setjmp(engine->recovery.jump) != 0)
        return false;
    open_engine(engine, options);
    return true;
}

void agendaset_close(struct agendaset *engine)
{
    if (engine == NULL)
        return;
    free_arena(engine->arena);
    free(engine);
}

struct agendaset *agendaset_open(const struct agendaset_options *options)
{
    struct agendaset *engine = calloc(1, sizeof *engine);
    if (engine == NULL || try_open(engine, options))
        return engine;
    agendaset_close(engine);
    return NULL;
}

/* What is wrong in the files is told to the documents that use them, and a want of
 * memory is met again by the first of them. */
void agendaset_prepare(struct agendaset *engine)
{
    struct diagnostics unheard = {.arena = engine->arena};
    if (setjmp(engine->recovery.jump) == 0)
        prepare_engine(engine, &unheard);
}
