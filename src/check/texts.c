/* Gathering the texts of an agenda. */
#include "check/texts.h"

#include "base/buffer.h"
#include "base/vec.h"
#include <string.h>

/* The texts of an agenda on their way, and how many owners were met. */
struct collection {
    struct arena *arena;
    const struct agenda *agenda;
    const struct lexicon *lexicon;
    struct texts texts;
    const struct agenda_item *item;
    uint32_t owner, part; /* those of the text that comes */
};

static size_t word_end(struct slice text, size_t at)
{
    while (at < text.length && text.at[at] > ' ' && text.at[at] < 0x7F)
        at++;
    return at;
}

static bool begins_address(struct slice word)
{
    static const char *const beginnings[] = {"http://", "https://", "ftp://", "www.",
                                             "mailto:"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (slice_starts(word, beginnings[i]))
            return true;
    return false;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* "name@example.org" in a word. */
static bool holds_mail_address(struct slice word)
{
    const char *sign = memchr(word.at, '@', word.length);
    return sign != NULL && sign > word.at && sign + 1 < word.at + word.length &&
           is_letter(sign[-1]) && is_letter(sign[1]);
}

/* The last bracket of “https://example.org/a(b)”. */
static bool closes_own_bracket(const char *text, size_t from, size_t to)
{
    char close = text[to - 1], open = close == ')' ? '(' : '[';
    size_t opened = 0, closed = 0;
    if (close != ')' && close != ']')
        return false;
    for (size_t at = from; at < to; at++) {
        opened += text[at] == open;
        closed += text[at] == close;
    }
    return closed <= opened;
}

/* The marks of the sentence around it stay. */
static size_t address_end(const char *text, size_t from, size_t to)
{
    while (to > from && strchr(".,;:!?'\")]>", text[to - 1]) != NULL &&
           !closes_own_bracket(text, from, to))
        to--;
    return to;
}

static void blank_addresses(char *bytes, size_t count)
{
    struct slice text = {bytes, count};
    for (size_t at = 0, end; at < count; at = end) {
        end = at + 1;
        if (!is_letter(bytes[at]))
            continue;
        end = word_end(text, at);
        struct slice word = {bytes + at, end - at};
        if (begins_address(word) || holds_mail_address(word))
            memset(bytes + at, 'u', address_end(bytes, at, end) - at);
    }
}

static void join_spans(struct arena *arena, struct text *text)
{
    struct buffer joined = new_buffer(arena);
    for (size_t i = 0; i < text->spans->count; i++) {
        const struct span *span = &text->spans->at[i];
        vec_push(arena, &text->pieces, (struct text_piece){joined.count, span});
        if (span->kind == SPAN_TEXT)
            buffer_slice(&joined, span->text);
        else if (span->kind == SPAN_LINE)
            buffer_byte(&joined, '\n');
    }
    buffer_string(&joined);
    blank_addresses(joined.at, joined.count);
    text->text = buffer_as_slice(&joined);
}

static void fill_text(struct arena *arena, const struct lexicon *lexicon,
                      struct text *text)
{
    join_spans(arena, text);
    text->tokens = read_tokens(arena, lexicon, text->text);
}

struct text *read_text(struct arena *arena, const struct lexicon *lexicon,
                       const struct spans *spans)
{
    struct text *text = arena_alloc(arena, sizeof *text);
    text->spans = spans;
    fill_text(arena, lexicon, text);
    return text;
}

static void add_spans(struct collection *into, enum text_kind kind, uint32_t part,
                      const struct spans *spans)
{
    struct text text = {.kind = kind,
                        .item = into->item,
                        .owner = into->owner,
                        .part = part,
                        .spans = spans};
    if (spans->count == 0)
        return;
    fill_text(into->arena, into->lexicon, &text);
    vec_push(into->arena, &into->texts, text);
}

static void add_blocks(struct collection *into, enum text_kind kind,
                       const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        if (block->kind == BLOCK_PARAGRAPH)
            add_spans(into, kind, 0, &block->spans);
        for (size_t k = 0; k < block->item_count; k++)
            add_blocks(into, kind, &block->items[k]);
    }
}

static void add_field(struct collection *into, const struct map *fields, const char *name)
{
    const struct field *field = map_find(fields, slice_from_text(name));
    if (field != NULL && field->kind == FIELD_SPANS)
        add_spans(into, TEXT_FIELD, into->part, &field->spans);
    into->part++;
}

/* Those that are running text; symbols and job numbers are not. */
static void add_fields(struct collection *into)
{
    static const char *const of_document[] = {"organ", "title"};
    static const char *const of_meeting[] = {"meeting.body", "meeting.session",
                                             "meeting.place"};
    const struct agenda *agenda = into->agenda;
    for (size_t i = 0; i < sizeof of_document / sizeof *of_document; i++)
        add_field(into, agenda->fields, of_document[i]);
    for (size_t m = 0; m < agenda->meeting_count; m++)
        for (size_t i = 0; i < sizeof of_meeting / sizeof *of_meeting; i++)
            add_field(into, agenda->meetings[m], of_meeting[i]);
    for (size_t i = 0; i < agenda->own_texts.count; i++)
        add_field(into, agenda->fields, agenda->own_texts.at[i].name);
}

static void add_documents(struct collection *into, const struct agenda_item *item)
{
    for (size_t i = 0; i < item->document_count; i++) {
        add_spans(into, TEXT_DOCUMENT, (uint32_t)(2 * i), &item->documents[i].title);
        add_spans(into, TEXT_DOCUMENT, (uint32_t)(2 * i + 1), &item->documents[i].action);
    }
}

static void add_items(struct collection *into, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        into->owner++;
        into->item = item;
        if (item->section != NULL)
            add_spans(into, TEXT_SECTION, 0, &item->section->title);
        add_spans(into, TEXT_TITLE, 0, &item->title);
        add_spans(into, TEXT_HEADING, 0, &item->heading);
        add_spans(into, TEXT_HEADING, 1, &item->action);
        add_spans(into, TEXT_HEADING, 2, &item->presenter);
        add_blocks(into, TEXT_ANNOTATION, &item->annotation);
        add_documents(into, item);
        add_items(into, &item->items);
    }
    into->item = NULL;
}

