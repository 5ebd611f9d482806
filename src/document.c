/* The file becomes the editions that are asked for: its defaults, its layout, its
 * languages. */
#include "document.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "layout_labels.h"
#include "read/nearest.h"
#include "read/read_agenda.h"
#include "read/read_language.h"
#include <string.h>

static const struct place nowhere;

/* Trouble with what the caller asked for, and not with the document. */
static void refuse(struct document *document)
{
    document->status = AGENDASET_USAGE;
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
static void check_wanted(struct document *document, const struct editions *editions,
                         struct place place)
{
    const struct agendaset_job *job = document->job;
    for (size_t i = 0; job->languages != NULL && i < job->language_count; i++) {
        bool found = false;
        for (size_t k = 0; k < editions->count && !found; k++)
            found = tags_agree(job->languages[i], editions->at[k].language);
        if (!found) {
            report(document->diagnostics, "no-such-edition", place,
                   "no edition in “%s” is in this file", job->languages[i]);
            refuse(document);
        }
    }
}

static void report_unknown_language(struct document *document,
                                    const struct edition *edition)
{
    struct folder_list known =
        list_data(document->engine, document->arena, "layouts/languages");
    report(document->diagnostics, "unknown-language", edition->place,
           "no data folder has the words of the language “%s”", edition->language);
    report_mend_names(document->diagnostics, known.at, known.count,
                      "there are words for");
}

static const struct language *edition_language(struct document *document,
                                               const struct node *root,
                                               const struct layout_file *layout,
                                               const struct edition *edition)
{
    struct diagnostics *diagnostics = document->diagnostics;
    size_t errors = diagnostics->errors;
    const struct language *language =
        find_language(document->engine, edition->language, diagnostics);
    if (language == NULL && diagnostics->errors == errors)
        report_unknown_language(document, edition);
    if (language != NULL && layout != NULL)
        language = language_in_layout(document->engine, layout, language, diagnostics);
    if (language == NULL)
        return NULL;
    return language_with_words(document->arena, node_member(root, "words"),
                               &document->source, language, diagnostics);
}

/* What the file says differently from the layout it names. */
static const struct layout_file *with_own_keys(struct document *document,
                                               const struct layout_file *layout,
                                               const struct node *own)
{
    if (own->kind != NODE_MAP)
        return layout;
    struct layout_file *file = arena_alloc(document->arena, sizeof *file);
    *file = (struct layout_file){
        .arena = document->arena,
        .source = layout->source,
        .root = overlay_node(document->arena, layout->root, own),
    };
    return file;
}

/* The layout that the caller named, else the file's own. */
static const struct layout_file *document_layout(struct document *document,
                                                 const struct node *root)
{
    struct diagnostics *diagnostics = document->diagnostics;
    const char *name = document->job->layout;
    struct place place = nowhere;
    const char *near = ".";
    if (name == NULL) {
        const struct node *own = agenda_layout(root);
        if (own == NULL)
            return NULL; /* read_agenda() tells it */
        name = arena_text(document->arena, own->text.at, own->text.length);
        place = own->place;
        near = path_folder(document->arena, document->source.name);
    }
    size_t errors = diagnostics->errors;
    const struct layout_file *layout =
        find_layout(document->engine, name, near, diagnostics);
    if (layout == NULL && diagnostics->errors == errors) {
        report_unknown_layout(document->engine, diagnostics, name, place);
        if (document->job->layout != NULL)
            refuse(document);
    }
    if (layout == NULL || document->job->layout != NULL)
        return layout;
    return with_own_keys(document, layout, node_member(root, "layout"));
}

static bool layout_has_field(const struct layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->own_field_count; i++)
        if (strcmp(layout->own_fields[i].name, name) == 0)
            return true;
    return false;
}

