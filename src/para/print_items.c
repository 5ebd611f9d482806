/* Items and lines in words, for the eye and for golden files. */
#include "para/print_items.h"

#include "para/cluster.h"
#include "text/breaks.h"

static const char *const glue_names[GLUE_KINDS] = {
    "word", "middle", "bracket", "comma", "han-latin", "stop", "ideograph"};

static void print_points(struct buffer *out, const char *label, length points)
{
    buffer_text(out, label);
    buffer_length(out, points, 3);
}

static void print_text(struct buffer *out, const struct passage *passage, size_t start,
                       size_t end)
{
    buffer_text(out, " “");
    buffer_slice(out, (struct slice){passage->text.at + start, end - start});
    buffer_text(out, "”");
}

static void print_box(struct buffer *out, const struct passage *passage,
                      const struct runs *runs, const struct item *item)
{
    print_points(out, "box ", item->width);
    if (item->offset != 0)
        print_points(out, " offset ", item->offset);
    print_text(out, passage, item->text,
               cluster_end(passage, &runs->at[item->run], item->glyph + item->count - 1));
}

static void print_glue(struct buffer *out, const struct item *item)
{
    buffer_format(out, "glue %s ", glue_names[item->glue]);
    print_points(out, "", item->width);
    print_points(out, " +", item->stretch);
    print_points(out, " -", item->shrink);
}

static void print_penalty(struct buffer *out, const struct item *item)
{
    if (item->penalty <= BREAK_MUST)
        buffer_text(out, "penalty must");
    else if (item->penalty >= BREAK_FORBIDDEN)
        buffer_text(out, "penalty forbidden");
    else if (item->flagged)
        print_points(out, "hyphen ", item->width);
    else
        buffer_format(out, "penalty %d", item->penalty);
}

void print_items(struct buffer *out, const struct passage *passage,
                 const struct runs *runs, const struct items *items)
{
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->at[i];
        if (item->kind == ITEM_BOX)
            print_box(out, passage, runs, item);
        else if (item->kind == ITEM_GLUE)
            print_glue(out, item);
        else
            print_penalty(out, item);
        buffer_byte(out, '\n');
    }
}

static void print_given(struct buffer *out, const struct line *line)
{
    for (int kind = 0; kind < GLUE_KINDS; kind++) {
        if (line->places[kind] == 0)
            continue;
        buffer_format(out, " %s %zu:", glue_names[kind], line->places[kind]);
        buffer_length(out, line->given[kind], 3);
    }
}

void print_lines(struct buffer *out, const struct lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->at[i];
        print_points(out, "line ", line->start);
        print_points(out, " ", line->width);
        print_points(out, " natural ", line->natural);
        if (line->excess > 0)
            print_points(out, " excess ", line->excess);
        print_given(out, line);
        print_text(out, lines->passage, line->text_start, line->text_end);
        buffer_byte(out, '\n');
    }
}
