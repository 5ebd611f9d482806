/* Building one source file. */
#include "cli/build_file.h"

#include "cli/outputs.h"
#include "cli/print_counts.h"

int worse_status(int a, int b)
{
    static const int worst_first[] = {STATUS_DEFECT, STATUS_IO,      STATUS_LIMIT,
                                      STATUS_USAGE,  STATUS_CONTENT, STATUS_WARNINGS};
    for (size_t i = 0; i < sizeof worst_first / sizeof *worst_first; i++)
        if (a == worst_first[i] || b == worst_first[i])
            return worst_first[i];
    return STATUS_DONE;
}

static void add_trouble(struct outcome *outcome, struct arena *arena, int status,
                        const char *text)
{
    outcome->messages =
        arena_format(arena, "%sagendaset: error: %s\n", outcome->messages, text);
    outcome->status = worse_status(outcome->status, status);
}

static void put_editions(struct outcome *outcome, const struct options *options,
                         const char *file, const struct agendaset_result *result)
{
    struct arena *arena = options->arena;
    const char *trouble = editions_trouble(options, file, result->edition_count);
    if (trouble != NULL) {
        add_trouble(outcome, arena, STATUS_USAGE, trouble);
        return;
    }
    for (size_t i = 0; i < result->edition_count; i++) {
        const struct agendaset_edition *edition = &result->editions[i];
        const char *name =
            output_name(options, file, edition->language, result->edition_count);
        trouble = put_output(arena, name, edition->bytes, edition->length);
        if (trouble != NULL)
            add_trouble(outcome, arena, STATUS_IO, trouble);
    }
}

static void put_counts(struct outcome *outcome, struct arena *arena, const char *file,
                       const struct agendaset_result *result)
{
    struct buffer table = new_buffer(arena);
    print_counts(&table, file, result);
    const char *trouble = put_output(arena, "-", table.at, table.count);
    if (trouble != NULL)
        add_trouble(outcome, arena, STATUS_IO, trouble);
}

struct outcome build_file(struct agendaset *engine, const struct options *options,
                          const char *file)
{
    struct agendaset_job job = {
        .name = file,
        .layout = options->layout,
        .languages = options->languages.at,
        .language_count = options->languages.count,
        .format = options->format,
        .check_only = options->command != COMMAND_BUILD,
        .dump = options->dump,
    };
    struct agendaset_result *result = agendaset_build(engine, &job);
    if (result == NULL)
        return (struct outcome){STATUS_LIMIT, "agendaset: error: out of memory\n"};
    struct outcome outcome = {(int)result->status,
                              arena_format(options->arena, "%s", result->messages)};
    if (outcome.status == STATUS_DONE && result->warnings > 0 && options->fail_on_warning)
        outcome.status = STATUS_WARNINGS;
    if (options->command == COMMAND_BUILD)
        put_editions(&outcome, options, file, result);
    else if (options->command == COMMAND_STATS && result->edition_count > 0)
        put_counts(&outcome, options->arena, file, result);
    agendaset_release(result);
    return outcome;
}
