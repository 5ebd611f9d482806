/* Pages as readable text, a line per mark: what is where, in which face, with which tag.
 *
 *     agendaset trace 1
 *     title "..."
 *     page 1 595.28 x 841.89 "1"
 *       text 63.35 94.2 w 250 NotoSansCJKsc-Bold 18 black Document/P#3 zh-Hans "..."
 * 18*14
 *
 * Positions are rounded to 0.01 pt.  A text ends with the steps from glyph to glyph:
 * "10.5*35" is thirty-five of 10.5 pt.  #3 is the third of its kind under its parent. */
#include "out/trace.h"

#include "base/vec.h"
#include "image/image.h"
#include <string.h>

/* By the number of a tag: which one of its kind it is under its parent, from 1. */
struct ordinals {
    size_t *at;
    size_t count, capacity;
};

struct trace {
    struct arena *arena;
    struct buffer *out;
    struct ordinals ordinals;
};

static void note_ordinal(struct trace *trace, const struct tag *tag, size_t ordinal)
{
    struct ordinals *ordinals = &trace->ordinals;
    while (ordinals->count <= tag->number)
        vec_push(trace->arena, ordinals, 0);
    ordinals->at[tag->number] = ordinal;
}

static void note_children(struct trace *trace, const struct tag *parent)
{
    size_t of_kind[TAG_KINDS] = {0};
    for (const struct tag *tag = parent->first; tag != NULL; tag = tag->next) {
        note_ordinal(trace, tag, ++of_kind[tag->kind]);
        note_children(trace, tag);
    }
}

static void print_length(struct trace *trace, length value)
{
    buffer_byte(trace->out, ' ');
    buffer_length(trace->out, value, 2);
}

static void print_quoted(struct trace *trace, const char *text, size_t size)
{
    buffer_text(trace->out, " \"");
    buffer_bytes(trace->out, text, size);
    buffer_byte(trace->out, '"');
}

/* `name "text"`, or nothing when there is no text. */
static void print_attribute(struct trace *trace, const char *name, const char *text)
{
    if (text == NULL)
        return;
    buffer_format(trace->out, " %s", name);
    print_quoted(trace, text, strlen(text));
}

static void print_colour(struct trace *trace, const struct colour *colour)
{
    if (!colour->is_grey)
        buffer_format(trace->out, " rgb %d %d %d", colour->red, colour->green,
                      colour->blue);
    else if (colour->grey == 0)
        buffer_text(trace->out, " black");
    else
        buffer_format(trace->out, " grey %d", colour->grey);
}

/* Without the leaves that are pieces of their parent's text. */
static void print_path(struct trace *trace, const struct tag *tag)
{
    if (tag->kind == TAG_TEXT && tag->parent != NULL) {
        print_path(trace, tag->parent);
    } else if (tag->parent == NULL) {
        buffer_text(trace->out, tag_kind_name(tag->kind));
    } else {
        print_path(trace, tag->parent);
        buffer_format(trace->out, "/%s#%zu", tag_kind_name(tag->kind),
                      trace->ordinals.at[tag->number]);
    }
}

static void print_tag_or_artifact(struct trace *trace, const struct mark *mark)
{
    static const char *const artifacts[] = {
        [ARTIFACT_NONE] = "untagged",   [ARTIFACT_LAYOUT] = "layout",
        [ARTIFACT_HEADER] = "header",   [ARTIFACT_FOOTER] = "footer",
        [ARTIFACT_PAGE] = "background",
    };
    buffer_byte(trace->out, ' ');
    if (mark->tag == NULL)
        buffer_format(trace->out, "(%s)", artifacts[mark->artifact]);
    else
        print_path(trace, mark->tag);
}

static bool row_is_right_to_left(const struct glyph_row *row)
{
    return row->count > 1 && row->glyphs[0].x > row->glyphs[row->count - 1].x;
}

