/* Finding and keeping what documents share. */
#include "engine.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "read/nearest.h"
#include "read/read_fonts.h"
#include "read/read_language.h"
#include "read/read_layout.h"
#include "text/font_catalogue.h"
#include <dirent.h>
#include <string.h>

static const struct place nowhere;

/* How much was told up to here, to see whether more was. */
static size_t messages_told(const struct diagnostics *diagnostics)
{
    return diagnostics->errors + diagnostics->warnings;
}

/* The tree of a YAML file that is there.  What cannot be read is told, and is NULL. */
static struct node *read_tree(struct arena *arena, const char *path,
                              struct source *source, struct diagnostics *diagnostics)
{
    source->name = path;
    struct file_error error = read_file(arena, path, LIMIT_FILE_BYTES, &source->text);
    if (error.text == NULL)
        return read_yaml(arena, source, diagnostics);
    report(diagnostics, "unreadable-file", nowhere, "%s", error.text);
    return NULL;
}

/* FOLDER/BELOW/NAME.yaml in the first of the folders that has it, or NULL. */
static const char *find_in_folders(struct arena *arena, const struct folder_list *folders,
                                   const char *below, const char *name)
{
    for (size_t i = 0; i < folders->count; i++) {
        const char *path =
            arena_format(arena, "%s/%s%s.yaml", folders->at[i], below, name);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

/* A tag that can be a file's name: letters, digits and hyphens. */
static bool is_language_tag(const char *tag)
{
    return tag[0] != '\0' && strspn(tag, "abcdefghijklmnopqrstuvwxyz"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-") == strlen(tag);
}

bool tags_agree(const char *a, const char *b)
{
    size_t common = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return strncmp(a, b, common) == 0 && (a[common] == '\0' || a[common] == '-') &&
           (b[common] == '\0' || b[common] == '-');
}

/* languages/TAG.yaml, else that of the tag's first part. */
static const char *find_language_file(struct agendaset *engine, const char *tag)
{
    size_t first = strcspn(tag, "-");
    const char *names[] = {tag, arena_text(engine->arena, tag, first)};
    for (size_t i = 0; i < 2; i++) {
        const char *path = find_in_folders(engine->arena, &engine->layout_folders,
                                           "languages/", names[i]);
        if (path == NULL)
            path = find_in_folders(engine->arena, &engine->data, "layouts/languages/",
                                   names[i]);
        if (path != NULL)
            return path;
    }
    return NULL;
}

static const struct language *read_language_file(struct agendaset *engine,
                                                 const char *path,
                                                 struct diagnostics *diagnostics)
{
    void **kept = map_place(engine->languages, slice_from_text(path));
    if (*kept != NULL)
        return *kept;
    size_t told = messages_told(diagnostics), errors = diagnostics->errors;
    struct source *source = arena_alloc(engine->arena, sizeof *source);
    struct node *root = read_tree(engine->arena, path, source, diagnostics);
    if (root == NULL)
        return NULL;
    struct language *language = read_language(engine->arena, root, source, diagnostics);
    if (messages_told(diagnostics) == told)
        *kept = language;
    return diagnostics->errors == errors ? language : NULL;
}

const struct language *find_language(struct agendaset *engine, const char *tag,
                                     struct diagnostics *diagnostics)
{
    const char *path = is_language_tag(tag) ? find_language_file(engine, tag) : NULL;
    if (path == NULL)
        return NULL;
    const struct language *language = read_language_file(engine, path, diagnostics);
    return language != NULL && tags_agree(language->tag, tag) ? language : NULL;
}

static bool is_path(const char *name)
{
    size_t size = strlen(name);
    return strchr(name, '/') != NULL ||
           (size > 5 && strcmp(name + size - 5, ".yaml") == 0);
}

static const char *find_layout_file(struct agendaset *engine, const char *name,
                                    const char *near)
{
    if (is_path(name)) {
        const char *path = join_path(engine->arena, near, name);
        return file_exists(path) ? path : NULL;
    }
    const struct folder_list beside = {&near, 1};
    const char *path = find_in_folders(engine->arena, &beside, "", name);
    if (path == NULL)
        path = find_in_folders(engine->arena, &engine->layout_folders, "", name);
    if (path == NULL)
        path = find_in_folders(engine->arena, &engine->data, "layouts/", name);
    return path;
}

void report_unknown_layout(struct agendaset *engine, struct diagnostics *diagnostics,
                           const char *name, struct place place)
{
    struct folder_list known = list_data(engine, diagnostics->arena, "layouts");
    report(diagnostics, "unknown-layout", place, "there is no layout “%s”", name);
    if (is_path(name))
        report_mend(diagnostics,
                    "its path begins at the folder of the file that names it");
    else
        report_mend_nearest(diagnostics, slice_from_text(name), known.at, known.count,
                            "the layouts are");
}

/* Lays the file over the layout it is like, and that one over the one it is like. */
static bool follow_likes(struct agendaset *engine, struct layout_file *file,
                         struct diagnostics *diagnostics)
{
    enum { MOST_LIKE = 8 };
    const struct node *like = node_member(file->root, "like");
    const char *near = path_folder(engine->arena, file->path);
    for (int depth = 0; like != NULL && like->kind == NODE_SCALAR; depth++) {
        const char *name = arena_text(engine->arena, like->text.at, like->text.length);
        const char *path = find_layout_file(engine, name, near);
        if (path == NULL) {
            report_unknown_layout(engine, diagnostics, name, like->place);
            return false;
        }
        if (depth == MOST_LIKE) {
            report(diagnostics, "layout-circle", like->place,
                   "this layout is like itself, by way of “%s”", name);
            return false;
        }
        struct source *source = arena_alloc(engine->arena, sizeof *source);
        const struct node *base = read_tree(engine->arena, path, source, diagnostics);
        if (base == NULL)
            return false;
        like = node_member(base, "like");
        near = path_folder(engine->arena, path);
        file->root = overlay_node(engine->arena, base, file->root);
    }
    return true;
}

static const struct layout_file *read_layout_file(struct agendaset *engine,
                                                  const char *path,
                                                  struct diagnostics *diagnostics)
{
    void **kept = map_place(engine->trees, slice_from_text(path));
    if (*kept != NULL)
        return *kept;
    size_t told = messages_told(diagnostics);
    struct layout_file *file = arena_alloc(engine->arena, sizeof *file);
    file->arena = engine->arena;
    file->path = path;
    file->root = read_tree(engine->arena, path, &file->source, diagnostics);
    if (file->root == NULL || !follow_likes(engine, file, diagnostics))
        return NULL;
    if (messages_told(diagnostics) == told)
        *kept = file;
    return file;
}

const struct layout_file *find_layout(struct agendaset *engine, const char *name,
                                      const char *near, struct diagnostics *diagnostics)
{
    const char *path = find_layout_file(engine, name, near);
    return path == NULL ? NULL : read_layout_file(engine, path, diagnostics);
}

/* Where that is kept which is made of the layout for a language.  No path holds a NUL, no
 * other byte is forbidden in one; a newline is safe enough because languages' tags hold
 * none. */
static void **place_for_language(struct map *kept, const struct layout_file *file,
                                 const struct language *language)
{
    if (file->path == NULL)
        return arena_alloc(file->arena, sizeof(void *));
    return map_place(kept, slice_from_text(arena_format(file->arena, "%s\n%s",
                                                        language->tag, file->path)));
}

const struct language *language_in_layout(struct agendaset *engine,
                                          const struct layout_file *file,
                                          const struct language *language,
                                          struct diagnostics *diagnostics)
{
    const struct node *root = layout_in_language(file->arena, file->root, language);
    void **kept = place_for_language(engine->languages, file, language);
    if (*kept != NULL)
        return *kept;
    size_t told = messages_told(diagnostics);
    const struct language *worded = language_with_words(
        file->arena, node_member(root, "words"), &file->source, language, diagnostics);
    if (messages_told(diagnostics) == told)
        *kept = (void *)worded;
    return worded;
}

const struct layout *layout_for_language(struct agendaset *engine,
                                         const struct layout_file *file,
                                         const struct language *language,
                                         struct diagnostics *diagnostics)
{
    void **kept = place_for_language(engine->layouts, file, language);
    if (*kept != NULL)
        return *kept;
    size_t told = messages_told(diagnostics), errors = diagnostics->errors;
    struct layout *layout =
        read_layout(file->arena, file->root, &file->source, language, diagnostics);
    if (messages_told(diagnostics) == told)
        *kept = layout;
    return diagnostics->errors == errors ? layout : NULL;
}

/* The folders that the user named come before the catalogue's own. */
static void add_font_folders(struct agendaset *engine, struct font_catalogue *fonts)
{
    const struct folder_list *first = &engine->font_folders;
    size_t count = first->count + fonts->folder_count;
    const char **all = arena_array(engine->arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = i < first->count ? first->at[i] : fonts->folders[i - first->count];
    fonts->folders = all;
    fonts->folder_count = count;
}

struct font_catalogue *find_fonts(struct agendaset *engine,
                                  struct diagnostics *diagnostics)
{
    if (engine->fonts != NULL)
        return engine->fonts;
    const char *path =
        find_in_folders(engine->arena, &engine->data, "fonts/", "catalogue");
    if (path == NULL) {
        report(diagnostics, "missing-data", nowhere,
               "no data folder holds fonts/catalogue.yaml");
        return NULL;
    }
    size_t told = messages_told(diagnostics), errors = diagnostics->errors;
    struct source *source = arena_alloc(engine->arena, sizeof *source);
    struct node *root = read_tree(engine->arena, path, source, diagnostics);
    if (root == NULL)
        return NULL;
    struct font_catalogue *fonts = read_fonts(engine->arena, root, source, diagnostics);
    add_font_folders(engine, fonts);
    if (messages_told(diagnostics) == told)
        engine->fonts = fonts;
    return diagnostics->errors == errors ? fonts : NULL;
}

struct slice find_icc_profile(struct agendaset *engine, struct diagnostics *diagnostics)
{
    for (size_t i = 0; engine->icc_profile.at == NULL && i < engine->data.count; i++) {
        const char *path =
            join_path(engine->arena, engine->data.at[i], "layouts/srgb.icc");
        if (file_exists(path))
            read_file(engine->arena, path, LIMIT_FILE_BYTES, &engine->icc_profile);
    }
    if (engine->icc_profile.at == NULL)
        report(diagnostics, "missing-data", nowhere,
               "no data folder holds layouts/srgb.icc");
    return engine->icc_profile;
}

static void close_folder(void *folder)
{
    closedir(folder);
}

/* The YAML files of a folder, in any order. */
static struct names list_yaml_files(struct arena *arena, const char *name)
{
    struct names names = {0};
    DIR *folder = opendir(name);
    if (folder == NULL)
        return names;
    arena_defer(arena, close_folder, folder);
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        const char *dot = strrchr(entry->d_name, '.');
        if (dot != NULL && strcmp(dot, ".yaml") == 0)
            vec_push(arena, &names, join_path(arena, name, entry->d_name));
    }
    return names;
}

/* "zh" of ".../zh.yaml". */
static const char *stem_of_path(struct arena *arena, const char *path)
{
    const char *base = path_base(path);
    return arena_text(arena, base, strlen(base) - strlen(".yaml"));
}

/* Each name once, smaller ones first. */
static void insert_name(struct arena *arena, struct names *names, const char *name)
{
    size_t at = 0;
    while (at < names->count && strcmp(names->at[at], name) < 0)
        at++;
    if (at < names->count && strcmp(names->at[at], name) == 0)
        return;
    vec_push(arena, names, name);
    for (size_t i = names->count - 1; i > at; i--)
        names->at[i] = names->at[i - 1];
    names->at[at] = name;
}

static void insert_names(struct arena *arena, struct names *names, const char *folder)
{
    struct names files = list_yaml_files(arena, folder);
    for (size_t i = 0; i < files.count; i++)
        insert_name(arena, names, stem_of_path(arena, files.at[i]));
}

struct folder_list list_data(struct agendaset *engine, struct arena *arena,
                             const char *below)
{
    struct names names = {0};
    for (size_t i = 0; i < engine->data.count; i++)
        insert_names(arena, &names, join_path(arena, engine->data.at[i], below));
    const char *own = below + strlen("layouts");
    for (size_t i = 0; i < engine->layout_folders.count; i++)
        insert_names(arena, &names,
                     arena_format(arena, "%s%s", engine->layout_folders.at[i], own));
    return (struct folder_list){names.at, names.count};
}

const char *find_data(struct agendaset *engine, struct arena *arena, const char *name)
{
    for (size_t i = 0; i < engine->data.count; i++) {
        const char *path = arena_format(arena, "%s/layouts/%s", engine->data.at[i], name);
        if (file_exists(path))
            return path;
    }
    return NULL;
}

void prepare_engine(struct agendaset *engine, struct diagnostics *diagnostics)
{
    for (size_t f = 0; f < engine->data.count; f++) {
        const char *layouts = join_path(engine->arena, engine->data.at[f], "layouts");
        const char *languages = join_path(engine->arena, layouts, "languages");
        struct names files = list_yaml_files(engine->arena, layouts);
        for (size_t i = 0; i < files.count; i++)
            read_layout_file(engine, files.at[i], diagnostics);
        files = list_yaml_files(engine->arena, languages);
        for (size_t i = 0; i < files.count; i++)
            read_language_file(engine, files.at[i], diagnostics);
    }
    struct font_catalogue *fonts = find_fonts(engine, diagnostics);
    for (size_t i = 0; fonts != NULL && i < fonts->entry_count; i++)
        catalogue_face(fonts, &fonts->entries[i]);
}
