/* What the tests of src/text share: an arena, the installed faces, one-stretch passages.
 */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include "base/vec.h"
#include "text/breaks.h"
#include "text/print_runs.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct text_fixture {
    struct recovery recovery;
    struct arena *arena;
    struct diagnostics diagnostics;
    struct source catalogue_source;
    struct source source;
    struct font_catalogue catalogue;
    struct breaker *breaker;
};

static const struct font_entry fixture_entries[] = {
    {.name = "noto-serif-sc",
     .file = "NotoSerifCJK-Regular.ttc",
     .index = 2,
     .package = "fonts-noto-cjk"},
    {.name = "liberation-serif",
     .file = "LiberationSerif-Regular.ttf",
     .package = "fonts-liberation2"},
    {.name = "dejavu-sans", .file = "DejaVuSans.ttf", .package = "fonts-dejavu-core"},
    {.name = "not-there", .file = "NoSuchFont.otf", .package = "fonts-no-such"},
};

static const char *fixture_folders[] = {
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/dejavu",
};

/* The first `count` of the two. */
static struct face_list fixture_list(struct text_fixture *f, size_t count, size_t a,
                                     size_t b)
{
    struct font_entry **list = arena_array(f->arena, 2, sizeof *list);
    list[0] = &f->catalogue.entries[a];
    list[1] = &f->catalogue.entries[b];
    return (struct face_list){list, count};
}

static const char *fixture_han_languages[] = {"zh"};

enum { NOTO, LIBERATION, DEJAVU, NOT_THERE };

static void fill_catalogue(struct text_fixture *f)
{
    struct font_catalogue *c = &f->catalogue;
    c->arena = f->arena;
    f->catalogue_source.name = "fonts/catalogue.yaml";
    c->source = &f->catalogue_source;
    c->entry_count = sizeof fixture_entries / sizeof *fixture_entries;
    c->entries = arena_array(f->arena, c->entry_count, sizeof *c->entries);
    memcpy(c->entries, fixture_entries, sizeof fixture_entries);
    c->folders = fixture_folders;
    c->folder_count = sizeof fixture_folders / sizeof *fixture_folders;
    c->han_languages = fixture_han_languages;
    c->han_language_count = 1;
    c->han_language = "zh-Hans";
    c->role_count = 3;
    c->roles = arena_array(f->arena, 3, sizeof *c->roles);
    /* No Arabic in the second: with the third face. */
    c->roles[0] = (struct font_role){.name = "body",
                                     .han = fixture_list(f, 1, NOTO, NOTO),
                                     .other = fixture_list(f, 2, LIBERATION, DEJAVU)};
    c->roles[1] = (struct font_role){.name = "gone",
                                     .han = fixture_list(f, 1, NOT_THERE, NOT_THERE),
                                     .other = fixture_list(f, 1, LIBERATION, LIBERATION)};
    c->roles[2] = (struct font_role){.name = "next",
                                     .han = fixture_list(f, 2, NOT_THERE, NOTO),
                                     .other = fixture_list(f, 1, LIBERATION, LIBERATION)};
}

static int open_fixture(void **state)
{
    struct text_fixture *f = calloc(1, sizeof *f);
    if (f == NULL || setjmp(f->recovery.jump) != 0)
        abort();
    f->arena = new_arena(&f->recovery, 0);
    f->diagnostics.arena = f->arena;
    f->source.name = "agenda.yaml";
    fill_catalogue(f);
    f->breaker = new_breaker(f->arena);
    *state = f;
    return 0;
}

static int close_fixture(void **state)
{
    struct text_fixture *f = *state;
    free_arena(f->arena);
    free(f);
    return 0;
}

/* A passage of no stretch yet. */
static struct passage empty_passage(const char *language)
{
    return (struct passage){.language = language};
}

/* Adds a stretch in role "body", 10 pt; the text is copied behind what is there. */
static struct stretch *add_stretch(struct text_fixture *f, struct passage *passage,
                                   const char *language, const char *text)
{
    size_t old = passage->text.length;
    passage->text.at = arena_format(f->arena, "%.*s%s", (int)old,
                                    old == 0 ? "" : passage->text.at, text);
    passage->text.length = old + strlen(text);
    f->source.text = passage->text;
    vec_push(f->arena, passage,
             (struct stretch){.start = old,
                              .end = passage->text.length,
                              .role = "body",
                              .language = language,
                              .size = POINTS(10),
                              .scale = 1000,
                              .place = {&f->source, old, 1}});
    return vec_last(passage);
}

static struct passage one_stretch(struct text_fixture *f, const char *language,
                                  const char *text)
{
    struct passage passage = empty_passage(language);
    add_stretch(f, &passage, language, text);
    return passage;
}

static inline struct runs shape(struct text_fixture *f, const struct passage *passage)
{
    return shape_passage(f->arena, &f->catalogue, passage, &f->diagnostics);
}

#endif