static void add_row(struct collection *into, const struct spans *spans)
{
    add_spans(into, TEXT_ROW, into->part++, spans);
}

static void add_entry(struct collection *, const struct annex *,
                      const struct timetable_entry *);

/* Cells of own columns are entries without any. */
static void add_cells(struct collection *into, const struct annex *annex,
                      const struct timetable_cells *cells)
{
    add_row(into, &cells->presenter);
    add_row(into, &cells->chair);
    add_row(into, &cells->venue);
    add_row(into, &cells->documents);
    for (size_t i = 0; cells->own != NULL && i < annex->columns.own_count; i++)
        if (cells->own[i] != NULL)
            add_entry(into, annex, cells->own[i]);
}

static void add_entry(struct collection *into, const struct annex *annex,
                      const struct timetable_entry *entry)
{
    add_row(into, &entry->title);
    add_row(into, &entry->across);
    add_cells(into, annex, &entry->cells);
}

static void add_slot(struct collection *into, const struct annex *annex,
                     const struct timetable_slot *slot)
{
    add_row(into, &slot->label);
    add_cells(into, annex, &slot->cells);
    for (size_t i = 0; i < slot->entry_count; i++)
        add_entry(into, annex, &slot->entries[i]);
}

static void add_days(struct collection *into, const struct annex *annex)
{
    const struct timetable_part *part = NULL;
    into->part = 0;
    for (size_t i = 0; i < annex->columns.count; i++)
        add_row(into, &annex->columns.at[i].head);
    for (size_t d = 0; d < annex->day_count; d++) {
        const struct timetable_day *day = &annex->days[d];
        add_row(into, &day->label);
        add_cells(into, annex, &day->cells);
        for (size_t s = 0; s < day->slot_count; s++) {
            if (day->slots[s].part != NULL && day->slots[s].part != part) {
                part = day->slots[s].part;
                add_row(into, &part->label);
                add_cells(into, annex, &part->cells);
            }
            add_slot(into, annex, &day->slots[s]);
        }
    }
}

static void add_line(struct collection *into, const struct table_line *line)
{
    for (size_t i = 0; i < line->cell_count; i++)
        add_spans(into, TEXT_TABLE, into->part++, &line->cells[i].spans);
}

static void add_table(struct collection *into, const struct plain_table *table)
{
    into->part = 0;
    for (size_t i = 0; i < table->head_count; i++)
        add_line(into, &table->heads[i]);
    for (size_t i = 0; i < table->row_count; i++)
        add_line(into, &table->rows[i]);
}

static void add_annexes(struct collection *into)
{
    for (size_t i = 0; i < into->agenda->annex_count; i++) {
        const struct annex *annex = &into->agenda->annexes[i];
        into->owner++;
        add_spans(into, TEXT_ANNEX_TITLE, 0, &annex->title);
        add_spans(into, TEXT_ANNEX_TITLE, 1, &annex->note);
        add_blocks(into, TEXT_ANNEX, &annex->text);
        add_table(into, &annex->table);
        add_days(into, annex);
    }
}

struct texts collect_texts(struct arena *arena, const struct agenda *agenda,
                           const struct lexicon *lexicon)
{
    struct collection into = {.arena = arena, .agenda = agenda, .lexicon = lexicon};
    add_fields(&into);
    add_blocks(&into, TEXT_OPENING, &agenda->opening);
    add_items(&into, &agenda->items);
    add_blocks(&into, TEXT_CLOSING, &agenda->closing);
    add_annexes(&into);
    for (size_t i = 0; i < agenda->note_count; i++) {
        into.owner++;
        add_blocks(&into, TEXT_NOTE, &agenda->notes[i].blocks);
    }
    return into.texts;
}

bool same_unit(const struct text *a, const struct text *b)
{
    return a->kind == b->kind && a->owner == b->owner && a->part == b->part;
}

size_t unit_length(const struct texts *texts, size_t first)
{
    size_t end = first + 1;
    while (end < texts->count && same_unit(&texts->at[first], &texts->at[end]))
        end++;
    return end - first;
}

/* The last piece that begins at or before `at`, and holds text. */
static const struct text_piece *piece_at(const struct text *text, size_t at)
{
    size_t low = 0, high = text->pieces.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->pieces.at[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &text->pieces.at[low];
}

static bool has_exact_place(const struct span *span)
{
    return span->kind == SPAN_TEXT && span->place.length == span->text.length;
}

struct place text_place(const struct text *text, size_t from, size_t to)
{
    const struct text_piece *first = piece_at(text, from);
    const struct text_piece *last = piece_at(text, to > from ? to - 1 : from);
    struct place place = first->span->place;
    if (!has_exact_place(first->span))
        return place;
    place.at += from - first->at;
    place.length = to - from;
    if (last != first && has_exact_place(last->span) &&
        last->span->place.at + (to - last->at) > place.at)
        place.length = last->span->place.at + (to - last->at) - place.at;
    return place;
}
