/* From Markdown to YAML: outline, notes, head, list, body; then the draft is written. */
#include "import/import.h"

#include "import/body.h"
#include "import/find_agenda.h"
#include "import/find_notes.h"
#include "import/head.h"
#include "import/items.h"
#include "import/part_lines.h"
#include "import/passage.h"
#include "import/slots.h"
#include "import/words.h"
#include "import/write_draft.h"
#include <string.h>

/* What the letters of a text are of. */
struct letters {
    size_t han, right_to_left, others;
};

static struct letters count_letters(struct slice text)
{
    struct letters letters = {0};
    for (size_t at = 0; at < text.length; at = next_character(text, at)) {
        codepoint c = character_at(text, at);
        letters.han += is_han(c);
        letters.right_to_left += c >= 0x590 && c < 0x900;
        letters.others += is_ascii_letter(c) || (c >= 0xC0 && c < 0x590);
    }
    return letters;
}

/* An ideograph says as much as some letters of another script. */
static const struct language *choose_language(const struct import_job *job)
{
    enum { LETTERS_OF_A_WORD = 3 };
    struct letters letters = count_letters(job->source->text);
    bool is_han = letters.han * LETTERS_OF_A_WORD > letters.others;
    bool right_to_left = letters.right_to_left > letters.others;
    for (size_t i = 0; i < job->language_count; i++) {
        const struct language *language = job->languages[i].language;
        if (language->is_han == is_han && language->right_to_left == right_to_left)
            return language;
    }
    return job->languages[0].language;
}

static const struct map *open_synonyms(struct arena *arena, const struct node *root)
{
    struct map *synonyms = new_map(arena);
    const struct node *row = root != NULL && root->kind == NODE_MAP ? root->first : NULL;
    for (; row != NULL; row = row->next) {
        struct words *words = arena_alloc(arena, sizeof *words);
        words->at = arena_array(arena, row->count, sizeof *words->at);
        for (const struct node *word = row->first; word != NULL; word = word->next)
            if (word->kind == NODE_SCALAR)
                words->at[words->count++] =
                    arena_text(arena, word->text.at, word->text.length);
        *map_place(synonyms, row->key) = words;
    }
    return synonyms;
}

static void open_language(struct importer *importer, const struct import_language *of)
{
    size_t i = importer->lexicon_count++;
    importer->lexicons[i] = new_lexicon(importer->arena, of->language);
    importer->synonyms[i] = open_synonyms(importer->arena, of->synonyms);
}

/* The document's language first. */
static void open_languages(struct importer *importer, const struct import_job *job)
{
    size_t count = job->language_count;
    importer->lexicons = arena_array(job->arena, count, sizeof *importer->lexicons);
    importer->synonyms = arena_array(job->arena, count, sizeof *importer->synonyms);
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < count; i++)
            if ((job->languages[i].language == importer->language) == (own == 1))
                open_language(importer, &job->languages[i]);
}

static bool is_control(codepoint c)
{
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0) ||
           c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* White space of as many bytes stands for what no text may have, so that places agree. */
static struct slice without_controls(struct arena *arena, struct slice text)
{
    static const char *const spaces[] = {"", " ", "\u00A0", "   "};
    char *copy = arena_text(arena, text.at, text.length);
    size_t size;
    for (size_t at = 0; at < text.length; at += size)
        if (is_control(utf8_decode(text.at + at, text.length - at, &size)) && size < 4)
            memcpy(copy + at, spaces[size], size);
    return (struct slice){copy, text.length};
}

static void open_blocks(struct importer *importer, const struct outline *outline)
{
    importer->block_count = outline->count;
    importer->blocks =
        arena_array(importer->arena, outline->count, sizeof *importer->blocks);
    for (size_t i = 0; i < outline->count; i++)
        importer->blocks[i].outline = &outline->at[i];
}

static const struct import_layout *find_layout_named(const struct import_job *job,
                                                     const char *name)
{
    for (size_t i = 0; name != NULL && i < job->layout_count; i++)
        if (strcmp(job->layouts[i].name, name) == 0)
            return &job->layouts[i];
    return NULL;
}

/* A layout that is for documents of that place. */
static const struct import_layout *layout_of_place(const struct import_job *job,
                                                   const char *place)
{
    for (size_t i = 0; place != NULL && i < job->layout_count; i++) {
        const struct node *places = node_member(job->layouts[i].root, "places");
        if (places == NULL || places->kind != NODE_LIST)
            continue;
        for (const struct node *name = places->first; name != NULL; name = name->next)
            if (name->kind == NODE_SCALAR &&
                same_words(name->text, slice_from_text(place)))
                return &job->layouts[i];
    }
    return NULL;
}

/* What was asked for, or by the signs of a parliamentary document. */
static const struct import_layout *choose_layout(const struct importer *importer,
                                                 const struct import_job *job,
                                                 const struct head *head)
{
    const char *label = head->is_official ? "start-layout" : "plain-layout";
    const struct import_layout *layout = find_layout_named(job, job->layout);
    if (layout == NULL && head->is_official)
        layout = layout_of_place(job, head->place);
    if (layout == NULL)
        layout = find_layout_named(job, language_label(importer->language, label));
    return layout != NULL ? layout : &job->layouts[0];
}

/* Of what is nowhere in the file. */
static struct place first_line(const struct importer *importer)
{
    for (size_t i = 0; i < importer->block_count; i++)
        if (importer->blocks[i].outline->line_count > 0)
            return place_of(importer,
                            (struct slice){importer->blocks[i].outline->lines[0].at, 0});
    return (struct place){importer->source, 0, 0};
}

