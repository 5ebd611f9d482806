/* The pipeline from top to bottom. */
#include "agendaset.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "check/check.h"
#include "dump.h"
#include "engine.h"
#include "out/pdf.h"
#include "out/trace.h"
#include "page/flow.h"
#include "page/furniture.h"
#include "page/pager.h"
#include "read/read_agenda.h"
#include "read/read_language.h"
#include "text/breaker.h"
#include "text/normal_form.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An edition on its way through the stages. */
struct edition_at_work {
    const struct language *language;
    const struct layout *layout;
    struct agenda *agenda;
    struct pages pages;
    struct buffer dump; /* of the stage that was asked for */
};

struct editions_at_work {
    struct edition_at_work *at;
    size_t count, capacity;
};

/* One document at work.  The result that the caller gets is its first member. */
struct build {
    struct agendaset_result result;
    struct agendaset *engine;
    const struct agendaset_job *job;
    struct arena *arena;
    struct source source;
    struct diagnostics diagnostics;
    struct image_shelf images;
    struct editions_at_work editions;
    char fatal[512]; /* why it could not be finished; empty: it could */
};

static const struct place nowhere;

/* Trouble with what the caller asked for, and not with the document. */
static void refuse(struct build *build)
{
    build->result.status = AGENDASET_USAGE;
}

static bool edition_is_wanted(const struct agendaset_job *job,
                              const struct edition *edition)
{
    if (job->languages == NULL)
        return true;
    for (size_t i = 0; i < job->language_count; i++)
        if (tags_agree(job->languages[i], edition->language))
            return true;
    return false;
}

/* Every language asked for must be one that the file holds. */
static void check_wanted(struct build *build, const struct editions *editions,
                         struct place place)
{
    const struct agendaset_job *job = build->job;
    for (size_t i = 0; job->languages != NULL && i < job->language_count; i++) {
        bool found = false;
        for (size_t k = 0; k < editions->count && !found; k++)
            found = tags_agree(job->languages[i], editions->at[k].language);
        if (!found) {
            report(&build->diagnostics, "no-such-edition", place,
                   "no edition in “%s” is in this file", job->languages[i]);
            refuse(build);
        }
    }
}

static const struct language *edition_language(struct build *build,
                                               const struct node *root,
                                               const struct layout_file *layout,
                                               const struct edition *edition)
{
    struct diagnostics *diagnostics = &build->diagnostics;
    size_t errors = diagnostics->errors;
    const struct language *language =
        find_language(build->engine, edition->language, diagnostics);
    if (language == NULL && diagnostics->errors == errors)
        report(diagnostics, "unknown-language", edition->place,
               "no data folder has the words of the language “%s”", edition->language);
    if (language != NULL && layout != NULL)
        language = language_in_layout(build->engine, layout, language, diagnostics);
    if (language == NULL)
        return NULL;
    return language_with_words(build->arena, node_member(root, "words"), &build->source,
                               language, diagnostics);
}

/* The layout that the caller named, else the file's own. */
static const struct layout_file *document_layout(struct build *build,
                                                 const struct node *root)
{
    struct diagnostics *diagnostics = &build->diagnostics;
    const char *name = build->job->layout;
    struct place place = nowhere;
    const char *near = ".";
    if (name == NULL) {
        struct slice own = agenda_layout(root);
        if (own.length == 0)
            return NULL; /* read_agenda() tells it */
        name = arena_text(build->arena, own.at, own.length);
        place = node_member(root, "layout")->place;
        near = path_folder(build->arena, build->source.name);
    }
    size_t errors = diagnostics->errors;
    const struct layout_file *layout =
        find_layout(build->engine, name, near, diagnostics);
    if (layout == NULL && diagnostics->errors == errors) {
        report(diagnostics, "unknown-layout", place, "there is no layout “%s”", name);
        if (build->job->layout != NULL)
            refuse(build);
    }
    return layout;
}

static bool dumps(const struct build *build, const char *stage)
{
    return build->job->dump != NULL && strcmp(build->job->dump, stage) == 0;
}

