/* The keys of an agenda, and the editions a file holds. */
#include "read/read_agenda.h"

#include "base/vec.h"
#include "read/agenda_values.h"
#include "read/read_language.h"
#include "read/read_layout.h"
#include "read/read_limits.h"

/* `to` stays: the fields are in the agenda's map. */
static void read_document(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    read_fields(reader, node, key->of, to);
}

/* From here on the warnings of these names are not told. */
static void read_allowed(struct reader *reader, const struct node *node,
                         const struct key *key, void *to)
{
    struct agenda *agenda = to;
    if (!expect_list(reader, node, key->type->name))
        return;
    agenda->allowed = arena_array(reader->arena, node->count, sizeof *agenda->allowed);
    if (reader->d->allowed == NULL)
        reader->d->allowed = new_map(reader->d->arena);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        if (!expect_scalar(reader, child, "the name of a rule"))
            continue;
        agenda->allowed[agenda->allowed_count++] =
            (struct allowed_rule){child->text, child->place};
        *map_place(reader->d->allowed, child->text) = agenda;
    }
}

static const struct value_type allowed_value = {"a list of rules", read_allowed,
                                                &texts_shape};

/* While a meeting is read, its fields are the agenda's. */
static void read_meeting(struct reader *reader, const struct node *node,
                         const struct key *key)
{
    struct agenda *agenda = agenda_reading(reader)->agenda;
    struct map *fields = agenda->fields;
    agenda->fields = new_map(reader->arena);
    read_fields(reader, node, key->of, NULL);
    agenda->meetings[agenda->meeting_count++] = agenda->fields;
    agenda->meeting = agenda->meetings[0];
    agenda->fields = fields;
}

static void read_meetings(struct reader *reader, const struct node *node,
                          const struct key *key, void *to)
{
    (void)to;
    struct agenda *agenda = agenda_reading(reader)->agenda;
    bool is_list = node->kind == NODE_LIST;
    agenda->meetings =
        arena_array(reader->arena, is_list ? node->count : 1, sizeof *agenda->meetings);
    if (!is_list)
        read_meeting(reader, node, key);
    else
        for (node = node->first; node != NULL; node = node->next)
            read_meeting(reader, node, key);
}

static const struct value_shape meeting_shape = {.kind = SHAPE_FIELDS};
static const struct value_shape meeting_list_shape = {.kind = SHAPE_LIST,
                                                      .of = &meeting_shape};
static const struct value_shape meetings_shape = {
    .kind = SHAPE_EITHER, .of = &meeting_shape, .other = &meeting_list_shape};
static const struct value_type meetings_value = {"a map, or a list of maps",
                                                 read_meetings, &meetings_shape};
static const struct value_shape fields_shape = {.kind = SHAPE_FIELDS};
static const struct value_type fields_value = {"a map", read_document, &fields_shape};

/* What has been read before the document: its languages and words. */
static void pass_over_elsewhere(struct reader *reader, const struct node *node,
                                const struct key *key, void *to)
{
    (void)reader;
    (void)node;
    (void)key;
    (void)to;
}

/* It has been read already. */
static void expect_file_name(struct reader *reader, const struct node *node,
                             const struct key *key, void *to)
{
    (void)to;
    expect_scalar(reader, node, key->type->name);
}

static const struct value_shape tag_shape = {
    .kind = SHAPE_TEXT, .pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"};
static const struct value_shape tags_shape = {.kind = SHAPE_LIST, .of = &tag_shape};
static const struct value_type language_value = {"a language (en, zh)",
                                                 pass_over_elsewhere, &tag_shape};
static const struct value_type file_value = {"the name of a file", expect_file_name,
                                             &text_shape};
static const struct value_type languages_value = {"a list of languages",
                                                  pass_over_elsewhere, &tags_shape};

/* What the map says besides is read as a layout. */
static void read_layout_name(struct reader *reader, const struct node *node,
                             const struct key *key, void *to)
{
    const struct node *like = node->kind == NODE_MAP ? node_member(node, "like") : node;
    if (like != NULL) {
        string_value.read(reader, like, key, to);
        return;
    }
    report(reader->d, "missing-field", node_place(node),
           "a layout in an agenda needs the key “like”");
    report_mend(reader->d, "add “like: …”: the layout whose keys are taken over");
}

static const struct value_shape layout_shape = {.kind = SHAPE_FIELDS,
                                                .table = &layout_table};
static const struct value_shape own_layout_shape = {.kind = SHAPE_PART,
                                                    .of = &layout_shape};
static const struct value_shape either_layout_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &own_layout_shape};
static const struct value_type layout_value = {"the name of a layout", read_layout_name,
                                               &either_layout_shape};