static void print_row_text(struct trace *trace, const struct glyph_row *row)
{
    buffer_text(trace->out, " \"");
    for (size_t i = 0; i < row->count; i++)
        buffer_bytes(trace->out, row->text + row->glyphs[i].text_start,
                     row->glyphs[i].text_length);
    buffer_byte(trace->out, '"');
}

/* From each glyph's origin to the next one, in hundredths of a point, so that steps that
 * look the same are the same; leftwards from where the one before begins. */
static int64_t rounded_step(const struct glyph_row *row, size_t i)
{
    length from = row->glyphs[i].x;
    length to = i + 1 < row->count ? row->glyphs[i + 1].x : row->width;
    if (row_is_right_to_left(row))
        to = i > 0 ? row->glyphs[i - 1].x : row->width;
    return length_scale(to - from, 100, POINT);
}

static void print_steps(struct trace *trace, const struct glyph_row *row)
{
    for (size_t i = 0, same; i < row->count; i += same) {
        int64_t step = rounded_step(row, i);
        for (same = 1; i + same < row->count && rounded_step(row, i + same) == step;)
            same++;
        buffer_byte(trace->out, ' ');
        buffer_decimal(trace->out, step, 100, 2);
        if (same > 1)
            buffer_format(trace->out, "*%zu", same);
    }
}

static void print_glyphs(struct trace *trace, const struct mark *mark)
{
    const struct glyph_row *row = mark->row;
    print_length(trace, mark->x + row->x);
    print_length(trace, mark->baseline);
    buffer_text(trace->out, " w");
    print_length(trace, row->width);
    buffer_format(trace->out, " %s", row->face->postscript_name);
    print_length(trace, row->size);
    if (row->scale != 1000)
        buffer_format(trace->out, " scale %d", row->scale);
    if (row->rise != 0) {
        buffer_text(trace->out, " rise");
        print_length(trace, row->rise);
    }
    print_colour(trace, &row->colour);
    print_tag_or_artifact(trace, mark);
    buffer_format(trace->out, " %s", row->language);
    if (row_is_right_to_left(row))
        buffer_text(trace->out, " right-to-left");
    print_row_text(trace, row);
    print_steps(trace, row);
}

static void print_box(struct trace *trace, const struct mark *mark)
{
    print_length(trace, mark->box.x);
    print_length(trace, mark->box.y);
    print_length(trace, mark->box.width);
    buffer_text(trace->out, " x");
    print_length(trace, mark->box.height);
}

static void print_image(struct trace *trace, const struct image *image)
{
    if (image->kind == IMAGE_SHAPES)
        buffer_format(trace->out, " %zu shapes", image->shape_count);
    else
        buffer_format(trace->out, " %u x %u pixels", image->width, image->height);
    print_quoted(trace, image->name, strlen(image->name));
}

/* Where the link leads stands in the list of tags. */
static void print_area(struct trace *trace, const struct mark *mark)
{
    print_box(trace, mark);
    if (mark->kind == MARK_RULE || mark->kind == MARK_MODULES)
        print_colour(trace, &mark->colour);
    print_tag_or_artifact(trace, mark);
    if (mark->kind == MARK_MODULES)
        buffer_format(trace->out, " %zu modules", mark->module_count);
    if (mark->kind == MARK_IMAGE)
        print_image(trace, mark->image);
}

static void print_mark(struct trace *trace, const struct mark *mark)
{
    static const char *const names[] = {
        [MARK_GLYPHS] = "text", [MARK_RULE] = "rule", [MARK_MODULES] = "modules",
        [MARK_IMAGE] = "image", [MARK_LINK] = "link",
    };
    buffer_format(trace->out, "  %s%s", mark->is_turned ? "turned " : "",
                  names[mark->kind]);
    if (mark->kind == MARK_GLYPHS)
        print_glyphs(trace, mark);
    else
        print_area(trace, mark);
    buffer_byte(trace->out, '\n');
}