static bool layout_has_field(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->own_field_count; i++)
        if (strcmp(layout->own_fields[i].name, name) == 0)
            return true;
    return false;
}

/* What no layout knows would be lost without a word. */
static void check_own_texts(struct build *build, const struct edition_at_work *work)
{
    const struct own_texts *texts = &work->agenda->own_texts;
    for (size_t i = 0; work->layout != NULL && i < texts->count; i++)
        if (!layout_has_field(work->layout, texts->at[i].name))
            report(&build->diagnostics, "unknown-field", texts->at[i].place,
                   "the layout “%s” has no place for this", work->layout->name);
}

/* Everything wrong is told in one run, so a stage goes on where it can. */
static void read_edition(struct build *build, const struct node *root,
                         const struct layout_file *layout, const struct edition *edition)
{
    struct edition_at_work work = {
        .language = edition_language(build, root, layout, edition)};
    if (work.language == NULL)
        return;
    if (layout != NULL)
        work.layout = layout_for_language(build->engine, layout, work.language,
                                          &build->diagnostics);
    work.agenda = read_agenda(build->arena, root, &build->source, work.language,
                              &build->diagnostics);
    check_own_texts(build, &work);
    work.dump = new_buffer(build->arena);
    if (dumps(build, "yaml"))
        print_tree(&work.dump, root);
    if (dumps(build, "agenda"))
        print_agenda(&work.dump, work.agenda);
    vec_push(build->arena, &build->editions, work);
}

static void read_document(struct build *build, const struct node *root)
{
    struct editions editions = agenda_editions(build->arena, root, &build->diagnostics);
    if (editions.count > 0)
        check_wanted(build, &editions, editions.at[0].place);
    const struct layout_file *layout = document_layout(build, root);
    for (size_t i = 0; i < editions.count; i++)
        if (edition_is_wanted(build->job, &editions.at[i]))
            read_edition(build, root, layout, &editions.at[i]);
}

/* The rules of the proof-reader. */
static void check_document(struct build *build)
{
    struct edition_to_check *editions =
        arena_array(build->arena, build->editions.count, sizeof *editions);
    for (size_t i = 0; i < build->editions.count; i++)
        editions[i] = (struct edition_to_check){build->editions.at[i].agenda,
                                                build->editions.at[i].language};
    check_agendas(&(struct check_job){
        .arena = build->arena,
        .diagnostics = &build->diagnostics,
        .composed_form = composed_form,
        .compatible_form = compatible_form,
        .editions = editions,
        .edition_count = build->editions.count,
        .is_whole = build->diagnostics.errors == 0,
    });
}

static const struct language *find_other_language(void *owner, const char *tag)
{
    struct build *build = owner;
    return find_language(build->engine, tag, &build->diagnostics);
}

static const char *field_text(struct build *build, const struct agenda *agenda,
                              const char *name)
{
    const struct field *field = agenda_field(agenda, name);
    if (field == NULL || field->kind != FIELD_SPANS || field->spans.count == 0)
        return NULL;
    return spans_text(build->arena, &field->spans, " ");
}

/* What readers of PDF show of the whole document. */
static struct document_info describe_document(struct build *build,
                                              const struct edition_at_work *edition)
{
    const char *title = field_text(build, edition->agenda, "title");
    const char *symbol = field_text(build, edition->agenda, "symbol");
    return (struct document_info){
        /* Never the file's name: another name must not give other bytes. */
        .title = title != NULL    ? title
                 : symbol != NULL ? symbol
                                  : "",
        .language = edition->agenda->language,
        .author = field_text(build, edition->agenda, "organ"),
        .subject = symbol,
        .date = agenda_date(edition->agenda),
        .right_to_left = edition->language->right_to_left,
    };
}