static const struct choice masthead_choices[] = {
    {"none", true}, {"full", false}, {NULL, 0}};
static const struct choice heading_choices[] = {
    {"all", true}, {"annotated", false}, {NULL, 0}};

static void read_flag_word(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    int flag = *(bool *)to;
    choice_value.read(reader, node, key, &flag);
    *(bool *)to = flag != 0;
}

static const struct value_shape word_shape = {.kind = SHAPE_WORD};
static const struct value_type masthead_value = {"none or full", read_flag_word,
                                                 &word_shape};
static const struct value_type headings_value = {"all or annotated", read_flag_word,
                                                 &word_shape};

/* What is allowed before anything is told, items before what refers to them, notes last:
 * they know what is a mark in a note. */
static const struct key agenda_keys[] = {
    {"allow", &allowed_value, 0, NULL, 0,
     "rules of the checker that are silent for this file, by their names"},
    {"layout", &layout_value, offsetof(struct agenda, layout), NULL, KEY_REQUIRED,
     "the layout, by its name or its file; or a map of what is different from the one it "
     "is “like”"},
    {"language", &language_value, 0, NULL, 0, "the language of the document"},
    {"languages", &languages_value, 0, NULL, 0,
     "its languages, when texts are given in several: one edition for each"},
    {"document", &fields_value, 0, &document_table, KEY_REQUIRED,
     "what the masthead says of the document, and its title"},
    {"meeting", &meetings_value, 0, &meeting_table, 0,
     "who meets, when and where; a list, when several bodies do"},
    {"fields", &own_fields_value, 0, NULL, 0,
     "texts that the layout has a place for, by the names it gives them"},
    {"masthead", &masthead_value, offsetof(struct agenda, has_no_masthead),
     masthead_choices, 0, "none: page 1 is set as all others are"},
    {"headings", &headings_value, offsetof(struct agenda, heads_all), heading_choices, 0,
     "all: items of which nothing is said have a heading among the annotations, too"},
    {"numbered-sections", &flag_value, offsetof(struct agenda, numbers_sections), NULL, 0,
     "true: sections are numbered, as the language does it"},
    {"agenda", &items_value, 0, NULL, KEY_REQUIRED, "the items"},
    {"separate-agendas", &flag_value, offsetof(struct agenda, separate_agendas), NULL, 0,
     "true: of several agendas each is followed by its own annotations"},
    {"contents", &contents_value, 0, NULL, 0,
     "true: a contents page with the numbers of pages; or what it lists"},
    {"opening", &blocks_value, offsetof(struct agenda, opening), NULL, KEY_BY_LANGUAGE,
     "what is said before the annotations of all items"},
    {"closing", &blocks_value, offsetof(struct agenda, closing), NULL, KEY_BY_LANGUAGE,
     "what is said behind them"},
    {"numbered-paragraphs", &flag_value, offsetof(struct agenda, numbers_paragraphs),
     NULL, 0, "true: paragraphs of annotations are numbered on, those of an annex anew"},
    {"limits", &map_value, offsetof(struct agenda, limits), &limits_table, 0,
     "how much this document may have, instead of what the layout says"},
    {"words", &words_value, 0, NULL, 0,
     "what this document says differently from its language, or by language"},
    {"defaults", &file_value, 0, NULL, KEY_BRINGS_REST,
     "a file of the same form, for what this one does not say"},
    {"edition-of", &file_value, 0, NULL, 0,
     "the file of the same document in another language, which it is held against"},
    {"annexes", &annexes_value, 0, NULL, 0, "the annexes"},
    {"notes", &notes_value, 0, NULL, 0, "the notes, by the names of their marks"},
};
const struct key_table agenda_table = KEY_TABLE("an agenda", agenda_keys);

