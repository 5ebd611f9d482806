/* Taking an agenda apart. */
#include "check/edition_parts.h"

#include "base/vec.h"
#include <string.h>

struct parting {
    struct arena *arena;
    const struct checked_edition *edition;
    struct map *texts;                    /* address of spans -> struct text */
    struct map *items;                    /* address of an item -> struct edition_part */
    const struct author_columns *columns; /* of the timetable at hand */
};

static struct slice address_key(const void *const *address)
{
    return (struct slice){(const char *)address, sizeof *address};
}

static struct map *index_texts(struct arena *arena, const struct texts *texts)
{
    struct map *index = new_map(arena);
    for (size_t i = 0; i < texts->count; i++) {
        const void *spans = texts->at[i].spans;
        *map_place(index, address_key(&spans)) = &texts->at[i];
    }
    return index;
}

/* Symbols, job numbers and the like are not among the texts. */
static const struct text *text_of(struct parting *parting, const struct spans *spans)
{
    const void *address = spans;
    const struct text *text = map_find(parting->texts, address_key(&address));
    return text != NULL ? text
                        : read_text(parting->arena, parting->edition->lexicon, spans);
}

static struct edition_part *add_part(struct parting *parting, struct edition_part *parent,
                                     enum edition_part_kind kind, const char *name,
                                     struct place place)
{
    struct edition_part *part = arena_alloc(parting->arena, sizeof *part);
    *part = (struct edition_part){
        .kind = kind, .name = name, .place = place, .parent = parent};
    part->index = parent->children.count;
    vec_push(parting->arena, &parent->children, part);
    return part;
}

static void add_text(struct parting *parting, struct edition_part *parent,
                     const char *name, const struct spans *spans)
{
    if (spans->count == 0)
        return;
    struct edition_part *part =
        add_part(parting, parent, EDITION_FIELD, name, spans->at[0].place);
    part->text = text_of(parting, spans);
}

static struct edition_part *add_value(struct parting *parting,
                                      struct edition_part *parent, const char *name,
                                      const char *value)
{
    if (value == NULL)
        return NULL;
    struct edition_part *part =
        add_part(parting, parent, EDITION_FIELD, name, parent->place);
    part->value = value;
    return part;
}

/* Only versions in one language have such a value in common. */
static void add_wording(struct parting *parting, struct edition_part *parent,
                        const char *name, const char *value)
{
    struct edition_part *part = add_value(parting, parent, name, value);
    if (part != NULL)
        part->is_wording = true;
}

static void add_flag(struct parting *parting, struct edition_part *parent,
                     const char *name, bool is_set)
{
    add_value(parting, parent, name, is_set ? "true" : NULL);
}

static const char *date_text(struct arena *arena, struct date date)
{
    return arena_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static const char *dates_text(struct arena *arena, struct dates dates)
{
    const char *first = date_text(arena, dates.first);
    if (date_compare(dates.first, dates.last) == 0)
        return first;
    return arena_format(arena, "%s/%s", first, date_text(arena, dates.last));
}

static const char *time_text(struct arena *arena, struct time_range time)
{
    if (time.open)
        return arena_format(arena, "%02d:%02d", time.from.hour, time.from.minute);
    return arena_format(arena, "%02d:%02d-%02d:%02d", time.from.hour, time.from.minute,
                        time.to.hour, time.to.minute);
}

/* What a paragraph is besides its text. */
struct paragraph_form {
    int level; /* of lists; 0: it is in none */
    bool is_numbered;
};

static const char *form_text(struct arena *arena, struct paragraph_form form)
{
    const char *kind = form.is_numbered ? "entry of a numbered list" : "entry of a list";
    if (form.level < 2)
        return form.level == 0 ? "paragraph" : kind;
    return arena_format(arena, "%s in a list", kind);
}

static void add_blocks(struct parting *parting, struct edition_part *group,
                       const struct blocks *blocks, struct paragraph_form form)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        if (block->kind == BLOCK_PARAGRAPH) {
            struct edition_part *part =
                add_part(parting, group, EDITION_PARAGRAPH, NULL, block->place);
            part->text = text_of(parting, &block->spans);
            part->value = form_text(parting->arena, form);
        }
        struct paragraph_form inner = {form.level + 1, block->start > 0};
        for (size_t k = 0; k < block->item_count; k++)
            add_blocks(parting, group, &block->items[k], inner);
    }
}

static void add_paragraphs(struct parting *parting, struct edition_part *parent,
                           const char *name, const struct blocks *blocks)
{
    if (blocks->count == 0)
        return;
    struct edition_part *group =
        add_part(parting, parent, EDITION_GROUP, name, blocks->at[0].place);
    add_blocks(parting, group, blocks, (struct paragraph_form){0});
}

