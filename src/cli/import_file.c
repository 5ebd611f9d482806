/* Importing a Markdown file. */
#include "cli/import_file.h"

#include "base/file.h"
#include "cli/outputs.h"
#include <string.h>

static bool is_stream(const char *name)
{
    return strcmp(name, "-") == 0;
}

/* NAME.yaml beside NAME.md; standard output for standard input. */
static const char *source_name(const struct options *options)
{
    const char *file = options->files.at[0];
    if (options->output != NULL || is_stream(file))
        return options->output == NULL ? "-" : options->output;
    const char *dot = strrchr(path_base(file), '.');
    size_t size = dot == NULL ? strlen(file) : (size_t)(dot - file);
    return arena_format(options->arena, "%.*s.yaml", (int)size, file);
}

/* As “new”, it writes over nothing: what people have mended would be lost. */
const char *import_trouble(const struct options *options)
{
    const char *name = source_name(options);
    if (!is_stream(name) && file_exists(name))
        return arena_format(options->arena, "%s is there already", name);
    return NULL;
}

struct outcome import_file(struct agendaset *engine, const struct options *options)
{
    struct arena *arena = options->arena;
    struct agendaset_job job = {
        .name = options->files.at[0],
        .layout = options->layout,
        .languages = options->languages.at,
        .language_count = options->languages.count,
    };
    struct agendaset_result *result = agendaset_import(engine, &job);
    if (result == NULL)
        return (struct outcome){STATUS_LIMIT, "agendaset: error: out of memory\n"};
    struct outcome outcome = {(int)result->status,
                              arena_format(arena, "%s", result->messages)};
    if (outcome.status == STATUS_DONE && result->warnings > 0 && options->fail_on_warning)
        outcome.status = STATUS_WARNINGS;
    const char *trouble = NULL;
    if (result->edition_count > 0)
        trouble = put_output(arena, source_name(options), result->editions[0].bytes,
                             result->editions[0].length);
    if (trouble != NULL)
        outcome =
            (struct outcome){STATUS_IO, arena_format(arena, "%sagendaset: error: %s\n",
                                                     outcome.messages, trouble)};
    agendaset_release(result);
    return outcome;
}
