/* An agenda as text, for --dump: what was read, with lines and columns. */
#include "model/print_agenda.h"

/* Spans of one line; a mark of a note is [^id], a line break “ / ”. */
static void print_spans(struct buffer *out, const struct spans *spans)
{
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        if (span->form & SPAN_SUPERSCRIPT)
            buffer_text(out, "^");
        if (span->form & SPAN_STRONG)
            buffer_text(out, "**");
        if (span->form & SPAN_EMPHASIS)
            buffer_text(out, "*");
        if (span->kind == SPAN_NOTE) {
            buffer_text(out, "[^");
            buffer_slice(out, span->note);
            buffer_text(out, "]");
        } else {
            buffer_slice(out, span->kind == SPAN_LINE ? SLICE(" / ") : span->text);
        }
        if (span->form & SPAN_EMPHASIS)
            buffer_text(out, "*");
        if (span->form & SPAN_STRONG)
            buffer_text(out, "**");
        if (span->form & SPAN_SUPERSCRIPT)
            buffer_text(out, "^");
        if (span->uri != NULL)
            buffer_format(out, "<%s>", span->uri);
    }
}

static void print_indent(struct buffer *out, int depth)
{
    while (depth-- > 0)
        buffer_text(out, "  ");
}

/* "12:3 NAME TEXT" */
static void print_line(struct buffer *out, int depth, struct place place,
                       const char *name, const struct spans *spans)
{
    struct position position = place_position(place);
    print_indent(out, depth);
    buffer_format(out, "%zu:%zu %s ", position.line, position.column, name);
    print_spans(out, spans);
    buffer_byte(out, '\n');
}

static void print_blocks(struct buffer *out, int depth, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        print_line(out, depth, block->place,
                   block->kind == BLOCK_LIST ? "list" : "paragraph", &block->spans);
        for (size_t k = 0; k < block->item_count; k++)
            print_blocks(out, depth + 1, &block->items[k]);
    }
}

static void print_document(struct buffer *out, int depth,
                           const struct reference_document *document)
{
    print_line(out, depth, document->place, "document", &document->title);
    if (document->symbol.length == 0)
        return;
    print_indent(out, depth + 1);
    buffer_slice(out, document->symbol);
    buffer_byte(out, '\n');
}

static void print_items(struct buffer *out, int depth, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        print_line(out, depth, item->place, item->label, &item->title);
        if (item->heading.count > 0)
            print_line(out, depth + 1, item->place, "heading", &item->heading);
        print_blocks(out, depth + 1, &item->annotation);
        for (size_t k = 0; k < item->document_count; k++)
            print_document(out, depth + 1, &item->documents[k]);
        print_items(out, depth + 1, &item->items);
    }
}

static void print_date(struct buffer *out, struct date date)
{
    buffer_format(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void print_time(struct buffer *out, struct time_range time)
{
    buffer_format(out, "%02d:%02d", time.from.hour, time.from.minute);
    if (!time.open)
        buffer_format(out, "-%02d:%02d", time.to.hour, time.to.minute);
}

static void print_entry(struct buffer *out, const struct timetable_entry *entry)
{
    bool is_across = entry->across.count > 0;
    print_line(out, 4, entry->place,
               is_across             ? "across"
               : entry->item == NULL ? "row"
                                     : entry->item->reference,
               is_across ? &entry->across : &entry->title);
    if (entry->continued) {
        out->count--; /* behind the line, not under it */
        buffer_text(out, "continued\n");
    }
}

static void print_slot(struct buffer *out, const struct timetable_slot *slot)
{
    print_indent(out, 3);
    if (slot->label.count > 0)
        print_spans(out, &slot->label);
    else
        print_time(out, slot->time);
    buffer_byte(out, '\n');
    for (size_t i = 0; i < slot->entry_count; i++)
        print_entry(out, &slot->entries[i]);
}

static void print_day(struct buffer *out, const struct timetable_day *day)
{
    print_indent(out, 2);
    if (day->label.count > 0)
        print_spans(out, &day->label);
    else
        print_date(out, day->date);
    buffer_byte(out, '\n');
    for (size_t i = 0; i < day->slot_count; i++)
        print_slot(out, &day->slots[i]);
}

static void print_field(struct buffer *out, const struct agenda *agenda, const char *name)
{
    const struct field *field = agenda_field(agenda, name);
    if (field == NULL)
        return;
    buffer_format(out, "%s: ", name);
    if (field->kind == FIELD_SPANS) {
        print_spans(out, &field->spans);
    } else if (field->text != NULL) {
        buffer_text(out, field->text);
    } else {
        print_date(out, field->dates.first);
        buffer_byte(out, '/');
        print_date(out, field->dates.last);
    }
    buffer_byte(out, '\n');
}

void print_agenda(struct buffer *out, const struct agenda *agenda)
{
    static const char *const names[] = {
        "symbol",       "organ",           "distribution",  "date",
        "original",     "title",           "job.number",    "emblem",
        "meeting.body", "meeting.session", "meeting.dates", "meeting.place",
    };
    buffer_format(out, "agenda in %s, layout %s\n", agenda->language, agenda->layout);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        print_field(out, agenda, names[i]);
    print_items(out, 0, &agenda->items);
    for (size_t i = 0; i < agenda->annex_count; i++) {
        const struct annex *annex = &agenda->annexes[i];
        print_line(out, 0, annex->place, "annex", &annex->title);
        print_blocks(out, 1, &annex->text);
        for (size_t k = 0; k < annex->day_count; k++)
            print_day(out, &annex->days[k]);
    }
    for (size_t i = 0; i < agenda->note_count; i++) {
        const struct note *note = &agenda->notes[i];
        struct spans id = plain_spans(out->arena, note->id, note->place);
        print_line(out, 0, note->place, "note", &id);
        print_blocks(out, 1, &note->blocks);
    }
}