static void report_unknown_field(struct document *document, const struct layout *layout,
                                 struct place place)
{
    report(document->diagnostics, "unknown-field", place,
           "the layout “%s” has no place for this", layout->name);
    struct buffer names = new_buffer(document->arena);
    for (size_t i = 0; i < layout->own_field_count; i++)
        buffer_format(&names, "%s%s", i == 0 ? "" : ", ",
                      strchr(layout->own_fields[i].name, '.') + 1);
    report_mend(document->diagnostics,
                names.count == 0 ? "take it out: this layout has no fields of its own%s"
                                 : "the fields of its own are %s",
                buffer_string(&names));
}

/* What no layout knows would be lost without a word. */
static void check_own_texts(struct document *document,
                            const struct document_edition *work)
{
    const struct own_texts *texts = &work->agenda->own_texts;
    for (size_t i = 0; work->layout != NULL && i < texts->count; i++)
        if (!layout_has_field(work->layout, texts->at[i].name))
            report_unknown_field(document, work->layout, texts->at[i].place);
}

/* The layout's flow must have what the author asks for. */
static void check_part(struct document *document, const struct document_edition *work,
                       enum part_kind kind, const char *key, const char *what)
{
    const struct node *node = node_member(work->root, key);
    if (node != NULL && work->layout != NULL && !layout_has_part(work->layout, kind))
        report(document->diagnostics, "unknown-field", node->key_place,
               "the layout “%s” has no place for %s", work->layout->name, what);
}

static void check_parts(struct document *document, const struct document_edition *work)
{
    if (work->agenda->has_contents)
        check_part(document, work, PART_CONTENTS, "contents", "a contents page");
    if (work->agenda->separate_agendas)
        check_part(document, work, PART_EACH_AGENDA, "separate-agendas",
                   "agendas one by one");
}

/* Everything wrong is told in one run, so a stage goes on where it can. */
static void read_edition(struct document *document, const struct node *root,
                         const struct layout_file *layout, const struct edition *edition)
{
    struct document_edition work = {
        .root = root, .language = edition_language(document, root, layout, edition)};
    if (work.language == NULL)
        return;
    if (layout != NULL)
        work.layout = layout_for_language(document->engine, layout, work.language,
                                          document->diagnostics);
    work.agenda = read_agenda(document->arena, root, &document->source, work.language,
                              document->diagnostics);
    if (work.layout != NULL && work.agenda->has_no_masthead)
        work.layout = layout_without_masthead(document->arena, work.layout);
    check_own_texts(document, &work);
    check_parts(document, &work);
    vec_push(document->arena, &document->editions, work);
}

static void read_editions(struct document *document, const struct node *root)
{
    struct editions editions =
        agenda_editions(document->arena, root, document->diagnostics);
    if (editions.count > 0)
        check_wanted(document, &editions, editions.at[0].place);
    const struct layout_file *layout = document_layout(document, root);
    for (size_t i = 0; i < editions.count; i++)
        if (edition_is_wanted(document->job, &editions.at[i]))
            read_edition(document, root, layout, &editions.at[i]);
    if (layout != NULL)
        check_layout_labels(document, root, layout, &editions);
}

static bool read_source(struct document *document)
{
    const struct agendaset_job *job = document->job;
    document->source = (struct source){job->name, {job->text, job->length}};
    if (job->text != NULL)
        return true;
    struct file_error error =
        read_file(document->arena, job->name, LIMIT_FILE_BYTES, &document->source.text);
    if (error.text == NULL)
        return true;
    report(document->diagnostics, "unreadable-file", nowhere, "%s", error.text);
    document->status = (enum agendaset_status)error.status;
    return false;
}

/* The tree of a file that the document names, in its folder or below it; NULL: told. */
static const struct node *read_named(struct document *document, const struct node *name,
                                     struct source *source)
{
    struct arena *arena = document->arena;
    const char *folder = path_folder(arena, name->place.source->name);
    const char *file = arena_text(arena, name->text.at, name->text.length);
    source->name = strcmp(folder, ".") == 0 ? file : join_path(arena, folder, file);
    struct file_error error =
        read_file_below(arena, folder, file, LIMIT_FILE_BYTES, &source->text);
    if (error.text == NULL)
        return read_yaml(arena, source, document->diagnostics);
    report(document->diagnostics, "unreadable-file", name->place, "%s", error.text);
    document->status = (enum agendaset_status)error.status;
    return NULL;
}

