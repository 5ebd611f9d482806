/* The galley, a line per slug: its measures, its price, what stands in it. */
#include "page/print_galley.h"

static void print_price(int price, struct buffer *out)
{
    if (price <= PAGE_END_MUST)
        buffer_text(out, "must");
    else if (price >= PAGE_END_FORBIDDEN)
        buffer_text(out, "forbidden");
    else
        buffer_integer(out, price);
}

static void print_row(const struct glyph_row *row, struct buffer *out)
{
    for (size_t i = 0; i < row->count; i++)
        buffer_bytes(out, row->text + row->glyphs[i].text_start,
                     row->glyphs[i].text_length);
}

static void print_mark(const struct mark *mark, struct buffer *out)
{
    buffer_byte(out, ' ');
    switch (mark->kind) {
    case MARK_GLYPHS:
        buffer_byte(out, '[');
        buffer_length(out, mark->x + mark->row->x, 2);
        buffer_byte(out, ' ');
        print_row(mark->row, out);
        buffer_byte(out, ']');
        break;
    case MARK_RULE:
        buffer_text(out, "[rule ");
        buffer_length(out, mark->box.x, 2);
        buffer_byte(out, ' ');
        buffer_length(out, mark->box.width, 2);
        buffer_text(out, "]");
        break;
    case MARK_MODULES:
    case MARK_IMAGE:
    case MARK_LINK:
        buffer_text(out, "[picture]");
        break;
    }
}

static void print_measure(const char *name, length value, struct buffer *out)
{
    if (value == 0)
        return;
    buffer_format(out, " %s ", name);
    buffer_length(out, value, 2);
}

static void print_slug(const struct slug *slug, struct buffer *out)
{
    buffer_text(out, "slug");
    print_measure("before", slug->before, out);
    print_measure("height", slug->height, out);
    print_measure("after", slug->after, out);
    buffer_text(out, " price ");
    print_price(slug->price, out);
    for (size_t i = 0; i < slug->call_count; i++)
        buffer_format(out, " note %zu", slug->calls[i]->note + 1);
    if (slug->repeat != NULL)
        buffer_format(out, " repeats %zu", slug->repeat->count);
    for (size_t i = 0; i < slug->marks.count; i++)
        print_mark(&slug->marks.at[i], out);
    buffer_byte(out, '\n');
}

static void print_slugs(const struct slugs *slugs, struct buffer *out)
{
    for (size_t i = 0; i < slugs->count; i++)
        print_slug(&slugs->at[i], out);
}

void print_galley(const struct galley *galley, struct buffer *out)
{
    print_slugs(&galley->slugs, out);
    for (size_t i = 0; i < galley->notes.count; i++) {
        buffer_format(out, "note %zu\n", i + 1);
        print_slugs(&galley->notes.at[i], out);
    }
}
