/* The command agendaset: what was asked for is done, and told by the exit status. */
#include "base/file.h"
#include "cli/batch.h"
#include "cli/build_file.h"
#include "cli/compare_files.h"
#include "cli/folders.h"
#include "cli/import_file.h"
#include "cli/options.h"
#include "cli/outputs.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A file opened later must not become standard output because that was closed; what is
 * written to a closed one fails. */
static void open_standard_streams(void)
{
    int descriptor;
    do
        descriptor = open("/dev/null", O_RDONLY);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        close(descriptor);
}

/* So that a write to a closed pipe or beyond a limit is an error that is told. */
static void ignore_write_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

static int print_text(struct arena *arena, const struct buffer *text)
{
    const char *trouble = put_output(arena, "-", text->at, text->count);
    if (trouble == NULL)
        return STATUS_DONE;
    fprintf(stderr, "agendaset: error: %s\n", trouble);
    return STATUS_IO;
}

static int print_version(struct arena *arena)
{
    struct buffer text = new_buffer(arena);
    buffer_text(&text, "agendaset " AGENDASET_VERSION "\n");
    return print_text(arena, &text);
}

static int show_help(struct arena *arena)
{
    struct buffer text = new_buffer(arena);
    print_help(&text);
    return print_text(arena, &text);
}

static int tell_wrong_use(const char *trouble)
{
    fprintf(stderr, "agendaset: error: %s\nagendaset: see agendaset --help\n", trouble);
    return STATUS_USAGE;
}

static int print_schema(const struct options *options)
{
    struct arena *arena = options->arena;
    const char *format = options->files.count == 0 ? "agenda" : options->files.at[0];
    char *schema = agendaset_schema(format);
    if (schema == NULL)
        return tell_wrong_use(arena_format(
            arena, "there is a schema of: agenda, layout; not of “%s”", format));
    arena_defer(arena, free, schema);
    struct buffer text = new_buffer(arena);
    buffer_text(&text, schema);
    return print_text(arena, &text);
}

static struct agendaset *open_engine(const struct options *options)
{
    struct names data = data_folders(options->arena);
    return agendaset_open(&(struct agendaset_options){
        .data = data.at,
        .data_count = data.count,
        .layouts = options->layout_folders.at,
        .layout_count = options->layout_folders.count,
        .fonts = options->font_folders.at,
        .font_count = options->font_folders.count,
    });
}

static struct agendaset *open_engine_or_fail(const struct options *options)
{
    struct agendaset *engine = open_engine(options);
    if (engine == NULL)
        arena_fail(options->arena, STATUS_LIMIT, "out of memory");
    return engine;
}

/* A text of the library's, which is freed. */
static int print_told(struct arena *arena, char *told)
{
    struct buffer text = new_buffer(arena);
    if (told == NULL)
        arena_fail(arena, STATUS_LIMIT, "out of memory");
    arena_defer(arena, free, told);
    buffer_text(&text, told);
    return print_text(arena, &text);
}

static int print_topic(const struct options *options)
{
    enum agendaset_topic topic = AGENDASET_FONTS;
    if (options->command == COMMAND_LAYOUTS)
        topic = AGENDASET_LAYOUTS;
    else if (options->command == COMMAND_LANGUAGES)
        topic = AGENDASET_LANGUAGES;
    else if (options->why != NULL)
        topic = AGENDASET_FACES;
    struct agendaset *engine = open_engine_or_fail(options);
    int status = print_told(options->arena, agendaset_tell(engine, topic, options->why));
    agendaset_close(engine);
    return status;
}

static const char *today(struct arena *arena)
{
    time_t now = time(NULL);
    struct tm day;
    localtime_r(&now, &day);
    return arena_format(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1,
                        day.tm_mday);
}