static void print_page(struct trace *trace, const struct page *page, size_t number)
{
    buffer_format(trace->out, "page %zu", number);
    print_length(trace, page->width);
    buffer_text(trace->out, " x");
    print_length(trace, page->height);
    print_attribute(trace, "label", page->label);
    buffer_byte(trace->out, '\n');
    for (size_t i = 0; i < page->marks.count; i++)
        print_mark(trace, &page->marks.at[i]);
    buffer_format(trace->out, "end of page %zu\n", number);
}

static void print_cell(struct trace *trace, const struct tag *tag)
{
    static const char *const scopes[] = {
        [SCOPE_NONE] = NULL,
        [SCOPE_ROW] = "row",
        [SCOPE_COLUMN] = "column",
        [SCOPE_BOTH] = "both",
    };
    if (scopes[tag->scope] != NULL)
        buffer_format(trace->out, " scope %s", scopes[tag->scope]);
    if (tag->row_span > 1)
        buffer_format(trace->out, " rows %d", tag->row_span);
    if (tag->column_span > 1)
        buffer_format(trace->out, " columns %d", tag->column_span);
    for (size_t i = 0; i < tag->header_count; i++)
        print_attribute(trace, "under", tag->headers[i]->id);
}

static const char *const numberings[] = {
    [LIST_NONE] = "none",     [LIST_DECIMAL] = "decimal", [LIST_LOWER_ALPHA] = "a",
    [LIST_UPPER_ALPHA] = "A", [LIST_LOWER_ROMAN] = "i",   [LIST_UPPER_ROMAN] = "I",
    [LIST_DISC] = "disc",
};

static void print_tag(struct trace *trace, const struct tag *tag, int depth)
{
    if (tag->kind == TAG_TEXT)
        return;
    for (int i = 0; i <= depth; i++)
        buffer_text(trace->out, "  ");
    buffer_text(trace->out, tag_kind_name(tag->kind));
    if (tag->parent != NULL)
        buffer_format(trace->out, "#%zu", trace->ordinals.at[tag->number]);
    print_attribute(trace, "language", tag->language);
    print_attribute(trace, "id", tag->id);
    print_attribute(trace, "alt", tag->alt);
    print_attribute(trace, "uri", tag->uri);
    if (tag->target != NULL) {
        buffer_text(trace->out, " to ");
        print_path(trace, tag->target);
    }
    if (tag->numbering != LIST_NONE)
        buffer_format(trace->out, " numbering %s", numberings[tag->numbering]);
    print_cell(trace, tag);
    buffer_byte(trace->out, '\n');
    for (const struct tag *child = tag->first; child != NULL; child = child->next)
        print_tag(trace, child, depth + 1);
}

static void print_bookmark(struct trace *trace, const struct bookmark *bookmark)
{
    buffer_format(trace->out, "  %d \"%s\" to ", bookmark->level, bookmark->title);
    print_path(trace, bookmark->tag);
    buffer_byte(trace->out, '\n');
}

static void print_info(struct trace *trace, const struct document_info *info)
{
    buffer_text(trace->out, "document");
    print_attribute(trace, "title", info->title);
    print_attribute(trace, "language", info->language);
    print_attribute(trace, "author", info->author);
    print_attribute(trace, "subject", info->subject);
    buffer_format(trace->out, " date %04d-%02d-%02d%s\n", info->date.year,
                  info->date.month, info->date.day,
                  info->right_to_left ? " right-to-left" : "");
}

void write_trace(struct arena *arena, const struct pages *pages, struct buffer *out)
{
    struct trace trace = {.arena = arena, .out = out};
    note_ordinal(&trace, pages->tags, 1);
    note_children(&trace, pages->tags);
    buffer_text(out, "agendaset trace 1\n");
    print_info(&trace, &pages->info);
    for (size_t i = 0; i < pages->count; i++)
        print_page(&trace, &pages->at[i], i + 1);
    buffer_text(out, "tags\n");
    print_tag(&trace, pages->tags, 0);
    buffer_text(out, "bookmarks\n");
    for (size_t i = 0; i < pages->bookmark_count; i++)
        print_bookmark(&trace, &pages->bookmarks[i]);
}
