/* Printing what the stages made, for the eye. */
#include "dump.h"

#include "para/print_items.h"
#include "text/breaks.h"
#include <string.h>

const char *const stage_names[] = {"yaml",  "agenda", "runs",  "breaks", "items",
                                   "lines", "galley", "pages", NULL};

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
    if (galley->foot.count > 0)
        buffer_text(out, "foot\n");
    print_slugs(out, &galley->foot);
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
