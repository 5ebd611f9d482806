/* Looking over the lines of a text before cmark reads it. */
#include "read/text_lines.h"

#include <string.h>

/* cmark is quadratic in lists that open each other on one line. */
enum { MOST_MARKERS = 8 };

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Behind "- ", "12. ", "> " at `at`; `at` itself when there is none. */
static size_t skip_marker(struct slice line, size_t at)
{
    size_t i = at;
    while (i < line.length && is_digit(line.at[i]))
        i++;
    if (i == line.length || strchr(i > at ? ".)" : "-+*>", line.at[i]) == NULL)
        return at;
    bool is_quote = line.at[i] == '>';
    size_t end = ++i;
    while (end < line.length && line.at[end] == ' ')
        end++;
    return end > i || is_quote ? end : at;
}

static size_t count_markers(struct slice line)
{
    size_t count = 0;
    for (size_t at = 0, next; (next = skip_marker(line, at)) != at; at = next)
        count++;
    return count;
}

/* "[x]:" at the start of a line; the length of x, or 0. */
static size_t definition_length(struct slice line)
{
    if (line.length < 4 || line.at[0] != '[')
        return 0;
    const char *close = memchr(line.at, ']', line.length);
    if (close == NULL || close + 1 == line.at + line.length || close[1] != ':')
        return 0;
    return (size_t)(close - line.at) - 1;
}

static void check_definition(struct slice line, struct place place, struct diagnostics *d)
{
    size_t size = definition_length(line);
    if (size == 0)
        return;
    if (line.at[1] == '^') {
        report(d, "note-in-text", place, "a note cannot be written inside a text");
        report_mend(d, "write it under “notes:”, as “%.*s: …”", (int)size - 1,
                    line.at + 2);
    } else {
        report(d, "link-in-text", place,
               "the address of a link cannot stand on a line of its own");
        report_mend(d, "write it behind the words: “[words](https://…)”");
    }
}

/* "| a | b |", or the line under a table's head. */
static bool is_table_line(struct slice line)
{
    if (line.length < 3)
        return false;
    if (line.at[0] == '|' && line.at[line.length - 1] == '|')
        return true;
    bool has_bar = false, has_dash = false;
    for (size_t i = 0; i < line.length; i++) {
        has_bar |= line.at[i] == '|';
        has_dash |= line.at[i] == '-';
        if (strchr("|-: ", line.at[i]) == NULL)
            return false;
    }
    return has_bar && has_dash;
}

/* One table is told once. */
static bool check_table(struct slice line, struct place place, bool told,
                        struct diagnostics *d)
{
    if (!is_table_line(line))
        return false;
    if (!told) {
        report(d, "table-in-text", place, "a table cannot be drawn inside a text");
        report_mend(d, "it stands under “table:” of an annex, a programme of work under "
                       "“timetable:”");
    }
    return true;
}

bool check_text_lines(const struct node *node, struct diagnostics *d)
{
    struct slice text = node->text;
    bool in_table = false;
    for (size_t at = 0; at < text.length;) {
        const char *end = memchr(text.at + at, '\n', text.length - at);
        size_t stop = end == NULL ? text.length : (size_t)(end - text.at);
        struct slice line = slice_trim((struct slice){text.at + at, stop - at});
        size_t start = (size_t)(line.at - text.at);
        struct place place = node_part(node, start, start + line.length);
        if (count_markers(line) > MOST_MARKERS) {
            report(d, "too-deep", place, "more than %d lists inside each other",
                   MOST_MARKERS);
            return false;
        }
        check_definition(line, place, d);
        in_table = check_table(line, place, in_table, d);
        at = stop + 1;
    }
    return true;
}