static void report_long_chain(struct document *document, const struct node *name)
{
    report(document->diagnostics, "defaults-circle", name->place,
           "more than %d files are named one by the other", (int)LIMIT_DEFAULTS);
    report_mend(document->diagnostics, "see whether one of them names an earlier one");
}

/* What the file says laid over what its `defaults:` say, which may have defaults of their
 * own. */
static const struct node *with_defaults(struct document *document,
                                        const struct node *root)
{
    const struct node *name = node_member(root, "defaults");
    for (int files = 0; name != NULL && name->kind == NODE_SCALAR; files++) {
        if (files == LIMIT_DEFAULTS) {
            report_long_chain(document, name);
            break;
        }
        struct source *source = arena_alloc(document->arena, sizeof *source);
        const struct node *defaults = read_named(document, name, source);
        if (defaults == NULL || defaults->kind != NODE_MAP || root->kind != NODE_MAP)
            break;
        root = overlay_node(document->arena, defaults, root);
        name = node_member(defaults, "defaults");
    }
    return root;
}

static struct place language_place(const struct node *root)
{
    const struct node *one = node_member(root, "language");
    const struct node *several = node_member(root, "languages");
    return one != NULL ? one->place : several != NULL ? several->place : nowhere;
}

static void check_tied(struct document *document, const struct document_edition *edition,
                       const struct node *name)
{
    for (size_t i = 0; i < document->editions.count; i++) {
        const struct document_edition *own = &document->editions.at[i];
        if (!tags_agree(own->language->tag, edition->language->tag))
            continue;
        report(document->diagnostics, "same-language", name->place,
               "“%.*s” has an edition in “%s”, as this file has", (int)name->text.length,
               name->text.at, edition->language->short_tag);
        report_related(document->diagnostics, language_place(edition->root),
                       "its language stands here");
        report_mend(document->diagnostics,
                    "name the file of another language, or leave the key out");
    }
}

/* The other file as it is by itself: its own layout, its own `allow:`, and not the file
 * that it is tied to in turn, which mostly is this one. */
static void read_other(struct document *other, const struct node *root)
{
    struct map *allowed = other->diagnostics->allowed;
    other->diagnostics->allowed = NULL;
    read_editions(other, with_defaults(other, root));
    other->diagnostics->allowed = allowed;
}

static void read_tied(struct document *document, const struct node *root)
{
    static const struct agendaset_job whole_file;
    const struct node *name = node_member(root, "edition-of");
    if (document->is_alone || name == NULL || name->kind != NODE_SCALAR)
        return;
    struct document *other = arena_alloc(document->arena, sizeof *other);
    *other = (struct document){
        .engine = document->engine,
        .arena = document->arena,
        .job = &whole_file,
        .diagnostics = document->diagnostics,
    };
    const struct node *other_root = read_named(document, name, &other->source);
    if (other_root == NULL)
        return;
    if (slice_same(other->source.text, document->source.text)) {
        report(document->diagnostics, "edition-of-itself", name->place,
               "this file names itself, and is no edition of itself");
        return;
    }
    read_other(other, other_root);
    document->tied = other->editions;
    for (size_t i = 0; i < document->tied.count; i++)
        check_tied(document, &document->tied.at[i], name);
}

void read_document(struct document *document)
{
    if (!read_source(document))
        return;
    const struct node *root =
        read_yaml(document->arena, &document->source, document->diagnostics);
    if (root == NULL)
        return;
    root = with_defaults(document, root);
    read_editions(document, root);
    read_tied(document, root);
}
