/* Choosing faces: the first of the role's list that has the character. */
#include "text/choose_face.h"

#include "base/buffer.h"
#include "base/vec.h"
#include <string.h>
#include <unicode/uchar.h>

struct chooser {
    struct arena *arena;
    struct font_catalogue *catalogue;
    const struct passage *passage;
    struct diagnostics *diagnostics;
    const struct font_role *role; /* of the stretch in hand; NULL: unknown */
    struct {
        codepoint *at;
        size_t count, capacity;
    } missing; /* reported for this passage */
};

/* Figures of Arabic text go rightwards, but belong to its face. */
static bool is_right_to_left(const struct character *character)
{
    return character->level > 0 &&
           (character->level % 2 == 1 ||
            u_charDirection((UChar32)character->c) == U_ARABIC_NUMBER);
}

const struct face_list *wanted_faces(const struct font_role *role,
                                     const struct character *character)
{
    if (character->is_han)
        return &role->han;
    bool has_own = role->right_to_left.count > 0 && is_right_to_left(character);
    return has_own ? &role->right_to_left : &role->other;
}

/* Where a character is looked for that none of those has. */
static const struct face_list *further_faces(const struct font_role *role,
                                             const struct face_list *wanted)
{
    return wanted == &role->other ? &role->han : &role->other;
}

static bool is_withheld(const struct font_entry *entry, codepoint c)
{
    if (entry->without == NULL || c < 0x80)
        return false;
    char bytes[5] = "";
    utf8_encode(c, bytes);
    return strstr(entry->without, bytes) != NULL;
}

static void report_missing_font(struct chooser *s, const struct font_entry *entry,
                                const struct stretch *stretch)
{
    report(s->diagnostics, "missing-font", entry->place,
           "the face “%s” for the role “%s” is not installed", entry->name,
           s->role->name);
    if (entry->package != NULL)
        report_mend(s->diagnostics, "apt-get install %s", entry->package);
    if (stretch->place.source != NULL)
        report_related(s->diagnostics, stretch->place, "first needed here");
}

/* A face that the list names before the character is found, but that is not installed, is
 * told: another one in its place would be another document. */
static const struct font_face *first_with(struct chooser *s, const struct face_list *list,
                                          const struct character *character)
{
    codepoint c = character->c;
    for (size_t i = 0; i < list->count; i++) {
        const struct font_face *face = catalogue_face(s->catalogue, list->at[i]);
        if (face == NULL)
            report_missing_font(s, list->at[i], &s->passage->at[character->stretch]);
        else if (!is_withheld(list->at[i], c) && face_glyph(face, c) != 0)
            return face;
    }
    return NULL;
}

static const struct font_face *first_installed(struct chooser *s,
                                               const struct face_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct font_face *face = catalogue_face(s->catalogue, list->at[i]);
        if (face != NULL)
            return face;
    }
    return NULL;
}

static void report_unknown_role(struct chooser *s, const struct stretch *stretch)
{
    struct place catalogue = {.source = s->catalogue->source};
    report(s->diagnostics, "unknown-role", catalogue,
           "no font role “%s”, which the layout asks for", stretch->role);
    report_mend(s->diagnostics, "add the role to the catalogue, or name another one in "
                                "the layout");
    if (stretch->place.source != NULL)
        report_related(s->diagnostics, stretch->place, "first asked for here");
}

static void add_tried(struct chooser *s, struct buffer *tried,
                      const struct face_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (catalogue_face(s->catalogue, list->at[i]) != NULL)
            buffer_format(tried, "%s%s", tried->count == 0 ? "" : ", ",
                          list->at[i]->name);
}

static bool is_first_missing(struct chooser *s, codepoint c)
{
    for (size_t i = 0; i < s->missing.count; i++)
        if (s->missing.at[i] == c)
            return false;
    vec_push(s->arena, &s->missing, c);
    return true;
}

