/* The tree of tags, a line each, deeper ones further in. */
#include "page/print_tags.h"

/* The text of each tag, by its number. */
struct tag_texts {
    struct buffer *at;
};

static size_t highest_number(const struct tag *tag)
{
    size_t highest = tag->number;
    for (const struct tag *child = tag->first; child != NULL; child = child->next) {
        size_t below = highest_number(child);
        highest = below > highest ? below : highest;
    }
    return highest;
}

static void add_row_text(struct buffer *text, const struct glyph_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        buffer_bytes(text, row->text + row->glyphs[i].text_start,
                     row->glyphs[i].text_length);
}

static struct tag_texts collect_texts(struct arena *arena, const struct pages *pages)
{
    size_t count = highest_number(pages->tags) + 1;
    struct tag_texts texts = {arena_array(arena, count, sizeof *texts.at)};
    for (size_t i = 0; i < count; i++)
        texts.at[i] = new_buffer(arena);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t k = 0; k < pages->at[i].marks.count; k++) {
            const struct mark *mark = &pages->at[i].marks.at[k];
            if (mark->kind == MARK_GLYPHS && mark->tag != NULL)
                add_row_text(&texts.at[mark->tag->number], mark->row);
        }
    return texts;
}

static void print_text_attribute(const char *name, const char *value, struct buffer *out)
{
    if (value != NULL)
        buffer_format(out, " %s=\"%s\"", name, value);
}

static void print_number_attribute(const char *name, size_t value, struct buffer *out)
{
    if (value != 0)
        buffer_format(out, " %s=%zu", name, value);
}

static void print_attributes(const struct tag *tag, struct buffer *out)
{
    static const char *const scopes[] = {NULL, "row", "column", "both"};
    static const char *const numberings[] = {NULL,          "decimal",     "lower-alpha",
                                             "upper-alpha", "lower-roman", "upper-roman",
                                             "disc"};
    print_text_attribute("language", tag->language, out);
    print_text_attribute("alt", tag->alt, out);
    print_text_attribute("id", tag->id, out);
    print_text_attribute("uri", tag->uri, out);
    print_number_attribute("target", tag->target == NULL ? 0 : tag->target->number, out);
    print_text_attribute("numbering", numberings[tag->numbering], out);
    print_text_attribute("scope", scopes[tag->scope], out);
    print_number_attribute("rows", (size_t)tag->row_span, out);
    print_number_attribute("columns", (size_t)tag->column_span, out);
    for (size_t i = 0; i < tag->header_count; i++)
        print_text_attribute("header", tag->headers[i]->id, out);
}

static void print_tag(const struct tag *tag, int depth, const struct tag_texts *texts,
                      struct buffer *out)
{
    buffer_format(out, "%*s%s %zu", 2 * depth, "", tag_kind_name(tag->kind), tag->number);
    print_attributes(tag, out);
    if (texts->at[tag->number].count > 0) {
        buffer_text(out, " | ");
        buffer_slice(out, buffer_as_slice(&texts->at[tag->number]));
    }
    buffer_byte(out, '\n');
    for (const struct tag *child = tag->first; child != NULL; child = child->next)
        print_tag(child, depth + 1, texts, out);
}

void print_tags(struct buffer *out, const struct pages *pages)
{
    struct tag_texts texts = collect_texts(out->arena, pages);
    print_tag(pages->tags, 0, &texts, out);
}
