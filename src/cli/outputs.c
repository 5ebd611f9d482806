/* Naming outputs and putting them in place. */
#include "cli/outputs.h"

#include "base/file.h"
#include "base/map.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_stream(const char *name)
{
    return strcmp(name, "-") == 0;
}

/* Where all results go; NULL: beside their sources. */
static const char *common_output(const struct options *options)
{
    if (options->output == NULL && options->dump != NULL)
        return "-";
    return options->output;
}

static bool output_is_folder(const char *output)
{
    size_t size = strlen(output);
    return size > 0 && !is_stream(output) &&
           (output[size - 1] == '/' || is_folder(output));
}

static bool is_yaml_name(const char *file)
{
    const char *dot = strrchr(path_base(file), '.');
    return dot != NULL && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static const char *file_stem(struct arena *arena, const char *file)
{
    const char *base = path_base(file);
    size_t size = is_yaml_name(file) ? (size_t)(strrchr(base, '.') - base) : strlen(base);
    return arena_text(arena, base, size);
}

static const char *output_suffix(const struct options *options)
{
    if (options->dump != NULL)
        return options->dump;
    return options->format == AGENDASET_TRACE ? "trace" : "pdf";
}

const char *output_name(const struct options *options, const char *file,
                        const char *language, size_t count)
{
    struct arena *arena = options->arena;
    const char *output = common_output(options);
    bool into_folder = output != NULL && output_is_folder(output);
    if (output != NULL && !into_folder)
        return output;
    const char *folder = into_folder ? output : path_folder(arena, file);
    bool name_language = into_folder || count > 1 || options->languages.count > 0;
    const char *name =
        arena_format(arena, "%s%s%s.%s", file_stem(arena, file), name_language ? "." : "",
                     name_language ? language : "", output_suffix(options));
    /* "./x.pdf" would only lengthen messages. */
    return strcmp(folder, ".") == 0 ? name : join_path(arena, folder, name);
}

static const char *make_folder(struct arena *arena, const char *name)
{
    if (mkdir(name, 0777) == 0 || errno == EEXIST)
        return NULL;
    return arena_format(arena, "%s: %s", name, strerror(errno));
}

/* Two sources of one name would overwrite each other in a folder. */
static const char *clash_in_folder(const struct options *options)
{
    struct map *stems = new_map(options->arena);
    for (size_t i = 0; i < options->files.count; i++) {
        const char *file = options->files.at[i];
        const char *stem = file_stem(options->arena, file);
        void **place = map_place(stems, slice_from_text(stem));
        if (*place != NULL)
            return arena_format(options->arena, "%s and %s would give the same output",
                                (const char *)*place, file);
        *place = (void *)file;
    }
    return NULL;
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && S_ISREG(first.st_mode) &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

static const char *input_trouble(const struct options *options, const char *output)
{
    size_t streams = 0;
    for (size_t i = 0; i < options->files.count; i++) {
        const char *file = options->files.at[i];
        streams += is_stream(file);
        if (output != NULL && is_same_file(file, output))
            return arena_format(options->arena, "-o %s would overwrite the source",
                                output);
        if (is_stream(file) && (output == NULL || output_is_folder(output)))
            return "standard input has no name: say where to with -o FILE or -o -";
    }
    return streams > 1 ? "standard input can be read only once" : NULL;
}

static const char *one_output_trouble(const struct options *options, const char *output)
{
    if (is_stream(output) && options->format == AGENDASET_PDF && options->dump == NULL &&
        isatty(STDOUT_FILENO))
        return "no PDF to a terminal: say where to with -o FILE";
    if (is_yaml_name(output) && options->dump == NULL)
        return arena_format(options->arena,
                            "-o %s has the name of a source and would overwrite one",
                            output);
    if (options->files.count > 1 && options->dump == NULL)
        return arena_format(options->arena,
                            "-o %s is one file, for the outputs of %zu; name a folder "
                            "(-o FOLDER/)",
                            output, options->files.count);
    return NULL;
}

const char *outputs_trouble(const struct options *options)
{
    const char *output = common_output(options);
    const char *trouble = input_trouble(options, output);
    if (trouble != NULL || output == NULL)
        return trouble;
    if (!output_is_folder(output))
        return one_output_trouble(options, output);
    trouble = clash_in_folder(options);
    return trouble != NULL ? trouble : make_folder(options->arena, output);
}

const char *editions_trouble(const struct options *options, const char *file,
                             size_t count)
{
    const char *output = common_output(options);
    if (count < 2 || output == NULL || output_is_folder(output) || options->dump != NULL)
        return NULL;
    return arena_format(options->arena,
                        "%s: -o %s is one file, for %zu editions; name a folder (-o "
                        "FOLDER/) or one --language",
                        file, output, count);
}

sigset_t ending_signals(void)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGHUP);
    sigaddset(&signals, SIGQUIT);
    return signals;
}

/* Writing to a pipe or device may last for ever, and leaves no file. */
static bool is_kept_whole(const char *name)
{
    struct stat info;
    return !is_stream(name) && (stat(name, &info) != 0 || S_ISREG(info.st_mode));
}

const char *put_output(struct arena *arena, const char *name, const char *bytes,
                       size_t size)
{
    sigset_t wait = ending_signals(), before;
    bool whole = is_kept_whole(name);
    if (whole)
        sigprocmask(SIG_BLOCK, &wait, &before);
    char *trouble = agendaset_put(name, bytes, size);
    if (whole)
        sigprocmask(SIG_SETMASK, &before, NULL);
    if (trouble != NULL)
        arena_defer(arena, free, trouble);
    return trouble;
}
