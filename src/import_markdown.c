/* The public side of src/import/: the file, and the languages and layouts there are. */
#include "agendaset.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "call.h"
#include "import/import.h"
#include <string.h>

/* An import at work. */
struct import {
    struct call call; /* first: run_call() knows nothing else of it */
    const struct agendaset_job *job;
    struct source source;
};

/* Markdown is text in UTF-8; cmark is given as much memory as the worst of it needs. */
static bool read_source(struct import *import)
{
    struct source *source = &import->source;
    source->name = import->job->name;
    source->text = (struct slice){import->job->text, import->job->length};
    struct file_error error = {0};
    if (import->job->text == NULL)
        error = read_file(import->call.arena, source->name, LIMIT_MARKDOWN_BYTES,
                          &source->text);
    if (error.text == NULL && source->text.length > LIMIT_MARKDOWN_BYTES)
        error = (struct file_error){STATUS_LIMIT, "the file is too large"};
    if (error.text != NULL) {
        import->call.result.status = (enum agendaset_status)error.status;
        report(&import->call.diagnostics, "unreadable-file", (struct place){0}, "%s",
               error.text);
        return false;
    }
    size_t malformed = utf8_malformed(source->text);
    if (malformed == source->text.length)
        return true;
    report(&import->call.diagnostics, "malformed-utf-8",
           (struct place){source, malformed, 1}, "the byte 0x%02X is no UTF-8 here",
           (unsigned char)source->text.at[malformed]);
    report_mend(&import->call.diagnostics, "save the file in the encoding UTF-8");
    return false;
}

/* layouts/import/TAG.yaml */
static const struct node *find_synonyms(struct import *import, const char *tag)
{
    struct arena *arena = import->call.arena;
    struct source *source = arena_alloc(arena, sizeof *source);
    source->name =
        find_data(import->call.engine, arena, arena_format(arena, "import/%s.yaml", tag));
    if (source->name == NULL ||
        read_file(arena, source->name, LIMIT_FILE_BYTES, &source->text).text != NULL)
        return NULL;
    return read_yaml(arena, source, &import->call.diagnostics);
}

static void find_languages(struct import *import, struct import_job *job)
{
    struct folder_list names =
        list_data(import->call.engine, import->call.arena, "layouts/languages");
    struct import_language *languages =
        arena_array(import->call.arena, names.count, sizeof *languages);
    job->languages = languages;
    for (size_t i = 0; i < names.count; i++) {
        const struct language *language =
            find_language(import->call.engine, names.at[i], &import->call.diagnostics);
        if (language != NULL)
            languages[job->language_count++] =
                (struct import_language){language, find_synonyms(import, names.at[i])};
    }
}

/* False when the one that was asked for is not known. */
static bool choose_language(struct import *import, struct import_job *job)
{
    const struct agendaset_job *wanted = import->job;
    if (wanted->language_count == 0)
        return job->language_count > 0;
    job->language = find_language(import->call.engine, wanted->languages[0],
                                  &import->call.diagnostics);
    if (job->language == NULL)
        report(&import->call.diagnostics, "unknown-language", (struct place){0},
               "no data folder has the words of the language “%s”", wanted->languages[0]);
    return job->language != NULL;
}

/* All by their names, and the one that was asked for, which may be a path. */
static bool find_layouts(struct import *import, struct import_job *job)
{
    struct folder_list names =
        list_data(import->call.engine, import->call.arena, "layouts");
    struct import_layout *layouts =
        arena_array(import->call.arena, names.count + 1, sizeof *layouts);
    const char *wanted = import->job->layout;
    bool found = wanted == NULL;
    for (size_t i = 0; i <= names.count; i++) {
        const char *name = i < names.count ? names.at[i] : wanted;
        const struct layout_file *file =
            name == NULL || (i == names.count && found)
                ? NULL
                : find_layout(import->call.engine, name, ".", &import->call.diagnostics);
        if (file == NULL)
            continue;
        layouts[job->layout_count++] = (struct import_layout){name, file->root};
        found |= wanted != NULL && strcmp(name, wanted) == 0;
    }
    job->layouts = layouts;
    job->layout = wanted;
    if (!found)
        report(&import->call.diagnostics, "unknown-layout", (struct place){0},
               "there is no layout “%s”", wanted);
    return found && job->layout_count > 0;
}

static void import_document(struct call *call, const struct agendaset_job *wanted)
{
    struct import *import = (struct import *)call;
    struct import_job job = {.arena = import->call.arena,
                             .diagnostics = &import->call.diagnostics,
                             .source = &import->source};
    struct buffer yaml = new_buffer(import->call.arena);
    import->job = wanted;
    if (!read_source(import))
        return;
    find_languages(import, &job);
    if (!choose_language(import, &job) || !find_layouts(import, &job)) {
        import->call.result.status = AGENDASET_USAGE;
        return;
    }
    if (!import_agenda(&job, &yaml))
        return;
    import->call.result.editions =
        arena_alloc(import->call.arena, sizeof *import->call.result.editions);
    import->call.result.editions[0] =
        (struct agendaset_edition){.bytes = buffer_string(&yaml), .length = yaml.count};
    import->call.result.edition_count = 1;
}

struct agendaset_result *agendaset_import(struct agendaset *engine,
                                          const struct agendaset_job *job)
{
    return run_call(engine, sizeof(struct import), job, import_document);
}
