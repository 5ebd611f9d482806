/* What the program can tell without a document: its formats, layouts, languages and
 * faces, and a file to begin with. */
#include "agendaset.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "check/check.h"
#include "dump.h"
#include "engine.h"
#include "model/wording.h"
#include "read/read_agenda.h"
#include "read/read_layout.h"
#include "read/schema.h"
#include "text/choose_face.h"
#include <stdlib.h>
#include <string.h>

/* A question at work. */
struct inquiry {
    struct agendaset *engine;
    struct arena *arena;
    struct diagnostics diagnostics;
    struct buffer out;
};

static const struct key_table *format_table(const char *format)
{
    if (strcmp(format, "agenda") == 0)
        return &agenda_table;
    return strcmp(format, "layout") == 0 ? &layout_table : NULL;
}

char *agendaset_schema(const char *format)
{
    struct recovery recovery;
    const struct key_table *table = format_table(format);
    struct arena *arena = table == NULL ? NULL : new_arena(&recovery, 0);
    if (arena == NULL || setjmp(recovery.jump) != 0) {
        free_arena(arena);
        return NULL;
    }
    struct buffer schema = new_buffer(arena);
    write_schema(&schema, table);
    char *text = strdup(buffer_string(&schema));
    free_arena(arena);
    return text;
}

static struct inquiry *open_inquiry(struct agendaset *engine)
{
    struct arena *arena = new_arena(&engine->recovery, LIMIT_DOCUMENT_BYTES);
    if (arena == NULL)
        return NULL;
    struct inquiry *inquiry = arena_alloc(arena, sizeof *inquiry);
    inquiry->engine = engine;
    inquiry->arena = arena;
    inquiry->diagnostics.arena = arena;
    inquiry->out = new_buffer(arena);
    return inquiry;
}

static char *close_inquiry(struct inquiry *inquiry)
{
    char *text = strdup(buffer_string(&inquiry->out));
    free_arena(inquiry->arena);
    return text;
}

static void tell_layouts(struct inquiry *at)
{
    struct folder_list names = list_data(at->engine, at->arena, "layouts");
    for (size_t i = 0; i < names.count; i++) {
        const struct layout_file *file =
            find_layout(at->engine, names.at[i], ".", &at->diagnostics);
        const struct node *title = file == NULL ? NULL : node_member(file->root, "title");
        buffer_format(&at->out, "%-20s", names.at[i]);
        if (title != NULL && title->kind == NODE_SCALAR)
            buffer_slice(&at->out, title->text);
        buffer_byte(&at->out, '\n');
    }
}

static void tell_languages(struct inquiry *at)
{
    struct folder_list names = list_data(at->engine, at->arena, "layouts/languages");
    for (size_t i = 0; i < names.count; i++) {
        const struct language *language =
            find_language(at->engine, names.at[i], &at->diagnostics);
        if (language != NULL)
            buffer_format(&at->out, "%-8s%-10s%s\n", names.at[i], language->tag,
                          language->script);
    }
}

static void tell_role_list(struct inquiry *at, const char *name,
                           const struct face_list *list)
{
    if (list->count == 0)
        return;
    buffer_format(&at->out, "\n  %-12s", name);
    for (size_t i = 0; i < list->count; i++)
        buffer_format(&at->out, "%s%s", i == 0 ? "" : ", ", list->at[i]->name);
}

static void tell_entry(struct inquiry *at, struct font_catalogue *fonts,
                       struct font_entry *entry)
{
    const struct font_face *face = catalogue_face(fonts, entry);
    buffer_format(&at->out, "%s\n", entry->name);
    if (face != NULL)
        buffer_format(&at->out, "  file      %s, face %u\n  coverage  %zu characters\n",
                      face->file, face->index, face_coverage(face));
    else
        buffer_format(&at->out, "  missing   %s\n", entry->file);
    if (entry->package != NULL)
        buffer_format(&at->out, "  package   %s\n", entry->package);
    if (entry->licence != NULL)
        buffer_format(&at->out, "  licence   %s\n", entry->licence);
    if (entry->sha256 != NULL)
        buffer_format(&at->out, "  sha256    %s\n", entry->sha256);
}

