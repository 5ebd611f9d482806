/* Parts of passages, and what their ends say. */
#include "import/passage.h"

#include <string.h>

/* How many marks stand around all of the text, and nowhere in it. */
static size_t marks_around(struct slice text)
{
    size_t count = 0, inner = 0;
    while (count < 3 && 2 * count + 2 < text.length && text.at[count] == text.at[0] &&
           (text.at[0] == '*' || text.at[0] == '_') &&
           text.at[text.length - 1 - count] == text.at[0])
        count++;
    for (size_t i = count; i + count < text.length; i++)
        inner += text.at[i] == text.at[0];
    return inner > 0 ? 0 : count;
}

struct passage without_emphasis(struct importer *importer, struct passage passage)
{
    struct slice text = slice_trim(slice_from_text(passage.text));
    size_t marks = text.length == 0 ? 0 : marks_around(text);
    passage.text = arena_text(importer->arena, text.at + marks, text.length - 2 * marks);
    return passage;
}

/* A part of the text by the same part of what is plain in it, where both agree. */
static struct passage part_of(struct importer *importer, const struct passage *whole,
                              size_t from, size_t to)
{
    struct passage part = without_emphasis(importer, *whole);
    struct slice text = slice_from_text(part.text);
    size_t behind = whole->plain.length - to;
    struct slice plain = slice_trim((struct slice){whole->plain.at + from, to - from});
    bool agrees =
        text.length >= from + behind && memcmp(text.at, whole->plain.at, from) == 0 &&
        memcmp(text.at + text.length - behind, whole->plain.at + to, behind) == 0;
    part.plain = plain;
    if (!agrees) {
        part.text = escape_text(importer, plain);
        return part;
    }
    struct slice piece =
        slice_trim((struct slice){text.at + from, text.length - behind - from});
    part.text = line_text(importer, arena_text(importer->arena, piece.at, piece.length));
    return without_emphasis(importer, part);
}

struct passage passage_from(struct importer *importer, const struct passage *passage,
                            size_t size)
{
    return part_of(importer, passage, size, passage->plain.length);
}

struct passage passage_before(struct importer *importer, const struct passage *passage,
                              size_t end)
{
    return part_of(importer, passage, 0, end);
}

/* "[x]: https://un.org" */
bool is_definition(struct slice text)
{
    const char *close =
        slice_starts(text, "[") ? memchr(text.at, ']', text.length) : NULL;
    return close != NULL && close + 1 < text.at + text.length && close[1] == ':';
}

/* "| a | b |", or what stands under the heads of a table. */
static bool is_table_row(struct slice text)
{
    bool has_bar = false;
    for (size_t i = 0; i < text.length; i++) {
        has_bar |= text.at[i] == '|';
        if (strchr("|-: ", text.at[i]) == NULL)
            return text.at[0] == '|' && text.at[text.length - 1] == '|';
    }
    return has_bar;
}

const char *line_text(struct importer *importer, const char *text)
{
    struct slice all = slice_trim(slice_from_text(text));
    if (!is_definition(all) && !is_table_row(all))
        return text;
    const char *bar = strchr(all.at, '|');
    const char *mark = all.at[0] == '[' || bar == NULL ? all.at : bar;
    return arena_format(importer->arena, "%.*s\\%s", (int)(mark - all.at), all.at, mark);
}

const char *escape_text(struct importer *importer, struct slice plain)
{
    struct buffer text = new_buffer(importer->arena);
    for (size_t i = 0; i < plain.length; i++) {
        if (strchr("\\*_[<`^", plain.at[i]) != NULL)
            buffer_byte(&text, '\\');
        buffer_byte(&text, plain.at[i]);
    }
    return line_text(importer, buffer_string(&text));
}

/* "1. ", "- ", "# ", "> " */
size_t paragraph_marks(struct slice text)
{
    size_t at = 0;
    while (at < text.length && is_ascii_digit((codepoint)text.at[at]))
        at++;
    if (at > 0 && at < 10)
        return at < text.length && (text.at[at] == '.' || text.at[at] == ')') &&
                       (at + 1 == text.length || text.at[at + 1] == ' ')
                   ? at + 1
                   : 0;
    return text.length > 0 && strchr("#>-+*=|~", text.at[0]) != NULL &&
                   !(text.at[0] == '*' && text.length > 1 && text.at[1] != ' ')
               ? 1
               : 0;
}

const char *paragraph_text(struct importer *importer, const char *text)
{
    struct slice all = slice_from_text(text);
    size_t marks = paragraph_marks(all);
    if (marks == 0)
        return text;
    return arena_format(importer->arena, "%.*s\\%s", (int)marks - 1, text,
                        text + marks - 1);
}

void add_entry(struct importer *importer, struct draft_text *to,
               const struct outline_block *outline, int depth,
               const struct passage *passage)
{
    enum { INDENT = 4, MOST_NESTED_LISTS = 8 };
    if (passage->text[0] == '\0')
        return;
    if (depth > to->depth + outline->begins_entry)
        depth = to->depth + outline->begins_entry;
    depth = depth < 1 ? outline->begins_entry : depth;
    depth = depth > MOST_NESTED_LISTS ? MOST_NESTED_LISTS : depth;
    begin_piece(importer, to, outline->begins_entry && to->depth > 0 ? "\n" : "\n\n");
    buffer_format(&to->body, "%*s", INDENT * (outline->begins_entry ? depth - 1 : depth),
                  "");
    if (outline->begins_entry && outline->number >= 0)
        buffer_format(&to->body, "%d. ", outline->number);
    else if (outline->begins_entry)
        buffer_text(&to->body, "- ");
    buffer_text(&to->body, paragraph_text(importer, passage->text));
    to->depth = depth;
    add_remarks(importer, &to->remarks, &passage->remarks);
}

size_t find_joint(struct slice plain)
{
    /* "地　点" is one word that was spread. */
    enum { SHORTEST = 3 * 3 };
    for (size_t at = SHORTEST; at + SHORTEST < plain.length; at++)
        if (plain.at[at] == ' ' && is_han(character_before(plain, at)) &&
            is_han(character_at(plain, at + 1)))
            return at;
    return 0;
}

bool ends_sentence(struct slice plain)
{
    static const codepoint marks[] = {'.',    '!',    '?',    ':',    ';',
                                      ')',    0x3002, 0xFF01, 0xFF1F, 0xFF1A,
                                      0xFF1B, 0xFF09, 0x201D, 0x300B};
    codepoint last = character_before(plain, plain.length);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (last == marks[i])
            return true;
    return plain.length == 0;
}
