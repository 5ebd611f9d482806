/* Notes are found before any text is read: a mark is one only when there is a note. */
#include "import/find_notes.h"

#include "base/vec.h"
#include "import/passage.h"
#include <string.h>

/* Where a body begins in a line; 0: it is none. */
struct note_start {
    struct slice id;
    size_t end;
};

static bool is_digits(struct slice id)
{
    for (size_t i = 0; i < id.length; i++)
        if (!is_ascii_digit((codepoint)id.at[i]))
            return false;
    return id.length > 0 && id.length < 4;
}

/* OPEN id CLOSE */
static struct note_start read_start(struct slice line, const char *open,
                                    const char *close)
{
    struct note_start none = {0};
    if (!slice_starts(line, open))
        return none;
    size_t from = strlen(open);
    const char *end = memmem(line.at + from, line.length - from, close, strlen(close));
    if (end == NULL || end == line.at + from)
        return none;
    struct slice id =
        slice_trim((struct slice){line.at + from, (size_t)(end - line.at) - from});
    return (struct note_start){id, (size_t)(end - line.at) + strlen(close)};
}

/* Definitions in any line, the others where a paragraph begins. */
static struct note_start find_note_start(struct slice line, bool is_first)
{
    static const struct {
        const char *open, *close;
    } forms[] = {{"<sup>", "</sup>"}, {"\\[", "\\]"}, {"[", "]"}, {"^", "^"}};
    struct note_start none = {0};
    line = slice_trim(line);
    struct note_start start = read_start(line, "[^", "]:");
    if (start.end != 0 && memchr(start.id.at, ']', start.id.length) == NULL)
        return start;
    for (size_t i = 0; is_first && i < sizeof forms / sizeof *forms; i++) {
        start = read_start(line, forms[i].open, forms[i].close);
        if (start.end != 0 && is_digits(start.id) && start.end < line.length)
            return start;
    }
    return none;
}

/* Digits say little: note-1; other ids are names already. */
static const char *note_name(struct importer *importer, struct slice id)
{
    struct buffer name = new_buffer(importer->arena);
    if (is_ascii_digit((codepoint)id.at[0]))
        buffer_text(&name, "note-");
    for (size_t i = 0; i < id.length; i++) {
        bool is_taken =
            is_ascii_digit((codepoint)id.at[i]) || is_ascii_letter((codepoint)id.at[i]);
        buffer_byte(&name, is_taken ? id.at[i] : '-');
    }
    return buffer_string(&name);
}

static struct draft_note *find_note(const struct importer *importer, struct slice id)
{
    return map_find(importer->notes, id);
}

bool is_note(const struct importer *importer, struct slice id)
{
    return find_note(importer, id) != NULL;
}

const char *take_note(struct importer *importer, struct slice id)
{
    struct draft_note *note = find_note(importer, id);
    if (note == NULL)
        return NULL;
    note->is_used = true;
    return note->name;
}

/* Names are told apart from ids by the colon.  A number that is larger than any before is
 * free at once. */
static const char *unused_name(struct importer *importer, const char *name,
                               struct draft_note *note)
{
    const char *tried = name;
    size_t n = importer->draft.notes.count + 1;
    void **place;
    while (*(place = map_place(
                 importer->notes,
                 slice_from_text(arena_format(importer->arena, "%s:", tried)))) != NULL)
        tried = arena_format(importer->arena, "%s-%zu", name, n++);
    *place = note;
    return tried;
}

/* The lines of a block from `first` to before `last` become a note. */
static void add_note(struct importer *importer, struct slice *lines, size_t first,
                     size_t last, const struct note_start *start)
{
    struct slice line = slice_trim(lines[first]);
    struct draft_note *note = arena_alloc(importer->arena, sizeof *note);
    void **known = map_place(importer->notes, start->id);
    note->place = place_of(importer, line);
    if (*known == NULL)
        *known = note;
    note->name = unused_name(importer, note_name(importer, start->id), note);
    lines[first] = (struct slice){line.at + start->end, line.length - start->end};
    vec_push(importer->arena, &note->parts,
             (struct note_part){&lines[first], last - first});
    vec_push(importer->arena, &importer->draft.notes, note);
}

/* True when nothing else is in the block. */
static bool collect_from_block(struct importer *importer, struct outline_block *outline)
{
    size_t count = outline->line_count, first_note = count;
    for (size_t i = 0, end; i < count; i = end) {
        struct note_start start = find_note_start(outline->lines[i], i == 0);
        end = i + 1;
        if (start.end == 0)
            continue;
        while (end < count && find_note_start(outline->lines[end], false).end == 0)
            end++;
        if (first_note == count)
            first_note = i;
        add_note(importer, outline->lines, i, end, &start);
    }
    outline->line_count = first_note;
    return first_note == 0;
}

/* What is indented under a note goes on with it. */
static void add_to_note(struct importer *importer, struct import_block *block)
{
    struct draft_note *note = *vec_last(&importer->draft.notes);
    vec_push(importer->arena, &note->parts,
             (struct note_part){block->outline->lines, block->outline->line_count});
    block->is_taken = true;
}

void collect_notes(struct importer *importer)
{
    bool note_ended = false;
    importer->notes = new_map(importer->arena);
    for (size_t i = 0; i < importer->block_count; i++) {
        struct import_block *block = &importer->blocks[i];
        size_t count = importer->draft.notes.count;
        if (block->outline->kind == OUTLINE_CODE && note_ended) {
            add_to_note(importer, block);
            continue;
        }
        if (block->outline->kind == OUTLINE_PARAGRAPH)
            block->is_taken = collect_from_block(importer, block->outline);
        note_ended = importer->draft.notes.count > count;
    }
}

void read_notes(struct importer *importer)
{
    struct draft_notes *notes = &importer->draft.notes;
    importer->in_notes = true;
    for (size_t i = 0; i < notes->count; i++) {
        struct draft_note *note = notes->at[i];
        for (size_t k = 0; k < note->parts.count; k++) {
            const struct note_part *part = &note->parts.at[k];
            struct passage passage = read_passage(importer, part->lines, part->count);
            add_paragraph(importer, &note->text, paragraph_text(importer, passage.text));
            add_remarks(importer, &note->text.remarks, &passage.remarks);
        }
        if (note->text.body.count > 0)
            continue;
        tell_unsure(importer, &note->text.remarks, "import-note", note->place,
                    "this note has no text");
        add_paragraph(importer, &note->text,
                      language_label(importer->language, "to-be-determined"));
    }
}

void tell_unused_notes(struct importer *importer)
{
    struct draft_notes *notes = &importer->draft.notes;
    for (size_t i = 0; i < notes->count; i++)
        if (!notes->at[i]->is_used)
            tell_unsure(importer, &notes->at[i]->text.remarks, "import-note",
                        notes->at[i]->place, "no text has the mark of this note");
}
