/* Printing what the stages made, for the eye. */
#include "dump.h"

#include "para/print_items.h"
#include "text/breaks.h"
#include <string.h>

const char *const stage_names[] = {"yaml",  "agenda", "runs",  "breaks", "items",
                                   "lines", "galley", "pages", NULL};

static void print_spans(struct buffer *out, const struct spans *spans)
{
    buffer_text(out, " “");
    for (size_t i = 0; i < spans->count; i++) {
        const struct span *span = &spans->at[i];
        if (span->kind == SPAN_TEXT)
            buffer_slice(out, span->text);
        else if (span->kind == SPAN_LINE)
            buffer_text(out, "↵");
        else
            buffer_format(out, "[^%.*s]", (int)span->note.length, span->note.at);
    }
    buffer_text(out, "”");
}

static void print_blocks(struct buffer *out, const struct blocks *blocks, int depth)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->at[i];
        buffer_format(out, "%*s%s", 2 * depth, "",
                      block->kind == BLOCK_LIST ? "list" : "paragraph");
        if (block->kind == BLOCK_PARAGRAPH)
            print_spans(out, &block->spans);
        buffer_byte(out, '\n');
        for (size_t k = 0; k < block->item_count; k++)
            print_blocks(out, &block->items[k], depth + 1);
    }
}

static void print_items_of_agenda(struct buffer *out, const struct agenda_items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct agenda_item *item = &items->at[i];
        buffer_format(out, "%*sitem %s %s", 2 * item->level, "", item->reference,
                      item->label);
        print_spans(out, &item->title);
        buffer_byte(out, '\n');
        print_blocks(out, &item->annotation, item->level + 1);
        for (size_t k = 0; k < item->document_count; k++) {
            const struct reference_document *document = &item->documents[k];
            buffer_format(out, "%*sdocument %.*s", 2 * item->level + 2, "",
                          (int)document->symbol.length, document->symbol.at);
            print_spans(out, &document->title);
            buffer_byte(out, '\n');
        }
        print_items_of_agenda(out, &item->items);
    }
}

static void print_slot(struct buffer *out, const struct timetable_slot *slot)
{
    const struct time_range *time = &slot->time;
    buffer_format(out, "    slot %02d:%02d-%02d:%02d\n", time->from.hour,
                  time->from.minute, time->to.hour, time->to.minute);
    for (size_t i = 0; i < slot->entry_count; i++) {
        const struct timetable_entry *entry = &slot->entries[i];
        buffer_format(out, "      %s%s", entry->item ? entry->item->reference : "",
                      entry->continued ? " continued" : "");
        print_spans(out, &entry->title);
        buffer_byte(out, '\n');
    }
}

static void print_annex(struct buffer *out, const struct annex *annex)
{
    buffer_text(out, "annex");
    print_spans(out, &annex->title);
    buffer_byte(out, '\n');
    print_blocks(out, &annex->text, 1);
    for (size_t i = 0; i < annex->day_count; i++) {
        const struct timetable_day *day = &annex->days[i];
        buffer_format(out, "  day %04d-%02d-%02d\n", day->date.year, day->date.month,
                      day->date.day);
        for (size_t k = 0; k < day->slot_count; k++)
            print_slot(out, &day->slots[k]);
    }
}

void print_agenda(struct buffer *out, const struct agenda *agenda)
{
    buffer_format(out, "agenda in %s, layout %s\n", agenda->language, agenda->layout);
    print_items_of_agenda(out, &agenda->items);
    for (size_t i = 0; i < agenda->note_count; i++) {
        const struct note *note = &agenda->notes[i];
        buffer_format(out, "note %.*s\n", (int)note->id.length, note->id.at);
        print_blocks(out, &note->blocks, 1);
    }
    for (size_t i = 0; i < agenda->annex_count; i++)
        print_annex(out, &agenda->annexes[i]);
}

static void print_points(struct buffer *out, const char *label, length points)
{
    buffer_format(out, " %s ", label);
    buffer_length(out, points, 2);
}

/* The text of a slug's marks, in the order in which they are painted. */
static void print_marks_text(struct buffer *out, const struct marks *marks)
{
    buffer_text(out, " “");
    for (size_t i = 0; i < marks->count; i++) {
        const struct glyph_row *row = marks->at[i].row;
        for (size_t k = 0; marks->at[i].kind == MARK_GLYPHS && k < row->count; k++)
            buffer_bytes(out, row->text + row->glyphs[k].text_start,
                         row->glyphs[k].text_length);
    }
    buffer_text(out, "”\n");
}

static void print_slugs(struct buffer *out, const struct slugs *slugs)
{
    for (size_t i = 0; i < slugs->count; i++) {
        const struct slug *slug = &slugs->at[i];
        buffer_format(out, "  slug %zu price %d", i, slug->price);
        print_points(out, "before", slug->before);
        print_points(out, "height", slug->height);
        print_points(out, "after", slug->after);
        if (slug->repeat != NULL)
            buffer_format(out, " repeats %zu", slug->repeat->count);
        for (size_t k = 0; k < slug->call_count; k++)
            buffer_format(out, " calls note %zu", slug->calls[k]->note);
        print_marks_text(out, &slug->marks);
    }
}

void print_galley(struct buffer *out, const struct galley *galley)
{
    buffer_text(out, "galley\n");
    print_slugs(out, &galley->slugs);
    for (size_t i = 0; i < galley->notes.count; i++) {
        buffer_format(out, "note %zu\n", i);
        print_slugs(out, &galley->notes.at[i]);
    }
}

static void print_runs(struct buffer *out, const struct passage *passage,
                       const struct runs *runs)
{
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->at[i];
        char script[5] = {0};
        hb_tag_to_string(hb_script_to_iso15924_tag(run->script), script);
        buffer_format(out, "  run %s %s %s level %d scale %d, %zu glyphs “",
                      run->face == NULL ? "-" : run->face->name, script, run->language,
                      run->level, run->scale, run->glyph_count);
        buffer_bytes(out, passage->text.at + run->start, run->end - run->start);
        buffer_text(out, "”\n");
    }
}

/* The text with "|" where a line may end, and the price behind it when it has one. */
static void print_breaks(struct buffer *out, const struct passage *passage,
                         const int *price)
{
    buffer_text(out, "  ");
    for (size_t i = 0; i < passage->text.length; i++) {
        if (i > 0 && price[i] < BREAK_FORBIDDEN)
            buffer_byte(out, '|');
        if (i > 0 && price[i] < BREAK_FORBIDDEN && price[i] != BREAK_FREE)
            buffer_format(out, "%d|", price[i]);
        buffer_byte(out, passage->text.at[i]);
    }
    buffer_byte(out, '\n');
}

bool is_paragraph_stage(const char *stage)
{
    return stage != NULL && (strcmp(stage, "runs") == 0 || strcmp(stage, "breaks") == 0 ||
                             strcmp(stage, "items") == 0 || strcmp(stage, "lines") == 0);
}

void dump_paragraph(void *owner, const struct passage *passage, const struct runs *runs,
                    const int *price, const struct items *items,
                    const struct lines *lines)
{
    const struct paragraph_dump *dump = owner;
    buffer_text(dump->out, "paragraph\n");
    if (strcmp(dump->stage, "runs") == 0)
        print_runs(dump->out, passage, runs);
    else if (strcmp(dump->stage, "breaks") == 0)
        print_breaks(dump->out, passage, price);
    else if (strcmp(dump->stage, "items") == 0)
        print_items(dump->out, passage, runs, items);
    else if (strcmp(dump->stage, "lines") == 0)
        print_lines(dump->out, lines);
}