static void tell_missing(struct importer *importer, const char *group, const char *key,
                         const char *what)
{
    struct remarks remarks = {0};
    if (find_field(importer, group, key) != NULL)
        return;
    tell_unsure(importer, &remarks, "import-missing", first_line(importer),
                "the file does not say %s", what);
    set_field(importer, group, key, NULL, &remarks);
}

/* A document has to have a title. */
static void check_title(struct importer *importer)
{
    struct remarks remarks = {0};
    if (find_field(importer, "document", "title") != NULL)
        return;
    const char *title = language_label(importer->language, "provisional-agenda");
    tell_unsure(importer, &remarks, "import-missing", first_line(importer),
                "the file has no title: “%s” is taken", title);
    set_field(importer, "document", "title", title, &remarks);
}

static void tell_all_missing(struct importer *importer, const struct head *head)
{
    check_title(importer);
    if (!head->is_official)
        return;
    tell_missing(importer, "document", "symbol", "the symbol of the document");
    tell_missing(importer, "document", "distribution", "how the document is distributed");
    tell_missing(importer, "document", "date", "the date of the document");
    tell_missing(importer, "document", "original", "the language of the original");
    tell_missing(importer, "document", "job", "the job number");
    tell_missing(importer, "meeting", "dates", "when the meeting is");
}

static size_t read_agenda_part(struct importer *importer,
                               const struct agenda_place *place)
{
    int level = 0;
    const struct outline_block *heading = importer->blocks[place->heading].outline;
    if (place->heading < place->first && heading->kind == OUTLINE_HEADING)
        level = heading->level;
    if (place->form == AGENDA_LIST)
        return read_list(importer, place->first, level == 0 ? 6 : level);
    return place->first;
}

/* Only parliamentary documents call an agenda so. */
static bool says_provisional(struct importer *importer, size_t block)
{
    return importer->blocks[block].outline->line_count > 0 &&
           has_own_label(importer, block_line(importer, block, 0)->plain,
                         "provisional-agenda");
}

/* An annex has to have a title. */
static void title_annexes(struct importer *importer)
{
    struct draft_annexes *annexes = &importer->draft.annexes;
    for (size_t i = 0; i < annexes->count; i++) {
        struct draft_annex *annex = annexes->at[i];
        const char *label = annex->days.count > 0 ? "timetable" : "annex";
        if (annex->title != NULL && annex->title[0] != '\0')
            continue;
        annex->title = language_label(importer->language, label);
        add_remark(importer, &annex->remarks, "the file has no title for this part");
    }
}

/* Whether a template of the layout has the words in it; trees are at most
 * LIMIT_YAML_DEPTH deep. */
static bool layout_says(const struct node *node, const char *words)
{
    if (node->kind == NODE_SCALAR)
        return memmem(node->text.at, node->text.length, words, strlen(words)) != NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next)
        if (layout_says(child, words))
            return true;
    return false;
}

/* Words for what the layout does not set would say nothing. */
static void drop_labels(struct importer *importer, const struct node *layout)
{
    struct draft_labels *labels = &importer->draft.labels;
    size_t kept = 0;
    for (size_t i = 0; i < labels->count; i++) {
        const char *name = labels->at[i].name;
        if (layout_says(layout, arena_format(importer->arena, "{label:%s}", name)))
            labels->at[kept++] = labels->at[i];
    }
    labels->count = kept;
}

static void read_parts(struct importer *importer, const struct import_job *job,
                       const struct agenda_place *place)
{
    size_t title = find_title(importer, place);
    size_t end = find_head_end(importer, title, place->heading);
    struct head head = read_head(importer, title, end);
    for (size_t i = place->heading + 1; i < place->first; i++)
        read_named_lines(importer, &head, i);
    head.is_official |= says_provisional(importer, title) ||
                        (place->has_label && says_provisional(importer, place->heading));
    const struct import_layout *layout = choose_layout(importer, job, &head);
    importer->draft.layout = layout->name;
    place_head(importer, &head, layout->root);
    tell_all_missing(importer, &head);
    if (place->has_label)
        note_label(importer, "provisional-agenda",
                   block_line(importer, place->heading, 0));
    size_t next = read_agenda_part(importer, place);
    if (place->form == AGENDA_LIST)
        find_slots_of_items(importer);
    read_body(importer, place->heading + 1, place->first, PART_ASIDE);
    read_body(importer, end, place->heading, PART_ASIDE);
    read_body(importer, next, importer->block_count,
              place->form == AGENDA_HEADINGS ? PART_ITEMS : PART_AGENDA);
    drop_labels(importer, layout->root);
}

bool import_agenda(const struct import_job *job, struct buffer *yaml)
{
    struct slice text = without_controls(job->arena, job->source->text);
    struct outline outline = read_outline(job->arena, text);
    struct importer importer = {
        .arena = job->arena,
        .d = job->diagnostics,
        .source = job->source,
        .text = text,
        .language = job->language != NULL ? job->language : choose_language(job),
    };
    importer.draft.language = importer.language->short_tag;
    open_languages(&importer, job);
    part_numbered_lines(&importer, &outline);
    open_blocks(&importer, &outline);
    collect_notes(&importer);
    struct agenda_place place = find_agenda(&importer);
    if (place.form != AGENDA_NONE)
        read_parts(&importer, job, &place);
    if (importer.draft.items.count == 0) {
        report(job->diagnostics, "no-agenda", first_line(&importer),
               "no agenda is found in this file");
        report_mend(job->diagnostics,
                    "give its items as a numbered list, under a heading “Agenda”");
        return false;
    }
    title_annexes(&importer);
    read_notes(&importer);
    tell_unused_notes(&importer);
    write_draft(yaml, &importer.draft, job->source->name);
    return true;
}