/* Never over a file that is there. */
static int write_new(const struct options *options)
{
    const char *file = options->files.at[0];
    bool is_stream = strcmp(file, "-") == 0;
    if (!is_stream && file_exists(file))
        return tell_wrong_use(arena_format(options->arena, "%s is there already", file));
    struct agendaset *engine = open_engine_or_fail(options);
    char *start = agendaset_start(engine, options->layout, options->languages.at,
                                  options->languages.count, today(options->arena));
    agendaset_close(engine);
    if (start == NULL)
        return tell_wrong_use("no such layout or language: see agendaset layouts, "
                              "agendaset languages");
    if (is_stream)
        return print_told(options->arena, start);
    arena_defer(options->arena, free, start);
    const char *trouble = put_output(options->arena, file, start, strlen(start));
    if (trouble == NULL)
        return STATUS_DONE;
    fprintf(stderr, "agendaset: error: %s\n", trouble);
    return STATUS_IO;
}

static int build_one_by_one(struct agendaset *engine, const struct options *options)
{
    int worst = STATUS_DONE;
    for (size_t i = 0; i < options->files.count; i++) {
        struct outcome outcome = build_file(engine, options, options->files.at[i]);
        fputs(outcome.messages, stderr);
        worst = worse_status(worst, outcome.status);
    }
    return worst;
}

/* A dump or the counts of several files go to one stream, in their order. */
static int build_files(const struct options *options)
{
    const char *trouble = NULL;
    if (options->command == COMMAND_BUILD)
        trouble = outputs_trouble(options);
    if (trouble != NULL)
        return tell_wrong_use(trouble);
    struct agendaset *engine = open_engine_or_fail(options);
    bool alone = options->files.count == 1 || options->dump != NULL ||
                 options->command == COMMAND_STATS;
    int status = alone ? build_one_by_one(engine, options) : build_batch(engine, options);
    agendaset_close(engine);
    return status;
}

static int print_comparison(const struct options *options)
{
    struct agendaset *engine = open_engine_or_fail(options);
    int status = compare_files(engine, options);
    agendaset_close(engine);
    return status;
}

static int import_with_engine(const struct options *options)
{
    const char *trouble = import_trouble(options);
    if (trouble != NULL)
        return tell_wrong_use(trouble);
    struct agendaset *engine = open_engine_or_fail(options);
    struct outcome outcome = import_file(engine, options);
    fputs(outcome.messages, stderr);
    agendaset_close(engine);
    return outcome.status;
}

static int run_command(struct arena *arena, int argc, char **argv)
{
    struct options options = read_options(arena, argc, argv);
    if (options.trouble != NULL)
        return tell_wrong_use(options.trouble);
    switch (options.command) {
    case COMMAND_HELP:
        return show_help(arena);
    case COMMAND_VERSION:
        return print_version(arena);
    case COMMAND_SCHEMA:
        return print_schema(&options);
    case COMMAND_LAYOUTS:
    case COMMAND_LANGUAGES:
    case COMMAND_FONTS:
        return print_topic(&options);
    case COMMAND_NEW:
        return write_new(&options);
    case COMMAND_CHECK:
        if (options.explain != NULL)
            return print_told(arena, agendaset_explain(options.explain));
        return build_files(&options);
    case COMMAND_COMPARE:
        return print_comparison(&options);
    case COMMAND_IMPORT:
        return import_with_engine(&options);
    case COMMAND_STATS:
    case COMMAND_BUILD:
        return build_files(&options);
    }
    return STATUS_DEFECT;
}

int main(int argc, char **argv)
{
    open_standard_streams();
    ignore_write_signals();
    struct recovery recovery = {0};
    struct arena *arena = new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0) {
        fprintf(stderr, "agendaset: error: %s\n",
                arena == NULL ? "out of memory" : recovery.text);
        free_arena(arena);
        return arena == NULL ? STATUS_LIMIT : (int)recovery.status;
    }
    int status = run_command(arena, argc, argv);
    free_arena(arena);
    return status;
}