/* From what was written to finished pages. */
static struct pages set_edition(struct build *build, struct font_catalogue *fonts,
                                struct edition_at_work *edition)
{
    struct paragraph_dump dump = {build->job->dump, &edition->dump};
    struct paragraph_watch watch = {dump_paragraph, &dump};
    struct typesetter setter = {
        .arena = build->arena,
        .scratch = new_scratch(build->arena),
        .fonts = fonts,
        .breaker = new_breaker(build->arena),
        .language = edition->language,
        .layout = edition->layout,
        .diagnostics = &build->diagnostics,
        .watch = is_paragraph_stage(build->job->dump) ? &watch : NULL,
    };
    struct galley galley = flow_agenda(&setter, edition->agenda);
    if (dumps(build, "galley"))
        print_galley(&edition->dump, &galley);
    struct page_ends ends = choose_page_ends(&setter, &galley);
    struct pages pages = make_pages(&setter, &galley, &ends);
    struct language_source others = {find_other_language, build};
    add_furniture(&setter, edition->agenda, &others, &build->images, &pages);
    pages.info = describe_document(build, edition);
    return pages;
}

static void set_document(struct build *build)
{
    struct font_catalogue *fonts = find_fonts(build->engine, &build->diagnostics);
    for (size_t i = 0; fonts != NULL && i < build->editions.count; i++) {
        struct edition_at_work *edition = &build->editions.at[i];
        edition->pages = set_edition(build, fonts, edition);
    }
}

static struct slice write_edition(struct build *build,
                                  const struct edition_at_work *edition,
                                  const struct pdf_resources *resources)
{
    const struct agendaset_job *job = build->job;
    struct buffer bytes = edition->dump;
    if (job->dump == NULL && job->format == AGENDASET_PDF)
        write_pdf(build->arena, &edition->pages, resources, &bytes);
    else if (job->dump == NULL || dumps(build, "pages"))
        write_trace(build->arena, &edition->pages, &bytes);
    return buffer_as_slice(&bytes);
}

static void write_document(struct build *build)
{
    struct agendaset_result *result = &build->result;
    struct pdf_resources resources = {
        .icc_profile = find_icc_profile(build->engine, &build->diagnostics),
        .outlines = build->engine->outlines,
        .producer = "agendaset " AGENDASET_VERSION,
    };
    if (build->diagnostics.errors > 0)
        return;
    result->editions =
        arena_array(build->arena, build->editions.count, sizeof *result->editions);
    for (size_t i = 0; i < build->editions.count; i++) {
        const struct edition_at_work *edition = &build->editions.at[i];
        struct slice bytes = write_edition(build, edition, &resources);
        result->editions[i] = (struct agendaset_edition){
            edition->language->short_tag, bytes.at, bytes.length, edition->pages.count};
    }
    result->edition_count = build->editions.count;
}

static bool read_source(struct build *build)
{
    const struct agendaset_job *job = build->job;
    build->source = (struct source){job->name, {job->text, job->length}};
    if (job->text != NULL)
        return true;
    struct file_error error =
        read_file(build->arena, job->name, LIMIT_FILE_BYTES, &build->source.text);
    if (error.text == NULL)
        return true;
    report(&build->diagnostics, "unreadable-file", nowhere, "%s", error.text);
    build->result.status = (enum agendaset_status)error.status;
    return false;
}

/* What the file says laid over what its `defaults:` say. */
static const struct node *with_defaults(struct build *build, const struct node *root)
{
    const struct node *name = node_member(root, "defaults");
    if (name == NULL || name->kind != NODE_SCALAR)
        return root;
    struct arena *arena = build->arena;
    struct source *source = arena_alloc(arena, sizeof *source);
    const char *folder = path_folder(arena, build->source.name);
    const char *file = arena_text(arena, name->text.at, name->text.length);
    source->name = join_path(arena, folder, file);
    struct file_error error =
        read_file_below(arena, folder, file, LIMIT_FILE_BYTES, &source->text);
    if (error.text != NULL) {
        report(&build->diagnostics, "unreadable-file", name->place, "%s", error.text);
        build->result.status = (enum agendaset_status)error.status;
        return root;
    }
    const struct node *defaults = read_yaml(arena, source, &build->diagnostics);
    if (defaults == NULL || defaults->kind != NODE_MAP || root->kind != NODE_MAP)
        return root;
    return overlay_node(arena, defaults, root);
}