static void report_missing_character(struct chooser *s, const struct character *character)
{
    if (!is_first_missing(s, character->c))
        return;
    const struct stretch *stretch = &s->passage->at[character->stretch];
    struct buffer tried = new_buffer(s->arena);
    const struct face_list *wanted = wanted_faces(s->role, character);
    add_tried(s, &tried, wanted);
    add_tried(s, &tried, further_faces(s->role, wanted));
    char bytes[4];
    size_t size = utf8_encode(character->c, bytes);
    struct place place = stretch->place;
    place.at += character->at - stretch->start;
    place.length = size;
    report(s->diagnostics, "missing-character", place,
           "no face has the character “%.*s” (U+%04X); tried: %s", (int)size, bytes,
           (unsigned)character->c, buffer_string(&tried));
    report_mend(s->diagnostics,
                "remove it, or add a face that has it to fonts/catalogue.yaml");
}

/* A space or a joiner is no reason to leave the face of what stands before it. */
static const struct font_face *face_before(const struct character *character)
{
    const struct character *previous = character - 1;
    if (character->at == 0 || previous->stretch != character->stretch ||
        previous->face == NULL)
        return NULL;
    if (character->clings)
        return previous->face;
    bool is_space = character->c == ' ' || character->c == 0xA0;
    return is_space && !previous->is_han && face_glyph(previous->face, character->c) != 0
               ? previous->face
               : NULL;
}

static const struct font_face *face_for(struct chooser *s,
                                        const struct character *character)
{
    const struct face_list *wanted = wanted_faces(s->role, character),
                           *others = further_faces(s->role, wanted);
    const struct font_face *face =
        character->is_invisible ? NULL : first_with(s, wanted, character);
    if (face != NULL)
        return face;
    const struct font_face *installed = first_installed(s, wanted);
    if (character->is_invisible && installed != NULL)
        return installed;
    face = first_with(s, others, character);
    if (face != NULL)
        return face;
    if (installed != NULL || wanted->count == 0)
        report_missing_character(s, character);
    return installed != NULL ? installed : first_installed(s, others);
}

static void report_changed_fonts(struct chooser *s, const struct face_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct font_entry *entry = list->at[i];
        if (!entry->is_changed)
            continue;
        report_warning(s->diagnostics, "font-changed", entry->place,
                       "the face “%s” is not the one that the catalogue was made with",
                       entry->name);
        report_mend(s->diagnostics,
                    "pages may differ from those of others; if %s is the right one, "
                    "run tools/pin-fonts",
                    entry->face->file);
    }
}

/* A face is opened when its first character comes: what is known of it then is told with
 * the next stretch, at the latest when the passage ends. */
static void report_changed_role(struct chooser *s)
{
    if (s->role == NULL)
        return;
    report_changed_fonts(s, &s->role->han);
    report_changed_fonts(s, &s->role->right_to_left);
    report_changed_fonts(s, &s->role->other);
}

static void enter_stretch(struct chooser *s, const struct stretch *stretch)
{
    report_changed_role(s);
    s->role = catalogue_role(s->catalogue, stretch->role);
    if (s->role == NULL)
        report_unknown_role(s, stretch);
}

void choose_faces(struct arena *arena, struct font_catalogue *catalogue,
                  const struct passage *passage, struct characters characters,
                  struct diagnostics *diagnostics)
{
    struct chooser s = {.arena = arena,
                        .catalogue = catalogue,
                        .passage = passage,
                        .diagnostics = diagnostics};
    for (size_t i = 0; i < characters.count; i++) {
        struct character *character = &characters.at[i];
        if (i == 0 || character->stretch != character[-1].stretch)
            enter_stretch(&s, &passage->at[character->stretch]);
        if (s.role == NULL)
            continue;
        character->face = face_before(character);
        if (character->face == NULL)
            character->face = face_for(&s, character);
    }
    report_changed_role(&s);
}