/* Each language has its own, and nothing is to be learnt from how they differ. */
static bool is_of_language(const char *name)
{
    return strcmp(name, "job.number") == 0 || strcmp(name, "emblem") == 0 ||
           strcmp(name, "only") == 0;
}

/* A symbol is the same in every language. */
static bool is_symbol(const struct spans *spans)
{
    for (size_t i = 0; i < spans->count; i++)
        if (!(spans->at[i].form & SPAN_SYMBOL))
            return false;
    return spans->count > 0;
}

static void write_days(struct buffer *out, struct dates dates)
{
    buffer_format(out, "%s%s", out->count == 0 ? "" : ", ",
                  dates_text(out->arena, dates));
}

/* Row by row where there are gaps. */
static const char *days_text(struct arena *arena, const struct field *field)
{
    struct buffer days = new_buffer(arena);
    for (size_t i = 0; i < field->row_count; i++)
        write_days(&days, field->rows[i]);
    if (field->row_count == 0)
        write_days(&days, field->dates);
    return buffer_string(&days);
}

static const char *languages_text(struct arena *arena, const struct field *field)
{
    struct buffer tags = new_buffer(arena);
    for (size_t i = 0; i < field->language_count; i++)
        buffer_format(&tags, "%s%s", i == 0 ? "" : ", ", field->languages[i]);
    return buffer_string(&tags);
}

static const char *field_value(struct arena *arena, const struct field *field)
{
    switch (field->kind) {
    case FIELD_SPANS:
        return spans_text(arena, &field->spans, " ");
    case FIELD_DATE:
    case FIELD_DATES:
        return days_text(arena, field);
    case FIELD_LANGUAGE:
        return languages_text(arena, field);
    case FIELD_NAME:
        return field->text;
    }
    return "";
}

static void add_field(struct parting *parting, struct edition_part *group,
                      const char *name, const struct field *field)
{
    struct edition_part *part =
        add_part(parting, group, EDITION_FIELD, name, field->place);
    if (field->kind == FIELD_SPANS && !is_symbol(&field->spans))
        part->text = text_of(parting, &field->spans);
    else
        part->value = field_value(parting->arena, field);
    part->is_wording = is_of_language(name);
    add_text(parting, group, arena_format(parting->arena, "notes of %s", name),
             &field->marks);
}

static void add_job_dates(struct parting *parting, struct edition_part *group)
{
    const struct agenda *agenda = parting->edition->agenda;
    const struct field *number = agenda_field(agenda, "job.number");
    struct buffer days = new_buffer(parting->arena);
    for (size_t i = 0; i < agenda->job_date_count; i++)
        write_days(&days, agenda->job_dates[i]);
    if (days.count == 0 || number == NULL)
        return;
    struct edition_part *part =
        add_part(parting, group, EDITION_FIELD, "job.dates", number->place);
    part->value = buffer_string(&days);
    part->is_wording = true;
}

static void add_fields(struct parting *parting, struct edition_part *group,
                       const struct map *fields)
{
    struct slice *names = arena_array(parting->arena, map_count(fields), sizeof *names);
    map_names(fields, names);
    for (size_t i = 0; i < map_count(fields); i++)
        add_field(parting, group, names[i].at, map_find(fields, names[i]));
}

static void add_masthead(struct parting *parting, struct edition_part *whole)
{
    const struct agenda *agenda = parting->edition->agenda;
    struct edition_part *masthead =
        add_part(parting, whole, EDITION_GROUP, "masthead", whole->place);
    add_fields(parting, masthead, agenda->fields);
    add_job_dates(parting, masthead);
    add_flag(parting, masthead, "numbered-paragraphs", agenda->numbers_paragraphs);
    for (size_t i = 0; i < agenda->meeting_count; i++) {
        const char *name =
            i == 0 ? "meeting" : arena_format(parting->arena, "meeting %zu", i + 1);
        struct edition_part *meeting =
            add_part(parting, whole, EDITION_GROUP, name, whole->place);
        add_fields(parting, meeting, agenda->meetings[i]);
    }
}

static void add_document(struct parting *parting, struct edition_part *group,
                         const struct reference_document *document)
{
    struct edition_part *part =
        add_part(parting, group, EDITION_DOCUMENT, NULL, document->place);
    part->key = document->symbol;
    add_text(parting, part, "title", &document->title);
    if (document->symbol.length > 0) {
        struct edition_part *symbol = add_value(
            parting, part, "symbol",
            arena_text(parting->arena, document->symbol.at, document->symbol.length));
        symbol->place = document->symbol_place;
    }
    add_text(parting, part, "action", &document->action);
    add_wording(parting, part, "address", document->uri);
}