struct agenda *read_agenda(struct arena *arena, const struct node *root,
                           const struct source *source, const struct language *language,
                           struct diagnostics *d)
{
    struct agenda *agenda = arena_alloc(arena, sizeof *agenda);
    *agenda = (struct agenda){
        .source = source,
        .language = language->tag,
        .layout = "",
        .fields = new_map(arena),
        .limits = LIMITS_NOT_SAID,
    };
    struct agenda_reading reading = {
        .agenda = agenda,
        .texts = {.arena = arena, .d = d},
        .references = new_map(arena),
    };
    struct reader reader = {
        .arena = arena,
        .source = source,
        .d = d,
        .language = language,
        .target = &reading,
    };
    read_fields(&reader, root, &agenda_table, agenda);
    const struct node *layout = node_member(root, "layout");
    if (layout != NULL)
        agenda->layout_place = layout->place;
    const struct node *limits = node_member(root, "limits");
    agenda->limits_place = limits != NULL ? limits->key_place : agenda->layout_place;
    add_reissue_note(&reader);
    resolve_notes(&reader);
    return agenda;
}

const struct node *agenda_layout(const struct node *root)
{
    const struct node *layout = node_member(root, "layout");
    if (layout != NULL && layout->kind == NODE_MAP)
        layout = node_member(layout, "like");
    if (layout == NULL || layout->kind != NODE_SCALAR || node_is_empty(layout))
        return NULL;
    return layout;
}

static void report_twice(struct diagnostics *d, const struct node *node,
                         const struct edition *first)
{
    report(d, "duplicate-language", node->place, "the language “%s” stands here again",
           first->language);
    report_related(d, first->place, "it stands here first");
    report_mend(d, "take one of them out");
}

static void add_edition(struct reader *reader, const struct node *node,
                        struct editions *editions)
{
    if (!expect_scalar(reader, node, "a language (en, zh)"))
        return;
    if (!is_language_tag(node->text)) {
        report(reader->d, "bad-language", node->place,
               "“%.*s” is not a language (en, zh)", (int)node->text.length,
               node->text.at);
        return;
    }
    for (size_t i = 0; i < editions->count; i++) {
        if (slice_equals(node->text, editions->at[i].language)) {
            report_twice(reader->d, node, &editions->at[i]);
            return;
        }
    }
    vec_push(reader->arena, editions,
             (struct edition){node_string(reader->arena, node), node->place});
}

static void report_no_language(struct reader *reader, const struct node *root)
{
    report(reader->d, "missing-field",
           (struct place){root->place.source, root->place.at, 0},
           "an agenda needs the key “language” or “languages”");
    report_mend(reader->d, "add “language: en”, or “languages: [en, zh]” when texts are "
                           "given in several");
}

struct editions agenda_editions(struct arena *arena, const struct node *root,
                                struct diagnostics *d)
{
    struct editions editions = {0};
    struct reader reader = {.arena = arena, .d = d};
    const struct node *one = node_member(root, "language");
    const struct node *several = node_member(root, "languages");
    if (root->kind != NODE_MAP)
        report_wrong_type(&reader, root, "an agenda: a map of keys and values");
    else if (one == NULL && several == NULL)
        report_no_language(&reader, root);
    if (one != NULL && several != NULL) {
        report(d, "duplicate-key", several->key_place,
               "an agenda has either “language” or “languages”");
        report_related(d, one->key_place, "the other stands here");
    }
    if (one != NULL)
        add_edition(&reader, one, &editions);
    else if (several != NULL && expect_list(&reader, several, "a list of languages"))
        for (const struct node *node = several->first; node != NULL; node = node->next)
            add_edition(&reader, node, &editions);
    if (several != NULL && several->kind == NODE_LIST && several->count == 0)
        report(d, "missing-field", several->place, "an agenda has at least one language");
    return editions;
}
