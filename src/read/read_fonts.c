/* fonts/catalogue.yaml: faces, the roles that use them, and the folders they are in. */
#include "read/read_fonts.h"

#include "base/file.h"
#include "read/fields.h"
#include <string.h>

static const struct key font_keys[] = {
    {"file", &string_value, offsetof(struct font_entry, file), NULL, KEY_REQUIRED,
     "name of the font's file, without a folder"},
    {"index", &count_value, offsetof(struct font_entry, index), NULL, 0,
     "which face of a collection it is, from 0"},
    {"package", &string_value, offsetof(struct font_entry, package), NULL, KEY_REQUIRED,
     "Debian package that installs it"},
    {"size", &permille_value, offsetof(struct font_entry, size), NULL, 0,
     "how large it is set beside the others, when it looks smaller than they do"},
    {"without", &string_value, offsetof(struct font_entry, without), NULL, 0,
     "characters that are taken from the next font, because this one draws them wrong"},
    {"licence", &string_value, offsetof(struct font_entry, licence), NULL, KEY_REQUIRED,
     "its licence, as SPDX names it"},
    {"sha256", &string_value, offsetof(struct font_entry, sha256), NULL, 0,
     "checksum of the file in lower-case hexadecimal digits"},
    {"tables", &string_value, offsetof(struct font_entry, tables), NULL, 0,
     "checksum of the face's tables, by which another font is told"},
};
static const struct key_table font_table = KEY_TABLE("a font", font_keys);

static void read_entries(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct font_catalogue *fonts = to;
    if (!expect_map(reader, node, key->type->name))
        return;
    fonts->entries = arena_array(reader->arena, node->count, sizeof *fonts->entries);
    for (const struct node *font = node->first; font != NULL; font = font->next) {
        struct font_entry *entry = &fonts->entries[fonts->entry_count++];
        read_fields(reader, font, &font_table, entry);
        entry->name = arena_text(reader->arena, font->key.at, font->key.length);
        entry->place = font->key_place;
    }
}

static struct font_entry *find_font(const struct font_catalogue *fonts, struct slice name)
{
    for (size_t i = 0; i < fonts->entry_count; i++)
        if (slice_equals(name, fonts->entries[i].name))
            return &fonts->entries[i];
    return NULL;
}

static void report_unknown_font(struct reader *reader, const struct node *node,
                                const struct font_catalogue *fonts)
{
    const char **names = arena_array(reader->arena, fonts->entry_count, sizeof *names);
    for (size_t i = 0; i < fonts->entry_count; i++)
        names[i] = fonts->entries[i].name;
    report(reader->d, "unknown-font", node->place, "there is no font “%.*s”",
           (int)node->text.length, node->text.at);
    report_mend_nearest(reader->d, node->text, names, fonts->entry_count,
                        "the fonts are");
}

/* The faces of a role, in the order they are tried. */
static void read_faces(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct face_list *list = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    const struct font_catalogue *fonts = reader->target;
    list->at = arena_array(reader->arena, node->count, sizeof(struct font_entry *));
    for (const struct node *name = node->first; name != NULL; name = name->next) {
        if (!expect_scalar(reader, name, "the name of a font"))
            continue;
        struct font_entry *entry = find_font(fonts, name->text);
        if (entry == NULL)
            report_unknown_font(reader, name, fonts);
        else
            list->at[list->count++] = entry;
    }
}

static const struct value_type faces_value = {"a list of fonts", read_faces, &any_shape};

static const struct key role_keys[] = {
    {"stands-for", &string_value, offsetof(struct font_role, stands_for), NULL, 0,
     "the face that an official form asks for, and these stand for"},
    {"han", &faces_value, offsetof(struct font_role, han), NULL, KEY_REQUIRED,
     "fonts for ideographs and the marks of Chinese text, best first"},
    {"right-to-left", &faces_value, offsetof(struct font_role, right_to_left), NULL, 0,
     "fonts for what is read from right to left, with its spaces, marks and figures"},
    {"other", &faces_value, offsetof(struct font_role, other), NULL, KEY_REQUIRED,
     "fonts for everything else, best first"},
};
static const struct key_table role_table = KEY_TABLE("a role", role_keys);

static void read_roles(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct font_catalogue *fonts = to;
    if (!expect_map(reader, node, key->type->name))
        return;
    fonts->roles = arena_array(reader->arena, node->count, sizeof *fonts->roles);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct font_role *role = &fonts->roles[fonts->role_count++];
        read_fields(reader, child, &role_table, role);
        role->name = arena_text(reader->arena, child->key.at, child->key.length);
        role->place = child->key_place;
    }
}

static void read_folders(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct font_catalogue *fonts = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    const char *own = path_folder(reader->arena, reader->source->name);
    fonts->folders = arena_array(reader->arena, node->count, sizeof *fonts->folders);
    for (const struct node *folder = node->first; folder != NULL; folder = folder->next)
        if (expect_scalar(reader, folder, "the name of a folder"))
            fonts->folders[fonts->folder_count++] =
                join_path(reader->arena, own, node_string(reader->arena, folder));
}

static void read_han_languages(struct reader *reader, const struct node *node,
                               const struct key *key, void *to)
{
    struct font_catalogue *fonts = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    fonts->han_languages = arena_array(reader->arena, node->count, sizeof(char *));
    for (const struct node *tag = node->first; tag != NULL; tag = tag->next)
        if (expect_scalar(reader, tag, "the tag of a language"))
            fonts->han_languages[fonts->han_language_count++] =
                node_string(reader->arena, tag);
}

static const struct value_type entries_value = {"a map of fonts", read_entries,
                                                &any_shape};
static const struct value_type roles_value = {"a map of roles", read_roles, &any_shape};
static const struct value_type han_languages_value = {"a list of languages",
                                                      read_han_languages, &any_shape};
static const struct value_type folders_value = {"a list of folders", read_folders,
                                                &any_shape};

/* Fonts before the roles that name them. */
static const struct key catalogue_keys[] = {
    {"fonts", &entries_value, 0, NULL, KEY_REQUIRED, "all fonts by their names"},
    {"roles", &roles_value, 0, NULL, KEY_REQUIRED,
     "the fonts that a layout's face, “body” for example, stands for"},
    {"han-languages", &han_languages_value, 0, NULL, KEY_REQUIRED,
     "first subtags of the languages that are set in ems"},
    {"han-language", &string_value, offsetof(struct font_catalogue, han_language), NULL,
     KEY_REQUIRED, "the language that ideographs in text of any other are taken for"},
    {"folders", &folders_value, 0, NULL, 0,
     "where files are looked for; a relative one is below this file's folder"},
};
static const struct key_table catalogue_table =
    KEY_TABLE("the font catalogue", catalogue_keys);

struct font_catalogue *read_fonts(struct arena *arena, const struct node *root,
                                  const struct source *source, struct diagnostics *d)
{
    struct font_catalogue *fonts = arena_alloc(arena, sizeof *fonts);
    fonts->arena = arena;
    fonts->source = source;
    struct reader reader = {.arena = arena, .source = source, .d = d, .target = fonts};
    read_fields(&reader, root, &catalogue_table, fonts);
    return fonts;
}