static void add_documents(struct parting *parting, struct edition_part *parent,
                          const struct agenda_item *item)
{
    struct edition_part *group =
        add_part(parting, parent, EDITION_GROUP, "documents", item->place);
    for (size_t i = 0; i < item->document_count; i++)
        add_document(parting, group, &item->documents[i]);
}

static void add_section(struct parting *parting, struct edition_part *group,
                        const struct agenda_section *section)
{
    struct edition_part *part =
        add_part(parting, group, EDITION_SECTION, NULL, section->place);
    add_text(parting, part, "title", &section->title);
    add_wording(parting, part, "label", section->label);
    add_flag(parting, part, "restart", section->restart);
}

static void add_items(struct parting *, struct edition_part *parent, const char *name,
                      const struct agenda_items *);

static void add_item_time(struct parting *parting, struct edition_part *part,
                          const struct agenda_item *item)
{
    struct arena *arena = parting->arena;
    if (item->time.from.hour >= 0)
        add_value(parting, part, "time", time_text(arena, item->time));
    if (item->minutes > 0)
        add_value(parting, part, "minutes", arena_format(arena, "%d", item->minutes));
}

static void add_item(struct parting *parting, struct edition_part *group,
                     const struct agenda_item *item)
{
    struct edition_part *part = add_part(parting, group, EDITION_ITEM, NULL, item->place);
    const void *address = item;
    *map_place(parting->items, address_key(&address)) = part;
    part->item = item;
    part->key = slice_from_text(item->id);
    add_text(parting, part, "title", &item->title);
    add_text(parting, part, "heading", &item->heading);
    add_text(parting, part, "action", &item->action);
    add_text(parting, part, "presenter", &item->presenter);
    add_item_time(parting, part, item);
    add_flag(parting, part, "not listed", !item->listed);
    add_value(parting, part, "suffix", item->suffix);
    add_wording(parting, part, "label", item->own_label);
    add_wording(parting, part, "ending", item->ending);
    add_value(parting, part, "status", item->status);
    add_paragraphs(parting, part, "annotation", &item->annotation);
    add_documents(parting, part, item);
    add_items(parting, part, "items", &item->items);
}

static void add_items(struct parting *parting, struct edition_part *parent,
                      const char *name, const struct agenda_items *items)
{
    struct edition_part *group =
        add_part(parting, parent, EDITION_GROUP, name, parent->place);
    for (size_t i = 0; i < items->count; i++) {
        if (items->at[i].section != NULL)
            add_section(parting, group, items->at[i].section);
        add_item(parting, group, &items->at[i]);
    }
}

static void add_entry(struct parting *, struct edition_part *parent, const char *name,
                      const struct timetable_entry *);

static void add_cells(struct parting *parting, struct edition_part *part,
                      const struct timetable_cells *cells)
{
    const struct author_columns *columns = parting->columns;
    add_text(parting, part, "presenter", &cells->presenter);
    add_text(parting, part, "chair", &cells->chair);
    add_text(parting, part, "place", &cells->venue);
    add_text(parting, part, "documents", &cells->documents);
    for (size_t i = 0; cells->own != NULL && i < columns->count; i++) {
        const struct author_column *column = &columns->at[i];
        if (column->name != NULL && cells->own[column->own] != NULL)
            add_entry(parting, part, column->name, cells->own[column->own]);
    }
}

/* A row, or under the name of a column what stands in a cell of that. */
static void add_entry(struct parting *parting, struct edition_part *parent,
                      const char *name, const struct timetable_entry *entry)
{
    struct edition_part *part =
        add_part(parting, parent, EDITION_ENTRY, name, entry->place);
    const void *address = entry->item;
    part->item = entry->item;
    if (entry->item != NULL)
        part->item_part = map_find(parting->items, address_key(&address));
    add_text(parting, part, "title", &entry->title);
    add_text(parting, part, "across", &entry->across);
    add_cells(parting, part, &entry->cells);
}

/* A part of the day is told of with the slot that it begins with. */
static void add_slot(struct parting *parting, struct edition_part *day,
                     const struct timetable_slot *slot, bool begins_part)
{
    struct edition_part *part = add_part(parting, day, EDITION_SLOT, NULL, slot->place);
    if (begins_part) {
        add_text(parting, part, "part of the day", &slot->part->label);
        add_cells(parting, part, &slot->part->cells);
    }
    add_text(parting, part, "label", &slot->label);
    add_cells(parting, part, &slot->cells);
    if (slot->has_time) {
        const char *time = time_text(parting->arena, slot->time);
        part->key = slice_from_text(time);
        add_value(parting, part, "time", time);
    }
    for (size_t i = 0; i < slot->entry_count; i++)
        add_entry(parting, part, NULL, &slot->entries[i]);
}