static void tell_fonts(struct inquiry *at, struct font_catalogue *fonts)
{
    for (size_t i = 0; i < fonts->role_count; i++) {
        const struct font_role *role = &fonts->roles[i];
        buffer_format(&at->out, "role %s", role->name);
        if (role->stands_for != NULL)
            buffer_format(&at->out, "\n  stands for  %s", role->stands_for);
        tell_role_list(at, "ideographs", &role->han);
        tell_role_list(at, "from right", &role->right_to_left);
        tell_role_list(at, "other", &role->other);
        buffer_byte(&at->out, '\n');
    }
    buffer_byte(&at->out, '\n');
    for (size_t i = 0; i < fonts->entry_count; i++)
        tell_entry(at, fonts, &fonts->entries[i]);
}

static const char *face_reason(struct font_catalogue *fonts, const struct font_role *role,
                               const struct character *character)
{
    const struct face_list *wanted = wanted_faces(role, character);
    for (size_t i = 0; i < wanted->count; i++)
        if (catalogue_face(fonts, wanted->at[i]) == character->face)
            return i == 0 ? "the first face of the role for such characters"
                          : "the first face of the role for such characters that has it";
    return "no face of the role for such characters has it, one for the others does";
}

/* As in a paragraph of Chinese: a role sets ideographs and other characters apart. */
static void tell_faces_in_role(struct inquiry *at, struct font_catalogue *fonts,
                               const struct font_role *role, const char *text)
{
    struct passage passage = {.text = slice_from_text(text),
                              .language = fonts->han_language};
    struct stretch stretch = {
        .end = passage.text.length, .role = role->name, .language = fonts->han_language};
    passage.at = &stretch;
    passage.count = 1;
    struct characters characters = read_characters(at->arena, fonts, &passage);
    choose_faces(at->arena, fonts, &passage, characters, &at->diagnostics);
    for (size_t i = 0; i < characters.count; i++) {
        const struct character *character = &characters.at[i];
        char bytes[4];
        size_t size = utf8_encode(character->c, bytes);
        buffer_format(&at->out, "%.*s U+%04X in %s: ", (int)size, bytes,
                      (unsigned)character->c, role->name);
        if (character->face == NULL || face_glyph(character->face, character->c) == 0)
            buffer_text(&at->out, "no face has it\n");
        else
            buffer_format(&at->out, "%s, %s (%s)\n", character->face->name,
                          face_reason(fonts, role, character),
                          character->is_han ? "ideographs and Chinese marks" : "others");
    }
}

static void answer(struct inquiry *at, enum agendaset_topic topic, const char *text)
{
    struct font_catalogue *fonts = NULL;
    if (topic == AGENDASET_FONTS || topic == AGENDASET_FACES)
        fonts = find_fonts(at->engine, &at->diagnostics);
    if (topic == AGENDASET_LAYOUTS)
        tell_layouts(at);
    else if (topic == AGENDASET_LANGUAGES)
        tell_languages(at);
    else if (topic == AGENDASET_FONTS && fonts != NULL)
        tell_fonts(at, fonts);
    else if (fonts != NULL)
        for (size_t i = 0; i < fonts->role_count; i++)
            tell_faces_in_role(at, fonts, &fonts->roles[i], text);
    if (fonts == NULL && at->diagnostics.count > 0)
        print_diagnostics(&at->out, &at->diagnostics);
}

char *agendaset_tell(struct agendaset *engine, enum agendaset_topic topic,
                     const char *text)
{
    struct inquiry *inquiry = open_inquiry(engine);
    if (inquiry == NULL)
        return NULL;
    struct arena *arena = inquiry->arena;
    if (setjmp(engine->recovery.jump) != 0) {
        free_arena(arena);
        return NULL;
    }
    answer(inquiry, topic, text == NULL ? "" : text);
    return close_inquiry(inquiry);
}

