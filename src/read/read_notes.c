/* The notes, and whether every mark has one. */
#include "read/agenda_values.h"

#include "base/vec.h"
#include "model/wording.h"
#include <string.h>

/* What can stand in [^…]. */
static bool is_note_id(struct slice id)
{
    for (size_t i = 0; i < id.length; i++)
        if (strchr(" \t\n[]^*_\\", id.at[i]) != NULL)
            return false;
    return id.length > 0;
}

static void check_id(struct reader *reader, const struct node *node)
{
    if (is_note_id(node->key))
        return;
    report(reader->d, "bad-id", node->key_place,
           "the name of a note has neither spaces nor brackets, *, _, ^ or \\");
    report_mend(reader->d, "write one word, here and in its marks");
}

/* "asterisk": the program counts them. */
static void read_mark(struct reader *reader, const struct node *node,
                      const struct key *key, void *to)
{
    struct note *note = to;
    if (!expect_scalar(reader, node, key->type->name))
        return;
    note->is_starred = slice_equals(node->text, "asterisk");
    if (!note->is_starred)
        note->mark = node_string(reader->arena, node);
}

static const struct value_type mark_value = {"a mark", read_mark, &text_shape};

static const struct key note_keys[] = {
    {"text", &blocks_value, offsetof(struct note, blocks), NULL,
     KEY_REQUIRED | KEY_BY_LANGUAGE, "its text"},
    {"mark", &mark_value, 0, NULL, KEY_BY_LANGUAGE,
     "its mark, when that is no number: \"*\"; “asterisk”: the next of *, **, ***"},
};
static const struct key_table note_table = KEY_TABLE("a note", note_keys);

/* Neither key is a language's tag. */
static bool has_mark_of_its_own(const struct node *note)
{
    return note->kind == NODE_MAP &&
           (node_member(note, "text") != NULL || node_member(note, "mark") != NULL);
}

static void read_notes(struct reader *reader, const struct node *node,
                       const struct key *key, void *to)
{
    struct agenda *agenda = to;
    if (!expect_map(reader, node, key->type->name))
        return;
    const struct key text_key = {"a note", &blocks_value,   offsetof(struct note, blocks),
                                 NULL,     KEY_BY_LANGUAGE, ""};
    agenda->notes = arena_array(reader->arena, node->count, sizeof *agenda->notes);
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        struct note *note = &agenda->notes[agenda->note_count++];
        note->id = child->key;
        note->place = child->key_place;
        check_id(reader, child);
        if (has_mark_of_its_own(child))
            read_fields(reader, child, &note_table, note);
        else
            read_value(reader, child, &text_key, &note->blocks);
    }
}

/* Marks in notes come after all others: notes are read last. */
static void refuse_marks_in_notes(struct reader *reader, size_t first)
{
    struct note_references *references = &agenda_reading(reader)->texts.references;
    for (size_t i = first; i < references->count; i++) {
        report(reader->d, "note-in-note", references->at[i].place,
               "a note cannot have a note");
        report_mend(reader->d, "write both in one note");
    }
    references->count = first;
}

static void read_all_notes(struct reader *reader, const struct node *node,
                           const struct key *key, void *to)
{
    size_t marks = agenda_reading(reader)->texts.references.count;
    read_notes(reader, node, key, to);
    refuse_marks_in_notes(reader, marks);
}

static const struct value_shape note_by_language_shape = {.kind = SHAPE_BY_LANGUAGE,
                                                          .of = &text_shape};
static const struct value_shape marked_note_shape = {.kind = SHAPE_FIELDS,
                                                     .table = &note_table};
static const struct value_shape note_map_shape = {
    .kind = SHAPE_EITHER, .of = &note_by_language_shape, .other = &marked_note_shape};
static const struct value_shape note_shape = {
    .kind = SHAPE_EITHER, .of = &text_shape, .other = &note_map_shape};
static const struct value_shape notes_shape = {.kind = SHAPE_NAMED, .of = &note_shape};
const struct value_type notes_value = {"a map of notes", read_all_notes, &notes_shape};

/* In the language's words for it. */
static struct note reissue_note(struct reader *reader, const struct field *day,
                                const char *words)
{
    struct arena *arena = reader->arena;
    const char *date = word_date(arena, reader->language, day->dates.first);
    const char *text = fill_pattern(arena, words, "date", date, NULL);
    const struct block paragraph = {
        .spans = plain_spans(arena, slice_from_text(text), day->place),
        .place = day->place};
    struct note note = {.id = SLICE(" reissued"), /* no author's: it has a space */
                        .is_starred = true,
                        .place = day->place,
                        .used = true};
    vec_push(arena, &note.blocks, paragraph);
    return note;
}

/* A mark of the note behind the field; false: the document has no such field. */
static bool mark_field(struct reader *reader, const char *name, const struct note *note)
{
    struct map *fields = agenda_reading(reader)->agenda->fields;
    struct field *field = map_find(fields, slice_from_text(name));
    if (field == NULL)
        return false;
    const struct span mark = {.kind = SPAN_NOTE, .note = note->id, .place = note->place};
    vec_push(reader->arena, &field->spans, mark);
    return true;
}

void add_reissue_note(struct reader *reader)
{
    struct agenda *agenda = agenda_reading(reader)->agenda;
    const struct field *day = agenda_field(agenda, "reissued");
    const char *words = day == NULL ? NULL : expect_label(reader, day->place, "reissued");
    if (words == NULL)
        return;
    const struct note note = reissue_note(reader, day, words);
    struct note *notes =
        arena_array(reader->arena, agenda->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < agenda->note_count; i++)
        notes[i] = agenda->notes[i];
    notes[agenda->note_count++] = note;
    agenda->notes = notes;
    bool is_marked = mark_field(reader, "symbol", &note);
    is_marked |= mark_field(reader, "job.number", &note);
    if (!is_marked)
        mark_field(reader, "title", &note);
}

static struct map *index_notes(struct reader *reader, struct agenda *agenda)
{
    struct map *index = new_map(reader->arena);
    for (size_t i = 0; i < agenda->note_count; i++)
        *map_place(index, agenda->notes[i].id) = &agenda->notes[i];
    return index;
}

static void report_unknown_note(struct reader *reader, const struct agenda *agenda,
                                const struct note_reference *reference)
{
    report(reader->d, "unknown-note", reference->place, "there is no note “%.*s”",
           (int)reference->id.length, reference->id.at);
    if (reader->d->told == 0)
        return;
    const char **names = arena_array(reader->arena, agenda->note_count, sizeof *names);
    for (size_t i = 0; i < agenda->note_count; i++)
        names[i] =
            arena_text(reader->arena, agenda->notes[i].id.at, agenda->notes[i].id.length);
    report_mend(reader->d, "write it under “notes:”, as “%.*s: …”",
                (int)reference->id.length, reference->id.at);
    if (agenda->note_count > 0)
        report_mend_nearest(reader->d, reference->id, names, agenda->note_count,
                            "the notes are");
}

void resolve_notes(struct reader *reader)
{
    struct agenda_reading *reading = agenda_reading(reader);
    struct agenda *agenda = reading->agenda;
    struct map *index = index_notes(reader, agenda);
    const struct note_references *references = &reading->texts.references;
    for (size_t i = 0; i < references->count; i++) {
        struct note *note = map_find(index, references->at[i].id);
        if (note == NULL)
            report_unknown_note(reader, agenda, &references->at[i]);
        else
            note->used = true;
    }
}