static void add_day(struct parting *parting, struct edition_part *timetable,
                    const struct timetable_day *day)
{
    struct edition_part *part =
        add_part(parting, timetable, EDITION_DAY, NULL, day->place);
    add_text(parting, part, "label", &day->label);
    if (day->date.year != 0) {
        const char *date = date_text(parting->arena, day->date);
        part->key = slice_from_text(date);
        add_value(parting, part, "date", date);
    }
    add_cells(parting, part, &day->cells);
    for (size_t i = 0; i < day->slot_count; i++) {
        const struct timetable_slot *slot = &day->slots[i];
        bool is_other = i == 0 || slot->part != day->slots[i - 1].part;
        add_slot(parting, part, slot, slot->part != NULL && is_other);
    }
}

static void add_line(struct parting *parting, struct edition_part *group,
                     const struct table_line *line)
{
    struct edition_part *part = add_part(parting, group, EDITION_ROW, NULL, line->place);
    for (size_t i = 0; i < line->cell_count; i++) {
        size_t column = line->cells[i].column + 1;
        add_text(parting, part, arena_format(parting->arena, "column %zu", column),
                 &line->cells[i].spans);
    }
}

/* Heads that the author gives to columns. */
static void add_heads(struct parting *parting, struct edition_part *parent,
                      const struct author_columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        add_text(parting, parent,
                 arena_format(parting->arena, "head of column %zu", i + 1),
                 &columns->at[i].head);
}

static void add_table(struct parting *parting, struct edition_part *annex,
                      const struct plain_table *table)
{
    if (table->head_count == 0)
        return;
    struct edition_part *group =
        add_part(parting, annex, EDITION_GROUP, "table", table->heads[0].place);
    struct edition_part *heads =
        add_part(parting, group, EDITION_GROUP, "heads", group->place);
    struct edition_part *rows =
        add_part(parting, group, EDITION_GROUP, "rows", group->place);
    for (size_t i = 0; i < table->head_count; i++)
        add_line(parting, heads, &table->heads[i]);
    for (size_t i = 0; i < table->row_count; i++)
        add_line(parting, rows, &table->rows[i]);
}

static void add_annex(struct parting *parting, struct edition_part *group,
                      const struct annex *annex)
{
    struct edition_part *part =
        add_part(parting, group, EDITION_ANNEX, NULL, annex->place);
    add_text(parting, part, "title", &annex->title);
    add_text(parting, part, "note", &annex->note);
    add_paragraphs(parting, part, "text", &annex->text);
    add_flag(parting, part, "landscape", annex->is_landscape);
    add_flag(parting, part, "documents", annex->lists_documents);
    add_table(parting, part, &annex->table);
    struct edition_part *timetable =
        add_part(parting, part, EDITION_GROUP, "timetable", annex->timetable_place);
    parting->columns = &annex->columns;
    add_heads(parting, timetable, &annex->columns);
    for (size_t i = 0; i < annex->day_count; i++)
        add_day(parting, timetable, &annex->days[i]);
}

static void add_note(struct parting *parting, struct edition_part *group,
                     const struct note *note)
{
    struct edition_part *part = add_part(parting, group, EDITION_NOTE, NULL, note->place);
    part->key = note->id;
    add_value(parting, part, "mark", note->is_starred ? "asterisk" : note->mark);
    add_paragraphs(parting, part, "text", &note->blocks);
}

static void add_annexes_and_notes(struct parting *parting, struct edition_part *whole)
{
    const struct agenda *agenda = parting->edition->agenda;
    struct edition_part *group =
        add_part(parting, whole, EDITION_GROUP, "annexes", whole->place);
    for (size_t i = 0; i < agenda->annex_count; i++)
        add_annex(parting, group, &agenda->annexes[i]);
    group = add_part(parting, whole, EDITION_GROUP, "notes", whole->place);
    for (size_t i = 0; i < agenda->note_count; i++)
        add_note(parting, group, &agenda->notes[i]);
}

struct edition_part *part_named(const struct edition_part *part, const char *name)
{
    for (size_t i = 0; i < part->children.count; i++)
        if (part->children.at[i]->name != NULL &&
            strcmp(part->children.at[i]->name, name) == 0)
            return part->children.at[i];
    return NULL;
}

struct edition_part *edition_parts(struct arena *arena,
                                   const struct checked_edition *edition)
{
    struct parting parting = {arena, edition, index_texts(arena, &edition->texts),
                              new_map(arena), NULL};
    const struct agenda *agenda = edition->agenda;
    struct edition_part *whole = arena_alloc(arena, sizeof *whole);
    whole->place.source = agenda->source;
    add_masthead(&parting, whole);
    add_paragraphs(&parting, whole, "opening", &agenda->opening);
    add_items(&parting, whole, "agenda", &agenda->items);
    add_paragraphs(&parting, whole, "closing", &agenda->closing);
    add_annexes_and_notes(&parting, whole);
    return whole;
}
