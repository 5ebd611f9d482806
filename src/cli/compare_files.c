/* The command `compare`. */
#include "cli/compare_files.h"

#include "cli/outputs.h"
#include <stdio.h>
#include <string.h>

static struct agendaset_job job_of(const struct options *options, const char *file)
{
    return (struct agendaset_job){
        .name = file,
        .layout = options->layout,
        .languages = options->languages.at,
        .language_count = options->languages.count,
    };
}

static int print_report(const struct options *options,
                        const struct agendaset_result *result)
{
    const char *trouble =
        put_output(options->arena, "-", result->report, strlen(result->report));
    if (trouble != NULL) {
        fprintf(stderr, "agendaset: error: %s\n", trouble);
        return STATUS_IO;
    }
    return result->differences > 0 ? STATUS_CONTENT : STATUS_DONE;
}

int compare_files(struct agendaset *engine, const struct options *options)
{
    bool has_two = options->files.count > 1;
    struct agendaset_job first = job_of(options, options->files.at[0]);
    struct agendaset_job second = job_of(options, has_two ? options->files.at[1] : NULL);
    struct agendaset_result *result =
        agendaset_compare(engine, &first, has_two ? &second : NULL);
    if (result == NULL)
        arena_fail(options->arena, STATUS_LIMIT, "out of memory");
    fputs(result->messages, stderr);
    int status = (int)result->status;
    if (status == STATUS_DONE)
        status = print_report(options, result);
    agendaset_release(result);
    return status;
}