static void build_document(struct build *build)
{
    build->diagnostics.arena = build->arena;
    build->images = (struct image_shelf){build->arena, &build->diagnostics, NULL, 0, 0};
    if (!read_source(build))
        return;
    struct node *root = read_yaml(build->arena, &build->source, &build->diagnostics);
    if (root != NULL)
        read_document(build, with_defaults(build, root));
    check_document(build);
    if (build->diagnostics.errors == 0)
        set_document(build);
    if (build->diagnostics.errors == 0 && !build->job->check_only)
        write_document(build);
}

/* After a jump out of build_document(). */
static void note_failure(struct build *build)
{
    const struct recovery *recovery = &build->engine->recovery;
    build->result.status = (enum agendaset_status)recovery->status;
    build->result.edition_count = 0;
    snprintf(build->fatal, sizeof build->fatal, "agendaset: error: %s: %s\n",
             build->job->name, recovery->text);
}

/* The document's own messages first, then why it could not be finished. */
static void tell_messages(struct build *build)
{
    struct agendaset_result *result = &build->result;
    result->messages = build->fatal;
    result->errors = build->diagnostics.errors + (build->fatal[0] != '\0');
    result->warnings = build->diagnostics.warnings;
    if (build->diagnostics.limit)
        result->status = AGENDASET_LIMIT;
    else if (result->status == AGENDASET_DONE && result->errors > 0)
        result->status = AGENDASET_CONTENT;
    /* When memory has ended, there may be none to print them with. */
    if (build->diagnostics.count == 0 || setjmp(build->engine->recovery.jump) != 0)
        return;
    sort_diagnostics(&build->diagnostics);
    struct buffer text = new_buffer(build->arena);
    print_diagnostics(&text, &build->diagnostics);
    buffer_text(&text, build->fatal);
    result->messages = buffer_string(&text);
}

struct agendaset_result *agendaset_build(struct agendaset *engine,
                                         const struct agendaset_job *job)
{
    struct build *build = calloc(1, sizeof *build);
    if (build == NULL)
        return NULL;
    build->engine = engine;
    build->job = job;
    build->arena = new_arena(&engine->recovery, LIMIT_DOCUMENT_BYTES);
    if (build->arena == NULL) {
        free(build);
        return NULL;
    }
    if (setjmp(engine->recovery.jump) == 0)
        build_document(build);
    else
        note_failure(build);
    tell_messages(build);
    return &build->result;
}

void agendaset_release(struct agendaset_result *result)
{
    struct build *build = (struct build *)result;
    if (build == NULL)
        return;
    free_arena(build->arena);
    free(build);
}

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

char *agendaset_put(const char *file, const char *bytes, size_t size)
{
    struct recovery recovery;
    struct arena *arena = new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0) {
        free_arena(arena);
        return strdup("out of memory");
    }
    struct file_error error = write_file(arena, file, (struct slice){bytes, size});
    char *text = error.text == NULL ? NULL : strdup(error.text);
    free_arena(arena);
    return text;
}

const char *const *agendaset_stages(void)
{
    return stage_names;
}

const char *agendaset_rule(size_t index)
{
    return rule_name(index);
}

char *agendaset_explain(const char *name)
{
    struct recovery recovery;
    struct arena *arena = new_arena(&recovery, 0);
    const struct rule *rule = find_rule(slice_from_text(name));
    bool is_all = strcmp(name, "all") == 0;
    if (arena == NULL || (rule == NULL && !is_all) || setjmp(recovery.jump) != 0) {
        free_arena(arena);
        return NULL;
    }
    struct buffer text = new_buffer(arena);
    if (is_all)
        explain_all_rules(&text);
    else
        explain_rule(&text, rule);
    char *copy = strdup(buffer_string(&text));
    free_arena(arena);
    return copy;
}
