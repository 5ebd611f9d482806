/* Finding the bytes of a scalar's value again in the file. */
#include "read/yaml_scalar.h"

#include <string.h>

static bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

static size_t skip_line(struct slice text, size_t at, size_t end)
{
    while (at < end && !ends_line(text.at[at]))
        at++;
    return at;
}

static size_t skip_line_end(struct slice text, size_t at, size_t end)
{
    if (at + 1 < end && text.at[at] == '\r' && text.at[at + 1] == '\n')
        return at + 2;
    return at < end ? at + 1 : at;
}

static size_t skip_spaces(struct slice text, size_t at, size_t end)
{
    while (at < end && (text.at[at] == ' ' || text.at[at] == '\t'))
        at++;
    return at;
}

static size_t *new_offsets(struct arena *arena, struct node *node)
{
    size_t *offsets = arena_array(arena, node->text.length + 1, sizeof *offsets);
    node->offsets = offsets;
    node->is_exact = true;
    return offsets;
}

/* Every line of the value is the end of a line of the file: indentation is all that YAML
 * takes away. */
static void place_literal(struct arena *arena, struct node *node,
                          const struct source *source, size_t start, size_t end)
{
    struct slice text = source->text, value = node->text;
    size_t *offsets = new_offsets(arena, node);
    size_t at = skip_line_end(text, skip_line(text, start, end), end);
    for (size_t i = 0; i < value.length;) {
        const char *line = value.at + i;
        const char *line_end = memchr(line, '\n', value.length - i);
        size_t size = line_end == NULL ? value.length - i : (size_t)(line_end - line);
        size_t stop = skip_line(text, at, end);
        size_t begin = stop - at < size ? at : stop - size;
        for (size_t byte = 0; byte <= size && i + byte < value.length; byte++)
            offsets[i + byte] = begin + byte;
        i += size + 1;
        at = skip_line_end(text, stop, end);
    }
    offsets[value.length] = at;
    node->place.at = offsets[0];
    node->place.length = at - offsets[0];
}

/* How long an escape in double quotation marks is; one of "", '' in single ones too. */
static size_t escape_length(char second)
{
    return second == 'x' ? 4 : second == 'u' ? 6 : second == 'U' ? 10 : 2;
}

static size_t character_length(char first)
{
    unsigned char byte = (unsigned char)first;
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

static void place_quoted(struct arena *arena, struct node *node,
                         const struct source *source, size_t start, size_t end)
{
    struct slice text = source->text, value = node->text;
    char escape = text.at[start] == '"' ? '\\' : '\'';
    node->place = (struct place){source, start + 1, end - start - 2};
    node->is_exact = true;
    if (memchr(text.at + start + 1, escape, end - start - 2) == NULL)
        return;
    size_t *offsets = new_offsets(arena, node);
    size_t at = start + 1;
    for (size_t i = 0; i < value.length;) {
        bool escaped = at + 1 < end && text.at[at] == escape;
        size_t size = escaped ? character_length(value.at[i]) : 1;
        for (size_t byte = 0; byte < size && i < value.length; byte++)
            offsets[i++] = at;
        at += !escaped ? 1 : escape == '\'' ? 2 : escape_length(text.at[at + 1]);
    }
    offsets[value.length] = at;
}

void place_scalar(struct arena *arena, struct node *node, const struct source *source,
                  size_t start, size_t end)
{
    size_t line_end = skip_line(source->text, start, end);
    bool is_one_line = line_end == end;
    node->place = (struct place){source, start, line_end - start};
    node->is_exact = is_one_line && node->form == SCALAR_PLAIN;
    if (node->form == SCALAR_LITERAL)
        place_literal(arena, node, source, start, end);
    else if (node->form == SCALAR_QUOTED && is_one_line)
        place_quoted(arena, node, source, start, end);
}

/* A comment begins with “# ”: "#5" and "#这" were meant as text. */
static void check_comment(struct node *node, const struct source *source, size_t end,
                          struct diagnostics *d)
{
    struct slice text = source->text;
    size_t at = skip_spaces(text, end, text.length);
    if (at + 1 >= text.length || text.at[at] != '#' ||
        strchr(" \t\r\n#", text.at[at + 1]))
        return;
    size_t size = skip_line(text, at, text.length) - at;
    report(d, "comment-in-text", (struct place){source, at, size},
           "from “ #” on the line is a comment and lost to the text");
    if (node->text.length == 0)
        node->text = (struct slice){text.at + at, size};
    report_mend(d, "put the text in quotation marks; if it is a comment, put a space "
                   "behind “#”");
}

static void check_swallowed_lines(const struct source *source, size_t start, size_t end,
                                  struct diagnostics *d)
{
    struct slice text = source->text;
    for (size_t at = skip_line(text, start, end); at < end;) {
        size_t line = skip_spaces(text, skip_line_end(text, at, end), end);
        at = skip_line(text, line, end);
        if (at - line < 2 || memcmp(text.at + line, "- ", 2) != 0)
            continue;
        report(d, "list-in-text", (struct place){source, line, at - line},
               "this line is no entry of a list but belongs to the text above it");
        report_related(d,
                       (struct place){source, start, skip_line(text, start, end) - start},
                       "the text begins here");
        report_mend(d,
                    "a key has either a text or a list; a list of CommonMark stands in "
                    "a block scalar: “|”");
        return;
    }
}

void check_plain_scalar(struct node *node, const struct source *source, size_t start,
                        size_t end, struct diagnostics *d)
{
    check_comment(node, source, end, d);
    check_swallowed_lines(source, start, end, d);
}
