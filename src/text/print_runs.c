/* Printing runs, and line ends under the text that they belong to. */
#include "text/print_runs.h"

#include "base/utf8.h"

enum { ROW_CELLS = 72 };

static void print_script(struct buffer *out, hb_script_t script)
{
    char name[4];
    hb_tag_to_string(hb_script_to_iso15924_tag(script), name);
    buffer_bytes(out, name, sizeof name);
}

static length run_width(const struct run *run)
{
    length width = 0;
    for (size_t i = 0; i < run->glyph_count; i++)
        width += run->glyphs[i].advance;
    return width;
}

static void print_run(struct buffer *out, const struct passage *passage,
                      const struct run *run)
{
    buffer_format(out, "%zu-%zu %s ", run->start, run->end, run->face->name);
    print_script(out, run->script);
    buffer_format(out, " %s%s level %d, %zu glyphs, ", run->language,
                  run->is_han ? " han" : "", run->level, run->glyph_count);
    buffer_length(out, run_width(run), 2);
    buffer_text(out, "pt: ");
    buffer_bytes(out, passage->text.at + run->start, run->end - run->start);
    buffer_byte(out, '\n');
}

void print_runs(struct buffer *out, const struct passage *passage,
                const struct runs *runs)
{
    for (size_t i = 0; i < runs->count; i++)
        print_run(out, passage, &runs->at[i]);
}

static char price_sign(int price)
{
    switch (price) {
    case BREAK_FREE:
        return '.';
    case BREAK_HYPHEN:
        return '-';
    case BREAK_AFTER_JOIN:
        return 'j';
    case BREAK_AFTER_SLASH:
        return '/';
    case BREAK_LAST_RESORT:
        return 'x';
    case BREAK_MUST:
        return '!';
    default:
        return ' ';
    }
}

/* A sign stands under the first cell of its character. */
static void print_signs(struct buffer *out, struct slice text, size_t start, size_t end,
                        const int *price)
{
    size_t size;
    for (size_t i = start; i < end; i += size) {
        codepoint c = utf8_decode(text.at + i, text.length - i, &size);
        int cells = utf8_display_width(c);
        if (cells > 0)
            buffer_byte(out, price_sign(price[i]));
        if (cells > 1)
            buffer_byte(out, ' ');
    }
}

static size_t row_end(struct slice text, size_t start)
{
    int cells = 0;
    size_t size, i = start;
    for (; i < text.length && cells < ROW_CELLS; i += size)
        cells += utf8_display_width(utf8_decode(text.at + i, text.length - i, &size));
    return i;
}

void print_breaks(struct buffer *out, const struct passage *passage, const int *price)
{
    size_t end;
    for (size_t start = 0; start < passage->text.length; start = end) {
        end = row_end(passage->text, start);
        buffer_bytes(out, passage->text.at + start, end - start);
        buffer_byte(out, '\n');
        print_signs(out, passage->text, start, end, price);
        if (end == passage->text.length)
            buffer_byte(out, price_sign(price[end]));
        buffer_byte(out, '\n');
    }
}