/* The words of a label, by language: { en: Other matters, zh: 其他事项 }. */
static const char *words_by_language(struct inquiry *at,
                                     const struct language **languages, size_t count,
                                     const char *label)
{
    struct buffer words = new_buffer(at->arena);
    for (size_t i = 0; i < count; i++) {
        const char *text = language_label(languages[i], label);
        buffer_format(&words, "%s%s: \"%s\"", i == 0 ? "{ " : ", ",
                      languages[i]->short_tag, text == NULL ? label : text);
    }
    buffer_text(&words, " }");
    return buffer_string(&words);
}

static const char *list_of_tags(struct inquiry *at, const struct language **languages,
                                size_t count)
{
    struct buffer tags = new_buffer(at->arena);
    for (size_t i = 0; i < count; i++)
        buffer_format(&tags, "%s%s", i == 0 ? "" : ", ", languages[i]->short_tag);
    return buffer_string(&tags);
}

static void write_start(struct inquiry *at, const char *layout,
                        const struct language **languages, size_t count, const char *date)
{
    struct slice pattern = {0};
    const char *path = find_data(at->engine, at->arena, "start.txt");
    if (path != NULL)
        read_file(at->arena, path, LIMIT_FILE_BYTES, &pattern);
    const char *words[6];
    static const char *const labels[] = {"start-title",    "start-body",
                                         "start-opening",  "start-annotation",
                                         "start-adoption", "start-other"};
    for (size_t i = 0; i < 6; i++)
        words[i] = words_by_language(at, languages, count, labels[i]);
    buffer_text(&at->out,
                fill_pattern(at->arena, arena_text(at->arena, pattern.at, pattern.length),
                             "layout", layout, "languages",
                             list_of_tags(at, languages, count), "first-language",
                             languages[0]->short_tag, "date", date, "schema",
                             "agenda.schema.json", "title", words[0], "body", words[1],
                             "opening", words[2], "annotation", words[3], "adoption",
                             words[4], "other", words[5], NULL));
}

struct known_languages {
    const struct language **at;
    size_t count, capacity;
};

static void add_language(struct inquiry *at, struct known_languages *all, const char *tag)
{
    const struct language *language = find_language(at->engine, tag, &at->diagnostics);
    if (language != NULL && language_label(language, "start-title") != NULL)
        vec_push(at->arena, all, language);
}

/* False when a layout or language is not known. */
static bool start(struct inquiry *at, const char *layout, const struct folder_list *tags,
                  const char *date)
{
    struct known_languages languages = {0};
    struct folder_list all = *tags;
    if (tags->count == 0)
        all = list_data(at->engine, at->arena, "layouts/languages");
    for (size_t i = 0; i < all.count; i++)
        add_language(at, &languages, all.at[i]);
    if (languages.count == 0 || (tags->count > 0 && languages.count < tags->count))
        return false;
    if (layout == NULL)
        layout = language_label(languages.at[0], "start-layout");
    if (layout == NULL || find_layout(at->engine, layout, ".", &at->diagnostics) == NULL)
        return false;
    write_start(at, layout, languages.at, languages.count, date);
    return true;
}

char *agendaset_start(struct agendaset *engine, const char *layout,
                      const char **languages, size_t language_count, const char *date)
{
    const struct folder_list tags = {languages, language_count};
    struct inquiry *inquiry = open_inquiry(engine);
    if (inquiry == NULL)
        return NULL;
    struct arena *arena = inquiry->arena;
    if (setjmp(engine->recovery.jump) != 0 || !start(inquiry, layout, &tags, date)) {
        free_arena(arena);
        return NULL;
    }
    return close_inquiry(inquiry);
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
